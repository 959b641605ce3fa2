"""The table of layouts: bodies, bonds and older positions in, positions out.

A layout is deterministic (fixed seed) and continues from older positions where there are any, so
that a small change of the network moves things a little. NetworkX does the graph drawing, and
``springs`` that of large networks; what is ours is the room that coalitions and labels need.
NetworkX and numpy are imported on first use.

A layout that can take long tells how far it is. Whoever is told can end it, by raising an
exception.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from iraq_explorer.core.bodies import (
    ASPECT,
    Body,
    Bond,
    LayoutProblem,
    Told,
    empty_region_id,
    nobody,
)
from iraq_explorer.core.scenario import Point
from iraq_explorer.core.staying import by_coalition
from iraq_explorer.core.whole_network import (
    by_camp,
    by_kind,
    circular,
    force_atlas,
    force_directed,
    shell,
)

__all__ = [
    "ASPECT",
    "LAYOUTS",
    "Body",
    "Bond",
    "LayoutProblem",
    "Told",
    "below",
    "compute_layout",
    "empty_region_id",
]


def compute_layout(name: str, problem: LayoutProblem, told: Told = nobody) -> dict[str, Point]:
    """The position of every body, and of every coalition without members.

    Args:
        name: which layout.
        problem: what is laid out.
        told: told again and again how far it is; ends the work by raising an exception.

    Raises:
        KeyError: there is no layout of that name.

    """
    positions = LAYOUTS[name](problem, told)
    positions.update(
        {body.id: problem.fixed[body.id] for body in problem.bodies if body.id in problem.fixed}
    )
    return positions


_ABOVE = 72.0


def below(bodies: Sequence[Body], others: Iterable[Point]) -> dict[str, Point]:
    """Rows of bodies below the places of all others: for those that were given none."""
    if not bodies:
        return {}
    taken = list(others)
    top = max((y for _, y in taken), default=0.0) + _ABOVE
    left = min((x for x, _ in taken), default=0.0)
    wide, high = 2 * max(b.half_width for b in bodies), 2 * max(b.half_height for b in bodies)
    columns = max(1, math.ceil(math.sqrt(len(bodies) * high / wide * ASPECT)))
    return {
        body.id: (left + wide * (place % columns), top + high * (place // columns))
        for place, body in enumerate(bodies)
    }


LAYOUTS: Mapping[str, Callable[[LayoutProblem, Told], dict[str, Point]]] = {
    "coalition": by_coalition,
    "force": force_directed,
    "atlas": force_atlas,
    "camp": by_camp,
    "circular": circular,
    "shell": shell,
    "kind": by_kind,
}
"""Layouts by name, the default first."""
