"""Unsaved work survives a kill or a power cut: kept at once, what is typed within a second.

Nothing of it is ever written to the library unasked: it comes back as unsaved work.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from iraq_explorer.storage.places import user_state_folder
from iraq_explorer.storage.recovery import Draft, LeftBehind, RecoveryRecord, left_behind
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.offer_bar import Offer, OfferBar
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import moment_text, tr

_EVERY_MS = 1000
"""So often what is being typed is looked at: a field sends no signal before it is left."""
_SOON_MS = 30
"""So long after a change it is kept: a drag and what follows from it are one."""
_NAMED = 3
"""So many scenarios are named in an offer; of the others the number is told."""


def _now() -> datetime:
    return datetime.now(UTC)


def state_folder() -> Path:
    """Where the user's system wants what outlives a program and is no document.

    Where that cannot be written, a folder among the temporary files: that survives a kill still.
    """
    temporary = Path(tempfile.gettempdir())
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home folder
        home = temporary
    folder = user_state_folder(os.environ, sys.platform, home)
    if _can_be_written(folder):
        return folder
    user = getattr(os, "getuid", lambda: "user")()
    own = temporary / f"iraq-explorer-{user}"
    try:
        own.mkdir(mode=0o700, exist_ok=True)
        # Anybody can make a folder there: what is in it may be another user's doing.
        ours = own.stat().st_uid == user if isinstance(user, int) else True
    except OSError:
        ours = False
    return own if ours else folder


def _can_be_written(folder: Path) -> bool:
    """Whether a folder can be written, or made where it is not there."""
    for place in (folder, *folder.parents):
        try:
            place.stat()
        except FileNotFoundError:
            continue
        except OSError:
            return False
        return os.access(place, os.W_OK | os.X_OK)
    return False


class Recovery(QObject):
    """Keeps the session's unsaved work and offers what an earlier one left behind."""

    def __init__(
        self,
        session: Session,
        bar: OfferBar,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._clock = clock
        self._record: RecoveryRecord | None = None
        self._kept: tuple[Draft, ...] | None = ()
        """What lies in the record; ``None`` where that is not known."""
        self._found: list[LeftBehind] = []
        self._given_up: list[LeftBehind] = []
        self._offers: list[Offer] = []
        self._told = False
        self._background = Background(self)
        self._background.done.connect(self._on_kept)
        self._background.failed.connect(lambda error: self._on_kept(str(error)))
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._keep)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._keep)
        session.document.committed.connect(self._soon.start)
        session.document.modified_changed.connect(lambda _: self._soon.start())

    def start(self) -> None:
        """Begin to keep unsaved work, and offer what was left behind."""
        self._session.library_changed.connect(self._begin)
        self._begin()

    def end(self) -> None:
        """All is saved or given up: the record goes. Offers not answered stay for next time."""
        self._timer.stop()
        self._soon.stop()
        self._background.stop()
        if self._record is not None:
            self._record.end()
        self._record = None
        self._withdraw()

    def _withdraw(self) -> None:
        for found in self._found:
            found.leave()
        for found in self._given_up:
            found.discard()
        for offer in self._offers:
            self._bar.withdraw(offer)
        self._found, self._given_up, self._offers = [], [], []

    # -- keeping ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self._background.stop()
        self._withdraw()
        library, former = self._session.library, self._record
        path = library.path if library is not None else None
        self._record = RecoveryRecord(path, state_folder(), self._clock)
        # What goes along into another library is in its record before the one here goes.
        self._kept = self._session.drafts
        trouble = _kept(self._record, self._kept)
        if former is not None and not trouble:
            former.end()
        self._on_kept(trouble)
        for found in left_behind(path, state_folder()):
            self._offer(found)
        self._timer.start()

    def _keep(self) -> None:
        drafts, record = self._session.drafts, self._record
        if record is None or drafts == self._kept:
            return
        self._kept = drafts
        self._background.request(partial(_kept, record, drafts))

    def _on_kept(self, trouble: str) -> None:
        if not trouble:
            self._told = False
            return
        self._kept = None  # tried again in a second
        if not self._told:
            self._told = True
            text = tr(
                "Unsaved work cannot be kept safe until it is saved: {reason}.", reason=trouble
            )
            self._session.told.emit(Message(text, bad=True, lasting=True))

    # -- offering --------------------------------------------------------------------------

    def _offer(self, found: LeftBehind) -> None:
        if found.damaged and not found.drafts:
            aside = found.set_aside()
            text = tr(
                "Unsaved work was found that cannot be read. It is kept as {path}.", path=aside
            )
            self._session.told.emit(Message(text, bad=True, lasting=True))
            return
        self._found.append(found)
        back = (tr("Bring it back"), partial(self._restore, found))
        away = (tr("Throw it away"), partial(self._give_up, found))
        self._show(Offer(_told(found), (back, away)))

    def _show(self, offer: Offer) -> None:
        self._offers.append(offer)
        self._bar.offer(offer)

    def _restore(self, found: LeftBehind) -> None:
        strange = self._session.restore(found.drafts)
        self._found.remove(found)
        self._background.stop()
        self._kept = self._session.drafts
        # The new record is there before the old one goes.
        trouble = _kept(self._record, self._kept) if self._record is not None else ""
        self._on_kept(trouble)
        if trouble:
            found.leave()
        elif strange:
            text = tr(
                "Not everything could be brought back: {names}. It is kept as {path}.",
                names=", ".join(f"“{draft.scenario.name}”" for draft in strange),
                path=found.set_aside(),
            )
            self._session.told.emit(Message(text, bad=True, lasting=True))
        else:
            found.discard()

    def _give_up(self, found: LeftBehind) -> None:
        self._found.remove(found)
        self._given_up.append(found)
        text = tr("The unsaved work is thrown away when this window closes.")
        again = (tr("Keep it after all"), partial(self._take_again, found))
        self._show(Offer(text, (again,)))

    def _take_again(self, found: LeftBehind) -> None:
        self._given_up.remove(found)
        self._offer(found)


def _kept(record: RecoveryRecord, drafts: tuple[Draft, ...]) -> str:
    try:
        record.keep(drafts)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _told(found: LeftBehind) -> str:
    drafts = found.drafts
    named = [
        tr("“{name}” (1 change)", name=draft.scenario.name)
        if draft.changes == 1
        else tr("“{name}” ({count} changes)", name=draft.scenario.name, count=draft.changes)
        for draft in drafts[:_NAMED]
    ]
    if len(drafts) > _NAMED:
        named.append(tr("{count} more", count=len(drafts) - _NAMED))
    text = tr(
        "Not saved when the program ended on {moment}: {scenarios}.",
        moment=moment_text(found.made_at),
        scenarios=tr(", ").join(named),
    )
    if found.damaged:
        text += " " + tr("The newest part of it cannot be read.")
    return text
