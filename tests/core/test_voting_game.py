import json
from itertools import islice
from math import comb
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.generating_function import Slots, TooMuchWorkError
from iraq_explorer.core.joint_game import JointGame
from iraq_explorer.core.voting_game import VotingGame
from tests.core.slow_twin import SlowGame, rule, sets

GAMES = json.loads((Path(__file__).parent / "voting_games.json").read_text("utf-8"))["games"]

weights_of_few = st.lists(st.integers(0, 12), min_size=1, max_size=8).filter(any)


@st.composite
def games(draw: st.DrawFn) -> VotingGame:
    weights = tuple(draw(weights_of_few))
    return VotingGame(draw(st.integers(1, sum(weights))), weights)


def slow(game: VotingGame) -> SlowGame:
    return SlowGame(len(game.weights), rule(game.quota, game.weights))


def all_minimal(game: VotingGame) -> list[tuple[int, ...]]:
    return list(game.minimal_winning())


# -- known games -----------------------------------------------------------------------------------


@pytest.mark.parametrize("known", GAMES, ids=lambda known: known["id"])
def test_games_of_the_literature_have_their_known_counts(known: dict[str, Any]) -> None:
    game = VotingGame(known["quota"], tuple(known["weights"]))
    assert game.winning_count == known["winning"]
    assert list(game.swings) == known["swings"]
    assert list(game.vetoes) == known["veto"]
    assert list(game.dummies) == known["dummies"]
    assert ([] if game.dictator is None else [game.dictator]) == known["dictator"]
    assert game.minimal_winning_count == known["minimal_winning_count"]
    listed = all_minimal(game)
    assert len(listed) == known["minimal_winning_count"]
    if "minimal_winning" in known:
        assert sorted(listed) == sorted(map(tuple, known["minimal_winning"]))


# -- agreement with the definitions ----------------------------------------------------------------


@given(games())
def test_counts_agree_with_looking_at_every_set(game: VotingGame) -> None:
    twin = slow(game)
    assert game.winning_count == len(twin.winning)
    assert game.winning_count + game.losing_count == 2**twin.number
    assert game.swings == twin.swings
    assert game.dummies == tuple(p for p, times in enumerate(twin.swings) if times == 0)
    everywhere = frozenset.intersection(*twin.winning)
    assert set(game.vetoes) == everywhere
    alone = {p for p in everywhere if game.wins([p])}
    assert ({game.dictator} if game.dictator is not None else set()) == alone


@given(games())
def test_minimal_winning_coalitions_are_listed_once_each_and_as_many_as_counted(
    game: VotingGame,
) -> None:
    listed = all_minimal(game)
    assert sorted(map(sorted, listed)) == sorted(map(sorted, slow(game).minimal))
    assert len(listed) == game.minimal_winning_count
    assert all(list(members) == sorted(members) for members in listed)


@given(games())
def test_minimal_winning_coalitions_with_fewest_seats_come_first(game: VotingGame) -> None:
    seats = [game.seats(members) for members in game.minimal_winning()]
    assert seats == sorted(seats)


@settings(max_examples=20)
@given(st.lists(st.integers(1, 60), min_size=13, max_size=16), st.floats(0.4, 1))
def test_listing_by_seats_and_listing_from_heavy_to_light_find_the_same(
    weights: list[int], share: float
) -> None:
    game = VotingGame(max(1, int(sum(weights) * share)), tuple(weights))
    listed = all_minimal(game)
    assert len(set(listed)) == len(listed) == game.minimal_winning_count
    assert set(listed) == set(game._as_found())
    seats = [game.seats(members) for members in listed]
    assert seats == sorted(seats)


@given(games())
def test_members_are_critical_where_the_set_loses_without_them(game: VotingGame) -> None:
    twin = slow(game)
    minimal = set(twin.minimal)
    for members in sets(twin.number):
        assert set(game.critical(members)) == twin.critical(members)
        assert game.is_minimal_winning(members) == (members in minimal)


@given(st.data(), weights_of_few)
def test_two_rules_at_once_agree_with_looking_at_every_set(
    data: st.DataObject, weights: list[int]
) -> None:
    number = len(weights)
    others = data.draw(st.lists(st.integers(0, 5), min_size=number, max_size=number).filter(any))
    first = VotingGame(data.draw(st.integers(1, sum(weights))), tuple(weights))
    second = VotingGame(data.draw(st.integers(1, sum(others))), tuple(others))
    joint = JointGame(first, second)
    twin = SlowGame(number, lambda members: first.wins(members) and second.wins(members))
    assert joint.winning_count == len(twin.winning)
    assert joint.swings == twin.swings
    assert joint.dummies == tuple(p for p, times in enumerate(twin.swings) if times == 0)
    assert set(joint.vetoes) == frozenset.intersection(*twin.winning)
    for members in sets(number):
        assert set(joint.critical(members)) == twin.critical(members)


# -- laws ------------------------------------------------------------------------------------------


@given(games())
def test_a_set_blocks_where_it_wins_the_dual_game(game: VotingGame) -> None:
    everyone = range(len(game.weights))
    blocking = 0
    for members in sets(len(game.weights)):
        others = [p for p in everyone if p not in members]
        assert game.blocks(members) == (not game.wins(others)) == game.dual.wins(members)
        blocking += game.blocks(members)
    assert game.blocking_count == blocking
    assert game.dual.dual == game
    assert game.dual.swings == game.swings


