import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import COLOURS, Coalition, RecordedVote, Scenario, VoteReport
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).filter(
    lambda word: bool(word.strip())
)
free_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
counts = st.integers(0, 999)
dates = st.one_of(
    st.dates().map(lambda day: PartialDate(day.isoformat())),
    st.dates().map(lambda day: PartialDate(day.isoformat()[:7])),
    st.integers(1900, 2100).map(lambda year: PartialDate(str(year))),
)
coordinates = st.floats(allow_nan=False, allow_infinity=False)
names = st.lists(words, max_size=3).map(tuple)
vote_reports = st.builds(VoteReport, in_favour=counts, sources=names, note=free_text)
votes = st.builds(
    RecordedVote,
    question=free_text,
    present=counts,
    in_favour=counts,
    against=counts,
    sources=names,
    reports=st.lists(vote_reports, max_size=2).map(tuple),
    note=free_text,
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    ids = draw(st.lists(words, max_size=4, unique=True))
    coalitions = tuple(
        Coalition(identity, draw(free_text), draw(st.integers(0, COLOURS - 1))) for identity in ids
    )
    membership = draw(st.dictionaries(words, st.sampled_from(ids), max_size=6)) if ids else {}
    custom_quota = draw(st.none() | st.integers(1, 999))
    return Scenario(
        name=draw(free_text),
        chamber=draw(words),
        date=draw(dates),
        rule=draw(words if custom_quota is None else words | st.just("")),
        custom_quota=custom_quota,
        present=draw(st.none() | counts),
        coalitions=coalitions,
        membership=membership,
        placements=draw(st.dictionaries(words, st.tuples(coordinates, coordinates), max_size=3)),
        note=draw(free_text),
        tags=draw(names),
        sources=draw(names),
        vote=draw(st.none() | votes),
        origin=draw(words | st.just("")),
    )


@given(scenarios())
def test_every_scenario_survives_the_way_through_a_file(scenario: Scenario) -> None:
    written = json.dumps(scenario_to_json(scenario), allow_nan=False)
    assert scenario_from_json(json.loads(written)) == scenario


@given(scenarios())
def test_the_order_in_which_blocs_joined_a_coalition_survives(scenario: Scenario) -> None:
    again = scenario_from_json(scenario_to_json(scenario))
    for coalition in scenario.coalitions:
        before = [b for b, place in scenario.membership.items() if place == coalition.id]
        after = [b for b, place in again.membership.items() if place == coalition.id]
        assert after == before


def smallest() -> dict[str, Any]:
    return {"name": "A", "chamber": "cor", "date": "2010-10-01", "rule": "absolute_majority"}


def test_the_smallest_form_has_four_fields_and_is_written_back_as_it_was() -> None:
    assert scenario_to_json(scenario_from_json(smallest())) == smallest()


def test_nobody_present_is_written_because_zero_is_not_the_same_as_not_said() -> None:
    form = {**smallest(), "present": 0}
    assert scenario_to_json(scenario_from_json(form)) == form


def test_a_custom_quota_stands_in_for_the_rule() -> None:
    form = smallest()
    del form["rule"]
    form["custom_quota"] = 150
    assert scenario_to_json(scenario_from_json(form)) == form


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": 7}, "name"),
        ({"chamber": ""}, "chamber"),
        ({"date": "2010-02-30"}, "date"),
        ({"date": "yesterday"}, "date"),
        ({"date": 2010}, "date"),
        ({"rule": None}, "rule"),
        ({"custom_quota": 0}, "custom_quota"),
        ({"custom_quota": 1.5}, "custom_quota"),
        ({"custom_quota": True}, "custom_quota"),
        ({"present": -1}, "present"),
        ({"present": "198"}, "present"),
        ({"coalitions": {}}, "coalitions"),
        ({"coalitions": ["c1"]}, "coalitions[0]"),
        ({"coalitions": [{"id": "c1", "name": "C"}]}, "coalitions[0].colour"),
        ({"coalitions": [{"id": "c1", "name": "C", "colour": 10}]}, "coalitions[0].colour"),
        ({"coalitions": [{"id": "c1", "name": 1, "colour": 1}]}, "coalitions[0].name"),
        (
            {"coalitions": [{"id": "c", "name": "C", "colour": 1, "blocs": [5]}]},
            "coalitions[0].blocs[0]",
        ),
        (
            {"coalitions": [{"id": "c", "name": "C", "colour": 1, "blocs": ["a", "a"]}]},
            "coalitions[0].blocs",
        ),
        ({"coalitions": [{"id": "c", "name": "C", "colour": 1}] * 2}, "coalitions[1].id"),
        ({"coalitions": [{"id": "c", "name": "C", "colour": 1, "x": 1}]}, "coalitions[0].x"),
        ({"placements": {"a": [1.0]}}, "placements.a"),
        ({"placements": {"a": [1.0, float("nan")]}}, "placements.a"),
        ({"placements": {"a": [1.0, float("inf")]}}, "placements.a"),
        ({"placements": {"a": [1.0, 10**400]}}, "placements.a"),
        ({"placements": {"a": [1.0, True]}}, "placements.a"),
        ({"placements": [1, 2]}, "placements"),
        ({"tags": "tag"}, "tags"),
        ({"sources": [""]}, "sources[0]"),
        ({"note": []}, "note"),
        ({"vote": "yes"}, "vote"),
        ({"vote": {}}, "vote.question"),
        ({"origin": ""}, "origin"),
        ({"colour": 1}, "colour"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, Any], field: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{field}: ")):
        scenario_from_json({**smallest(), **change})


@pytest.mark.parametrize("field", ["name", "chamber", "date", "rule"])
def test_a_missing_field_is_named(field: str) -> None:
    form = smallest()
    del form[field]
    with pytest.raises(ValueError, match=f"{field}: is missing"):
        scenario_from_json(form)


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="scenario: should be an object"):
        scenario_from_json(data)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"date: .*; name: "):
        scenario_from_json({**smallest(), "name": 1, "date": "x"})
