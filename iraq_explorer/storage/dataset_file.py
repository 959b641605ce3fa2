"""A dataset in one file, alone or with a scenario that is about it; and a folder of one, written.

The file is JSON: ``form``, ``version``, and what the files of a folder hold under their names
without ending. A scenario file has ``scenario`` beside that.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as with_fields
from pathlib import Path
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset import dataset_of, read_dataset
from iraq_explorer.storage.dataset_folder import file_in, settle_folder, write_folder
from iraq_explorer.storage.dataset_json import PARTS, dataset_to_json
from iraq_explorer.storage.harvest import free, slug
from iraq_explorer.storage.json_file import Fault, read_json
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json
from iraq_explorer.storage.whole_file import write_file

DATASET_FORM = "iraq-explorer dataset"
SCENARIO_FORM = "iraq-explorer scenario-file"
VERSION = 1
"""Of both forms; a reader refuses a later one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A dataset from anywhere, and the scenario that came with it."""

    dataset: Dataset
    scenario: Scenario | None = None
    place: Path | None = None
    """The file or folder of the dataset; ``None`` where it has none of its own."""


def scenario_file(scenario: Scenario, dataset: Dataset) -> dict[str, Any]:
    """A scenario and all it is about, as values."""
    return {
        "form": SCENARIO_FORM,
        "version": VERSION,
        "scenario": scenario_to_json(scenario),
        **dataset_to_json(dataset),
    }


def dataset_file(files: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a dataset's files as those of one file."""
    return {
        "form": DATASET_FORM,
        "version": VERSION,
        **{part: files[part] for part in PARTS},
    }


def open_dataset(place: Path) -> Opened:
    """The dataset in a folder, a file, or a scenario file.

    Raises:
        DatasetError: there is none that can be used; it holds every problem.

    """
    if place.name == "dataset.json" and file_in(place.parent, "chambers.json").is_file():
        place = place.parent
    if place.is_dir():
        return Opened(read_dataset(place), place=place)
    form = read_form(place)
    files = {part: form[part] for part in PARTS if part in form}
    try:
        dataset = dataset_of(files)
    except DatasetError as error:
        raise DatasetError(tuple(in_one_file(place.name, p) for p in error.problems)) from None
    if form["form"] == DATASET_FORM:
        return Opened(dataset, place=place)
    try:
        scenario = scenario_from_json(form.get("scenario"))
        misfits = dataset.misfits(scenario)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        misfits = (str(error),)
    if misfits:
        told = tuple(Problem(place.name, "scenario", "", misfit) for misfit in misfits)
        raise DatasetError(told)
    return Opened(dataset, scenario)


def scenario_among(form: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the dataset in a scenario file, with its scenario as the first to be shown.

    What it holds is not checked; what is no scenario is left out.

    Args:
        form: the values of the file.

    """
    files = {part: form[part] for part in PARTS if part in form}
    scenario, built_in = form.get("scenario"), files.get("scenarios", [])
    if not isinstance(scenario, dict) or not scenario or not isinstance(built_in, list):
        return files
    held = {key: value for key, value in scenario.items() if key not in ("origin", "id")}
    taken = [str(row.get("id")) for row in built_in if isinstance(row, dict)]
    identity = free(slug(str(held.get("name", ""))) or "scenario", taken)
    files["scenarios"] = [*built_in, {"id": identity, **held}]
    if isinstance(files.get("dataset"), dict):
        files["dataset"] = {**files["dataset"], "opening_scenario": identity}
    return files


def write_dataset(files: Mapping[str, Any], place: Path, *, replace: bool = False) -> None:
    """Write a dataset whole or not at all: a file where the name ends in ``.json``, else a folder.

    Args:
        files: the values of its files, by their names without ending.
        place: where it goes.
        replace: whether a dataset that is there may be replaced. Other files of its folder, such as
            stories, are kept; a folder that holds no dataset is never touched.

    Raises:
        OSError: it is there already, or cannot be written. The message names it.

    """
    if (place.exists() or place.is_symlink()) and not replace:
        raise FileExistsError(f"{place}: there is already something of this name")
    if place.suffix.lower() == ".json":
        write_file(place, f"{_lines(dataset_file(files))}\n".encode())
        return
    settle_folder(place)
    if place.is_dir() and not (place / "dataset.json").exists() and any(place.iterdir()):
        raise FileExistsError(f"{place}: holds other things than a dataset, which are left alone")
    write_folder(place, folder_contents(files))


def folder_contents(files: Mapping[str, Any]) -> dict[str, bytes]:
    """What goes into each file of a folder, by its name."""
    return {f"{part}.json": f"{_lines(files[part])}\n".encode() for part in PARTS}


_written = json.JSONEncoder(ensure_ascii=False).encode


def _lines(value: object) -> str:
    """JSON with each record on one line, so that a changed figure is one line of a difference."""
    if isinstance(value, list):
        rows = ",\n".join(map(_written, value))
        return f"[\n{rows}\n]" if rows else "[]"
    if isinstance(value, dict) and any(isinstance(held, list) for held in value.values()):
        parts = (f"{_written(key)}: {_lines(held)}" for key, held in value.items())
        between = ",\n"
        return f"{{\n{between.join(parts)}\n}}"
    return _written(value)


def in_one_file(name: str, problem: Problem) -> Problem:
    """A problem of one of a dataset's files, as of the part of a file that holds all of them."""
    return with_fields(problem, file=f"{name}, {problem.file.removesuffix('.json')}")


def read_form(path: Path) -> dict[str, Any]:
    """The values of a file of either form; what it holds is not checked.

    Raises:
        DatasetError: it cannot be read or is of another form.

    """
    faults: list[Problem] = []

    def note(fault: Fault) -> None:
        faults.append(Problem(path.name, "", fault.field, fault.message))

    form = read_json(path, note)
    if not faults:
        message = _wrong(form)
        if not message:
            held: dict[str, Any] = form
            return held
        faults.append(Problem(path.name, "", "", message))
    raise DatasetError(tuple(faults))


def _wrong(form: object) -> str:
    if not isinstance(form, dict) or form.get("form") not in (DATASET_FORM, SCENARIO_FORM):
        return "is neither a dataset nor a scenario file of this program"
    version = form.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return "version is missing or wrong"
    if version > VERSION:
        return "was made by a later version of this program"
    known = {"form", "version", *PARTS, *(("scenario",) if form["form"] == SCENARIO_FORM else ())}
    strange = [field for field in form if field not in known]
    return f"{strange[0][:60]!r} is not a field of this format" if strange else ""
