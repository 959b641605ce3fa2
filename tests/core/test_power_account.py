from fractions import Fraction
from itertools import permutations
from math import factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.players import By, Player
from iraq_explorer.core.power_account import CAP, Account, account_of
from iraq_explorer.core.power_index import INDICES
from iraq_explorer.core.power_standing import (
    HEADS,
    UNDER_TWO_RULES,
    WITH_UNIONS,
    PowerQuestion,
    Standing,
    standing_of,
)
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.swing_example import Swings, minimal_by_size, minimal_with
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.slow_twin import SlowGame
from tests.core.test_voting_game import games, slow

small = games().filter(lambda game: len(game.weights) <= 6)
UNIONS = st.sampled_from(["red", "blue", None])


def with_heads(game: VotingGame, heads: int) -> SlowGame:
    return SlowGame(len(game.weights), lambda s: game.wins(s) and len(set(s)) >= heads)


def standing(scenario: str, question: PowerQuestion) -> Standing:
    dataset = shipped_dataset()
    found = dataset.scenarios[scenario]
    return standing_of(found, dataset.chamber_of(found), question)


# -- the coalitions --------------------------------------------------------------------------------


@given(games(), st.data())
def test_swings_are_the_winning_sets_that_lose_without_the_player(
    game: VotingGame, data: st.DataObject
) -> None:
    player = data.draw(st.integers(0, len(game.weights) - 1))
    twin = slow(game)
    swings = Swings(game, player)
    listed = list(swings)
    assert {frozenset(s) for s in listed} == {s for s in twin.winning if player in twin.critical(s)}
    assert len(listed) == len(set(listed)) == swings.count
    assert [len(s) for s in listed] == sorted(len(s) for s in listed)
    for size, sets in swings.by_size.items():
        assert sum(len(s) - 1 == size[1] for s in listed) == sets


@given(games(), st.data())
def test_swings_under_a_second_rule_that_counts_heads(
    game: VotingGame, data: st.DataObject
) -> None:
    number = len(game.weights)
    player, heads = data.draw(st.integers(0, number - 1)), data.draw(st.integers(1, number))
    twin = with_heads(game, heads)
    swings = Swings(game, player, heads)
    listed = [frozenset(s) for s in swings]
    assert set(listed) == {s for s in twin.winning if player in twin.critical(s)}
    assert len(listed) == swings.count == twin.swings[player]


@given(games(), st.data())
def test_swings_are_counted_by_how_many_are_critical(game: VotingGame, data: st.DataObject) -> None:
    player = data.draw(st.integers(0, len(game.weights) - 1))
    twin = slow(game)
    sizes = [len(critical) for s in twin.winning if player in (critical := twin.critical(s))]
    assert Swings(game, player).by_critical() == {k: sizes.count(k) for k in set(sizes)}


@given(games(), st.data())
def test_minimal_winning_coalitions_are_counted_by_size(
    game: VotingGame, data: st.DataObject
) -> None:
    player = data.draw(st.integers(0, len(game.weights) - 1))
    minimal = slow(game).minimal
    sizes = [len(s) for s in minimal]
    assert minimal_by_size(game) == {k: sizes.count(k) for k in set(sizes)}
    others = [len(s) for s in minimal if player not in s]
    assert minimal_by_size(game, player) == {k: others.count(k) for k in set(others)}
    assert {frozenset(s) for s in minimal_with(game, player)} == {s for s in minimal if player in s}


# -- the numbers -----------------------------------------------------------------------------------


def account(game: VotingGame, question: PowerQuestion, player: int, **more: object) -> Account:
    """The account of a player of a game that is no scenario's."""
    players = tuple(Player(str(p), str(p), seats, ()) for p, seats in enumerate(game.weights))
    unions = more.get("unions")
    made = Standing(question, players, game, (game.quota,), unions)  # type: ignore[arg-type]
    if question.second == HEADS:
        twin = with_heads(game, made.heads or 1)
        shares = two_rule_shares(twin, question.index)
    elif unions is not None:
        shares = WITH_UNIONS[question.index](game, unions)  # type: ignore[arg-type]
    else:
        shares = INDICES[question.index](game)
    return account_of(Standing(question, players, game, (game.quota,), unions, shares), player)  # type: ignore[arg-type]


def two_rule_shares(twin: SlowGame, index: str) -> tuple[Fraction, ...]:
    winning, swings = len(twin.winning), twin.swings
    if index == "shapley_shubik":
        return twin.shapley_shubik()
    of = {
        "banzhaf": sum(swings),
        "banzhaf_absolute": 2 ** (twin.number - 1),
        "coleman_prevent": winning,
        "coleman_initiate": 2**twin.number - winning,
    }[index]
    return tuple(Fraction(s, of) for s in swings)


