"""The command line's grammar: its commands, options and help."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from iraq_explorer.cli_data_arguments import add_export_data, add_import
from iraq_explorer.cli_window import add_dataset
from iraq_explorer.cli_words import PROGRAM
from iraq_explorer.core.players import By
from iraq_explorer.core.simulation import MOST_DRAWS
from iraq_explorer.storage.picture_file import SIZES, Look, Part, PictureKind

_LEAST, _MOST = 320, 16384


def command_parser() -> argparse.ArgumentParser:
    """What may follow each command."""
    parser = argparse.ArgumentParser(PROGRAM)
    commands = parser.add_subparsers(dest="command", required=True)
    data = argparse.ArgumentParser(add_help=False)
    add_dataset(data)
    library = argparse.ArgumentParser(add_help=False, parents=[data])
    library.add_argument("--library", metavar="FILE", type=Path, help="library to read")
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="print JSON instead of text")
    one = argparse.ArgumentParser(add_help=False)
    one.add_argument(
        "name",
        metavar="NAME",
        nargs="+",
        help="the scenario's name, its beginning, words of it, or its id",
    )

    about = "list the scenarios: name, date, chamber and verdict"
    commands.add_parser("list", parents=[library, as_json], help=about, description=about)
    about = "tell one scenario, or that of a picture or scenario file: coalitions, rules, sources"
    commands.add_parser("show", parents=[one, library, as_json], help=about, description=about)
    about = "open the window on the scenario that a picture carries, or on a file of a dataset"
    picture = commands.add_parser("open", parents=[library], help=about, description=about)
    picture.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="a PNG, SVG or PDF that was exported, a scenario file or a dataset",
    )
    about = "write a picture of one scenario, or of all"
    export = commands.add_parser("export", parents=[library], help=about, description=about)
    _add_export(export)
    game = _game_parser()
    about = "tell who has power in a scenario or in any voting game, by every index"
    commands.add_parser("power", parents=[game, library, as_json], help=about, description=about)
    about = "list the minimal winning coalitions of a scenario or of any voting game"
    winning = commands.add_parser(
        "winning", parents=[game, library, as_json], help=about, description=about
    )
    winning.add_argument(
        "--limit",
        metavar="N",
        type=_limit,
        default=500,
        help="list so many at most, those with fewest seats first (default: 500)",
    )
    about = "count the vote that a scenario tries under each rule, and simulate it"
    vote = commands.add_parser(
        "vote", parents=[one, library, as_json], help=about, description=about
    )
    vote.add_argument(
        "--draws",
        metavar="N",
        type=_draws,
        help=f"draw attendance and cohesion so many times, {MOST_DRAWS:,} at most",
    )
    vote.add_argument(
        "--seed",
        metavar="S",
        type=_limit,
        default=argparse.SUPPRESS,
        help="number that the draws follow from; the same gives the same (default: 1)",
    )
    about = "tell who moved between two scenarios, and what that does to the totals"
    compare = commands.add_parser(
        "compare", parents=[library, as_json], help=about, description=about
    )
    for name in "ab":
        compare.add_argument(
            name, metavar=name.upper(), help="a scenario's name, its beginning, or its id"
        )
    about = "tell whether a library is sound: its file, its tables and every scenario"
    check = commands.add_parser("check", parents=[library], help=about, description=about)
    check.add_argument(
        "--rescue",
        metavar="NEWFILE",
        type=Path,
        help="write every scenario that can still be read into a new library",
    )
    about = "write the network, scenarios, totals, power or the ledger for other programs"
    exported = commands.add_parser("export-data", parents=[library], help=about, description=about)
    add_export_data(exported)
    about = "make a dataset of tables, results of elections or networks, or list what is wrong"
    imported = commands.add_parser("import", parents=[as_json], help=about, description=about)
    add_import(imported)
    about = "write a library file that holds the built-in scenarios"
    build = commands.add_parser("build-library", parents=[data], help=about, description=about)
    build.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help="default: that of the checkout",
    )
    build.add_argument("--force", action="store_true", help="replace FILE whatever it holds")
    return parser


def _game_parser() -> argparse.ArgumentParser:
    """A scenario, or a game in numbers; ``game_error`` says what argparse cannot."""
    game = argparse.ArgumentParser(add_help=False)
    game.add_argument(
        "name",
        metavar="NAME",
        nargs="*",
        help="the scenario's name, its beginning, words of it, or its id",
    )
    game.add_argument(
        "--by",
        choices=[by.value for by in By],
        help="who the scenario's players are: bloc (default), list or coalition",
    )
    game.add_argument("--quota", metavar="Q", help="weight that wins, for a game in numbers")
    game.add_argument("--weights", metavar="W,W,...", help="weight of each player, as 4,4,2")
    game.add_argument("--names", metavar="N,N,...", help="name of each player, as A,B,C")
    return game


def _add_export(export: argparse.ArgumentParser) -> None:
    """What may follow ``export``; ``export_error`` says what argparse cannot."""
    missing = argparse.SUPPRESS
    export.add_argument(
        "name",
        metavar="NAME",
        nargs="*",
        help="the scenario's name, its beginning, words of it, or its id",
    )
    export.add_argument("--all", action="store_true", help="all scenarios of the library")
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help="the picture's file, which ends in .png, .svg or .pdf; with --all a folder",
    )
    export.add_argument(
        "--format",
        choices=[str(kind) for kind in PictureKind],
        help="of the pictures of --all (default: png)",
    )
    export.add_argument(
        "--size",
        metavar="SIZE",
        type=_size,
        default=SIZES["1080p"],
        help=f"WIDTHxHEIGHT in pixels, or one of {', '.join(SIZES)} (default: 1080p)",
    )
    export.add_argument(
        "--parts",
        metavar="PART,PART,...",
        type=_parts,
        default=missing,
        help=f"what it shows, of {', '.join(Part)} (default: all but power and note)",
    )
    export.add_argument(
        "--look",
        type=Look,
        choices=list(Look),
        default=missing,
        help="its appearance; print is grey (default: light)",
    )
    export.add_argument(
        "--transparent", action="store_true", default=missing, help="without ground"
    )
    export.add_argument(
        "--description",
        dest="described",
        action="store_true",
        default=missing,
        help="write the scenario in words beside it, as FILE.txt",
    )
    export.add_argument(
        "--without-scenario",
        dest="carries",
        action="store_false",
        default=missing,
        help="leave out of the file what “open” and “show” read",
    )


def export_error(told: argparse.Namespace) -> str | None:
    """What is wrong with the way a picture was asked for, if anything is."""
    kind = PictureKind.of(told.output)
    if told.all:
        if told.name:
            return "a scenario's NAME and --all exclude each other"
        if kind is not None and not told.output.is_dir():
            return f"--all writes into a folder, and {str(told.output)!r} is named as a picture"
        return None
    if not told.name:
        return "name a scenario, or give --all"
    if kind is None:
        return f"{str(told.output)!r} does not end in .png, .svg or .pdf"
    if told.format not in (None, kind):
        return f"{str(told.output)!r} does not end in .{told.format}"
    return None


def game_error(told: argparse.Namespace) -> str | None:
    """What is wrong with the way a game was asked for, if anything is."""
    words = [word for word, value in vars(told).items() if value is not None]
    numbers = [f"--{word}" for word in ("quota", "weights", "names") if word in words]
    if told.name:
        return f"a scenario's NAME and {numbers[0]} exclude each other" if numbers else None
    if told.quota is None or told.weights is None:
        return "name a scenario, or give both --quota and --weights"
    of_scenarios = [f"--{word}" for word in ("library", "dataset", "by") if word in words]
    return f"{of_scenarios[0]} goes with a scenario's NAME" if of_scenarios else None


def with_negative_numbers(argv: Sequence[str]) -> list[str]:
    """The arguments with ``--weights -1,2`` as ``--weights=-1,2``: it is a value, no option."""
    joined: list[str] = []
    for argument in argv:
        if joined and joined[-1] in {"--weights", "--quota"} and re.match(r"-[\d.,]", argument):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def vote_error(told: argparse.Namespace) -> str | None:
    """What is wrong with the way a vote was asked for, if anything is."""
    return "--seed goes with --draws" if told.draws is None and "seed" in told else None


def _draws(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text) or not 1 <= int(text) <= MOST_DRAWS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_DRAWS}")
    return int(text)


def _limit(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 up")
    return int(text)


def _parts(text: str) -> frozenset[Part]:
    try:
        return frozenset(Part(name.strip().lower()) for name in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not made of {', '.join(Part)}, with commas between"
        ) from error


def _size(text: str) -> tuple[int, int]:
    if text.lower() in SIZES:
        return SIZES[text.lower()]
    match = re.fullmatch(r"(\d{1,6})[xX×](\d{1,6})", text)
    if match is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither WIDTHxHEIGHT nor one of {', '.join(SIZES)}"
        )
    width, height = int(match[1]), int(match[2])
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise argparse.ArgumentTypeError(f"{text!r}: each side has to be {_LEAST} to {_MOST}")
    return width, height
