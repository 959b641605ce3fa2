"""What is striking about the power in a game: facts that hold exactly, found in the numbers.

Each fact is a plain value. Nothing here knows any party: in another chamber, or after a seat has
moved, other facts are found, or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from iraq_explorer.core.chamber import Chamber, Rule
from iraq_explorer.core.players import By, Player
from iraq_explorer.core.power_index import Shares
from iraq_explorer.core.power_standing import PowerQuestion, Standing, standing_of
from iraq_explorer.core.scenario import Coalition, Scenario

ALONE = 2
"""So many times the seats of all its equals make a player stand out among them."""
UNLIKE = Fraction(3, 2)
"""So many times the seats of another make two equals worth a word."""
MATTERS = Fraction(1, 50)
"""A difference of so much of all seats is worth a word."""
RISES = Fraction(1, 20)
"""A share that grows by so much has risen."""


@dataclass(frozen=True, slots=True)
class Equals:
    """Players with unlike seats and exactly the same power."""

    players: tuple[int, ...]
    """At least two, those with most seats first."""
    share: Fraction
    no_more: bool
    """Whether the first has at least twice the seats of every other, and gains nothing by it."""


@dataclass(frozen=True, slots=True)
class Powerless:
    """Players who are critical nowhere, those with most seats first."""

    players: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dictator:
    """A player who wins alone, and without whom nobody wins."""

    player: int


@dataclass(frozen=True, slots=True)
class Vetoes:
    """Players without whom nobody wins."""

    players: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outweighed:
    """The player whose share of power differs most from its share of the seats."""

    player: int
    seats: Fraction
    power: Fraction


@dataclass(frozen=True, slots=True)
class Decides:
    """Neither a coalition nor all others together win without a player; with it either does."""

    coalition: Coalition
    own: int
    """Seats of the coalition."""
    others: int
    """Seats of all others without the player."""
    quota: int


@dataclass(frozen=True, slots=True)
class Riser:
    """Who gains most by the division of a list that it has no part in."""

    lists: tuple[str, ...]
    """Ids of the lists that coalitions divide."""
    parts: tuple[Player, ...]
    """What they divide into."""
    player: Player
    before: Fraction
    """Its share while the lists are whole."""
    after: Fraction
    decides: Decides | None


Fact = Equals | Powerless | Dictator | Vetoes | Outweighed | Riser


@dataclass(frozen=True, slots=True)
class Story:
    """A striking fact, and what to look at to see it."""

    rule: Rule
    by: By
    standing: Standing
    fact: Equals | Riser


# -- facts of one game -----------------------------------------------------------------------------


def facts_of(standing: Standing) -> tuple[Fact, ...]:
    """What is striking about the players of a game, the most striking first."""
    if standing.shares is None:
        return ()
    found: list[Fact] = []
    if standing.heads is None:  # by seats alone who has a veto is seen at once
        dictator = standing.game.dictator
        if dictator is not None:
            found.append(Dictator(dictator))
        elif standing.game.vetoes:
            found.append(Vetoes(standing.game.vetoes))
    found += equals_in(standing, standing.shares)
    powerless = [p for p, share in enumerate(standing.shares) if not share and standing.weights[p]]
    if powerless:
        found.append(Powerless(_by_seats(standing, powerless)))
    if sum(standing.shares) == 1 and not found:
        found += outweighed_in(standing, standing.shares)
    return tuple(found)


def equals_in(standing: Standing, shares: Shares) -> list[Equals]:
    """Players who are exactly equal though their seats differ much, widest apart first."""
    weights = standing.weights
    groups: dict[Fraction, list[int]] = {}
    for player, share in enumerate(shares):
        if share:
            groups.setdefault(share, []).append(player)
    found = []
    for share, players in groups.items():
        ordered = _by_seats(standing, players)
        most, least = weights[ordered[0]], weights[ordered[-1]]
        apart = most - least >= MATTERS * standing.game.total
        if apart and most >= UNLIKE * least:
            found.append(Equals(ordered, share, most >= ALONE * weights[ordered[1]]))
    found.sort(key=lambda fact: weights[fact.players[-1]] - weights[fact.players[0]])
    return found


def outweighed_in(standing: Standing, shares: Shares) -> Iterator[Outweighed]:
    """Whose power differs most from its seats, if by enough to speak of."""
    share_of = standing.seat_share
    player = max(range(len(shares)), key=lambda p: abs(shares[p] - share_of(p)))
    if abs(shares[player] - share_of(player)) >= RISES:
        yield Outweighed(player, share_of(player), shares[player])


def _by_seats(standing: Standing, players: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(players, key=lambda p: (-standing.weights[p], p)))


# -- what the division of a list changes -----------------------------------------------------------


def riser_of(scenario: Scenario, chamber: Chamber, divided: Standing) -> Riser | None:
    """Who gains most where coalitions divide lists, against the same lists whole.

    Args:
        scenario: the scenario.
        chamber: its chamber.
        divided: the power in it, with the lists as coalitions divide them.

    """
    whole = standing_of(scenario, chamber, replace(divided.question, by=By.LIST, red_lines=False))
    if divided.shares is None or whole.shares is None:
        return None
    before = {p.id: share for p, share in zip(whole.players, whole.shares, strict=True)}
    parts = tuple(p for p in divided.players if p.id not in before)
    if not parts:
        return None
    gains = [
        (share - before[p.id], place)
        for place, (p, share) in enumerate(zip(divided.players, divided.shares, strict=True))
        if p.id in before
    ]
    gain, place = max(gains, key=lambda pair: (pair[0], -pair[1]), default=(Fraction(0), 0))
    player, after = divided.players[place], divided.shares[place]
    if gain < RISES or after < 2 * before[player.id]:
        return None
    lists = dict.fromkeys(chamber.bloc_by_id[p.blocs[0]].list_id for p in parts)
    decides = decides_of(scenario, chamber, player, divided.game.quota)
    return Riser(tuple(lists), parts, player, before[player.id], after, decides)


def decides_of(scenario: Scenario, chamber: Chamber, player: Player, quota: int) -> Decides | None:
    """Whether the leading coalition and all the others both lose without a player and win with it.

    A player with a bloc in that coalition does not stand between the two.
    """
    leading = scenario.leading(chamber)
    if leading is None or any(scenario.coalition_of(b) == leading.id for b in player.blocs):
        return None
    own = scenario.seats_of(leading.id, chamber)
    others = sum(bloc.seats for bloc in chamber.blocs) - own - player.seats
    if max(own, others) < quota <= min(own, others) + player.seats:
        return Decides(leading, own, others, quota)
    return None


# -- stories of a chamber --------------------------------------------------------------------------


def stories_of(scenario: Scenario, chamber: Chamber, index: str = "banzhaf") -> tuple[Story, ...]:
    """What each rule of the chamber makes striking, by list: one fact for each quota.

    What the division of lists changes comes first, under the first rule where it changes much.
    Rules that come to the same quota are told once, by the one at hand or else the first.
    """
    found: list[Story] = []
    told: Story | None = None
    for rule in told_rules(scenario, chamber):
        ruled = scenario.with_rule(rule.id)
        try:
            standing = standing_of(ruled, chamber, PowerQuestion(By.LIST, index))
            divided = standing_of(ruled, chamber, PowerQuestion(By.FACTION, index))
        except ValueError:
            continue  # nobody reaches this quota
        riser = riser_of(ruled, chamber, divided) if told is None else None
        if riser is not None:
            told = Story(rule, By.FACTION, divided, riser)
        for fact in equals_in(standing, standing.shares or ())[:1]:
            found.append(Story(rule, By.LIST, standing, fact))
    return (told, *found) if told else tuple(found)


def told_rules(scenario: Scenario, chamber: Chamber) -> tuple[Rule, ...]:
    """The rules of a chamber, one for each quota: the one at hand or else the first of them."""
    by_quota: dict[int, Rule] = {}
    for rule in chamber.rules:
        quota = rule.quota(chamber.seats, scenario.present)
        if quota not in by_quota or rule.id == scenario.rule:
            by_quota[quota] = rule
    return tuple(by_quota.values())
