"""What a scenario assumes on its way through JSON, and every fault of it named."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.tie_change import FRIENDLY_KINDS, HOSTILE_KINDS, Assumption, TieChange
from iraq_explorer.core.what_if import Part, WhatIf
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).filter(
    lambda word: bool(word.strip())
)
free_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
counts = st.integers(0, 999)
names = st.lists(words, max_size=3).map(tuple)

parts = st.lists(st.builds(Part, words, free_text, counts), min_size=1, max_size=3).map(tuple)
what_ifs = st.builds(
    WhatIf,
    seats=st.dictionaries(words, counts, max_size=3),
    splits=st.dictionaries(words, parts, max_size=3),
    followers=st.dictionaries(words, counts, max_size=3),
)


@st.composite
def constraints(draw: st.DrawFn) -> Constraint:
    kind = draw(st.sampled_from(ConstraintKind))
    bloc, other = draw(st.lists(words, min_size=2, max_size=2, unique=True))
    return Constraint(kind, bloc, other if kind.of_two else "", draw(names))


@st.composite
def tie_changes(draw: st.DrawFn) -> TieChange:
    assumption = draw(st.sampled_from(Assumption))
    if assumption is not Assumption.ADDED:
        return TieChange(assumption, draw(words), note=draw(free_text))
    a, b = draw(st.lists(words, min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from((*FRIENDLY_KINDS, *HOSTILE_KINDS)))
    return TieChange(assumption, draw(words), a, b, kind, draw(free_text))


amounts = st.builds(Amount, st.integers(0, 100), st.booleans())
stances = st.sampled_from(Stance)
conducts = st.builds(Conduct, stances, amounts, amounts, stances)
roll_calls = st.builds(
    RollCall, free_text, st.dictionaries(words, conducts, max_size=3), conducts, free_text
)
disregards = st.builds(
    Disregard,
    st.frozensets(words, max_size=3),
    st.frozensets(st.sampled_from(Certainty), max_size=3),
)
scenarios = st.builds(
    Scenario,
    name=st.just("A"),
    chamber=st.just("cor"),
    date=st.just(PartialDate("2010-10")),
    rule=st.just("absolute_majority"),
    what_if=what_ifs,
    constraints=st.lists(constraints(), max_size=3).map(tuple),
    tie_changes=st.lists(tie_changes(), max_size=3, unique_by=lambda c: c.tie).map(tuple),
    disregarded=disregards,
    roll_call=st.none() | roll_calls,
)


@given(scenarios)
def test_what_a_scenario_assumes_survives_the_way_through_a_file(scenario: Scenario) -> None:
    written = json.dumps(scenario_to_json(scenario), allow_nan=False)
    again = scenario_from_json(json.loads(written))
    assert again == scenario
    assert hash(again.what_if) == hash(scenario.what_if)
    assert json.dumps(scenario_to_json(again)) == written


def smallest() -> dict[str, Any]:
    return {"name": "A", "chamber": "cor", "date": "2010-10-01", "rule": "absolute_majority"}


SPLIT = {
    "what_if": {
        "seats": {"sol": 91},
        "splits": {
            "irq": [
                {"id": "irq", "name": "Iraqiya", "seats": 83},
                {"id": "irq/2", "name": "White Iraqiya", "seats": 8},
            ]
        },
        "followers": {"irq/2": 6},
    }
}


def test_a_split_is_written_as_people_would_read_it() -> None:
    scenario = replace(
        scenario_from_json(smallest()),
        what_if=WhatIf(
            {"sol": 91},
            {"irq": (Part("irq", "Iraqiya", 83), Part("irq/2", "White Iraqiya", 8))},
            {"irq/2": 6},
        ),
    )
    assert scenario_to_json(scenario) == smallest() | SPLIT
    assert scenario_from_json(smallest() | SPLIT) == scenario


def test_a_form_that_assumes_nothing_is_read_and_written_as_before() -> None:
    scenario = scenario_from_json(smallest())
    assert not scenario.what_if
    assert scenario.roll_call is None
    assert not scenario.disregarded
    assert scenario_to_json(scenario) == smallest()


def test_a_vote_is_written_without_what_goes_without_saying() -> None:
    vote = RollCall("", {"sol": Conduct(Stance.FOR, Amount(80, percent=False))})
    form = scenario_to_json(replace(scenario_from_json(smallest()), roll_call=vote))
    assert form["roll_call"] == {
        "blocs": {"sol": {"stance": "for", "attendance": {"heads": 80}}},
        "others": {"stance": "absent"},
    }


PART = {"id": "irq", "name": "Iraqiya", "seats": 83}
ADDED = {"assumption": "added", "tie": "t", "source": "a", "target": "b", "kind": "ally"}
AYE = {"stance": "for"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"what_if": []}, "what_if"),
        ({"what_if": {"colour": 1}}, "what_if.colour"),
        ({"what_if": {"seats": [1]}}, "what_if.seats"),
        ({"what_if": {"seats": {"sol": -1}}}, "what_if.seats.sol"),
        ({"what_if": {"seats": {"sol": 1.5}}}, "what_if.seats.sol"),
        ({"what_if": {"seats": {"sol": True}}}, "what_if.seats.sol"),
        ({"what_if": {"followers": {"sol": "all"}}}, "what_if.followers.sol"),
        ({"what_if": {"followers": None}}, "what_if.followers"),
        ({"what_if": {"splits": []}}, "what_if.splits"),
        ({"what_if": {"splits": {"irq": {}}}}, "what_if.splits.irq"),
        ({"what_if": {"splits": {"irq": []}}}, "what_if.splits.irq"),
        ({"what_if": {"splits": {"irq": [5]}}}, "what_if.splits.irq[0]"),
        ({"what_if": {"splits": {"irq": [{**PART, "id": ""}]}}}, "what_if.splits.irq[0].id"),
        ({"what_if": {"splits": {"irq": [{**PART, "name": 1}]}}}, "what_if.splits.irq[0].name"),
        ({"what_if": {"splits": {"irq": [{**PART, "seats": -8}]}}}, "what_if.splits.irq[0].seats"),
        ({"what_if": {"splits": {"irq": [{**PART, "x": 1}]}}}, "what_if.splits.irq[0].x"),
        ({"constraints": {}}, "constraints"),
        ({"constraints": [{"kind": "hates", "bloc": "a"}]}, "constraints[0].kind"),
        ({"constraints": [{"kind": "apart"}]}, "constraints[0].bloc"),
        ({"constraints": [{"kind": "apart", "bloc": "a"}]}, "constraints[0].other"),
        ({"constraints": [{"kind": "apart", "bloc": "a", "other": "a"}]}, "constraints[0].other"),
        (
            {"constraints": [{"kind": "required", "bloc": "a", "other": "b"}]},
            "constraints[0].other",
        ),
        ({"constraints": [{"kind": "leads", "bloc": "a", "ties": "t"}]}, "constraints[0].ties"),
        ({"constraints": [{"kind": "leads", "bloc": "a", "x": 1}]}, "constraints[0].x"),
        ({"tie_changes": [{"assumption": "ended"}]}, "tie_changes[0].tie"),
        ({"tie_changes": [{"assumption": "forgot", "tie": "t"}]}, "tie_changes[0].assumption"),
        ({"tie_changes": [{"assumption": "ended", "tie": "t"}] * 2}, "tie_changes[1].tie"),
        ({"tie_changes": [{**ADDED, "kind": "likes"}]}, "tie_changes[0].kind"),
        ({"tie_changes": [{**ADDED, "kind": "member-of"}]}, "tie_changes[0].tie"),
        ({"tie_changes": [{**ADDED, "target": "a"}]}, "tie_changes[0].tie"),
        ({"tie_changes": [{**ADDED, "note": 1}]}, "tie_changes[0].note"),
        ({"tie_changes": [{**ADDED, "x": 1}]}, "tie_changes[0].x"),
        ({"disregarded": 1}, "disregarded"),
        ({"disregarded": {"sources": [""]}}, "disregarded.sources[0]"),
        ({"disregarded": {"certainties": ["sure"]}}, "disregarded.certainties[0]"),
        ({"disregarded": {"authors": []}}, "disregarded.authors"),
        ({"roll_call": []}, "roll_call"),
        ({"roll_call": {"question": "?"}}, "roll_call.others"),
        ({"roll_call": {"others": {"stance": "shouts"}}}, "roll_call.others.stance"),
        ({"roll_call": {"others": {**AYE, "attendance": 5}}}, "roll_call.others.attendance"),
        (
            {"roll_call": {"others": {**AYE, "attendance": {"percent": 101}}}},
            "roll_call.others.attendance",
        ),
        (
            {"roll_call": {"others": {**AYE, "cohesion": {"heads": -1}}}},
            "roll_call.others.cohesion.heads",
        ),
        (
            {"roll_call": {"others": {**AYE, "cohesion": {"heads": 1, "percent": 1}}}},
            "roll_call.others.cohesion.heads",
        ),
        ({"roll_call": {"others": {**AYE, "x": 1}}}, "roll_call.others.x"),
        ({"roll_call": {"others": AYE, "blocs": []}}, "roll_call.blocs"),
        ({"roll_call": {"others": AYE, "blocs": {"sol": None}}}, "roll_call.blocs.sol"),
        ({"roll_call": {"others": AYE, "blocs": {"sol": {}}}}, "roll_call.blocs.sol.stance"),
        ({"roll_call": {"others": AYE, "x": 1}}, "roll_call.x"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, Any], field: str) -> None:
    with pytest.raises(ValueError, match=rf"(^|; ){re.escape(field)}: "):
        scenario_from_json({**smallest(), **change})


def test_all_faults_are_told_at_once() -> None:
    wrong = {
        **smallest(),
        "what_if": {"seats": {"a": -1}, "splits": {"b": [{"id": 1}]}},
        "constraints": [{"kind": "apart", "bloc": "a"}],
        "roll_call": {},
    }
    with pytest.raises(ValueError, match=r"seats\.a: .*splits\.b\[0\].*constraints.*others"):
        scenario_from_json(wrong)
