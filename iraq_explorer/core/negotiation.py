"""A game of negotiation: groups with blocs and private cards, offers, answers, votes, a result.

The state of a game is a frozen value and every move returns another one. What a group may see is
``seen_by``: its own card and everything that is said at the table.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import Hands, owner_of
from iraq_explorer.core.portfolios import Divisors, allocate
from iraq_explorer.core.private_card import (
    Card,
    DrawnFrom,
    Outcome,
    Wish,
    draw_cards,
    kept,
)
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict

LEAST_PARTNERS = 2
"""Groups that a government takes: of two, one always has a majority, and had nothing to
negotiate."""


@dataclass(frozen=True)
class Offer:
    """A government that a group proposes: its blocs, and how the posts are shared."""

    number: int
    """From 0, in the order of making."""
    by: int
    """Place of the group that made it."""
    blocs: tuple[str, ...]
    round: int
    posts: Mapping[int, int] = field(default_factory=dict)
    """Posts by group; empty where they are left open."""
    answers: Mapping[int, bool] = field(default_factory=dict)
    """Whether a partner accepts; one that has not answered is missing."""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Freeze the mappings."""
        object.__setattr__(self, "posts", MappingProxyType(dict(self.posts)))
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))


@dataclass(frozen=True)
class Division:
    """A vote of the chamber on an offer: each group votes with all its seats."""

    offer: int
    stances: Mapping[int, Stance]
    verdict: Verdict
    """The seats that were for, against the line."""

    def __post_init__(self) -> None:
        """Freeze the mapping."""
        object.__setattr__(self, "stances", MappingProxyType(dict(self.stances)))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card at the end of a game."""

    wish: Wish
    kept: bool

    @property
    def points(self) -> int:
        """What it comes to: a kept wish gives its points, a crossed red line costs them."""
        if self.wish.red_line:
            return 0 if self.kept else -self.wish.points
        return self.wish.points if self.kept else 0


@dataclass(frozen=True)
class Game:
    """The state of a game."""

    scenario: Scenario
    """Where it began: chamber, day and rule."""
    chamber: Chamber
    hands: Hands
    cards: tuple[Card, ...] = field(repr=False)
    """By group; empty for a group whose card is not to be seen."""
    posts: int
    """Posts to share out; 0 where the game is played without."""
    rounds: int
    round: int = 1
    offers: tuple[Offer, ...] = ()
    divisions: tuple[Division, ...] = ()
    ended: bool = False
    """Whether the rounds are used up."""
    seed: int = field(default=0, repr=False)
    """The number that cards were drawn by; 0 where they are not to be seen."""
    drawn_from: DrawnFrom = DrawnFrom.RECORD

    # -- reading ---------------------------------------------------------------------------

    @cached_property
    def quota(self) -> int:
        """Seats that the vote takes, with everybody there."""
        return self.scenario.with_present(None).quota(self.chamber)

    @cached_property
    def groups(self) -> range:
        """The places of the groups."""
        return range(len(self.hands))

    def seats(self, group: int) -> int:
        """Seats of all blocs of a group."""
        return self.chamber.seats_of(self.hands[group])

    def partners(self, offer: Offer) -> tuple[int, ...]:
        """The groups that have blocs in an offer, in their order."""
        return partners_of(self.hands, offer.blocs)

    def verdict(self, blocs: Collection[str]) -> Verdict:
        """What the seats of some blocs are worth."""
        return Verdict(self.chamber.seats_of(tuple(blocs)), self.quota)

    def open(self, offer: Offer) -> bool:
        """Whether an offer of this round still stands."""
        voted = any(division.offer == offer.number for division in self.divisions)
        return not (self.over or offer.withdrawn or voted) and offer.round == self.round

    def accepted(self, offer: Offer) -> bool:
        """Whether every partner has accepted; who made it has, by making it."""
        return all(offer.answers.get(g, g == offer.by) for g in self.partners(offer))

    @property
    def government(self) -> Offer | None:
        """The offer that was carried."""
        for division in self.divisions:
            if division.verdict.reached:
                return self.offers[division.offer]
        return None

    @property
    def over(self) -> bool:
        """Whether there is a government, or no round left to make one."""
        return self.ended or self.government is not None

    def seen_by(self, group: int | None) -> "Game":
        """The game as a group sees it, or, with ``None``, as it lies on the table."""
        cards = tuple(card if g == group else () for g, card in enumerate(self.cards))
        return replace(self, cards=cards, seed=0)

    # -- moves -----------------------------------------------------------------------------

    def offer(
        self, by: int, blocs: Iterable[str], posts: Mapping[int, int] | None = None
    ) -> "Game":
        """A group proposes a government.

        Raises:
            ValueError: the game is over, the group has no bloc in it or no partner, a bloc is
                unknown, or the posts are not shared out among the partners, all of them.

        """
        chosen = set(blocs)
        posts = posts or {}
        if self.over:
            raise ValueError("the game is over")
        if unknown := chosen - self.chamber.bloc_by_id.keys():
            raise ValueError(f"no such blocs: {', '.join(sorted(unknown))}")
        partners = partners_of(self.hands, chosen)
        if by not in partners:
            raise ValueError("a group can only propose a government that it is in")
        if len(partners) < LEAST_PARTNERS:
            raise ValueError("a government takes blocs of at least two groups")
        if posts and (
            set(posts) - set(partners)
            or min(posts.values()) < 0
            or sum(posts.values()) != self.posts
        ):
            raise ValueError(f"{self.posts} posts have to be shared out among the partners")
        ordered = tuple(b.id for b in self.chamber.blocs if b.id in chosen)
        made = Offer(len(self.offers), by, ordered, self.round, posts)
        return replace(self, offers=(*self.offers, made))

    def answer(self, number: int, group: int, accepts: bool) -> "Game":
        """A partner accepts or refuses; it may think better of it as long as the offer stands.

        Raises:
            ValueError: the offer does not stand, or the group is not asked.

        """
        offer = self._standing(number)
        if group == offer.by or group not in self.partners(offer):
            raise ValueError("only the partners of an offer answer it")
        return self._with(replace(offer, answers={**offer.answers, group: accepts}))

    def withdraw(self, number: int) -> "Game":
        """Take an offer back.

        Raises:
            ValueError: the offer does not stand.

        """
        return self._with(replace(self._standing(number), withdrawn=True))

    def vote(self, number: int, stances: Mapping[int, Stance]) -> "Game":
        """The chamber votes on an offer; a group that is not named abstains.

        Raises:
            ValueError: the offer does not stand, or a partner has not accepted it.

        """
        if not self.accepted(self._standing(number)):
            raise ValueError("every partner has to accept before the vote")
        return replace(self, divisions=(*self.divisions, self.counted(number, stances)))

    def counted(self, number: int, stances: Mapping[int, Stance]) -> Division:
        """What a vote on an offer comes to."""
        named = {group: stances.get(group, Stance.ABSTAIN) for group in self.groups}
        yes = sum(self.seats(group) for group, how in named.items() if how is Stance.FOR)
        return Division(number, named, Verdict(yes, self.quota))

    def next_round(self) -> "Game":
        """Go on to the next round, in which older offers no longer stand; or end the game."""
        if self.over:
            return self
        if self.round == self.rounds:
            return replace(self, ended=True)
        return replace(self, round=self.round + 1)

    def _standing(self, number: int) -> Offer:
        if not 0 <= number < len(self.offers) or not self.open(self.offers[number]):
            raise ValueError("this offer does not stand any more")
        return self.offers[number]

    def _with(self, offer: Offer) -> "Game":
        offers = tuple(offer if o.number == offer.number else o for o in self.offers)
        return replace(self, offers=offers)

    # -- the end ---------------------------------------------------------------------------

    @property
    def outcome(self) -> Outcome:
        """What the cards are judged by."""
        seats = {bloc.id: bloc.seats for bloc in self.chamber.blocs}
        held = self.government
        if held is None:
            return Outcome(self.hands, seats=seats)
        over = self.verdict(held.blocs).over
        return Outcome(self.hands, frozenset(held.blocs), held.posts, over, seats)

    def lines(self, group: int) -> tuple[Line, ...]:
        """The card of a group with what was kept of it."""
        outcome = self.outcome
        return tuple(Line(wish, kept(wish, group, outcome)) for wish in self.cards[group])

    def score(self, group: int) -> int:
        """The points of a group: those of its lines added up."""
        return sum(line.points for line in self.lines(group))


def partners_of(hands: Hands, blocs: Iterable[str]) -> tuple[int, ...]:
    """The groups that have any of some blocs, in their order."""
    return tuple(sorted({owner_of(hands, bloc) for bloc in blocs}))


def begin(
    scenario: Scenario,
    dataset: Dataset,
    hands: Hands,
    seed: int,
    *,
    drawn_from: DrawnFrom = DrawnFrom.RECORD,
    posts: int = 0,
    rounds: int = 3,
) -> Game:
    """A game on the chamber of a scenario, with cards drawn for everybody.

    Raises:
        ValueError: a bloc is dealt twice or to nobody, or the rounds or posts make no sense.

    """
    chamber = dataset.chamber_of(scenario)
    dealt = [bloc for own in hands for bloc in own]
    if sorted(dealt) != sorted(chamber.bloc_by_id) or not all(hands):
        raise ValueError("every bloc has to be dealt once, and every group needs one")
    if rounds < 1 or posts < 0:
        raise ValueError("a game needs a round, and no less than 0 posts")
    quota = scenario.with_present(None).quota(chamber)
    cards = draw_cards(
        chamber,
        dataset.network(scenario),
        hands,
        seed,
        drawn_from=drawn_from,
        quota=quota,
        posts=posts,
    )
    return Game(scenario, chamber, hands, cards, posts, rounds, seed=seed, drawn_from=drawn_from)


def shared_posts(
    seats: Mapping[int, int], posts: int, divisors: Divisors = Divisors.DHONDT
) -> dict[int, int]:
    """Posts by group after a rule of highest averages, to propose.

    Where the last ones could go to several, they go to those that come first: somebody has to have
    them, and the groups change it by hand.
    """
    found = allocate(list(seats.values()), posts, divisors)
    given = list(found.posts)
    for place in found.tied[: found.left]:
        given[place] += 1
    return dict(zip(seats, given, strict=True))
