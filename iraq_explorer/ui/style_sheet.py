"""How Qt's own widgets look in a theme: their colours, and the style sheet."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from iraq_explorer.storage.resources import resource_folder
from iraq_explorer.ui.palette import Theme, mix


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
    sheet = _style_sheet(theme)
    if app.styleSheet() == sheet and app.palette() == palette:
        return  # Qt would style every widget there is anew
    app.setPalette(palette)
    app.setStyleSheet(sheet)


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
    QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {
        border: 2px solid @text; padding: 3px 10px;
    }
    QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
        background: @field; color: @muted; border-color: @line;
    }
    QPushButton[link="true"] {
        border: none; color: @accent; padding: 3px 5px; background: transparent; text-align: left;
    }
    QPushButton[link="true"]:hover { text-decoration: underline; }
    QPushButton[link="true"]:focus {
        border: 1px solid @accent; border-radius: 4px; padding: 2px 4px;
    }
    QPushButton[link="true"]:disabled { color: @muted; }
    QPushButton[chip="true"] {
        border: 1px solid @accent; color: @accent; border-radius: 11px; padding: 2px 10px;
        background: @soft;
    }
    QPushButton[chip="true"]:focus { border: 2px solid @text; padding: 1px 9px; }
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
    QCheckBox:focus, QRadioButton:focus { color: @accent; text-decoration: underline; }
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
    QListView::item:focus { border: 1px solid @accent; }
    QTextBrowser { border: 1px solid transparent; }
    QTextBrowser:focus { border-color: @accent; }
    QScrollArea { border: none; background: @panel; }
    QScrollArea:focus { border: 1px solid @accent; }
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
