"""Follows the library's file: what other windows save, its loss, and what a damaged one holds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from iraq_explorer.storage.library import Library, LibraryError
from iraq_explorer.storage.rescue import Salvage, rescue_place, salvage
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
        self._background = Background(self)
        self._background.done.connect(self._on_salvaged)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(session.follow)
        session.unreadable.connect(self._on_unreadable)
        session.gone.connect(self._on_gone)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._background.stop()

    def _on_gone(self, path: Path) -> None:
        self._bar.offer(
            Offer(
                tr(
                    "{path} is gone: moved, renamed or deleted. Its scenarios are known here.",
                    path=path,
                ),
                ((tr("Write it again"), self._write_again),),
            )
        )

    def _write_again(self) -> None:
        self._session.write_again()

    def _on_unreadable(self, path: Path) -> None:
        self._background.request(partial(_salvaged, path))

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
        self._bar.offer(Offer(text, ((words, partial(self._rescue, path, into)),)))

    def _rescue(self, path: Path, into: Path) -> None:
        chamber_of = self._session.document.dataset.chamber_of
        try:
            found = Library.rescue(path, into, chamber_of=chamber_of)
        except LibraryError as error:
            self._session.told.emit(Message(str(error), bad=True, lasting=True))
            return
        if self._open_library(into):
            text = tr(
                "{count} scenarios are now in {file}. {damaged} was not changed.",
                count=len(found.entries),
                file=into,
                damaged=path.name,
            )
            self._session.told.emit(Message(text, lasting=True))


def _salvaged(path: Path) -> tuple[Path, Salvage] | None:
    try:
        return path, salvage(path)
    except LibraryError:  # told already when it could not be opened
        return None
