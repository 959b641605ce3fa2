"""The evidence ledger as a table: what is stated, how certain, by whom, and what turns on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from iraq_explorer.core import ledger as ledgers
from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.ledger import (
    Flip,
    Statement,
    StatementKind,
    constraint_id,
    flips,
    ledger,
)
from iraq_explorer.core.network import Tie
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import Assumption
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_words import constraint_text
from iraq_explorer.ui.source_telling import tie_text
from iraq_explorer.ui.words import core, period_text, source_text, tr

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
_DOUBT = {certainty: rank for rank, certainty in enumerate(Certainty)}


@dataclass(frozen=True)
class Line:
    """A statement with its words and the verdicts that turn without one of its sources."""

    statement: Statement
    claim: str
    when: str
    who: str
    flips: tuple[Flip, ...]


def claim_text(statement: Statement, scenario: Scenario, dataset: Dataset) -> str:
    """A statement in a sentence."""
    chamber = dataset.chamber_of(scenario)
    bloc = chamber.bloc_by_id.get(statement.id)
    if bloc is not None:
        return tr("{name}: {seats} seats", name=bloc.name.en, seats=bloc.seats)
    match statement.kind:
        case StatementKind.RULE:
            rule = chamber.rule_by_id[statement.id]
            quota = scenario.quota(chamber)
            return tr("{name}: {quota} of {all}", name=rule.name, quota=quota, all=chamber.seats)
        case StatementKind.VOTE:
            vote = scenario.vote
            assert vote is not None
            return tr("{yes} of {all} present voted for", yes=vote.in_favour, all=vote.present)
        case _:
            pass
    tie = tie_of(statement, scenario, dataset)
    if tie is not None:
        if assumption_of(tie.id, scenario) is Assumption.ENDED:
            return tr("Assumed to have ended: {tie}", tie=tie.statement)
        return tie_text(tie, dataset)
    return _assumption_text(statement, scenario, chamber)


def _assumption_text(statement: Statement, scenario: Scenario, chamber: Chamber) -> str:
    match statement.id:
        case ledgers.QUOTA:
            quota = scenario.quota(chamber)
            return tr("A quota of your own: {quota}", quota=quota)
        case ledgers.PRESENT:
            return tr("{count} members present", count=scenario.present)
        case ledgers.ROLL_CALL:
            return tr("How each bloc votes, who comes, and who follows")
        case _:
            own = {constraint_id(c): c for c in scenario.constraints}
            return constraint_text(own[statement.id], chamber)


def tie_of(statement: Statement, scenario: Scenario, dataset: Dataset) -> Tie | None:
    """The tie that a statement is about: as the scenario assumes it, or as it was until ended."""
    there = (tie for tie in dataset.ties_of(scenario) if tie.id == statement.id)
    return next(there, dataset.ties.get(statement.id))


def assumption_of(tie: str, scenario: Scenario) -> Assumption | None:
    """What a scenario assumes of a tie, if anything."""
    return next((c.assumption for c in scenario.tie_changes if c.tie == tie), None)


def lines_of(scenario: Scenario, dataset: Dataset) -> tuple[Line, ...]:
    """The ledger of a scenario in words."""
    turning = flips(scenario, dataset)
    names = {held.id: held.name for held in scenario.coalitions}
    found = []
    for statement in ledger(scenario, dataset):
        mine = tuple(
            flip
            for flip in turning
            if flip.coalition in statement.coalitions
            and statement.sole_source == flip.source
            and statement.kind is StatementKind.SEATS
        )
        when = period_text(statement.period.start, statement.period.end) if statement.period else ""
        who = ", ".join(names[c] for c in statement.coalitions if c in names)
        if len(statement.coalitions) == len(scenario.coalitions) > 1:
            who = tr("every coalition")
        found.append(Line(statement, claim_text(statement, scenario, dataset), when, who, mine))
    return tuple(found)


def flip_text(flip: Flip, scenario: Scenario) -> str:
    """What a source's removal does to a verdict."""
    name = scenario.coalition_by_id[flip.coalition].name
    if flip.before.reached:
        return tr(
            "Without it {name} has {seats} vouched for: {short} short",
            name=name,
            seats=flip.after.seats,
            short=flip.after.short,
        )
    return tr(
        "Without it {name} has {seats}: {over} over",
        name=name,
        seats=flip.after.seats,
        over=flip.after.over,
    )


@dataclass(frozen=True)
class _Column:
    title: str
    text: Callable[[Line], str]
    key: Callable[[Line], Any]


class LedgerModel(QAbstractTableModel):
    """The lines of the ledger."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._lines: tuple[Line, ...] = ()
        self._scenario: Scenario | None = None
        self._dataset: Dataset | None = None
        self._columns = (
            _Column("⚠", lambda line: "⚠" if line.flips else "", lambda line: not line.flips),
            _Column(tr("What is stated"), lambda line: line.claim, lambda line: line.claim),
            _Column(
                tr("Certainty"),
                lambda line: core(line.statement.certainty),
                lambda line: -_DOUBT[line.statement.certainty],
            ),
            _Column(tr("When"), lambda line: line.when, lambda line: line.when),
            _Column(tr("Sources"), self._sources_text, lambda line: len(line.statement.sources)),
            _Column(tr("Bears on"), lambda line: line.who, lambda line: line.who),
        )

    def set_theme(self, theme: Theme) -> None:
        """Colour doubts for another appearance."""
        self._theme = theme
        if self._lines:
            last = self.index(len(self._lines) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def read(self, scenario: Scenario, dataset: Dataset) -> None:
        """Take over the ledger of a scenario."""
        self.beginResetModel()
        self._scenario, self._dataset = scenario, dataset
        self._lines = lines_of(scenario, dataset)
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in the order of kinds."""
        return self._lines

    def _sources_text(self, line: Line) -> str:
        if not line.statement.sources or self._dataset is None:
            return tr("none")
        first = self._dataset.sources.get(line.statement.sources[0])
        told = source_text(first) if first else line.statement.sources[0]
        more = len(line.statement.sources) - 1
        return tr("{source} and {count} more", source=told, count=more) if more else told

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole and section == 0:
            return tr("The only source of these seats; without it a verdict turns")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], self._columns[index.column()]
        doubtful = line.statement.certainty not in (Certainty.CERTAIN, Certainty.REPORTED)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(line)
            case Qt.ItemDataRole.ToolTipRole:
                assert self._scenario is not None
                told = [line.claim, *(flip_text(flip, self._scenario) for flip in line.flips)]
                return "\n".join(told)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return tr("turns a verdict") if line.flips else ""
            case Qt.ItemDataRole.ForegroundRole if index.column() == 0 and line.flips:
                return self._theme.bad
            case Qt.ItemDataRole.ForegroundRole if index.column() == 2 and doubtful:
                return self._theme.bad
            case Qt.ItemDataRole.ForegroundRole if not line.statement.sources:
                return self._theme.muted
            case _:
                return column.key(line) if role == SORT_ROLE else None
