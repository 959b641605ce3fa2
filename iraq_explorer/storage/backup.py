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
    # Under another name until it is whole: a crash must not leave half a copy that looks like one.
    fresh = path.with_name(f".{path.name}.{os.getpid()}.copy")
    try:
        fresh.unlink(missing_ok=True)
        # Through SQLite: opening the file by hand and closing it would drop SQLite's own locks.
        with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
            connection.backup(target)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        copy = _free_name(path, f"format {version}, {day.isoformat()}")
        fresh.replace(copy)
        sync_folder(copy.parent)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return copy


def _free_name(path: Path, told: str) -> Path:
    number = 1
    while True:
        more = f", {number}" if number > 1 else ""
        copy = path.with_name(f"{path.stem} ({told}{more}){path.suffix}")
        if not copy.exists():
            return copy
        number += 1
