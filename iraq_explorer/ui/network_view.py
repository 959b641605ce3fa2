"""The canvas: the network, the way around in it, and the drag of blocs between coalitions."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.red_lines import breaches
from iraq_explorer.core.room import Room
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.arranging_notice import ArrangingNotice
from iraq_explorer.ui.bloc_drag import Aim, BlocDrag, Target, far_enough
from iraq_explorer.ui.bubble import paint_bubble, paint_new_coalition
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.kept_headers import KeptHeaders
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    PlacedLabel,
    fitting,
    header_rects,
    legend_of,
    paint_aim,
    paint_labels,
    paint_legend,
    paint_links,
    paint_network,
    paint_nodes,
    place_labels,
)
from iraq_explorer.ui.network_picture import (
    LinkShape,
    NetworkPicture,
    build_picture,
    distance,
    link_points,
)
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.red_line_words import warning_of
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.telling import link_tip, node_tip
from iraq_explorer.ui.words import tr

_MARGIN = 12.0
_ZOOM_STEP = 1.18
_LEAST = 200.0
"""Pixels across of the smallest room that a layout is asked for."""
_USUAL_LEGEND = 23.0
_RESHAPED_MS = 250
"""So long after its last change the room counts as another one."""
_MOVING_IN_FULL = 30
"""Lines that follow a drag; where there are more, a step would take too long to paint."""


class NetworkView(QWidget):
    """Draws the network and turns gestures into previews and commits of the document."""

    context_requested = Signal(QPoint)
    """A menu is wanted for the selection, at a global position."""

    def __init__(
        self,
        document: Document,
        arrangement: Arrangement,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("networkView")
        self.setAccessibleName(tr("Network"))
        self.setAccessibleDescription(
            tr("Arrow keys go from node to node, Space selects, a number moves the selection.")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._document = document
        self._arrangement = arrangement
        self._selection = selection
        self._theme = LIGHT
        self._stale = False
        self._seen_by = Camera(1.0, 0.0, 0.0)
        self._fits = True
        self._built = NetworkPicture((), (), ())
        self._thin: NetworkPicture | None = None
        self._labels: tuple[PlacedLabel, ...] = ()
        self._still: QPixmap | None = None
        self._headers = KeptHeaders()
        self._hovered: str | None = None
        self._hovered_link: str | None = None
        self._focused: str | None = None
        self._by_keys = False
        self._press: QPointF | None = None
        self._pressed_node: str | None = None
        self._drag: BlocDrag | None = None
        self._target: Target = Aim.NOWHERE
        self._pointer = QPointF()
        self._pan_from: tuple[QPointF, Camera] | None = None
        self._band: QRectF | None = None
        self._reshaping = QTimer(self)
        self._reshaping.setSingleShot(True)
        self._reshaping.setInterval(_RESHAPED_MS)
        self._reshaping.timeout.connect(self._on_reshaped)
        self.notice = ArrangingNotice(arrangement, self)
        """What tells that a layout takes its time."""
        self.notice.escaped.connect(self._on_escape)
        arrangement.changed.connect(self.rebuild)
        arrangement.fading.stepped.connect(self._refresh)
        arrangement.fading.ended.connect(self.rebuild)
        document.committed.connect(self._on_committed)
        document.shown_changed.connect(self._on_shown)
        selection.changed.connect(self._refresh)

    # -- what others ask -------------------------------------------------------------------

    @property
    def picture(self) -> NetworkPicture:
        """What is drawn, in scene coordinates."""
        return self._picture

    @property
    def camera(self) -> Camera:
        """How the scene is shown."""
        return self._camera

    @property
    def drag(self) -> BlocDrag | None:
        """The drag that runs."""
        return self._drag

    def place_of(self, node: str) -> QPointF:
        """Where a node is in the widget."""
        return self._camera.to_view(self._picture.by_id[node].centre)

    def place_of_region(self, coalition: str) -> QPointF:
        """A free place inside a coalition's region, in the widget."""
        region = self._picture.region_by_id[coalition]
        bounds = self._camera.rect_to_view(region.bounds)
        return QPointF(bounds.center().x(), bounds.top() + 14)

    @property
    def new_coalition_rect(self) -> QRectF:
        """Where blocs are dropped to begin a new coalition; shown while dragging."""
        return QRectF(self.width() - 196, 14, 180, 54)

    @property
    def pointer_label(self) -> tuple[str, ...]:
        """The lines beside the pointer while a drag runs: two, and a warning if need be."""
        if self._drag is None:
            return "", ""
        return self._drag.label(self._document.shown, self._target)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.notice.set_theme(theme)
        self._refresh()

    def fit(self) -> None:
        """Show the whole network, and keep doing so while it changes."""
        self._fits = True
        self._fit()
        self._reframe()

    def zoom_to(self, nodes: tuple[str, ...]) -> None:
        """Show these nodes as large as fits."""
        rect = QRectF()
        for node in nodes:
            if node in self._picture.by_id:
                rect = rect.united(self._picture.by_id[node].box.adjusted(-60, -60, 60, 60))
        if not rect.isEmpty():
            self._fits = False
            self._set_camera(fitting(rect, self._area(), most=2.2))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in or out about a place of the widget."""
        about = about or QPointF(self.width() / 2, self.height() / 2)
        least = min(0.15, fitting(self._picture.bounds, self._area()).zoom)
        zoom = max(least, min(5.0, self._camera.zoom * factor))
        scene = self._camera.to_scene(about)
        self._fits = False
        self._set_camera(Camera(zoom, about.x() - scene.x() * zoom, about.y() - scene.y() * zoom))

    def reveal(self, node: str) -> None:
        """Bring a node into view and light it."""
        self._focused = node
        self._by_keys = True
        if node in self._picture.by_id and not self.rect().contains(self.place_of(node).toPoint()):
            self.zoom_to((node,))
        self._refresh()

    # -- drawing ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(860, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def rebuild(self) -> None:
        """Make the picture anew from scenario and positions."""
        if self._drag is not None:
            return
        self._stale = True
        self._reframe()

    def _catch_up(self) -> None:
        """Make what is asked for or painted now: one step can ask for it anew several times."""
        if not self._stale:
            return
        self._stale = False
        room = self._room()
        self._built = self._build(room)
        if self._room() != room:
            # The legend of what is drawn now takes more or less than the one before.
            self._built = self._build(self._room())
        self._arrangement.room = self._room()
        # Where only the date changes nodes stay where they are, in the window too.
        if self._fits and not (self._arrangement.anchored and self._shows_all()):
            self._fit()

    def _build(self, room: Room) -> NetworkPicture:
        return build_picture(
            self._arrangement.drawn,
            self._document.shown,
            self._document.dataset,
            self._arrangement.positions,
            gathered=self._arrangement.gathered,
            room=room,
        )

    def _room(self) -> Room:
        """What the network is to fill."""
        area = self._area()
        # What there is no picture of yet will have a legend too.
        high = area.height() - (0.0 if self._built.nodes else _USUAL_LEGEND)
        return Room(max(_LEAST, area.width()), max(_LEAST, high))

    @property
    def _picture(self) -> NetworkPicture:
        self._catch_up()
        return self._built

    @property
    def _camera(self) -> Camera:
        self._catch_up()
        return self._seen_by

    @_camera.setter
    def _camera(self, camera: Camera) -> None:
        self._seen_by = camera

    def _reframe(self) -> None:
        """Draw another picture, or another part of it."""
        self._thin = None
        self._refresh()

    @property
    def thinned(self) -> NetworkPicture:
        """What is drawn of the picture where nothing is pointed at or selected."""
        if self._thin is None:
            seen = QRectF(
                self._camera.to_scene(QPointF()),
                self._camera.to_scene(QPointF(self.width(), self.height())),
            )
            self._thin = self._picture.thinned(self._arrangement.thinning.lines, seen)
        return self._thin

    @property
    def drawn(self) -> NetworkPicture:
        """What is drawn of the picture, with every line of what is pointed at or selected."""
        return self.thinned.with_links_of(self._picture, self._pointed_at())

    def _shows_all(self) -> bool:
        bounds = self._camera.rect_to_view(self._picture.bounds)
        return self._area().adjusted(-4, -4, 4, 4).contains(bounds)

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -4)

    def _area(self) -> QRectF:
        """The room for the network: all but the strip of the legend."""
        frame = self._frame()
        return frame.adjusted(0, 0, 0, -self._legend_height(frame.width()) - 4)

    def _legend_height(self, width: float) -> float:
        return legend_of(self._picture).height(width)

    def _paint_legend(self, painter: QPainter) -> None:
        paint_legend(painter, legend_of(self._picture), self._frame(), self._theme)

    def _fit(self) -> None:
        if self._picture.nodes:
            self._camera = fitting(self._picture.bounds, self._area())

    def _set_camera(self, camera: Camera) -> None:
        self._camera = camera
        self._reframe()

    def _on_committed(self) -> None:
        # The scenario changed under a drag, as by undo or opening another: the drag is void.
        if self._drag is not None:
            self._end_drag()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.cancel_drag()
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._refresh()

    def _on_shown(self) -> None:
        if self._drag is not None:
            self.update()
        elif not self._arrangement.travelling:
            self.rebuild()

    def _refresh(self) -> None:
        self._still = None
        self.update()

    def _verdicts(self) -> dict[str, Verdict]:
        return self._document.shown.verdicts(self._document.chamber)

    def _emphasis(self) -> Emphasis:
        lit: frozenset[str] | None = None
        # A click only marks where the arrow keys go on from; it does not dim the rest.
        by_keys = self._by_keys and self.hasFocus()
        centre = self._hovered or (self._focused if by_keys else None)
        if self._drag is None and centre and centre in self._picture.by_id:
            lit = self._arrangement.network.neighbours.get(centre, frozenset()) | {centre}
        target = self._target if isinstance(self._target, str) and self._drag else None
        link = self._hovered_link
        if self._selection.link is not None:
            link = self._selection.link.id
        return Emphasis(
            lit,
            frozenset(self._selection.nodes),
            self._focused if by_keys else None,
            target,
            link,
            frozenset(breaches(self._document.shown, self._document.chamber)),
            opacity=self._arrangement.fading.opacity,
        )

    def _pointed_at(self) -> tuple[str, ...]:
        """Nodes of which every line is drawn, however many there are."""
        centre = self._hovered or (self._focused if self._by_keys and self.hasFocus() else None)
        return (*self._selection.nodes, *((centre,) if centre else ()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrangement.room = self._room()
        if self._fits:
            # Texts take another share of the room now, and so do regions around them.
            self._stale = self._drag is None
            self._fit()
        self._reframe()
        self._reshaping.start()
        self.notice.place()

    def _on_reshaped(self) -> None:
        if self._fits and self._drag is None and not self._arrangement.travelling:
            self._arrangement.fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._still is None:
            self._still = self._paint_still()
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if self._drag is not None:
            self._paint_drag(painter, self._drag)
        if self._band is not None:
            painter.setPen(QPen(self._theme.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._band)
        painter.end()

    def _paint_still(self) -> QPixmap:
        """Everything that does not follow the pointer, painted once."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self._theme.canvas)
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        without = frozenset(self._drag.nodes) if self._drag else frozenset[str]()
        emphasis = self._emphasis()
        verdicts = self._verdicts()
        regions = [r for r in self._picture.regions if r.id in verdicts]
        drawn = self.drawn
        picture = NetworkPicture(drawn.nodes, drawn.links, tuple(regions))
        taken = header_rects(regions, verdicts, self._camera).values()
        self._labels = place_labels(
            picture,
            self._camera,
            taken,
            emphasis.lit or frozenset(),
            self._arrangement.thinning.names,
            QRectF(self.rect()),
        )
        self._paint_legend(painter)
        paint_network(
            painter,
            picture,
            verdicts,
            self._camera,
            self._theme,
            self._labels,
            emphasis,
            without,
            headers=self._drag is None,
        )
        if self._drag is not None and self._drag.blocs:
            paint_new_coalition(painter, self.new_coalition_rect, False, self._theme)
        if not picture.nodes:
            painter.setPen(self._theme.muted)
            painter.setFont(font_px(14))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Arranging the network …")
            )
        painter.end()
        return still

    def _paint_drag(self, painter: QPainter, drag: BlocDrag) -> None:
        shown = self._document.shown
        emphasis = self._emphasis()
        verdicts = self._verdicts()
        place = self._camera.to_scene(self._pointer)
        if emphasis.target is not None:
            region = self._picture.region_by_id.get(emphasis.target)
            if region is not None:
                paint_aim(painter, region, self._camera, self._theme)
        nodes, links = drag.moving(place, shown)
        paint_links(painter, links, self._camera, self._theme, most_in_full=_MOVING_IN_FULL)
        regions = [r for r in self._picture.regions if r.id in verdicts]
        self._headers.paint(painter, regions, verdicts, self._camera, self._theme, emphasis.warned)
        if drag.blocs and self._target is Aim.NEW:
            paint_new_coalition(painter, self.new_coalition_rect, True, self._theme)
        paint_nodes(painter, nodes, self._camera, self._theme, emphasis)
        moving = NetworkPicture(tuple(nodes), (), ())
        labels = place_labels(moving, self._camera, (), frozenset(drag.nodes))
        paint_labels(painter, labels, self._camera, self._theme)
        room = QRectF(self.rect())
        paint_bubble(painter, self._pointer, room, self.pointer_label, self._theme)

    # -- the mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            return
        place = event.position()
        self._pointer = place
        self._by_keys = False
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = (place, self._camera)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = place
        several = bool(
            event.modifiers()
            & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        )
        node = self._node_at(place)
        self._pressed_node = node
        if node is not None:
            self._focused = node
            if several:
                self._selection.toggle(node)
                self._pressed_node = None
            elif node not in self._selection.nodes:
                self._selection.set_nodes([node])
            return
        if several:
            return
        link = self._link_at(place, 6)
        if link is not None:
            self._selection.set_link(link.link)
            return
        region = self._header_at(place) or self._region_at(place)
        if region is not None:
            self._selection.set_coalition(region)
        else:
            self._selection.clear()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        self._pointer = place
        if self._pan_from is not None:
            start, camera = self._pan_from
            shift = place - start
            self._fits = False
            self._set_camera(Camera(camera.zoom, camera.dx + shift.x(), camera.dy + shift.y()))
            return
        if self._drag is not None:
            self._aim()
            self.update()
            return
        if self._press is None:
            self._hover(place)
            return
        far = far_enough(self._press, place)
        if self._pressed_node is not None:
            if far:
                self._begin_drag()
        elif far or self._band is not None:
            self._band = QRectF(self._press, place).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.unsetCursor()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._drag is not None:
            self._pointer = event.position()
            self._drop(self._drag)
        elif self._band is not None:
            band, self._band = self._band, None
            inside = [s.id for s in self._picture.nodes if band.contains(self.place_of(s.id))]
            self._selection.set_nodes(inside)
            self.update()
        elif self._pressed_node is not None and self._selection.nodes != (self._pressed_node,):
            self._selection.set_nodes([self._pressed_node])
        self._press = None
        self._pressed_node = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        node = self._node_at(event.position())
        if node is not None:
            self.select_list(node)
        else:
            self.fit()

    def select_list(self, node: str) -> None:
        """Select all blocs of the electoral list that a bloc belongs to."""
        chamber = self._document.chamber
        bloc = chamber.bloc_by_id.get(node)
        if bloc is not None:
            self._selection.set_nodes(b.id for b in chamber.blocs_of_list(bloc.list_id))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._drag is None and event.angleDelta().y():
            steps = event.angleDelta().y() / 120
            self.zoom_by(_ZOOM_STEP**steps, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered is not None or self._hovered_link is not None:
            self._hovered = self._hovered_link = None
            self._refresh()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            node = self._node_at(place)
            if node is not None and node not in self._selection.nodes:
                self._selection.set_nodes([node])
            elif node is None:
                region = self._header_at(place) or self._region_at(place)
                if region is not None:
                    self._selection.set_coalition(region)
        self.context_requested.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, place: QPointF) -> str:
        node = self._node_at(place)
        if node is not None:
            shape = self._picture.by_id[node]
            return node_tip(shape.node, self._document.dataset, self._document.shown)
        warning = warning_of(self._document.shown, self._document.chamber, self._header_at(place))
        if warning:
            return warning
        link = self._link_at(place, 6)
        return link_tip(link.link, self._document.dataset) if link else ""

    def _node_at(self, place: QPointF) -> str | None:
        shape = self._picture.node_at(self._camera.to_scene(place), 4 / self._camera.zoom)
        if shape is not None:
            return shape.id
        for label in self._labels:
            if label.rect.contains(place):
                return label.shape.id
        return None

    def _link_at(self, place: QPointF, slack: float) -> LinkShape | None:
        """The nearest of the lines that are drawn, within so many pixels."""
        scene, slack = self._camera.to_scene(place), slack / self._camera.zoom
        found = self.thinned.link_at(scene, slack)
        if self.thinned is self._picture or not self._selection.nodes:
            return found
        own = NetworkPicture((), (), ()).with_links_of(self._picture, self._selection.nodes)
        also = own.link_at(scene, slack)
        both = [shape for shape in (found, also) if shape is not None]
        return min(both, key=lambda s: distance(scene, link_points(s)), default=None)

    def _header_at(self, place: QPointF) -> str | None:
        verdicts = self._verdicts()
        regions = [r for r in self._picture.regions if r.id in verdicts]
        places = header_rects(regions, verdicts, self._camera)
        return next((key for key, rect in places.items() if rect.contains(place)), None)

    def _region_at(self, place: QPointF) -> str | None:
        region = self._picture.region_at(self._camera.to_scene(place))
        return region.id if region else None

    def _hover(self, place: QPointF) -> None:
        node = self._node_at(place)
        link = None
        if node is None:
            found = self._link_at(place, 5)
            link = found.link.id if found else None
        if (node, link) != (self._hovered, self._hovered_link):
            self._hovered, self._hovered_link = node, link
            if node is not None and self._picture.by_id[node].node.is_bloc:
                self.setCursor(Qt.CursorShape.OpenHandCursor)
            elif node or link:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self._refresh()

    # -- the drag --------------------------------------------------------------------------

    def _begin_drag(self) -> None:
        assert self._press is not None
        assert self._pressed_node is not None
        nodes = tuple(n for n in self._selection.nodes if n in self._picture.by_id)
        self._drag = BlocDrag(
            self._document.scenario,
            self._document.chamber,
            self._picture,
            nodes,
            self._camera.to_scene(self._press),
        )
        self._arrangement.work.pause()
        self._hovered = self._hovered_link = None
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._refresh()
        self._aim()

    def _aim(self) -> None:
        assert self._drag is not None
        if self._drag.blocs and self.new_coalition_rect.contains(self._pointer):
            self._target = Aim.NEW
        else:
            found = self._region_at(self._pointer) or self._header_at(self._pointer)
            self._target = found if found is not None else Aim.NOWHERE
        if self._drag.blocs:
            self._document.preview(self._drag.scenario(self._target))

    def _drop(self, drag: BlocDrag) -> None:
        self._aim()
        place = self._camera.to_scene(self._pointer)
        after, text = drag.result(self._target, place)
        self._end_drag()
        self._arrangement.hold(drag.positions(place))
        self._document.commit(after, text)

    def _on_escape(self) -> None:
        if self._drag is not None:
            self.cancel_drag()
        else:
            self._arrangement.cancel()

    def cancel_drag(self) -> None:
        """End the drag as if it had not begun."""
        if self._drag is not None:
            self._end_drag()
            self._document.preview(None)
            self.rebuild()

    def _end_drag(self) -> None:
        self._drag = None
        self._arrangement.work.go_on()
        self._press = None
        self._pressed_node = None
        self._target = Aim.NOWHERE
        self.unsetCursor()
        self._refresh()

    # -- the keyboard ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._drag is not None:
                self.cancel_drag()
            elif self._band is not None:
                self._band = self._press = None
                self.update()
            else:
                self._focused = None
                self._selection.clear()
                self._refresh()
        elif key in _DIRECTIONS:
            self._focus_towards(*_DIRECTIONS[key])
            if (
                self._focused is not None
                and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self._selection.set_nodes([self._focused])
        elif key == Qt.Key.Key_Space and self._focused is not None:
            self._by_keys = True
            self._selection.toggle(self._focused)
        else:
            super().keyPressEvent(event)

    def _focus_towards(self, dx: int, dy: int) -> None:
        """Go to the nearest node in a direction; sideways distance counts double."""
        if self._focused not in self._picture.by_id:
            largest = max(self._picture.nodes, key=lambda s: s.node.seats, default=None)
            self._focused = largest.id if largest else None
            self._by_keys = True
            self._refresh()
            return
        here = self._picture.by_id[self._focused].centre
        best: tuple[float, str] | None = None
        for shape in self._picture.nodes:
            x, y = shape.centre.x() - here.x(), shape.centre.y() - here.y()
            ahead = x * dx + y * dy
            aside = abs(x * dy) + abs(y * dx)
            if ahead <= 1:
                continue
            cost = math.hypot(ahead, 2 * aside)
            if best is None or cost < best[0]:
                best = (cost, shape.id)
        if best is not None:
            self.reveal(best[1])


_DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
