"""The folder of a dataset: all of its files change, or none does.

New files are written into a folder within it, which gets its final name when it is whole: from then
on they are the dataset, and each takes its place. A program that ends in between has saved; what is
left to be done, the next one that opens the folder does.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from iraq_explorer.storage.backup import sync_folder
from iraq_explorer.storage.whole_file import write_file

_SAVED = ".dataset.saved"
"""Within a folder: new files that are whole and on their way to their places."""


def write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files of a dataset, all of them or none. What else is in the folder stays.

    Args:
        folder: need not be there; the folder that it lies in has to be.
        contents: what goes into each file, by its name.

    Raises:
        OSError: they cannot be written; what was there before still is.

    """
    if folder.is_dir():
        _finish(folder)
        for left in folder.glob(".dataset.*.new"):  # by a program that ended while it wrote
            rmtree(left, ignore_errors=True)
        fresh, whole = folder / f".dataset.{os.getpid()}.new", folder / _SAVED
    else:
        fresh, whole = folder.with_name(f".{folder.name}.{os.getpid()}.new"), folder
    try:
        fresh.mkdir()
        for name, content in contents.items():
            write_file(fresh / name, content)
        sync_folder(fresh)
        fresh.rename(whole)
        sync_folder(whole.parent)
    except OSError as error:
        raise OSError(f"{folder}: cannot be written: {error.strerror or error}") from error
    finally:
        rmtree(fresh, ignore_errors=True)
    settle_folder(folder)


def settle_folder(folder: Path) -> None:
    """Finish what an earlier save has left to be done, where the folder can be written.

    ``file_in`` finds every file as it was saved also where it cannot.
    """
    with suppress(OSError):
        _finish(folder)


def file_in(folder: Path, name: str) -> Path:
    """Where a file of a dataset is."""
    saved = folder / _SAVED / name
    return saved if saved.is_file() else folder / name


def _finish(folder: Path) -> None:
    saved = folder / _SAVED
    if not saved.is_dir():
        return
    for file in sorted(saved.glob("*.json")):
        with suppress(FileNotFoundError):  # another program does the same
            file.replace(folder / file.name)
    sync_folder(folder)
    rmtree(saved, ignore_errors=True)
