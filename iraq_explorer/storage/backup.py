"""A copy of a library, made before its file is brought to a newer format."""

import contextlib
import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Have a new name in a folder survive a loss of power, where the system can do that."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def back_up(connection: sqlite3.Connection, path: Path, version: int, day: date) -> Path:
    """Copy a library beside itself, under a name that says its format and the day.

    Args:
        connection: one that reads the file and changes nothing.
        path: the file.
        version: the format it has.
        day: when the copy is made.

    Returns:
        The copy: ``scenarios (format 1, 2026-11-22).sqlite``.

    Raises:
        OSError: it cannot be written there.
        sqlite3.Error: the file cannot be read, or there is no room.

    """
    named = f"{path.stem} (format {version}, {day.isoformat()}"
    number = 1
    while True:
        copy = path.with_name(f"{named}{f', {number}' if number > 1 else ''}){path.suffix}")
        try:
            copy.touch(exist_ok=False)
            break
        except FileExistsError:
            number += 1
    try:
        # Through SQLite: opening the file by hand and closing it would drop SQLite's own locks.
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            connection.backup(target)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        sync_folder(copy.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            copy.unlink()
        raise
    return copy
