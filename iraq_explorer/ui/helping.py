"""Help in the window: its dock, and which page F1 opens where."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from iraq_explorer.storage.help_pages import CONTENTS
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.help_panel import HelpPanel

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


class Helping(QObject):
    """Opens help where it is asked for. Its panel is made when it is first shown."""

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

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

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
        """Bring help to the front with a page, and give it the keyboard."""
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

    # -- the dock ----------------------------------------------------------------------------

    def _made(self) -> "HelpPanel":
        if self.panel is None:
            from iraq_explorer.ui.help_facts import (
                indices_markdown,
                rules_markdown,
                shortcuts_markdown,
            )
            from iraq_explorer.ui.help_panel import HelpPanel

            facts: dict[str, Callable[[], str]] = {
                "rules": lambda: rules_markdown(self._document),
                "indices": indices_markdown,
                "shortcuts": lambda: shortcuts_markdown(self._window),
            }
            self.panel = HelpPanel(facts)
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
