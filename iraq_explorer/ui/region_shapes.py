"""Regions of coalitions as shapes, and where the name and verdict of each can stand."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from iraq_explorer.core.filling import Filling, Piece
from iraq_explorer.core.gathered import EMPTY
from iraq_explorer.core.packing import OVAL, Box, region_around
from iraq_explorer.core.scenario import Coalition, Point

_GAP = 3.0


@dataclass(frozen=True)
class HeaderSpot:
    """Where the header of a region begins, and to which side of that it lies."""

    aside: QPointF
    """From the middle of the upper side of the region's bounds, in the scene."""
    level: float
    """From -1, to the left of that place, to 1, to the right of it."""
    upright: float
    """From -1, above that place, to 1, below it."""

    def rect(self, begin: QPointF, size: Point) -> QRectF:
        """The room of a header of that size which begins at a place."""
        width, height = size
        x = begin.x() + self.level * (width / 2 + _GAP)
        y = begin.y() + self.upright * (height / 2 + _GAP)
        return QRectF(x - width / 2, y - height / 2, width, height)


ABOVE = HeaderSpot(QPointF(), 0.0, -1.0)


@dataclass(frozen=True)
class RegionShape:
    """The region of one coalition."""

    coalition: Coalition
    path: QPainterPath
    bounds: QRectF
    empty: bool
    header: HeaderSpot = ABOVE

    @property
    def id(self) -> str:
        """Id of the coalition."""
        return self.coalition.id

    def header_rect(self, size: Point, spot: HeaderSpot | None = None) -> QRectF:
        """The room of a header of that size in the scene."""
        spot = spot or self.header
        return spot.rect(self._top + spot.aside, size)

    def header_in_view(self, size: Point, to_view: Callable[[QPointF], QPointF]) -> QRectF:
        """The room of a header of that size in a view."""
        return self.header.rect(to_view(self._top + self.header.aside), size)

    @property
    def _top(self) -> QPointF:
        return QPointF(self.bounds.center().x(), self.bounds.top())


def region_shape(
    coalition: Coalition, boxes: Sequence[Box], empty_at: Point | None, *, gathered: bool
) -> RegionShape | None:
    """The region around the boxes of its members; ``None`` where it has neither those nor a place.

    Args:
        coalition: whose region it is.
        boxes: what its members take with their labels.
        empty_at: where its middle is while it has no members.
        gathered: whether it is an ellipse; else the hull of its members.

    """
    path = QPainterPath()
    if not boxes:
        if empty_at is None:
            return None
        path = _oval(Box("", *empty_at, *EMPTY))
    elif gathered:
        path = _oval(region_around(boxes))
    else:
        corners = [
            (box.x + sx * (box.hw + 4), box.y + sy * (box.hh + 4))
            for box in boxes
            for sx in (-1, 1)
            for sy in (-1, 1)
        ]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in convex_hull(corners)]))
        path.closeSubpath()
    return RegionShape(coalition, path, path.boundingRect(), not boxes)


def _oval(room: Box) -> QPainterPath:
    """The superellipse in a box."""
    x, y, hw, hh = room.x, room.y, room.hw, room.hh
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x + hw * u, y + hh * v) for u, v in _RIM]))
    return path


def _rim(corners: int) -> Iterator[Point]:
    """Corners of the superellipse in the square from -1 to 1, closed."""
    for corner in range(corners + 1):
        c, s = (f(2 * math.pi * corner / corners) for f in (math.cos, math.sin))
        yield math.copysign(abs(c) ** (2 / OVAL), c), math.copysign(abs(s) ** (2 / OVAL), s)


_RIM = tuple(_rim(96))


def with_headers(
    regions: Iterable[RegionShape],
    sizes: Mapping[str, Point],
    taken: Iterable[QRectF],
    within: QRectF,
) -> tuple[tuple[RegionShape, ...], bool]:
    """The regions with their headers where nothing else is, and whether there was room for all.

    Args:
        regions: all of a drawing.
        sizes: the width and height of each header, by coalition id.
        taken: what nodes and labels take.
        within: where headers should be, if that can be.

    """
    covered = list(taken)
    found, free = [], True
    for region in regions:
        if region.id in sizes:
            size = sizes[region.id]
            spot = next(
                (
                    spot
                    for number, spot in enumerate(_spots(region))
                    if (rect := region.header_rect(size, spot))
                    and (number == 0 or within.contains(rect))
                    and not any(rect.intersects(other) for other in covered)
                ),
                None,
            )
            spot = spot or _nearest(region, size, covered, within)
            free = free and spot is not None
            region = replace(region, header=spot or ABOVE)
            covered.append(region.header_rect(size))
        found.append(region)
    return tuple(found), free


def _spots(region: RegionShape) -> Iterator[HeaderSpot]:
    """Above the region, then around it from the top downwards."""
    yield ABOVE
    across, along = region.bounds.width() / 2, region.bounds.height() / 2
    for turn in range(0, 181, 15):
        for side in (-1, 1):
            c, s = math.cos(math.radians(turn)), side * math.sin(math.radians(turn))
            yield HeaderSpot(QPointF(across * s, along * (1 - c)), _out(s), _out(-c))


def _out(share: float) -> float:
    """A direction of a circle made one of a square."""
    return max(-1.0, min(1.0, 1.5 * share))


def _nearest(
    region: RegionShape, size: Point, covered: Iterable[QRectF], within: QRectF
) -> HeaderSpot | None:
    """The free place nearest to the top of a region, if there is one."""
    middle = within.center()
    filling = Filling(within.width(), within.height())
    for rect in covered:
        w, h = rect.width() / 2, rect.height() / 2
        place = rect.center() - middle
        filling.put(Piece("", -w, -h, w, h), (place.x(), place.y()))
    half, high = size[0] / 2, size[1] / 2
    top = QPointF(region.bounds.center().x(), region.bounds.top())
    aim = top - middle
    free = filling.nearest(Piece("", -half, -high, half, high), (aim.x(), aim.y()))
    return None if free is None else HeaderSpot(QPointF(*free) + middle - top, 0.0, 0.0)


def convex_hull(points: Iterable[Point]) -> list[Point]:
    """The corners of the smallest convex polygon around points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) <= 2:
        return ordered

    def half(sequence: Iterable[Point]) -> list[Point]:
        chain: list[Point] = []
        for p in sequence:
            while len(chain) >= 2 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(ordered) + half(reversed(ordered))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
