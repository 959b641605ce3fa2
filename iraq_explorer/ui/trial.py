"""Trying something out: one click shows it, one more takes it over, Esc takes it away."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.document import Document

Index = QModelIndex | QPersistentModelIndex

_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPPING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


@dataclass(frozen=True)
class Attempt:
    """A scenario that is tried out."""

    key: str
    """What it is, so that the row that offers it is known again."""
    scenario: Scenario
    text: str
    """The name of the step by which it is taken over."""
    worth: str
    """What it comes to."""


class Trial(QObject):
    """The attempt that is shown, if any: a preview of the document that no gesture holds."""

    changed = Signal()
    """Another attempt is shown, or none."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._attempt: Attempt | None = None
        document.shown_changed.connect(self._on_shown)

    @property
    def attempt(self) -> Attempt | None:
        """What is tried out."""
        return self._attempt

    @property
    def running(self) -> bool:
        """Whether something is tried out."""
        return self._attempt is not None

    def tries(self, key: str) -> bool:
        """Whether it is this that is tried out."""
        return self._attempt is not None and self._attempt.key == key

    def start(self, attempt: Attempt) -> None:
        """Show a scenario without keeping it."""
        self._attempt = attempt
        self._document.preview(attempt.scenario)
        self.changed.emit()

    def apply(self) -> None:
        """Take over what is tried out, as one step that can be undone."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._document.commit(attempt.scenario, attempt.text)
            self.changed.emit()

    def end(self) -> None:
        """Show the scenario again as it is."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._document.preview(None)
            self.changed.emit()

    def _on_shown(self) -> None:
        # A drag, an undo or another scenario came between: what was tried out is gone.
        if self._attempt is not None and self._document.shown != self._attempt.scenario:
            self._attempt = None
            self.changed.emit()


class RowTrial(QObject):
    """The hands of a list whose rows can be tried out.

    A click or a step by the arrow keys tries a row; a second click on it, or Enter, takes it over.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        trial: Trial,
        key_of: Callable[[Index], str],
        attempt_of: Callable[[Index], Attempt | None],
    ) -> None:
        super().__init__(view)
        self._view, self._trial = view, trial
        self._key_of, self._attempt_of = key_of, attempt_of
        self._pressed: str | None = None
        self._again = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        trial.changed.connect(self._on_trial)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            index = self._view.indexAt(event.position().toPoint())
            key = self._key_of(index) if index.isValid() else None
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._pressed, self._again = key, key is not None and self._trial.tries(key)
            elif event.type() == QEvent.Type.MouseButtonRelease and index.isValid():
                self._on_release(index, key == self._pressed)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self._view and self._on_key(event)
        return False

    def _on_release(self, index: QModelIndex, same: bool) -> None:
        if same:
            self._act(index, take=self._again)

    def _on_key(self, event: QKeyEvent) -> bool:
        index = self._view.currentIndex()
        if event.key() in _TAKING and index.isValid():
            self._act(index, take=self._trial.tries(self._key_of(index)))
            return True
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._act(index, take=False)
            return True
        if event.key() in _STEPPING:
            self._view.keyPressEvent(event)
            moved = self._view.currentIndex()
            if moved.isValid():
                self._act(moved, take=False)
            return True
        return False

    def _act(self, index: QModelIndex, *, take: bool) -> None:
        if take:
            self._trial.apply()
            return
        attempt = self._attempt_of(index)
        if attempt is not None:
            self._trial.start(attempt)

    def _on_trial(self) -> None:
        if not self._trial.running:
            self._view.clearSelection()
        self._view.viewport().update()
