"""The records within the cells of one row, such as the reports of a bloc: a small table each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from iraq_explorer.storage.dataset_columns import TABLES, Kind
from iraq_explorer.storage.dataset_draft import Grid
from iraq_explorer.ui.dataset_model import label_of
from iraq_explorer.ui.dataset_table import DraftTable
from iraq_explorer.ui.dataset_tables import column_title, title_of
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import tr

_LOWEST = 56
_CALLED = 190
"""How wide the name of the row is at most."""


class RecordsPanel(QWidget):
    """Shows the records of the row that is chosen in the table above, a tab for each field."""

    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(self, document: DraftDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._table = ""
        self._number: int | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 8, 6)
        rows.setSpacing(4)
        self.heading = QLabel()
        self.heading.setProperty("muted", True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(lambda _: self._show())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.tabs)
        head.addWidget(self.heading, 1)
        rows.addLayout(head)
        self.table = DraftTable(document, None)
        self.table.setAccessibleName(tr("Records of the chosen row"))
        self.table.setMinimumHeight(_LOWEST)
        self.table.told.connect(self.told)
        self.empty = QLabel()
        self.empty.setProperty("muted", True)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(9, 6, 9, 0)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room = QStackedLayout()
        self._room.addWidget(self.table)
        self._room.addWidget(self.empty)
        rows.addLayout(self._room, 1)
        document.changed.connect(self._count)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.table.set_theme(theme)

    def show_row(self, table: str, number: int | None) -> None:
        """Show the records of a row."""
        if table != self._table:
            self._table = table
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for column in TABLES[table]:
                if column.kind is Kind.RECORDS:
                    self.tabs.addTab(column_title(column))
                    self.tabs.setTabData(self.tabs.count() - 1, column.field)
            best = [self.tabs.tabData(n) for n in range(self.tabs.count())]
            # Other spellings are the least of what a record holds.
            first = next((n for n, field in enumerate(best) if field != "name.variants"), 0)
            self.tabs.setCurrentIndex(first)
            self.tabs.blockSignals(False)
        self._number = number
        self._show()

    def show_field(self, field: str) -> None:
        """Turn to the records of one field."""
        for number in range(self.tabs.count()):
            if self.tabs.tabData(number) == field:
                self.tabs.setCurrentIndex(number)

    def begin(self, field: str) -> None:
        """Put the keyboard into the records of a field."""
        self.show_field(field)
        if self._number is not None:
            if not self.table.held.rowCount():
                self.table.add_row()
            self.table.setFocus()

    def _show(self) -> None:
        field = self.tabs.tabData(self.tabs.currentIndex())
        rows = self._document.draft.tables[self._table]
        there = self._number is not None and self._number < len(rows)
        grid = Grid(self._table, self._number, field) if field and there else None
        if grid != self.table.grid:
            self.table.held.set_grid(grid)
            self.table.fit()
        self.tabs.setVisible(bool(field))
        self._room.setCurrentWidget(self.table if grid else self.empty)
        self.empty.setText(tr("Choose a row.") if field else "")
        self._count()

    def _count(self) -> None:
        if not self._table:
            return
        rows = self._document.draft.tables[self._table]
        row = rows[self._number] if self._number is not None and self._number < len(rows) else None
        called = label_of(row) if row else ""
        short = self.heading.fontMetrics().elidedText(called, Qt.TextElideMode.ElideRight, _CALLED)
        self.heading.setText(short)
        for number in range(self.tabs.count()):
            field = self.tabs.tabData(number)
            held = row.get(field) if row else None
            count = len(held) if isinstance(held, list) else 0
            title = title_of(Grid(self._table), field)
            text = tr("{title} {count}", title=title, count=count) if count else title
            if self.tabs.tabText(number) != text:
                self.tabs.setTabText(number, text)
