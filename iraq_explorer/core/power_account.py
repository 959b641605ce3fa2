"""How a share of power comes about: what is counted, what each counts, and of how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import factorial

from iraq_explorer.core.power_standing import Standing, joint_game
from iraq_explorer.core.swing_example import Members, Swings, minimal_by_size, minimal_with

CAP = 500
"""How many coalitions of one number can be stepped through."""

OF_MINIMAL = ("deegan_packel", "holler")
"""The indices that count minimal winning coalitions only."""


@dataclass(frozen=True, slots=True)
class Term:
    """Coalitions of one kind, and what each of them counts."""

    size: tuple[int, ...]
    """What they have in common. For orders: the unions, if any, and the players who come before;
    for Deegan and Packel the members; for Johnston the critical members; else empty."""
    coalitions: int
    each: Fraction

    @property
    def worth(self) -> Fraction:
        """What they count together."""
        return self.coalitions * self.each


@dataclass(frozen=True)
class Account:
    """A share as an exact sum: the worth of all terms, divided by ``of``."""

    standing: Standing
    player: int
    share: Fraction
    terms: tuple[Term, ...]
    of: int
    """All swings, sets, orders or places that it is a share of."""

    @property
    def count(self) -> int:
        """How many coalitions make the number."""
        return sum(term.coalitions for term in self.terms)

    @property
    def worth(self) -> Fraction:
        """What they count together."""
        return sum((term.worth for term in self.terms), Fraction(0))

    def coalitions(self) -> Iterator[Members]:
        """The coalitions that make the number, always in the same order, at most ``CAP``."""
        standing = self.standing
        if standing.question.index in OF_MINIMAL:
            return islice(minimal_with(standing.game, self.player), CAP)
        return islice(_swings(standing, self.player), CAP)

    def example(self, members: Members) -> "Example":
        """What there is to tell of one of them."""
        game, heads = self.standing.game, self.standing.heads
        seats = game.seats(members)
        without = seats - game.weights[self.player]
        return Example(
            members,
            seats,
            over=seats - game.quota,
            short=max(0, game.quota - without),
            heads_short=0 if heads is None else max(0, heads - len(members) + 1),
        )


@dataclass(frozen=True, slots=True)
class Example:
    """One coalition that a player is critical in."""

    members: Members
    seats: int
    over: int
    """Seats above the quota."""
    short: int
    """Seats missing without the player; 0 where it is heads that are missing."""
    heads_short: int
    """Players missing without the player, by a second rule that counts heads."""


def account_of(standing: Standing, player: int) -> Account:
    """How the share of a player comes about.

    Raises:
        ValueError: the standing has no shares.
        TooMuchWorkError: the game is too large to count its coalitions by size.

    """
    if standing.shares is None:
        raise ValueError("there is no share to account for")
    share = standing.shares[player]
    terms, of = _parts(standing, player, share)
    return Account(standing, player, share, terms, of)


def _parts(standing: Standing, player: int, share: Fraction) -> tuple[tuple[Term, ...], int]:
    game, heads = standing.game, standing.heads
    number = len(game.weights)
    index = standing.question.index
    if index in OF_MINIMAL:
        everywhere, elsewhere = minimal_by_size(game), minimal_by_size(game, player)
        own = {size: sets - elsewhere.get(size, 0) for size, sets in everywhere.items()}
        if index == "holler":
            return _plain(sum(own.values())), sum(k * sets for k, sets in everywhere.items())
        return _shared(own), sum(everywhere.values())
    swings = _swings(standing, player)
    if index == "johnston":
        terms = _shared(swings.by_critical())
        worth = sum((term.worth for term in terms), Fraction(0))
        # All shares together are 1, so what the worth is a share of is the sum for all players.
        return terms, int(worth / share) if share else 1
    if index in ("shapley_shubik", "owen"):
        return _orders(swings)
    if index == "banzhaf_owen":
        outside, inside = swings.joiners
        return _plain(swings.count), 1 << (outside + inside)
    both = game if heads is None else joint_game(game, heads)
    of = 1 << (number - 1)  # for the absolute value: the sets of the others
    if index == "banzhaf":
        of = sum(both.swings)
    elif index == "coleman_prevent":
        of = both.winning_count
    elif index == "coleman_initiate":
        of = (1 << number) - both.winning_count
    return _plain(both.swings[player]), of


def _swings(standing: Standing, player: int) -> Swings:
    return Swings(standing.game, player, standing.heads, standing.unions)


def _plain(coalitions: int) -> tuple[Term, ...]:
    return (Term((), coalitions, Fraction(1)),)


def _shared(found: Mapping[int, int]) -> tuple[Term, ...]:
    """Coalitions whose worth is shared by so many."""
    return tuple(
        Term((size,), sets, Fraction(1, size)) for size, sets in sorted(found.items()) if sets
    )


def _orders(swings: Swings) -> tuple[tuple[Term, ...], int]:
    """Each coalition stands for the orders in which its others come before, and the rest after."""
    outside, inside = swings.joiners
    terms = []
    for (before, size), sets in sorted(swings.by_size.items()):
        each = factorial(size) * factorial(inside - size)
        named: tuple[int, ...] = (size,)
        if swings.unions is not None:
            each *= factorial(before) * factorial(outside - before)
            named = (before, size)
        terms.append(Term(named, sets, Fraction(each)))
    return tuple(terms), factorial(inside + 1) * factorial(outside + 1)
