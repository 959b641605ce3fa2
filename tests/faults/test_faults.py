"""The experiments of the workbench in their short form; `make soak` runs the long one."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork, signals and limits")


def run(name: str, count: int, folder: Path) -> dict[str, str] | None:
    """An experiment in a process without Qt, which may fork; its figure."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.faults.workbench", name, str(folder / name), str(count)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    figure: dict[str, str] | None = json.loads(told.stdout)
    return figure


def test_no_reported_save_is_lost_by_a_kill(tmp_path: Path) -> None:
    assert run("kill_while_saving", 20, tmp_path)


def test_no_unsaved_work_that_was_kept_is_lost_by_a_kill(tmp_path: Path) -> None:
    assert run("kill_while_keeping", 20, tmp_path)


def test_no_change_in_a_window_is_lost_by_a_kill(tmp_path: Path) -> None:
    assert run("kill_windows", 2, tmp_path)


def test_a_kill_leaves_the_old_format_or_the_new_one_with_a_copy(tmp_path: Path) -> None:
    assert run("kill_while_migrating", 20, tmp_path)


def test_a_save_that_finds_no_room_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    assert run("limit_file_size", 24, tmp_path)


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    if run("fill_disk", 1, tmp_path) is None:
        pytest.skip("mounting a small file system takes root's rights")


def test_a_read_only_file_or_folder_is_told_and_stays_as_it_was(tmp_path: Path) -> None:
    assert run("forbid_writing", 1, tmp_path)


def test_no_turned_bits_crash_anything(tmp_path: Path) -> None:
    assert run("flip_bits", 200, tmp_path)


def test_no_truncated_file_crashes_anything(tmp_path: Path) -> None:
    assert run("truncate", 60, tmp_path)


def test_no_damaged_record_of_unsaved_work_brings_back_anything_wrong(tmp_path: Path) -> None:
    assert run("flip_record", 150, tmp_path)


def test_no_damaged_file_is_imported_in_part(tmp_path: Path) -> None:
    assert run("damage_imports", 400, tmp_path)


def test_no_reader_of_foreign_files_breaks_on_a_few_damaged_inputs(tmp_path: Path) -> None:
    from tests.faults.foreign_files import damaged
    from tools.fuzz import readers

    chance = random.Random(8)
    for take, seeds in readers(tmp_path).values():
        for seed in list(seeds)[:3]:
            for content in (seed, b"", *(damaged(seed, chance) for _ in range(12))):
                take(content)


def test_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    assert run("write_together", 12, tmp_path)


def test_every_experiment_has_its_row_with_its_command() -> None:
    from tests.faults.workbench import EXPERIMENTS
    from tools.soak import LONG

    page = (ROOT / "RELIABILITY.md").read_text(encoding="utf-8")
    rows = re.findall(r"\| `make soak ARGS=(\w+)` \|$", page, re.MULTILINE)
    assert rows == list(EXPERIMENTS)
    assert LONG.keys() == EXPERIMENTS.keys()
