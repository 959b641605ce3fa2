"""The dataset that is being made: the draft, its undo stack, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from iraq_explorer.storage.dataset_draft import DatasetDraft, Row
from iraq_explorer.storage.draft_file import OpenedDraft, Stamp
from iraq_explorer.storage.draft_findings import Finding, check_draft
from iraq_explorer.storage.draft_recovery import Unsaved, rows_changed
from iraq_explorer.ui.background import Background

_PAUSE_MS = 180
"""So long nothing is typed before the dataset is read again."""

Cell = tuple[str, int | None, str]
"""Table, row and field; the field is empty for the row as a whole."""


@dataclass(frozen=True)
class Findings:
    """What is wrong, as a list and by cell."""

    all: tuple[Finding, ...] = ()
    by_cell: Mapping[Cell, tuple[Finding, ...]] = field(default_factory=dict)
    rows: Mapping[tuple[str, int | None], int] = field(default_factory=dict)
    """How many there are of each row that has any."""
    tables: Mapping[str, int] = field(default_factory=dict)


class _Change(QUndoCommand):
    def __init__(
        self, document: "DraftDocument", before: DatasetDraft, after: DatasetDraft, text: str
    ) -> None:
        super().__init__(text)
        self._document, self.before, self.after = document, before, after

    def redo(self) -> None:
        self._document._set(self.after)

    def undo(self) -> None:
        self._document._set(self.before)


class DraftDocument(QObject):
    """Holds one dataset while it is edited; every change is a step that can be undone."""

    changed = Signal()
    """The tables changed."""
    checked = Signal()
    """It is known what is wrong with them."""
    checking = Signal()
    """That is being found out."""
    modified_changed = Signal(bool)
    """Whether there is unsaved work changed."""

    def __init__(self, opened: OpenedDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = opened.draft
        self.place = opened.place
        """Where it is saved; ``None`` where it has no place yet."""
        self.stamp: Stamp = opened.stamp
        self.undo_stack = QUndoStack(self)
        self.findings = Findings()
        self.read: DatasetDraft | None = None
        """The draft that the findings are about."""
        self._saved = opened.draft if opened.unsaved is None else None
        self._begun = opened
        self._named: dict[tuple[str, ...], Mapping[str, Row]] = {}
        self._work = Background(self)
        self._work.done.connect(self._on_found)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check)

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work."""
        return self.draft is not self._saved

    @property
    def title(self) -> str:
        """What the dataset is called."""
        return self.draft.title

    def commit(self, draft: DatasetDraft, text: str) -> None:
        """Keep a change as one step, named ``text`` in the Edit menu."""
        if draft != self.draft:
            self.undo_stack.push(_Change(self, self.draft, draft, text))

    @property
    def unsaved(self) -> Unsaved:
        """All that would be lost if the program ended now."""
        if self._saved is not None:
            changed = rows_changed(self._saved, self.draft)
        else:
            changed = rows_changed(self._begun.draft, self.draft) + (self._begun.unsaved or 0)
        return Unsaved(self.draft, self.place, self.stamp, changed)

    def mark_saved(self, draft: DatasetDraft, place: Path, stamp: Stamp) -> None:
        """Take note that the dataset was saved as it was in a draft."""
        self._saved, self.place, self.stamp = draft, place, stamp
        self.modified_changed.emit(self.modified)

    def named(self, *tables: str) -> Mapping[str, Row]:
        """The rows of tables by id, kept until the next change."""
        if tables not in self._named:
            self._named[tables] = self.draft.ids(*tables)
        return self._named[tables]

    def check(self) -> None:
        """Find out in the background what is wrong; the newest request counts."""
        self.checking.emit()
        self._work.request(partial(_found, self.draft))

    def stop(self) -> None:
        """End what runs in the background."""
        self._pause.stop()
        self._work.stop()

    def _set(self, draft: DatasetDraft) -> None:
        self.draft = draft
        self._named.clear()
        self._pause.start()
        self.changed.emit()
        self.modified_changed.emit(self.modified)

    def _on_found(self, found: tuple[DatasetDraft, Findings]) -> None:
        self.read, self.findings = found
        if self.read is self.draft:
            self.checked.emit()


def _found(draft: DatasetDraft) -> tuple[DatasetDraft, Findings]:
    found = check_draft(draft)
    cells: dict[Cell, list[Finding]] = defaultdict(list)
    rows: dict[tuple[str, int | None], int] = defaultdict(int)
    tables: dict[str, int] = defaultdict(int)
    for finding in found:
        cells[finding.table, finding.row, finding.field].append(finding)
        rows[finding.table, finding.row] += 1
        tables[finding.table] += 1
    return draft, Findings(found, {cell: tuple(held) for cell, held in cells.items()}, rows, tables)
