"""The window is on the screen before anything is read, and furnished a moment later."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.ui.main_window import MainWindow

_EMPTY = """
import sys
from iraq_explorer import cli_window
from iraq_explorer.app import MainWindow, make_application, make_settings, run

def begin():
    print(sum(name.startswith("iraq_explorer.core") for name in sys.modules), "loaded")
    print(app_window().isVisible(), "visible")
    raise LookupError("no such thing")

def app_window():
    from PySide6.QtWidgets import QApplication
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

try:
    run(begin)
except LookupError as error:
    print("told:", error)
    print(app_window().isVisible(), "after")
"""


def test_an_empty_window_is_seen_before_anything_is_read_and_trouble_then_is_the_callers() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _EMPTY], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.splitlines() == [
        "0 loaded",
        "True visible",
        "told: no such thing",
        "False after",
    ]


def test_a_window_furnished_after_its_first_frame_looks_like_one_furnished_before(
    window: MainWindow, dataset: Dataset, library, settings: QSettings, qtbot: QtBot
) -> None:
    late = MainWindow(settings)
    qtbot.addWidget(late)
    late.resize(window.size())
    with qtbot.waitCallback() as seen:
        late.after_frame(seen)
        late.show()
    late.furnish(dataset, library)
    with qtbot.waitSignal(late.arrangement.settled, timeout=10000):
        QTest.qWaitForWindowExposed(late)

    def places(of: MainWindow) -> dict[str, tuple[int, int, int, int]]:
        rects = {dock.objectName(): dock.geometry().getRect() for dock in of.docks}
        return rects | {"canvas": of.network.geometry().getRect()}

    def seen_panels(of: MainWindow) -> set[str]:
        return {d.objectName() for d in of.docks if not d.visibleRegion().isEmpty()}

    assert seen_panels(late) == seen_panels(window)
    ours, theirs = places(late), places(window)
    for name in seen_panels(window) | {"canvas"}:
        # Qt shares out room a little differently where the window is there already.
        assert ours[name] == pytest.approx(theirs[name], abs=4), name
    assert late.windowTitle() == window.windowTitle()


def test_an_empty_window_can_be_closed(settings: QSettings, qtbot: QtBot) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    assert window.close()
    assert settings.value("window/state") is None
