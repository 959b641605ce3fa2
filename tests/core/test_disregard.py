"""Evidence that a scenario leaves out: seats and ties that rest on it alone."""

from dataclasses import replace

import pytest

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty, SeatReport
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.what_if import NOTHING, Part, admitted
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.conftest import SEATS, bloc

OWN = SeatReport(30, ("paper",))
LESS = SeatReport(28, ("agency",))
EARLY = SeatReport(26, ("early paper",), early=True)
MORE = SeatReport(17, ("agency", "radio"))

DISPUTED = {
    "clerics": bloc(
        "clerics",
        sources=("paper",),
        reports=(OWN, EARLY, LESS),
        seats_low=26,
        seats_high=30,
    ),
    "workers": bloc(
        "workers",
        sources=("paper",),
        reports=(SeatReport(15, ("paper",)), MORE),
        seats_low=15,
        seats_high=17,
    ),
}


@pytest.fixture
def disputed(chamber: Chamber) -> Chamber:
    return replace(chamber, blocs=tuple(DISPUTED.get(id_, bloc(id_)) for id_ in SEATS))


def seats_of(chamber: Chamber, *left_out: str) -> dict[str, int]:
    return {b.id: b.seats for b in admitted(chamber, frozenset(left_out)).blocs}


def test_with_all_evidence_the_chamber_is_the_very_same(disputed: Chamber) -> None:
    assert admitted(disputed, frozenset()) is disputed
    assert admitted(disputed, frozenset({"nobody's"})) is disputed


def test_a_figure_without_its_source_gives_way_to_that_of_another(disputed: Chamber) -> None:
    held = seats_of(disputed, "paper")
    assert held["clerics"] == 28, "and not to one from before the final count"
    assert held["workers"] == 17, "for the list has two seats free now"


def test_a_figure_gives_way_only_where_the_seats_of_the_list_suffice(disputed: Chamber) -> None:
    firm = replace(
        disputed,
        blocs=tuple(bloc("clerics") if b.id == "clerics" else b for b in disputed.blocs),
    )
    assert seats_of(firm, "paper")["workers"] == 15


def test_a_figure_from_before_the_final_count_counts_where_there_is_no_other(
    disputed: Chamber,
) -> None:
    assert seats_of(disputed, "paper", "agency")["clerics"] == 26


def test_a_figure_that_nobody_else_gives_stays(disputed: Chamber) -> None:
    assert seats_of(disputed, "s1") == seats_of(disputed)
    assert seats_of(disputed, "paper", "agency", "early paper")["clerics"] == 30


def test_a_range_has_no_figures_of_sources_that_are_left_out(
    disputed: Chamber, scenario: Scenario
) -> None:
    assert disputed.bloc_by_id["clerics"].usual_range == (28, 30)
    held = admitted(disputed, frozenset({"agency", "early paper"}))
    assert held.bloc_by_id["clerics"].usual_range == (30, 30)
    assert held.bloc_by_id["workers"].usual_range == (15, 17), "the radio says 17 as well"
    assert scenario.seat_range("red", disputed) == (56, 58)
    assert scenario.seat_range("red", held) == (58, 58)


def test_every_total_stays_within_its_range_whatever_is_left_out() -> None:
    shipped = shipped_dataset()
    for scenario in shipped.scenarios.values():
        chamber = shipped.chambers[scenario.chamber]
        for source in {s for b in chamber.blocs for r in b.reports for s in r.sources}:
            left = replace(scenario, disregarded=Disregard(frozenset({source})))
            held = shipped.chamber_of(left)
            assert held.vacant >= 0, source
            for coalition, seats in left.totals(held).items():
                low, high = left.seat_range(coalition, held)
                assert low <= seats <= high, (scenario.name, source)


# -- together with assumed seats -------------------------------------------------------------------


@pytest.fixture
def dataset(disputed: Chamber) -> Dataset:
    return replace(
        shipped_dataset(), chambers={disputed.id: disputed}, scenarios={}, ties={}, actors={}
    )


DOUBTING = Disregard(frozenset({"paper"}))


def test_a_split_holds_when_evidence_is_left_out_later(
    dataset: Dataset, scenario: Scenario
) -> None:
    parts = (Part("clerics", "Clerics", 22), Part("clerics/2", "White Clerics", 8))
    parted = dataset.assume(scenario, NOTHING.split("clerics", parts))
    left = replace(parted, disregarded=DOUBTING)
    assert dataset.misfits(left) == ()
    held = dataset.chamber_of(left)
    assert (held.bloc_by_id["clerics"].seats, held.bloc_by_id["clerics/2"].seats) == (22, 8)
    assert held.vacant == 0


def test_a_split_of_what_is_left_holds_when_the_evidence_comes_back(
    dataset: Dataset, scenario: Scenario
) -> None:
    left = replace(scenario, disregarded=DOUBTING)
    assert dataset.chamber_of(left).bloc_by_id["clerics"].seats == 28
    parts = (Part("clerics", "Clerics", 20), Part("clerics/2", "White Clerics", 8))
    parted = dataset.assume(left, left.what_if.split("clerics", parts))
    assert dict(parted.what_if.seats) == {"clerics": 28}
    for after in (parted, replace(parted, disregarded=Disregard())):
        assert dataset.misfits(after) == ()
        assert dataset.chamber_of(after).bloc_by_id["clerics"].seats == 20
        assert dataset.chamber_of(after).vacant >= 0
    whole = parted.what_if.without("clerics", dataset.official_chamber(parted))
    assert dataset.assume(parted, whole) == left


def test_what_does_not_fit_the_chamber_is_refused(dataset: Dataset, scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="should be from 0 to 30, not 31"):
        dataset.assume(scenario, NOTHING.with_followers("clerics", 31))


# -- ties ------------------------------------------------------------------------------------------


def test_ties_go_with_their_only_source_and_with_their_certainty() -> None:
    shipped = shipped_dataset()
    scenario = shipped.scenarios[shipped.opening_scenario]
    every = shipped.ties_of(scenario)
    alone = next(t for t in every if len({c.source for c in t.citations}) == 1)
    left = replace(scenario, disregarded=Disregard(frozenset({alone.citations[0].source})))
    kept = {t.id for t in shipped.ties_of(left)}
    assert alone.id not in kept
    for tie in every:
        others = {c.source for c in tie.citations} - left.disregarded.sources
        assert (tie.id in kept) == (bool(others) or not tie.citations)
    doubted = Disregard(certainties=frozenset({Certainty.CONTESTED}))
    firm = shipped.ties_of(replace(scenario, disregarded=doubted))
    assert {t.id for t in every} - {t.id for t in firm} == {
        t.id for t in every if t.certainty is Certainty.CONTESTED
    }
    assert doubted
    assert not Disregard()
