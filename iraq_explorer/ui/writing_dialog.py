"""A dialog that writes several files beside the window: how far it is, and a stop."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.background import Background
from iraq_explorer.ui.words import tr

Write = Callable[[Event, Callable[[int], None]], tuple[int, str]]
"""Writes until it is told to stop, and says after each file how many there are.

It returns how many were written, and the problem that ended it, or ``""``.
"""


class _Progress(QObject):
    """Carries how far the work is from its thread to the window's."""

    reached = Signal(int)


class WritingDialog(QDialog):
    """What is told, the progress, and the buttons; what is written is a subclass's."""

    finished_writing = Signal(int, str)
    """So many are written at a place; also after a stop or a problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._progress = _Progress(self)
        self._progress.reached.connect(self._on_reached)
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(lambda error: self._on_done((0, str(error))))
        self._choices: tuple[QWidget, ...] = ()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button = QPushButton(tr("&Export"))
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)

    def export(self) -> None:
        """Write in the background; a subclass says what, by ``_write``."""
        raise NotImplementedError

    def _place(self) -> str:
        """Where it is written."""
        raise NotImplementedError

    def _stopped_text(self, number: int, problem: str) -> str:
        """What is told where not all was written."""
        raise NotImplementedError

    def _add_foot(self, rows: QVBoxLayout, *choices: QWidget) -> None:
        """Put progress and buttons at the foot. The choices rest while it writes."""
        self._choices = choices
        rows.addWidget(self.told)
        rows.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        rows.addLayout(buttons)

    def _write(self, count: int, write: Write) -> None:
        """Write so many files in the background."""
        if self._work.busy:
            return
        self._stop.clear()
        self._show_running(True)
        self.bar.setRange(0, count)
        self._on_reached(0)
        self._work.request(partial(write, self._stop, self._progress.reached.emit))

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        for part in self._choices:
            part.setEnabled(not running)
        self.export_button.setEnabled(not running)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(tr("Stop") if running else tr("Cancel"))

    def _on_reached(self, number: int) -> None:
        self.bar.setValue(number)
        if not self._stop.is_set():
            self.told.setText(
                tr("Writing … {number} of {count}", number=number, count=self.bar.maximum())
            )

    def _on_done(self, result: object) -> None:
        assert isinstance(result, tuple)
        number, problem = result
        stopped = self._stop.is_set()
        self._show_running(False)
        if problem or stopped:
            self.told.setText(self._stopped_text(number, problem))
        self.finished_writing.emit(number, self._place())
        if not problem and not stopped:
            self.accept()

    def reject(self) -> None:
        """While files are being written this stops after the one at hand."""
        if self._work.busy and not self._stop.is_set():
            self._stop.set()
            self.cancel_button.setEnabled(False)
            self.told.setText(tr("Stopping …"))
            return
        super().reject()

    def done(self, result: int) -> None:
        self._stop.set()
        self._work.stop()
        super().done(result)
