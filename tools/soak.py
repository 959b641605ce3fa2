"""Runs the experiments with real faults in their long form and prints the table of RELIABILITY.md.

``make soak`` runs all of them, ``make soak ARGS=flip_bits`` one, and ``make soak ARGS="flip_bits
200"`` one as often as told.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.workbench import EXPERIMENTS, run

LONG = {
    "kill_while_saving": 600,
    "kill_while_keeping": 600,
    "kill_windows": 40,
    "kill_while_migrating": 600,
    "limit_file_size": 400,
    "fill_disk": 1,
    "forbid_writing": 1,
    "flip_bits": 10_000,
    "truncate": 2_000,
    "flip_record": 10_000,
    "damage_imports": 40_000,
    "write_together": 150,
}
"""How often each is run: some minutes altogether."""


def main(arguments: list[str]) -> int:
    """Run the experiments named, or all, and print a row for each."""
    if os.name != "posix":
        print("soak: needs fork, signals and limits of POSIX", file=sys.stderr)
        return 1
    names = [argument for argument in arguments if not argument.isdigit()]
    times = [int(argument) for argument in arguments if argument.isdigit()]
    unknown = [name for name in names if name not in EXPERIMENTS]
    if unknown:
        known = ", ".join(EXPERIMENTS)
        print(f"soak: there is no experiment {unknown[0]!r}; there are {known}", file=sys.stderr)
        return 2
    print("| Fault | How often | Found | Command |")
    print("| --- | --- | --- | --- |")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-") as place:
        for name in names or EXPERIMENTS:
            figure = run(name, Path(place) / name, times[0] if times else LONG[name])
            if figure is None:
                print(f"soak: {name} takes root's rights and was left out", file=sys.stderr)
                continue
            row = (figure.what, figure.count, figure.found, f"`make soak ARGS={name}`")
            print(f"| {' | '.join(row)} |", flush=True)
    print(f"{time.monotonic() - begun:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
