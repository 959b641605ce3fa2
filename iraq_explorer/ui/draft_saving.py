"""Where a dataset that is being made is saved, and what is asked before anything is replaced."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from iraq_explorer.storage.draft_file import stamp_of
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.draft_writing import FOLDER, DraftWriter, Written, ask_for_file, may_replace
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr


class DraftSaving(QObject):
    """Opens and saves what one window edits."""

    told = Signal(object)
    """A ``Message`` for the user."""
    asked_open = Signal(object)
    """The dataset at a ``Path`` is to be edited, in a window of its own."""

    def __init__(
        self,
        window: QWidget,
        document: DraftDocument,
        settings: QSettings,
        settle: Callable[[], None],
    ) -> None:
        """Make it for a window; ``settle`` takes over what still stands in a field."""
        super().__init__(window)
        self._window = window
        self._document = document
        self._settings = settings
        self._settle = settle
        self.writer = DraftWriter(settings, self)
        self.writer.told.connect(self.told)
        self.writer.written.connect(self._on_written)

    @property
    def _folder(self) -> str:
        return str(self._settings.value(FOLDER, str(Path.home())))

    def choose_file(self) -> None:
        """Let the user choose a dataset in one file, or the ``dataset.json`` of a folder."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Edit a dataset"), self._folder, tr("Datasets (*.json);;All files (*)")
        )
        if path:
            self.asked_open.emit(Path(path))

    def choose_folder(self) -> None:
        """Let the user choose a folder of a dataset."""
        path = QFileDialog.getExistingDirectory(self._window, tr("Edit a dataset"), self._folder)
        if path:
            self.asked_open.emit(Path(path))

    def save(self) -> None:
        """Save the dataset where it was, or ask for a place."""
        self.writer.wait()
        place = self._document.place
        if place is None:
            self.save_as_file()
        elif stamp_of(place) == self._document.stamp or self._may_replace(place):
            self._save_to(place)

    def save_as_file(self) -> None:
        """Ask for a file and save everything in it."""
        self._settle()
        place = ask_for_file(self._window, self._document.title, self._settings)
        if place is not None:
            self._save_to(place)

    def save_as_folder(self) -> None:
        """Ask for a folder and save a file for each kind of record in it."""
        path = QFileDialog.getExistingDirectory(self._window, tr("Save the dataset"), self._folder)
        if not path:
            return
        place = Path(path)
        other = stamp_of(place) and place != self._document.place
        if not other or self._may_replace(place):
            self._save_to(place)

    def ask(self) -> bool:
        """Ask about unsaved work before the window closes; whether it may."""
        self.writer.wait()
        if not self._document.modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Save the dataset before closing?"))
        box.setInformativeText(plain_tip(self._document.title))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        if answer == button.Save:
            self.save()
            self.writer.wait()
            return not self._document.modified
        return answer == button.Discard

    def _save_to(self, place: Path) -> None:
        self._settle()
        self.writer.write(self._document.draft, place)

    def _on_written(self, written: Written) -> None:
        document = self._document
        document.mark_saved(written.draft, written.place, written.stamp)
        count = len(document.findings.all) if document.read is written.draft else 0
        if count == 1:
            text = tr("Saved with 1 problem: {path}", path=written.place)
        elif count:
            text = tr("Saved with {count} problems: {path}", count=count, path=written.place)
        else:
            text = tr("Saved: {path}", path=written.place)
        self.told.emit(Message(text))

    def _may_replace(self, place: Path) -> bool:
        if place == self._document.place:
            text = tr("Another program changed the dataset since. Replace it by this one?")
        else:
            text = tr("There is a dataset already. Replace it by this one?")
        return may_replace(self._window, text, place)
