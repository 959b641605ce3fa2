"""The library as the user works with it: open, save, duplicate, rename, delete, and get back.

What was changed and not saved is kept as a draft while another scenario is open, and comes back
with its star when the user does.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Entry, Library, LibraryError
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.words import tr


@dataclass(frozen=True)
class Message:
    """Something to tell the user beside the work, not in its way."""

    text: str
    bad: bool = False
    lasting: bool = False


class _Delete(QUndoCommand):
    def __init__(self, session: "Session", entry: Entry, draft: Scenario | None) -> None:
        super().__init__(tr("Delete scenario {name}", name=entry.scenario.name))
        self._session = session
        self._entry = entry
        self._draft = draft

    def redo(self) -> None:
        self._session._drafts.pop(self._entry.id, None)
        self._session._delete(self._entry)

    def undo(self) -> None:
        if self._draft is not None:
            self._session._drafts[self._entry.id] = self._draft
        self._session._restore(self._entry)


class _Rename(QUndoCommand):
    def __init__(self, session: "Session", entry: Entry, name: str) -> None:
        super().__init__(tr("Rename scenario {name}", name=entry.scenario.name))
        self._session = session
        self._entry = entry
        self._name = name

    def redo(self) -> None:
        self._session._overwrite(replace(self._entry.scenario, name=self._name), self._entry.id)

    def undo(self) -> None:
        self._session._overwrite(self._entry.scenario, self._entry.id)


class Session(QObject):
    """One library and the document that shows one of its scenarios."""

    entries_changed = Signal()
    row_changed = Signal()
    """Another entry is the one that is open."""
    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.library: Library | None = None
        self.entries: tuple[Entry, ...] = ()
        self.row: int | None = None
        """Id of the entry that is open; ``None`` for a new scenario."""
        self._drafts: dict[int, Scenario] = {}

    # -- reading ---------------------------------------------------------------------------

    def open_library(self, path: Path) -> bool:
        """Work with the library in a file; what cannot be opened is told and changes nothing."""
        try:
            library = Library.open(path)
            entries = library.entries()
            problems = library.problems()
        except LibraryError as error:
            self._tell_error(error)
            return False
        if self.library is not None:
            self.library.close()
        self.library, self.entries = library, entries
        self._drafts.clear()
        self.entries_changed.emit()
        for problem in problems:
            self.told.emit(Message(problem, bad=True, lasting=True))
        return True

    def entry(self, row: int) -> Entry | None:
        """An entry of the library by its id."""
        return next((entry for entry in self.entries if entry.id == row), None)

    def entry_of_origin(self, origin: str) -> Entry | None:
        """The entry of a built-in scenario as shipped."""
        return next(
            (e for e in self.entries if self.built_in(e) and e.scenario.origin == origin), None
        )

    def built_in(self, entry: Entry) -> bool:
        """Whether an entry is a built-in scenario as shipped."""
        return not entry.saved_at and bool(entry.scenario.origin)

    def has_draft(self, row: int) -> bool:
        """Whether an entry has changes that are not saved."""
        if row == self.row:
            return self.document.modified
        return row in self._drafts

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of scenarios with unsaved changes."""
        names = [draft.name for draft in self._drafts.values()]
        if self.document.modified:
            names.insert(0, self.document.scenario.name)
        return tuple(names)

    def reload(self) -> None:
        """Read the list of entries again."""
        if self.library is not None:
            try:
                self.entries = self.library.entries()
            except LibraryError as error:
                self._tell_error(error)
            self.entries_changed.emit()

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
        own = None if self.built_in(entry) else entry.id
        self.document.open(entry.scenario, own)
        draft = self._drafts.pop(entry.id, None)
        if draft is not None:
            self.document.commit(draft, tr("Unsaved changes"))
        self.row_changed.emit()
        self.entries_changed.emit()

    def _keep_draft(self) -> bool:
        if self.document.modified:
            if self.row is None:
                return self.save()
            self._drafts[self.row] = self.document.scenario
        return True

    def new(self, chamber: str) -> None:
        """Begin a scenario of a chamber with nobody in a coalition."""
        if not self._keep_draft():
            return
        held = self.document.dataset.chambers[chamber]
        day = held.first_sitting or held.elected
        name = self._free_name(tr("New scenario"))
        scenario = Scenario(name, chamber, PartialDate(str(day)), held.default_rule)
        self.row = None
        self.document.open(scenario)
        self.row_changed.emit()
        self.entries_changed.emit()
        text = tr("Nobody is in a coalition yet. Select blocs and press N to begin one.")
        self.told.emit(Message(text))

    # -- saving ----------------------------------------------------------------------------

    def save(self) -> bool:
        """Save in place; a copy of a built-in scenario gets an entry and a name of its own."""
        if self.document.entry is None:
            return self.save_as(self._free_name(self.document.scenario.name))
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
            return False
        try:
            row = self.library.save(scenario)
        except LibraryError as error:
            self._tell_error(error)
            return False
        # The name is part of the scenario: what is open from now on is the saved one.
        if self.row is not None:
            self._drafts.pop(self.row, None)
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
        if self.document.modified and not self.save():
            return False
        for row, draft in list(self._drafts.items()):
            entry = self.entry(row)
            own = entry is not None and not self.built_in(entry)
            if self.library is None:
                return False
            try:
                if own:
                    self.library.save(draft, row)
                else:
                    self.library.save(replace(draft, name=self._free_name(draft.name)))
            except LibraryError as error:
                self._tell_error(error)
                return False
            del self._drafts[row]
        return True

    def _write(self, scenario: Scenario, row: int) -> bool:
        if self.library is None:
            return False
        try:
            self.library.save(scenario, row)
        except LibraryError as error:
            self._tell_error(error)
            return False
        self.document.mark_saved(row)
        self.row = row
        self.reload()
        self.told.emit(Message(tr("Saved “{name}”.", name=scenario.name)))
        return True

    def duplicate(self) -> None:
        """Save what is open as a new entry beside it and go on with the copy."""
        name = tr("{name} (copy)", name=self.document.scenario.name)
        self.save_as(self._free_name(name))

    def _free_name(self, wanted: str) -> str:
        taken = {entry.scenario.name.casefold() for entry in self.entries}
        if wanted.casefold() not in taken:
            return wanted
        number = 2
        while f"{wanted} ({number})".casefold() in taken:
            number += 1
        return f"{wanted} ({number})"

    # -- the list --------------------------------------------------------------------------

    def rename(self, row: int, name: str) -> None:
        """Give an entry another name, as one step that can be undone."""
        entry = self.entry(row)
        name = name.strip()
        if entry is None or not name or name == entry.scenario.name:
            return
        if row == self.row:
            scenario = replace(self.document.scenario, name=name)
            self.document.commit(scenario, tr("Rename scenario to {name}", name=name))
        elif any(
            e.scenario.name.casefold() == name.casefold() and e.id != row for e in self.entries
        ):
            text = tr("There is already a scenario named “{name}”.", name=name)
            self.told.emit(Message(text, bad=True))
        else:
            self.document.undo_stack.push(_Rename(self, entry, name))

    def delete(self, row: int) -> None:
        """Take an entry out of the library, as one step that can be undone."""
        entry = self.entry(row)
        if entry is None:
            return
        draft = self._drafts.get(row)
        if row == self.row:
            draft = self.document.scenario if self.document.modified else None
            # Deleting what is open leaves its neighbour open.
            at = self.entries.index(entry)
            rest = self.entries[at + 1 :] + self.entries[:at][::-1]
            if rest:
                self._show(rest[0])
            else:
                self.row = None
                self.document.mark_saved(None)
        self.document.undo_stack.push(_Delete(self, entry, draft))
        text = tr("Deleted “{name}”. Undo brings it back.", name=entry.scenario.name)
        self.told.emit(Message(text))

    def restore_built_in(self) -> None:
        """Put every built-in scenario back that is missing or was changed."""
        if self.library is None:
            return
        shipped = {e.scenario.origin for e in self.entries if self.built_in(e)}
        free = max((entry.id for entry in self.entries), default=0) + 1
        back = 0
        for place, scenario in enumerate(self.document.dataset.scenarios.values(), start=1):
            if scenario.origin in shipped:
                continue
            named = replace(scenario, name=self._free_name(scenario.name))
            try:
                # As shipped, not as saved by the user: it opens as a copy again.
                self.library.restore(Entry(free + back, named, "", place))
            except LibraryError as error:
                self._tell_error(error)
                return
            back += 1
        self.reload()
        if back:
            self.told.emit(Message(tr("{count} built-in scenarios are back.", count=back)))
        else:
            self.told.emit(Message(tr("All built-in scenarios are there.")))

    def _delete(self, entry: Entry) -> None:
        self._change_library(lambda library: library.delete(entry.id))

    def _restore(self, entry: Entry) -> None:
        self._change_library(lambda library: library.restore(entry))

    def _overwrite(self, scenario: Scenario, row: int) -> None:
        self._change_library(lambda library: library.save(scenario, row))

    def _change_library(self, change: object) -> None:
        assert callable(change)
        if self.library is None:
            return
        try:
            change(self.library)
        except LibraryError as error:
            self._tell_error(error)
        self.reload()

    def _tell_error(self, error: LibraryError) -> None:
        self.told.emit(Message(str(error), bad=True, lasting=True))
