"""Lines that unfold: a sentence, and below it what it rests on, made when it is first asked for."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.tab_order import put_in_order, stops_in

_ARROW, _PAD = 20, 4
_WRAP = int(Qt.TextFlag.TextWordWrap)


class FoldButton(QAbstractButton):
    """A sentence that wraps, with an arrow before it; it is pressed to unfold and to fold again."""

    removed = Signal()
    """Delete was pressed on it."""

    def __init__(self, text: str, parent: QWidget | None = None, *, heading: bool = False) -> None:
        super().__init__(parent)
        self._heading = heading
        self._colour: QColor | None = None
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if heading:
            font = self.font()
            font.setBold(True)
            self.setFont(font)

    def set_colour(self, colour: QColor | None) -> None:
        """Write in another colour than that of text."""
        self._colour = colour
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - _ARROW - _PAD), 10_000)
        told = self.fontMetrics().boundingRect(room, _WRAP, self.text())
        return max(told.height(), self.fontMetrics().height()) + 2 * _PAD

    def sizeHint(self) -> QSize:
        wide = _ARROW + self.fontMetrics().horizontalAdvance(self.text()) + _PAD
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(_ARROW + 60, self.fontMetrics().height() + 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette, rtl = self.palette(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            if self.underMouse() or self.hasFocus():
                painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
                rim = palette.color(QPalette.ColorRole.Highlight)
                painter.setPen(QPen(rim, 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.drawRoundedRect(self.rect().toRectF().adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
            line = self.fontMetrics().height()
            arrow = QStyleOption()
            arrow.initFrom(self)
            left = self.width() - _ARROW + 3 if rtl else 3
            arrow.rect = QRect(left, _PAD + (line - 13) // 2, 13, 13)
            muted = palette.color(QPalette.ColorRole.PlaceholderText)
            arrow.palette.setColor(QPalette.ColorRole.ButtonText, muted)
            primitive = QStyle.PrimitiveElement
            closed = primitive.PE_IndicatorArrowLeft if rtl else primitive.PE_IndicatorArrowRight
            shape = primitive.PE_IndicatorArrowDown if self.isChecked() else closed
            self.style().drawPrimitive(shape, arrow, painter, self)
            painter.setFont(self.font())
            written = self._colour or palette.color(QPalette.ColorRole.WindowText)
            painter.setPen(muted if self._heading else written)
            room = self.rect().adjusted(_ARROW, _PAD, -_PAD, -_PAD)
            if rtl:
                room = self.rect().adjusted(_PAD, _PAD, -_ARROW, -_PAD)
            flag = Qt.AlignmentFlag
            side = (flag.AlignRight if rtl else flag.AlignLeft) | flag.AlignAbsolute | flag.AlignTop
            # Each text runs as its own letters do, whichever way the window runs.
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.drawText(room, _WRAP | side, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class Fold(QWidget):
    """A fold button, perhaps a button at its side, and the body that it opens."""

    def __init__(
        self,
        key: str,
        text: str,
        make: Callable[[], QWidget],
        opened: set[str],
        *,
        heading: bool = False,
        side: QWidget | None = None,
    ) -> None:
        """Make the line.

        Args:
            key: name by which ``opened`` remembers whether it is open.
            text: the sentence.
            make: makes the body.
            opened: keys of the folds that are open; kept up to date, so that what is made anew
                is as open as before.
            heading: whether it begins a section.
            side: a button of its own beside the sentence.

        """
        super().__init__()
        self._key, self._make, self._opened = key, make, opened
        self._body: QWidget | None = None
        self.button = FoldButton(text, heading=heading)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._inset = 0 if heading else _ARROW
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.button, 1)
        if side is not None:
            head.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(head)
        self.button.toggled.connect(self._unfold)
        if key in opened:
            self.button.setChecked(True)

    @property
    def body(self) -> QWidget | None:
        """What is below the line, once it was opened."""
        return self._body

    def _unfold(self, opened: bool) -> None:
        (self._opened.add if opened else self._opened.discard)(self._key)
        if opened and self._body is None:
            self._body = self._make()
            room = QHBoxLayout()
            room.setContentsMargins(self._inset, 2, 0, 4)
            # The body has a parent before it is shown: it is at no time a window of its own.
            self._rows.addLayout(room)
            room.addWidget(self._body)
            put_in_order(self)
        if self._body is not None:
            self._body.setVisible(opened)


class Lines(QWidget):
    """A column of lines that is made anew when what it tells changes; the keyboard stays in it."""

    def __init__(self, *lines: QWidget) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._sheet = _sheet(lines)
        self._rows.addWidget(self._sheet)

    @property
    def lines(self) -> list[QWidget]:
        """The lines from above."""
        rows = self._sheet.layout()
        assert rows is not None
        found = (rows.itemAt(place) for place in range(rows.count()))
        return [widget for item in found if item and (widget := item.widget()) is not None]

    def fill(self, lines: list[QWidget]) -> None:
        """Put other lines in place of those that are there."""
        here, old = _focus(self), self._sheet
        focused = next((k for k, line in enumerate(self.lines) if line.isAncestorOf(here)), None)
        self._sheet = _sheet(lines)
        self._rows.addWidget(self._sheet)
        self._sheet.show()
        if focused is not None:
            # Before the old lines go: Qt would pass the keyboard on, and scroll to where it is.
            nearest = (*lines[focused:], *reversed(lines[:focused]))
            stops = (stop for line in nearest for stop in stops_in(line) if _takes_keys(stop))
            (next(stops, None) or _stop_after(self)).setFocus()
        self._rows.removeWidget(old)
        old.hide()
        old.deleteLater()
        put_in_order(_fold_around(self) or self)


def _sheet(lines: Iterable[QWidget]) -> QWidget:
    """Lines on a sheet of their own: shown one by one, each would have all others placed anew."""
    sheet = QWidget()
    rows = QVBoxLayout(sheet)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(1)
    for line in lines:
        rows.addWidget(line)
    return sheet


def _fold_around(widget: QWidget) -> Fold | None:
    """The fold whose body a widget is in."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Fold):
        around = around.parentWidget()
    return around


def _focus(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget.window()


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def _stop_after(widget: QWidget) -> QWidget:
    """Where Tab would go on from the keyboard's place in a widget, outside of it."""
    here = _focus(widget)
    stop = here.nextInFocusChain()
    while stop is not None and stop is not here:
        if _takes_keys(stop) and not widget.isAncestorOf(stop):
            return stop
        stop = stop.nextInFocusChain()
    return widget


def told(text: str, *, muted: bool = False, rich: bool = False) -> QLabel:
    """A paragraph that wraps and can be marked and copied."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    label.setProperty("muted", muted)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
    )
    return label


def rule() -> QFrame:
    """A thin line between sections."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
