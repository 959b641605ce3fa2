"""Every colour, pen and font of the program, light and dark, and how Qt is told of them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from threading import get_ident

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QPen
from PySide6.QtWidgets import QApplication

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Tie, TieKind
from iraq_explorer.storage.resources import resource_folder


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


class LineKind(StrEnum):
    """The line styles of ties, each with a dash pattern that grey print keeps."""

    FRIENDLY = "friendly"
    TACIT = "tacit"
    TALKS = "talks"
    HOSTILE = "hostile"
    FIGHT = "fight"
    STRUCTURE = "structure"


def line_kind(tie: Tie) -> LineKind:
    """The line style of a tie."""
    if tie.kind is TieKind.FIGHTS:
        return LineKind.FIGHT
    if tie.sign < 0:
        return LineKind.HOSTILE
    if tie.kind is TieKind.BACKS_TACITLY:
        return LineKind.TACIT
    if tie.kind is TieKind.NEGOTIATES:
        return LineKind.TALKS
    return LineKind.STRUCTURE if tie.kind.structural else LineKind.FRIENDLY


_DASHES: dict[LineKind, list[float]] = {
    LineKind.TACIT: [0.1, 3.0],
    LineKind.TALKS: [5.0, 3.0, 0.1, 3.0],
    LineKind.HOSTILE: [4.0, 3.0],
    LineKind.FIGHT: [4.0, 2.0],
}


@lru_cache(maxsize=256)
def tie_pen(
    theme: Theme, kind: LineKind, certainty: Certainty, *, faded: bool = False, scale: float = 1.0
) -> QPen:
    """The pen of a tie. Doubtful ties are paler; those outside the focus nearly vanish.

    Kept, as a drawing asks for the same few pens at every line; nobody changes one.
    """
    colour = {
        LineKind.FRIENDLY: theme.friendly,
        LineKind.TACIT: theme.friendly,
        LineKind.TALKS: theme.talks,
        LineKind.HOSTILE: theme.hostile,
        LineKind.FIGHT: theme.hostile,
        LineKind.STRUCTURE: theme.structure,
    }[kind]
    share = 0.85
    if certainty in (Certainty.CONTESTED, Certainty.HYPOTHETICAL):
        share = 0.6
    if faded:
        share = 0.14
    width = {LineKind.FIGHT: 2.8, LineKind.STRUCTURE: 1.1, LineKind.TACIT: 2.2}.get(kind, 1.7)
    pen = QPen(theme.wash(colour, share), width * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    return pen


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


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give Qt's own widgets the colours of a theme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for place, colour in (
        (role.Window, theme.panel),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.field),
        (role.Button, theme.panel),
        (role.WindowText, theme.text),
        (role.Text, theme.text),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.bubble),
        (role.ToolTipText, theme.on_bubble),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.Accent, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
    ):
        palette.setColor(place, colour)
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, theme.muted)
    app.setPalette(palette)
    app.setStyleSheet(_style_sheet(theme))


def _style_sheet(theme: Theme) -> str:
    soft = mix(theme.panel, theme.accent, 0.12).name()
    values = {
        "window": theme.window.name(),
        "panel": theme.panel.name(),
        "field": theme.field.name(),
        "line": theme.line.name(),
        "text": theme.text.name(),
        "muted": theme.muted.name(),
        "accent": theme.accent.name(),
        "on_accent": theme.on_accent.name(),
        "bubble": theme.bubble.name(),
        "on_bubble": theme.on_bubble.name(),
        "soft": soft,
        "up_arrow": (resource_folder() / "icons" / f"up-{theme.name}.svg").as_posix(),
        "check": (resource_folder() / "icons" / f"check-{theme.name}.svg").as_posix(),
        "arrow": (resource_folder() / "icons" / f"down-{theme.name}.svg").as_posix(),
    }
    sheet = """
    QMainWindow { background: @panel; }
    QMainWindow::separator { background: @line; }
    QMainWindow::separator { width: 1px; height: 1px; }
    QMainWindow::separator:hover { background: @accent; }
    QMenuBar, QToolBar, QStatusBar { background: @panel; border: none; }
    QMenuBar { padding: 2px 8px; }
    QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
    QMenuBar::item:selected { background: @field; color: @text; }
    QToolBar { spacing: 7px; padding: 4px 12px 7px 12px; border-bottom: 1px solid @line; }
    QToolBar QToolButton, QPushButton {
        border: 1px solid @line; border-radius: 6px; padding: 4px 11px; background: @panel;
    }
    QToolBar QToolButton:hover, QPushButton:hover { background: @field; }
    QToolBar QToolButton:pressed, QPushButton:pressed { background: @soft; }
    QToolBar QToolButton:disabled, QPushButton:disabled { color: @muted; }
    QToolBar QToolButton:focus, QPushButton:focus, QComboBox:focus { border-color: @accent; }
    QToolBar QToolButton::menu-indicator { width: 0; }
    QPushButton[primary="true"], QToolButton[primary="true"] {
        background: @accent; color: @on_accent; border-color: @accent; font-weight: 600;
    }
    QPushButton[link="true"] {
        border: none; color: @accent; padding: 3px 5px; background: transparent; text-align: left;
    }
    QPushButton[link="true"]:hover { text-decoration: underline; }
    QPushButton[link="true"]:disabled { color: @muted; }
    QPushButton[chip="true"] {
        border: 1px solid @accent; color: @accent; border-radius: 11px; padding: 2px 10px;
        background: @soft;
    }
    QComboBox, QLineEdit, QPlainTextEdit {
        border: 1px solid @line; border-radius: 6px; padding: 4px 8px; background: @panel;
        selection-background-color: @accent; selection-color: @on_accent;
    }
    QComboBox { padding-right: 20px; }
    QComboBox::drop-down { border: none; width: 20px; }
    QComboBox::down-arrow { image: url(@arrow); width: 10px; height: 10px; }
    QComboBox QAbstractItemView { border: 1px solid @line; background: @panel; }
    QLineEdit:focus, QPlainTextEdit:focus { border-color: @accent; }
    QLineEdit[search="true"] { background: @field; border-color: transparent; }
    QLineEdit[search="true"]:focus { border-color: @accent; background: @panel; }
    QDockWidget { color: @muted; font-weight: 600; titlebar-close-icon: none; }
    QDockWidget::title { background: @panel; padding: 8px 12px 4px 12px; text-align: left; }
    QDockWidget > QWidget { background: @panel; }
    QTabBar { background: @panel; }
    QTabBar::tab {
        background: transparent; color: @muted; font-weight: 600; border: none;
        border-bottom: 2px solid transparent; padding: 8px 2px 4px 2px; margin: 0 7px;
    }
    QTabBar::tab:first { margin-left: 12px; }
    QTabBar::tab:hover { color: @text; }
    QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
    QTabBar::tab:focus { color: @accent; }
    QTableView, QTreeView {
        border: none; background: @panel; outline: none; gridline-color: @field;
        selection-background-color: @soft; selection-color: @text;
    }
    QTableView::item, QTreeView::item { padding: 2px 4px; }
    QTableView::item:focus { border: 1px solid @accent; }
    QHeaderView { background: @panel; }
    QHeaderView::section {
        background: @panel; color: @muted; border: none; border-bottom: 1px solid @line;
        padding: 3px 4px; font-weight: 600;
    }
    QTableCornerButton::section { background: @panel; border: none; }
    QProgressBar {
        border: none; border-radius: 3px; background: @field; max-height: 6px; text-align: center;
    }
    QProgressBar::chunk { background: @accent; border-radius: 3px; }
    QCheckBox::indicator, QListView::indicator {
        width: 13px; height: 13px; border: 1px solid @muted; border-radius: 3px;
        background: @panel;
    }
    QCheckBox::indicator:checked, QListView::indicator:checked {
        border-color: @accent; background: @accent; image: url(@check);
    }
    QCheckBox::indicator:disabled, QListView::indicator:disabled { border-color: @line; }
    QCheckBox::indicator:checked:disabled { background: @muted; border-color: @muted; }
    QCheckBox:focus { color: @accent; }
    QRadioButton::indicator {
        width: 11px; height: 11px; border: 1px solid @muted; border-radius: 6px;
        background: @panel;
    }
    QRadioButton::indicator:checked {
        width: 5px; height: 5px; border: 4px solid @accent; background: @on_accent;
    }
    QSpinBox {
        border: 1px solid @line; border-radius: 6px; padding: 3px 0;
        background: @panel; selection-background-color: @accent;
        selection-color: @on_accent;
    }
    QSpinBox:focus { border-color: @accent; }
    QSpinBox QLineEdit { border: none; padding: 0 0 0 6px; background: transparent; }
    QSpinBox::up-button, QSpinBox::down-button {
        subcontrol-origin: border; width: 18px; border: none; background: transparent;
    }
    QSpinBox::up-button { subcontrol-position: top right; }
    QSpinBox::down-button { subcontrol-position: bottom right; }
    QSpinBox::up-arrow { image: url(@up_arrow); width: 8px; height: 8px; }
    QSpinBox::down-arrow { image: url(@arrow); width: 8px; height: 8px; }
    QListView { border: none; background: @panel; outline: none; }
    QScrollArea { border: none; background: @panel; }
    QScrollArea > QWidget > QWidget { background: @panel; }
    QScrollBar:vertical { width: 9px; background: transparent; margin: 0; }
    QScrollBar:horizontal { height: 9px; background: transparent; margin: 0; }
    QScrollBar::handle { background: @line; border-radius: 4px; min-height: 24px; min-width: 24px; }
    QScrollBar::handle:hover { background: @muted; }
    QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
    QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    QMenu { background: @panel; border: 1px solid @line; padding: 5px; }
    QMenu::item { padding: 5px 24px 5px 22px; border-radius: 4px; }
    QMenu::item:selected { background: @soft; color: @text; }
    QMenu::item:disabled { color: @muted; }
    QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
    QToolTip { background: @bubble; color: @on_bubble; border: none; padding: 6px 8px; }
    QLabel[heading="true"] { color: @muted; font-weight: 600; }
    QLabel[muted="true"] { color: @muted; }
    QFrame[rule="true"] { background: @line; border: none; max-height: 1px; }
    """
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet
