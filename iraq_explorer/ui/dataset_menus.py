"""The menus of the window in which a dataset is made: every action with its words and keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.dataset_editor import DatasetEditor
    from iraq_explorer.ui.dataset_table import DraftTable


def room_for_window() -> QSize:
    """How large a window can be on the screen, with the frame that is put around it."""
    return QGuiApplication.primaryScreen().availableSize() - QSize(8, 40)


class EditorMenus:
    """Fills the menu bar of an editor; some of its actions stand in the toolbar, too."""

    def __init__(self, editor: "DatasetEditor", tables: "tuple[DraftTable, ...]") -> None:
        """Make the menus; what acts on cells has its keys where one of the tables has them."""
        self._editor = editor
        self._tables = tables
        stack = editor.document.undo_stack
        std = QKeySequence.StandardKey
        self.undo = stack.createUndoAction(editor, tr("&Undo"))
        self.undo.setShortcut(std.Undo)
        self.redo = stack.createRedoAction(editor, tr("&Redo"))
        # The step is told in the menu; in the toolbar nothing moves with it.
        self.undo.setIconText(tr("Undo"))
        self.redo.setIconText(tr("Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._fill_file(editor.menuBar().addMenu(tr("&File")))
        self._fill_edit(editor.menuBar().addMenu(tr("&Edit")))
        self._fill_rows(editor.menuBar().addMenu(tr("&Rows")))

    def _fill_file(self, menu: QMenu) -> None:
        editor, std = self._editor, QKeySequence.StandardKey
        self._add(menu, tr("&New dataset"), editor.asked_new.emit, std.New)
        self._add(menu, tr("&Open file …"), editor.saving.choose_file, std.Open)
        self._add(menu, tr("Open folde&r …"), editor.saving.choose_folder, "Ctrl+Shift+O")
        self._add(menu, tr("I&mport data …"), editor.asked_import.emit)
        menu.addSeparator()
        self._add(menu, tr("&Save"), editor.saving.save, std.Save)
        self._add(menu, tr("Save as a f&ile …"), editor.saving.save_as_file, "Ctrl+Shift+S")
        self._add(menu, tr("Save in a fol&der …"), editor.saving.save_as_folder)
        menu.addSeparator()
        self.show = self._add(menu, tr("S&how it"), editor.show_it, "Ctrl+Return")
        menu.addSeparator()
        self._add(menu, tr("&Close"), editor.close, "Ctrl+W")

    def _fill_edit(self, menu: QMenu) -> None:
        editor, std = self._editor, QKeySequence.StandardKey
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        self._add(menu, tr("&Copy"), lambda: editor.active.clipboard.copy(), std.Copy, here=True)
        self._add(
            menu,
            tr("Copy with &headings"),
            lambda: editor.active.clipboard.copy(heading=True),
            "Ctrl+Shift+C",
            here=True,
        )
        self._add(menu, tr("&Paste"), lambda: editor.active.clipboard.paste(), std.Paste, here=True)
        self._add(
            menu, tr("&Empty cells"), lambda: editor.active.clipboard.clear(), "Del", here=True
        )
        menu.addSeparator()
        self._add(menu, tr("&Find …"), editor.begin_search, std.Find)
        self._add(menu, tr("Next pro&blem"), editor.problems.step, "F8")

    def _fill_rows(self, menu: QMenu) -> None:
        editor = self._editor
        self.rows = (
            self._add(menu, tr("&Add a row"), lambda: editor.active.add_row(), "Ins", here=True),
            self._add(
                menu, tr("&Duplicate"), lambda: editor.active.duplicate_rows(), "Ctrl+D", here=True
            ),
            self._add(
                menu, tr("&Remove rows"), lambda: editor.active.remove_rows(), "Ctrl+Del", here=True
            ),
        )

        # Shorter in the toolbar, which has to fit onto small screens.
        self.rows[-1].setIconText(tr("Remove"))
        menu.addSeparator()
        self.fill = self._add(menu, tr("&Fill in what is missing"), editor.fill_in, "Ctrl+L")
        self.fill.setIconText(tr("Fill in"))
        self.fill.setToolTip(
            tr("Actors, blocs, certainties and sources, as far as they follow from what is there")
        )

    def _add(
        self,
        menu: QMenu,
        text: str,
        run: Callable[[], object],
        keys: str | QKeySequence | QKeySequence.StandardKey | None = None,
        *,
        here: bool = False,
    ) -> QAction:
        """An entry of a menu; with ``here`` its keys count where a table has the keyboard."""
        action = QAction(text, self._editor)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: run())
        menu.addAction(action)
        if here:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for table in self._tables:
                table.addAction(action)
        return action
