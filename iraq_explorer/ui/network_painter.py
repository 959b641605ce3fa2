"""Painting the network: functions of a painter, drawable data and a theme. No widget, no state."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from iraq_explorer.core.bodies import LEAST_RADIUS
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.grid import Grid
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_picture import (
    DOUBTFUL,
    LABEL_PX,
    MANY_NODES,
    SUBLABEL_PX,
    LinkShape,
    NetworkPicture,
    NodeShape,
    RegionShape,
    Shape,
    brief_words,
    header_size,
    link_points,
    point_on,
    text_width,
)
from iraq_explorer.ui.palette import Theme, font_px, mix
from iraq_explorer.ui.red_line_mark import MARK, paint_mark
from iraq_explorer.ui.tie_lines import LineKind, fine_tie_pen, tie_pen
from iraq_explorer.ui.words import region_text, tr


@dataclass(frozen=True)
class Camera:
    """How scene coordinates become those of the widget or picture."""

    zoom: float
    dx: float
    dy: float

    def to_view(self, place: QPointF) -> QPointF:
        """From the scene to the view."""
        return QPointF(place.x() * self.zoom + self.dx, place.y() * self.zoom + self.dy)

    def to_scene(self, place: QPointF) -> QPointF:
        """From the view to the scene."""
        return QPointF((place.x() - self.dx) / self.zoom, (place.y() - self.dy) / self.zoom)

    def rect_to_view(self, rect: QRectF) -> QRectF:
        """A rectangle of the scene in the view."""
        return QRectF(self.to_view(rect.topLeft()), self.to_view(rect.bottomRight()))

    @property
    def text(self) -> float:
        """How much larger texts are than at zoom 1: they grow slowly and never get too small."""
        return max(0.82, min(1.9, self.zoom))


def fitting(bounds: QRectF, area: QRectF, most: float = 1.35) -> Camera:
    """The camera that shows all of ``bounds`` in the middle of ``area``."""
    if bounds.isEmpty() or area.isEmpty():
        return Camera(1.0, area.center().x(), area.center().y())
    zoom = min(area.width() / bounds.width(), area.height() / bounds.height(), most)
    centre = bounds.center()
    return Camera(
        zoom, area.center().x() - centre.x() * zoom, area.center().y() - centre.y() * zoom
    )


@dataclass(frozen=True)
class Emphasis:
    """What is lit, selected or aimed at."""

    lit: frozenset[str] | None = None
    """Nodes that keep their colours; all where ``None``."""
    selected: frozenset[str] = frozenset()
    focused: str | None = None
    target: str | None = None
    """Id of the coalition that a dragged bloc would join."""
    link: str | None = None
    """Id of the line under the pointer."""
    warned: frozenset[str] = frozenset()
    """Ids of the coalitions that break a red line."""
    opacity: Mapping[str, float] = field(default_factory=dict)
    """By id how much is seen of lines and nodes that come or go; of all others all."""


PLAIN = Emphasis()


def paint_regions(
    painter: QPainter,
    regions: Iterable[RegionShape],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis = PLAIN,
    *,
    on_canvas: bool = False,
) -> None:
    """The regions of coalitions, without their headers.

    ``on_canvas`` where the ground is the canvas of the theme: a region that touches no other one is
    then filled with an opaque colour, which takes an eighth of the time.
    """
    regions = tuple(regions)
    for region in regions:
        colour = theme.coalition(region.coalition.colour)
        aimed = region.id == emphasis.target
        painter.save()
        painter.translate(camera.dx, camera.dy)
        painter.scale(camera.zoom, camera.zoom)
        pen = QPen(theme.wash(colour, 0.95 if aimed else 0.55), (2.6 if aimed else 1.3))
        pen.setCosmetic(True)
        # Its corners are too many and too blunt for round joins to be seen, and those take as long
        # as the line.
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        if region.empty:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        share = 0.2 if aimed else 0.1
        alone = not any(o is not region and o.bounds.intersects(region.bounds) for o in regions)
        if on_canvas and alone:
            fill = theme.wash(colour, share)
        else:  # translucent, so that regions that overlap both show
            fill = QColor(colour)
            fill.setAlphaF(share)
        painter.setBrush(fill)
        painter.drawPath(region.path)
        painter.restore()
        if region.empty and not aimed:
            painter.setFont(font_px(12 * camera.text))
            painter.setPen(theme.muted)
            painter.drawText(
                camera.rect_to_view(region.bounds),
                Qt.AlignmentFlag.AlignCenter,
                tr("drag a bloc here"),
            )


def paint_aim(painter: QPainter, region: RegionShape, camera: Camera, theme: Theme) -> None:
    """The rim of the region that a dragged bloc would join."""
    painter.save()
    painter.translate(camera.dx, camera.dy)
    painter.scale(camera.zoom, camera.zoom)
    pen = QPen(theme.coalition(region.coalition.colour), 3.2)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(region.path)
    painter.restore()


def header_rects(
    regions: Iterable[RegionShape], verdicts: Mapping[str, Verdict], camera: Camera
) -> dict[str, QRectF]:
    """Where the names and verdicts of regions stand in the view, by coalition id."""
    placed: dict[str, QRectF] = {}
    scale = camera.text
    for region in regions:
        width, height = header_size(region.coalition, verdicts[region.id])
        size = (width * scale, (height - 4) * scale)
        placed[region.id] = region.header_in_view(size, camera.to_view)
    return placed


def paint_headers(
    painter: QPainter,
    regions: Iterable[RegionShape],
    verdicts: Mapping[str, Verdict],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis = PLAIN,
) -> None:
    """Name, seat total and verdict above each region."""
    shown = list(regions)
    places = header_rects(shown, verdicts, camera)
    for region in shown:
        warned = region.id in emphasis.warned
        rect = places[region.id]
        paint_header(
            painter, rect, region.coalition, verdicts[region.id], theme, camera.text, warned=warned
        )


def paint_header(
    painter: QPainter,
    rect: QRectF,
    coalition: Coalition,
    verdict: Verdict,
    theme: Theme,
    scale: float,
    *,
    warned: bool,
) -> None:
    """Name, seat total and verdict of one coalition, with a mark where it breaks a red line."""
    aside = HEADER_MARK * scale if warned else 0.0
    rect = rect.adjusted(-aside / 2, 0, aside / 2, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(rect, 5, 5)
    half = QRectF(rect.left(), rect.top(), rect.width(), rect.height() / 2)
    painter.setPen(theme.coalition(coalition.colour))
    painter.setFont(font_px(15 * scale, bold=True))
    # Not cut at the rim: at a size that is rounded up, letters reach a little beyond it.
    whole = Qt.TextFlag.TextDontClip
    painter.drawText(half, Qt.AlignmentFlag.AlignCenter | whole, coalition.name)
    told = region_text(verdict)
    if warned:
        wide = text_width(told, 12.5 * scale, bold=True) + aside
        paint_mark(painter, half.bottomLeft() + QPointF((half.width() - wide) / 2, 0), theme, scale)
    painter.setPen(theme.good if verdict.reached else theme.bad)
    painter.setFont(font_px(12.5 * scale, bold=True))
    painter.drawText(
        half.translated(aside / 2, rect.height() / 2),
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | whole,
        told,
    )


HEADER_MARK = MARK + 4
"""Room for the mark beside a verdict, at scale 1."""


def paint_links(
    painter: QPainter,
    links: Iterable[LinkShape],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis = PLAIN,
    most_in_full: int = 300,
) -> None:
    """Lines in the style of their strongest tie, with arrows and marks of doubt.

    More lines than ``most_in_full`` are fine ones that keep colour and dashes alone.
    """
    lit = emphasis.lit
    width = max(0.75, min(1.4, camera.zoom))
    faded = [] if lit is None else [s for s in links if not _is_lit(s, lit)]
    clear = [s for s in links if lit is None or _is_lit(s, lit)]
    if len(faded) > most_in_full:
        _paint_fine_links(painter, faded, camera, theme, faded=True)
        faded = []
    if len(clear) > most_in_full:
        _paint_fine_links(painter, clear, camera, theme, faded=False)
        clear = [s for s in clear if s.link.id == emphasis.link]
    for shape in (*faded, *clear):
        is_faded = lit is not None and not _is_lit(shape, lit)
        tie = shape.link.main
        scale = width * (1.7 if shape.link.id == emphasis.link else 1.0)
        pen = tie_pen(theme, shape.line, tie.certainty, faded=is_faded, scale=scale)
        opacity = emphasis.opacity.get(shape.link.id, 1.0)
        if opacity < 1.0:
            pen = QPen(pen)
            pen.setColor(theme.wash(pen.color(), opacity))
        start, middle, end = link_points(shape)
        points = (camera.to_view(start), camera.to_view(middle), camera.to_view(end))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shape.bend:
            path = QPainterPath(points[0])
            path.quadTo(points[1], points[2])
            painter.drawPath(path)
        else:
            painter.drawLine(points[0], points[2])
        if shape.arrow_end:
            _paint_arrow(painter, points[1], points[2], pen.color(), width)
        if shape.arrow_start:
            _paint_arrow(painter, points[1], points[0], pen.color(), width)
        if opacity < 0.5:
            continue  # a mark of doubt would be seen before its line
        if shape.line is LineKind.FIGHT and not is_faded:
            _paint_cross(painter, point_on(points, shape.mark), pen.color(), width)
        elif tie.certainty in DOUBTFUL and not is_faded:
            _paint_doubt(painter, point_on(points, shape.mark), tie.certainty, pen.color(), theme)


def _paint_fine_links(
    painter: QPainter, links: Iterable[LinkShape], camera: Camera, theme: Theme, *, faded: bool
) -> None:
    """Many lines, those of one pen at once: Qt draws lines of one pixel several times faster."""
    of_pen: dict[tuple[LineKind, Certainty], list[QLineF]] = {}
    for shape in links:
        lines = of_pen.setdefault((shape.line, shape.link.main.certainty), [])
        # From middle to middle: nodes are painted over the ends.
        a, b = camera.to_view(shape.start.centre), camera.to_view(shape.end.centre)
        if shape.bend:
            bow = camera.to_view(point_on(link_points(shape), 0.5))
            lines += (QLineF(a, bow), QLineF(bow, b))
        else:
            lines.append(QLineF(a, b))
    for (kind, certainty), lines in of_pen.items():
        painter.setPen(fine_tie_pen(theme, kind, certainty, faded=faded))
        painter.drawLines(lines)


def _is_lit(shape: LinkShape, lit: frozenset[str]) -> bool:
    return shape.link.a in lit and shape.link.b in lit


def _paint_arrow(
    painter: QPainter, origin: QPointF, tip: QPointF, colour: QColor, scale: float
) -> None:
    turn = math.atan2(tip.y() - origin.y(), tip.x() - origin.x())
    size = 8.5 * scale
    wings = [
        QPointF(tip.x() - size * math.cos(turn + a), tip.y() - size * math.sin(turn + a))
        for a in (-0.42, 0.42)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _paint_cross(painter: QPainter, place: QPointF, colour: QColor, scale: float) -> None:
    size = 4.5 * scale
    painter.setPen(QPen(colour, 2.2 * scale))
    painter.drawLine(place + QPointF(-size, -size), place + QPointF(size, size))
    painter.drawLine(place + QPointF(-size, size), place + QPointF(size, -size))


def _paint_doubt(
    painter: QPainter, place: QPointF, certainty: Certainty, colour: QColor, theme: Theme
) -> None:
    pen = QPen(colour, 1.2)
    if certainty is Certainty.HYPOTHETICAL:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(theme.canvas)
    painter.drawEllipse(place, 7.0, 7.0)
    painter.setPen(theme.text)
    painter.setFont(font_px(11, bold=True))
    painter.drawText(
        QRectF(place.x() - 8, place.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, "?"
    )


def paint_nodes(
    painter: QPainter,
    shapes: Iterable[NodeShape],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis = PLAIN,
    far: bool = False,
) -> None:
    """The shapes of nodes, with the seats inside a bloc.

    Seen from ``far`` no node is enlarged to be read, and actors outside the chamber are dots.
    """
    if far:
        shapes = list(shapes)
        _paint_dots(painter, [s for s in shapes if not s.node.is_bloc], camera, theme, emphasis)
        named = emphasis.selected | {emphasis.focused}
        shapes = [s for s in shapes if s.node.is_bloc or s.id in named]
    for shape in shapes:
        faded = emphasis.lit is not None and shape.id not in emphasis.lit
        centre = camera.to_view(shape.centre)
        # However near or far the view of a few nodes, the number in a bloc can be read.
        radius = max(3.0 if far else LEAST_RADIUS, shape.radius * camera.zoom)
        colour = theme.coalition(shape.coalition.colour if shape.coalition else None)
        if faded:
            colour = theme.wash(colour, 0.3)
        if emphasis.opacity:
            painter.setOpacity(emphasis.opacity.get(shape.id, 1.0))
        outline = QPen(theme.canvas, 1.6)
        if shape.node.is_bloc:
            painter.setPen(outline)
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius, radius)
            if shape.assumed:
                # A dashed ring: the seats are not what an election gave.
                painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, radius + 2.6, radius + 2.6)
            _paint_seats(painter, shape, centre, radius, theme, faded)
        else:
            _paint_actor(painter, shape, centre, camera, theme, faded)
        if shape.id in emphasis.selected:
            painter.setPen(QPen(theme.accent, 2.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _paint_outline(painter, shape, centre, camera, 4.5)
        if shape.id == emphasis.focused:
            pen = QPen(theme.text, 1.4)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _paint_outline(painter, shape, centre, camera, 8.0)
    painter.setOpacity(1.0)


def _paint_dots(
    painter: QPainter,
    shapes: Iterable[NodeShape],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis,
) -> None:
    lit, faded = QPolygonF(), QPolygonF()
    for shape in shapes:
        there = emphasis.lit is None or shape.id in emphasis.lit
        (lit if there else faded).append(camera.to_view(shape.centre))
    for points, ink in ((faded, theme.wash(theme.text, 0.25)), (lit, theme.text)):
        pen = QPen(ink, max(2.4, min(5.0, 16 * camera.zoom)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(points)


_FAR = 0.45


def is_far(picture: NetworkPicture, camera: Camera) -> bool:
    """Whether so many nodes are seen from so far that shapes and plates would hide each other."""
    return camera.zoom < _FAR and len(picture.nodes) > MANY_NODES


def _paint_outline(
    painter: QPainter, shape: NodeShape, centre: QPointF, camera: Camera, away: float
) -> None:
    if shape.shape is Shape.PLATE:
        rect = camera.rect_to_view(shape.box).adjusted(-away, -away, away, away)
        painter.drawRoundedRect(rect, 8, 8)
        return
    reach = max(LEAST_RADIUS, shape.radius * camera.zoom) + away
    painter.drawEllipse(centre, reach, reach)


def _paint_seats(
    painter: QPainter, shape: NodeShape, centre: QPointF, radius: float, theme: Theme, faded: bool
) -> None:
    if radius < 7:
        return
    text = str(shape.node.seats)
    size = max(10.0, min(radius * 0.62, 26.0))
    while size > 7 and text_width(text, round(size), bold=True) > 1.7 * radius:
        size -= 1
    painter.setFont(font_px(size, bold=True))
    light = theme.canvas if theme.dark else QColor("#ffffff")
    painter.setPen(mix(light, theme.muted, 0.3) if faded and not theme.dark else light)
    painter.drawText(
        QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
        Qt.AlignmentFlag.AlignCenter,
        text,
    )


def _paint_actor(
    painter: QPainter,
    shape: NodeShape,
    centre: QPointF,
    camera: Camera,
    theme: Theme,
    faded: bool,
) -> None:
    ink = theme.wash(theme.text, 0.25) if faded else theme.text
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(QBrush(theme.panel))
    r = shape.radius * camera.zoom
    x, y = centre.x(), centre.y()
    if shape.shape is Shape.PLATE:
        # The plate keeps the size of its text, which never shrinks below what can be read.
        width = text_width(shape.title, LABEL_PX, bold=True) / 2 * camera.text + 12
        height = 13.0 * camera.text
        rect = QRectF(x - width, y - height, 2 * width, 2 * height)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setFont(font_px(LABEL_PX * camera.text, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shape.title)
        return
    if shape.shape in (Shape.DOT, Shape.RING):
        if shape.shape is Shape.RING:
            painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DashLine))
        painter.drawEllipse(centre, r, r)
        return
    painter.drawPolygon(
        QPolygonF([QPointF(x + dx * r, y + dy * r) for dx, dy in _CORNERS[shape.shape]])
    )


_CORNERS: dict[Shape, tuple[tuple[float, float], ...]] = {
    Shape.DIAMOND: ((0, -1), (1, 0), (0, 1), (-1, 0)),
    Shape.TRIANGLE: ((0, -1), (0.95, 0.75), (-0.95, 0.75)),
    Shape.HEXAGON: tuple((math.cos(math.pi / 3 * k), math.sin(math.pi / 3 * k)) for k in range(6)),
    Shape.HOUSE: ((0, -1), (0.95, -0.25), (0.95, 0.85), (-0.95, 0.85), (-0.95, -0.25)),
    Shape.SHEET: ((-0.75, -1), (0.35, -1), (0.75, -0.55), (0.75, 1), (-0.75, 1)),
}


@dataclass(frozen=True)
class PlacedLabel:
    """A label with the place found for it in the view."""

    shape: NodeShape
    rect: QRectF
    title: str
    subtitle: str


def place_labels(
    picture: NetworkPicture,
    camera: Camera,
    taken: Iterable[QRectF] = (),
    first: frozenset[str] = frozenset(),
    most: int | None = None,
    room: QRectF | None = None,
) -> tuple[PlacedLabel, ...]:
    """Labels at places where they cover neither one another nor a node.

    The larger a node, the earlier it chooses. What finds no place goes without its details, and if
    that does not help without a name, until the view is nearer or it is pointed at.

    Args:
        picture: what is labelled.
        camera: how it is seen.
        taken: rectangles of the view that stay free.
        first: nodes that come before all others and, where they are few, are never left out.
        most: how many others are labelled; all for which there is a place where ``None``.
        room: the part of the view that is seen; all of it where ``None``.

    """
    far = is_far(picture, camera)
    blocked: Grid[QRectF] = Grid(_LABEL_CELL)
    for rect in taken:
        _block(blocked, rect)
    covered = ((shape, _node_rect(shape, camera, far)) for shape in picture.nodes)
    seen = [
        (shape, rect)
        for shape, rect in covered
        if room is None or room.intersects(rect.adjusted(-4, -4, 4, 4))
    ]
    # Where some are left out, those that much hangs on are named before others, and those that
    # come before all may cover the rest, which is faded then.
    scarce = most is not None and len(seen) > most
    hang: Counter[str] = Counter()
    if scarce:
        hang.update(end for link in picture.links for end in (link.link.a, link.link.b))
    waiting = [] if not scarce or not first else [r for s, r in seen if s.id not in first]
    for shape, rect in seen:
        if not waiting or shape.id in first:
            _block(blocked, rect)
    named = [shape for shape, _ in seen if far or shape.shape is not Shape.PLATE]
    named.sort(key=lambda s: (s.id not in first, -s.node.seats, -hang[s.id], s.id))
    ahead = sum(1 for shape in named if shape.id in first)
    placed: list[PlacedLabel] = []
    others = 0
    for number, shape in enumerate(named):
        if number == ahead:
            for rect in waiting:
                _block(blocked, rect)
        tried = number - ahead
        if most is not None and tried >= 0 and (others >= most or tried >= _TRIES * most):
            break
        words = shape.words(camera.zoom)
        found = _free_spot(blocked, shape, camera, words, room)
        if found is None and words[1]:
            # Details yield before names do.
            words = brief_words(*words, assumed=shape.assumed)
            found = _free_spot(blocked, shape, camera, words, room)
        if found is None and number < ahead <= _MOST_OVER_OTHERS:
            found = next(_spots(shape, camera, *words))
        if found is not None:
            others += number >= ahead
            _block(blocked, found)
            placed.append(PlacedLabel(shape, found, *words))
    return tuple(placed)


def _free_spot(
    blocked: Grid[QRectF],
    shape: NodeShape,
    camera: Camera,
    words: tuple[str, str],
    room: QRectF | None,
) -> QRectF | None:
    """The first place of a label that covers nothing, and is cut only if its node is."""
    if room is not None and not room.contains(_drawn_box(shape, camera)):
        room = None
    return next(
        (
            spot
            for spot in _spots(shape, camera, *words)
            if (room is None or room.contains(spot)) and _is_free(blocked, spot)
        ),
        None,
    )


def _spots(shape: NodeShape, camera: Camera, title: str, subtitle: str) -> Iterator[QRectF]:
    """Where a label could stand, the best place first."""
    scale = camera.text
    width = scale * max(text_width(title, LABEL_PX, bold=True), text_width(subtitle, SUBLABEL_PX))
    height = scale * (17.0 + (15.0 if subtitle else 0.0))
    box = _drawn_box(shape, camera)
    centre = box.center()
    x, y = centre.x(), centre.y()
    below, above = box.bottom() + 1, box.top() - height - 1
    yield QRectF(x - width / 2, below, width, height)
    yield QRectF(box.right() + 4, y - height / 2, width, height)
    yield QRectF(box.left() - width - 4, y - height / 2, width, height)
    yield QRectF(x - width / 2, above, width, height)
    for top in (below, above):
        yield QRectF(x - width / 4, top, width, height)
        yield QRectF(x - width * 3 / 4, top, width, height)


_LABEL_CELL = 60.0
_MOST_OVER_OTHERS = 25
_TRIES = 4
"""So many nodes are asked for each label that may be placed, before the rest goes without."""


def _node_rect(shape: NodeShape, camera: Camera, far: bool) -> QRectF:
    """What a node covers of the view."""
    if far and not shape.node.is_bloc:
        centre = camera.to_view(shape.centre)
        return QRectF(centre.x() - 2, centre.y() - 2, 4, 4)
    if shape.shape is not Shape.PLATE:
        return _drawn_box(shape, camera).adjusted(1, 1, -1, -1)
    scale = camera.text
    width = text_width(shape.title, LABEL_PX, bold=True) / 2 * scale + 12
    centre = camera.to_view(shape.centre)
    return QRectF(centre.x() - width, centre.y() - 13 * scale, 2 * width, 26 * scale)


def _drawn_box(shape: NodeShape, camera: Camera) -> QRectF:
    """The shape in the view; a bloc is never drawn too small for its number."""
    box = camera.rect_to_view(shape.box)
    more = max(0.0, LEAST_RADIUS - box.height() / 2) if shape.node.is_bloc else 0.0
    return box.adjusted(-more, -more, more, more)


def _block(blocked: Grid[QRectF], rect: QRectF) -> None:
    blocked.add(rect.left(), rect.top(), rect.right(), rect.bottom(), rect)


def _is_free(blocked: Grid[QRectF], rect: QRectF) -> bool:
    near = blocked.near(rect.left(), rect.top(), rect.right(), rect.bottom())
    return not any(rect.intersects(other) for other in near)


def paint_labels(
    painter: QPainter,
    labels: Iterable[PlacedLabel],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis = PLAIN,
) -> None:
    """Labels where they were placed, each on a thin halo so that lines do not cut the letters."""
    scale = camera.text
    # Not cut at the rim: some letters reach a little below it.
    align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip
    for label in labels:
        faded = emphasis.lit is not None and label.shape.id not in emphasis.lit
        ground = theme.canvas
        if label.shape.coalition is not None:
            ground = theme.wash(theme.coalition(label.shape.coalition.colour), 0.1)
        if emphasis.opacity:
            painter.setOpacity(emphasis.opacity.get(label.shape.id, 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(label.rect.adjusted(-2, 1, 2, -1), 3, 3)
        painter.setPen(theme.wash(theme.text, 0.3) if faded else theme.text)
        painter.setFont(font_px(LABEL_PX * scale, bold=True))
        wide = label.rect.adjusted(-20, 0, 20, 0)
        painter.drawText(wide, align, label.title)
        if label.subtitle:
            painter.setPen(theme.wash(theme.muted, 0.3) if faded else theme.muted)
            painter.setFont(font_px(SUBLABEL_PX * scale))
            painter.drawText(wide.translated(0, 16 * scale), align, label.subtitle)
    painter.setOpacity(1.0)


def paint_network(
    painter: QPainter,
    picture: NetworkPicture,
    verdicts: Mapping[str, Verdict],
    camera: Camera,
    theme: Theme,
    labels: tuple[PlacedLabel, ...],
    emphasis: Emphasis = PLAIN,
    without: frozenset[str] = frozenset(),
    headers: bool = True,
    *,
    on_canvas: bool = False,
) -> None:
    """The whole network, without the nodes named in ``without`` and their lines."""
    far = is_far(picture, camera)
    paint_regions(painter, picture.regions, camera, theme, emphasis, on_canvas=on_canvas)
    links = [s for s in picture.links if s.link.a not in without and s.link.b not in without]
    paint_links(painter, links, camera, theme, emphasis)
    if headers and not far:
        paint_headers(painter, picture.regions, verdicts, camera, theme, emphasis)
    nodes = [s for s in picture.nodes if s.id not in without]
    paint_nodes(painter, nodes, camera, theme, emphasis, far)
    if headers and far:
        # Among so many dots only what lies over them can be read.
        paint_headers(painter, picture.regions, verdicts, camera, theme, emphasis)
    paint_labels(painter, [x for x in labels if x.shape.id not in without], camera, theme, emphasis)


@dataclass(frozen=True)
class Legend:
    """The meaning of the lines in use: a strip below the network, so that it covers nothing."""

    rows: tuple[tuple[LineKind | None, str], ...]
    """Line kinds with their words; ``None`` stands for the mark of doubt."""
    note: str = ""
    """What else is to be said of the lines."""

    def places(self, width: float) -> tuple[QPointF, ...]:
        """The upper left corner of each entry, in as many lines as the width takes.

        The note comes last, where there is one.
        """
        found = []
        x = y = 0.0
        rooms = [_SAMPLE + text_width(text, _LEGEND_PX) + 18 for _, text in self.rows]
        if self.note:
            rooms.append(text_width(self.note, _LEGEND_PX))
        for room in rooms:
            if x and x + room > width:
                x, y = 0.0, y + _LEGEND_STEP
            found.append(QPointF(x, y))
            x += room
        return tuple(found)

    def height(self, width: float) -> float:
        """How high the strip is at a width; 0 where there is nothing to tell."""
        places = self.places(width)
        return places[-1].y() + _LEGEND_STEP + 6 if places else 0.0


_LEGEND_PX = 11.5
_LEGEND_STEP = 17.0
_LEGEND_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SAMPLE = 38.0


def legend_of(picture: NetworkPicture, drawn: NetworkPicture | None = None) -> Legend:
    """The legend for the lines that a picture uses.

    Where fewer are ``drawn`` than it has, and nothing beside it tells so, the legend does.
    """
    names = {
        LineKind.FRIENDLY: tr("allied, backs"),
        LineKind.TACIT: tr("backs tacitly"),
        LineKind.TALKS: tr("negotiates"),
        LineKind.HOSTILE: tr("rival, opposes"),
        LineKind.FIGHT: tr("fights"),
        LineKind.STRUCTURE: tr("leads, belongs to"),
    }
    used = {shape.line for shape in picture.links}
    rows: list[tuple[LineKind | None, str]] = [(k, t) for k, t in names.items() if k in used]
    if any(shape.link.main.certainty in DOUBTFUL for shape in picture.links):
        rows.append((None, tr("contested or only possible")))
    if drawn is None or len(drawn.links) == len(picture.links):
        return Legend(tuple(rows))
    lines, count = f"{len(drawn.links):,}", f"{len(picture.links):,}"
    note = tr("{lines} of {count} ties drawn, the surest first", lines=lines, count=count)
    return Legend(tuple(rows), note)


def paint_legend(painter: QPainter, legend: Legend, area: QRectF, theme: Theme) -> None:
    """The legend along the foot of an area."""
    top = area.bottom() - legend.height(area.width())
    painter.setFont(font_px(_LEGEND_PX))
    places = legend.places(area.width())
    if legend.note:
        painter.setPen(theme.muted)
        place = places[-1] + QPointF(area.left(), top + 3)
        row = QRectF(place.x(), place.y(), area.width(), _LEGEND_STEP)
        painter.drawText(row, _LEGEND_ALIGN, legend.note)
    for (kind, text), place in zip(legend.rows, places, strict=False):
        left = area.left() + place.x()
        y = top + place.y() + _LEGEND_STEP / 2 + 3
        if kind is None:
            middle = QPointF(left + 18, y)
            _paint_doubt(painter, middle, Certainty.CONTESTED, theme.muted, theme)
            painter.setFont(font_px(_LEGEND_PX))
        else:
            painter.setPen(tie_pen(theme, kind, Certainty.CERTAIN))
            painter.drawLine(QPointF(left, y), QPointF(left + 29, y))
        painter.setPen(theme.muted)
        row = QRectF(left + _SAMPLE, y - _LEGEND_STEP / 2, area.width(), _LEGEND_STEP)
        painter.drawText(row, _LEGEND_ALIGN, text)
