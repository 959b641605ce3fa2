"""The list of what is wrong with a dataset that is being made; each line leads to its cell."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.dataset_draft import Grid
from iraq_explorer.storage.draft_findings import Finding
from iraq_explorer.ui.dataset_model import mark_icon
from iraq_explorer.ui.dataset_tables import table_names, title_of
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_mark import MARK
from iraq_explorer.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def place_text(finding: Finding) -> str:
    """Which row and field a problem is about, in a few words."""
    row = finding.identity
    if not row and finding.row is not None:
        row = tr("row {number}", number=finding.row + 1)
    field = title_of(Grid(finding.table), finding.field) if finding.field else ""
    if finding.grid is not None and finding.part is not None:
        inner = title_of(finding.grid, finding.part_field) if finding.part_field else ""
        field = tr("{field} {number}", field=field, number=finding.part + 1)
        field = f"{field}, {inner}" if inner else field
    return ", ".join(filter(None, (row, field)))


class _Problems(QAbstractTableModel):
    def __init__(self, document: DraftDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.found: tuple[Finding, ...] = ()
        document.checked.connect(self._read)

    def _read(self) -> None:
        found = self._document.findings.all
        if found != self.found:
            self.beginResetModel()
            self.found = found
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        finding = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            table = table_names().get(finding.table, finding.table)
            return (table, place_text(finding), finding.message)[index.column()]
        return None


class _List(QTableView):
    """Enter leads to the cell, as a click does."""

    chosen = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ProblemList(QWidget):
    """How many problems there are, and each of them with its place."""

    chosen = Signal(object)
    """A ``Finding`` whose cell shall be shown."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 10, 6)
        rows.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(7)
        self._mark = QLabel()
        self.heading = QLabel()
        self.heading.setProperty("heading", True)
        head.addWidget(self._mark)
        head.addWidget(self.heading, 1)
        rows.addLayout(head)
        self.calm = QLabel()
        self.calm.setProperty("muted", True)
        self.calm.setWordWrap(True)
        self.calm.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = _List()
        self.list.setAccessibleName(tr("Problems of the dataset"))
        self._found = _Problems(document, self)
        self.list.setModel(self._found)
        self.list.setMinimumHeight(56)
        self.list.setShowGrid(False)
        self.list.setWordWrap(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTabKeyNavigation(False)
        self.list.horizontalHeader().hide()
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(24)
        self.list.verticalHeader().setMinimumSectionSize(10)
        self.list.clicked.connect(lambda at: self.chosen.emit(self._found.found[at.row()]))
        rows.addWidget(self.list, 1)
        rows.addWidget(self.calm, 1)
        document.checked.connect(self._show)
        document.checking.connect(lambda: self.heading.setText(tr("CHECKING …")))
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._mark.setPixmap(mark_icon(theme).pixmap(int(MARK)))
        self._show()

    def step(self) -> None:
        """Go to the next problem; after the last, to the first."""
        count = self._found.rowCount()
        if count:
            row = (self.list.currentIndex().row() + 1) % count
            # Not by ``selectRow``: right to left it can miss the columns.
            self.list.setCurrentIndex(self._found.index(row, 0))
            self.chosen.emit(self._found.found[row])

    def _show(self) -> None:
        count = len(self._document.findings.all)
        read = self._document.read is not None
        self._mark.setVisible(bool(count))
        self.list.setVisible(bool(count))
        self.calm.setVisible(not count)
        self.calm.setText(tr("The program can open this dataset as it is.") if read else "")
        if not read:
            text = tr("CHECKING …")
        elif count == 1:
            text = tr("1 PROBLEM")
        else:
            text = tr("{count} PROBLEMS", count=count) if count else tr("✓ NO PROBLEMS")
        self.heading.setText(text)
        if count:
            metrics = self.list.fontMetrics()
            for column in range(2):
                texts = [
                    str(self._found.index(row, column).data())[:40] for row in range(min(count, 60))
                ]
                self.list.setColumnWidth(column, max(map(metrics.horizontalAdvance, texts)) + 22)
