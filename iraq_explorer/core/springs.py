"""Springs between many nodes: places at which friends are near and all have room.

For some hundred nodes NetworkX does this. Beyond that it needs SciPy and the square of the nodes
in memory, so that here those far away are taken together, as in a galaxy seen from far. Up to
``EXACT`` nodes rustworkx is used where it is installed.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from iraq_explorer.core.scenario import Point

EXACT = 1500
"""Up to so many nodes rustworkx takes less than 20 ms a round, for which it stops every thread."""

_CELLS = 28
_CHUNK = 1000
_TOLD = 30
"""Places are told once in so many rounds."""

Spring = tuple[int, int, float]
"""Two nodes by their number, and how strongly they pull at each other."""


def springs(
    start: Sequence[Point],
    between: Sequence[Spring],
    rounds: int,
    told: Callable[[float, Sequence[Point]], None],
    *,
    by_ties: bool = False,
) -> list[Point]:
    """Places in about the unit square.

    Args:
        start: where the nodes are at first.
        between: the springs.
        rounds: how often everything moves, each time a little less.
        told: given the share that is done before each round, and now and then the places so
            far; it may end the work by raising an exception.
        by_ties: whether nodes with many springs keep others farther away and springs pull the
            harder the longer they are, as in ForceAtlas2 (Jacomy and others 2014); otherwise the
            forces are those of Fruchterman and Reingold (1991).

    """
    import numpy as np

    move = None if by_ties else _rustworkx_round(len(start), between)
    move = move or _numpy_round(len(start), between, by_ties=by_ties)
    places = np.array(start, dtype=np.float64).reshape(-1, 2)
    for turn in range(rounds):
        told(turn / rounds, _points(places) if turn % _TOLD == _TOLD // 2 else ())
        # Each goes at most a tenth of the whole, and less and less far.
        moved = move(places)
        places += (moved - places) * (1 - turn / rounds)
        places -= places.mean(axis=0)
        places /= max(1e-9, float(np.abs(places).max()))
    return _points(places)


def _points(places: Any) -> list[Point]:
    return [(x, y) for x, y in places.tolist()]


def _rustworkx_round(count: int, between: Sequence[Spring]) -> Callable[[Any], Any] | None:
    if count > EXACT:
        return None
    try:
        import rustworkx
    except ImportError:
        return None
    import numpy as np

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, weight) for a, b, weight in between])

    def move(places: Any) -> Any:
        found = rustworkx.spring_layout(
            graph,
            pos=dict(enumerate(places.tolist())),
            k=2 / math.sqrt(count),
            num_iter=1,
            adaptive_cooling=False,
            weight_fn=float,
        )
        return np.array([found[node] for node in range(count)])

    return move


def _numpy_round(count: int, between: Sequence[Spring], *, by_ties: bool) -> Callable[[Any], Any]:
    import numpy as np

    a = np.array([spring[0] for spring in between], dtype=np.intp)
    b = np.array([spring[1] for spring in between], dtype=np.intp)
    pull = np.array([spring[2] for spring in between])
    mass = np.ones(count)
    if by_ties:
        mass += np.bincount(a, minlength=count) + np.bincount(b, minlength=count)
        mass /= mass.mean()
    room = 2 / math.sqrt(max(1, count))

    def move(places: Any) -> Any:
        force = _pushes(places, mass) * room**2
        along = places[a] - places[b]
        strength = pull if by_ties else pull * np.hypot(along[:, 0], along[:, 1]) / room
        along *= strength[:, None]
        for axis in (0, 1):
            force[:, axis] -= np.bincount(a, along[:, axis], count)
            force[:, axis] += np.bincount(b, along[:, axis], count)
        # So that parts without any spring between them do not drift away.
        force -= 0.1 * room * places * mass[:, None]
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        return places + force * (np.minimum(length, 0.2) / length)[:, None]

    return move


def _pushes(places: Any, mass: Any) -> Any:
    """How hard every node is pushed by all others, those of a cell taken together."""
    import numpy as np

    least = places.min(axis=0)
    size = max(float((places.max(axis=0) - least).max()), 1e-9) / _CELLS * 1.0001
    columns, rows = ((places - least) / size).astype(np.intp).T
    cell = columns * _CELLS + rows
    held = np.bincount(cell, mass, _CELLS**2)
    centres = np.stack(
        [np.bincount(cell, mass * places[:, axis], _CELLS**2) for axis in (0, 1)], axis=1
    )
    there = np.flatnonzero(held)
    middle = (centres[there] / held[there, None]).astype(np.float32)
    weight = held[there].astype(np.float32)
    # Within this distance the push grows no more: two on one spot would fly apart.
    soft = np.float32((size / 2) ** 2)
    spots = places.astype(np.float32)
    force = np.empty_like(spots)
    for first in range(0, len(spots), _CHUNK):
        here = spots[first : first + _CHUNK]
        x = here[:, :1] - middle[:, 0]
        y = here[:, 1:] - middle[:, 1]
        share = weight / (x * x + y * y + soft)
        force[first : first + _CHUNK, 0] = (x * share).sum(axis=1)
        force[first : first + _CHUNK, 1] = (y * share).sum(axis=1)
    return force.astype(np.float64) * mass[:, None]
