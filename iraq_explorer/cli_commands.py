"""The commands that answer without a window. Of them only ``export`` loads Qt, to draw."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from iraq_explorer.cli_arguments import (
    command_parser,
    export_error,
    game_error,
    vote_error,
    with_negative_numbers,
)
from iraq_explorer.cli_data_arguments import export_data_error
from iraq_explorer.cli_library import (
    choose_dataset,
    chosen,
    chosen_dataset,
    fill,
    find,
    library_of_checkout,
    place_of_library,
    quoted,
    shelf_of,
)
from iraq_explorer.cli_window import load_qt, open_window
from iraq_explorer.cli_words import PROGRAM, CommandError, tell
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.players import By
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.exchange import What
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.picture_file import SIZES, PictureKind
from iraq_explorer.storage.picture_scenario import read_picture


def run_command(command: str, rest: Sequence[str]) -> int:
    """Carry out a command, and return its exit code.

    Raises:
        CommandError, LibraryError, PictureError: what is to be told in one line.

    """
    parser = command_parser()
    told = parser.parse_args([command, *with_negative_numbers(rest)])
    choose_dataset(getattr(told, "dataset", None))
    try:
        return _carry_out(parser, told)
    finally:
        choose_dataset(None)


def _carry_out(parser: argparse.ArgumentParser, told: argparse.Namespace) -> int:
    match told.command:
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


def _list(argument: Path | None, as_json: bool) -> int:
    from iraq_explorer.cli_output import table
    from iraq_explorer.core.report import scenario_row

    dataset = chosen_dataset()
    shelf = shelf_of(argument, dataset)
    rows = [scenario_row(scenario, dataset) for scenario in shelf.scenarios]
    print(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else table(rows))
    for problem in shelf.problems:
        tell(problem)
    return 1 if shelf.problems else 0


def _show(argument: Path | None, name: str, as_json: bool) -> int:
    from iraq_explorer.cli_output import full_text
    from iraq_explorer.core.report import scenario_report

    dataset = chosen_dataset()
    if PictureKind.of(Path(name)) is not None:
        from iraq_explorer.cli_export import picture_told

        print(picture_told(Path(name), dataset, as_json))
        return 0
    scenario = _carried(Path(name)) or find(name, shelf_of(argument, dataset))
    dataset = chosen_dataset()
    if as_json:
        print(json.dumps(scenario_report(scenario, dataset), ensure_ascii=False, indent=2))
    else:
        print(full_text(scenario, dataset))
    return 0


def _carried(file: Path) -> Scenario | None:
    """The scenario of a scenario file, whose dataset is then the one at hand."""
    if file.suffix.lower() != ".json" or not file.is_file():
        return None
    choose_dataset(file)
    opened = chosen()
    if opened is None or opened.scenario is None:
        raise CommandError(f"{file}: is a dataset without a scenario of its own; “list” with "
                           f"--dataset tells those it has")  # fmt: skip
    return opened.scenario


def _compare(argument: Path | None, names: tuple[str, str], as_json: bool) -> int:
    from iraq_explorer.cli_compare import comparison_json, comparison_text
    from iraq_explorer.core.comparison import compare

    dataset = chosen_dataset()
    shelf = shelf_of(argument, dataset)
    comparison = compare(find(names[0], shelf), find(names[1], shelf), dataset)
    if as_json:
        print(json.dumps(comparison_json(comparison), ensure_ascii=False, indent=2))
    else:
        print(comparison_text(comparison))
    return 0


def _vote(told: argparse.Namespace) -> int:
    from iraq_explorer.cli_vote import roll_call_of, vote_json, vote_text
    from iraq_explorer.core.simulation import simulate

    dataset = chosen_dataset()
    scenario = find(" ".join(told.name), shelf_of(told.library, dataset))
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
            dataset = chosen_dataset()
            scenario = find(" ".join(told.name), shelf_of(told.library, dataset))
            by = By(told.by or By.BLOC)
            named = cli_power.scenario_game(scenario, dataset.chamber_of(scenario), by)
        else:
            named = cli_power.typed_game(told.quota, told.weights, told.names)
    except ValueError as error:  # it is no game
        raise CommandError(str(error)) from error
    if named.warning:
        tell(named.warning)
    print(cli_power.answer(named, told.command, told.json, getattr(told, "limit", 0)))
    return 0


def _export(told: argparse.Namespace) -> int:
    from iraq_explorer import cli_export

    dataset = chosen_dataset()
    shelf = shelf_of(told.library, dataset)
    chosen = shelf.scenarios if told.all else (find(" ".join(told.name), shelf),)
    try:
        for scenario, path in cli_export.files(chosen, told):
            _draw(scenario, dataset, path, told.size, **cli_export.options(told))
            print(f"Wrote {path}: {scenario.name}, {told.size[0]}x{told.size[1]}", flush=True)
    except OSError as error:
        raise CommandError(str(error)) from error
    problems = shelf.problems if told.all else ()
    for problem in problems:
        tell(problem)
    return 1 if problems else 0


def _open(library: Path | None, file: Path) -> int:
    # What cannot be opened is told here, before any window.
    if PictureKind.of(file) is None and (file.is_dir() or file.suffix.lower() == ".json"):
        choose_dataset(file)
        return open_window(library, named=True)
    read_picture(file, chosen_dataset())
    return open_window(library, file)


def _export_data(told: argparse.Namespace) -> int:
    from iraq_explorer.cli_data import export_data

    dataset = chosen_dataset()
    shelf = None
    if told.scenario is not None or told.what != What.NETWORK:
        shelf = shelf_of(told.library, dataset)
    if shelf is None:
        scenarios: tuple[Scenario, ...] = ()
    else:
        scenarios = (find(told.scenario, shelf),) if told.scenario else shelf.scenarios
    try:
        print(export_data(scenarios, dataset, told), flush=True)
    except OSError as error:
        raise CommandError(str(error)) from error
    problems = shelf.problems if shelf and not told.scenario else ()
    for problem in problems:
        tell(problem)
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
        tell(f"nothing is imported: {count}")
    return 1 if problems else 0


def _build(file: Path | None, force: bool) -> int:
    path = file or library_of_checkout()
    if path is None:
        raise CommandError("name the file to write: this is no checkout that has one")
    if path.exists() and not force:
        with Library.open(path) as library:
            own = [entry.scenario for entry in library.entries() if entry.saved_at]
        if own:
            raise CommandError(
                f"{path}: holds scenarios of your own that would be lost ({quoted(own)}); "
                "name another file, or add --force"
            )
    with fill(path, replace=True) as library:
        print(f"Wrote {path}: {len(library.entries())} scenarios")
    return 0


def _check(argument: Path | None, rescue: Path | None) -> int:
    from iraq_explorer.cli_check import check

    return check(place_of_library(argument).path, chosen_dataset(), rescue)


def without_display(argument: Path | None, why: str) -> int:
    """Show the main job where no window can be: totals, a picture, and what works here."""
    from iraq_explorer.cli_output import slug, totals

    print(f"No display: {why}, so no window can be opened.\n")
    dataset = chosen_dataset()
    shelf = shelf_of(argument, dataset)
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
    load_qt("PySide6.QtGui")
    from iraq_explorer.cli_export import draw

    draw(scenario, dataset, path, size, **options)
