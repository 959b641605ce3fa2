"""``export-data`` and ``import``: data for other programs, and data from them."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset_file import write_dataset
from iraq_explorer.storage.exchange import DataFormat, What, exported
from iraq_explorer.storage.importing import import_files
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.whole_file import write_file


def export_data(scenarios: Sequence[Scenario], dataset: Dataset, told: argparse.Namespace) -> str:
    """Write the file that is asked for.

    Returns:
        A line that says what was written.

    Raises:
        OSError: the file cannot be written.

    """
    what, form = What(told.what), DataFormat(told.format or DataFormat.of(told.output) or "")
    _refuse_database(told.output)
    content = exported(what, form, scenarios, dataset, mark=told.bom)
    write_file(told.output, content)
    if len(scenarios) == 1:
        about = scenarios[0].name
    elif what is What.NETWORK:
        about = dataset.title
    else:
        about = f"{len(scenarios)} scenarios"
    return f"Wrote {told.output}: {what}, {about}"


def _refuse_database(path: Path) -> None:
    """Data never replace a library, which ``--format`` would let them."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(16).startswith(b"SQLite format 3"):
                raise OSError(f"{path}: is a library or another SQLite file; name another file")


def import_data(told: argparse.Namespace) -> tuple[str, tuple[Problem, ...]]:
    """Make a dataset of files and write it, if it is right as a whole.

    Returns:
        What is to be printed, and the problems for which nothing was imported.

    Raises:
        OSError: the dataset cannot be written; nothing is.

    """
    place: Path | None = told.output
    title = told.title or (place or told.file[0]).stem
    try:
        made = import_files(told.file, title)
    except DatasetError as error:
        return _refused(error.problems, told.json), error.problems
    if place is not None:
        write_dataset(made.files, place, replace=told.force)
    counts = _counts(made.dataset)
    if told.json:
        form = {
            "written": None if place is None else str(place),
            "dataset": {"id": made.dataset.id, "title": made.dataset.title, **counts},
            "notes": list(made.notes),
            "problems": [],
        }
        return json.dumps(form, ensure_ascii=False, indent=2), ()
    held = ", ".join(
        f"{number:,} {what if number > 1 else what.removesuffix('s')}"
        for what, number in counts.items()
        if number
    )
    head = f"Wrote {place}" if place else "All is right, nothing is written without -o"
    return "\n".join([f"{head}: {held}", *(f"note: {note}" for note in made.notes)]), ()


def _counts(dataset: Dataset) -> dict[str, int]:
    chambers = dataset.chambers.values()
    return {
        "chambers": len(chambers),
        "lists": sum(len(chamber.lists) for chamber in chambers),
        "blocs": sum(len(chamber.blocs) for chamber in chambers),
        "actors": len(dataset.actors),
        "ties": len(dataset.ties),
        "events": len(dataset.events),
        "sources": len(dataset.sources),
        "scenarios": len(dataset.scenarios),
    }


def _refused(problems: Sequence[Problem], as_json: bool) -> str:
    if not as_json:
        return "\n".join(" ".join(str(problem).split()) for problem in problems)
    form = {
        "written": None,
        "problems": [
            {"file": p.file, "row": p.record, "field": p.field, "message": p.message}
            for p in problems
        ],
    }
    return json.dumps(form, ensure_ascii=False, indent=2)
