"""Reckoning power: at once where it takes less than a frame, else in the background."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.power_account import Account, account_of
from iraq_explorer.core.power_standing import PowerQuestion, Standing, game_standing, standing_of
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.background import Background

_MANY = 30
"""With more players than this, counting can take longer than a frame."""
_PATIENCE_MS = 150
"""How long older numbers stay while new ones are counted."""


class PowerReckoning(QObject):
    """Answers the newest question; the answers to older ones are dropped."""

    answered = Signal(Standing)
    impossible = Signal()
    """Nobody can win: the quota is more than all seats."""
    waiting = Signal(Standing)
    """The answer takes a while: here are the players, without shares."""
    accounted = Signal(Account)
    failed = Signal(object)
    """The exception that counting ended with."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._then: Callable[[object], None] | None = None
        self._bare: Standing | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._then is not None

    def stop(self) -> None:
        """Drop what is asked, and wait until nothing runs any more."""
        self._then = None
        self._patience.stop()
        self._background.stop()

    def ask(self, scenario: Scenario, chamber: Chamber, question: PowerQuestion) -> None:
        """Reckon the power in a scenario."""
        self._then = None
        self._patience.stop()
        try:
            bare = game_standing(scenario, chamber, question)
        except ValueError:
            self.impossible.emit()
            return
        if _takes_long(bare, scenario):
            self._bare = bare
            self._patience.start()
            self._await(partial(standing_of, scenario, chamber, question), self.answered.emit)
        else:
            self.answered.emit(standing_of(scenario, chamber, question))

    def account(self, standing: Standing, player: int) -> None:
        """Reckon how the share of a player comes about."""
        work = partial(account_of, standing, player)
        if len(standing.players) > _MANY:
            self._await(work, self.accounted.emit)
        else:
            self.accounted.emit(work())

    def _await(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._then = then
        self._background.request(work)

    def _on_done(self, answer: object) -> None:
        then, self._then = self._then, None
        self._patience.stop()
        if then is not None:
            then(answer)

    def _on_failed(self, error: object) -> None:
        self._then = None
        self._patience.stop()
        self.failed.emit(error)

    def _on_patience(self) -> None:
        if self._bare is not None:
            self.waiting.emit(self._bare)


def _takes_long(bare: Standing, scenario: Scenario) -> bool:
    number, question = len(bare.players), bare.question
    red_lines = question.red_lines and bool(scenario.constraints)
    orders_of_heads = question.index == "shapley_shubik" and bare.heads is not None
    return number > _MANY or red_lines or (orders_of_heads and number > _MANY // 2)
