"""The mark of a coalition that breaks a red line: a triangle with an exclamation mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from iraq_explorer.ui.palette import Theme, font_px

MARK = 14.0
"""How wide and high the mark is at the usual size."""


def paint_mark(painter: QPainter, place: QPointF, theme: Theme, scale: float = 1.0) -> None:
    """The mark with its upper left corner at ``place``."""
    size = MARK * scale
    rect = QRectF(place.x(), place.y(), size, size)
    painter.save()
    painter.setPen(QPen(theme.bad, 1.6 * scale, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(theme.bad)
    inner = rect.adjusted(scale, 1.2 * scale, -scale, -1.8 * scale)
    painter.drawPolygon(
        QPolygonF(
            [QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]
        )
    )
    painter.setPen(theme.canvas)
    painter.setFont(font_px(9.5 * scale, bold=True))
    painter.drawText(rect.adjusted(0, scale, 0, scale), Qt.AlignmentFlag.AlignCenter, "!")
    painter.restore()
