"""Real faults, as many as asked for: short in the tests, long in ``make soak``.

Each experiment gives a figure: what was done how often. One that finds a loss raises
AssertionError.
"""

import itertools
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.library import (
    ChangedMeanwhileError,
    Library,
    LibraryError,
    LockedLibraryError,
    ReadOnlyLibraryError,
)
from iraq_explorer.storage.recovery import Draft, RecoveryRecord, left_behind
from iraq_explorer.storage.rescue import rescue, salvage
from iraq_explorer.storage.resources import shipped_dataset
from tests.faults import killed_window
from tests.faults.foreign_files import import_damaged

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
SAMPLES = Path(__file__).resolve().parent.parent / "storage" / "samples"


@dataclass(frozen=True)
class Figure:
    """A line of the table in RELIABILITY.md."""

    what: str
    count: str
    found: str


def make_library(path: Path) -> Path:
    """A library with the built-in scenarios and one that spreads over several pages."""
    built_in = DATASET.scenarios.values()
    with Library.create(path, built_in, chamber_of=DATASET.chamber_of) as library:
        library.save(replace(OPENING, name="Long", origin="", note="Long. " * 2000))
    return path


def open_library(path: Path) -> Library:
    return Library.open(path, chamber_of=DATASET.chamber_of)


def assert_sound(path: Path) -> None:
    assert check_library(path, DATASET).faults == ()


# -- killing -------------------------------------------------------------------------------------


