"""Rows of plain text in a table that is only read: by mouse, by keys, and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from iraq_explorer.storage.block_text import block_text
from iraq_explorer.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAMPLE = 200
"""Rows that are looked at for the width of a column."""
_WIDEST = 300


class _Rows(QAbstractTableModel):
    def __init__(self, heads: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.rows: Sequence[tuple[str, ...]] = ()

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text) if len(text) > 24 else None
        return None


class RowsTable(QTableView):
    """Shows rows of texts; the last column takes what is left of the width."""

    def __init__(self, heads: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        """Make an empty table.

        Args:
            heads: what stands over the columns.
            name: what a screen reader calls it.
            parent: the widget that it lies in.

        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._held = _Rows(heads, self)
        self.setModel(self._held)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setMinimumSectionSize(10)

    @property
    def rows(self) -> Sequence[tuple[str, ...]]:
        """The texts that are shown."""
        return self._held.rows

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other texts."""
        self._held.set_rows(rows)
        metrics = self.fontMetrics()
        for column, head in enumerate(self._held.heads[:-1]):
            texts = [head, *(row[column][:60] for row in rows[:_SAMPLE])]
            wide = max(map(metrics.horizontalAdvance, texts)) + 26
            self.setColumnWidth(column, min(_WIDEST, wide))
        if rows:
            self.setCurrentIndex(self._held.index(0, 0))

    def fit(self, most: int) -> None:
        """Be as high as the rows are, and no higher than so many."""
        lines = self.verticalHeader().defaultSectionSize() * min(most, max(1, len(self.rows)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + 4)

    def chosen(self) -> list[int]:
        """The numbers of the rows that are chosen."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = [list(self.rows[number]) for number in self.chosen()]
            if rows:
                QGuiApplication.clipboard().setText(block_text(rows))
        else:
            super().keyPressEvent(event)
