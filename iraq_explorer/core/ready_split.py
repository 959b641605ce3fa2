"""Splits that the dataset offers ready-made: members who left a list, and divisions by estimate."""

from collections.abc import Sequence
from dataclasses import dataclass

from iraq_explorer.core.chamber import Chamber, Splinter
from iraq_explorer.core.what_if import Part, new_part_id


@dataclass(frozen=True, slots=True)
class ReadySplit:
    """The parts that a bloc could be split into."""

    parts: tuple[Part, ...]
    splinter: Splinter | None = None
    """Who left; ``None`` where the parts are only an estimate."""


def ready_splits(chamber: Chamber, bloc: str, parts: Sequence[Part]) -> tuple[ReadySplit, ...]:
    """What is offered for a bloc: splinters of its list, then the estimate of its division.

    Args:
        chamber: the official chamber.
        bloc: id of the bloc.
        parts: the parts it is in, its own whole where it is not split.

    """
    entry = chamber.list_by_id[chamber.bloc_by_id[bloc].list_id]
    first, *others = parts
    offered = []
    for splinter in entry.splinters:
        known = {part.name.casefold() for part in parts}
        if splinter.seats >= first.seats or splinter.name.casefold() in known:
            continue
        remaining = Part(first.id, first.name, first.seats - splinter.seats)
        left = Part(new_part_id(bloc, [p.id for p in parts]), splinter.name, splinter.seats)
        offered.append(ReadySplit((remaining, *others, left), splinter))
    # An estimate divides a list, so it fits where one bloc is the whole list, and is not divided.
    estimates = entry.estimates
    if not others and len(estimates) > 1 and sum(e.seats for e in estimates) == first.seats:
        ids = [bloc, *(f"{bloc}/{number}" for number in range(2, len(estimates) + 1))]
        divided = tuple(
            Part(id_, estimate.name, estimate.seats)
            for id_, estimate in zip(ids, estimates, strict=True)
        )
        offered.append(ReadySplit(divided))
    return tuple(offered)
