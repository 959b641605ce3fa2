"""A table of a dataset in the window: typed in, pasted into, copied from, by keys and by mouse."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from iraq_explorer.storage.dataset_columns import Kind
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.draft_rename import renamed
from iraq_explorer.ui.dataset_clipboard import Block, TableClipboard
from iraq_explorer.ui.dataset_fields import CellFields, CellLine, CellProse, Index
from iraq_explorer.ui.dataset_model import DraftModel
from iraq_explorer.ui.dataset_tables import column_title
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

_SAMPLE = 120
"""Rows that are looked at for the width of a column."""
_NARROW, _WIDE, _PROSE_WIDE = 64, 210, 300
_ROW = 26
_TOLD = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class DraftTable(QTableView):
    """Shows the rows of a grid. What is done in it is one step each."""

    told = Signal(object)
    """A ``Message`` for the user."""
    used = Signal()
    """The keyboard came here."""
    records_asked = Signal(str)
    """A cell that holds records shall be edited; its field."""
    moved = Signal()
    """Another row is the current one."""

    def __init__(
        self, document: DraftDocument, grid: Grid | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.held = DraftModel(document, grid, self)
        self.setModel(self.held)
        self._fields = CellFields(self.held, self)
        self._fields.taken.connect(self._take)
        self._fields.left.connect(self._go_on)
        self.setItemDelegate(self._fields)
        self.clipboard = TableClipboard(self)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        lines = self.verticalHeader()
        lines.setDefaultSectionSize(_ROW)
        lines.setMinimumSectionSize(_ROW)
        lines.setSectionResizeMode(lines.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        # For the look of a heading Qt would ask each cell below it whether it is chosen.
        heads.setSelectionModel(QItemSelectionModel(self.held, heads))
        heads.setSectionsMovable(True)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(grid is None or grid.row is None)
        self.held.modelReset.connect(self.moved)
        self.doubleClicked.connect(self._ask_records)
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._fields.theme = theme
        self.held.set_theme(theme)

    @property
    def grid(self) -> Grid | None:
        """Which rows are shown."""
        return self.held.grid

    def fit(self, *, wider: bool = False) -> None:
        """Give each column the width that its texts take, within reason.

        Args:
            wider: whether columns that are wide enough stay as they are.

        """
        metrics = self.fontMetrics()
        for number, column in enumerate(self.held.columns):
            most = _PROSE_WIDE if column.kind in (Kind.PROSE, Kind.JSON) else _WIDE
            title = str(self.held.headerData(number, Qt.Orientation.Horizontal))
            texts = [title + "   "]
            for line in range(min(_SAMPLE, self.held.rowCount())):
                texts.append(str(self.held.data(self.held.index(line, number)))[:60])
            wide = max(map(metrics.horizontalAdvance, texts)) + 26
            least = self.columnWidth(number) if wider else _NARROW
            self.setColumnWidth(number, max(least, min(most, wide)))

    def _field(self) -> QWidget | None:
        """The field that is open in a cell."""
        field = self.indexWidget(self.currentIndex())
        if field is None and self.state() == QAbstractItemView.State.EditingState:
            focus = QGuiApplication.focusObject()
            field = focus if isinstance(focus, QWidget) else None
        return field if field is not None and self.isAncestorOf(field) else None

    def finish(self) -> None:
        """Take over what still stands in a field."""
        field = self._field()
        if field is not None:
            self._fields.commitData.emit(field)
            self._fields.closeEditor.emit(field, CellFields.EndEditHint.NoHint)

    def with_typed(self, draft: DatasetDraft) -> DatasetDraft:
        """A draft with what still stands in a field, which stays open."""
        field, grid, index = self._field(), self.grid, self.currentIndex()
        if grid is None or not index.isValid():
            return draft
        if isinstance(field, CellLine):
            text = field.text()
        elif isinstance(field, CellProse):
            text = field.toPlainText()
        else:
            return draft
        column = self.held.columns[index.column()].field
        return draft.with_texts(grid, {(self.held.number(index.row()), column): text})

    # -- where the keyboard is ---------------------------------------------------------------

    @property
    def number(self) -> int | None:
        """The row of the draft that the keyboard is in."""
        index = self.currentIndex()
        return self.held.number(index.row()) if index.isValid() else None

    def go_to(self, number: int, field: str) -> bool:
        """Put the keyboard on a cell; whether it is shown."""
        line = self.held.line_of(number)
        if line is None:
            return False
        column = self.held.column_of(field) if field else self._first_column()
        index = self.held.index(line, column if column is not None else self._first_column())
        self._stand_on(index)
        self.scrollTo(index)
        self.setFocus()
        return True

    def _stand_on(self, index: Index) -> None:
        # As Ctrl may be held, Qt would only move the frame and leave what is chosen as it is.
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, chosen)

    def _first_column(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    def chosen_numbers(self) -> list[int]:
        """The rows of the draft with a chosen cell, in their order; the current one at least."""
        blocks = self.chosen_blocks()
        if not blocks and self.currentIndex().isValid():
            blocks = (self.current_block(),)
        lines = {line for first, _, many, _ in blocks for line in range(first, first + many)}
        return sorted(self.held.number(line) for line in lines)

    def chosen_blocks(self) -> tuple[Block, ...]:
        """The chosen cells as blocks. Cell by cell, Qt would take seconds for a whole table."""
        heads = self.horizontalHeader()
        blocks: list[Block] = []
        for part in self.selectionModel().selection().toList():
            lines = part.bottom() - part.top() + 1
            places = sorted(heads.visualIndex(n) for n in range(part.left(), part.right() + 1))
            if places[-1] - places[0] == len(places) - 1:
                blocks.append((part.top(), places[0], lines, len(places)))
            else:  # columns that were moved apart
                blocks += [(part.top(), place, lines, 1) for place in places]
        return tuple(blocks)

    def current_block(self) -> Block:
        """The cell that the keyboard is in, or the first one, as a block."""
        index = self.currentIndex()
        if not index.isValid():
            return (0, 0, 1, 1)
        return (index.row(), self.horizontalHeader().visualIndex(index.column()), 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.grid is None or self.held.rowCount():
            return
        if self.held.rows:
            text = tr("Nothing found.")
        else:
            titles = [column_title(column) for column in self.held.columns if column.required]
            text = tr(
                "Nothing here yet. Insert adds a row; or paste a table from a spreadsheet, "
                "with a heading such as {titles}.",
                titles=", ".join(titles),
            )
        with QPainter(self.viewport()) as painter:
            painter.setPen(self._fields.theme.muted)
            room = self.viewport().rect().adjusted(24, 16, -24, -16)
            painter.drawText(room, _TOLD, text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.used.emit()
        super().focusInEvent(event)
        self.stand()

    def stand(self) -> None:
        """Be on a cell, the first where none was chosen yet."""
        if not self.currentIndex().isValid() and self.held.rowCount():
            self._stand_on(self.held.index(0, self._first_column()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not editing:
            self.begin(index)
            return
        super().keyPressEvent(event)

    def begin(self, index: Index) -> None:
        """Open the field of a cell, or the table of the records that it holds."""
        if self.held.holds_records(index.column()):
            self._ask_records(index)
        else:
            self.edit(index)

    def _ask_records(self, index: Index) -> None:
        if self.held.holds_records(index.column()):
            self.records_asked.emit(self.held.columns[index.column()].field)

    def _go_on(self, down: int, along: int) -> None:
        index = self.currentIndex()
        heads = self.horizontalHeader()
        place = heads.visualIndex(index.column()) + along
        line = index.row() + down
        if 0 <= place < heads.count() and line < self.held.rowCount():
            self._stand_on(self.held.index(line, heads.logicalIndex(place)))
        self.setFocus()

    def choose(self, line: int, place: int, rows: int, columns: int) -> None:
        """Choose a block of cells.

        Args:
            line: its first line.
            place: its first column as it is shown.
            rows: how many lines.
            columns: how many columns.

        """
        heads = self.horizontalHeader()
        chosen = QItemSelection()
        last = min(line + rows, self.held.rowCount()) - 1
        for along in range(columns):
            column = heads.logicalIndex(place + along)
            chosen.select(self.held.index(line, column), self.held.index(last, column))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # -- changes -----------------------------------------------------------------------------

    def _take(self, index: Index, text: str) -> None:
        grid = self.grid
        if (
            grid is None
            or not index.isValid()
            or self.held.text(index.row(), index.column()) == text
        ):
            return
        number, column = self.held.number(index.row()), self.held.columns[index.column()]
        draft = self.document.draft
        if grid.row is None and column.field == "id" and text.strip():
            after, followed = renamed(draft, grid.table, number, text.strip())
            self.document.commit(after, tr("Change an id"))
            if followed:
                self.told.emit(
                    Message(tr("{count} records that name it followed.", count=followed))
                )
            return
        title = column_title(column)
        self.document.commit(
            draft.with_texts(grid, {(number, column.field): text}),
            tr("Change {title}", title=title),
        )

    def add_row(self) -> None:
        """Add a row below the current one, and put the keyboard there."""
        grid = self.grid
        if grid is None or grid.table == "dataset":
            return
        number = self.number
        at = len(self.held.rows) if number is None else number + 1
        self.document.commit(self.document.draft.with_new_row(grid, at), tr("Add a row"))
        self._first_to_fill(at)

    def duplicate_rows(self) -> None:
        """Add a copy of the current row below it, with an id of its own."""
        grid, number = self.grid, self.number
        if grid is None or number is None or grid.table == "dataset":
            return
        like = self.held.rows[number]
        after = self.document.draft.with_new_row(grid, number + 1, like)
        self.document.commit(after, tr("Duplicate a row"))
        self._first_to_fill(number + 1)

    def _first_to_fill(self, number: int) -> None:
        row = self.held.rows[number]
        empty = (c.field for c in self.held.columns if c.required and c.field not in row)
        names = ("name.en", "name", "title")
        field = next((n for n in names if self.held.column_of(n) is not None), None)
        field = field if field and field not in row else next(empty, "")
        self.go_to(number, field)

    def remove_rows(self) -> None:
        """Remove the rows with chosen cells."""
        grid, numbers = self.grid, self.chosen_numbers()
        if grid is None or not numbers or grid.table == "dataset":
            return
        line, column = self.currentIndex().row(), self.currentIndex().column()
        after = self.document.draft.without_rows(grid, numbers)
        self.document.commit(after, tr("Remove {count} rows", count=len(numbers)))
        line = min(line, self.held.rowCount() - 1)
        if line >= 0:
            self._stand_on(self.held.index(line, column))
