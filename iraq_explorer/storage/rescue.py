"""What can still be read of a damaged library, whatever is left of it.

First SQLite is asked, scenario by scenario. Then the pages are read by hand, by the file format
that https://www.sqlite.org/fileformat2.html gives: a page of a table can be read where the way to
it is lost, where the header is, and where the file breaks off behind it. A window that had the
library open adds what it knows.
"""

import contextlib
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from iraq_explorer.storage.library import Library
from iraq_explorer.storage.library_entry import Entry, read_entry
from iraq_explorer.storage.library_file import (
    SQLITE_TROUBLE,
    DamagedLibraryError,
    LibraryError,
    MissingLibraryError,
    tolerant,
)
from iraq_explorer.storage.seat_json import ChamberOf
from iraq_explorer.storage.story_shelf import StoryEntry, read_story, stories_in

_LEAF = 0x0D
"""First byte of a page that holds rows of a table."""
_PAGE_SIZES = tuple(2**power for power in range(9, 17))
_LARGEST = 256 * 1024 * 1024
"""Bytes: a larger file is not taken into memory."""
_ROW = 4
"""How many of the first columns of a row are asked: id, position, time of saving, content."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was found in a damaged library."""

    entries: tuple[Entry, ...]
    """In order, with names and numbers of their own."""
    problems: tuple[str, ...]
    """A sentence for each scenario or story that cannot be read, and for what was done to others.
    """
    stories: tuple[StoryEntry, ...] = ()
    """The stories among it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of a library while it was sound."""

    entries: tuple[Entry, ...] = ()
    stories: tuple[StoryEntry, ...] = ()


NOTHING_KNOWN = Known()


def salvage(path: Path, known: Known = NOTHING_KNOWN) -> Salvage:
    """Read what can be read. The file is not written, and nobody needs to have it closed.

    Args:
        path: the damaged library.
        known: what was read of it before; it counts where the file tells nothing any more.

    Raises:
        LibraryError: the file is missing, cannot be read or is far too large.

    """
    image = _image_of(path)
    asked = _ask(image)
    found = {id: read for id, read in asked.items() if isinstance(read, Entry)}
    lost = {id: read for id, read in asked.items() if isinstance(read, str)}
    told = _ask_for_stories(image)
    stories = {read.id: read for read in told if isinstance(read, StoryEntry)}
    # What was known is newer than what lies on a page that nobody leads to, and less new than what
    # SQLite can still tell.
    for entry in known.entries:
        found.setdefault(entry.id, entry)
    for story in known.stories:
        stories.setdefault(story.id, story)
    if not _is_sound(image):
        for row in _read_pages(image):
            if isinstance(row, Entry):
                found.setdefault(row.id, row)
            else:
                stories.setdefault(row.id, row)
    problems = [
        f"scenario {id} cannot be read: {why}" for id, why in lost.items() if id not in found
    ]
    kept: list[Entry] = []
    taken: set[str] = set()
    for entry in sorted(found.values(), key=lambda one: (one.position, one.id)):
        name = _free_name(entry.scenario.name, taken)
        if name != entry.scenario.name:
            problems.append(f"scenario {entry.id} is now named “{name}”: its name was there twice")
        taken.add(name.casefold())
        kept.append(replace(entry, scenario=replace(entry.scenario, name=name)))
    if len(stories) < len(told):
        problems += [f"{read}: cannot be read" for read in told if isinstance(read, str)]
    in_order = sorted(stories.values(), key=lambda one: (one.position, one.id))
    return Salvage(tuple(kept), tuple(problems), tuple(in_order))


def rescue(
    path: Path,
    into: Path,
    *,
    known: Known = NOTHING_KNOWN,
    chamber_of: ChamberOf | None = None,
) -> Salvage:
    """Write what can be read of a damaged library into a new one; the damaged stays as it is.

    Args:
        path: the damaged library.
        into: the new file.
        known: what was read of the damaged one before.
        chamber_of: the chamber of a scenario, for the seats that are saved beside it.

    Returns:
        What the new library holds, and what could not be read.

    Raises:
        LibraryError: nothing can be read, or the new file cannot be written.

    """
    found = salvage(path, known)
    if not (found.entries or found.stories):
        raise DamagedLibraryError(f"{path}: no scenario in it can be read")
    Library.copy(into, found.entries, found.stories, chamber_of=chamber_of).close()
    return found


def rescue_place(path: Path) -> Path:
    """A free name beside a damaged library for what is rescued of it."""
    number = 1
    while True:
        more = f" {number}" if number > 1 else ""
        place = path.with_name(f"{path.stem} (rescued{more}){path.suffix or '.sqlite'}")
        if not place.exists():
            return place
        number += 1


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted.strip() or "?", 2
    while name.casefold() in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name


def _image_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode):
            raise LibraryError(f"{path}: is no file, but a pipe or a device")
        if found.st_size > _LARGEST:
            raise LibraryError(f"{path}: is too large to be a scenario library")
        return path.read_bytes()
    except FileNotFoundError:
        raise MissingLibraryError(f"{path}: there is no such file") from None
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read: {error.strerror}") from error


# -- asking SQLite -------------------------------------------------------------------------------


