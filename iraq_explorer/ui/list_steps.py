"""Changes of the list as steps that can be undone: deleting and renaming."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from iraq_explorer.storage.library import Entry
from iraq_explorer.storage.recovery import Draft
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.session import Session


class Deletion(QUndoCommand):
    """An entry that was taken out of the library, with the unsaved work on it."""

    def __init__(self, session: "Session", entry: Entry, draft: Draft | None) -> None:
        super().__init__(tr("Delete scenario {name}", name=entry.scenario.name))
        self._session = session
        self.entry = entry
        self._draft = draft
        self._done = True
        """A step is made when the library has let go of the entry: pushing it does nothing more."""

    def redo(self) -> None:
        if self._done:
            self._done = False
            return
        self._session.take_out(self.entry)

    def undo(self) -> None:
        self._session.put_back(self.entry, self._draft)

    def again(self) -> "Deletion":
        """The same step for another stack."""
        return Deletion(self._session, self.entry, self._draft)


class Renaming(QUndoCommand):
    """Another name for an entry that is not open."""

    def __init__(self, session: "Session", entry: Entry, name: str) -> None:
        super().__init__(tr("Rename scenario {name}", name=entry.scenario.name))
        self._session = session
        self._entry = entry
        self._name = name

    def redo(self) -> None:
        self._session.give_name(self._entry, self._name)

    def undo(self) -> None:
        self._session.give_name(self._entry, self._entry.scenario.name)
