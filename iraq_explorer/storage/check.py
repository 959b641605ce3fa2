"""Whether a library is sound: its file, its tables, and every scenario by the dataset.

Nothing is written, and everything that is wrong is found at once.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import misfits
from iraq_explorer.storage import schema
from iraq_explorer.storage.library_entry import Entry, read_entry
from iraq_explorer.storage.library_file import LibraryError, reading
from iraq_explorer.storage.seat_json import seats_to_json
from iraq_explorer.storage.story_shelf import stories_in

_COLUMNS: Mapping[str, object] = {
    "name": None, "date": None, "chamber": None, "rule": "", "note": "", "tags": [], "origin": "",
}  # fmt: skip
"""The columns generated from the content, and what they hold where it has no such field."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    scenarios: int
    """How many the file holds, readable or not."""
    version: int
    """The file's format; 0 where it cannot even be told."""
    faults: tuple[str, ...]
    """A line for each thing that is wrong; empty where all is right."""


def check_library(path: Path, dataset: Dataset) -> Checked:
    """Look at all of a library, by itself and against the dataset."""
    faults: list[str] = []
    version, scenarios = 0, 0
    try:
        with reading(path, as_it_is=True) as connection:
            version = schema.version_of(connection)
            faults += [
                f"the file is damaged: {answer}"
                for (answer,) in connection.execute("PRAGMA integrity_check")
                if answer != "ok"
            ]
            faults += schema.structure_faults(connection)
            if any("“scenarios”" in fault for fault in faults):
                return Checked(0, version, tuple(faults))
            for row in _rows(connection, version):
                scenarios += 1
                label = f"scenario {row['id']} ({row['name']})"
                faults += [f"{label}: {fault}" for fault in _faults_of_row(row, dataset, version)]
            if version >= 3 and not any("“stories”" in fault for fault in faults):
                faults += _faults_of_stories(connection, dataset)
    except LibraryError as error:
        faults.append(str(error).removeprefix(f"{path}: "))
    return Checked(scenarios, version, tuple(dict.fromkeys(faults)))


def _rows(connection: sqlite3.Connection, version: int) -> Iterator[dict[str, object]]:
    names = ["id", "position", "saved_at", *_COLUMNS, *(["seats"] if version >= 2 else [])]
    question = f"SELECT {', '.join(names)}, CAST(content AS BLOB) FROM scenarios ORDER BY id"
    for values in connection.execute(question):
        yield dict(zip((*names, "content"), values, strict=True))


def _faults_of_row(row: dict[str, object], dataset: Dataset, version: int) -> Iterator[str]:
    id, content = row["id"], row["content"]
    assert isinstance(id, int)
    read = read_entry(id, row["saved_at"], row["position"], content)
    if not isinstance(read, Entry):
        yield read
        return
    yield from _columns_that_differ(row)
    if not read.scenario.name.strip():
        yield "name: is empty"
    misfits = dataset.misfits(read.scenario)
    yield from misfits
    if not misfits and version >= 2:
        yield from _seats_that_differ(row["seats"], read.scenario, dataset)


def _faults_of_stories(connection: sqlite3.Connection, dataset: Dataset) -> Iterator[str]:
    for read in stories_in(connection):
        if isinstance(read, str):
            yield read
            continue
        for number, step in enumerate(read.story.steps):
            for field, message in misfits(step, dataset):
                told = f"story {read.id} ({read.story.title}): steps[{number}].{field}"
                yield f"{told}: {message}"


def _columns_that_differ(row: dict[str, object]) -> Iterator[str]:
    content = row["content"]
    assert isinstance(content, bytes)
    told = json.loads(content)
    for column, absent in _COLUMNS.items():
        shown = row[column]
        if column == "tags":
            try:
                shown = json.loads(str(shown))
            except ValueError:
                shown = None
        if shown != told.get(column, absent):
            yield f"{column}: the column differs from the content"


def _seats_that_differ(seats: object, scenario: Scenario, dataset: Dataset) -> Iterator[str]:
    again = "; saving the scenario again puts that right"
    if seats is None:
        yield f"seats: are not in the file{again}"
        return
    try:
        held = json.loads(str(seats))
        blocs = {bloc["id"]: bloc["seats"] for bloc in held["blocs"]}
        figures = {"members": held["members"], "quota": held["quota"]}
    except (ValueError, TypeError, KeyError, RecursionError):
        yield f"seats: cannot be read{again}"
        return
    due = json.loads(seats_to_json(scenario, dataset.chamber_of(scenario)))
    inside = {**figures, **blocs}
    outside: dict[str, int] = {
        "members": due["members"],
        "quota": due["quota"],
        **{bloc["id"]: bloc["seats"] for bloc in due["blocs"]},
    }
    different = [key for key in {**outside, **inside} if inside.get(key) != outside.get(key)]
    if different:
        first = different[0]
        more = f" (and {len(different) - 1} more figures)" if len(different) > 1 else ""
        there, here = inside.get(first, "nothing"), outside.get(first, "nothing")
        yield f"seats: {first} is {there} in the file and {here} in the dataset{more}{again}"
