"""Work beside the window: the newest request wins, and its answer arrives on the GUI thread."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

_log = logging.getLogger(__name__)


class _Answer(QObject):
    ready = Signal(int, object)
    failed = Signal(int, object)


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._answer = answer

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # our bug: it must reach the log and the user, not die here
            _log.exception("a background job failed")
            self._answer.failed.emit(self._number, error)
        else:
            self._answer.ready.emit(self._number, result)


class Background(QObject):
    """Runs one job at a time; a newer request makes the answer of an older one void."""

    done = Signal(object)
    """The result of the newest request."""
    failed = Signal(object)
    """The exception that the newest request ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._answer = _Answer(self)
        self._answer.ready.connect(self._on_ready)
        self._answer.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._pool.activeThreadCount() > 0

    def request(self, work: Callable[[], Any]) -> None:
        """Have ``work`` done in the background; it must not touch any Qt object."""
        self._number += 1
        self._pool.clear()
        self._pool.start(_Job(self._number, work, self._answer))

    def stop(self) -> None:
        """Drop what is asked and wait until nothing runs any more."""
        self._number += 1
        self._pool.clear()
        self._pool.waitForDone()

    def _on_ready(self, number: int, result: object) -> None:
        if number == self._number:
            self.done.emit(result)

    def _on_failed(self, number: int, error: object) -> None:
        if number == self._number:
            self.failed.emit(error)
