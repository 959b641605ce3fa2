"""What could be at a place: grids over boxes and curves, so that not all have to be looked at."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from iraq_explorer.core.grid import Grid

Curve = tuple[QPointF, QPointF, QPointF]
"""A line from the first to the last point, bent towards the middle one."""


class BoxIndex:
    """Finds, of many boxes, those near a place. Each has its number in their order."""

    def __init__(self, boxes: Iterable[QRectF]) -> None:
        self._grid: Grid[int] = Grid(_CELL)
        for number, box in enumerate(boxes):
            self._grid.add(box.left(), box.top(), box.right(), box.bottom(), number)

    def near(self, place: QPointF, slack: float) -> list[int]:
        """Numbers of all boxes that reach within ``slack`` of a place, and of some others."""
        return _around(self._grid, place, slack)


class CurveIndex:
    """Finds, of many curves, those near a place. Each has its number in their order."""

    def __init__(self, curves: Iterable[Curve]) -> None:
        self._grid: Grid[int] = Grid(_CELL)
        for number, (start, middle, end) in enumerate(curves):
            ax, ay, cx, cy = start.x(), start.y(), middle.x(), middle.y()
            bx, by = end.x(), end.y()
            # A quadratic curve is nowhere faster than at one of its ends: so many steps leave
            # neighbouring points less than a cell apart.
            fastest = 2 * max(math.hypot(cx - ax, cy - ay), math.hypot(bx - cx, by - cy))
            steps = max(1, math.ceil(fastest / _CELL))
            for step in range(steps + 1):
                t = step / steps
                u = 1 - t
                x = ax * u * u + cx * 2 * u * t + bx * t * t
                y = ay * u * u + cy * 2 * u * t + by * t * t
                self._grid.add(x, y, x, y, number)

    def near(self, place: QPointF, slack: float) -> list[int]:
        """Numbers of all curves that pass within ``slack`` of a place, and of some others."""
        # Every point of a curve is within half a cell of one that was put into the grid.
        return _around(self._grid, place, slack + _CELL / 2)


def _around(grid: Grid[int], place: QPointF, reach: float) -> list[int]:
    x, y = place.x(), place.y()
    return sorted(set(grid.near(x - reach, y - reach, x + reach, y + reach)))


_CELL = 80.0
"""Scene units: about a node with its label."""
