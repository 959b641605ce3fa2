import json
from dataclasses import replace

import pytest

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Source
from iraq_explorer.core.report import headline_text, scenario_report, scenario_row
from iraq_explorer.core.scenario import RecordedVote, Scenario, VoteReport
from iraq_explorer.core.what_if import Part
from tests.core.conftest import bloc


@pytest.fixture
def dataset(chamber: Chamber, scenario: Scenario) -> Dataset:
    return Dataset(
        id="small",
        title="Small",
        version="1",
        opening_scenario="opening",
        chambers={chamber.id: chamber},
        actors={},
        ties={},
        events={},
        sources={"s1": Source("s1", "A newspaper")},
        scenarios={"opening": scenario},
    )


VOTE = RecordedVote(
    "Ratify?", 80, 44, 30, ("s1",), (VoteReport(49, ("s1",), "another count"),), "Some left."
)


def test_the_headline_is_the_leading_coalition_against_the_line(
    dataset: Dataset, scenario: Scenario
) -> None:
    assert headline_text(scenario, dataset) == "58 seats: 7 over 51"
    assert headline_text(scenario.with_rule("two-thirds"), dataset) == "58 seats: 9 short of 67"
    assert headline_text(scenario.with_quota(58), dataset) == (
        "58 seats: exactly 58, none to spare"
    )


def test_without_a_coalition_the_headline_says_so(dataset: Dataset, scenario: Scenario) -> None:
    empty = scenario.delete_coalition("red").delete_coalition("blue")
    assert headline_text(empty, dataset) == "no coalition yet, 51 needed"
    assert scenario_report(empty, dataset)["unaligned"]["seats"] == 100


def test_a_vote_that_took_place_is_told_as_reported(dataset: Dataset, scenario: Scenario) -> None:
    voted = replace(scenario.with_rule("present"), present=80, vote=VOTE)
    assert headline_text(voted, dataset) == "44 of 80 present: passes, 41 needed"
    assert headline_text(voted.with_rule("majority"), dataset) == (
        "44 of 80 present: fails, 51 needed"
    )
    told = scenario_report(voted, dataset)["reported_vote"]
    assert (told["for"], told["against"], told["present"]) == (44, 30, 80)
    assert told["other_reports"] == [{"for": 49, "sources": ["s1"], "note": "another count"}]


def test_the_row_of_a_scenario_says_what_the_list_shows(
    dataset: Dataset, scenario: Scenario
) -> None:
    assert scenario_row(replace(scenario, origin="opening", tags=("autumn",)), dataset) == {
        "name": "Law with the Clerics",
        "date": "2010-10",
        "chamber": "small",
        "seats": 58,
        "quota": 51,
        "verdict": "58 seats: 7 over 51",
        "built_in": True,
        "tags": ["autumn"],
    }


def test_the_report_is_json_with_every_bloc_in_one_place(
    dataset: Dataset, scenario: Scenario
) -> None:
    told = json.loads(json.dumps(scenario_report(scenario, dataset)))
    assert told["chamber"] == {"id": "small", "name": "Small chamber", "seats": 100}
    assert told["rule"] == {"id": "majority", "quota": 51}
    red, blue = told["coalitions"]
    assert (red["name"], red["seats"], red["short"], red["over"]) == ("Red", 58, 0, 7)
    assert (blue["name"], blue["seats"], blue["short"], blue["over"]) == ("Blue", 20, 31, 0)
    assert told["unaligned"]["seats"] == 22
    places = (red, blue, told["unaligned"])
    assert sum(bloc["seats"] for place in places for bloc in place["blocs"]) == 100
    assert red["blocs"][0] == {
        "id": "clerics",
        "name": "Clerics",
        "seats": 30,
        "certainty": "certain",
    }


def test_the_report_gives_every_rule_with_its_verdict(dataset: Dataset, scenario: Scenario) -> None:
    rules = scenario_report(replace(scenario, present=60), dataset)["rules"]
    assert [(rule["id"], rule["quota"], rule["verdict"]) for rule in rules] == [
        ("majority", 51, "7 over 51"),
        ("two-thirds", 67, "9 short of 67"),
        ("present", 31, "27 over 31"),
    ]


def test_a_quota_of_ones_own_is_no_rule_of_the_chamber(
    dataset: Dataset, scenario: Scenario
) -> None:
    told = scenario_report(scenario.with_quota(60), dataset)
    assert told["rule"] == {"id": None, "quota": 60}


def test_a_disputed_bloc_is_told_with_its_range(
    dataset: Dataset, chamber: Chamber, scenario: Scenario
) -> None:
    disputed = replace(
        chamber,
        blocs=tuple(
            bloc(b.id, seats_low=27, seats_high=31) if b.id == "law" else b for b in chamber.blocs
        ),
    )
    told = scenario_report(scenario, replace(dataset, chambers={"small": disputed}))
    ranges = [b.get("seats_range") for b in told["coalitions"][0]["blocs"]]
    assert ranges == [None, [27, 31]]


def test_totals_carry_the_range_that_sources_give(
    dataset: Dataset, chamber: Chamber, scenario: Scenario
) -> None:
    wide = {"clerics": (28, 31), "workers": (13, 16)}
    disputed = replace(
        chamber,
        blocs=tuple(
            bloc(b.id, seats_low=wide[b.id][0], seats_high=wide[b.id][1]) if b.id in wide else b
            for b in chamber.blocs
        ),
    )
    dataset = replace(dataset, chambers={"small": disputed})
    told = scenario_report(scenario, dataset)
    assert [c.get("seats_range") for c in told["coalitions"]] == [[57, 59], None]
    assert told["unaligned"]["seats_range"] == [21, 23]
    assert scenario_row(scenario, dataset)["seats_range"] == [57, 59]
    assert "seats_range" not in scenario_row(scenario.move(["clerics"], None), dataset)


def test_assumed_seats_are_told_with_the_official_figure(
    dataset: Dataset, scenario: Scenario
) -> None:
    parts = (Part("clerics", "Clerics", 22), Part("clerics/2", "White Clerics", 8))
    fewer = scenario.what_if.split("clerics", parts).transfer(
        dataset.chambers["small"], "north", -3, None
    )
    told = scenario_report(dataset.assume(scenario, fewer), dataset)
    assert told["coalitions"][0]["blocs"][1] == {
        "id": "clerics/2",
        "name": "White Clerics",
        "seats": 8,
        "certainty": "hypothetical",
        "official_seats": 30,
    }
    assert told["vacant"] == 3
    assert "vacant" not in scenario_report(scenario, dataset)


def test_sources_are_told_with_their_titles_and_unknown_ones_left_out(
    dataset: Dataset, scenario: Scenario
) -> None:
    told = scenario_report(replace(scenario, sources=("s1", "lost")), dataset)
    assert told["sources"] == [{"id": "s1", "title": "A newspaper"}]


def test_the_network_of_a_month_is_that_of_its_last_day(
    dataset: Dataset, scenario: Scenario
) -> None:
    assert dataset.day_of(scenario).isoformat() == "2010-10-31"
    day = replace(scenario, date=PartialDate("2010-10-01"))
    assert dataset.day_of(day).isoformat() == "2010-10-01"
    assert len(dataset.network(scenario).nodes) == 6
