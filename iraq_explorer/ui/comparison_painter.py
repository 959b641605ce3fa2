"""Painting a comparison: one side of it, or both in one network. No widget, no state."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.comparison_picture import Pair
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    header_rects,
    is_far,
    paint_headers,
    paint_labels,
    paint_links,
    paint_nodes,
    paint_regions,
    place_labels,
)
from iraq_explorer.ui.network_picture import (
    LinkShape,
    NetworkPicture,
    NodeShape,
    RegionShape,
    link_points,
    point_on,
)
from iraq_explorer.ui.palette import Theme, font_px
from iraq_explorer.ui.words import tr

LEGEND_HEIGHT = 24.0
_LONGEST_NAME = 210.0
_BADGE = 7.5


def paint_side(
    painter: QPainter,
    pair: Pair,
    number: int,
    camera: Camera,
    theme: Theme,
    lit: str | None,
    thinned: NetworkPicture,
    names: int | None = None,
) -> None:
    """One of the two networks: what both have stays in the background.

    Args:
        painter: paints into the room of this side.
        pair: what is compared.
        number: 0 for the first, 1 for the second.
        camera: how it is seen.
        theme: its colours.
        lit: the node that is lit, with all its lines.
        thinned: the lines that are drawn.
        names: no more of them are drawn; as many as find a place where ``None``.

    """
    side = pair.sides[number]
    own = pair.own_links[number]
    emphasis = _emphasis(pair, side.picture, lit)
    picture = thinned.with_links_of(side.picture, (lit,) if lit else ())
    paint_regions(painter, picture.regions, camera, theme, emphasis)
    _paint_lines(painter, picture.links, own, camera, theme, emphasis)
    _paint_names(painter, picture, side.verdicts, camera, theme, emphasis, names)


def paint_together(
    painter: QPainter,
    pair: Pair,
    camera: Camera,
    theme: Theme,
    lit: str | None,
    thinned: NetworkPicture,
    names: int | None = None,
) -> None:
    """One network with the difference: rims, moves, and lines that only one of the two has."""
    own = pair.own_links
    emphasis = _emphasis(pair, pair.together, lit)
    picture = thinned.with_links_of(pair.together, (lit,) if lit else ())
    second = [region for region in picture.regions if region.id.startswith("B:")]
    paint_regions(painter, [r for r in picture.regions if r not in second], camera, theme, emphasis)
    for region in second:
        _paint_rim(painter, region, camera, theme)
    _paint_lines(painter, picture.links, own[0] | own[1], camera, theme, emphasis)
    for shape in picture.links:
        for mark, ids in zip("AB", own, strict=True):
            ends = {shape.link.a, shape.link.b}
            if shape.link.id in ids and (emphasis.lit is None or ends <= emphasis.lit):
                place = camera.to_view(point_on(link_points(shape), 0.36))
                paint_badge(painter, place, mark, theme)
    _paint_moves(painter, pair, camera, theme)
    _paint_names(painter, picture, pair.verdicts_together, camera, theme, emphasis, names)


def _emphasis(pair: Pair, picture: NetworkPicture, lit: str | None) -> Emphasis:
    moved = pair.moved & picture.by_id.keys()
    return Emphasis(lit=lit_nodes(picture, lit), selected=moved, focused=lit)


def lit_nodes(picture: NetworkPicture, lit: str | None) -> frozenset[str] | None:
    """A node with those it has a line to; ``None`` where all are lit."""
    if lit is None or lit not in picture.by_id:
        return None
    lines = picture.links_of[lit]
    return frozenset({lit, *(s.link.a for s in lines), *(s.link.b for s in lines)})


def _paint_lines(
    painter: QPainter,
    links: Iterable[LinkShape],
    own: frozenset[str],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis,
) -> None:
    both = [shape for shape in links if shape.link.id not in own]
    quiet = Emphasis(lit=frozenset()) if emphasis.lit is None else emphasis
    paint_links(painter, both, camera, theme, quiet)
    paint_links(painter, [s for s in links if s.link.id in own], camera, theme, emphasis)


def _paint_names(
    painter: QPainter,
    picture: NetworkPicture,
    verdicts: Mapping[str, Verdict],
    camera: Camera,
    theme: Theme,
    emphasis: Emphasis,
    names: int | None,
) -> None:
    far, seen = is_far(picture, camera), painter.clipBoundingRect()
    named = (_with_short_name(region, camera) for region in picture.regions)
    regions = _with_clear_heads(named, picture, verdicts, camera, seen)
    if far:
        paint_nodes(painter, picture.nodes, camera, theme, emphasis, far)
    # Among so many dots only what lies over them can be read.
    paint_headers(painter, regions, verdicts, camera, theme, emphasis)
    if not far:
        paint_nodes(painter, picture.nodes, camera, theme, emphasis)
    taken = header_rects(regions, verdicts, camera).values()
    first = frozenset(node for node in (*emphasis.selected, emphasis.focused) if node)
    if names is None:
        labels = place_labels(picture, camera, taken)
    else:
        placed = place_labels(picture, camera, taken, first, names, seen)
        labels = tuple(label for label in placed if seen.contains(label.rect))
    paint_labels(painter, labels, camera, theme, emphasis)


def _with_short_name(region: RegionShape, camera: Camera) -> RegionShape:
    metrics = QFontMetricsF(font_px(15 * camera.text, bold=True))
    name = metrics.elidedText(
        region.coalition.name, Qt.TextElideMode.ElideRight, _LONGEST_NAME * camera.text
    )
    return replace(region, coalition=replace(region.coalition, name=name))


def _with_clear_heads(
    regions: Iterable[RegionShape],
    picture: NetworkPicture,
    verdicts: Mapping[str, Verdict],
    camera: Camera,
    seen: QRectF,
) -> list[RegionShape]:
    """Regions whose name and verdict find a place on no node and on no other name.

    The nearest to the top on the way around the region; where there is none, the emptiest. Of a
    region only the bounds say where its name is.
    """
    far = is_far(picture, camera)
    taken = [_covered(s, camera) for s in picture.nodes if s.node.is_bloc or not far]
    found = []
    for region in regions:
        usual = header_rects([region], verdicts, camera)[region.id]
        around = _around(usual, camera.rect_to_view(region.bounds), _RINGS if far else 1)
        spots = [spot for spot in around if seen.contains(spot)]
        place = min(spots, key=lambda spot: _overlap(spot, taken), default=usual)
        taken.append(place)
        aside = (place.topLeft() - usual.topLeft()) / camera.zoom
        found.append(replace(region, bounds=region.bounds.translated(aside)))
    return found


def _covered(shape: NodeShape, camera: Camera) -> QRectF:
    """What a node covers of the view: from afar it is drawn larger, to be read."""
    covered = QRectF(QPointF(), shape.box.size() * max(camera.zoom, camera.text))
    covered.moveCenter(camera.rect_to_view(shape.box).center())
    return covered


_RINGS = 4


def _around(usual: QRectF, region: QRectF, rings: int) -> Iterable[QRectF]:
    """Places for a name: the usual one, then others around the region, from the top downwards.

    Where there are several rings, as where regions are small and close, the nearest comes first.
    """
    yield usual
    for ring in range(rings):
        across = region.width() / 2 + usual.width() * (0.5 + 0.7 * ring) + 4
        along = region.height() / 2 + usual.height() * (0.5 + ring) + 4
        for turn in range(0, 181, 15):
            for side in (-1, 1):
                angle = math.radians(turn)
                spot = QRectF(usual)
                spot.moveCenter(
                    region.center()
                    + QPointF(side * across * math.sin(angle), -along * math.cos(angle))
                )
                yield spot


def _overlap(spot: QRectF, taken: Iterable[QRectF]) -> float:
    cuts = (spot.intersected(other) for other in taken)
    return sum(cut.width() * cut.height() for cut in cuts)


def _paint_rim(painter: QPainter, region: RegionShape, camera: Camera, theme: Theme) -> None:
    painter.save()
    painter.translate(camera.dx, camera.dy)
    painter.scale(camera.zoom, camera.zoom)
    pen = QPen(theme.coalition(region.coalition.colour), 2.2, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(region.path)
    painter.restore()


def _paint_moves(painter: QPainter, pair: Pair, camera: Camera, theme: Theme) -> None:
    """For each bloc that stands elsewhere in the second scenario an arrow to an empty ring."""
    first, second = pair.a.picture.by_id, pair.b.picture.by_id
    for moved in pair.comparison.moved:
        if moved.bloc not in first or moved.bloc not in second:
            continue
        shape = second[moved.bloc]
        start, end = camera.to_view(first[moved.bloc].centre), camera.to_view(shape.centre)
        radius = shape.radius * camera.zoom
        if math.hypot(end.x() - start.x(), end.y() - start.y()) < radius:
            continue
        colour = theme.coalition(shape.coalition.colour if shape.coalition else None)
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(end, radius, radius)
        paint_arrow(painter, start, end, QPen(colour, 2.0), (radius, radius))


def paint_arrow(
    painter: QPainter, start: QPointF, end: QPointF, pen: QPen, away: tuple[float, float]
) -> None:
    """A bowed arrow from the rim of one disc to that of another; ``away`` are their radii."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length = math.hypot(dx, dy)
    if length <= sum(away) + 4:
        return
    begin = start + QPointF(dx, dy) * (away[0] / length)
    tip = end - QPointF(dx, dy) * (away[1] / length)
    middle = (begin + tip) / 2 + QPointF(-dy, dx) * 0.1
    path = QPainterPath(begin)
    path.quadTo(middle, tip)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    turn = math.atan2(tip.y() - middle.y(), tip.x() - middle.x())
    wings = [
        QPointF(tip.x() - 11 * math.cos(turn + a), tip.y() - 11 * math.sin(turn + a))
        for a in (-0.42, 0.42)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([tip, *wings]))


