"""Export from the window: choices, preview, several at once, paper, and the way back."""

from dataclasses import replace
from pathlib import Path
from threading import Semaphore

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QWindow,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from iraq_explorer.core.alt_text import alternative_text
from iraq_explorer.storage.picture_file import Look, Part, PictureKind
from iraq_explorer.storage.picture_scenario import read_picture
from iraq_explorer.storage.picture_text import PictureError
from iraq_explorer.ui import batch_dialog, snapshot
from iraq_explorer.ui.batch_dialog import BatchDialog
from iraq_explorer.ui.export_dialog import ExportDialog
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.snapshot import Request, write_picture
from tests.ui.conftest import Open
from tests.ui.hands import CTRL, SHIFT, Hands, action, undo

ALT = Qt.KeyboardModifier.AltModifier


def active(window: QWidget) -> None:
    # No window manager here hands the keys back when a dialog closes.
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


@pytest.fixture
def dialog(window: MainWindow, hands: Hands) -> ExportDialog:
    return open_dialog(window, hands)


def open_dialog(window: MainWindow, hands: Hands) -> ExportDialog:
    active(window)
    hands.key("e", CTRL, to=window.network)
    shown = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    hands.qtbot.waitUntil(lambda: not shown.preview.pixmap().isNull(), timeout=10000)
    return shown


def several(window: MainWindow, hands: Hands) -> BatchDialog:
    active(window)
    hands.key("e", CTRL | SHIFT, to=window.network)
    return next(d for d in window.findChildren(BatchDialog) if d.isVisible())


def say(window: MainWindow) -> str:
    return window.messages.label.text()


# -- choices and preview ---------------------------------------------------------------------------


def test_the_preview_shows_what_is_chosen_last(dialog: ExportDialog, hands: Hands) -> None:
    before = dialog.preview.pixmap().toImage()
    choices = dialog.choices
    with hands.qtbot.waitSignal(dialog.previewed, timeout=10000):
        for _ in range(3):
            choices.part_boxes[Part.POWER].click()
            choices.look_choice.setCurrentIndex(1)
        choices.size_choice.setCurrentIndex(choices.size_choice.findData("a4-portrait"))
    shown = dialog.preview.pixmap().toImage()
    assert shown != before
    assert shown.width() / shown.height() == pytest.approx(2480 / 3508, rel=0.02)
    assert shown.pixelColor(1, 1).lightness() < 80
    assert choices.chosen.style.parts >= {Part.POWER}


def test_a_transparent_picture_is_previewed_on_a_ground_that_its_words_are_read_on(
    dialog: ExportDialog, hands: Hands
) -> None:
    choices = dialog.choices
    for look, dark in ((Look.DARK, True), (Look.LIGHT, False)):
        with hands.qtbot.waitSignal(dialog.previewed, timeout=10000):
            choices.transparent_box.setChecked(True)
            choices.look_choice.setCurrentIndex(choices.look_choice.findData(look))
        shown = dialog.preview.pixmap().toImage()
        ground = {shown.pixelColor(x, 3).lightness() for x in range(1, 40)}
        assert len(ground) == 2
        assert all((lightness < 80) == dark for lightness in ground)


def test_a_locked_ratio_keeps_the_shape(dialog: ExportDialog, hands: Hands) -> None:
    choices = dialog.choices
    active(dialog)
    choices.width_box.setFocus()
    choices.width_box.selectAll()
    QTest.keyClicks(choices.width_box, "960")
    hands.key(Qt.Key.Key_Tab, to=choices.width_box)
    assert choices.size_px == (960, 540)
    assert choices.size_choice.currentData() == ""
    choices.height_box.setValue(1080)
    assert choices.size_px == (1920, 1080)
    assert choices.size_choice.currentData() == "1080p"
    choices.ratio_box.click()
    choices.height_box.setValue(1920)
    assert choices.size_px == (1920, 1920)
    choices.ratio_box.click()
    choices.width_box.setValue(1000)
    assert choices.size_px == (1000, 1000)


def test_parts_are_chosen_by_keys_and_the_legend_needs_the_network(
    dialog: ExportDialog, hands: Hands
) -> None:
    boxes = dialog.choices.part_boxes
    assert boxes[Part.LEGEND].isEnabled()
    boxes[Part.NETWORK].setFocus()
    with hands.qtbot.waitSignal(dialog.previewed, timeout=10000):
        hands.key(Qt.Key.Key_Space, to=boxes[Part.NETWORK])
    assert not boxes[Part.LEGEND].isEnabled()
    assert Part.NETWORK not in dialog.request.style.parts


