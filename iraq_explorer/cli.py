"""The command line: opens the window, or answers without one.

``export`` draws without a display; the other commands never load Qt. Exit codes: 0 done, 1 a
problem told in one line on stderr, 2 wrong usage.
"""

import argparse
import difflib
import importlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from iraq_explorer.cli_arguments import (
    COMMANDS,
    PROGRAM,
    command_parser,
    export_error,
    game_error,
    vote_error,
    window_parser,
    with_negative_numbers,
)
from iraq_explorer.cli_data_arguments import export_data_error
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.names import search_key
from iraq_explorer.core.players import By
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.display import DEBIAN_PACKAGES, missing_window_library, why_no_display
from iraq_explorer.storage.dataset import DatasetError
from iraq_explorer.storage.dataset_file import Opened, open_dataset
from iraq_explorer.storage.exchange import What
from iraq_explorer.storage.library import (
    DamagedLibraryError,
    ForeignLibraryError,
    Library,
    LibraryError,
    MissingLibraryError,
)
from iraq_explorer.storage.picture_file import SIZES, PictureKind, file_name
from iraq_explorer.storage.picture_scenario import read_picture
from iraq_explorer.storage.picture_text import PictureError
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


class CommandError(Exception):
    """A problem to be told in one line; the exit code is 1."""


