from dataclasses import replace

import pytest

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.ledger import (
    PRESENT,
    ROLL_CALL,
    Statement,
    StatementKind,
    constraint_id,
    flips,
    ledger,
)
from iraq_explorer.core.network import TieKind
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.tie_change import Assumption, TieChange
from iraq_explorer.storage.resources import shipped_dataset


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


@pytest.fixture
def allawi(dataset: Dataset) -> Scenario:
    return dataset.scenarios["allawi_abdulmahdi_2010"]


def line(scenario: Scenario, dataset: Dataset, id_: str) -> Statement:
    return next(s for s in ledger(scenario, dataset) if s.id == id_)


def test_every_bloc_in_a_coalition_has_a_line_with_a_source(dataset: Dataset) -> None:
    for scenario in dataset.scenarios.values():
        lines = [s for s in ledger(scenario, dataset) if s.kind is StatementKind.SEATS]
        assert {s.id for s in lines} == set(scenario.membership)
        assert all(s.sources for s in lines)


def test_ties_between_members_of_a_coalition_are_in_the_ledger(
    dataset: Dataset, allawi: Scenario
) -> None:
    inside = [s for s in ledger(allawi, dataset) if s.kind is StatementKind.TIE]
    assert inside
    for statement in inside:
        assert statement.period is not None
        assert statement.period.contains(allawi.date.latest)
        assert statement.coalitions


def test_a_tie_that_a_red_line_was_drawn_from_is_in_the_ledger(
    dataset: Dataset, allawi: Scenario
) -> None:
    day = allawi.date.latest
    told = {s.id for s in ledger(allawi, dataset)}
    tie = next(t for t in dataset.ties.values() if t.period.contains(day) and t.id not in told)
    red = Constraint(ConstraintKind.APART, "sol10_all", "irq10_rest", (tie.id,))
    assert line(allawi.with_constraint(red), dataset, tie.id).coalitions == ()


def test_the_one_source_that_turns_a_verdict_is_found(dataset: Dataset, allawi: Scenario) -> None:
    found = {flip.source: flip for flip in flips(allawi, dataset)}
    # Badr's nine seats and the Dialogue Front's sixteen have one source each; 164 is one over.
    assert set(found) == {"visser20100329", "indf_wiki"}
    assert found["indf_wiki"].before.over == 1
    assert found["indf_wiki"].after.seats == 164 - 16


def test_a_figure_that_another_source_reports_gives_way_to_that_one(
    dataset: Dataset, allawi: Scenario
) -> None:
    flip = next(f for f in flips(allawi, dataset) if f.source == "visser20100329")
    # Badr's 9 are left without a source. ISCI's 9 are Visser's too, but another text has them.
    assert flip.after.seats < 164 - 9 + 1


def test_a_verdict_with_much_to_spare_turns_with_no_single_source(dataset: Dataset) -> None:
    assert flips(dataset.scenarios["cabinet_2010"], dataset) == ()


def test_a_disregarded_source_vouches_for_nothing(dataset: Dataset, allawi: Scenario) -> None:
    without = replace(allawi, disregarded=Disregard(frozenset({"indf_wiki"})))
    assert line(allawi, dataset, "irq10_hiwar").sole_source == "indf_wiki"
    assert line(without, dataset, "irq10_hiwar").sources == ()
    assert without.seats_of("allawi", dataset.chamber_of(without)) == 164


def test_ties_of_a_disregarded_certainty_leave_network_and_ledger(dataset: Dataset) -> None:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    without = replace(scenario, disregarded=Disregard(certainties=frozenset({Certainty.CONTESTED})))
    before = [t for k in dataset.network(scenario).links for t in k.ties]
    after = [t for k in dataset.network(without).links for t in k.ties]
    assert any(t.certainty is Certainty.CONTESTED for t in before)
    assert {t.id for t in after} == {t.id for t in before if t.certainty is not Certainty.CONTESTED}


def test_what_is_assumed_stands_in_the_ledger_without_a_source(
    dataset: Dataset, allawi: Scenario
) -> None:
    change = TieChange(
        Assumption.ADDED, "assumed-1", "syria", "abdulmahdi", TieKind.BACKS_OPENLY, "Assume it."
    )
    inside = TieChange(Assumption.ADDED, "assumed-2", "allawi", "isci", TieKind.ALLY)
    assumed = allawi.with_tie_change(change).with_tie_change(inside)
    told = line(assumed, dataset, "assumed-2")
    assert (told.kind, told.certainty, told.sources) == (
        StatementKind.ASSUMED,
        Certainty.HYPOTHETICAL,
        (),
    )
    # Syria sits in no coalition: what is assumed of it is listed all the same.
    assert line(assumed, dataset, "assumed-1").kind is StatementKind.ASSUMED
    links = dataset.network(assumed).links
    assert any(t.id == "assumed-1" for link in links for t in link.ties)


def test_an_own_quota_is_an_assumption(dataset: Dataset, allawi: Scenario) -> None:
    rule = line(allawi, dataset, "absolute_majority")
    assert rule.kind is StatementKind.RULE
    assert rule.sources
    assert line(allawi.with_quota(150), dataset, "quota").kind is StatementKind.ASSUMED


def test_the_vote_on_the_agreement_is_disputed(dataset: Dataset) -> None:
    vote = line(dataset.scenarios["sofa_2008"], dataset, "")
    assert (vote.kind, vote.seats, vote.disputed) == (StatementKind.VOTE, 144, True)


def test_a_tie_assumed_to_have_ended_or_turned_is_in_the_ledger_and_no_source_says_so(
    dataset: Dataset, allawi: Scenario
) -> None:
    for assumption in (Assumption.ENDED, Assumption.REVERSED):
        told = line(allawi.with_tie_change(TieChange(assumption, "t038")), dataset, "t038")
        assert told.kind is StatementKind.ASSUMED
        assert told.certainty is Certainty.HYPOTHETICAL
        assert told.sources == ()
        assert told.coalitions == ("allawi",)


def test_constraints_of_ones_own_and_an_assumed_vote_are_in_the_ledger(
    dataset: Dataset, allawi: Scenario
) -> None:
    partner = Constraint(ConstraintKind.ONLY_WITH, "irq10_rest", "ka10_kdp")
    told = line(allawi.with_constraint(partner), dataset, constraint_id(partner))
    assert (told.kind, told.coalitions) == (StatementKind.ASSUMED, ("allawi",))
    vote = dataset.scenarios["sofa_2008"]
    assert line(vote, dataset, ROLL_CALL).kind is StatementKind.ASSUMED
    # That 198 were present is reported with the vote; any other number is assumed.
    assert PRESENT not in {s.id for s in ledger(vote, dataset)}
    other = line(replace(vote, present=220), dataset, PRESENT)
    assert other.coalitions == tuple(c.id for c in vote.coalitions)


def test_no_two_statements_of_a_ledger_are_the_same(dataset: Dataset) -> None:
    for scenario in dataset.scenarios.values():
        ids = [s.id for s in ledger(scenario, dataset)]
        assert len(ids) == len(set(ids))
