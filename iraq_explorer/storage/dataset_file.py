"""A dataset in one file, alone or with a scenario that is about it; and a folder of one, written.

The file is JSON: ``form``, ``version``, and what the files of a folder hold under their names
without ending. A scenario file has ``scenario`` beside that.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as with_fields
from pathlib import Path
from shutil import copy2, copytree, rmtree
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset import dataset_of, read_dataset
from iraq_explorer.storage.dataset_json import PARTS, dataset_to_json
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
    if place.is_dir():
        return Opened(read_dataset(place))
    if place.name == "dataset.json" and (place.parent / "chambers.json").is_file():
        return Opened(read_dataset(place.parent))
    form = read_form(place)
    files = {part: form[part] for part in PARTS if part in form}
    try:
        dataset = dataset_of(files)
    except DatasetError as error:
        raise DatasetError(tuple(in_one_file(place.name, p) for p in error.problems)) from None
    if form["form"] == DATASET_FORM:
        return Opened(dataset)
    try:
        scenario = scenario_from_json(form.get("scenario"))
        misfits = dataset.misfits(scenario)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        misfits = (str(error),)
    if misfits:
        told = tuple(Problem(place.name, "scenario", "", misfit) for misfit in misfits)
        raise DatasetError(told)
    return Opened(dataset, scenario)


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
    if place.is_dir() and not (place / "dataset.json").exists() and any(place.iterdir()):
        raise FileExistsError(f"{place}: holds other things than a dataset, which are left alone")
    fresh = place.with_name(f".{place.name}.{os.getpid()}.new")
    old = fresh.with_suffix(".old")
    try:
        fresh.mkdir()
        for part in PARTS:
            write_file(fresh / f"{part}.json", f"{_lines(files[part])}\n".encode())
        if place.is_dir():
            _keep_others(place, fresh)
            place.rename(old)
        fresh.rename(place)
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        raise OSError(f"{place}: cannot be written: {error.strerror or error}") from error
    finally:
        rmtree(fresh, ignore_errors=True)
        rmtree(old, ignore_errors=True)


def _keep_others(place: Path, fresh: Path) -> None:
    """Copy what a folder holds beside a dataset, so that nothing of the user's goes with it."""
    for entry in place.iterdir():
        if (fresh / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            copytree(entry, fresh / entry.name, symlinks=True)
        else:
            copy2(entry, fresh / entry.name, follow_symlinks=False)


def _lines(value: object) -> str:
    """JSON with each record on one line, so that a changed figure is one line of a difference."""
    if isinstance(value, list):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
        return f"[\n{rows}\n]" if rows else "[]"
    if isinstance(value, dict) and any(isinstance(held, list) for held in value.values()):
        parts = (f"{json.dumps(key)}: {_lines(held)}" for key, held in value.items())
        between = ",\n"
        return f"{{\n{between.join(parts)}\n}}"
    return json.dumps(value, ensure_ascii=False)


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
