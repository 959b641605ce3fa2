"""The type of a legislature after Laver and Benoit, and the fewest seats that would change it.

Laver and Benoit, *The basic arithmetic of legislative decisions* (2015): with the seats of the
three largest, ``S1 >= S2 >= S3``, and the quota ``W``, each legislature is of exactly one of five
types. That no other than the three largest counts in a top-three legislature holds only where the
quota is more than half of the seats.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate


class LegislatureType(StrEnum):
    """What the largest can do together. Each rules out those above it."""

    SINGLE = "single winning"
    """The largest wins alone: ``S1 >= W``."""
    TOP_THREE = "top-three"
    """Any two of the three largest win: ``S1 < W`` and ``S2 + S3 >= W``."""
    STRONGLY_DOMINANT = "strongly dominant"
    """The largest wins with either of the next two, who do not win together: ``S1 < W``,
    ``S1 + S3 >= W`` and ``S2 + S3 < W``."""
    TOP_TWO = "top-two"
    """The two largest win, and no other two: ``S1 < W``, ``S1 + S2 >= W``, ``S1 + S3 < W``."""
    OPEN = "open"
    """No two win: ``S1 + S2 < W``."""


@dataclass(frozen=True, slots=True)
class Flip:
    """The fewest seats that would have to move for another type."""

    type: LegislatureType
    moved: int
    """How many seats."""
    seats: tuple[int, ...]
    """One way: the seats of each after it, in the order given."""
    simple: tuple[tuple[int, int], ...]
    """Every way in which all of them move from one to one other: giver and taker, by place."""


def legislature_type(seats: Sequence[int], quota: int) -> LegislatureType:
    """The type by the seats of the lists; there may be fewer than three.

    Raises:
        ValueError: the quota is not positive.

    """
    if quota < 1:
        raise ValueError(f"a quota has to be at least 1, not {quota}")
    first, second, third = (*sorted(seats, reverse=True), 0, 0, 0)[:3]
    return _type(first, second, third, quota)


def _type(first: int, second: int, third: int, quota: int) -> LegislatureType:
    if first >= quota:
        return LegislatureType.SINGLE
    if second + third >= quota:
        return LegislatureType.TOP_THREE
    if first + third >= quota:
        return LegislatureType.STRONGLY_DOMINANT
    return LegislatureType.TOP_TWO if first + second >= quota else LegislatureType.OPEN


def flips(seats: Sequence[int], quota: int) -> tuple[Flip, ...]:
    """The nearest legislature of each other type, nearest first.

    Seats move between lists that are there; none is new, and no seat is. A type that no division
    of the seats between them gives is left out.
    """
    now = legislature_type(seats, quota)
    search = _Nearest(seats, quota)
    found = (search.flip(wanted) for wanted in LegislatureType if wanted is not now)
    return tuple(sorted((f for f in found if f is not None), key=lambda flip: flip.moved))


class _Nearest:
    """The fewest seats to move: a search over the seats of the three largest.

    Of all legislatures of a type, the nearest can be had without a change in the order of the
    lists, for putting both divisions in order never makes the way between them longer. So the first
    three stay the first three, and the others matter only in that none has more than the third.
    """

    def __init__(self, seats: Sequence[int], quota: int) -> None:
        self._given, self._quota = tuple(seats), quota
        self._order = sorted(range(len(seats)), key=lambda place: -seats[place])
        ordered = [seats[place] for place in self._order]
        self._top = (*ordered, 0, 0, 0)[:3]
        self._others = ordered[3:]
        self._total = sum(ordered)
        # Seats that the others have above each number.
        most = max(ordered, default=0)
        having = [sum(own > number for own in self._others) for number in range(most + 1)]
        self._above = [*reversed([*accumulate(reversed(having))]), 0]

    def flip(self, wanted: LegislatureType) -> Flip | None:
        """The nearest legislature of a type."""
        best: tuple[int, tuple[int, int, int]] | None = None
        limit = self._total + 1
        for first in self._around(self._top[0], min(1, len(self._given))):
            if abs(first - self._top[0]) >= limit:
                break
            for second in self._around(self._top[1], min(1, len(self._given) - 1)):
                if abs(second - self._top[1]) >= limit:
                    break
                third = self._best_third(first, second, wanted, limit)
                if third is not None:
                    limit, best = third[0], (third[0], (first, second, third[1]))
        if best is None:
            return None
        after = self._divided(best[1])
        return Flip(wanted, best[0], after, self._simple(wanted, best[0]))

    def _around(self, number: int, present: int) -> list[int]:
        """All numbers of seats, the nearest first; for a list that is not there only 0."""
        if present <= 0:
            return [0]
        return sorted(range(self._total + 1), key=lambda other: abs(other - number))

    def _best_third(
        self, first: int, second: int, wanted: LegislatureType, limit: int
    ) -> tuple[int, int] | None:
        """Seats to move and those of the third list, if they are fewer than the limit.

        What the third list may have is one range, and the seats to move are convex over it, so
        that halving finds the least.
        """
        if first < second:
            return None
        low, high = self._range(first, second, wanted)
        while low < high:
            middle = (low + high) // 2
            if self._moved(first, second, middle) <= self._moved(first, second, middle + 1):
                high = middle
            else:
                low = middle + 1
        if low > high:
            return None
        moved = self._moved(first, second, low)
        return (moved, low) if moved < limit else None

    def _range(self, first: int, second: int, wanted: LegislatureType) -> tuple[int, int]:
        """The fewest and most seats that the third may have; the first more where none is right."""
        quota, rest = self._quota, self._total - first - second
        none = (1, 0)
        high = min(second, rest) if len(self._given) > 2 else 0
        if rest < 0 or (len(self._given) <= 2 and rest):
            return none
        # The others have what is left, and none of them more than the third.
        low = -(-rest // (len(self._others) + 1))
        if (first >= quota) != (wanted is LegislatureType.SINGLE):
            return none
        if first < quota and (first + second < quota) != (wanted is LegislatureType.OPEN):
            return none
        if wanted is LegislatureType.TOP_THREE:
            low = max(low, quota - second)
        elif wanted is LegislatureType.STRONGLY_DOMINANT:
            low, high = max(low, quota - first), min(high, quota - second - 1)
        elif wanted is LegislatureType.TOP_TWO:
            high = min(high, quota - first - 1)
        return low, high

    def _moved(self, first: int, second: int, third: int) -> int:
        """Seats that change hands: those that lists gain are as many as those that lists lose."""
        top = (first, second, third)
        lost = sum(max(0, old - new) for old, new in zip(self._top, top, strict=True))
        change = self._total - sum(top) - sum(self._others)
        return lost + max(self._forced(third), -change)

    def _forced(self, most: int) -> int:
        """Seats that the others have to give so that none has more than that."""
        return self._above[most] if most < len(self._above) else 0

    def _divided(self, top: tuple[int, int, int]) -> tuple[int, ...]:
        """The seats of all lists: what the others gain goes to the large, what they lose too."""
        after = [min(own, top[2]) for own in self._others]
        change = self._total - sum(top) - sum(after)
        for place, own in enumerate(after):
            step = max(-own, min(change, top[2] - own))
            after[place] += step
            change -= step
        seats = [0] * len(self._given)
        for place, own in zip(self._order, (*top, *after), strict=False):
            seats[place] = own
        return tuple(seats)

    def _simple(self, wanted: LegislatureType, moved: int) -> tuple[tuple[int, int], ...]:
        found = []
        for giver, own in enumerate(self._given):
            for taker in range(len(self._given)):
                if giver == taker or own < moved:
                    continue
                after = list(self._given)
                after[giver] -= moved
                after[taker] += moved
                if legislature_type(after, self._quota) is wanted:
                    found.append((giver, taker))
        return tuple(found)
