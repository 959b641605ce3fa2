"""Negotiate from the window of the work: the game is loaded when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.game_record import waiting_game, waiting_games
from iraq_explorer.ui.comparing import Comparing
from iraq_explorer.ui.offer_bar import Offer
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.recovery import state_folder
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow
    from iraq_explorer.ui.negotiate import GameWindow


class Negotiating(QObject):
    """Opens the game, and takes over into the library what was agreed."""

    help_requested = Signal()

    def __init__(self, session: Session, comparing: Comparing, window: "MainWindow") -> None:
        super().__init__(window)
        self._session, self._comparing, self._parent = session, comparing, window
        self._theme = LIGHT
        self.window: GameWindow | None = None
        self._offer: Offer | None = None
        self._looked = False
        session.library_changed.connect(self._offer_waiting)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def begin(self) -> None:
        """Bring the game to the front: the one that was left, or a new one to set up."""
        self._withdraw_offer()
        if self.window is None:
            from iraq_explorer.ui.negotiate import GameWindow

            self.window = GameWindow(self._session, state_folder(), self._parent)
            self.window.help_requested.connect(self.help_requested)
            self.window.end.save_requested.connect(self.save)
            self.window.end.compare_requested.connect(self.compare)
            self.window.set_theme(self._theme)
            self.window.take_room()
        window, open_ = self.window, self._session.document.scenario
        if window.desk.game is None and window.setup.scenario != open_:
            window.set_up()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _offer_waiting(self) -> None:
        """At the start, offer the game that was left when the program ended."""
        if self._looked:
            return
        self._looked = True
        folder = state_folder()
        if not waiting_games(folder):
            return
        from iraq_explorer.ui.negotiate_words import waiting_text

        found = waiting_game(folder, self._session.document.dataset)
        if found is None:
            return
        kept, record = found
        record.leave()
        if kept.game.over:
            return
        self._offer = Offer(
            waiting_text(kept.game, kept.names),
            ((tr("Go on with it"), self._go_on), (tr("Throw it away"), self._throw_away)),
        )
        self._parent.offers.offer(self._offer)

    def _go_on(self) -> None:
        self.begin()
        if self.window is not None:
            self.window.resume()

    def _throw_away(self) -> None:
        found = waiting_game(state_folder(), self._session.document.dataset)
        if found is not None:
            found[1].discard()

    def _withdraw_offer(self) -> None:
        if self._offer is not None:
            self._parent.offers.withdraw(self._offer)
            self._offer = None

    def save(self, scenario: Scenario) -> None:
        """Put what was agreed into the library."""
        assert self.window is not None
        if not self._take_in(scenario):
            return
        if self._session.save():
            name = self._session.document.scenario.name
            self.window.messages.tell(Message(tr("Saved as “{name}”.", name=name)))
            self.window.end.save.setEnabled(False)
        else:
            text = tr("It could not be saved; it is open in the window of the work.")
            self.window.messages.tell(Message(text, bad=True))

    def compare(self, scenario: Scenario, history: Scenario) -> None:
        """Put what was agreed beside what followed in history."""
        assert self.window is not None
        if self._take_in(scenario):
            self.window.hide()
            self._comparing.begin(history)
            self._parent.activateWindow()

    def stop(self) -> None:
        """Put the game away with the window of the work; it is offered at the next start."""
        if self.window is not None:
            self.window.stop()

    def _take_in(self, scenario: Scenario) -> bool:
        """Open what was agreed, where it is not open already."""
        held = self._session.document.scenario
        if held.membership == scenario.membership and held.roll_call == scenario.roll_call:
            return True
        return self._session.take_in(scenario, tr("Agree in a game"))
