"""Power under red lines: the indices reckoned on the coalitions that constraints allow.

A coalition counts where it wins and keeps every constraint. A member is critical where the rest,
without it, no longer wins or breaks a constraint. So what is played is a simple game restricted to
allowed coalitions: Carreras, *Restriction of simple games* (1991), where coalitions with a pair
that refuses to sit together are left out. Unlike there, required partners are constraints too, and
then the game need not be monotone: a coalition that counts may stop to when somebody joins.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import zip_longest
from math import factorial

from iraq_explorer.core.allowed_coalitions import listed_within
from iraq_explorer.core.generating_function import Slots, demand
from iraq_explorer.core.limits import Limits
from iraq_explorer.core.power_index import Shares, normalised
from iraq_explorer.core.voting_game import VotingGame

DEFINITION = (
    "A coalition counts when it wins and keeps every constraint. A member is critical when the "
    "rest, without it, no longer wins or breaks a constraint."
)
"""What is reckoned, for the screen."""

Rows = list[int]
"""For each size of a set, from 0 up, the generating function of the seats of such sets."""


class RestrictedGame:
    """A weighted voting game in which only some coalitions are allowed."""

    def __init__(self, game: VotingGame, limits: Limits) -> None:
        """Take a game as it is; limits name its players."""
        self.game = game
        self.limits = limits
        self._number = len(game.weights)
        self._slots = Slots(self._number + 1, game.total + 1)
        self._known: dict[frozenset[int], Rows] = {}
        self._work = 0

    # -- counting --------------------------------------------------------------------------

    @cached_property
    def winning_count(self) -> int:
        """How many coalitions win and keep every constraint.

        Raises:
            TooMuchWorkError: the constraints are too entangled to count with.

        """
        sets = self._allowed()
        return sum(self._count(row, self.game.quota) for row in sets)

    @property
    def swings(self) -> tuple[int, ...]:
        """In how many allowed winning coalitions each player is critical.

        Raises:
            TooMuchWorkError: the constraints are too entangled to count with.

        """
        return tuple(map(sum, self._swings_by_size))

    @cached_property
    def _swings_by_size(self) -> tuple[tuple[int, ...], ...]:
        """For each player its swings by how many others there are.

        Of the allowed winning coalitions with the player, those are no swings that win and are
        allowed without it too.
        """
        limits, weights, quota = self.limits, self.game.weights, self.game.quota
        bound = limits.required.union(limits.excluded, *limits.apart, *limits.needs)
        alike: dict[int, tuple[int, ...]] = {}
        found = []
        for player, weight in enumerate(weights):
            if player not in bound and weight in alike:
                found.append(alike[weight])
                continue
            joined = self._allowed(player)
            both = self._allowed(player, also_without=True)
            swings = tuple(
                self._count(one, quota - weight) - self._count(other, quota)
                for one, other in zip_longest(joined, both, fillvalue=0)
            )
            found.append(swings)
            if player not in bound:
                alike[weight] = swings
        return tuple(found)

    def _count(self, row: int, low: int) -> int:
        return self._slots.count(row, low, self._slots.length)

    def _allowed(self, player: int | None = None, *, also_without: bool = False) -> Rows:
        """Allowed sets; or sets of others that are allowed with the player, and without it too."""
        limits = self.limits
        outside = set(limits.excluded)
        inside = set(limits.required)
        if player is not None:
            inside.add(player)
        if also_without and player is not None:
            if player in limits.required:
                return [0]
            outside |= limits.needed_by.get(player, frozenset())
        sets = self._sets(frozenset(range(self._number)), inside, outside)
        if player is None:
            return sets
        # Each holds the player: taken out again, it leaves the others.
        moved = [row >> self.game.weights[player] * self._slots.width for row in sets[1:]]
        return moved or [0]

    def _sets(self, among: frozenset[int], inside: set[int], outside: set[int]) -> Rows:
        """Allowed sets of some players that hold certain ones and do without others."""
        limits = self.limits
        if limits.nothing:
            return [0]
        asked, refused = list(inside), list(outside)
        inside, outside = set(inside), set(outside)
        while asked or refused:
            if asked:
                player = asked.pop()
                more, less = limits.partners.get(player), limits.apart_from.get(player)
                asked += (more or frozenset()) - inside
                inside |= more or frozenset()
            else:
                player = refused.pop()
                less = limits.needed_by.get(player)
            refused += (less or frozenset()) - outside
            outside |= less or frozenset()
            if inside & outside:
                return [0]
        rows = self._undecided(among - inside - outside)
        seats, size = self.game.seats(inside & among), len(inside & among)
        return [0] * size + [row << seats * self._slots.width for row in rows]

    def _undecided(self, among: frozenset[int]) -> Rows:
        """Allowed sets of players of whom any one can be in or out as far as others go."""
        rows = [1]
        for group in self._groups(among):
            if len(group) == 1:
                self._demand(4 * len(rows), len(rows))
                rows = self._slots.join(rows, self.game.weights[next(iter(group))])
            else:
                rows = self._product(rows, self._group(group))
        return rows

    def _group(self, group: frozenset[int]) -> Rows:
        """Allowed sets of players whom constraints hold together: with one of them, or without."""
        if group not in self._known:
            chosen = max(sorted(group), key=lambda p: len(self._linked(p) & group))
            with_it = self._sets(group, {chosen}, set())
            without = self._sets(group, set(), {chosen})
            self._known[group] = [
                one + other for one, other in zip_longest(with_it, without, fillvalue=0)
            ]
        return self._known[group]

    def _linked(self, player: int) -> frozenset[int]:
        limits = self.limits
        nobody = frozenset[int]()
        return nobody.union(
            limits.apart_from.get(player, nobody),
            limits.partners.get(player, nobody),
            limits.needed_by.get(player, nobody),
        )

    def _groups(self, among: frozenset[int]) -> list[frozenset[int]]:
        """The players as constraints hold them together."""
        left, found = set(among), []
        while left:
            group, fresh = set[int](), {left.pop()}
            while fresh:
                group |= fresh
                fresh = set().union(*map(self._linked, fresh)) & left
                left -= fresh
            found.append(frozenset(group))
        return found

    def _product(self, rows: Rows, others: Rows) -> Rows:
        self._demand(8 * len(rows) * len(others), len(rows) + len(others))
        product = [0] * (len(rows) + len(others) - 1)
        for size, row in enumerate(rows):
            for more, other in enumerate(others):
                product[size + more] += row * other
        return product

    def _demand(self, steps: int, rows: int) -> None:
        """Go on only while all steps so far, each through a whole row, are not too many."""
        bits = self._slots.width * self._slots.length
        self._work += bits * steps
        demand(self._work, bits * rows, self._number, self.game.total)

    # -- indices ---------------------------------------------------------------------------

    def banzhaf(self) -> Shares:
        """A player's share of the swings in allowed coalitions; all 0 where there are none."""
        return normalised(self.swings)

    def banzhaf_absolute(self) -> Shares:
        """The chance to be critical in an allowed coalition when each other joins by a coin."""
        return tuple(Fraction(swings, 1 << (self._number - 1)) for swings in self.swings)

    def shapley_shubik(self) -> Shares:
        """The share of orders of joining, among those in which a swing is allowed.

        With ``k`` others before the player a swing stands for ``k! (n - 1 - k)!`` orders. Not every
        order has a swing any more, and one can have several, so the shares are of all swings.
        """
        last = self._number - 1
        return normalised([
            sum(n * factorial(k) * factorial(last - k) for k, n in enumerate(swings))
            for swings in self._swings_by_size
        ])  # fmt: skip

    def deegan_packel(self) -> Shares:
        """Each minimal allowed coalition is as likely, and its members share it equally."""
        shares = [Fraction(0)] * self._number
        for size, players in self._places.items():
            for player, times in enumerate(players):
                shares[player] += Fraction(times, size)
        return normalised(shares)

    def holler(self) -> Shares:
        """A player's share of places in minimal allowed coalitions."""
        return normalised([sum(players) for players in zip(*self._places.values(), strict=True)] or
                          [0] * self._number)  # fmt: skip

    @cached_property
    def minimal_winning_count(self) -> int:
        """How many allowed winning coalitions have no part that is one too.

        Raises:
            TooMuchWorkError: there are too many to go through.

        """
        return len(self._minimal)

    @cached_property
    def _minimal(self) -> list[tuple[int, ...]]:
        return listed_within(self.game, self.limits)

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """For each size of a minimal allowed coalition the places that each player has in them."""
        places: dict[int, list[int]] = {}
        for members in self._minimal:
            of_size = places.setdefault(len(members), [0] * self._number)
            for member in members:
                of_size[member] += 1
        return places


RESTRICTED: Mapping[str, Callable[[RestrictedGame], Shares]] = {
    "banzhaf": RestrictedGame.banzhaf,
    "banzhaf_absolute": RestrictedGame.banzhaf_absolute,
    "shapley_shubik": RestrictedGame.shapley_shubik,
    "deegan_packel": RestrictedGame.deegan_packel,
    "holler": RestrictedGame.holler,
}
"""The indices under constraints, by the names that ``power_index.INDICES`` has for them."""
