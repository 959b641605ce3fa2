"""All minimal winning coalitions as a table that sorts, filters and tries out its rows."""

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.coalition_table import CoalitionRow, CoalitionTable, coalition_table
from iraq_explorer.core.players import By
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.fold import told
from iraq_explorer.ui.headed_table import HeadedTable, Index, side
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_words import all_of, breaks_text
from iraq_explorer.ui.trial import Attempt, RowTrial, Trial
from iraq_explorer.ui.ways_sections import Situation, together
from iraq_explorer.ui.ways_words import inside_sentences, player_kinds, player_name
from iraq_explorer.ui.words import tr

_NAMES, _SEATS, _SIZE, _HOSTILE, _UNKNOWN, _GROUPS, _LINES, _HAS = range(8)
_ALWAYS = (_NAMES, _SEATS, _SIZE, _HOSTILE)
_WIDE, _VERY_WIDE = 600, 1000
"""From how many pixels on there is room for every column, and for a coalition in one line."""
_SHOWN = 10
_PATIENCE_MS = 120


@dataclass(frozen=True)
class _Line:
    """A row with its names and what it is sorted by."""

    row: CoalitionRow
    names: tuple[str, ...]
    has: bool
    """Whether the selected bloc is in it."""
    key: str = field(compare=False, default="")

    def value(self, column: int) -> int | str | bool:
        row = self.row
        return (
            " ".join(self.names).casefold(), row.seats, len(row.players), row.inside.hostile,
            row.inside.unknown, row.inside.groups, len(row.broken), self.has,
        )[column]  # fmt: skip


