"""How a coalition could share out its posts: Gamson's shares, and rules of highest averages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.players import By, Player, players_of
from iraq_explorer.core.scenario import Scenario

USUAL = 30
"""Posts where nothing is known of the chamber."""


class Divisors(StrEnum):
    """By what the seats are divided for the next post."""

    DHONDT = "d'Hondt"
    """1, 2, 3, ...: Jefferson's rule; it favours the large."""
    SAINTE_LAGUE = "Sainte-Laguë"
    """1, 3, 5, ...: Webster's rule; it favours neither large nor small."""

    @property
    def step(self) -> int:
        """From one divisor to the next."""
        return 1 if self is Divisors.DHONDT else 2


@dataclass(frozen=True, slots=True)
class Allocation:
    """Posts by rule, in the order of the partners."""

    posts: tuple[int, ...]
    """Posts that each has for certain."""
    tied: tuple[int, ...]
    """Places of the partners who have an equal claim to what is left, if any."""
    left: int
    """Posts left for the tied, fewer than they are; 0 without a tie."""


def gamson(seats: Sequence[int], posts: int) -> tuple[Fraction, ...]:
    """The part of the posts that each would have by its part of the coalition's seats.

    Gamson, *A theory of coalition formation* (1961): all 0 where nobody has seats.
    """
    whole = sum(seats)
    return tuple(Fraction(own * posts, whole) if whole else Fraction(0) for own in seats)


def allocate(seats: Sequence[int], posts: int, divisors: Divisors = Divisors.DHONDT) -> Allocation:
    """Give out the posts one by one, each to whom has most seats by the next divisor.

    Where the last posts could go to several with equal averages, nobody has them: the tie is told.

    Raises:
        ValueError: the number of posts is negative.

    """
    if posts < 0:
        raise ValueError(f"there cannot be {posts} posts")
    if not posts or not any(seats):
        return Allocation((0,) * len(seats), (), 0)
    averages = sorted(
        (
            (Fraction(own, 1 + divisors.step * given), place)
            for place, own in enumerate(seats)
            if own
            for given in range(posts)
        ),
        reverse=True,
    )
    last = averages[posts - 1][0]
    above = [place for average, place in averages if average > last]
    tied = sorted(place for average, place in averages if average == last)
    left = posts - len(above)
    certain = above + tied if len(tied) == left else above
    given = tuple(certain.count(place) for place in range(len(seats)))
    return Allocation(given, *(((), 0) if len(tied) == left else (tuple(tied), left)))


def sharers(
    scenario: Scenario, chamber: Chamber, coalition: str, by: By = By.FACTION
) -> tuple[Player, ...]:
    """Who shares the posts of a coalition: its blocs, or its lists as far as they are in it.

    Those with most seats first; who has none is left out.
    """
    found = [
        player
        for player in players_of(scenario, chamber, by)
        if player.seats and scenario.coalition_of(player.blocs[0]) == coalition
    ]
    return tuple(sorted(found, key=lambda player: -player.seats))
