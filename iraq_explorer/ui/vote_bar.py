"""The vote as a bar of heads, with the line that moves with attendance and those that do not."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from iraq_explorer.core.roll_call import Stance
from iraq_explorer.core.tally import Tally
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.vote_lines import Label, Line, labels_of, line_pen, lines_of
from iraq_explorer.ui.vote_words import heads_of, heads_text, rule_line, sums_text
from iraq_explorer.ui.words import tr

_SIDE, _LANES, _OVER, _TALL = 4.0, 2, 6.0, 24


def stance_brush(theme: Theme, stance: Stance) -> QBrush:
    """What a stance is painted with: two solid, one hatched, one empty, so that grey tells too."""
    if stance is Stance.ABSENT:
        return QBrush(theme.panel)
    if stance is Stance.ABSTAIN:
        return QBrush(theme.muted, Qt.BrushStyle.BDiagPattern)
    return QBrush(theme.good if stance is Stance.FOR else theme.bad)


class VoteBar(QWidget):
    """For, abstaining, against, absent; fixed lines labelled above, those that move below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteBar")
        self.setFont(font(8.5))
        self._theme = LIGHT
        self._tally: Tally | None = None
        self._lanes: tuple[int, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def show_tally(self, tally: Tally) -> None:
        """Draw another vote."""
        self._tally = tally
        told = [sums_text(tally.count), *map(rule_line, tally.results)]
        self.setAccessibleName(tr("The vote in heads"))
        self.setAccessibleDescription("\n".join(told))
        self._fit()
        self.update()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are drawn, from the left."""
        return lines_of(self._tally.results) if self._tally else ()

    @property
    def labels(self) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
        """The words above the bar and those below it."""
        metrics, room = QFontMetricsF(self.font()), self._bar.width()
        above, below = ([ln for ln in self.lines if ln.moves is moves] for moves in (False, True))
        if self._tally is not None:
            # How many are there is a mark below the bar like a line's.
            below.append(Line(self._tally.count.present, (tr("present"),), moves=False))
        wide = metrics.horizontalAdvance
        return (
            labels_of(above, self._along, wide, room, _LANES),
            labels_of(below, self._along, wide, room, _LANES),
        )

    def _fit(self) -> None:
        """Take no more rows of labels than there are."""
        lanes = tuple(1 + max((label.lane for label in side), default=0) for side in self.labels)
        if lanes != self._lanes:
            self._lanes = lanes
            self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- places ------------------------------------------------------------------------------

    @property
    def _row(self) -> float:
        return QFontMetricsF(self.font()).height()

    @property
    def _bar(self) -> QRectF:
        above, below = self._lanes or (1, 1)
        top = self._row * above + _OVER
        tall = self.height() - top - self._row * below - _OVER
        return QRectF(_SIDE, top, max(1.0, self.width() - 2 * _SIDE), max(1.0, tall))

    def _along(self, heads: int) -> float:
        """How far from the beginning of the bar a number of heads is, from left to right."""
        members = self._tally.count.members if self._tally else 1
        along = self._bar.width() * heads / max(1, members)
        return self._bar.width() - along if self._mirrored else along

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        return QSize(420, round(self._row * sum(self._lanes or (1, 1)) + 2 * _OVER) + _TALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    # -- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tally is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            self._paint_heads(painter)
            above, below = self.labels
            for line in self.lines:
                self._paint_line(painter, line)
            for labels, side in ((above, -1), (below, 1)):
                for label in labels:
                    self._paint_label(painter, label, side)

    def _paint_heads(self, painter: QPainter) -> None:
        assert self._tally is not None
        bar, theme, count = self._bar, self._theme, self._tally.count
        done = 0
        for stance, heads in heads_of(count):
            ends = sorted((self._along(done), self._along(done + heads)))
            part = QRectF(bar.left() + ends[0], bar.top(), ends[1] - ends[0], bar.height())
            done += heads
            solid = stance in (Stance.FOR, Stance.AGAINST)
            painter.setPen(Qt.PenStyle.NoPen if solid else QPen(theme.muted, 1))
            painter.setBrush(stance_brush(theme, stance))
            painter.drawRect(part if solid else part.adjusted(0.5, 0.5, -0.5, -0.5))
            self._paint_figure(painter, part, stance, heads)

    def _paint_figure(self, painter: QPainter, part: QRectF, stance: Stance, heads: int) -> None:
        """Write how many they are where no line runs through it, if that finds room."""
        metrics, bar = QFontMetricsF(self.font()), self._bar
        marks = sorted(bar.left() + self._along(line.heads) for line in self.lines)
        inside = [x for x in marks if part.left() < x < part.right()]
        ends = [part.left(), *inside, part.right()]
        left, right = max(pairwise(ends), key=lambda gap: gap[1] - gap[0])
        solid = stance in (Stance.FOR, Stance.AGAINST)
        for text in (heads_text(stance, heads), str(heads)):
            wide = metrics.horizontalAdvance(text) + 6
            if wide > right - left:
                continue
            room = QRectF(left, part.top(), right - left, part.height())
            if not solid:
                pill = QRectF(0, 0, wide, metrics.height())
                pill.moveCenter(room.center())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.panel)
                painter.drawRect(pill)
            painter.setPen(self._theme.panel if solid else self._theme.text)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
            return

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        bar = self._bar
        x = bar.left() + self._along(line.heads)
        if line.heads > (self._tally.count.members if self._tally else 0):
            return
        # A light rim keeps the line seen on every ground.
        top, end = bar.top() - _OVER, bar.bottom() + _OVER
        painter.setPen(QPen(self._theme.panel, 4))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setPen(line_pen(self._theme, line))
        painter.drawLine(
            QPointF(x, bar.top() if line.moves else top),
            QPointF(x, end if line.moves else bar.bottom()),
        )

    def _paint_label(self, painter: QPainter, label: Label, side: int) -> None:
        bar, row = self._bar, self._row
        middle = bar.left() + self._along(label.line.heads)
        y = bar.top() - _OVER - (label.lane + 1) * row
        if side > 0:
            y = bar.bottom() + _OVER + label.lane * row
        there = label.line.names == (tr("present"),)
        pen = QPen(self._theme.muted, 1) if there else line_pen(self._theme, label.line)
        painter.setPen(pen)
        if label.lane or there:
            # The stem of a label in the second row passes those of the first.
            start = bar.top() if side < 0 else bar.bottom()
            stop = y + row if side < 0 else y
            painter.drawLine(QPointF(middle, start), QPointF(middle, stop))
        painter.setPen(self._theme.muted if there else pen.color())
        room = QRectF(
            bar.left() + label.left - 1,
            y,
            QFontMetricsF(self.font()).horizontalAdvance(label.text) + 4,
            row,
        )
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, label.text
        )

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.accessibleDescription(), self)
            return True
        return super().event(event)
