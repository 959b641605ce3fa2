"""Draws against chances that are reckoned in another way."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.simulation import CHUNK, Chance, simulate
from iraq_explorer.core.tally import count_of, rules_of, tally
from iraq_explorer.core.trial_vote import in_percent
from iraq_explorer.core.vote_outcomes import certain, exact_chances, outcomes
from iraq_explorer.storage.resources import shipped_dataset

DATASET = shipped_dataset()
SOFA = DATASET.scenarios["sofa_2008"]
COUNCIL = DATASET.chamber_of(SOFA)

shares = st.one_of(
    st.integers(0, 100).map(Amount),
    st.integers(0, 8).map(lambda heads: Amount(heads, percent=False)),
)
conducts = st.builds(Conduct, st.sampled_from(Stance), shares, shares, st.sampled_from(Stance))
DEBATE = RollCall(
    conducts={
        "clerics": Conduct(Stance.FOR, Amount(90), Amount(45), Stance.AGAINST),
        "law": Conduct(Stance.FOR, Amount(80), Amount(95)),
        "workers": Conduct(Stance.AGAINST, Amount(70), Amount(60), Stance.FOR),
        "north": Conduct(Stance.ABSTAIN, Amount(55), Amount(50), Stance.ABSENT),
        "minority": Conduct(Stance.FOR, Amount(1, percent=False)),
    },
    others=Conduct(Stance.AGAINST, Amount(50)),
)

KNOWN = {"majority": 0, "two-thirds": 0, "present": 866, "own": 442}
"""How many of 1000 draws with the number 2008 pass."""


def slow_chances(conduct: Conduct, seats: int) -> dict[tuple[int, int], Fraction]:
    """A bloc's outcomes by going through what each member does, one after the other."""

    def ways(amount: Amount, of: int) -> dict[int, Fraction]:
        if not amount.percent:
            return {amount.heads(of): Fraction(1)}
        p = Fraction(amount.value, 100)
        return {k: comb(of, k) * p**k * (1 - p) ** (of - k) for k in range(of + 1)}

    found: dict[tuple[int, int], Fraction] = {}
    for there, a in ways(conduct.attendance, seats).items():
        for follow, b in ways(conduct.cohesion, there).items():
            exactly = Conduct(
                conduct.stance,
                Amount(there, percent=False),
                Amount(follow, percent=False),
                conduct.dissent,
            )
            count = count_of(exactly, seats)
            key = count.in_favour, count.present
            found[key] = found.get(key, Fraction()) + a * b
    return {key: chance for key, chance in found.items() if chance}


@given(conducts, st.integers(0, 8))
def test_the_outcomes_of_a_bloc_have_the_chances_of_its_members(
    conduct: Conduct, seats: int
) -> None:
    held = outcomes(conduct, seats)
    chances = [Fraction(weight, held.total) for weight in held.weights]
    assert dict(zip(held.heads, chances, strict=True)) == slow_chances(conduct, seats)
    assert sum(chances) == 1


@settings(max_examples=25)
@given(st.lists(conducts, min_size=4, max_size=4))
def test_the_exact_chance_is_the_sum_over_all_ways_of_all_blocs(held: list[Conduct]) -> None:
    small = replace(
        COUNCIL,
        seats=12,
        blocs=tuple(
            replace(bloc, seats=seats)
            for bloc, seats in zip(COUNCIL.blocs[:4], (3, 4, 2, 3), strict=True)
        ),
    )
    vote = RollCall(conducts={b.id: c for b, c in zip(small.blocs, held, strict=True)})
    expected = {rule.id: Fraction() for rule in small.rules}
    every = [slow_chances(vote.conduct(b.id), b.seats).items() for b in small.blocs]
    for together in product(*every):
        votes = sum(key[0] for key, _ in together)
        present = sum(key[1] for key, _ in together)
        chance = Fraction(1)
        for _, one in together:
            chance *= one
        quorate = present >= 7
        for rule in small.rules:
            reached = rule.id == "quorum" or votes >= rule.quota(12, present)
            expected[rule.id] += chance * (quorate and reached)
    exact = exact_chances(vote, small, small.rules)
    assert exact is not None
    assert exact == pytest.approx({rule: float(chance) for rule, chance in expected.items()})


def test_the_simulation_agrees_with_the_exact_chance(chamber: Chamber, scenario: Scenario) -> None:
    drawn = simulate(DEBATE, scenario.with_quota(40), chamber, 200_000, 7)
    assert drawn.exact is not None
    open_ = {rule for rule, chance in drawn.exact.items() if 0.02 < chance < 0.98}
    assert open_ == {"present", "own"}
    for rule, chance in drawn.chances.items():
        exact = drawn.exact[rule]
        error = (exact * (1 - exact) / drawn.draws) ** 0.5
        assert abs(chance.share - exact) <= 4 * error + 1e-12, rule


