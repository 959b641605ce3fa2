"""The panel of red lines, friction and outside powers, and the warnings elsewhere."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.ui.fold import Fold
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.politics_panel import PoliticsPanel
from tests.ui.hands import Hands, named, undo

Key = Qt.Key
APART, ONLY_WITH = ConstraintKind.APART, ConstraintKind.ONLY_WITH
QUARREL = Constraint(APART, "irq10_rest", "sol10_all")


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> PoliticsPanel:
    found = window.docks.reveal("politicsDock")
    assert isinstance(found, PoliticsPanel)
    qtbot.waitUntil(lambda: found.isVisible() and bool(found.red_lines.proposed.lines))
    return found


def folds(lines: QWidget) -> dict[str, Fold]:
    """The lines of a part that unfold, by their words."""
    return {
        line.button.text(): line
        for line in lines.lines  # type: ignore[attr-defined]
        if isinstance(line, Fold)
    }


def words(part: QWidget) -> str:
    """All that is to be read in a part."""
    return "\n".join(
        [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
    )


def held(window: MainWindow) -> set[tuple[str, ...]]:
    return {c.blocs for c in window.document.scenario.constraints}


# -- red lines -------------------------------------------------------------------------------------


def test_ties_in_force_propose_red_lines_with_their_citations(panel: PoliticsPanel) -> None:
    line = folds(panel.red_lines.proposed)["Iraqiya (Allawi) and State of Law"]
    line.button.click()
    assert line.body is not None
    told = line.body.text() if isinstance(line.body, QLabel) else ""
    assert "Allawi refuses a second term for Maliki" in told
    assert "certain" in told
    assert "▸" in told  # a source


def test_what_speaks_against_a_proposal_is_said_beside_it(panel: PoliticsPanel) -> None:
    lines = folds(panel.red_lines.proposed)
    assert "ISCI and Sadrists: elected on one list" in lines
    assert "Sadrists and State of Law: friendly ties too" in lines
    assert "Fadhila and Sadrists: elected on one list, contested" in lines


def test_one_click_accepts_a_proposal_and_undo_takes_it_back(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    named(panel, QPushButton, "Accept: Iraqiya (Allawi) and State of Law").click()
    assert held(window) == {QUARREL.blocs}
    [accepted] = window.document.scenario.constraints
    assert accepted.ties
    assert "Iraqiya (Allawi) and State of Law never together" in folds(panel.red_lines.held)
    assert "Iraqiya (Allawi) and State of Law" not in folds(panel.red_lines.proposed)
    assert "1 more is accepted already." in words(panel.red_lines.proposed)
    assert "Red line: Iraqiya (Allawi) and State of Law never together" in undo(window).text()
    undo(window).trigger()
    assert not held(window)
    assert not folds(panel.red_lines.held)


def test_one_click_accepts_all_that_nothing_speaks_against(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    named(panel, QPushButton, "Never together, by ties in force: accept all 6").click()
    assert len(held(window)) == 6
    assert ("ina10_sadr", "sol10_all") not in held(window)
    undo(window).trigger()
    assert not held(window)


def test_what_is_read_stays_in_sight_when_the_button_at_hand_is_gone(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    window.resize(1366, 768)
    every = named(panel, QPushButton, "Never together, by ties in force: accept all 6")
    every.setFocus()
    panel.ensureWidgetVisible(every)
    before = panel.verticalScrollBar().value()
    hands.key(Key.Key_Space, to=every)
    assert len(held(window)) == 6
    QApplication.processEvents()
    assert panel.verticalScrollBar().value() == before
    assert panel.red_lines.proposed.isAncestorOf(window.focusWidget())
    assert window.focusWidget().focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_keyboard_goes_on_to_the_next_button_when_the_last_red_line_is_gone(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    [line] = folds(panel.red_lines.held).values()
    line.button.setFocus()
    hands.key(Key.Key_Delete, to=line.button)
    assert not held(window)
    assert window.focusWidget() is panel.red_lines.add


class WindowsShown(QObject):
    """Notes every window of its own that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_what_unfolds_is_at_no_time_a_window_of_its_own(
    panel: PoliticsPanel, qapp: QApplication
) -> None:
    line = folds(panel.red_lines.proposed)["Iraqiya (Allawi) and State of Law"]
    watch = WindowsShown()
    qapp.installEventFilter(watch)
    line.button.click()
    qapp.processEvents()
    qapp.removeEventFilter(watch)
    assert line.body is not None
    assert line.body.isVisible()
    assert watch.shown == []


