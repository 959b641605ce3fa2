"""The voting game by its definitions: every set and every order is looked at."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import chain, combinations, pairwise, permutations

Wins = Callable[[Iterable[int]], bool]


def sets(number: int) -> list[frozenset[int]]:
    """Every set of so many players."""
    sizes = (combinations(range(number), size) for size in range(number + 1))
    return [frozenset(members) for members in chain.from_iterable(sizes)]


def rule(quota: int, weights: Sequence[int]) -> Wins:
    return lambda members: sum(weights[p] for p in members) >= quota


class SlowGame:
    """Any simple game: how many players there are, and which sets win."""

    def __init__(self, number: int, wins: Wins) -> None:
        self.number = number
        self.winning = [s for s in sets(number) if wins(s)]
        self._wins = set(self.winning)

    def critical(self, members: frozenset[int]) -> frozenset[int]:
        if members not in self._wins:
            return frozenset()
        return frozenset(p for p in members if members - {p} not in self._wins)

    @property
    def minimal(self) -> list[frozenset[int]]:
        return [s for s in self.winning if self.critical(s) == s]

    @property
    def swings(self) -> tuple[int, ...]:
        return tuple(sum(p in self.critical(s) for s in self.winning) for p in range(self.number))

    def by_orders(self, orders: Iterable[Sequence[int]]) -> tuple[Fraction, ...]:
        """The share of the orders in which each player brings the win."""
        pivots = [0] * self.number
        for order in orders:
            pivots[next(p for k, p in enumerate(order) if {*order[: k + 1]} in self._wins)] += 1
        return tuple(Fraction(times, sum(pivots)) for times in pivots)

    def shapley_shubik(self) -> tuple[Fraction, ...]:
        return self.by_orders(permutations(range(self.number)))

    def owen(self, unions: Sequence[Hashable]) -> tuple[Fraction, ...]:
        """By the orders in which the members of each union stand side by side."""

        def together(order: Sequence[int]) -> bool:
            named = [unions[p] if unions[p] is not None else ("alone", p) for p in order]
            changes = sum(one != other for one, other in pairwise(named))
            return changes == len(set(named)) - 1

        return self.by_orders(filter(together, permutations(range(self.number))))

    def banzhaf_owen(self, unions: Sequence[Hashable]) -> tuple[Fraction, ...]:
        """By the sets in which every union but the player's own is whole or absent."""
        named = [u if u is not None else ("alone", p) for p, u in enumerate(unions)]

        def share(player: int) -> Fraction:
            fits = [
                s
                for s in sets(self.number)
                if player in s
                and all(
                    (p in s) == (q in s)
                    for p in range(self.number)
                    for q in range(self.number)
                    if named[p] == named[q] != named[player]
                )
            ]
            return Fraction(sum(player in self.critical(s) for s in fits), len(fits))

        return tuple(map(share, range(self.number)))

    def shared(self, over: Iterable[frozenset[int]], alike: bool) -> tuple[Fraction, ...]:
        """The critical members of each set share 1 (``alike`` false), or get 1 each; then norm."""
        raw = [Fraction(0)] * self.number
        for members in over:
            critical = self.critical(members)
            for player in critical:
                raw[player] += 1 if alike else Fraction(1, len(critical))
        return tuple(amount / sum(raw) for amount in raw)
