"""How sure a statement is, and who makes it."""

from dataclasses import dataclass
from enum import StrEnum

from iraq_explorer.core.dates import PartialDate


class Certainty(StrEnum):
    """How far a seat figure, a tie or an event can be relied on, from most to least."""

    CERTAIN = "certain"
    """Official result, or several independent sources agree."""
    REPORTED = "reported"
    """At least one named source says it; others may differ."""
    CONTESTED = "contested"
    """One source says it; another contradicts it, or a party denied it."""
    HYPOTHETICAL = "hypothetical"
    """Said to be possible or advisable, never observed."""
    ESTIMATE = "estimate"
    """A reckoning of the dataset's authors, never a fact."""


@dataclass(frozen=True, slots=True)
class Source:
    """A published text that statements rest on."""

    id: str
    title: str
    url: str = ""
    date: PartialDate | None = None
    note: str = ""
    copy: str = ""
    """Address of the copy that was read, where the original was not."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source, and in our own words what it says there."""

    source: str
    """Id of the source."""
    paragraph: int | None = None
    paraphrase: str = ""


@dataclass(frozen=True, slots=True)
class SeatReport:
    """One figure among those that sources give for the same seats."""

    seats: int
    sources: tuple[str, ...]
    note: str = ""
    early: bool = False
    """Whether it was printed before the count was final: told, but no longer in use."""
