"""Simple mode: analysis out of sight, a line that says so, and nothing lost."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.analysis import analysis_panels
from iraq_explorer.ui.docks import Docks, Panel
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.simple_mode import HIDDEN, SimpleMode
from tests.ui.hands import LEFT, action


def hidden(window: MainWindow) -> set[str]:
    return {dock.objectName() for dock in window.docks if dock.isHidden()}


def test_every_panel_of_analysis_is_in_the_table(window: MainWindow) -> None:
    made = analysis_panels(window.session, window.selection, window.arrangement, lambda row: None)
    assert {panel.name for panel in made} == set(HIDDEN)


def test_the_window_begins_with_everything(window: MainWindow) -> None:
    assert hidden(window) == set()
    assert window.simple.bar.isHidden()
    assert not action(window, "Simple mode").isChecked()


def test_simple_mode_hides_analysis_and_names_it_and_a_link_brings_it_back(
    window: MainWindow,
) -> None:
    action(window, "Simple mode").trigger()
    assert hidden(window) == set(HIDDEN)
    assert window.simple.bar.isVisible()
    told = window.simple.line.text()
    assert told == "Simple mode hides Ways, Power, Politics, Vote, Evidence and Overview."
    QTest.mouseClick(window.simple.show_all, LEFT)
    assert hidden(window) == set()
    assert window.simple.bar.isHidden()
    assert not action(window, "Simple mode").isChecked()


def test_it_is_remembered(window: MainWindow, open_window) -> None:
    action(window, "Simple mode").trigger()
    window.close()
    again = open_window()
    assert hidden(again) == set(HIDDEN)
    assert action(again, "Simple mode").isChecked()
    assert again.simple.bar.isVisible()
    action(again, "Simple mode").trigger()
    assert hidden(again) == set()


def test_a_panel_that_was_hidden_before_stays_hidden_afterwards(window: MainWindow) -> None:
    window.docks["voteDock"].hide()
    action(window, "Simple mode").trigger()
    action(window, "Simple mode").trigger()
    assert hidden(window) == {"voteDock"}


def test_an_action_that_needs_a_panel_shows_just_this_one_and_the_line_says_so(
    window: MainWindow, qtbot
) -> None:
    action(window, "Simple mode").trigger()
    window.menus.actions["power"].trigger()
    qtbot.waitUntil(window.docks.panel("powerDock").isVisible)
    assert hidden(window) == set(HIDDEN) - {"powerDock"}
    assert "Power" not in window.simple.line.text()
    assert "Ways" in window.simple.line.text()
    for name in HIDDEN:
        window.docks.reveal(name)
    assert "every panel was opened" in window.simple.line.text()


def test_panels_as_at_first_stay_simple(window: MainWindow) -> None:
    action(window, "Simple mode").trigger()
    window.docks["scenariosDock"].hide()
    window.menus.actions["resetPanels"].trigger()
    assert hidden(window) == set(HIDDEN)


def test_what_is_left_keeps_its_titles_and_its_keys(window: MainWindow, qtbot) -> None:
    action(window, "Simple mode").trigger()
    inspector = window.docks["inspectorDock"]
    qtbot.waitUntil(lambda: inspector.titleBarWidget() is None)
    QTest.keyClick(window.network, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert window.comparing.open is False


def test_the_first_minute_leaves_out_what_is_hidden(window: MainWindow) -> None:
    action(window, "Simple mode").trigger()
    action(window, "First minute").trigger()
    names = []
    while window.tour.step is not None:
        names.append(window.tour.step.name)
        window.tour.go_on()
    assert names == ["drag", "line", "rule", "source", "time", "compare"]


def test_panels_can_go_after_the_settings_have_gone(qtbot: QtBot, tmp_path: Path) -> None:
    """As when the program ends and nobody else keeps the settings alive."""
    own = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = Docks(window)
    for name in (*HIDDEN, "inspectorDock", "boardDock"):
        docks.add(Panel(name, name, Qt.DockWidgetArea.RightDockWidgetArea, QWidget))
    simple = SimpleMode(window, docks, own)
    window.show()
    simple.set_on(True)
    shiboken6.delete(own)
    for name in HIDDEN:
        docks[name].show()
    assert simple.on
    assert "every panel" in simple.line.text()
