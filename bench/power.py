"""Power indices, lists of coalitions and the power panel.

The packages are those of the extra ``bench``; what they give is compared with our fractions before
anything is measured.
"""

import statistics
from collections.abc import Sequence

import powerindex
import powerindices
from PySide6.QtWidgets import QApplication

from bench.table import Row, percentile, side_by_side, timed
from iraq_explorer.core.players import By, game_of
from iraq_explorer.core.power_index import Shares, banzhaf, banzhaf_absolute, shapley_shubik
from iraq_explorer.core.power_standing import PowerQuestion
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.power_panel import PowerPanel

SCENARIO = "maliki_sadr_2010"
TIMES = 15
STEPS = 60
CLOSE = 1e-12
"""How far a package's floating-point number may be from our fraction."""


def rows(window: MainWindow) -> tuple[list[Row], list[str]]:
    """Every measurement of this file, and what has to be known of them."""
    made: list[Row] = []
    for by, name in ((By.BLOC, "blocs"), (By.LIST, "lists")):
        game = _game(by)
        what = f"Banzhaf, Shapley-Shubik, {len(game.weights)} {name} of 2010"
        made += _against_powerindex(game, what), _against_powerindices(game, what)
    listing, note = _listing()
    panel, told = _panel(window)
    return [*made, listing, _large(), panel], [note, told]


def _game(by: By) -> VotingGame:
    dataset = shipped_dataset()
    scenario = dataset.scenarios[SCENARIO]
    return game_of(scenario, dataset.chamber_of(scenario), by)


def _fresh(game: VotingGame) -> VotingGame:
    """The game anew: it keeps what it has counted."""
    return VotingGame(game.quota, game.weights)


# -- indices -------------------------------------------------------------------------------------


def _against_powerindex(game: VotingGame, what: str) -> Row:
    def theirs() -> powerindex.Game:
        counted = powerindex.Game(game.quota, weights=list(game.weights))
        counted.calc_banzhaf()
        counted.calc_shapley_shubik()
        return counted

    def ours() -> tuple[Shares, Shares]:
        fresh = _fresh(game)
        return banzhaf(fresh), shapley_shubik(fresh)

    found, counted = ours(), theirs()
    _check(found[0], counted.banzhaf)
    _check(found[1], counted.shapley_shubik)
    return Row(what, *side_by_side(ours, theirs, TIMES), 0.2, "powerindex")


def _against_powerindices(game: VotingGame, what: str) -> Row:
    def theirs() -> tuple[list[float], list[float]]:
        # It writes into the list of weights that it is given.
        return (
            powerindices.compute_pbi(game.quota, list(game.weights)),
            powerindices.compute_ssi(game.quota, list(game.weights)),
        )

    def ours() -> tuple[Shares, Shares]:
        fresh = _fresh(game)
        return banzhaf_absolute(fresh), shapley_shubik(fresh)

    for mine, their in zip(ours(), theirs(), strict=True):
        _check(mine, their)
    return Row(what, *side_by_side(ours, theirs, TIMES), 0.067, "powerindices")


def _check(ours: Shares, theirs: Sequence[float]) -> None:
    for mine, their in zip(ours, theirs, strict=True):
        assert abs(float(mine) - their) <= CLOSE, f"{mine} is not {their}"


def _large() -> Row:
    """The largest parliament there could be: 60 players with 650 seats, of 20 different sizes."""
    weights = tuple(1 + place % 20 for place in range(59))
    game = VotingGame(326, (*weights, 650 - sum(weights)))

    def count() -> None:
        fresh = _fresh(game)
        banzhaf(fresh)
        shapley_shubik(fresh)

    took = statistics.median(timed(count) for _ in range(TIMES))
    return Row("Banzhaf, Shapley-Shubik, 60 players", took, None, 100, "650 seats")


# -- lists of coalitions -------------------------------------------------------------------------


def _listing() -> tuple[Row, str]:
    game = _game(By.BLOC)
    number = game.minimal_winning_count

    def every() -> None:
        listed = sum(1 for _ in _fresh(game).minimal_winning())
        assert listed == number

    took = statistics.median(timed(every) for _ in range(TIMES)) * 1000 / number
    note = (
        f"*Listing* makes all {number:,} minimal winning coalitions of the {len(game.weights)} "
        f"blocs of 2010 at {game.quota} of {game.total}; the row gives a thousand of them."
    )
    row = Row("List 1,000 minimal winning coalitions", took, None, 2, f"of {number:,}")
    return row, note


# -- the panel -----------------------------------------------------------------------------------


def _panel(window: MainWindow) -> tuple[Row, str]:
    """What the power panel adds to the step of a drag that crosses into another coalition."""
    panel = window.docks.reveal("powerDock")
    assert isinstance(panel, PowerPanel)
    while panel.standing is None:
        QApplication.processEvents()
    panel.ask(PowerQuestion(By.BLOC))
    document = window.document
    scenario = document.scenario
    first, *_ = scenario.coalitions
    blocs = [bloc.id for bloc in document.chamber.blocs]
    moved = [scenario.move(blocs[n : n + 2], first.id) for n in range(0, 12, 2)]
    document.shown_changed.disconnect(panel.follow)
    took = []
    for step in range(STEPS):
        document.preview(moved[step % len(moved)])
        QApplication.processEvents()
        took.append(timed(lambda: _drawn(panel)))
    document.preview(None)
    document.shown_changed.connect(panel.follow)
    number = len(panel.table.rows.rows)
    window.docks.reveal("inspectorDock")
    row = Row("Power panel follows a step of a drag", percentile(took, 0.95), None, 16, "95th p.")
    return row, f"*The power panel* reckons and draws {number} blocs anew at each step."


def _drawn(panel: PowerPanel) -> None:
    panel.follow()
    QApplication.processEvents()  # all other views have drawn this step already
