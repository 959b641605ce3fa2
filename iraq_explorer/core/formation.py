"""Ways to a majority for one coalition: who could join, and who comes close.

Partners join whole: a bloc, all blocs of a list that are not in the coalition yet, or another
coalition. A way is minimal: without any one of its partners the line is missed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.constraint import Constraint, broken
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Inside, Standing
from iraq_explorer.core.verdict import Verdict

NEAR = 5
"""Seats that a near miss is short at most."""
_STEPS, _WAYS = 40_000, 2_000
"""Steps of the search for additions and ways that it finds: at most some 60 milliseconds."""


class PartnerKind(StrEnum):
    """What joins as one."""

    COALITION = "coalition"
    LIST = "list"
    REST = "rest of a list"
    """The blocs of a list whose others are in the coalition already."""
    BLOC = "bloc"


@dataclass(frozen=True, slots=True)
class Partner:
    """One who could join as a whole."""

    kind: PartnerKind
    id: str
    """Id of the coalition, list or bloc."""
    name: str
    seats: int
    blocs: tuple[str, ...]


def partners_of(scenario: Scenario, chamber: Chamber, coalition: str | None) -> tuple[Partner, ...]:
    """Who could join a coalition, those with most seats first; ``None`` begins with nobody.

    Each set of blocs is one partner, also where it is a coalition, a list and a bloc at once. Who
    has no seats is left out.
    """
    inside = _members(scenario, chamber, coalition)
    found: dict[frozenset[str], Partner] = {}

    def note(kind: PartnerKind, id_: str, name: str, blocs: Sequence[Bloc]) -> None:
        ids = tuple(bloc.id for bloc in blocs)
        seats = sum(bloc.seats for bloc in blocs)
        if seats:
            found.setdefault(frozenset(ids), Partner(kind, id_, name, seats, ids))

    for other in scenario.coalitions:
        if other.id != coalition:
            blocs = scenario.blocs_of(other.id, chamber)
            note(PartnerKind.COALITION, other.id, other.name, blocs)
    for entry in chamber.lists:
        own = chamber.blocs_of_list(entry.id)
        outside = [bloc for bloc in own if bloc.id not in inside]
        kind = PartnerKind.LIST if len(outside) == len(own) else PartnerKind.REST
        if len(outside) > 1 or kind is PartnerKind.LIST:
            note(kind, entry.id, entry.name.label, outside)
    for bloc in chamber.blocs:
        if bloc.id not in inside:
            note(PartnerKind.BLOC, bloc.id, bloc.name.label, [bloc])
    return tuple(sorted(found.values(), key=lambda partner: -partner.seats))


# -- additions -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Addition:
    """Partners that bring a coalition to the line, and what the result is like."""

    partners: tuple[Partner, ...]
    """Those with most seats first."""
    verdict: Verdict
    inside: Inside
    """How all members of the result stand to each other."""
    broken: tuple[Constraint, ...]
    """The constraints that the result breaks, those that were broken before included."""

    @property
    def blocs(self) -> tuple[str, ...]:
        """Every bloc that joins."""
        return tuple(bloc for partner in self.partners for bloc in partner.blocs)


@dataclass(frozen=True, slots=True)
class Additions:
    """The additions that were looked for."""

    found: tuple[Addition, ...]
    most_partners: int
    """All ways of up to so many partners are among them: the fewest that do, and one more."""
    complete: bool
    """False where there are too many ways to look at all."""


class Order(StrEnum):
    """By what additions are ranked first; the others decide where that is equal."""

    PARTNERS = "fewest partners"
    SEATS = "fewest seats over"
    FRICTION = "least friction"
    FRIENDS = "joined by friendly ties"


def additions(
    scenario: Scenario, chamber: Chamber, coalition: str | None, standing: Standing
) -> Additions:
    """The smallest additions that bring a coalition to the line, in no order.

    There are none where it is reached, nor where everybody together misses it.
    """
    inside = _members(scenario, chamber, coalition)
    quota, own = scenario.quota(chamber), chamber.seats_of(tuple(inside))
    partners = partners_of(scenario, chamber, coalition)
    everybody = sum(bloc.seats for bloc in chamber.blocs)
    if own >= quota or everybody < quota:
        return Additions((), 0, complete=True)
    search = _Search(partners, quota - own, standing)
    size = 1
    while not search.found and not search.tired:
        search.run(size)
        size += 1
    if not search.tired:
        search.run(size)
    most = size if search.found else 0
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    start = standing.mask(inside)

    def judged(mask: int, chosen: tuple[Partner, ...]) -> Addition:
        members = inside | {bloc for partner in chosen for bloc in partner.blocs}
        return Addition(
            partners=chosen,
            verdict=Verdict(own + sum(partner.seats for partner in chosen), quota),
            inside=standing.inside(start | mask),
            broken=broken(scenario.constraints, members, seats),
        )

    found = tuple(judged(mask, chosen) for mask, chosen in search.found.items())
    return Additions(found, most, complete=not search.tired)


class _Search:
    """Sets of partners that have no bloc in common, by number."""

    def __init__(self, partners: Sequence[Partner], missing: int, standing: Standing) -> None:
        self._partners = partners
        self._masks = [standing.mask(partner.blocs) for partner in partners]
        self._missing = missing
        self._steps = _STEPS
        self.found: dict[int, tuple[Partner, ...]] = {}
        """Those that suffice, by their blocs: of several, the one with fewest partners."""

    @property
    def tired(self) -> bool:
        """Whether it gave up."""
        return self._steps <= 0 or len(self.found) >= _WAYS

    def run(self, most: int) -> None:
        """Find those of up to ``most`` partners.

        Partners come from large to small, so that the last to join is the smallest: where the line
        was missed without it, it is missed without any other.
        """
        self._grow((), 0, self._missing, 0, most)

    def _grow(
        self, chosen: tuple[Partner, ...], mask: int, missing: int, start: int, more: int
    ) -> None:
        for at in range(start, len(self._partners)):
            partner = self._partners[at]
            self._steps -= 1
            # The following ones have no more seats than this one.
            if self.tired or partner.seats * more < missing:
                return
            if self._masks[at] & mask:
                continue
            grown, joined = (*chosen, partner), mask | self._masks[at]
            if partner.seats >= missing:
                known = self.found.get(joined)
                if known is None or len(known) > len(grown):
                    self.found[joined] = grown
            elif more > 1:
                self._grow(grown, joined, missing - partner.seats, at + 1, more - 1)


_RANKS: dict[Order, Callable[[Addition], tuple[int, ...]]] = {
    Order.PARTNERS: lambda a: (len(a.partners), a.verdict.over, a.inside.hostile, a.inside.groups),
    Order.SEATS: lambda a: (a.verdict.over, len(a.partners), a.inside.hostile, a.inside.groups),
    Order.FRICTION: lambda a: (
        a.inside.hostile, a.inside.unknown, len(a.partners), a.verdict.over,
    ),
    Order.FRIENDS: lambda a: (
        a.inside.groups, a.inside.hostile, len(a.partners), a.verdict.over,
    ),
}  # fmt: skip


def ranked(found: Iterable[Addition], order: Order) -> tuple[Addition, ...]:
    """The additions, best first."""
    rank = _RANKS[order]
    return tuple(sorted(found, key=lambda a: (rank(a), [partner.name for partner in a.partners])))


# -- near misses -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Partners that would nearly do, together or with the coalition that they join."""

    partners: tuple[Partner, ...]
    verdict: Verdict

    @property
    def blocs(self) -> tuple[str, ...]:
        """Every bloc of them."""
        return tuple(bloc for partner in self.partners for bloc in partner.blocs)


