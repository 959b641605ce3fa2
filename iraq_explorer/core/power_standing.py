"""Who has how much power in a scenario: its players, their game, and one index of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.joint_game import JointGame
from iraq_explorer.core.limits import limits_of
from iraq_explorer.core.players import By, Player, players_of, unions_of
from iraq_explorer.core.power_index import INDICES, Shares, banzhaf_owen, normalised, owen
from iraq_explorer.core.restricted_power import RESTRICTED, RestrictedGame
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.voting_game import VotingGame

WITH_UNIONS = {"owen": owen, "banzhaf_owen": banzhaf_owen}
"""The indices that take coalitions as unions of blocs, by their names."""

UNDER_TWO_RULES = (
    "banzhaf",
    "banzhaf_absolute",
    "shapley_shubik",
    "coleman_prevent",
    "coleman_initiate",
)
"""The indices that are also reckoned where a second rule counts heads."""

HEADS = "heads"
"""The second rule that more than half of the players agree, each counting as one."""


@dataclass(frozen=True, slots=True)
class PowerQuestion:
    """What is asked about power."""

    by: By = By.FACTION
    index: str = "banzhaf"
    """A name from ``INDICES`` or ``WITH_UNIONS``; the latter are reckoned by bloc."""
    second: str = ""
    """Id of a rule that has to be satisfied as well, or ``HEADS``; empty for none."""
    red_lines: bool = False
    """Whether the scenario's constraints are kept beside the free value."""

    @property
    def players(self) -> By:
        """Who plays: unions are made of blocs."""
        return By.BLOC if self.index in WITH_UNIONS else self.by


@dataclass(frozen=True)
class Standing:
    """The players of a scenario and their power by one index."""

    question: PowerQuestion
    players: tuple[Player, ...]
    """Their names are the short ones."""
    game: VotingGame
    """The game of seats, under the higher quota where two rules count seats."""
    quotas: tuple[int, ...]
    """What the rule, and a second one that counts seats, come to."""
    unions: tuple[str | None, ...] | None = None
    """The coalition of each bloc, for the indices with unions."""
    shares: Shares | None = None
    """One share for each player; ``None`` where the index cannot be had."""
    note: str = ""
    """Why it cannot, where the game is too large."""
    restricted: Shares | None = None
    """The shares under the scenario's constraints, where they are asked for and can be had."""
    possible: int | None = None
    """How many winning coalitions keep the constraints, where that is asked for."""
    broken_inside: frozenset[int] = frozenset()
    """Players who break a constraint by themselves, as a list does with two blocs that refuse."""

    @property
    def heads(self) -> int | None:
        """How many players have to agree as well."""
        return len(self.players) // 2 + 1 if self.question.second == HEADS else None

    @property
    def weights(self) -> tuple[int, ...]:
        """Seats of each player."""
        return self.game.weights

    def seat_share(self, player: int) -> Fraction:
        """A player's share of all seats."""
        return Fraction(self.weights[player], self.game.total)


def quotas_of(scenario: Scenario, chamber: Chamber, second: str = "") -> tuple[int, ...]:
    """What the rule at hand comes to, and a second one that counts seats."""
    first = scenario.quota(chamber)
    rule = chamber.rule_by_id.get(second)
    return (first,) if rule is None else (first, rule.quota(chamber.seats, scenario.present))


def game_standing(scenario: Scenario, chamber: Chamber, question: PowerQuestion) -> Standing:
    """The players and their game, before any index is reckoned.

    Where two rules count the same seats, the higher quota alone decides.

    Raises:
        ValueError: nobody can win, for the quota is more than all seats.

    """
    players = short_named(players_of(scenario, chamber, question.players), scenario, chamber)
    quotas = quotas_of(scenario, chamber, question.second)
    game = VotingGame(max(quotas), tuple(player.seats for player in players))
    unions = unions_of(scenario, chamber) if question.index in WITH_UNIONS else None
    return Standing(question, players, game, quotas, unions)


def standing_of(scenario: Scenario, chamber: Chamber, question: PowerQuestion) -> Standing:
    """Reckon one index for the players of a scenario.

    Raises:
        ValueError: nobody can win, for the quota is more than all seats.

    """
    bare = game_standing(scenario, chamber, question)
    try:
        found = replace(bare, shares=_shares(bare))
        return _under_red_lines(found, scenario, chamber) if question.red_lines else found
    except TooMuchWorkError as reason:
        return replace(bare, note=str(reason))


def _shares(standing: Standing) -> Shares | None:
    index, game, heads = standing.question.index, standing.game, standing.heads
    if heads is not None:
        return _under_two_rules(game, heads, index) if index in UNDER_TWO_RULES else None
    if standing.unions is not None:
        return WITH_UNIONS[index](game, standing.unions)
    return INDICES[index](game)


def joint_game(game: VotingGame, heads: int) -> JointGame:
    """The game that is won with the seats of one game and so many heads."""
    return JointGame(game, VotingGame(heads, (1,) * len(game.weights)))


def _under_two_rules(game: VotingGame, heads: int, index: str) -> Shares:
    both = joint_game(game, heads)
    if index == "shapley_shubik":
        return both.shapley_shubik
    if index == "banzhaf":
        return normalised(both.swings)
    number, winning = len(game.weights), both.winning_count
    of = {
        "banzhaf_absolute": 1 << (number - 1),
        "coleman_prevent": winning,
        "coleman_initiate": (1 << number) - winning,
    }[index]
    return tuple(Fraction(swings, of) for swings in both.swings)


def _under_red_lines(standing: Standing, scenario: Scenario, chamber: Chamber) -> Standing:
    index = standing.question.index
    if index not in RESTRICTED or standing.heads is not None or not scenario.constraints:
        return standing
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    limits = limits_of(standing.players, scenario.constraints, seats)
    restricted = RestrictedGame(standing.game, limits)
    return replace(
        standing,
        restricted=RESTRICTED[index](restricted),
        possible=restricted.winning_count,
        broken_inside=frozenset(player for player, _ in limits.broken_inside),
    )


# -- names -----------------------------------------------------------------------------------------


def short_named(
    players: Sequence[Player], scenario: Scenario, chamber: Chamber
) -> tuple[Player, ...]:
    """The players with names for tight places.

    A part of a list that is a coalition of its own has the coalition's name; one of many blocs is
    called after the largest of them: "Badr + 3".
    """
    return tuple(replace(p, name=_short(p, scenario, chamber)) for p in players)


def _short(player: Player, scenario: Scenario, chamber: Chamber) -> str:
    if player.id in scenario.coalition_by_id:
        return player.name
    if player.id in chamber.list_by_id:
        return chamber.list_by_id[player.id].name.label
    blocs = [chamber.bloc_by_id[bloc] for bloc in player.blocs]
    if len(blocs) <= 2:
        return ", ".join(bloc.name.label for bloc in blocs)
    for coalition in scenario.coalitions:
        together = scenario.blocs_of(coalition.id, chamber)
        if {bloc.id for bloc in together} == set(player.blocs):
            return coalition.name
    largest = max(blocs, key=lambda bloc: bloc.seats)
    return f"{largest.name.label} + {len(blocs) - 1}"