@given(games(), st.integers(2, 1000))
def test_seats_counted_in_another_unit_change_nothing(game: VotingGame, unit: int) -> None:
    scaled = VotingGame(game.quota * unit, tuple(weight * unit for weight in game.weights))
    fewer = VotingGame(scaled.quota - unit + 1, scaled.weights)
    for same in (scaled, fewer):
        assert same.swings == game.swings
        assert same.winning_count == game.winning_count
        assert all_minimal(same) == all_minimal(game)


@given(games())
def test_one_who_has_no_seats_doubles_the_sets_and_is_a_dummy(game: VotingGame) -> None:
    more = VotingGame(game.quota, (*game.weights, 0))
    assert more.swings == (*(2 * swings for swings in game.swings), 0)
    assert more.dummies[-1] == len(game.weights)
    assert all_minimal(more) == all_minimal(game)


def test_two_rules_of_the_same_players_are_the_stricter_one() -> None:
    weights = (128, 53, 44, 25, 11, 5, 3, 2, 1, 1, 1, 1)
    strict = VotingGame(184, weights)
    joint = JointGame(VotingGame(138, weights), strict)
    assert joint.swings == strict.swings
    assert joint.winning_count == strict.winning_count


# -- edges and sizes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quota", "weights", "why"),
    [
        (1, (), "at least one player"),
        (2, (3, -1), "negative"),
        (0, (3, 1), "at least 1"),
        (5, (3, 1), "nobody can win"),
    ],
)
def test_what_is_no_game_is_refused(quota: int, weights: tuple[int, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        VotingGame(quota, weights)


def test_two_rules_need_the_same_players() -> None:
    with pytest.raises(ValueError, match="same players"):
        JointGame(VotingGame(2, (1, 1)), VotingGame(2, (1, 1, 1)))


def test_a_quota_of_half_is_a_game_in_which_both_halves_can_win() -> None:
    game = VotingGame(2, (1, 1, 1, 1))
    assert not game.proper
    assert game.wins([0, 1])
    assert game.wins([2, 3])
    assert VotingGame(3, (1, 1, 1, 1)).proper


def test_a_player_alone_is_a_dictator() -> None:
    game = VotingGame(1, (1,))
    assert game.dictator == 0
    assert game.swings == (1,)
    assert all_minimal(game) == [(0,)]


@pytest.mark.parametrize("number", [60, 600])
def test_hundreds_of_equal_players_are_counted_exactly(number: int) -> None:
    need = number // 2 + 1
    game = VotingGame(need, (1,) * number)
    assert set(game.swings) == {comb(number - 1, need - 1)}
    assert game.minimal_winning_count == comb(number, need)
    assert len(list(islice(game.minimal_winning(), 500))) == 500
    assert game.dummies == ()


def test_the_first_coalitions_of_very_many_come_without_making_the_others() -> None:
    game = VotingGame(326, tuple(range(1, 36)) + (1,) * 20)
    assert game.minimal_winning_count > 10**9
    first = list(islice(game.minimal_winning(), 1000))
    assert {game.seats(members) for members in first} == {326}
    assert all(game.is_minimal_winning(members) for members in first)
    assert len(set(first)) == 1000


@settings(max_examples=20)
@given(st.lists(st.integers(10**11, 10**12), min_size=3, max_size=8))
def test_few_players_with_very_large_weights_are_counted_all_the_same(weights: list[int]) -> None:
    game = VotingGame(sum(weights) * 2 // 3, tuple(weights))
    try:
        swings = game.swings
    except TooMuchWorkError:  # sets that differ by next to nothing
        return
    assert swings == slow(game).swings
    assert game.minimal_winning_count == len(all_minimal(game))


def test_one_seat_in_thousands_of_millions_can_decide() -> None:
    weights = (3_999_999_999, 1_234_567_890, 987_654_321, 555_555_555, 400_000_000, 8)
    game = VotingGame(4_000_000_000, weights)
    assert game.swings == slow(game).swings
    assert game.minimal_winning_count == 5
    assert all_minimal(game)[0] == (0, 5)


def test_what_would_take_too_long_is_refused_before_it_starts() -> None:
    game = VotingGame(10**12, tuple(10**11 + p for p in range(40)))
    with pytest.raises(TooMuchWorkError, match="40 players"):
        _ = game.swings
    with pytest.raises(TooMuchWorkError):
        _ = game.minimal_winning_count
    first = list(islice(game.minimal_winning(), 5))
    assert all(game.is_minimal_winning(members) for members in first)


@given(st.lists(st.integers(0, 9), max_size=9), st.integers(0, 9), st.integers(1, 40))
def test_a_player_who_comes_in_and_leaves_leaves_no_trace(
    weights: list[int], last: int, length: int
) -> None:
    slots = Slots(len(weights) + 2, length)
    before, rows = 1, [1]
    for weight in weights:
        before, rows = slots.times(before, weight), slots.join(rows, weight)
    assert slots.without(slots.times(before, last), last) == before
    assert slots.leave(slots.join(rows, last), last)[: len(rows)] == rows
    assert sum(rows) == before