class CoalitionModel(HeadedTable):
    """The coalitions; each column sorts, equal ones stay in the order they were in."""

    def __init__(self, parent: QObject) -> None:
        heads = (
            tr("Coalition"), tr("Seats"), tr("Size"), tr("Hostile"), tr("Unknown"),
            tr("Groups"), tr("Red lines"), tr("Selected"),
        )  # fmt: skip
        tips = (
            tr("Who is in it, those with most seats first"),
            tr("Seats of the coalition"),
            tr("How many are in it"),
            tr("Pairs inside with hostile ties"),
            tr("Pairs inside without a recorded tie"),
            tr("Into how many groups it falls that friendly ties join; 1 is all joined"),
            tr("Red lines that it breaks"),
            tr("Whether the selected bloc is in it"),
        )
        super().__init__(heads, tips, parent)
        self.lines: list[_Line] = []
        self.theme = LIGHT
        self.situation: Situation | None = None
        self._sorted, self._arrow = _SEATS, ""

    def head(self, column: int) -> str:
        """What stands over a column, with an arrow where the rows are in its order."""
        return self.heads[column] + (self._arrow if column == self._sorted else "")

    def fill(self, lines: list[_Line]) -> None:
        """Take other coalitions."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == _NAMES:
                return ", ".join(line.names)
            if column == _HAS:
                return "✓" if line.has else ""
            return str(line.value(column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._about(line)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == _NAMES:
            return self._about(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            if column in (_HOSTILE, _LINES) and line.value(column):
                return self.theme.bad
            return self.theme.text
        return None

    def _about(self, line: _Line) -> str:
        assert self.situation is not None
        names = tr("{names}: {seats} seats.", names=all_of(line.names), seats=line.row.seats)
        lines = breaks_text(line.row.broken, self.situation.chamber)
        return "\n".join(filter(None, (names, *inside_sentences(line.row.inside), lines)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column."""
        self._sorted = column
        self._arrow = " ▼" if order == Qt.SortOrder.DescendingOrder else " ▲"
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.heads) - 1)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self.lines[index.row()].key for index in old]
        self.lines.sort(
            key=lambda line: line.value(column), reverse=order == Qt.SortOrder.DescendingOrder
        )
        place = {line.key: row for row, line in enumerate(self.lines)}
        new = [self.index(place[k], i.column()) for k, i in zip(keys, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


class _Progress:
    """How far the search is: written beside the window, read by its clock."""

    def __init__(self) -> None:
        self.looked_at = self.found = 0
        self.ended = False

    def proceed(self, looked_at: int, found: int) -> bool:
        self.looked_at, self.found = looked_at, found
        return not self.ended


class CoalitionsSection(QWidget):
    """The table with the choice of players, the count, and the search beside the window."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self._progress = _Progress()
        self._cancelled = False
        self._selected = ""
        self.by = QComboBox()
        self.by.setAccessibleName(tr("Who is a player"))
        for by, name in player_kinds().items():
            self.by.addItem(name, by)
        self.by.currentIndexChanged.connect(self._search)
        self.count = told("", muted=True)
        self.count.setAccessibleName(tr("How many coalitions"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.cancel = QPushButton(tr("Stop"))
        self.cancel.setProperty("link", True)
        self.cancel.clicked.connect(self._on_cancel)
        self._busy = QWidget()
        line = QHBoxLayout(self._busy)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        self._busy.hide()
        self.view = QTableView()
        self.view.setAccessibleName(tr("Minimal winning coalitions"))
        self.model = CoalitionModel(self.view)
        self.view.setModel(self.model)
        self._dress_table()
        RowTrial(
            self.view,
            trial,
            lambda index: self.model.lines[index.row()].key,
            self._attempt,
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.by, self.count, self._busy, self.view):
            rows.addWidget(part)
        self.background = Background(self)
        self.background.done.connect(self._on_done)
        self._clock = QTimer(self)
        self._clock.setInterval(_PATIENCE_MS)
        self._clock.timeout.connect(self._on_clock)

    def _dress_table(self) -> None:
        view = self.view
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setSortingEnabled(True)
        view.verticalHeader().hide()
        height = view.fontMetrics().height() + 8
        view.setFixedHeight(height * _SHOWN + view.horizontalHeader().sizeHint().height())
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_NAMES, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        for column, name in enumerate(self.model.heads):
            header.resizeSection(column, view.fontMetrics().horizontalAdvance(name + "▲") + 14)
        header.setSortIndicator(_SEATS, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(False)  # Qt's arrow lies over the words: one is in them

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.model.theme = theme
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        for column in range(self.model.columnCount()):
            self.view.setColumnHidden(column, not (wide or column in _ALWAYS))
        lines = 1 if event.size().width() >= _VERY_WIDE else 2
        height = self.view.fontMetrics().height() * lines + 8
        self.view.verticalHeader().setDefaultSectionSize(height)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._progress.ended = True

    # -- searching ---------------------------------------------------------------------------

    def show_situation(self, situation: Situation) -> None:
        """Look for the coalitions of another scenario, or by other filters."""
        self._situation = situation
        self._search()

    def _search(self) -> None:
        situation = self._situation
        if situation is None:
            return
        self._progress.ended = True
        self._cancelled = False
        progress = self._progress = _Progress()
        by = By(self.by.currentData())
        scenario, chamber = situation.scenario, situation.chamber
        standing, wanted = situation.standing, situation.wanted
        self.background.request(
            lambda: (
                situation,
                coalition_table(scenario, chamber, standing, by, wanted, proceed=progress.proceed),
            )
        )
        self._clock.start()

    def _on_clock(self) -> None:
        progress = self._progress
        self._busy.show()
        self.bar.setRange(0, 0)
        self.count.setText(
            tr(
                "Looking: {looked} coalitions seen, {found} found …",
                looked=self.locale().toString(progress.looked_at),
                found=progress.found,
            )
        )

    def _on_cancel(self) -> None:
        self._cancelled = True
        self._progress.ended = True

    def _on_done(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        situation, table = answer
        self._clock.stop()
        self._busy.hide()
        self.model.situation = situation
        selected = situation.wanted.containing or self._selected
        lines = []
        for row in table.rows:
            known = tuple(
                player_name(p, situation.scenario, situation.chamber) for p in row.players
            )
            has = bool(selected) and selected in row.blocs
            lines.append(_Line(row, known, has, "all:" + "+".join(sorted(row.blocs))))
        self.model.fill(lines)
        header = self.view.horizontalHeader()
        self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.view.setVisible(bool(lines))
        self.count.setText(self._count_text(table, situation))

    def select_bloc(self, bloc: str) -> None:
        """Mark the coalitions that have a bloc."""
        self._selected = bloc
        lines = [
            _Line(line.row, line.names, bool(bloc) and bloc in line.row.blocs, line.key)
            for line in self.model.lines
        ]
        if lines != self.model.lines:
            self.model.lines = lines
            last = self.model.index(len(lines) - 1, _HAS)
            self.model.dataChanged.emit(self.model.index(0, _HAS), last)

    def _count_text(self, table: CoalitionTable, situation: Situation) -> str:
        locale, found = self.locale(), len(table.rows)
        if table.total == 0:
            return tr("Nobody reaches the line, not even all together.")
        if table.note:
            return tr("They cannot be listed: {reason}.", reason=table.note)
        total = tr("more than can be counted")
        if table.total is not None:
            total = locale.toString(table.total)
        if self._cancelled:
            return tr(
                "Stopped: {found} found among the first {looked} of {total}.",
                found=found,
                looked=locale.toString(table.looked_at),
                total=total,
            )
        if table.complete:
            if not situation.wanted:
                return tr("All {total} of them.", total=total)
            if not found:
                return tr("None is as ticked; in all there are {total}.", total=total)
            return tr("{found} are as ticked; in all there are {total}.", found=found, total=total)
        if situation.wanted:
            return tr(
                "The first {found} that are as ticked, of {total} in all; fewest seats first.",
                found=found,
                total=total,
            )
        return tr("The first {found} of {total}, fewest seats first.", found=found, total=total)

    # -- trying out --------------------------------------------------------------------------

    def _attempt(self, index: Index) -> Attempt | None:
        # Rows of another scenario stay until those of this one are found.
        if self._situation is None or self._situation is not self.model.situation:
            return None
        line = self.model.lines[index.row()]
        return together(self._situation, line.key, list(line.names), line.row.blocs)
