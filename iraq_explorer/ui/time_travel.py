"""Going through time: the date dragged, stepped or played, shown at once and kept as one step."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from iraq_explorer.core.dataset import Event
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.timeline import (
    Change,
    changes,
    event_beside,
    events_of,
    follow,
    span,
    term,
)
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.telling_events import News, event_line, news_of
from iraq_explorer.ui.words import day_text, tr


class Pace(Enum):
    """How fast time is played."""

    SLOW = auto()
    NORMAL = auto()
    FAST = auto()


class Stride(Enum):
    """What is played."""

    EVENTS = auto()
    DAYS = auto()


_EVENT_MS = {Pace.SLOW: 2600, Pace.NORMAL: 1500, Pace.FAST: 750}
_DAYS_A_SECOND = {Pace.SLOW: 30, Pace.NORMAL: 90, Pace.FAST: 240}
_FRAME_MS = 33


class TimeTravel(QObject):
    """Moves the as-of date of what is shown; lists follow it where that is asked for."""

    told = Signal()
    """There is other news, or another event is the current one."""
    playing_changed = Signal(bool)

    def __init__(
        self, document: Document, arrangement: Arrangement, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._arrangement = arrangement
        self.events = events_of(document.dataset)
        self.first, self.last = span(document.dataset)
        self.lists_follow = True
        self.pace = Pace.NORMAL
        self.stride = Stride.EVENTS
        self.news = News("")
        self.current: Event | None = None
        """The event that was gone to, while its date is the one shown."""
        self._from: Scenario | None = None
        """The scenario that a drag or the playing began from."""
        self._own = False
        self._all: tuple[Change, ...] = ()
        self._changes_of: Scenario | None = None
        self._told_day = document.scenario.date.latest
        self._left_over = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        document.opened.connect(self._on_opened)
        document.committed.connect(self._on_committed)
        document.shown_changed.connect(self._on_shown)
        self._on_opened()

    # -- where we are ----------------------------------------------------------------------

    @property
    def day(self) -> PartialDate:
        """The as-of date that is shown."""
        return self._document.shown.date

    @property
    def under_way(self) -> bool:
        """Whether a drag of the date or the playing runs."""
        return self._from is not None

    @property
    def playing(self) -> bool:
        """Whether time is played."""
        return self._timer.isActive()

    @property
    def term(self) -> tuple[date, date]:
        """The first and the last day of the chamber, within what the timeline shows."""
        first, last = term(self._document.chamber, self._document.dataset)
        return max(first, self.first), min(last, self.last)

    def as_of(self, scenario: Scenario, day: PartialDate) -> Scenario:
        """A scenario as of another date."""
        if self.lists_follow:
            return follow(scenario, self._document.dataset, day)
        return replace(scenario, date=day)

    # -- drag ------------------------------------------------------------------------------

    def drag_to(self, day: PartialDate) -> None:
        """Show another day while the pointer holds the date."""
        self.pause()
        self._arrangement.dragging_date = True
        self._begin()
        self._show(day, None)

    def keep(self) -> None:
        """Keep the day that is shown, as one step."""
        self._stop_timer()
        self._arrangement.dragging_date = False
        if self._from is None:
            return
        shown, self._from = self._document.shown, None
        self._commit(shown)

    def take_back(self) -> None:
        """Go back to where the drag or the playing began."""
        self._stop_timer()
        self._arrangement.dragging_date = False
        if self._from is None:
            return
        self._from = None
        self.current = None
        self._document.preview(None)
        self._tell_here()

    # -- steps -----------------------------------------------------------------------------

    def go_to(self, day: PartialDate, event: Event | None = None) -> None:
        """Go to a date, or to an event on it, as one step."""
        self.keep()
        scenario = self._document.scenario
        if scenario.date != day:
            self._tell(day, event)
            self._commit(self.as_of(scenario, day))
        else:
            self.current = event
            self._tell_here()

    def step(self, by: int) -> None:
        """Go to the next event or the one before."""
        self.keep()
        event = self._beside(by)
        if event is not None:
            self.go_to(event.date, event)

    def go_to_end(self, by: int) -> None:
        """Go to the last event or the first."""
        if self.events:
            event = self.events[-1 if by > 0 else 0]
            self.go_to(event.date, event)

    def step_days(self, by: int) -> None:
        """Go some days on or back."""
        self.keep()
        self._go_to_day(self.day.latest + timedelta(days=by))

    def step_months(self, by: int) -> None:
        """Go a month on or back, to the same day of it or its last."""
        self.keep()
        here = self.day.latest
        months = here.year * 12 + here.month - 1 + by
        month = PartialDate(f"{months // 12:04}-{months % 12 + 1:02}")
        self._go_to_day(min(month.earliest.replace(day=1) + timedelta(here.day - 1), month.latest))

    def _go_to_day(self, day: date) -> None:
        day = max(self.first, min(self.last, day))
        if day != self.day.latest:
            self.go_to(PartialDate(day.isoformat()))

    def _beside(self, by: int) -> Event | None:
        at = self.current.id if self.current is not None else ""
        return event_beside(self.events, self.day.latest, at, by)

    # -- playing ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play, or stop playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Play from here to the end; from the chamber's election where this is the end."""
        self.keep()
        self._begin()
        if self._beside(+1) is None:
            self._show(PartialDate(self.term[0].isoformat()), None)
        self._left_over = 0.0
        self._clock.start()
        self._timer.start(self._interval())
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop playing and keep the day that was reached."""
        if self.playing:
            self.keep()

    def set_pace(self, pace: Pace) -> None:
        """Play at another pace, from now on."""
        self.pace = pace
        if self.playing:
            self._timer.start(self._interval())

    def set_stride(self, stride: Stride) -> None:
        """Play events or days, from now on."""
        self.stride = stride
        if self.playing:
            self._timer.start(self._interval())

    def _by_days(self) -> bool:
        # Day by day is motion: without animation playing goes from event to event.
        return self.stride is Stride.DAYS and self._arrangement.animated

    def _interval(self) -> int:
        return _FRAME_MS if self._by_days() else _EVENT_MS[self.pace]

    def _on_tick(self) -> None:
        if self._by_days():
            self._left_over += self._clock.restart() / 1000 * _DAYS_A_SECOND[self.pace]
            days, self._left_over = int(self._left_over), self._left_over % 1
            self.advance(days)
            return
        event = self._beside(+1)
        if event is not None:
            self._show(event.date, event)
        if self._beside(+1) is None:
            self.pause()

    def advance(self, days: int) -> None:
        """Show the day so many days on; playing stops at the last."""
        last = self.events[-1].date.latest if self.events else self.last
        day = min(last, self.day.latest + timedelta(days=days))
        if day > self.day.latest:
            self._show(PartialDate(day.isoformat()), None)
        if day >= last:
            self.pause()

    def _stop_timer(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.playing_changed.emit(False)

    # -- showing and keeping ---------------------------------------------------------------

    def _begin(self) -> None:
        if self._from is None:
            self._from = self._document.scenario
            self._told_day = self._from.date.latest

    def _show(self, day: PartialDate, event: Event | None) -> None:
        if self._from is None or day == self.day:
            return
        self._own = True
        self._tell(day, event)
        self._document.preview(self.as_of(self._from, day))
        self._own = False

    def _commit(self, scenario: Scenario) -> None:
        self._own = True
        self._document.commit(scenario, tr("As of {day}", day=day_text(scenario.date)))
        self._own = False
        self._told_day = scenario.date.latest
        self.told.emit()

    def _tell(self, day: PartialDate, event: Event | None) -> None:
        self.current = event
        dataset, scenario = self._document.dataset, self._document.scenario
        after, until = sorted((self._told_day, day.latest))
        back = day.latest < self._told_day
        found = [change for change in self._changes() if after < change.day <= until]
        if back:
            found.reverse()
        news = news_of(scenario, dataset, found, day, event, back=back)
        if not self.playing or news.details:
            # While days are played the last that happened stays to be read.
            self.news = news
        if self.playing:
            self._told_day = day.latest
        self.told.emit()

    def _changes(self) -> tuple[Change, ...]:
        """All that ever changes, which is the same whatever the date of the scenario."""
        scenario = self._document.scenario
        if self._changes_of is not scenario:
            self._changes_of = scenario
            self._all = changes(scenario, self._document.dataset, date.min, date.max)
        return self._all

    def _tell_here(self) -> None:
        here = self._document.scenario.date
        self._told_day = here.latest
        at = self.current or next((e for e in self.events if e.date == here), None)
        self.news = News(event_line(at) if at else tr("As of {day}", day=day_text(here)))
        self.told.emit()

    # -- what others do --------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._abandon()
        self.current = None
        self._tell_here()

    def _on_committed(self) -> None:
        if self._own:
            return
        self._abandon()
        if self._document.scenario.date.latest != self._told_day:
            self.current = None
            self._tell_here()

    def _on_shown(self) -> None:
        # Somebody else shows something: what was under way is over.
        if not self._own and self._from is not None:
            self._abandon()

    def _abandon(self) -> None:
        self._from = None
        self._arrangement.dragging_date = False
        self._stop_timer()
