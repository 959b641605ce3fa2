"""The panels around the canvas: where each is docked, and when it is made.

Panels that are not on the screen at the start are made when they are first shown, so that what only
they need, such as charts, is not loaded before.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from iraq_explorer.ui.palette import LIGHT, Theme

Area = Qt.DockWidgetArea
_TABS = 32
"""Height of the tabs over panels that share a place."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What there is to know of a panel before it is made."""

    name: str
    """Object name of the dock, by which settings remember it."""
    title: str
    area: Area
    make: Callable[[], QWidget]
    """Makes the widget; one that shall follow the appearance has ``set_theme``."""
    beside: str = ""
    """Name of the panel whose place it shares as a tab."""
    later: bool = False
    """Whether it is made only when it is first shown."""
    below: str = ""
    """Name of the panel that it stands under."""
    bare: bool = False
    """Whether it has no title while it is docked, as where height is dear."""


class _Later(QWidget):
    """The place of a panel that is made when it is first shown."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self.panel: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        if self.panel is None:
            self.panel = self._make()
            self._rows.addWidget(self.panel)
        return self.panel

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not when it is shown: while a window begins, every tab is shown for a moment.
        super().paintEvent(event)
        if self.panel is None:
            QTimer.singleShot(0, self.made)


class Docks(QObject):
    """The docks of a window by the names of their panels."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panels: dict[str, Panel] = {}
        self._docks: dict[str, QDockWidget] = {}
        self._theme = LIGHT
        self.actions: dict[str, QAction] = {}
        # Not at once: while Qt lays docks out their titles must stay as they are.
        self._titles = QTimer(self)
        self._titles.setSingleShot(True)
        self._titles.setInterval(0)
        self._titles.timeout.connect(self._show_titles)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea)
        window.setTabPosition(Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def __iter__(self) -> Iterator[QDockWidget]:
        return iter(self._docks.values())

    def add(self, panel: Panel) -> None:
        """Dock a panel at its place."""
        dock = QDockWidget(panel.title, self._window)
        dock.setObjectName(panel.name)
        dock.setWidget(_Later(partial(self._made, panel)) if panel.later else panel.make())
        self._panels[panel.name] = panel
        self._docks[panel.name] = dock
        if panel.bare:
            dock.setTitleBarWidget(QWidget(dock))
        self._place(panel)
        for changed in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
            changed.connect(self._ask_for_titles)
        action = QAction(panel.title.capitalize(), self._window)
        action.setCheckable(True)
        action.setChecked(True)
        action.triggered.connect(partial(self._toggle, panel.name))
        dock.visibilityChanged.connect(action.setChecked)
        self.actions[panel.name] = action

    def panel(self, name: str) -> QWidget:
        """The widget of a panel, made now if it was not shown before."""
        held = self._docks[name].widget()
        return held.made() if isinstance(held, _Later) else held

    def made(self) -> Iterator[QWidget]:
        """The widgets of the panels that are made."""
        for dock in self:
            held = dock.widget()
            widget = held.panel if isinstance(held, _Later) else held
            if widget is not None:
                yield widget

    def finish(self) -> None:
        """Take over what still stands in a field of any panel that is made."""
        for widget in self.made():
            take_over = getattr(widget, "finish", None)
            if take_over is not None:
                take_over()

    def reveal(self, name: str) -> QWidget:
        """Bring a panel to the front and give it the keyboard."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        fresh = self._is_to_be_made(name)
        widget = self.panel(name)
        widget.show()  # one that was made just now is not yet, and would not take the keyboard
        if fresh:
            self._give_height(dock, widget)
        widget.setFocus()
        return widget

    def _is_to_be_made(self, name: str) -> bool:
        held = self._docks[name].widget()
        return isinstance(held, _Later) and held.panel is None

    def _give_height(self, dock: QDockWidget, widget: QWidget) -> None:
        """Make a low place higher for a panel that asks for it, up to two fifths of the window."""
        below = self._window.dockWidgetArea(dock) is Area.BottomDockWidgetArea
        wanted = min(widget.sizeHint().height() + _TABS, self._window.height() * 2 // 5)
        if below and not dock.isFloating() and dock.height() < wanted:
            self._window.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def set_theme(self, theme: Theme) -> None:
        """Draw every panel that is made in another appearance."""
        self._theme = theme
        for widget in self.made():
            self._dress(widget)

    def reset(self) -> None:
        """Put every panel back to where it was at first."""
        for panel in self._panels.values():
            dock = self._docks[panel.name]
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for panel in self._panels.values():
            self._place(panel)
            self._docks[panel.name].show()
        self.front()

    def front(self) -> None:
        """Bring the first panel of each place to the front."""
        for panel in self._panels.values():
            if not panel.beside:
                self._docks[panel.name].raise_()
        self._show_titles()

    def _made(self, panel: Panel) -> QWidget:
        widget = panel.make()
        self._dress(widget)
        return widget

    def _dress(self, widget: QWidget) -> None:
        dress = getattr(widget, "set_theme", None)
        if dress is not None:
            dress(self._theme)

    def _place(self, panel: Panel) -> None:
        dock = self._docks[panel.name]
        self._window.addDockWidget(panel.area, dock)
        if panel.beside:
            self._window.tabifyDockWidget(self._docks[panel.beside], dock)
        elif panel.below:
            over = self._docks[panel.below]
            self._window.splitDockWidget(over, dock, Qt.Orientation.Vertical)

    def _toggle(self, name: str, _: bool = False) -> None:
        dock = self._docks[name]
        # One behind another tab is not hidden but not seen either: it comes to the front first.
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            dock.hide()
        else:
            self.reveal(name)

    # -- titles and tabs ---------------------------------------------------------------------

    def _ask_for_titles(self, *_: object) -> None:
        if isValid(self._titles):  # docks say that they are hidden also while the window goes
            self._titles.start()

    def _show_titles(self) -> None:
        """A panel that shares its place has its title in the tab and needs no second one."""
        for dock in self:
            shared = not dock.isFloating() and (
                self._panels[dock.objectName()].bare or bool(self._window.tabifiedDockWidgets(dock))
            )
            bare = dock.titleBarWidget()
            if shared and bare is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not shared and bare is not None:
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]
                bare.deleteLater()
        for bar in self._window.findChildren(
            QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            bar.setDocumentMode(True)
            bar.setDrawBase(False)
            bar.setExpanding(False)
            bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QTabBar)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonDblClick
        ):
            title = watched.tabText(watched.tabAt(event.position().toPoint()))
            for dock in self:
                if dock.windowTitle() == title:
                    dock.setFloating(True)
                    return True
        return super().eventFilter(watched, event)
