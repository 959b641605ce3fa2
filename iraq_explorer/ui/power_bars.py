"""The bars of power: seat share as an outline, power as a filled bar inside it, a row a player."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.power_rows import PowerRow
from iraq_explorer.ui.words import tr

MOVE_MS = 180
_ROOM = 1.04
"""The whole width, in longest bars."""

Lengths = tuple[float, float, float]
"""Seat share, power, and power under red lines."""
_NONE: Lengths = (0.0, 0.0, 0.0)


class PowerBars(QWidget):
    """Lies over a column of the table and leaves the pointer to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        import pyqtgraph  # loaded here: it takes a third of a second, and numpy with it

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = LIGHT
        self._rows: tuple[PowerRow, ...] = ()
        self._kept = False
        self._row = 22
        self._start: dict[str, Lengths] = {}
        self._now: dict[str, Lengths] = {}
        self._end: dict[str, Lengths] = {}
        self._scales = (1.0, 1.0)
        self._scale = 1.0
        self._plot: Any = pyqtgraph.PlotWidget(self, background=None)
        self._plot.setStyleSheet("background: transparent; border: none;")
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        for side in ("left", "bottom"):
            self._plot.hideAxis(side)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.getPlotItem().layout.setContentsMargins(0, 0, 0, 0)
        box = self._plot.getViewBox()
        box.setDefaultPadding(0)
        box.disableAutoRange()
        box.invertY(True)
        self._seat_bars, self._power_bars, self._kept_bars = (
            pyqtgraph.BarGraphItem(x0=[], y0=[], width=[], height=[]) for _ in range(3)
        )
        for item in (self._seat_bars, self._power_bars, self._kept_bars):
            self._plot.addItem(item)
        self._move = QVariantAnimation(self)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.setDuration(MOVE_MS)
        self._move.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._move.valueChanged.connect(self._on_step)

    @property
    def moving(self) -> bool:
        """Whether bars are on their way."""
        return self._move.state() is QVariantAnimation.State.Running

    def length_of(self, player: str) -> float:
        """How far the bar of a player's power reaches now, as a share."""
        return self._now[player][1]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._draw()

    def set_row_height(self, row: int) -> None:
        """Stand beside rows of so many pixels."""
        if row != self._row:
            self._row = row
            self._draw()

    def show_rows(self, rows: Sequence[PowerRow], *, kept: bool, animated: bool) -> None:
        """Draw other numbers, gliding there if wanted."""
        self._rows, self._kept = tuple(rows), kept
        self._move.stop()
        self._end = {
            row.player.id: (float(row.seat_share), _number(row.share), _number(row.kept))
            for row in rows
        }
        self._start = self._now
        longest = max((max(lengths) for lengths in self._end.values()), default=0.0)
        self._scales = (self._scale, longest or 1.0)
        if animated and self._start and self._start != self._end and self.isVisible():
            self._move.start()
        else:
            self._on_step(1.0)

    def _on_step(self, share: object) -> None:
        assert isinstance(share, float)
        self._now = {
            player: _between(self._start.get(player, _NONE), lengths, share)
            for player, lengths in self._end.items()
        }
        self._scale = self._scales[0] + (self._scales[1] - self._scales[0]) * share
        self._draw()

    # -- drawing -----------------------------------------------------------------------------

    def _draw(self) -> None:
        theme = self._theme
        lengths = [self._now.get(entry.player.id, _NONE) for entry in self._rows]
        colours = [theme.coalition(entry.colour) for entry in self._rows]
        seats, power, kept = zip(*lengths, strict=True) if lengths else ((), (), ())
        self._bars(
            self._seat_bars, seats, 0.16, 0.68, pen=_cosmetic(theme.muted), brush=theme.field
        )
        top, tall = (0.26, 0.22) if self._kept else (0.34, 0.32)
        solid = [QBrush(colour) for colour in colours]
        self._bars(self._power_bars, power, top, tall, pen=None, brushes=solid)
        hatched = [QBrush(colour, Qt.BrushStyle.Dense5Pattern) for colour in colours]
        pens = [_cosmetic(colour) for colour in colours]
        self._bars(self._kept_bars, kept, 0.54, 0.22, pens=pens or None, brushes=hatched or None)
        self._kept_bars.setVisible(self._kept)
        box = self._plot.getViewBox()
        box.invertX(self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        across, down = (-0.01 * self._scale, self._scale * _ROOM), (0, max(1, self.height()))
        box.setRange(xRange=across, yRange=down, padding=0, disableAutoRange=True)

    def _bars(
        self, item: Any, lengths: Sequence[float], top: float, tall: float, **look: object
    ) -> None:
        """Bars of one kind; ``top`` and ``tall`` are shares of a row."""
        tops = [(number + top) * self._row for number in range(len(lengths))]
        nothing = [0.0] * len(lengths)
        item.setOpts(x0=nothing, y0=tops, width=list(lengths), height=tall * self._row, **look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plot.setGeometry(self.rect())
        self._draw()


class PowerLegend(QWidget):
    """What outline, filled and hatched bar mean; it lies over the heading of their column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font(8))
        self._theme = LIGHT
        self._kept = False

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def show_kept(self, kept: bool) -> None:
        """Tell of the bars under red lines too."""
        if kept is not self._kept:
            self._kept = kept
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        metrics, swatch_width, gap = painter.fontMetrics(), 7, 3
        entries = [(tr("seats"), QPen(theme.muted), QBrush(theme.field))]
        entries.append((tr("power"), QPen(theme.accent), QBrush(theme.accent)))
        if self._kept:
            hatched = QBrush(theme.accent, Qt.BrushStyle.Dense5Pattern)
            entries.append((tr("red lines"), QPen(theme.accent), hatched))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, middle = 1.0, self.height() / 2
        for text, pen, brush in entries:
            wide = metrics.horizontalAdvance(text)
            if x + swatch_width + gap + wide > self.width():
                break  # there is room for the bars only; the tips tell the same
            swatch = QRectF(x, middle - 3.5, swatch_width, 7)
            words = QRectF(x + swatch_width + gap, 0, wide + 2, self.height())
            if mirrored:
                swatch.moveRight(self.width() - x)
                words.moveRight(self.width() - x - swatch_width - gap)
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawRect(swatch)
            painter.setPen(theme.muted)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
            x += swatch_width + gap + wide + 6


def _between(start: Lengths, end: Lengths, share: float) -> Lengths:
    if share == 1:
        return end
    first, second, third = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return first, second, third


def _number(share: Fraction | None) -> float:
    return 0.0 if share is None else float(share)


def _cosmetic(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    return pen
