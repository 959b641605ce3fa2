"""The record of unsaved work by itself: what a crash, damage and foreign hands leave of it."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.storage import locked_file
from iraq_explorer.storage.places import user_state_folder
from iraq_explorer.storage.recovery import Draft, LeftBehind, RecoveryRecord, left_behind

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BASE = Scenario(
    "Mine",
    "cor-2010",
    PartialDate("2010-10-01"),
    "absolute",
    coalitions=(Coalition("c1", "دولة القانون", 0), Coalition("c2", "Iraqiya", 3)),
    membership={"sol": "c1", "sadr": "c1", "iraqiya": "c2"},
)
DRAFT = Draft(BASE.move(["sadr"], "c2"), BASE, 7)
OTHER = Draft(replace(BASE, name="New", note="x"), replace(BASE, name="New"), None)


class Place:
    """A library's folder and the user's folder of state."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "lib" / "scenarios.sqlite"
        self.library.parent.mkdir()
        self.state = folder / "state"

    def record(self) -> RecoveryRecord:
        return RecoveryRecord(self.library, self.state, lambda: NOON)

    def found(self) -> tuple[LeftBehind, ...]:
        return left_behind(self.library, self.state)

    def names(self) -> list[str]:
        return sorted(file.name for file in self.library.parent.iterdir())

    def crashed(self, *states: Sequence[Draft]) -> Path:
        """A record that was written so often and whose window is no more."""
        record = self.record()
        for drafts in states:
            record.keep(drafts)
        assert record._file is not None
        record._file.close()
        return record._file.path


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_what_was_kept_comes_back_with_its_time_and_number_of_changes(place: Place) -> None:
    place.crashed([DRAFT], [DRAFT, OTHER])
    (found,) = place.found()
    assert found.drafts == (DRAFT, OTHER)
    assert found.made_at == NOON
    assert not found.damaged
    assert [draft.changes for draft in found.drafts] == [1, 1]
    found.discard()
    assert place.names() == []


def test_changes_are_counted_bloc_by_bloc() -> None:
    after = replace(BASE.move(["sadr", "iraqiya"], None), note="x", tags=("a",))
    assert Draft(after, BASE, None).changes == 4
    assert Draft(BASE, BASE, None).changes == 0


def test_nothing_is_written_before_there_is_unsaved_work_and_nothing_stays_after(
    place: Place,
) -> None:
    record = place.record()
    record.keep([])
    assert place.names() == []
    record.keep([DRAFT])
    assert len(place.names()) == 1
    record.keep([])
    assert place.names() == []
    record.keep([DRAFT])
    record.end()
    assert place.names() == []


def test_the_record_of_a_window_that_lives_is_not_found(place: Place) -> None:
    record = place.record()
    record.keep([DRAFT])
    assert place.found() == ()
    other = place.record()
    other.keep([OTHER])
    assert len(place.names()) == 2
    record.end()
    other.end()


def test_a_record_that_is_left_is_found_again(place: Place) -> None:
    place.crashed([DRAFT])
    (found,) = place.found()
    assert place.found() == (), "two windows that start together are not offered the same"
    found.leave()
    (again,) = place.found()
    assert again.drafts == (DRAFT,)
    again.discard()


def test_a_line_cut_off_by_a_crash_loses_only_itself(place: Place) -> None:
    path = place.crashed([DRAFT], [DRAFT, OTHER])
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    for length in (first, first + 1, first + 50, len(whole) - 1):
        path.write_bytes(whole[:length])
        (found,) = place.found()
        assert found.drafts == (DRAFT,)
        assert not found.damaged
        found.leave()


def test_a_damaged_record_is_kept_aside_and_what_is_whole_in_it_comes_back(place: Place) -> None:
    path = place.crashed([DRAFT], [DRAFT, OTHER])
    content = bytearray(path.read_bytes())
    content[-200] ^= 1
    path.write_bytes(content)
    (found,) = place.found()
    assert found.damaged
    assert found.drafts == (DRAFT,)
    found.discard()
    assert place.names() == [path.name + ".damaged"]
    assert place.found() == ()


@pytest.mark.parametrize("content", [b"x", b"nonsense\n", b"[]\n" * 9, b"\xff\n", b"{" * 200_000])
def test_a_record_of_nonsense_is_damaged(place: Place, content: bytes) -> None:
    path = place.crashed([DRAFT])
    path.write_bytes(content)
    (found,) = place.found()
    assert found.damaged
    assert found.drafts == ()
    aside = found.set_aside()
    assert aside.read_bytes() == content


