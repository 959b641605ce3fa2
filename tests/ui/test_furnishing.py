"""The window is on the screen before anything is read, and furnished a moment later."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
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


def _places(of: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """Where each panel is that can be seen, and the canvas."""
    seen = [dock for dock in of.docks if not dock.visibleRegion().isEmpty()]
    rects = {dock.objectName(): dock.geometry().getRect() for dock in seen}
    return rects | {"canvas": of.network.geometry().getRect()}


Furnish = Callable[[bool], MainWindow]


@pytest.fixture
def furnished(
    settings: QSettings, dataset: Dataset, library: Path, qtbot: QtBot
) -> Iterator[Furnish]:
    """Opens a window that is furnished before it is shown, or after its first frame."""
    settings.setValue("start/invited", True)
    opened: list[MainWindow] = []

    def make(late: bool) -> MainWindow:
        window = MainWindow(settings)
        opened.append(window)
        window.resize(1400, 900)  # the offscreen display is smaller than what is remembered
        if not late:
            window.furnish(dataset, library)
        with qtbot.waitCallback() as seen:
            if late:
                window.after_frame(seen)
            else:
                seen()
            window.show()
        if late:
            window.furnish(dataset, library)
        with qtbot.waitSignal(window.arrangement.settled, timeout=10000):
            pass
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("remembered", [False, True])
def test_a_window_furnished_after_its_first_frame_looks_like_one_furnished_before(
    remembered: bool, furnished: Furnish, settings: QSettings
) -> None:
    if remembered:
        first = furnished(False)
        first.docks["boardDock"].hide()
        first.resizeDocks([first.docks["scenariosDock"]], [330], Qt.Orientation.Horizontal)
        first.close()
        assert settings.value("window/state") is not None
    before, after = furnished(False), furnished(True)
    theirs, ours = _places(before), _places(after)
    assert ("boardDock" in theirs) is not remembered
    assert set(ours) == set(theirs)
    for name, place in theirs.items():
        # Qt shares out room a little differently where the window is there already.
        assert ours[name] == pytest.approx(place, abs=4), name
    assert after.windowTitle() == before.windowTitle()


def test_an_empty_window_can_be_closed(settings: QSettings, qtbot: QtBot) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    assert window.close()
    assert settings.value("window/state") is None
