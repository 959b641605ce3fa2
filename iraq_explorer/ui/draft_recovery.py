"""Unsaved datasets survive a kill or a power cut: kept within a second, offered back.

Nothing of them is ever written over a file unasked: they come back as unsaved work.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from iraq_explorer.storage.draft_file import OpenedDraft
from iraq_explorer.storage.draft_recovery import DraftRecord, LeftDraft, Unsaved, left_drafts
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.offer_bar import Offer, OfferBar
from iraq_explorer.ui.recovery import state_folder
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import moment_text, tr

_EVERY_MS = 1000
"""So often what is being typed is looked at: a field sends no signal before it is left."""
_SOON_MS = 30
"""So long after a change it is kept."""


def records_folder() -> Path:
    """Where records of unsaved datasets lie."""
    return state_folder() / "datasets"


class DraftKeeper(QObject):
    """Keeps the unsaved work of one editor."""

    told = Signal(object)
    """A ``Message`` for the user."""

    def __init__(self, unsaved: Callable[[], Unsaved | None], parent: QObject) -> None:
        """Begin to keep what ``unsaved`` gives; ``None`` where all is saved."""
        super().__init__(parent)
        self._unsaved = unsaved
        self._record = DraftRecord(records_folder())
        self._kept: Unsaved | None = None
        self._complained = False
        self._work = Background(self)
        self._work.done.connect(self._on_kept)
        self._work.failed.connect(lambda error: self._on_kept(str(error)))
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.keep)

    def keep_soon(self) -> None:
        """Keep what was just changed or saved."""
        self._soon.start()

    def keep(self) -> None:
        """Keep the work as it is now, in the background; the record goes where all is saved."""
        unsaved = self._unsaved()
        if unsaved == self._kept:
            return
        self._kept = unsaved
        self._work.request(partial(_keep, self._record, unsaved))

    def keep_now(self) -> str:
        """Keep it before anything else happens; what is in the way, or nothing."""
        self._work.stop()
        self._kept = self._unsaved()
        trouble = _keep(self._record, self._kept)
        self._on_kept(trouble)
        return trouble

    def end(self) -> None:
        """All is saved or given up: the record goes."""
        self._timer.stop()
        self._soon.stop()
        self._work.stop()
        self._record.end()

    def _on_kept(self, trouble: str) -> None:
        if not trouble:
            self._complained = False
            return
        self._kept = None  # tried again with the next change
        if not self._complained:
            self._complained = True
            text = tr(
                "Unsaved work cannot be kept safe until it is saved: {reason}.", reason=trouble
            )
            self.told.emit(Message(text, bad=True, lasting=True))


class LeftDrafts(QObject):
    """Offers what editors left behind that ended before their time."""

    told = Signal(object)
    """A ``Message`` for the user."""
    taken = Signal(object, object)
    """An ``OpenedDraft`` is to be edited; and what is to be done with its record when it is."""

    def __init__(self, bar: OfferBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._found: list[LeftDraft] = []
        self._given_up: list[LeftDraft] = []
        self._offers: list[Offer] = []
        self._work = Background(self)
        self._work.done.connect(self._on_found)

    def look(self) -> None:
        """Look for records in the background, and offer them."""
        self._work.request(partial(left_drafts, records_folder()))

    def end(self) -> None:
        """The window closes: what was thrown away goes, the rest stays for next time."""
        self._work.stop()
        for left in self._found:
            left.leave()
        for left in self._given_up:
            left.discard()
        for offer in self._offers:
            self._bar.withdraw(offer)
        self._found, self._given_up, self._offers = [], [], []

    def _on_found(self, found: tuple[LeftDraft, ...]) -> None:
        for left in found:
            self._offer(left)

    def _offer(self, left: LeftDraft) -> None:
        unsaved = left.unsaved
        if unsaved is None:
            text = tr(
                "Unsaved work on a dataset was found that cannot be read. It is kept as {path}.",
                path=left.set_aside(),
            )
            self.told.emit(Message(text, bad=True, lasting=True))
            return
        self._found.append(left)
        back = (tr("Bring it back"), partial(self._take, left, unsaved))
        away = (tr("Throw it away"), partial(self._give_up, left))
        self._show(Offer(_told(left, unsaved), (back, away)))

    def _show(self, offer: Offer) -> None:
        self._offers.append(offer)
        self._bar.offer(offer)

    def _take(self, left: LeftDraft, unsaved: Unsaved) -> None:
        self._found.remove(left)
        opened = OpenedDraft(
            unsaved.draft, unsaved.place, unsaved.stamp, unsaved=max(1, unsaved.changed)
        )
        self.taken.emit(opened, left)

    def _give_up(self, left: LeftDraft) -> None:
        self._found.remove(left)
        self._given_up.append(left)
        text = tr("The unsaved dataset is thrown away when this window closes.")
        again = (tr("Keep it after all"), partial(self._take_again, left))
        self._show(Offer(text, (again,)))

    def _take_again(self, left: LeftDraft) -> None:
        self._given_up.remove(left)
        self._offer(left)


def _keep(record: DraftRecord, unsaved: Unsaved | None) -> str:
    try:
        if unsaved is None:
            record.end()
        else:
            record.keep(unsaved)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _told(left: LeftDraft, unsaved: Unsaved) -> str:
    title = unsaved.title or tr("Dataset without a title")
    moment = moment_text(left.made_at)
    if unsaved.changed == 1:
        text = tr(
            "Not saved when the program ended on {moment}: the dataset “{title}”, 1 row changed.",
            moment=moment,
            title=title,
        )
    else:
        text = tr(
            "Not saved when the program ended on {moment}: the dataset “{title}”, {count} rows "
            "changed.",
            moment=moment,
            title=title,
            count=f"{unsaved.changed:,}",
        )
    if unsaved.place is not None:
        text += " " + tr("Its file is {path}.", path=unsaved.place)
    if left.damaged:
        text += " " + tr("The newest part of it cannot be read.")
    return text
