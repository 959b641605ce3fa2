from dataclasses import replace

import pytest

from iraq_explorer.core.alt_text import (
    MOST_PAIRS,
    TEMPLATES,
    alternative_text,
    day_in_english,
    description,
    filled,
)
from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.what_if import WhatIf
from iraq_explorer.storage.resources import shipped_dataset

SHIPPED = shipped_dataset()
OPENING = SHIPPED.scenarios[SHIPPED.opening_scenario]


@pytest.fixture
def dataset(chamber: Chamber, scenario: Scenario) -> Dataset:
    return Dataset("small", "Small", "1", "", {chamber.id: chamber}, {}, {}, {}, {}, {})


def test_a_scenario_is_told_in_one_paragraph(dataset: Dataset, scenario: Scenario) -> None:
    assert alternative_text(scenario, dataset) == (
        "“Law with the Clerics”: who stands with whom in the Small chamber, 100 seats, "
        "October 2010. The rule is Absolute majority (Art. 76): 51 of 100 seats are needed. "
        "Red has 58 seats, 7 over 51: Clerics 30 and Law 28. "
        "Blue has 20 seats, 31 short of 51: North 20. "
        "In no coalition, with 22 seats: Workers 15, Alliance-rest 5 and Minority 2. "
        "Red reaches the quota."
    )


def test_what_is_missing_is_said(dataset: Dataset, scenario: Scenario) -> None:
    none = replace(scenario, coalitions=(), membership={})
    assert "Nobody is in a coalition." in alternative_text(none, dataset)
    without = scenario.move(["north"], None)
    assert "Blue has no blocs." in alternative_text(without, dataset)
    assert "No coalition reaches the quota; Red comes nearest." in alternative_text(
        scenario.with_quota(90), dataset
    )


def test_equals_are_named_and_one_seat_is_one(dataset: Dataset, scenario: Scenario) -> None:
    equal = scenario.move(["clerics"], None).move(["minority"], "blue").move(["law"], None)
    equal = equal.move(["north"], "red").move(["workers", "alliance-rest"], "blue")
    equal = equal.move(["minority"], None)
    assert "Red and Blue have equally many seats, the most." in alternative_text(equal, dataset)


def test_a_quota_by_hand_and_members_present_are_told(dataset: Dataset, scenario: Scenario) -> None:
    assert "set by hand: 60 of 100" in alternative_text(scenario.with_quota(60), dataset)
    present = scenario.with_rule("present").with_present(81)
    assert "41 of 81 members present" in alternative_text(present, dataset)


def test_a_name_with_braces_is_no_template(dataset: Dataset, scenario: Scenario) -> None:
    named = replace(scenario, name="{seats} {0}").change_coalition("red", name="{name}")
    told = alternative_text(named, dataset)
    assert told.startswith("“{seats} {0}”")
    assert "{name} reaches the quota." in told


def test_assumed_seats_are_told_as_such() -> None:
    chamber = SHIPPED.chamber_of(OPENING)
    assumed = WhatIf().transfer(chamber, "ka10_kdp", 3, "ka10_puk")
    told = alternative_text(OPENING.with_what_if(assumed, chamber), SHIPPED)
    assert "Assumed, not official: KDP 29 instead of 26 and PUK 14 instead of 17." in told


@pytest.mark.parametrize("scenario", SHIPPED.scenarios.values(), ids=lambda s: s.origin)
def test_every_built_in_scenario_tells_its_facts(scenario: Scenario) -> None:
    chamber = SHIPPED.chamber_of(scenario)
    told = alternative_text(scenario, SHIPPED)
    assert "{" not in told
    assert "\n" not in told
    for bloc in chamber.blocs:
        assert bloc.name.label in told
    for coalition in scenario.coalitions:
        assert f"{coalition.name} has {scenario.seats_of(coalition.id, chamber)} seat" in told
    assert str(scenario.quota(chamber)) in told


def test_notable_ties_are_those_that_strain_a_coalition_or_cross_it() -> None:
    told = alternative_text(OPENING, SHIPPED)
    assert "Rivals within State of Law + Sadrists: State of Law – Sadrists." in told
    assert "Friendly across coalitions: State of Law – KDP" in told
    friendly = told.partition("Friendly ties with states: ")[2].partition(".")[0]
    assert "State of Law – Iran" in friendly
    assert friendly.count("–") == MOST_PAIRS
    assert friendly.endswith(" and 7 more")
    apart = OPENING.move(["ina10_sadr"], None)
    assert "Rivals within" not in alternative_text(apart, SHIPPED)


def test_a_recorded_vote_is_told_with_the_other_figures() -> None:
    (scenario,) = (s for s in SHIPPED.scenarios.values() if s.vote)
    told = alternative_text(scenario, SHIPPED)
    assert "144 of 198 present were in favour and 35 against: it passes." in told
    assert "Other reports count 149 and 145 in favour." in told


def test_every_template_can_be_translated() -> None:
    seen: set[str] = set()

    def mark(text: str) -> str:
        seen.add(text)
        return f"<{text}>"

    for scenario in (*SHIPPED.scenarios.values(), OPENING.with_quota(5)):
        for phrase in description(scenario, SHIPPED):
            filled(phrase, mark, lambda day: day.text)
    own = {text for text in seen if " " in text and text not in {"{word}"}}
    assert len(own & set(TEMPLATES)) > 15


@pytest.mark.parametrize(
    ("day", "told"),
    [("2010", "2010"), ("2010-03", "March 2010"), ("2010-03-07", "7 March 2010")],
)
def test_a_date_is_as_precise_as_it_is_known(day: str, told: str) -> None:
    assert day_in_english(PartialDate(day)) == told
