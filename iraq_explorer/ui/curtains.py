"""What lies over a presentation: the spotlight at the pointer, the dark screen, the last picture.

None of them takes the mouse, so that whatever is below them goes on being dragged; but for the
dark screen, which hides the pointer as well.
"""

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QRadialGradient
from PySide6.QtWidgets import QWidget

_FADE_MS = 260
_SHADE = 190
"""How dark it is outside of the spotlight, of 255."""


class _Curtain(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole of what it is in."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.raise_()


class Spotlight(_Curtain):
    """Darkens all but a disc around the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("spotlight")
        self._at = QPointF()

    @property
    def radius(self) -> float:
        """Of the disc, by the size of the screen."""
        return max(90.0, self.height() * 0.17)

    def point(self, place: QPointF) -> None:
        """Let the light follow the pointer."""
        self._at = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dark = QColor(0, 0, 0, _SHADE)
            radius = self.radius
            rim = QRadialGradient(self._at, radius)
            rim.setColorAt(0.0, QColor(0, 0, 0, 0))
            rim.setColorAt(0.86, QColor(0, 0, 0, 0))
            rim.setColorAt(1.0, dark)
            outside = QPainterPath()
            outside.addRect(self.rect())
            disc = QPainterPath()
            disc.addEllipse(self._at, radius, radius)
            painter.fillPath(outside.subtracted(disc), dark)
            painter.fillPath(disc, rim)


class Blank(_Curtain):
    """Nothing but black."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("blank")
        # What lets the mouse through has no pointer of its own.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)


class Veil(_Curtain):
    """The last picture, which stays until the next one is ready and then fades away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("veil")
        self._picture = QPixmap()
        self._share = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(self._on_step)
        self._fade.finished.connect(self.drop)

    def hold(self, picture: QPixmap) -> None:
        """Keep showing what is there."""
        self._fade.stop()
        self._picture, self._share = picture, 1.0
        self.cover()
        self.show()

    def lift(self, *, animated: bool) -> None:
        """Show what has come meanwhile."""
        if self.isHidden() or not animated:
            self.drop()
        elif self._fade.state() != QVariantAnimation.State.Running:
            self._fade.start()

    def drop(self) -> None:
        """Be gone at once."""
        self._fade.stop()
        self._picture = QPixmap()
        self.hide()

    def _on_step(self, share: object) -> None:
        assert isinstance(share, float)
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setOpacity(self._share)
            painter.drawPixmap(0, 0, self._picture)