def main(argv: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else 0
    except (CommandError, LibraryError, PictureError) as trouble:
        _tell(str(trouble))
        return 1
    except BrokenPipeError:  # the reader has had enough, as in ``list | head``
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _tell(trouble: str) -> None:
    if sys.stderr is not None:
        print(f"{PROGRAM}: {' '.join(trouble.split())}", file=sys.stderr)


# -- arguments -----------------------------------------------------------------------------------


def _run(argv: Sequence[str]) -> int:
    command, rest = _split(argv)
    if command is None:
        parser = window_parser()
        told = parser.parse_args(rest)
        if told.path is not None and told.library is not None:
            parser.error("name the library once, as LIBRARY or with --library")
        _choose_dataset(told.dataset)
        return _window(told.path or told.library)
    parser = command_parser()
    told = parser.parse_args([command, *with_negative_numbers(rest)])
    _choose_dataset(getattr(told, "dataset", None))
    match command:
        case "power" | "winning":
            return _game(told)
        case "vote":
            wrong = vote_error(told)
            return parser.error(wrong) if wrong else _vote(told)
        case "list":
            return _list(told.library, told.json)
        case "show":
            return _show(told.library, " ".join(told.name), told.json)
        case "export":
            wrong = export_error(told)
            return parser.error(wrong) if wrong else _export(told)
        case "open":
            return _open(told.library, told.file)
        case "compare":
            return _compare(told.library, (told.a, told.b), told.json)
        case "export-data":
            wrong = export_data_error(told)
            return parser.error(wrong) if wrong else _export_data(told)
        case "import":
            return _import(told)
        case "check":
            return _check(told.library, told.rescue)
        case _:
            return _build(told.file, told.force)


def _split(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command, which only ``--library`` and ``--dataset`` may precede, and all else."""
    at = 0
    while at < len(argv) and argv[at].startswith(("--library", "--dataset")):
        at += 1 if "=" in argv[at] else 2
    if at < len(argv) and argv[at] in COMMANDS:
        return argv[at], [*argv[:at], *argv[at + 1 :]]
    return None, list(argv)


# -- libraries -----------------------------------------------------------------------------------


_chosen: ContextVar[Opened | None] = ContextVar("_chosen", default=None)
"""The dataset that the command line names, read once; ``None`` for the shipped one."""


def _choose_dataset(place: Path | None) -> None:
    _chosen.set(None)
    if place is not None:
        _chosen.set(_read(lambda: open_dataset(place)))


def _dataset() -> Dataset:
    chosen = _chosen.get()
    return chosen.dataset if chosen else _read(shipped_dataset)


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


def _place(argument: Path | None) -> LibraryPlace:
    """The library of the dataset at hand: each has its own, unless one is named."""
    chosen = _chosen.get()
    if argument is None and chosen and chosen.dataset.id != _read(shipped_dataset).id:
        name = file_name(chosen.dataset.id)
        return dataset_library(name, os.environ, sys.platform, _home())
    return library_place(argument, os.environ, checkout_folder(), sys.platform, _home())


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The scenarios that a command chooses from, and a sentence for each that cannot be read."""

    scenarios: tuple[Scenario, ...]
    problems: tuple[str, ...] = ()


def _usable_library(argument: Path | None, *, damaged_too: bool = False) -> Path | None:
    """The library's file, made where it is the user's and not there yet, and looked into.

    Args:
        argument: the file that the command line names.
        damaged_too: whether a damaged file will do: the window offers to rescue what is in it.

    Returns:
        ``None`` where the user's folder cannot be written: the built-in scenarios have to do.

    """
    place = _place(argument)
    if place.chosen is Chosen.USER and not place.path.exists():
        try:
            place.path.parent.mkdir(parents=True, exist_ok=True)
            _fill(place.path).close()
        except (OSError, LibraryError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            _tell(
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


def _fill(path: Path, *, replace: bool = False) -> Library:
    dataset = _dataset()
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


def _shelf(argument: Path | None, dataset: Dataset) -> _Shelf:
    path = _usable_library(argument)
    if path is None:
        return _Shelf(tuple(dataset.scenarios.values()))
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
    return _Shelf(tuple(scenarios), tuple(problems))


def _find(name: str, shelf: _Shelf) -> Scenario:
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
            raise CommandError(f"{name!r} fits several scenarios: {_quoted(fits)}")
    near = sorted(pairs, key=lambda pair: _likeness(wanted, pair[0]), reverse=True)[:3]
    advice = _quoted([scenario for _, scenario in near]) or "none: the library is empty"
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


def _quoted(scenarios: Sequence[Scenario]) -> str:
    return ", ".join(f"“{scenario.name}”" for scenario in scenarios)


# -- commands ------------------------------------------------------------------------------------


def _list(argument: Path | None, as_json: bool) -> int:
    from iraq_explorer.cli_output import table
    from iraq_explorer.core.report import scenario_row

    dataset = _dataset()
    shelf = _shelf(argument, dataset)
    rows = [scenario_row(scenario, dataset) for scenario in shelf.scenarios]
    print(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else table(rows))
    for problem in shelf.problems:
        _tell(problem)
    return 1 if shelf.problems else 0


def _show(argument: Path | None, name: str, as_json: bool) -> int:
    from iraq_explorer.cli_output import full_text
    from iraq_explorer.core.report import scenario_report

    dataset = _dataset()
    if PictureKind.of(Path(name)) is not None:
        from iraq_explorer.cli_export import picture_told

        print(picture_told(Path(name), dataset, as_json))
        return 0
    scenario = _find(name, _shelf(argument, dataset))
    if as_json:
        print(json.dumps(scenario_report(scenario, dataset), ensure_ascii=False, indent=2))
    else:
        print(full_text(scenario, dataset))
    return 0


def _compare(argument: Path | None, names: tuple[str, str], as_json: bool) -> int:
    from iraq_explorer.cli_compare import comparison_json, comparison_text
    from iraq_explorer.core.comparison import compare

    dataset = _dataset()
    shelf = _shelf(argument, dataset)
    comparison = compare(_find(names[0], shelf), _find(names[1], shelf), dataset)
    if as_json:
        print(json.dumps(comparison_json(comparison), ensure_ascii=False, indent=2))
    else:
        print(comparison_text(comparison))
    return 0


def _vote(told: argparse.Namespace) -> int:
    from iraq_explorer.cli_vote import roll_call_of, vote_json, vote_text
    from iraq_explorer.core.simulation import simulate

    dataset = _dataset()
    scenario = _find(" ".join(told.name), _shelf(told.library, dataset))
    chamber = dataset.chamber_of(scenario)
    drawn = None
    if told.draws is not None:
        roll_call, _ = roll_call_of(scenario, chamber)
        drawn = simulate(roll_call, scenario, chamber, told.draws, getattr(told, "seed", 1))
    if told.json:
        print(json.dumps(vote_json(scenario, chamber, drawn), ensure_ascii=False, indent=2))
    else:
        print(vote_text(scenario, chamber, drawn))
    return 0


def _game(told: argparse.Namespace) -> int:
    from iraq_explorer import cli_power

    wrong = game_error(told)
    if wrong is not None:
        print(f"{PROGRAM} {told.command}: {wrong}", file=sys.stderr)
        return 2
    try:
        if told.name:
            dataset = _dataset()
            scenario = _find(" ".join(told.name), _shelf(told.library, dataset))
            by = By(told.by or By.BLOC)
            named = cli_power.scenario_game(scenario, dataset.chamber_of(scenario), by)
        else:
            named = cli_power.typed_game(told.quota, told.weights, told.names)
    except ValueError as error:  # it is no game
        raise CommandError(str(error)) from error
    if named.warning:
        _tell(named.warning)
    print(cli_power.answer(named, told.command, told.json, getattr(told, "limit", 0)))
    return 0


def _export(told: argparse.Namespace) -> int:
    from iraq_explorer import cli_export

    dataset = _dataset()
    shelf = _shelf(told.library, dataset)
    chosen = shelf.scenarios if told.all else (_find(" ".join(told.name), shelf),)
    try:
        for scenario, path in cli_export.files(chosen, told):
            _draw(scenario, dataset, path, told.size, **cli_export.options(told))
            print(f"Wrote {path}: {scenario.name}, {told.size[0]}x{told.size[1]}", flush=True)
    except OSError as error:
        raise CommandError(str(error)) from error
    problems = shelf.problems if told.all else ()
    for problem in problems:
        _tell(problem)
    return 1 if problems else 0


def _open(library: Path | None, file: Path) -> int:
    # What cannot be opened is told here, before any window.
    if PictureKind.of(file) is None and (file.is_dir() or file.suffix.lower() == ".json"):
        _choose_dataset(file)
        return _window(library)
    read_picture(file, _dataset())
    return _window(library, file)


def _export_data(told: argparse.Namespace) -> int:
    from iraq_explorer.cli_data import export_data

    dataset = _dataset()
    shelf = None
    if told.scenario is not None or told.what != What.NETWORK:
        shelf = _shelf(told.library, dataset)
    if shelf is None:
        scenarios: tuple[Scenario, ...] = ()
    else:
        scenarios = (_find(told.scenario, shelf),) if told.scenario else shelf.scenarios
    try:
        print(export_data(scenarios, dataset, told), flush=True)
    except OSError as error:
        raise CommandError(str(error)) from error
    problems = shelf.problems if shelf and not told.scenario else ()
    for problem in problems:
        _tell(problem)
    return 1 if problems else 0


def _import(told: argparse.Namespace) -> int:
    from iraq_explorer.cli_data import import_data

    try:
        answer, problems = import_data(told)
    except OSError as error:
        raise CommandError(str(error)) from error
    print(answer, flush=True)
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
        _tell(f"nothing is imported: {count}")
    return 1 if problems else 0


def _build(file: Path | None, force: bool) -> int:
    checkout = checkout_folder()
    if file is None and checkout is None:
        raise CommandError("name the file to write: this is no checkout that has one")
    path = file or (checkout or Path()) / LIBRARY_NAME
    if path.exists() and not force:
        with Library.open(path) as library:
            own = [entry.scenario for entry in library.entries() if entry.saved_at]
        if own:
            raise CommandError(
                f"{path}: holds scenarios of your own that would be lost ({_quoted(own)}); "
                "name another file, or add --force"
            )
    with _fill(path, replace=True) as library:
        print(f"Wrote {path}: {len(library.entries())} scenarios")
    return 0


def _check(argument: Path | None, rescue: Path | None) -> int:
    from iraq_explorer.cli_check import check

    return check(_place(argument).path, _dataset(), rescue)


def _window(argument: Path | None, picture: Path | None = None) -> int:
    why = why_no_display(os.environ, sys.platform)
    if why is not None and picture is not None:
        raise CommandError(f"no window can be opened: {why}; “{PROGRAM} show” tells the scenario")
    if why is not None:
        return _without_display(argument, why)
    path = _usable_library(argument, damaged_too=True)
    _load_qt("PySide6.QtWidgets")
    lacking = missing_window_library(os.environ)
    if lacking is not None:
        raise CommandError(_packages(lacking))
    from iraq_explorer.app import run

    chosen = _chosen.get()
    if chosen is not None:
        return run(path, picture, chosen)
    return run(path) if picture is None else run(path, picture)


def _without_display(argument: Path | None, why: str) -> int:
    """Show the main job where no window can be: totals, a picture, and what works here."""
    from iraq_explorer.cli_output import slug, totals

    print(f"No display: {why}, so no window can be opened.\n")
    dataset = _dataset()
    shelf = _shelf(argument, dataset)
    opening = dataset.scenarios[dataset.opening_scenario]
    scenario = next((s for s in shelf.scenarios if s.origin == opening.origin), opening)
    print(totals(scenario, dataset), flush=True)
    name = f"{PROGRAM}-{slug(scenario.name)}.png"
    picture = Path.cwd() / name
    try:
        _draw(scenario, dataset, picture, SIZES["1080p"])
    except OSError:
        picture = Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-")) / name
        try:
            _draw(scenario, dataset, picture, SIZES["1080p"])
        except OSError as error:
            raise CommandError(str(error)) from error
    print(
        f"\nIts picture: {picture}\n\nThese work without a display:\n"
        f"  {PROGRAM} list\n"
        f'  {PROGRAM} show "{scenario.name}"\n'
        f'  {PROGRAM} export "{scenario.name}" -o FILE.png'
    )
    return 0


def _draw(
    scenario: Scenario, dataset: Dataset, path: Path, size: tuple[int, int], **options: Any
) -> None:
    _load_qt("PySide6.QtGui")
    from iraq_explorer.cli_export import draw

    draw(scenario, dataset, path, size, **options)


def _load_qt(module: str) -> None:
    try:
        importlib.import_module(module)
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise CommandError(
                f"Qt for Python is not installed ({error}): pip install PySide6-Essentials"
            ) from error
        raise CommandError(_packages(str(error))) from error


def _packages(lacking: str) -> str:
    return (
        f"Qt lacks a system library ({lacking}); on Debian and Ubuntu: "
        f"apt-get install {DEBIAN_PACKAGES}"
    )
