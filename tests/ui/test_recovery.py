"""Unsaved work after a crash: offered beside the work, brought back, never saved unasked."""

import os
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.recovery import Draft, RecoveryRecord, left_behind
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.recovery import state_folder
from tests.ui.hands import CTRL, Answers, Hands

ROOT = Path(__file__).resolve().parent.parent.parent
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OPENING = "October 2010: Maliki with Sadr"

Open = Callable[..., MainWindow]


def records(library: Path) -> list[str]:
    return sorted(f.name for f in library.parent.iterdir() if "unsaved" in f.name)


def row_of(library: Path, name: str) -> int:
    with Library.open(library) as opened:
        return next(e.id for e in opened.entries() if e.scenario.name == name)


def leave(library: Path, *drafts: Draft) -> Path:
    """A record as a window leaves it behind that ended before its time."""
    record = RecoveryRecord(library, state_folder(), lambda: NOON)
    record.keep(drafts)
    assert record._file is not None
    record._file.close()
    return record._file.path


def button(window: MainWindow, words: str) -> QPushButton:
    return next(b for b in window.offers.buttons if b.text() == words)


def press(hands: Hands, window: MainWindow, words: str) -> None:
    wanted = button(window, words)
    hands.click(wanted, wanted.rect().center())


def kept(library: Path, qtbot: QtBot) -> None:
    """Wait until the unsaved work lies in its record."""
    qtbot.waitUntil(lambda: bool(records(library)), timeout=8000)


@pytest.fixture
def moved(dataset: Dataset) -> Draft:
    base = dataset.scenarios["maliki_sadr_2010"]
    return Draft(base.move(["ina10_badr", "ka10_kdp"], "sol"), base, None)


