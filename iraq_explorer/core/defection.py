"""Who is needed in a coalition: who can leave, and the fewest who bring it down."""

from collections.abc import Mapping
from dataclasses import dataclass

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict

_LOOKED_AT = 5_000
"""Sets that are made before the best of them are told."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """The smallest sets whose seats reach a number."""

    size: int
    """How many are in each of the sets; 0 where nothing is missing."""
    count: int
    """How many such sets there are; 0 where all together do not suffice."""
    ways: tuple[tuple[str, ...], ...]
    """Some of them or all, those with fewest seats too many first."""


def fewest(seats: Mapping[str, int], need: int, told: int = 20) -> Fewest:
    """The smallest sets of ids whose seats add up to ``need``, counted all and told in part."""
    if need <= 0:
        return Fewest(0, 1, ((),))
    order = sorted((id_ for id_, own in seats.items() if own), key=lambda id_: -seats[id_])
    size = reached = 0
    while reached < need:
        if size == len(order):
            return Fewest(0, 0, ())
        reached += seats[order[size]]
        size += 1
    found: list[tuple[str, ...]] = []

    def grow(chosen: tuple[str, ...], missing: int, start: int) -> None:
        more = size - len(chosen)
        if not more:
            found.append(chosen)
            return
        for at in range(start, len(order) - more + 1):
            if sum(seats[id_] for id_ in order[at : at + more]) < missing:
                return
            if len(found) >= _LOOKED_AT:
                return
            grow((*chosen, order[at]), missing - seats[order[at]], at + 1)

    grow((), need, 0)
    found.sort(key=lambda ids: sum(seats[id_] for id_ in ids))
    return Fewest(size, _count([seats[id_] for id_ in order], size, need), tuple(found[:told]))


def _count(weights: list[int], size: int, need: int) -> int:
    """How many sets of that size reach the number: sums above it are as good as the number."""
    ways: list[dict[int, int]] = [{0: 1}, *({} for _ in range(size))]
    for weight in weights:
        for members in range(size, 0, -1):
            for total, times in ways[members - 1].items():
                reached = min(need, total + weight)
                ways[members][reached] = ways[members].get(reached, 0) + times
    return ways[size].get(need, 0)


@dataclass(frozen=True, slots=True)
class Member:
    """One bloc of a coalition, and what the coalition is worth without it."""

    bloc: Bloc
    without: Verdict
    critical: bool
    """Whether the coalition has its majority with the bloc and not without."""


@dataclass(frozen=True, slots=True)
class Hold:
    """How firmly a coalition holds its majority."""

    verdict: Verdict
    members: tuple[Member, ...]
    """Those with most seats first."""
    defectors: int
    """The fewest members of the chamber who bring it down by leaving; 0 where it has none."""
    leavers: Fewest
    """The fewest blocs that bring it down by leaving."""

    @property
    def can_leave(self) -> tuple[Member, ...]:
        """Blocs that can leave, one alone, without the loss of the majority."""
        return tuple(m for m in self.members if self.verdict.reached and not m.critical)


def hold(scenario: Scenario, chamber: Chamber, coalition: str) -> Hold:
    """Who is needed in a coalition under the rule at hand."""
    verdict = scenario.verdict(coalition, chamber)
    blocs = sorted(scenario.blocs_of(coalition, chamber), key=lambda bloc: -bloc.seats)
    members = tuple(
        Member(
            bloc,
            Verdict(verdict.seats - bloc.seats, verdict.quota),
            critical=verdict.reached and bloc.seats > verdict.over,
        )
        for bloc in blocs
    )
    if not verdict.reached:
        return Hold(verdict, members, 0, Fewest(0, 0, ()))
    down = verdict.over + 1
    return Hold(verdict, members, down, fewest({b.id: b.seats for b in blocs}, down))
