"""What the parts of the game share: its state, the names of the groups, and whose turn it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.negotiation import Game
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.ui.words import tr


class Desk(QObject):
    """Holds one game. Parts draw it anew when it changes and make moves through ``play``."""

    changed = Signal()
    told = Signal(str)
    """Why a move was not possible."""

    def __init__(self, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset = dataset
        self.game: Game | None = None
        self.names: tuple[str, ...] = ()

    def begin(self, game: Game, names: tuple[str, ...]) -> None:
        """Play another game."""
        self.game, self.names = game, names
        self.changed.emit()

    def play(self, move: Callable[[Game], Game]) -> bool:
        """Make a move; one that the rules do not allow is told and changes nothing."""
        if self.game is None:
            return False
        try:
            self.game = move(self.game)
        except ValueError as error:
            self.told.emit(tr("That is not possible: {why}.", why=error))
            return False
        self.changed.emit()
        return True


def table_scenario(
    game: Game, names: tuple[str, ...], blocs: tuple[str, ...] = (), by: int = 0
) -> Scenario:
    """What the hemicycle shows: the groups, or the government that one of them proposes."""
    base = Scenario(
        game.scenario.name,
        game.scenario.chamber,
        game.scenario.date,
        game.scenario.rule,
        game.scenario.custom_quota,
        what_if=game.scenario.what_if,
        disregarded=game.scenario.disregarded,
    )
    if blocs:
        return base.with_new_coalition(tr("The offer"), blocs).change_coalition("c1", colour=by)
    coalitions = tuple(Coalition(f"g{g}", names[g], g) for g in game.groups)
    membership = {bloc: f"g{g}" for g in game.groups for bloc in game.hands[g]}
    return Scenario(
        base.name,
        base.chamber,
        base.date,
        base.rule,
        base.custom_quota,
        coalitions=coalitions,
        membership=membership,
        what_if=base.what_if,
        disregarded=base.disregarded,
    )
