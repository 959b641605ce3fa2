"""A vote that is tried: by mouse and keyboard, with its lines, its reports and its chances."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.roll_call import ALL, Amount, Conduct, Stance
from iraq_explorer.core.tally import tally
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK
from iraq_explorer.ui.vote_editors import AmountBox
from iraq_explorer.ui.vote_lines import Line, labels_of
from iraq_explorer.ui.vote_model import Column
from iraq_explorer.ui.vote_panel import VotePanel
from tests.ui.hands import CTRL, SHIFT, Hands, undo

Key = Qt.Key


@pytest.fixture
def panel(window: MainWindow, hands: Hands, qtbot: QtBot) -> VotePanel:
    """The panel at the SOFA vote."""
    entry = window.session.entry_of_origin("sofa_2008")
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)
    made = window.docks.reveal("voteDock")
    assert isinstance(made, VotePanel)
    qtbot.waitUntil(made.isVisible)
    qtbot.waitUntil(lambda: made.table.rows.rowCount() == 17)
    made.table.setFocus()
    return made


def conduct(window: MainWindow, bloc: str) -> Conduct:
    vote = window.document.shown.roll_call
    assert vote is not None
    return vote.conduct(bloc)


def step(window: MainWindow) -> str:
    """What the Edit menu would undo."""
    return window.document.undo_stack.undoText()


def go_to(panel: VotePanel, bloc: str, column: Column) -> None:
    """Click on a cell, as a user does before typing into it."""
    row = panel.table.rows.row_of(bloc)
    assert row is not None
    index = panel.table.rows.index(row, column)
    panel.table.scrollTo(index)
    panel.table.setCurrentIndex(index)
    panel.table.setFocus()


def cell(panel: VotePanel, bloc: str, column: Column) -> QPoint:
    row = panel.table.rows.row_of(bloc)
    assert row is not None
    index = panel.table.rows.index(row, column)
    panel.table.scrollTo(index)
    return panel.table.visualRect(index).center()


def box_of(panel: VotePanel) -> AmountBox:
    found = panel.table.findChild(AmountBox)
    assert found is not None
    return found


def simulate(panel: VotePanel, qtbot: QtBot, draws: int = 2000) -> None:
    panel.chances.draws.setValue(draws)
    with qtbot.waitSignal(panel.chances.simulated, timeout=10000):
        qtbot.mouseClick(panel.chances.start, Qt.MouseButton.LeftButton)


def entry_of(menu: QMenu, words: str) -> QMenu:
    return next(a.menu() for a in menu.actions() if a.text() == words)  # type: ignore[return-value]


# -- what is shown ---------------------------------------------------------------------------------


def test_the_recorded_vote_stands_there_with_both_kinds_of_line(panel: VotePanel) -> None:
    lines = {(line.heads, line.moves) for line in panel.results.bar.lines}
    assert lines == {(100, True), (138, False), (165, False), (184, False)}
    described = panel.results.bar.accessibleDescription()
    assert "198 of 275 present: 144 for, 35 against, 19 abstaining" in described
    texts = {rule: panel.results.rule_text(rule) for rule in panel.results._rules}
    assert texts["present_majority"].startswith(
        "✓ Laws: majority of those present: passes, 44 over"
    )
    assert texts["present_majority"].endswith("this line moves with attendance")
    assert texts["absolute_majority"] == "✓ Investiture: passes, 6 over 138"
    assert texts["quorum"] == "✓ Quorum: met, 60 over 138"
    assert texts["two_thirds"] == "✗ President, first round: fails, 40 short of 184"


def test_what_comes_of_the_rule_at_hand_is_told_first(window: MainWindow, panel: VotePanel) -> None:
    results = panel.results
    assert results.verdict.text() == "✓ Laws: majority of those present: passes, 44 over 100"
    assert results.verdict.geometry().bottom() < results.bar.geometry().top()
    window.document.commit(window.document.scenario.with_rule("two_thirds"), "rule")
    assert results.verdict.text() == "✗ President, first round: fails, 40 short of 184"
    window.document.commit(window.document.scenario.with_quota(144), "rule")
    assert results.verdict.text() == "✓ Own quota: passes, exactly 144"


def test_a_vote_is_not_counted_again_while_only_the_date_is_dragged(
    window: MainWindow, panel: VotePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[object] = []
    monkeypatch.setattr(panel.results, "show_tally", lambda *told: counted.append(told))
    scenario = window.document.scenario
    window.document.preview(replace(scenario, date=PartialDate("2008-12-01")))
    assert counted == []
    window.document.preview(scenario.with_rule("two_thirds"))
    assert len(counted) == 1


def test_why_two_thirds_were_argued_unfolds_at_its_line(panel: VotePanel, qtbot: QtBot) -> None:
    fold = panel.results.fold_of("two_thirds")
    fold.button.setFocus()
    qtbot.keyClick(fold.button, Key.Key_Return)
    assert fold.body is not None
    assert fold.body.isVisible()
    text = fold.body.text()  # type: ignore[attr-defined]
    assert "Article 61 (fourth)" in text
    assert "138 or 184" in text


def test_a_scenario_without_a_vote_offers_to_begin_one(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    made = window.docks.reveal("voteDock")
    assert isinstance(made, VotePanel)
    qtbot.waitUntil(made.begin.isVisible)
    assert window.document.scenario.roll_call is None
    hands.click(made.begin, made.begin.rect().center())
    vote = window.document.scenario.roll_call
    assert vote is not None
    chamber = window.document.chamber
    assert tally(vote, window.document.scenario, chamber).count.in_favour == 129
    assert not made.begin.isVisible()
    assert made.table.rows.rowCount() == len(chamber.blocs)
    undo(window).trigger()
    assert window.document.scenario.roll_call is None
    assert made.begin.isVisible()


def test_following_a_selection_chooses_its_rows_and_the_other_way_round(
    window: MainWindow, panel: VotePanel, hands: Hands
) -> None:
    window.selection.set_nodes(["taw05_all", "ka05_all"])
    chosen = {panel.table.rows.blocs[row].id for row in panel.table._rows()}
    assert chosen == {"taw05_all", "ka05_all"}
    hands.click(panel.table.viewport(), cell(panel, "uia05_dawa", Column.BLOC))
    assert window.selection.nodes == ("uia05_dawa",)


# -- changing it -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "stance"),
    [
        (Key.Key_F, Stance.FOR),
        (Key.Key_A, Stance.AGAINST),
        (Key.Key_B, Stance.ABSTAIN),
        (Key.Key_X, Stance.ABSENT),
    ],
)
def test_a_letter_sets_the_stance_as_one_step(
    window: MainWindow, panel: VotePanel, hands: Hands, key: Qt.Key, stance: Stance
) -> None:
    before = window.document.scenario
    go_to(panel, "uia05_isci" if stance is not Stance.FOR else "uia05_sadr", Column.STANCE)
    bloc = panel.table.rows.blocs[panel.table.currentIndex().row()].id
    hands.key(key, to=panel.table)
    assert conduct(window, bloc).stance is stance
    undo(window).trigger()
    assert window.document.scenario == before


def test_the_stance_is_chosen_by_mouse_too(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    hands.click(panel.table.viewport(), cell(panel, "indf05_all", Column.STANCE))
    choice = panel.table.findChild(QComboBox)
    assert choice is not None
    qtbot.waitUntil(lambda: choice.view().isVisible())
    hands.key(Key.Key_Up, to=choice.view())
    hands.key(Key.Key_Return, to=choice.view())
    qtbot.waitUntil(lambda: conduct(window, "indf05_all").stance is Stance.FOR)
    assert "149 for, 30 against" in panel.results.bar.accessibleDescription()
    assert step(window) == "Vote: Dialogue Front for"


def test_stepping_a_number_previews_and_enter_keeps_it(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    before = window.document.scenario
    go_to(panel, "ka05_all", Column.ATTENDANCE)
    hands.key(Key.Key_Return, to=panel.table)
    box = box_of(panel)
    assert box.amount == Amount(39, percent=False)
    hands.key(Key.Key_Down, to=box)
    hands.key(Key.Key_Down, to=box)
    assert window.document.previewing
    assert window.document.scenario is before
    assert conduct(window, "ka05_all").attendance == Amount(37, percent=False)
    assert "142 for" in panel.results.bar.accessibleDescription()
    # Two fewer in the room: the line that moves is one lower.
    assert any(line.moves and line.heads == 99 for line in panel.results.bar.lines)
    hands.key(Key.Key_Return, to=box)
    qtbot.waitUntil(lambda: not window.document.previewing)
    assert window.document.scenario.roll_call != before.roll_call
    assert step(window) == "Vote: attendance of Kurdistan Alliance 37"
    undo(window).trigger()
    assert window.document.scenario == before


def test_esc_takes_a_stepped_number_back(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    before = window.document.scenario
    go_to(panel, "ka05_all", Column.ATTENDANCE)
    hands.key(Key.Key_Return, to=panel.table)
    hands.key(Key.Key_Down, to=box_of(panel))
    assert window.document.previewing
    hands.key(Key.Key_Escape, to=box_of(panel))
    qtbot.waitUntil(lambda: not window.document.previewing)
    assert window.document.scenario is before
    assert "144 for" in panel.results.bar.accessibleDescription()


def test_figures_are_typed_right_into_the_cell(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    go_to(panel, "ka05_all", Column.ATTENDANCE)
    hands.key("5", to=panel.table)
    hands.key("0", to=box_of(panel))
    hands.key(Key.Key_Return, to=box_of(panel))
    qtbot.waitUntil(lambda: step(window).endswith("Kurdistan Alliance 50"))
    assert conduct(window, "ka05_all").attendance == Amount(50, percent=False)


def test_a_sign_turns_heads_into_per_cent_and_a_letter_back(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    go_to(panel, "ka05_all", Column.ATTENDANCE)
    hands.key("%", to=panel.table)
    assert conduct(window, "ka05_all").attendance == Amount(74)
    hands.key(Key.Key_Return, to=panel.table)
    box = box_of(panel)
    hands.key("h", to=box)
    assert box.amount == Amount(39, percent=False)
    assert box.text() == "39 of 53"
    hands.key("%", to=box)
    hands.key(Key.Key_Return, to=box)
    qtbot.waitUntil(lambda: panel.table.findChild(AmountBox) is None)
    assert not window.document.previewing
    assert conduct(window, "ka05_all").attendance == Amount(74)


def test_what_is_done_to_one_of_several_rows_is_done_to_all(
    window: MainWindow, panel: VotePanel, hands: Hands
) -> None:
    view = panel.table.viewport()
    panel.table.scrollToTop()
    hands.click(view, cell(panel, "uia05_isci", Column.BLOC))
    hands.click(view, cell(panel, "uia05_fadhila", Column.BLOC), SHIFT)
    steps = window.document.undo_stack.count()
    hands.key(Key.Key_B, to=panel.table)
    for bloc in ("uia05_isci", "uia05_sadr", "uia05_fadhila"):
        assert conduct(window, bloc).stance is Stance.ABSTAIN
    assert window.document.undo_stack.count() == steps + 1
    assert step(window) == "Vote: SCIRI/Badr and 2 more abstains"


def test_all_of_a_coalition_are_set_from_the_menu(window: MainWindow, panel: VotePanel) -> None:
    panel.all_menu.aboutToShow.emit()
    menu = entry_of(panel.all_menu, "For")
    next(a for a in menu.actions() if a.text() == "against").trigger()
    scenario, chamber = window.document.scenario, window.document.chamber
    for bloc in scenario.blocs_of("for", chamber):
        assert conduct(window, bloc.id).stance is Stance.AGAINST
    assert "0 for" in panel.results.bar.accessibleDescription()
    next(a for a in menu.actions() if a.text() == "Choose the rows").trigger()
    assert len(panel.table._rows()) == 7


def test_without_a_quorum_nothing_passes_and_the_panel_says_so(
    window: MainWindow, panel: VotePanel
) -> None:
    panel.all_menu.aboutToShow.emit()
    menu = entry_of(panel.all_menu, "Blocs in no coalition")
    next(a for a in menu.actions() if a.text() == "absent").trigger()
    menu = entry_of(panel.all_menu, "Against")
    next(a for a in menu.actions() if a.text() == "absent").trigger()
    go_to(panel, "ka05_all", Column.STANCE)
    panel.table.set_stance(Stance.ABSENT)
    assert "does not count: no quorum" in panel.results.rule_text("present_majority")
    assert "not met, 23 short of 138" in panel.results.rule_text("quorum")


def test_the_question_can_be_written(window: MainWindow, panel: VotePanel, hands: Hands) -> None:
    panel.question.setFocus()
    panel.question.selectAll()
    for letter in "Why":
        hands.key(letter, to=panel.question)
    hands.key(Key.Key_Return, to=panel.question)
    assert window.document.scenario.roll_call is not None
    assert window.document.scenario.roll_call.question == "Why"


# -- what was reported -----------------------------------------------------------------------------


@pytest.mark.parametrize("votes", [149, 145])
def test_a_reported_figure_is_tried_in_one_click(
    window: MainWindow, panel: VotePanel, qtbot: QtBot, votes: int
) -> None:
    shipped = window.document.scenario
    buttons = panel.results.reported
    assert set(buttons) == {144, 145, 149}
    assert buttons[144].isChecked()
    qtbot.mouseClick(buttons[votes], Qt.MouseButton.LeftButton)
    vote = window.document.scenario.roll_call
    assert vote is not None
    count = tally(vote, window.document.scenario, window.document.chamber).count
    assert (count.in_favour, count.against, count.present) == (votes, 35, 198)
    assert buttons[votes].isChecked()
    assert not buttons[144].isChecked()
    assert buttons[votes].text() == f"✓ {votes} for"
    qtbot.mouseClick(buttons[144], Qt.MouseButton.LeftButton)
    assert window.document.scenario == shipped


# -- chances ---------------------------------------------------------------------------------------


def test_a_simulation_of_heads_says_that_nothing_is_left_to_chance(
    window: MainWindow, panel: VotePanel, qtbot: QtBot
) -> None:
    panel._tabs.setCurrentIndex(1)
    simulate(panel, qtbot)
    assert "Nothing is left to chance" in panel.chances.told.text()
    assert panel.chances.percent.isVisible()
    with qtbot.waitSignal(panel.chances.simulated, timeout=10000):
        qtbot.mouseClick(panel.chances.percent, Qt.MouseButton.LeftButton)
    assert "Nothing is left to chance" not in panel.chances.told.text()
    assert not panel.chances.percent.isVisible()
    panel.chances._rows["absolute_majority"][0].click()
    told = panel.chances.told.text()
    assert told.startswith("Investiture: passes in ")
    assert "±" in told
    assert "exactly" in told
    drawn = panel.chances.simulation
    assert drawn is not None
    share = 100 * drawn.chances["absolute_majority"].share
    assert panel.chances.chance_of("absolute_majority").startswith(f"{share:.1f} % ±")


def test_the_histogram_has_the_lines_and_the_swings_are_in_words(
    window: MainWindow, panel: VotePanel, qtbot: QtBot
) -> None:
    panel._tabs.setCurrentIndex(1)
    panel._count_in(percent=True)
    simulate(panel, qtbot)
    chart = panel.chances.chart
    assert chart is not None
    qtbot.waitUntil(chart.isVisible)
    assert {line.heads for line in chart.lines if not line.moves} == {138, 165, 184}
    assert any(line.moves for line in chart.lines)
    assert "on average" in chart.accessibleDescription()
    panel.chances.choose_rule("absolute_majority")
    first = panel.chances.swings.rows[0]
    assert first.name == "Kurdistan Alliance"
    assert "if it stays away" in first.text


def test_a_change_of_the_vote_is_simulated_again(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    panel._tabs.setCurrentIndex(1)
    panel._count_in(percent=True)
    simulate(panel, qtbot)
    before = panel.chances.simulation
    go_to(panel, "ka05_all", Column.STANCE)
    with qtbot.waitSignal(panel.chances.simulated, timeout=10000):
        hands.key(Key.Key_X, to=panel.table)
    after = panel.chances.simulation
    assert before is not None
    assert after is not None
    assert after.chances["absolute_majority"].share < before.chances["absolute_majority"].share


def test_a_long_simulation_is_cancelled_and_keeps_what_was_drawn(
    panel: VotePanel, qtbot: QtBot
) -> None:
    panel._tabs.setCurrentIndex(1)
    panel._count_in(percent=True)
    panel.chances.draws.setValue(10_000_000)
    qtbot.mouseClick(panel.chances.start, Qt.MouseButton.LeftButton)
    assert panel.chances.busy
    assert panel.chances.cancel.isVisible()
    assert panel.chances.progress.isVisible()
    with qtbot.waitSignal(panel.chances.simulated, timeout=20000):
        qtbot.mouseClick(panel.chances.cancel, Qt.MouseButton.LeftButton)
    assert not panel.chances.busy
    drawn = panel.chances.simulation
    assert drawn is not None
    assert 0 < drawn.draws < 10_000_000
    assert "Stopped after" in panel.chances.told.text()


def test_another_scenario_shows_no_chances_of_the_former_one(
    window: MainWindow, panel: VotePanel, hands: Hands, qtbot: QtBot
) -> None:
    simulate_in = panel.chances
    panel._tabs.setCurrentIndex(1)
    simulate(panel, qtbot)
    entry = window.session.entry_of_origin("after_basra_2008")
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)
    assert simulate_in.simulation is None
    assert panel.begin.isVisible()


# -- looks -----------------------------------------------------------------------------------------


def test_labels_of_lines_never_touch(panel: VotePanel) -> None:
    lines = tuple(Line(heads, ("a rule with a name",), False) for heads in (138, 139, 165, 184))

    def width(text: str) -> float:
        return 7.0 * len(text)

    for room in (150.0, 300.0, 600.0, 1200.0):
        found = labels_of(lines, lambda heads, r=room: heads * r / 275, width, room, 2)
        assert found
        for label in found:
            assert label.left >= 0
            assert label.left + width(label.text) <= room
            for other in found:
                if other is not label and other.lane == label.lane:
                    apart = abs(other.left - label.left)
                    left = min(label, other, key=lambda one: one.left)
                    assert apart >= width(left.text)
    for side in panel.results.bar.labels:
        metrics = QFontMetricsF(panel.results.bar.font())
        for label in side:
            assert label.left + metrics.horizontalAdvance(label.text) <= panel.results.bar.width()


@pytest.mark.parametrize("size", [(1200, 260), (760, 220), (420, 900)])
def test_every_part_is_reachable_at_every_size(
    window: MainWindow, panel: VotePanel, qtbot: QtBot, size: tuple[int, int]
) -> None:
    dock = window.docks["voteDock"]
    dock.setFloating(True)
    dock.resize(*size)
    qtbot.waitUntil(lambda: abs(panel.width() - size[0]) < 40)
    two = panel._tabs.isVisible()
    assert two is (size[0] == 760)
    assert panel.table.isVisible()
    assert panel.results.isVisible()
    assert panel.chances.isVisible() is not two
    if two:
        panel._tabs.setCurrentIndex(1)
        assert panel.chances.isVisible()
    assert not panel.grab().isNull()
    window.set_appearance("dark")
    assert panel._theme is DARK
    dock.setFloating(False)


def test_right_to_left_the_bar_begins_at_the_right(panel: VotePanel) -> None:
    bar = panel.results.bar
    before = bar._along(100)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bar._along(100) == pytest.approx(bar._bar.width() - before)
    assert not panel.grab().isNull()


def test_the_keyboard_reaches_everything(
    window: MainWindow, panel: VotePanel, hands: Hands
) -> None:
    panel.question.setFocus()
    seen = set()
    for _ in range(24):
        hands.key(Key.Key_Tab)
        held = QApplication.focusWidget()
        if isinstance(held, QPushButton):
            seen.add(held.text())
        elif held is panel.table:
            seen.add("table")
    assert {"Set all of", "More", "table", "✓ 144 for", "149 for"} <= seen


def test_undo_by_keys_works_from_the_table(
    window: MainWindow, panel: VotePanel, hands: Hands
) -> None:
    before = window.document.scenario
    go_to(panel, "taw05_all", Column.STANCE)
    hands.key(Key.Key_A, to=panel.table)
    hands.key("z", CTRL, to=panel.table)
    assert window.document.scenario == before
    assert conduct(window, "taw05_all").dissent is Stance.ABSTAIN
    assert conduct(window, "uia05_sadr").attendance == ALL


def test_in_a_low_window_the_vote_takes_the_height_that_it_needs(open_window, qtbot: QtBot) -> None:
    window = open_window(size=(1366, 768))
    panel = window.docks.reveal("voteDock")
    qtbot.waitUntil(lambda: panel.height() >= panel.sizeHint().height() - 4)
    assert window.network.height() > 240
    dock = window.docks["voteDock"]
    window.resizeDocks([dock], [200], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: panel.height() < 220)
    changed = panel.height()
    window.docks.reveal("boardDock")
    window.docks.reveal("voteDock")
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty())
    assert panel.height() == changed  # what was changed by hand stays
