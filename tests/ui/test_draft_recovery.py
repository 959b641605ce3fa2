"""Unsaved datasets after a crash: offered beside the work, brought back, never saved unasked."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.draft_file import new_draft, save_draft
from iraq_explorer.storage.draft_recovery import DraftRecord, Unsaved, left_drafts
from iraq_explorer.ui.dataset_editor import DatasetEditor
from iraq_explorer.ui.draft_recovery import records_folder
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import LEFT, Answers

ROOT = Path(__file__).resolve().parent.parent.parent
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
Open = Callable[..., MainWindow]


def typed(title: str) -> DatasetDraft:
    return new_draft("Old").with_texts(Grid("dataset"), {(0, "title"): title})


def leave(draft: DatasetDraft, place: Path | None = None, changed: int = 1) -> Path:
    """A record as an editor leaves it behind that ended before its time."""
    record = DraftRecord(records_folder(), lambda: NOON)
    record.keep(Unsaved(draft, place, (), changed))
    assert record._file is not None
    record._file.close()
    return record._file.path


def records() -> list[str]:
    folder = records_folder()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def press(window: MainWindow, words: str) -> None:
    QTest.mouseClick(next(b for b in window.offers.buttons if b.text() == words), LEFT)


def offered(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    return window.offers.label.text()


def editor_of(window: MainWindow, qtbot: QtBot) -> DatasetEditor:
    qtbot.waitUntil(lambda: bool(window.datasets.editors), timeout=8000)
    return window.datasets.editors[-1]


def test_unsaved_work_is_offered_with_what_it_holds_and_comes_back_as_unsaved(
    open_window: Open, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    place = tmp_path / "mine.json"
    save_draft(new_draft("Old"), place)
    before = place.read_bytes()
    leave(typed("<b>Utopia</b>"), place, 12)
    window = open_window()
    told = offered(window, qtbot)
    assert "“<b>Utopia</b>”, 12 rows changed" in told
    assert "22 November 2026" in told
    assert str(place) in told
    press(window, "Bring it back")
    editor = editor_of(window, qtbot)
    assert editor.document.title == "<b>Utopia</b>"
    assert editor.isWindowModified()
    assert (editor.document.place, place.read_bytes()) == (place, before)
    assert len(records()) == 1, "the new record is there before the old one goes"
    answers.next = [QMessageBox.StandardButton.Discard]
    assert editor.close()
    assert records() == []


def test_what_is_thrown_away_goes_with_the_window_and_can_be_kept_after_all(
    open_window: Open, qtbot: QtBot
) -> None:
    leave(typed("Utopia"))
    window = open_window()
    assert "1 row changed" in offered(window, qtbot)
    press(window, "Throw it away")
    assert "when this window closes" in window.offers.label.text()
    press(window, "Keep it after all")
    assert "Utopia" in window.offers.label.text()
    press(window, "Throw it away")
    assert len(records()) == 1
    assert window.close()
    assert records() == []


def test_an_offer_that_is_not_answered_comes_again(open_window: Open, qtbot: QtBot) -> None:
    leave(typed("Utopia"))
    window = open_window()
    offered(window, qtbot)
    assert window.close()
    (found,) = left_drafts(records_folder())
    found.leave()


def test_a_record_that_cannot_be_read_is_kept_aside_and_told(
    open_window: Open, qtbot: QtBot
) -> None:
    path = leave(typed("Utopia"))
    path.write_bytes(b"nonsense\n")
    window = open_window()
    qtbot.waitUntil(lambda: "cannot be read" in window.messages.label.text(), timeout=8000)
    assert records() == [f"{path.name}.damaged"]


def test_what_is_typed_is_kept_and_goes_with_saving(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new.json"), ""))
    window.menus.actions["newDataset"].trigger()
    editor = editor_of(window, qtbot)
    assert QTest.qWaitForWindowActive(editor)
    editor.page.go_to(0, "title")
    QTest.keyClicks(editor.page, "U")
    QTest.keyClicks(QApplication.focusWidget(), "topia")
    # Still in its field, which stays open.
    qtbot.waitUntil(lambda: bool(records()), timeout=8000)
    qtbot.waitUntil(lambda: not editor.keeper._work.busy)
    assert editor.document.title == "New dataset"
    assert b"Utopia" in (records_folder() / records()[0]).read_bytes()
    editor.saving.save()
    qtbot.waitUntil(lambda: records() == [], timeout=8000)
    assert editor.document.title == "Utopia"


def test_work_that_cannot_be_kept_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(DraftRecord, "keep", full)
    window.menus.actions["newDataset"].trigger()
    editor = editor_of(window, qtbot)
    editor.document.commit(typed("Utopia"), "Type")
    qtbot.waitUntil(lambda: "No space left" in editor.messages.label.text(), timeout=8000)


def test_a_killed_program_loses_no_change_of_a_dataset(
    open_window: Open, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from PySide6.QtCore import QSettings, QTimer
        from iraq_explorer.app import make_application, make_window
        from iraq_explorer.storage.dataset_draft import Grid
        from iraq_explorer.ui.draft_recovery import records_folder

        app = make_application()
        window = make_window(None, QSettings(sys.argv[1], QSettings.Format.IniFormat))
        window.datasets.new()
        document = window.datasets.editors[0].document
        draft = document.draft.with_texts(Grid("dataset"), {(0, "title"): "Killed"})
        document.commit(draft, "Type")

        def look():
            if records_folder().is_dir() and not window.datasets.editors[0].keeper._work.busy:
                print("kept", flush=True)

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(20)
        app.exec()
        """
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "other.ini")],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"kept\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    window = open_window()
    assert "“Killed”, 1 row changed" in offered(window, qtbot)
    press(window, "Bring it back")
    editor = editor_of(window, qtbot)
    assert editor.document.title == "Killed"
    assert [len(rows) for rows in editor.document.draft.tables.values()] == [
        len(rows) for rows in new_draft("").tables.values()
    ]
