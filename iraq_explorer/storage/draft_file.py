"""Opens a dataset to be changed, with all that is wrong in it, and saves it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iraq_explorer.storage.dataset_draft import DatasetDraft, draft_of
from iraq_explorer.storage.dataset_file import (
    DATASET_FORM,
    folder_contents,
    read_form,
    scenario_among,
    write_dataset,
)
from iraq_explorer.storage.dataset_folder import file_in, settle_folder, write_folder
from iraq_explorer.storage.dataset_json import PARTS
from iraq_explorer.storage.json_file import Fault, read_json
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.resources import resource_folder

Stamp = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of each file."""


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A dataset from a file or folder."""

    draft: DatasetDraft
    place: Path | None
    """Where it is saved; ``None`` where it has to be saved elsewhere."""
    stamp: Stamp = ()
    scenario: str = ""
    """The name of the scenario that a scenario file was about, now the first of the dataset."""
    unsaved: int | None = None
    """How many rows of it are nowhere else; ``None`` where all of it is saved."""


def open_draft(place: Path) -> OpenedDraft:
    """The dataset in a folder or file; of one that ships with the program, a copy.

    Raises:
        DatasetError: it cannot be read as tables.

    """
    if place.name == "dataset.json":
        place = place.parent
    if place.is_dir():
        return OpenedDraft(
            draft_of(_folder(place)), None if shipped(place) else place, stamp_of(place)
        )
    form = read_form(place)
    draft = draft_of(scenario_among(form))
    if form["form"] == DATASET_FORM:
        return OpenedDraft(draft, None if shipped(place) else place, stamp_of(place))
    # A scenario file is one scenario's; what is changed here becomes a dataset of its own.
    scenario = form.get("scenario")
    name = str(scenario.get("name", "")) if isinstance(scenario, dict) else ""
    return OpenedDraft(draft, None, stamp_of(place), name)


def save_draft(draft: DatasetDraft, place: Path) -> Stamp:
    """Write the dataset: a file where the name ends in ``.json``, else into a folder.

    All of it or nothing is written; what else is in the folder stays.

    Raises:
        OSError: it cannot be written; the message names it.

    """
    if shipped(place):
        raise OSError(f"{place}: comes with the program; save it elsewhere")
    files = draft.files()
    try:
        if place.suffix.lower() == ".json":
            write_dataset(files, place, replace=True)
        else:
            place.mkdir(parents=True, exist_ok=True)
            write_folder(place, folder_contents(files))
    except (ValueError, RecursionError) as error:  # half of a pair of characters is no UTF-8
        raise OSError(f"{place}: cannot be written: {error}") from error
    return stamp_of(place)


def stamp_of(place: Path) -> Stamp:
    """What tells whether another program changed the dataset since."""
    single = place.suffix.lower() == ".json" and not place.is_dir()
    files = [place] if single else [file_in(place, f"{part}.json") for part in PARTS]
    found = []
    for file in files:
        try:
            told = file.stat()
        except OSError:
            continue
        found.append((file.name, told.st_size, told.st_mtime_ns))
    return tuple(found)


def shipped(place: Path) -> bool:
    """Whether a place lies among the program's own files."""
    try:
        return place.resolve().is_relative_to(resource_folder().resolve())
    except OSError:
        return False


def _folder(folder: Path) -> dict[str, Any]:
    settle_folder(folder)
    there = (file_in(folder, f"{part}.json") for part in ("dataset", "chambers", "actors"))
    if not any(path.is_file() for path in there):
        raise DatasetError((Problem(folder.name, "", "", "is no folder of a dataset"),))
    faults: list[Problem] = []
    files: dict[str, Any] = {}
    for part in PARTS:
        path = file_in(folder, f"{part}.json")
        if not path.is_file():
            continue

        def note(fault: Fault, file: str = path.name) -> None:
            faults.append(Problem(file, "", fault.field, fault.message))

        files[part] = read_json(path, note, [])
    if faults:
        raise DatasetError(tuple(faults))
    return files


def new_draft(title: str) -> DatasetDraft:
    """A small dataset to begin with: one seat, one party, one rule, one scenario.

    Args:
        title: what it is called.

    """
    source = {"id": "own", "title": "Own knowledge: replace it by what you read", "date": "2025"}
    party = {
        "id": "party_a",
        "name": {"en": "Party A", "short": "A"},
        "kind": "party",
        "description": "A party to begin with. Replace it by your own.",
        "sources": ["own"],
    }
    held = {
        "name": party["name"],
        "actor": "party_a",
        "seats": 1,
        "certainty": "hypothetical",
        "sources": ["own"],
    }
    rule = {
        "id": "majority",
        "name": "Majority of all members",
        "basis": "members",
        "share": "1/2",
        "strict": True,
        "sources": ["own"],
    }
    chamber = {
        "id": "chamber",
        "name": {"en": "Parliament"},
        "seats": 1,
        "elected": "2025-01-01",
        "default_rule": "majority",
        "rules": [rule],
        "lists": [{"id": "list_a", **held}],
        "blocs": [{"id": "bloc_a", "list": "list_a", **held}],
    }
    scenario = {
        "id": "first",
        "name": "First scenario",
        "chamber": "chamber",
        "date": "2025-01-01",
        "rule": "majority",
        "coalitions": [{"id": "c1", "name": "Government", "colour": 0, "blocs": ["bloc_a"]}],
    }
    heading = {"id": "new", "title": title, "version": "1", "opening_scenario": "first"}
    return draft_of(
        {
            "dataset": heading,
            "chambers": [chamber],
            "actors": [party],
            "ties": [],
            "events": [],
            "sources": [source],
            "corrections": [],
            "scenarios": [scenario],
        }
    )
