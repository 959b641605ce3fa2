"""The command line: opens the window, or answers without one.

Exit codes: 0 done, 1 a problem told in one line on stderr, 2 wrong usage.
"""

import os
import sys
from collections.abc import Sequence

from iraq_explorer.cli_window import open_window, window_parser
from iraq_explorer.cli_words import COMMANDS, CommandError, tell


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
    except BrokenPipeError:  # the reader has had enough, as in ``list | head``
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as trouble:
        if not _to_be_told(trouble):
            raise
        tell(str(trouble))
        return 1
    return code


def _to_be_told(trouble: Exception) -> bool:
    """Whether trouble is the user's, to be told in one line; all else is a bug of the program."""
    if isinstance(trouble, CommandError):
        return True
    from iraq_explorer.storage.library import LibraryError
    from iraq_explorer.storage.picture_text import PictureError

    return isinstance(trouble, LibraryError | PictureError)


def _run(argv: Sequence[str]) -> int:
    command, rest = _split(argv)
    if command is not None:
        from iraq_explorer.cli_commands import run_command

        return run_command(command, rest)
    parser = window_parser()
    told = parser.parse_args(rest)
    if told.path is not None and told.library is not None:
        parser.error("name the library once, as LIBRARY or with --library")
    if told.dataset is None:
        return open_window(told.path or told.library)
    from iraq_explorer.cli_library import choose_dataset

    choose_dataset(told.dataset)
    try:
        return open_window(told.path or told.library)
    finally:
        choose_dataset(None)


def _split(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command, which only ``--library`` and ``--dataset`` may precede, and all else."""
    at = 0
    while at < len(argv) and argv[at].startswith(("--library", "--dataset")):
        at += 1 if "=" in argv[at] else 2
    if at < len(argv) and argv[at] in COMMANDS:
        return argv[at], [*argv[:at], *argv[at + 1 :]]
    return None, list(argv)