def test_everything_in_the_dialog_is_reached_by_tab(dialog: ExportDialog, hands: Hands) -> None:
    active(dialog)
    choices = dialog.choices
    wanted = {
        choices.kind_choice, choices.size_choice, choices.width_box, choices.height_box,
        choices.ratio_box, *choices.part_boxes.values(), choices.look_choice,
        choices.transparent_box, choices.carries_box, choices.described_box, dialog.copy_button,
        dialog.print_button, dialog.save_button,
    }  # fmt: skip
    choices.kind_choice.setFocus()
    seen = set()
    for _ in range(40):
        seen.add(QApplication.focusWidget())
        hands.key(Qt.Key.Key_Tab)
    assert wanted <= seen


def test_closing_gives_up_what_is_being_drawn_and_written(
    window: MainWindow, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = Semaphore(0)

    def lasting(*arguments: object) -> None:
        """A network that takes for ever."""
        *_, going = arguments
        began.release()
        while True:
            going()  # type: ignore[operator]

    monkeypatch.setattr(snapshot, "draw_page", lasting)
    dialog.choices.look_choice.setCurrentIndex(1)
    assert began.acquire(timeout=5)
    # A newer wish ends the older one.
    dialog.choices.look_choice.setCurrentIndex(2)
    assert began.acquire(timeout=5)
    dialog.write(tmp_path / "never.png")
    assert began.acquire(timeout=5)
    dialog.reject()
    assert not dialog.isVisible()
    assert list(tmp_path.glob("*.png")) == []


@pytest.mark.parametrize("kind", PictureKind)
def test_each_format_is_saved_under_its_ending(
    kind: PictureKind,
    window: MainWindow,
    dialog: ExportDialog,
    hands: Hands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append((suggested, kinds))
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog.choices.kind_choice.setCurrentIndex(list(PictureKind).index(kind))
    dialog.choices.described_box.click()
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.save_button.click()
    suggested, kinds = asked[0]
    assert Path(suggested).name == f"october-2010-maliki-with-sadr.{kind}"
    assert f"*.{kind}" in kinds
    path = tmp_path / f"mine.{kind}"
    scenario, dataset = window.document.scenario, window.document.dataset
    assert read_picture(path, dataset).scenario == scenario
    told = (tmp_path / f"mine.{kind}.txt").read_text(encoding="utf-8")
    assert told.startswith(alternative_text(scenario, dataset))


def test_the_scenario_can_be_left_out(
    window: MainWindow, dialog: ExportDialog, hands: Hands, tmp_path: Path
) -> None:
    dialog.choices.carries_box.click()
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.write(tmp_path / "private.png")
    with pytest.raises(PictureError, match="carries no scenario"):
        read_picture(tmp_path / "private.png", window.document.dataset)
    assert not QImageReader(str(tmp_path / "private.png")).text("Source")


def test_what_was_chosen_is_there_the_next_time(
    window: MainWindow, dialog: ExportDialog, hands: Hands
) -> None:
    dialog.choices.part_boxes[Part.NOTE].click()
    dialog.choices.look_choice.setCurrentIndex(2)
    chosen = dialog.choices.chosen
    dialog.reject()
    again = open_dialog(window, hands)
    assert again.choices.chosen == chosen
    assert again.choices.chosen.style.look is Look.PRINT
    again.reject()


def test_the_shown_picture_is_copied_as_it_is_chosen(
    window: MainWindow, dialog: ExportDialog, hands: Hands
) -> None:
    dialog.choices.size_choice.setCurrentIndex(dialog.choices.size_choice.findData("screen"))
    dialog.choices.look_choice.setCurrentIndex(1)
    dialog.copy_button.click()
    hands.qtbot.waitUntil(lambda: "clipboard" in say(window), timeout=10000)
    assert "clipboard" in dialog.told.text()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1280, 800)
    assert image.pixelColor(2, 2).lightness() < 80


def test_each_button_of_the_dialog_has_a_key_of_its_own(dialog: ExportDialog) -> None:
    buttons = (dialog.copy_button, dialog.print_button, dialog.save_button)
    keys = [button.shortcut().toString() for button in buttons]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_the_scenario_is_copied_in_words(window: MainWindow, hands: Hands) -> None:
    hands.key("c", CTRL | ALT, to=window.network)
    told = QGuiApplication.clipboard().text()
    scenario = window.document.scenario
    assert told.startswith(alternative_text(scenario, window.document.dataset))
    assert scenario.note in told
    assert "clipboard" in say(window)


# -- paper -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("accepted", [True, False])
def test_the_picture_is_printed_through_the_systems_dialog(
    accepted: bool,
    window: MainWindow,
    hands: Hands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "paper.pdf"

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        code = QDialog.DialogCode
        return code.Accepted if accepted else code.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    hands.key("p", CTRL, to=window.network)
    assert path.exists() == accepted
    assert (f"printed into {path}" in say(window)) == accepted


def test_paper_that_cannot_be_written_is_told(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "no folder" / "paper.pdf"

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    hands.key("p", CTRL, to=window.network)
    assert say(window) == f"{path}: cannot be written."


# -- several ---------------------------------------------------------------------------------------


def test_all_scenarios_are_exported_at_once(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    batch = several(window, hands)
    folder = tmp_path / "new" / "folder"
    batch.folder_field.setText(str(folder))
    batch.choices.kind_choice.setCurrentIndex(1)
    batch.choices.described_box.click()
    assert batch.told.text() == "11 pictures."
    with hands.qtbot.waitSignal(batch.finished_writing, timeout=20000) as done:
        batch.export_button.click()
        assert not batch.export_button.isEnabled()
        assert batch.bar.isVisible()
        assert batch.cancel_button.text() == "Stop"
    assert done.args == [11, str(folder)]
    pictures = sorted(folder.glob("*.svg"))
    names = {read_picture(p, window.document.dataset).scenario.name for p in pictures}
    assert names == {entry.scenario.name for entry in window.session.entries}
    assert len(list(folder.glob("*.svg.txt"))) == 11
    assert not batch.isVisible()
    assert "11 pictures saved" in say(window)


def test_only_marked_scenarios_are_exported_and_the_open_one_as_it_is_now(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1", to=window.network)
    changed = window.document.scenario
    batch = several(window, hands)
    batch.folder_field.setText(str(tmp_path))
    batch._mark_all(Qt.CheckState.Unchecked)
    assert not batch.export_button.isEnabled()
    row = next(n for n in range(batch.list.count())
               if changed.name in batch.list.item(n).text())  # fmt: skip
    batch.list.setCurrentRow(row)
    batch.list.setFocus()
    hands.key(Qt.Key.Key_Space, to=batch.list)
    assert batch.marked == (changed,)
    with hands.qtbot.waitSignal(batch.finished_writing, timeout=20000):
        batch.export_button.click()
    (path,) = tmp_path.glob("*.png")
    assert read_picture(path, window.document.dataset).scenario == changed


def test_files_that_would_be_replaced_are_told_before(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    (tmp_path / "october-2010-maliki-with-sadr.png").touch()
    batch = several(window, hands)
    batch.folder_field.setText(str(tmp_path))
    assert "1 file of these names will be replaced" in batch.told.text()
    batch.choices.kind_choice.setCurrentIndex(1)
    assert "replaced" not in batch.told.text()
    batch.reject()


def test_stopping_leaves_whole_pictures_and_says_how_many(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = several(window, hands)
    written: list[Path] = []

    def slow(asked: Request, path: Path) -> None:
        write_picture(asked, path)
        written.append(path)
        if len(written) == 2:
            batch._stop.set()

    monkeypatch.setattr(batch_dialog, "write_picture", slow)
    batch.folder_field.setText(str(tmp_path))
    batch.choices.size_choice.setCurrentIndex(0)
    with hands.qtbot.waitSignal(batch.finished_writing, timeout=20000) as done:
        batch.export_button.click()
    assert done.args[0] == 2
    assert batch.isVisible()
    assert batch.told.text() == "Stopped after 2 pictures."
    assert batch.export_button.isEnabled()
    files = sorted(tmp_path.glob("*.png"))
    assert files == sorted(written)
    assert not any(QImage(str(path)).isNull() for path in files)
    batch.reject()


def test_escape_stops_the_work_before_it_closes(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    batch = several(window, hands)
    batch.folder_field.setText(str(tmp_path))
    with hands.qtbot.waitSignal(batch.finished_writing, timeout=20000) as done:
        batch.export_button.click()
        hands.key(Qt.Key.Key_Escape, to=batch)
        assert batch.isVisible()
    assert done.args[0] == len(list(tmp_path.glob("*.png"))) < 11
    hands.key(Qt.Key.Key_Escape, to=batch)
    assert not batch.isVisible()


def test_a_folder_that_cannot_be_made_is_told_in_the_dialog(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    batch = several(window, hands)
    batch.folder_field.setText(str(tmp_path / "file" / "folder"))
    with hands.qtbot.waitSignal(batch.finished_writing, timeout=20000) as done:
        batch.export_button.click()
    assert done.args[0] == 0
    assert batch.told.text().startswith("Stopped after 0 pictures.")
    assert "file" in batch.told.text()
    batch.reject()


# -- the way back ----------------------------------------------------------------------------------


@pytest.fixture
def picture(window: MainWindow, tmp_path: Path) -> Path:
    """A picture of another scenario, which no library holds."""
    document = window.document
    other = document.dataset.scenarios["allawi_abdulmahdi_2010"].move(["taw10_all"], None)
    path = tmp_path / "mail.png"
    write_picture(Request(other, document.dataset, (640, 400)), path)
    return path


def drop(window: MainWindow | QWindow, *paths: Path, place: QPointF | None = None) -> bool:
    """Drag files over the window and let go; whether the window takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(url.toString() for url in data.urls()))
    if place is None:
        place = QPointF(window.width() / 2, window.height() / 2)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(place, copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_picture_dropped_on_the_window_opens_exactly_its_scenario(
    window: MainWindow, hands: Hands, picture: Path
) -> None:
    wanted = read_picture(picture, window.document.dataset).scenario
    with hands.settling():
        assert drop(window, picture)
    assert window.document.scenario == wanted
    assert window.document.modified
    assert window.session.row is None
    assert "not saved yet" in say(window)
    assert "mail.png" in say(window)
    assert undo(window).isEnabled()
    with hands.settling():
        hands.key("s", CTRL, to=window.network)
        hands.key("r", CTRL, to=window.network)
    assert any(entry.scenario.membership == wanted.membership for entry in window.session.entries)


def test_a_picture_dropped_on_a_field_opens_its_scenario_and_is_not_typed_into_it(
    window: MainWindow, hands: Hands, picture: Path
) -> None:
    field = window.toolbar.search
    place = QPointF(field.mapTo(window, field.rect().center()))
    wanted = read_picture(picture, window.document.dataset).scenario
    with hands.settling():
        # The system speaks to the whole window, which hands the drop on to what is under it.
        assert drop(window.windowHandle(), picture, place=place)
    assert window.document.scenario == wanted
    assert field.text() == ""


def test_opening_a_picture_keeps_what_was_being_worked_on(
    window: MainWindow, hands: Hands, picture: Path
) -> None:
    row = window.session.row
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1", to=window.network)
    changed = window.document.scenario
    with hands.settling():
        drop(window, picture)
    assert row is not None
    with hands.settling():
        window.session.open(row)
    assert window.document.scenario == changed


def test_a_picture_is_opened_from_the_menu(
    window: MainWindow, hands: Hands, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    with hands.settling():
        action(window, "Open from picture").trigger()
    assert "mail.png" in say(window)


def test_a_picture_named_at_the_start_is_opened(
    open_window: Open, window: MainWindow, hands: Hands, picture: Path
) -> None:
    wanted = read_picture(picture, window.document.dataset).scenario
    window.pictures.open_at_start(picture)
    with hands.settling():
        window.pictures.started()
    assert window.document.scenario == wanted


def test_another_version_of_the_data_is_told(
    window: MainWindow, hands: Hands, tmp_path: Path, picture: Path
) -> None:
    old = replace(window.document.dataset, version="0.9")
    path = tmp_path / "old.svg"
    write_picture(Request(window.document.scenario, old, (640, 400)), path)
    with hands.settling():
        drop(window, path)
    assert "version 0.9 of the data" in say(window)


@pytest.mark.parametrize("trouble", ["cut", "spoilt", "private", "photo", "empty"])
def test_a_picture_that_carries_nothing_usable_is_refused_and_changes_nothing(
    trouble: str, window: MainWindow, hands: Hands, tmp_path: Path, picture: Path
) -> None:
    before = window.document.scenario
    content = picture.read_bytes()
    path = tmp_path / "strange.png"
    if trouble == "private":
        asked = Request(before, window.document.dataset, (640, 400), carries=False)
        write_picture(asked, path)
    elif trouble == "photo":
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(0)
        image.save(str(path))
    else:
        path.write_bytes(
            {"cut": content[:300], "spoilt": content.replace(b"irq10", b"irq11"), "empty": b""}[
                trouble
            ]
        )
    assert drop(window, path)
    hands.qtbot.waitUntil(lambda: say(window).startswith("Not opened."), timeout=5000)
    assert "strange.png" in say(window)
    assert window.document.scenario is before
    assert not window.document.modified


def test_other_files_are_not_taken(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.doc").write_text("Dear all")
    assert not drop(window, tmp_path / "letter.doc")
