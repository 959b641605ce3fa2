"""Files of earlier formats, the copy before a change, and what other programs read."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iraq_explorer.core.story import Step, Story
from iraq_explorer.storage import library_file, schema
from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.library import DamagedLibraryError, Library, LibraryError
from iraq_explorer.storage.rescue import rescue
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.storage.story_shelf import StoryShelf

SAMPLES = Path(__file__).resolve().parent / "samples"
DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]


def at_noon() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def open_library(path: Path) -> Library:
    return Library.open(path, clock=at_noon, chamber_of=DATASET.chamber_of)


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


@pytest.fixture(params=sorted(SAMPLES.glob("*.sqlite")), ids=lambda file: file.stem)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "scenarios.sqlite"))


def test_every_format_has_its_sample() -> None:
    versions = {ask(file, "PRAGMA user_version")[0][0] for file in SAMPLES.glob("*.sqlite")}
    assert versions == set(range(1, schema.newest_version() + 1))


def test_a_file_of_any_format_opens_and_stays_as_it_is_until_something_is_saved(
    sample: Path,
) -> None:
    before = sample.read_bytes()
    with open_library(sample) as library:
        entries = library.entries()
        assert library.problems() == ()
    assert {entry.scenario.name for entry in entries} >= {
        "كتلة my own",
        "A long note",
        OPENING.name,
    }
    long = next(entry for entry in entries if entry.scenario.name == "A long note")
    assert long.scenario.note == "Long. " * 3000
    assert long.saved_at == "2026-11-22T09:30:00Z"
    assert sample.read_bytes() == before
    assert [file.name for file in sample.parent.iterdir()] == [sample.name]


def test_a_save_brings_a_file_of_any_format_up_to_date_and_changes_nothing_else(
    sample: Path,
) -> None:
    with open_library(sample) as library:
        before = library.entries()
        library.save(replace(OPENING, name="New", origin=""))
        assert library.entries()[:-1] == before
    assert ask(sample, "PRAGMA user_version") == [(schema.newest_version(),)]
    assert ask(sample, "PRAGMA integrity_check") == [("ok",)]
    with closing(sqlite3.connect(sample)) as connection:
        assert schema.structure_faults(connection) == ()
    assert ask(sample, "SELECT count(*) FROM scenarios WHERE seats IS NULL") == [(0,)]


def test_a_copy_named_by_format_and_day_is_made_before_the_format_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.sqlite"
    with Library.create(path, [OPENING], clock=at_noon) as library:
        version = schema.newest_version()
        monkeypatch.setattr(
            schema,
            "MIGRATIONS",
            (*schema.MIGRATIONS, ("ALTER TABLE scenarios ADD COLUMN added TEXT DEFAULT 'yes'",)),
        )
        before = path.read_bytes()
        library.entries()
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        library.save(replace(OPENING, name="New"))
        library.save(replace(OPENING, name="Newer"))
    copy = tmp_path / f"mine (format {version}, 2026-11-22).sqlite"
    assert sorted(tmp_path.iterdir()) == sorted([path, copy])
    assert ask(path, "SELECT DISTINCT added FROM scenarios") == [("yes",)]
    monkeypatch.undo()
    assert ask(copy, "PRAGMA user_version") == [(version,)]
    with Library.open(copy) as library:
        assert [entry.scenario for entry in library.entries()] == [OPENING]
    assert len(copy.read_bytes()) == len(before)


def test_a_second_copy_of_the_same_day_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "scenarios.sqlite"
    for _ in range(2):
        shutil.copy(SAMPLES / "v1.sqlite", path)
        with open_library(path) as library:
            library.save(replace(OPENING, name="New"))
    assert {file.name for file in tmp_path.iterdir()} == {
        "scenarios.sqlite",
        "scenarios (format 1, 2026-11-22).sqlite",
        "scenarios (format 1, 2026-11-22, 2).sqlite",
    }


def test_where_no_copy_can_be_made_the_format_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(SAMPLES / "v1.sqlite", tmp_path / "scenarios.sqlite"))
    before = path.read_bytes()

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library_file, "back_up", full)
    with open_library(path) as library, pytest.raises(LibraryError, match=r"no copy.*No space"):
        library.save(replace(OPENING, name="New"))
    assert path.read_bytes() == before


def test_plain_sqlite_adds_up_the_seats(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    everyone = DATASET.scenarios.values()
    Library.create(path, everyone, chamber_of=DATASET.chamber_of).close()
    question = "SELECT scenario, coalition_id, coalition, seats, quota, members FROM seat_totals"
    expected = []
    for scenario in everyone:
        chamber = DATASET.chamber_of(scenario)
        quota, totals = scenario.quota(chamber), scenario.totals(chamber)
        for coalition in scenario.coalitions:
            told = (coalition.id, coalition.name, totals[coalition.id], quota, chamber.seats)
            expected.append((scenario.name, *told))
        if scenario.blocs_of(None, chamber):
            expected.append((scenario.name, None, None, totals[None], None, chamber.seats))
    assert ask(path, question) == expected
    assert ask(path, "SELECT sum(seats) FROM blocs GROUP BY scenario_id") == [
        (DATASET.chamber_of(scenario).seats,) for scenario in everyone
    ]


def test_seats_follow_each_save_in_the_same_statement(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    totals = "SELECT coalition, seats, quota FROM seat_totals WHERE coalition_id = 'sol'"
    with Library.create(path, [OPENING], chamber_of=DATASET.chamber_of) as library:
        assert ask(path, totals) == [(OPENING.coalition_by_id["sol"].name, 129, 163)]
        moved = OPENING.move(["ina10_badr"], "sol").with_quota(200)
        library.save(moved, 1)
        seats = moved.totals(DATASET.chamber_of(moved))["sol"]
        assert ask(path, totals) == [(OPENING.coalition_by_id["sol"].name, seats, 200)]
        strange = replace(OPENING, name="Beirut", chamber="leb2009", coalitions=(), membership={})
        number = library.save(strange)
    assert ask(path, f"SELECT seats, quota FROM scenarios WHERE id = {number}") == [(None, None)]
    with closing(sqlite3.connect(path)) as connection, connection:
        # Another program that moves a bloc moves its seats: who is where is told by content alone.
        connection.execute(
            "UPDATE scenarios SET content = json_set(content, '$.coalitions[0].name', 'Ours')"
        )
    assert ask(path, totals)[0][0] == "Ours"


@pytest.mark.parametrize("version", range(schema.newest_version()))
def test_a_file_that_says_it_has_an_earlier_format_than_it_has_is_damaged_and_can_be_rescued(
    version: int, tmp_path: Path
) -> None:
    """A turned bit in the header does that."""
    path = tmp_path / "scenarios.sqlite"
    with Library.create(path, DATASET.scenarios.values(), chamber_of=DATASET.chamber_of) as made:
        entries = made.entries()
    content = bytearray(path.read_bytes())
    content[60:64] = version.to_bytes(4)
    path.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match="the file is damaged"):
        open_library(path)
    with pytest.raises(DamagedLibraryError, match="the file is damaged"):
        StoryShelf(path).save(Story("Mine", (Step("One", "cabinet_2006"),)))
    assert any("later format" in fault for fault in check_library(path, DATASET).faults)
    assert path.read_bytes() == content
    assert rescue(path, tmp_path / "rescued.sqlite").entries == entries
