"""Ties that a scenario assumes: added, ended, or turned into their opposite."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from iraq_explorer.core.dates import Period
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Tie, TieKind

_OPPOSITE = {
    TieKind.ALLY: TieKind.RIVAL,
    TieKind.RIVAL: TieKind.ALLY,
    TieKind.FIGHTS: TieKind.ALLY,
    TieKind.BACKS_OPENLY: TieKind.OPPOSES,
    TieKind.BACKS_TACITLY: TieKind.OPPOSES,
    TieKind.OPPOSES: TieKind.BACKS_OPENLY,
    TieKind.NEGOTIATES: TieKind.RIVAL,
}
FRIENDLY_KINDS = (
    TieKind.ALLY,
    TieKind.BACKS_OPENLY,
    TieKind.BACKS_TACITLY,
    TieKind.NEGOTIATES,
)
HOSTILE_KINDS = (TieKind.RIVAL, TieKind.OPPOSES, TieKind.FIGHTS)


class Assumption(StrEnum):
    """What is assumed of a tie."""

    ADDED = "added"
    ENDED = "ended"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class TieChange:
    """One tie that a scenario assumes to be different.

    Raises:
        ValueError: an added tie has no two ends, or a kind that only tells who belongs where.

    """

    assumption: Assumption
    tie: str
    """Id of the tie that ends or is reversed; for an added one an id of its own."""
    source: str = ""
    """Id of the actor where an added tie starts."""
    target: str = ""
    kind: TieKind | None = None
    """Kind of an added tie; its sign follows."""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an added tie that is none."""
        if self.assumption is not Assumption.ADDED:
            return
        if not self.source or not self.target or self.source == self.target:
            raise ValueError(f"the assumed tie {self.tie!r} needs two ends")
        if self.kind not in (*FRIENDLY_KINDS, *HOSTILE_KINDS):
            raise ValueError(f"the assumed tie {self.tie!r} cannot be of the kind {self.kind!s}")

    @property
    def sign(self) -> int:
        """Sign of an added tie."""
        return -1 if self.kind in HOSTILE_KINDS else 1


def reversible(tie: Tie) -> bool:
    """Whether a tie has an opposite: those that tell who belongs where have none."""
    return tie.kind in _OPPOSITE


def apply(ties: Iterable[Tie], changes: Iterable[TieChange]) -> Iterator[Tie]:
    """The ties as a scenario assumes them: what it assumes is hypothetical, and no source says so.

    A tie that is turned keeps its period; what its sources say of it is the opposite.
    """
    by_tie: Mapping[str, TieChange] = {change.tie: change for change in changes}
    for tie in ties:
        change = by_tie.get(tie.id)
        if change is None or change.assumption is Assumption.ADDED:
            yield tie
        elif change.assumption is Assumption.REVERSED and reversible(tie):
            yield replace(
                tie,
                kind=_OPPOSITE[tie.kind],
                sign=-tie.sign,
                certainty=Certainty.HYPOTHETICAL,
                citations=(),
                statement=change.note,
                note="",
            )
    for change in by_tie.values():
        if change.assumption is Assumption.ADDED and change.kind is not None:
            yield Tie(
                id=change.tie,
                source=change.source,
                target=change.target,
                kind=change.kind,
                sign=change.sign,
                period=Period(),
                certainty=Certainty.HYPOTHETICAL,
                citations=(),
                statement=change.note,
                note="",
            )
