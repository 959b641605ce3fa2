"""The picture of a scenario: what it shows, what it does not depend on, and how it is written."""

import stat
from pathlib import Path

import numpy
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.ui import snapshot
from iraq_explorer.ui.export_dialog import ExportDialog
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import LIGHT
from iraq_explorer.ui.snapshot import SIZES, draw_image, write_png
from tests.ui.hands import CTRL, SHIFT, Hands


def _dialog(window: MainWindow, hands: Hands) -> ExportDialog:
    # No window manager here hands the keys back when a dialog closes.
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.key("e", CTRL, to=window.network)
    dialog = next(d for d in window.findChildren(ExportDialog) if d.isVisible())
    hands.qtbot.waitUntil(lambda: not dialog.preview.pixmap().isNull(), timeout=10000)
    return dialog


def _export(window: MainWindow, hands: Hands, path: Path, size: int | None = None) -> QImage:
    dialog = _dialog(window, hands)
    if size is not None:
        dialog.choices.size_choice.setCurrentIndex(size)
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.write(path)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    image = QImage(str(path))
    assert not image.isNull()
    return image


def _count(image: QImage, colour: QColor, area: tuple[float, float, float, float]) -> int:
    """How many pixels of a part of the picture have exactly a colour."""
    left, top, right, bottom = area
    width, height = image.width(), image.height()
    pixels = numpy.frombuffer(
        image.convertToFormat(QImage.Format.Format_RGB32).constBits(), numpy.uint32
    ).reshape(height, width)
    part = pixels[
        round(top * height) : round(bottom * height), round(left * width) : round(right * width)
    ]
    return int(numpy.count_nonzero(part == colour.rgb()))


CHAMBER = (0.72, 0.1, 1.0, 0.45)
NETWORK = (0.0, 0.1, 0.72, 0.95)