def test_a_process_with_the_number_of_a_killed_one_overwrites_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a container the program has the same number at each start."""
    for drafts in ([DRAFT], [OTHER], [DRAFT, OTHER]):
        monkeypatch.setattr(locked_file, "_numbers", itertools.count(1))
        place.crashed(drafts)
    assert len(place.names()) == 3, "all beside the library"
    assert {found.drafts for found in place.found()} == {(DRAFT,), (OTHER,), (DRAFT, OTHER)}


def test_what_was_put_aside_is_not_replaced_by_the_next(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []
    for content in (b"one\n", b"two\n", b"three\n"):
        monkeypatch.setattr(locked_file, "_numbers", itertools.count(1))
        place.crashed([DRAFT]).write_bytes(content)
        (found,) = place.found()
        kept.append(found.set_aside())
    assert [aside.read_bytes() for aside in kept] == [b"one\n", b"two\n", b"three\n"]
    assert place.found() == ()


def test_an_empty_record_goes_without_a_word(place: Place) -> None:
    path = place.crashed([DRAFT])
    path.write_bytes(b"")
    assert place.found() == ()
    assert place.names() == []


def test_a_record_that_somebody_deleted_is_written_anew(place: Place) -> None:
    record = place.record()
    record.keep([DRAFT])
    for name in place.names():
        (place.library.parent / name).unlink()
    record.keep([DRAFT, OTHER])
    assert len(place.names()) == 1
    record.end()


def test_a_record_that_has_grown_large_is_begun_anew(place: Place) -> None:
    record = place.record()
    large = replace(DRAFT, scenario=replace(DRAFT.scenario, note="x" * 3_000_000))
    for drafts in ([large], [large, OTHER], [DRAFT]):
        record.keep(drafts)
    (name,) = place.names()
    assert (place.library.parent / name).stat().st_size < 1_000_000
    assert record._file is not None
    record._file.close()
    (found,) = place.found()
    assert found.drafts == (DRAFT,)
    found.discard()


def test_the_same_work_in_two_records_is_found_once(place: Place) -> None:
    place.crashed([DRAFT])
    place.crashed([DRAFT])
    (found,) = place.found()
    assert len(place.names()) == 1
    found.discard()


def test_where_the_folder_cannot_be_written_the_record_goes_to_the_folder_of_state(
    place: Place,
) -> None:
    place.library.parent.rmdir()
    record = place.record()
    record.keep([DRAFT])
    (file,) = place.state.iterdir()
    assert file.name.startswith("scenarios.sqlite.")
    other = RecoveryRecord(place.library.with_name("other.sqlite"), place.state)
    other.keep([OTHER])
    assert record._file is not None
    record._file.close()
    (found,) = place.found()
    assert found.drafts == (DRAFT,), "only those of this library"
    found.discard()
    other.end()


def test_where_nothing_can_be_written_it_is_said(place: Place) -> None:
    place.library.parent.rmdir()
    place.state.write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"exists|directory"):
        place.record().keep([DRAFT])


def test_work_without_any_library_is_kept_too(tmp_path: Path) -> None:
    record = RecoveryRecord(None, tmp_path)
    record.keep([DRAFT])
    assert record._file is not None
    record._file.close()
    (found,) = left_behind(None, tmp_path)
    assert found.drafts == (DRAFT,)
    found.discard()


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX only")
def test_what_is_kept_is_on_the_disk_with_its_name_before_keep_returns(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    fsync = os.fsync

    def noting(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    record = place.record()
    record.keep([DRAFT])
    (name,) = place.names()
    file = (place.library.parent / name).stat().st_ino
    assert synced == [file, place.library.parent.stat().st_ino]
    record.keep([DRAFT, OTHER])
    assert synced[2:] == [file]
    record.end()


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_killed_process_leaves_its_record_unlocked(place: Place) -> None:
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from iraq_explorer.storage.recovery import RecoveryRecord, left_behind

        library, state = map(Path, sys.argv[1:])
        (found,) = left_behind(library, state)
        record = RecoveryRecord(library, state)
        record.keep(found.drafts)
        found.discard()
        print("kept", flush=True)
        sys.stdin.read()
        """
    )
    place.crashed([DRAFT, OTHER])
    with subprocess.Popen(
        [sys.executable, "-c", script, str(place.library), str(place.state)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        assert place.found() == (), "its window lives"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    (found,) = place.found()
    assert found.drafts == (DRAFT, OTHER)
    found.discard()


def test_each_system_has_its_folder_of_state() -> None:
    home = Path("/home/ali")
    told = [
        user_state_folder(environ, platform, home)
        for environ, platform in (
            ({}, "linux"),
            ({"XDG_STATE_HOME": "/state"}, "linux"),
            ({"XDG_STATE_HOME": "relative"}, "linux"),
            ({}, "darwin"),
            ({"LOCALAPPDATA": "/local"}, "win32"),
            ({}, "win32"),
        )
    ]
    assert [folder.as_posix() for folder in told] == [
        "/home/ali/.local/state/iraq-explorer",
        "/state/iraq-explorer",
        "/home/ali/.local/state/iraq-explorer",
        "/home/ali/Library/Application Support/iraq-explorer",
        "/local/iraq-explorer",
        "/home/ali/AppData/Local/iraq-explorer",
    ]
