"""Export of a story: as a PDF of slides or as a folder of pictures, with progress and a stop."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Story
from iraq_explorer.storage.picture_file import Look, file_name
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.slides import slides_of, write_pdf, write_pngs
from iraq_explorer.ui.words import tr


class _Progress(QObject):
    """Carries how far the work is from its thread to the window's."""

    reached = Signal(int)


class SlidesDialog(QDialog):
    """Where the slides go, in what form, and how far they are."""

    finished_writing = Signal(int, str)
    """So many slides are written at a place."""

    def __init__(
        self, story: Story, dataset: Dataset, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export story"))
        self._story = story
        self._dataset = dataset
        self._stop = Event()
        self._progress = _Progress(self)
        self._progress.reached.connect(self._on_reached)
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(lambda error: self._on_done((0, str(error))))
        self.kind = QComboBox()
        self.kind.addItem(tr("PDF of slides"), "pdf")
        self.kind.addItem(tr("Folder of pictures (PNG)"), "png")
        self.look = QComboBox()
        for text, look in (
            (tr("Light"), Look.LIGHT), (tr("Dark"), Look.DARK), (tr("Print, grey"), Look.PRINT),
        ):  # fmt: skip
            self.look.addItem(text, str(look))
        self.place = QLineEdit(str(folder))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        grid = QGridLayout()
        for row, (text, field) in enumerate(
            ((tr("&Form"), self.kind), (tr("&Appearance"), self.look), (tr("&Folder"), self.place))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        browse = QPushButton(tr("&Choose …"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        grid.addWidget(browse, 2, 2)
        grid.setColumnStretch(1, 1)
        self._choices = (self.kind, self.look, self.place, browse)
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        rows.addLayout(grid)
        rows.addWidget(self.told)
        rows.addWidget(self.bar)
        rows.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button = QPushButton(tr("&Export"))
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        rows.addLayout(buttons)
        self.kind.currentIndexChanged.connect(self._tell_plan)
        self.place.textChanged.connect(self._tell_plan)
        self._tell_plan()

    def sizeHint(self) -> QSize:
        return QSize(560, 240)

    @property
    def target(self) -> Path:
        """The file or the folder that is written."""
        place = Path(self.place.text()).expanduser() / file_name(self._story.title)
        return place.with_name(f"{place.name}.pdf") if self.kind.currentData() == "pdf" else place

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the slides"), self.place.text()
        )
        if folder:
            self.place.setText(folder)

    def _tell_plan(self) -> None:
        count = len(slides_of(self._story))
        if self.target.exists():
            text = tr("{count} slides, to {path}, which is there and is written over.")
        else:
            text = tr("{count} slides, to {path}.")
        self.told.setText(text.format(count=count, path=self.target))
        self.export_button.setEnabled(bool(self.place.text().strip()))

    def export(self) -> None:
        """Write the slides in the background."""
        if self._work.busy:
            return
        self._stop.clear()
        self._show_running(True)
        self.bar.setRange(0, len(slides_of(self._story)))
        self._on_reached(0)
        write = write_pdf if self.kind.currentData() == "pdf" else write_pngs
        write_all = partial(
            write,
            self._story,
            self._dataset,
            self.target,
            Look(self.look.currentData()),
            self._stop,
            self._progress.reached.emit,
        )

        def work() -> tuple[int, str]:
            try:
                return write_all(), ""
            except OSError as error:
                return 0, str(error)

        self._work.request(work)

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
            text = tr("Writing … {number} of {count}", number=number, count=self.bar.maximum())
            self.told.setText(text)

    def _on_done(self, result: object) -> None:
        assert isinstance(result, tuple)
        number, problem = result
        stopped = self._stop.is_set()
        self._show_running(False)
        if problem:
            self.told.setText(tr("Not written. {problem}", problem=problem))
        elif stopped:
            self.told.setText(tr("Stopped after {number} slides.", number=number))
        if number:
            self.finished_writing.emit(number, str(self.target))
        if not problem and not stopped:
            self.accept()

    def reject(self) -> None:
        """While slides are being written this stops after the one at hand."""
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
