"""The stories of a library: its verbs for them, by the same rules as those for scenarios.

Reading never writes. A save is one transaction, and what another window saved meanwhile is not
overwritten.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from iraq_explorer.core.story import Story
from iraq_explorer.storage.library_file import (
    ChangedMeanwhileError,
    LibraryError,
    NoSuchEntryError,
    reading,
    writing,
)
from iraq_explorer.storage.seat_json import ChamberOf, add_missing_seats
from iraq_explorer.storage.story_json import story_from_json, story_to_json


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as it lies in the library."""

    id: int
    story: Story
    saved_at: str
    """When it was last saved, ``2010-10-01T12:00:00Z``."""
    position: int
    """Its place in the list."""


class StoryShelf:
    """The stories in a library's file. Nothing is held open between two questions."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = _now,
        chamber_of: ChamberOf | None = None,
    ) -> None:
        """Work with a library that is there.

        Args:
            path: the library's file.
            clock: tells the time of saves.
            chamber_of: the chamber of a scenario, where a save brings an older file up to date.

        """
        self.path = path
        self._clock = clock
        self._chamber_of = chamber_of

    # -- reading ---------------------------------------------------------------------------

    def entries(self, *, patience: float | None = None) -> tuple[StoryEntry, ...]:
        """Every story that can be read, in order; ``problems`` tells of the others.

        Args:
            patience: seconds to wait for another program that is just writing the file.

        Raises:
            LibraryError: the file cannot be read.

        """
        return tuple(read for read in self._rows(patience) if isinstance(read, StoryEntry))

    def problems(self) -> tuple[str, ...]:
        """A sentence for each story that cannot be read, naming file, record and field.

        Raises:
            LibraryError: the file cannot be read.

        """
        return tuple(f"{self.path}: {read}" for read in self._rows() if isinstance(read, str))

    def _rows(self, patience: float | None = None) -> list[StoryEntry | str]:
        with reading(self.path, patience=patience) as connection:
            return stories_in(connection)

    # -- writing ---------------------------------------------------------------------------

    def save(self, story: Story, id: int | None = None, *, was: Story | None = None) -> int:
        """Put a story in, last, or in the place of the one with that number.

        Args:
            story: what is saved.
            id: the number of the entry it replaces.
            was: what that entry held when it was read: another one there is not overwritten.

        Returns:
            Its number.

        Raises:
            NoSuchEntryError: there is none of that number.
            ChangedMeanwhileError: the entry is no longer what it was.
            LibraryError: it has no title, or the file cannot be saved to; it is as it was.

        """
        if not story.title.strip():
            raise LibraryError(f"{self.path}: a story needs a title")
        moment = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        row = (moment.removesuffix("+00:00") + "Z", _text(story))
        with writing(self.path, self._clock().date()) as connection:
            add_missing_seats(connection, self._chamber_of)
            if id is not None:
                self._require(connection, id, was)
                connection.execute(
                    "UPDATE stories SET saved_at = ?, content = ? WHERE id = ?", (*row, id)
                )
                return id
            added = connection.execute(
                "INSERT INTO stories (position, saved_at, content) VALUES"
                " ((SELECT coalesce(max(position), 0) + 1 FROM stories), ?, ?)",
                row,
            )
            return int(added.lastrowid or 0)

    def delete(self, id: int, *, was: Story | None = None) -> None:
        """Take a story out. Its number is not given to another; ``restore`` puts it back.

        Raises:
            NoSuchEntryError: there is none of that number.
            ChangedMeanwhileError: the entry is no longer what it was.
            LibraryError: the file cannot be saved to; it is as it was.

        """
        with writing(self.path, self._clock().date()) as connection:
            self._require(connection, id, was)
            connection.execute("DELETE FROM stories WHERE id = ?", (id,))

    def restore(self, entry: StoryEntry) -> None:
        """Put a deleted story back as it was: number, place and time of saving.

        Raises:
            LibraryError: it is not deleted, or the file cannot be saved to.

        """
        with writing(self.path, self._clock().date()) as connection:
            question = "SELECT 1 FROM stories WHERE id = ?"
            if connection.execute(question, (entry.id,)).fetchone() is not None:
                raise LibraryError(f"{self.path}: story {entry.id} is not deleted")
            connection.execute(
                "INSERT INTO stories (id, position, saved_at, content) VALUES (?, ?, ?, ?)",
                (entry.id, entry.position, entry.saved_at, _text(entry.story)),
            )

    def put_back(self, entries: Iterable[StoryEntry]) -> int:
        """Put stories into a library that was made anew; those that it has already are left.

        Returns:
            How many were put in.

        Raises:
            LibraryError: the file cannot be saved to.

        """
        with writing(self.path, self._clock().date()) as connection:
            return insert_stories(connection, entries)

    def _require(self, connection: sqlite3.Connection, id: int, was: Story | None) -> None:
        question = "SELECT CAST(content AS BLOB) FROM stories WHERE id = ?"
        found = connection.execute(question, (id,)).fetchone()
        if found is None:
            raise NoSuchEntryError(f"{self.path}: there is no story {id} in it any more")
        if was is None:
            return
        try:
            same = story_from_json(json.loads(found[0])) == was
        except (ValueError, RecursionError):
            same = False
        if not same:
            raise ChangedMeanwhileError(
                f"{self.path}: story {id} was changed meanwhile by another window or program"
            )


def _text(story: Story) -> str:
    return json.dumps(story_to_json(story), ensure_ascii=False)


def insert_stories(connection: sqlite3.Connection, entries: Iterable[StoryEntry]) -> int:
    """Put stories into an open library as they were; those it has already are left.

    Returns:
        How many were put in.

    """
    before = connection.total_changes
    connection.executemany(
        "INSERT OR IGNORE INTO stories (id, position, saved_at, content) VALUES (?, ?, ?, ?)",
        [(one.id, one.position, one.saved_at, _text(one.story)) for one in entries],
    )
    return connection.total_changes - before


def stories_in(connection: sqlite3.Connection) -> list[StoryEntry | str]:
    """The stories of an open library, in order: read, or in words why not."""
    question = (
        "SELECT id, title, saved_at, position, CAST(content AS BLOB) FROM stories"
        " ORDER BY position, id"
    )
    return [read_story(*row) for row in connection.execute(question).fetchall()]


def read_story(
    id: int, title: object, saved_at: object, position: object, content: object
) -> StoryEntry | str:
    """The story of a row, or in words what is wrong with it."""
    named = f"story {id} ({title})"
    if not isinstance(content, bytes | str) or not isinstance(saved_at, str):
        return f"{named}: there is no content, or its time of saving cannot be read"
    if not isinstance(position, int):
        return f"{named}: its place cannot be read"
    try:
        return StoryEntry(id, story_from_json(json.loads(content)), saved_at, position)
    except RecursionError:
        return f"{named}: is nested too deeply"
    except ValueError as error:
        return f"{named}: {error}"
