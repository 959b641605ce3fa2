"""Pictures for grey print: what colours tell on a screen, letters, shades and hatching tell here.

Coalitions get letters in their order and shades of grey by turns; their regions are hatched and
their seats marked, each in its own way.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.scenario import COLOURS, Scenario
from iraq_explorer.core.seating import SeatedBloc, hemicycle, seating
from iraq_explorer.ui.hemicycle import frame_of, lines_of
from iraq_explorer.ui.network_painter import Camera
from iraq_explorer.ui.network_picture import RegionShape
from iraq_explorer.ui.palette import PRINT, font_px
from iraq_explorer.ui.words import tr

_ANGLES = (45.0, 135.0, 0.0, 90.0, 22.5, 112.5, 67.5, 157.5, 33.0, 147.0)
"""Of the hatching of each coalition's region, in degrees."""


def letter(number: int) -> str:
    """The letter of the coalition at a place in the order, from 0: A to Z, then AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def lettered(scenario: Scenario) -> Scenario:
    """The scenario with letters before the names of coalitions, and colours in their order."""
    coalitions = tuple(
        replace(
            coalition,
            name=tr("{letter} · {name}", letter=letter(number), name=coalition.name),
            colour=number % COLOURS,
        )
        for number, coalition in enumerate(scenario.coalitions)
    )
    return replace(scenario, coalitions=coalitions)


def paint_hatching(painter: QPainter, regions: Iterable[RegionShape], camera: Camera) -> None:
    """Thin lines over each region, at an angle of its own."""
    painter.setPen(QPen(PRINT.line, 0.8))
    for region in regions:
        if region.empty:
            continue
        corners = [camera.to_view(place) for place in region.path.toFillPolygon().toList()]
        angle = _ANGLES[region.coalition.colour % len(_ANGLES)]
        painter.drawLines(list(_hatching(corners, math.radians(angle), 9.0)))


def _hatching(corners: list[QPointF], angle: float, step: float) -> Iterator[QLineF]:
    """The parts inside a convex polygon of parallel lines ``step`` apart."""
    along = QPointF(math.cos(angle), math.sin(angle))
    across = QPointF(-along.y(), along.x())
    depths = [QPointF.dotProduct(corner, across) for corner in corners]
    depth = math.ceil(min(depths) / step) * step
    while depth < max(depths):
        ends = []
        for here, there, near, far in zip(
            corners, corners[1:] + corners[:1], depths, depths[1:] + depths[:1], strict=True
        ):
            if (near < depth) != (far < depth):
                ends.append(here + (there - here) * ((depth - near) / (far - near)))
        if len(ends) >= 2:
            yield QLineF(ends[0], ends[1])
        depth += step


def paint_marks(painter: QPainter, area: QRectF, scenario: Scenario, chamber: Chamber) -> None:
    """Marks on the seats of a hemicycle that was painted into the area, and letters at its rim."""
    centre, radius = frame_of(area)
    if radius <= 10:
        return
    places = hemicycle(chamber.seats)
    runs = seating(scenario, chamber)
    dot = places.seat_radius * 2 * radius * 0.84
    for number, coalition in enumerate(scenario.coalitions):
        own = [run for run in runs if run.coalition == coalition.id]
        seats = [seat for run in own for seat in places.seats[run.first : run.first + run.count]]
        dots = [
            QPointF(centre.x() + (seat.x - 1) * radius, centre.y() + (seat.y - 1) * radius)
            for seat in seats
        ]
        _mark(painter, dots, number // 2 % 4, dot)
    painter.setPen(PRINT.text)
    size = max(9.0, radius * 0.075)
    painter.setFont(font_px(size, bold=True))
    quotas = [places.boundary(quota) for quota in lines_of(scenario, chamber)]
    quotas += [math.pi - angle for angle in quotas]
    for number, coalition in enumerate(scenario.coalitions):
        angle = _free_angle(
            [r for r in runs if r.coalition == coalition.id], places.boundary, quotas
        )
        if angle is None:
            continue
        x = centre.x() - math.cos(angle) * radius * 1.085
        y = centre.y() - math.sin(angle) * radius * 1.085
        box = QRectF(x - size, y - size, 2 * size, 2 * size)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter(number))


def _mark(painter: QPainter, dots: list[QPointF], kind: int, dot: float) -> None:
    """The first two coalitions stay plain; the next get a bar, then an upright, then both."""
    pen = QPen(PRINT.canvas, dot * 0.26)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    across, down = QPointF(dot / 2, 0), QPointF(0, dot / 2)
    for way, wanted in ((across, kind & 1), (down, kind & 2)):
        if wanted:
            painter.drawLines([QLineF(place - way, place + way) for place in dots])


def _free_angle(
    runs: list[SeatedBloc], boundary: Callable[[int], float], quotas: list[float]
) -> float | None:
    """The angle over a coalition's seats that is nearest to their middle and off every quota."""
    if not runs:
        return None
    first, last = boundary(runs[0].first), boundary(runs[-1].first + runs[-1].count)
    middle = (first + last) / 2
    steps = [middle + (last - first) * share / 20 for share in range(-9, 10)]
    free = [angle for angle in steps if all(abs(angle - quota) > 0.13 for quota in quotas)]
    return min(free or [middle], key=lambda angle: abs(angle - middle))
