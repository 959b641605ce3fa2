from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.network import Network, TieFilter
from iraq_explorer.core.outside import acceptable_ways, needs, standing
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.signed_networks import drawn

# Two powers, P and Q, and a chamber of 100 seats with its majority at 51.
SEATS = {"a": 30, "b": 25, "c": 20, "d": 15, "e": 10}
TIES = "P+a P-b P+c P+d P-d Q+b Q+c Q-a"
NETWORK = drawn(TIES, seats=SEATS)


def sets(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word) for word in text.split())


# -- standing --------------------------------------------------------------------------------------


def test_each_bloc_stands_to_a_power_as_their_ties_say() -> None:
    found = standing(NETWORK, "P")
    assert [pair.b for pair in found.friendly] == ["a", "c"]
    assert [pair.b for pair in found.hostile] == ["b"]
    assert [pair.b for pair in found.mixed] == ["d"]
    assert found.unknown == ("e",)  # and Q, which is no bloc, is not told at all
    assert all(link.main.citations for pair in found.friendly for link in pair.links)


def test_a_mixed_bloc_is_hostile_unless_it_is_asked_for_as_a_friend() -> None:
    found = standing(NETWORK, "P")
    assert (found.friends(), found.opponents()) == (("a", "c"), ("b", "d"))
    assert found.friends(mixed_as_friends=True) == ("a", "c", "d")
    assert found.opponents(mixed_as_friends=True) == ("b",)


def test_the_members_of_a_coalition_are_told_alone() -> None:
    found = standing(NETWORK, "Q", "be")
    assert found.friends() == ("b",)
    assert found.unknown == ("e",)
    assert not found.hostile


def test_a_power_that_is_not_in_the_network_is_refused_and_not_taken_for_friendly() -> None:
    with pytest.raises(KeyError, match="R"):
        standing(NETWORK, "R")
    with pytest.raises(KeyError, match="R"):
        acceptable_ways(NETWORK, ["R"], SEATS, 51)


# -- one coalition ---------------------------------------------------------------------------------


def test_a_coalition_with_somebody_hostile_is_not_acceptable() -> None:
    found = needs(NETWORK, "P", "ab", SEATS, 51)
    assert (found.acceptable, found.opponents, found.friends) == (False, ("b",), ("a",))
    assert needs(NETWORK, "P", "ac", SEATS, 51).acceptable


def test_a_majority_needs_those_friends_without_whom_it_is_none() -> None:
    # 60 seats: without any of the three too few are left, but e is no friend.
    assert needs(NETWORK, "P", "ace", SEATS, 51).needed == ("a", "c")
    # 75 seats: without c it has 55.
    assert needs(NETWORK, "P", "abc", SEATS, 51).needed == ("a",)
    assert needs(NETWORK, "P", "ac", SEATS, 51).needed == ()  # 50: no majority yet


def test_the_smallest_sets_of_friends_outside_bring_a_coalition_to_the_quota() -> None:
    found = needs(NETWORK, "P", "e", SEATS, 30)
    assert (found.seats, found.missing) == (10, 20)
    assert found.additions == sets("c a")  # either is enough, and c has fewer seats
    assert needs(NETWORK, "P", "e", SEATS, 51).additions == sets("ac")


def test_where_all_friends_are_too_few_what_is_missing_even_then_is_told() -> None:
    found = needs(NETWORK, "P", "e", SEATS, 67)
    assert found.additions == ()
    assert found.short_with_all == 7  # 10 and 30 and 20


def test_a_coalition_that_has_its_majority_needs_nobody_from_outside() -> None:
    found = needs(NETWORK, "Q", "bce", SEATS, 51)
    assert (found.missing, found.additions, found.short_with_all) == (0, (), 0)


def test_a_friend_of_one_power_who_is_hostile_to_another_is_no_friend_of_both() -> None:
    found = needs(NETWORK, "PQ", "e", SEATS, 30)
    assert [one.power for one in found.standings] == ["P", "Q"]
    assert found.additions == sets("c")  # a is hostile to Q, b to P


