"""The composition root of the window: the only place that puts the parts together.

What only a furnished window needs is loaded after the first frame.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from iraq_explorer import __version__
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from iraq_explorer.core.dataset import Dataset
    from iraq_explorer.storage.dataset_file import Opened

_log = logging.getLogger(__name__)


class Beginning(NamedTuple):
    """What the window begins with."""

    library: Path | None
    """The library's file; ``None`` where none can be kept."""
    picture: Path | None = None
    """A picture whose scenario is opened."""
    opened: "Opened | None" = None
    """The dataset to show in place of the shipped one, and a scenario of it."""


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
    library: Path | None, settings: QSettings | None = None, opened: "Opened | None" = None
) -> MainWindow:
    """The main window on a library, furnished before it is shown.

    Args:
        library: its file; ``None`` where none can be kept.
        settings: what the window remembers.
        opened: the dataset it shows in place of the shipped one, and a scenario to begin with.

    """
    settings = settings or make_settings()
    window = MainWindow(settings)
    _furnish(window, settings, Beginning(library, opened=opened))
    return window


def _furnish(window: MainWindow, settings: QSettings, beginning: Beginning) -> None:
    opened = beginning.opened
    window.furnish(opened.dataset if opened else shipped_dataset(), beginning.library)
    if opened is not None:
        window.datasets.place = opened.place
    if opened is not None and opened.scenario is not None:
        window.data.open_at_start(opened.scenario)
    if beginning.picture is not None:
        window.pictures.open_at_start(beginning.picture)
    window.data.opened.connect(partial(_open_beside, settings))


_beside: set[MainWindow] = set()
"""Windows on other datasets: nobody else holds them."""


def _open_beside(settings: QSettings, opened: "Opened") -> None:
    """Show a dataset in a window of its own, with a library of its own."""
    window = make_window(_library_of(opened.dataset), settings, opened)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _beside.add(window)
    window.destroyed.connect(lambda: _beside.discard(window))
    window.show()


def _library_of(dataset: "Dataset") -> Path | None:
    """The user's library of a dataset, made where it is not there; ``None`` where none can be."""
    from iraq_explorer.storage.library import Library, LibraryError
    from iraq_explorer.storage.picture_file import file_name
    from iraq_explorer.storage.places import dataset_library

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


def run(begin: Callable[[], Beginning]) -> int:
    """Open the window, and stay until it is closed.

    Args:
        begin: tells what the window begins with. It is asked once an empty window is on the screen,
            as reading data and libraries takes far longer than that.

    Returns:
        The exit code.

    Raises:
        Exception: whatever ``begin`` raises; the window is closed again.

    """
    app = make_application()
    settings = make_settings()
    window = MainWindow(settings)
    trouble: list[Exception] = []

    def furnish() -> None:
        try:
            _furnish(window, settings, begin())
        except Exception as error:  # the caller tells it, and Qt's loop would hide it
            trouble.append(error)
            app.exit(1)
        else:
            _show_own_bugs(window)

    window.after_frame(furnish)
    # Ctrl+C in the terminal closes the window as its close button does.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    tick = QTimer(app)
    tick.start(300)
    tick.timeout.connect(lambda: None)
    window.show()
    code = app.exec()
    if trouble:
        window.hide()
        raise trouble[0]
    return code


def _show_own_bugs(window: MainWindow) -> None:
    from iraq_explorer.ui.session import Message
    from iraq_explorer.ui.words import tr

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("a bug in the program", exc_info=(kind, error, trace))
        text = tr(
            "A bug in the program: {error}. Your work is still here; save it and start again.",
            error=f"{kind.__name__}: {error}",
        )
        window.messages.tell(Message(text, bad=True, lasting=True))

    sys.excepthook = hook
