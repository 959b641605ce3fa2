"""Two rules at once: a set of players wins only where it reaches both quotas."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import factorial

from iraq_explorer.core.generating_function import Slots, demand
from iraq_explorer.core.voting_game import VotingGame


@dataclass(frozen=True)
class JointGame:
    """The intersection of two games of the same players.

    Banzhaf's swings and Shapley and Shubik's index are exact, by generating functions in the
    weights of both rules: Algaba and others, *Computing power indices in weighted multiple majority
    games* (2003). The work grows with the product of the two totals; the other indices are not
    reckoned for two rules.

    Raises:
        ValueError: the games have different numbers of players.

    """

    first: VotingGame
    second: VotingGame

    def __post_init__(self) -> None:
        """Refuse games of different players."""
        if len(self.first.weights) != len(self.second.weights):
            raise ValueError(
                f"two rules need the same players, not {len(self.first.weights)} and "
                f"{len(self.second.weights)}"
            )

    def wins(self, players: Iterable[int]) -> bool:
        """Whether the set reaches both quotas."""
        members = set(players)
        return self.first.wins(members) and self.second.wins(members)

    def critical(self, players: Iterable[int]) -> tuple[int, ...]:
        """The members without whom a winning set loses under a rule, in order."""
        members = set(players)
        if not self.wins(members):
            return ()
        either = {*self.first.critical(members), *self.second.critical(members)}
        return tuple(sorted(either))

    @property
    def vetoes(self) -> tuple[int, ...]:
        """Players who are in every winning set: those who have a veto under either rule."""
        return tuple(sorted({*self.first.vetoes, *self.second.vetoes}))

    @property
    def dummies(self) -> tuple[int, ...]:
        """Players who are critical nowhere."""
        return tuple(player for player, swings in enumerate(self.swings) if swings == 0)

    @cached_property
    def winning_count(self) -> int:
        """How many sets win."""
        return self._both(self._everyone, 0, 0)

    @cached_property
    def swings(self) -> tuple[int, ...]:
        """In how many winning sets each player is critical."""
        swings = {
            pair: self._swings(self._slots.without(self._everyone, self._step(pair)), pair)
            for pair in set(self._pairs)
        }
        return tuple(swings[pair] for pair in self._pairs)

    @cached_property
    def shapley_shubik(self) -> tuple[Fraction, ...]:
        """The share of orders of joining in which the player brings the second quota reached."""
        number, slots = len(self._pairs), self._slots
        bits = slots.width * slots.length
        kinds = set(self._pairs)
        demand(bits * number * (number // 2 + 2 * len(kinds)), bits * number, *self._size)
        rows = [1]
        for pair in self._pairs:
            rows = slots.join(rows, self._step(pair))
        shares = {}
        for pair in kinds:
            swings = sum(
                self._swings(row, pair) * factorial(k) * factorial(number - 1 - k)
                for k, row in enumerate(slots.leave(rows, self._step(pair))[:number])
            )
            shares[pair] = Fraction(swings, factorial(number))
        return tuple(shares[pair] for pair in self._pairs)

    # A set's two sums, s and t, are one exponent: s times the range of t, plus t.

    @cached_property
    def _pairs(self) -> tuple[tuple[int, int], ...]:
        return tuple(zip(self._games[0].weights, self._games[1].weights, strict=True))

    @cached_property
    def _games(self) -> tuple[VotingGame, VotingGame]:
        return self.first.lowest_terms, self.second.lowest_terms

    @cached_property
    def _size(self) -> tuple[int, int]:
        """Players, and the number of pairs of sums."""
        first, second = self._games
        return len(first.weights), (first.total + 1) * (second.total + 1)

    @cached_property
    def _slots(self) -> Slots:
        number, sums = self._size
        bits = (number + 1) * sums
        demand(2 * bits * number * sums.bit_length(), 3 * bits, number, sums)
        return Slots(number + 1, sums)

    @cached_property
    def _everyone(self) -> int:
        poly = 1
        for pair in self._pairs:
            poly = self._slots.times(poly, self._step(pair))
        return poly

    def _step(self, pair: tuple[int, int]) -> int:
        return pair[0] * (self._games[1].total + 1) + pair[1]

    def _swings(self, others: int, pair: tuple[int, int]) -> int:
        """Sets of the others that win with the player and lose without it."""
        return self._both(others, *pair) - self._both(others, 0, 0)

    def _both(self, poly: int, first: int, second: int) -> int:
        """Sets that reach both quotas with so much added to their two sums."""
        width = self._slots.width
        one, other = self._games
        row = width * (other.total + 1)  # all sums of the second rule for one of the first
        poly >>= max(0, one.quota - first) * row
        sums = poly % ((1 << row) - 1)
        return (sums >> max(0, other.quota - second) * width) % ((1 << width) - 1)
