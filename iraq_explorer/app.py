"""The composition root of the window: the only place that puts the parts together."""

import logging
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from iraq_explorer import __version__
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


def make_window(library: Path | None, settings: QSettings | None = None) -> MainWindow:
    """The main window on a library; ``None`` where none can be kept."""
    return MainWindow(shipped_dataset(), settings or make_settings(), library)


def run(library: Path | None, picture: Path | None = None) -> int:
    """Open the window, on the scenario of a picture if one is named; stay until it is closed."""
    app = make_application()
    window = make_window(library)
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