def adds_up(found: Account) -> None:
    assert found.worth / found.of == found.share
    listed = list(found.coalitions())
    assert len(listed) == min(found.count, CAP)
    for members in listed:
        example = found.example(members)
        assert found.player in members
        assert example.over >= 0
        assert example.short > 0 or example.heads_short > 0


@given(games(), st.data(), st.sampled_from(list(INDICES)))
def test_what_is_counted_adds_up_exactly_to_the_share(
    game: VotingGame, data: st.DataObject, index: str
) -> None:
    player = data.draw(st.integers(0, len(game.weights) - 1))
    adds_up(account(game, PowerQuestion(index=index), player))


@settings(max_examples=40)
@given(small, st.data(), st.sampled_from(UNDER_TWO_RULES))
def test_under_two_rules_it_adds_up_too(game: VotingGame, data: st.DataObject, index: str) -> None:
    player = data.draw(st.integers(0, len(game.weights) - 1))
    number = len(game.weights)
    if not with_heads(game, number // 2 + 1).winning:
        return
    adds_up(account(game, PowerQuestion(index=index, second=HEADS), player))


@given(games(), st.data(), st.sampled_from(list(WITH_UNIONS)))
def test_with_unions_it_adds_up_too(game: VotingGame, data: st.DataObject, index: str) -> None:
    number = len(game.weights)
    player = data.draw(st.integers(0, number - 1))
    unions = tuple(data.draw(st.lists(UNIONS, min_size=number, max_size=number)))
    adds_up(account(game, PowerQuestion(By.BLOC, index), player, unions=unions))


@settings(max_examples=25)
@given(small, st.data())
def test_orders_are_told_by_how_many_come_before(game: VotingGame, data: st.DataObject) -> None:
    number = len(game.weights)
    player = data.draw(st.integers(0, number - 1))
    found = account(game, PowerQuestion(index="shapley_shubik"), player)
    places = [0] * number
    for order in permutations(range(number)):
        before = order[: order.index(player)]
        places[len(before)] += game.wins((*before, player)) and not game.wins(before)
    told = {term.size[0]: term.worth for term in found.terms}
    assert told == {k: orders for k, orders in enumerate(places) if orders}
    assert found.of == factorial(number)


def test_the_coalitions_of_a_large_game_are_counted_whole_and_listed_up_to_a_limit() -> None:
    game = VotingGame(326, (*(1 + place % 20 for place in range(59)), 53))
    found = account(game, PowerQuestion(), 0)
    assert found.count > 10**15
    assert len(list(found.coalitions())) == CAP


# -- scenarios -------------------------------------------------------------------------------------


def test_the_kurdistan_alliance_by_list_at_163_has_as_many_coalitions_as_gorran() -> None:
    found = standing("maliki_sadr_2010", PowerQuestion(By.LIST))
    ids = [player.id for player in found.players]
    alliance, gorran = (account_of(found, ids.index(name)) for name in ("ka10", "gor10"))
    assert alliance.count == gorran.count
    first = next(alliance.coalitions())
    assert [found.players[p].name for p in first] == ["Iraqiya", "INA", "Kurdistan Alliance"]
    example = alliance.example(first)
    assert (example.seats, example.over, example.short) == (204, 41, 2)


def test_of_two_rules_that_count_the_same_seats_the_higher_decides() -> None:
    both = standing("maliki_sadr_2010", PowerQuestion(By.LIST, second="two_thirds"))
    assert both.quotas == (163, 217)
    assert both.game.quota == 217
    assert both.heads is None


def test_a_second_rule_can_count_heads() -> None:
    both = standing("maliki_sadr_2010", PowerQuestion(By.LIST, second=HEADS))
    assert both.heads == 8
    assert both.shares is not None
    seat = next(p for p, player in enumerate(both.players) if player.seats == 1)
    alone = standing("maliki_sadr_2010", PowerQuestion(By.LIST))
    assert alone.shares is not None
    assert both.shares[seat] > alone.shares[seat]
    unknown = standing("maliki_sadr_2010", PowerQuestion(By.LIST, "holler", HEADS))
    assert unknown.shares is None


def test_indices_with_unions_are_reckoned_by_bloc() -> None:
    found = standing("maliki_sadr_2010", PowerQuestion(By.LIST, "owen"))
    assert len(found.players) == 23
    assert found.shares is not None
    assert sum(found.shares) == 1


def test_a_part_of_a_list_is_called_after_its_coalition_or_its_largest_bloc() -> None:
    def names(scenario: str) -> list[str]:
        return [player.name for player in standing(scenario, PowerQuestion()).players]

    assert "Rest of the INA" in names("maliki_sadr_2010")
    assert "Sadrists, Fadhila" in names("salvation_front_2007")
    assert "Badr + 4" in names("allawi_abdulmahdi_2010")


def test_a_quota_that_nobody_reaches_is_no_game(chamber: Chamber, scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="nobody can win"):
        standing_of(scenario.with_quota(101), chamber, PowerQuestion())