def paint_badge(painter: QPainter, place: QPointF, mark: str, theme: Theme) -> None:
    """A letter in a ring: which of the two has it."""
    painter.setPen(QPen(theme.text, 1.0))
    painter.setBrush(theme.canvas)
    painter.drawEllipse(place, _BADGE, _BADGE)
    painter.setFont(font_px(10.5, bold=True))
    room = QRectF(place.x() - 9, place.y() - 9, 18, 18)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark)


# -- the legend ------------------------------------------------------------------------------------


def paint_legend(
    painter: QPainter,
    area: QRectF,
    theme: Theme,
    *,
    together: bool,
    mirrored: bool,
    note: str = "",
) -> None:
    """What rings, lines, rims and letters mean, as far as there is room for it.

    At the end stands a note, for which there is always room.
    """
    font = font_px(12)
    metrics = QFontMetricsF(font)
    entries = [("ring", tr("moved")), ("faint", tr("tie in both"))]
    if together:
        entries.insert(1, ("arrow", tr("to its place in B")))
        entries += [("A", tr("tie only in A")), ("B", tr("tie only in B"))]
        entries.append(("rim", tr("coalition of B")))
    else:
        entries.append(("strong", tr("tie only in this one")))
    if note:
        painter.setPen(theme.muted)
        painter.setFont(font)
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        align = end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, align, note)
        wide = metrics.horizontalAdvance(note) + 12
        area = area.adjusted(wide if mirrored else 0, 0, 0 if mirrored else -wide, 0)
    at = area.left()
    for kind, words in entries:
        wide = 30 + metrics.horizontalAdvance(words) + 18
        if at + wide > area.right():
            break
        left = area.left() + area.right() - at - wide if mirrored else at
        middle = QPointF(left + wide - 12 if mirrored else left + 12, area.center().y())
        _paint_sample(painter, kind, middle, theme)
        painter.setPen(theme.muted)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        room = QRectF(left, area.top(), wide - 30, area.height())
        if not mirrored:
            room.translate(30, 0)
        painter.drawText(
            room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words
        )
        at += wide


def _paint_sample(painter: QPainter, kind: str, place: QPointF, theme: Theme) -> None:
    along = QPointF(11, 0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match kind:
        case "A" | "B":
            paint_badge(painter, place, kind, theme)
        case "ring":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.muted)
            painter.drawEllipse(place, 4.5, 4.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2.0))
            painter.drawEllipse(place, 8.0, 8.0)
        case "rim":
            painter.setPen(QPen(theme.muted, 2.0, Qt.PenStyle.DashLine))
            painter.drawEllipse(place, 11.0, 7.0)
        case "arrow":
            paint_arrow(painter, place - along, place + along, QPen(theme.muted, 2.0), (0, 0))
        case _:
            strong = kind == "strong"
            painter.setPen(QPen(theme.text if strong else theme.line, 2.0 if strong else 1.0))
            painter.drawLine(place - along, place + along)
