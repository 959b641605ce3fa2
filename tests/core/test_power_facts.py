from fractions import Fraction

from hypothesis import given

from iraq_explorer.core.players import By, Player
from iraq_explorer.core.power_facts import (
    Dictator,
    Equals,
    Outweighed,
    Powerless,
    Riser,
    Story,
    Vetoes,
    decides_of,
    facts_of,
    riser_of,
    stories_of,
    told_rules,
)
from iraq_explorer.core.power_index import banzhaf
from iraq_explorer.core.power_standing import PowerQuestion, Standing, standing_of
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.test_voting_game import games, slow


def played(quota: int, *weights: int) -> Standing:
    return of(VotingGame(quota, weights))


def of(game: VotingGame) -> Standing:
    players = tuple(Player(str(p), str(p), seats, ()) for p, seats in enumerate(game.weights))
    return Standing(PowerQuestion(By.LIST), players, game, (game.quota,), shares=banzhaf(game))


def stories(scenario: str) -> tuple[Story, ...]:
    found = shipped_dataset().scenarios[scenario]
    return stories_of(found, shipped_dataset().chamber_of(found))


# -- facts of one game -----------------------------------------------------------------------------


@given(games())
def test_every_fact_holds_by_the_definitions(game: VotingGame) -> None:
    twin = slow(game)
    swings, winning = twin.swings, twin.winning
    for fact in facts_of(of(game)):
        match fact:
            case Equals(players, share, no_more):
                assert len({swings[p] for p in players}) == 1
                assert share == Fraction(swings[players[0]], sum(swings))
                seats = [game.weights[p] for p in players]
                assert seats[0] > seats[-1]
                assert no_more == all(seats[0] >= 2 * other for other in seats[1:])
            case Powerless(players):
                assert not any(swings[p] for p in players)
            case Vetoes(players):
                assert set(players) == set.intersection(*map(set, winning))
            case Dictator(player):
                assert all((player in s) == (s in winning) for s in winning)
                assert frozenset({player}) in winning
            case Outweighed(player, seats, power):
                assert seats == Fraction(game.weights[player], game.total)
                assert power == Fraction(swings[player], sum(swings))


def test_nothing_is_said_where_nothing_is_striking() -> None:
    assert facts_of(played(3, 1, 1, 1, 1)) == ()


def test_equal_seats_with_equal_power_are_no_news() -> None:
    assert not any(isinstance(fact, Equals) for fact in facts_of(played(6, 3, 3, 3, 1)))


def test_a_player_with_a_veto_and_one_who_decides_alone_are_told() -> None:
    assert facts_of(played(7, 5, 3, 2)) == (Vetoes((0,)), Equals((1, 2), Fraction(1, 5), False))
    assert facts_of(played(6, 6, 3, 2)) == (Dictator(0), Powerless((1, 2)))


# -- the stories of Iraq ---------------------------------------------------------------------------


def names(story: Story, players: tuple[int, ...]) -> list[str]:
    return [story.standing.players[p].name for p in players]


def test_the_rules_of_2010_tell_whom_the_kurdistan_alliance_equals() -> None:
    majority, two_thirds = stories("elected_2010")
    assert isinstance(majority.fact, Equals)
    assert majority.standing.game.quota == 163
    assert majority.fact.no_more
    assert names(majority, majority.fact.players)[:2] == ["Kurdistan Alliance", "Gorran"]
    assert isinstance(two_thirds.fact, Equals)
    assert two_thirds.standing.game.quota == 217
    assert names(two_thirds, two_thirds.fact.players) == ["INA", "Kurdistan Alliance"]
    assert not two_thirds.fact.no_more


def test_four_lists_of_2005_from_11_to_53_seats_are_equal() -> None:
    (story,) = stories("elected_2005")
    assert isinstance(story.fact, Equals)
    assert story.standing.game.quota == 138
    seats = [story.standing.weights[p] for p in story.fact.players]
    assert seats == [53, 44, 25, 11]


def test_when_the_ina_divides_the_kurdistan_alliance_decides() -> None:
    story = stories("maliki_sadr_2010")[0]
    assert isinstance(story.fact, Riser)
    assert story.by is By.FACTION
    assert story.fact.lists == ("ina10",)
    assert [part.seats for part in story.fact.parts] == [40, 30]
    assert story.fact.player.id == "ka10"
    assert story.fact.after > 40 * story.fact.before
    decides = story.fact.decides
    assert decides is not None
    assert (decides.coalition.id, decides.own, decides.others) == ("sol", 129, 153)


def test_nobody_rises_while_every_list_is_whole() -> None:
    scenario = shipped_dataset().scenarios["elected_2010"]
    chamber = shipped_dataset().chamber_of(scenario)
    divided = standing_of(scenario, chamber, PowerQuestion())
    assert riser_of(scenario, chamber, divided) is None
    assert not any(isinstance(story.fact, Riser) for story in stories("elected_2010"))


def test_who_sits_in_the_leading_coalition_does_not_stand_between_it_and_the_others() -> None:
    scenario = shipped_dataset().scenarios["maliki_sadr_2010"]
    chamber = shipped_dataset().chamber_of(scenario)
    players = standing_of(scenario, chamber, PowerQuestion()).players
    deciding = [p.name for p in players if decides_of(scenario, chamber, p, 163)]
    assert deciding == ["Iraqiya", "Kurdistan Alliance"]
    assert not any(decides_of(scenario, chamber, p, 200) for p in players if p.id != "irq10")


def test_rules_of_the_same_quota_are_told_by_the_one_at_hand() -> None:
    scenario = shipped_dataset().scenarios["elected_2010"]
    chamber = shipped_dataset().chamber_of(scenario)
    assert [r.id for r in told_rules(scenario, chamber)] == ["absolute_majority", "two_thirds"]
    quorum = scenario.with_rule("quorum")
    assert [r.id for r in told_rules(quorum, chamber)] == ["quorum", "two_thirds"]
    fewer = scenario.with_present(300)
    assert len(told_rules(fewer, chamber)) == 3


def test_a_rule_that_nobody_can_satisfy_has_no_story() -> None:
    scenario = shipped_dataset().scenarios["elected_2010"].with_present(2000)
    chamber = shipped_dataset().chamber_of(scenario)
    assert stories_of(scenario, chamber)
