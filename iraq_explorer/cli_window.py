"""The window from the command line: what may follow the program's name, and how it is opened.

Nothing is loaded here that an empty window does not need: the rest comes after its first frame.
"""

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from iraq_explorer import __version__
from iraq_explorer.cli_words import PROGRAM, CommandError
from iraq_explorer.display import DEBIAN_PACKAGES, missing_window_library, why_no_display
from iraq_explorer.storage.places import VARIABLE

if TYPE_CHECKING:
    from iraq_explorer.app import Beginning


def window_parser() -> argparse.ArgumentParser:
    """What may follow where no command is named: the library to open a window on."""
    parser = argparse.ArgumentParser(
        PROGRAM,
        usage=f"{PROGRAM} [LIBRARY]\n"
        f"       {PROGRAM} list [--json] [--library FILE]\n"
        f"       {PROGRAM} show (NAME [--library FILE] | FILE) [--json]\n"
        f"       {PROGRAM} open FILE [--library FILE]\n"
        f"       {PROGRAM} export NAME -o FILE.(png|svg|pdf) [--size SIZE] [--library FILE]\n"
        f"       {PROGRAM} export --all -o FOLDER [--format png|svg|pdf] [--library FILE]\n"
        f"       {PROGRAM} power (NAME [--library FILE] | --quota Q --weights W,W,...) [--json]\n"
        f"       {PROGRAM} winning (NAME [--library FILE] | --quota Q --weights W,W,...) [--json]\n"
        f"       {PROGRAM} vote NAME [--draws N] [--seed S] [--json] [--library FILE]\n"
        f"       {PROGRAM} compare A B [--json] [--library FILE]\n"
        f"       {PROGRAM} check [--library FILE] [--rescue NEWFILE]\n"
        f"       {PROGRAM} export-data --what WHAT -o FILE [--scenario NAME] [--format FORMAT]\n"
        f"       {PROGRAM} import FILE... [-o FOLDER|FILE.json] [--json]\n"
        f"       {PROGRAM} build-library [FILE] [--force]\n"
        f"Each takes --dataset FOLDER|FILE.json for another dataset than the shipped one.",
        description="Explore who could govern Iraq with whom. Opens the window, as open does on "
        "the scenario that a picture carries; the commands "
        "list, show, export, power, winning, vote, compare, check, export-data, import "
        "and build-library work without a window or a display.",
        epilog="Without LIBRARY the file opened is the one that the environment variable "
        f"{VARIABLE} names; else, run from a checkout, its scenarios.sqlite; else one in your "
        "data folder, made on the first start. Write ./list for a library file that is named "
        f"like a command. “{PROGRAM} COMMAND --help” tells more of a command. Exit codes: "
        "0 done, 1 a problem (told in one line), 2 wrong usage.",
    )
    parser.add_argument("path", metavar="LIBRARY", nargs="?", type=Path, help="library to open")
    parser.add_argument("--library", metavar="FILE", type=Path, help="the same")
    add_dataset(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Let a dataset be named; every command takes it."""
    parser.add_argument(
        "--dataset",
        metavar="FOLDER|FILE.json",
        type=Path,
        help="dataset to use in place of the shipped one; it has a library of its own",
    )


def open_window(library: Path | None, picture: Path | None = None, *, named: bool = False) -> int:
    """Open the window on a library, and stay until it is closed.

    Args:
        library: the file that the command line names.
        picture: a picture whose scenario is opened.
        named: whether a certain scenario or dataset is asked for. Without a display that is an
            error; else what works there is told and done.

    Returns:
        The exit code.

    Raises:
        CommandError, LibraryError: what is to be told in one line.

    """
    why = why_no_display(os.environ, sys.platform)
    if why is not None and (picture or named):
        raise CommandError(f"no window can be opened: {why}; “{PROGRAM} show” tells the scenario")
    if why is not None:
        from iraq_explorer.cli_commands import without_display

        return without_display(library, why)
    if library is not None or os.environ.get(VARIABLE):
        from iraq_explorer.cli_library import usable_library

        # Who names a file reads in the terminal, before any window, that it cannot be used.
        usable_library(library, damaged_too=True)
    load_qt("PySide6.QtWidgets")
    lacking = missing_window_library(os.environ)
    if lacking is not None:
        raise CommandError(_packages(lacking))
    from iraq_explorer.app import run

    return run(lambda: _begin(library, picture))


def _begin(library: Path | None, picture: Path | None) -> "Beginning":
    from iraq_explorer.app import Beginning
    from iraq_explorer.cli_library import chosen, usable_library

    return Beginning(usable_library(library, damaged_too=True), picture, chosen())


def load_qt(module: str) -> None:
    """Load a module of Qt.

    Raises:
        CommandError: Qt, or a system library it needs, is not there.

    """
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
