"""Unsaved datasets after the program ended before its time."""

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iraq_explorer.storage import draft_recovery
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.draft_file import new_draft
from iraq_explorer.storage.draft_recovery import DraftRecord, Unsaved, left_drafts, rows_changed

MOMENT = datetime(2026, 11, 22, 9, 14, tzinfo=UTC)
FIRST = new_draft("Utopia")
STAMP = (("utopia.json", 10, 20),)


def typed(draft: DatasetDraft, table: str, number: int, field: str, text: str) -> DatasetDraft:
    return draft.with_texts(Grid(table), {(number, field): text})


def unsaved(draft: DatasetDraft, changed: int = 1) -> Unsaved:
    return Unsaved(draft, Path("/x/utopia.json"), STAMP, changed)


def record(folder: Path) -> DraftRecord:
    return DraftRecord(folder, lambda: MOMENT)


def crash(held: DraftRecord) -> None:
    """As when the process is gone: the lock goes, the file stays."""
    assert held._file is not None
    held._file.close()


def steps() -> list[DatasetDraft]:
    """A draft as it is typed, pasted, removed from and renamed in."""
    made = [FIRST, typed(FIRST, "actors", 0, "name.ar", "حزب \u200f")]
    made.append(made[-1].with_texts(Grid("sources"), {(n, "title"): f"s{n}" for n in range(40)}))
    made.append(made[-1].without_rows(Grid("sources"), range(3, 30)))
    made.append(made[-1].with_new_row(Grid("actors"), 0))
    made.append(typed(made[-1], "dataset", 0, "title", "Utopia \ud800"))
    return made


def test_what_was_typed_comes_back_step_by_step(tmp_path: Path) -> None:
    for number in range(1, len(steps()) + 1):
        folder = tmp_path / str(number)
        held = record(folder)
        for draft in steps()[:number]:
            held.keep(unsaved(draft, number))
        crash(held)
        (found,) = left_drafts(folder)
        assert found.unsaved == unsaved(steps()[number - 1], number)
        assert (found.made_at, found.damaged) == (MOMENT, False)


def test_only_the_first_line_holds_the_whole_of_it(tmp_path: Path) -> None:
    held = record(tmp_path)
    many = FIRST.with_texts(Grid("sources"), {(n, "title"): f"s{n}" for n in range(2000)})
    held.keep(unsaved(many))
    (path,) = tmp_path.iterdir()
    whole = path.stat().st_size
    held.keep(unsaved(typed(many, "sources", 1000, "note", "x")))
    assert path.stat().st_size - whole < 600
    held.end()


def test_nothing_is_written_before_there_is_work_and_nothing_stays_after(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    held = record(folder)
    held.end()
    assert not folder.exists()
    held.keep(unsaved(FIRST))
    held.end()
    assert not list(folder.iterdir())


def test_the_record_of_an_editor_that_lives_is_not_found(tmp_path: Path) -> None:
    held = record(tmp_path)
    held.keep(unsaved(FIRST))
    assert left_drafts(tmp_path) == ()
    crash(held)
    (found,) = left_drafts(tmp_path)
    found.leave()
    (again,) = left_drafts(tmp_path)
    again.discard()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("spoil", "kept", "damaged"),
    [
        (lambda content: content[:-9], 1, False),
        (lambda content: content.replace(b"Changed", b"Chonged"), 1, True),
        (lambda content: b"nonsense\n" + content, None, True),
        (lambda content: content[:40], None, True),
    ],
)
def test_what_is_whole_comes_back_from_a_damaged_record(
    tmp_path: Path,
    spoil: Callable[[bytes], bytes],
    kept: int | None,
    damaged: bool,
) -> None:
    held = record(tmp_path)
    held.keep(unsaved(FIRST, 1))
    held.keep(unsaved(typed(FIRST, "dataset", 0, "title", "Changed"), 2))
    crash(held)
    (path,) = tmp_path.iterdir()
    path.write_bytes(spoil(path.read_bytes()))
    (found,) = left_drafts(tmp_path)
    assert (found.unsaved.changed if found.unsaved else None, found.damaged) == (kept, damaged)
    found.discard()
    assert [p.name.endswith(".damaged") for p in tmp_path.iterdir()] == [True] * damaged
    assert left_drafts(tmp_path) == ()


def test_a_record_that_grew_or_was_deleted_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_recovery, "_ROOM", 2000)
    held = record(tmp_path)
    draft = FIRST
    for number in range(60):
        draft = typed(draft, "dataset", 0, "title", f"Title {number}")
        held.keep(unsaved(draft))
        (path,) = tmp_path.iterdir()
        assert path.stat().st_size < 6000
    path.unlink()
    held.keep(unsaved(FIRST))
    crash(held)
    (found,) = left_drafts(tmp_path)
    assert found.unsaved == unsaved(FIRST)


def test_rows_that_changed_are_counted() -> None:
    assert rows_changed(FIRST, FIRST) == 0
    one = typed(FIRST, "actors", 0, "name.en", "B")
    assert rows_changed(FIRST, one) == 1
    assert rows_changed(FIRST, one.with_new_row(Grid("ties"), 0)) == 2
    assert rows_changed(FIRST, FIRST.without_rows(Grid("sources"), [0])) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be split")
def test_what_was_kept_survives_a_kill(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        held = record(tmp_path)
        for draft in steps():
            held.keep(unsaved(draft))
        os.write(writing, b"kept")
        signal.pause()
    assert os.read(reading, 9) == b"kept"
    assert left_drafts(tmp_path) == ()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    (found,) = left_drafts(tmp_path)
    assert found.unsaved == unsaved(steps()[-1])
