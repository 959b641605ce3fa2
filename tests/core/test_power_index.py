from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.joint_game import JointGame
from iraq_explorer.core.players import By, game_of, players_of, unions_of
from iraq_explorer.core.power_index import (
    INDICES,
    banzhaf,
    banzhaf_absolute,
    banzhaf_owen,
    coleman_collectivity,
    coleman_initiate,
    coleman_prevent,
    deegan_packel,
    holler,
    johnston,
    normalised,
    owen,
    power_table,
    shapley_shubik,
)
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.slow_twin import SlowGame
from tests.core.test_voting_game import GAMES, games, slow

NORMALISED = ("banzhaf", "shapley_shubik", "deegan_packel", "holler", "johnston")


# -- known games -----------------------------------------------------------------------------------


@pytest.mark.parametrize("known", GAMES, ids=lambda known: known["id"])
def test_games_of_the_literature_have_their_known_indices(known: dict[str, Any]) -> None:
    game = VotingGame(known["quota"], tuple(known["weights"]))
    for name, index in INDICES.items():
        assert [str(share) for share in index(game)] == known[name], name
    assert str(coleman_collectivity(game)) == known["coleman_collectivity"]


def seats_of_lists(chamber: str) -> dict[str, int]:
    return {entry.id: entry.seats for entry in shipped_dataset().chambers[chamber].lists}


def by_list(chamber: str, quota: int, index: Any = banzhaf) -> dict[str, Fraction]:
    lists = seats_of_lists(chamber)
    game = VotingGame(quota, tuple(lists.values()))
    return dict(zip(lists, index(game), strict=True))


@pytest.mark.parametrize("index", [banzhaf, shapley_shubik, johnston])
def test_at_163_of_325_the_kurdistan_alliance_has_no_more_power_than_gorran(index: Any) -> None:
    power = by_list("cor2010", 163, index)
    assert (seats_of_lists("cor2010")["ka10"], seats_of_lists("cor2010")["gor10"]) == (43, 8)
    assert power["ka10"] == power["gor10"]


@pytest.mark.parametrize("index", [banzhaf, shapley_shubik, johnston])
def test_at_217_of_325_the_kurdistan_alliance_equals_the_ina(index: Any) -> None:
    power = by_list("cor2010", 217, index)
    assert power["ka10"] == power["ina10"] > power["gor10"]


@pytest.mark.parametrize("index", [banzhaf, shapley_shubik, johnston])
def test_at_138_of_275_four_lists_from_53_to_11_seats_are_exactly_equal(index: Any) -> None:
    power, lists = by_list("cor2005", 138, index), seats_of_lists("cor2005")
    equal = ("ka05", "taw05", "inl05", "indf05")
    assert [lists[name] for name in equal] == [53, 44, 25, 11]
    assert len({power[name] for name in equal}) == 1


# -- agreement with the definitions ----------------------------------------------------------------


@given(games())
def test_indices_agree_with_looking_at_every_set(game: VotingGame) -> None:
    twin = slow(game)
    number, winning = twin.number, len(twin.winning)
    assert banzhaf(game) == twin.shared(twin.winning, alike=True)
    assert banzhaf_absolute(game) == tuple(Fraction(s, 2 ** (number - 1)) for s in twin.swings)
    assert coleman_prevent(game) == tuple(Fraction(s, winning) for s in twin.swings)
    assert coleman_initiate(game) == tuple(Fraction(s, 2**number - winning) for s in twin.swings)
    assert coleman_collectivity(game) == Fraction(winning, 2**number)
    assert holler(game) == twin.shared(twin.minimal, alike=True)
    assert deegan_packel(game) == twin.shared(twin.minimal, alike=False)
    assert johnston(game) == twin.shared(twin.winning, alike=False)


small = games().filter(lambda game: len(game.weights) <= 6)


@settings(max_examples=50)
@given(small)
def test_shapley_and_shubik_agree_with_looking_at_every_order(game: VotingGame) -> None:
    assert shapley_shubik(game) == slow(game).shapley_shubik()


@settings(max_examples=50)
@given(st.data(), small)
def test_indices_with_unions_agree_with_their_definitions(
    data: st.DataObject, game: VotingGame
) -> None:
    number = len(game.weights)
    named = st.sampled_from(["red", "blue", "green", None])
    unions = data.draw(st.lists(named, min_size=number, max_size=number))
    assert owen(game, unions) == slow(game).owen(unions)
    assert banzhaf_owen(game, unions) == slow(game).banzhaf_owen(unions)


@settings(max_examples=50)
@given(st.data(), small)
def test_shapley_and_shubik_under_two_rules_agree_with_looking_at_every_order(
    data: st.DataObject, game: VotingGame
) -> None:
    heads = VotingGame(data.draw(st.integers(1, len(game.weights))), (1,) * len(game.weights))
    twin = SlowGame(len(game.weights), lambda s: game.wins(s) and heads.wins(s))
    assert JointGame(game, heads).shapley_shubik == twin.shapley_shubik()


# -- laws ------------------------------------------------------------------------------------------


@given(games())
def test_shares_of_power_add_up_to_one(game: VotingGame) -> None:
    for name in NORMALISED:
        assert sum(INDICES[name](game)) == 1, name
    assert sum(owen(game, [place % 2 for place in range(len(game.weights))])) == 1


@given(games())
def test_dummies_have_no_power_and_all_others_some(game: VotingGame) -> None:
    for name in INDICES:
        powerless = {p for p, share in enumerate(INDICES[name](game)) if share == 0}
        assert powerless == set(game.dummies), name


