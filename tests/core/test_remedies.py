import pytest

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.legislature import LegislatureType, legislature_type
from iraq_explorer.core.network import TieKind
from iraq_explorer.core.remedies import divided_anew, hostile_links, mended, shifted
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import standing_of
from iraq_explorer.core.tie_change import Assumption, TieChange
from iraq_explorer.core.what_if import NOTHING, Part
from iraq_explorer.storage.resources import shipped_dataset


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


@pytest.fixture
def scenario(dataset: Dataset) -> Scenario:
    return dataset.scenarios["maliki_sadr_2010"]


def hostile_inside(dataset: Dataset, scenario: Scenario) -> int:
    blocs = [bloc.id for bloc in dataset.chamber_of(scenario).blocs]
    standing = standing_of(dataset.network(scenario), blocs)
    inside = [b for b, home in scenario.membership.items() if home == "sol"]
    return standing.inside(standing.mask(inside)).hostile


def test_a_mended_pair_is_no_longer_hostile(dataset: Dataset, scenario: Scenario) -> None:
    assert hostile_inside(dataset, scenario) == 1
    links = hostile_links(dataset.network(scenario), [("ina10_sadr", "sol10_all")])
    assert hostile_inside(dataset, mended(scenario, links)) == 0


def test_a_hostile_tie_that_was_only_assumed_is_gone(dataset: Dataset, scenario: Scenario) -> None:
    quiet = mended(
        scenario, hostile_links(dataset.network(scenario), [("sol10_all", "ina10_sadr")])
    )
    chamber = dataset.chamber_of(scenario)
    ends = [chamber.bloc_by_id[b].actor for b in ("sol10_all", "ina10_sadr")]
    made_up = quiet.with_tie_change(TieChange(Assumption.ADDED, "new", *ends, TieKind.RIVAL))
    assert hostile_inside(dataset, made_up) == 1
    links = hostile_links(dataset.network(made_up), [("sol10_all", "ina10_sadr")])
    assert mended(made_up, links) == quiet


def test_seats_come_from_the_largest_who_can_give_and_go_to_the_largest(
    dataset: Dataset, scenario: Scenario
) -> None:
    official = dataset.official_chamber(scenario)
    after = shifted(scenario, official, 30, ["ka10_kdp", "ka10_puk"], ["sol10_all", "ina10_sadr"])
    seats = {b.id: b.seats for b in dataset.chamber_of(after).blocs}
    assert (seats["ka10_kdp"], seats["ka10_puk"], seats["sol10_all"]) == (0, 13, 119)
    assert after.seats_of("sol", dataset.chamber_of(after)) == 159


def test_what_is_split_neither_gives_nor_gets(dataset: Dataset, scenario: Scenario) -> None:
    official = dataset.official_chamber(scenario)
    parts = (Part("sol10_all", "Dawa", 80), Part("sol10_all/others", "Others", 9))
    split = scenario.with_what_if(NOTHING.split("sol10_all", parts), official)
    after = shifted(split, official, 2, ["gor10_all"], ["sol10_all", "ina10_sadr"])
    assert dataset.chamber_of(after).bloc_by_id["ina10_sadr"].seats == 42
    for givers, takers in ((["sol10_all"], ["gor10_all"]), (["gor10_all"], ["sol10_all"])):
        with pytest.raises(ValueError, match="merge what is split"):
            shifted(split, official, 2, givers, takers)


def test_seats_of_lists_can_be_divided_anew(dataset: Dataset, scenario: Scenario) -> None:
    official = dataset.official_chamber(scenario)
    before = {entry.id: entry.seats for entry in official.lists}
    wanted = before | {"irq10": 92, "ina10": 71, "ka10": 42, "gor10": 7}
    after = dataset.chamber_of(divided_anew(scenario, official, before, wanted))
    assert {entry.id: entry.seats for entry in after.lists} == wanted
    seats = [entry.seats for entry in after.lists]
    assert legislature_type(seats, 163) is LegislatureType.STRONGLY_DOMINANT
