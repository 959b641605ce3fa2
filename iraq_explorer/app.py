"""The composition root of the window: the only place that puts the parts together."""

import logging
import os
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from iraq_explorer import __version__
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.storage.library import Library, LibraryError
from iraq_explorer.storage.picture_file import file_name
from iraq_explorer.storage.places import dataset_library
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

_log = logging.getLogger(__name__)


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with name, style and translations."""
    app = QApplication(arguments or sys.argv[:1])
    app.setApplicationName("iraq-explorer")
    app.setApplicationDisplayName("Iraq Explorer")
    app.setOrganizationName("iraq-explorer")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    translations = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
        (str(resource_folder() / "translations"), "iraq_explorer"),
    )
    for folder, name in translations:
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)
    return app


def make_settings() -> QSettings:
    """Where the window remembers its shape: a text file in the user's configuration folder."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "iraq-explorer", "iraq-explorer"
    )


def make_window(
    library: Path | None, settings: QSettings | None = None, opened: Opened | None = None
) -> MainWindow:
    """The main window on a library; ``None`` where none can be kept.

    Args:
        library: its file.
        settings: what the window remembers.
        opened: the dataset it shows in place of the shipped one, and a scenario to begin with.

    """
    opened = opened or Opened(shipped_dataset())
    settings = settings or make_settings()
    window = MainWindow(opened.dataset, settings, library)
    if opened.scenario is not None:
        window.data.open_at_start(opened.scenario)
    window.data.opened.connect(partial(_open_beside, settings))
    return window


_beside: set[MainWindow] = set()
"""Windows on other datasets: nobody else holds them."""


def _open_beside(settings: QSettings, opened: Opened) -> None:
    """Show a dataset in a window of its own, with a library of its own."""
    window = make_window(_library_of(opened.dataset), settings, opened)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _beside.add(window)
    window.destroyed.connect(lambda: _beside.discard(window))
    window.show()


def _library_of(dataset: Dataset) -> Path | None:
    """The user's library of a dataset, made where it is not there; ``None`` where none can be."""
    place = dataset_library(file_name(dataset.id), os.environ, sys.platform, Path.home())
    if not place.path.exists():
        try:
            place.path.parent.mkdir(parents=True, exist_ok=True)
            built_in = dataset.scenarios.values()
            Library.create(place.path, built_in, chamber_of=dataset.chamber_of).close()
        except (OSError, LibraryError) as error:
            _log.warning("no library for the dataset %s: %s", dataset.id, error)
            return None
    return place.path


def run(library: Path | None, picture: Path | None = None, opened: Opened | None = None) -> int:
    """Open the window, on the scenario of a picture if one is named; stay until it is closed.

    Args:
        library: the library's file.
        picture: a picture whose scenario is opened.
        opened: the dataset to show in place of the shipped one.

    """
    app = make_application()
    window = make_window(library, opened=opened)
    if picture is not None:
        window.pictures.open_at_start(picture)
    _show_own_bugs(window)
    # Ctrl+C in the terminal closes the window as its close button does.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    tick = QTimer(app)
    tick.start(300)
    tick.timeout.connect(lambda: None)
    window.show()
    return app.exec()


def _show_own_bugs(window: MainWindow) -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("a bug in the program", exc_info=(kind, error, trace))
        text = tr(
            "A bug in the program: {error}. Your work is still here; save it and start again.",
            error=f"{kind.__name__}: {error}",
        )
        window.messages.tell(Message(text, bad=True, lasting=True))

    sys.excepthook = hook
