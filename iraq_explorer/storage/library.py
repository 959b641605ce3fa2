"""The scenario library: one SQLite file, which people copy, mail and keep.

Reading never writes: the file is opened read-only for each question and closed after the answer,
so that nothing is held and no journal is left beside it. (The one exception mends: where a save
was cut off by a crash, SQLite first puts the file back to what it was before that save.) A save is
one transaction with rollback journal and full sync: after a crash the file holds all of it or none.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage import schema
from iraq_explorer.storage.library_file import (
    DamagedLibraryError,
    ForeignLibraryError,
    LibraryError,
    LockedLibraryError,
    MissingLibraryError,
    NameTaken,
    NewerLibraryError,
    NoSuchEntryError,
    ReadOnlyLibraryError,
    connect_for_reading,
    connect_for_writing,
    identify,
    library_errors,
    refuse_newer,
)
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = [
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
]

_AS_SHIPPED = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario as it lies in the library."""

    id: int
    scenario: Scenario
    saved_at: str
    """When it was last saved, ``2010-10-01T12:00:00Z``; empty for a built-in one as shipped."""
    position: int
    """Its place in the list: entries are told in this order."""


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """A library file: list, load, save, delete, restore. Use ``open`` or ``create`` to get one."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock
        self._closed = False

    # -- getting one -----------------------------------------------------------------------

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], datetime] = _now) -> "Library":
        """The library in a file that is there. Nothing is written.

        Raises:
            LibraryError: the file is missing, foreign, newer, damaged, locked or not readable.

        """
        library = cls(path, clock)
        with library._reading() as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if answer != "ok":
                raise DamagedLibraryError(f"{path}: the file is damaged: {answer}")
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
        replace: bool = False,
    ) -> "Library":
        """A new library file that holds the scenarios, marked as shipped, in their order.

        The same scenarios give the same file. It appears whole or not at all.

        Args:
            path: where it goes; its folder is there.
            scenarios: what it holds; no two names are the same.
            clock: tells the time of later saves.
            replace: whether a file of that name may be replaced.

        Raises:
            NameTaken: two scenarios have the same name.
            LibraryError: there is such a file already, or it cannot be written.

        """
        if path.exists() and not replace:
            raise LibraryError(f"{path}: there is already a file of this name")
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        library = cls(fresh, clock)
        try:
            fresh.unlink(missing_ok=True)
            fresh.touch(exist_ok=False)
            with library._writing(path) as db:
                for position, scenario in enumerate(scenarios, start=1):
                    library._refuse_taken(db, scenario.name, None, path)
                    row = {"id": position, "position": position, "saved_at": _AS_SHIPPED}
                    db.table("scenarios").insert({**row, "content": _content(scenario)})
            fresh.replace(path)
        except OSError as error:
            raise LibraryError(f"{path}: cannot be written: {error.strerror}") from error
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

    def entries(self) -> tuple[Entry, ...]:
        """Every scenario that can be read, in order; ``problems`` tells of the others."""
        return tuple(read for read in self._rows() if isinstance(read, Entry))

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

    def _rows(self, id: int | None = None) -> list[Entry | LibraryError]:
        question = "SELECT id, name, saved_at, position, CAST(content AS BLOB) FROM scenarios"
        order = " ORDER BY position, id"
        with self._reading() as connection:
            if id is None:
                rows = connection.execute(question + order).fetchall()
            else:
                rows = connection.execute(question + " WHERE id = ?", (id,)).fetchall()
        return [self._entry(*row) for row in rows]

    def _entry(
        self, id: int, name: str, saved_at: str, position: int, content: bytes
    ) -> Entry | LibraryError:
        try:
            return Entry(id, scenario_from_json(json.loads(content)), saved_at, position)
        except ValueError as error:
            return DamagedLibraryError(f"{self.path}: scenario {id} ({name}): {error}")

    # -- writing ---------------------------------------------------------------------------

    def save(self, scenario: Scenario, id: int | None = None) -> int:
        """Put a scenario in, last, or in the place of the one with that number.

        Returns:
            Its number.

        Raises:
            NameTaken: another scenario has the name.
            NoSuchEntryError: there is none of that number.
            LibraryError: the file cannot be saved to; it is as it was.

        """
        moment = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        row: dict[str, Any] = {
            "saved_at": moment.removesuffix("+00:00") + "Z",
            "content": _content(scenario),
        }
        with self._writing() as db:
            if id is not None:
                self._require(db, id)
            self._refuse_taken(db, scenario.name, id)
            table = db.table("scenarios")
            if id is not None:
                table.update(id, row)
                return id
            last = "SELECT coalesce(max(position), 0) FROM scenarios"
            row["position"] = db.execute(last).fetchone()[0] + 1
            table.insert(row)
            return int(db.execute("SELECT last_insert_rowid()").fetchone()[0])

    def delete(self, id: int) -> None:
        """Take a scenario out. Its number is not given to another; ``restore`` puts it back.

        Raises:
            NoSuchEntryError: there is none of that number.
            LibraryError: the file cannot be saved to; it is as it was.

        """
        with self._writing() as db:
            self._require(db, id)
            db.table("scenarios").delete(id)

    def restore(self, entry: Entry) -> None:
        """Put a deleted scenario back as it was: number, place and time of saving.

        Raises:
            NameTaken: another scenario has got the name meanwhile.
            LibraryError: it is not deleted, or the file cannot be saved to.

        """
        row = {"id": entry.id, "position": entry.position, "saved_at": entry.saved_at}
        with self._writing() as db:
            if _has(db, entry.id):
                raise LibraryError(f"{self.path}: scenario {entry.id} is not deleted")
            self._refuse_taken(db, entry.scenario.name, None)
            db.table("scenarios").insert({**row, "content": _content(entry.scenario)})

    def _refuse_taken(
        self, db: "Database", name: str, but: int | None, told: Path | None = None
    ) -> None:
        if not name.strip():
            raise LibraryError(f"{told or self.path}: a scenario needs a name")
        question = "SELECT name FROM scenarios WHERE name = ? COLLATE NOCASE AND id IS NOT ?"
        found = db.execute(question, (name, but)).fetchone()
        if found is not None:
            raise NameTaken(f"{told or self.path}: there is already a scenario named “{found[0]}”")

    def _require(self, db: "Database", id: int) -> None:
        if not _has(db, id):
            raise self._no_such(id)

    def _no_such(self, id: int) -> NoSuchEntryError:
        return NoSuchEntryError(f"{self.path}: there is no scenario {id} in it any more")

    # -- the file --------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        assert not self._closed, "the library is closed"
        with (
            library_errors(self.path),
            closing(connect_for_reading(self.path)) as connection,
        ):
            yield connection

    @contextmanager
    def _writing(self, new_as: Path | None = None) -> Iterator["Database"]:
        """One transaction: all that happens inside is in the file afterwards, or none of it.

        Args:
            new_as: where the file is an empty one that is being made: its name to be.

        """
        from sqlite_utils import Database  # pulls in numpy: not before the first save

        assert not self._closed, "the library is closed"
        path = new_as or self.path
        if new_as is None:
            identify(self.path)
        with (
            library_errors(path, saving=True),
            closing(connect_for_writing(self.path)) as connection,
        ):
            db = Database(connection, execute_plugins=False)
            connection.execute("BEGIN IMMEDIATE")
            try:
                refuse_newer(connection, path)
                schema.migrate(connection)
                yield db
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _content(scenario: Scenario) -> str:
    return json.dumps(scenario_to_json(scenario), ensure_ascii=False)


def _has(db: "Database", id: int) -> bool:
    return db.execute("SELECT 1 FROM scenarios WHERE id = ?", (id,)).fetchone() is not None
