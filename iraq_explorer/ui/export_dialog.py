"""Export as PNG: a preview, a size, a file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.snapshot import SIZES, View, draw_image, save_png
from iraq_explorer.ui.words import tr

_PREVIEW = QSize(640, 400)


class ExportDialog(QDialog):
    """Lets the user see the picture before it is written. Encoding runs in the background."""

    written = Signal(str)
    """The file was written whole."""

    def __init__(
        self,
        scenario: Scenario,
        dataset: Dataset,
        view: View,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export as PNG"))
        self._scenario = scenario
        self._dataset = dataset
        self._view = view
        self._folder = folder
        self._path: Path | None = None
        self._background = Background(self)
        self._background.done.connect(self._on_written)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName(tr("Preview of the picture"))
        layout.addWidget(self.preview)
        row = QHBoxLayout()
        self.size_choice = QComboBox()
        self.size_choice.setAccessibleName(tr("Size"))
        for text, name in (
            (tr("Screen"), "screen"),
            (tr("Slide, 1080p"), "1080p"),
            (tr("Slide, 4K"), "4k"),
            (tr("A4 at 300 dpi"), "a4"),
        ):
            width, height = SIZES[name]
            self.size_choice.addItem(f"{text}: {width} × {height}", name)
        self.size_choice.addItem(tr("Other size"), "")
        self.size_choice.setCurrentIndex(1)
        self.width_box, self.height_box = QSpinBox(), QSpinBox()
        for box, name in ((self.width_box, tr("Width")), (self.height_box, tr("Height"))):
            box.setRange(400, 10000)
            box.setAccessibleName(name)
            box.setSuffix(tr(" px"))
            box.setKeyboardTracking(False)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.valueChanged.connect(self._on_box)
        row.addWidget(self.size_choice, 1)
        row.addWidget(self.width_box)
        row.addWidget(QLabel("×"))
        row.addWidget(self.height_box)
        layout.addLayout(row)
        self.told = QLabel()
        self.told.setWordWrap(True)
        layout.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(tr("Save picture …"))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._choose)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)
        self.size_choice.currentIndexChanged.connect(self._on_choice)
        self._on_choice()

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return self.width_box.value(), self.height_box.value()

    def _on_choice(self) -> None:
        name = self.size_choice.currentData()
        if name:
            width, height = SIZES[name]
            for box, value in ((self.width_box, width), (self.height_box, height)):
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)
        self._draw_preview()

    def _on_box(self) -> None:
        self.size_choice.blockSignals(True)
        index = next(
            (i for i, size in enumerate(SIZES.values()) if size == self.size_px),
            self.size_choice.count() - 1,
        )
        self.size_choice.setCurrentIndex(index)
        self.size_choice.blockSignals(False)
        self._draw_preview()

    def _draw_preview(self) -> None:
        width, height = self.size_px
        # Drawn large and made smaller: at the size it is shown at, lines and letters would be
        # rounded up and the preview would look heavier than the picture.
        ratio = self.devicePixelRatioF()
        share = 1600 / max(width, height)
        large = (max(1, round(width * share)), max(1, round(height * share)))
        image = draw_image(self._scenario, self._dataset, large, self._view).scaled(
            _PREVIEW * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        self.preview.setPixmap(QPixmap.fromImage(image))

    def _choose(self) -> None:
        suggested = self._folder / f"{file_name(self._scenario.name)}.png"
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save picture"), str(suggested), tr("PNG pictures (*.png)")
        )
        if path:
            chosen = Path(path)
            if chosen.suffix:
                self.write(chosen)
            elif (named := chosen.with_suffix(".png")).exists():
                # The system asked about the name without its ending only.
                self._tell(tr("{file} exists. Choose it by its full name.", file=named.name))
            else:
                self.write(named)

    def write(self, path: Path) -> None:
        """Draw at full size now, encode and write in the background."""
        try:
            image = draw_image(self._scenario, self._dataset, self.size_px, self._view)
        except OSError as error:
            self._tell(str(error))
            return
        self._path = path
        self.save_button.setEnabled(False)
        self.told.setText(tr("Writing …"))
        self._background.request(lambda: _written(image, path))

    def _on_written(self, problem: object) -> None:
        self.save_button.setEnabled(True)
        if problem:
            self._tell(str(problem))
            return
        self.written.emit(str(self._path))
        self.accept()

    def _tell(self, problem: str) -> None:
        self.told.setText(tr("Not saved. {problem}", problem=problem))

    def done(self, result: int) -> None:
        self._background.stop()
        super().done(result)


def _written(image: QImage, path: Path) -> str:
    try:
        save_png(image, path)
    except OSError as error:
        return str(error)
    return ""


def file_name(name: str) -> str:
    """A name for a file that every system accepts."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
    return "-".join(kept.lower().split()) or "scenario"
