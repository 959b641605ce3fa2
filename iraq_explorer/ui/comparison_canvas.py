"""What is compared as a drawing: two networks with one camera, or one with the difference."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.comparison import Comparison
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import ASPECT, compute_layout
from iraq_explorer.core.network import Network
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    fitting,
    header_rects,
    paint_headers,
    paint_labels,
    paint_links,
    paint_nodes,
    paint_regions,
    place_labels,
)
from iraq_explorer.ui.network_picture import (
    NetworkPicture,
    RegionShape,
    build_picture,
    layout_problem,
)
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.telling import node_tip


@dataclass(frozen=True)
class Side:
    """One of the two scenarios with its network and where the nodes are."""

    scenario: Scenario
    network: Network
    positions: Mapping[str, Point]
    dataset: Dataset

    @cached_property
    def picture(self) -> NetworkPicture:
        """What is drawn of it."""
        return build_picture(self.network, self.scenario, self.dataset, self.positions)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdicts at the heads of its regions."""
        return self.scenario.verdicts(self.dataset.chamber_of(self.scenario))


def sides(
    comparison: Comparison, dataset: Dataset, known: Mapping[str, Point], aspect: float
) -> tuple[Side, Side]:
    """Both scenarios laid out, the second continuing from the first: what did not move, stays.

    Args:
        comparison: what is compared.
        dataset: gives the networks.
        known: where nodes stood before.
        aspect: width over height of a canvas.

    """
    older = known
    laid: list[Side] = []
    for scenario in (comparison.a, comparison.b):
        network = dataset.network(scenario)
        problem = layout_problem(network, scenario, dataset, older, aspect)
        older = compute_layout("coalition", problem)
        laid.append(Side(scenario, network, older, dataset))
    return laid[0], laid[1]


