"""Help inside the program: asked for where one works, searched, followed, put away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer.storage.help_pages import ACTION, CONTENTS
from iraq_explorer.ui.help_facts import plain
from iraq_explorer.ui.help_panel import HelpPanel
from iraq_explorer.ui.help_window import HelpWindow
from iraq_explorer.ui.helping import PAGES, WINDOWS
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK
from tests.ui.hands import SHIFT, Hands, action

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def ask(window: MainWindow, hands: Hands, at: QWidget) -> HelpPanel:
    """Press F1 where the keyboard is."""
    at.setFocus()
    hands.key(Key.Key_F1)
    panel = window.helping.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def told(panel: HelpPanel) -> str:
    return panel.text.toPlainText()


def click_link(panel: HelpPanel, words: str) -> None:
    """Click on the words of a link with the mouse."""
    found = panel.text.document().find(words)
    while not found.isNull() and not found.charFormat().isAnchor():
        found = panel.text.document().find(words, found)
    assert not found.isNull(), f"no link {words!r}"
    middle = QTextCursor(found)
    middle.setPosition((found.anchor() + found.position()) // 2)
    panel.text.setTextCursor(middle)
    panel.text.ensureCursorVisible()
    place = panel.text.cursorRect(middle).center()
    QTest.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_help_is_not_made_before_it_is_asked_for(window: MainWindow) -> None:
    assert window.helping.panel is None
    assert window.helping.dock.isHidden()


@pytest.mark.parametrize("dock", [name for name in PAGES if name.endswith("Dock")])
def test_every_panel_has_its_page(window: MainWindow, hands: Hands, dock: str) -> None:
    if dock == "helpDock":
        window.helping.show_page("ways")
        assert window.helping.panel is not None
    else:
        window.docks.reveal(dock)
    if dock == "powerDock":
        hands.key(Key.Key_F1)  # the first explains the index
    page = PAGES[dock]
    hands.key(Key.Key_F1)
    panel = window.helping.panel
    assert panel is not None
    assert panel.page == page
    assert told(panel).startswith(panel.pages[page].title)


def test_no_panel_of_the_window_is_without_a_page(window: MainWindow) -> None:
    assert [d.objectName() for d in window.docks if d.objectName() not in PAGES] == []
    window.helping.show_page()
    assert window.helping.panel is not None
    assert set(PAGES.values()) | {"canvas"} <= set(window.helping.panel.pages)


def test_f1_opens_the_page_of_the_canvas_and_once_more_the_contents(
    window: MainWindow, hands: Hands
) -> None:
    panel = ask(window, hands, window.network)
    assert panel.page == "canvas"
    hands.key(Key.Key_F1)
    assert panel.page == CONTENTS
    hands.key(Key.Key_Escape)
    assert window.helping.dock.isHidden()
    assert window.network.hasFocus()


def test_f1_in_the_power_panel_explains_the_index_and_then_the_panel(
    window: MainWindow, hands: Hands
) -> None:
    power = window.docks.reveal("powerDock")
    about = power.findChild(QLabel, "indexHelp")
    assert isinstance(about, QLabel)
    hands.key(Key.Key_F1)
    assert not about.isHidden()
    assert "John Banzhaf" in about.text()
    assert window.helping.panel is None
    hands.key(Key.Key_F1)
    assert window.helping.panel is not None
    assert window.helping.panel.page == "power"


def test_f1_on_a_comparison_explains_comparing(window: MainWindow, hands: Hands) -> None:
    window.comparing.begin()
    assert window.comparing.page is not None
    assert ask(window, hands, window.comparing.page.canvas).page == "comparing"


# -- over dialogs ------------------------------------------------------------------------------


def over(top: QWidget) -> HelpWindow:
    """The help that F1 opens over a window which has the keyboard."""
    QTest.keyClick(QApplication.focusWidget() or top, Key.Key_F1)
    found = top.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.isVisible()
    return found


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Export picture", "pictures"),
        ("Export several pictures", "pictures"),
        ("Export data", "own-data"),
        ("About", "contents"),
    ],
)
def test_f1_in_a_dialog_opens_its_page_over_it(
    window: MainWindow, qtbot: QtBot, words: str, page: str
) -> None:
    action(window, words).trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    found = over(dialog)
    assert found.panel.page in (page, WINDOWS[type(dialog).__name__])
    qtbot.waitUntil(lambda: found.isActiveWindow() and found.panel.text.hasFocus())
    QTest.keyClick(found.panel.text, Key.Key_F1)
    assert found.panel.page == CONTENTS
    assert "action:" not in found.panel.text.toHtml()  # what they do is blocked meanwhile
    QTest.keyClick(found.panel.text, Key.Key_Escape)
    assert not found.isVisible()
    assert dialog.isVisible()
    assert window.helping.panel is None
    dialog.close()


def test_help_over_a_dialog_goes_with_it(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "Export picture").trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    found = over(dialog)
    dialog.close()
    assert not found.isVisible()


def test_f1_while_presenting_is_told_over_the_wall(window: MainWindow, qtbot: QtBot) -> None:
    window.presenting.start_here()
    show = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "presentation")
    show.activateWindow()
    qtbot.waitUntil(show.isActiveWindow)
    found = over(show)
    assert found.panel.page == WINDOWS["presentation"]
    found.close()
    show.close()


# -- going on ----------------------------------------------------------------------------------


def test_links_lead_on_and_the_way_back_is_kept(window: MainWindow, hands: Hands) -> None:
    panel = ask(window, hands, window.network)
    click_link(panel, "moving blocs")
    assert panel.page == "moving"
    hands.key(Key.Key_Left, ALT)
    assert panel.page == "canvas"
    assert not panel.back.isEnabled()
    hands.key(Key.Key_Right, ALT)
    assert panel.page == "moving"
    panel.back.click()
    assert panel.page == "canvas"


def test_links_are_followed_by_keyboard(window: MainWindow, hands: Hands) -> None:
    hands.key(Key.Key_F1, SHIFT, to=window.network)
    panel = window.helping.panel
    assert panel is not None
    assert panel.page == CONTENTS
    hands.key(Key.Key_Tab, to=panel.text)
    hands.key(Key.Key_Tab, to=panel.text)
    hands.key(Key.Key_Return, to=panel.text)
    assert panel.page == "moving"


def test_a_search_shows_what_is_found_and_return_opens_the_first(
    window: MainWindow, hands: Hands
) -> None:
    panel = ask(window, hands, window.network)
    panel.field.setFocus()
    for letter in "veto":
        hands.key(letter)
    assert panel.page == ""
    assert "The indices of power" in told(panel)
    hands.key(Key.Key_Return)
    assert panel.page in panel.pages
    assert "veto" in told(panel).casefold()
    panel.go_back()
    assert panel.page == "canvas"
    panel.field.setFocus()
    for letter in "zzz":
        hands.key(letter)
    assert "Nothing in help has “zzz”" in told(panel)
    assert "found in the network" in told(panel)
    for _ in range(3):
        hands.key(Key.Key_Backspace)
    assert panel.page == "canvas"


def test_a_misspelt_search_shows_what_was_meant(window: MainWindow, hands: Hands) -> None:
    panel = ask(window, hands, window.network)
    panel.field.setFocus()
    for letter in "Banzaf":
        hands.key(letter)
    assert "Nothing in help has “Banzaf”" in told(panel)
    assert "“banzhaf” is in these pages" in told(panel)
    hands.key(Key.Key_Return)
    assert "Banzhaf" in told(panel)


def test_a_name_is_looked_for_in_the_network_instead(window: MainWindow, hands: Hands) -> None:
    panel = ask(window, hands, window.network)
    panel.field.setText("المالكي")
    panel.field.textEdited.emit("المالكي")
    assert "Nothing in help has “المالكي”" in told(panel)
    click_link(panel, "Find in the network")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert window.toolbar.isAncestorOf(focused)


def test_the_rules_told_are_those_of_the_open_chamber(window: MainWindow) -> None:
    window.helping.show_page("rules")
    panel = window.helping.panel
    assert panel is not None
    for rule in window.document.chamber.rules:
        assert f"{rule.quota(325)} of 325" in told(panel)
        assert rule.name in told(panel)
        assert rule.note in told(panel)
    entry = window.session.entry_of_origin("elected_2005")
    assert entry is not None
    window.session.open(entry.id)
    assert "184 of 275" in told(panel)
    assert "217 of 325" not in told(panel)


def test_every_action_with_keys_stands_on_their_page(window: MainWindow) -> None:
    action(window, "Keyboard").trigger()
    panel = window.helping.panel
    assert panel is not None
    assert panel.page == "shortcuts"
    lines = told(panel).split("\n")
    missing = [
        entry.text()
        for entry in window.findChildren(QAction)
        if entry.text()
        and not entry.shortcut().isEmpty()
        and (entry.text().replace("&&", "\0").replace("&", "").replace("\0", "&") not in lines)
    ]
    assert missing == []
    assert "F1" in lines
    assert "Ctrl+Shift+Z or Ctrl+Y" in lines


def test_every_link_that_does_something_finds_its_action(window: MainWindow) -> None:
    window.helping.show_page()
    panel = window.helping.panel
    assert panel is not None
    asked = {
        address.removeprefix(ACTION)
        for page in panel.pages.values()
        for address in page.links
        if address.startswith(ACTION)
    }
    assert asked
    assert asked <= set(window.menus.actions)


def test_everything_that_pages_take_from_the_program_is_there(window: MainWindow) -> None:
    window.helping.show_page()
    panel = window.helping.panel
    assert panel is not None
    for name in panel.pages:
        panel.show_page(name)
        assert "{" not in told(panel), name


def test_names_of_the_data_are_shown_as_they_are() -> None:
    panel = HelpPanel({"rules": lambda: plain("<b>*Law* & [x](y)</b> 1. # a|b_c")})
    panel.show_page("rules")
    assert "<b>*Law* & [x](y)</b> 1. # a|b_c" in told(panel)


def test_help_goes_dark_with_the_window(window: MainWindow) -> None:
    window.helping.show_page()
    window.set_appearance("dark")
    panel = window.helping.panel
    assert panel is not None
    assert panel.text.viewport().grab().toImage().pixelColor(2, 2) == DARK.panel
