"""Stories as the user works on them: the list, the one that is open, undo, and saving by itself.

A shipped story opens as it is; the first change of it makes a copy, which the library keeps.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Step, Story, misfits
from iraq_explorer.storage.library import ChangedMeanwhileError, LibraryError, NoSuchEntryError
from iraq_explorer.storage.shipped_stories import shipped_stories
from iraq_explorer.storage.story_shelf import StoryEntry, StoryShelf
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.story_undo import StoryChange, StoryDeletion
from iraq_explorer.ui.words import tr

_SAVE_MS = 800
"""How long after a change it is saved at the latest, also while the typing goes on."""


class StoryDesk(QObject):
    """The stories of the library and the one that is being worked on."""

    told = Signal(object)
    """A ``Message`` for the user."""
    entries_changed = Signal()
    opened = Signal()
    """Another story is open, or none."""
    changed = Signal()
    """The open story changed."""
    steps_changed = Signal()
    """There is something else to undo or redo."""
    marked = Signal(int)
    """Another of its steps is the one at hand."""

    def __init__(
        self,
        session: Session,
        arrangement: Arrangement,
        selection: Selection,
        folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        """Work with the stories of a session's library.

        Args:
            session: the document and the library.
            arrangement: how the window draws the network.
            selection: what is selected there.
            folder: where exported files go.
            parent: owns it.

        """
        super().__init__(parent)
        self._selection = selection
        self._folder = folder
        self.session = session
        self.arrangement = arrangement
        self.undo_stack = QUndoStack(self)
        # Through a signal of its own, which is gone before the stack is.
        self.undo_stack.indexChanged.connect(self.steps_changed)
        self.story: Story | None = None
        self.at = 0
        """Number of the step at hand, from 0."""
        self._row: int | None = None
        self._saved: Story | None = None
        self._entries: tuple[StoryEntry, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self.finish)
        session.library_changed.connect(self._on_library)
        session.gone.connect(self._on_gone)
        session.entries_changed.connect(self._on_entries)
        self._lost: tuple[StoryEntry, ...] = ()
        """The stories of a file that is gone, until it is written again."""

    @property
    def dataset(self) -> Dataset:
        """What the stories are about."""
        return self.session.document.dataset

    # -- the list --------------------------------------------------------------------------

    @property
    def shipped(self) -> tuple[Story, ...]:
        """The stories that come with the program, where they are about this dataset."""
        return tuple(
            story
            for story in shipped_stories()
            if not any(any(misfits(step, self.dataset)) for step in story.steps)
        )

    @property
    def entries(self) -> tuple[StoryEntry, ...]:
        """The user's stories, read when they are first asked for."""
        if self._entries is None:
            self._entries = self._read()
        return self._entries

    def reload(self) -> None:
        """Read the stories again."""
        self._entries = self._read()
        self.entries_changed.emit()

    def _shelf(self) -> StoryShelf | None:
        library = self.session.library
        if library is None:
            return None
        return StoryShelf(library.path, chamber_of=self.dataset.chamber_of)

    def _read(self) -> tuple[StoryEntry, ...]:
        shelf = self._shelf()
        if shelf is None:
            return ()
        try:
            for problem in shelf.problems():
                self.told.emit(Message(problem, bad=True, lasting=True))
            return shelf.entries()
        except LibraryError as error:
            self._tell_error(error)
            return ()

    def _write(self, change: Callable[[StoryShelf], object]) -> bool:
        shelf = self._shelf()
        if shelf is None:
            text = tr("No library is open, so no story can be kept.")
            self.told.emit(Message(text, bad=True))
            return False
        try:
            change(shelf)
        except LibraryError as error:
            self._tell_error(error)
            return False
        finally:
            self.reload()
        return True

    def _tell_error(self, error: LibraryError) -> None:
        self.told.emit(Message(str(error), bad=True, lasting=True))

    def _on_library(self) -> None:
        self.finish()
        self._show(None, None)
        self.reload()

    def _on_gone(self) -> None:
        self._lost = self.entries

    def _on_entries(self) -> None:
        library, lost = self.session.library, self._lost
        if lost and library is not None and library.path.exists():
            self._lost = ()
            self._write(lambda shelf: shelf.put_back(lost))

    # -- opening ---------------------------------------------------------------------------

    def open(self, entry: StoryEntry) -> None:
        """Work on one of the user's stories."""
        self.finish()
        self._show(entry.story, entry.id)

    def open_shipped(self, story: Story) -> None:
        """Look at a shipped story; the first change makes a copy of it."""
        self.finish()
        self._show(story, None)

    def new(self) -> None:
        """Begin a story whose first step is the view at hand."""
        self.finish()
        self._show(Story(self._free_title(tr("New story"))), None)
        self.add_step()

    def close(self) -> None:
        """Go back to the list."""
        self.finish()
        self._show(None, None)

    def _show(self, story: Story | None, row: int | None) -> None:
        self.undo_stack.clear()
        self.story, self._row, self.at = story, row, 0
        self._saved = story
        self.opened.emit()

    def _free_title(self, wanted: str) -> str:
        taken = {entry.story.title.casefold() for entry in self.entries}
        title, number = wanted, 2
        while title.casefold() in taken:
            title, number = f"{wanted} ({number})", number + 1
        return title

    @property
    def is_shipped(self) -> bool:
        """Whether what is open is a shipped story, as shipped."""
        return self.story is not None and self.story in self.shipped

    def delete(self, entry: StoryEntry) -> None:
        """Take a story out of the library, as one step that can be undone."""
        self.undo_stack.push(StoryDeletion(self._write, entry))
        text = tr("Deleted “{name}”. Undo brings it back.", name=entry.story.title)
        self.told.emit(Message(text))

    # -- changing --------------------------------------------------------------------------

    def commit(self, story: Story, text: str, at: int | None = None, key: str = "") -> None:
        """Keep a change of the open story as one step that can be undone.

        Args:
            story: the story as it is then.
            text: what the step is called.
            at: the step at hand then.
            key: names the field that is typed into, so that a stretch of typing is one step.

        """
        if self.story is None or story == self.story:
            return
        if self._row is None and self.is_shipped and story.title == self.story.title:
            story = replace(story, title=self._free_title(tr("{name} (copy)", name=story.title)))
        before = (self.story, self.at)
        after = (story, self.at if at is None else at)
        self.undo_stack.push(StoryChange(self._set, before, after, text, key))

    def _set(self, story: Story, at: int) -> None:
        self.story = story
        self.at = max(0, min(at, len(story.steps) - 1))
        self.changed.emit()
        if not self._timer.isActive():
            self._timer.start()

    def mark(self, at: int) -> None:
        """Take another step at hand."""
        if self.story is not None and at != self.at and 0 <= at < len(self.story.steps):
            self.at = at
            self.marked.emit(at)

    @property
    def step(self) -> Step | None:
        """The step at hand."""
        if self.story is None or not self.story.steps:
            return None
        return self.story.steps[self.at]

    def view_step(self) -> Step:
        """A step that shows what the window shows: scenario, date, selection, detail, filter."""
        from iraq_explorer.ui.presenting import step_of

        self.session.settle()
        document = self.session.document
        step = step_of(document.scenario)
        if document.scenario.membership != document.saved.membership:
            # The note tells of the blocs as they were before they were moved.
            step = replace(step, text="")
        return replace(
            step,
            scenario=self._short(document.scenario),
            focus=self._selection.nodes,
            detail=self.arrangement.detail,
            tie_filter=self.arrangement.tie_filter,
        )

    def _short(self, scenario: Scenario) -> Scenario | str:
        """A built-in scenario by its id, so that it follows the dataset."""
        built_in = self.dataset.scenarios.get(scenario.origin)
        return scenario.origin if scenario == built_in else scenario

    def add_step(self) -> None:
        """Put a step that shows the view behind the one at hand."""
        if self.story is None:
            return
        step = self.view_step()
        place = self.at + 1 if self.story.steps else 0
        text = tr("Add step {name}", name=step.title)
        self.commit(self.story.insert(place, step), text, place)

    def take_view(self) -> None:
        """Let the step at hand show what the window shows; its words stay."""
        step = self.step
        if self.story is None or step is None:
            return
        seen = self.view_step()
        known = set(self.session.document.scenario.coalition_by_id)
        changed = replace(
            step,
            scenario=seen.scenario,
            date=None,
            rule="",
            moves=(),
            focus=seen.focus,
            detail=seen.detail,
            tie_filter=seen.tie_filter,
            ask=step.ask if step.ask and step.ask.coalition in known else None,
        )
        text = tr("Show the view in step {name}", name=step.title)
        self.commit(self.story.with_step(self.at, changed), text)

    def change_step(self, changed: Step, text: str, key: str = "") -> None:
        """Change the step at hand."""
        if self.story is not None and self.step is not None:
            self.commit(
                self.story.with_step(self.at, changed), text, key=f"{self.at} {key}" if key else ""
            )

    def remove_step(self) -> None:
        """Take the step at hand out."""
        step = self.step
        if self.story is not None and step is not None:
            text = tr("Delete step {name}", name=step.title)
            self.commit(self.story.without(self.at), text, min(self.at, len(self.story.steps) - 2))

    def move_step(self, at: int, to: int) -> None:
        """Put a step at another place in the order."""
        if self.story is None or not 0 <= to < len(self.story.steps) or at == to:
            return
        text = tr("Move step {name}", name=self.story.steps[at].title)
        self.commit(self.story.moved(at, to), text, to)

    def rename(self, title: str) -> None:
        """Give the story another title."""
        if self.story is not None and title.strip():
            text = tr("Rename story to {name}", name=title)
            self.commit(replace(self.story, title=title), text, key="title")

    # -- files -----------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Where exported files go."""
        return self._folder()

    def exported(self, number: int, place: str) -> None:
        """Tell that slides were written."""
        text = tr("{count} slides saved: {path}", count=number, path=place)
        self.told.emit(Message(text))

    # -- saving ----------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether the library does not hold the open story as it is."""
        return self.story is not None and self.story != self._saved

    def finish(self) -> bool:
        """Save what is not saved yet; false where it could not be."""
        self._timer.stop()
        story, was = self.story, self._saved
        if story is None or story == was or not story.title.strip():
            return True
        if self._row is None and self.is_shipped:
            return True  # every change of it was undone
        done = self._write(lambda shelf: self._save(shelf, story, was))
        if done:
            self._saved = story
        return done

    def _save(self, shelf: StoryShelf, story: Story, was: Story | None) -> None:
        try:
            self._row = shelf.save(story, self._row, was=was if self._row is not None else None)
        except (ChangedMeanwhileError, NoSuchEntryError):
            self._row = shelf.save(story)
            text = tr(
                "“{name}” was changed in another window. Yours is saved beside it.",
                name=story.title,
            )
            self.told.emit(Message(text, lasting=True))
