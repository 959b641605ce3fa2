"""The board: cards and heads by mouse, renaming in place, and the same moves by keyboard."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.board_columns import Column, verdict_in
from iraq_explorer.ui.board_keys import Spot, first_spot, stepped
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import font_px
from tests.ui.hands import CTRL, Hands, board_cards, board_seats, header, seats, undo

Key = Qt.Key


def _card(window: MainWindow, bloc: str) -> QPointF:
    return window.board.card_rect(bloc).center()


def _bloc(name: str) -> Bloc:
    return Bloc(name, Name(name), "list", "actor", 1, 1, 1, Certainty.CERTAIN, ())


def _free(window: MainWindow, coalition: str | None) -> QPointF:
    column = window.board.column_of(coalition)
    return QPointF(column.rect.center().x(), column.rect.top() + 40)


def test_the_board_shows_what_the_network_shows(window: MainWindow) -> None:
    assert [column.id for column in window.board.columns] == [
        "sol", "iraqiya", "kurds", "ina", None,
    ]  # fmt: skip
    assert [column.number for column in window.board.columns] == [1, 2, 3, 4, 0]
    assert board_seats(window) == seats(window)


@pytest.mark.usefixtures("qapp")
def test_where_there_is_hardly_room_the_verdict_leaves_it_to_the_total() -> None:
    metrics = QFontMetrics(font_px(12, bold=True))
    coalition = Coalition("c", "C", 0)

    def told(seats: int, width: float, where: Coalition | None = coalition) -> str:
        column = Column(where, 1, QRectF(0, 0, 112, 300), (), Verdict(seats, 163, seats - 1, seats))
        text = verdict_in(column, width, metrics)
        assert metrics.horizontalAdvance(text) <= width
        return text

    assert [told(seats, 200) for seats in (172, 163, 129)] == [
        "majority by 9", "exactly enough", "34 short",
    ]  # fmt: skip
    assert [told(seats, 58) for seats in (172, 163, 129)] == ["9 over", "exactly", "34 short"]
    assert (told(18, 90, None), told(275, 58, None)) == ("free to join", "to join")


def test_dragging_a_card_changes_all_totals_before_release_and_after(
    window: MainWindow, hands: Hands
) -> None:
    before = window.document.scenario
    board = window.board
    hands.press(board, _card(window, "ka10_kdp"))
    hands.move(board, _free(window, "sol"))
    assert window.document.scenario is before
    assert seats(window)["sol"] == 155
    assert board_seats(window)["sol"] == 155
    assert header(window, "sol") == "155 seats (154–158): 8 short"
    assert window.rules.verdict_of("absolute_majority") == "8 short"
    assert board.pointer_label == "KDP: 129 + 26 = 155 (154–158) of 163: 8 short"
    hands.move(board, _free(window, "iraqiya"))
    assert seats(window) == {"sol": 129, "iraqiya": 117, "kurds": 31, "ina": 30, None: 18}
    with hands.settling():
        hands.release(board)
    assert window.document.scenario.coalition_of("ka10_kdp") == "iraqiya"
    assert undo(window).text() == "&Undo Move KDP to Iraqiya"
    assert board.pointer_label == ""


def test_two_selected_cards_are_dragged_together(window: MainWindow, hands: Hands) -> None:
    board = window.board
    hands.click(board, _card(window, "ka10_kdp"))
    hands.click(board, _card(window, "ka10_puk"), CTRL)
    assert window.selection.nodes == ("ka10_kdp", "ka10_puk")
    hands.press(board, _card(window, "ka10_puk"))
    hands.move(board, _free(window, "sol"))
    assert seats(window)["sol"] == 172
    assert board.pointer_label == "KDP and PUK: 129 + 43 = 172 (171–172) of 163: majority by 9"
    with hands.settling():
        hands.release(board)
    assert {"ka10_kdp", "ka10_puk"} <= board_cards(window, "sol")


def test_esc_while_a_card_is_dragged_returns_everything(window: MainWindow, hands: Hands) -> None:
    before = window.document.scenario
    board = window.board
    hands.press(board, _card(window, "ka10_kdp"))
    hands.move(board, _free(window, "sol"))
    hands.key(Key.Key_Escape, to=board)
    assert window.document.scenario is before
    assert window.document.shown is before
    assert board_seats(window)["sol"] == 129
    hands.release(board)
    assert window.document.undo_stack.count() == 0
    assert board.pointer_label == ""


def test_a_card_dropped_between_columns_stays_where_it_was(
    window: MainWindow, hands: Hands
) -> None:
    before = window.document.scenario
    board = window.board
    hands.press(board, _card(window, "ka10_kdp"))
    hands.move(board, _free(window, "sol"))
    right = board.column_of("sol").rect.right()
    hands.move(board, QPointF(right + 4, 60))
    assert seats(window)["sol"] == 129
    hands.release(board)
    assert window.document.scenario is before
    assert window.document.undo_stack.count() == 0


def test_a_card_dropped_on_no_coalition_is_taken_out(window: MainWindow, hands: Hands) -> None:
    board = window.board
    hands.press(board, _card(window, "gor10_all"))
    hands.move(board, _free(window, None))
    assert board.pointer_label == "Gorran → no coalition"
    with hands.settling():
        hands.release(board)
    assert window.document.scenario.coalition_of("gor10_all") is None


def test_a_card_dropped_on_new_coalition_begins_one(window: MainWindow, hands: Hands) -> None:
    board = window.board
    hands.press(board, _card(window, "gor10_all"))
    hands.move(board, board._board.new_rect.center())
    assert len(window.document.shown.coalitions) == 5
    with hands.settling():
        hands.release(board)
    begun = window.document.scenario.coalitions[-1]
    assert begun.name == "Gorran"
    assert board_cards(window, begun.id) == {"gor10_all"}


def test_clicking_new_coalition_with_nothing_selected_adds_an_empty_column(
    window: MainWindow, hands: Hands
) -> None:
    board = window.board
    window.selection.clear()
    with hands.settling():
        hands.click(board, board._board.new_rect.center())
    begun = window.document.scenario.coalitions[-1]
    assert begun.name == "New coalition"
    assert board_cards(window, begun.id) == set()
    assert begun.id in window.network.picture.region_by_id


def test_dragging_a_head_reorders_the_columns(window: MainWindow, hands: Hands) -> None:
    board = window.board
    start = board.column_of("ina").head.center()
    hands.press(board, start)
    hands.move(board, QPointF(board.column_of("sol").rect.left() + 5, start.y()))
    assert window.document.shown.coalitions[0].id == "ina"
    with hands.settling():
        hands.release(board)
    ids = [c.id for c in window.document.scenario.coalitions]
    assert ids == ["ina", "sol", "iraqiya", "kurds"]
    assert undo(window).text() == "&Undo Reorder Rest of the INA"
    assert [c.id for c in board.columns] == [*ids, None]


def test_esc_while_a_head_is_dragged_keeps_the_order(window: MainWindow, hands: Hands) -> None:
    before = window.document.scenario
    board = window.board
    start = board.column_of("sol").head.center()
    hands.press(board, start)
    hands.move(board, QPointF(board.column_of("kurds").rect.right() - 5, start.y()))
    assert window.document.shown != before
    hands.key(Key.Key_Escape, to=board)
    hands.release(board)
    assert window.document.shown is before
    assert window.document.undo_stack.count() == 0


def _rename(window: MainWindow, hands: Hands, name: str) -> None:
    head = window.board.column_of("kurds").head.center()
    hands.double_click(window.board, head)
    editor = window.board.editor
    assert editor is not None
    assert editor.hasFocus()
    hands.key("a", CTRL, to=editor)
    for letter in name:
        hands.key(letter, to=editor)


def test_double_click_on_a_head_and_enter_renames_the_coalition(
    window: MainWindow, hands: Hands
) -> None:
    _rename(window, hands, "Kurdistan")
    with hands.settling():
        hands.key(Key.Key_Return)
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurdistan"
    assert window.board.editor is None
    assert undo(window).text() == "&Undo Rename to Kurdistan"
    assert window.document.undo_stack.count() == 1


def test_esc_while_renaming_keeps_the_old_name(window: MainWindow, hands: Hands) -> None:
    _rename(window, hands, "Kurdistan")
    hands.key(Key.Key_Escape)
    assert window.board.editor is None
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurdish bloc"
    hands.click(window.board, _card(window, "ka10_kdp"))
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurdish bloc"
    assert window.document.undo_stack.count() == 0


def test_an_empty_name_is_not_taken(window: MainWindow, hands: Hands) -> None:
    _rename(window, hands, " ")
    hands.key(Key.Key_Return)
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurdish bloc"


def test_clicking_elsewhere_keeps_the_new_name(window: MainWindow, hands: Hands) -> None:
    _rename(window, hands, "Kurdistan")
    with hands.settling():
        hands.click(window.board, _card(window, "ka10_kdp"))
    assert window.document.scenario.coalition_by_id["kurds"].name == "Kurdistan"


def test_arrow_keys_and_a_number_move_a_card(window: MainWindow, hands: Hands) -> None:
    board = window.board
    board.setFocus()
    hands.key(Key.Key_Right)
    first = window.board.columns[0].cards[0][0].id
    assert window.selection.nodes == (first,)
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right)
    in_third = [bloc.id for bloc, _ in window.board.column_of("kurds").cards]
    assert window.selection.nodes == (in_third[0],)
    hands.key(Key.Key_Down)
    assert window.selection.nodes == (in_third[1],)
    hands.key(Key.Key_Up)
    with hands.settling():
        hands.key("1")
    assert in_third[0] in board_cards(window, "sol")
    assert seats(window)["sol"] == 129 + window.document.chamber.bloc_by_id[in_third[0]].seats
    with hands.settling():
        hands.key("0")
    assert in_third[0] in board_cards(window, None)


def test_the_arrow_keys_reach_heads_and_ctrl_goes_without_selecting(
    window: MainWindow, hands: Hands
) -> None:
    board, chosen = window.board, window.selection
    hands.click(board, board.card_rect("sol10_all").center())
    hands.key(Key.Key_Up, to=board)
    assert chosen.coalition == "sol"
    hands.key(Key.Key_Right, to=board)
    assert chosen.coalition == "iraqiya"
    hands.key(Key.Key_F2, to=board)
    assert board.editor is not None
    assert board.editor.text() == "Iraqiya"
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Left, to=board)
    hands.key(Key.Key_Down, to=board)
    assert chosen.nodes == ("sol10_all",)
    hands.key(Key.Key_Down, CTRL, to=board)
    assert chosen.nodes == ("sol10_all",)
    assert board.spot == Spot("ina10_sadr")
    hands.key(Key.Key_Space, to=board)
    assert chosen.nodes == ("sol10_all", "ina10_sadr")
    hands.key(Key.Key_Space, to=board)
    assert chosen.nodes == ("sol10_all",)
    assert board.spot == Spot("ina10_sadr")


def test_tab_into_the_board_shows_where_the_keyboard_is(window: MainWindow) -> None:
    board = window.board
    window.network.setFocus()
    QApplication.processEvents()
    without = board.grab().toImage()
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.grab().toImage() != without
    window.network.setFocus()
    assert board.grab().toImage() == without
    board.setFocus(Qt.FocusReason.MouseFocusReason)
    assert board.grab().toImage() == without


def test_steps_on_the_board_end_at_its_edges_and_pass_columns_without_cards() -> None:
    def column(coalition: str | None, *blocs: str) -> Column:
        held = None if coalition is None else Coalition(coalition, coalition, 0)
        cards = tuple((_bloc(b), QRectF(0, 0, 1, 1)) for b in blocs)
        return Column(held, 1, QRectF(), cards, Verdict(1, 2))

    columns = (column("a", "a1", "a2"), column("b"), column(None, "c1"))
    assert first_spot(columns) == Spot("a1")
    assert stepped(columns, Spot("a1"), 0, -1) == Spot(coalition="a")
    assert stepped(columns, Spot(coalition="a"), 0, -1) == Spot(coalition="a")
    assert stepped(columns, Spot("a2"), 0, 1) == Spot("a2")
    assert stepped(columns, Spot("a2"), 1, 0) == Spot("c1")
    assert stepped(columns, Spot("c1"), -1, 0) == Spot("a1")
    assert stepped(columns, Spot(coalition="a"), 1, 0) == Spot(coalition="b")
    assert stepped(columns, Spot(coalition="b"), 1, 0) == Spot("c1")
    assert stepped(columns, Spot("c1"), 1, 0) == Spot("c1")


def test_clicking_a_head_selects_the_coalition_and_explains_it(
    window: MainWindow, hands: Hands
) -> None:
    hands.click(window.board, window.board.column_of("kurds").head.center())
    assert window.selection.coalition == "kurds"
    assert "57 seats: 106 short" in window.inspector.text.toPlainText()


def test_merge_recolour_and_delete_by_the_menu_of_a_coalition(
    window: MainWindow, hands: Hands
) -> None:
    hands.click(window.board, window.board.column_of("ina").head.center())
    with hands.settling():
        window.moves.merge("ina", "sol")
    assert seats(window) == {"sol": 159, "iraqiya": 91, "kurds": 57, None: 18}
    with hands.settling():
        window.moves.recolour("sol", 7)
    assert window.document.scenario.coalition_by_id["sol"].colour == 7
    with hands.settling():
        window.moves.delete("sol")
    assert seats(window) == {"iraqiya": 91, "kurds": 57, None: 177}
    for _ in range(3):
        with hands.settling():
            undo(window).trigger()
    assert seats(window) == {"sol": 129, "iraqiya": 91, "kurds": 57, "ina": 30, None: 18}


def test_a_selected_node_is_selected_on_the_board_too(window: MainWindow, hands: Hands) -> None:
    hands.select("irq10_rest")
    assert window.selection.nodes == ("irq10_rest",)
    hands.click(window.board, _card(window, "ka10_puk"))
    assert window.selection.nodes == ("ka10_puk",)
    assert "PUK" in window.inspector.text.toPlainText()


def test_a_column_in_the_scrolled_board_takes_a_card_with_many_coalitions(
    window: MainWindow, hands: Hands
) -> None:
    window.selection.clear()
    for _ in range(6):
        with hands.settling():
            window.moves.to_new()
    assert len(window.board.columns) == 11
    last = window.document.scenario.coalitions[-1].id
    hands.press(window.board, _card(window, "ka10_kdp"))
    hands.move(window.board, _free(window, last))
    assert seats(window)[last] == 26
    with hands.settling():
        hands.release(window.board)
    assert board_cards(window, last) == {"ka10_kdp"}


def test_until_a_drag_ends_the_columns_only_grow(window: MainWindow) -> None:
    board, document = window.board, window.document

    def height() -> float:
        return board.columns[0].rect.height()

    before = height()
    tallest = max(board.columns, key=lambda column: len(column.cards))
    bloc = next(c.cards[0][0].id for c in board.columns if c is not tallest and c.cards)
    document.preview(document.scenario.move([bloc], tallest.id))
    grown = height()
    assert grown > before
    document.preview(document.scenario.with_new_coalition("Another", [bloc]))
    assert height() == grown
    document.preview(None)
    assert height() == before


def test_what_is_kept_of_columns_looks_as_if_painted_anew(window: MainWindow) -> None:
    board, scenario = window.board, window.document.scenario
    board.grab()
    joined = scenario.move(["sadrists"], "iraqiya")
    window.document.preview(joined)
    window.selection.set_nodes(["sadrists"])
    kept = board.grab().toImage()
    board._kept.keep_only(())
    assert board.grab().toImage() == kept
    window.set_appearance("dark")
    assert board.grab().toImage() != kept
    assert board.grab().toImage().pixelColor(2, 2) == window.theme.panel
