"""Start and end of the window: what is opened first, and what is asked before anything is left."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow


class WindowLife:
    """Opens the library, and leaves it or the window only when nothing unsaved is lost."""

    def __init__(self, window: "MainWindow", settings: QSettings, library: Path | None) -> None:
        self._window, self._settings, self._library = window, settings, library
        session = window.session
        session.settle = self.finish_editing
        session.pending = self._with_note
        session.row_changed.connect(self._remember_row)

    # -- start -------------------------------------------------------------------------------

    def start(self) -> None:
        """Open the library on the scenario of last time; the first frame has been seen."""
        window, session = self._window, self._window.session
        if self._library is None:
            text = tr("The library cannot be written here: what you make is lost at the end.")
            window.messages.tell(Message(text, bad=True))
        elif session.open_library(self._library):
            row = self._remembered_row(self._library)
            if row is not None:
                session.open(row)
        if session.row is None:  # opening an entry asks for its layout itself
            window.arrangement.arrange()
        window.recovery.start()
        window.datasets.begin(window.offers)
        window.watch.start()
        window.network.setFocus()
        # Bad news comes first: then the first minute is called from the menu, or begins next time.
        if window.tour.wanted and not window.messages.isVisible() and not window.offers.isVisible():
            window.tour.begin()
        window.pictures.started()
        window.data.started()

    def _remembered_row(self, library: Path) -> int | None:
        """The entry that was open last, or the one the dataset begins with."""
        session = self._window.session
        remembered = self._settings.value(f"row/{library}")
        row = int(remembered) if str(remembered or "").isdigit() else None
        if row is None or session.entry(row) is None:
            dataset = self._window.document.dataset
            entry = session.entry_of_origin(dataset.opening_scenario)
            row = entry.id if entry else None
        return row

    def _remember_row(self) -> None:
        session = self._window.session
        if session.row is not None and session.library is not None:
            self._settings.setValue(f"row/{session.library.path}", session.row)

    def tell_layout_failed(self, error: object) -> None:
        """Tell a bug in a layout as what it is."""
        text = tr(
            "A bug in the program: the layout failed ({error}). Nothing of yours is lost.",
            error=error,
        )
        self._window.messages.tell(Message(text, bad=True))

    # -- what stands in fields ---------------------------------------------------------------

    def finish_editing(self) -> None:
        """Take over what still stands in a field, before anything is saved or drawn."""
        window = self._window
        window.board.finish_rename()
        window.toolbar.quota_box.interpretText()
        window.rules.finish()
        window.docks.finish()

    def _with_note(self, scenario: Scenario) -> Scenario:
        """A scenario with the note that is just being typed."""
        note = self._window.inspector.note
        return replace(scenario, note=note.toPlainText()) if note.hasFocus() else scenario

    # -- another library, and the end --------------------------------------------------------

    def open_library(self, path: Path) -> bool:
        """Work with another library; unsaved work is asked about first."""
        session = self._window.session
        self.finish_editing()
        if session.unsaved and not self._ask_to_save():
            return False
        if not session.open_library(path):
            return False
        session.row = None
        self._window.document.mark_saved(None)  # what was discarded stays out of this library
        if session.entries:
            session.open(session.entries[0].id)
        return True

    def may_end(self) -> bool:
        """Whether the window may close: what is unsaved is saved, or the user gives it up.

        A comparison is ended, so that the panels it folds away are there when they are remembered.
        """
        self.finish_editing()
        if self._window.session.unsaved and not self._ask_to_save():
            return False
        if not self._window.datasets.close():
            return False
        self._window.comparing.end()
        return True

    def end(self) -> None:
        """Stop all work, wait for it, and close the library."""
        window = self._window
        window.arrangement.stop()
        window.pictures.stop()
        window.data.stop()
        window.comparing.stop()
        window.tour.stop()
        window.negotiating.stop()
        window.recovery.end()
        window.watch.end()
        if window.session.library is not None:
            window.session.library.close()

    def _ask_to_save(self) -> bool:
        """Ask once about everything unsaved; whether it may be left."""
        session = self._window.session
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setText(tr("Save the changes before closing?"))
        box.setInformativeText(plain_tip("\n".join(session.unsaved)))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        if answer == button.Save:
            return session.save_all()
        return answer == button.Discard