def test_the_exported_picture_has_the_size_chosen_and_shows_the_coalitions(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    image = _export(window, hands, tmp_path / "october.png")
    assert (image.width(), image.height()) == (1920, 1080)
    scenario, chamber = window.document.scenario, window.document.chamber
    dots = {}
    for coalition in scenario.coalitions:
        colour = LIGHT.coalition(coalition.colour)
        dots[coalition.id] = _count(image, colour, CHAMBER)
        assert dots[coalition.id] > 100, coalition.name
        assert _count(image, colour, NETWORK) > 100, coalition.name
    # Dots in the chamber go with seats: the largest coalition has most of them.
    seats = {c.id: scenario.seats_of(c.id, chamber) for c in scenario.coalitions}
    assert sorted(dots, key=dots.__getitem__) == sorted(seats, key=seats.__getitem__)
    assert image.pixelColor(2, 2) == LIGHT.canvas
    assert "october.png" in window.messages.label.text()


@pytest.mark.parametrize("name", SIZES)
def test_each_named_size_can_be_chosen_and_is_previewed(
    window: MainWindow, hands: Hands, name: str
) -> None:
    dialog = _dialog(window, hands)
    index = dialog.choices.size_choice.findData(name)
    if index != dialog.choices.size_choice.currentIndex():
        with hands.qtbot.waitSignal(dialog.previewed, timeout=10000):
            dialog.choices.size_choice.setCurrentIndex(index)
    assert dialog.choices.size_px == SIZES[name]
    shown = dialog.preview.pixmap()
    assert not shown.isNull()
    width, height = SIZES[name]
    assert shown.width() / shown.height() == pytest.approx(width / height, rel=0.02)
    dialog.reject()


def test_any_size_can_be_typed(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    dialog = _dialog(window, hands)
    dialog.choices.ratio_box.click()
    dialog.choices.width_box.setValue(700)
    dialog.choices.height_box.setValue(990)
    assert dialog.choices.size_choice.currentData() == ""
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.write(tmp_path / "upright.png")
    image = QImage(str(tmp_path / "upright.png"))
    assert (image.width(), image.height()) == (700, 990)


def test_the_4k_picture_is_written(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    image = _export(window, hands, tmp_path / "large.png", 2)
    assert (image.width(), image.height()) == (3840, 2160)


def test_the_file_dialog_proposes_the_name_and_adds_the_ending(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def answer(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        proposed.append(suggested)
        return str(tmp_path / ("mine" if len(proposed) == 1 else "other")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = _dialog(window, hands)
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.save_button.click()
    assert (tmp_path / "mine.png").is_file()
    assert Path(proposed[0]).name == "october-2010-maliki-with-sadr.png"
    # The folder is remembered for the next picture.
    dialog = _dialog(window, hands)
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.save_button.click()
    assert Path(proposed[1]).parent == tmp_path


def test_the_picture_does_not_depend_on_window_selection_or_theme(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    _export(window, hands, tmp_path / "plain.png", 0)
    positions = dict(window.arrangement.positions)
    hands.select("ka10_kdp", "ka10_puk")
    window.set_appearance("dark")
    window.network.zoom_by(2.0)
    window.docks["scenariosDock"].hide()
    window.resize(1100, 720)
    assert window.arrangement.positions == positions
    _export(window, hands, tmp_path / "other.png", 0)
    window.set_appearance("light")
    assert (tmp_path / "plain.png").read_bytes() == (tmp_path / "other.png").read_bytes()


def test_a_move_changes_the_picture_and_undo_gives_the_same_again(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    _export(window, hands, tmp_path / "before.png", 0)
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1", to=window.network)
    _export(window, hands, tmp_path / "moved.png", 0)
    with hands.settling():
        hands.key("z", CTRL, to=window.network)
    _export(window, hands, tmp_path / "again.png", 0)
    before = (tmp_path / "before.png").read_bytes()
    assert (tmp_path / "moved.png").read_bytes() != before
    assert (tmp_path / "again.png").read_bytes() == before


@pytest.mark.parametrize("trouble", ["no such folder", "a folder stands there"])
def test_a_picture_that_cannot_be_written_is_told_and_leaves_no_file(
    window: MainWindow, hands: Hands, tmp_path: Path, trouble: str
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    path = folder / "october.png"
    if trouble == "no such folder":
        path = folder / "none" / "october.png"
    else:
        path.mkdir()
    dialog = _dialog(window, hands)
    dialog.write(path)
    hands.qtbot.waitUntil(lambda: dialog.told.text().startswith("Not saved"), timeout=10000)
    assert "october.png" in dialog.told.text()
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    left = [p for p in folder.rglob("*") if p != path]
    assert left == []
    dialog.reject()


def test_an_older_picture_stays_whole_when_the_new_one_cannot_be_encoded(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "october.png"
    _export(window, hands, path, 0)
    before = path.read_bytes()
    monkeypatch.setattr(snapshot.QImageWriter, "write", lambda *_: False)
    with pytest.raises(OSError, match=r"october\.png: cannot be written"):
        write_png(window.document.scenario, window.document.dataset, path, (640, 400))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.glob("october*")] == ["october.png"]


def test_a_written_picture_can_be_read_by_others(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "october.png"
    _export(window, hands, path, 0)
    usual = tmp_path / "usual"
    usual.write_text("")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_the_picture_goes_to_the_clipboard(window: MainWindow, hands: Hands) -> None:
    hands.key("c", CTRL | SHIFT, to=window.network)
    hands.qtbot.waitUntil(lambda: "clipboard" in window.messages.label.text(), timeout=10000)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1920, 1080)
    for coalition in window.document.scenario.coalitions:
        assert _count(image, LIGHT.coalition(coalition.colour), CHAMBER) > 100
    assert "clipboard" in window.messages.label.text()


def test_every_built_in_scenario_exports_in_every_shape_without_a_warning(
    qapp: object, dataset: Dataset
) -> None:
    for scenario in dataset.scenarios.values():
        for size in ((1280, 800), (700, 990)):
            image = draw_image(scenario, dataset, size)
            assert (image.width(), image.height()) == size
            for coalition in scenario.coalitions:
                colour = LIGHT.coalition(coalition.colour)
                assert _count(image, colour, (0, 0, 1, 1)) > 20, (scenario.name, coalition.name)


def test_the_picture_of_an_empty_scenario_is_drawn(dataset: Dataset, qapp: object) -> None:
    from dataclasses import replace

    bare = replace(
        dataset.scenarios["elected_2010"], coalitions=(), membership={}, sources=(), name="Empty"
    )
    assert draw_image(bare, dataset, (1280, 800)).width() == 1280
