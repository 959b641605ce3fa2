"""What the window does with pictures: export, copy, print, and open the scenario one carries.

What only these need is loaded when it is first asked for, not with the window.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from iraq_explorer.storage.picture_file import SIZES, PictureKind
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.storage.picture_scenario import Carried
    from iraq_explorer.storage.picture_text import PictureError
    from iraq_explorer.ui.page import View
    from iraq_explorer.ui.picture_choices import Choices
    from iraq_explorer.ui.snapshot import Request


class Pictures(QObject):
    """The actions on pictures of one window, which also takes pictures dropped on it."""

    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(
        self, window: QWidget, session: Session, settings: QSettings, view: "Callable[[], View]"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._view = view
        self._last: Choices | None = None
        self._waiting: Path | None = None
        self._reading = Background(self)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._copying = Background(self)
        self._copying.done.connect(self._on_copied)
        self._copying.failed.connect(self._on_failed)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_system_window()

    def _tell(self, text: str, *, bad: bool = False) -> None:
        self.told.emit(Message(text, bad=bad, lasting=bad))

    # -- out -------------------------------------------------------------------------------

    def export(self) -> None:
        """Show the picture of the open scenario with all choices, to be saved."""
        from iraq_explorer.ui.export_dialog import ExportDialog

        self._session.settle()
        document = self._session.document
        dialog = ExportDialog(
            document.scenario,
            document.dataset,
            self._view(),
            self._folder,
            self._window,
            self._chosen,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(self._on_written)
        dialog.finished.connect(lambda _: self._remember(dialog.choices.chosen))
        dialog.copy_requested.connect(lambda: self._copy(dialog.request))
        dialog.print_requested.connect(lambda: self._print(dialog.request, dialog))
        self.told.connect(dialog.tell)
        dialog.open()

    def export_several(self) -> None:
        """Let the user choose scenarios of the library, to be saved as pictures."""
        from iraq_explorer.ui.batch_dialog import BatchDialog

        self._session.settle()
        document = self._session.document
        scenarios = [
            document.scenario if entry.id == self._session.row else entry.scenario
            for entry in self._session.entries
        ]
        if self._session.row is None:
            scenarios.insert(0, document.scenario)
        dialog = BatchDialog(
            scenarios,
            document.dataset,
            self._view(),
            self._folder,
            self._window,
            self._chosen,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished_writing.connect(self._on_several)
        dialog.finished.connect(lambda _: self._remember(dialog.choices.chosen))
        dialog.open()

    def copy_picture(self) -> None:
        """Put the picture of the open scenario into the clipboard, as a slide."""
        self._copy(self._request(SIZES["1080p"]))

    def copy_text(self) -> None:
        """Put the open scenario, told in words, into the clipboard."""
        from iraq_explorer.ui.snapshot import full_words

        self._session.settle()
        document = self._session.document
        QGuiApplication.clipboard().setText(full_words(document.scenario, document.dataset))
        self._tell(tr("The scenario in words is in the clipboard."))

    def print(self) -> None:
        """Print the picture of the open scenario."""
        self._print(self._request(self._chosen.size), self._window)

    @property
    def _chosen(self) -> "Choices":
        """What was chosen last for a picture."""
        from iraq_explorer.ui.picture_choices import Choices

        return self._last or Choices()

    def _request(self, size: tuple[int, int]) -> "Request":
        from iraq_explorer.ui.snapshot import Request

        self._session.settle()
        document = self._session.document
        return Request(document.scenario, document.dataset, size, self._view(), self._chosen.style)

    def _copy(self, asked: "Request") -> None:
        from iraq_explorer.ui.snapshot import draw_image

        self._copying.request(
            lambda: draw_image(asked.scenario, asked.dataset, asked.size, asked.view, asked.style)
        )

    def _on_copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._tell(tr("The picture is in the clipboard."))

    def _on_failed(self, error: object) -> None:
        self._tell(str(error), bad=True)

    def _print(self, asked: "Request", parent: QWidget) -> None:
        from iraq_explorer.ui.printing import print_with_dialog

        try:
            file = print_with_dialog(asked, parent)
            if file:
                self._tell(tr("The picture is printed into {file}.", file=file))
            elif file is not None:
                self._tell(tr("The picture went to the printer."))
        except OSError as error:
            self._tell(str(error), bad=True)

    @property
    def _folder(self) -> Path:
        return Path(str(self._settings.value("export/folder", str(Path.home()))))

    def _remember(self, chosen: "Choices") -> None:
        self._last = chosen

    def _on_written(self, path: str) -> None:
        self._settings.setValue("export/folder", str(Path(path).parent))
        self._tell(tr("Picture saved: {path}", path=path))

    def _on_several(self, number: int, folder: str) -> None:
        if number:
            self._settings.setValue("export/folder", folder)
        self._tell(tr("{count} pictures saved in {folder}", count=number, folder=folder))

    # -- in --------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the user choose a picture whose scenario is to be opened."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open the scenario of a picture"),
            str(self._folder),
            tr("Pictures (*.png *.svg *.pdf);;All files (*)"),
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open the scenario that a picture carries, as a new one; it is read in the background."""
        from iraq_explorer.storage.picture_scenario import read_picture
        from iraq_explorer.storage.picture_text import PictureError

        dataset = self._session.document.dataset

        def read() -> "tuple[Path, Carried | PictureError]":
            try:
                return path, read_picture(path, dataset)
            except PictureError as error:
                return path, error

        self._reading.request(read)

    def open_at_start(self, path: Path) -> None:
        """Open the scenario of a picture as soon as the library is there."""
        self._waiting = path

    def started(self) -> None:
        """The library is open."""
        if self._waiting is not None:
            self.open(self._waiting)
            self._waiting = None

    def stop(self) -> None:
        """Drop what is being read and drawn."""
        self._reading.stop()
        self._copying.stop()

    def _on_read(self, result: object) -> None:
        from iraq_explorer.storage.picture_text import PictureError

        path, carried = cast("tuple[Path, Carried | PictureError]", result)
        if isinstance(carried, PictureError):
            self._tell(tr("Not opened. {problem}", problem=carried), bad=True)
            return
        if not self._session.take_in(carried.scenario, tr("Open the scenario of a picture")):
            return
        version = self._session.document.dataset.version
        told = tr(
            "“{name}” from {file} is open as a new scenario, not saved yet.",
            name=carried.scenario.name,
            file=path.name,
        )
        if carried.version and carried.version != version:
            told += " " + tr(
                "The picture was made with version {old} of the data; this is version {new}.",
                old=carried.version,
                new=version,
            )
        self._tell(told)

    def _watch_system_window(self) -> None:
        """Be asked of drops before the fields of the window, which would take a file for text."""
        # The window also tells that it has another one while it is being destroyed.
        handle = self._window.windowHandle() if isValid(self._window) else None
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WinIdChange:
            self._watch_system_window()
        elif event.type() in _DRAGS and QApplication.activeModalWidget() is None:
            dropped = cast("QDropEvent", event)
            path = _picture_in(dropped)
            if path is not None:
                dropped.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(path)
                return True
        return super().eventFilter(watched, event)


_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def _picture_in(event: QDropEvent) -> Path | None:
    """The first file among those dragged that is named as a picture."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and PictureKind.of(path) is not None:
            return path
    return None
