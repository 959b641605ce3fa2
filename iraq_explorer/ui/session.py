"""The library as the user works with it: open, save, duplicate, rename, delete, and get back.

What was changed and not saved is kept as a draft while another scenario is open, and comes back
with its star when the user does. Other windows may work on the same library: what they saved
meanwhile is never overwritten.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import (
    ChangedMeanwhileError,
    DamagedLibraryError,
    Entry,
    ForeignLibraryError,
    Library,
    LibraryError,
    NewerLibraryError,
    NoSuchEntryError,
    UnwritableLibraryError,
)
from iraq_explorer.storage.recovery import Draft
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.list_steps import Deletion, Renaming
from iraq_explorer.ui.shelf import Shelf, is_built_in
from iraq_explorer.ui.words import tr

_KEPT_DELETIONS = 20
_NO_PLACE = (UnwritableLibraryError, DamagedLibraryError, ForeignLibraryError, NewerLibraryError)
"""Troubles that saving once more does not end."""


@dataclass(frozen=True)
class Message:
    """Something to tell the user beside the work, not in its way."""

    text: str
    bad: bool = False
    lasting: bool = False


class Session(QObject):
    """One library and the document that shows one of its scenarios."""

    entries_changed = Signal()
    row_changed = Signal()
    """Another entry is the one that is open."""
    told = Signal(object)
    """A ``Message`` for the user."""
    library_changed = Signal()
    """Another library is the one that is open."""
    unreadable = Signal(object)
    """The ``Path`` of a file that could not be opened or read: something may be left in it."""
    gone = Signal(object)
    """The ``Path`` of the library's file, which is no longer there."""
    stuck = Signal()
    """Something could not be saved, and cannot be as long as the library lies where it does."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.shelf = Shelf(document.dataset)
        """What the list holds."""
        self.row: int | None = None
        """Id of the entry that is open; ``None`` for a new scenario."""
        self._deleted: list[Deletion] = []
        self.settle: Callable[[], None] = lambda: None
        """Called before anything is kept: takes over what still stands in a field."""
        self.pending: Callable[[Scenario], Scenario] = lambda scenario: scenario
        """The scenario with what still stands in a field, which goes on being edited."""

    # -- reading ---------------------------------------------------------------------------

    def open_library(self, path: Path) -> bool:
        """Work with the library in a file; what cannot be opened is told and changes nothing."""
        return self._take_library(path, self.shelf.open)

    def go_on_in(self, path: Path) -> bool:
        """Work with another file that holds the same scenarios; unsaved work comes along."""
        self.settle()
        return self._take_library(path, self.shelf.move)

    def _take_library(self, path: Path, take: Callable[[Path], tuple[str, ...]]) -> bool:
        try:
            problems = take(path)
        except LibraryError as error:
            self.tell_error(error)
            if isinstance(error, DamagedLibraryError | ForeignLibraryError):
                self.unreadable.emit(path)
            return False
        self._deleted.clear()
        self.entries_changed.emit()
        self.library_changed.emit()
        problems += tuple(
            tr(
                "{file}: the scenario “{name}” is about a chamber or blocs not known here.",
                file=path,
                name=entry.scenario.name,
            )
            for entry in self.shelf.strange()
        )
        for problem in problems:
            self.told.emit(Message(problem, bad=True, lasting=True))
        return True

    @property
    def library(self) -> Library | None:
        """The library that is open."""
        return self.shelf.library

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The scenarios of the list; those that no library holds yet have numbers below 0."""
        return self.shelf.entries

    def entry(self, row: int) -> Entry | None:
        """An entry of the list by its id."""
        return self.shelf.entry(row)

    def entry_of_origin(self, origin: str) -> Entry | None:
        """The entry of a built-in scenario as shipped."""
        return next(
            (e for e in self.entries if self.built_in(e) and e.scenario.origin == origin), None
        )

    def built_in(self, entry: Entry) -> bool:
        """Whether an entry is a built-in scenario as shipped."""
        return is_built_in(entry)

    def has_draft(self, row: int) -> bool:
        """Whether an entry has changes that are not saved."""
        if row == self.row:
            return self.document.modified
        return row in self.shelf.drafts

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of scenarios with unsaved changes."""
        return tuple(draft.scenario.name for draft in self.drafts)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All unsaved work, that of the open scenario with what is just typed first."""
        kept = tuple(self.shelf.drafts.values())
        shown = replace(self._open_draft(), scenario=self.pending(self.document.scenario))
        return (shown, *kept) if shown.scenario != shown.base else kept

    def _open_draft(self) -> Draft:
        return Draft(self.document.scenario, self.document.saved, self.row)

    def reload(self) -> None:
        """Read the list of entries again."""
        try:
            self.shelf.read()
        except LibraryError as error:
            self.tell_error(error)
        self.entries_changed.emit()

    def restore(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """Take back unsaved work as unsaved work; nothing is written.

        Returns:
            What cannot be shown with this dataset, and stays where it was.

        """
        rows, strange = [], []
        for draft in drafts:
            if any(map(self.document.dataset.misfits, (draft.scenario, draft.base))):
                strange.append(draft)
            else:
                beside = draft.row is not None and self.has_draft(draft.row)
                rows.append(self.shelf.take_back(draft, beside=beside))
        self.entries_changed.emit()
        if rows and self._keep_draft():
            entry = self.entry(rows[0])
            if entry is not None:
                self._show(entry)
        return tuple(strange)

    # -- opening ---------------------------------------------------------------------------

    def open(self, row: int) -> None:
        """Open an entry. A built-in one opens as a copy to play with."""
        entry = self.entry(row)
        if entry is None or row == self.row:
            return
        if self._keep_draft():
            self._show(entry)
        else:
            self.row_changed.emit()  # the list goes back to what stays open

    def _show(self, entry: Entry) -> None:
        self.row = entry.id
        own = None if self.built_in(entry) or self.shelf.is_loose(entry.id) else entry.id
        draft = self.shelf.drafts.pop(entry.id, None)
        # From what it was made from, which others may have changed in the library since.
        self._open(entry.scenario if draft is None else draft.base, own)
        if draft is not None:
            self.document.commit(draft.scenario, tr("Unsaved changes"))
        self.row_changed.emit()
        self.entries_changed.emit()

    def _open(self, scenario: Scenario, entry: int | None) -> None:
        self.document.open(scenario, entry)
        # The steps of the former scenario are gone with it; deletions can still be undone.
        steps = [step.again() for step in self._deleted if self.entry(step.entry.id) is None]
        self._deleted = steps[-_KEPT_DELETIONS:]
        for step in self._deleted:
            self.document.undo_stack.push(step)

    def _keep_draft(self) -> bool:
        self.settle()
        if self.document.modified:
            if self.row is None:
                return self.save()
            entry = self.entry(self.row)
            if entry is None:  # deleted in another window: found again under a number of its own
                self.shelf.take_back(self._open_draft(), beside=True)
                return True
            self.shelf.drafts[self.row] = self._open_draft()
            if self.shelf.is_loose(self.row):
                self.shelf.put(replace(entry, scenario=self.document.scenario))
        elif self.shelf.is_loose(self.row):
            self.shelf.drop(self.row)
        return True

    def new(self, chamber: str) -> None:
        """Begin a scenario of a chamber with nobody in a coalition."""
        if not self._keep_draft():
            return
        held = self.document.dataset.chambers[chamber]
        day = held.first_sitting or held.elected
        name = self.shelf.free_name(tr("New scenario"))
        scenario = Scenario(name, chamber, PartialDate(str(day)), held.default_rule)
        self.row = None
        self._open(scenario, None)
        self.row_changed.emit()
        self.entries_changed.emit()
        text = tr("Nobody is in a coalition yet. Select blocs and press N to begin one.")
        self.told.emit(Message(text))

    def take_in(self, scenario: Scenario, step: str) -> bool:
        """Work on a scenario that came from elsewhere: a new one that is not saved yet.

        Undoing ``step`` leaves an empty scenario of its chamber.
        """
        if not self._keep_draft():
            return False
        self.row = None
        named = (scenario.name, scenario.chamber, scenario.date, scenario.rule)
        self._open(Scenario(*named, scenario.custom_quota), None)
        self.document.commit(scenario, step)
        self.row_changed.emit()
        self.entries_changed.emit()
        return True

    # -- saving ----------------------------------------------------------------------------

    def save(self) -> bool:
        """Save in place; a copy of a built-in scenario gets an entry and a name of its own."""
        self.settle()
        if self.document.entry is None:
            return self.save_as(self.shelf.free_name(self.document.scenario.name))
        return self._write(self.document.scenario, self.document.entry)

    def save_as(self, name: str) -> bool:
        """Save under a name as a new entry."""
        name = name.strip()
        if not name:
            self.told.emit(Message(tr("A scenario needs a name."), bad=True))
            return False
        scenario = replace(self.document.scenario, name=name)
        if self.library is None:
            self.told.emit(Message(tr("No library is open, so nothing can be saved."), bad=True))
            self.stuck.emit()
            return False
        try:
            row = self.library.save(scenario)
        except LibraryError as error:
            self.tell_error(error, saving=True)
            return False
        # The name is part of the scenario: what is open from now on is the saved one.
        self.shelf.drop(self.row)
        self.row = row
        if name == self.document.scenario.name:
            self.document.mark_saved(row)
        else:
            self.document.saved_as(name, row)
        self.reload()
        self.row_changed.emit()
        self.told.emit(Message(tr("Saved as “{name}”.", name=name)))
        return True

    def save_all(self) -> bool:
        """Save everything that is unsaved; false where something could not be."""
        self.settle()
        if self.document.modified and not self.save():
            return False
        for row, draft in list(self.shelf.drafts.items()):
            if self.library is None:
                return False
            try:
                beside = self.shelf.save_draft(row)
            except LibraryError as error:
                self.tell_error(error, saving=True)
                return False
            finally:
                self.entries_changed.emit()
            if beside is not None:
                self._tell_both(draft.scenario.name, beside)
        return True

    def _write(self, scenario: Scenario, row: int) -> bool:
        if self.library is None:
            return False
        try:
            self.library.save(scenario, row, was=self.document.saved)
        except (ChangedMeanwhileError, NoSuchEntryError):
            return self._keep_both(scenario)
        except LibraryError as error:
            self.tell_error(error, saving=True)
            return False
        self.document.mark_saved(row)
        self.row = row
        self.reload()
        self.told.emit(Message(tr("Saved “{name}”.", name=scenario.name)))
        return True

    def _keep_both(self, scenario: Scenario) -> bool:
        """Save beside what another window has made of the same entry."""
        try:
            name, row = self.shelf.add(scenario)
        except LibraryError as error:
            self.tell_error(error, saving=True)
            return False
        self.row = row
        if name == scenario.name:
            self.document.mark_saved(row)
        else:
            self.document.saved_as(name, row)
        self.reload()
        self.row_changed.emit()
        self._tell_both(scenario.name, name)
        return True

    def _tell_both(self, theirs: str, ours: str) -> None:
        if theirs == ours:
            text = tr("“{name}” was deleted in another window; it is saved again.", name=ours)
        else:
            text = tr(
                "“{name}” was changed in another window. Yours is saved beside it as “{own}”.",
                name=theirs,
                own=ours,
            )
        self.told.emit(Message(text, lasting=True))

    def duplicate(self) -> None:
        """Save what is open as a new entry beside it and go on with the copy."""
        self.settle()
        name = tr("{name} (copy)", name=self.document.scenario.name)
        self.save_as(self.shelf.free_name(name))

    # -- the list --------------------------------------------------------------------------

    def rename(self, row: int, name: str) -> None:
        """Give an entry another name, as one step that can be undone."""
        if self.shelf.is_loose(row):
            self.open(row)
        entry = self.entry(row)
        name = name.strip()
        shown = self.document.scenario if row == self.row else entry.scenario if entry else None
        if entry is None or not name or shown is None or name == shown.name:
            return
        if row == self.row:
            scenario = replace(self.document.scenario, name=name)
            self.document.commit(scenario, tr("Rename scenario to {name}", name=name))
        elif self.shelf.has_name(name, but=row):
            text = tr("There is already a scenario named “{name}”.", name=name)
            self.told.emit(Message(text, bad=True))
        else:
            self.document.undo_stack.push(Renaming(self, entry, name))

    def delete(self, row: int) -> None:
        """Take an entry out of the library, as one step that can be undone."""
        entry = self.entry(row)
        if entry is None:
            return
        draft = self.shelf.drafts.get(row)
        if row == self.row:
            draft = self._open_draft() if self.document.modified else None
        at = self.entries.index(entry)
        rest = self.entries[at + 1 :] + self.entries[:at][::-1]
        if not self.take_out(entry):
            return
        step = Deletion(self, entry, draft)
        if row == self.row:
            # Deleting what is open leaves its neighbour open.
            if rest:
                self._show(rest[0])
            else:
                self.row = None
                self.document.mark_saved(None)
        self._deleted.append(step)
        self.document.undo_stack.push(step)
        text = tr("Deleted “{name}”. Undo brings it back.", name=entry.scenario.name)
        self.told.emit(Message(text))

    def restore_built_in(self) -> None:
        """Put every built-in scenario back that is missing or was changed."""
        if self.library is None:
            return
        # Not the number of a deleted one: undo may still bring that back.
        taken = [step.entry.id for step in self._deleted]
        before = len(self.entries)
        if self._change(lambda: self.shelf.restore_built_in(taken)):
            back = len(self.entries) - before
            if back:
                self.told.emit(Message(tr("{count} built-in scenarios are back.", count=back)))
            else:
                self.told.emit(Message(tr("All built-in scenarios are there.")))

    def take_out(self, entry: Entry) -> bool:
        """Take an entry out of the library, without a step of its own."""
        return self._change(lambda: self.shelf.delete(entry))

    def put_back(self, entry: Entry, draft: Draft | None) -> None:
        """Put an entry back into the library, with the unsaved work on it."""
        self._change(lambda: self.shelf.restore(entry, draft))

    def give_name(self, entry: Entry, name: str) -> None:
        """Give an entry of the library another name, without a step of its own."""
        self._change(lambda: self.shelf.rename(entry, name))

    def _change(self, change: Callable[[], object]) -> bool:
        if self.library is None:
            return False
        done = True
        try:
            change()
        except LibraryError as error:
            self.tell_error(error)
            done = False
        self.reload()
        return done

    def tell_error(self, error: LibraryError, *, saving: bool = False) -> None:
        """Tell what went wrong with the library, and where ``saving`` that it may go elsewhere."""
        self.told.emit(Message(str(error), bad=True, lasting=True))
        if saving and isinstance(error, _NO_PLACE):
            self.stuck.emit()
