import json
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.legislature import LegislatureType, flips, legislature_type
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset

GAMES = json.loads((Path(__file__).parent / "voting_games.json").read_text("utf-8"))["games"]
Type = LegislatureType


# By hand from the three largest weights and the quota.
KNOWN = {
    "eec1958": Type.OPEN,
    "unsc": Type.OPEN,
    "nassau1958": Type.TOP_THREE,
    "nassau1982": Type.OPEN,
    "holler35": Type.TOP_TWO,
    "ns16": Type.STRONGLY_DOMINANT,
    "coop8642": Type.STRONGLY_DOMINANT,
    "johnston321": Type.STRONGLY_DOMINANT,
    "dewiki_mwc": Type.STRONGLY_DOMINANT,
    "bundestag2025": Type.STRONGLY_DOMINANT,
    "ec12_1986": Type.OPEN,
    "iraq_dec2005_two_thirds": Type.OPEN,
    "iraq_2010_simple": Type.TOP_TWO,
}


@pytest.mark.parametrize("known", GAMES, ids=lambda known: known["id"])
def test_games_of_the_literature_have_their_known_type(known: dict[str, Any]) -> None:
    assert legislature_type(known["weights"], known["quota"]) is KNOWN[known["id"]]


seats_of_few = st.lists(st.integers(0, 12), min_size=1, max_size=7).filter(any)


@given(seats_of_few, st.data())
def test_each_legislature_is_of_the_one_type_that_its_winning_sets_give(
    seats: list[int], data: st.DataObject
) -> None:
    quota = data.draw(st.integers(1, sum(seats) + 3))
    first, second, third = (*sorted(seats, reverse=True), 0, 0, 0)[:3]
    by_definition = {
        Type.SINGLE: first >= quota,
        Type.TOP_THREE: first < quota and second + third >= quota,
        Type.STRONGLY_DOMINANT: first < quota <= first + third and second + third < quota,
        Type.TOP_TWO: first < quota <= first + second and first + third < quota,
        Type.OPEN: first + second < quota,
    }
    holding = [type_ for type_, holds in by_definition.items() if holds]
    # With one list alone, S1 + S2 is S1: no two win, and no one.
    assert holding == [legislature_type(seats, quota)]


@given(seats_of_few, st.data())
def test_in_a_top_three_legislature_nobody_else_counts_if_the_quota_is_above_half(
    seats: list[int], data: st.DataObject
) -> None:
    quota = data.draw(st.integers(sum(seats) // 2 + 1, sum(seats)))
    if legislature_type(seats, quota) is Type.TOP_THREE:
        assert sum(swings > 0 for swings in VotingGame(quota, tuple(seats)).swings) == 3


def test_with_a_quota_of_half_or_less_others_can_count_too() -> None:
    # Half of 14: the fourth and the fifth win with the third, whom no two of the others need.
    assert legislature_type((4, 4, 3, 2, 1), 7) is Type.TOP_THREE
    assert VotingGame(7, (4, 4, 3, 2, 1)).swings[3] > 0


# -- the nearest seat change -----------------------------------------------------------------------


@cache
def divisions(total: int, parts: int) -> tuple[tuple[int, ...], ...]:
    if parts == 1:
        return ((total,),)
    return tuple(
        (own, *rest) for own in range(total + 1) for rest in divisions(total - own, parts - 1)
    )


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5).filter(any), st.data())
def test_the_nearest_legislature_of_each_type_is_as_near_as_any(
    seats: list[int], data: st.DataObject
) -> None:
    total = sum(seats)
    quota = data.draw(st.integers(1, total + 2))
    near: dict[Type, int] = {}
    for after in divisions(total, len(seats)):
        moved = sum(max(0, new - old) for old, new in zip(seats, after, strict=True))
        type_ = legislature_type(after, quota)
        near[type_] = min(moved, near.get(type_, moved))
    found = flips(seats, quota)
    assert {flip.type: flip.moved for flip in found} == {
        type_: moved for type_, moved in near.items() if moved
    }
    assert [flip.moved for flip in found] == sorted(flip.moved for flip in found)
    for flip in found:
        moved = sum(max(0, new - old) for old, new in zip(seats, flip.seats, strict=True))
        assert (moved, sum(flip.seats)) == (flip.moved, total)
        assert legislature_type(flip.seats, quota) is flip.type
        simple = set()
        for giver, taker in combinations_with_replacement(range(len(seats)), 2):
            for a, b in ((giver, taker), (taker, giver)):
                after_move = list(seats)
                after_move[a] -= flip.moved
                after_move[b] += flip.moved
                right = legislature_type(after_move, quota) is flip.type
                if a != b and after_move[a] >= 0 and right:
                    simple.add((a, b))
        assert set(flip.simple) == simple


def test_2010_is_two_seats_from_strongly_dominant() -> None:
    lists = shipped_dataset().chambers["cor2010"].lists
    seats = [entry.seats for entry in lists]
    assert legislature_type(seats, 163) is Type.TOP_TWO
    nearest = flips(seats, 163)[0]
    assert (nearest.type, nearest.moved) == (Type.STRONGLY_DOMINANT, 2)
    told = [(lists[giver].id, lists[taker].id) for giver, taker in nearest.simple]
    assert ("sol10", "ina10") in told
    assert ("sol10", "irq10") in told
    assert {taker for _, taker in told} == {"irq10", "ina10"}


def test_december_2005_is_strongly_dominant_at_138_and_open_at_184() -> None:
    seats = [entry.seats for entry in shipped_dataset().chambers["cor2005"].lists]
    assert legislature_type(seats, 138) is Type.STRONGLY_DOMINANT
    assert legislature_type(seats, 184) is Type.OPEN
    assert (flips(seats, 138)[0].type, flips(seats, 138)[0].moved) == (Type.SINGLE, 10)
    assert (flips(seats, 184)[0].type, flips(seats, 184)[0].moved) == (Type.TOP_TWO, 3)


def test_a_quota_has_to_be_positive() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        legislature_type((1,), 0)
