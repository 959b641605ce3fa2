"""The page about the library's file: its examples run, and its tables are those of the file."""

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from iraq_explorer.cli import main
from iraq_explorer.storage import schema

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
EXAMPLES = [
    (command, answer.strip("\n"))
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("library")
    assert main(["build-library", str(made / "scenarios.sqlite")]) == 0
    return made


def answer_of(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program == "sqlite3" and shutil.which(program) is None:
        name, question = arguments
        with closing(sqlite3.connect(folder / name)) as connection:
            rows = connection.execute(question).fetchall()
        return "\n".join("|".join("" if v is None else str(v) for v in row) for row in rows)
    if program == "sqlite-utils":
        words = [sys.executable, "-m", "sqlite_utils", *arguments]
    elif shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    else:
        words = [program, *arguments]
    ended = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return ended.stdout.strip().replace("\r\n", "\n")


@pytest.mark.parametrize(("command", "answer"), EXAMPLES, ids=lambda text: text[:40])
def test_every_example_gives_what_the_page_says(command: str, answer: str, folder: Path) -> None:
    before = (folder / "scenarios.sqlite").read_bytes()
    assert answer_of(command, folder) == answer
    assert (folder / "scenarios.sqlite").read_bytes() == before


def test_there_are_examples_for_each_program() -> None:
    programs = {command.split()[0] for command, _ in EXAMPLES}
    assert programs == {"sqlite3", "sqlite-utils", "datasette"}


def test_the_page_names_every_table_view_and_column(folder: Path) -> None:
    told = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+)`[^|]*\|[^|]*\| (`id`|.*) \|$", PAGE, re.M)
        if name != "scenarios.sqlite"
    }
    with closing(sqlite3.connect(folder / "scenarios.sqlite")) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        columns = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_xinfo({name})")]
            for (name,) in names
        }
    assert {name: sorted(found) for name, found in told.items()} == {
        name: sorted(found) for name, found in columns.items()
    }


def test_the_page_tells_every_format() -> None:
    chapter = PAGE.split("## Formats")[1].split("##")[0]
    formats = [int(number) for number in re.findall(r"^\| (\d+) \|", chapter, re.MULTILINE)]
    assert formats == list(range(1, schema.newest_version() + 1))
