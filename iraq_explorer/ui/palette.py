"""Every colour and font of the program: light, dark and for print."""

from dataclasses import dataclass
from functools import lru_cache
from threading import get_ident

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, eq=False)
class Theme:
    """The colours of one appearance. All text reaches a contrast of 4.5 on its ground."""

    name: str
    window: QColor
    canvas: QColor
    panel: QColor
    field: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    good: QColor
    bad: QColor
    friendly: QColor
    hostile: QColor
    talks: QColor
    structure: QColor
    bubble: QColor
    on_bubble: QColor
    coalitions: tuple[QColor, ...]
    unaligned: QColor

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.text.lightness() > self.window.lightness()

    def coalition(self, colour: int | None) -> QColor:
        """The colour of a coalition, or of what is in none."""
        return self.unaligned if colour is None else self.coalitions[colour % len(self.coalitions)]

    def wash(self, colour: QColor, share: float) -> QColor:
        """A colour mixed into the canvas beforehand: opaque pens cost far less."""
        return mix(self.canvas, colour, share)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """The opaque colour that ``colour`` gives on ``ground`` at an opacity of ``share``."""
    return QColor(
        round(ground.red() + (colour.red() - ground.red()) * share),
        round(ground.green() + (colour.green() - ground.green()) * share),
        round(ground.blue() + (colour.blue() - ground.blue()) * share),
    )


def _colours(*codes: str) -> tuple[QColor, ...]:
    return tuple(QColor(code) for code in codes)


LIGHT = Theme(
    name="light",
    window=QColor("#f3f4f6"),
    canvas=QColor("#fbfaf7"),
    panel=QColor("#ffffff"),
    field=QColor("#f3f4f6"),
    line=QColor("#d9dce1"),
    text=QColor("#1b2430"),
    muted=QColor("#5b6472"),
    accent=QColor("#2256a5"),
    on_accent=QColor("#ffffff"),
    good=QColor("#1f7a3f"),
    bad=QColor("#b5341f"),
    friendly=QColor("#3d8b4d"),
    hostile=QColor("#c4412f"),
    talks=QColor("#6b7f99"),
    structure=QColor("#aab0ba"),
    bubble=QColor("#1f2937"),
    on_bubble=QColor("#ffffff"),
    coalitions=_colours(
        "#2256a5", "#a05c00", "#357a3d", "#1c6b6b", "#85503f",
        "#6a4a9c", "#b23a4e", "#6d6d17", "#a8478a", "#4c5a6b",
    ),
    unaligned=QColor("#686e79"),
)  # fmt: skip

DARK = Theme(
    name="dark",
    window=QColor("#14181e"),
    canvas=QColor("#191e25"),
    panel=QColor("#1e242c"),
    field=QColor("#2a313b"),
    line=QColor("#39424e"),
    text=QColor("#eef1f5"),
    muted=QColor("#a6b0bd"),
    accent=QColor("#6ea3f0"),
    on_accent=QColor("#0d1520"),
    good=QColor("#6fce8c"),
    bad=QColor("#f48d78"),
    friendly=QColor("#6fbf80"),
    hostile=QColor("#ee7f6d"),
    talks=QColor("#93a5bd"),
    structure=QColor("#5b6573"),
    bubble=QColor("#f3f5f8"),
    on_bubble=QColor("#151b23"),
    coalitions=_colours(
        "#6ea3f0", "#e7a441", "#74c17f", "#55b8b4", "#cf9480",
        "#b093e6", "#ee8393", "#bdbb58", "#e090c6", "#a4b3c6",
    ),
    unaligned=QColor("#929ba8"),
)  # fmt: skip


PRINT = Theme(
    name="print",
    window=QColor("#ffffff"),
    canvas=QColor("#ffffff"),
    panel=QColor("#ffffff"),
    field=QColor("#f2f2f2"),
    line=QColor("#c4c4c4"),
    text=QColor("#161616"),
    muted=QColor("#4c4c4c"),
    accent=QColor("#161616"),
    on_accent=QColor("#ffffff"),
    good=QColor("#161616"),
    bad=QColor("#161616"),
    friendly=QColor("#3a3a3a"),
    hostile=QColor("#161616"),
    talks=QColor("#6e6e6e"),
    structure=QColor("#9a9a9a"),
    bubble=QColor("#161616"),
    on_bubble=QColor("#ffffff"),
    coalitions=_colours(*["#1d1d1d", "#6e6e6e"] * 5),
    unaligned=QColor("#757575"),
)
"""Grey on white paper, for pictures; ``print_look`` tells coalitions apart by other means."""


def theme_for(app: QApplication) -> Theme:
    """The appearance that the system asks for."""
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def font(points: float, *, bold: bool = False) -> QFont:
    """A font of the program, by size in points."""
    made = QFont(QApplication.font() if QApplication.instance() else QFont())
    made.setPointSizeF(points)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def font_px(pixels: float, *, bold: bool = False) -> QFont:
    """A font for a drawing, by size in pixels: a picture is the same at every screen resolution."""
    return _font_of(max(1, round(pixels)), bold, get_ident())


@lru_cache(maxsize=1024)
def _font_of(pixels: int, bold: bool, thread: int) -> QFont:
    """Kept, as a drawing asks for the same few fonts hundreds of times; nobody changes one.

    Kept for each thread: Qt loads a font at its first use, and two threads must not do so at once.
    """
    made = QFont()
    made.setFamilies(["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans Arabic"])
    made.setPixelSize(pixels)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
