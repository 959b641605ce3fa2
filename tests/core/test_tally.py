from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber, Rule
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tally import (
    OWN_RULE,
    QUORUM,
    TEMPLATES,
    Count,
    count_of,
    recorded_tally,
    tally,
)
from iraq_explorer.core.trial_vote import (
    default_roll_call,
    in_heads,
    in_percent,
    with_votes_for,
)
from iraq_explorer.core.what_if import WhatIf
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.conftest import MAJORITY

DATASET = shipped_dataset()
SOFA = DATASET.scenarios["sofa_2008"]
COUNCIL = DATASET.chamber_of(SOFA)

amounts = st.one_of(
    st.integers(0, 100).map(Amount),
    st.integers(0, 150).map(lambda heads: Amount(heads, percent=False)),
)
conducts = st.builds(Conduct, st.sampled_from(Stance), amounts, amounts, st.sampled_from(Stance))


def heads(number: int) -> Amount:
    return Amount(number, percent=False)


@pytest.fixture
def quorate(chamber: Chamber) -> Chamber:
    """The small chamber, which asks for 51 of 100 in the room."""
    quorum = replace(MAJORITY, id=QUORUM, name="Quorum")
    return replace(chamber, rules=(*chamber.rules, quorum))


# -- heads -----------------------------------------------------------------------------------------


@given(conducts, st.integers(0, 200))
def test_no_rounding_loses_a_head(conduct: Conduct, seats: int) -> None:
    count = count_of(conduct, seats)
    assert count.members == seats
    assert min(count.in_favour, count.against, count.abstaining, count.absent) >= 0


@given(conducts, st.integers(0, 200))
def test_heads_are_exact_and_per_cent_are_rounded_a_half_upwards(
    conduct: Conduct, seats: int
) -> None:
    count = count_of(replace(conduct, stance=Stance.FOR, dissent=Stance.AGAINST), seats)
    there, follow = conduct.attendance, conduct.cohesion
    if there.percent:
        assert abs(100 * count.present - there.value * seats) <= 50
    else:
        assert count.present == min(there.value, seats)
    if follow.percent:
        assert -50 < 100 * count.in_favour - follow.value * count.present <= 50
    else:
        assert count.in_favour == min(follow.value, count.present)


def test_dissenters_do_what_the_conduct_says_and_the_absent_stay_out_of_the_room() -> None:
    conduct = Conduct(Stance.FOR, heads(20), heads(15), Stance.AGAINST)
    assert count_of(conduct, 30) == Count(in_favour=15, against=5, absent=10)
    away = Conduct(Stance.ABSENT, cohesion=Amount(80), dissent=Stance.FOR)
    assert count_of(away, 30) == Count(in_favour=6, absent=24)
    assert count_of(replace(conduct, dissent=Stance.ABSENT), 30).present == 15


def test_vacant_seats_count_as_members_and_as_absent(chamber: Chamber, scenario: Scenario) -> None:
    whole = RollCall(others=Conduct(Stance.FOR))
    smaller = replace(chamber, blocs=chamber.blocs[1:])
    counted = tally(whole, scenario, smaller)
    assert counted.count == Count(in_favour=70, absent=30)
    assert counted.result("majority").verdict.quota == 51


# -- results ---------------------------------------------------------------------------------------


def test_the_line_of_those_present_moves_and_the_others_do_not(
    quorate: Chamber, scenario: Scenario
) -> None:
    vote = RollCall(
        conducts={"law": Conduct(Stance.FOR), "north": Conduct(Stance.AGAINST)},
        others=Conduct(Stance.ABSENT),
    ).with_conduct("workers", Conduct(Stance.ABSTAIN))
    counted = tally(vote, scenario, quorate)
    assert counted.count == Count(28, 20, 15, 37)
    lines = {r.rule.id: (r.verdict.quota, r.passes, r.moves) for r in counted.results}
    assert lines == {
        "majority": (51, False, False),
        "two-thirds": (67, False, False),
        "present": (32, False, True),
        QUORUM: (51, True, False),
    }
    assert str(counted.result("present")) == "fails, 4 short of 32"
    assert str(counted.result(QUORUM)) == "met, 12 over 51"


def test_without_a_quorum_nothing_passes(quorate: Chamber, scenario: Scenario) -> None:
    vote = RollCall(conducts={"law": Conduct(Stance.FOR), "north": Conduct(Stance.AGAINST)})
    counted = tally(vote, scenario, quorate)
    assert not counted.quorate
    present = counted.result("present")
    assert present.verdict.reached
    assert not present.passes
    assert str(present) == "does not count: no quorum"
    assert str(counted.result(QUORUM)) == "not met, 3 short of 51"
    assert not any(result.passes for result in counted.results)


def test_where_no_rule_asks_for_a_quorum_few_can_decide(
    chamber: Chamber, scenario: Scenario
) -> None:
    counted = tally(RollCall(conducts={"minority": Conduct(Stance.FOR)}), scenario, chamber)
    assert str(counted.result("present")) == "passes, exactly 2"


def test_exactly_half_of_those_present_does_not_pass(quorate: Chamber, scenario: Scenario) -> None:
    vote = RollCall(others=Conduct(Stance.FOR, cohesion=Amount(50), dissent=Stance.AGAINST))
    counted = tally(vote.with_conducts({}), scenario, quorate)
    even = replace(vote, others=Conduct(Stance.FOR, heads(10), heads(5)))
    assert counted.count.in_favour in range(50, 53)  # halves of odd blocs are rounded upwards
    result = tally(even, scenario, quorate)
    assert result.count.present == 10 * 4 + 5 + 2
    assert result.result("present").verdict.quota == 24


