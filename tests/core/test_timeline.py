"""Time: what holds on a day, what changes between two, and who goes with a list."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.dataset import Dataset, Event
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Belonging, Detail, Tie, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.timeline import (
    Change,
    ChangeKind,
    caucus,
    caucus_seats,
    changes,
    event_beside,
    events_of,
    follow,
    scenario_at,
    span,
    term,
    turning_days,
)
from iraq_explorer.storage.resources import shipped_dataset

DATASET = shipped_dataset()
ELECTED = DATASET.scenarios["elected_2005"]
CHAMBER = DATASET.chambers["cor2005"]
UIA = CHAMBER.list_by_id["uia05"]


def day(text: str) -> date:
    return date.fromisoformat(text)


def uia_seats(scenario: Scenario) -> int:
    return scenario.seats_of("uia", DATASET.chamber_of(scenario))


def as_of(scenario: Scenario, text: str) -> Scenario:
    return follow(scenario, DATASET, PartialDate(text))


def same_but_for_date(a: Scenario, b: Scenario) -> bool:
    return replace(a, date=b.date) == b


# -- who sits with a list --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "seats"),
    [
        ("2005-12-15", 128),
        ("2006-03-15", 128),
        ("2006-03-16", 130),
        ("2007-03-06", 130),
        ("2007-03-07", 115),
        ("2007-09-14", 115),
        ("2007-09-15", 85),
        ("2009-08-22", 85),
    ],
)
def test_the_uia_has_128_then_130_then_115_then_85(when: str, seats: int) -> None:
    assert caucus_seats(UIA, CHAMBER, DATASET, day(when)) == seats
    assert uia_seats(as_of(ELECTED, when)) == seats


def test_a_list_that_has_broken_up_is_left_by_nobody() -> None:
    # In August 2009 the Supreme Council goes to another alliance and 25 of 128 seats would be left.
    before = caucus(UIA, CHAMBER, DATASET, day("2009-08-22"))
    assert caucus(UIA, CHAMBER, DATASET, day("2010-01-01")) == before


def test_a_chamber_is_about_its_own_term() -> None:
    assert term(CHAMBER, DATASET) == (day("2005-12-15"), day("2010-03-06"))
    later = DATASET.chambers["cor2010"]
    assert term(later, DATASET) == (day("2010-03-07"), date.max)
    # The Islamic Union joined the Kurdish bloc of the next chamber, not of this one.
    kurds = CHAMBER.list_by_id["ka05"]
    assert caucus_seats(kurds, CHAMBER, DATASET, day("2010-12-01")) == 53
    # Before the chamber was elected, everybody is with the list they were elected on.
    ina = later.list_by_id["ina10"]
    assert caucus_seats(ina, later, DATASET, day("2006-01-01")) == ina.seats


def test_a_month_ends_with_its_last_day_and_an_exact_day_with_that_days_event() -> None:
    for text, still, gone in (
        ("2007-03", "2007-03-31", "2007-04-01"),
        ("2007-03-07", "2007-03-06", "2007-03-07"),
        ("2007", "2007-12-31", "2008-01-01"),
    ):
        fadhila = DATASET.actors["fadhila"]
        stay = Belonging("uia", "list", Period(PartialDate("2005-12-15"), PartialDate(text)))
        actors = {**DATASET.actors, "fadhila": replace(fadhila, belongs_to=(stay,))}
        dataset = replace(DATASET, actors=actors)
        assert "uia05_fadhila" in {b.id for b in caucus(UIA, CHAMBER, dataset, day(still))}
        assert "uia05_fadhila" not in {b.id for b in caucus(UIA, CHAMBER, dataset, day(gone))}


# -- lists follow ----------------------------------------------------------------------------------

STEPS = ["2005-12-20", "2006-05-20", "2007-03-07", "2007-09-15", "2008-11-27", "2009-12-31"]


@pytest.mark.parametrize("origin", DATASET.scenarios)
def test_going_there_and_back_restores_every_built_in_scenario_of_a_list(origin: str) -> None:
    scenario = DATASET.scenarios[origin]
    for text in STEPS:
        there = as_of(scenario, text)
        back = follow(there, DATASET, scenario.date)
        if origin in ("elected_2005", "elected_2010") or text >= str(scenario.date):
            assert back == scenario, text
        elsewhere = {b: c for b, c in scenario.membership.items() if back.coalition_of(b) == c}
        assert elsewhere == dict(scenario.membership), text


def test_many_small_steps_lead_where_one_large_step_leads() -> None:
    walked = ELECTED
    for text in STEPS:
        walked = as_of(walked, text)
        assert walked == as_of(ELECTED, text)
    for text in reversed(STEPS):
        walked = as_of(walked, text)
        assert walked == as_of(ELECTED, text)
    assert follow(walked, DATASET, ELECTED.date) == ELECTED


@pytest.mark.parametrize("origin", DATASET.scenarios)
def test_as_of_its_own_date_a_scenario_is_itself(origin: str) -> None:
    scenario = DATASET.scenarios[origin]
    assert follow(scenario, DATASET, scenario.date) == scenario


def test_who_was_put_into_another_coalition_stays_there() -> None:
    put = ELECTED.move(["uia05_fadhila"], "inl").move(["ris05_all"], "ka")
    for text in STEPS:
        assert as_of(put, text).coalition_of("uia05_fadhila") == "inl"
        assert as_of(put, text).coalition_of("ris05_all") == "ka"
    assert as_of(ELECTED, "2007-10").coalition_of("uia05_fadhila") is None
    back = as_of(as_of(ELECTED, "2007-10").move(["uia05_fadhila"], "inl"), "2006-06")
    assert back.coalition_of("uia05_fadhila") == "inl"


def test_who_was_taken_out_by_hand_is_not_brought_back_by_another_day() -> None:
    without = as_of(ELECTED, "2006-06").move(["uia05_isci"], None)
    for text in STEPS[1:]:
        assert as_of(without, text).coalition_of("uia05_isci") is None


def test_a_list_scattered_over_coalitions_leads_nobody() -> None:
    scattered = ELECTED.move(["uia05_isci", "uia05_ind"], "inl").move(["uia05_sadr"], "ka")
    for text in STEPS:
        assert same_but_for_date(as_of(scattered, text), scattered)


def test_a_cabinet_loses_who_leaves_its_list_and_gains_nobody_who_was_not_in_it() -> None:
    cabinet = DATASET.scenarios["cabinet_2006"]
    seats = [
        as_of(cabinet, text).seats_of("cabinet", CHAMBER)
        for text in ("2005-12-20", "2006-05-20", "2007-03-07", "2007-09-15")
    ]
    assert seats == [250, 250, 235, 207]
    back = follow(as_of(cabinet, "2007-09-15"), DATASET, cabinet.date)
    assert back.seats_of("cabinet", CHAMBER) == 250


def test_gorran_leaves_the_kurdish_bloc_in_october_2010_and_comes_back_in_september() -> None:
    june = DATASET.scenarios["national_alliance_2010"]
    november = as_of(june, "2010-11-01")
    assert november.coalition_of("gor10_all") is None
    assert november.coalition_of("kiu10_all") == "kurds"
    assert as_of(november, "2010-09-01").membership == june.membership


# -- what changed ----------------------------------------------------------------------------------


def test_the_seventh_of_march_2007_tells_that_fadhila_leaves_with_15_and_115_are_left() -> None:
    found = changes(ELECTED, DATASET, day("2007-03-06"), day("2007-03-07"))
    event, leaves = found[0], found[1]
    assert (event.kind, event.id) == (ChangeKind.EVENT, "e_fadhila_exit")
    assert leaves == Change(
        ChangeKind.LEAVES,
        day("2007-03-07"),
        PartialDate("2007-03-07"),
        "uia05_fadhila",
        "uia05",
        15,
        115,
    )


def test_two_that_leave_on_one_day_are_told_with_what_is_left_after_both() -> None:
    found = changes(ELECTED, DATASET, day("2007-09-14"), day("2007-09-15"))
    left = {c.id: (c.seats, c.total) for c in found if c.kind is ChangeKind.LEAVES}
    assert left == {"uia05_sadr": (28, 85), "ris05_all": (2, 85)}


def test_going_back_gives_the_same_changes_the_last_first() -> None:
    there = changes(ELECTED, DATASET, day("2006-01-01"), day("2008-01-01"))
    assert changes(ELECTED, DATASET, day("2008-01-01"), day("2006-01-01")) == there[::-1]
    assert changes(ELECTED, DATASET, day("2007-01-01"), day("2007-01-01")) == ()


# Dates as sources give them, of few days so that many are equal or within one another.
DAYS = st.dates(date(2006, 11, 1), date(2008, 2, 29))
PARTIAL = st.builds(
    lambda d, length: PartialDate(d.isoformat()[:length]), DAYS, st.sampled_from((4, 7, 7, 10, 10))
)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    ends = [draw(st.none() | PARTIAL), draw(st.none() | PARTIAL)]
    start, end = ends
    if start and end and end.latest < start.earliest:
        start, end = end, start
    return Period(start, end)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """The shipped dataset with other ties, events and memberships of lists."""
    kind, certain = TieKind.ALLY, Certainty.CERTAIN
    ties = {
        f"t{i}": Tie(f"t{i}", "isci", "dawa", kind, 1, period, certain, (), "")
        for i, period in enumerate(draw(st.lists(periods(), max_size=6)))
    }
    events = {
        f"e{i}": Event(f"e{i}", when, "", "", (), certain, ())
        for i, when in enumerate(draw(st.lists(PARTIAL, max_size=4)))
    }
    actors = dict(DATASET.actors)
    for actor in ("isci", "fadhila", "sadrists", "risaliyun", "tawafuq"):
        stays = tuple(Belonging("uia", "list", p) for p in draw(st.lists(periods(), max_size=2)))
        actors[actor] = replace(actors[actor], belongs_to=stays)
    return replace(DATASET, ties=ties, events=events, actors=actors)


def in_force(dataset: Dataset, on: date) -> Counter[str]:
    return Counter(tie.id for tie in dataset.ties.values() if tie.period.contains(on))


def members(dataset: Dataset, on: date) -> Counter[tuple[str, str]]:
    return Counter(
        (bloc.id, entry.id)
        for entry in CHAMBER.lists
        for bloc in caucus(entry, CHAMBER, dataset, on)
    )


def happened(dataset: Dataset, on: date) -> Counter[str]:
    return Counter(event.id for event in dataset.events.values() if event.date.latest <= on)


@given(datasets(), DAYS, DAYS)
def test_ties_in_force_are_those_before_and_those_begun_without_those_ended(
    dataset: Dataset, a: date, b: date
) -> None:
    a, b = min(a, b), max(a, b)
    found = changes(ELECTED, dataset, a, b)
    begun = Counter(c.id for c in found if c.kind is ChangeKind.TIE_BEGINS)
    ended = Counter(c.id for c in found if c.kind is ChangeKind.TIE_ENDS)
    assert in_force(dataset, b) == in_force(dataset, a) + begun - ended
    assert in_force(dataset, a) + begun == in_force(dataset, b) + ended


@given(datasets(), DAYS, DAYS)
def test_all_changes_played_in_order_lead_to_the_state_of_the_last_day(
    dataset: Dataset, a: date, b: date
) -> None:
    a, b = min(a, b), max(a, b)
    ties, sitting, past = in_force(dataset, a), members(dataset, a), happened(dataset, a)
    for change in changes(ELECTED, dataset, a, b):
        place = (change.id, change.list_id)
        match change.kind:
            case ChangeKind.EVENT:
                past[change.id] += 1
            case ChangeKind.JOINS:
                sitting[place] += 1
            case ChangeKind.LEAVES:
                assert sitting[place] > 0
                sitting[place] -= 1
            case ChangeKind.TIE_BEGINS:
                ties[change.id] += 1
            case ChangeKind.TIE_ENDS:
                assert ties[change.id] > 0
                ties[change.id] -= 1
    assert +ties == in_force(dataset, b)
    assert +sitting == members(dataset, b)
    assert past == happened(dataset, b)


@given(datasets(), DAYS, DAYS, DAYS)
def test_what_changed_by_way_of_a_day_is_what_changed_at_all(
    dataset: Dataset, a: date, b: date, c: date
) -> None:
    a, b, c = sorted((a, b, c))
    first, second = changes(ELECTED, dataset, a, b), changes(ELECTED, dataset, b, c)
    assert first + second == changes(ELECTED, dataset, a, c)
    assert changes(ELECTED, dataset, c, b) + changes(ELECTED, dataset, b, a) == (
        changes(ELECTED, dataset, c, a)
    )


@given(datasets(), DAYS)
def test_the_eve_and_the_day_differ_by_what_the_day_tells(dataset: Dataset, on: date) -> None:
    eve = on - timedelta(days=1)
    told = changes(ELECTED, dataset, eve, on)
    assert all(change.day == on for change in told)
    if not told:
        assert in_force(dataset, on) == in_force(dataset, eve)
        assert members(dataset, on) == members(dataset, eve)


@given(datasets(), PARTIAL)
def test_lists_that_follow_move_only_who_joined_or_left(
    dataset: Dataset, when: PartialDate
) -> None:
    moved = follow(ELECTED, dataset, when)
    between = changes(ELECTED, dataset, ELECTED.date.latest, when.latest)
    named = {c.id for c in between if c.list_id}
    differ = {b.id for b in CHAMBER.blocs if moved.coalition_of(b.id) != ELECTED.coalition_of(b.id)}
    assert differ <= named
    assert moved.date == when


# -- steps -----------------------------------------------------------------------------------------


def test_events_come_in_order_of_time_and_of_one_day_the_more_exact_first() -> None:
    def event(id_: str, when: str) -> Event:
        return Event(id_, PartialDate(when), "", "", (), Certainty.CERTAIN, ())

    given_ = [
        event("b", "2007"),
        event("a", "2007-12-31"),
        event("c", "2007-12"),
        event("d", "2006"),
    ]
    dataset = replace(DATASET, events={e.id: e for e in given_})
    assert [e.id for e in events_of(dataset)] == ["d", "a", "c", "b"]


def test_going_from_event_to_event_visits_each_once_both_ways() -> None:
    events = events_of(DATASET)
    when, at, seen = span(DATASET)[0], "", []
    while (event := event_beside(events, when, at, +1)) is not None:
        seen.append(event.id)
        when, at = event.date.latest, event.id
    assert seen == [e.id for e in events]
    back = []
    while (event := event_beside(events, when, at, -1)) is not None:
        back.append(event.id)
        when, at = event.date.latest, event.id
    assert back == seen[-2::-1]


def test_two_events_of_one_day_are_both_on_the_way() -> None:
    first = DATASET.events["e_fadhila_exit"]
    twin = replace(first, id="e_twin")
    events = events_of(replace(DATASET, events={"e_fadhila_exit": first, "e_twin": twin}))
    found = event_beside(events, day("2007-01-01"), "", +1)
    assert found is first
    assert event_beside(events, first.date.latest, first.id, +1) is twin
    assert event_beside(events, first.date.latest, twin.id, +1) is None
    assert event_beside(events, first.date.latest, twin.id, -1) is first


def test_from_a_day_between_two_events_the_way_leads_to_either() -> None:
    events = events_of(DATASET)
    ahead = event_beside(events, day("2007-03-20"), "", +1)
    behind = event_beside(events, day("2007-03-20"), "", -1)
    assert ahead is not None
    assert behind is not None
    assert (behind.id, ahead.id) == ("e_fadhila_exit", "e_sadr_min")


def test_the_span_holds_every_event_scenario_and_election() -> None:
    first, last = span(DATASET)
    for event in DATASET.events.values():
        assert first < event.date.earliest
        assert event.date.latest < last
    for scenario in DATASET.scenarios.values():
        assert first < scenario.date.earliest
        assert scenario.date.latest < last


def test_an_event_offers_the_scenario_of_its_days() -> None:
    events = DATASET.events
    cabinet = scenario_at(DATASET, events["e_gov06"])
    assert cabinet is not None
    assert cabinet.name == "May 2006: first Maliki cabinet"
    sofa = scenario_at(DATASET, events["e_sofa"])
    assert sofa is not None
    assert sofa.origin == "sofa_2008" or sofa is DATASET.scenarios["sofa_2008"]
    assert scenario_at(DATASET, events["e_prov09"]) is None


def test_between_turning_days_the_network_is_the_same() -> None:
    turns = turning_days(DATASET)
    assert list(turns) == sorted(set(turns))
    for before, after in pairwise(turns[::9]):
        inside = [turn for turn in turns if before < turn < after]
        last = (inside[0] if inside else after) - timedelta(days=1)
        drawn = [
            DATASET.network(replace(ELECTED, date=PartialDate(on.isoformat())), Detail.EVERYONE)
            for on in (before, last)
        ]
        assert drawn[0] == drawn[1]
