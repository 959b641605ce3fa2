"""What the list of scenarios holds: the library's entries as last read, and unsaved work on them.

Scenarios that no library holds yet stand among the entries under numbers below 0.
"""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import (
    ChangedMeanwhileError,
    Entry,
    Library,
    NameTaken,
    NoSuchEntryError,
)
from iraq_explorer.storage.library_file import state_of
from iraq_explorer.storage.recovery import Draft
from iraq_explorer.storage.rescue import Known
from iraq_explorer.storage.story_shelf import StoryShelf

_COUNTED = re.compile(r"(.+) \(([2-9]|[1-9]\d)\)")
"""A name with a number behind it; four digits would be a year."""


class Shelf:
    """One library's entries and the drafts of those that are not open."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.library: Library | None = None
        self.entries: tuple[Entry, ...] = ()
        """What the dataset can show, in order; what it cannot stays in the file untouched."""
        self.drafts: dict[int, Draft] = {}
        """Unsaved work on entries that are not open, by number."""
        self._loose: dict[int, Entry] = {}
        self.known = Known()
        """All that the library held when it was last read."""
        self._state: tuple[int, ...] | None = None

    # -- reading ---------------------------------------------------------------------------

    def open(self, path: Path) -> tuple[str, ...]:
        """Take the library in a file in place of the one before.

        Returns:
            A sentence for each record that cannot be read.

        Raises:
            LibraryError: it cannot be opened; everything is as before.

        """
        problems = self._take(path)
        self.drafts.clear()
        self._loose.clear()
        self._list()
        return problems

    def move(self, path: Path) -> tuple[str, ...]:
        """The same, with all unsaved work: the file holds the entries under the same numbers.

        Raises:
            LibraryError: it cannot be opened; everything is as before.

        """
        problems = self._take(path)
        self._list()
        lost = [row for row in self.drafts if self.entry(row) is None]
        for draft in [self.drafts.pop(row) for row in lost]:
            self.take_back(draft, beside=True)
        return problems

    def _take(self, path: Path) -> tuple[str, ...]:
        state = state_of(path)
        library = Library.open(path, chamber_of=self._dataset.chamber_of)
        known, problems = Known(library.entries(), StoryShelf(path).entries()), library.problems()
        if self.library is not None:
            self.library.close()
        self.library, self._state, self.known = library, state, known
        return problems

    def read(self, patience: float | None = None) -> None:
        """Read the entries again.

        Raises:
            LibraryError: they cannot be read; the list stays as it was.

        """
        if self.library is not None:
            state = state_of(self.library.path)  # before: what is saved meanwhile is then noticed
            entries = self.library.entries(patience=patience)
            self.known = Known(entries, StoryShelf(self.library.path).entries(patience=patience))
            self._state = state
            self._list()

    def has_news(self) -> bool:
        """Whether somebody has saved to the file since it was read, or it is gone."""
        return self.library is not None and state_of(self.library.path) != self._state

    def dismiss_news(self) -> None:
        """Take the file's present state as known, so that the same trouble is told once."""
        if self.library is not None:
            self._state = state_of(self.library.path)

    def write(self, path: Path) -> None:
        """Make a new file of what was last read of the library, or of the built-in scenarios.

        Raises:
            LibraryError: there is a file of its name, or it cannot be written.

        """
        chamber_of = self._dataset.chamber_of
        if self.library is None:
            Library.create(path, self._dataset.scenarios.values(), chamber_of=chamber_of).close()
        else:
            held = self.known
            Library.copy(path, held.entries, held.stories, chamber_of=chamber_of).close()

    def strange(self) -> tuple[Entry, ...]:
        """Entries that the dataset cannot show."""
        return tuple(entry for entry in self.known.entries if entry not in self.entries)

    def _list(self) -> None:
        misfits = self._dataset.misfits
        fitting = tuple(entry for entry in self.known.entries if not misfits(entry.scenario))
        self.entries = (*fitting, *self._loose.values())

    def entry(self, row: int | None) -> Entry | None:
        """An entry by its number."""
        return next((entry for entry in self.entries if entry.id == row), None)

    # -- names -----------------------------------------------------------------------------

    def has_name(self, name: str, but: int | None = None) -> bool:
        """Whether an entry of the library, but one, has a name; capital letters do not matter."""
        return any(
            entry.scenario.name.casefold() == name.casefold() and entry.id != but
            for entry in self.known.entries
        )

    def free_name(self, wanted: str) -> str:
        """The name, with the first number behind it that makes it free; (3) follows on (2)."""
        name = wanted
        counted = _COUNTED.fullmatch(wanted)
        stem, number = (counted[1], int(counted[2])) if counted else (wanted, 1)
        while self.has_name(name):
            number += 1
            name = f"{stem} ({number})"
        return name

    # -- writing ---------------------------------------------------------------------------

    def add(self, scenario: Scenario) -> tuple[str, int]:
        """Save as a new entry under the first free name.

        Returns:
            Its name and number.

        Raises:
            LibraryError: it cannot be saved.

        """
        assert self.library is not None
        while True:
            self.read()
            name = self.free_name(scenario.name)
            # Another window may just have taken it.
            with contextlib.suppress(NameTaken):
                return name, self.library.save(replace(scenario, name=name))

    def save_draft(self, row: int) -> str | None:
        """Save the unsaved work on an entry that is not open.

        Returns:
            The name it is saved under beside the entry, where another window has changed or
            deleted that; ``None`` where it is saved as usual.

        Raises:
            LibraryError: it cannot be saved; it stays unsaved.

        """
        assert self.library is not None
        draft, entry, beside = self.drafts[row], self.entry(row), None
        if entry is None or row < 0 or is_built_in(entry):
            self.add(draft.scenario)
        else:
            try:
                self.library.save(draft.scenario, row, was=draft.base)
            except (ChangedMeanwhileError, NoSuchEntryError):
                beside, _ = self.add(draft.scenario)
        del self.drafts[row]
        self._loose.pop(row, None)
        # The next one must not take a name that this one has taken.
        self.read()
        return beside

    def rename(self, entry: Entry, name: str) -> None:
        """Give an entry another name, whatever it holds by now.

        Raises:
            LibraryError: it cannot be saved.

        """
        assert self.library is not None
        now = self.library.load(entry.id)
        named = replace(now, name=name)
        # Back to as shipped: it opens as a copy again.
        as_shipped = not entry.saved_at and named == entry.scenario
        self.library.save(named, entry.id, was=now, as_shipped=as_shipped)
        draft = self.drafts.get(entry.id)
        if draft is not None:
            named, base = (replace(one, name=name) for one in (draft.scenario, draft.base))
            self.drafts[entry.id] = replace(draft, scenario=named, base=base)

    def delete(self, entry: Entry) -> None:
        """Take an entry out, with the unsaved work on it.

        Raises:
            LibraryError: the library cannot be saved to, or holds another one by now.

        """
        assert self.library is not None
        if entry.id > 0:
            self.library.delete(entry.id, was=entry.scenario)
        self.drop(entry.id)

    def restore(self, entry: Entry, draft: Draft | None) -> None:
        """Put an entry back that was taken out, with the unsaved work on it.

        Raises:
            LibraryError: the library cannot be saved to, or the name is taken by now.

        """
        assert self.library is not None
        if entry.id > 0:
            self.library.restore(entry)
        else:
            self.put(entry)
        if draft is not None:
            self.drafts[entry.id] = draft

    def restore_built_in(self, taken: Iterable[int]) -> None:
        """Put every built-in scenario back that is missing or was changed.

        Args:
            taken: numbers that no entry has and none may get.

        Raises:
            LibraryError: the library cannot be saved to; some may be back.

        """
        assert self.library is not None
        shipped = {entry.scenario.origin for entry in self.entries if is_built_in(entry)}
        free = max((*taken, *(entry.id for entry in self.known.entries)), default=0)
        for place, scenario in enumerate(self._dataset.scenarios.values(), start=1):
            if scenario.origin not in shipped:
                free += 1
                named = replace(scenario, name=self.free_name(scenario.name))
                # As shipped, not as saved by the user: it opens as a copy again.
                self.library.restore(Entry(free, named, "", place))

    # -- scenarios that no library holds ---------------------------------------------------

    def is_loose(self, row: int | None) -> bool:
        """Whether a number is that of a scenario that no library holds yet."""
        return row in self._loose

    def take_back(self, draft: Draft, *, beside: bool) -> int:
        """Put unsaved work that was recovered among the entries.

        Args:
            draft: the work.
            beside: whether its entry is not to be touched, having unsaved work of its own.

        Returns:
            The number it is found under.

        """
        row = draft.row
        if row is None or row < 0 or beside or self.entry(row) is None:
            row = min(self._loose, default=0) - 1
            last = max((entry.position for entry in self.entries), default=0)
            self._loose[row] = Entry(row, draft.scenario, "", last - row)
        self.drafts[row] = replace(draft, row=row)
        self._list()
        return row

    def put(self, entry: Entry) -> None:
        """Have such a scenario among the entries, in place of the one with its number."""
        self._loose[entry.id] = entry
        self._list()

    def drop(self, row: int | None) -> None:
        """Have such a scenario, and the unsaved work on a number, no longer."""
        if row is not None:
            self.drafts.pop(row, None)
            if self._loose.pop(row, None) is not None:
                self._list()


def is_built_in(entry: Entry) -> bool:
    """Whether an entry is a built-in scenario as shipped."""
    return entry.id > 0 and not entry.saved_at and bool(entry.scenario.origin)
