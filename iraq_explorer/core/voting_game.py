"""The weighted voting game: who wins, who is needed, and every least way to win.

A set of players wins when its weights add up to the quota. A quota at or below half is allowed:
then two sets that have nobody in common can both win, which the indices do not mind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import gcd

from iraq_explorer.core.generating_function import Slots, TooMuchWorkError, demand

_TAIL = 12
"""Players at the end of the order whose sets are tabled: 4,096 at most."""
_FEW, _LARGE = 16, 18
"""Up to how many players all sets can be looked at; bits of a total that is worth it."""


@dataclass(frozen=True)
class VotingGame:
    """A quota, and the weight of each player; players are known by their place, from 0.

    Raises:
        ValueError: no players, a negative weight, or a quota that nobody misses or nobody reaches.

    """

    quota: int
    weights: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse what is no game."""
        if not self.weights:
            raise ValueError("a voting game needs at least one player")
        if min(self.weights) < 0:
            raise ValueError(f"a weight cannot be negative: {min(self.weights)}")
        if self.quota < 1:
            raise ValueError(f"a quota has to be at least 1, not {self.quota}")
        if self.quota > self.total:
            raise ValueError(
                f"nobody can win: the quota is {self.quota}, all weights together are {self.total}"
            )

    @cached_property
    def total(self) -> int:
        """All weights together."""
        return sum(self.weights)

    @property
    def proper(self) -> bool:
        """Whether two sets with nobody in common can never both win: a quota above half does it."""
        return 2 * self.quota > self.total

    @cached_property
    def lowest_terms(self) -> "VotingGame":
        """A game in which the same sets win, with weights that are quicker to count with."""
        game = self._without_divisor
        few = len(game.weights) <= _FEW
        return game._rounded() if few and game.total.bit_length() > _LARGE else game

    @cached_property
    def _without_divisor(self) -> "VotingGame":
        divisor = gcd(*self.weights)
        if divisor == 1:
            return self
        return VotingGame(-(-self.quota // divisor), tuple(w // divisor for w in self.weights))

    def _rounded(self) -> "VotingGame":
        """Few players with very large weights: coarser ones that no set can tell from these."""
        exact = _sums(self.weights)
        # A game whose weights are its own swings is often the same game, also where one seat
        # in a thousand million decides and no rounding is fine enough.
        swings = [
            sum(
                seats < self.quota <= seats + weight
                for members, seats in enumerate(exact)
                if not members >> player & 1
            )
            for player, weight in enumerate(self.weights)
        ]
        rounded = (
            tuple((weight << bits) // self.total for weight in self.weights)
            for bits in range(8, _LARGE + 6, 2)
        )
        for weights in (tuple(swings), *rounded):
            pairs = list(zip(exact, _sums(weights), strict=True))
            least = min(coarse for fine, coarse in pairs if fine >= self.quota)
            if least > max(coarse for fine, coarse in pairs if fine < self.quota):
                return VotingGame(least, weights)
        return self

    @cached_property
    def dual(self) -> "VotingGame":
        """The game of blocking: a set wins it when the others cannot win this one without it."""
        return VotingGame(self.total - self.quota + 1, self.weights)

    # -- one set -----------------------------------------------------------------------------

    def seats(self, players: Iterable[int]) -> int:
        """Weights of a set of players together."""
        return sum(self.weights[player] for player in set(players))

    def wins(self, players: Iterable[int]) -> bool:
        """Whether the set reaches the quota."""
        return self.seats(players) >= self.quota

    def blocks(self, players: Iterable[int]) -> bool:
        """Whether the others lose without the set."""
        return self.total - self.seats(players) < self.quota

    def critical(self, players: Iterable[int]) -> tuple[int, ...]:
        """The members without whom a winning set loses, in order; none where it loses anyway."""
        members = sorted(set(players))
        over = self.seats(members) - self.quota
        return tuple(p for p in members if self.weights[p] > over) if over >= 0 else ()

    def is_minimal_winning(self, players: Iterable[int]) -> bool:
        """Whether the set wins and loses without any one of its members."""
        members = set(players)
        return bool(members) and len(self.critical(members)) == len(members)

    # -- players -----------------------------------------------------------------------------

    @cached_property
    def vetoes(self) -> tuple[int, ...]:
        """Players who are in every winning set."""
        return tuple(p for p, w in enumerate(self.weights) if self.total - w < self.quota)

    @cached_property
    def dictator(self) -> int | None:
        """The player who wins alone and without whom nobody wins."""
        return next((p for p in self.vetoes if self.weights[p] >= self.quota), None)

    @cached_property
    def dummies(self) -> tuple[int, ...]:
        """Players who are critical nowhere.

        Nobody lighter than a dummy is needed anywhere, so the heaviest dummy tells all.
        """
        game = self.lowest_terms
        kinds = sorted(set(game.weights))
        bits = (len(game.weights) + 1) * game.quota
        demand(bits * len(kinds), bits, len(game.weights), game.quota)
        low, high = 0, len(kinds)
        while low < high:
            middle = (low + high) // 2
            if game._is_dummy(kinds[middle]):
                low = middle + 1
            else:
                high = middle
        return tuple(p for p, w in enumerate(game.weights) if w in set(kinds[:low]))

    def _is_dummy(self, weight: int) -> bool:
        """Whether no set of the others falls short by as much as the weight, or less."""
        if weight == 0:
            return True
        mask = (1 << self.quota) - 1
        sums = 1  # bit s is set where some set has s seats
        left_out = self.weights.index(weight)
        for player, other in enumerate(self.weights):
            if player != left_out and other < self.quota:
                sums |= (sums << other) & mask
        return sums >> max(0, self.quota - weight) == 0

    # -- counting ----------------------------------------------------------------------------

    @cached_property
    def winning_count(self) -> int:
        """How many sets win."""
        return self._generated[0]

    @property
    def losing_count(self) -> int:
        """How many sets lose, that of nobody among them."""
        return (1 << len(self.weights)) - self.winning_count

    @property
    def blocking_count(self) -> int:
        """How many sets block: as many as win the dual game."""
        return self.dual.winning_count

    @cached_property
    def swings(self) -> tuple[int, ...]:
        """In how many winning sets each player is critical.

        By generating functions: Brams and Affuso, *Power and size* (1976); Bilbao and others,
        *Generating functions for computing power indices efficiently* (2000).
        """
        return self._generated[1]

    @cached_property
    def _generated(self) -> tuple[int, tuple[int, ...]]:
        """Winning sets, and the swings of each player.

        Swings are the same in the dual game, so the lower of the two quotas is counted to.
        """
        game = self.lowest_terms
        total, weights = game.total, game.weights
        quota = min(game.quota, total - game.quota + 1)
        number, kinds = len(weights), set(weights)
        bits = (number + 1) * quota
        demand(bits * (number + len(kinds) * quota.bit_length()), 3 * bits, number, quota)
        slots = Slots(number + 1, quota)
        everyone = 1
        for weight in weights:
            everyone = slots.times(everyone, weight)
        low = slots.count(everyone, 0, quota)
        swings = {
            weight: slots.count(slots.without(everyone, weight), quota - weight, quota)
            for weight in kinds
        }
        winning = (1 << number) - low if quota == game.quota else low
        return winning, tuple(swings[weight] for weight in weights)

    # -- minimal winning coalitions ------------------------------------------------------------

    @cached_property
    def minimal_winning_count(self) -> int:
        """How many minimal winning coalitions there are, counted without listing them."""
        return minimal_count(self.lowest_terms)

    def minimal_winning(self) -> Iterator[tuple[int, ...]]:
        """The minimal winning coalitions one by one, each as players in order.

        Those with fewest seats come first, unless many players have weights so large that this is
        not feasible; then they come in no order of seats. Each is made when asked for, so take as
        many as are wanted.
        """
        try:
            return self._by_seats()
        except TooMuchWorkError:
            found = self._as_found()
            few = len(self.weights) <= _FEW
            return iter(sorted(found, key=self.seats)) if few else found

    def _by_seats(self) -> Iterator[tuple[int, ...]]:
        game = self._without_divisor  # in which sets with fewer seats are the same ones
        number, most = len(game.weights), game.quota + max(game.weights)
        kinds = sorted(set(game.weights) - {0})
        demand(number * len(kinds) * most, number * most, number, most)
        return game._with_fewest_seats(kinds)

    def _with_fewest_seats(self, kinds: Sequence[int]) -> Iterator[tuple[int, ...]]:
        # A winning set with an excess e is minimal where each member weighs more than e. Between
        # two weights that occur, the same players do.
        light = 0
        for kind in kinds:
            players = [p for p, weight in enumerate(self.weights) if weight >= kind]
            search = _SetsOfSum(players, [self.weights[p] for p in players])
            for total in search.sums(self.quota + light, self.quota + kind):
                yield from search.sets(total)
            light = kind

    def _as_found(self) -> Iterator[tuple[int, ...]]:
        """Heaviest players first: whoever reaches the quota is then the lightest member."""
        order = sorted(range(len(self.weights)), key=lambda p: -self.weights[p])
        after = [0]
        for player in reversed(order):
            after.append(after[-1] + self.weights[player])
        after.reverse()
        stack: list[tuple[int, int, tuple[int, ...]]] = [(0, self.quota, ())]
        while stack:
            at, missing, members = stack.pop()
            if after[at] < missing:
                continue
            player = order[at]
            stack.append((at + 1, missing, members))
            if self.weights[player] >= missing:
                yield tuple(sorted((*members, player)))
            else:
                stack.append((at + 1, missing - self.weights[player], (*members, player)))


def minimal_count(game: VotingGame, left_out: int | None = None) -> int:
    """How many minimal winning coalitions there are, or how many do without a player.

    With the players from heavy to light, a minimal winning coalition is a losing set of earlier
    ones and the first player who brings it to the quota.
    """
    quota, number = game.quota, len(game.weights)
    demand(number * quota * (number + 1), 3 * quota * (number + 1), number, quota)
    slots = Slots(number + 1, quota)
    order = sorted(range(number), key=lambda p: -game.weights[p])
    earlier, found = 1, 0
    for player in order:
        if player != left_out:
            weight = game.weights[player]
            found += slots.count(earlier, quota - weight, quota)
            earlier = slots.times(earlier, weight)
    return found


def _sums(weights: Iterable[int]) -> list[int]:
    """The sum of every set, always in the same order of sets."""
    sums = [0]
    for weight in weights:
        sums += [seats + weight for seats in sums]
    return sums


class _SetsOfSum:
    """All sets of some players with a given sum: a search that never ends up with nothing."""

    def __init__(self, players: Sequence[int], weights: Sequence[int]) -> None:
        head = max(0, len(players) - _TAIL)
        self._players, self._weights, self._head = players, weights, head
        self._tails: dict[int, list[tuple[int, ...]]] = {0: [()]}
        for player, weight in zip(reversed(players[head:]), reversed(weights[head:]), strict=True):
            grown = {
                total + weight: [(player, *members) for members in sets]
                for total, sets in self._tails.items()
            }
            for total, sets in self._tails.items():
                grown[total] = grown.get(total, []) + sets
            self._tails = grown
        # Bit s of the entry at k is set where players from k on have a set with the sum s.
        self._reach = [0] * (head + 1)
        for total in self._tails:
            self._reach[head] |= 1 << total
        for at in range(head - 1, -1, -1):
            later = self._reach[at + 1]
            self._reach[at] = later | later << weights[at]

    def sums(self, low: int, high: int) -> Iterator[int]:
        """The sums that occur, from ``low`` to below ``high``."""
        bits = (self._reach[0] >> low) & ((1 << (high - low)) - 1)
        while bits:
            lowest = bits & -bits
            yield low + lowest.bit_length() - 1
            bits ^= lowest

    def sets(self, total: int) -> Iterator[tuple[int, ...]]:
        """The sets with that sum, in order."""
        head, reach, tails = self._head, self._reach, self._tails
        stack: list[tuple[int, int, tuple[int, ...]]] = [(0, total, ())]
        while stack:
            at, rest, members = stack.pop()
            if not reach[at] >> rest & 1:
                continue
            if at == head:
                for tail in tails[rest]:
                    yield members + tail
                continue
            stack.append((at + 1, rest, members))
            if self._weights[at] <= rest:
                stack.append((at + 1, rest - self._weights[at], (*members, self._players[at])))
