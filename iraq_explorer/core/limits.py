"""Constraints between blocs as limits between the players of a game.

A player can be several blocs: a list, or a coalition that joins whole. What constraints ask of
blocs then comes to four things asked of players, and a coalition of players keeps them exactly
where its blocs keep the constraints.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.players import Player


@dataclass(frozen=True)
class Limits:
    """Which coalitions of players constraints allow; players are known by their place, from 0."""

    excluded: frozenset[int] = frozenset()
    """Players in no allowed coalition."""
    required: frozenset[int] = frozenset()
    """Players in every allowed coalition."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs that are in no allowed coalition together, the earlier player first."""
    needs: frozenset[tuple[int, int]] = frozenset()
    """A player, and another without whom it is in no allowed coalition."""
    nothing: bool = False
    """Whether no coalition at all is allowed: a required bloc is no player's."""
    broken_inside: tuple[tuple[int, Constraint], ...] = ()
    """Players who break a constraint by themselves, each with the constraint."""

    @property
    def free(self) -> bool:
        """Whether every coalition is allowed."""
        return not (self.nothing or self.excluded or self.required or self.apart or self.needs)

    def keeps(self, members: Collection[int]) -> bool:
        """Whether a coalition is allowed."""
        inside = members if isinstance(members, (set, frozenset)) else set(members)
        return not (
            self.nothing
            or not self.excluded.isdisjoint(inside)
            or not self.required.issubset(inside)
            or any(one in inside and other in inside for one, other in self.apart)
            or any(one in inside and other not in inside for one, other in self.needs)
        )

    @cached_property
    def apart_from(self) -> dict[int, frozenset[int]]:
        """For each player of a pair those it is apart from."""
        both = [*self.apart, *((other, one) for one, other in self.apart)]
        return _by_first(both)

    @cached_property
    def partners(self) -> dict[int, frozenset[int]]:
        """For each player who needs others those it needs."""
        return _by_first(self.needs)

    @cached_property
    def needed_by(self) -> dict[int, frozenset[int]]:
        """For each player whom others need those others."""
        return _by_first((other, one) for one, other in self.needs)


def _by_first(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def limits_of(
    players: Sequence[Player], constraints: Iterable[Constraint], seats: Mapping[str, int]
) -> Limits:
    """What constraints between blocs ask of players.

    Args:
        players: who plays, each with its blocs.
        constraints: what is asked of blocs.
        seats: seats by bloc id: a bloc that leads is compared with blocs, also inside a list.

    """
    whose = {bloc: place for place, player in enumerate(players) for bloc in player.blocs}
    excluded: dict[int, None] = {}
    required: set[int] = set()
    apart: set[tuple[int, int]] = set()
    needs: set[tuple[int, int]] = set()
    broken: list[tuple[int, Constraint]] = []
    nothing = False
    for constraint in constraints:
        player, other = whose.get(constraint.bloc), whose.get(constraint.other)
        match constraint.kind:
            case ConstraintKind.REQUIRED:
                if player is None:
                    nothing = True
                else:
                    required.add(player)
            case ConstraintKind.ONLY_WITH if player is not None and player != other:
                if other is None:
                    excluded[player] = None
                    broken.append((player, constraint))
                else:
                    needs.add((player, other))
            case ConstraintKind.APART | ConstraintKind.LEADS if player is not None:
                others = {other} if constraint.kind is ConstraintKind.APART else {
                    whose[bloc] for bloc in whose if seats[bloc] > seats[constraint.bloc]
                }  # fmt: skip
                if player in others:
                    excluded[player] = None
                    broken.append((player, constraint))
                apart |= {
                    (min(player, one), max(player, one))
                    for one in others
                    if one is not None and one != player
                }
    return Limits(
        frozenset(excluded),
        frozenset(required),
        frozenset(apart),
        frozenset(needs),
        nothing,
        tuple(broken),
    )
