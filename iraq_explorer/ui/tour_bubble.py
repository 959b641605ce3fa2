"""A calm bubble over the window that points at a part of it and blocks nothing."""

from collections.abc import Iterator, Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.words import tr

_ARROW = 12
"""How far the arrow stands out; as much is left free on every side."""
_HALF = 9
_REACH = _HALF + 8
"""So far from its corners the arrow can leave the bubble."""
_COARSE = 400
"""Pixels that do not matter: a step does not move for a few of them."""
_WIDTH, _NARROW = 300, 236
"""The narrow one stands where the usual one would cover too much."""
_EDGE = 6


class Side(Enum):
    """Where the bubble stands, seen from what it points at; none where it points at nothing."""

    BELOW = "below"
    ABOVE = "above"
    RIGHT = "right"
    LEFT = "left"
    NONE = "none"


def place(
    size: QSize, target: QRect | None, within: QRect, avoid: Sequence[QRect] = ()
) -> tuple[QPoint, Side]:
    """Where a bubble covers least of what it points at and of what is to be seen.

    Args:
        size: of the bubble, its free edge included.
        target: what it points at; ``None`` puts it to the lower middle.
        within: the room that there is.
        avoid: what had better not be covered.

    """
    if target is None:
        x = within.center().x() - size.width() // 2
        return QPoint(x, within.bottom() - size.height() - _EDGE), Side.NONE
    rect, side = place_of(target, within, avoid, [size])
    return rect.topLeft(), side


def place_of(
    target: QRect, within: QRect, avoid: Sequence[QRect], sizes: Sequence[QSize]
) -> tuple[QRect, Side]:
    """The best place of a bubble that may have one of several sizes, the first the usual one."""
    places = [found for size in sizes for found in _places(size, target, within)]
    # What it is beside is told by the arrow, so that none of the target may be covered.
    least = min(_shared(body, target) for body, *_ in places)
    places = [found for found in places if _shared(found[0], target) == least]
    best = min(places, key=lambda found: _cost(found, avoid))
    return best[0], best[1]


_Place = tuple[QRect, Side, int]
"""Where the bubble could stand, on which side, and how far it is from the middle of that side."""


def _places(size: QSize, target: QRect, within: QRect) -> Iterator[_Place]:
    """On each side, in the middle or moved along it as far as the arrow can still point."""
    middle = target.center()
    for side in (Side.BELOW, Side.ABOVE, Side.RIGHT, Side.LEFT):
        across = side in (Side.BELOW, Side.ABOVE)
        most = (size.width() if across else size.height()) // 2 - _REACH - _ARROW
        for part in (0, -2, 2, -1, 1):
            along = most * part // 2
            x, y = middle.x() - size.width() // 2, middle.y() - size.height() // 2
            match side:
                case Side.BELOW:
                    corner = QPoint(x + along, target.bottom() + 1)
                case Side.ABOVE:
                    corner = QPoint(x + along, target.top() - size.height())
                case Side.RIGHT:
                    corner = QPoint(target.right() + 1, y + along)
                case _:
                    corner = QPoint(target.left() - size.width(), y + along)
            left = max(within.left(), min(corner.x(), within.right() - size.width()))
            top = max(within.top(), min(corner.y(), within.bottom() - size.height()))
            yield QRect(QPoint(left, top), size), side, abs(along)


def _cost(place: _Place, avoid: Sequence[QRect]) -> tuple[int, int]:
    """What it covers of all but its target; the middle is best where that is even."""
    body, _, away = place
    covered = body.adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
    hidden = sum(_shared(covered, other) for other in avoid if covered.intersects(other))
    return hidden // _COARSE, away


def _shared(a: QRect, b: QRect) -> int:
    """How many pixels two rectangles have in common."""
    both = a.intersected(b)
    return 0 if both.isEmpty() else both.width() * both.height()


