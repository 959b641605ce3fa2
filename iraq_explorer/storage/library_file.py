"""A library's SQLite file: opened without a trace, known by its header, its errors in words.

SQLite itself is asked only once the first bytes say that the file is one of ours, so that another
program's file is not touched, not even by a recovery that SQLite would do on opening it.
"""

import contextlib
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from iraq_explorer.storage import schema
from iraq_explorer.storage.backup import back_up

PATIENCE = 2.0
"""Seconds to wait for another program that is just writing the file."""
WRITE_MODE = "rw"
"""SQLite's open mode for saving: never creates a file."""

SQLITE_TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What is raised on a damaged file; the second where SQLite's message quotes what is no text."""

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


class UnwritableLibraryError(LibraryError):
    """The file cannot be saved to: no right, no room, or the disk fails. It is as it was."""


class ReadOnlyLibraryError(UnwritableLibraryError):
    """The file can be read but not saved to."""


class ReplacedLibraryError(LibraryError):
    """Another file was put in this one's place while it was being saved to."""


class NoSuchEntryError(LibraryError):
    """The library has no scenario of that number (any more)."""


class ChangedMeanwhileError(LibraryError):
    """Somebody else has saved the same scenario since it was read; nothing was written."""


class NameTaken(LibraryError):  # noqa: N818 - says what happened
    """Another scenario in the library has the name; capital letters make no difference."""


def tolerant(raw: bytes) -> str:
    """Text as SQLite holds it; what is no UTF-8 in it shows as such and stops nothing."""
    return raw.decode("utf-8", "replace")


def _connect(
    path: Path, mode: str, extra: str = "", patience: float | None = None
) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}{extra}"
    seconds = PATIENCE if patience is None else patience
    connection = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)
    connection.text_factory = tolerant
    # In a damaged file, a cell that does not fit its page is to be an error at once.
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


@contextmanager
def reading(
    path: Path, *, as_it_is: bool = False, patience: float | None = None
) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, closed at the end.

    Args:
        path: the file.
        as_it_is: whether an older file is to be seen with the tables of its own format.
        patience: seconds to wait for another program that is just writing it.

    Raises:
        LibraryError: what is wrong with the file.

    """
    with (
        library_errors(path),
        closing(connect_for_reading(path, as_it_is=as_it_is, patience=patience)) as connection,
        _damage_told(connection, path),
    ):
        yield connection


@contextmanager
def writing(path: Path, day: date, told: Path | None = None) -> Iterator[sqlite3.Connection]:
    """One transaction: all that happens inside is in the file afterwards, or none of it.

    A file of an older format is brought to the newest one, and a copy of it is made first.

    Args:
        path: the file; an empty one gets its tables.
        day: for the copy's name.
        told: the file's name to be, where it is being made under another.

    Raises:
        LibraryError: what is wrong with the file; it is as it was.

    """
    copy: Path | None = None
    shown = told or path
    if told is None:
        identify(path)
    with library_errors(shown, saving=True), closing(connect_for_writing(path)) as connection:
        before = _place_of(path)
        connection.execute("BEGIN IMMEDIATE")
        try:
            with _damage_told(connection, shown):
                refuse_newer(connection, shown)
                version = schema.version_of(connection)
                if 0 < version < schema.newest_version():
                    copy = _copy_before_change(path, version, day)
                schema.migrate(connection)
                yield connection
                connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if copy is not None:  # the file has its old format still
                with contextlib.suppress(OSError):
                    copy.unlink()
            raise
    if _place_of(path) != before:
        raise ReplacedLibraryError(
            f"{shown}: another program put another file here just while this one was saved; "
            "please save again"
        )


def _copy_before_change(path: Path, version: int, day: date) -> Path:
    try:
        with closing(_connect(path, "ro")) as other:
            return back_up(other, path, version, day)
    except OSError as error:
        raise UnwritableLibraryError(
            f"{path}: no copy of it can be made before its format is changed: {error.strerror}; "
            "the file is as it was"
        ) from error


def _place_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def state_of(path: Path) -> tuple[int, ...] | None:
    """Figures that are others as soon as somebody saved to the file; ``None`` where it is gone.

    SQLite counts changes in the header, also where the clock of the file system is coarse. Not to
    be asked while this process saves: closing the file here would drop SQLite's lock.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return (0,)
        with path.open("rb") as file:
            counter = int.from_bytes(file.read(_HEADER)[24:28])
    except FileNotFoundError:
        return None
    except OSError:
        return (0,)
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, counter, *_log_of(path))


def _log_of(path: Path) -> tuple[int, ...]:
    """Size and time of the log of a file that some tool switched to write-ahead mode, if any."""
    try:
        file = path.resolve()  # SQLite has it beside the file that a link leads to
        found = file.with_name(file.name + "-wal").stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns


@contextmanager
def _damage_told(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Tell damage by what SQLite says where tables, records or indexes are not as they were made.

    An error of that kind in a sound file is a mistake in our SQL, and stays a bug.
    """
    try:
        yield
    except sqlite3.Error as error:
        if _known(_code(error), path, saving=True)[0] is None:
            fault = _fault_of(connection)
            if fault:
                raise DamagedLibraryError(f"{path}: the file is damaged ({fault})") from error
        raise


def _fault_of(connection: sqlite3.Connection) -> str:
    try:
        answer = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        faults = () if answer != "ok" else schema.structure_faults(connection)
    except SQLITE_TROUBLE as error:
        return str(error)
    return answer if answer != "ok" else next(iter(faults), "")


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """A connection with rollback journal and full sync, outside of any transaction."""
    connection = _connect(path, WRITE_MODE)
    try:
        with _damage_told(connection, path):
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(
    path: Path, *, as_it_is: bool = False, patience: float | None = None
) -> sqlite3.Connection:
    """A connection that cannot write, to tables of the newest version.

    An older file is read through a copy in memory that is brought up to date, unless it is wanted
    as it is; the file itself follows with the next save.
    """
    # A file that some tool switched to write-ahead logging would get two more files beside it
    # by being read; as long as its log is empty they are not needed.
    settled = identify(path) and not any(_log_of(path)[:1])
    connection = _connect(path, "ro", "&immutable=1" if settled else "", patience)
    try:
        try:
            with _damage_told(connection, path):
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            connection.close()
            _finish_interrupted_save(path)
            connection = _connect(path, "ro")
        refuse_newer(connection, path)
        if schema.version_of(connection) < schema.newest_version() and not as_it_is:
            copy = sqlite3.connect(":memory:", isolation_level=None)
            copy.text_factory = connection.text_factory
            connection.backup(copy)
            connection.close()
            connection = copy
            with _damage_told(connection, path):
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
        kind = path.stat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise ForeignLibraryError(f"{path}: is no file, but a pipe or a device")
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
        kind, text = _known(_code(error), path, saving)
        if kind is None:
            raise
        plain = (LockedLibraryError, MissingLibraryError, ReadOnlyLibraryError)
        detail = "" if kind in plain else f" ({error})"
        raise kind(f"{path}: {text}{detail}") from error
    except UnicodeDecodeError as error:  # Python cannot read the message that quotes the damage
        raise DamagedLibraryError(f"{path}: the file is damaged") from error


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


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
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG):
        return DamagedLibraryError, "the file is damaged"
    if code == sqlite3.SQLITE_FULL:
        return UnwritableLibraryError, f"no room left on the disk{unchanged}"
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        if saving:
            return UnwritableLibraryError, f"cannot be saved{unchanged}"
        return LibraryError, "cannot be read"
    return None, ""
