"""The one document: the committed scenario, the preview of a gesture, and the undo stack.

Every view draws what is shown and asks no other view anything. A gesture calls ``preview`` while it
runs and ``commit`` at its end.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario


class _Change(QUndoCommand):
    """One step: the scenario before it, the scenario after it, and its name."""

    def __init__(self, document: "Document", before: Scenario, after: Scenario, text: str) -> None:
        super().__init__(text)
        self._document = document
        self.before = before
        self.after = after

    def redo(self) -> None:
        self._document._set(self.after)

    def undo(self) -> None:
        self._document._set(self.before)


class Document(QObject):
    """Holds what the user works on."""

    shown_changed = Signal()
    """What is to be drawn changed: a preview, its end, or something committed."""
    standing_changed = Signal()
    """More of it than the date changed: what is left alone while time passes need not be drawn."""
    committed = Signal()
    """The scenario itself changed: by a commit, undo, redo, or another one opened."""
    opened = Signal()
    """Another scenario was opened; ``committed`` follows."""
    modified_changed = Signal(bool)
    """Whether there is unsaved work changed."""

    def __init__(self, dataset: Dataset, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset = dataset
        self.undo_stack = QUndoStack(self)
        self.entry: int | None = None
        """Id of the scenario's entry in the library; ``None`` where it has none of its own."""
        self._scenario = scenario
        self._saved: Scenario = scenario
        self._preview: Scenario | None = None
        self._stood: Scenario = scenario
        self._was_modified = False

    @property
    def scenario(self) -> Scenario:
        """The committed scenario."""
        return self._scenario

    @property
    def saved(self) -> Scenario:
        """The scenario as it was opened or last saved."""
        return self._saved

    @property
    def shown(self) -> Scenario:
        """What views draw: the preview while a gesture runs, else the committed scenario."""
        return self._scenario if self._preview is None else self._preview

    @property
    def previewing(self) -> bool:
        """Whether a gesture runs."""
        return self._preview is not None

    @property
    def chamber(self) -> Chamber:
        """The chamber of what is shown, with the seats that it assumes."""
        return self.dataset.chamber_of(self.shown)

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work."""
        return self._scenario is not self._saved and self._scenario != self._saved

    def open(self, scenario: Scenario, entry: int | None = None) -> None:
        """Start to work on another scenario; the steps of the former one are forgotten."""
        self._preview = None
        self._scenario = self._saved = scenario
        self.entry = entry
        self.undo_stack.clear()
        self.opened.emit()
        self._announce()

    def mark_saved(self, entry: int | None) -> None:
        """Take note that the scenario was saved under an entry of the library."""
        self._saved = self._scenario
        self.entry = entry
        self._announce_modified()

    def saved_as(self, name: str, entry: int) -> None:
        """Take note that the scenario was saved under another name as an entry of its own.

        The steps before keep: undoing them leads back through the scenario under its new name.
        """
        old = self._scenario.name

        def named(scenario: Scenario) -> Scenario:
            return replace(scenario, name=name) if scenario.name == old else scenario

        for number in range(self.undo_stack.count()):
            step = self.undo_stack.command(number)
            if isinstance(step, _Change):
                step.before, step.after = named(step.before), named(step.after)
        self._scenario = self._saved = named(self._scenario)
        self.entry = entry
        self._announce()

    def preview(self, scenario: Scenario | None) -> None:
        """Show a scenario without keeping it; ``None`` shows the committed one again."""
        if scenario is self._scenario:
            scenario = None
        if scenario is self._preview or (scenario is not None and scenario == self._preview):
            return
        self._preview = scenario
        self._announce_shown()

    def commit(self, scenario: Scenario, text: str) -> None:
        """Keep a scenario as one step that can be undone, named ``text`` in the Edit menu."""
        was_previewing = self._preview is not None
        self._preview = None
        if scenario == self._scenario:
            if was_previewing:
                self._announce_shown()
            return
        self.undo_stack.push(_Change(self, self._scenario, scenario, text))

    def _set(self, scenario: Scenario) -> None:
        self._preview = None
        self._scenario = scenario
        self._announce()

    def _announce(self) -> None:
        self.committed.emit()
        self._announce_shown()
        self._announce_modified()

    def _announce_shown(self) -> None:
        before, shown = self._stood, self.shown
        self._stood = shown
        self.shown_changed.emit()
        if replace(shown, date=before.date) != before:
            self.standing_changed.emit()

    def _announce_modified(self) -> None:
        if self.modified != self._was_modified:
            self._was_modified = self.modified
            self.modified_changed.emit(self._was_modified)
