"""The command ``check``: every kind of fault is told, a line each, and nothing is written."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iraq_explorer import app
from iraq_explorer.cli import main
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import checkout_folder, shipped_dataset
from iraq_explorer.storage.schema import newest_version

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
SAMPLES = Path(__file__).resolve().parent / "storage" / "samples"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    built_in = DATASET.scenarios.values()
    with Library.create(path, built_in, chamber_of=DATASET.chamber_of) as made:
        made.save(replace(OPENING, name="Mine", origin="", note="Long. " * 2000))
    return path


def check(path: Path, capsys: Output, *more: str) -> tuple[int, list[str]]:
    before = path.read_bytes() if path.is_file() else None
    code = main(["check", "--library", str(path), *more])
    assert before is None or path.read_bytes() == before
    return code, capsys.readouterr().out.splitlines()


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_library_is_told_in_one_line(library: Path, capsys: Output) -> None:
    count = len(DATASET.scenarios) + 1
    assert check(library, capsys) == (
        0,
        [f"{library}: all is right: {count} scenarios, format {newest_version()}"],
    )
    assert [file.name for file in library.parent.iterdir()] == [library.name]


def test_the_shipped_library_is_sound(capsys: Output) -> None:
    folder = checkout_folder()
    assert folder is not None
    assert check(folder / "scenarios.sqlite", capsys)[0] == 0


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.sqlite")), ids=lambda file: file.stem)
def test_files_of_every_format_are_sound(sample: Path, capsys: Output) -> None:
    code, lines = check(sample, capsys)
    assert (code, len(lines)) == (0, 1), lines
    assert f"format {sample.stem.removeprefix('v')}" in lines[0]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DROP VIEW memberships", "the view “memberships” is missing"),
        ("DROP TABLE scenarios", "the table “scenarios” is missing"),
        ("DROP INDEX scenario_names", "the index “scenario_names” is missing"),
        (
            "UPDATE scenarios SET content = json_set(content, '$.date', 'today') WHERE id = 2",
            "date: ",
        ),
        (
            "UPDATE scenarios SET content = json_set(content, '$.chamber', 'moon') WHERE id = 2",
            "chamber: 'moon' is not in the dataset",
        ),
        (
            "UPDATE scenarios SET content = json_set(content, '$.rule', 'luck') WHERE id = 2",
            "rule: 'luck' is not a rule",
        ),
        (
            "UPDATE scenarios SET content = json_set(content, '$.coalitions[0].blocs[0]', 'nobody')"
            " WHERE id = 2",
            "coalitions: 'nobody' is not a bloc",
        ),
        ("UPDATE scenarios SET seats = NULL WHERE id = 2", "seats: are not in the file"),
        ("UPDATE scenarios SET seats = '{}' WHERE id = 2", "seats: cannot be read"),
        (
            "UPDATE scenarios SET seats = json_set(seats, '$.blocs[0].seats', 999) WHERE id = 2",
            "is 999 in the file and",
        ),
        (
            "UPDATE scenarios SET seats = json_set(seats, '$.quota', 3) WHERE id = 2",
            "seats: quota is 3 in the file and",
        ),
        ("PRAGMA user_version = 99", "newer"),
        ("PRAGMA application_id = 7", "another program"),
    ],
)
def test_what_is_wrong_is_told_in_a_line_of_its_own(
    library: Path, statement: str, told: str, capsys: Output
) -> None:
    alter(library, statement)
    code, lines = check(library, capsys)
    assert code == 1
    assert len(lines) == (2 if "DROP TABLE" in statement else 1)  # its index goes with it
    assert lines[0].startswith(f"{library}: ")
    assert told in lines[0]
    if "id = 2" in statement:
        assert "scenario 2 (" in lines[0]


def test_everything_that_is_wrong_is_told_at_once(library: Path, capsys: Output) -> None:
    alter(
        library,
        "DROP VIEW blocs",
        "UPDATE scenarios SET seats = NULL WHERE id IN (1, 2)",
        "UPDATE scenarios SET content = json_set(content, '$.rule', 'luck') WHERE id = 3",
    )
    code, lines = check(library, capsys)
    assert code == 1
    assert len(lines) == 4


def test_a_column_that_differs_from_the_content_is_told(library: Path, capsys: Output) -> None:
    content = library.read_bytes()
    at = content.index(b"2010-10-01", content.index(OPENING.name.encode()))
    places = [at]
    while (at := content.find(b"2010-10-01", at + 1)) > 0:
        places.append(at)
    for at in places:  # the date of one scenario as it stands in the column, not in the JSON
        if content[at - 1 : at] != b'"':
            library.write_bytes(content[:at] + b"2011-11-11" + content[at + 10 :])
            break
    code, lines = check(library, capsys)
    assert code == 1
    assert "date: the column differs from the content" in "\n".join(lines)


@pytest.mark.parametrize("content", [b"", b"Dear all", b"SQLite format 3\0"])
def test_another_file_is_told(tmp_path: Path, content: bytes, capsys: Output) -> None:
    path = tmp_path / "letter"
    path.write_bytes(content)
    code, lines = check(path, capsys)
    assert (code, len(lines)) == (1, 1)
    assert check(tmp_path / "none", capsys) == (1, [f"{tmp_path / 'none'}: there is no such file"])


def test_a_damaged_library_is_rescued_into_a_new_file(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    content = bytearray(library.read_bytes())
    content[:100] = bytes(100)  # nothing says any more what it is
    content[4096:4200] = bytes(104)  # nor where its pages are
    library.write_bytes(content)
    new = tmp_path / "new.sqlite"
    code, lines = check(library, capsys, "--rescue", str(new))
    assert "is not a scenario library" in lines[0]
    assert "Wrote" in lines[1]
    with Library.open(new) as rescued:
        scenarios = {entry.scenario for entry in rescued.entries()}
    assert scenarios >= {*DATASET.scenarios.values()}
    assert replace(OPENING, name="Mine", origin="", note="Long. " * 2000) in scenarios
    assert code == 0
    assert check(new, capsys)[0] == 0
    before = new.read_bytes()
    assert main(["check", "--library", str(library), "--rescue", str(new)]) == 1
    assert "already a file" in capsys.readouterr().err
    assert new.read_bytes() == before


def test_where_nothing_can_be_read_no_file_is_made(tmp_path: Path, capsys: Output) -> None:
    path, new = tmp_path / "library.sqlite", tmp_path / "new.sqlite"
    path.write_bytes(b"SQLite format 3\0" + bytes(9000))
    assert main(["check", "--library", str(path), "--rescue", str(new)]) == 1
    assert "no scenario in it can be read" in capsys.readouterr().err
    assert not new.exists()


def test_the_window_opens_on_a_damaged_library_and_other_commands_tell_of_the_rescue(
    library: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr(app, "run", lambda begin: opened.append(begin().library) or 0)
    library.write_bytes(library.read_bytes()[:20_000])
    assert main([str(library)]) == 0
    assert opened == [library]
    assert main(["list", "--library", str(library)]) == 1
    assert f"check --library '{library}' --rescue NEWFILE" in capsys.readouterr().err
