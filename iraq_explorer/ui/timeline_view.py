"""The axis of time in the window: the pointer drags the date, keys step it."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.ui.bloc_drag import far_enough
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.telling_events import event_tip
from iraq_explorer.ui.time_travel import TimeTravel
from iraq_explorer.ui.timeline_axis import (
    Axis,
    Mark,
    axis_of,
    paint_axis,
    paint_current,
    paint_handle,
)
from iraq_explorer.ui.words import headline_of, tr


class TimelineView(QWidget):
    """Draws the axis; a press takes the date along, a click on a mark goes to it."""

    chosen = Signal(object)
    """The ``Mark`` of an event or scenario that was clicked."""
    asked = Signal(object)
    """The ``Mark`` of the event of the date, asked for by key."""

    def __init__(self, document: Document, travel: TimeTravel, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("timelineView")
        self.setAccessibleName(tr("Timeline"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._document = document
        self._travel = travel
        self._theme = LIGHT
        self._axis: Axis | None = None
        self._still: QPixmap | None = None
        self._term = travel.term
        self._press: QPointF | None = None
        self._pressed: Mark | None = None
        self._hold = 0.0
        self._dragging = False
        document.shown_changed.connect(self._on_shown)
        travel.told.connect(self.update)

    @property
    def axis(self) -> Axis:
        """What is drawn."""
        if self._axis is None:
            self._axis = axis_of(
                self._travel.events,
                self._document.dataset.scenarios.values(),
                (self._travel.first, self._travel.last),
                QSizeF(self.size()),
                mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
            )
        return self._axis

    @property
    def dragging(self) -> bool:
        """Whether the pointer holds the date."""
        return self._dragging

    def place_of_day(self, day: PartialDate) -> QPointF:
        """Where on the line a date is."""
        return QPointF(self.axis.x_of(day.latest), self.axis.line)

    def place_of_event(self, event: str) -> QPointF:
        """Where the mark of an event is."""
        return next(m.place for m in self.axis.marks if m.event and m.event.id == event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._redraw()

    def choose_current(self) -> None:
        """Tell of the event of the date that is shown, or of the one before it."""
        events = [e for e in self._travel.events if e.date.latest <= self._travel.day.latest]
        event = self._travel.current or (events[-1] if events else None)
        if event is not None:
            mark = next(m for m in self.axis.marks if m.event is event)
            self.asked.emit(mark)

    # -- drawing ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 34)

    def _redraw(self) -> None:
        self._still = None
        self.update()

    def _on_shown(self) -> None:
        if self._travel.term != self._term:
            self._term = self._travel.term
            self._still = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._axis = None
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LocaleChange):
            self._axis = None
            self._redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._dragging:
            self._end_drag()
            self._travel.take_back()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._still is None:
                self._still = self._paint_still()
            painter.drawPixmap(0, 0, self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            if self._travel.current is not None:
                paint_current(painter, self.axis, self._travel.current, self._theme)
            paint_handle(painter, self.axis, self._travel.day, self._theme, focused=self.hasFocus())

    def _paint_still(self) -> QPixmap:
        """Everything but the date, painted once."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self._theme.panel)
        with QPainter(still) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            paint_axis(painter, self.axis, self._term, self._theme)
        return still

    # -- the mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = event.position()
        self._pressed = self.axis.mark_at(self._press)
        handle = self.place_of_day(self._travel.day).x()
        # Who takes the date by its plate does not make it jump to the pointer.
        held = abs(handle - self._press.x()) <= 30 and self._press.y() > self.axis.line + 5
        self._hold = handle - self._press.x() if held else 0.0
        if self._pressed is None and not held:
            self._drag_to(self._press)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._press is None:
            on_mark = self.axis.mark_at(place) is not None
            shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.SizeHorCursor
            self.setCursor(shape)
        elif self._dragging or far_enough(self._press, place):
            self._drag_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        pressed = self._pressed
        if self._dragging:
            self._end_drag()
            self._travel.keep()
            return
        self._end_drag()
        if pressed is not None:
            self._travel.go_to(pressed.day, pressed.event)
            self.chosen.emit(pressed)

    def _drag_to(self, place: QPointF) -> None:
        self._dragging = True
        self._travel.drag_to(self.axis.snapped(place.x() + self._hold))

    def _end_drag(self) -> None:
        self._press = self._pressed = None
        self._dragging = False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.axis.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(mark) if mark else "", self)
            return True
        return super().event(event)

    def _tip(self, mark: Mark) -> str:
        if mark.event is not None:
            return event_tip(mark.event)
        assert mark.scenario is not None
        told = headline_of(mark.scenario, self._document.dataset)
        return tr("Scenario: {name}, {verdict}", name=mark.scenario.name, verdict=told)

    # -- the keyboard ----------------------------------------------------------------------

    @cached_property
    def _actions(self) -> dict[tuple[int, Qt.KeyboardModifier], tuple[str, int]]:
        none, shift, ctrl = (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
        )
        return {
            (key, keys): (step, by)
            for key, by in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, +1))
            for keys, step in ((none, "step"), (shift, "step_days"), (ctrl, "step_months"))
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        travel, key = self._travel, event.key()
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._actions.get((key, keys))
        if key == Qt.Key.Key_Escape and (travel.under_way or self._dragging):
            self._end_drag()
            travel.take_back()
        elif self._dragging:
            return
        elif action is not None:
            step, by = action
            getattr(travel, step)(-by if self.axis.mirrored else by)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            travel.go_to_end(-1 if key == Qt.Key.Key_Home else +1)
        elif key == Qt.Key.Key_Space:
            travel.toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)
