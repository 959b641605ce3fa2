"""Power indices: who can make a difference, as exact fractions, and the table of them.

Each index is a function of a game that returns one fraction for each player. Players of equal
weight share one calculation. An index raises ``TooMuchWorkError`` before it starts where a game is
too large for it. In every game somebody is critical somewhere, so the shares of a normalised index
add up to 1; should nobody be, they are all 0.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import comb, factorial
from typing import TypeVar

from iraq_explorer.core.generating_function import Slots, TooMuchWorkError, demand
from iraq_explorer.core.voting_game import VotingGame, minimal_count

T = TypeVar("T")

Shares = tuple[Fraction, ...]
"""One fraction for each player, in the order of the game."""


def normalised(numbers: Sequence[int | Fraction]) -> Shares:
    """The numbers as shares of their sum; all 0 where that is 0."""
    whole = sum(numbers)
    return tuple(Fraction(number) / whole if whole else Fraction(0) for number in numbers)


# -- Banzhaf and Coleman ---------------------------------------------------------------------------


def banzhaf(game: VotingGame) -> Shares:
    """A player's share of all swings: Banzhaf, *Weighted voting doesn't work* (1965)."""
    return normalised(game.swings)


def banzhaf_absolute(game: VotingGame) -> Shares:
    """The chance to be critical when each other joins or not by a coin.

    Penrose, *The elementary statistics of majority voting* (1946).
    """
    others = 1 << (len(game.weights) - 1)
    return tuple(Fraction(swings, others) for swings in game.swings)


def coleman_prevent(game: VotingGame) -> Shares:
    """The share of winning sets that lose without the player.

    Coleman, *Control of collectivities and the power of a collectivity to act* (1971), which also
    has the two indices below.
    """
    return tuple(Fraction(swings, game.winning_count) for swings in game.swings)


def coleman_initiate(game: VotingGame) -> Shares:
    """The share of losing sets that win with the player: Coleman (1971)."""
    return tuple(Fraction(swings, game.losing_count) for swings in game.swings)


def coleman_collectivity(game: VotingGame) -> Fraction:
    """The share of all sets that win, the power of the chamber to act: Coleman (1971)."""
    return Fraction(game.winning_count, 1 << len(game.weights))


# -- Shapley and Shubik, Owen ----------------------------------------------------------------------


def shapley_shubik(game: VotingGame) -> Shares:
    """The share of orders of joining in which the player brings the quota.

    Shapley and Shubik, *A method for evaluating the distribution of power in a committee system*
    (1954). Swings are counted by the size of the set, with a generating function in two variables
    (Cantor's, in Mann and Shapley, *Values of large games VI*, 1962): with ``k`` others before the
    player and ``n - 1 - k`` after it, a swing stands for ``k! (n - 1 - k)!`` of the ``n!`` orders.
    """
    game = game.lowest_terms
    weights, quota = game.weights, _lower_quota(game)
    number, kinds = sum(weight > 0 for weight in weights), set(weights) - {0}
    bits = (number + 1) * quota
    demand(bits * number * (number // 2 + len(kinds)), bits * number, number, quota)
    slots = Slots(number + 1, quota)
    rows = [1]
    for weight in sorted(weights):
        if weight:  # players without weight are in the game of the others as if they were not
            rows = slots.join(rows, weight)
    orders = [factorial(k) * factorial(number - 1 - k) for k in range(number)]
    shares = {0: Fraction(0)}
    for weight in kinds:
        swings = 0
        for row, order in zip(slots.leave(rows, weight), orders, strict=False):
            swings += slots.count(row, quota - weight, quota) * order
        shares[weight] = Fraction(swings, factorial(number))
    return tuple(shares[weight] for weight in weights)


def owen(game: VotingGame, unions: Sequence[Hashable]) -> Shares:
    """Shapley and Shubik's share when the members of a union join one after another.

    Owen, *Values of games with a priori unions* (1977). ``unions`` names the union of each player;
    one who is in none has ``None``.
    """
    return _with_unions(
        game, unions, lambda before, number: factorial(before) * factorial(number - 1 - before)
    )


def banzhaf_owen(game: VotingGame, unions: Sequence[Hashable]) -> Shares:
    """The chance to be critical when other unions join whole or not, one's own member by member.

    Owen, *Modification of the Banzhaf-Coleman index for games with a priori unions* (1982). The
    shares are absolute: they need not add up to 1.
    """
    return _with_unions(game, unions, lambda before, number: 1)


def _with_unions(
    game: VotingGame, unions: Sequence[Hashable], orders: Callable[[int, int], int]
) -> Shares:
    """Swings with the other unions whole, each counted for its ``orders`` of unions and members."""
    if len(unions) != len(game.weights):
        raise ValueError(f"{len(game.weights)} players, but unions for {len(unions)}")
    game = game.lowest_terms
    weights, quota, number = game.weights, _lower_quota(game), len(game.weights)
    members: dict[Hashable, list[int]] = {}
    for player, union in enumerate(unions):
        members.setdefault(("alone", player) if union is None else ("in", union), []).append(player)
    sums = {union: sum(weights[p] for p in inside) for union, inside in members.items()}
    count = len(members)
    width = number + factorial(count).bit_length() + 1
    bits = width * quota
    largest = max(map(len, members.values()))
    demand(
        bits * (2 * count * count + number * 2 * largest),
        bits * (count + 2 * largest),
        number,
        quota,
    )
    slots = Slots(width, quota)
    whole = [1]
    for seats in sums.values():
        whole = slots.join(whole, seats)
    shares = [Fraction(0)] * number
    for union, inside in members.items():
        others = slots.leave(whole, sums[union])
        outer = sum(row * orders(k, count) for k, row in enumerate(others[:count]))
        rows = [outer]
        for player in inside:
            rows = slots.join(rows, weights[player])
        size = len(inside)
        possible = _all_orders(orders, count) * _all_orders(orders, size)
        for weight in {weights[player] for player in inside}:
            swings = sum(
                slots.count(row, quota - weight, quota) * orders(k, size)
                for k, row in enumerate(slots.leave(rows, weight)[:size])
            )
            for player in inside:
                if weights[player] == weight:
                    shares[player] = Fraction(swings, possible)
    return tuple(shares)


def _all_orders(orders: Callable[[int, int], int], number: int) -> int:
    """The orders of one player and every set of ``number - 1`` others that can be before it."""
    return sum(comb(number - 1, before) * orders(before, number) for before in range(number))


def _lower_quota(game: VotingGame) -> int:
    """The quota of the game or of its dual: both have the same swings, of mirrored sizes."""
    return min(game.quota, game.dual.quota)


# -- minimal winning coalitions: Holler, Deegan and Packel -----------------------------------------


def holler(game: VotingGame) -> Shares:
    """A player's share of places in minimal winning coalitions, the public good index.

    Holler, *Forming coalitions and measuring voting power* (1982).
    """
    game = game.lowest_terms
    number, kinds = len(game.weights), set(game.weights) - {0}
    bits = (number + 1) * game.quota
    demand(bits * number * len(kinds), 3 * bits, number, game.quota)
    everywhere = minimal_count(game)
    places = {0: 0}
    for weight in kinds:
        places[weight] = everywhere - minimal_count(game, game.weights.index(weight))
    return normalised([places[weight] for weight in game.weights])


def deegan_packel(game: VotingGame) -> Shares:
    """Each minimal winning coalition is as likely, and its members share it equally.

    Deegan and Packel, *A new index of power for simple n-person games* (1978).
    """
    game = game.lowest_terms
    order = sorted(filter(None, game.weights), reverse=True)
    number, quota = len(game.weights), game.quota
    kinds = sorted(set(order), reverse=True)
    bits, largest = (number + 1) * quota, _largest_minimal(order, quota)
    demand(bits * number * largest * (len(kinds) + 1) // 2, bits * largest, number, quota)
    slots = Slots(number + 1, quota)

    def extend(sizes: list[int], rows: list[int], players: Sequence[int]) -> list[int]:
        """Count the coalitions whose lightest member is one of the players, by their size."""
        for weight in players:
            for size, row in enumerate(rows, 1):
                sizes[size] += slots.count(row, quota - weight, quota)
            rows = slots.join(rows, weight)
        return rows

    # All coalitions, and beside them, for each weight, those that do without one such player:
    # they part where the last player of that weight would have come in.
    sizes, rows = [0] * (number + 2), [1]
    without: dict[int, list[int]] = {}
    for weight in kinds:
        same = order.count(weight)
        rows = extend(sizes, rows, [weight] * (same - 1))
        without[weight] = sizes.copy()
        extend(without[weight], rows, [other for other in order if other < weight])
        rows = extend(sizes, rows, [weight])
    every = sum(sizes)
    shares = {0: Fraction(0)}
    for weight, others in without.items():
        # The least common multiple of many sizes is large, but it is one number for all.
        shares[weight] = sum(
            (
                Fraction(found - left, size)
                for size, (found, left) in enumerate(zip(sizes, others, strict=True))
                if found != left
            ),
            Fraction(0),
        )
    return tuple(shares[weight] / every for weight in game.weights)


def _largest_minimal(order: Sequence[int], quota: int) -> int:
    """No minimal winning coalition has more members than the lightest players need."""
    seats = 0
    for members, weight in enumerate(reversed(order), 1):
        seats += weight
        if seats >= quota:
            return members
    return len(order)


# -- Johnston --------------------------------------------------------------------------------------


def johnston(game: VotingGame) -> Shares:
    """A player's share of swings, a swing counting less the more others have one there too.

    Johnston, *On the measurement of power: some reactions to Laver* (1978). In a winning set with
    an excess ``e`` those are critical who weigh more than ``e``, so for each range of the excess
    the sets are counted by how many such players they hold.
    """
    game = game.lowest_terms
    order = sorted(filter(None, game.weights))
    quota, number, kinds = game.quota, len(game.weights), sorted(set(order))
    bits = (number + 1) * (quota + kinds[-1])
    heavier = [sum(weight >= kind for weight in order) for kind in kinds]
    most = _largest_minimal(order[::-1], quota + kinds[-1])
    work = sum(
        many * min(many, most) // 2 + (len(kinds) - at) * min(many, most)
        for at, many in enumerate(heavier)
    )
    demand(bits * work, bits * most, number, quota)
    tallies = {kind: [0] * (number + 2) for kind in kinds}
    light, lighter = 1, 0
    for kind in kinds:
        low, high = quota + lighter, quota + kind  # the sums with an excess in this range
        slots = Slots(number + 1, high)
        rows = [light & slots.mask]
        for weight in order:
            if weight >= kind:
                rows = slots.join(rows, weight)
        for weight in kinds:
            if weight >= kind:
                for critical, row in enumerate(slots.leave(rows, weight), 1):
                    tallies[weight][critical] += slots.count(row, low - weight, high - weight)
        wide = Slots(number + 1, quota + kinds[-1])
        for _ in range(order.count(kind)):
            light = wide.times(light, kind)
        lighter = kind
    raw = {0: Fraction(0)}
    for kind, tally in tallies.items():
        raw[kind] = sum(
            (Fraction(sets, critical) for critical, sets in enumerate(tally) if sets), Fraction(0)
        )
    return normalised([raw[weight] for weight in game.weights])


# -- the table -------------------------------------------------------------------------------------

INDICES: Mapping[str, Callable[[VotingGame], Shares]] = {
    "banzhaf": banzhaf,
    "banzhaf_absolute": banzhaf_absolute,
    "shapley_shubik": shapley_shubik,
    "deegan_packel": deegan_packel,
    "holler": holler,
    "johnston": johnston,
    "coleman_prevent": coleman_prevent,
    "coleman_initiate": coleman_initiate,
}
"""The indices of a game without unions, by the names that tables and JSON use."""


@dataclass(frozen=True, slots=True)
class PowerTable:
    """Every index of a game; ``None`` for what cannot be had, with the reason in the notes."""

    game: VotingGame
    winning: int | None
    minimal_winning: int | None
    collectivity: Fraction | None
    swings: tuple[int, ...] | None
    dummies: frozenset[int] | None
    shares: Mapping[str, Shares | None]
    notes: Mapping[str, str]
    """Why something is ``None``, by the name of what is."""


def power_table(game: VotingGame) -> PowerTable:
    """Reckon every index of a game, as far as its size allows."""
    notes: dict[str, str] = {}

    def attempt(name: str, reckon: Callable[[], T]) -> T | None:
        try:
            return reckon()
        except TooMuchWorkError as reason:
            notes[name] = str(reason)
            return None

    return PowerTable(
        game=game,
        winning=attempt("winning_coalitions", lambda: game.winning_count),
        minimal_winning=attempt("minimal_winning_coalitions", lambda: game.minimal_winning_count),
        collectivity=attempt("coleman_collectivity", lambda: coleman_collectivity(game)),
        swings=attempt("swings", lambda: game.swings),
        dummies=attempt("dummy", lambda: frozenset(game.dummies)),
        shares={name: attempt(name, partial(index, game)) for name, index in INDICES.items()},
        notes=notes,
    )
