"""What would have to change for a coalition to pass: members, seats, or ties.

A coalition passes where it reaches the line and nothing inside it stands against it: no hostile
pair, and no constraint that it breaks. Each lever is the least that does: no smaller set would.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.constraint import Constraint, ConstraintKind, broken
from iraq_explorer.core.defection import Fewest, fewest
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Standing
from iraq_explorer.core.verdict import Verdict

_STEPS = 150_000
"""Steps of the search for the ties to mend: about half a second."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What has to be mended inside a coalition, enlarged where it misses the line."""

    added: tuple[str, ...]
    """Blocs that join for it, in the order of the chamber."""
    pairs: tuple[tuple[str, str], ...]
    """Hostile pairs whose ties would have to be mended."""
    lifted: tuple[Constraint, ...]
    """Constraints that would have to be given up, those about mended pairs among them."""
    verdict: Verdict
    exact: bool
    """Whether no set of fewer pairs and constraints would do."""

    @property
    def number(self) -> int:
        """How many things stand in the way; a red line between a hostile pair is one with it."""
        return _weight(self.pairs, self.lifted)


@dataclass(frozen=True, slots=True)
class Levers:
    """The least that would have to change, for each kind of change."""

    verdict: Verdict
    members: Fewest
    """The fewest blocs that would have to be won over whole; ``verdict.short`` heads would do."""
    seats: Fewest
    """The fewest lists that the missing seats could come from, by their seats outside."""
    as_it_is: Mending
    """What stands in the way inside the coalition without anybody more."""
    ties: Mending | None
    """The fewest pairs and constraints with which there is a way to the line; ``None`` where all
    together miss it."""


def levers(scenario: Scenario, chamber: Chamber, coalition: str, standing: Standing) -> Levers:
    """What would have to change for a coalition to pass."""
    verdict = scenario.verdict(coalition, chamber)
    inside = [bloc.id for bloc in scenario.blocs_of(coalition, chamber)]
    outside = [bloc for bloc in chamber.blocs if bloc.id not in set(inside)]
    by_list: dict[str, int] = {}
    for bloc in outside:
        by_list[bloc.list_id] = by_list.get(bloc.list_id, 0) + bloc.seats
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    search = _Search(scenario.constraints, seats, standing, verdict.quota)
    as_it_is = search.mending(inside, (), exact=True)
    return Levers(
        verdict=verdict,
        members=fewest({bloc.id: bloc.seats for bloc in outside}, verdict.short),
        seats=fewest(by_list, verdict.short),
        as_it_is=as_it_is,
        ties=search.least(inside, outside),
    )


def _weight(pairs: Sequence[tuple[str, str]], lifted: Sequence[Constraint]) -> int:
    apart = {frozenset(c.blocs) for c in lifted if c.kind is ConstraintKind.APART}
    others = sum(c.kind is not ConstraintKind.APART for c in lifted)
    return len(apart | {frozenset(pair) for pair in pairs}) + others


class _Search:
    """All enlargements of a coalition, with what cannot be the least left out."""

    def __init__(
        self,
        constraints: Sequence[Constraint],
        seats: Mapping[str, int],
        standing: Standing,
        quota: int,
    ) -> None:
        self._constraints = constraints
        self._seats, self._standing, self._quota = seats, standing, quota
        self._mendable = all(c.kind is ConstraintKind.APART for c in constraints)
        # Who cannot be together with whom for nothing: hostile, or apart by a red line.
        self._against = list(standing.hostile)
        place = {bloc: at for at, bloc in enumerate(standing.blocs)}
        for constraint in constraints:
            if constraint.kind is ConstraintKind.APART:
                a, b = (place[bloc] for bloc in constraint.blocs)
                self._against[a] |= 1 << b
                self._against[b] |= 1 << a
        self._place = place
        self._steps = _STEPS

    def mending(self, inside: Sequence[str], added: Sequence[str], *, exact: bool) -> Mending:
        """What stands in the way of these members."""
        members = frozenset((*inside, *added))
        held = sum(self._seats[bloc] for bloc in members)
        return Mending(
            added=tuple(bloc for bloc in self._standing.blocs if bloc in set(added)),
            pairs=self._standing.hostile_pairs(self._standing.mask(members)),
            lifted=broken(self._constraints, members, self._seats),
            verdict=Verdict(held, self._quota),
            exact=exact,
        )

    def least(self, inside: Sequence[str], outside: Sequence[Bloc]) -> Mending | None:
        """The enlargement that reaches the line with least in the way.

        Of equal ones that with fewest blocs more, then that with fewest seats over.
        """
        order = sorted((b for b in outside if b.seats), key=lambda bloc: -bloc.seats)
        after = [0] * (len(order) + 1)
        for at in range(len(order) - 1, -1, -1):
            after[at] = after[at + 1] + order[at].seats
        start = self._standing.mask(inside)
        own = sum(self._seats[bloc] for bloc in inside)
        pairs = sum((self._against[self._place[b]] & start).bit_count() for b in inside) // 2
        best: tuple[tuple[int, int, int], tuple[str, ...]] | None = None
        # Who is left out is looked at second, so that a good way is found early.
        stack: list[tuple[int, int, int, int, tuple[str, ...]]] = [(0, start, own, pairs, ())]
        while stack:
            at, mask, seats, cost, added = stack.pop()
            self._steps -= 1
            if self._steps <= 0:
                break
            if seats + after[at] < self._quota:
                continue
            if best is not None and (cost, len(added)) > best[0][:2]:
                continue
            if seats >= self._quota:
                full = cost + self._unmendable(mask)
                rank = (full, len(added), seats - self._quota)
                if best is None or rank < best[0]:
                    best = rank, added
                if full == cost:
                    continue  # more members can only add to what stands in the way
            if at == len(order):
                continue
            bloc = order[at]
            stack.append((at + 1, mask, seats, cost, added))
            rubs = (self._against[self._place[bloc.id]] & mask).bit_count()
            grown = mask | 1 << self._place[bloc.id]
            stack.append((at + 1, grown, seats + bloc.seats, cost + rubs, (*added, bloc.id)))
        if best is None:
            return None
        return self.mending(inside, best[1], exact=self._steps > 0)

    def _unmendable(self, mask: int) -> int:
        """Broken constraints that are not about a pair that is apart."""
        if self._mendable:
            return 0
        members = frozenset(self._standing.members(mask))
        lifted = broken(self._constraints, members, self._seats)
        return sum(c.kind is not ConstraintKind.APART for c in lifted)
