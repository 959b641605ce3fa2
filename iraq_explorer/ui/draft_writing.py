"""Writing a dataset that is being made, in the background, and asking for the file it goes into."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from iraq_explorer.storage.dataset_draft import DatasetDraft
from iraq_explorer.storage.draft_file import Stamp, save_draft
from iraq_explorer.storage.picture_file import file_name
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

FOLDER = "dataset/folder"
_PATIENCE_MS = 150
"""What takes longer is told while it lasts."""


@dataclass(frozen=True, slots=True)
class Written:
    """A dataset that was written."""

    draft: DatasetDraft
    place: Path
    stamp: Stamp


class DraftWriter(QObject):
    """Writes drafts, one after the other, beside the window."""

    written = Signal(object)
    """A ``Written``."""
    told = Signal(object)
    """A ``Message`` for the user."""
    ended = Signal()
    """Nothing is being written any more."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._place: Path | None = None
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._tell_place)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._place is not None

    def write(self, draft: DatasetDraft, place: Path) -> None:
        """Write a draft into a file or folder."""
        self.wait()
        self._place = place
        self._patience.start()
        self._work.request(partial(_write, draft, place))

    def wait(self) -> None:
        """Stay until what is being written is written; the window goes on drawing."""
        if self.busy:
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _tell_place(self) -> None:
        self.told.emit(Message(tr("Saving {path} …", path=self._place), lasting=True))

    def _on_done(self, result: Written | OSError) -> None:
        self._end()
        if isinstance(result, Written):
            self._settings.setValue(FOLDER, str(result.place.parent))
            self.written.emit(result)
        else:
            text = tr("Not saved: {error}", error=result)
            self.told.emit(Message(text, bad=True, lasting=True))
        self.ended.emit()

    def _on_failed(self, error: object) -> None:
        self._end()
        text = tr("A bug in the program: not saved ({error}).", error=error)
        self.told.emit(Message(text, bad=True, lasting=True))
        self.ended.emit()

    def _end(self) -> None:
        self._patience.stop()
        self._place = None


def _write(draft: DatasetDraft, place: Path) -> Written | OSError:
    try:
        return Written(draft, place, save_draft(draft, place))
    except OSError as error:
        return error


def ask_for_file(window: QWidget, title: str, settings: QSettings) -> Path | None:
    """Let the user name a file for a dataset; ``None`` where nothing shall be written."""
    folder = Path(str(settings.value(FOLDER, str(Path.home()))))
    path, _ = QFileDialog.getSaveFileName(
        window,
        tr("Save the dataset"),
        str(folder / f"{file_name(title or 'dataset')}.json"),
        tr("Datasets (*.json);;All files (*)"),
    )
    if not path:
        return None
    place = Path(path)
    if place.suffix.lower() == ".json":
        return place
    # The dialog asked about the name as it was typed only.
    place = place.with_name(f"{place.name}.json")
    there = place.exists() and not may_replace(
        window, tr("There is a dataset already. Replace it by this one?"), place
    )
    return None if there else place


def may_replace(window: QWidget, question: str, place: Path) -> bool:
    """Ask whether what is in a place may go."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("Replace a dataset"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(plain_tip(str(place)))
    button = QMessageBox.StandardButton
    box.setStandardButtons(button.Save | button.Cancel)
    box.setDefaultButton(button.Cancel)
    return box.exec() == button.Save
