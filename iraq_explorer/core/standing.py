"""How every two blocs stand to each other, kept so that thousands of coalitions can be judged.

The counts are those of ``balance.friction``, without its pairs and links: a pair with ties of both
signs rubs, and a pair without a recorded tie is unknown, never friendly.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from iraq_explorer.core.network import Network


@dataclass(frozen=True, slots=True)
class Inside:
    """How the members of one coalition stand to each other, in numbers of pairs."""

    hostile: int
    """Pairs that rub, those with ties of both signs among them."""
    mixed: int
    """Of the hostile pairs, those that have friendly ties too."""
    friendly: int
    """Pairs with friendly ties alone."""
    unknown: int
    """Pairs without a recorded tie."""
    groups: int
    """Into how many groups the members fall that friendly ties join; 0 without members."""

    @property
    def connected(self) -> bool:
        """Whether chains of friendly ties join every member to every other."""
        return self.groups <= 1


@dataclass(frozen=True)
class Standing:
    """The signs between blocs, as bits: bit ``k`` stands for the ``k``-th bloc."""

    blocs: tuple[str, ...]
    hostile: tuple[int, ...]
    """For each bloc, those it has hostile ties with."""
    friendly: tuple[int, ...]
    """For each bloc, those it has friendly ties with, hostile ones or not."""

    @cached_property
    def bit(self) -> Mapping[str, int]:
        """The bit of each bloc."""
        return {bloc: 1 << place for place, bloc in enumerate(self.blocs)}

    def mask(self, members: Iterable[str]) -> int:
        """The bits of a set of blocs.

        Raises:
            KeyError: one of them is none of these blocs.

        """
        return sum(self.bit[member] for member in set(members))

    def members(self, mask: int) -> tuple[str, ...]:
        """The blocs of a set, in order."""
        return tuple(self.blocs[place] for place in _places(mask))

    def inside(self, mask: int) -> Inside:
        """How the blocs of a set stand to each other."""
        hostile = mixed = linked = groups = 0
        left, number = mask, mask.bit_count()
        for place in _places(mask):
            against, along = self.hostile[place] & mask, self.friendly[place] & mask
            hostile += against.bit_count()
            linked += along.bit_count()
            mixed += (against & along).bit_count()
            if left >> place & 1:
                groups += 1
                left &= ~self._reached(place, mask)
        hostile, mixed, linked = hostile // 2, mixed // 2, linked // 2
        friendly = linked - mixed
        unknown = number * (number - 1) // 2 - hostile - friendly
        return Inside(hostile, mixed, friendly, unknown, groups)

    def at_peace(self, mask: int) -> bool:
        """Whether no pair of the set is hostile."""
        return not any(self.hostile[place] & mask for place in _places(mask))

    def hostile_pairs(self, mask: int) -> tuple[tuple[str, str], ...]:
        """The hostile pairs of a set, in order."""
        return tuple(
            (self.blocs[place], self.blocs[other])
            for place in _places(mask)
            for other in _places(self.hostile[place] & mask)
            if place < other
        )

    def _reached(self, start: int, mask: int) -> int:
        """Those of a set whom friendly ties join to one of them, itself included."""
        found = fresh = 1 << start
        while fresh:
            around = 0
            for place in _places(fresh):
                around |= self.friendly[place]
            fresh = around & mask & ~found
            found |= fresh
        return found


def standing_of(network: Network, blocs: Sequence[str]) -> Standing:
    """How these blocs stand to each other by the links of a network."""
    place = {bloc: at for at, bloc in enumerate(blocs)}
    signs = {1: [0] * len(blocs), -1: [0] * len(blocs)}
    for link in network.links:
        a, b = place.get(link.a), place.get(link.b)
        if a is not None and b is not None:
            signs[link.sign][a] |= 1 << b
            signs[link.sign][b] |= 1 << a
    return Standing(tuple(blocs), tuple(signs[-1]), tuple(signs[1]))


def _places(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
