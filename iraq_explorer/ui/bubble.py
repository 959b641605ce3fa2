"""What a drag shows at the pointer: its bubble, and the place for a new coalition."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from iraq_explorer.ui.palette import Theme, font_px, mix
from iraq_explorer.ui.words import tr

_SIZES = (12.5, 14.5, 12.5)


def paint_bubble(
    painter: QPainter, pointer: QPointF, room: QRectF, lines: Sequence[str], theme: Theme
) -> None:
    """Lines beside the pointer, on the side where there is room; the second is the largest."""
    told = [line for line in lines if line]
    if not told:
        return
    fonts = [font_px(_SIZES[number], bold=True) for number in range(len(told))]
    widest = max(
        QFontMetricsF(type_).horizontalAdvance(line)
        for type_, line in zip(fonts, told, strict=True)
    )
    size = QSizeF(widest + 28, 10 + 22 * len(told))
    x = pointer.x() + 26
    if x + size.width() > room.right() - 6:
        x = pointer.x() - 26 - size.width()
    x = max(room.left() + 6, min(room.right() - size.width() - 6, x))
    y = pointer.y() - size.height() / 2
    y = max(room.top() + 4, min(room.bottom() - size.height() - 4, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.bubble)
    painter.drawRoundedRect(QRectF(QPointF(x, y), size), 7, 7)
    painter.setPen(theme.on_bubble)
    for number, (type_, line) in enumerate(zip(fonts, told, strict=True)):
        painter.setFont(type_)
        row = QRectF(x + 14, y + 5 + 22 * number, size.width() - 28, 22)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)


def paint_new_coalition(painter: QPainter, rect: QRectF, aimed: bool, theme: Theme) -> None:
    """The place on which blocs are dropped to begin a coalition."""
    painter.setPen(QPen(theme.accent, 2.2 if aimed else 1.3, Qt.PenStyle.DashLine))
    painter.setBrush(mix(theme.panel, theme.accent, 0.2 if aimed else 0.04))
    painter.drawRoundedRect(rect, 8, 8)
    painter.setPen(theme.accent)
    painter.setFont(font_px(12.5, bold=True))
    wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    text = tr("＋ New coalition") if rect.width() >= 80 else "＋"
    painter.drawText(rect, wrap, text)
