"""The axis of time as drawable data, and its painting. No widget, no state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from iraq_explorer.core.dataset import Event
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.network_picture import text_width
from iraq_explorer.ui.palette import Theme, font_px
from iraq_explorer.ui.words import day_text

_MARGIN = 16.0
_LANE = 7.0
_APART = 8.0
_SHIFT = 9.0
_RADIUS = 3.0
_STATION = 5.0
_LABEL_PX = 11.0
_TICK_PX = 10.5
_SNAP = 3.0


@dataclass(frozen=True)
class Mark:
    """An event, or a built-in scenario, at its place."""

    place: QPointF
    day: PartialDate
    event: Event | None = None
    scenario: Scenario | None = None


@dataclass(frozen=True)
class Axis:
    """Days along a line, with what happened on them."""

    size: QSizeF
    first: date
    last: date
    mirrored: bool
    """Whether time runs from right to left."""
    marks: tuple[Mark, ...]
    """Events above the line, in lanes where they are near one another; scenarios on it."""
    labels: tuple[tuple[QRectF, str], ...]

    @property
    def line(self) -> float:
        """The height of the line."""
        return _line(self.size)

    @cached_property
    def worded_ticks(self) -> "tuple[Tick, ...]":
        """The ticks that bear words, each with the room of these. Asked for while time plays."""
        return tuple(_with_its_words(tick) for tick in ticks_of(self) if tick.text)

    def x_of(self, day: date) -> float:
        """Where a day is; days outside are at the ends."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        share = max(0.0, min(1.0, share))
        if self.mirrored:
            share = 1 - share
        return _MARGIN + share * (self.size.width() - 2 * _MARGIN)

    def day_at(self, x: float) -> date:
        """The day at a place."""
        share = (x - _MARGIN) / max(1.0, self.size.width() - 2 * _MARGIN)
        share = max(0.0, min(1.0, share))
        if self.mirrored:
            share = 1 - share
        return self.first + timedelta(round(share * (self.last - self.first).days))

    def snapped(self, x: float) -> PartialDate:
        """The day at a place, or that of a mark within a few pixels of it."""
        near = min(self.marks, key=lambda m: abs(self.x_of(m.day.latest) - x), default=None)
        if near is not None and abs(self.x_of(near.day.latest) - x) <= _SNAP:
            return near.day
        return PartialDate(self.day_at(x).isoformat())

    def mark_at(self, place: QPointF) -> Mark | None:
        """The mark under the pointer, the nearest of several."""

        def away(mark: Mark) -> float:
            return (mark.place - place).manhattanLength()

        found = min(self.marks, key=away, default=None)
        reach = _STATION + 3 if found is not None and found.scenario is not None else 7.0
        return found if found is not None and away(found) <= reach else None


def _line(size: QSizeF) -> float:
    return size.height() - 19.0


