"""All scenarios in one table: totals, verdict, friction, largest bloc and date, none opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.overview import OverviewRow, overview_row
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Session
from iraq_explorer.ui.words import day_text, headline_of, tr

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
ENTRY_ROLE = SORT_ROLE + 1


@dataclass(frozen=True)
class _Line:
    entry: int
    row: OverviewRow
    headline: str


@dataclass(frozen=True)
class _Column:
    title: str
    text: Callable[[_Line], str]
    key: Callable[[_Line], Any]
    numeric: bool = False


def _friction_text(line: _Line) -> str:
    row = line.row
    if row.friction is None:
        return tr("none known")
    return tr(
        "{hostile} of {known} known pairs",
        hostile=row.hostile,
        known=row.hostile + row.friendly,
    )


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(
            tr("Date"),
            lambda line: day_text(line.row.scenario.date),
            lambda line: line.row.scenario.date.latest.toordinal(),
        ),
        _Column(
            tr("Scenario"),
            lambda line: line.row.scenario.name,
            lambda line: line.row.scenario.name.casefold(),
        ),
        _Column(
            tr("Leading coalition"),
            lambda line: line.row.coalition.name if line.row.coalition else tr("none"),
            lambda line: line.row.coalition.name.casefold() if line.row.coalition else "",
        ),
        _Column(
            tr("Seats"),
            lambda line: str(line.row.verdict.seats),
            lambda line: line.row.verdict.seats,
            numeric=True,
        ),
        _Column(
            tr("Verdict"),
            lambda line: line.headline,
            lambda line: line.row.verdict.seats - line.row.verdict.quota,
        ),
        _Column(
            tr("Hostile inside"),
            _friction_text,
            lambda line: -1.0 if line.row.friction is None else float(line.row.friction),
        ),
        _Column(
            tr("Unknown pairs"),
            lambda line: str(line.row.unknown),
            lambda line: line.row.unknown,
            numeric=True,
        ),
        _Column(
            tr("Largest bloc"),
            lambda line: (
                tr("{name}, {seats}", name=bloc.name.label, seats=bloc.seats)
                if (bloc := line.row.largest)
                else ""
            ),
            lambda line: line.row.largest.seats if line.row.largest else 0,
        ),
    )


class OverviewModel(QAbstractTableModel):
    """The lines of the table."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._columns = _columns()
        self._lines: tuple[_Line, ...] = ()
        self._known: dict[int, tuple[object, _Line]] = {}
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Colour verdicts for another appearance."""
        self._theme = theme
        if self._lines:
            last = self.index(len(self._lines) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def read(self) -> None:
        """Take over the entries of the library, with what is unsaved of the open one."""
        dataset = self._session.document.dataset
        lines = []
        for entry in self._session.entries:
            open_here = entry.id == self._session.row
            scenario = self._session.document.scenario if open_here else entry.scenario
            known = self._known.get(entry.id)
            if known is None or known[0] is not scenario:
                line = _Line(
                    entry.id, overview_row(scenario, dataset), headline_of(scenario, dataset)
                )
                known = self._known[entry.id] = (scenario, line)
            lines.append(known[1])
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(line)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{line.row.scenario.name}\n{line.row.chamber}\n{line.headline}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if column.title == tr("Verdict"):
                return self._theme.good if line.row.passes else self._theme.bad
            case Qt.ItemDataRole.FontRole if line.entry == self._session.row:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                pass
        if role == SORT_ROLE:
            return column.key(line)
        return line.entry if role == ENTRY_ROLE else None


class _Table(QTableView):
    """Enter opens, as a double click does."""

    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class OverviewPanel(QWidget):
    """The table, and what can be done with a line."""

    compare_requested = Signal(int)
    """Id of the entry to compare with what is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 2, 12, 6)
        self.model = OverviewModel(session)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self.table = _Table()
        self.table.setModel(self._sorted)
        self.table.setAccessibleName(tr("All scenarios"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        self.table.doubleClicked.connect(self._open)
        self.table.entered_row.connect(self._open)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        rows.addWidget(self.table)
        self.setFocusProxy(self.table)
        session.entries_changed.connect(self._read)
        session.row_changed.connect(self._read)
        session.document.committed.connect(self._read)
        self._read()

    def set_theme(self, theme: Theme) -> None:
        """Colour verdicts for another appearance."""
        self.model.set_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(700, 220)

    def entry_at(self, row: int) -> int:
        """Id of the library's entry in a line of the table as it is sorted."""
        return int(self._sorted.data(self._sorted.index(row, 0), ENTRY_ROLE))

    def _read(self) -> None:
        current = self._current()
        self.model.read()
        wanted = self._session.row if current is None else current
        for row in range(self._sorted.rowCount()):
            if self.entry_at(row) == wanted:
                # Not by ``selectRow``: right to left it can miss the columns.
                self.table.setCurrentIndex(self._sorted.index(row, 0))

    def _current(self) -> int | None:
        index = self.table.currentIndex()
        return self.entry_at(index.row()) if index.isValid() else None

    def _open(self) -> None:
        entry = self._current()
        if entry is not None:
            self._session.open(entry)

    def _show_menu(self, place: QPoint) -> None:
        entry = self._current()
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(self._open)
        other = menu.addAction(tr("Compare with what is open"))
        other.setEnabled(entry != self._session.row)
        other.triggered.connect(lambda: self.compare_requested.emit(entry))
        menu.popup(self.table.viewport().mapToGlobal(place))
