"""Generating functions with exact integers: how many sets of players have which sum of seats.

The polynomial whose coefficient at ``x^s`` is the number of sets with ``s`` seats is kept in one
Python integer, each coefficient in a slot of as many bits as it can need. Multiplying by
``1 + x^w`` (a player comes in) is then one shift and one addition, whatever the number of seats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add

WORK = 400_000_000_000
"""Most bits that a calculation may touch: some ten seconds on an ordinary computer."""
MEMORY = 4_000_000_000
"""Most bits that a calculation may keep at once: half a gigabyte."""


class TooMuchWorkError(ValueError):
    """A number that cannot be had in reasonable time; the message says why."""


def demand(work: int, memory: int, players: int, seats: int) -> None:
    """Refuse, before it starts, what would take too long or too much memory.

    Raises:
        TooMuchWorkError: it would.

    """
    if work > WORK or memory > MEMORY:
        raise TooMuchWorkError(
            f"{players} players and sums up to {seats} seats are too many to count this exactly "
            "in reasonable time"
        )


@dataclass(frozen=True)
class Slots:
    """How polynomials are packed: bits of a slot, and how many sums are kept, from 0 up.

    A slot has to hold the sum of all coefficients with a bit to spare.
    """

    width: int
    length: int
    mask: int = field(init=False)

    def __post_init__(self) -> None:
        """Make the mask once: it is used at every step."""
        object.__setattr__(self, "mask", (1 << (self.width * self.length)) - 1)

    def times(self, poly: int, weight: int) -> int:
        """The polynomial after a player came in: times ``1 + x^weight``."""
        return (poly + (poly << (weight * self.width))) & self.mask

    def without(self, poly: int, weight: int) -> int:
        """The polynomial before the player came in: divided by ``1 + x^weight``.

        With ``y = x^weight``, ``1 / (1 + y) = (1 - y)(1 + y^2)(1 + y^4)...``, up to the last sum.
        """
        if weight == 0:
            return poly >> 1
        shift, end = weight * self.width, self.width * self.length
        if shift >= end:
            return poly
        poly = (poly - (poly << shift)) & self.mask
        shift *= 2
        while shift < end:
            poly = (poly + (poly << shift)) & self.mask
            shift *= 2
        return poly

    def join(self, rows: Sequence[int], weight: int) -> list[int]:
        """What ``times`` does, with a polynomial for each size of the set, from 0 up."""
        shift, mask = weight * self.width, self.mask
        moved = [(row << shift) & mask for row in rows]
        joined = [rows[0], *map(add, rows[1:], moved)]
        if moved[-1]:
            joined.append(moved[-1])
        return joined

    def leave(self, rows: Sequence[int], weight: int) -> list[int]:
        """The rows before the player came in."""
        shift, mask = weight * self.width, self.mask
        left: list[int] = []
        row = 0
        for joined in rows:
            row = joined - ((row << shift) & mask)
            left.append(row)
        return left

    def count(self, poly: int, low: int, high: int) -> int:
        """The sum of the coefficients from ``low`` to below ``high``.

        Slots are digits to the base ``2^width``, and a number and the sum of its digits leave the
        same rest when divided by the base less one.
        """
        low, high = max(low, 0), min(high, self.length)
        if low >= high:
            return 0
        poly >>= low * self.width
        if high < self.length:
            poly &= (1 << ((high - low) * self.width)) - 1
        return poly % ((1 << self.width) - 1)
