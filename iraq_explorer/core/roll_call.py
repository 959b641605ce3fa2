"""A vote: how each bloc behaves, and how many of its members come and follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType


class Stance(StrEnum):
    """How a member votes, or that it does not."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Amount:
    """A part of a bloc: a number of heads, or so many per cent of them.

    Raises:
        ValueError: it is negative, or more than all.

    """

    value: int
    percent: bool = True

    def __post_init__(self) -> None:
        """Refuse what is no part."""
        if self.value < 0 or (self.percent and self.value > 100):
            raise ValueError(f"{self} is no part of a bloc")

    def heads(self, of: int) -> int:
        """How many of so many members; per cent are rounded, a half upwards."""
        if self.percent:
            return (self.value * of * 2 + 100) // 200
        return min(self.value, of)

    def __str__(self) -> str:
        return f"{self.value}%" if self.percent else str(self.value)


ALL = Amount(100)


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a bloc does in a vote."""

    stance: Stance
    attendance: Amount = ALL
    """How many of its members are present."""
    cohesion: Amount = ALL
    """How many of those present vote as the bloc does."""
    dissent: Stance = Stance.ABSTAIN
    """What the others among those present do."""


@dataclass(frozen=True)
class RollCall:
    """A vote on a question.

    A bloc that is not named behaves as ``others``.
    """

    question: str = ""
    conducts: Mapping[str, Conduct] = field(default_factory=dict)
    """By bloc id."""
    others: Conduct = Conduct(Stance.ABSENT)
    note: str = ""

    def __post_init__(self) -> None:
        """Freeze the mapping."""
        object.__setattr__(self, "conducts", MappingProxyType(dict(self.conducts)))

    def __hash__(self) -> int:
        return hash((self.question, frozenset(self.conducts.items()), self.others))

    def conduct(self, bloc: str) -> Conduct:
        """What a bloc does."""
        return self.conducts.get(bloc, self.others)

    def with_conduct(self, bloc: str, conduct: Conduct) -> "RollCall":
        """The vote with another conduct of one bloc."""
        return replace(self, conducts={**self.conducts, bloc: conduct})

    def with_conducts(self, conducts: Mapping[str, Conduct]) -> "RollCall":
        """The vote with other conducts of the blocs that are named."""
        return replace(self, conducts={**self.conducts, **conducts})