def _open(image: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = tolerant
    if len(image) >= 100:
        # As with a rollback journal: a log beside the file is not looked for in memory.
        connection.deserialize(image[:18] + b"\x01\x01" + image[20:])
    return connection


def _is_sound(image: bytes) -> bool:
    with closing(_open(image)) as connection:
        try:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        except SQLITE_TROUBLE:
            return False


def _ask(image: bytes) -> dict[int, Entry | str]:
    """Each scenario that SQLite finds, by number: read, or in words why not."""
    found: dict[int, Entry | str] = {}
    with closing(_open(image)) as connection:
        for order in ("", " ORDER BY id DESC"):  # from both sides, up to the damage
            with contextlib.suppress(*SQLITE_TROUBLE):
                question = f"SELECT id FROM scenarios NOT INDEXED{order}"
                for (id,) in connection.execute(question):
                    if isinstance(id, int) and id not in found:
                        found[id] = _ask_one(connection, id)
    return found


def _ask_for_stories(image: bytes) -> list[StoryEntry | str]:
    with closing(_open(image)) as connection, contextlib.suppress(*SQLITE_TROUBLE):
        return stories_in(connection)
    return []


def _ask_one(connection: sqlite3.Connection, id: int) -> Entry | str:
    question = "SELECT saved_at, position, CAST(content AS BLOB) FROM scenarios WHERE id = ?"
    try:
        row = connection.execute(question, (id,)).fetchone()
    except SQLITE_TROUBLE as error:
        return str(error)
    return "its row is gone" if row is None else read_entry(id, *row)


# -- reading pages -------------------------------------------------------------------------------


def _read_pages(image: bytes) -> Iterator[Entry | StoryEntry]:
    """Every scenario and story on any page that looks like one of a table, whoever leads to it."""
    size = int.from_bytes(image[16:18]) if len(image) >= 18 else 0
    size = 65536 if size == 1 else size
    # The header may be what is damaged: then the size is the one that gives most.
    sizes = (size,) if size in _PAGE_SIZES else ()
    best: list[Entry | StoryEntry] = []
    for tried in (*sizes, *(other for other in _PAGE_SIZES if other not in sizes)):
        read = list(_Pages(image, tried).entries())
        if len(read) > len(best):
            best = read
        if best and tried == size:
            break
    yield from best


class _Pages:
    def __init__(self, image: bytes, size: int) -> None:
        self._image = image
        self._size = size

    def entries(self) -> Iterator[Entry | StoryEntry]:
        for start in range(0, len(self._image), self._size):
            page = self._image[start : start + self._size]
            head = 100 if start == 0 else 0
            if len(page) < head + 8 or page[head] != _LEAF:
                continue
            cells = min(int.from_bytes(page[head + 3 : head + 5]), (len(page) - head - 8) // 2)
            for cell in range(cells):
                pointer = head + 8 + 2 * cell
                with contextlib.suppress(IndexError, ValueError):
                    entry = self._row(page, int.from_bytes(page[pointer : pointer + 2]))
                    if entry is not None:
                        yield entry

    def _row(self, page: bytes, at: int) -> Entry | StoryEntry | None:
        length, at = _varint(page, at)
        id, at = _varint(page, at)
        if not 0 < length <= len(self._image):
            return None
        record = self._payload(page, at, length)
        header, at = _varint(record, 0)
        kinds: list[int] = []
        while at < header and len(kinds) < _ROW:
            kind, at = _varint(record, at)
            kinds.append(kind)
        if len(kinds) < _ROW:
            return None
        values: list[object] = []
        at = header
        for kind in kinds:
            value, at = _value(record, at, kind)
            values.append(value)
        _, position, saved_at, content = values
        # Both tables begin with the same columns.
        entry = read_entry(id, saved_at, position, content)
        if isinstance(entry, Entry):
            return entry
        story = read_story(id, "", saved_at, position, content)
        return story if isinstance(story, StoryEntry) else None

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """A row's bytes, those that lie on overflow pages too; fewer where these are lost."""
        most, least = self._size - 35, (self._size - 12) * 32 // 255 - 23
        if length <= most:
            return page[at : at + length]
        local = least + (length - least) % (self._size - 4)
        local = local if local <= most else least
        parts = [page[at : at + local]]
        following = int.from_bytes(page[at + local : at + local + 4])
        missing = length - local
        seen: set[int] = set()
        while missing > 0 and following > 0 and following not in seen:
            seen.add(following)
            start = (following - 1) * self._size
            over = self._image[start : start + self._size]
            parts.append(over[4 : 4 + min(missing, self._size - 4)])
            missing -= self._size - 4
            following = int.from_bytes(over[:4])
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _value(record: bytes, at: int, kind: int) -> tuple[object, int]:
    """A column's value and where the next one begins."""
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in (1, 2, 3, 4, 5, 6):
        width = (1, 2, 3, 4, 6, 8)[kind - 1]
        return int.from_bytes(record[at : at + width], signed=True), at + width
    if kind >= 13 and kind % 2:
        width = (kind - 13) // 2
        raw = record[at : at + width]
        if len(raw) < width:
            raise ValueError("the row breaks off")
        return raw.decode("utf-8"), at + width
    raise ValueError("no value of the table")
