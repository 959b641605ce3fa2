"""The laws of the game: how blocs are dealt, what is private, how offers and votes go, points."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import deal, moved, owner_of
from iraq_explorer.core.negotiation import Game, begin, shared_posts
from iraq_explorer.core.negotiation_outcome import agreed_scenario, contrast, what_followed
from iraq_explorer.core.portfolios import Divisors
from iraq_explorer.core.private_card import (
    RED_LINES,
    WISHES,
    DrawnFrom,
    Outcome,
    Wish,
    WishKind,
    kept,
)
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.core.tally import count_of
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.small_chambers import chamber_of

FOR, AGAINST = Stance.FOR, Stance.AGAINST


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


def game_of(dataset: Dataset, groups: int = 4, seed: int = 1, posts: int = 42) -> Game:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    hands = deal(dataset.chamber_of(scenario), groups, seed)
    return begin(scenario, dataset, hands, seed, posts=posts)


@pytest.fixture
def game(dataset: Dataset) -> Game:
    return game_of(dataset)


def winners(game: Game) -> tuple[int, ...]:
    """Groups that have the line together, those with most seats first."""
    order = sorted(game.groups, key=lambda g: -game.seats(g))
    for count in range(2, len(order) + 1):
        if sum(game.seats(g) for g in order[:count]) >= game.quota:
            return tuple(order[:count])
    raise AssertionError


def carried(game: Game) -> Game:
    """A game in which the largest groups agreed and everybody in it voted for."""
    groups = winners(game)
    blocs = [bloc for g in groups for bloc in game.hands[g]]
    posts = shared_posts({g: game.seats(g) for g in sorted(groups)}, game.posts)
    game = game.offer(groups[0], blocs, posts)
    for group in groups[1:]:
        game = game.answer(0, group, True)
    return game.vote(0, {g: FOR if g in groups else AGAINST for g in game.groups})


# -- dealing ---------------------------------------------------------------------------------------

sizes = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(0, 90)), min_size=6, max_size=24
).filter(lambda blocs: sum(seats for _, seats in blocs) > 0)


@given(sizes, st.integers(2, 6), st.integers(0, 10_000))
def test_every_bloc_is_dealt_once_and_seats_differ_by_no_more_than_the_largest(
    blocs: list[tuple[str, int]], groups: int, seed: int
) -> None:
    chamber = chamber_of({f"b{k}": bloc for k, bloc in enumerate(blocs)})
    hands = deal(chamber, groups, seed)
    dealt = [bloc for own in hands for bloc in own]
    assert sorted(dealt) == sorted(chamber.bloc_by_id)
    assert all(hands)
    totals = [chamber.seats_of(own) for own in hands]
    assert max(totals) - min(totals) <= max(bloc.seats for bloc in chamber.blocs)


def test_the_same_seed_deals_the_same_and_another_one_otherwise(dataset: Dataset) -> None:
    chamber = dataset.chambers["cor2010"]
    assert deal(chamber, 4, 7) == deal(chamber, 4, 7)
    assert len({deal(chamber, 4, seed) for seed in range(12)}) > 3


def test_lists_stay_together_where_that_is_fair(dataset: Dataset) -> None:
    hands = deal(dataset.chambers["cor2010"], 4, 1)
    assert owner_of(hands, "ka10_kdp") == owner_of(hands, "ka10_puk")
    assert len({owner_of(hands, b) for b in ("irq10_rest", "irq10_hiwar", "irq10_hal")}) == 1


def test_a_bloc_is_given_to_another_group_by_hand_but_not_the_last_one() -> None:
    chamber = chamber_of({"a": ("a", 5), "b": ("b", 4), "c": ("c", 3)})
    hands = (("a", "b"), ("c",))
    assert moved(hands, "a", 1, chamber) == (("b",), ("a", "c"))
    with pytest.raises(ValueError, match="at least one"):
        moved(hands, "c", 0, chamber)
    with pytest.raises(ValueError, match="no group"):
        moved(hands, "a", 2, chamber)


def test_too_many_groups_and_too_few_blocs_are_refused() -> None:
    chamber = chamber_of({"a": ("a", 5), "b": ("b", 4)})
    for groups in (1, 7):
        with pytest.raises(ValueError, match="groups can play"):
            deal(chamber, groups, 1)
    with pytest.raises(ValueError, match="too few"):
        deal(chamber, 3, 1)


def test_blocs_dealt_twice_or_to_nobody_are_refused(dataset: Dataset, game: Game) -> None:
    hands = game.hands
    for wrong in (hands[:-1], (*hands[:-1], (*hands[-1], hands[0][0])), (*hands, ())):
        with pytest.raises(ValueError, match="dealt once"):
            begin(game.scenario, dataset, wrong, 1)


# -- cards -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("groups", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("drawn_from", DrawnFrom)
@pytest.mark.parametrize("chamber", ["maliki_sadr_2010", "elected_2005"])
def test_every_card_has_the_same_worth_and_names_own_and_others_blocs(
    dataset: Dataset, groups: int, drawn_from: DrawnFrom, chamber: str
) -> None:
    scenario = dataset.scenarios[chamber]
    for seed in range(15):
        hands = deal(dataset.chamber_of(scenario), groups, seed)
        game = begin(scenario, dataset, hands, seed, drawn_from=drawn_from, posts=30)
        worth = set()
        for group, card in enumerate(game.cards):
            red = [wish for wish in card if wish.red_line]
            assert len(red) == RED_LINES
            assert len(card) == RED_LINES + WISHES
            for wish in card:
                assert not wish.bloc or wish.bloc in hands[group]
                assert not wish.other or wish.other not in hands[group]
                assert not wish.ties or drawn_from is DrawnFrom.RECORD
            refused = {wish.other for wish in red}
            wanted = {wish.other for wish in card if wish.kind is WishKind.WITH}
            assert not refused & wanted
            worth.add((sum(w.points for w in red), sum(w.points for w in card if not w.red_line)))
        assert len(worth) == 1


def test_red_lines_of_the_record_rest_on_hostile_ties_in_force(dataset: Dataset) -> None:
    game = game_of(dataset)
    day = dataset.day_of(game.scenario)
    found = [dataset.ties[t] for card in game.cards for w in card if w.red_line for t in w.ties]
    assert found
    assert all(tie.sign < 0 and tie.period.contains(day) for tie in found)
    friendly = [dataset.ties[t] for card in game.cards for w in card if not w.red_line
                for t in w.ties]  # fmt: skip
    assert friendly
    assert all(tie.sign > 0 and tie.period.contains(day) for tie in friendly)


def test_the_same_seed_draws_the_same_cards(dataset: Dataset) -> None:
    assert game_of(dataset, seed=3).cards == game_of(dataset, seed=3).cards
    assert game_of(dataset, seed=3).cards != game_of(dataset, seed=4).cards


def test_no_group_sees_the_card_of_another(game: Game) -> None:
    for viewer in (*game.groups, None):
        seen = game.seen_by(viewer)
        for group in game.groups:
            if group == viewer:
                assert seen.cards[group] == game.cards[group]
            else:
                assert seen.cards[group] == ()
                assert seen.lines(group) == ()
        assert seen.seed == 0  # which would draw all cards again
        assert replace(seen, cards=game.cards, seed=game.seed) == game
    told = repr(game)
    assert "Wish" not in told
    assert "cards" not in told


def test_each_kind_of_wish_is_judged_by_the_government() -> None:
    hands = (("a", "b"), ("c",), ("d",))
    seats = {"a": 40, "b": 10, "c": 30, "d": 20}
    some = Outcome(hands, frozenset({"a", "c"}), {0: 5, 1: 3}, over=4, seats=seats)
    none = Outcome(hands, seats=seats)

    def both(wish: Wish, group: int) -> tuple[bool, bool]:
        return kept(wish, group, some), kept(wish, group, none)

    kind = WishKind
    assert both(Wish(kind.APART, 3, "a", "c"), 0) == (False, True)
    assert both(Wish(kind.APART, 3, "b", "c"), 0) == (True, True)  # it left its own bloc out
    assert both(Wish(kind.GOVERN, 3), 0) == (True, False)
    assert both(Wish(kind.GOVERN, 3), 2) == (False, False)
    assert both(Wish(kind.WITH, 2, other="c"), 0) == (True, False)
    assert both(Wish(kind.WITH, 2, other="c"), 2) == (False, False)
    assert both(Wish(kind.LEAD, 2), 0) == (True, False)
    assert both(Wish(kind.LEAD, 2), 1) == (False, False)
    assert both(Wish(kind.POSTS, 2, number=3), 1) == (True, False)
    assert both(Wish(kind.POSTS, 2, number=4), 1) == (False, False)
    assert both(Wish(kind.FEW, 2, number=2), 2) == (True, False)
    assert both(Wish(kind.FEW, 2, number=1), 2) == (False, False)
    assert both(Wish(kind.BROAD, 2, number=4), 0) == (True, False)
    assert both(Wish(kind.BROAD, 2, number=5), 0) == (False, False)


# -- offers, answers, votes ------------------------------------------------------------------------


def test_an_offer_is_voted_on_when_every_partner_has_accepted(game: Game) -> None:
    groups = winners(game)
    blocs = [bloc for g in groups for bloc in game.hands[g]]
    game = game.offer(groups[0], blocs)
    assert game.partners(game.offers[0]) == tuple(sorted(groups))
    with pytest.raises(ValueError, match="accept before"):
        game.vote(0, {})
    for group in groups[1:]:
        game = game.answer(0, group, False)
        game = game.answer(0, group, True)
    assert game.accepted(game.offers[0])
    lost = game.vote(0, dict.fromkeys(game.groups, AGAINST))
    assert lost.government is None
    assert not lost.open(lost.offers[0])
    assert not lost.over
    won = game.vote(0, dict.fromkeys(groups, FOR))
    assert won.government == won.offers[0]
    assert won.over
    assert won.divisions[0].stances[next(g for g in game.groups if g not in groups)] == (
        Stance.ABSTAIN
    )


def test_the_vote_goes_by_the_rule_of_the_scenario(dataset: Dataset) -> None:
    scenario = dataset.scenarios["maliki_sadr_2010"].with_rule("two_thirds")
    hands = deal(dataset.chamber_of(scenario), 4, 1)
    game = begin(scenario, dataset, hands, 1)
    assert game.quota == 217
    two = sorted(game.groups, key=game.seats)[2:]
    blocs = [bloc for g in two for bloc in hands[g]]
    assert 163 <= game.verdict(blocs).seats < 217
    game = game.offer(two[0], blocs).answer(0, two[1], True).vote(0, dict.fromkeys(two, FOR))
    assert game.government is None
    assert game.divisions[0].verdict.short == 217 - game.verdict(blocs).seats


def test_what_breaks_the_rules_of_the_game_is_refused(game: Game) -> None:
    own, other = game.hands[0], game.hands[1]
    with pytest.raises(ValueError, match="that it is in"):
        game.offer(0, other)
    with pytest.raises(ValueError, match="that it is in"):
        game.offer(0, ())
    with pytest.raises(ValueError, match="no such bloc"):
        game.offer(0, ("nobody",))
    with pytest.raises(ValueError, match="at least two"):
        game.offer(0, own)
    for posts in ({0: 41}, {0: 40, 2: 2}, {0: 43, 1: -1}):
        with pytest.raises(ValueError, match="shared out"):
            game.offer(0, (*own, *other), posts)
    made = game.offer(0, (*own, *other))
    for group in (0, 2):
        with pytest.raises(ValueError, match="only the partners"):
            made.answer(0, group, True)
    gone = made.withdraw(0)
    for late in (gone, made.next_round()):
        with pytest.raises(ValueError, match="does not stand"):
            late.answer(0, 1, True)
    with pytest.raises(ValueError, match="does not stand"):
        made.answer(1, 1, True)


def test_of_two_groups_none_governs_alone_though_one_has_a_majority(dataset: Dataset) -> None:
    for seed in range(20):
        game = game_of(dataset, groups=2, seed=seed)
        most = max(game.groups, key=game.seats)
        assert game.seats(most) >= game.quota
        with pytest.raises(ValueError, match="at least two"):
            game.offer(most, game.hands[most])
        wanted = [w.number for card in game.cards for w in card if w.kind is WishKind.POSTS]
        assert all(number <= 28 for number in wanted)  # of 42: something is left for the partner


def test_rounds_are_used_up_and_then_there_is_no_government(game: Game) -> None:
    for number in (2, 3):
        game = game.next_round()
        assert game.round == number
        assert not game.over
    game = game.next_round()
    assert game.over
    assert game.government is None
    assert game.next_round() is game
    with pytest.raises(ValueError, match="over"):
        game.offer(0, game.hands[0])
    for group in game.groups:
        assert game.score(group) == 0


@given(st.integers(0, 500), st.integers(2, 6))
def test_points_add_up(seed: int, groups: int) -> None:
    game = carried(game_of(shipped_dataset(), groups, seed))
    for group in game.groups:
        lines = game.lines(group)
        assert game.score(group) == sum(line.points for line in lines)
        gained = sum(line.wish.points for line in lines if line.kept and not line.wish.red_line)
        lost = sum(line.wish.points for line in lines if not line.kept and line.wish.red_line)
        assert game.score(group) == gained - lost


@given(st.lists(st.integers(0, 90), min_size=1, max_size=6), st.integers(0, 60))
def test_proposed_posts_add_up_also_where_the_last_is_tied(seats: list[int], posts: int) -> None:
    named = dict(enumerate(seats))
    for divisors in Divisors:
        given_ = shared_posts(named, posts, divisors)
        assert sum(given_.values()) == (posts if any(seats) else 0)


# -- what comes of it ------------------------------------------------------------------------------


def test_what_was_agreed_is_a_scenario_with_its_vote(dataset: Dataset, game: Game) -> None:
    game = carried(game)
    made = agreed_scenario(game, "Ours", "Our government", "The government", "A game.")
    assert dataset.misfits(made) == ()
    held = game.government
    assert held is not None
    assert {b.id for b in made.blocs_of("c1", game.chamber)} == set(held.blocs)
    assert made.roll_call is not None
    yes = sum(count_of(made.roll_call.conduct(b.id), b.seats).in_favour for b in game.chamber.blocs)
    assert yes == game.divisions[-1].verdict.seats
    assert made.origin == ""
    with pytest.raises(ValueError, match="no government"):
        agreed_scenario(game_of(dataset), "a", "b", "c", "d")


def test_what_followed_is_the_next_government_and_never_one_that_did_not_form(
    dataset: Dataset,
) -> None:
    followed = {
        name: found.origin if (found := what_followed(scenario, dataset)) else ""
        for name, scenario in dataset.scenarios.items()
    }
    assert followed["maliki_sadr_2010"] == "cabinet_2010"
    assert followed["elected_2010"] == "cabinet_2010"
    assert followed["elected_2005"] == "cabinet_2006"
    assert followed["salvation_front_2007"] == "four_party_2007"
    assert all(dataset.scenarios[o].tags.count("never formed") == 0 for o in followed.values())


def test_the_contrast_with_history_names_every_bloc_of_both_once(
    dataset: Dataset, game: Game
) -> None:
    game = carried(game)
    history = dataset.scenarios["cabinet_2010"]
    found = contrast(game, history, dataset)
    held = game.government
    assert held is not None
    assert {*found.both, *found.only_game} == set(held.blocs)
    leading = history.leading(game.chamber)
    assert leading is not None
    there = {b.id for b in history.blocs_of(leading.id, game.chamber)}
    assert {*found.both, *found.only_history} == there
