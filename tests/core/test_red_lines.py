"""Red lines that ties propose: what they rest on, what speaks against them, and their order."""

from dataclasses import replace

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Tie, TieKind
from iraq_explorer.core.red_lines import Proposal, breaches, proposals
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import Assumption, TieChange
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.conftest import SEATS
from tests.core.signed_networks import network, tie


def proposed(chamber: Chamber, *ties: Tie, held: tuple[Constraint, ...] = ()) -> list[Proposal]:
    seats = {bloc: number for bloc, (_, number) in SEATS.items()}
    return list(proposals(network(ties, seats), chamber, held))


def pairs(found: list[Proposal]) -> list[tuple[str, ...]]:
    return [proposal.constraint.blocs for proposal in found]


def test_a_hostile_tie_of_two_blocs_proposes_a_red_line_that_names_it(chamber: Chamber) -> None:
    [one] = proposed(chamber, tie("law", "north", -1))
    assert one.constraint == Constraint(ConstraintKind.APART, "law", "north", ties=("law-north",))
    assert one.clear
    assert not one.accepted


def test_friendly_ties_and_ties_to_outsiders_propose_nothing(chamber: Chamber) -> None:
    assert not proposed(chamber, tie("law", "north", 1), tie("law", "iran", -1))


def test_what_was_never_observed_proposes_nothing(chamber: Chamber) -> None:
    doubtful = (Certainty.HYPOTHETICAL, Certainty.ESTIMATE)
    assert not proposed(chamber, *(tie("law", "north", -1, certainty) for certainty in doubtful))


def test_a_contested_tie_proposes_and_is_told_as_contested(chamber: Chamber) -> None:
    [one] = proposed(chamber, tie("law", "north", -1, Certainty.CONTESTED))
    assert one.certainty is Certainty.CONTESTED
    assert not one.clear


def test_friendly_ties_and_a_list_in_common_speak_against(chamber: Chamber) -> None:
    allied, listed = proposed(
        chamber,
        tie("law", "north", -1),
        tie("law", "north", 1),
        tie("clerics", "workers", -1),
    )
    if allied.one_list:
        allied, listed = listed, allied
    assert [t.id for t in allied.against] == ["law+north"]
    assert listed.one_list
    assert not listed.against
    assert not allied.clear
    assert not listed.clear


def test_clear_ones_come_first_then_the_more_certain_then_open_enemies(chamber: Chamber) -> None:
    fight = replace(tie("law", "minority", -1), kind=TieKind.FIGHTS)
    found = proposed(
        chamber,
        tie("clerics", "workers", -1),
        tie("law", "north", -1, Certainty.REPORTED),
        tie("clerics", "north", -1),
        fight,
        tie("clerics", "law", -1),
    )
    assert pairs(found) == [
        ("law", "minority"),
        ("clerics", "law"),
        ("clerics", "north"),
        ("law", "north"),
        ("clerics", "workers"),
    ]


def test_a_red_line_that_the_scenario_has_is_marked_as_accepted(chamber: Chamber) -> None:
    own = Constraint(ConstraintKind.APART, "north", "law")
    [one] = proposed(chamber, tie("law", "north", -1), held=(own,))
    assert one.accepted


# -- what a scenario breaks ------------------------------------------------------------------------


def test_each_coalition_is_told_the_red_lines_that_it_breaks(
    scenario: Scenario, chamber: Chamber
) -> None:
    line = Constraint(ConstraintKind.APART, "law", "workers")
    lead = Constraint(ConstraintKind.LEADS, "north")
    bound = scenario.with_constraint(line).with_constraint(lead)
    assert breaches(scenario, chamber) == {}
    coalition = bound.coalitions[0].id
    together = bound.move(["law", "workers", "north"], coalition)
    assert set(breaches(together, chamber)[coalition]) == {line, lead}
    assert coalition not in breaches(together.move(["workers", "north"], None), chamber)


def test_a_required_bloc_is_asked_only_of_coalitions_that_reach_the_quota(
    scenario: Scenario, chamber: Chamber
) -> None:
    line = Constraint(ConstraintKind.REQUIRED, "north")
    nobody = scenario.with_constraint(line).move(chamber.bloc_by_id, None)
    coalition = nobody.coalitions[0].id
    assert breaches(nobody.move(["law"], coalition), chamber) == {}
    won = nobody.move(["clerics", "law"], coalition)
    assert breaches(won, chamber) == {coalition: (line,)}
    assert breaches(won.move(["north"], coalition), chamber) == {}


# -- Iraq ------------------------------------------------------------------------------------------


def scenario_of(origin: str) -> Scenario:
    return next(s for s in shipped_dataset().scenarios.values() if s.origin == origin)


def of_iraq(scenario: Scenario) -> dict[tuple[str, ...], Proposal]:
    dataset = shipped_dataset()
    found = proposals(dataset.network(scenario), dataset.chamber_of(scenario), scenario.constraints)
    return {proposal.constraint.blocs: proposal for proposal in found}


def test_allawis_bloc_and_state_of_law_are_proposed_apart_with_citations() -> None:
    found = of_iraq(scenario_of("maliki_sadr_2010"))
    first = next(iter(found.values()))
    assert first.constraint.blocs == ("irq10_rest", "sol10_all")
    assert all(t.citations for t in first.ties)
    assert not found["ina10_sadr", "sol10_all"].clear  # they have just made an alliance
    assert found["ina10_isci", "ina10_sadr"].one_list


def test_ties_that_the_scenario_ends_or_disregards_propose_nothing_any_more() -> None:
    scenario = scenario_of("elected_2010")
    proposal = of_iraq(scenario)["irq10_hiwar", "sol10_all"]
    [only] = proposal.ties
    ended = scenario.with_tie_change(TieChange(Assumption.ENDED, only.id))
    assert ("irq10_hiwar", "sol10_all") not in of_iraq(ended)
