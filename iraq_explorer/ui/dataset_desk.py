"""The datasets that are edited and imported from one main window, each in a window of its own.

What only these need is loaded with the first of them.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.storage.draft_file import OpenedDraft
    from iraq_explorer.storage.draft_recovery import LeftDraft
    from iraq_explorer.ui.dataset_editor import DatasetEditor
    from iraq_explorer.ui.dataset_import import ImportWindow
    from iraq_explorer.ui.draft_recovery import LeftDrafts
    from iraq_explorer.ui.offer_bar import OfferBar


class DatasetDesk(QObject):
    """Opens editors and imports, also of files that are dropped, and ends them with the window."""

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
        self.place: Path | None = None
        """The file or folder of the dataset that the main window shows, where it has one."""
        self.editors: list[DatasetEditor] = []
        self.imports: list[ImportWindow] = []
        self._left: LeftDrafts | None = None
        self._work = Background(self)
        self._work.done.connect(self._on_read)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    # -- editing ---------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a dataset."""
        from iraq_explorer.storage.draft_file import OpenedDraft, new_draft

        editor = self._open(OpenedDraft(new_draft(tr("New dataset")), None))
        text = tr(
            "A parliament of one seat to begin with. Put names and seats into Lists, then choose "
            "“Fill in what is missing”."
        )
        editor.messages.tell(Message(text, lasting=True))

    def edit(self) -> None:
        """Edit what the main window shows: its file, or a copy where it has none of its own."""
        if self._dataset is shipped_dataset():
            self.read(resource_folder() / "iraq")
        elif self.place is not None:
            self.read(self.place)
        else:
            self._work.request(partial(_copy, self._dataset))

    def read(self, path: Path) -> None:
        """Edit the dataset in a file or folder; it is read in the background."""
        self._work.request(partial(_read, path))

    def _on_read(self, read: object) -> None:
        from iraq_explorer.storage.draft_file import OpenedDraft

        if isinstance(read, OpenedDraft):
            self._open(read)
            return
        problems = read.problems if isinstance(read, DatasetError) else ()
        lines = [tr("Not opened:"), *map(str, problems[:4])]
        if len(problems) > 4:
            lines.append(tr("and {count} more", count=len(problems) - 4))
        message = Message("\n".join(lines), bad=True, lasting=True)
        sender = next((editor for editor in self.editors if editor.isActiveWindow()), None)
        if sender is not None:
            sender.messages.tell(message)
        else:
            self.told.emit(message)

    def _open(self, opened: "OpenedDraft") -> "DatasetEditor":
        from iraq_explorer.ui.dataset_editor import DatasetEditor

        editor = DatasetEditor(opened, self._settings)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.asked_new.connect(self.new)
        editor.asked_open.connect(self.read)
        editor.asked_import.connect(self.import_data)
        editor.shown.connect(self.shown)
        editor.destroyed.connect(lambda: self._forget(editor))
        editor.set_theme(self._theme)
        self.editors.append(editor)
        text = _told(opened)
        if text:
            editor.messages.tell(Message(text, lasting=True))
        editor.show()
        editor.page.setFocus()
        return editor

    # -- importing -------------------------------------------------------------------------

    def import_data(self) -> None:
        """Let the user choose what is to be imported."""
        self.import_files(())

    def import_file(self, path: Path) -> None:
        """Show what a file would bring in, or all that is wrong with it."""
        self.import_files((path,))

    def import_files(self, paths: Iterable[Path]) -> None:
        """Show what files would bring in."""
        from iraq_explorer.ui.dataset_import import ImportWindow

        window = ImportWindow(self._settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.asked_edit.connect(self._open)
        window.asked_open.connect(self.read)
        window.shown.connect(self.shown)
        window.destroyed.connect(lambda: self._forget(window))
        window.set_theme(self._theme)
        self.imports.append(window)
        window.add(paths)
        window.show()
        window.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        for editor in self.editors:
            editor.set_theme(theme)
        for window in self.imports:
            window.set_theme(theme)

    # -- start and end ---------------------------------------------------------------------

    def begin(self, bar: "OfferBar") -> None:
        """Offer unsaved datasets that an earlier program left behind."""
        from iraq_explorer.ui.draft_recovery import LeftDrafts

        self._left = LeftDrafts(bar, self)
        self._left.told.connect(self.told)
        self._left.taken.connect(self._take)
        self._left.look()

    def _take(self, opened: "OpenedDraft", left: "LeftDraft") -> None:
        """Edit what was left behind; its record goes when the new one is there."""
        if self._open(opened).keeper.keep_now():
            left.leave()
        else:
            left.discard()

    def close(self) -> bool:
        """Close every window; ``False`` where the user goes on with one."""
        if not all(window.close() for window in (*self.editors, *self.imports)):
            return False
        self._work.stop()
        if self._left is not None:
            self._left.end()
            self._left = None
        return True

    def _forget(self, window: QObject) -> None:
        self.editors = [held for held in self.editors if held is not window]
        self.imports = [held for held in self.imports if held is not window]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            dropped = cast("QDropEvent", event)
            paths = _to_import(dropped)
            if paths:
                dropped.acceptProposedAction()
                if kind == QEvent.Type.Drop:
                    self.import_files(paths)
                return True
        return super().eventFilter(watched, event)


def _to_import(event: QDropEvent) -> tuple[Path, ...]:
    """What is dragged, if it is to be imported: not a single dataset, which can be opened."""
    if not event.mimeData().hasUrls():
        return ()
    from iraq_explorer.ui.dataset_import import files_in

    paths = files_in(event)
    single = len(paths) == 1 and (paths[0].suffix.lower() == ".json" or paths[0].is_dir())
    return () if single else paths


def _told(opened: "OpenedDraft") -> str:
    """What is to be known of a dataset that is not edited where it was."""
    if opened.scenario:
        return tr(
            "This was a scenario file. Its scenario “{name}” is among the scenarios now, as the "
            "one that is shown first. Save it where you like; the file stays as it is.",
            name=opened.scenario,
        )
    if opened.unsaved is not None:
        return tr("Not saved yet.")
    if opened.place is None and opened.stamp:
        return tr("This is a copy: save it where you like. What it is made of stays as it is.")
    return ""


def _read(path: Path) -> "OpenedDraft | DatasetError":
    from iraq_explorer.storage.draft_file import open_draft

    try:
        return open_draft(path)
    except DatasetError as error:
        return error


def _copy(dataset: Dataset) -> "OpenedDraft":
    from iraq_explorer.storage.dataset_draft import draft_of
    from iraq_explorer.storage.dataset_json import dataset_to_json
    from iraq_explorer.storage.draft_file import OpenedDraft

    return OpenedDraft(draft_of(dataset_to_json(dataset)), None, (("copy", 0, 0),))
