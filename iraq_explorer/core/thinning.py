"""Thinning: what of a large network is drawn where all of it would hide itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Link


@dataclass(frozen=True, slots=True)
class Thinning:
    """How many lines and names are drawn at a time; ``None`` stands for all."""

    lines: int | None = 600
    names: int | None = 150

    def thins(self, lines: int) -> bool:
        """Whether some of so many lines are left out."""
        return self.lines is not None and lines > self.lines


USUAL_THINNING = Thinning()
"""As many as can be told apart on a screen."""
EVERYTHING = Thinning(None, None)
"""Nothing is thinned."""


def strongest_first(links: Sequence[Link], seats: Mapping[str, int]) -> list[Link]:
    """Lines in the order in which they are kept where some have to go.

    The surest come first; of equally sure ones those that most ties stand behind, then those
    between nodes with more seats together, then those at a node that has few: with its only line
    gone it would seem to stand alone.

    Args:
        links: the lines of a network.
        seats: by node id; a node that is missing has none.

    """
    number: dict[str, int] = {}
    for link in links:
        number[link.a] = number.get(link.a, 0) + 1
        number[link.b] = number.get(link.b, 0) + 1

    def weakness(link: Link) -> tuple[int, int, int, int, str]:
        return (
            _RANK[link.main.certainty],
            -len(link.ties),
            -seats.get(link.a, 0) - seats.get(link.b, 0),
            min(number[link.a], number[link.b]),
            link.id,
        )

    return sorted(links, key=weakness)


_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}
