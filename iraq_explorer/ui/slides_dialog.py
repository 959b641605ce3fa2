"""Export of a story: as a PDF of slides or as a folder of pictures, with progress and a stop."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Story
from iraq_explorer.storage.picture_file import Look, file_name
from iraq_explorer.ui.slides import slides_of, write_pdf, write_pngs
from iraq_explorer.ui.words import tr
from iraq_explorer.ui.writing_dialog import WritingDialog


class SlidesDialog(WritingDialog):
    """Where the slides go, in what form, and how far they are."""

    def __init__(
        self, story: Story, dataset: Dataset, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export story"))
        self._story = story
        self._dataset = dataset
        self.kind = QComboBox()
        self.kind.addItem(tr("PDF of slides"), "pdf")
        self.kind.addItem(tr("Folder of pictures (PNG)"), "png")
        self.look = QComboBox()
        for text, look in (
            (tr("Light"), Look.LIGHT), (tr("Dark"), Look.DARK), (tr("Print, grey"), Look.PRINT),
        ):  # fmt: skip
            self.look.addItem(text, str(look))
        self.place = QLineEdit(str(folder))
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
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        rows.addLayout(grid)
        rows.addStretch(1)
        self._add_foot(rows, self.kind, self.look, self.place, browse)
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
        write = write_pdf if self.kind.currentData() == "pdf" else write_pngs
        write_all = partial(
            write, self._story, self._dataset, self.target, Look(self.look.currentData())
        )

        def work(stop: Event, reached: Callable[[int], None]) -> tuple[int, str]:
            try:
                return write_all(stop, reached), ""
            except OSError as error:
                return 0, str(error)

        self._write(len(slides_of(self._story)), work)

    def _place(self) -> str:
        return str(self.target)

    def _stopped_text(self, number: int, problem: str) -> str:
        if problem:
            return tr("Not written. {problem}", problem=problem)
        return tr("Stopped after {number} slides.", number=number)
