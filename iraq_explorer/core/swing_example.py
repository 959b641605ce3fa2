"""The sets in which one player is critical: counted by their size, and listed one by one.

They are what a power index counts, so stepping through them explains its number.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from iraq_explorer.core.generating_function import Slots, demand
from iraq_explorer.core.voting_game import VotingGame

Members = tuple[int, ...]
"""Players in order."""


@dataclass(frozen=True)
class Swings:
    """The winning sets that lose without one player.

    Args:
        game: the game of seats.
        player: whose swings they are.
        heads: how many players have to agree as well, by a second rule that counts heads.
        unions: the union of each player, where other unions join whole or not at all; one who is
            in none has ``None``. Not together with ``heads``.

    """

    game: VotingGame
    player: int
    heads: int | None = None
    unions: tuple[Hashable, ...] | None = None

    @cached_property
    def _items(self) -> tuple[tuple[Members, ...], tuple[Members, ...]]:
        """Who joins as one: the other unions, and the others of the player's own union."""
        others = [p for p in range(len(self.game.weights)) if p != self.player]
        if self.unions is None:
            return (), tuple((p,) for p in others)
        own = self.unions[self.player]
        inside = [(p,) for p in others if own is not None and self.unions[p] == own]
        outside: dict[Hashable, list[int]] = {}
        for p in others:
            union = self.unions[p]
            if own is None or union != own:
                outside.setdefault(("alone", p) if union is None else union, []).append(p)
        return tuple(tuple(members) for members in outside.values()), tuple(inside)

    @property
    def joiners(self) -> tuple[int, int]:
        """How many other unions there are, and how many others in the player's own.

        Without unions nobody is in another one.
        """
        outside, inside = self._items
        return len(outside), len(inside)

    def _window(self, size: int) -> tuple[int, int]:
        """Between which seats the others, so many, lose alone and win with the player."""
        quota, weight = self.game.quota, self.game.weights[self.player]
        low = max(0, quota - weight)
        if self.heads is None or size >= self.heads:
            return low, quota
        return (low, self.game.total + 1) if size + 1 == self.heads else (0, 0)

    # -- counted -----------------------------------------------------------------------------

    @cached_property
    def by_size(self) -> dict[tuple[int, int], int]:
        """How many there are, by the other unions and the others of the own union in them."""
        outside, inside = self._items
        number = len(outside) + len(inside)
        length = self.game.quota if self.heads is None else self.game.total + 1
        bits = (number + 1) * length
        demand(bits * number * number, bits * number, number, length)
        slots = Slots(number + 2, length)
        rows = [1]
        for members in outside:
            rows = slots.join(rows, self.game.seats(members))
        found = {}
        for before, row in enumerate(rows):
            parts = [row]
            for members in inside:
                parts = slots.join(parts, self.game.seats(members))
            for size, part in enumerate(parts):
                sets = slots.count(part, *self._window(before + size))
                if sets:
                    found[before, size] = sets
        return found

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.by_size.values())

    # -- listed ------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Members]:
        """Each of them with the player, those of fewest joiners first, heavy ones first."""
        items = sorted(
            (members for part in self._items for members in part),
            key=lambda members: (-self.game.seats(members), members),
        )
        search = _Sized([self.game.seats(members) for members in items])
        for size in range(len(items) + 1):
            for chosen in search.sets(size, *self._window(size)):
                joined = (p for at in chosen for p in items[at])
                yield tuple(sorted((self.player, *joined)))

    # -- by how many are critical --------------------------------------------------------------

    def by_critical(self) -> dict[int, int]:
        """How many there are, by the number of players who are critical in them.

        In a winning set with an excess ``e`` those are critical who weigh more than ``e``.
        """
        game, weight = self.game, self.game.weights[self.player]
        others = [w for p, w in enumerate(game.weights) if p != self.player]
        kinds = sorted({w for w in game.weights if 0 < w <= weight})
        number, length = len(others) + 1, game.quota + weight
        bits = (number + 1) * length
        demand(bits * number * number * len(kinds), bits * number, number, length)
        slots = Slots(number + 1, length)
        found: dict[int, int] = {}
        light = 0
        for kind in kinds:
            base = 1
            for other in others:
                if other < kind:
                    base = slots.times(base, other)
            rows = [base]
            for other in others:
                if other >= kind:
                    rows = slots.join(rows, other)
            for critical, row in enumerate(rows, 1):
                low = game.quota - weight
                sets = slots.count(row, low + light, low + kind)
                if sets:
                    found[critical] = found.get(critical, 0) + sets
            light = kind
        return found


class _Sized:
    """All sets of so many items with a sum in a range, in order, without a dead end."""

    def __init__(self, weights: Sequence[int]) -> None:
        self._weights = weights
        # For each size, bit s of the entry at k: items from k on have such a set with the sum s.
        self._reach: list[list[int]] = [[1] * (len(weights) + 1)]

    def _reachable(self, size: int) -> list[int]:
        while len(self._reach) <= size:
            fewer, row = self._reach[-1], [0] * (len(self._weights) + 1)
            for at in range(len(self._weights) - 1, -1, -1):
                row[at] = row[at + 1] | fewer[at + 1] << self._weights[at]
            self._reach.append(row)
        return self._reach[size]

    def sets(self, size: int, low: int, high: int) -> Iterator[tuple[int, ...]]:
        """Those with a sum from ``low`` to below ``high``."""
        if high <= low:
            return
        self._reachable(size)
        stack: list[tuple[int, int, int, tuple[int, ...]]] = [(0, size, 0, ())]
        while stack:
            at, missing, seats, chosen = stack.pop()
            within = self._reach[missing][at] & ((1 << max(0, high - seats)) - 1)
            if not within >> max(0, low - seats):
                continue
            if not missing:
                yield chosen
                continue
            stack.append((at + 1, missing, seats, chosen))
            stack.append((at + 1, missing - 1, seats + self._weights[at], (*chosen, at)))


# -- minimal winning coalitions --------------------------------------------------------------------


def minimal_by_size(game: VotingGame, left_out: int | None = None) -> dict[int, int]:
    """How many minimal winning coalitions have how many members; without one player if named.

    With the players from heavy to light, each is a losing set of earlier ones and the first player
    who brings it to the quota.
    """
    number, quota = len(game.weights), game.quota
    bits = (number + 1) * quota
    demand(bits * number * number, bits * number, number, quota)
    slots = Slots(number + 1, quota)
    found: dict[int, int] = {}
    rows = [1]
    for player in sorted(range(number), key=lambda p: -game.weights[p]):
        if player == left_out:
            continue
        for size, row in enumerate(rows, 1):
            sets = slots.count(row, quota - game.weights[player], quota)
            if sets:
                found[size] = found.get(size, 0) + sets
        rows = slots.join(rows, game.weights[player])
    return found


def minimal_with(game: VotingGame, player: int) -> Iterator[Members]:
    """The minimal winning coalitions that a player is in, in the order of the game."""
    return (members for members in game.minimal_winning() if player in members)
