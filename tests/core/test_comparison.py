from dataclasses import replace
from fractions import Fraction

import pytest

from iraq_explorer.core.comparison import compare, continued, what_happened
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.storage.resources import shipped_dataset


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


def test_a_scenario_compared_with_itself_shows_no_difference(dataset: Dataset) -> None:
    for scenario in dataset.scenarios.values():
        same = compare(scenario, scenario, dataset)
        assert same.moved == same.power == same.ties_only_a == same.ties_only_b == ()
        assert same.standings[0] == same.standings[1]


def test_one_moved_bloc_is_all_that_moved(dataset: Dataset) -> None:
    before = dataset.scenarios["maliki_sadr_2010"]
    after = (
        before.move(["ina10_badr"], "sol").move(["taw10_all"], "kurds").move(["gor10_all"], None)
    )
    found = compare(before, after, dataset)
    assert {(m.bloc, m.seats, m.before, m.after) for m in found.moved} == {
        ("ina10_badr", 9, "Rest of the INA", "State of Law + Sadrists"),
        ("taw10_all", 6, None, "Kurdish bloc"),
        ("gor10_all", 8, "Kurdish bloc", None),
    }


def test_comparing_the_other_way_round_turns_every_difference(dataset: Dataset) -> None:
    a, b = dataset.scenarios["maliki_sadr_2010"], dataset.scenarios["cabinet_2010"]
    there, back = compare(a, b, dataset), compare(b, a, dataset)
    assert {(m.bloc, m.before, m.after) for m in there.moved} == {
        (m.bloc, m.after, m.before) for m in back.moved
    }
    assert {t.id for t in there.ties_only_a} == {t.id for t in back.ties_only_b}
    assert {s.player: s.change for s in there.power} == {s.player: -s.change for s in back.power}


def test_a_renamed_coalition_is_the_same_one(dataset: Dataset) -> None:
    before = dataset.scenarios["maliki_sadr_2010"]
    assert compare(before, before.change_coalition("ina", name="The others"), dataset).moved == ()


def test_the_same_id_in_scenarios_of_different_origin_makes_no_coalition_the_same(
    dataset: Dataset,
) -> None:
    start = replace(dataset.scenarios["maliki_sadr_2010"], coalitions=(), membership={}, origin="")
    a = start.with_new_coalition("North", ["ka10_kdp"])
    b = start.with_new_coalition("South", ["ka10_kdp"])
    assert a.coalitions[0].id == b.coalitions[0].id
    (moved,) = compare(a, b, dataset).moved
    assert (moved.before, moved.after) == ("North", "South")


def test_a_government_of_the_same_blocs_is_the_same_under_another_name(dataset: Dataset) -> None:
    history = dataset.scenarios["cabinet_2010"]
    cabinet = history.coalitions[0]
    blocs = [bloc.id for bloc in history.blocs_of(cabinet.id, dataset.chamber_of(history))]
    start = replace(history, name="Agreed", coalitions=(), membership={}, origin="")
    agreed = start.with_new_coalition("Government of Blue and Orange", blocs)
    assert compare(agreed, history, dataset).moved == ()
    assert compare(history, agreed, dataset).moved == ()
    (moved,) = compare(agreed.move(blocs[-1:], None), history, dataset).moved
    assert (moved.bloc, moved.before, moved.after) == (blocs[-1], None, cabinet.name)


def test_a_name_that_both_know_tells_which_coalition_is_the_same(dataset: Dataset) -> None:
    a = dataset.scenarios["cabinet_2010"]
    blocs = [b.id for b in a.blocs_of(a.coalitions[0].id, dataset.chamber_of(a))]
    b = replace(a, coalitions=(), membership={}, origin="").with_new_coalition("Others", blocs)
    b = b.with_new_coalition(a.coalitions[0].name, blocs[:1])
    moved = {m.bloc: m.after for m in compare(a, b, dataset).moved}
    assert moved == dict.fromkeys(blocs[1:], "Others")


