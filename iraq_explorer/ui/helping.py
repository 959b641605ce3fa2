"""Help in the window and over its dialogs: its dock, and which page F1 opens where."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from iraq_explorer.storage.help_pages import CONTENTS
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.help_panel import HelpPanel
    from iraq_explorer.ui.help_window import HelpWindow

PAGES = {
    "scenariosDock": "scenarios",
    "storiesDock": "stories",
    "chamberDock": "chamber",
    "inspectorDock": "inspector",
    "boardDock": "board",
    "timelineDock": "timeline",
    "waysDock": "ways",
    "powerDock": "power",
    "politicsDock": "politics",
    "voteDock": "vote",
    "ledgerDock": "ledger",
    "overviewDock": "overview",
    "toolbar": "canvas",
    "comparisonPage": "comparing",
    "helpDock": CONTENTS,
}
"""The page of each part of the window, by the name of its object; the canvas has all else."""
WINDOWS = {
    "gameWindow": "negotiate",
    "presentation": "stories",
    "speakerView": "stories",
    "datasetEditor": "own-data",
    "importWindow": "own-data",
    "DataDialog": "own-data",
    "ExportDialog": "pictures",
    "BatchDialog": "pictures",
    "SlidesDialog": "stories",
    "QPrintDialog": "pictures",
    "QMessageBox": "saving",
    "QFileDialog": "saving",
    "helpWindow": CONTENTS,
}
"""The page of each dialog and other window, by the name of its object or else of its kind; those
that are not here have the page of the window that they belong to."""


class Helping(QObject):
    """Opens help where it is asked for. Its panel is made when it is first shown."""

    _latest: ClassVar["Helping | None"] = None
    """That of the window of the work which had the keyboard last; it has the windows that belong
    to none."""

    def __init__(
        self,
        window: QMainWindow,
        document: Document,
        beside: QDockWidget,
        actions: Mapping[str, QAction],
    ) -> None:
        """Make room for help, out of sight.

        Args:
            window: whose help it is.
            document: what is open; the rules are those of its chamber.
            beside: the dock whose place help shares.
            actions: what links of pages may do, by name.

        """
        super().__init__(window)
        self._window, self._document, self._actions = window, document, actions
        self._theme = LIGHT
        self._from: QWidget | None = None
        self._width = 0
        self.panel: HelpPanel | None = None
        self.dock = QDockWidget(tr("HELP"), window)
        self.dock.setObjectName("helpDock")
        self.dock.setTitleBarWidget(QWidget(self.dock))
        self.dock.topLevelChanged.connect(self._on_floating)
        self.dock.visibilityChanged.connect(self._on_visible)
        self._beside = beside
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        window.tabifyDockWidget(beside, self.dock)
        self.dock.hide()
        document.shown_changed.connect(self._follow)
        self._facts: dict[str, Callable[[], str]] = {
            "rules": partial(_rules, document),
            "indices": _indices,
            "shortcuts": partial(_shortcuts, window),
        }
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)
        for top in QApplication.topLevelWidgets():
            over = _help_over(top)
            if over is not None and self._has(top):
                over.set_theme(theme)

    # -- asking ------------------------------------------------------------------------------

    def page_here(self) -> str:
        """The page of the part of the window that has the keyboard."""
        part = QApplication.focusWidget()
        while part is not None and part is not self._window:
            if part.objectName() in PAGES:
                return PAGES[part.objectName()]
            part = part.parentWidget()
        return "canvas"

    def ask(self) -> None:
        """Open the page of the panel at hand; the contents where that is open already."""
        page = self.page_here()
        if self.panel is not None and self.panel.isVisible() and self.panel.page == page:
            page = CONTENTS
        self.show_page(page)

    def show_page(self, page: str = CONTENTS) -> None:
        """Bring help to the front with a page, and give it the keyboard.

        Over a dialog or another window, which would hide the panel or block it, it is a window.
        """
        active = QApplication.activeWindow()
        if active is not None and self._has(active):
            self._show_over(active, page)
            return
        focused = QApplication.focusWidget()
        if focused is not None and not self.dock.isAncestorOf(focused):
            self._from = focused
        panel = self._made()
        was_hidden, wide = self.dock.isHidden(), self._beside.width()
        self.dock.show()
        self.dock.raise_()
        if was_hidden and not self.dock.isFloating():
            self._width = wide
            wide = max(wide, panel.sizeHint().width())
            self._window.resizeDocks([self.dock], [wide], Qt.Orientation.Horizontal)
        panel.show_page(page)
        panel.setFocus()

    def close(self) -> None:
        """Put help away and give the keyboard back."""
        self.dock.hide()
        self._beside.raise_()
        if self._width and not self.dock.isFloating():
            self._window.resizeDocks([self._beside], [self._width], Qt.Orientation.Horizontal)
            self._width = 0
        if self._from is not None and self._from.isVisible():
            self._from.setFocus()

    # -- over other windows ------------------------------------------------------------------

    def _on_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        """Give F1 to a dialog when the keyboard is in it for the first time.

        The key of the menu is dead there: a dialog blocks the window and its actions.
        """
        top = new.window() if new is not None else None
        if top is self._window:
            Helping._latest = self
        elif top is not None and self._has(top) and not _has_key(top):
            for keys, page in ((Qt.Key.Key_F1, ""), (_CONTENTS_KEYS, CONTENTS)):
                shortcut = QShortcut(QKeySequence(keys), top)
                shortcut.activated.connect(partial(self._ask_over, top, page))

    def _has(self, top: QWidget) -> bool:
        """Whether a window hides or blocks the panel, and belongs to the window of this one."""
        if top is self._window or not _stands_alone(top):
            return False
        above: QWidget | None = top
        while above is not None:
            if above is self._window:
                return True
            if isinstance(above, QMainWindow) and above.parentWidget() is None:
                break
            above = above.parentWidget()
        return Helping._latest is self

    def _ask_over(self, top: QWidget, page: str) -> None:
        self._show_over(top, page or _page_over(top))

    def _show_over(self, top: QWidget, page: str) -> None:
        from iraq_explorer.ui.help_window import HelpWindow

        if isinstance(top, HelpWindow):
            top.show_page(page)
            return
        held = _help_over(top)
        if held is None:
            held = HelpWindow(self._facts, top)
            held.set_theme(self._theme)
            held.panel.action_requested.connect(self._do)
        elif held.isVisible() and held.panel.page == page:
            page = CONTENTS
        held.show_page(page)

    # -- the dock ----------------------------------------------------------------------------

    def _made(self) -> "HelpPanel":
        if self.panel is None:
            from iraq_explorer.ui.help_panel import HelpPanel

            self.panel = HelpPanel(self._facts)
            self.panel.set_theme(self._theme)
            self.panel.closed.connect(self.close)
            self.panel.action_requested.connect(self._do)
            self.dock.setWidget(self.panel)
        return self.panel

    def _do(self, name: str) -> None:
        action = self._actions.get(name)
        if action is not None:
            action.trigger()

    def _on_visible(self, visible: bool) -> None:
        # Also where the window comes back with help as it was left.
        if visible and self.panel is None:
            self._made().show_page(CONTENTS)

    def _on_floating(self, floating: bool) -> None:
        bare = self.dock.titleBarWidget()
        if floating and bare is not None:
            self.dock.setTitleBarWidget(None)  # type: ignore[arg-type]
            bare.deleteLater()
        elif not floating and bare is None:
            self.dock.setTitleBarWidget(QWidget(self.dock))

    def _follow(self) -> None:
        if self.panel is not None:
            self.panel.follow()


_CONTENTS_KEYS = QKeySequence("Shift+F1")


def _stands_alone(top: QWidget) -> bool:
    """Whether a window lies over the window of the work; panels that float belong to it."""
    return top.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet)


def _help_over(top: QWidget) -> "HelpWindow | None":
    """The window of help that belongs to a window, where it was made."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return top.findChild(QWidget, "helpWindow", direct)  # type: ignore[return-value]


def _has_key(top: QWidget) -> bool:
    """Whether a window knows F1 already."""
    keys = [shortcut.key() for shortcut in top.findChildren(QShortcut)]
    keys += [key for action in top.findChildren(QAction) for key in action.shortcuts()]
    return QKeySequence(Qt.Key.Key_F1) in keys


def _page_over(top: QWidget) -> str:
    """The page of a dialog or another window, or of the one that it belongs to."""
    part: QWidget | None = QApplication.focusWidget() or top
    while part is not None:
        kinds = [kind.__name__ for kind in type(part).__mro__]
        for name in (part.objectName(), *kinds):
            if name in WINDOWS:
                return WINDOWS[name]
        part = part.parentWidget()
    return CONTENTS


def _rules(document: Document) -> str:
    from iraq_explorer.ui.help_facts import rules_markdown

    return rules_markdown(document)


def _indices() -> str:
    from iraq_explorer.ui.help_facts import indices_markdown

    return indices_markdown()


def _shortcuts(window: QMainWindow) -> str:
    from iraq_explorer.ui.help_facts import shortcuts_markdown

    return shortcuts_markdown(window)
