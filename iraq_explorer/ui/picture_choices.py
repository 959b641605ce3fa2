"""The choices of a picture: format, size, parts, appearance, and what the file carries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.picture_file import SIZES, Look, Part, PictureKind
from iraq_explorer.ui.page import USUAL, Style
from iraq_explorer.ui.words import tr

Key = TypeVar("Key", bound=StrEnum)

LEAST, MOST = 320, 10_000
"""Pixels of a side."""


@dataclass(frozen=True)
class Choices:
    """What was chosen."""

    kind: PictureKind = PictureKind.PNG
    size: tuple[int, int] = SIZES["1080p"]
    keeps_ratio: bool = True
    style: Style = USUAL
    carries: bool = True
    described: bool = False


def kind_names() -> Mapping[PictureKind, str]:
    """What each format is called."""
    return {
        PictureKind.PNG: tr("PNG, for slides and the web"),
        PictureKind.SVG: tr("SVG, a drawing that can be edited"),
        PictureKind.PDF: tr("PDF, for print"),
    }


def size_names() -> Mapping[str, str]:
    """What each size is called."""
    return {
        "screen": tr("Screen"),
        "1080p": tr("Slide, 1080p"),
        "4k": tr("Slide, 4K"),
        "a4": tr("A4, landscape"),
        "a4-portrait": tr("A4, portrait"),
        "a3": tr("A3, landscape"),
        "a3-portrait": tr("A3, portrait"),
        "square": tr("Square"),
    }


def part_names() -> Mapping[Part, str]:
    """What each part is called."""
    return {
        Part.NETWORK: tr("Network"),
        Part.LEGEND: tr("Legend"),
        Part.HEMICYCLE: tr("Hemicycle"),
        Part.BOARD: tr("Coalitions, rules"),
        Part.POWER: tr("Power"),
        Part.NOTE: tr("Note"),
        Part.SOURCES: tr("Sources"),
    }


def look_names() -> Mapping[Look, str]:
    """What each appearance is called."""
    return {
        Look.LIGHT: tr("Light"),
        Look.DARK: tr("Dark"),
        Look.PRINT: tr("Print, in grey"),
    }


class PictureChoices(QWidget):
    """Fields for all choices of a picture."""

    changed = Signal()
    """Something that is seen in the picture was chosen otherwise."""

    def __init__(self, chosen: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(7)
        self._make_format(chosen)
        self._make_size(chosen)
        self._make_parts(chosen.style.parts)
        self._make_look(chosen.style)
        self._make_file(chosen)
        self._rows.addStretch(1)

    # -- reading ---------------------------------------------------------------------------

    @property
    def chosen(self) -> Choices:
        """What is chosen now."""
        return Choices(
            PictureKind(self.kind_choice.currentData()),
            self.size_px,
            self.ratio_box.isChecked(),
            self.style_chosen,
            self.carries_box.isChecked(),
            self.described_box.isChecked(),
        )

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return self.width_box.value(), self.height_box.value()

    @property
    def style_chosen(self) -> Style:
        """What the page shows, and how."""
        parts = frozenset(part for part, box in self.part_boxes.items() if box.isChecked())
        look = Look(self.look_choice.currentData())
        return Style(parts, look, self.transparent_box.isChecked())

    def finish(self) -> None:
        """Take over what is still being typed."""
        self.width_box.interpretText()
        self.height_box.interpretText()

    # -- fields ----------------------------------------------------------------------------

    def _heading(self, text: str) -> None:
        if self._rows.count():
            self._rows.addSpacing(6)
        label = QLabel(text)
        label.setProperty("heading", True)
        self._rows.addWidget(label)

    def _make_format(self, chosen: Choices) -> None:
        self._heading(tr("FORMAT"))
        self.kind_choice = self._combo(tr("Format"), kind_names(), chosen.kind)
        self._rows.addWidget(self.kind_choice)

    def _combo(self, name: str, texts: Mapping[Key, str], chosen: Key) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        for key, text in texts.items():
            combo.addItem(text, str(key))
        combo.setCurrentIndex(list(texts).index(chosen))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        return combo

    def _make_size(self, chosen: Choices) -> None:
        self._heading(tr("SIZE"))
        self.size_choice = QComboBox()
        self.size_choice.setAccessibleName(tr("Size"))
        self.size_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for key, text in size_names().items():
            width, height = SIZES[key]
            told = tr("{name}: {width} × {height}", name=text, width=width, height=height)
            self.size_choice.addItem(told, key)
        self.size_choice.addItem(tr("Other size"), "")
        self._rows.addWidget(self.size_choice)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.width_box, self.height_box = QSpinBox(), QSpinBox()
        for box, name, value in (
            (self.width_box, tr("Width"), chosen.size[0]),
            (self.height_box, tr("Height"), chosen.size[1]),
        ):
            box.setRange(LEAST, MOST)
            box.setValue(value)
            box.setAccessibleName(name)
            box.setSuffix(tr(" px"))
            box.setKeyboardTracking(False)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        row.addWidget(self.width_box, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self.height_box, 1)
        self._rows.addLayout(row)
        self.ratio_box = self._check(tr("Keep the ratio of width and height"), chosen.keeps_ratio)
        self._ratio = chosen.size[0] / chosen.size[1]
        self._name_size()
        self.ratio_box.toggled.connect(self._on_ratio)
        self.size_choice.currentIndexChanged.connect(self._on_size)
        self.width_box.valueChanged.connect(self._on_width)
        self.height_box.valueChanged.connect(self._on_height)

    def _check(self, text: str, on: bool, told: Callable[[], object] | None = None) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(on)
        if told is not None:
            box.toggled.connect(lambda _: told())
        self._rows.addWidget(box)
        return box

    def _make_parts(self, parts: frozenset[Part]) -> None:
        self._heading(tr("SHOWS"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        self.part_boxes: dict[Part, QCheckBox] = {}
        for number, (part, text) in enumerate(part_names().items()):
            box = QCheckBox(text)
            box.setChecked(part in parts)
            box.toggled.connect(self._on_part)
            self.part_boxes[part] = box
            grid.addWidget(box, number // 2, number % 2)
        self._rows.addLayout(grid)
        self._enable_legend()

    def _make_look(self, style: Style) -> None:
        self._heading(tr("APPEARANCE"))
        self.look_choice = self._combo(tr("Appearance"), look_names(), style.look)
        self.look_choice.currentIndexChanged.connect(self.changed)
        self._rows.addWidget(self.look_choice)
        self.transparent_box = self._check(
            tr("Transparent ground"), style.transparent, self.changed.emit
        )

    def _make_file(self, chosen: Choices) -> None:
        self._heading(tr("FILE"))
        self.carries_box = self._check(tr("Carries the scenario with its note"), chosen.carries)
        self.carries_box.setToolTip(
            tr("Dropped on the window, the picture opens exactly this scenario again.")
        )
        self.described_box = self._check(
            tr("Description in words beside it (.txt)"), chosen.described
        )

    # -- following -------------------------------------------------------------------------

    def _on_part(self, _: bool) -> None:
        self._enable_legend()
        self.changed.emit()

    def _enable_legend(self) -> None:
        # The legend is of the network's lines.
        self.part_boxes[Part.LEGEND].setEnabled(self.part_boxes[Part.NETWORK].isChecked())

    def _on_size(self) -> None:
        key = self.size_choice.currentData()
        if key:
            self._set_size(*SIZES[key])
            self._ratio = SIZES[key][0] / SIZES[key][1]
            self.changed.emit()
        else:
            self.width_box.setFocus()

    def _on_ratio(self, on: bool) -> None:
        if on:
            self._ratio = self.width_box.value() / self.height_box.value()

    def _on_width(self, width: int) -> None:
        if self.ratio_box.isChecked():
            self._set_size(width, round(width / self._ratio))
        self._name_size()
        self.changed.emit()

    def _on_height(self, height: int) -> None:
        if self.ratio_box.isChecked():
            self._set_size(round(height * self._ratio), height)
        self._name_size()
        self.changed.emit()

    def _set_size(self, width: int, height: int) -> None:
        for box, value in ((self.width_box, width), (self.height_box, height)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def _name_size(self) -> None:
        """Say in the list which size this is."""
        sizes = [SIZES[key] for key in size_names()]
        index = sizes.index(self.size_px) if self.size_px in sizes else len(sizes)
        self.size_choice.blockSignals(True)
        self.size_choice.setCurrentIndex(index)
        self.size_choice.blockSignals(False)
