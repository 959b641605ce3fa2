"""What each group of a game wants and will not have: its card, drawn from ties in force or by lot.

Every card has two red lines and three wishes that are worth the same in all, so that no group
begins ahead of another. A red line names two blocs, one of the group's own and one of another's: it
is crossed where both are in the government. A group can keep one by leaving its own bloc out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from types import MappingProxyType

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dealing import Hands, owner_of
from iraq_explorer.core.network import Network
from iraq_explorer.core.red_lines import PROPOSING, proposals

RED_LINES, WISHES = 2, 3
"""Lines of each kind on a card."""
_RED, _GOVERN, _OTHER = 3, 3, 2
_FROM_THE_TOP = 5
"""The lot takes a red line among so many that the ties speak for most."""


class DrawnFrom(StrEnum):
    """Where cards come from."""

    RECORD = "record"
    """The ties in force; by lot where they are too few."""
    LOT = "lot"


class WishKind(StrEnum):
    """What a line of a card is about."""

    APART = "apart"
    """A red line: the two blocs are not both in the government."""
    GOVERN = "govern"
    """The group is in the government."""
    WITH = "with"
    """The group governs together with a bloc of another."""
    LEAD = "lead"
    """No other group in the government has more seats there."""
    POSTS = "posts"
    """The group has at least so many posts."""
    FEW = "few"
    """The government has at most so many groups."""
    BROAD = "broad"
    """The government has at least so many seats more than the line takes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One line of a card."""

    kind: WishKind
    points: int
    """What it gives where it is kept; what a red line costs where it is crossed."""
    bloc: str = ""
    """The group's own bloc, of a red line."""
    other: str = ""
    """The bloc of another group."""
    number: int = 0
    """Posts, groups or seats."""
    ties: tuple[str, ...] = ()
    """Ids of the ties that it was drawn from; empty where by lot."""

    @property
    def red_line(self) -> bool:
        """Whether it is something that the group will not have."""
        return self.kind is WishKind.APART


Card = tuple[Wish, ...]


@dataclass(frozen=True)
class Outcome:
    """What wishes are judged by: the government that the groups came to, if any."""

    hands: Hands
    blocs: frozenset[str] = frozenset()
    """The blocs that govern; empty where there is no government."""
    posts: Mapping[int, int] = field(default_factory=dict)
    """Posts by group."""
    over: int = 0
    """Seats that the government has more than the line takes."""
    seats: Mapping[str, int] = field(default_factory=dict)
    """Seats by bloc."""

    def __post_init__(self) -> None:
        """Freeze the mappings."""
        object.__setattr__(self, "posts", MappingProxyType(dict(self.posts)))
        object.__setattr__(self, "seats", MappingProxyType(dict(self.seats)))

    def inside(self, group: int) -> int | None:
        """Seats of a group in the government; ``None`` where it has no bloc there."""
        own = [bloc for bloc in self.hands[group] if bloc in self.blocs]
        return sum(self.seats[bloc] for bloc in own) if own else None


def kept(wish: Wish, group: int, outcome: Outcome) -> bool:
    """Whether a line of a group's card is kept.

    Without a government no wish is, and every red line.
    """
    if wish.red_line:
        return not {wish.bloc, wish.other} <= outcome.blocs
    own = outcome.inside(group)
    inside = {g: s for g in range(len(outcome.hands)) if (s := outcome.inside(g)) is not None}
    match wish.kind:
        case WishKind.GOVERN:
            return own is not None
        case WishKind.WITH:
            return own is not None and wish.other in outcome.blocs
        case WishKind.LEAD:
            return own is not None and own == max(inside.values())
        case WishKind.POSTS:
            return outcome.posts.get(group, 0) >= wish.number
        case WishKind.FEW:
            return bool(inside) and len(inside) <= wish.number
        case _:
            return bool(inside) and outcome.over >= wish.number


# -- drawing ---------------------------------------------------------------------------------------


def draw_cards(
    chamber: Chamber,
    network: Network,
    hands: Hands,
    seed: int,
    *,
    drawn_from: DrawnFrom = DrawnFrom.RECORD,
    quota: int,
    posts: int = 0,
) -> tuple[Card, ...]:
    """A card for each group; the same seed gives the same.

    Args:
        chamber: whose blocs are dealt.
        network: blocs and states on the day of the game.
        hands: the blocs of each group.
        seed: of the lot.
        drawn_from: whether ties count.
        quota: the line that the vote has to reach.
        posts: posts that are shared out; 0 where none are.

    """
    draw = _Draw(chamber, network, hands, Random(seed), drawn_from, quota, posts)
    return tuple(draw.card(group) for group in range(len(hands)))


