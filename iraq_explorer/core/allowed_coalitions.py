"""The minimal winning coalitions that constraints allow, one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import combinations, takewhile

from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.limits import Limits
from iraq_explorer.core.voting_game import VotingGame

LISTED = 250_000
"""Most minimal winning coalitions that are gone through to count those allowed: half a second."""
_UNDECIDED, _CASES = 12, 256
"""Most players who need others or are needed; most sets of them that are kept at hand."""


def minimal_within(
    game: VotingGame, limits: Limits, proceed: Callable[[], bool] = lambda: True
) -> Iterator[tuple[int, ...]]:
    """The coalitions that win and keep the limits, and of which no part does both.

    Each is made when asked for, those with fewest seats first wherever ``minimal_winning`` of the
    game has them so. Without required partners and required players they are the minimal winning
    coalitions of the game that keep the limits; with them a member can stay because others ask for
    it, though its seats are not needed.

    Args:
        game: the game of the players.
        limits: what is asked of them.
        proceed: asked before each coalition that is looked at; ``False`` ends the search.

    Raises:
        TooMuchWorkError: very many players need partners.

    """
    if limits.free:
        return takewhile(lambda _: proceed(), game.minimal_winning())
    listings = [_completed(game, limits, core, proceed) for core in _cores(game, limits)]
    return (members for _, members in merge(*listings))


def listed_within(game: VotingGame, limits: Limits) -> list[tuple[int, ...]]:
    """All the coalitions of ``minimal_within``.

    Raises:
        TooMuchWorkError: there are too many minimal winning coalitions to go through.

    """
    looked_at = 0
    for core in _cores(game, limits):
        looked_at += core.rest.minimal_winning_count if core.rest else 1
        if looked_at > LISTED:
            raise TooMuchWorkError(
                f"more than {LISTED:,} minimal winning coalitions are too many to look at each"
            )
    return list(minimal_within(game, limits))


@dataclass(frozen=True, slots=True)
class _Core:
    """Of a coalition those members who need others or are needed, or are required."""

    members: frozenset[int]
    part: int
    """The most seats that a smaller set of them has which is allowed too; -1 where none is."""
    rest: VotingGame | None
    """What others can add: the game for the missing seats; ``None`` where none are missing.

    Those who cannot join keep their places and weigh nothing.
    """


def _cores(game: VotingGame, limits: Limits) -> list[_Core]:
    """Every core that others can complete to a minimal coalition.

    Who needs nobody and is needed by nobody can leave any coalition and breaks no limit by that, so
    which parts of a coalition are allowed depends on its core alone.
    """
    bound = limits.required.union(*limits.needs)
    undecided = sorted(bound - limits.required - limits.excluded)
    if limits.nothing or limits.required & limits.excluded:
        return []
    if len(undecided) > _UNDECIDED:
        raise TooMuchWorkError(f"{len(undecided)} players who need others are too many")
    allowed = [
        (members, game.seats(members))
        for size in range(len(undecided) + 1)
        for chosen in combinations(undecided, size)
        if limits.keeps(members := limits.required.union(chosen))
    ]
    found = []
    for members, seats in allowed:
        part = max((less for smaller, less in allowed if smaller < members), default=-1)
        if part >= min(seats, game.quota):
            continue  # the smaller one does as well, whoever joins
        shut_out = bound | limits.excluded
        shut_out = shut_out.union(*(limits.apart_from.get(member, ()) for member in members))
        missing = game.quota - seats
        weights = tuple(0 if p in shut_out else w for p, w in enumerate(game.weights))
        if missing <= 0:
            found.append(_Core(members, part, None))
        elif missing <= sum(weights):
            found.append(_Core(members, part, VotingGame(missing, weights)))
    if len(found) > _CASES:
        raise TooMuchWorkError(f"{len(undecided)} players who need others are too many")
    return found


def _completed(
    game: VotingGame, limits: Limits, core: _Core, proceed: Callable[[], bool]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The minimal coalitions that a core is of, with their seats."""
    if core.rest is None:
        yield game.seats(core.members), tuple(sorted(core.members))
        return
    free = [
        pair for pair in limits.apart if core.rest.weights[pair[0]] * core.rest.weights[pair[1]]
    ]
    for others in core.rest.minimal_winning():
        if not proceed():
            return
        seats = sum(core.rest.weights[p] for p in others)
        if seats + core.part >= game.quota and core.part >= 0:
            continue
        if any(one in others and other in others for one, other in free):
            continue
        yield game.quota - core.rest.quota + seats, tuple(sorted((*core.members, *others)))
