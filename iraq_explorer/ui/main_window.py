"""The main window: its shape and colours at once, and all that stands in it a moment later.

An empty window is on the screen long before the data are read and the panels made. So the window
itself needs nothing but Qt and its colours; `furnishing` loads the rest after the first frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from iraq_explorer.ui.appearance import Appearance
from iraq_explorer.ui.tab_order import go_to_seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QLabel, QMenu

    from iraq_explorer.core.dataset import Dataset
    from iraq_explorer.ui.actions import Menus, Moves
    from iraq_explorer.ui.arrangement import Arrangement
    from iraq_explorer.ui.coalition_board import CoalitionBoard
    from iraq_explorer.ui.comparing import Comparing
    from iraq_explorer.ui.data_files import DataFiles
    from iraq_explorer.ui.dataset_desk import DatasetDesk
    from iraq_explorer.ui.docks import Docks
    from iraq_explorer.ui.document import Document
    from iraq_explorer.ui.filter_bar import FilterBar
    from iraq_explorer.ui.helping import Helping
    from iraq_explorer.ui.hemicycle import HemicycleView
    from iraq_explorer.ui.inspector import Inspector
    from iraq_explorer.ui.library_watch import LibraryWatch
    from iraq_explorer.ui.message_bar import MessageBar
    from iraq_explorer.ui.negotiating import Negotiating
    from iraq_explorer.ui.network_view import NetworkView
    from iraq_explorer.ui.offer_bar import OfferBar
    from iraq_explorer.ui.page import View
    from iraq_explorer.ui.palette import Theme
    from iraq_explorer.ui.pictures import Pictures
    from iraq_explorer.ui.presenting import Presenting
    from iraq_explorer.ui.recovery import Recovery
    from iraq_explorer.ui.rules_panel import RulesPanel
    from iraq_explorer.ui.scenarios_panel import ScenariosPanel
    from iraq_explorer.ui.selection import Selection
    from iraq_explorer.ui.session import Session
    from iraq_explorer.ui.simple_mode import SimpleMode
    from iraq_explorer.ui.timeline import Timeline
    from iraq_explorer.ui.toolbar import Toolbar
    from iraq_explorer.ui.tour import Tour
    from iraq_explorer.ui.window_commands import WindowCommands
    from iraq_explorer.ui.window_life import WindowLife

_STATE_VERSION = 1


class MainWindow(QMainWindow):
    """A frame around the parts that `furnish` puts in: one document and the views of it."""

    document: Document
    selection: Selection
    arrangement: Arrangement
    session: Session
    moves: Moves
    menus: Menus
    docks: Docks
    commands: WindowCommands
    life: WindowLife
    # over the canvas
    messages: MessageBar
    offers: OfferBar
    title: QLabel
    subtitle: QLabel
    filters: FilterBar
    network: NetworkView
    toolbar: Toolbar
    # in docks
    scenarios: ScenariosPanel
    board: CoalitionBoard
    hemicycle: HemicycleView
    rules: RulesPanel
    inspector: Inspector
    timeline: Timeline
    # what can be done
    pictures: Pictures
    data: DataFiles
    datasets: DatasetDesk
    comparing: Comparing
    presenting: Presenting
    helping: Helping
    negotiating: Negotiating
    recovery: Recovery
    watch: LibraryWatch
    tour: Tour
    simple: SimpleMode
    # menus and actions that several parts share
    undo_action: QAction
    redo_action: QAction
    filter_menu: QMenu
    more_menu: QMenu
    theme_menu: QMenu
    move_menu: QMenu

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Iraq Explorer")
        self._settings = settings
        self._furnished = False
        self._after_frame: Callable[[], None] | None = None
        self.appearance = Appearance(settings)
        self.appearance.apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.appearance.apply)
        geometry = settings.value("window/geometry")
        if isinstance(geometry, QByteArray) and isinstance(
            settings.value("window/state"), QByteArray
        ):
            self.restoreGeometry(geometry)
        else:
            screen = QGuiApplication.primaryScreen().availableSize()
            # Room for the frame that the window manager puts around it.
            self.resize(min(1560, screen.width() - 8), min(980, screen.height() - 40))

    def furnish(self, dataset: Dataset, library: Path | None) -> None:
        """Put everything in, and begin to work once it has been on the screen.

        Args:
            dataset: what the window is about.
            library: the file of the scenarios; ``None`` where none can be kept.

        """
        from iraq_explorer.ui.furnishing import furnish

        self.setUpdatesEnabled(False)
        furnish(self, dataset, library, self._settings)
        self._furnished = True
        if self.isVisible():
            # Qt gives panels no place in a window that is seen before it handles events again.
            QTimer.singleShot(0, self._place_panels)
        else:
            self._place_panels()

    def _place_panels(self) -> None:
        """Put panels where they were last time, or where they are at first, and begin."""
        from iraq_explorer.ui.panels import default_sizes

        state = self._settings.value("window/state")
        if isinstance(state, QByteArray):
            self.restoreState(state, _STATE_VERSION)
        else:
            default_sizes(self)
        self.simple.apply()
        self.setUpdatesEnabled(True)
        self.after_frame(self.life.start)

    def after_frame(self, do: Callable[[], None]) -> None:
        """Do something as soon as the next frame is on the screen."""
        self._after_frame = do
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        do, self._after_frame = self._after_frame, None
        if do is not None:
            # Not from showEvent: a timer set there fires before the window system asks for that
            # frame.
            QTimer.singleShot(0, do)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished:
            event.accept()
            return
        if not self.life.may_end():
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/state", self.saveState(_STATE_VERSION))
        self.life.end()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange and self._furnished:
            self.appearance.apply()

    def focusNextPrevChild(self, onward: bool) -> bool:
        # Qt moves panels behind tabs off the window and would let Tab run through them.
        return go_to_seen(super().focusNextPrevChild, onward)

    def sizeHint(self) -> QSize:
        return QSize(1400, 880)

    # -- what others ask of the window -------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """The colours at hand."""
        return self.appearance.theme

    def show_name(self) -> None:
        """Tell in the title which scenario is open, and whether it has unsaved changes."""
        self.setWindowTitle(f"{self.document.scenario.name}[*] – Iraq Explorer")
        self.setWindowModified(self.document.modified)

    def set_appearance(self, name: str) -> None:
        """Follow the system (``system``) or stay ``light`` or ``dark``."""
        self.appearance.choose(name)

    def open_library(self, path: Path) -> bool:
        """Work with another library; unsaved work is asked about first."""
        return self.life.open_library(path)

    def view(self) -> View:
        """How the canvas shows the network, for pictures."""
        from iraq_explorer.ui.page import View

        arrangement = self.arrangement
        return View(
            arrangement.layout_name,
            arrangement.detail,
            arrangement.tie_filter,
            thinning=arrangement.thinning,
        )