def test_parts_that_only_one_scenario_assumes_are_compared_too(dataset: Dataset) -> None:
    from iraq_explorer.core.what_if import Part

    before = dataset.scenarios["maliki_sadr_2010"]
    chamber = dataset.official_chamber(before)
    parts = (Part("irq10_rest", "Iraqiya", 49), Part("irq10_rest/2", "White Iraqiya", 8))
    after = before.with_what_if(before.what_if.split("irq10_rest", parts), chamber)
    after = after.move(["irq10_rest/2"], "sol")
    (moved,) = compare(before, after, dataset).moved
    assert (moved.name, moved.seats, moved.before) == ("White Iraqiya", 8, None)


def test_scenarios_of_two_chambers_have_no_common_blocs(dataset: Dataset) -> None:
    found = compare(dataset.scenarios["cabinet_2006"], dataset.scenarios["cabinet_2010"], dataset)
    assert not found.same_chamber
    assert found.moved == found.power == ()
    assert [s.verdict.seats for s in found.standings[0]] == [250]


def test_unknown_pairs_are_not_counted_as_friendly(dataset: Dataset) -> None:
    found = compare(
        dataset.scenarios["maliki_sadr_2010"], dataset.scenarios["allawi_abdulmahdi_2010"], dataset
    )
    allawi = found.standings[1][1]
    pairs = len(allawi.blocs) * (len(allawi.blocs) - 1) // 2
    assert allawi.hostile + allawi.friendly + allawi.unknown == pairs
    assert allawi.unknown > allawi.friendly


def test_power_is_compared_under_the_rule_of_each(dataset: Dataset) -> None:
    before = dataset.scenarios["elected_2010"]
    after = before.with_rule("two_thirds")
    shifts = {shift.player: shift for shift in compare(before, after, dataset).power}
    kurds = shifts["ka10"]
    assert kurds.before is not None
    assert kurds.before < Fraction(1, 100) < Fraction(18, 100) < (kurds.after or 0)


# -- what followed ---------------------------------------------------------------------------------


def test_what_really_happened_is_the_next_scenario_that_came_about(dataset: Dataset) -> None:
    expected = {
        "elected_2005": "cabinet_2006",
        "cabinet_2006": "four_party_2007",  # not the front of June 2007, which never formed
        "salvation_front_2007": "four_party_2007",
        "maliki_sadr_2010": "cabinet_2010",
        "allawi_abdulmahdi_2010": "cabinet_2010",
        "sofa_2008": "sofa_2008",
        "cabinet_2010": "cabinet_2010",
    }
    for scenario, followed in expected.items():
        found = what_happened(dataset.scenarios[scenario], dataset)
        assert found is not None
        assert found.origin == followed


def test_what_really_happened_is_of_the_same_chamber_for_a_year_too(dataset: Dataset) -> None:
    some = replace(dataset.scenarios["elected_2010"], origin="", date=PartialDate("2010"))
    found = what_happened(some, dataset)
    assert found is not None
    assert found.origin == "cabinet_2010"


def test_nothing_is_said_to_have_happened_where_no_scenario_tells(dataset: Dataset) -> None:
    bare = replace(dataset, scenarios={})
    assert what_happened(dataset.scenarios["elected_2010"], bare) is None


# -- one place for who did not move ----------------------------------------------------------------


def test_a_coalition_continues_the_one_that_most_of_its_seats_come_from(dataset: Dataset) -> None:
    a, b = dataset.scenarios["maliki_sadr_2010"], dataset.scenarios["allawi_abdulmahdi_2010"]
    assert continued(a, b, dataset) == {"sol": "sol", "allawi": "iraqiya"}
    assert continued(b, a, dataset) == {"sol": "sol", "iraqiya": "allawi"}


def test_a_name_tells_more_than_seats_which_coalition_is_continued(dataset: Dataset) -> None:
    a = dataset.scenarios["maliki_sadr_2010"]
    b = a.move(["gor10_all"], "sol").move(["ka10_kdp", "ka10_puk", "kiu10_all"], "ina")
    assert continued(a, b, dataset) == {c.id: c.id for c in a.coalitions}
