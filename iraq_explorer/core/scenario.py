"""A scenario: a small frozen value that says which bloc is in which coalition, when, by which rule.

Every change returns a new scenario. What can be computed from one (totals, verdicts) is never
stored in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.constraint import Constraint
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.roll_call import RollCall
from iraq_explorer.core.tie_change import TieChange
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.core.what_if import NOTHING, REST, WhatIf, assumed, faults, inherited

Point = tuple[float, float]
"""A place on the canvas, in scene units; y grows downwards."""

COLOURS = 10
"""How many coalition colours there are; ``Coalition.colour`` is below it."""


@dataclass(frozen=True, slots=True)
class Coalition:
    """A named group of blocs."""

    id: str
    name: str
    colour: int
    """Index into the palette."""


@dataclass(frozen=True, slots=True)
class VoteReport:
    """A figure for one vote that a source gives beside the one used."""

    in_favour: int
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """A division that took place, as reported: heads, not seats on paper."""

    question: str
    present: int
    in_favour: int
    against: int
    sources: tuple[str, ...]
    reports: tuple[VoteReport, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Disregard:
    """Evidence that a scenario leaves out of account."""

    sources: frozenset[str] = frozenset()
    """Ids of sources: a statement that rests on these alone is left out."""
    certainties: frozenset[Certainty] = frozenset()
    """Ties of these certainties are left out."""

    def __bool__(self) -> bool:
        return bool(self.sources or self.certainties)


@dataclass(frozen=True)
class Scenario:
    """One way the blocs of a chamber could stand together on a day."""

    name: str
    chamber: str
    """Id of the chamber."""
    date: PartialDate
    """The as-of date: ties in force on its last day are drawn."""
    rule: str
    """Id of the chamber's rule that counts; empty where ``custom_quota`` is set."""
    custom_quota: int | None = None
    present: int | None = None
    """Members present, for rules that count those; all members where ``None``."""
    coalitions: tuple[Coalition, ...] = ()
    membership: Mapping[str, str] = field(default_factory=dict)
    """Coalition id by bloc id; a bloc that is missing is in no coalition."""
    placements: Mapping[str, Point] = field(default_factory=dict)
    """Where nodes were placed by hand, by node id."""
    note: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of the sources that the arrangement rests on."""
    vote: RecordedVote | None = None
    what_if: WhatIf = NOTHING
    """Splits, seats and discipline that it assumes."""
    constraints: tuple[Constraint, ...] = ()
    """Red lines, required partners and leaders; they warn and never forbid."""
    tie_changes: tuple[TieChange, ...] = ()
    """Ties that it assumes to be different."""
    disregarded: Disregard = Disregard()
    roll_call: RollCall | None = None
    """A vote that is tried, beside or instead of one that took place."""
    origin: str = ""
    """Id of the built-in scenario it came from; empty for others."""

    def __post_init__(self) -> None:
        """Freeze the mappings.

        Raises:
            ValueError: two coalitions share an id, or a bloc is in a coalition that is not there.

        """
        ids = [coalition.id for coalition in self.coalitions]
        if len(set(ids)) != len(ids):
            raise ValueError(f"scenario {self.name!r}: two coalitions have the same id")
        for bloc, coalition in self.membership.items():
            if coalition not in ids:
                raise ValueError(
                    f"scenario {self.name!r}: bloc {bloc!r} is in unknown coalition {coalition!r}"
                )
        object.__setattr__(self, "membership", MappingProxyType(dict(self.membership)))
        object.__setattr__(self, "placements", MappingProxyType(dict(self.placements)))

    def __hash__(self) -> int:
        return hash((self.name, self.chamber, self.date, frozenset(self.membership.items())))

    # -- reading ---------------------------------------------------------------------------

    @cached_property
    def coalition_by_id(self) -> dict[str, Coalition]:
        """Coalitions by id, in their order."""
        return {coalition.id: coalition for coalition in self.coalitions}

    def coalition_of(self, bloc: str) -> str | None:
        """Id of the coalition a bloc is in."""
        return self.membership.get(bloc)

    def blocs_of(self, coalition: str | None, chamber: Chamber) -> tuple[Bloc, ...]:
        """The blocs of a coalition, or of none, in the order of the chamber."""
        return tuple(b for b in chamber.blocs if self.membership.get(b.id) == coalition)

    def seats_of(self, coalition: str | None, chamber: Chamber) -> int:
        """Seats of a coalition, or of the blocs in none."""
        return sum(bloc.seats for bloc in self.blocs_of(coalition, chamber))

    def quota(self, chamber: Chamber) -> int:
        """Seats that the rule at hand takes."""
        if self.custom_quota is not None:
            return self.custom_quota
        return chamber.rule_by_id[self.rule].quota(chamber.seats, self.present)

    def verdict(self, coalition: str | None, chamber: Chamber) -> Verdict:
        """A coalition's seats against the quota."""
        low, high = self.seat_range(coalition, chamber)
        return Verdict(self.seats_of(coalition, chamber), self.quota(chamber), low, high)

    def verdicts(self, chamber: Chamber) -> dict[str, Verdict]:
        """Every coalition's seats against the quota, by coalition id, in order."""
        quota = self.quota(chamber)
        ranges = self.seat_ranges(chamber)
        return {
            coalition: Verdict(seats, quota, *ranges[coalition])
            for coalition, seats in self.totals(chamber).items()
            if coalition is not None
        }

    def totals(self, chamber: Chamber) -> dict[str | None, int]:
        """Seats by coalition id, in order; under ``None`` those of blocs in no coalition."""
        sums: dict[str | None, int] = {coalition.id: 0 for coalition in self.coalitions}
        sums[None] = 0
        for bloc in chamber.blocs:
            sums[self.membership.get(bloc.id)] += bloc.seats
        return sums

    def seat_range(self, coalition: str | None, chamber: Chamber) -> tuple[int, int]:
        """The lowest and highest total that the figures in use allow."""
        return self.seat_ranges(chamber)[coalition]

    def seat_ranges(self, chamber: Chamber) -> dict[str | None, tuple[int, int]]:
        """The same for every coalition, by coalition id, in order.

        What one bloc of a list has more, the others of that list have less: the result of a list is
        certain where its division is not.
        """
        totals = self.totals(chamber)
        lows, highs = dict(totals), dict(totals)
        for blocs in chamber.divided_lists:
            sides: dict[str | None, list[int]] = {}
            low = seats = high = 0
            for bloc, least, held, most in blocs:
                side = sides.setdefault(self.membership.get(bloc), [0, 0, 0])
                side[0] += least
                side[1] += held
                side[2] += most
                low, seats, high = low + least, seats + held, high + most
            for coalition, (least, held, most) in sides.items():
                lows[coalition] += max(least, seats - (high - most)) - held
                highs[coalition] += min(most, seats - (low - least)) - held
        return {coalition: (lows[coalition], highs[coalition]) for coalition in totals}

    def leading(self, chamber: Chamber) -> Coalition | None:
        """The coalition with most seats; the first of them where several are equal."""
        totals = self.totals(chamber)
        return max(self.coalitions, key=lambda c: totals[c.id], default=None)

    def leaders(self, chamber: Chamber) -> tuple[Coalition, ...]:
        """Every coalition that has as many seats as the leading one, if any has seats."""
        totals = self.totals(chamber)
        most = max((totals[c.id] for c in self.coalitions), default=0)
        return tuple(c for c in self.coalitions if totals[c.id] == most) if most else ()

    # -- changing --------------------------------------------------------------------------

    def move(self, blocs: Iterable[str], coalition: str | None) -> "Scenario":
        """The scenario with the blocs in another coalition, or in none.

        A bloc that changes coalition gives up the place it was put at by hand.

        Raises:
            KeyError: there is no such coalition.

        """
        if coalition is not None and coalition not in self.coalition_by_id:
            raise KeyError(coalition)
        membership = dict(self.membership)
        placements = dict(self.placements)
        for bloc in blocs:
            if membership.get(bloc) == coalition:
                continue
            placements.pop(bloc, None)
            # Taken out first, so that it comes last: in the hemicycle a newcomer sits down beside
            # those who are there already and nobody else has to move.
            membership.pop(bloc, None)
            if coalition is not None:
                membership[bloc] = coalition
        return replace(self, membership=membership, placements=placements)

    def with_new_coalition(self, name: str, blocs: Iterable[str] = ()) -> "Scenario":
        """The scenario with one more coalition, last, that the blocs are in."""
        number = 1
        while f"c{number}" in self.coalition_by_id:
            number += 1
        used = {coalition.colour for coalition in self.coalitions}
        free = next((c for c in range(COLOURS) if c not in used), len(self.coalitions) % COLOURS)
        added = Coalition(f"c{number}", name, free)
        return replace(self, coalitions=(*self.coalitions, added)).move(blocs, added.id)

    def change_coalition(
        self, coalition: str, *, name: str | None = None, colour: int | None = None
    ) -> "Scenario":
        """The scenario with a coalition renamed or recoloured.

        Raises:
            KeyError: there is no such coalition.

        """
        old = self.coalition_by_id[coalition]
        new = replace(
            old,
            name=old.name if name is None else name,
            colour=old.colour if colour is None else colour % COLOURS,
        )
        return replace(
            self, coalitions=tuple(new if c.id == coalition else c for c in self.coalitions)
        )

    def merge(self, coalition: str, into: str) -> "Scenario":
        """The scenario in which the blocs of one coalition are in another and the first is gone.

        Raises:
            KeyError: one of the two is not there.

        """
        moved = self.move(self._inside(coalition), into)
        return moved.delete_coalition(coalition) if coalition != into else self

    def delete_coalition(self, coalition: str) -> "Scenario":
        """The scenario without a coalition; its blocs are in none.

        Raises:
            KeyError: there is no such coalition.

        """
        gone = self.coalition_by_id[coalition]
        kept = tuple(c for c in self.coalitions if c is not gone)
        return replace(self.move(self._inside(coalition), None), coalitions=kept)

    def _inside(self, coalition: str) -> list[str]:
        return [bloc for bloc, place in self.membership.items() if place == coalition]

    def reorder(self, coalition: str, position: int) -> "Scenario":
        """The scenario with a coalition at another place in the order, counted from 0.

        Raises:
            KeyError: there is no such coalition.

        """
        moving = self.coalition_by_id[coalition]
        rest = [c for c in self.coalitions if c.id != coalition]
        rest.insert(max(0, min(position, len(rest))), moving)
        return replace(self, coalitions=tuple(rest))

    def with_rule(self, rule: str) -> "Scenario":
        """The scenario under one of the chamber's rules."""
        return replace(self, rule=rule, custom_quota=None)

    def with_quota(self, quota: int) -> "Scenario":
        """The scenario under a quota of the user's own.

        Raises:
            ValueError: the quota is not positive.

        """
        if quota < 1:
            raise ValueError(f"a quota has to be at least 1, not {quota}")
        return replace(self, custom_quota=quota)

    def with_present(self, present: int | None) -> "Scenario":
        """The scenario with so many members in the room; ``None`` is all."""
        return replace(self, present=present)

    def with_what_if(self, what_if: WhatIf, chamber: Chamber) -> "Scenario":
        """The scenario under other assumptions about the seats.

        A new part begins in the coalition of its bloc and votes as it does; who does not follow is
        in no coalition. What is gone leaves its coalition, its constraints and the vote.

        Args:
            what_if: the assumptions.
            chamber: the chamber as elected.

        Raises:
            ValueError: the assumptions do not fit the chamber.

        """
        wrong = faults(what_if, chamber)
        if wrong:
            raise ValueError("; ".join(wrong))
        before = assumed(chamber, self.what_if).bloc_by_id
        after = assumed(chamber, what_if).bloc_by_id
        new: dict[str, list[str]] = {}
        for bloc in after.values():
            if bloc.id not in before and not bloc.id.endswith(REST):
                new.setdefault(bloc.part_of, []).append(bloc.id)
        placements = {
            node: place
            for node, place in self.placements.items()
            if node in after or node not in before
        }
        vote = self.roll_call
        if vote is not None:
            vote = replace(vote, conducts=inherited(vote.conducts, new, after))
        return replace(
            self,
            what_if=what_if,
            membership=inherited(self.membership, new, after),
            placements=placements,
            constraints=tuple(c for c in self.constraints if all(b in after for b in c.blocs)),
            roll_call=vote,
        )

    def with_constraint(self, constraint: Constraint) -> "Scenario":
        """The scenario with one more constraint; one that asks for the same is replaced."""
        kept = self.without_constraint(constraint).constraints
        return replace(self, constraints=(*kept, constraint))

    def without_constraint(self, constraint: Constraint) -> "Scenario":
        """The scenario without a constraint."""
        kept = tuple(c for c in self.constraints if not c.same_as(constraint))
        return replace(self, constraints=kept)

    def with_tie_change(self, change: TieChange) -> "Scenario":
        """The scenario with something assumed of a tie; what was assumed of it before is gone."""
        kept = self.without_tie_change(change.tie).tie_changes
        return replace(self, tie_changes=(*kept, change))

    def without_tie_change(self, tie: str) -> "Scenario":
        """The scenario with a tie as the sources give it; an added one is gone."""
        return replace(self, tie_changes=tuple(c for c in self.tie_changes if c.tie != tie))

    def place(self, places: Mapping[str, Point]) -> "Scenario":
        """The scenario with nodes placed by hand."""
        return replace(self, placements={**self.placements, **places})

    def release(self, nodes: Iterable[str]) -> "Scenario":
        """The scenario with nodes given back to the layout."""
        gone = set(nodes)
        return replace(self, placements={n: p for n, p in self.placements.items() if n not in gone})
