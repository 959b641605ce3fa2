"""A layout under way beside the window: how far it is, what it has so far, how it is ended."""

from collections.abc import Callable, Mapping
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from iraq_explorer.core.layout import Told
from iraq_explorer.core.scenario import Point
from iraq_explorer.ui.background import Background

_LOOK_MS = 300


class _GivenUpError(Exception):
    """Nobody waits for the layout any more."""


class _Course:
    """What the layout writes and the window reads: each is one assignment, so no lock is needed."""

    def __init__(self) -> None:
        self.share = 0.0
        self.rough: Mapping[str, Point] = {}
        self.wanted = True
        self.free = Event()
        self.free.set()

    def told(self, share: float, rough: Mapping[str, Point]) -> None:
        self.free.wait()
        if not self.wanted:
            raise _GivenUpError
        self.share = share
        if rough:
            self.rough = rough

    def give_up(self) -> None:
        self.wanted = False
        self.free.set()


class LayoutWork(QObject):
    """Has one layout worked out at a time; a newer request ends the one before."""

    done = Signal(object)
    """The answer of the newest request."""
    failed = Signal(object)
    """The exception that it ended with."""
    progressed = Signal()
    """It still runs; comes only where it takes a while."""
    ended = Signal()
    """It does not run any more, for whatever reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._course = _Course()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._long = False

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._background.busy

    @property
    def running(self) -> bool:
        """Whether it has run for so long that one wants to know how far it is."""
        return self._long

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return self._course.share

    def take_rough(self) -> Mapping[str, Point]:
        """Rough positions that came since they were last asked for."""
        rough, self._course.rough = self._course.rough, {}
        return rough

    def request(self, work: Callable[[Told], Any]) -> None:
        """Have a layout worked out; ``work`` passes on whom it tells how far it is."""
        self._course.give_up()
        course = self._course = _Course()

        def run() -> object:
            try:
                return work(course.told)
            except _GivenUpError:
                return None

        self._long = False
        self._background.request(run)
        self._look.start()

    def pause(self) -> None:
        """Let the work rest after its round, so that a gesture has the machine for itself."""
        self._course.free.clear()

    def go_on(self) -> None:
        """Let the work go on."""
        self._course.free.set()

    def cancel(self) -> None:
        """End the work within a round; there is no answer."""
        self._course.give_up()
        self._end()

    def stop(self) -> None:
        """End the work and wait until it has ended."""
        self.cancel()
        self._background.stop()

    def _on_look(self) -> None:
        self._long = True
        self.progressed.emit()

    def _end(self) -> None:
        self._long = False
        self._look.stop()
        self.ended.emit()

    def _on_done(self, answer: object) -> None:
        if self._course.wanted:
            self._end()
            self.done.emit(answer)

    def _on_failed(self, error: object) -> None:
        self._end()
        self.failed.emit(error)