class TourBubble(QFrame):
    """One step in words, with a button to go on and one to end it all."""

    next_requested = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourBubble")
        self._theme = LIGHT
        self._side = Side.NONE
        self._tip = QPoint()
        rows = QVBoxLayout(self)
        around = _ARROW + 13
        rows.setContentsMargins(around, around - 4, around - 5, around - 5)
        rows.setSpacing(8)
        head = QHBoxLayout()
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.close_button = QPushButton("×")
        self.close_button.setProperty("link", True)
        self.close_button.setAccessibleName(tr("End the first minute"))
        self.close_button.setToolTip(tr("End the first minute (Esc)"))
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        rows.addLayout(head)
        self.text = QLabel()
        self.text.setObjectName("tourText")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        rows.addWidget(self.text)
        self.hint = QLabel()
        self.hint.setProperty("muted", True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        rows.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.next_button = QPushButton()
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(self.next_requested)
        foot.addWidget(self.next_button)
        rows.addLayout(foot)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def tell(self, text: str, hint: str, number: int, count: int) -> None:
        """Show one step."""
        self.text.setText(text)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.count.setText(tr("First minute, {number} of {count}", number=number, count=count))
        self.next_button.setText(tr("&Next") if number < count else tr("Do&ne"))
        self.setAccessibleName(f"{self.count.text()}. {text} {hint}")
        self.adjustSize()

    def point_at(self, target: QRect | None, within: QRect, avoid: Sequence[QRect] = ()) -> None:
        """Stand beside a part of the window, in the window's coordinates, and point at it."""
        layout = self.layout()
        assert layout is not None
        widths = [min(width + 2 * _ARROW, within.width()) for width in (_WIDTH, _NARROW)]
        sizes = [QSize(width, layout.totalHeightForWidth(width)) for width in widths]
        if target is None:
            size = sizes[0]
            corner, side = place(size, None, within)
        else:
            rect, side = place_of(target, within, avoid, sizes)
            corner, size = rect.topLeft(), rect.size()
        tip = QPoint()
        if target is not None:
            body = QRect(corner, size).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
            x = max(body.left() + _REACH, min(target.center().x(), body.right() - _REACH))
            y = max(body.top() + _REACH, min(target.center().y(), body.bottom() - _REACH))
            tip = QPoint(x, y) - corner
        held = (corner, size, side, tip)
        if held != (self.pos(), self.size(), self._side, self._tip):
            self._side, self._tip = side, tip
            self.setGeometry(QRect(corner, size))
            self.setMask(self._outline_region())
            self.update()
        self.raise_()

    @property
    def tip(self) -> QPoint:
        """Where the arrow ends, in the window's coordinates."""
        return self.pos() + self._arrow()[1].toPoint()

    @property
    def side(self) -> Side:
        """Where it stands, seen from what it points at."""
        return self._side

    def _body(self) -> QRect:
        return self.rect().adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)

    def _arrow(self) -> list[QPointF]:
        """The corners of the arrow; the second is its tip."""
        body, x, y = self._body().toRectF(), self._tip.x(), self._tip.y()
        match self._side:
            case Side.BELOW:
                top = body.top()
                return [QPointF(x - _HALF, top), QPointF(x, 0), QPointF(x + _HALF, top)]
            case Side.ABOVE:
                low, end = body.bottom(), float(self.height())
                return [QPointF(x + _HALF, low), QPointF(x, end), QPointF(x - _HALF, low)]
            case Side.RIGHT:
                left = body.left()
                return [QPointF(left, y + _HALF), QPointF(0, y), QPointF(left, y - _HALF)]
            case Side.LEFT:
                right, end = body.right(), float(self.width())
                return [QPointF(right, y - _HALF), QPointF(end, y), QPointF(right, y + _HALF)]
            case Side.NONE:
                return [body.center()] * 3

    def _outline_region(self) -> QRegion:
        """What takes the mouse: the free edge around belongs to the window below."""
        arrow = QPolygonF(self._arrow()).boundingRect().toAlignedRect()
        return QRegion(self._body().adjusted(-1, -1, 1, 1)).united(
            QRegion(arrow.adjusted(-1, -1, 1, 1))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(self._body().toRectF(), 9, 9)
            if self._side is not Side.NONE:
                arrow = QPainterPath()
                arrow.addPolygon(QPolygonF(self._arrow()))
                arrow.closeSubpath()
                shape = shape.united(arrow)
            painter.setBrush(mix(self._theme.panel, self._theme.accent, 0.07))
            painter.setPen(QPen(self._theme.accent, 1.4))
            painter.drawPath(shape)
