"""A parliament as elected: its lists, the blocs they divide into, and the rules that count."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty, SeatReport
from iraq_explorer.core.names import Name


@dataclass(frozen=True, slots=True)
class Bloc:
    """The player: members who move together. Blocs of a list add up to the list."""

    id: str
    name: Name
    list_id: str
    actor: str
    """Id of the actor the bloc stands for."""
    seats: int
    seats_low: int
    """Lowest figure a source gives; equal to ``seats`` where none differs."""
    seats_high: int
    certainty: Certainty
    sources: tuple[str, ...]
    reports: tuple[SeatReport, ...] = ()
    note: str = ""
    split_known: bool = True
    """False where the bloc holds several parties that no source divides."""
    official_seats: int | None = None
    """The figure of the dataset where a scenario assumes another one for the whole bloc."""
    part_of: str = ""
    """Id of the bloc that it was a part of, where a scenario assumes a split."""

    @property
    def disputed(self) -> bool:
        """Whether sources give different figures for its seats."""
        return self.seats_low != self.seats_high

    @property
    def hypothetical(self) -> bool:
        """Whether a scenario assumes its seats."""
        return self.official_seats is not None

    @property
    def usual_range(self) -> tuple[int, int]:
        """Lowest and highest figure, those left out that were printed before the final count."""
        if not any(report.early for report in self.reports) or self.hypothetical:
            return self.seats_low, self.seats_high
        figures = [self.seats, *(report.seats for report in self.reports if not report.early)]
        return min(figures), max(figures)


@dataclass(frozen=True, slots=True)
class EstimatedPart:
    """A division of a list that is only a reckoning: kept for reference, never counted."""

    name: str
    seats: int
    actor: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Splinter:
    """Members who left a list after the election: told and offered as a split, never counted."""

    name: str
    seats: int
    date: PartialDate
    note: str = ""


@dataclass(frozen=True, slots=True)
class ElectoralList:
    """What voters voted for: a list with the seats it won."""

    id: str
    name: Name
    actor: str
    leader: str
    seats: int
    certainty: Certainty
    sources: tuple[str, ...]
    reports: tuple[SeatReport, ...] = ()
    note: str = ""
    estimates: tuple[EstimatedPart, ...] = ()
    splinters: tuple[Splinter, ...] = ()


class Basis(StrEnum):
    """Whose number a rule takes its share of."""

    MEMBERS = "members"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Rule:
    """How many seats a decision takes: a share of all members or of those present."""

    id: str
    name: str
    basis: Basis
    share: Fraction
    strict: bool
    """True: more than the share (majority). False: at least the share (two thirds)."""
    article: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()

    def quota(self, members: int, present: int | None = None) -> int:
        """The fewest seats that satisfy the rule.

        Args:
            members: seats of the chamber.
            present: members in the room; all of them where ``None``.

        """
        if self.basis is Basis.PRESENT and present is not None:
            members = present
        exact = self.share * members
        whole = exact.numerator // exact.denominator
        if self.strict or whole < exact:
            return whole + 1
        return whole


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The first government that a chamber formed."""

    posts: int
    event: str
    """Id of the event that tells of it."""


@dataclass(frozen=True)
class Chamber:
    """A parliament from one election: seats, lists, blocs and rules."""

    id: str
    name: Name
    seats: int
    elected: PartialDate
    first_sitting: PartialDate | None
    lists: tuple[ElectoralList, ...]
    blocs: tuple[Bloc, ...]
    rules: tuple[Rule, ...]
    default_rule: str
    """Id of the rule that forms a government."""
    cabinet: Cabinet | None = None
    """The first cabinet; ``None`` where none is known."""

    @cached_property
    def bloc_by_id(self) -> dict[str, Bloc]:
        """Blocs by id, in the order of the chamber."""
        return {bloc.id: bloc for bloc in self.blocs}

    @cached_property
    def list_by_id(self) -> dict[str, ElectoralList]:
        """Electoral lists by id, in the order of the chamber."""
        return {entry.id: entry for entry in self.lists}

    @cached_property
    def rule_by_id(self) -> dict[str, Rule]:
        """Rules by id, in the order of the chamber."""
        return {rule.id: rule for rule in self.rules}

    def blocs_of_list(self, list_id: str) -> tuple[Bloc, ...]:
        """The blocs that a list divides into."""
        return self._blocs_by_list.get(list_id, ())

    @cached_property
    def _blocs_by_list(self) -> dict[str, tuple[Bloc, ...]]:
        found: dict[str, list[Bloc]] = {}
        for bloc in self.blocs:
            found.setdefault(bloc.list_id, []).append(bloc)
        return {entry: tuple(blocs) for entry, blocs in found.items()}

    @cached_property
    def divided_lists(self) -> tuple[tuple[tuple[str, int, int, int], ...], ...]:
        """The lists whose seats sources divide in several ways.

        For each of its blocs the id, the lowest figure in use, its seats and the highest.
        """
        lists = (
            tuple((b.id, b.usual_range[0], b.seats, b.usual_range[1]) for b in own)
            for own in map(self.blocs_of_list, self.list_by_id)
        )
        return tuple(own for own in lists if any(low < high for _, low, _, high in own))

    @property
    def vacant(self) -> int:
        """Seats that no bloc has; 0 in every chamber as elected."""
        return self.seats - sum(bloc.seats for bloc in self.blocs)

    def seats_of(self, bloc_ids: "frozenset[str] | tuple[str, ...] | list[str]") -> int:
        """Seats that the blocs hold together."""
        return sum(self.bloc_by_id[bloc_id].seats for bloc_id in bloc_ids)
