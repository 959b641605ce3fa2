"""What changes from one day to another: events, ties, and who belongs to which list.

A membership that a source ends on a day ends with that day's event: on 7 March 2007 Fadhila is out.
A tie in force follows ``Period.contains`` and is still drawn on its last day.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from iraq_explorer.core.chamber import Bloc, Chamber, ElectoralList
from iraq_explorer.core.dataset import Dataset, Event
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.network import Tie
from iraq_explorer.core.scenario import Scenario


class ChangeKind(StrEnum):
    """What a change is about."""

    EVENT = "event"
    JOINS = "joins"
    """A bloc that was elected on another list joins the members of a list."""
    LEAVES = "leaves"
    TIE_BEGINS = "tie begins"
    TIE_ENDS = "tie ends"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed between two days."""

    kind: ChangeKind
    day: date
    """The first day that shows it; of a tie that ends the day after its last."""
    date: PartialDate
    """The date as the source gives it."""
    id: str
    """Id of the event, the tie, or the bloc that joins or leaves."""
    list_id: str = ""
    """The list that a bloc joins or leaves."""
    seats: int = 0
    """Seats of that bloc."""
    total: int = 0
    """Seats of the list's members at the end of that day."""


# -- membership of lists -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stay:
    """A bloc's time with a list."""

    begin: date
    end: date
    """The first day that it is gone."""
    began: PartialDate | None
    ended: PartialDate | None

    def covers(self, day: date) -> bool:
        return self.begin <= day < self.end


_Stays = Mapping[str, tuple[_Stay, ...]]
_ALWAYS = _Stay(date.min, date.max, None, None)


def term(chamber: Chamber, dataset: Dataset) -> tuple[date, date]:
    """The first and the last day of a chamber: from its election to the eve of the next one."""
    first = chamber.elected.latest
    later = [c.elected.latest for c in dataset.chambers.values() if c.elected.latest > first]
    return first, min(later) - timedelta(days=1) if later else date.max


def caucus(entry: ElectoralList, chamber: Chamber, dataset: Dataset, day: date) -> tuple[Bloc, ...]:
    """The blocs that sit with a list at the end of a day: elected on it or joined, and not left.

    Memberships count within the term of the chamber; before and after it the caucus is that of its
    first and last day. A bloc that was elected on another list but had belonged to this one before
    sits with it from the first sitting. Once fewer than half of the seats that the list was elected
    with would be left, the list has broken up: from then on nobody leaves it any more, as there is
    nothing left to leave.
    """
    stays = _stays(entry, chamber, dataset, _periods(chamber, dataset))
    return tuple(bloc for bloc in chamber.blocs if _sits(stays[bloc.id], day))


def caucus_seats(entry: ElectoralList, chamber: Chamber, dataset: Dataset, day: date) -> int:
    """Seats of those who sit with a list at the end of a day."""
    return sum(bloc.seats for bloc in caucus(entry, chamber, dataset, day))


def _sits(stays: Iterable[_Stay], day: date) -> bool:
    return any(stay.covers(day) for stay in stays)


_Periods = Mapping[str, Mapping[str, list[Period]]]
"""By the actor of a list and the id of a bloc when the bloc belongs to the list."""


def _periods(chamber: Chamber, dataset: Dataset) -> _Periods:
    found: dict[str, dict[str, list[Period]]] = {}
    for bloc in chamber.blocs:
        actor = dataset.actors.get(bloc.actor)
        for belonging in actor.belongs_to if actor is not None else ():
            if belonging.level == "list" and belonging.actor != bloc.actor:
                own = found.setdefault(belonging.actor, {}).setdefault(bloc.id, [])
                own.append(belonging.period)
    return found


def _changing(chamber: Chamber, dataset: Dataset) -> Iterable[tuple[ElectoralList, _Stays]]:
    """The lists that anybody is recorded to belong to, with the stays of all blocs."""
    periods = _periods(chamber, dataset)
    for entry in chamber.lists:
        if entry.actor in periods:
            yield entry, _stays(entry, chamber, dataset, periods)


