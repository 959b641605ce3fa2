"""The program on the command line: its name, its commands, and how trouble is told."""

import sys

PROGRAM = "iraq-explorer"
COMMANDS = (
    "list",
    "show",
    "open",
    "export",
    "power",
    "winning",
    "vote",
    "compare",
    "check",
    "export-data",
    "import",
    "build-library",
)


class CommandError(Exception):
    """A problem to be told in one line; the exit code is 1."""


def tell(trouble: str) -> None:
    """Tell a problem in one line on stderr."""
    if sys.stderr is not None:
        print(f"{PROGRAM}: {' '.join(trouble.split())}", file=sys.stderr)
