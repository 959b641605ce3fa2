"""A painted picture that stays, and how it is shown until it is painted by a new camera."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from iraq_explorer.ui.network_painter import Camera


class Still:
    """What was painted, and by which camera."""

    def __init__(self, painted: QPixmap, camera: Camera) -> None:
        self.painted = painted
        self._camera = camera

    def paint(self, painter: QPainter) -> None:
        """Show it as it was painted."""
        painter.drawPixmap(0, 0, self.painted)

    def paint_moved(self, painter: QPainter, now: Camera, room: QRectF, ground: QColor) -> None:
        """Show it where another camera has it, moved and scaled; what is below the room stays."""
        size = self.painted.deviceIndependentSize()
        scale = now.zoom / self._camera.zoom
        painter.fillRect(QRectF(0, 0, size.width(), room.bottom()), ground)
        painter.save()
        painter.setClipRect(QRectF(0, 0, size.width(), room.bottom()))
        painter.translate(now.dx - self._camera.dx * scale, now.dy - self._camera.dy * scale)
        painter.scale(scale, scale)
        painter.drawPixmap(0, 0, self.painted)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(0, room.bottom(), size.width(), size.height() - room.bottom()))
        painter.drawPixmap(0, 0, self.painted)
        painter.restore()
