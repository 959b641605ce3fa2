"""Going from node to node by the arrow keys."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from iraq_explorer.ui.network_picture import NodeShape

DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""By key where it leads."""


def first(shapes: Iterable[NodeShape]) -> str | None:
    """Where one begins: at the node with most seats."""
    largest = max(shapes, key=lambda shape: shape.node.seats, default=None)
    return largest.id if largest else None


def nearest(shapes: Iterable[NodeShape], here: QPointF, towards: tuple[int, int]) -> str | None:
    """The nearest node in a direction; sideways distance counts double."""
    dx, dy = towards
    best: tuple[float, str] | None = None
    for shape in shapes:
        x, y = shape.centre.x() - here.x(), shape.centre.y() - here.y()
        ahead = x * dx + y * dy
        cost = math.hypot(ahead, 2 * (x * dy + y * dx))
        if ahead > 1 and (best is None or cost < best[0]):
            best = (cost, shape.id)
    return best[1] if best else None
