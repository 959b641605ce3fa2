"""Constraints on who sits with whom: red lines, required partners, leaders.

They are the user's, or proposed from ties in force. They warn and never forbid: a coalition that
breaks one can be made, and is told what it breaks.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class ConstraintKind(StrEnum):
    """What a constraint asks for."""

    APART = "apart"
    """A red line: the two are never in one coalition."""
    ONLY_WITH = "only with"
    """A required partner: the first sits only where the second does."""
    REQUIRED = "required"
    """Every coalition has to contain the bloc."""
    LEADS = "leads"
    """The bloc sits only where no other has more seats: it leads, or stays out."""

    @property
    def of_two(self) -> bool:
        """Whether it is about a pair of blocs rather than one."""
        return self in (ConstraintKind.APART, ConstraintKind.ONLY_WITH)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A condition that coalitions keep or break.

    Raises:
        ValueError: a pair has one end, one bloc has a partner, or both ends are the same.

    """

    kind: ConstraintKind
    bloc: str
    other: str = ""
    """The second bloc of a pair; empty for a constraint about one."""
    ties: tuple[str, ...] = ()
    """Ids of the ties that it was proposed from; empty where it is the user's own."""

    def __post_init__(self) -> None:
        """Put a pair that has no direction in order, so that equal constraints are equal."""
        if self.kind.of_two != bool(self.other) or self.bloc == self.other:
            raise ValueError(f"a constraint {self.kind!s} needs {1 + self.kind.of_two} blocs")
        if self.kind is ConstraintKind.APART and self.other < self.bloc:
            first, second = self.other, self.bloc
            object.__setattr__(self, "bloc", first)
            object.__setattr__(self, "other", second)

    @property
    def blocs(self) -> tuple[str, ...]:
        """The blocs it is about."""
        return (self.bloc, self.other) if self.other else (self.bloc,)

    def same_as(self, other: "Constraint") -> bool:
        """Whether both ask for the same, whatever they were proposed from."""
        return (self.kind, self.bloc, self.other) == (other.kind, other.bloc, other.other)

    def kept_by(self, members: Collection[str], seats: Mapping[str, int]) -> bool:
        """Whether a coalition of these blocs keeps it.

        Args:
            members: ids of the blocs of the coalition.
            seats: seats by bloc id, of all members at least.

        """
        inside = self.bloc in members
        match self.kind:
            case ConstraintKind.APART:
                return not (inside and self.other in members)
            case ConstraintKind.ONLY_WITH:
                return not inside or self.other in members
            case ConstraintKind.REQUIRED:
                return inside
            case ConstraintKind.LEADS:
                return not inside or all(seats[m] <= seats[self.bloc] for m in members)


def broken(
    constraints: Iterable[Constraint], members: Collection[str], seats: Mapping[str, int]
) -> tuple[Constraint, ...]:
    """The constraints that a coalition breaks."""
    return tuple(c for c in constraints if not c.kept_by(members, seats))
