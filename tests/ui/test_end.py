"""However the program ends, it ends by itself and by no signal."""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.main_window import MainWindow


def test_a_process_that_ends_with_its_window_open_ends_by_itself(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import sys
        from PySide6.QtCore import QSettings
        from iraq_explorer.app import make_application, make_window

        app = make_application([])
        window = make_window(None, QSettings(sys.argv[1], QSettings.Format.IniFormat))
        window.show()
        while not window.network.picture.nodes:
            app.processEvents()
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "settings.ini")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_window_that_is_destroyed_while_it_is_open_raises_nothing(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    window.arrangement.stop()
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close = lambda: True  # type: ignore[method-assign]  # nothing is left to close
    window.deleteLater = lambda: None  # type: ignore[method-assign]
    with qtbot.captureExceptions() as raised:
        QApplication.postEvent(window, QEvent(QEvent.Type.DeferredDelete))
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    assert gone
    assert raised == []
