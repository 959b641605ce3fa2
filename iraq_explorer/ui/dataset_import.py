"""The window in which files from elsewhere become a dataset: what comes in, or what is wrong."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QUndoCommand,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.storage.draft_file import OpenedDraft
from iraq_explorer.ui.dataset_menus import room_for_window
from iraq_explorer.ui.draft_writing import DraftWriter, Written, ask_for_file
from iraq_explorer.ui.import_reading import ImportReader, Reading, kind_name
from iraq_explorer.ui.import_results import ImportResults
from iraq_explorer.ui.import_rows import RowsTable
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

_FOLDER = "import/folder"
_FILES = 5
"""So many files are seen without scrolling."""
ENDINGS = (".csv", ".tsv", ".txt", ".json", ".graphml", ".gexf", ".xml")
"""Of files that can be imported."""


class _Files(QUndoCommand):
    def __init__(self, window: "ImportWindow", after: tuple[Path, ...], text: str) -> None:
        super().__init__(text)
        self._window, self._before, self._after = window, window.paths, after

    def redo(self) -> None:
        self._window._set_paths(self._after)

    def undo(self) -> None:
        self._window._set_paths(self._before)


class ImportWindow(QWidget):
    """Files, what they make or what is wrong with them, and where that goes."""

    asked_edit = Signal(object)
    """An ``OpenedDraft`` is to be edited."""
    asked_open = Signal(object)
    """The dataset at a ``Path`` is to be edited with all that is wrong in it."""
    shown = Signal(object)
    """An ``Opened`` whose dataset is to be seen in a main window."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importWindow")
        self.setWindowTitle(tr("Import data – Iraq Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._settings = settings
        self.paths: tuple[Path, ...] = ()
        self.reading: Reading | None = None
        self.undo_stack = QUndoStack(self)
        self._reader = ImportReader(self)
        self._reader.done.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)
        self._saved: Written | None = None
        self._writer = DraftWriter(settings, self)
        self._writer.written.connect(self._on_written)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.messages = MessageBar()
        self._writer.told.connect(self.messages.tell)
        rows.addWidget(self.messages)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(10)
        rows.addLayout(inner, 1)
        self._make_files(inner)
        self.results = ImportResults()
        self.results.cancelled.connect(self.cancel)
        inner.addWidget(self.results, 1)
        self._make_buttons(inner)
        self._make_keys()
        self.set_theme(LIGHT)
        self._show()
        self.resize(self.sizeHint().boundedTo(room_for_window()))

    def sizeHint(self) -> QSize:
        return QSize(980, 680)

    # -- parts -----------------------------------------------------------------------------

    def _make_files(self, rows: QVBoxLayout) -> None:
        heads = (tr("File"), tr("What it is"), tr("Problems"))
        self.files = RowsTable(heads, tr("Files to import"))
        self.add_button = self._button(tr("&Add files …"), self.choose_files)
        self.folder_button = self._button(tr("Add a &folder …"), self.choose_folder)
        self.remove_button = self._button(tr("&Remove"), self.remove)
        self.again_button = self._button(tr("Read a&gain"), self.read)
        self.again_button.setToolTip(tr("After a file was mended elsewhere (F5)"))
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.add_button, self.folder_button, self.remove_button):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.again_button)
        rows.addLayout(line)
        rows.addWidget(self.files)
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.title.editingFinished.connect(self._on_title)
        label = QLabel(tr("&Title of the dataset"))
        label.setBuddy(self.title)
        self._title_row = QWidget()
        line = QHBoxLayout(self._title_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(label)
        line.addWidget(self.title, 1)
        rows.addWidget(self._title_row)

    def _make_buttons(self, rows: QVBoxLayout) -> None:
        self.mend_button = self._button(tr("&Mend in the editor"), self.mend)
        self.save_button = self._button(tr("&Save …"), self.save)
        self.show_button = self._button(tr("S&how it"), self.show_it)
        self.edit_button = self._button(tr("Open in the &editor"), self.edit)
        self.edit_button.setProperty("primary", True)
        line = QHBoxLayout()
        line.setSpacing(8)
        told = QLabel(tr("Nothing comes in while anything is wrong."))
        told.setProperty("muted", True)
        line.addWidget(told, 1)
        for button in (self.mend_button, self.save_button, self.show_button, self.edit_button):
            line.addWidget(button)
        rows.addLayout(line)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: run())
        return button

    def _make_keys(self) -> None:
        std = QKeySequence.StandardKey
        undo = self.undo_stack.createUndoAction(self, tr("&Undo"))
        undo.setShortcut(std.Undo)
        redo = self.undo_stack.createRedoAction(self, tr("&Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.addActions([undo, redo])
        for keys, run in (
            ("F5", self.read),
            ("Ctrl+O", self.choose_files),
            ("Ctrl+S", self.save),
            ("Ctrl+W", self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, run=run: run())
            self.addAction(action)
        remove = QAction(tr("&Remove"), self.files)
        remove.setShortcut(QKeySequence("Del"))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(lambda _=False: self.remove())
        self.files.addAction(remove)
        self.files.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.results.set_theme(theme)
        self.messages.set_theme(theme)
        self.setStyleSheet(
            f"#importWindow {{ background: {theme.panel.name()}; }}"
            f"QPushButton:disabled {{ background: {theme.field.name()};"
            f" color: {theme.muted.name()}; border-color: {theme.line.name()}; }}"
        )

    # -- files -----------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Let the user choose files to be read with those that are there."""
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Import data"),
            self._folder,
            tr("All that can be imported ({endings});;All files (*)", endings=endings),
        )
        self.add(map(Path, paths))

    def choose_folder(self) -> None:
        """Let the user choose the folder of a dataset."""
        path = QFileDialog.getExistingDirectory(self, tr("Import data"), self._folder)
        if path:
            self.add([Path(path)])

    @property
    def _folder(self) -> str:
        return str(self._settings.value(_FOLDER, str(Path.home())))

    def add(self, paths: Iterable[Path]) -> None:
        """Read files with those that are there, as one step."""
        after = tuple(dict.fromkeys((*self.paths, *paths)))
        if after != self.paths:
            self._settings.setValue(_FOLDER, str(after[-1].parent))
            self.undo_stack.push(_Files(self, after, tr("Add files")))

    def remove(self) -> None:
        """Leave out the files that are chosen, as one step."""
        gone = frozenset(self.files.chosen())
        after = tuple(path for number, path in enumerate(self.paths) if number not in gone)
        if after != self.paths:
            self.undo_stack.push(_Files(self, after, tr("Remove files")))

    def _set_paths(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        self.title.setPlaceholderText(_stem(paths))
        self.read()

    def _on_title(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.read()

    def read(self) -> None:
        """Read the files again, in the background."""
        self.reading = None
        self._reader.end()
        if self.paths:
            self._reader.request(self.paths, self.title.text().strip() or _stem(self.paths))
        self._show()

    def cancel(self) -> None:
        """Read no further; the files stay in the list."""
        self._reader.end()
        self.reading = Reading(self.paths, {})
        self._show()
        self.again_button.setFocus()

    def _on_read(self, reading: Reading) -> None:
        self.reading = reading
        self._show()
        if reading.problems:
            self.results.problems.setFocus()
        elif not self.title.hasFocus():
            self.edit_button.setFocus()

    def _on_failed(self, error: object) -> None:
        self.cancel()
        self.messages.tell(Message(tr("Not read: {error}", error=error), bad=True, lasting=True))

    # -- what is shown ---------------------------------------------------------------------

    def _show(self) -> None:
        reading = self.reading
        kinds = reading.kinds if reading else {}
        faults = reading.faults if reading else {}
        self.files.set_rows(
            [
                (
                    path.name,
                    kind_name(kinds.get(path)),
                    f"⚠ {faults[path]:,}" if path in faults else "",
                )
                for path in self.paths
            ]
        )
        self.files.fit(_FILES)
        there = bool(self.paths)
        for part in (self.files, self._title_row, self.remove_button, self.again_button):
            part.setVisible(there)
        self.add_button.setProperty("primary", not there)
        self.add_button.style().polish(self.add_button)
        imported = reading.imported if reading else None
        wrong = bool(reading and reading.problems)
        self.results.show_reading(reading, there=there)
        self._show_title(imported is not None)
        for button in (self.save_button, self.show_button, self.edit_button):
            button.setEnabled(imported is not None)
        self.mend_button.setVisible(wrong and _can_be_mended(self.paths))

    def _show_title(self, read: bool) -> None:
        """A dataset among the files has a title of its own, which counts."""
        reading = self.reading
        draft = reading.draft if reading else None
        asked = self.title.text().strip() or _stem(self.paths)
        own = read and draft is not None and draft.title != asked
        self.title.setEnabled(not own)
        if own and draft is not None:
            self.title.setPlaceholderText(draft.title)
            self.title.clear()

    # -- where it goes ---------------------------------------------------------------------

    def edit(self) -> None:
        """Open what was imported in the editor, as unsaved work where it was not saved here."""
        draft = self.reading.draft if self.reading is not None else None
        if draft is None:
            return
        self._writer.wait()
        saved = self._saved
        if saved is not None and saved.draft is draft:
            self.asked_edit.emit(OpenedDraft(draft, saved.place, saved.stamp))
        else:
            rows = sum(map(len, draft.tables.values()))
            self.asked_edit.emit(OpenedDraft(draft, None, unsaved=rows))
        self.close()

    def mend(self) -> None:
        """Open a dataset with problems in the editor, which leads to each of them."""
        self.asked_open.emit(self.paths[0])
        self.close()

    def show_it(self) -> None:
        """Open a main window on what was imported."""
        if self.reading is not None and self.reading.imported is not None:
            self.shown.emit(Opened(self.reading.imported.dataset))

    def save(self) -> None:
        """Save what was imported where the user says."""
        draft = self.reading.draft if self.reading is not None else None
        if draft is not None:
            place = ask_for_file(self, draft.title, self._settings)
            if place is not None:
                self._writer.write(draft, place)

    def _on_written(self, written: Written) -> None:
        self._saved = written
        self.messages.tell(Message(tr("Saved: {path}", path=written.place), lasting=True))

    # -- Qt --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event)
        if paths:
            event.acceptProposedAction()
            self.add(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._reader.end()
        self._writer.wait()
        event.accept()


def files_in(event: QDropEvent) -> tuple[Path, ...]:
    """The files and folders among those dragged that are named as something to import."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in ENDINGS or path.is_dir())


def _stem(paths: Sequence[Path]) -> str:
    return paths[0].stem if paths else ""


def _can_be_mended(paths: Sequence[Path]) -> bool:
    return len(paths) == 1 and (paths[0].suffix.lower() == ".json" or paths[0].is_dir())
