"""A dataset's folder after a program ended at any moment of saving it: old or new, never both."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.dataset_json import PARTS
from iraq_explorer.storage.draft_file import new_draft, open_draft, save_draft
from iraq_explorer.storage.importing import import_files

OLD = new_draft("Old")
NEW = OLD.with_texts(Grid("dataset"), {(0, "title"): "New"}).with_texts(
    Grid("sources"), {(0, "title"): "Another source"}
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "held"
    save_draft(OLD, made)
    (made / "stories.json").write_text("[]")
    return made


def ended_at(folder: Path, moment: int) -> bool:
    """Save in a process that ends before its n-th step on the disk; whether it came so far."""
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, told: tuple[object, ...]) -> None:
            nonlocal steps
            if event in ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "open"):
                steps += str(folder) in str(told[0])
                if steps == moment:
                    os._exit(9)

        sys.addaudithook(count)
        save_draft(NEW, folder)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be split")
def test_a_program_that_ends_at_any_step_of_saving_leaves_the_old_or_the_new_dataset(
    folder: Path, tmp_path: Path
) -> None:
    seen: list[str] = []
    while True:
        copy = tmp_path / f"copy{len(seen)}"
        shutil.copytree(folder, copy)
        if not ended_at(copy, len(seen) + 1):
            break
        draft = open_draft(copy).draft
        assert draft in (OLD, NEW)
        seen.append("new" if draft == NEW else "old")
        assert read_dataset(copy).title == ("New" if draft == NEW else "Old")
        # Saving again works, and nothing of the first attempt stays.
        save_draft(OLD, copy)
        assert sorted(p.name for p in copy.iterdir()) == sorted(
            [*(f"{part}.json" for part in PARTS), "stories.json"]
        )
    assert len(seen) > 2 * len(PARTS)
    assert seen == sorted(seen, reverse=True), "once it is saved, it stays so"
    assert {"old", "new"} == set(seen)


def half_saved(folder: Path, new: DatasetDraft) -> None:
    """As a program leaves it that ended after the first file took its place."""
    other = folder.with_name("other")
    save_draft(new, other)
    saved = folder / ".dataset.saved"
    other.rename(saved)
    (saved / "actors.json").replace(folder / "actors.json")


def test_what_a_save_left_to_be_done_is_done_by_whoever_opens_the_folder(folder: Path) -> None:
    half_saved(folder, NEW)
    assert import_files([folder], "It").dataset.title == "New"
    assert not (folder / ".dataset.saved").exists()


def test_where_it_cannot_be_done_the_folder_is_read_as_it_was_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_saved(folder, NEW)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "read only")

    monkeypatch.setattr(Path, "replace", refuse)
    assert open_draft(folder).draft == NEW
    assert read_dataset(folder).title == "New"
    assert import_files([folder], "It").dataset.title == "New"


def test_a_save_that_fails_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            save_draft(NEW, folder)
    assert open_draft(folder).draft == OLD
    assert not [p for p in folder.iterdir() if p.name.startswith(".")]
