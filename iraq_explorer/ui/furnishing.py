"""How the window is furnished: the document, the views of it, and all that can be done."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.ui.actions import Menus, Moves
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.comparing import Comparing
from iraq_explorer.ui.data_files import DataFiles
from iraq_explorer.ui.dataset_desk import DatasetDesk
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.filter_bar import FilterBar, keep_thinning
from iraq_explorer.ui.heading import Heading
from iraq_explorer.ui.helping import Helping
from iraq_explorer.ui.library_watch import LibraryWatch
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.negotiating import Negotiating
from iraq_explorer.ui.network_view import NetworkView
from iraq_explorer.ui.offer_bar import OfferBar
from iraq_explorer.ui.panels import make_panels
from iraq_explorer.ui.pictures import Pictures
from iraq_explorer.ui.recovery import Recovery
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Session
from iraq_explorer.ui.simple_mode import SimpleMode
from iraq_explorer.ui.toolbar import Toolbar
from iraq_explorer.ui.tour import Tour
from iraq_explorer.ui.window_commands import WindowCommands
from iraq_explorer.ui.window_life import WindowLife
from iraq_explorer.ui.window_menus import fill_menu_bar, name_move_actions
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow


def furnish(
    window: "MainWindow", dataset: Dataset, library: Path | None, settings: QSettings
) -> None:
    """Put everything into a window.

    Args:
        window: the window, empty.
        dataset: what it is about.
        library: the file of the scenarios; ``None`` where none can be kept.
        settings: what the window remembers.

    """
    opening = dataset.scenarios[dataset.opening_scenario]
    window.document = Document(dataset, opening, window)
    window.selection = Selection(window)
    window.arrangement = Arrangement(window.document, window)
    window.arrangement.animated = settings.value("view/animated", True, bool) is True
    keep_thinning(window.arrangement, settings)
    window.session = Session(window.document, window)
    window.moves = Moves(window.document, window.selection)
    window.commands = WindowCommands(window, settings)
    rows, heading = _make_centre(window)
    make_panels(window, settings)
    _make_services(window, settings, dataset)
    window.comparing = Comparing(
        window.session, window.arrangement, rows, (heading, window.network), window
    )
    _make_menus(window, settings)
    _make_toolbar(window)
    fill_menu_bar(window)
    window.recovery = Recovery(window.session, window.offers, window)
    window.watch = LibraryWatch(window.session, window.offers, window.open_library, window)
    window.life = WindowLife(window, settings, library)
    _connect(window)
    window.appearance.give_to(
        (
            heading,
            window.filters,
            window.network,
            window.board,
            window.hemicycle,
            window.rules,
            window.messages,
            window.offers,
            window.docks,
            window.comparing,
            window.datasets,
            window.presenting,
            window.helping,
            window.tour,
            window.negotiating,
        ),
        window.theme_menu.actions(),
    )
    window.docks.front()


def _make_centre(window: "MainWindow") -> tuple[QVBoxLayout, Heading]:
    """What stands in the middle: messages, the heading, the canvas. Its rows and the heading."""
    centre = QWidget()
    rows = QVBoxLayout(centre)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    window.messages = MessageBar()
    window.offers = OfferBar()
    heading = Heading(window.document)
    window.title, window.subtitle = heading.title, heading.subtitle
    window.filters = FilterBar(window.arrangement, window.document)
    window.network = NetworkView(window.document, window.arrangement, window.selection)
    window.network.context_requested.connect(window.commands.show_context)
    for part in (window.messages, window.offers, heading, window.filters):
        rows.addWidget(part)
    rows.addWidget(window.network, 1)
    window.setCentralWidget(centre)
    return rows, heading


def _make_services(window: "MainWindow", settings: QSettings, dataset: Dataset) -> None:
    """What is done with pictures and data."""
    window.pictures = Pictures(window, window.session, settings, window.view)
    window.data = DataFiles(window, window.session, settings)
    window.datasets = DatasetDesk(window, settings, dataset)
    for service in (window.pictures, window.data, window.datasets):
        service.told.connect(window.messages.tell)
    window.datasets.shown.connect(window.data.opened)
    window.data.refused.connect(window.datasets.import_file)


def _make_menus(window: "MainWindow", settings: QSettings) -> None:
    """The menu bar, and what can only be reached by it."""
    window.filter_menu = QMenu(tr("Leave o&ut"), window)
    window.more_menu = QMenu(tr("M&ore"), window)
    window.theme_menu = QMenu(tr("Appearan&ce"), window)
    window.move_menu = QMenu(tr("&Move selection to"), window)
    window.menus = Menus(window, window.menuBar())
    window.simple = SimpleMode(window, window.docks, settings)
    scenarios = window.docks["scenariosDock"]
    window.helping = Helping(window, window.document, scenarios, window.menus.actions)
    stack = window.document.undo_stack
    window.undo_action = stack.createUndoAction(window, tr("&Undo"))
    window.redo_action = stack.createRedoAction(window, tr("&Redo"))
    window.tour = Tour(window, settings)
    window.negotiating = Negotiating(window.session, window.comparing, window)
    window.negotiating.help_requested.connect(partial(window.helping.show_page, "negotiate"))


def _make_toolbar(window: "MainWindow") -> None:
    window.toolbar = Toolbar(
        window.document,
        window.arrangement,
        window.selection,
        (window.undo_action, window.redo_action),
        window.filter_menu,
        window,
    )
    window.toolbar.export_requested.connect(window.pictures.export)
    window.toolbar.found.connect(window.network.reveal)
    window.toolbar.told.connect(window.messages.tell)
    window.addToolBar(window.toolbar)


def _connect(window: "MainWindow") -> None:
    """Let names follow the document, and tell what goes wrong."""
    document = window.document
    document.committed.connect(window.show_name)
    document.modified_changed.connect(window.show_name)
    document.committed.connect(partial(name_move_actions, window))
    document.opened.connect(window.selection.clear)
    window.session.told.connect(window.messages.tell)
    window.arrangement.failed.connect(window.life.tell_layout_failed)
    window.show_name()
    name_move_actions(window)
