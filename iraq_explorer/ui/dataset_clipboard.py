"""Blocks of cells between a table of a dataset and the clipboard, as spreadsheets have them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from iraq_explorer.storage.block_text import (
    block_of,
    block_text,
    field_names,
    heading_of,
    plain,
    under_heading,
)
from iraq_explorer.storage.dataset_draft import Grid
from iraq_explorer.ui.dataset_tables import column_title
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.dataset_table import DraftTable


class TableClipboard:
    """Copies out of a table and pastes into it; what is pasted is one step."""

    def __init__(self, table: "DraftTable") -> None:
        self._table = table
        self._held = table.held

    def copy(self, *, heading: bool = False) -> None:
        """Put the smallest block with all chosen cells on the clipboard."""
        chosen = self._table.selectionModel().selectedIndexes()
        if not chosen:
            return
        heads = self._table.horizontalHeader()
        there = {(index.row(), heads.visualIndex(index.column())) for index in chosen}
        lines = sorted({line for line, _ in there})
        places = sorted({place for _, place in there})
        rows = [
            [
                self._held.text(line, heads.logicalIndex(place)) if (line, place) in there else ""
                for place in places
            ]
            for line in lines
        ]
        if heading:
            fields = [self._held.columns[heads.logicalIndex(place)].field for place in places]
            rows.insert(0, fields)
        QGuiApplication.clipboard().setText(block_text(rows))

    def paste(self) -> None:
        """Put the block from the clipboard in: by its heading, else from the current cell on."""
        grid = self._table.grid
        text = QGuiApplication.clipboard().text()
        if grid is None or not text:
            return
        try:
            rows = block_of(text)
        except ValueError as error:
            self._table.told.emit(Message(tr("Not pasted: {error}", error=error), bad=True))
            return
        titles = field_names(self._held.columns)
        for column in self._held.columns:
            titles.setdefault(plain(column_title(column)), column.field)
        heading = heading_of(rows[0], titles)
        if heading is not None:
            self._paste_table(grid, heading, rows[1:])
        else:
            self._paste_block(grid, rows)

    def _paste_table(
        self, grid: Grid, heading: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        """Rows under their heading: those with a known id change theirs, the others come last."""
        texts, added = under_heading(heading, rows, self._held.rows, by_id=grid.row is None)
        changed = len({number for number, _ in texts}) - added
        if self._refused(grid, added):
            return
        self._table.document.commit(self._table.document.draft.with_texts(grid, texts), tr("Paste"))
        told = tr("Pasted: {added} rows added, {changed} changed.", added=added, changed=changed)
        self._table.told.emit(Message(told))
        if added:
            self._table.go_to(len(self._held.rows) - 1, "")

    def _paste_block(self, grid: Grid, rows: list[list[str]]) -> None:
        """Cells from the current one on; a single one into every chosen cell."""
        heads = self._table.horizontalHeader()
        chosen = self._table.selectionModel().selectedIndexes()
        index = self._table.currentIndex()
        column = heads.visualIndex(index.column()) if index.isValid() else 0
        line = index.row() if index.isValid() else 0
        if len(rows) == len(rows[0]) == 1 and len(chosen) > 1:
            cells = {(i.row(), heads.visualIndex(i.column())): rows[0][0] for i in chosen}
        else:
            if chosen:
                line = min(i.row() for i in chosen)
                column = min(heads.visualIndex(i.column()) for i in chosen)
            cells = {
                (line + down, column + along): cell
                for down, row in enumerate(rows)
                for along, cell in enumerate(row)
            }
        if max(place for _, place in cells) >= heads.count():
            room = heads.count() - column
            text = tr(
                "Not pasted: {wide} columns do not fit into the {room} from here on.",
                wide=len(rows[0]),
                room=room,
            )
            self._table.told.emit(Message(text, bad=True))
            return
        added = max(0, max(down for down, _ in cells) + 1 - self._held.rowCount())
        if self._refused(grid, added):
            return
        texts = {
            (
                self._number_for(down),
                self._held.columns[heads.logicalIndex(place)].field,
            ): cell
            for (down, place), cell in cells.items()
        }
        self._table.document.commit(self._table.document.draft.with_texts(grid, texts), tr("Paste"))
        self._table.choose(line, column, len(rows), len(rows[0]))

    def _number_for(self, line: int) -> int:
        shown = self._held.rowCount()
        return self._held.number(line) if line < shown else len(self._held.rows) + line - shown

    def _refused(self, grid: Grid, added: int) -> bool:
        if grid.table != "dataset" or not added:
            return False
        self._table.told.emit(Message(tr("Not pasted: a dataset has one heading."), bad=True))
        return True
