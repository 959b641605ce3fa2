"""Blocks of cells between a table of a dataset and the clipboard, as spreadsheets have them.

What a block comes to is worked out by pure functions: at once where it is small, else in the
background.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from iraq_explorer.storage.block_text import (
    block_of,
    block_text,
    field_names,
    heading_of,
    plain,
    under_heading,
)
from iraq_explorer.storage.dataset_columns import Column, text_of
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid, Rows
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.dataset_tables import column_title
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.dataset_table import DraftTable

_LARGE = 6_000
"""Cells beyond which a block takes more than a few frames."""
_LONG = 60_000
"""Characters of as many cells."""

Block = tuple[int, int, int, int]
"""First line and column as they are shown, and how many of each."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a table shows, for work beside the window."""

    grid: Grid
    rows: Rows
    columns: tuple[Column, ...]
    """In the order in which they are shown."""
    order: tuple[int, ...] | None
    """The row of each line; ``None`` where that is the same."""

    def number(self, line: int) -> int:
        """The row of a line; those beyond the last are new."""
        lines = len(self.rows) if self.order is None else len(self.order)
        if line >= lines:
            return len(self.rows) + line - lines
        return line if self.order is None else self.order[line]


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of a draft."""

    base: DatasetDraft
    draft: DatasetDraft | None = None
    """``None`` where nothing is changed."""
    step: str = ""
    """What the change is called in the Edit menu."""
    told: Message | None = None
    go_to: int | None = None
    """A row that the keyboard goes to."""
    choose: Block | None = None


class TableClipboard(QObject):
    """Copies out of a table, pastes into it and empties cells; each change is one step."""

    def __init__(self, table: "DraftTable") -> None:
        super().__init__(table)
        self._table = table
        self._held = table.held
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(
            lambda error: self._tell(tr("A bug in the program: {error}.", error=error))
        )

    @property
    def busy(self) -> bool:
        """Whether a large block is being worked on."""
        return self._work.busy

    def stop(self) -> None:
        """Drop what is being worked on."""
        self._work.stop()

    def _tell(self, text: str) -> None:
        self._table.told.emit(Message(text, bad=True, lasting=True))

    def _shown(self, grid: Grid) -> _Shown:
        heads, held = self._table.horizontalHeader(), self._held
        columns = tuple(held.columns[heads.logicalIndex(n)] for n in range(heads.count()))
        return _Shown(grid, held.rows, columns, held.order)

    def _run(self, work: Callable[[], object], large: bool, telling: str) -> None:
        """Do something at once, or in the background where it is large."""
        if large:
            self._table.told.emit(Message(telling, lasting=True))
            self._work.request(work)
        else:
            self._on_done(work())

    def _on_done(self, result: object) -> None:
        if isinstance(result, str):
            QGuiApplication.clipboard().setText(result)
            if len(result) > _LONG:
                self._table.told.emit(Message(tr("The cells are in the clipboard.")))
        elif isinstance(result, _Made):
            self._take(result)

    def _take(self, made: _Made) -> None:
        document = self._table.document
        if made.draft is not None:
            if document.draft is not made.base:
                self._tell(tr("Nothing is pasted or emptied: the dataset changed meanwhile."))
                return
            document.commit(made.draft, made.step)
            self._table.fit(wider=True)
        if made.told is not None:
            self._table.told.emit(made.told)
        if made.go_to is not None:
            self._table.go_to(made.go_to, "")
        elif made.choose is not None:
            self._table.choose(*made.choose)

    # -- what is done ------------------------------------------------------------------------

    def copy(self, *, heading: bool = False) -> None:
        """Put the smallest block with all chosen cells on the clipboard."""
        grid, blocks = self._table.grid, self._table.chosen_blocks()
        if grid is not None and blocks:
            work = partial(_copied, self._shown(grid), blocks, heading)
            self._run(work, _cells(blocks) > _LARGE, tr("Copying …"))

    def paste(self) -> None:
        """Put the block from the clipboard in: by its heading, else from the current cell on."""
        grid = self._table.grid
        text = QGuiApplication.clipboard().text()
        if grid is None or not text:
            return
        titles = field_names(self._held.columns)
        for column in self._held.columns:
            titles.setdefault(plain(column_title(column)), column.field)
        blocks = self._table.chosen_blocks() or (self._table.current_block(),)
        large = len(text) > _LONG or _cells(blocks) > _LARGE
        draft = self._table.document.draft
        work = partial(_pasted, draft, self._shown(grid), text, titles, blocks)
        self._run(work, large, tr("Pasting …"))

    def clear(self) -> None:
        """Empty the chosen cells."""
        grid, blocks = self._table.grid, self._table.chosen_blocks()
        if grid is not None and blocks:
            work = partial(_cleared, self._table.document.draft, self._shown(grid), blocks)
            self._run(work, _cells(blocks) > _LARGE, tr("Emptying cells …"))


def _cells(blocks: Sequence[Block]) -> int:
    return sum(lines * places for _, _, lines, places in blocks)


def _copied(shown: _Shown, blocks: Sequence[Block], heading: bool) -> str:
    wanted: dict[int, set[int]] = {}
    for line, place, lines, places in blocks:
        for down in range(line, line + lines):
            wanted.setdefault(down, set()).update(range(place, place + places))
    along = sorted(set().union(*wanted.values()))
    rows = []
    if heading:
        rows.append([shown.columns[place].field for place in along])
    for line in sorted(wanted):
        row, here = shown.rows[shown.number(line)], wanted[line]
        rows.append(
            [
                text_of(shown.columns[place], row.get(shown.columns[place].field))
                if place in here
                else ""
                for place in along
            ]
        )
    return block_text(rows)


def _cleared(draft: DatasetDraft, shown: _Shown, blocks: Sequence[Block]) -> _Made:
    texts = {
        (shown.number(line), shown.columns[place].field): ""
        for first, left, lines, places in blocks
        for line in range(first, first + lines)
        for place in range(left, left + places)
    }
    return _Made(draft, draft.with_texts(shown.grid, texts), tr("Empty cells"))


def _pasted(
    draft: DatasetDraft,
    shown: _Shown,
    text: str,
    titles: dict[str, str],
    blocks: Sequence[Block],
) -> _Made:
    try:
        rows = block_of(text)
    except ValueError as error:
        return _refused(draft, tr("Not pasted: {error}", error=error))
    heading = heading_of(rows[0], titles)
    if heading is not None:
        return _pasted_table(draft, shown, heading, rows[1:])
    return _pasted_block(draft, shown, rows, blocks)


def _pasted_table(
    draft: DatasetDraft, shown: _Shown, heading: Sequence[str], rows: Sequence[Sequence[str]]
) -> _Made:
    """Rows under their heading: those with a known id change theirs, the others come last."""
    grid = shown.grid
    texts, added = under_heading(heading, rows, shown.rows, by_id=grid.row is None)
    changed = len({number for number, _ in texts}) - added
    if grid.table == "dataset" and added:
        return _refused(draft, tr("Not pasted: a dataset has one heading."))
    told = tr("Pasted: rows added: {added}, changed: {changed}.", added=added, changed=changed)
    last = len(shown.rows) + added - 1 if added else None
    made = draft.with_texts(grid, texts)
    return _Made(draft, made, tr("Paste"), Message(told), go_to=last)


def _pasted_block(
    draft: DatasetDraft, shown: _Shown, rows: Sequence[Sequence[str]], blocks: Sequence[Block]
) -> _Made:
    """Cells from the first chosen one on; a single one into every chosen cell."""
    line, place = min(b[0] for b in blocks), min(b[1] for b in blocks)
    high, wide = len(rows), len(rows[0])
    if high == wide == 1 and _cells(blocks) > 1:
        texts = {
            (shown.number(down), shown.columns[along].field): rows[0][0]
            for first, left, lines, places in blocks
            for down in range(first, first + lines)
            for along in range(left, left + places)
        }
        return _Made(draft, draft.with_texts(shown.grid, texts), tr("Paste"))
    room = len(shown.columns) - place
    if wide > room:
        text = tr(
            "Not pasted: {wide} columns do not fit into the {room} from here on.",
            wide=wide,
            room=room,
        )
        return _refused(draft, text)
    fields = [column.field for column in shown.columns[place : place + wide]]
    texts = {
        (number, field): cell
        for down, row in enumerate(rows, start=line)
        for number in [shown.number(down)]
        for field, cell in zip(fields, row, strict=True)
    }
    if shown.grid.table == "dataset" and any(number for number, _ in texts):
        return _refused(draft, tr("Not pasted: a dataset has one heading."))
    made = draft.with_texts(shown.grid, texts)
    return _Made(draft, made, tr("Paste"), choose=(line, place, high, wide))


def _refused(draft: DatasetDraft, text: str) -> _Made:
    return _Made(draft, told=Message(text, bad=True))
