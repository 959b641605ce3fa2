"""Which dataset and library a command works with, and which of their scenarios is meant."""

import difflib
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from iraq_explorer.cli_words import COMMANDS, PROGRAM, CommandError, tell
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.names import search_key
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset import DatasetError
from iraq_explorer.storage.dataset_file import Opened, open_dataset
from iraq_explorer.storage.library import (
    DamagedLibraryError,
    ForeignLibraryError,
    Library,
    LibraryError,
    MissingLibraryError,
)
from iraq_explorer.storage.picture_file import file_name
from iraq_explorer.storage.places import (
    LIBRARY_NAME,
    VARIABLE,
    Chosen,
    LibraryPlace,
    dataset_library,
    library_place,
)
from iraq_explorer.storage.resources import checkout_folder, shipped_dataset

Value = TypeVar("Value")


_chosen: ContextVar[Opened | None] = ContextVar("_chosen", default=None)
"""The dataset that the command line names, read once; ``None`` for the shipped one."""


def chosen() -> Opened | None:
    """The dataset that the command line names; ``None`` for the shipped one."""
    return _chosen.get()


def choose_dataset(place: Path | None) -> None:
    """Read the dataset that the command line names, for everything that follows.

    Raises:
        CommandError: it cannot be used.

    """
    _chosen.set(None)
    if place is not None:
        _chosen.set(_read(lambda: open_dataset(place)))


def chosen_dataset() -> Dataset:
    """The dataset at hand.

    Raises:
        CommandError: it cannot be used.

    """
    opened = chosen()
    return opened.dataset if opened else _read(shipped_dataset)


def _read(read: Callable[[], Value]) -> Value:
    try:
        return read()
    except DatasetError as error:
        more = len(error.problems) - 1
        raise CommandError(
            f"the dataset cannot be used: {error.problems[0]}"
            + (f" (and {more} more: “{PROGRAM} import” lists them)" if more else "")
        ) from error
    except OSError as error:
        raise CommandError(str(error)) from error


def place_of_library(argument: Path | None) -> LibraryPlace:
    """The library of the dataset at hand: each has its own, unless one is named."""
    opened = chosen()
    if argument is None and opened and opened.dataset.id != _read(shipped_dataset).id:
        name = file_name(opened.dataset.id)
        return dataset_library(name, os.environ, sys.platform, _home())
    return library_place(argument, os.environ, checkout_folder(), sys.platform, _home())


@dataclass(frozen=True, slots=True)
class Shelf:
    """The scenarios that a command chooses from, and a sentence for each that cannot be read."""

    scenarios: tuple[Scenario, ...]
    problems: tuple[str, ...] = ()


def usable_library(argument: Path | None, *, damaged_too: bool = False) -> Path | None:
    """The library's file, made where it is the user's and not there yet, and looked into.

    Args:
        argument: the file that the command line names.
        damaged_too: whether a damaged file will do: the window offers to rescue what is in it.

    Returns:
        ``None`` where the user's folder cannot be written: the built-in scenarios have to do.

    """
    place = place_of_library(argument)
    if place.chosen is Chosen.USER and not place.path.exists():
        try:
            place.path.parent.mkdir(parents=True, exist_ok=True)
            fill(place.path).close()
        except (OSError, LibraryError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            tell(
                f"your library cannot be made at {place.path} ({reason}): showing the built-in "
                f"scenarios; name a file that can be written with {VARIABLE} to keep your own"
            )
            return None
    try:
        Library.open(place.path).close()
    except LibraryError as error:
        if not (damaged_too and isinstance(error, DamagedLibraryError)):
            raise type(error)(f"{error}{_advice(place, error)}") from error
    return place.path


def library_of_checkout() -> Path | None:
    """The library's file of the checkout the program runs from; ``None`` elsewhere."""
    checkout = checkout_folder()
    return checkout / LIBRARY_NAME if checkout else None


def fill(path: Path, *, replace: bool = False) -> Library:
    """A library with the built-in scenarios of the dataset at hand."""
    dataset = chosen_dataset()
    built_in = dataset.scenarios.values()
    return Library.create(path, built_in, chamber_of=dataset.chamber_of, replace=replace)


def _advice(place: LibraryPlace, error: LibraryError) -> str:
    rescue = f"check --library '{place.path}' --rescue NEWFILE"
    if isinstance(error, DamagedLibraryError):
        return f". “{PROGRAM} {rescue}” writes what can be read of it into a new file"
    if place.chosen is Chosen.USER and isinstance(error, ForeignLibraryError):
        return ". Move the file away, and the next start makes a new one"
    if not isinstance(error, MissingLibraryError):
        return ""
    text = f". “{PROGRAM} build-library FILE” makes one with the built-in scenarios"
    if place.chosen is Chosen.VARIABLE:
        text = f" ({VARIABLE} names it){text}"
    near = difflib.get_close_matches(str(place.path), COMMANDS, 1)
    return f"{text}. Or did you mean “{PROGRAM} {near[0]}”?" if near else text


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user without a home folder
        return Path(tempfile.gettempdir())


def shelf_of(argument: Path | None, dataset: Dataset) -> Shelf:
    """The scenarios of the library that can be shown with the dataset."""
    path = usable_library(argument)
    if path is None:
        return Shelf(tuple(dataset.scenarios.values()))
    with Library.open(path) as library:
        scenarios, problems = [], list(library.problems())
        for entry in library.entries():
            misfits = dataset.misfits(entry.scenario)
            if misfits:
                problems.append(
                    f"{path}: scenario {entry.id} ({entry.scenario.name}): {misfits[0]}"
                )
            else:
                scenarios.append(entry.scenario)
    return Shelf(tuple(scenarios), tuple(problems))


def find(name: str, shelf: Shelf) -> Scenario:
    """The scenario a user means: by name, id of the built-in one, beginning, or words of it."""
    keys = [search_key(scenario.name) for scenario in shelf.scenarios]
    wanted = search_key(name)
    pairs = list(zip(keys, shelf.scenarios, strict=True))
    for fits in (
        [scenario for scenario in shelf.scenarios if scenario.name == name],
        [scenario for key, scenario in pairs if key == wanted],
        [scenario for scenario in shelf.scenarios if scenario.origin == name][:1],
        [scenario for key, scenario in pairs if wanted and key.startswith(wanted)],
        [scenario for key, scenario in pairs if _words(wanted) and _words(wanted) in _words(key)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise CommandError(f"{name!r} fits several scenarios: {quoted(fits)}")
    near = sorted(pairs, key=lambda pair: _likeness(wanted, pair[0]), reverse=True)[:3]
    advice = quoted([scenario for _, scenario in near]) or "none: the library is empty"
    raise CommandError(f"there is no scenario named {name!r}; the nearest: {advice}")


def _likeness(wanted: str, key: str) -> float:
    """How like a name is to what was typed: as a whole, or word by word, from 0 to 1."""

    def ratio(one: str, other: str) -> float:
        return difflib.SequenceMatcher(None, one, other).ratio()

    words = [max(ratio(word, own) for own in key.split() or [""]) for word in wanted.split()]
    return max(ratio(wanted, key), sum(words) / max(len(words), 1))


def _words(key: str) -> str:
    """The words with a space before and after each, so that only whole ones are found in it."""
    return "".join(f" {word} " for word in re.findall(r"\w+", key))


def quoted(scenarios: Sequence[Scenario]) -> str:
    """The names of scenarios, for a message."""
    return ", ".join(f"“{scenario.name}”" for scenario in scenarios)
