"""The real window on a library of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from iraq_explorer.app import make_window
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import Answers, Hands


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return shipped_dataset()


@pytest.fixture(scope="session")
def shipped_file(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shipped") / "scenarios.sqlite"
    Library.create(path, dataset.scenarios.values()).close()
    return path


@pytest.fixture
def library(shipped_file: Path, tmp_path: Path) -> Path:
    """A library of the test's own with the built-in scenarios."""
    return Path(shutil.copy(shipped_file, tmp_path / "scenarios.sqlite"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue("view/appearance", "light")
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: made(box))
    return made


Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, library: Path, settings: QSettings, answers: Answers
) -> Iterator[Open]:
    """Opens the program's window and waits until the network stands."""
    opened: list[MainWindow] = []
    qapp.setStyle("Fusion")

    def open_one(
        path: Path | None = library,
        kept: QSettings = settings,
        size: tuple[int, int] = (1500, 940),
        *,
        animated: bool = False,
    ) -> MainWindow:
        window = make_window(path, kept)
        opened.append(window)
        window.arrangement.animated = animated
        if kept.value("window/state") is None:
            window.resize(*size)
        with qtbot.waitSignal(window.arrangement.settled, timeout=10000):
            window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        qtbot.waitUntil(lambda: bool(window.network.picture.nodes))
        return window

    yield open_one
    answers.over = True
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.processEvents()
    # Windows that stayed alive would make every later one slower.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """The window as at the first start: October 2010, Maliki with Sadr."""
    return open_window()


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    return Hands(window, qtbot)
