"""What changes from one day to another: events, ties, and who belongs to which list.

A membership that a source ends on a day ends with that day's event: on 7 March 2007 Fadhila is out.
A tie in force follows ``Period.contains`` and is still drawn on its last day.
"""

from collections.abc import Iterable
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
    """A bloc joins the members of a list."""
    LEAVES = "leaves"
    TIE_BEGINS = "tie begins"
    TIE_ENDS = "tie ends"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed between two days."""

    kind: ChangeKind
    date: PartialDate
    id: str
    """Id of the event, the tie, or the bloc that joins or leaves."""
    list_id: str = ""
    """The list that a bloc joins or leaves."""
    seats: int = 0
    """Seats of that bloc."""
    total: int = 0
    """Seats of the list's members afterwards."""


# -- membership of lists -------------------------------------------------------------------------


def caucus(entry: ElectoralList, chamber: Chamber, dataset: Dataset, day: date) -> tuple[Bloc, ...]:
    """The blocs that sit with a list at the end of a day: elected on it or joined, and not left."""
    return tuple(bloc for bloc in chamber.blocs if _sits_with(bloc, entry, dataset, day))


def caucus_seats(entry: ElectoralList, chamber: Chamber, dataset: Dataset, day: date) -> int:
    """Seats of those who sit with a list at the end of a day."""
    return sum(bloc.seats for bloc in caucus(entry, chamber, dataset, day))


def _sits_with(bloc: Bloc, entry: ElectoralList, dataset: Dataset, day: date) -> bool:
    periods = _memberships(bloc, entry, dataset)
    if not periods:
        return bloc.list_id == entry.id
    return any(_in_force(period, day) for period in periods)


def _memberships(bloc: Bloc, entry: ElectoralList, dataset: Dataset) -> tuple[Period, ...]:
    actor = dataset.actors.get(bloc.actor)
    if actor is None or bloc.actor == entry.actor:
        return ()
    return tuple(
        belonging.period
        for belonging in actor.belongs_to
        if belonging.actor == entry.actor and belonging.level == "list"
    )


def _in_force(period: Period, day: date) -> bool:
    ended = period.end is not None and period.end.earliest == period.end.latest <= day
    return period.contains(day) and not ended


def follow(scenario: Scenario, dataset: Dataset, day: PartialDate) -> Scenario:
    """The scenario as of another day, with the blocs that joined or left a list by then.

    A list's coalition is the one that holds most of the list's own seats, and at least half of
    them. Blocs that left the list leave it, and blocs that belong to the list and are in no
    coalition come in. Blocs in other coalitions stay: somebody put them there.
    """
    chamber = dataset.chamber_of(scenario)
    moved = replace(scenario, date=day)
    for entry in chamber.lists:
        home = _coalition_of(entry, chamber, scenario)
        if home is None or not any(_memberships(b, entry, dataset) for b in chamber.blocs):
            continue
        members = {bloc.id for bloc in caucus(entry, chamber, dataset, day.latest)}
        ever = {
            bloc.id
            for bloc in chamber.blocs
            if bloc.list_id == entry.id or _memberships(bloc, entry, dataset)
        }
        joining = [b for b in ever if b in members and scenario.coalition_of(b) is None]
        leaving = [b for b in ever if b not in members and scenario.coalition_of(b) == home]
        order = [bloc.id for bloc in chamber.blocs]
        moved = moved.move(sorted(joining, key=order.index), home)
        moved = moved.move(sorted(leaving, key=order.index), None)
    return moved


def _coalition_of(entry: ElectoralList, chamber: Chamber, scenario: Scenario) -> str | None:
    sums: dict[str | None, int] = {}
    for bloc in chamber.blocs_of_list(entry.id):
        home = scenario.coalition_of(bloc.id)
        sums[home] = sums.get(home, 0) + bloc.seats
    sums.pop(None, None)
    best = max(sums, key=lambda c: sums[c], default=None)
    return best if best is not None and 2 * sums[best] >= entry.seats else None


# -- what changed ----------------------------------------------------------------------------------


def changes(scenario: Scenario, dataset: Dataset, after: date, until: date) -> tuple[Change, ...]:
    """What changed after one day and until another, that day included, in order of time.

    Going back in time the same changes are given, the last first.
    """
    if until < after:
        return changes(scenario, dataset, until, after)[::-1]
    found = [
        Change(ChangeKind.EVENT, event.date, event.id)
        for event in dataset.events.values()
        if after < event.date.latest <= until
    ]
    found += _moves(scenario, dataset, after, until)
    for tie in dataset.ties_of(scenario):
        found += _tie_changes(tie, after, until)
    rank = {kind: number for number, kind in enumerate(ChangeKind)}
    return tuple(sorted(found, key=lambda c: (c.date.latest, rank[c.kind], c.id)))


def _tie_changes(tie: Tie, after: date, until: date) -> Iterable[Change]:
    start, end = tie.period.start, tie.period.end
    if start is not None and after < start.earliest <= until:
        yield Change(ChangeKind.TIE_BEGINS, start, tie.id)
    if end is not None and after <= end.latest < until:
        yield Change(ChangeKind.TIE_ENDS, end, tie.id)


def _moves(scenario: Scenario, dataset: Dataset, after: date, until: date) -> Iterable[Change]:
    chamber = dataset.chamber_of(scenario)
    for entry in chamber.lists:
        for bloc in chamber.blocs:
            for period in _memberships(bloc, entry, dataset):
                for kind, when in (
                    (ChangeKind.JOINS, period.start),
                    (ChangeKind.LEAVES, period.end),
                ):
                    if when is None or not after < when.latest <= until:
                        continue
                    if kind is ChangeKind.JOINS and bloc.list_id == entry.id:
                        continue  # it was elected on the list
                    total = caucus_seats(entry, chamber, dataset, when.latest)
                    yield Change(kind, when, bloc.id, entry.id, bloc.seats, total)


# -- steps -----------------------------------------------------------------------------------------


def events_of(dataset: Dataset) -> tuple[Event, ...]:
    """All events in order of time; of two on one day the one that is dated more exactly first."""
    return tuple(
        sorted(
            dataset.events.values(),
            key=lambda e: (e.date.latest, e.date.latest - e.date.earliest, e.id),
        )
    )


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