def test_the_swing_of_a_bloc_is_the_difference_of_two_exact_chances(
    chamber: Chamber, scenario: Scenario
) -> None:
    drawn = simulate(DEBATE, scenario, chamber, 100_000, 3)
    rules = rules_of(scenario, chamber)
    for bloc in ("north", "workers"):
        swing = drawn.swings["present"][bloc]
        for stance, chance in (
            (Stance.FOR, swing.all_for),
            (Stance.AGAINST, swing.all_against),
            (Stance.ABSENT, swing.all_away),
        ):
            exact = exact_chances(DEBATE.with_conduct(bloc, Conduct(stance)), chamber, rules)
            assert exact is not None
            p = exact["present"]
            assert abs(chance.share - p) <= 4 * (p * (1 - p) / drawn.draws) ** 0.5 + 1e-9
        assert swing.swing >= swing.away_swing >= 0


def test_histograms_count_every_draw_once(chamber: Chamber, scenario: Scenario) -> None:
    drawn = simulate(DEBATE, scenario, chamber, 30_000, 1)
    assert sum(drawn.votes) == sum(drawn.present) == 30_000
    assert len(drawn.votes) == len(drawn.present) == 101
    mean = sum(votes * times for votes, times in enumerate(drawn.votes)) / 30_000
    expected = 0
    for bloc in chamber.blocs:
        ways = slow_chances(DEBATE.conduct(bloc.id), bloc.seats)
        expected += float(sum(votes * p for (votes, _), p in ways.items()))
    assert mean == pytest.approx(expected, abs=0.1)


def test_a_seed_gives_the_same_draws_on_every_machine(chamber: Chamber, scenario: Scenario) -> None:
    own = scenario.with_quota(40)
    drawn = simulate(DEBATE, own, chamber, 1000, 2008)
    assert drawn == simulate(DEBATE, own, chamber, 1000, 2008)
    assert {rule: chance.times for rule, chance in drawn.chances.items()} == KNOWN
    other = simulate(DEBATE, own, chamber, 1000, 2009)
    assert other.votes != drawn.votes


def test_what_is_stopped_is_the_beginning_of_the_whole(
    chamber: Chamber, scenario: Scenario
) -> None:
    told: list[int] = []

    def go_on(made: int) -> bool:
        told.append(made)
        return len(told) < 2

    stopped = simulate(DEBATE, scenario, chamber, 10 * CHUNK, 5, go_on)
    assert told == [CHUNK, 2 * CHUNK]
    assert stopped.stopped
    assert stopped.draws == 2 * CHUNK
    whole = simulate(DEBATE, scenario, chamber, 2 * CHUNK, 5)
    assert not whole.stopped
    assert stopped.votes == whole.votes
    assert stopped.chances == whole.chances


def test_heads_leave_nothing_to_chance() -> None:
    vote = SOFA.roll_call
    assert vote is not None
    assert certain(vote, COUNCIL)
    drawn = simulate(vote, SOFA, COUNCIL, 100, 1)
    counted = tally(vote, SOFA, COUNCIL)
    assert {rule: c.share for rule, c in drawn.chances.items()} == {
        result.rule.id: float(result.passes) for result in counted.results
    }
    assert drawn.votes[144] == drawn.present[198] == 100
    assert not certain(in_percent(vote, COUNCIL), COUNCIL)


def test_where_the_exact_chance_would_take_too_long_the_draws_remain(
    monkeypatch: pytest.MonkeyPatch, chamber: Chamber, scenario: Scenario
) -> None:
    monkeypatch.setattr("iraq_explorer.core.vote_outcomes.MOST_STEPS", 1000)
    drawn = simulate(DEBATE, scenario, chamber, 100, 1)
    assert drawn.exact is None
    assert drawn.chances["present"].draws == 100


def test_uncertainty_is_that_of_a_share() -> None:
    chance = Chance(831, 1000)
    assert chance.standard_error == pytest.approx(0.01185, abs=1e-5)
    # Wilson's interval as Newcombe (1998) gives it for 81 of 263, and at the ends.
    assert Chance(81, 263).interval == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert Chance(0, 20).interval == pytest.approx((0, 0.1611), abs=1e-4)
    assert Chance(29, 29).interval[1] == 1


@pytest.mark.parametrize(("draws", "seed"), [(0, 1), (-5, 1), (10**9, 1), (10, -1)])
def test_nonsense_is_refused(draws: int, seed: int, chamber: Chamber, scenario: Scenario) -> None:
    with pytest.raises(ValueError, match=r"draws|seed"):
        simulate(DEBATE, scenario, chamber, draws, seed)
