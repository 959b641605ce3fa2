"""A library's SQLite file: opened without a trace, known by its header, its errors in words.

SQLite itself is asked only once the first bytes say that the file is one of ours, so that another
program's file is not touched, not even by a recovery that SQLite would do on opening it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from iraq_explorer.storage import schema

PATIENCE = 2.0
"""Seconds to wait for another program that is just writing the file."""
WRITE_MODE = "rw"
"""SQLite's open mode for saving: never creates a file."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


class LibraryError(Exception):
    """A known trouble with a library file. The message names the file and can be shown as it is."""


class MissingLibraryError(LibraryError):
    """There is no file of that name."""


class ForeignLibraryError(LibraryError):
    """The file is something else: no database, or another program's."""


class NewerLibraryError(LibraryError):
    """A newer version of this program wrote the file."""


class DamagedLibraryError(LibraryError):
    """The file, or one record of it, cannot be read any more."""


class LockedLibraryError(LibraryError):
    """Another program is writing the file."""


class ReadOnlyLibraryError(LibraryError):
    """The file can be read but not saved to."""


class NoSuchEntryError(LibraryError):
    """The library has no scenario of that number (any more)."""


class NameTaken(LibraryError):  # noqa: N818 - says what happened
    """Another scenario in the library has the name; capital letters make no difference."""


def _connect(path: Path, mode: str, extra: str = "") -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}{extra}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """A connection with rollback journal and full sync, outside of any transaction."""
    connection = _connect(path, WRITE_MODE)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, to tables of the newest version.

    An older file is read through a copy in memory that is brought up to date; the file itself
    follows with the next save.
    """
    # A file that some tool switched to write-ahead logging would get two more files beside it
    # by being read; as long as its log is empty they are not needed.
    log = path.with_name(path.name + "-wal")
    settled = identify(path) and not (log.exists() and log.stat().st_size)
    connection = _connect(path, "ro", "&immutable=1" if settled else "")
    try:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            connection.close()
            _finish_interrupted_save(path)
            connection = _connect(path, "ro")
        refuse_newer(connection, path)
        if schema.version_of(connection) < schema.newest_version():
            copy = sqlite3.connect(":memory:", isolation_level=None)
            copy.text_factory = connection.text_factory
            connection.backup(copy)
            connection.close()
            connection = copy
            schema.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _finish_interrupted_save(path: Path) -> None:
    """Let SQLite put the file back to what it was before a save that a crash cut off."""
    with closing(_connect(path, WRITE_MODE)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def identify(path: Path) -> bool:
    """Look at the first bytes, before SQLite may touch the file.

    Returns:
        Whether the file is in write-ahead mode.

    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise MissingLibraryError(f"{path}: there is no such file") from None
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read: {error.strerror}") from error
    if not header:
        raise ForeignLibraryError(f"{path}: the file is empty, not a scenario library")
    if not header.startswith(_MAGIC):
        raise ForeignLibraryError(f"{path}: is not a scenario library, nor any SQLite file")
    if len(header) < _HEADER:
        raise DamagedLibraryError(f"{path}: the file is damaged: it breaks off in its header")
    if int.from_bytes(header[68:72]) != schema.APPLICATION_ID:
        raise ForeignLibraryError(
            f"{path}: is an SQLite file of another program, not a scenario library"
        )
    _refuse_newer_version(int.from_bytes(header[60:64]), path)
    return header[18] == 2


def refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ``NewerLibraryError`` where the file has a version that this program cannot know."""
    _refuse_newer_version(schema.version_of(connection), path)


def _refuse_newer_version(version: int, path: Path) -> None:
    if version > schema.newest_version():
        raise NewerLibraryError(
            f"{path}: was saved by a newer Iraq Explorer (format {version}; this one reads up to "
            f"{schema.newest_version()}): please update the program"
        )


@contextmanager
def library_errors(path: Path, saving: bool = False) -> Iterator[None]:
    """Turn what SQLite says of a file into a known error; what it says of our SQL stays a bug."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        kind, text = _known(code, path, saving)
        if kind is None:
            raise
        detail = f" ({error})" if kind in (DamagedLibraryError, LibraryError) else ""
        raise kind(f"{path}: {text}{detail}") from error


def _known(code: int, path: Path, saving: bool) -> tuple[type[LibraryError] | None, str]:
    unchanged = "; the file is as it was"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedLibraryError, "another program is just writing this file; try again"
    if code == sqlite3.SQLITE_CANTOPEN and not path.exists():
        return MissingLibraryError, "the file is gone"
    if code == sqlite3.SQLITE_READONLY and not saving:
        return ReadOnlyLibraryError, (
            "a save was cut off here, and the file cannot be put right because it is read-only"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM) or (
        saving and code == sqlite3.SQLITE_CANTOPEN
    ):
        return ReadOnlyLibraryError, f"the file or its folder is read-only{unchanged}"
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedLibraryError, "the file is damaged"
    if code == sqlite3.SQLITE_FULL:
        return LibraryError, f"no room left on the disk{unchanged}"
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        verb = "saved" if saving else "read"
        return LibraryError, f"cannot be {verb}{unchanged if saving else ''}"
    return None, ""
