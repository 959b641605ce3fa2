"""Where a dataset that is being made is saved, and what is asked before anything is replaced."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from iraq_explorer.storage.draft_file import save_draft, stamp_of
from iraq_explorer.storage.picture_file import file_name
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

_FOLDER = "dataset/folder"


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

    @property
    def _folder(self) -> str:
        return str(self._settings.value(_FOLDER, str(Path.home())))

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

    def save(self) -> bool:
        """Save the dataset where it was, or ask for a place; whether it is saved."""
        place = self._document.place
        if place is None:
            return self.save_as_file()
        if stamp_of(place) != self._document.stamp and not self._ask_to_replace(place):
            return False
        return self._save_to(place)

    def save_as_file(self) -> bool:
        """Ask for a file and save everything in it; whether it is saved."""
        self._settle()
        name = file_name(self._document.title or "dataset")
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Save the dataset"),
            str(Path(self._folder) / f"{name}.json"),
            tr("Datasets (*.json);;All files (*)"),
        )
        if not path:
            return False
        place = Path(path)
        if place.suffix.lower() == ".json":
            return self._save_to(place)
        # The dialog asked about the name as it was typed only.
        place = place.with_name(f"{place.name}.json")
        return (not place.exists() or self._ask_to_replace(place)) and self._save_to(place)

    def save_as_folder(self) -> bool:
        """Ask for a folder and save a file for each kind of record in it; whether it is saved."""
        path = QFileDialog.getExistingDirectory(self._window, tr("Save the dataset"), self._folder)
        if not path:
            return False
        place = Path(path)
        other = stamp_of(place) and place != self._document.place
        return (not other or self._ask_to_replace(place)) and self._save_to(place)

    def ask(self) -> bool:
        """Ask about unsaved work before the window closes; whether it may."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Save the dataset before closing?"))
        box.setInformativeText(self._document.title)
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        return self.save() if answer == button.Save else answer == button.Discard

    def _save_to(self, place: Path) -> bool:
        self._settle()
        document = self._document
        try:
            stamp = save_draft(document.draft, place)
        except OSError as error:
            self.told.emit(Message(tr("Not saved: {error}", error=error), bad=True))
            return False
        document.mark_saved(place, stamp)
        self._settings.setValue(_FOLDER, str(place.parent))
        count = len(document.findings.all) if document.read is document.draft else 0
        if count:
            text = tr("Saved with {count} problems: {path}", count=count, path=place)
        else:
            text = tr("Saved: {path}", path=place)
        self.told.emit(Message(text))
        return True

    def _ask_to_replace(self, place: Path) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Replace a dataset"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        if place == self._document.place:
            box.setText(tr("Another program changed the dataset since. Replace it by this one?"))
        else:
            box.setText(tr("There is a dataset already. Replace it by this one?"))
        box.setInformativeText(str(place))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Cancel)
        box.setDefaultButton(button.Cancel)
        return box.exec() == button.Save
