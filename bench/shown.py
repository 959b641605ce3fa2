"""The real window on a library of its own, arranged and at rest."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QSettings,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from iraq_explorer.app import make_window
from iraq_explorer.storage.resources import checkout_folder
from iraq_explorer.ui.main_window import MainWindow


def hush() -> None:
    """Keep what Qt's platform without a display says of itself out of the output."""

    def tell(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            print(text, file=sys.stderr)

    qInstallMessageHandler(tell)


def library_copy(folder: Path) -> Path:
    """The shipped library, free to be written to."""
    checkout = checkout_folder()
    assert checkout is not None
    path = folder / "scenarios.sqlite"
    shutil.copy(checkout / "scenarios.sqlite", path)
    return path


def shown_window(
    folder: Path, size: QSize, appearance: str = "light", library: Path | None = None
) -> MainWindow:
    """The window as it is after a start with fresh settings, once nothing moves any more."""
    settings = QSettings(str(folder / f"{appearance}.ini"), QSettings.Format.IniFormat)
    settings.setValue("view/appearance", appearance)
    settings.setValue("view/animated", False)
    settings.setValue("start/invited", True)  # the first minute lies over the views
    window = make_window(library or library_copy(folder), settings)
    window.resize(size)
    settle = QEventLoop()
    window.arrangement.settled.connect(settle.quit)
    window.show()
    settle.exec()
    QApplication.processEvents()
    return window