@contextmanager
def _forked(work: Callable[[Callable[[str], None]], None]) -> Iterator[tuple[int, Any]]:
    """A child process that works until it is killed, and the pipe that it reports into."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(lambda line: os.write(writing, f"{line}\n".encode()) and None)
            os._exit(0)
        except BaseException as error:
            os.write(writing, f"error {type(error).__name__} {error}\n".encode())
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        try:
            yield child, pipe
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _kill_after(child: int, pipe: Any, chance: random.Random, longest: float) -> list[str]:
    """Kill at a random moment after the first report; everything that was reported till then."""
    lines = [pipe.readline().rstrip("\n")]
    time.sleep(chance.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lines += pipe.read().splitlines()
    assert not any(line.startswith("error") for line in lines), lines
    return [line for line in lines if line]


def kill_while_saving(folder: Path, kills: int, seed: int = 1) -> Figure:
    """Kill a process that saves, deletes and replaces; every save it reported has to be there."""
    chance = random.Random(seed)
    path = make_library(folder / "killed.sqlite")
    with open_library(path) as library:  # loads what is loaded at the first save
        row = library.save(replace(OPENING, name="Counter", origin=""))
    reported = 0
    for run in range(kills):

        def work(report: Callable[[str], None], run: int = run) -> None:
            with open_library(path) as library:
                for number in itertools.count(1):
                    note = f"{number} " + "x" * (number * 977 % 9000)
                    library.save(replace(OPENING, name="Counter", origin="", note=note), row)
                    new = library.save(replace(OPENING, name=f"{run}/{number}", origin=""))
                    report(f"{number}")
                    if number % 3 == 0:
                        library.delete(new)
                        report(f"-{number}")

        with _forked(work) as (child, pipe):
            lines = _kill_after(child, pipe, chance, 0.12)
        with open_library(path) as library:
            assert library.problems() == ()
            names = {entry.scenario.name for entry in library.entries()}
            numbers = [int(line) for line in lines]
            last = max(map(abs, numbers))
            assert int(library.load(row).note.split()[0]) >= last
            saved = {number for number in numbers if number > 0}
            deleted = {-number for number in numbers if number < 0}
            missing = {number for number in saved - deleted if f"{run}/{number}" not in names}
            # The last one may be deleted already without its being reported.
            assert missing <= ({last} if last % 3 == 0 else set()), missing
            for entry in library.entries():  # so that the file does not grow with the runs
                if "/" in entry.scenario.name:
                    library.delete(entry.id)
        reported += len(lines)
        assert [file.name for file in folder.iterdir()] == [path.name]
    assert_sound(path)
    return Figure(
        "`kill -9` at a random moment of a save", f"{kills:,} kills", f"{reported:,} saves, 0 lost"
    )


def kill_while_keeping(folder: Path, kills: int, seed: int = 2) -> Figure:
    """Kill a process that keeps unsaved work; what it reported as kept has to come back."""
    chance = random.Random(seed)
    library, state = folder / "library.sqlite", folder / "state"
    reported = 0
    for run in range(kills):

        def work(report: Callable[[str], None], run: int = run) -> None:
            record = RecoveryRecord(library, state)
            for number in itertools.count(1):
                note = f"{run}/{number} " + "x" * (number * 9777 % 90000)
                record.keep([Draft(replace(OPENING, note=note), OPENING, number)])
                report(f"{number}")

        with _forked(work) as (child, pipe):
            lines = _kill_after(child, pipe, chance, 0.03)
        (found,) = left_behind(library, state)
        assert not found.damaged
        (draft,) = found.drafts
        assert draft.row is not None
        assert draft.row >= int(lines[-1])
        assert draft.scenario.note.startswith(f"{run}/{draft.row} ")
        found.discard()
        reported += len(lines)
        assert not list(folder.glob("*.unsaved*"))
    return Figure(
        "`kill -9` at a random moment of keeping unsaved work",
        f"{kills:,} kills",
        f"{reported:,} states kept, 0 lost",
    )


def kill_windows(folder: Path, kills: int) -> Figure:
    """Kill the real window while somebody works in it."""
    changes, saves = killed_window.kill_windows(folder, kills)
    return Figure(
        "`kill -9` of the window at work",
        f"{kills:,} kills",
        f"{changes:,} changes and {saves:,} saves, 0 lost",
    )


def kill_while_migrating(folder: Path, kills: int, seed: int = 5) -> Figure:
    """Kill a process at the first save to a file of format 1: old or new, never in between."""
    chance = random.Random(seed)
    sample = SAMPLES / "v1.sqlite"
    make_library(folder / "first.sqlite")  # loads what is loaded at the first save
    with Library.open(sample) as library:
        before = library.entries()
    migrated = 0
    for run in range(kills):
        inside = folder / str(run)
        inside.mkdir()
        path = Path(shutil.copy(sample, inside / "library.sqlite"))

        def work(report: Callable[[str], None], path: Path = path) -> None:
            with open_library(path) as library:
                report("begun")
                library.save(_named("New"))
                report("saved")

        with _forked(work) as (child, pipe):
            lines = _kill_after(child, pipe, chance, 0.05)
        with open_library(path) as library:
            entries = library.entries()
        assert entries[: len(before)] == before
        with sqlite3.connect(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.close()
        copies = list(inside.glob("library (format 1*.sqlite"))
        for copy in copies:  # a copy that has its name is whole
            with open_library(copy) as library:
                assert library.entries() == before
        if version == 1:
            assert entries == before
            assert "saved" not in lines
        else:
            assert len(copies) == 1
            migrated += 1
        assert_sound(path)
        shutil.rmtree(inside)
    return Figure(
        "`kill -9` at a random moment of a change of format",
        f"{kills:,} kills",
        f"{migrated:,} changed with a sound copy, {kills - migrated:,} as before, 0 lost",
    )


# -- no room -------------------------------------------------------------------------------------


def limit_file_size(folder: Path, limits: int) -> Figure:
    """Save where the file may grow by a few bytes only, more each time."""
    path = folder / "limited.sqlite"
    sources = (make_library(path).read_bytes(), (SAMPLES / "v1.sqlite").read_bytes())
    large = replace(OPENING, name="Large", origin="", note="y" * 40_000)
    refused = saved = 0
    for step in range(limits):
        before = sources[step % 2]  # also one whose format changes, with a copy made before
        path.write_bytes(before)
        limit = step * (len(before) + 200_000) // limits

        def work(report: Callable[[str], None], limit: int = limit) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                with open_library(path) as library:
                    library.save(large)
                report("saved")
            except LibraryError as error:
                report(f"refused {error}")

        with _forked(work) as (child, pipe):
            line = pipe.read().strip()
            os.waitpid(child, 0)
        with open_library(path) as library:
            names = {entry.scenario.name for entry in library.entries()}
        if line == "saved":
            assert "Large" in names
            saved += 1
            for copy in folder.glob("*(format 1*"):
                copy.unlink()
        else:
            assert line.startswith("refused"), line
            assert "as it was" in line
            assert path.read_bytes() == before
            assert [file.name for file in folder.iterdir()] == [path.name]
            refused += 1
    assert refused
    assert saved
    return Figure(
        "A save with a limit on the size of files",
        f"{limits:,} limits",
        f"{refused:,} refused with the file as before, {saved:,} saved whole",
    )


def fill_disk(folder: Path) -> Figure | None:
    """Save to a small file system until it is full; ``None`` where none can be mounted."""
    place = folder / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        return None
    try:
        path = make_library(place / "full.sqlite")
        other = place / "other"
        other.write_bytes(bytes(128 * 1024))
        saved = []
        refused = ""
        with open_library(path) as library:
            while not refused:
                name = f"Number {len(saved)}"
                try:
                    library.save(replace(OPENING, name=name, origin="", note="z" * 20_000))
                    saved.append(name)
                except LibraryError as error:
                    refused = str(error)
            assert "no room left" in refused, refused
            names = [entry.scenario.name for entry in library.entries()]
            assert names[-len(saved) :] == saved
            assert_sound(path)
            draft = Draft(replace(OPENING, note="w" * 200_000), OPENING, None)
            record = RecoveryRecord(path, folder / "state")
            record.keep([draft])  # goes to the folder of state
            assert not list(place.glob("*.unsaved*"))
            assert list((folder / "state").glob("*.unsaved"))
            record.end()
            other.unlink()
            library.save(replace(OPENING, name="Room again", origin=""))
        assert_sound(path)
    finally:
        subprocess.run(["umount", str(place)], check=True)
    return Figure("Saves to a disk until it is full", f"{len(saved)} saves", "1 refused, 0 lost")


# -- no right to write ---------------------------------------------------------------------------


def forbid_writing(folder: Path) -> Figure:
    """Save where file or folder are read-only, as a user who is bound by that."""
    cases = {"file": (0o444, 0o777), "folder": (0o666, 0o555), "both": (0o444, 0o555)}
    nobody = 65534
    # Not in ``folder``: others than its owner may not look into it.
    with tempfile.TemporaryDirectory(prefix="iraq-explorer-") as place:
        for name, (file_mode, folder_mode) in cases.items():
            inside = Path(place) / name
            inside.mkdir()
            path = make_library(inside / "library.sqlite")
            before = path.read_bytes()
            Path(place).chmod(0o755)
            path.chmod(file_mode)
            inside.chmod(folder_mode)

            def work(report: Callable[[str], None], path: Path = path) -> None:
                if os.getuid() == 0:
                    os.setresgid(nobody, nobody, nobody)
                    os.setresuid(nobody, nobody, nobody)
                with open_library(path) as library:
                    entries = library.entries()
                    for attempt in (
                        lambda: library.save(_named("New")),
                        lambda: library.delete(entries[0].id),
                    ):
                        try:
                            attempt()
                            report("written")
                        except ReadOnlyLibraryError:
                            report("refused")
                record = RecoveryRecord(path, path.parent / "state")
                try:
                    record.keep([Draft(replace(OPENING, note="x"), OPENING, None)])
                    record.end()
                    report("kept")
                except OSError:
                    report("not kept")

            with _forked(work) as (child, pipe):
                lines = pipe.read().splitlines()
                os.waitpid(child, 0)
            kept = "kept" if folder_mode == 0o777 else "not kept"
            assert lines == ["refused", "refused", kept], (name, lines)
            inside.chmod(0o755)
            assert path.read_bytes() == before
            assert [file.name for file in inside.iterdir()] == [path.name]
    return Figure("Saves to a read-only file, folder, or both", "6 saves", "6 refused, 0 traces")


# -- damage --------------------------------------------------------------------------------------


def flip_bits(folder: Path, variants: int, seed: int = 3) -> Figure:
    """Open, list, save to, check and rescue files with one to many bits turned over."""
    chance = random.Random(seed)
    sources = [make_library(folder / "sound.sqlite").read_bytes()]
    sources += [sample.read_bytes() for sample in sorted(SAMPLES.glob("*.sqlite"))]
    flipped, rescued, outcomes = 0, 0, {"sound": 0, "told": 0}
    for number in range(variants):
        content = bytearray(sources[number % len(sources)])
        # The header and the first page decide most: every other variant is damaged there.
        reach = len(content) if number % 2 else 4096
        for _ in range(chance.choice((1, 1, 1, 2, 8, 64, 512))):
            content[chance.randrange(reach)] ^= 1 << chance.randrange(8)
            flipped += 1
        outcomes["sound" if use_damaged(folder, bytes(content)) else "told"] += 1
        rescued += count_rescued(folder)
    return Figure(
        "Files with bits turned over, opened, saved to, checked, rescued",
        f"{variants:,} files, {flipped:,} bits",
        f"0 crashes; {outcomes['told']:,} told as damaged, {rescued:,} scenarios rescued",
    )


def truncate(folder: Path, variants: int) -> Figure:
    """The same with files that break off, at evenly spaced lengths."""
    whole = make_library(folder / "sound.sqlite").read_bytes()
    rescued = 0
    for number in range(variants):
        use_damaged(folder, whole[: number * len(whole) // variants])
        rescued += count_rescued(folder)
    return Figure(
        "Files that break off, opened, saved to, checked, rescued",
        f"{variants:,} lengths",
        f"0 crashes; {rescued:,} scenarios rescued",
    )


def use_damaged(folder: Path, content: bytes) -> bool:
    """Do with a damaged file what the program does; whether nothing was found to be wrong."""
    path = folder / "damaged.sqlite"
    path.write_bytes(content)
    check_library(path, DATASET)
    assert path.read_bytes() == content, "a check writes nothing"
    try:
        with open_library(path) as library:
            entries, problems = library.entries(), library.problems()
            assert path.read_bytes() == content, "reading writes nothing"
            for entry in entries[:1]:
                library.save(replace(entry.scenario, note="changed"), entry.id, was=entry.scenario)
                library.delete(entry.id)
            library.save(replace(OPENING, name="One more", origin=""))
            assert "One more" in {entry.scenario.name for entry in library.entries()}
    except LibraryError as error:
        if str(path) not in str(error):
            raise AssertionError(f"does not name the file: {error}") from error
        return False
    finally:
        for file in folder.glob("damaged.sqlite-*"):
            file.unlink()
        for file in folder.glob("damaged (format*"):
            file.unlink()
        path.write_bytes(content)
    return not problems


def count_rescued(folder: Path) -> int:
    """Rescue what can be read into a new file, which has to be sound; how many scenarios."""
    path, new = folder / "damaged.sqlite", folder / "rescued.sqlite"
    new.unlink(missing_ok=True)
    found = salvage(path)
    if not found.entries:
        return 0
    rescue(path, new, chamber_of=DATASET.chamber_of)
    with sqlite3.connect(new) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with open_library(new) as library:
        assert [e.scenario for e in library.entries()] == [e.scenario for e in found.entries]
    return len(found.entries)


def flip_record(folder: Path, variants: int, seed: int = 4) -> Figure:
    """Find records of unsaved work with bits turned over or broken off."""
    chance = random.Random(seed)
    library, state = folder / "library.sqlite", folder / "state"
    record = RecoveryRecord(library, state)
    first = Draft(replace(OPENING, note="first"), OPENING, 1)
    second = Draft(replace(OPENING, note="second"), OPENING, 1)
    record.keep([first])
    record.keep([second])
    (path,) = folder.glob("*.unsaved")
    whole = path.read_bytes()
    record.end()
    brought = 0
    for number in range(variants):
        content = bytearray(whole)
        if number % 3 == 0:
            content = content[: chance.randrange(len(content))]
        else:
            for _ in range(chance.choice((1, 4, 64))):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        for found in left_behind(library, state):
            assert set(found.drafts) <= {first, second}, "what comes back is what was kept"
            brought += len(found.drafts)
            found.leave()
        path.unlink(missing_ok=True)
    return Figure(
        "Damaged records of unsaved work",
        f"{variants:,} records",
        f"0 crashes, 0 wrong; {brought:,} brought back",
    )


# -- files from elsewhere ----------------------------------------------------------------------


def damage_imports(folder: Path, variants: int) -> Figure:
    """Import damaged GraphML, GEXF, CSV and JSON: all of it or nothing, and why."""
    tried, taken = import_damaged(folder, variants)
    return Figure(
        "Damaged files to import: GraphML, GEXF, CSV, JSON",
        f"{tried:,} files",
        f"0 crashes; {taken:,} imported whole, {tried - taken:,} refused with reasons",
    )


# -- many writers --------------------------------------------------------------------------------


def write_together(folder: Path, writers: int, saves: int) -> Figure:
    """Processes that each add to one scenario and save one of their own: no addition is lost."""
    path = make_library(folder / "shared.sqlite")
    with open_library(path) as library:
        row = library.save(replace(OPENING, name="Sum", origin="", note="0"))

    def work(report: Callable[[str], None], writer: int) -> None:
        conflicts = 0
        with open_library(path) as library:
            for number in range(saves):
                while True:
                    try:
                        seen = library.load(row)
                        more = replace(seen, note=str(int(seen.note) + 1))
                        library.save(more, row, was=seen)
                        break
                    except (ChangedMeanwhileError, LockedLibraryError):
                        conflicts += 1
                while True:
                    try:
                        library.save(_named(f"{writer}/{number}"))
                        break
                    except LockedLibraryError:
                        conflicts += 1
        report(json.dumps(conflicts))

    conflicts = 0
    pipes = []
    children = []
    for writer in range(writers):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                work(lambda line: os.write(writing, line.encode()) and None, writer)  # noqa: B023
                os._exit(0)
            except BaseException as error:
                os.write(writing, repr(error).encode())
                os._exit(1)
        os.close(writing)
        pipes.append(reading)
        children.append(child)
    for reading, child in zip(pipes, children, strict=True):
        with os.fdopen(reading) as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        assert status == 0, told
        conflicts += int(told)
    with open_library(path) as library:
        assert int(library.load(row).note) == writers * saves
        names = {entry.scenario.name for entry in library.entries()}
    assert names >= {f"{writer}/{number}" for writer in range(writers) for number in range(saves)}
    assert_sound(path)
    return Figure(
        f"Saves by {writers} processes at once",
        f"{2 * writers * saves:,} saves",
        f"0 lost, {conflicts:,} conflicts noticed",
    )


def _named(name: str) -> Scenario:
    return replace(OPENING, name=name, origin="")


EXPERIMENTS: dict[str, Callable[[Path, int], Figure | None]] = {
    "kill_while_saving": kill_while_saving,
    "kill_while_keeping": kill_while_keeping,
    "kill_windows": kill_windows,
    "kill_while_migrating": kill_while_migrating,
    "limit_file_size": limit_file_size,
    "fill_disk": lambda folder, _: fill_disk(folder),
    "forbid_writing": lambda folder, _: forbid_writing(folder),
    "flip_bits": flip_bits,
    "truncate": truncate,
    "flip_record": flip_record,
    "damage_imports": damage_imports,
    "write_together": lambda folder, saves: write_together(folder, 4, saves),
}
"""By name; each takes an empty folder and how often."""


def run(name: str, folder: Path, count: int) -> Figure | None:
    """One experiment in a folder of its own, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return EXPERIMENTS[name](folder, count)


def main(arguments: list[str]) -> None:
    """Run one experiment and print its figure as JSON: ``NAME FOLDER COUNT``."""
    name, folder, count = arguments
    found = run(name, Path(folder), int(count))
    print(json.dumps(None if found is None else vars(found)))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