@given(games())
def test_equal_seats_have_equal_power_and_more_seats_no_fewer_swings(game: VotingGame) -> None:
    for name, index in INDICES.items():
        by_weight: dict[int, set[Fraction]] = {}
        for weight, share in zip(game.weights, index(game), strict=True):
            by_weight.setdefault(weight, set()).add(share)
        assert all(len(shares) == 1 for shares in by_weight.values()), name
        if name not in {"deegan_packel", "holler"}:  # which do not grow with the seats
            ordered = [min(by_weight[weight]) for weight in sorted(by_weight)]
            assert ordered == sorted(ordered), name


@given(games())
def test_the_game_of_blocking_has_the_same_swings_and_the_same_orders(game: VotingGame) -> None:
    assert banzhaf(game.dual) == banzhaf(game)
    assert shapley_shubik(game.dual) == shapley_shubik(game)
    assert coleman_prevent(game.dual) == coleman_initiate(game)


@given(games(), st.integers(2, 100))
def test_seats_counted_in_another_unit_leave_every_index(game: VotingGame, unit: int) -> None:
    scaled = VotingGame(game.quota * unit, tuple(weight * unit for weight in game.weights))
    for name, index in INDICES.items():
        assert index(scaled) == index(game), name


@given(games())
def test_a_union_of_all_and_no_unions_at_all_change_nothing(game: VotingGame) -> None:
    number = len(game.weights)
    for unions in (["one"] * number, [None] * number, list(range(number))):
        assert owen(game, unions) == shapley_shubik(game)
        assert banzhaf_owen(game, unions) == banzhaf_absolute(game)


@given(st.data(), games())
def test_a_union_has_the_power_that_its_members_merged_would_have(
    data: st.DataObject, game: VotingGame
) -> None:
    number = len(game.weights)
    unions = data.draw(st.lists(st.sampled_from("abc"), min_size=number, max_size=number))
    names = sorted(set(unions))
    merged = VotingGame(
        game.quota,
        tuple(sum(w for w, u in zip(game.weights, unions, strict=True) if u == n) for n in names),
    )
    parts = owen(game, unions)
    for name, share in zip(names, shapley_shubik(merged), strict=True):
        own = sum(part for part, union in zip(parts, unions, strict=True) if union == name)
        assert own == share


def test_the_share_of_nothing_is_nothing() -> None:
    assert normalised([0, 0]) == (0, 0)


def test_there_is_a_union_for_each_player() -> None:
    with pytest.raises(ValueError, match="3 players"):
        owen(VotingGame(2, (1, 1, 1)), ["a"])


# -- sizes -----------------------------------------------------------------------------------------


def test_sixty_players_at_650_seats_have_every_index() -> None:
    weights = tuple(1 + place % 20 for place in range(59))
    game = VotingGame(326, (*weights, 650 - sum(weights)))
    table = power_table(game)
    assert table.notes == {}
    for name in NORMALISED:
        shares = table.shares[name]
        assert shares is not None
        assert sum(shares) == 1


def test_six_hundred_players_overflow_nothing() -> None:
    game = VotingGame(326, (30, 21, *(1,) * 598))
    for index in (banzhaf, shapley_shubik):
        shares = index(game)
        assert sum(shares) == 1
        assert shares[0] > shares[1] > shares[2] > 0
    assert sum(holler(game)) == 1


def test_one_among_six_hundred_equals_has_a_six_hundredth() -> None:
    assert set(shapley_shubik(VotingGame(301, (1,) * 600))) == {Fraction(1, 600)}


def test_an_index_that_would_take_too_long_is_left_out_with_the_reason() -> None:
    table = power_table(VotingGame(10**12, tuple(10**11 + place for place in range(40))))
    assert table.winning is table.swings is table.dummies is None
    assert set(table.shares.values()) == {None}
    assert "40 players" in table.notes["shapley_shubik"]
    assert set(INDICES) <= set(table.notes)


# -- the players of a scenario ---------------------------------------------------------------------


def test_players_are_blocs_lists_or_coalitions(scenario: Scenario, chamber: Chamber) -> None:
    def seats(by: By) -> list[int]:
        return [player.seats for player in players_of(scenario, chamber, by)]

    assert seats(By.BLOC) == [30, 15, 5, 28, 20, 2]
    assert seats(By.LIST) == [50, 28, 20, 2]
    assert seats(By.COALITION) == [58, 20, 15, 5, 2]
    red, *_, last = players_of(scenario, chamber, By.COALITION)
    assert (red.name, red.blocs) == ("Red", ("clerics", "law"))
    assert last.blocs == ("minority",)


def test_a_coalition_without_blocs_does_not_play(scenario: Scenario, chamber: Chamber) -> None:
    empty = scenario.with_new_coalition("Empty")
    assert players_of(empty, chamber, By.COALITION) == players_of(scenario, chamber, By.COALITION)


def test_the_game_of_a_scenario_is_under_its_rule(scenario: Scenario, chamber: Chamber) -> None:
    assert game_of(scenario, chamber).quota == 51
    assert game_of(scenario.with_rule("two-thirds"), chamber, By.LIST).quota == 67
    with pytest.raises(ValueError, match="nobody can win"):
        game_of(scenario.with_quota(101), chamber)


def test_coalitions_are_the_unions_of_owens_indices(scenario: Scenario, chamber: Chamber) -> None:
    unions = unions_of(scenario, chamber)
    assert unions == ("red", None, None, "red", "blue", None)
    shares = owen(game_of(scenario, chamber), unions)
    assert shares[0] + shares[3] == 1  # red has the majority
