"""The command ``check``: whether a library is sound, and a rescue of what can be read of it."""

from pathlib import Path

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.rescue import rescue


def check(path: Path, dataset: Dataset, into: Path | None) -> int:
    """Print what is wrong with a library, a line each, or one line where all is right.

    Args:
        path: the library.
        dataset: what its scenarios are held against.
        into: a new file for whatever can be read.

    Returns:
        The exit code: 0 where all is right, or all was rescued; 1 else.

    Raises:
        LibraryError: nothing could be rescued, or the new file cannot be written.

    """
    found = check_library(path, dataset)
    for fault in found.faults:
        print(f"{path}: {' '.join(fault.split())}")
    if into is not None:
        saved = rescue(path, into, chamber_of=dataset.chamber_of)
        stories = f", {_counted(len(saved.stories), 'story', 'stories')}" if saved.stories else ""
        print(f"Wrote {into}: {_scenarios(len(saved.entries))}{stories}")
        for problem in saved.problems:
            print(f"{into}: {' '.join(problem.split())}")
        return 1 if saved.problems else 0
    if found.faults:
        return 1
    print(f"{path}: all is right: {_scenarios(found.scenarios)}, format {found.version}")
    return 0


def _scenarios(count: int) -> str:
    return _counted(count, "scenario", "scenarios")


def _counted(count: int, one: str, several: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {several}"
