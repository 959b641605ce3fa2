"""Every minimal winning coalition of a chamber as a row, with what is to be said of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from iraq_explorer.core.allowed_coalitions import minimal_within
from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.constraint import Constraint, broken
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.limits import limits_of
from iraq_explorer.core.players import By, Player, players_of
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Inside, Standing
from iraq_explorer.core.voting_game import VotingGame

MOST = 500
"""Rows that are made at most."""
_PACE = 2_000
"""Coalitions that are looked at between two reports."""


@dataclass(frozen=True, slots=True)
class CoalitionRow:
    """One minimal winning coalition."""

    players: tuple[Player, ...]
    """Those with most seats first."""
    seats: int
    over: int
    """Seats above the quota."""
    inside: Inside
    broken: tuple[Constraint, ...]
    """The constraints that it breaks."""

    @property
    def blocs(self) -> tuple[str, ...]:
        """Every bloc in it."""
        return tuple(bloc for player in self.players for bloc in player.blocs)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which coalitions are listed. The empty one lists all."""

    keeps_constraints: bool = False
    """Only those that win and keep every constraint, and of which no part does both. With required
    partners among the constraints they can have members whose seats are not needed."""
    at_peace: bool = False
    """Only those without a hostile pair inside."""
    containing: str = ""
    """Only those with this bloc."""

    def __bool__(self) -> bool:
        return self.keeps_constraints or self.at_peace or bool(self.containing)


@dataclass(frozen=True, slots=True)
class CoalitionTable:
    """The rows that were asked for, and how many coalitions there are."""

    rows: tuple[CoalitionRow, ...]
    total: int | None
    """All minimal winning coalitions; ``None`` where they are too many to count."""
    looked_at: int
    """Those that were compared with what is wanted."""
    complete: bool
    """Whether every coalition that is wanted is a row."""
    note: str = ""
    """Why there are no rows, where the constraints are too entangled to list by."""


def coalition_table(
    scenario: Scenario,
    chamber: Chamber,
    standing: Standing,
    by: By = By.LIST,
    wanted: Wanted = Wanted(),
    most: int = MOST,
    proceed: Callable[[int, int], bool] = lambda looked_at, found: True,
) -> CoalitionTable:
    """The minimal winning coalitions of a chamber, those with fewest seats first.

    Under constraints they are the coalitions that the index of Holler counts under them.

    Args:
        scenario: its rule and constraints count, and who plays.
        chamber: the chamber, as the scenario assumes it.
        standing: how its blocs stand to each other.
        by: what a player is.
        wanted: which coalitions become rows.
        most: rows that are made at most.
        proceed: told now and then how many were looked at and found; ``False`` ends the search.

    """
    players = players_of(scenario, chamber, by)
    quota = scenario.quota(chamber)
    if not any(p.seats for p in players) or sum(p.seats for p in players) < quota:
        return CoalitionTable((), 0, 0, complete=True)
    game = VotingGame(quota, tuple(player.seats for player in players))
    try:
        total = game.minimal_winning_count
    except TooMuchWorkError:
        total = None
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    limits = limits_of(players, scenario.constraints if wanted.keeps_constraints else (), seats)
    masks = [standing.mask(player.blocs) for player in players]
    needed = standing.mask([wanted.containing]) if wanted.containing else 0
    rows: list[CoalitionRow] = []
    looked_at, going = 0, True

    def on() -> bool:
        nonlocal looked_at, going
        if looked_at % _PACE == 0:
            going = proceed(looked_at, len(rows))
        looked_at += going
        return going

    try:
        found = minimal_within(game, limits, on)
    except TooMuchWorkError as reason:
        return CoalitionTable((), total, 0, complete=False, note=str(reason))
    for members in found:
        mask = sum(masks[player] for player in members)
        if mask & needed != needed or (wanted.at_peace and not standing.at_peace(mask)):
            continue
        if len(rows) == most:
            return CoalitionTable(tuple(rows), total, looked_at, complete=False)
        rows.append(_row(members, players, mask, quota, standing, scenario.constraints, seats))
    return CoalitionTable(tuple(rows), total, looked_at, complete=going)


def _row(
    members: Sequence[int],
    players: Sequence[Player],
    mask: int,
    quota: int,
    standing: Standing,
    constraints: Sequence[Constraint],
    seats: dict[str, int],
) -> CoalitionRow:
    chosen = tuple(sorted((players[p] for p in members), key=lambda player: -player.seats))
    held = sum(player.seats for player in chosen)
    lifted = broken(constraints, frozenset(standing.members(mask)), seats)
    return CoalitionRow(chosen, held, held - quota, standing.inside(mask), lifted)