def test_a_quota_of_the_users_own_is_one_rule_more(chamber: Chamber, scenario: Scenario) -> None:
    vote = RollCall(others=Conduct(Stance.FOR, Amount(60)))
    counted = tally(vote, scenario.with_quota(61), chamber)
    assert counted.results[-1].rule.id == OWN_RULE
    assert counted.results[-1].verdict.quota == 61
    with pytest.raises(KeyError):
        tally(vote, scenario, chamber).result(OWN_RULE)


def test_every_result_is_one_of_the_marked_sentences(quorate: Chamber, scenario: Scenario) -> None:
    told = set()
    for present in range(0, 101, 3):
        for yes in range(0, present + 1, 3):
            vote = RollCall(
                conducts={
                    bloc.id: Conduct(Stance.FOR, Amount(present), Amount(yes))
                    for bloc in quorate.blocs
                }
            )
            told |= {result.template for result in tally(vote, scenario, quorate).results}
    assert told <= set(TEMPLATES)


# -- votes to begin with ---------------------------------------------------------------------------


def test_by_default_the_leading_coalition_is_for_others_against_and_the_rest_abstain(
    chamber: Chamber, scenario: Scenario
) -> None:
    counted = tally(default_roll_call(scenario, chamber), scenario, chamber)
    assert counted.count == Count(in_favour=58, against=20, abstaining=22)


def test_by_default_nobody_is_for_where_there_is_no_coalition(chamber: Chamber) -> None:
    empty = Scenario("Empty", "small", SOFA.date, "majority")
    counted = tally(default_roll_call(empty, chamber), empty, chamber)
    assert counted.count == Count(abstaining=100)


def test_units_change_without_changing_who_is_counted() -> None:
    vote = SOFA.roll_call
    assert vote is not None
    counted = tally(vote, SOFA, COUNCIL).count
    chances = in_percent(vote, COUNCIL)
    assert all(c.attendance.percent and c.cohesion.percent for c in chances.conducts.values())
    assert chances.conduct("uia05_dawa").attendance == Amount(69)  # 9 of 13
    assert tally(in_heads(chances, COUNCIL), SOFA, COUNCIL).count == counted


# -- the vote of 27 November 2008 ------------------------------------------------------------------


def test_the_sofa_vote_reproduces_the_recorded_sums() -> None:
    assert SOFA.roll_call is not None
    assert SOFA.vote is not None
    counted = tally(SOFA.roll_call, SOFA, COUNCIL)
    assert counted.count == Count(in_favour=144, against=35, abstaining=19, absent=77)
    assert counted.count.present == 198
    assert recorded_tally(SOFA.vote, SOFA, COUNCIL).count == counted.count
    assert {r.rule.id: str(r) for r in counted.results} == {
        "absolute_majority": "passes, 6 over 138",
        "quorum": "met, 60 over 138",
        "present_majority": "passes, 44 over 100",
        "two_thirds": "fails, 40 short of 184",
        "three_fifths": "fails, 21 short of 165",
    }


def test_its_note_says_what_is_assumed_and_no_bloc_is_left_to_a_default() -> None:
    assert SOFA.roll_call is not None
    assert "Assumed, and given by no source" in SOFA.roll_call.note
    assert set(SOFA.roll_call.conducts) == set(COUNCIL.bloc_by_id)
    sadrists = tally(SOFA.roll_call, SOFA, COUNCIL).blocs["uia05_sadr"]
    assert sadrists == Count(against=28)
    assert SOFA.roll_call.conduct("uia05_fadhila").stance is Stance.ABSENT


@pytest.mark.parametrize("votes", [149, 145, 144])
def test_the_other_reports_are_brought_about_by_the_same_members_present(votes: int) -> None:
    assert SOFA.roll_call is not None
    assert SOFA.vote is not None
    changed = with_votes_for(SOFA.roll_call, COUNCIL, votes)
    expected = recorded_tally(SOFA.vote, SOFA, COUNCIL, votes).count
    assert tally(changed, SOFA, COUNCIL).count == expected
    # And back again: the same number is the same vote, wherever one comes from.
    assert with_votes_for(changed, COUNCIL, 144) == SOFA.roll_call


def test_more_votes_than_those_who_are_for_have_there_are_refused() -> None:
    assert SOFA.roll_call is not None
    with_votes_for(SOFA.roll_call, COUNCIL, 151)
    for votes in (152, -1):
        with pytest.raises(ValueError, match="151 members"):
            with_votes_for(SOFA.roll_call, COUNCIL, votes)


def test_a_split_bloc_votes_by_its_parts() -> None:
    assert SOFA.roll_call is not None
    loose = SOFA.with_what_if(WhatIf().with_followers("ka05_all", 30), COUNCIL)
    counted = tally(SOFA.roll_call, loose, DATASET.chamber_of(loose))
    assert counted.count.members == 275
    assert counted.blocs["ka05_all"].in_favour == 30


def test_a_rule_of_those_present_holds_for_any_share(quorate: Chamber, scenario: Scenario) -> None:
    rule: Rule = quorate.rule_by_id["present"]
    for present in range(101):
        assert rule.quota(100, present) == present // 2 + 1
