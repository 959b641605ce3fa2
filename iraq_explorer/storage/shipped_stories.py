"""The stories that come with the program, read and checked against the dataset."""

import json
from functools import lru_cache
from pathlib import Path

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Story, misfits
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.record import Record, described
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.storage.story_json import read_story

_FILE = "stories.json"


def read_stories(folder: Path, dataset: Dataset) -> tuple[Story, ...]:
    """The stories in a dataset's folder, each checked.

    Raises:
        DatasetError: the file cannot be read, or something in it is wrong or not in the dataset;
            every problem names file, record and field.

    """
    problems: list[Problem] = []

    def note(record: str, field: str, message: str) -> None:
        problems.append(Problem(_FILE, record, field, message))

    try:
        rows = json.loads((folder / _FILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise DatasetError((Problem(_FILE, "", "", f"cannot be read: {error}"),)) from error
    if not isinstance(rows, list):
        text = f"should hold an array of records, not {described(rows)}"
        raise DatasetError((Problem(_FILE, "", "", text),))
    found: dict[str, Story] = {}
    for number, row in enumerate(rows, start=1):
        identity = row.get("id") if isinstance(row, dict) else None
        name = identity if isinstance(identity, str) and identity else f"record {number}"
        record = Record(row, lambda field, message, name=name: note(name, field, message))  # type: ignore[misc]
        before = len(problems)
        story = read_story(record)
        record.finish()
        if not story.id or story.id in found:
            note(name, "id", "is the id of an earlier record too" if story.id else "is missing")
        if len(problems) == before:
            found[story.id] = story
            for field, message in _misfits(story, dataset):
                note(name, field, message)
    if problems:
        raise DatasetError(tuple(problems))
    return tuple(found.values())


def _misfits(story: Story, dataset: Dataset) -> list[tuple[str, str]]:
    found = [
        ("sources", f"{source!r} is not a source")
        for source in story.sources
        if source not in dataset.sources
    ]
    for number, step in enumerate(story.steps):
        found += [(f"steps[{number}].{field}", text) for field, text in misfits(step, dataset)]
    return found


@lru_cache(maxsize=1)
def shipped_stories() -> tuple[Story, ...]:
    """The stories about the dataset that comes with the program, read once.

    Raises:
        DatasetError: somebody edited the files and they no longer fit together.

    """
    return read_stories(resource_folder() / "iraq", shipped_dataset())
