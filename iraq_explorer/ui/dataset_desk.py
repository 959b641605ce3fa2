"""The datasets that are being edited from one main window, each in a window of its own.

What only editing needs is loaded with the first editor.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.storage.draft_file import OpenedDraft
    from iraq_explorer.ui.dataset_editor import DatasetEditor


class DatasetDesk(QObject):
    """Opens the editors and ends them with their main window."""

    told = Signal(object)
    """A ``Message`` for the user."""
    shown = Signal(object)
    """An ``Opened`` whose dataset is to be seen in a main window."""

    def __init__(self, window: QWidget, settings: QSettings, dataset: Dataset) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._dataset = dataset
        self._theme = LIGHT
        self.editors: list[DatasetEditor] = []
        self._work = Background(self)
        self._work.done.connect(self._on_read)

    def new(self) -> None:
        """Begin a dataset."""
        from iraq_explorer.storage.draft_file import OpenedDraft, new_draft

        self._open(OpenedDraft(new_draft(tr("New dataset")), None))

    def edit(self) -> None:
        """Edit a copy of the shipped dataset where the window shows it; else ask for one."""
        if self._dataset is shipped_dataset():
            self.read(resource_folder() / "iraq")
            return
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Edit a dataset"), "", tr("Datasets (*.json);;All files (*)")
        )
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Edit the dataset in a file or folder; it is read in the background."""
        self._work.request(partial(_read, path))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        for editor in self.editors:
            editor.set_theme(theme)

    def close(self) -> bool:
        """Close every editor; ``False`` where the user goes on with one."""
        if not all(editor.close() for editor in tuple(self.editors)):
            return False
        self._work.stop()
        return True

    def _on_read(self, read: object) -> None:
        from iraq_explorer.storage.draft_file import OpenedDraft

        if isinstance(read, OpenedDraft):
            self._open(read)
            return
        problems = read.problems if isinstance(read, DatasetError) else ()
        lines = [tr("Not opened:"), *map(str, problems[:4])]
        message = Message("\n".join(lines), bad=True, lasting=True)
        sender = next((editor for editor in self.editors if editor.isActiveWindow()), None)
        if sender is not None:
            sender.messages.tell(message)
        else:
            self.told.emit(message)

    def _open(self, opened: "OpenedDraft") -> None:
        from iraq_explorer.ui.dataset_editor import DatasetEditor

        editor = DatasetEditor(opened, self._settings)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.asked_new.connect(self.new)
        editor.asked_open.connect(self.read)
        editor.shown.connect(self.shown)
        editor.destroyed.connect(lambda: self._forget(editor))
        editor.set_theme(self._theme)
        self.editors.append(editor)
        if opened.place is None and opened.stamp:
            text = tr("This is a copy: save it where you like. What it is made of stays as it is.")
            editor.messages.tell(Message(text, lasting=True))
        editor.show()
        editor.page.setFocus()

    def _forget(self, editor: "DatasetEditor") -> None:
        self.editors = [held for held in self.editors if held is not editor]


def _read(path: Path) -> "OpenedDraft | DatasetError":
    from iraq_explorer.storage.draft_file import open_draft

    try:
        return open_draft(path)
    except DatasetError as error:
        return error
