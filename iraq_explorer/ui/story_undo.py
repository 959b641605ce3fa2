"""Steps of work on stories that can be undone: a change of one, and its deletion."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from iraq_explorer.core.story import Story
from iraq_explorer.storage.story_shelf import StoryEntry, StoryShelf
from iraq_explorer.ui.words import tr

State = tuple[Story, int]
"""A story and the step at hand."""


class StoryChange(QUndoCommand):
    """The story before and after; what is typed into one field at a stretch is one step."""

    def __init__(
        self, show: Callable[[Story, int], object], before: State, after: State, text: str, key: str
    ) -> None:
        """Show one or the other; ``key`` names the field that is typed into."""
        super().__init__(text)
        self._show = show
        self._before = before
        self.after = after
        self.key = key

    def redo(self) -> None:
        self._show(*self.after)

    def undo(self) -> None:
        self._show(*self._before)

    def id(self) -> int:
        return 1 if self.key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, StoryChange) or other.key != self.key:
            return False
        self.after = other.after
        return True


class StoryDeletion(QUndoCommand):
    """An entry is taken out of the library, and put back."""

    def __init__(
        self, write: Callable[[Callable[[StoryShelf], object]], object], entry: StoryEntry
    ) -> None:
        super().__init__(tr("Delete story {name}", name=entry.story.title))
        self._write = write
        self._entry = entry

    def redo(self) -> None:
        self._write(lambda shelf: shelf.delete(self._entry.id))

    def undo(self) -> None:
        self._write(lambda shelf: shelf.restore(self._entry))
