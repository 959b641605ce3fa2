"""The scenario library: one SQLite file, which people copy, mail and keep.

Reading never writes: the file is opened read-only for each question and closed after the answer,
so that nothing is held and no journal is left beside it. (The one exception mends: where a save
was cut off by a crash, SQLite first puts the file back to what it was before that save.) A save is
one transaction with rollback journal and full sync: after a crash the file holds all of it or none.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.backup import sync_folder
from iraq_explorer.storage.library_entry import Entry, read_entry, scenario_text
from iraq_explorer.storage.library_file import (
    ChangedMeanwhileError,
    DamagedLibraryError,
    ForeignLibraryError,
    LibraryError,
    LockedLibraryError,
    MissingLibraryError,
    NameTaken,
    NewerLibraryError,
    NoSuchEntryError,
    ReadOnlyLibraryError,
    ReplacedLibraryError,
    UnwritableLibraryError,
    reading,
    writing,
)
from iraq_explorer.storage.seat_json import ChamberOf, add_missing_seats, seats_if_known
from iraq_explorer.storage.story_shelf import StoryEntry, insert_stories

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = [
    "ChangedMeanwhileError",
    "DamagedLibraryError",
    "Entry",
    "ForeignLibraryError",
    "Library",
    "LibraryError",
    "LockedLibraryError",
    "MissingLibraryError",
    "NameTaken",
    "NewerLibraryError",
    "NoSuchEntryError",
    "ReadOnlyLibraryError",
    "ReplacedLibraryError",
    "UnwritableLibraryError",
]

_AS_SHIPPED = ""


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """A library file: list, load, save, delete, restore. Use ``open`` or ``create`` to get one."""

    def __init__(
        self, path: Path, clock: Callable[[], datetime], chamber_of: ChamberOf | None
    ) -> None:
        self.path = path
        self._clock = clock
        self._chamber_of = chamber_of
        self._closed = False

    # -- getting one -----------------------------------------------------------------------

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime] = _now,
        chamber_of: ChamberOf | None = None,
    ) -> "Library":
        """The library in a file that is there. Nothing is written.

        Args:
            path: the file.
            clock: tells the time of saves.
            chamber_of: the chamber of a scenario, for the seats that are saved beside it.

        Raises:
            LibraryError: the file is missing, foreign, newer, damaged, locked or not readable.

        """
        library = cls(path, clock, chamber_of)
        with library._reading() as connection:
            answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            if answer != "ok":
                said = " ".join(answer.replace("*** in database main ***", "").split())
                raise DamagedLibraryError(f"{path}: the file is damaged: {said}")
            tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'scenarios'")
            if tables.fetchone() is None:
                raise DamagedLibraryError(f"{path}: the file is damaged: no table of scenarios")
        return library

    @classmethod
    def create(
        cls,
        path: Path,
        scenarios: Iterable[Scenario],
        *,
        clock: Callable[[], datetime] = _now,
        chamber_of: ChamberOf | None = None,
        replace: bool = False,
    ) -> "Library":
        """A new library file that holds the scenarios, marked as shipped, in their order.

        The same scenarios give the same file. It appears whole or not at all.

        Args:
            path: where it goes; its folder is there.
            scenarios: what it holds; no two names are the same.
            clock: tells the time of later saves.
            chamber_of: the chamber of a scenario, for the seats that are saved beside it.
            replace: whether a file of that name may be replaced.

        Raises:
            NameTaken: two scenarios have the same name.
            LibraryError: there is such a file already, or it cannot be written.

        """
        entries = (Entry(n, scenario, _AS_SHIPPED, n) for n, scenario in enumerate(scenarios, 1))
        return cls.copy(path, entries, clock=clock, chamber_of=chamber_of, replace=replace)

    @classmethod
    def copy(
        cls,
        path: Path,
        entries: Iterable[Entry],
        stories: Iterable[StoryEntry] = (),
        *,
        clock: Callable[[], datetime] = _now,
        chamber_of: ChamberOf | None = None,
        replace: bool = False,
    ) -> "Library":
        """A new library file that holds entries of another: number, place and time as they are.

        Raises:
            NameTaken: two scenarios have the same name.
            UnwritableLibraryError: it cannot be written.
            LibraryError: there is such a file already.

        """
        if path.exists() and not replace:
            raise LibraryError(f"{path}: there is already a file of this name")
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        library = cls(fresh, clock, chamber_of)
        try:
            fresh.unlink(missing_ok=True)
            fresh.touch(exist_ok=False)
            with library._writing(path) as db:
                for entry in entries:
                    library._refuse_taken(db, entry.scenario.name, None, path)
                    library._insert(db, entry)
                insert_stories(db.conn, stories)
            fresh.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise UnwritableLibraryError(f"{path}: cannot be written: {error.strerror}") from error
        finally:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
        library.path = path
        return library

    def close(self) -> None:
        """Let go of the file. Asking anything afterwards is an error in the program."""
        self._closed = True

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- reading ---------------------------------------------------------------------------

    def entries(self, *, patience: float | None = None) -> tuple[Entry, ...]:
        """Every scenario that can be read, in order; ``problems`` tells of the others.

        Args:
            patience: seconds to wait for another program that is just writing the file.

        """
        rows = self._rows(patience=patience)
        return tuple(read for read in rows if isinstance(read, Entry))

    def problems(self) -> tuple[str, ...]:
        """A sentence for each record that cannot be read, naming file, record and field."""
        return tuple(str(read) for read in self._rows() if isinstance(read, LibraryError))

    def load(self, id: int) -> Scenario:
        """One scenario.

        Raises:
            NoSuchEntryError: there is none of that number.
            DamagedLibraryError: its record cannot be read.

        """
        for read in self._rows(id):
            if isinstance(read, LibraryError):
                raise read
            return read.scenario
        raise self._no_such(id)

    def _rows(
        self, id: int | None = None, patience: float | None = None
    ) -> list[Entry | LibraryError]:
        question = "SELECT id, name, saved_at, position, CAST(content AS BLOB) FROM scenarios"
        order = " ORDER BY position, id"
        with self._reading(patience) as connection:
            if id is None:
                rows = connection.execute(question + order).fetchall()
            else:
                rows = connection.execute(question + " WHERE id = ?", (id,)).fetchall()
        return [self._entry(*row) for row in rows]

    def _entry(
        self, id: int, name: object, saved_at: object, position: object, content: object
    ) -> Entry | LibraryError:
        read = read_entry(id, saved_at, position, content)
        if isinstance(read, Entry):
            return read
        return DamagedLibraryError(f"{self.path}: scenario {id} ({name}): {read}")

    # -- writing ---------------------------------------------------------------------------

    def save(
        self,
        scenario: Scenario,
        id: int | None = None,
        *,
        was: Scenario | None = None,
        as_shipped: bool = False,
    ) -> int:
        """Put a scenario in, last, or in the place of the one with that number.

        Args:
            scenario: what is saved.
            id: the number of the entry it replaces.
            was: what that entry held when it was read: another one there is not overwritten.
            as_shipped: whether it counts as a built-in one that nobody has saved.

        Returns:
            Its number.

        Raises:
            NameTaken: another scenario has the name.
            NoSuchEntryError: there is none of that number.
            ChangedMeanwhileError: the entry is no longer what it was.
            LibraryError: the file cannot be saved to; it is as it was.

        """
        moment = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        saved_at = _AS_SHIPPED if as_shipped else moment.removesuffix("+00:00") + "Z"
        with self._writing() as db:
            if id is not None:
                self._require(db, id, was)
            self._refuse_taken(db, scenario.name, id)
            if id is not None:
                row = {"saved_at": saved_at, **self._columns(scenario)}
                db.table("scenarios").update(id, row)
                return id
            last = "SELECT coalesce(max(position), 0) FROM scenarios"
            self._insert(db, Entry(0, scenario, saved_at, db.execute(last).fetchone()[0] + 1))
            return int(db.execute("SELECT last_insert_rowid()").fetchone()[0])

    def delete(self, id: int, *, was: Scenario | None = None) -> None:
        """Take a scenario out. Its number is not given to another; ``restore`` puts it back.

        Raises:
            NoSuchEntryError: there is none of that number.
            ChangedMeanwhileError: the entry is no longer what it was.
            LibraryError: the file cannot be saved to; it is as it was.

        """
        with self._writing() as db:
            self._require(db, id, was)
            db.table("scenarios").delete(id)

    def restore(self, entry: Entry) -> None:
        """Put a deleted scenario back as it was: number, place and time of saving.

        Raises:
            NameTaken: another scenario has got the name meanwhile.
            LibraryError: it is not deleted, or the file cannot be saved to.

        """
        with self._writing() as db:
            if _has(db, entry.id):
                raise LibraryError(f"{self.path}: scenario {entry.id} is not deleted")
            self._refuse_taken(db, entry.scenario.name, None)
            self._insert(db, entry)

    def _insert(self, db: "Database", entry: Entry) -> None:
        row: dict[str, Any] = {"position": entry.position, "saved_at": entry.saved_at}
        if entry.id:
            row["id"] = entry.id
        db.table("scenarios").insert({**row, **self._columns(entry.scenario)})

    def _columns(self, scenario: Scenario) -> dict[str, str | None]:
        """What is written of a scenario, always all of it in one statement."""
        return {
            "content": scenario_text(scenario),
            "seats": seats_if_known(scenario, self._chamber_of),
        }

    def _refuse_taken(
        self, db: "Database", name: str, but: int | None, told: Path | None = None
    ) -> None:
        if not name.strip():
            raise LibraryError(f"{told or self.path}: a scenario needs a name")
        question = "SELECT name FROM scenarios WHERE name = ? COLLATE NOCASE AND id IS NOT ?"
        found = db.execute(question, (name, but)).fetchone()
        if found is not None:
            raise NameTaken(f"{told or self.path}: there is already a scenario named “{found[0]}”")

    def _require(self, db: "Database", id: int, was: Scenario | None) -> None:
        question = "SELECT CAST(content AS BLOB) FROM scenarios WHERE id = ?"
        found = db.execute(question, (id,)).fetchone()
        if found is None:
            raise self._no_such(id)
        if was is None:
            return
        read = read_entry(id, "", 0, found[0])
        if not isinstance(read, Entry) or read.scenario != was:
            raise ChangedMeanwhileError(
                f"{self.path}: scenario {id} was changed meanwhile by another window or program"
            )

    def _no_such(self, id: int) -> NoSuchEntryError:
        return NoSuchEntryError(f"{self.path}: there is no scenario {id} in it any more")

    # -- the file --------------------------------------------------------------------------

    @contextmanager
    def _reading(self, patience: float | None = None) -> Iterator[sqlite3.Connection]:
        assert not self._closed, "the library is closed"
        with reading(self.path, patience=patience) as connection:
            yield connection

    @contextmanager
    def _writing(self, new_as: Path | None = None) -> Iterator["Database"]:
        """One transaction: all that happens inside is in the file afterwards, or none of it.

        Args:
            new_as: where the file is an empty one that is being made: its name to be.

        """
        from sqlite_utils import Database  # pulls in numpy: not before the first save

        assert not self._closed, "the library is closed"
        with writing(self.path, self._clock().date(), new_as) as connection:
            add_missing_seats(connection, self._chamber_of)
            yield Database(connection, execute_plugins=False)


def _has(db: "Database", id: int) -> bool:
    return db.execute("SELECT 1 FROM scenarios WHERE id = ?", (id,)).fetchone() is not None