def axis_of(
    events: Sequence[Event],
    scenarios: Iterable[Scenario],
    span: tuple[date, date],
    size: QSizeF,
    *,
    mirrored: bool,
) -> Axis:
    """The axis at a size; events whose marks would touch are put into lanes above one another."""
    bare = Axis(size, *span, mirrored, (), ())
    lanes = max(1, int((bare.line - 13) // _LANE) + 1)
    # Along the axis, so that a lane is known by its last mark.
    ordered = sorted(events, key=lambda e: bare.x_of(e.date.latest))
    ends = [-99.0] * lanes
    marks: list[Mark] = []
    for event in ordered:
        x = bare.x_of(event.date.latest)
        shifts = [max(0.0, end + _APART - x) for end in ends]
        lane = min(range(lanes), key=lambda number: (shifts[number], number))
        ends[lane] = min(x + min(shifts[lane], _SHIFT), size.width() - 5)
        marks.append(Mark(QPointF(ends[lane], bare.line - 9 - lane * _LANE), event.date, event))
    for scenario in scenarios:
        place = QPointF(bare.x_of(scenario.date.latest), bare.line)
        marks.append(Mark(place, scenario.date, scenario=scenario))
    return Axis(size, *span, mirrored, tuple(marks), tuple(_labels(marks, size)))


def _labels(marks: Sequence[Mark], size: QSizeF) -> Iterable[tuple[QRectF, str]]:
    """Titles over the marks of events, where there is room for the whole of them."""
    taken = [
        QRectF(m.place.x() - 5, m.place.y() - 4.5, 10, 9) for m in marks if m.event is not None
    ]
    for mark in marks:
        if mark.event is None:
            continue
        text = _short(mark.event.title)
        width = text_width(text, _LABEL_PX)
        left = max(4.0, min(size.width() - width - 4, mark.place.x() - width / 2))
        rect = QRectF(left, mark.place.y() - 17.5, width, 14)
        around = rect.adjusted(-7, 2, 7, -1)
        if rect.top() >= -2 and not any(around.intersects(other) for other in taken):
            taken.append(rect)
            yield rect, text


def _short(title: str) -> str:
    for end in (";", " ("):
        title = title.split(end)[0]
    return title


# -- painting --------------------------------------------------------------------------------------


def paint_axis(painter: QPainter, axis: Axis, term: tuple[date, date], theme: Theme) -> None:
    """Line, years, months, events and scenarios; the term of the chamber is the thick part."""
    painter.setPen(QPen(theme.line, 1))
    y = axis.line
    painter.drawLine(QPointF(_MARGIN, y), QPointF(axis.size.width() - _MARGIN, y))
    _paint_ticks(painter, axis, theme)
    painter.setPen(QPen(theme.muted, 2.4))
    painter.drawLine(QPointF(axis.x_of(term[0]), y), QPointF(axis.x_of(term[1]), y))
    painter.setFont(font_px(_LABEL_PX))
    painter.setPen(theme.muted)
    for rect, text in axis.labels:
        painter.drawText(rect.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, text)
    for mark in axis.marks:
        if mark.event is not None:
            _paint_event(painter, axis, mark.place, mark.event, theme)
    for mark in axis.marks:
        if mark.scenario is not None:
            painter.setPen(QPen(theme.panel, 1.2))
            painter.setBrush(theme.text)
            painter.drawPolygon(_diamond(mark.place, _STATION))


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month below the line."""

    x: float
    text: str
    """Year or month; empty where there is no room for one."""
    rect: QRectF
    """Where the text stands."""
    january: bool


def ticks_of(axis: Axis) -> Iterable[Tick]:
    """Every month of the axis, with as many words as there is room for."""
    locale = QLocale()
    month_px = abs(axis.x_of(axis.first + timedelta(30)) - axis.x_of(axis.first))
    every = next((n for n in (1, 3, 6) if n * month_px >= 34), 12)
    month = date(axis.first.year, axis.first.month, 1)
    while True:
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        if month > axis.last:
            break
        x, january, text = axis.x_of(month), month.month == 1, ""
        if january:
            text = str(month.year)
        elif (month.month - 1) % every == 0:
            text = _month_word(locale, month.month)
        yield Tick(x, text, _tick_rect(axis, x), january)


def _paint_ticks(painter: QPainter, axis: Axis, theme: Theme) -> None:
    y = axis.line
    for tick in ticks_of(axis):
        painter.setPen(QPen(theme.muted if tick.january else theme.line, 1))
        painter.drawLine(QPointF(tick.x, y), QPointF(tick.x, y + (6 if tick.january else 4)))
        if tick.text:
            painter.setFont(font_px(_TICK_PX, bold=tick.january))
            painter.setPen(theme.text if tick.january else theme.muted)
            painter.drawText(tick.rect, Qt.AlignmentFlag.AlignCenter, tick.text)


def _month_word(locale: QLocale, month: int) -> str:
    return locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def _tick_rect(axis: Axis, x: float, width: float = 40.0) -> QRectF:
    left = max(0.0, min(axis.size.width() - width, x - width / 2))
    return QRectF(left, axis.line + 4, width, 13)


def _paint_event(
    painter: QPainter, axis: Axis, place: QPointF, event: Event, theme: Theme, grow: float = 0.0
) -> None:
    colour = theme.accent
    if event.date_end is not None:
        painter.setPen(QPen(colour, 2))
        painter.drawLine(place, QPointF(axis.x_of(event.date_end.latest), place.y()))
    pen = QPen(colour, 1.5)
    radius = _RADIUS + grow
    if event.certainty is Certainty.CERTAIN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(place, radius, radius)
        return
    # What is less than certain is hollow; what is contested or only possible has a mark in it.
    painter.setPen(pen)
    painter.setBrush(theme.panel)
    painter.drawEllipse(place, radius, radius)
    if event.certainty is not Certainty.REPORTED:
        reach = QPointF(0, radius)
        painter.drawLine(place - reach, place + reach)


def _diamond(place: QPointF, reach: float) -> QPolygonF:
    x, y = place.x(), place.y()
    return QPolygonF(
        [QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)]
    )


def plate_rect(axis: Axis, day: PartialDate) -> QRectF:
    """Where the plate with the as-of date is."""
    width = text_width(day_text(day), _TICK_PX, bold=True) + 14
    return _tick_rect(axis, axis.x_of(day.latest), width).adjusted(0, -1, 0, 0)


def covered_ticks(axis: Axis, plate: QRectF) -> Iterable[Tick]:
    """The ticks whose words the plate covers, be it in part; each with the room of its words."""
    return (tick for tick in axis.worded_ticks if tick.rect.intersects(plate))


def _with_its_words(tick: Tick) -> Tick:
    width = text_width(tick.text, _TICK_PX, bold=tick.january)
    middle = tick.rect.center().x()
    room = QRectF(middle - width / 2 - 3, tick.rect.top(), width + 6, tick.rect.height())
    return replace(tick, rect=room)


def paint_handle(
    painter: QPainter, axis: Axis, day: PartialDate, theme: Theme, *, focused: bool
) -> None:
    """The as-of date: a line through the axis with the date below."""
    x = axis.x_of(day.latest)
    text, rect = day_text(day), plate_rect(axis, day)
    # A year or month that looks out from behind the plate by half cannot be read.
    for tick in covered_ticks(axis, rect):
        painter.fillRect(tick.rect, theme.panel)
    painter.setPen(QPen(theme.accent, 1.6))
    painter.drawLine(QPointF(x, 1), QPointF(x, axis.line + 6))
    if focused:
        painter.setPen(QPen(theme.accent, 1.2))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawRoundedRect(rect, 7, 7)
    painter.drawPolygon(
        QPolygonF(
            [QPointF(x - 5, rect.top() + 1), QPointF(x, axis.line), QPointF(x + 5, rect.top() + 1)]
        )
    )
    painter.setPen(theme.on_accent)
    painter.setFont(font_px(_TICK_PX, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def paint_current(painter: QPainter, axis: Axis, event: Event, theme: Theme) -> None:
    """A ring around the event that was gone to."""
    for mark in axis.marks:
        if mark.event is event:
            painter.setPen(QPen(theme.text, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark.place, 6.0, 6.0)
            _paint_event(painter, axis, mark.place, event, theme, 0.6)