class _Draw:
    def __init__(
        self,
        chamber: Chamber,
        network: Network,
        hands: Hands,
        lot: Random,
        drawn_from: DrawnFrom,
        quota: int,
        posts: int,
    ) -> None:
        self._chamber, self._hands, self._lot = chamber, hands, lot
        self._quota, self._posts = quota, posts
        self._seats = [chamber.seats_of(own) for own in hands]
        record = drawn_from is DrawnFrom.RECORD
        self._hostile = proposals(network, chamber) if record else ()
        known = chamber.bloc_by_id
        enemies = {frozenset((k.a, k.b)) for k in network.links if k.sign < 0}
        self._friendly = [
            (link.a, link.b, tuple(tie.id for tie in link.ties))
            for link in network.links
            if record
            and link.sign > 0
            and link.a in known
            and link.b in known
            and frozenset((link.a, link.b)) not in enemies
            and any(tie.certainty in PROPOSING for tie in link.ties)
        ]

    def card(self, group: int) -> Card:
        lines = self._red_lines(group)
        refused = {line.other for line in lines}
        wishes = [Wish(WishKind.GOVERN, _GOVERN)]
        partner = self._partner(group, refused)
        wishes.append(partner or self._neutral(group))
        while len(wishes) < WISHES:
            wishes.append(self._neutral(group, {wish.kind for wish in wishes}))
        return (*lines, *wishes)

    def _red_lines(self, group: int) -> list[Wish]:
        mine: list[Wish] = []
        for proposal in self._hostile:
            a, b = proposal.constraint.blocs
            ends = self._across(group, a, b)
            if ends:
                mine.append(Wish(WishKind.APART, _RED, *ends, ties=proposal.constraint.ties))
        lines: list[Wish] = []
        while mine and len(lines) < RED_LINES:
            # Against another bloc each time, as long as there is one.
            fresh = [w for w in mine if w.other not in {line.other for line in lines}]
            lines.append(self._lot.choice((fresh or mine)[:_FROM_THE_TOP]))
            mine.remove(lines[-1])
        own, others = self._large(self._hands[group]), self._others(group)
        free = [
            (bloc, other)
            for other in others
            for bloc in own
            if other not in {line.other for line in lines}
        ] or [(bloc, other) for other in others for bloc in own]
        while len(lines) < RED_LINES:
            bloc, other = self._lot.choice(free)
            if all((bloc, other) != (line.bloc, line.other) for line in lines) or len(free) == 1:
                lines.append(Wish(WishKind.APART, _RED, bloc, other))
        return lines

    def _partner(self, group: int, refused: set[str]) -> Wish | None:
        known = [
            (ends[1], ties)
            for a, b, ties in self._friendly
            if (ends := self._across(group, a, b)) and ends[1] not in refused
        ]
        if known:
            other, ties = self._lot.choice(known)
            return Wish(WishKind.WITH, _OTHER, other=other, ties=ties)
        free = [other for other in self._others(group) if other not in refused]
        return Wish(WishKind.WITH, _OTHER, other=self._lot.choice(free)) if free else None

    def _neutral(self, group: int, taken: set[WishKind] | None = None) -> Wish:
        count, own = len(self._hands), self._seats[group]
        offered = [Wish(WishKind.BROAD, _OTHER, number=max(1, self._quota // 20))]
        if count > 2:
            offered.append(Wish(WishKind.FEW, _OTHER, number=(count + 1) // 2))
        if own > min(self._seats):
            offered.append(Wish(WishKind.LEAD, _OTHER))
        if self._posts:
            # A little more than its part of a government that just reaches the line; but partners
            # want some as well.
            most = max(1, self._posts * 2 // 3)
            number = min(most, own * self._posts // self._quota + 1)
            offered.append(Wish(WishKind.POSTS, _OTHER, number=number))
        return self._lot.choice([w for w in offered if w.kind not in (taken or set())] or offered)

    def _across(self, group: int, a: str, b: str) -> tuple[str, str] | None:
        """A pair with the group's own bloc first; nothing where it has both or neither."""
        first, second = owner_of(self._hands, a), owner_of(self._hands, b)
        if (first == group) == (second == group):
            return None
        return (a, b) if first == group else (b, a)

    def _others(self, group: int) -> list[str]:
        """The large blocs of the other groups."""
        return [
            bloc
            for other, own in enumerate(self._hands)
            if other != group
            for bloc in self._large(own)
        ]

    def _large(self, blocs: Sequence[str]) -> list[str]:
        known = self._chamber.bloc_by_id
        return sorted(blocs, key=lambda bloc: -known[bloc].seats)[:2]