def test_a_red_line_is_removed_by_its_button_and_by_the_delete_key(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    for constraint in (QUARREL, Constraint(ONLY_WITH, "kiu10_all", "ka10_kdp")):
        window.document.commit(window.document.scenario.with_constraint(constraint), "x")
    line = folds(panel.red_lines.held)["KIU only together with KDP"]
    line.button.setFocus()
    hands.key(Key.Key_Delete, to=line.button)
    assert held(window) == {QUARREL.blocs}
    # The keyboard stays in the list, at the line that is left.
    assert panel.red_lines.held.isAncestorOf(window.focusWidget())
    told = "Iraqiya (Allawi) and State of Law never together"
    named(panel, QPushButton, f"Remove: {told}").click()
    assert not held(window)


def test_what_the_user_sets_is_told_as_the_users_own(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    [line] = folds(panel.red_lines.held).values()
    line.button.click()
    assert isinstance(line.body, QLabel)
    assert line.body.text() == "Set by you. It rests on no source."


def test_a_required_partner_is_added_from_the_selection_with_the_keyboard(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    panel.red_lines.add.click()
    window.selection.set_nodes(["gor10_all", "ka10_puk"])
    form = panel.red_lines.form
    assert [form.bloc.currentText(), form.other.currentText()] == ["Gorran", "PUK"]
    kind = named(panel, QComboBox, "What is asked of it")
    kind.setFocus()
    hands.key(Key.Key_Down, to=kind)
    assert kind.currentText() == "only with"
    hands.key(Key.Key_Space, to=form.confirm)
    assert window.document.scenario.constraints == (Constraint(ONLY_WITH, "gor10_all", "ka10_puk"),)
    assert not form.confirm.isEnabled()  # it is there already


def test_a_bloc_cannot_be_kept_apart_from_itself(window: MainWindow, panel: PoliticsPanel) -> None:
    panel.red_lines.add.click()
    form = panel.red_lines.form
    form.other.setCurrentIndex(form.bloc.currentIndex())
    assert not form.confirm.isEnabled()
    form.kind.setCurrentIndex(3)
    assert form.kind.currentText() == "leads or stays out"
    assert not form.other.isVisible()
    form.confirm.click()
    assert [c.kind for c in window.document.scenario.constraints] == [ConstraintKind.LEADS]


# -- warnings --------------------------------------------------------------------------------------


def test_a_red_line_warns_while_dragging_and_does_not_forbid(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    with hands.settling():
        window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    assert panel.red_lines.status.text() == "✓ No coalition breaks a red line."
    hands.lift("irq10_rest", "sol")
    warning = "reaks 1 red line: Iraqiya (Allawi) with State of Law"
    assert window.network.pointer_label[2] == f"⚠ B{warning}"
    assert panel.red_lines.status.text() == f"⚠ State of Law + Sadrists b{warning}"
    assert window.network._emphasis().warned == {"sol"}
    assert not window.grab().isNull()
    hands.drop()
    assert window.document.scenario.coalition_of("irq10_rest") == "sol"
    assert panel.red_lines.status.text() == f"⚠ State of Law + Sadrists b{warning}"


def test_the_board_warns_at_the_pointer_and_in_the_tip_of_the_head(
    window: MainWindow, hands: Hands
) -> None:
    window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    board = window.board
    hands.press(board, board.card_rect("irq10_rest").center())
    hands.move(board, board.column_of("sol").head.center())
    told = "Breaks 1 red line: Iraqiya (Allawi) with State of Law"
    assert board.pointer_warning == (f"⚠ {told}",)
    assert not board.grab().isNull()
    with hands.settling():
        hands.release(board)
    assert board.pointer_warning == ()
    hands.move(board, board.column_of("iraqiya").head.center())  # where it is, it is no move
    hands.move(board, board.column_of("sol").head.center())
    assert told in board.toolTip()


def test_without_red_lines_nothing_warns(window: MainWindow, hands: Hands) -> None:
    hands.lift("irq10_rest", "sol")
    assert len(window.network.pointer_label) == 2
    assert not window.network._emphasis().warned
    hands.key(Key.Key_Escape, to=window.network)


def test_two_selected_blocs_are_kept_apart_from_their_menu_and_brought_together_again(
    window: MainWindow, hands: Hands
) -> None:
    def choose(text: str) -> None:
        menu = QMenu(window)
        window.moves.fill_context(
            menu,
            window.theme,
            window.board.rename,
            window.network.select_list,
            window.commands.split,
        )
        next(a for a in menu.actions() if a.text() == text).trigger()

    hands.select("ka10_kdp", "gor10_all")
    choose("These will not sit together")
    assert window.document.scenario.constraints == (Constraint(APART, "gor10_all", "ka10_kdp"),)
    choose("These may sit together again")
    assert not held(window)


# -- friction --------------------------------------------------------------------------------------


def test_friction_counts_unknown_pairs_apart_and_unfolds_to_sources(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    window.selection.set_coalition("kurds")
    told = words(panel.friction)
    assert "Kurdish bloc" in told
    lines = folds(panel.friction.coalition)
    assert "3 friendly" in lines
    assert "7 unknown: no tie is recorded, so not counted" in lines
    assert "0 of 3 pairs with a recorded tie are hostile: 0%" in told
    friendly = lines["3 friendly"]
    friendly.button.click()
    assert friendly.body is not None
    pair = folds(friendly.body)["＋ KDP and Gorran"]
    pair.button.click()
    assert isinstance(pair.body, QLabel)
    assert "Gorran sits in the joint Kurdish bloc" in pair.body.text()
    assert "▸" in pair.body.text()


def test_friction_follows_the_selection_or_else_the_leading_coalition(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    assert "State of Law + Sadrists</b>" in words(panel.friction.coalition)
    assert "1 with ties of both signs, counted as hostile" in folds(panel.friction.coalition)
    window.selection.set_nodes(["ina10_isci"])
    assert "Rest of the INA</b>" in words(panel.friction.coalition)
    window.selection.clear()
    assert "State of Law + Sadrists</b>" in words(panel.friction.coalition)


def test_what_is_unfolded_stays_so_when_a_bloc_moves(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    window.selection.set_coalition("ina")
    folds(panel.friction.coalition)["1 friendly"].button.click()
    window.document.commit(window.document.scenario.move(["ka10_kdp"], "ina"), "x")
    line = folds(panel.friction.coalition)["2 friendly"]
    assert line.button.isChecked()
    assert line.body is not None
    assert len(folds(line.body)) == 2


def test_the_two_camps_of_the_whole_network_are_named(panel: PoliticsPanel) -> None:
    lines = folds(panel.friction.whole)
    title = next(text for text in lines if text.startswith("Frustration"))
    assert title == "Frustration 9: so many of 52 lines contradict the best two camps"
    lines[title].button.click()
    body = lines[title].body
    assert body is not None
    assert len(folds(body)) == 9
    camps = lines["The two camps that fit best"]
    camps.button.click()
    assert camps.body is not None
    assert "divisions fit as well" in words(camps.body)
    assert "Without a recorded tie:" in words(camps.body)


# -- outside powers --------------------------------------------------------------------------------


def test_each_coalition_says_whether_it_contains_anybody_hostile_to_a_power(
    panel: PoliticsPanel,
) -> None:
    assert list(panel.outside.states) == ["iran", "usa", "turkey", "syria", "saudi"]
    panel.outside.states["iran"].click()
    lines = folds(panel.outside.lines)
    assert "✗ Iraqiya: Iraqiya (Allawi) hostile to Iran" in lines
    assert "✓ Kurdish bloc: nobody hostile to Iran" in lines
    line = lines["✗ State of Law + Sadrists: Sadrists (ties of both signs) hostile to Iran"]
    line.button.click()
    assert line.body is not None
    assert "Friends inside: State of Law" in words(line.body)
    assert "＋ Iran and State of Law" in folds(line.body)
    panel.outside.mixed.click()
    assert "✓ State of Law + Sadrists: nobody hostile to Iran" in folds(panel.outside.lines)


def test_a_bloc_without_a_recorded_tie_is_told_as_unknown(panel: PoliticsPanel) -> None:
    panel.outside.states["iran"].click()
    line = folds(panel.outside.lines)["✓ Rest of the INA: nobody hostile to Iran"]
    line.button.click()
    assert line.body is not None
    assert "no tie recorded with" in words(line.body)
    assert "Unknown counts as neither." in words(line.body)


def test_with_no_power_chosen_the_panel_says_what_to_do(panel: PoliticsPanel) -> None:
    panel.outside.states["usa"].click()
    panel.outside.states["usa"].click()
    assert words(panel.outside.lines).startswith("Choose states")


# -- the panel -------------------------------------------------------------------------------------


def test_a_scenario_of_the_other_chamber_is_told_with_its_own_blocs(
    window: MainWindow, panel: PoliticsPanel
) -> None:
    entry = window.session.entry_of_origin("after_basra_2008")
    assert entry is not None
    panel.red_lines.add.click()
    window.session.open(entry.id)
    assert panel.red_lines.form.bloc.findText("Dawa") >= 0
    assert panel.red_lines.form.bloc.findText("State of Law") < 0
    assert any("Dawa" in text for text in folds(panel.red_lines.proposed))


def test_behind_another_tab_it_catches_up_when_it_comes_to_the_front(
    window: MainWindow, panel: PoliticsPanel, qtbot: QtBot
) -> None:
    window.docks.reveal("inspectorDock")
    qtbot.waitUntil(lambda: panel._page.visibleRegion().isEmpty())
    window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    assert not folds(panel.red_lines.held)
    window.docks.reveal("politicsDock")
    qtbot.waitUntil(lambda: bool(folds(panel.red_lines.held)))


def test_lines_that_are_made_anew_stay_at_their_place_in_the_order_of_tab(
    window: MainWindow, panel: PoliticsPanel, hands: Hands
) -> None:
    window.document.commit(window.document.scenario.with_constraint(QUARREL), "x")
    panel.red_lines.add.setFocus()
    stops = []
    while panel.outside.states["iran"] is not QApplication.focusWidget():
        hands.key(Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 60
    tops = [stop.mapTo(panel.widget(), QPoint(0, 0)).y() for stop in stops if stop is not None]
    assert len(tops) > 20
    assert all(later >= top - 10 for top, later in pairwise(tops))


def test_it_works_outside_the_window_and_wide(window: MainWindow, qtbot: QtBot) -> None:
    panel = PoliticsPanel(window.document, window.selection, window.arrangement)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.red_lines.proposed.lines))
    assert panel.widget().width() <= panel.viewport().width()
    panel.resize(300, 500)
    qtbot.waitUntil(lambda: panel.widget().width() <= 300)