def near_misses(
    partners: Sequence[Partner], quota: int, *, own: int = 0, near: int = NEAR, most: int = 3
) -> tuple[NearMiss, ...]:
    """The sets of up to ``most`` partners that miss the line by few seats.

    A set is told where each partner counts: without any one of them it would not be near. Those
    of fewest partners come first, of these the closest.

    Args:
        partners: who is put together; those that share a bloc are not.
        quota: the line.
        own: seats of the coalition that they join.
        near: seats that are missing at most.
        most: partners that are put together at most.

    """
    found: dict[frozenset[str], NearMiss] = {}
    for size in range(1, most + 1):
        for chosen in combinations(partners, size):
            seats = own + sum(partner.seats for partner in chosen)
            if not quota - near <= seats < quota:
                continue
            if seats - min(partner.seats for partner in chosen) >= quota - near:
                continue
            blocs = [bloc for partner in chosen for bloc in partner.blocs]
            if len(set(blocs)) == len(blocs):
                found.setdefault(frozenset(blocs), NearMiss(chosen, Verdict(seats, quota)))
    return tuple(sorted(found.values(), key=lambda n: (len(n.partners), n.verdict.short)))


def lists_of(chamber: Chamber) -> tuple[Partner, ...]:
    """The electoral lists, each as one who could join, in the order of the chamber."""
    return tuple(
        Partner(
            PartnerKind.LIST,
            entry.id,
            entry.name.label,
            entry.seats,
            tuple(bloc.id for bloc in chamber.blocs_of_list(entry.id)),
        )
        for entry in chamber.lists
        if entry.seats
    )


def _members(scenario: Scenario, chamber: Chamber, coalition: str | None) -> frozenset[str]:
    if coalition is None:
        return frozenset()
    return frozenset(bloc.id for bloc in scenario.blocs_of(coalition, chamber))
