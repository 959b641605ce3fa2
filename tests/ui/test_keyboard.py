"""The main job without a mouse."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, Hands, board_cards, seats, undo

Key = Qt.Key


def _walk_to(hands: Hands, node: str) -> None:
    """Go from node to node with the arrow keys alone, as somebody who looks would."""
    network = hands.window.network
    hands.key(Key.Key_Right, to=network)
    for _ in range(40):
        here = network._focused
        assert here is not None
        if here == node:
            return
        a, b = network.picture.by_id[here].centre, network.picture.by_id[node].centre
        x, y = b.x() - a.x(), b.y() - a.y()
        across = Key.Key_Right if x > 0 else Key.Key_Left
        down = Key.Key_Down if y > 0 else Key.Key_Up
        for key in (across, down) if abs(x) > abs(y) else (down, across):
            hands.key(key, to=network)
            if network._focused != here:
                break
    raise AssertionError(f"the arrow keys do not lead to {node}")


def test_arrow_keys_go_from_the_largest_bloc_to_its_neighbours_and_select_them(
    window: MainWindow, hands: Hands
) -> None:
    assert window.network.hasFocus()
    hands.key(Key.Key_Right)
    assert window.selection.nodes == ("sol10_all",)
    visited = {"sol10_all"}
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
        hands.key(key)
        assert len(window.selection.nodes) == 1
        visited.update(window.selection.nodes)
    assert len(visited) >= 3


def test_the_arrow_keys_reach_the_kurdish_bloc_and_a_number_moves_it(
    window: MainWindow, hands: Hands
) -> None:
    _walk_to(hands, "ka10_kdp")
    assert window.selection.nodes == ("ka10_kdp",)
    with hands.settling():
        hands.key("1")
    assert window.document.scenario.coalition_of("ka10_kdp") == "sol"
    assert seats(window)["sol"] == 155
    assert undo(window).text() == "&Undo Move KDP to State of Law + Sadrists"


def test_ctrl_arrow_and_space_select_several_and_a_number_moves_them_together(
    window: MainWindow, hands: Hands
) -> None:
    _walk_to(hands, "ka10_kdp")
    hands.key(Key.Key_Left, CTRL)
    other = window.network._focused
    assert other != "ka10_kdp"
    assert window.selection.nodes == ("ka10_kdp",)
    hands.key(Key.Key_Space)
    assert window.selection.nodes == ("ka10_kdp", other)
    hands.key(Key.Key_Space)
    assert window.selection.nodes == ("ka10_kdp",)


def test_two_blocs_moved_by_keys_pass_the_line_and_ctrl_z_takes_them_back(
    window: MainWindow, hands: Hands
) -> None:
    before = window.document.scenario
    window.selection.set_nodes(["ka10_kdp", "ka10_puk"])
    with hands.settling():
        hands.key("1")
    assert seats(window)["sol"] == 172
    assert window.rules.verdict_of("absolute_majority") == "✓ 9 over"
    with hands.settling():
        hands.key("z", CTRL)
    assert window.document.scenario is before
    with hands.settling():
        hands.key(Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert seats(window)["sol"] == 172
    with hands.settling():
        hands.key("z", CTRL)
    with hands.settling():
        hands.key("y", CTRL)
    assert seats(window)["sol"] == 172


def test_0_takes_the_selection_out(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("0")
    assert window.document.scenario.coalition_of("ka10_kdp") is None
    assert "ka10_kdp" in board_cards(window, None)


def test_n_begins_a_coalition_with_the_selection(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp", "ka10_puk")
    with hands.settling():
        hands.key("n")
    begun = window.document.scenario.coalitions[-1]
    assert begun.name == "KDP and PUK"
    assert board_cards(window, begun.id) == {"ka10_kdp", "ka10_puk"}


def test_the_number_of_a_coalition_that_is_not_there_does_nothing(
    window: MainWindow, hands: Hands
) -> None:
    before = window.document.scenario
    hands.select("ka10_kdp")
    hands.key("8")
    assert window.document.scenario is before


def test_l_selects_the_whole_list_and_ctrl_a_all_blocs(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp")
    hands.key("l")
    assert set(window.selection.nodes) == {"ka10_kdp", "ka10_puk"}
    hands.key("a", CTRL)
    assert set(window.selection.nodes) == set(window.document.chamber.bloc_by_id)
    hands.key(Key.Key_Escape)
    assert window.selection.nodes == ()


def test_f2_renames_the_coalition_of_the_selected_bloc(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp")
    hands.key(Key.Key_F2)
    editor = window.board.editor
    assert editor is not None
    assert editor.hasFocus()
    assert editor.text() == "Kurdish bloc"
    hands.key("a", CTRL)
    for letter in "Kurds 1":
        hands.key(letter)
    with hands.settling():
        hands.key(Key.Key_Return)
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurds 1"
    # The 1 was typed into the field and moved nothing.
    assert window.document.scenario.coalition_of("ka10_kdp") == "kurds"


def test_keys_order_and_delete_coalitions(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key(Key.Key_Left, CTRL | Qt.KeyboardModifier.ShiftModifier)
    ids = [c.id for c in window.document.scenario.coalitions]
    assert ids == ["sol", "kurds", "iraqiya", "ina"]
    with hands.settling():
        hands.key(Key.Key_Delete, CTRL)
    assert [c.id for c in window.document.scenario.coalitions] == ["sol", "iraqiya", "ina"]
    assert "ka10_kdp" in board_cards(window, None)


def test_typing_in_a_search_field_moves_no_bloc(window: MainWindow, hands: Hands) -> None:
    before = window.document.scenario
    hands.select("ka10_kdp")
    window.scenarios.search.setFocus()
    for letter in "n1 0f":
        hands.key(letter)
    assert window.scenarios.search.text() == "n1 0f"
    assert window.document.scenario is before


def test_every_action_of_the_menus_has_words_and_no_two_share_a_key(window: MainWindow) -> None:
    keys: dict[str, str] = {}
    for name, entry in window.menus.actions.items():
        if name.startswith("move") and not entry.isVisible():
            continue
        assert entry.text(), name
        for sequence in entry.shortcuts():
            key = sequence.toString()
            assert key not in keys, f"{name} and {keys[key]} share {key}"
            keys[key] = name


# -- letters that are underlined -----------------------------------------------------------------


def letter(text: str) -> str:
    """The underlined letter of a text; empty where none is."""
    found = re.search(r"&(\w)", text.replace("&&", ""))
    return found[1].upper() if found else ""


def clashes(texts: Iterable[str]) -> list[tuple[str, str]]:
    held: dict[str, str] = {}
    found = []
    for text in texts:
        key = letter(text)
        if key and key in held:
            found.append((held[key], text))
        elif key:
            held[key] = text
    return found


def underlined(top: QWidget) -> list[str]:
    """What Alt with a letter reaches in a window as it stands."""
    texts = [a.text() for bar in top.findChildren(QMenuBar) for a in bar.actions()]
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top:
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            texts.append(widget.text())
        elif isinstance(widget, QTabBar):
            texts += [widget.tabText(number) for number in range(widget.count())]
    return texts


def test_no_two_entries_of_a_menu_share_an_underlined_letter(window: MainWindow) -> None:
    def check(menu: QMenu) -> None:
        menu.aboutToShow.emit()
        entries = [a for a in menu.actions() if a.isVisible() and not a.isSeparator()]
        assert clashes(a.text() for a in entries) == []
        for entry in entries:
            inner = entry.menu()
            if isinstance(inner, QMenu):
                check(inner)

    bar = window.menuBar().actions()
    assert all(letter(entry.text()) for entry in bar)
    for entry in bar:
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        assert all(
            letter(a.text()) for a in menu.actions() if a.objectName() in window.menus.actions
        )
        check(menu)


def test_no_letter_is_underlined_twice_whichever_panel_is_shown(
    window: MainWindow, hands: Hands
) -> None:
    hands.select("ka10_kdp")
    for dock in window.docks:
        window.docks.reveal(dock.objectName())
        QApplication.processEvents()
        assert clashes(underlined(window)) == [], dock.objectName()
    window.comparing.begin()
    assert clashes(underlined(window)) == []


def test_no_letter_is_underlined_twice_in_a_dialog_or_the_game(window: MainWindow) -> None:
    for name in ("export", "exportSeveral", "exportData"):
        window.menus.actions[name].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert clashes(underlined(dialog)) == [], name
        dialog.close()
    window.menus.actions["negotiate"].trigger()
    game = window.negotiating.window
    assert game is not None
    assert clashes(underlined(game)) == []
    game.setup.start.click()
    assert clashes(underlined(game)) == []
    for _ in range(game.setup.rounds.value()):
        game.table.end_round.click()
    assert clashes(underlined(game)) == []


def test_no_keys_of_the_menus_are_taken_twice(window: MainWindow) -> None:
    held: dict[str, str] = {}
    for entry in window.findChildren(QAction):
        for keys in entry.shortcuts():
            name = keys.toString()
            assert name not in held, f"{held.get(name)} and {entry.text()} share {name}"
            held[name] = entry.text()
    letters = {f"Alt+{letter(entry.text())}" for entry in window.menuBar().actions()}
    assert letters.isdisjoint(held)
