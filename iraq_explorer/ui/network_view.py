"""The canvas with its gestures: pointing, selecting, and the drag of blocs between coalitions."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.bloc_drag import Aim, BlocDrag, Target, far_enough
from iraq_explorer.ui.bubble import paint_bubble, paint_new_coalition
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.in_hand import InHand
from iraq_explorer.ui.kept_headers import KeptHeaders
from iraq_explorer.ui.network_canvas import NetworkCanvas
from iraq_explorer.ui.network_painter import Camera, Emphasis, paint_aim
from iraq_explorer.ui.red_line_words import warning_of
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.telling import link_tip, node_tip
from iraq_explorer.ui.walking import DIRECTIONS, first, nearest
from iraq_explorer.ui.words import tr

_ZOOM_STEP = 1.18


class NetworkView(NetworkCanvas):
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
        super().__init__(document, arrangement, selection, parent)
        self.setObjectName("networkView")
        self.setAccessibleDescription(
            tr("Arrow keys go from node to node, Space selects, a number moves the selection.")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._headers = KeptHeaders()
        self._hovered: str | None = None
        self._hovered_link: str | None = None
        self._focused: str | None = None
        self._by_keys = False
        self._press: QPointF | None = None
        self._pressed_node: str | None = None
        self._drag: BlocDrag | None = None
        self._hand: InHand | None = None
        self._target: Target = Aim.NOWHERE
        self._pointer = QPointF()
        self._pan_from: tuple[QPointF, Camera] | None = None
        self._band: QRectF | None = None
        self.notice.escaped.connect(self._on_escape)
        document.committed.connect(self._on_committed)

    # -- what others ask -------------------------------------------------------------------

    @property
    def drag(self) -> BlocDrag | None:
        """The drag that runs."""
        return self._drag

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

    def reveal(self, node: str) -> None:
        """Bring a node into view and light it."""
        self._focused = node
        self._by_keys = True
        if node in self._picture.by_id and not self.rect().contains(self.place_of(node).toPoint()):
            self.zoom_to((node,))
        self._refresh()

    # -- drawing ---------------------------------------------------------------------------

    @property
    def _in_hand(self) -> frozenset[str]:
        return frozenset(self._drag.nodes) if self._drag else frozenset()

    @property
    def _dragging(self) -> bool:
        return self._drag is not None

    def _emphasis(self) -> Emphasis:
        lit: frozenset[str] | None = None
        # A click only marks where the arrow keys go on from; it does not dim the rest.
        by_keys = self._by_keys and self.hasFocus()
        centre = self._hovered or (self._focused if by_keys else None)
        if self._drag is None and centre and centre in self._picture.by_id:
            lit = self._arrangement.network.neighbours.get(centre, frozenset()) | {centre}
        usual = super()._emphasis()
        return replace(
            usual,
            lit=lit,
            focused=self._focused if by_keys else None,
            target=self._target if isinstance(self._target, str) and self._drag else None,
            link=usual.link or self._hovered_link,
        )

    def _pointed_at(self) -> tuple[str, ...]:
        centre = self._hovered or (self._focused if self._by_keys and self.hasFocus() else None)
        return (*self._selection.nodes, *((centre,) if centre else ()))

    def _paint_more(self, painter: QPainter) -> None:
        if self._drag is not None and self._drag.blocs:
            paint_new_coalition(painter, self.new_coalition_rect, False, self._theme)

    def _paint_over(self, painter: QPainter) -> None:
        if self._drag is not None:
            self._paint_drag(painter, self._drag)
        if self._band is not None:
            painter.setPen(QPen(self._theme.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._band)

    def _paint_drag(self, painter: QPainter, drag: BlocDrag) -> None:
        shown = self._document.shown
        emphasis = self._emphasis()
        verdicts = self._verdicts()
        place = self._camera.to_scene(self._pointer)
        if emphasis.target is not None:
            region = self._picture.region_by_id.get(emphasis.target)
            if region is not None:
                paint_aim(painter, region, self._camera, self._theme)
        if self._hand is None or (self._hand.drag, self._hand.camera) != (drag, self._camera):
            self._hand = InHand(drag, self._camera)
        self._hand.paint_lines(painter, place, shown, self._theme)
        regions = [r for r in self._picture.regions if r.id in verdicts]
        self._headers.paint(painter, regions, verdicts, self._camera, self._theme, emphasis.warned)
        if drag.blocs and self._target is Aim.NEW:
            paint_new_coalition(painter, self.new_coalition_rect, True, self._theme)
        self._hand.paint_nodes(painter, place, shown, self._theme, emphasis)
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
        if self._many:
            # Until there is a picture of what comes of it.
            self._built = InHand(drag, self._camera).put_down(place, self._document.shown)
            self._built_from = None
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
        self._drag = self._hand = None
        self._arrangement.work.go_on()
        self._press = None
        self._pressed_node = None
        self._target = Aim.NOWHERE
        self.unsetCursor()
        self._reframe()
        if self._missed:
            self._missed = False
            self.rebuild()

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
        elif key in DIRECTIONS:
            self._focus_towards(DIRECTIONS[key])
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

    def _focus_towards(self, towards: tuple[int, int]) -> None:
        if self._focused not in self._picture.by_id:
            self._focused = first(self._picture.nodes)
            self._by_keys = True
            self._refresh()
            return
        here = self._picture.by_id[self._focused].centre
        found = nearest(self._picture.nodes, here, towards)
        if found is not None:
            self.reveal(found)
