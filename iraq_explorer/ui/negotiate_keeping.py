"""Keeps the game that is on the screen, and finds one that was left when the program ended."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject

from iraq_explorer.storage.game_record import GameRecord, KeptGame, waiting_game
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_table import Clock

_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Writes every state of the game, and lets go of it when the window closes."""

    def __init__(self, desk: Desk, clock: Clock, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._folder = desk, clock, folder
        self._record = GameRecord(folder)
        self._found: tuple[KeptGame, GameRecord] | None = None
        desk.changed.connect(self.keep)

    @property
    def found(self) -> KeptGame | None:
        """The game that waits to be gone on with."""
        return self._found[0] if self._found else None

    def look(self) -> None:
        """Look for a game that was left."""
        if self._found is None:
            self._found = waiting_game(self._folder, self._desk.dataset)

    def take(self) -> KeptGame | None:
        """Go on with the game that was found: it is this window's now."""
        if self._found is None:
            return None
        kept, self._record = self._found
        self._found = None
        return kept

    def throw_away(self) -> None:
        """Take the game that was found away."""
        if self._found is not None:
            self._found[1].discard()
            self._found = None

    def begin(self) -> None:
        """Another game is begun; one that is over goes, one that was found waits on."""
        self._record.discard()
        self._record = GameRecord(self._folder)

    def keep(self) -> None:
        """Keep the game as it is now."""
        game = self._desk.game
        if game is None:
            return
        kept = KeptGame(game, self._desk.names, self._clock.whole, self._clock.left)
        try:
            self._record.keep(kept, self._desk.dataset)
        except OSError as error:  # it can be played all the same
            _log.warning("the game cannot be kept: %s", error)

    def stop(self) -> None:
        """Keep what the clock says, and let the game wait for the next start."""
        self.keep()
        self._record.leave()
        if self._found is not None:
            self._found[1].leave()
            self._found = None
