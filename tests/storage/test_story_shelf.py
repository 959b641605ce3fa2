"""The verbs of a library for stories."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iraq_explorer.core.story import Step, Story
from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.library import Library, LibraryError
from iraq_explorer.storage.library_file import ChangedMeanwhileError, NoSuchEntryError
from iraq_explorer.storage.rescue import Known, rescue, salvage
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.storage.story_shelf import StoryEntry, StoryShelf

DATASET = shipped_dataset()
ONE = Story("One", (Step("First", "maliki_sadr_2010", "Text."),))
TWO = Story("Two")


@pytest.fixture
def shelf(tmp_path: Path) -> StoryShelf:
    path = tmp_path / "scenarios.sqlite"
    Library.create(path, DATASET.scenarios.values(), chamber_of=DATASET.chamber_of).close()
    return StoryShelf(path, clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def test_what_is_saved_is_there_in_its_order(shelf: StoryShelf) -> None:
    first, second = shelf.save(ONE), shelf.save(TWO)
    at = "2026-11-22T12:00:00Z"
    assert shelf.entries() == (StoryEntry(first, ONE, at, 1), StoryEntry(second, TWO, at, 2))
    assert shelf.problems() == ()
    changed = ONE.insert(1, Step("More", "sofa_2008"))
    assert shelf.save(changed, first, was=ONE) == first
    assert [entry.story for entry in shelf.entries()] == [changed, TWO]


def test_reading_writes_nothing(shelf: StoryShelf) -> None:
    shelf.save(ONE)
    before = shelf.path.read_bytes()
    shelf.entries()
    shelf.problems()
    assert shelf.path.read_bytes() == before
    assert [file.name for file in shelf.path.parent.iterdir()] == [shelf.path.name]


def test_a_deleted_story_comes_back_with_number_and_place(shelf: StoryShelf) -> None:
    first = shelf.save(ONE)
    shelf.save(TWO)
    entry = shelf.entries()[0]
    shelf.delete(first, was=ONE)
    assert [held.story for held in shelf.entries()] == [TWO]
    shelf.restore(entry)
    assert shelf.entries()[0] == entry
    with pytest.raises(LibraryError, match="is not deleted"):
        shelf.restore(entry)


def test_what_another_window_saved_is_not_overwritten(shelf: StoryShelf) -> None:
    number = shelf.save(ONE)
    theirs = replace(ONE, summary="Theirs")
    shelf.save(theirs, number)
    with pytest.raises(ChangedMeanwhileError):
        shelf.save(replace(ONE, summary="Mine"), number, was=ONE)
    with pytest.raises(ChangedMeanwhileError):
        shelf.delete(number, was=ONE)
    assert shelf.entries()[0].story == theirs
    shelf.delete(number)
    with pytest.raises(NoSuchEntryError):
        shelf.save(ONE, number)


def test_a_story_needs_a_title(shelf: StoryShelf) -> None:
    with pytest.raises(LibraryError, match="needs a title"):
        shelf.save(Story("  "))


def test_a_story_that_cannot_be_read_is_told_and_the_others_are_there(shelf: StoryShelf) -> None:
    number = shelf.save(ONE)
    shelf.save(TWO)
    with closing(sqlite3.connect(shelf.path)) as connection, connection:
        connection.execute(
            "UPDATE stories SET content = json_remove(content, '$.steps[0].built_in')"
            f" WHERE id = {number}"
        )
    assert [entry.story for entry in shelf.entries()] == [TWO]
    assert shelf.problems() == (
        f"{shelf.path}: story {number} (One): steps[0].built_in: is missing",
    )


def test_a_check_of_the_library_looks_at_stories_too(shelf: StoryShelf) -> None:
    assert check_library(shelf.path, DATASET).faults == ()
    number = shelf.save(Story("Strange", (Step("First", "beirut"),)))
    assert check_library(shelf.path, DATASET).faults == (
        f"story {number} (Strange): steps[0].scenario: 'beirut' is not a built-in scenario",
    )


def test_a_rescue_takes_the_stories_along(shelf: StoryShelf, tmp_path: Path) -> None:
    shelf.save(ONE)
    shelf.save(TWO)
    image = bytearray(shelf.path.read_bytes())
    with closing(sqlite3.connect(shelf.path)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'scenario_names'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    image[(root - 1) * size : root * size] = b"\xff" * size
    shelf.path.write_bytes(image)
    into = tmp_path / "rescued.sqlite"
    found = rescue(shelf.path, into)
    assert len(found.entries) == len(DATASET.scenarios)
    assert [entry.story for entry in found.stories] == [ONE, TWO]
    assert StoryShelf(into).entries() == found.stories
    assert StoryShelf(into).put_back(found.stories) == 0


def test_stories_are_found_on_their_pages_where_the_way_to_them_is_lost(
    shelf: StoryShelf, tmp_path: Path
) -> None:
    shelf.save(ONE)
    long = replace(TWO, title="Long", steps=(Step("A step", "cabinet_2006", "Text. " * 3000),))
    shelf.save(long)
    image = shelf.path.read_bytes()
    shelf.path.write_bytes(bytes(4096) + image[4096:])
    found = rescue(shelf.path, tmp_path / "rescued.sqlite")
    assert len(found.entries) == len(DATASET.scenarios)
    assert [entry.story for entry in StoryShelf(tmp_path / "rescued.sqlite").entries()] == [
        ONE, long,
    ]  # fmt: skip


def test_what_a_window_knows_completes_what_can_be_read(shelf: StoryShelf, tmp_path: Path) -> None:
    shelf.save(ONE)
    with Library.open(shelf.path) as library:
        known = Known(library.entries(), shelf.entries())
        newer = replace(library.load(1), note="saved since")
        library.save(newer, 1)
    whole = salvage(shelf.path, known)
    assert whole.entries[0].scenario == newer, "what the file tells is newer"
    shelf.path.write_bytes(b"nothing of it is left")
    found = rescue(shelf.path, tmp_path / "rescued.sqlite", known=known)
    assert (found.entries, found.stories, found.problems) == (known.entries, known.stories, ())


def test_plain_sqlite_reads_the_steps(shelf: StoryShelf) -> None:
    own = DATASET.scenarios["sofa_2008"]
    shelf.save(ONE.insert(1, Step("Own", own, question="Who?")))
    with closing(sqlite3.connect(shelf.path)) as connection:
        rows = connection.execute(
            "SELECT story, position, title, text, question, scenario, date FROM story_steps"
        ).fetchall()
    assert rows == [
        ("One", 0, "First", "Text.", "", "maliki_sadr_2010", None),
        ("One", 1, "Own", "", "Who?", own.name, own.date.text),
    ]
