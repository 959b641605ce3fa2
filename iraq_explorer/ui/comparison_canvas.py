"""What is compared as a drawing: two networks with one camera, or one with the difference."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.thinning import USUAL_THINNING, Thinning
from iraq_explorer.ui.comparison_painter import (
    LEGEND_HEIGHT,
    paint_legend,
    paint_side,
    paint_together,
)
from iraq_explorer.ui.comparison_picture import Pair, Placing, Side
from iraq_explorer.ui.network_painter import Camera, fitting
from iraq_explorer.ui.network_picture import NetworkPicture
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.telling import node_tip
from iraq_explorer.ui.walking import DIRECTIONS, first, nearest
from iraq_explorer.ui.words import tr


class ComparisonCanvas(QWidget):
    """Draws two sides beside each other, or the first with what is different in the second."""

    pointed = Signal(object)
    """Id of the node under the pointer, or ``None``."""
    reshaped = Signal()
    """The room for a network became wider or higher."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._pair: Pair | None = None
        self._placing = Placing.BESIDE
        self.together = False
        """Whether the difference is drawn into one network."""
        self._zoom = 1.0
        self._shift = QPointF()
        self._grabbed: QPointF | None = None
        self._thinning = USUAL_THINNING
        self._drawn: tuple[tuple[object, ...], tuple[NetworkPicture, ...]] = ((), ())
        """What is drawn of each network, and for which view."""
        self.lit: str | None = None
        """Id of the node that is lit on both sides, with those it has ties to."""
        self.setAccessibleName(tr("Comparison"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    @property
    def pair(self) -> Pair | None:
        """What is drawn; ``None`` until it is laid out."""
        return self._pair

    def show_pair(self, pair: Pair, placing: Placing) -> None:
        """Show another comparison, placed so; the view stays where it is."""
        self._pair = pair
        if placing is not Placing.ONE:
            self._placing = placing
        self.update()

    def set_thinning(self, thinning: Thinning) -> None:
        """Draw more or fewer lines and names at a time."""
        self._thinning = thinning
        self.update()

    @property
    def drawn(self) -> tuple[NetworkPicture, ...]:
        """What is drawn of each network where no node is lit."""
        if self._pair is None:
            return ()
        areas, cameras = self._areas(), [self.camera(n) for n in range(len(self._areas()))]
        view = (self._pair.comparison, self._thinning, self.together, *areas, *cameras)
        if self._drawn[0] != view:
            thinned = []
            for number, (area, camera) in enumerate(zip(areas, cameras, strict=True)):
                seen = QRectF(camera.to_scene(area.topLeft()), camera.to_scene(area.bottomRight()))
                which = 2 if self.together else number
                thinned.append(self._pair.thinned(which, self._thinning.lines, seen))
            self._drawn = view, tuple(thinned)
        return self._drawn[1]

    @property
    def thinning_note(self) -> str:
        """How many ties are left out, in words; empty where none is."""
        every = max((len(self._picture(n).links) for n in range(len(self.drawn))), default=0)
        most = self._thinning.lines
        if most is None or every <= most:
            return ""
        return tr("{lines} of {count} ties drawn", lines=f"{most:,}", count=f"{every:,}")

    def set_together(self, together: bool) -> None:
        """Draw one network with the difference, or two."""
        if together != self.together:
            self.together = together
            self.fit()
            self.reshaped.emit()

    def fit(self) -> None:
        """Show everything."""
        self._zoom, self._shift = 1.0, QPointF()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 480)

    # -- where things are --------------------------------------------------------------------

    def _areas(self) -> tuple[QRectF, ...]:
        return self._areas_of(Placing.ONE if self.together else self._placing)

    def _areas_of(self, placing: Placing) -> tuple[QRectF, ...]:
        rect = QRectF(self.rect()).adjusted(10, 6, -10, -LEGEND_HEIGHT - 2)
        if placing is Placing.ONE:
            return (rect,)
        if placing is Placing.ABOVE:
            high = (rect.height() - 12) / 2
            first = QRectF(rect.left(), rect.top(), rect.width(), high)
            return first, first.translated(0, high + 12)
        half = (rect.width() - 20) / 2
        first = QRectF(rect.left(), rect.top(), half, rect.height())
        second = first.translated(half + 20, 0)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (second, first) if right_to_left else (first, second)

    @property
    def rooms(self) -> dict[Placing, QSizeF]:
        """How large one network can be, by each way to place them that comes into question."""
        ways = (Placing.ONE,) if self.together else (Placing.BESIDE, Placing.ABOVE)
        return {way: self._room_in(self._areas_of(way)[0]).size() for way in ways}

    def _room_in(self, area: QRectF) -> QRectF:
        # Labels stand beside small nodes too, beyond the bounds.
        return area.adjusted(30, 14, -30, -36 if self.together else -8)

    def camera(self, number: int) -> Camera:
        """The camera of a side: the same shift and zoom for both."""
        assert self._pair is not None
        area = self._areas()[number]
        fit = fitting(self._pair.bounds, self._room_in(area))
        middle = area.center()
        zoom = fit.zoom * self._zoom
        return Camera(
            zoom,
            middle.x() + (fit.dx - middle.x()) * self._zoom + self._shift.x(),
            middle.y() + (fit.dy - middle.y()) * self._zoom + self._shift.y(),
        )

    def place_of(self, node: str, number: int = 0) -> QPointF:
        """Where a node of a side is drawn."""
        return self.camera(number).to_view(self._picture(number).by_id[node].centre)

    def _picture(self, number: int) -> NetworkPicture:
        assert self._pair is not None
        return self._pair.together if self.together else self._pair.sides[number].picture

    def _node_at(self, place: QPointF) -> tuple[int, str] | None:
        if self._pair is None:
            return None
        for number, area in enumerate(self._areas()):
            if area.contains(place):
                camera = self.camera(number)
                found = self._picture(number).node_at(camera.to_scene(place), 5 / camera.zoom)
                return (number, found.id) if found else None
        return None

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.fillRect(self.rect(), self._theme.canvas)
            if self._pair is None:
                painter.setPen(self._theme.muted)
                painter.setFont(font_px(14))
                middle = Qt.AlignmentFlag.AlignCenter
                painter.drawText(self.rect(), middle, tr("Arranging the network …"))
                return
            drawn = self.drawn
            note = self.thinning_note
            names = self._thinning.names if note else None
            for number, area in enumerate(self._areas()):
                painter.save()
                painter.setClipRect(area)
                camera = self.camera(number)
                if self.together:
                    paint_together(
                        painter, self._pair, camera, self._theme, self.lit, drawn[number], names
                    )
                else:
                    paint_side(
                        painter,
                        self._pair,
                        number,
                        camera,
                        self._theme,
                        self.lit,
                        drawn[number],
                        names,
                    )
                    self._paint_mark(painter, area, "AB"[number])
                painter.restore()
            if not self.together:
                self._paint_border(painter)
            below = QRectF(self.rect()).adjusted(18, self.height() - LEGEND_HEIGHT, -18, 0)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_legend(
                painter, below, self._theme, together=self.together, mirrored=mirrored, note=note
            )

    def _paint_mark(self, painter: QPainter, area: QRectF, mark: str) -> None:
        """Which of the two it is, as the head of the page names them."""
        painter.setPen(self._theme.muted)
        painter.setFont(font_px(15, bold=True))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area.adjusted(6, 4, -6, 0), align, mark)

    def _paint_border(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.line, 1))
        first, second = self._areas()
        between = first.united(second).center()
        if self._placing is Placing.ABOVE:
            painter.drawLine(QPointF(0, between.y()), QPointF(self.width(), between.y()))
        else:
            below = self.height() - LEGEND_HEIGHT
            painter.drawLine(QPointF(between.x(), 0), QPointF(between.x(), below))

    # -- looking around ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reshaped.emit()

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
        self._light(found[1] if found else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._light(None)

    def _light(self, node: str | None) -> None:
        if node != self.lit:
            self.lit = node
            self.pointed.emit(node)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in DIRECTIONS:
            dx, dy = DIRECTIONS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._shift -= QPointF(dx, dy) * 40.0
                self.update()
            else:
                self._light_towards(dx, dy)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif key == Qt.Key.Key_F:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _light_towards(self, dx: int, dy: int) -> None:
        """Light the nearest node in a direction, as the canvas of one network does."""
        if self._pair is None:
            return
        pictures = [self._picture(number) for number in range(len(self._areas()))]
        nodes = {shape.id: shape for picture in pictures for shape in picture.nodes}
        if self.lit not in nodes:
            self._light(first(nodes.values()))
            return
        found = nearest(nodes.values(), nodes[self.lit].centre, (dx, dy))
        if found is not None:
            self._light(found)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._pair is not None:
            found = self._node_at(QPointF(event.pos()))
            if found:
                side = self._side_of(*found)
                node = side.network.node_by_id[found[1]]
                QToolTip.showText(event.globalPos(), node_tip(node, side.dataset, side.scenario))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _side_of(self, number: int, node: str) -> Side:
        """The side that is to be asked about a node: that which has it, where both are one."""
        assert self._pair is not None
        side = self._pair.sides[number]
        return side if node in side.network.node_by_id else self._pair.b
