"""The panels of the window: which there are, where each is docked, and how large at first."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.ui.analysis import analysis_panels
from iraq_explorer.ui.coalition_board import BoardArea, CoalitionBoard
from iraq_explorer.ui.docks import Docks, Panel
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.inspector import Inspector
from iraq_explorer.ui.presenting import Presenting
from iraq_explorer.ui.rules_panel import RulesPanel
from iraq_explorer.ui.scenarios_panel import ScenariosPanel
from iraq_explorer.ui.timeline import Timeline
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow


def make_panels(window: "MainWindow", settings: QSettings) -> None:
    """Make what stands around the canvas, and dock it."""
    document, selection, arrangement = window.document, window.selection, window.arrangement
    _make_scenarios(window)
    window.board = CoalitionBoard(document, selection)
    window.board.context_requested.connect(window.commands.show_context)
    window.board.new_requested.connect(window.moves.to_new)
    window.hemicycle = HemicycleView(document)
    window.rules = RulesPanel(document)
    window.inspector = Inspector(document, arrangement, selection)
    _make_timeline(window, settings)
    window.presenting = Presenting(
        window,
        window.session,
        arrangement,
        selection,
        lambda: Path(str(settings.value("export/folder", str(Path.home())))),
    )
    window.presenting.told.connect(window.messages.tell)
    window.docks = Docks(window)
    _dock(window)
    default_sizes(window)


def _make_scenarios(window: "MainWindow") -> None:
    window.scenarios = ScenariosPanel(window.session)
    window.scenarios.new_requested.connect(window.commands.new_scenario)
    window.scenarios.duplicate_requested.connect(window.session.duplicate)
    window.scenarios.context_requested.connect(window.commands.show_scenario_context)


def _make_timeline(window: "MainWindow", settings: QSettings) -> None:
    window.timeline = Timeline(window.document, window.arrangement)
    window.timeline.set_lists_follow(settings.value("timeline/follow", True, bool) is True)
    window.timeline.follow_changed.connect(partial(settings.setValue, "timeline/follow"))
    window.timeline.scenario_requested.connect(window.commands.open_built_in)
    window.timeline.entry_requested.connect(window.commands.open_entry)
    window.inspector.day_wanted.connect(window.timeline.travel.go_to)


def _dock(window: "MainWindow") -> None:
    left, right, bottom = (
        Qt.DockWidgetArea.LeftDockWidgetArea,
        Qt.DockWidgetArea.RightDockWidgetArea,
        Qt.DockWidgetArea.BottomDockWidgetArea,
    )
    compare_with = window.commands.compare_with
    stories = window.presenting.panel
    for panel in (
        Panel("scenariosDock", tr("SCENARIOS"), left, lambda: window.scenarios),
        Panel("storiesDock", tr("STORIES"), left, stories, "scenariosDock", later=True),
        Panel("chamberDock", tr("CHAMBER"), right, lambda: _chamber(window)),
        Panel("inspectorDock", tr("SELECTED"), right, lambda: window.inspector),
        Panel("boardDock", tr("COALITIONS"), bottom, lambda: BoardArea(window.board)),
        Panel(
            "timelineDock",
            tr("TIMELINE"),
            bottom,
            lambda: window.timeline,
            below="boardDock",
            bare=True,
        ),
        *analysis_panels(window.session, window.selection, window.arrangement, compare_with),
    ):
        window.docks.add(panel)


def _chamber(window: "MainWindow") -> QWidget:
    """The hemicycle over the rules."""
    chamber = QWidget()
    rows = QVBoxLayout(chamber)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    rows.addWidget(window.hemicycle, 3)
    rows.addWidget(window.rules, 1)
    return chamber


def default_sizes(window: "MainWindow") -> None:
    """Give the docks the sizes they have at the first start."""
    docks = window.docks
    across, along = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    scenarios, chamber = docks["scenariosDock"], docks["chamberDock"]
    window.resizeDocks([scenarios, chamber], [264, 346], across)
    window.resizeDocks([chamber, docks["inspectorDock"]], [400, 360], along)
    window.resizeDocks([docks["boardDock"]], [196 if window.height() < 860 else 262], along)