def test_a_mixed_bloc_brings_seats_only_when_it_counts_as_a_friend() -> None:
    assert needs(NETWORK, "P", "e", SEATS, 75).short_with_all == 15
    found = needs(NETWORK, "P", "e", SEATS, 75, mixed_as_friends=True)
    assert found.additions == sets("acd")


# -- all ways --------------------------------------------------------------------------------------


def test_every_acceptable_way_is_a_minimal_winning_coalition_of_those_who_are_left() -> None:
    found = acceptable_ways(NETWORK, "P", SEATS, 51)
    assert (found.blocs, found.opponents) == (("a", "c", "e"), ("b", "d"))
    assert (found.count, list(found.coalitions())) == (1, [("a", "c", "e")])
    assert (found.needed, found.friends) == (("a", "c", "e"), ("a", "c"))


def test_where_those_who_are_left_are_too_few_nobody_can_win_and_that_is_the_answer() -> None:
    found = acceptable_ways(NETWORK, "PQ", SEATS, 51)
    assert found.blocs == ("c", "e")
    assert (found.game, found.count, list(found.coalitions())) == (None, 0, [])
    assert (found.missing, found.needed) == (21, ())


def test_without_a_power_every_coalition_is_acceptable() -> None:
    found = acceptable_ways(NETWORK, (), SEATS, 51)
    assert found.blocs == tuple(SEATS)
    assert list(found.coalitions(2)) == list(found.coalitions())[:2]
    assert found.count > 2


def test_nonsense_for_a_quota_is_refused() -> None:
    with pytest.raises(ValueError, match="quota"):
        acceptable_ways(NETWORK, "P", SEATS, 0)


# -- by definition ---------------------------------------------------------------------------------

RELATIONS = st.sampled_from(["", "+", "-", "+-"])


@st.composite
def chambers(draw: st.DrawFn) -> tuple[Network, dict[str, int], dict[str, str], int]:
    """A network of blocs and the powers P and Q, seats, the signs between them, and a quota."""
    blocs = "abcdef"[: draw(st.integers(1, 6))]
    seats = {bloc: draw(st.integers(1, 9)) for bloc in blocs}
    signs = {power + bloc: draw(RELATIONS) for power in "PQ" for bloc in blocs}
    words = [ends[0] + sign + ends[1] for ends, both in signs.items() for sign in both]
    quota = draw(st.integers(1, sum(seats.values())))
    return drawn(" ".join(words), more="PQ", seats=seats), seats, signs, quota


def all_sets(blocs: str) -> list[tuple[str, ...]]:
    return [one for size in range(len(blocs) + 1) for one in combinations(blocs, size)]


def total(seats: Mapping[str, int], blocs: tuple[str, ...]) -> int:
    return sum(seats[bloc] for bloc in blocs)


@given(chambers(), st.sampled_from(["P", "Q", "PQ"]), st.booleans())
def test_acceptable_ways_agree_with_the_definition(
    chamber: tuple[Network, dict[str, int], dict[str, str], int], powers: str, mixed: bool
) -> None:
    network, seats, signs, quota = chamber

    def refused(bloc: str) -> bool:
        both = [signs[power + bloc] for power in powers]
        return "-" in both or ("+-" in both and not mixed)

    winning = [
        one
        for one in all_sets("".join(seats))
        if total(seats, one) >= quota and not any(map(refused, one))
    ]
    minimal = [one for one in winning if not any(set(other) < set(one) for other in winning)]
    found = acceptable_ways(network, powers, seats, quota, mixed_as_friends=mixed)
    assert sorted(found.coalitions()) == sorted(minimal)
    assert found.count == len(minimal)
    if winning:
        assert set(found.needed) == set.intersection(*map(set, winning))
    else:
        assert found.missing > 0