class ComparisonCanvas(QWidget):
    """Draws two sides beside each other, or the first with what is different in the second."""

    pointed = Signal(object)
    """Id of the node under the pointer, or ``None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._comparison: Comparison | None = None
        self._sides: tuple[Side, Side] | None = None
        self.together = False
        """Whether the difference is drawn into one network."""
        self._zoom = 1.0
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        self._lit: str | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def show_sides(self, comparison: Comparison, laid: tuple[Side, Side]) -> None:
        """Show another comparison; the view stays where it is."""
        self._comparison, self._sides = comparison, laid
        self.update()

    def set_together(self, together: bool) -> None:
        """Draw one network with the difference, or two."""
        self.together = together
        self.update()

    def fit(self) -> None:
        """Show everything."""
        self._zoom, self._shift = 1.0, QPointF()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 480)

    # -- where things are --------------------------------------------------------------------

    def _areas(self) -> tuple[QRectF, ...]:
        rect = QRectF(self.rect()).adjusted(10, 6, -10, -6)
        if self.together:
            return (rect,)
        if self._above():
            high = (rect.height() - 12) / 2
            first = QRectF(rect.left(), rect.top(), rect.width(), high)
            return first, first.translated(0, high + 12)
        half = (rect.width() - 20) / 2
        first = QRectF(rect.left(), rect.top(), half, rect.height())
        second = first.translated(half + 20, 0)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (second, first) if right_to_left else (first, second)

    def _above(self) -> bool:
        """Whether one above the other makes both larger than one beside the other."""
        wide, high = self.width(), self.height()
        return min(wide, ASPECT * high / 2) > min(wide / 2, ASPECT * high)

    @property
    def aspect(self) -> float:
        """Width over height of the room for one network."""
        area = self._areas()[0]
        return max(0.6, area.width() / max(1.0, area.height()))

    def camera(self, number: int) -> Camera:
        """The camera of a side: the same shift and zoom for both."""
        assert self._sides is not None
        bounds = self._sides[0].picture.bounds
        if not self.together:
            bounds = bounds.united(self._sides[1].picture.bounds)
        area = self._areas()[number]
        # Labels stand beside small nodes too, beyond the bounds.
        fit = fitting(bounds, area.adjusted(40, 26, -40, -10))
        middle = area.center()
        zoom = fit.zoom * self._zoom
        return Camera(
            zoom,
            middle.x() + (fit.dx - middle.x()) * self._zoom + self._shift.x(),
            middle.y() + (fit.dy - middle.y()) * self._zoom + self._shift.y(),
        )

    def place_of(self, node: str, number: int = 0) -> QPointF:
        """Where a node of a side is drawn."""
        assert self._sides is not None
        return self.camera(number).to_view(self._sides[number].picture.by_id[node].centre)

    def _node_at(self, place: QPointF) -> tuple[int, str] | None:
        if self._sides is None:
            return None
        for number, area in enumerate(self._areas()):
            if area.contains(place):
                camera = self.camera(number)
                picture = self._sides[number].picture
                found = picture.node_at(camera.to_scene(place), 5 / camera.zoom)
                return (number, found.id) if found else None
        return None

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.canvas)
        if self._sides is None or self._comparison is None:
            return
        for number, area in enumerate(self._areas()):
            painter.save()
            painter.setClipRect(area)
            self._paint_side(painter, number)
            painter.restore()
        if not self.together:
            painter.setPen(QPen(self._theme.line, 1))
            middle = QRectF(self.rect()).center()
            if self._above():
                painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
            else:
                painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))

    def _paint_side(self, painter: QPainter, number: int) -> None:
        assert self._sides is not None
        assert self._comparison is not None
        side, camera, theme = self._sides[number], self.camera(number), self._theme
        picture = side.picture
        moved = frozenset(m.bloc for m in self._comparison.moved)
        emphasis = Emphasis(lit=self._lit_nodes(side), selected=moved & picture.by_id.keys())
        paint_regions(painter, picture.regions, camera, theme, emphasis)
        changed = {*self._comparison.ties_only_a, *self._comparison.ties_only_b}
        same = [s for s in picture.links if changed.isdisjoint(s.link.ties)]
        other = [s for s in picture.links if not changed.isdisjoint(s.link.ties)]
        # What is in force in both is no news: it stays in the background.
        quiet = Emphasis(lit=frozenset()) if emphasis.lit is None else emphasis
        paint_links(painter, same, camera, theme, quiet)
        paint_links(painter, other, camera, theme, emphasis)
        regions, verdicts = list(picture.regions), dict(side.verdicts)
        if self.together:
            for region, verdict in self._new_regions():
                self._paint_rim(painter, region, camera)
                regions.append(region)
                verdicts[region.id] = verdict
            self._paint_moves(painter, camera)
        else:
            self._paint_mark(painter, number)
        paint_headers(painter, regions, verdicts, camera, theme, emphasis)
        paint_nodes(painter, picture.nodes, camera, theme, emphasis)
        taken = header_rects(regions, verdicts, camera).values()
        labels = place_labels(picture, camera, taken, moved)
        paint_labels(painter, labels, camera, theme, emphasis)

    def _lit_nodes(self, side: Side) -> frozenset[str] | None:
        if self._lit is None or self._lit not in side.network.node_by_id:
            return None
        return side.network.neighbours[self._lit] | {self._lit}

    def _paint_mark(self, painter: QPainter, number: int) -> None:
        """Which of the two it is, as the head of the page names them."""
        area = self._areas()[number]
        painter.setPen(self._theme.muted)
        painter.setFont(font_px(15, bold=True))
        painter.drawText(area.adjusted(4, 2, -4, 0), Qt.AlignmentFlag.AlignTop, "AB"[number])

    def _new_regions(self) -> Iterator[tuple[RegionShape, Verdict]]:
        """The regions of the second scenario's coalitions that the first does not have."""
        assert self._sides is not None
        first, second = self._sides
        names = {held.name.casefold() for held in first.scenario.coalitions}
        for region in second.picture.regions:
            if region.coalition.name.casefold() not in names:
                own = replace(region.coalition, id=f"B:{region.id}")
                yield replace(region, coalition=own), second.verdicts[region.id]

    def _paint_rim(self, painter: QPainter, region: RegionShape, camera: Camera) -> None:
        painter.save()
        painter.translate(camera.dx, camera.dy)
        painter.scale(camera.zoom, camera.zoom)
        pen = QPen(self._theme.coalition(region.coalition.colour), 1.8, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(region.path)
        painter.restore()

    def _paint_moves(self, painter: QPainter, camera: Camera) -> None:
        """An arrow from each bloc that moved to where it is in the second scenario."""
        assert self._sides is not None
        assert self._comparison is not None
        first, second = (side.picture for side in self._sides)
        for moved in self._comparison.moved:
            if moved.bloc not in first.by_id or moved.bloc not in second.by_id:
                continue
            start = camera.to_view(first.by_id[moved.bloc].centre)
            shape = second.by_id[moved.bloc]
            end = camera.to_view(shape.centre)
            colour = self._theme.coalition(shape.coalition.colour if shape.coalition else None)
            paint_arrow(painter, start, end, QPen(colour, 2.4), first.by_id[moved.bloc].radius)

    # -- looking around ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom both sides alike, about a place of one of them."""
        about = about or QPointF(self.rect().center())
        area = next((a for a in self._areas() if a.contains(about)), self._areas()[0])
        zoom = max(0.5, min(6.0, self._zoom * factor))
        factor = zoom / self._zoom
        away = about - area.center() - self._shift
        self._shift -= away * (factor - 1)
        self._zoom = zoom
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._shift += event.position() - self._grabbed
            self._grabbed = event.position()
            self.update()
            return
        found = self._node_at(event.position())
        lit = found[1] if found else None
        if lit != self._lit:
            self._lit = lit
            self.pointed.emit(lit)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._lit = None
        self.pointed.emit(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 40.0
        moves = {
            Qt.Key.Key_Left: QPoint(1, 0),
            Qt.Key.Key_Right: QPoint(-1, 0),
            Qt.Key.Key_Up: QPoint(0, 1),
            Qt.Key.Key_Down: QPoint(0, -1),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._shift += QPointF(moves[key]) * step
            self.update()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif key == Qt.Key.Key_F:
            self.fit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._sides is not None:
            found = self._node_at(QPointF(event.pos()))
            if found:
                side = self._sides[found[0]]
                node = side.network.node_by_id[found[1]]
                QToolTip.showText(event.globalPos(), node_tip(node, side.dataset, side.scenario))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def paint_arrow(
    painter: QPainter, start: QPointF, end: QPointF, pen: QPen, away: float = 0.0
) -> None:
    """A bowed arrow from one place to another, its beginning so far away from the first."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length = math.hypot(dx, dy)
    if length <= away + 12:
        return
    begin = start + QPointF(dx, dy) * (away / length)
    middle = (begin + end) / 2 + QPointF(-dy, dx) * 0.14
    path = QPainterPath(begin)
    path.quadTo(middle, end)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    turn = math.atan2(end.y() - middle.y(), end.x() - middle.x())
    wings = [
        QPointF(end.x() - 12 * math.cos(turn + a), end.y() - 12 * math.sin(turn + a))
        for a in (-0.42, 0.42)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([end, *wings]))
