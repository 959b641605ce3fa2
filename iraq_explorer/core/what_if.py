"""Seats that a scenario assumes: blocs split, seats moved, members who do not follow.

The official chamber stays as it is in the dataset. A scenario carries only what it assumes, and
``assumed`` makes the chamber that it is about, in which everything counts as in any other. Whatever
differs from the official figure is hypothetical, and the bloc keeps the official figure with it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from typing import TypeVar

from iraq_explorer.core.chamber import Bloc, Chamber, ElectoralList
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name

Said = TypeVar("Said")

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

    @property
    def touched(self) -> frozenset[str]:
        """Ids of the blocs and parts of which something is assumed."""
        return frozenset((*self.seats, *self.splits, *self.followers))

    # -- changing --------------------------------------------------------------------------

    def split(self, bloc: str, parts: Iterable[Part]) -> "WhatIf":
        """The assumption with a bloc in parts; fewer than two parts make it whole again.

        Where the seats of a part change, all its members follow again: how many do was said of the
        seats it had.
        """
        parts = tuple(parts)
        splits = {b: p for b, p in self.splits.items() if b != bloc}
        if len(parts) > 1:
            splits[bloc] = parts
        elif bloc not in self.splits:
            return self
        before = {part.id: part.seats for part in self.splits.get(bloc, ())}
        after = {part.id: part.seats for part in splits.get(bloc, ())}
        changed = {b for b in (bloc, *before) if before.get(b) != after.get(b)}
        followers = {b: n for b, n in self.followers.items() if b not in changed}
        return replace(self, splits=splits, followers=followers)

    def transfer(self, chamber: Chamber, taker: str, seats: int, giver: str | None) -> "WhatIf":
        """The assumption with seats of one bloc given to another; both follow as a whole again.

        Args:
            chamber: the official chamber.
            taker: the bloc that gets them.
            seats: how many; a negative number takes them away.
            giver: the bloc that gives them; ``None`` are the vacant seats of the chamber.

        Raises:
            KeyError: the chamber has no such bloc.
            ValueError: a bloc is in parts, or there are not so many seats to give.

        """
        official = {bloc.id: bloc.seats for bloc in chamber.blocs}
        held = official | dict(self.seats)
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
        changed = {b: n for b, n in held.items() if n != official[b]}
        kept = {b: n for b, n in self.followers.items() if not seats or b not in (taker, giver)}
        return replace(self, seats=changed, followers=kept)

    def with_followers(self, bloc: str, followers: int | None) -> "WhatIf":
        """The assumption with so many members who follow a bloc or part; ``None`` is all."""
        kept = {b: n for b, n in self.followers.items() if b != bloc}
        if followers is not None:
            kept[bloc] = followers
        return replace(self, followers=kept)

    def without(self, bloc: str, chamber: Chamber) -> "WhatIf":
        """The assumption with a bloc whole, united and with its official seats.

        Seats that it had given away come back from blocs that have more than their own, in the
        order of the chamber; these are whole again as well.
        """
        gone = {bloc}
        official = {entry.id: entry.seats for entry in chamber.blocs}
        seats = {b: n for b, n in self.seats.items() if b != bloc}
        missing = sum((official | seats).values()) - chamber.seats
        for other in chamber.blocs:
            back = min(missing, seats.get(other.id, other.seats) - other.seats)
            if back > 0:
                seats[other.id] -= back
                missing -= back
                gone.add(other.id)
        whole = self
        for entry in gone:
            whole = whole.split(entry, ()).with_followers(entry, None)
        return replace(whole, seats={b: n for b, n in seats.items() if n != official.get(b)})


def new_part_id(bloc: str, taken: Iterable[str]) -> str:
    """An id for one more part of a bloc: the first free of "bloc/2", "bloc/3" and so on."""
    known = set(taken)
    return next(made for n in count(2) if (made := f"{bloc}/{n}") not in known)


def inherited(
    said: Mapping[str, Said], new: Mapping[str, Iterable[str]], blocs: Collection[str]
) -> dict[str, Said]:
    """What is said of each bloc, of its new parts as well, and of none that is gone.

    A part comes right after its bloc, so that it sits beside it and nobody else has to move.

    Args:
        said: anything by bloc id.
        new: ids of new parts by the id of their bloc.
        blocs: ids of all blocs that there are now.

    """
    each = ((b, what) for bloc, what in said.items() for b in (bloc, *new.get(bloc, ())))
    return {b: what for b, what in each if b in blocs}


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
        if total != held[bloc]:
            found.append(f"splits.{bloc}: parts add up to {total}, the bloc has {held[bloc]}")
        if min(part.seats for part in parts) < 1:
            found.append(f"splits.{bloc}: every part needs a seat")
        names = {part.name.strip().casefold() for part in parts}
        if "" in names or len(names) < len(parts):
            found.append(f"splits.{bloc}: every part needs a name of its own")
        for part in parts[1:]:
            # So it can be the id of nothing else: neither of a bloc nor of an actor.
            if not part.id.startswith(f"{bloc}/") or part.id.endswith(REST):
                found.append(f"splits.{bloc}: an id should begin with '{bloc}/', not {part.id!r}")
            elif part.id in ids:
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
def _admitted(chamber: "_ById", left_out: frozenset[str], kept: frozenset[str]) -> Chamber:
    official = chamber.chamber
    vacant = {
        entry.id: entry.seats - sum(bloc.seats for bloc in official.blocs_of_list(entry.id))
        for entry in official.lists
    }
    blocs: list[Bloc] = []
    for bloc in official.blocs:
        held = bloc if bloc.id in kept else _without_sources(bloc, left_out, vacant[bloc.list_id])
        vacant[bloc.list_id] -= held.seats - bloc.seats
        blocs.append(held)
    if all(held is bloc for held, bloc in zip(blocs, official.blocs, strict=True)):
        return official
    return replace(official, blocs=tuple(blocs))


def _without_sources(bloc: Bloc, left_out: frozenset[str], vacant: int) -> Bloc:
    def stands(sources: tuple[str, ...]) -> bool:
        return not sources or not left_out.issuperset(sources)

    reports = tuple(report for report in bloc.reports if stands(report.sources))
    if not stands(bloc.sources):
        # A figure printed before the final count only where there is no other.
        for report in sorted(reports, key=lambda report: report.early):
            if report.seats <= bloc.seats + vacant:
                bloc = replace(bloc, seats=report.seats, sources=report.sources)
                break
    if len(reports) == len(bloc.reports):
        return bloc
    figures = [bloc.seats, *(report.seats for report in reports)]
    return replace(bloc, reports=reports, seats_low=min(figures), seats_high=max(figures))


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


def admitted(
    chamber: Chamber, left_out: frozenset[str], kept: frozenset[str] = frozenset()
) -> Chamber:
    """The chamber as it is without some sources.

    A figure that rests on these alone gives way to the first report of another source for which the
    seats of the list suffice. Where there is none it stays: a chamber needs its seats, and the
    ledger says that nobody vouches for them. Nor does a figure change of a bloc named in ``kept``:
    what a scenario assumes of its seats was assumed of the figure as it is.
    """
    return _admitted(_ById(chamber), left_out, kept) if left_out else chamber


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
        if part.id == bloc.id:
            own_name = part.name in (bloc.name.label, bloc.name.en)
            yield replace(own, name=bloc.name if own_name else Name(part.name))
        else:
            yield replace(own, id=part.id, name=Name(part.name), part_of=bloc.id)


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