def _stays(entry: ElectoralList, chamber: Chamber, dataset: Dataset, periods: _Periods) -> _Stays:
    own = periods.get(entry.actor, {})
    terms = term(chamber, dataset)
    found = {
        bloc.id: _stays_of(bloc, entry, chamber, own.get(bloc.id, ()), terms)
        for bloc in chamber.blocs
    }
    ends = {stay.end for stays in found.values() for stay in stays if stay.end < date.max}
    for day in sorted(ends):
        left = sum(bloc.seats for bloc in chamber.blocs if _sits(found[bloc.id], day))
        if 2 * left < entry.seats:
            return {bloc: tuple(_until(stays, day)) for bloc, stays in found.items()}
    return found


def _until(stays: Iterable[_Stay], broken: date) -> Iterable[_Stay]:
    for stay in stays:
        if stay.end >= broken > stay.begin:
            yield replace(stay, end=date.max, ended=None)
        elif stay.begin < broken:
            yield stay


def _stays_of(
    bloc: Bloc,
    entry: ElectoralList,
    chamber: Chamber,
    periods: Iterable[Period],
    terms: tuple[date, date],
) -> tuple[_Stay, ...]:
    elected_on_it = bloc.list_id == entry.id
    first, last = terms
    found: list[_Stay] = []
    for period in sorted(periods, key=_first_day):
        began, ended = period.start, period.end
        begin, end = _first_day(period), _day_gone(period)
        if elected_on_it and not found:
            begin, began = date.min, None
        elif begin <= first:
            begin = _first_sitting(chamber)
            began = PartialDate(begin.isoformat())
        if end > last:
            end, ended = date.max, None
        if found and begin <= found[-1].end:
            if end > found[-1].end:
                found[-1] = replace(found[-1], end=end, ended=ended)
        elif end > first and begin <= last and begin < end:
            found.append(_Stay(begin, end, began, ended))
    return tuple(found) if found or not elected_on_it else (_ALWAYS,)


def _first_sitting(chamber: Chamber) -> date:
    if chamber.first_sitting is not None:
        return chamber.first_sitting.earliest
    return chamber.elected.latest + timedelta(days=1)


def _first_day(period: Period) -> date:
    return period.start.earliest if period.start else date.min


def _day_gone(period: Period) -> date:
    if period.end is None:
        return date.max
    exact = period.end.earliest == period.end.latest
    return period.end.latest if exact else period.end.latest + timedelta(days=1)


def follow(scenario: Scenario, dataset: Dataset, day: PartialDate) -> Scenario:
    """The scenario as of another day, with the blocs that joined or left a list in between.

    A list's coalition is the one that holds at least half of the seats of those who sit with the
    list as of the scenario. Who left the list between the two days leaves that coalition for none.
    Who joined it comes in from none where that coalition has the whole list, and who was elected on
    another list only where it has nobody else: what is more than a list, such as a cabinet, does
    not grow by itself. Going back in time it is the other way round, so that going back restores.
    Blocs in other coalitions stay: somebody put them there. Where nobody joined or left, nobody
    moves.
    """
    chamber = dataset.chamber_of(scenario)
    moved = replace(scenario, date=day)
    for entry, stays in _changing(chamber, dataset):
        before = [b for b in chamber.blocs if _sits(stays[b.id], scenario.date.latest)]
        after = [b for b in chamber.blocs if _sits(stays[b.id], day.latest)]
        if before == after:
            continue
        home = _coalition_of(before, scenario)
        if home is None:
            continue
        leaving = [b.id for b in before if b not in after and moved.coalition_of(b.id) == home]
        joining = []
        own = [bloc for bloc in before if bloc.list_id == entry.id]
        if all(scenario.coalition_of(bloc.id) == home for bloc in own):
            alone = all(bloc in before for bloc in scenario.blocs_of(home, chamber))
            joining = [
                bloc.id
                for bloc in after
                if bloc not in before
                and moved.coalition_of(bloc.id) is None
                and (alone or bloc.list_id == entry.id)
            ]
        moved = moved.move(joining, home).move(leaving, None)
    return moved


def _coalition_of(members: Collection[Bloc], scenario: Scenario) -> str | None:
    sums: dict[str, int] = {}
    for bloc in members:
        home = scenario.coalition_of(bloc.id)
        if home is not None:
            sums[home] = sums.get(home, 0) + bloc.seats
    best = max(sums, key=lambda c: sums[c], default=None)
    all_seats = sum(bloc.seats for bloc in members)
    return best if best is not None and 2 * sums[best] >= all_seats else None


# -- what changed ----------------------------------------------------------------------------------


