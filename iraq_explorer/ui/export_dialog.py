"""Export of one picture: what it will look like, the choices, and a file."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import PictureKind, file_name
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.page import THEMES, Going, View
from iraq_explorer.ui.picture_choices import Choices, PictureChoices
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.snapshot import Request, draw_image, write_picture
from iraq_explorer.ui.words import tr

_SIDE = 292
_SQUARE = 12
"""Of the ground that shows through where a picture is transparent."""
_LARGE = 1600
"""Pixels of the longer side that a preview is drawn in before it is made smaller."""


class Preview(QLabel):
    """The picture as large as there is room."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Drawing …"))
        self.setObjectName("preview")
        self.setMinimumSize(240, 180)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(tr("Preview of the picture"))

    def sizeHint(self) -> QSize:
        return QSize(760, 520)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class ExportDialog(QDialog):
    """Lets the user see the picture before it is written. All drawing runs in the background."""

    written = Signal(str)
    """The file was written whole."""
    previewed = Signal()
    """The preview shows what is chosen."""
    copy_requested = Signal()
    print_requested = Signal()

    def __init__(
        self,
        scenario: Scenario,
        dataset: Dataset,
        view: View,
        folder: Path,
        parent: QWidget | None = None,
        chosen: Choices | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export picture"))
        self._scenario = scenario
        self._dataset = dataset
        self._view = view
        self._folder = folder
        self._path: Path | None = None
        self._outdated = Event()
        """Ends the drawing of a preview that nobody will see."""
        self._dropped = Event()
        """Ends the writing."""
        self._writing = Background(self)
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self._on_written)
        self._drawing = Background(self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_not_drawn)
        self.preview = Preview()
        self.preview.resized.connect(self._draw_preview)
        self.choices = PictureChoices(chosen or Choices())
        self.choices.changed.connect(self._draw_preview)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._lay_out()
        self.resize(self.sizeHint())

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.preview, 1)
        side = QScrollArea()
        side.setWidget(self.choices)
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(max(_SIDE, self.choices.minimumSizeHint().width() + 14))
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle.addWidget(side)
        rows.addLayout(middle, 1)
        rows.addWidget(self.told)
        buttons = QHBoxLayout()
        self.copy_button = QPushButton(tr("&Copy"))
        self.copy_button.setToolTip(tr("Put the picture into the clipboard as it is shown here"))
        self.copy_button.clicked.connect(self.copy_requested)
        self.print_button = QPushButton(tr("&Print …"))
        self.print_button.clicked.connect(self.print_requested)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(tr("&Save picture …"))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._choose)
        for button in (self.copy_button, self.print_button, cancel):
            button.setAutoDefault(False)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        rows.addLayout(buttons)

    def sizeHint(self) -> QSize:
        room = self.screen().availableSize() * 0.9
        return QSize(1120, 660).boundedTo(room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_preview()

    @property
    def request(self) -> Request:
        """The picture as it is chosen."""
        self.choices.finish()
        chosen = self.choices.chosen
        return Request(
            self._scenario,
            self._dataset,
            chosen.size,
            self._view,
            chosen.style,
            chosen.carries,
            chosen.described,
        )

    # -- the preview -----------------------------------------------------------------------

    def _draw_preview(self) -> None:
        if not self.isVisible():
            return
        room = self.preview.size() * self.devicePixelRatioF()
        asked = self.request
        self._outdated.set()
        self._outdated = outdated = Event()
        self._drawing.request(lambda: _small(asked, room, outdated))

    def _on_drawn(self, image: QImage | None) -> None:
        if image is None:
            return
        shown = QPixmap(image.size())
        with QPainter(shown) as painter:
            # As on the slides that such a picture is made for: light words need a dark ground.
            theme = THEMES[self.choices.style_chosen.look]
            painter.fillRect(shown.rect(), theme.panel)
            if image.hasAlphaChannel():
                for x in range(0, image.width(), _SQUARE):
                    for y in range(x // _SQUARE % 2 * _SQUARE, image.height(), 2 * _SQUARE):
                        painter.fillRect(x, y, _SQUARE, _SQUARE, theme.field)
            painter.drawImage(0, 0, image)
            # The edge of the page, where its ground is that of the dialog.
            painter.setPen(theme.line)
            painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(shown)
        self.previewed.emit()

    def _on_not_drawn(self, error: object) -> None:
        self.preview.setText(tr("The picture cannot be drawn: {problem}", problem=error))

    # -- the file --------------------------------------------------------------------------

    def _choose(self) -> None:
        kind = self.choices.chosen.kind
        suggested = self._folder / f"{file_name(self._scenario.name)}.{kind}"
        kinds = {
            PictureKind.PNG: tr("PNG pictures (*.png)"),
            PictureKind.SVG: tr("SVG drawings (*.svg)"),
            PictureKind.PDF: tr("PDF documents (*.pdf)"),
        }
        path, _ = QFileDialog.getSaveFileName(self, tr("Save picture"), str(suggested), kinds[kind])
        if not path:
            return
        chosen = Path(path)
        if PictureKind.of(chosen) is kind:
            self.write(chosen)
        elif (named := chosen.with_name(f"{chosen.name}.{kind}")).exists():
            # The system asked about the name without its ending only.
            self._tell(tr("{file} exists. Choose it by its full name.", file=named.name))
        else:
            self.write(named)

    def write(self, path: Path) -> None:
        """Draw, encode and write in the background."""
        asked = self.request
        self._path = path
        self.save_button.setEnabled(False)
        self.told.setText(tr("Writing …"))
        dropped = self._dropped
        self._writing.request(lambda: _written(asked, path, dropped))

    def _on_written(self, problem: object) -> None:
        self.save_button.setEnabled(True)
        if problem:
            self._tell(str(problem))
            return
        self.written.emit(str(self._path))
        self.accept()

    def _tell(self, problem: str) -> None:
        self.told.setText(tr("Not saved. {problem}", problem=problem))

    def tell(self, message: Message) -> None:
        """Say here what came of copying or printing, as the window behind can hardly be seen."""
        self.told.setText(message.text)

    def done(self, result: int) -> None:
        self._outdated.set()
        self._dropped.set()
        self._drawing.stop()
        self._writing.stop()
        super().done(result)


class _GivenUpError(Exception):
    """Nobody wants the picture any more."""


def _while_wanted(dropped: Event) -> Going:
    def going() -> None:
        if dropped.is_set():
            raise _GivenUpError

    return going


def _small(asked: Request, room: QSize, outdated: Event) -> QImage | None:
    """The picture drawn large and made smaller, or nothing once it is outdated.

    At the size it is shown at, lines and letters would be rounded up and look heavier than in the
    picture.
    """
    scale = _LARGE / max(asked.size)
    going = _while_wanted(outdated)
    try:
        image = draw_image(
            asked.scenario, asked.dataset, asked.size, asked.view, asked.style, scale, going
        )
    except _GivenUpError:
        return None
    return image.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _written(asked: Request, path: Path, dropped: Event) -> str:
    """What stands against writing a picture; nothing where it was written, or is not wanted."""
    try:
        write_picture(asked, path, _while_wanted(dropped))
    except OSError as error:
        return str(error)
    except _GivenUpError:
        return ""
    return ""
