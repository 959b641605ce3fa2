"""What each bloc can change: the chance to pass if it is against, and if it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.simulation import Swing
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.words import tr

_LEAST = 0.0005


@dataclass(frozen=True, slots=True)
class SwingRow:
    """A bloc and what it changes."""

    name: str
    swing: Swing

    @property
    def text(self) -> str:
        """The whole row in words."""
        return tr(
            "{name}: {with_it} % if it is for, {against} % if it is against, "
            "{away} % if it stays away",
            name=self.name,
            with_it=_share(self.swing.all_for.share),
            against=_share(self.swing.all_against.share),
            away=_share(self.swing.all_away.share),
        )

    @property
    def short(self) -> str:
        """The two ends."""
        return tr(
            "{against} → {with_it} %",
            against=_share(self.swing.all_against.share),
            with_it=_share(self.swing.all_for.share),
        )


class VoteSwings(QWidget):
    """A row a bloc, the largest swing first: from against to for, a tick where it stays away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteSwings")
        self.setAccessibleName(tr("What each bloc changes"))
        self.setFont(font(8.5))
        self._theme = LIGHT
        self.rows: tuple[SwingRow, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def show_swings(self, rows: Sequence[SwingRow]) -> None:
        """Draw other swings; blocs that change nothing are left out."""
        told = [
            row for row in rows if row.swing.swing > _LEAST or abs(row.swing.away_swing) > _LEAST
        ]
        self.rows = tuple(sorted(told, key=lambda row: (-row.swing.swing, -row.swing.away_swing)))
        self.setAccessibleDescription("\n".join(row.text for row in self.rows))
        self.setMinimumHeight(round(len(self.rows) * self._row))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> float:
        return QFontMetricsF(self.font()).height() + 5

    def sizeHint(self) -> QSize:
        return QSize(300, round(len(self.rows) * self._row))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Each text runs as its own letters do, whichever way the window runs.
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            metrics = QFontMetricsF(self.font())
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            if mirrored:
                # Drawn from left to right and turned round, all but the words.
                painter.translate(self.width(), 0)
            ends = metrics.horizontalAdvance("100 → 100 %") + 8
            names = max((metrics.horizontalAdvance(row.name) for row in self.rows), default=0.0)
            names = min(names + 8, self.width() * 0.42)
            bar = QRectF(names, 0, max(20.0, self.width() - names - ends), 0)

            def words(
                left: float, wide: float, top: float, text: str, *, far: bool = False
            ) -> None:
                flag = Qt.AlignmentFlag
                side = flag.AlignRight if far is not mirrored else flag.AlignLeft
                x = -left - wide if mirrored else left
                elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
                room = QRectF(x, top, wide, self._row)
                painter.drawText(room, side | flag.AlignAbsolute | flag.AlignVCenter, elided)

            for number, row in enumerate(self.rows):
                top = number * self._row
                middle = top + self._row / 2
                painter.setPen(theme.text)
                words(0, names - 8, top, row.name)
                words(bar.right() + 4, ends - 4, top, row.short, far=True)

                def at(share: float) -> float:
                    x = bar.left() + bar.width() * share
                    return -x if mirrored else x

                painter.setPen(QPen(theme.line, 1))
                painter.drawLine(QPointF(at(0), middle), QPointF(at(1), middle))
                low, high = at(row.swing.all_against.share), at(row.swing.all_for.share)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.wash(theme.accent, 0.62))
                painter.drawRect(QRectF(min(low, high), middle - 4, abs(high - low), 8))
                away = at(row.swing.all_away.share)
                painter.setPen(QPen(theme.text, 1.6))
                painter.drawLine(QPointF(away, middle - 6), QPointF(away, middle + 6))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = int(event.pos().y() // self._row)
            if 0 <= number < len(self.rows):
                QToolTip.showText(event.globalPos(), self.rows[number].text, self)
            return True
        return super().event(event)


def _share(share: float) -> str:
    return f"{100 * share:.0f}"