def changes(scenario: Scenario, dataset: Dataset, after: date, until: date) -> tuple[Change, ...]:
    """What changed after one day and until another, that day included, in order of time.

    Going back in time the same changes are given, the last first: they are undone.
    """
    if until < after:
        return changes(scenario, dataset, until, after)[::-1]
    found = [
        Change(ChangeKind.EVENT, event.date.latest, event.date, event.id)
        for event in dataset.events.values()
    ]
    found += _moves(scenario, dataset)
    for tie in dataset.ties_of(scenario):
        found += _tie_changes(tie)
    between = (change for change in found if after < change.day <= until)
    return tuple(sorted(between, key=lambda c: (c.day, _RANK[c.kind], c.id, c.list_id)))


_RANK = {kind: number for number, kind in enumerate(ChangeKind)}


def turning_days(dataset: Dataset) -> tuple[date, ...]:
    """The days on which the network can be another than the day before, in order.

    Ties that begin or have ended, and actors that fold elsewhere.
    """
    periods = [tie.period for tie in dataset.ties.values()]
    periods += [home.period for actor in dataset.actors.values() for home in actor.belongs_to]
    days = {period.start.earliest for period in periods if period.start is not None}
    days |= {
        period.end.latest + timedelta(days=1)
        for period in periods
        if period.end is not None and period.end.latest < date.max
    }
    return tuple(sorted(days))


def _tie_changes(tie: Tie) -> Iterable[Change]:
    start, end = tie.period.start, tie.period.end
    if start is not None:
        yield Change(ChangeKind.TIE_BEGINS, start.earliest, start, tie.id)
    if end is not None and end.latest < date.max:
        yield Change(ChangeKind.TIE_ENDS, end.latest + timedelta(days=1), end, tie.id)


def _moves(scenario: Scenario, dataset: Dataset) -> Iterable[Change]:
    chamber = dataset.chamber_of(scenario)
    for entry, stays in _changing(chamber, dataset):

        def seats(day: date, stays: _Stays = stays) -> int:
            return sum(bloc.seats for bloc in chamber.blocs if _sits(stays[bloc.id], day))

        for bloc in chamber.blocs:
            for stay in stays[bloc.id]:
                for kind, day, told in (
                    (ChangeKind.JOINS, stay.begin, stay.began),
                    (ChangeKind.LEAVES, stay.end, stay.ended),
                ):
                    if told is not None:
                        yield Change(kind, day, told, bloc.id, entry.id, bloc.seats, seats(day))


# -- steps -----------------------------------------------------------------------------------------


def events_of(dataset: Dataset) -> tuple[Event, ...]:
    """All events in order of time; of two on one day the one that is dated more exactly first."""
    return tuple(
        sorted(
            dataset.events.values(),
            key=lambda e: (e.date.latest, e.date.latest - e.date.earliest, e.id),
        )
    )


def event_beside(events: Sequence[Event], day: date, at: str, by: int) -> Event | None:
    """The next event after (``by`` +1) or before (-1) a day; ``None`` where there is no other.

    Args:
        events: in order of time.
        day: from where.
        at: id of the event of that day from which the way goes on; empty where there is none, and
            the events of the day itself are then passed by.
        by: the direction.

    """
    ordered = events if by > 0 else events[::-1]
    ids = [event.id for event in ordered]
    if at in ids and ordered[ids.index(at)].date.latest == day:
        return next(iter(ordered[ids.index(at) + 1 :]), None)
    return next((e for e in ordered if (e.date.latest - day).days * by > 0), None)


def span(dataset: Dataset) -> tuple[date, date]:
    """From the first event or scenario to the last, with a month to spare on either side."""
    days = [event.date for event in dataset.events.values()]
    days += [scenario.date for scenario in dataset.scenarios.values()]
    days += [chamber.elected for chamber in dataset.chambers.values()]
    margin = timedelta(days=31)
    return min(d.earliest for d in days) - margin, max(d.latest for d in days) + margin


def scenario_at(dataset: Dataset, event: Event) -> Scenario | None:
    """The built-in scenario that tells of an event: one within days of it, the nearest first."""

    def distance(scenario: Scenario) -> int:
        return abs((scenario.date.latest - event.date.latest).days)

    near = [s for s in dataset.scenarios.values() if distance(s) <= _NEAR_DAYS]
    return min(near, key=distance, default=None)


_NEAR_DAYS = 12