def test_a_killed_window_loses_no_committed_change(
    library: Path, open_window: Open, settings: QSettings, qtbot: QtBot, tmp_path: Path,
    answers: Answers,
) -> None:  # fmt: skip
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from PySide6.QtCore import QSettings
        from iraq_explorer.app import make_application, make_window

        app = make_application([])
        library = Path(sys.argv[1])
        window = make_window(library, QSettings(sys.argv[2], QSettings.Format.IniFormat))
        window.show()
        while window.session.row is None:
            app.processEvents()
        document = window.document
        document.commit(document.scenario.move(["ina10_badr"], "sol"), "move")
        document.commit(document.scenario.move(["ka10_kdp"], "sol"), "move")
        while not list(library.parent.glob("*.unsaved")):
            app.processEvents()
        print("kept", flush=True)
        time.sleep(60)
        """
    )
    before = library.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", script, str(library), str(tmp_path / "child.ini")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        process.kill()
    assert library.read_bytes() == before

    window = open_window()
    hands = Hands(window, qtbot)
    assert window.offers.isVisible()
    assert f"“{OPENING}” (2 changes)" in window.offers.label.text()
    assert not window.isWindowModified(), "nothing is brought back unasked"
    press(hands, window, "Bring it back")
    scenario = window.document.scenario
    assert [scenario.coalition_of(b) for b in ("ina10_badr", "ka10_kdp")] == ["sol", "sol"]
    assert window.isWindowModified()
    assert not window.offers.isVisible()
    assert library.read_bytes() == before, "nothing is saved unasked"
    assert len(records(library)) == 1, "it is kept by this window now"
    hands.key("s", CTRL)
    assert f"{OPENING} (2)" in [entry.scenario.name for entry in window.session.entries]
    qtbot.waitUntil(lambda: not records(library), timeout=8000)
    assert window.close()
    assert not answers.asked


def test_a_clean_end_leaves_no_record(
    window: MainWindow, hands: Hands, library: Path, answers: Answers, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QMessageBox

    hands.select("ina10_badr")
    hands.key("1")
    kept(library, qtbot)
    answers.next = [QMessageBox.StandardButton.Discard]
    assert window.close()
    assert records(library) == []


def test_the_record_follows_each_change_and_goes_when_all_is_undone(
    window: MainWindow, hands: Hands, library: Path, qtbot: QtBot
) -> None:
    hands.select("ina10_badr")
    hands.key("1")
    kept(library, qtbot)
    hands.key("z", CTRL)
    qtbot.waitUntil(lambda: not records(library), timeout=8000)


def test_a_change_is_kept_at_once_and_not_only_at_the_next_look(
    window: MainWindow, hands: Hands, library: Path, qtbot: QtBot
) -> None:
    window.recovery._timer.stop()
    hands.select("ina10_badr")
    hands.key("1")
    kept(library, qtbot)
    hands.key("z", CTRL)
    qtbot.waitUntil(lambda: not records(library), timeout=8000)


def test_a_record_that_could_not_follow_the_last_change_goes_with_the_save(
    window: MainWindow, hands: Hands, library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.select("ina10_badr")
    hands.key("1")
    kept(library, qtbot)
    with monkeypatch.context() as only_here:

        def full(self: RecoveryRecord, drafts: object) -> None:
            raise OSError(28, "No space left on device")

        only_here.setattr(RecoveryRecord, "keep", full)
        hands.key("2")
        qtbot.waitUntil(lambda: "No space left" in window.messages.label.text(), timeout=8000)
        window.recovery._timer.stop()
        hands.key("s", CTRL)
        qtbot.waitUntil(lambda: not window.recovery._background.busy)
    window.recovery._timer.start()
    assert not window.isWindowModified()
    qtbot.waitUntil(lambda: not records(library), timeout=8000)


def test_unsaved_work_goes_along_into_another_library_without_a_gap(
    window: MainWindow, hands: Hands, library: Path, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    hands.select("ina10_badr")
    hands.key("1")
    kept(library, qtbot)
    there = tmp_path / "there"
    there.mkdir()
    window.session.shelf.write(there / "new.sqlite")
    ended = []
    end = RecoveryRecord.end

    def noted(self: RecoveryRecord) -> None:
        ended.append([file.suffix for file in there.iterdir()])
        end(self)

    monkeypatch.setattr(RecoveryRecord, "end", noted)
    assert window.session.go_on_in(there / "new.sqlite")
    assert records(library) == []
    assert sorted(ended[0]) == [".sqlite", ".unsaved"], "kept there before it goes here"


def test_where_the_home_cannot_be_written_unsaved_work_survives_among_temporary_files(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/dev/null/home")
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window = open_window(None)
    hands = Hands(window, qtbot)
    hands.select("ina10_badr")
    hands.key("1")
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("iraq-explorer-*/*.unsaved"))), timeout=8000)
    mine = window.document.scenario
    record = window.recovery._record
    assert record is not None
    qtbot.waitUntil(lambda: not window.recovery._background.busy)
    assert record._file is not None
    record._file.close()
    (found,) = left_behind(None, state_folder())
    assert found.drafts[0].scenario == mine
    found.leave()


@pytest.mark.skipif(os.name != "posix", reason="owners of POSIX")
def test_a_folder_of_another_user_among_temporary_files_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert state_folder() == Path("/dev/null/state/iraq-explorer")


def test_a_note_that_is_being_typed_is_kept_and_typing_goes_on(
    window: MainWindow, hands: Hands, library: Path, qtbot: QtBot
) -> None:
    window.inspector.edit.click()
    note = window.inspector.note
    note.setFocus()
    note.setPlainText("Half a thought")
    kept(library, qtbot)
    assert note.hasFocus()
    assert not window.document.undo_stack.canUndo(), "no step for every second of typing"
    record = window.recovery._record
    assert record is not None
    qtbot.waitUntil(lambda: not window.recovery._background.busy)
    assert record._file is not None
    record._file.close()
    (found,) = left_behind(library, state_folder())
    assert found.drafts[0].scenario.note == "Half a thought"
    found.leave()


def test_the_offer_tells_names_changes_and_time_and_waits_beside_the_work(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    plan = replace(moved.base, name="My plan", origin="")
    leave(library, replace(moved, row=row_of(library, OPENING)), Draft(plan, moved.base, None))
    window = open_window()
    told = window.offers.label.text()
    assert f"“{OPENING}” (2 changes)" in told
    assert "“My plan” (2 changes)" in told
    assert "November 2026, " in told
    hands = Hands(window, qtbot)
    hands.select("ina10_badr")  # nothing is in the way
    assert window.close()
    assert len(records(library)) == 1, "what was not answered is offered again"
    again = open_window()
    assert again.offers.isVisible()


def test_everything_comes_back_with_scenarios_that_were_never_saved(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    plan = replace(moved.scenario, name="My plan", origin="")
    empty = Scenario("My plan", plan.chamber, plan.date, plan.rule)
    leave(library, replace(moved, row=row_of(library, OPENING)), Draft(plan, empty, None))
    before = library.read_bytes()
    window = open_window()
    hands = Hands(window, qtbot)
    press(hands, window, "Bring it back")
    session = window.session
    assert window.document.scenario == moved.scenario
    assert session.unsaved == (OPENING, "My plan")
    loose = next(entry for entry in session.entries if entry.scenario.name == "My plan")
    session.open(loose.id)
    assert window.document.scenario == plan
    assert window.isWindowModified()
    assert library.read_bytes() == before
    assert session.save_all()
    assert session.unsaved == ()
    with Library.open(library) as opened:
        names = [entry.scenario.name for entry in opened.entries()]
    assert {"My plan", f"{OPENING} (2)"} <= set(names)
    assert names == [entry.scenario.name for entry in session.entries]


def test_what_was_thrown_away_can_be_kept_after_all_until_the_window_closes(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    leave(library, moved)
    window = open_window()
    hands = Hands(window, qtbot)
    press(hands, window, "Throw it away")
    assert len(records(library)) == 1
    press(hands, window, "Keep it after all")
    assert "2 changes" in window.offers.label.text()
    press(hands, window, "Throw it away")
    assert window.close()
    assert records(library) == []


def test_offers_are_answered_by_keyboard(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    leave(library, moved)
    window = open_window()
    hands = Hands(window, qtbot)
    back = button(window, "Bring it back")
    back.setFocus()
    hands.key(Qt.Key.Key_Space, to=back)
    assert window.document.scenario == moved.scenario


def test_work_done_since_the_start_is_not_replaced_by_what_comes_back(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    leave(library, replace(moved, row=row_of(library, OPENING)))
    window = open_window()
    hands = Hands(window, qtbot)
    window.document.commit(window.document.scenario.move(["sol10_all"], None), "mine")
    mine = window.document.scenario
    press(hands, window, "Bring it back")
    assert window.document.scenario == moved.scenario
    assert {draft.scenario for draft in window.session.drafts} == {mine, moved.scenario}


def test_a_scenario_saved_otherwise_since_is_not_overwritten_by_what_comes_back(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    base = replace(moved.base, name="Plan", origin="")
    with Library.open(library) as opened:
        row = opened.save(base)
        leave(library, Draft(replace(moved.scenario, name="Plan", origin=""), base, row))
        since = replace(base, note="saved since")
        opened.save(since, row)
    window = open_window()
    hands = Hands(window, qtbot)
    press(hands, window, "Bring it back")
    hands.key("s", CTRL)
    with Library.open(library) as opened:
        by_name = {entry.scenario.name: entry.scenario for entry in opened.entries()}
    assert by_name["Plan"] == since
    assert by_name["Plan (2)"].coalition_of("ka10_kdp") == "sol"


def test_a_damaged_record_is_told_and_kept_aside(
    open_window: Open, library: Path, moved: Draft
) -> None:
    path = leave(library, moved)
    path.write_bytes(b"\0" * 500)
    window = open_window()
    assert "cannot be read" in window.messages.label.text()
    assert path.name in window.messages.label.text()
    assert records(library) == [f"{path.name}.damaged"]
    assert not window.offers.isVisible()


def test_work_of_an_unknown_chamber_stays_in_its_file(
    open_window: Open, library: Path, moved: Draft, qtbot: QtBot
) -> None:
    beirut = replace(moved.base, name="Beirut", chamber="leb2009")
    path = leave(library, moved, Draft(replace(beirut, note="x"), beirut, None))
    window = open_window()
    press(Hands(window, qtbot), window, "Bring it back")
    assert window.document.scenario == moved.scenario
    assert "Beirut" in window.messages.label.text()
    assert f"{path.name}.damaged" in records(library)


def test_where_no_record_can_be_kept_it_is_said_once_and_work_goes_on(
    window: MainWindow, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: RecoveryRecord, drafts: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RecoveryRecord, "keep", full)
    hands.select("ina10_badr")
    hands.key("1")
    qtbot.waitUntil(lambda: "No space left" in window.messages.label.text(), timeout=8000)
    assert window.isWindowModified()


def test_in_a_folder_that_cannot_be_written_the_record_goes_elsewhere(
    open_window: Open, library: Path, moved: Draft, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from iraq_explorer.storage import recovery

    create = recovery.LockedFile.create

    def refuse(path: Path) -> object:
        if path.parent == library.parent:
            raise PermissionError(13, "Permission denied")
        return create(path)

    monkeypatch.setattr(recovery.LockedFile, "create", refuse)
    window = open_window()
    window.document.commit(window.document.scenario.move(["sol10_all"], None), "move")
    record = window.recovery._record
    assert record is not None
    qtbot.waitUntil(lambda: record._file is not None, timeout=8000)
    assert records(library) == []
    assert record._file is not None
    record._file.close()
    (found,) = left_behind(library, state_folder())
    assert found.drafts[0].scenario == window.document.scenario
    found.leave()
