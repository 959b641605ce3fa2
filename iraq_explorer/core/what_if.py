"""Seats that a scenario assumes: blocs split, seats moved, members who do not follow.

The official chamber stays as it is in the dataset. A scenario carries only what it assumes, and
``assumed`` makes the chamber that it is about, in which everything counts as in any other. Whatever
differs from the official figure is hypothetical, and the bloc keeps the official figure with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from iraq_explorer.core.chamber import Bloc, Chamber, ElectoralList
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name

REST = "/rest"
"""Ending of the id of those who do not follow their bloc."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bloc that was split."""

    id: str
    """The first part keeps the id of the bloc, and with it its ties and its place."""
    name: str
    seats: int


@dataclass(frozen=True)
class WhatIf:
    """What a scenario assumes of the seats of a chamber."""

    seats: Mapping[str, int] = field(default_factory=dict)
    """Seats of a bloc in place of the official ones, by bloc id."""
    splits: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    """The parts of a bloc, by bloc id; their seats add up to those of the bloc."""
    followers: Mapping[str, int] = field(default_factory=dict)
    """How many members follow their bloc or part, by its id; all where it is missing."""

    def __post_init__(self) -> None:
        """Freeze the mappings."""
        for name in ("seats", "splits", "followers"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __bool__(self) -> bool:
        return bool(self.seats or self.splits or self.followers)

    def __hash__(self) -> int:
        return hash(
            (
                frozenset(self.seats.items()),
                frozenset(self.splits.items()),
                frozenset(self.followers.items()),
            )
        )

    # -- changing --------------------------------------------------------------------------

    def split(self, bloc: str, parts: Iterable[Part]) -> "WhatIf":
        """The assumption with a bloc in parts; fewer than two parts make it whole again."""
        parts = tuple(parts)
        splits = {b: p for b, p in self.splits.items() if b != bloc}
        if len(parts) > 1:
            splits[bloc] = parts
        kept = {part.id for part in splits.get(bloc, ())}
        gone = {part.id for part in self.splits.get(bloc, ())} | {bloc}
        followers = {b: n for b, n in self.followers.items() if b not in gone or b in kept}
        for part in splits.get(bloc, ()):
            if followers.get(part.id, 0) >= part.seats:
                followers.pop(part.id, None)
        return replace(self, splits=splits, followers=followers)

    def transfer(self, chamber: Chamber, taker: str, seats: int, giver: str | None) -> "WhatIf":
        """The assumption with seats of one bloc given to another.

        Args:
            chamber: the official chamber.
            taker: the bloc that gets them.
            seats: how many; a negative number takes them away.
            giver: the bloc that gives them; ``None`` are the vacant seats of the chamber.

        Raises:
            ValueError: a bloc is in parts, or there are not so many seats to give.

        """
        held = {bloc.id: self.seats.get(bloc.id, bloc.seats) for bloc in chamber.blocs}
        vacant = chamber.seats - sum(held.values())
        for bloc in (taker, giver):
            if bloc in self.splits:
                raise ValueError(f"{bloc} is in parts: merge them before its seats change")
        held[taker] += seats
        if giver is not None:
            held[giver] -= seats
        elif seats > vacant:
            raise ValueError(f"{seats} seats asked for, but {vacant} are vacant")
        if min(held[taker], held[giver or taker]) < 0:
            raise ValueError("a bloc cannot have less than no seats")
        official = {bloc.id: bloc.seats for bloc in chamber.blocs}
        changed = {b: n for b, n in held.items() if n != official[b]}
        followers = {b: n for b, n in self.followers.items() if n < held.get(b, n + 1)}
        return replace(self, seats=changed, followers=followers)

    def with_followers(self, bloc: str, followers: int | None) -> "WhatIf":
        """The assumption with so many members who follow a bloc or part; ``None`` is all."""
        kept = {b: n for b, n in self.followers.items() if b != bloc}
        if followers is not None:
            kept[bloc] = followers
        return replace(self, followers=kept)

    def without(self, bloc: str) -> "WhatIf":
        """The assumption with a bloc whole, united and with its official seats."""
        whole = self.split(bloc, ()).with_followers(bloc, None)
        return replace(whole, seats={b: n for b, n in whole.seats.items() if b != bloc})


NOTHING = WhatIf()


def faults(what_if: WhatIf, chamber: Chamber) -> tuple[str, ...]:
    """What is wrong with an assumption about a chamber, in words; empty where it holds."""
    found = []
    known = chamber.bloc_by_id
    for bloc, seats in what_if.seats.items():
        if bloc not in known:
            found.append(f"seats: the bloc {bloc!r} is unknown in this chamber")
        elif not 0 <= seats <= chamber.seats:
            found.append(f"seats.{bloc}: should be from 0 to {chamber.seats}, not {seats}")
    held = {bloc.id: what_if.seats.get(bloc.id, bloc.seats) for bloc in chamber.blocs}
    if what_if.seats and not found and sum(held.values()) > chamber.seats:
        found.append(f"seats: add up to {sum(held.values())}, more than {chamber.seats}")
    ids = set(known)
    for bloc, parts in what_if.splits.items():
        if bloc not in known:
            found.append(f"splits: the bloc {bloc!r} is unknown in this chamber")
            continue
        if len(parts) < 2 or parts[0].id != bloc:
            found.append(f"splits.{bloc}: needs two parts or more, the first with the bloc's id")
            continue
        total = sum(part.seats for part in parts)
        if total != held[bloc] or min(part.seats for part in parts) < 0:
            found.append(f"splits.{bloc}: parts add up to {total}, the bloc has {held[bloc]}")
        for part in parts[1:]:
            if part.id in ids or part.id.endswith(REST):
                found.append(f"splits.{bloc}: the id {part.id!r} is taken")
            ids.add(part.id)
        held |= {part.id: part.seats for part in parts}
    for bloc, followers in what_if.followers.items():
        if bloc not in held:
            found.append(f"followers: the bloc {bloc!r} is unknown in this chamber")
        elif not 0 <= followers <= held[bloc]:
            found.append(f"followers.{bloc}: should be from 0 to {held[bloc]}, not {followers}")
    return tuple(found)


@lru_cache(maxsize=512)
def _assumed(chamber: "_ById", what_if: WhatIf) -> Chamber:
    official = chamber.chamber
    blocs: list[Bloc] = []
    for bloc in official.blocs:
        seats = what_if.seats.get(bloc.id, bloc.seats)
        held = bloc if seats == bloc.seats else _with_seats(bloc, seats)
        for part in _parts(held, what_if):
            blocs.extend(_faithful(part, what_if.followers.get(part.id)))
    sums: dict[str, int] = {}
    for bloc in blocs:
        sums[bloc.list_id] = sums.get(bloc.list_id, 0) + bloc.seats
    lists = tuple(_summed(entry, sums.get(entry.id, 0)) for entry in official.lists)
    return replace(official, lists=lists, blocs=tuple(blocs))


@lru_cache(maxsize=512)
def _admitted(chamber: "_ById", left_out: frozenset[str]) -> Chamber:
    official = chamber.chamber
    held = {bloc.id: bloc for bloc in official.blocs}
    vacant = {
        entry.id: entry.seats - sum(bloc.seats for bloc in official.blocs_of_list(entry.id))
        for entry in official.lists
    }
    for bloc in official.blocs:
        if not left_out.issuperset(bloc.sources):
            continue
        for report in bloc.reports:
            more = report.seats - bloc.seats
            if more <= vacant[bloc.list_id] and not left_out.issuperset(report.sources):
                vacant[bloc.list_id] -= more
                held[bloc.id] = replace(bloc, seats=report.seats, sources=report.sources)
                break
    if all(held[bloc.id] is bloc for bloc in official.blocs):
        return official
    return replace(official, blocs=tuple(held.values()))


class _ById:
    """A chamber as a key: the very same one, for chambers are not compared by what they hold."""

    def __init__(self, chamber: Chamber) -> None:
        self.chamber = chamber

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.chamber is other.chamber

    def __hash__(self) -> int:
        return id(self.chamber)


def assumed(chamber: Chamber, what_if: WhatIf) -> Chamber:
    """The chamber as a scenario assumes it.

    The parts of a bloc take its place; those who do not follow come after their bloc, as a bloc of
    their own. Seats that nobody has any more are vacant: they count for the size of the chamber.
    """
    return _assumed(_ById(chamber), what_if) if what_if else chamber


def admitted(chamber: Chamber, left_out: frozenset[str]) -> Chamber:
    """The chamber as it is without some sources.

    A figure that rests on these alone gives way to the first report of another source for which the
    seats of the list suffice. Where there is none it stays: a chamber needs its seats, and the
    ledger says that nobody vouches for them.
    """
    return _admitted(_ById(chamber), left_out) if left_out else chamber


def _with_seats(bloc: Bloc, seats: int) -> Bloc:
    return replace(
        bloc,
        seats=seats,
        seats_low=seats,
        seats_high=seats,
        certainty=Certainty.HYPOTHETICAL,
        official_seats=bloc.seats if bloc.official_seats is None else bloc.official_seats,
    )


def _parts(bloc: Bloc, what_if: WhatIf) -> Iterable[Bloc]:
    parts = what_if.splits.get(bloc.id)
    if not parts:
        yield bloc
        return
    for part in parts:
        own = _with_seats(bloc, part.seats)
        origin = "" if part.id == bloc.id else bloc.id
        yield replace(own, id=part.id, name=Name(part.name), part_of=origin)


def _faithful(bloc: Bloc, followers: int | None) -> Iterable[Bloc]:
    if followers is None or followers >= bloc.seats:
        yield bloc
        return
    yield _with_seats(bloc, followers)
    rest = _with_seats(bloc, bloc.seats - followers)
    name = Name(f"{bloc.name.label}: not following")
    yield replace(rest, id=bloc.id + REST, name=name, part_of=bloc.part_of or bloc.id)


def _summed(entry: ElectoralList, seats: int) -> ElectoralList:
    return entry if entry.seats == seats else replace(entry, seats=seats)
