"""Follows the library's file: what other windows save, and ways on where it is gone or damaged."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from iraq_explorer.storage.library import (
    DamagedLibraryError,
    ForeignLibraryError,
    LibraryError,
    LockedLibraryError,
    MissingLibraryError,
)
from iraq_explorer.storage.places import LIBRARY_NAME
from iraq_explorer.storage.rescue import (
    NOTHING_KNOWN,
    Known,
    Salvage,
    rescue,
    rescue_place,
    salvage,
)
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.offer_bar import Offer, OfferBar
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr

_INTERVAL_MS = 1000


class LibraryWatch(QObject):
    """Looks at the file once a second, which works on every file system."""

    def __init__(
        self,
        session: Session,
        bar: OfferBar,
        open_library: Callable[[Path], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._open_library = open_library
        self._offers: list[Offer] = []
        self._background = Background(self)
        self._background.done.connect(self._on_salvaged)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.follow)
        session.unreadable.connect(self._on_unreadable)
        session.gone.connect(self._on_gone)
        session.stuck.connect(self._on_stuck)
        session.library_changed.connect(self._withdraw)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._background.stop()

    # -- what others save ------------------------------------------------------------------

    def follow(self) -> None:
        """Take over what others have saved to the file since it was read; cheap if nobody has."""
        session, shelf = self._session, self._session.shelf
        if session.library is None or not shelf.has_news():
            return
        path = session.library.path
        try:
            shelf.read(patience=0)
        except LockedLibraryError:
            return  # somebody is just saving: asked again soon
        except LibraryError as error:
            shelf.dismiss_news()
            if isinstance(error, MissingLibraryError):
                session.gone.emit(path)
                return
            session.tell_error(error)
            if isinstance(error, DamagedLibraryError | ForeignLibraryError):
                session.unreadable.emit(path)
            return
        self._withdraw()  # whatever was wrong with it is so no longer
        session.entries_changed.emit()
        self._follow_open()

    def _follow_open(self) -> None:
        session, document = self._session, self._session.document
        row, saved = document.entry, document.saved
        if row is None:
            return
        entry = session.entry(row)
        name = document.scenario.name
        if entry is None:
            text = tr("“{name}” was deleted in another window. Saving it here keeps it.", name=name)
            session.told.emit(Message(text, bad=True, lasting=True))
        elif entry.scenario != saved and document.modified:
            text = tr(
                "“{name}” was changed in another window too. Saving here keeps both.", name=name
            )
            session.told.emit(Message(text, bad=True, lasting=True))
        elif entry.scenario != saved:
            document.commit(entry.scenario, tr("Changed in another window"))
            document.mark_saved(row)
            text = tr("“{name}” is shown as it was saved in another window.", name=name)
            session.told.emit(Message(text))

    # -- a file that is gone ---------------------------------------------------------------

    def _on_gone(self, path: Path) -> None:
        text = tr("{path} is gone: moved, renamed or deleted. Its scenarios are known here.",
                  path=path)  # fmt: skip
        self._offer(text, tr("Write it again"), self.write_again)

    def write_again(self) -> bool:
        """Make the library's file anew from what was last read of it, where it is gone."""
        session = self._session
        if session.library is None:
            return False
        path = session.library.path
        if not self._write(path):
            return False
        session.reload()
        session.told.emit(Message(tr("The library is written again: {path}", path=path)))
        return True

    def _write(self, path: Path) -> bool:
        try:
            self._session.shelf.write(path)
        except LibraryError as error:
            self._session.tell_error(error, saving=True)
            return False
        return True

    # -- a file that cannot be saved to ----------------------------------------------------

    def _on_stuck(self) -> None:
        self._withdraw()
        text = tr("Nothing can be saved here. Everything can go into another file.")
        self._offer(text, tr("Save in another file …"), self._choose_file)

    def _choose_file(self) -> None:
        library = self._session.library
        name = library.path.name if library is not None else LIBRARY_NAME
        chosen, _ = QFileDialog.getSaveFileName(
            self._bar.window(),
            tr("Save in another file"),
            QDir.home().filePath(name),
            tr("Scenario libraries (*.sqlite *.db);;All files (*)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # none is overwritten
        )
        if not chosen:
            self._on_stuck()
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".sqlite")
        session = self._session
        if not self._write(path):
            self._on_stuck()
        elif session.go_on_in(path) and session.save_all():
            text = tr("Everything is in {path}, and you go on there.", path=path)
            session.told.emit(Message(text, lasting=True))

    # -- a file that is damaged ------------------------------------------------------------

    def _on_unreadable(self, path: Path) -> None:
        self._background.request(partial(_salvaged, path, self._known(path)))

    def _known(self, path: Path) -> Known:
        library = self._session.library
        here = library is not None and library.path == path
        return self._session.shelf.known if here else NOTHING_KNOWN

    def _on_salvaged(self, found: tuple[Path, Salvage] | None) -> None:
        if found is None or not found[1].entries:
            return
        path, left = found
        into = rescue_place(path)
        count, lost = len(left.entries), len(left.problems)
        if lost:
            text = tr(
                "{count} scenarios in {file} can still be read, {lost} cannot.",
                count=count,
                file=path.name,
                lost=lost,
            )
        else:
            text = tr("{count} scenarios in {file} can still be read.", count=count, file=path.name)
        words = tr("Write them into {file}", file=into.name)
        self._offer(text, words, partial(self._rescue, path, into))

    def _rescue(self, path: Path, into: Path) -> None:
        session = self._session
        chamber_of = session.document.dataset.chamber_of
        try:
            found = rescue(path, into, known=self._known(path), chamber_of=chamber_of)
        except LibraryError as error:
            session.tell_error(error)
            return
        # What is unsaved here could not be saved to a damaged file: it comes along.
        library = session.library
        along = bool(session.unsaved) if library is None else library.path == path
        if session.go_on_in(into) if along else self._open_library(into):
            text = tr(
                "{count} scenarios are now in {file}. {damaged} was not changed.",
                count=len(found.entries),
                file=into,
                damaged=path.name,
            )
            session.told.emit(Message(text, lasting=True))

    # -- offers ----------------------------------------------------------------------------

    def _offer(self, text: str, words: str, run: Callable[[], object]) -> None:
        def chosen() -> None:
            run()

        offer = Offer(text, ((words, chosen),))
        self._offers.append(offer)
        self._bar.offer(offer)

    def _withdraw(self) -> None:
        for offer in self._offers:
            self._bar.withdraw(offer)
        self._offers.clear()


def _salvaged(path: Path, known: Known) -> tuple[Path, Salvage] | None:
    try:
        return path, salvage(path, known)
    except LibraryError:  # told already when it could not be opened
        return None
