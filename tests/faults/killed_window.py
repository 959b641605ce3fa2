"""The real window killed while somebody works in it: changes come back, what was saved stays.

Run as a module it is that window: it changes a scenario, saves now and then, and reports both.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.recovery import left_behind
from iraq_explorer.storage.resources import shipped_dataset

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT_WITHIN = 0.5
"""Seconds after which a change has to be on the disk, on a busy machine."""


def kill_windows(folder: Path, kills: int, seed: int = 6) -> tuple[int, int]:
    """Kill windows at random moments.

    Returns:
        How many changes and how many saves they reported.

    Raises:
        AssertionError: one is lost.

    """
    chance, dataset = random.Random(seed), shipped_dataset()
    path, state = folder / "library.sqlite", folder / "state"
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_STATE_HOME": str(state),
    }
    changes = saves = 0
    for run in range(kills):
        path.unlink(missing_ok=True)
        Library.create(path, dataset.scenarios.values(), chamber_of=dataset.chamber_of).close()
        command = [sys.executable, "-m", "tests.faults.killed_window", str(folder), str(run)]
        with subprocess.Popen(
            command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as window:
            assert window.stdout is not None
            lines = [window.stdout.readline()]
            time.sleep(chance.uniform(0, 1.5))
            window.kill()
            killed = time.monotonic()
            lines += window.stdout.readlines()
        told = [line.decode().split() for line in lines if line.endswith(b"\n")]
        assert told, "the window did not begin"
        changed = [int(n) for what, n, at in told if float(at) < killed - KEPT_WITHIN]
        saved = [int(n) for what, n, _ in told if what == "saved"]
        assert check_library(path, dataset).faults == ()
        with Library.open(path) as library:
            notes = [entry.scenario.note for entry in library.entries()]
        held = max((int(note) for note in notes if note.isdigit()), default=0)
        assert held >= max(saved, default=0), "a save that was reported is gone"
        left = left_behind(path, state / "iraq-explorer")
        for found in left:
            assert not found.damaged
            held = max(held, *(int(draft.scenario.note) for draft in found.drafts))
            found.discard()
        assert held >= max(changed, default=0), "a change is gone"
        changes += len(told) - len(saved)
        saves += len(saved)
    return changes, saves


def work(folder: Path, seed: int) -> None:
    """Work in a window until it is killed."""
    from dataclasses import replace

    from PySide6.QtCore import QSettings

    from iraq_explorer.app import make_application, make_window

    chance, app = random.Random(seed), make_application([])
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = make_window(folder / "library.sqlite", settings)
    window.show()
    while window.session.row is None:
        app.processEvents()
    window.session.duplicate()
    document = window.document
    blocs = list(document.chamber.bloc_by_id)
    coalitions = [coalition.id for coalition in document.scenario.coalitions]
    number = 0
    while True:
        number += 1
        moved = document.scenario.move([chance.choice(blocs)], chance.choice([*coalitions, None]))
        document.commit(replace(moved, note=str(number)), "change")
        print("changed", number, time.monotonic(), flush=True)
        until = time.monotonic() + chance.uniform(0, 0.1)
        while time.monotonic() < until:
            app.processEvents()
        if number % 7 == 0 and window.session.save():
            print("saved", number, time.monotonic(), flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
