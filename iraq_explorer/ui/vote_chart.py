"""How many are for in the draws, as a histogram, with the lines that have to be reached."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.core.simulation import Simulation
from iraq_explorer.core.tally import Result, Tally
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.vote_lines import Label, Line, labels_of, line_pen, lines_of
from iraq_explorer.ui.words import tr

_LANES = 2
_ROOM = 0.03


class VoteChart(QWidget):
    """Draws a simulation: votes for as bars, a line that moves as the outline of where it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph  # loaded here: it takes a third of a second, and numpy with it

        self._graph = pyqtgraph
        self._theme = LIGHT
        self._drawn: Simulation | None = None
        self._tally: Tally | None = None
        self._marks: list[Any] = []
        self.lines: tuple[Line, ...] = ()
        """The lines that are drawn; one that moves stands where it stood most often."""
        self.setAccessibleName(tr("Votes for in the draws"))
        self.setFont(font(8.5))
        self._plot: Any = pyqtgraph.PlotWidget(background=None)
        self._plot.setStyleSheet("background: transparent; border: none;")
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.hideAxis("left")
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.getAxis("bottom").setStyle(tickFont=font(8), tickTextOffset=3)
        box = self._plot.getViewBox()
        box.setDefaultPadding(0)
        box.disableAutoRange()
        self._bars = pyqtgraph.BarGraphItem(x=[], height=[], width=1)
        self._plot.addItem(self._bars)
        self._names = _Names(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._names)
        rows.addWidget(self._plot, 1)

    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 110)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._draw()

    def show_simulation(self, drawn: Simulation, tally: Tally) -> None:
        """Draw another simulation of the vote that is counted in ``tally``."""
        self._drawn, self._tally = drawn, tally
        self._draw()

    # -- drawing -----------------------------------------------------------------------------

    def _draw(self) -> None:
        drawn, tally, theme = self._drawn, self._tally, self._theme
        if drawn is None or tally is None:
            return
        axis = self._plot.getAxis("bottom")
        axis.setPen(theme.line)
        axis.setTextPen(theme.muted)
        votes = [heads for heads, times in enumerate(drawn.votes) if times]
        tall = max(drawn.votes)
        self._bars.setOpts(
            x=votes,
            height=[drawn.votes[heads] for heads in votes],
            width=0.9,
            brush=theme.wash(theme.accent, 0.62),
            pen=None,
        )
        for mark in self._marks:
            self._plot.removeItem(mark)
        self._marks = []
        needed = [_needed(result, drawn) for result in tally.results if result.moves]
        fixed = lines_of(result for result in tally.results if not result.moves)
        moving = []
        for result, times in zip(
            (result for result in tally.results if result.moves), needed, strict=True
        ):
            mode = max(range(len(times)), key=times.__getitem__)
            moving += [Line(mode, line.names, moves=True) for line in lines_of([result])]
            if sum(1 for count in times if count) > 1:
                self._outline(times, tall)
        self.lines = tuple(sorted((*fixed, *moving), key=lambda line: line.heads))
        self._show_range(votes, [n for times in needed for n, count in enumerate(times) if count])
        low, high = self._range
        self.lines = tuple(line for line in self.lines if low <= line.heads <= high)
        for line in self.lines:
            mark = self._graph.InfiniteLine(line.heads - 0.5, pen=line_pen(theme, line))
            self._plot.addItem(mark)
            self._marks.append(mark)
        self._plot.getViewBox().setYRange(0, tall * 1.04, padding=0)
        self._plot.getViewBox().invertX(self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        mean = sum(heads * times for heads, times in enumerate(drawn.votes)) / drawn.draws
        self.setAccessibleDescription(
            tr(
                "From {low} to {high} votes for, {mean} on average",
                low=min(votes),
                high=max(votes),
                mean=f"{mean:.1f}",
            )
        )
        self.setToolTip(self.accessibleDescription())
        self._names.update()

    def _outline(self, times: Sequence[int], tall: int) -> None:
        """Where a line that moves was, as steps of the same height as the bars."""
        first = next(n for n, count in enumerate(times) if count)
        last = max(n for n, count in enumerate(times) if count)
        most = max(times)
        edges = [n - 0.5 for n in range(first, last + 2)]
        heights = [times[n] * tall / most for n in range(first, last + 1)]
        pen = QPen(self._theme.text, 1.2, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)
        outline = self._graph.PlotCurveItem(edges, heights, stepMode="center", pen=pen)
        self._plot.addItem(outline)
        self._marks.append(outline)

    def _show_range(self, votes: Sequence[int], needed: Sequence[int]) -> None:
        assert self._tally is not None
        members = self._tally.count.members
        lines = [r.verdict.quota for r in self._tally.results if r.verdict.quota <= members]
        ends = [*votes, *needed, *lines]
        low, high = min(ends), max(ends)
        room = max(4.0, (high - low) * _ROOM)
        self._range = max(-1.0, low - room), min(members + 1.0, high + room)
        self._plot.getViewBox().setXRange(*self._range, padding=0)

    def labels(self) -> tuple[Label, ...]:
        """The words over the lines."""
        if self._drawn is None:
            return ()
        low, high = self._range
        room = float(max(1, self._plot.width()))

        def place(heads: int) -> float:
            along = (heads - 0.5 - low) / (high - low) * room
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            return room - along if mirrored else along

        metrics = QFontMetricsF(self.font())
        return labels_of(self.lines, place, metrics.horizontalAdvance, room, _LANES)

    def paint_names(self, painter: QPainter, area: QRectF) -> None:
        """Draw the words over the lines."""
        row = QFontMetricsF(self.font()).height()
        for label in self.labels():
            painter.setPen(line_pen(self._theme, label.line).color())
            y = area.bottom() - (label.lane + 1) * row
            painter.drawText(
                QRectF(label.left, y, area.width(), row),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
                label.text,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._names.update()


class _Names(QWidget):
    """The room over the plot in which its lines are named."""

    def __init__(self, chart: VoteChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.setFixedHeight(round(QFontMetricsF(chart.font()).height() * _LANES) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._chart.font())
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            self._chart.paint_names(painter, QRectF(self.rect()))


def _needed(result: Result, drawn: Simulation) -> list[int]:
    """In how many draws so many votes were needed, under a rule of those present."""
    members = len(drawn.present) - 1
    times = [0] * (members + 2)
    for there, count in enumerate(drawn.present):
        if count:
            times[result.rule.quota(members, there)] += count
    return times