@given(chambers(), st.sampled_from(["P", "PQ"]), st.data())
def test_additions_agree_with_the_definition(
    chamber: tuple[Network, dict[str, int], dict[str, str], int], powers: str, data: st.DataObject
) -> None:
    network, seats, signs, quota = chamber
    members = tuple(bloc for bloc in seats if data.draw(st.booleans()))
    outside = "".join(
        bloc
        for bloc in seats
        if bloc not in members
        and "+" in (both := [signs[power + bloc] for power in powers])
        and not {"-", "+-"} & set(both)
    )
    enough = [one for one in all_sets(outside) if total(seats, members + one) >= quota]
    found = needs(network, powers, members, seats, quota)
    assert (found.short_with_all > 0) == (not enough)
    fewest = min(map(len, enough), default=0)
    expected = [one for one in enough if len(one) == fewest and one]
    assert sorted(found.additions) == sorted(expected)
    over = [total(seats, one) for one in found.additions]
    assert over == sorted(over)


# -- the shipped dataset ---------------------------------------------------------------------------


def shipped(scenario: str) -> tuple[Network, dict[str, int], int]:
    dataset = shipped_dataset()
    one = dataset.scenarios[scenario]
    chamber = dataset.chamber_of(one)
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    return dataset.network(one), seats, one.quota(chamber)


def test_in_october_2010_iran_has_friends_and_foes_in_the_chamber() -> None:
    found = standing(shipped("maliki_sadr_2010")[0], "iran")
    assert set(found.friends()) == {"sol10_all", "ina10_isci"}
    assert [pair.b for pair in found.hostile] == ["irq10_rest"]
    assert [pair.b for pair in found.mixed] == ["ina10_sadr"]


def test_a_majority_that_iran_and_america_could_live_with_needs_state_of_law() -> None:
    network, seats, quota = shipped("maliki_sadr_2010")
    found = acceptable_ways(network, ["iran", "usa"], seats, quota)
    assert set(found.opponents) == {"irq10_rest", "ina10_sadr"}
    assert found.needed == ("sol10_all",)
    assert all("sol10_all" in one for one in found.coalitions(50))


def test_syria_is_for_iraqiya_and_against_state_of_law_in_october_2010() -> None:
    network, seats, quota = shipped("maliki_sadr_2010")
    found = acceptable_ways(network, ["syria"], seats, quota)
    assert found.opponents == ("sol10_all",)
    assert set(found.friends) == {"irq10_rest", "ina10_isci"}
    short = needs(network, ["syria"], ["sol10_all", "ina10_sadr"], seats, quota)
    assert (short.missing, short.opponents) == (34, ("sol10_all",))
    assert short.additions == (("irq10_rest",),)


def test_allawi_with_abdul_mahdi_suits_turkey_and_is_refused_by_iran() -> None:
    dataset = shipped_dataset()
    scenario = dataset.scenarios["allawi_abdulmahdi_2010"]
    network, seats, quota = shipped("allawi_abdulmahdi_2010")
    members = [b.id for b in scenario.blocs_of("allawi", dataset.chamber_of(scenario))]
    assert needs(network, ["turkey"], members, seats, quota).acceptable
    before_iran = needs(network, ["iran"], members, seats, quota)
    assert before_iran.opponents == ("irq10_rest",)


def test_leaders_speak_for_their_state_and_a_filter_takes_their_ties_away() -> None:
    dataset = shipped_dataset()
    scenario = dataset.scenarios["maliki_sadr_2010"]
    (hostile,) = standing(dataset.network(scenario), "syria").hostile
    ties = [tie for link in hostile.links for tie in link.ties]
    assert ("assad", "maliki") in {(tie.source, tie.target) for tie in ties}
    without = TieFilter(hidden_kinds=frozenset(tie.kind for tie in ties))
    assert not standing(dataset.network(scenario, shown=without), "syria").hostile
