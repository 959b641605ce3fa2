"""The canvas of a presentation: the network with its drag, in type that a whole room reads."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.room import Room
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    fitting,
    legend_of,
    paint_legend,
)
from iraq_explorer.ui.network_view import NetworkView
from iraq_explorer.ui.selection import Selection

_MOST = 2.4


@dataclass(frozen=True)
class StageCamera(Camera):
    """A camera under which texts never get smaller than a room can read."""

    least: float = 1.0

    @property
    def text(self) -> float:
        """How much larger texts are than at zoom 1."""
        return max(self.least, min(_MOST, self.zoom))


class StageNetwork(NetworkView):
    """The network on the wall: some of its nodes may be lit, and the keyboard is the talk's."""

    escaped = Signal()
    """Esc was pressed."""
    reshaped = Signal()
    """Width over height changed so much that another layout would fill it better."""

    def __init__(
        self,
        document: Document,
        arrangement: Arrangement,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, arrangement, selection, parent)
        self.setObjectName("stageNetwork")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lit: frozenset[str] = frozenset()
        self._shape = 0.0
        """Width over height that the layout was asked for; none before there is a size."""

    @property
    def lit(self) -> frozenset[str]:
        """The nodes that keep their colours while nobody points at others; all where empty."""
        return self._lit

    def light(self, nodes: frozenset[str]) -> None:
        """Light these nodes and what joins them; all where there are none."""
        if nodes != self._lit:
            self._lit = nodes
            self._refresh()

    @property
    def type_scale(self) -> float:
        """How much larger than at a desk texts are at least: by the height of the wall."""
        return max(1.0, min(2.2, self.window().height() / 740))

    def _area(self) -> QRectF:
        return super()._area().adjusted(6, 0, -6, 0)

    def _room(self) -> Room:
        usual = super()._room()
        return replace(usual, least=self.type_scale, most=_MOST, closest=_MOST)

    def _fit(self) -> None:
        if self._picture.nodes:
            self._take(fitting(self._picture.bounds, self._area(), most=_MOST))

    def _take(self, camera: Camera) -> None:
        super()._take(StageCamera(camera.zoom, camera.dx, camera.dy, self.type_scale))

    def _emphasis(self) -> Emphasis:
        emphasis = super()._emphasis()
        if self._lit and emphasis.lit is None and self._drag is None:
            return replace(emphasis, lit=self._lit)
        return emphasis

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = self.width() / max(1, self.height())
        if not 0.85 * self._shape < shape < 1.18 * self._shape:
            self._shape = shape
            # Before the picture is made the next time, as the layout is asked for now.
            self._arrangement.room = self._room()
            self.reshaped.emit()

    def _on_reshaped(self) -> None:
        """The talk arranges for another shape at once."""

    def _on_escape(self) -> None:
        # Also where the notice of a long layout has taken the key: it is the talk's.
        self.escaped.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # No menu before an audience.
        event.accept()

    # -- the legend, enlarged --------------------------------------------------------------

    def _legend_height(self, width: float) -> float:
        scale = self.type_scale
        return legend_of(self._picture).height(width / scale) * scale

    def _paint_legend(self, painter: QPainter) -> None:
        scale, frame = self.type_scale, self._frame()
        painter.save()
        painter.scale(scale, scale)
        area = QRectF(frame.left() / scale, frame.top() / scale,
                      frame.width() / scale, frame.height() / scale)  # fmt: skip
        paint_legend(painter, legend_of(self._picture), area, self._theme)
        painter.restore()
