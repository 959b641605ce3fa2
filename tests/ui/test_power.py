"""The power panel in the real window: bars, stories, and where each number comes from."""

import re
import subprocess
import sys
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.players import By
from iraq_explorer.core.power_index import INDICES
from iraq_explorer.core.power_standing import HEADS, WITH_UNIONS, PowerQuestion, standing_of
from iraq_explorer.core.what_if import Part
from iraq_explorer.ui.index_help import index_help
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.power_panel import PowerPanel
from iraq_explorer.ui.power_rows import Column
from iraq_explorer.ui.power_words import fraction, names_text, percent
from tests.core.slow_twin import SlowGame
from tests.ui.conftest import Open
from tests.ui.hands import Hands, named, undo

Key = Qt.Key


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> PowerPanel:
    return shown_panel(window, qtbot)


def shown_panel(window: MainWindow, qtbot: QtBot) -> PowerPanel:
    panel = window.docks.reveal("powerDock")
    assert isinstance(panel, PowerPanel)
    qtbot.waitUntil(lambda: panel.standing is not None)
    return panel


def open_scenario(window: MainWindow, hands: Hands, origin: str) -> None:
    entry = window.session.entry_of_origin(origin)
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)


def chip(panel: PowerPanel, words: str) -> None:
    """Click on the story whose chip begins with these words."""
    next(chip for chip in panel.stories.chips if chip.text().startswith(words)).click()


def choose(hands: Hands, panel: PowerPanel, combo: str, data: object) -> None:
    """Choose in a list of choices with the keyboard."""
    box = named(panel, QComboBox, combo)
    box.setFocus()
    hands.key(Key.Key_Home, to=box)
    for _ in range(box.findData(data)):
        hands.key(Key.Key_Down, to=box)
    assert box.currentData() == data


def power(panel: PowerPanel) -> dict[str, str]:
    """What stands in the column of power, by the id of the player."""
    model = panel.table.rows
    texts = (model.index(row, Column.POWER).data() for row in range(model.rowCount()))
    return dict(zip((row.player.id for row in model.rows), texts, strict=True))


def cell(panel: PowerPanel, player: str, column: Column) -> QPoint:
    rows = [row.player.id for row in panel.table.rows.rows]
    index = panel.table.rows.index(rows.index(player), column)
    panel.table.scrollTo(index)
    return panel.table.visualRect(index).center()


def click_number(hands: Hands, panel: PowerPanel, player: str) -> None:
    hands.click(panel.table.viewport(), cell(panel, player, Column.POWER))


def lit(label: QLabel) -> str:
    assert not label.isHidden()
    return label.text()


# -- the stories, each in one click and in words ---------------------------------------------------


def test_at_163_the_kurdistan_alliance_has_no_more_power_than_gorran(panel: PowerPanel) -> None:
    chip(panel, "At 163: Kurdistan Alliance = Gorran")
    assert panel.question.by is By.LIST
    assert power(panel)["ka10"] == power(panel)["gor10"] == "0.33%"
    assert "Kurdistan Alliance (43 seats) has no more power than Gorran (8)." in lit(panel.told)
    assert panel.table.bars.length_of("ka10") == panel.table.bars.length_of("gor10")


def test_at_217_the_kurdistan_alliance_equals_the_ina(
    window: MainWindow, panel: PowerPanel
) -> None:
    before = window.document.scenario
    chip(panel, "At 217: INA = Kurdistan Alliance")
    assert window.document.scenario.rule == "two_thirds"
    assert power(panel)["ka10"] == power(panel)["ina10"] == "18.36%"
    assert lit(panel.told) == "INA (70 seats) and Kurdistan Alliance (43) are exactly equal."
    undo(window).trigger()
    assert window.document.scenario == before
    assert power(panel)["ka10"] == "0.33%"


def test_in_2005_four_lists_from_11_to_53_seats_are_exactly_equal(
    window: MainWindow, hands: Hands, panel: PowerPanel
) -> None:
    open_scenario(window, hands, "cabinet_2006")
    chip(panel, "At 138: 4 lists equal")
    told = "4 lists from 11 to 53 seats are exactly equal: "
    assert told + "Kurdistan Alliance, Tawafuq, Iraqi National List and" in lit(panel.told)
    assert len({power(panel)[name] for name in ("ka05", "taw05", "inl05", "indf05")}) == 1


def test_once_the_ina_divides_the_kurdistan_alliance_decides(panel: PowerPanel) -> None:
    chip(panel, "At 163")
    chip(panel, "INA divided: Kurdistan Alliance decides")
    assert panel.question.by is By.FACTION
    assert power(panel)["ka10"] == "14.29%"
    told = lit(panel.told)
    assert "Once INA divides into Sadrists (40) and Rest of the INA (30)" in told
    assert "Kurdistan Alliance (43 seats) rises from 0.3% to 14.3%" in told
    assert "neither State of Law + Sadrists (129) nor all the others together (153)" in told


def test_a_story_is_gone_when_its_numbers_are(window: MainWindow, panel: PowerPanel) -> None:
    together = window.document.scenario.move(["ina10_sadr"], "ina")
    window.document.commit(together, "the INA as one")
    assert not any(c.text().startswith("INA divided") for c in panel.stories.chips)


# -- bars and table --------------------------------------------------------------------------------


def test_the_bars_move_when_another_rule_is_clicked(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(animated=True)
    panel = shown_panel(window, qtbot)
    bars = panel.table.bars
    before = bars.length_of("ka10")
    panel.rules.buttons["two_thirds"].click()
    assert window.document.scenario.rule == "two_thirds"
    assert bars.moving
    assert bars.length_of("ka10") == before
    qtbot.waitUntil(lambda: not bars.moving)
    assert bars.length_of("ka10") == float(share(panel, "ka10")) != before


def share(panel: PowerPanel, player: str) -> Fraction:
    standing = panel.standing
    assert standing is not None
    assert standing.shares is not None
    return standing.shares[[p.id for p in standing.players].index(player)]


def test_power_follows_a_drag_before_it_ends(
    window: MainWindow, hands: Hands, panel: PowerPanel
) -> None:
    choose(hands, panel, "Players", By.COALITION)
    before = power(panel)
    hands.lift("ka10_kdp", "sol")
    during = power(panel)
    assert during["sol"] != before["sol"]
    scenario = window.document.scenario.move(["ka10_kdp"], "sol")
    chamber = window.document.chamber
    found = standing_of(scenario, chamber, PowerQuestion(By.COALITION))
    assert found.shares is not None
    assert during["sol"] == percent(found.shares[0], 2)
    hands.key(Key.Key_Escape, to=window.network)
    assert power(panel) == before


def test_every_index_is_shown_with_its_exact_fraction(panel: PowerPanel, hands: Hands) -> None:
    for index in (*INDICES, *WITH_UNIONS):
        choose(hands, panel, "Index", index)
        number = panel.table.rows.index(0, Column.POWER)
        found = share(panel, panel.table.rows.rows[0].player.id)
        assert number.data() == percent(found, 2), index
        assert fraction(found) in number.data(Qt.ItemDataRole.ToolTipRole), index


def test_unions_are_made_of_blocs(panel: PowerPanel, hands: Hands) -> None:
    choose(hands, panel, "Index", "owen")
    assert named(panel, QComboBox, "Players").currentData() == By.BLOC
    assert len(power(panel)) == 23
    choose(hands, panel, "Players", By.LIST)
    assert named(panel, QComboBox, "Index").currentData() == "shapley_shubik"


def test_clicking_a_heading_sorts_table_and_bars(panel: PowerPanel, hands: Hands) -> None:
    chip(panel, "At 163")
    header = panel.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.NAME) + 20, header.height() // 2)
    hands.click(header.viewport(), place)
    names = [row.player.name for row in panel.table.rows.rows]
    assert names == sorted(names, key=str.casefold)
    assert [row.player.name for row in panel.table.bars._rows] == names


def test_a_row_selects_its_blocs_on_the_canvas_and_the_other_way_round(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    chip(panel, "At 163")
    hands.click(panel.table.viewport(), cell(panel, "ka10", Column.NAME))
    assert set(window.selection.nodes) == {"ka10_kdp", "ka10_puk"}
    window.selection.set_nodes(["sol10_all", "ina10_sadr"])
    assert panel.table.chosen_ids() == ("sol10",)  # of the INA only a part is selected
    hands.select("gor10_all")
    assert panel.table.chosen_ids() == ("gor10",)


def test_a_quota_that_nobody_reaches_is_told_in_words(
    window: MainWindow, panel: PowerPanel
) -> None:
    window.document.commit(window.document.scenario.with_quota(326), "too high")
    told = "Nobody can win: 326 seats are needed, and all together have 325."
    assert lit(panel.warning) == told
    assert power(panel) == {}
    undo(window).trigger()
    assert panel.warning.isHidden()
    assert power(panel)["ka10"] == "14.29%"


def test_a_quota_at_or_below_half_is_warned_of(window: MainWindow, panel: PowerPanel) -> None:
    window.document.commit(window.document.scenario.with_quota(162), "half")
    assert "The quota 162 is not above half of 325" in lit(panel.warning)
    assert "Own quota: 162." in lit(panel.small_print)
    assert not any(button.isChecked() for button in panel.rules.buttons.values())


def test_a_second_rule_can_count_seats_or_heads(panel: PowerPanel, hands: Hands) -> None:
    choose(hands, panel, "Players", By.LIST)
    choose(hands, panel, "Second rule", "two_thirds")
    assert "the higher of 163 and 217 decides" in lit(panel.small_print)
    assert power(panel)["ka10"] == "18.36%"
    choose(hands, panel, "Second rule", HEADS)
    assert "163 seats and 8 of the 14 players are needed." in lit(panel.small_print)
    choose(hands, panel, "Index", "holler")
    assert "this index is not reckoned" in lit(panel.small_print)
    assert set(power(panel).values()) == {"–"}


def test_power_under_red_lines_stands_beside_the_free_value_with_its_definition(
    window: MainWindow, panel: PowerPanel, qtbot: QtBot
) -> None:
    assert panel.choices.red_lines.isHidden()
    apart = Constraint(ConstraintKind.APART, "sol10_all", "irq10_rest")
    scenario = window.document.scenario.with_constraint(apart)
    window.document.commit(scenario, "red line")
    with qtbot.waitSignal(panel.reckoning.answered, timeout=5000):
        panel.choices.red_lines.click()
    assert not panel.table.isColumnHidden(Column.KEPT)
    kept = panel.table.rows.index(0, Column.KEPT).data()
    assert kept not in ("–", panel.table.rows.index(0, Column.POWER).data())
    told = lit(panel.small_print)
    assert "in hatched bars: A coalition counts when it wins and keeps every constraint." in told
    assert "Only the free value is explained by its coalitions." in told


def test_lists_that_break_a_red_line_by_themselves_are_named(
    window: MainWindow, panel: PowerPanel, qtbot: QtBot
) -> None:
    scenario = window.document.scenario
    told = []
    for one, other in (("ina10_sadr", "ina10_isci"), ("ka10_kdp", "ka10_puk")):
        scenario = scenario.with_constraint(Constraint(ConstraintKind.APART, one, other))
        window.document.commit(scenario, "red line")
        with qtbot.waitSignal(panel.reckoning.answered, timeout=5000):
            panel.ask(PowerQuestion(By.LIST, red_lines=True))
            panel.follow()
        told.append(lit(panel.small_print))
    assert "INA breaks one by itself." in told[0]
    assert "INA and Kurdistan Alliance each break one by themselves." in told[1]


def test_two_lists_that_divide_are_said_to_divide(window: MainWindow, panel: PowerPanel) -> None:
    scenario = window.document.scenario.move(["irq10_hal"], "sol")
    window.document.commit(scenario, "Move al-Hal")
    assert "Once Iraqiya and INA divide into " in lit(panel.told)


def test_many_players_are_counted_in_the_background(
    window: MainWindow, panel: PowerPanel, hands: Hands, qtbot: QtBot
) -> None:
    choose(hands, panel, "Players", By.BLOC)
    rest = (Part(f"sol10_all/{n}", f"Part {n}", 8) for n in range(1, 10))
    parts = (Part("sol10_all", "Part 0", 17), *rest)
    chamber = window.document.dataset.chambers["cor2010"]
    scenario = window.document.scenario
    split = scenario.with_what_if(scenario.what_if.split("sol10_all", parts), chamber)
    with qtbot.waitSignal(panel.reckoning.answered, timeout=5000):
        window.document.commit(split, "split")
        assert panel.reckoning.busy
    assert len(power(panel)) == 32
    with qtbot.waitSignal(panel.reckoning.accounted, timeout=5000):
        panel.explain("irq10_rest")
    assert panel.explanation.coalition is not None


# -- explaining a number ---------------------------------------------------------------------------


def test_clicking_a_number_steps_through_the_coalitions_that_make_it(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    chip(panel, "At 163")
    committed = window.document.scenario
    click_number(hands, panel, "ka10")
    told = panel.explanation
    assert lit(told.counted) == "Coalition 1 of 42"
    assert "42 of 12,588 is 0.33%" in lit(told.sum)
    assert "Without Kurdistan Alliance 2 short." in lit(told.example)
    example = window.document.shown
    seats = example.seats_of(example.coalitions[-1].id, window.document.chamber)
    assert seats == 204
    assert example.coalition_of("ka10_kdp") == example.coalitions[-1].id
    hands.key(Key.Key_Right, to=told)
    assert lit(told.counted) == "Coalition 2 of 42"
    assert window.document.shown is not example
    told.previous.click()
    assert lit(told.counted) == "Coalition 1 of 42"
    assert not told.previous.isEnabled()
    hands.key(Key.Key_End, to=told)
    assert lit(told.counted) == "Coalition 42 of 42"
    assert power(panel)["ka10"] == "0.33%"  # the example is not what is reckoned
    hands.key(Key.Key_Escape, to=told)
    assert told.isHidden()
    assert not window.document.previewing
    assert window.document.scenario is committed


def test_a_number_is_explained_by_keyboard(panel: PowerPanel, hands: Hands) -> None:
    panel.setFocus()
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    assert panel.explanation.hasFocus()
    assert panel.explanation.account is not None
    hands.key(Key.Key_Right)
    assert panel.explanation.number == 2
    hands.key(Key.Key_Escape)
    assert panel.table.hasFocus()


def test_the_told_coalitions_add_up_by_the_definition(
    window: MainWindow, panel: PowerPanel, hands: Hands, dataset: Dataset
) -> None:
    choose(hands, panel, "Players", By.COALITION)
    click_number(hands, panel, "kurds")
    standing, account = panel.standing, panel.explanation.account
    assert standing is not None
    assert account is not None
    twin = SlowGame(len(standing.players), standing.game.wins)
    listed = [panel.explanation.coalition]
    while panel.explanation.following.isEnabled():
        hands.key(Key.Key_Right, to=panel.explanation)
        listed.append(panel.explanation.coalition)
    critical = {s for s in twin.winning if account.player in twin.critical(s)}
    assert {frozenset(members or ()) for members in listed} == critical
    assert len(listed) == account.count == twin.swings[account.player]
    assert account.share == Fraction(len(listed), sum(twin.swings))


def test_every_index_has_its_sum_in_words_and_numbers(panel: PowerPanel, hands: Hands) -> None:
    panel.explanation.unfold.setChecked(True)
    for index in (*INDICES, *WITH_UNIONS):
        choose(hands, panel, "Index", index)
        largest = panel.table.rows.rows[0].player.id
        panel.explain(largest)
        account = panel.explanation.account
        assert account is not None
        told = lit(panel.explanation.sum)
        assert percent(share(panel, largest), 2) in told
        assert f"{account.of:,}" in told
        assert "{" not in told
        if not panel.explanation.unfold.isHidden():
            assert written_sum(lit(panel.explanation.terms)) / account.of == share(panel, largest)
        else:
            assert len(account.terms) == 1


def written_sum(lines: str) -> Fraction:
    """What the terms come to, as they are written."""
    found = re.findall(r": ([\d,]+) × ([\d,/]+)", lines)
    assert len(found) == len(lines.splitlines())
    numbers = [
        (int(many.replace(",", "")), Fraction(each.replace(",", ""))) for many, each in found
    ]
    return sum((many * each for many, each in numbers), Fraction(0))


def test_vetoes_and_who_wins_alone_are_said(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    window.document.commit(window.document.scenario.with_quota(320), "nearly all")
    assert "Nobody wins without Iraqiya, State of Law," in lit(panel.told)
    everyone = list(window.document.chamber.bloc_by_id)
    window.document.commit(window.document.scenario.move(everyone[:-1], "sol"), "nearly all")
    choose(hands, panel, "Players", By.COALITION)
    assert "State of Law + Sadrists wins alone, and nobody wins without it." in lit(panel.told)
    assert "No majority ever needs Yazidi seat." in lit(panel.told)
    panel.explain("yez10_all")
    assert lit(panel.explanation.sum) == "Nowhere is Yazidi seat needed, so its share is 0."
    assert panel.explanation.counted.isHidden() or not panel.explanation.counted.isVisible()


def test_another_gesture_ends_the_example_and_the_numbers_follow(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    chip(panel, "INA divided")
    click_number(hands, panel, "ka10")
    assert window.document.previewing
    panel.rules.buttons["two_thirds"].click()
    assert not window.document.previewing
    assert lit(panel.explanation.heading).endswith(power(panel)["ka10"])


def test_leaving_the_panel_ends_the_example(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    click_number(hands, panel, "ka10")
    assert window.document.previewing
    window.docks.reveal("inspectorDock")
    QApplication.processEvents()
    assert not window.document.previewing


# -- help and words --------------------------------------------------------------------------------


def test_esc_on_the_canvas_ends_the_example_too(
    window: MainWindow, panel: PowerPanel, hands: Hands
) -> None:
    click_number(hands, panel, "ka10")
    window.network.setFocus()
    hands.key(Key.Key_Escape, to=window.network)
    assert not window.document.previewing
    assert panel.explanation.isHidden()
    hands.select("gor10_all")
    hands.key(Key.Key_Escape, to=window.network)
    assert window.selection.nodes == ()  # Esc is the canvas's own again


def test_tab_goes_from_the_stories_down_to_the_explanation(
    panel: PowerPanel, hands: Hands, qtbot: QtBot
) -> None:
    click_number(hands, panel, "ka10")
    qtbot.waitUntil(panel.explanation.isVisible)
    panel.stories.chips[0].setFocus()
    stops = [QApplication.focusWidget()]
    while stops[-1] is not panel.explanation:
        assert len(stops) < 20
        hands.key(Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    choices, rules = panel.choices, panel.rules
    assert stops[len(panel.stories.chips) :] == [
        choices.players, choices.index, choices.help_button, rules.buttons["absolute_majority"],
        panel.table, choices.second, panel.explanation,
    ]  # fmt: skip


def test_help_on_the_index_unfolds_with_f1_and_follows_the_choice(
    panel: PowerPanel, hands: Hands
) -> None:
    assert panel.choices.help.isHidden()
    panel.setFocus()
    hands.key(Key.Key_F1)
    assert "John Banzhaf, 1965" in lit(panel.choices.help)
    choose(hands, panel, "Index", "holler")
    assert "Manfred Holler, 1982" in lit(panel.choices.help)
    named(panel, QToolButton, "What this index asks").click()
    assert panel.choices.help.isHidden()


def test_every_index_has_help() -> None:
    assert set(index_help()) == {*INDICES, *WITH_UNIONS}
    for entry in index_help().values():
        assert entry.asks.endswith(("?", "."))
        assert re.search(r"\b1[89]\d\d\b", entry.source)
        assert entry.misleads


def test_shares_are_rounded_exactly_and_names_are_joined() -> None:
    assert percent(Fraction(1, 3)) == "33.3%"
    assert percent(Fraction(0), 2) == "0.00%"
    assert percent(Fraction(1, 2000), 2) == "0.05%"
    assert percent(Fraction(1)) == "100.0%"
    assert fraction(Fraction(12, 175)) == "12 / 175"
    assert names_text(["A"]) == "A"
    assert names_text(["A", "B"]) == "A and B"
    assert names_text(list("ABCDE")) == "A, B, C, D and E"
    assert names_text(list("ABCDEFG")) == "A, B, C, D and 3 more"


def test_right_to_left_the_bars_grow_to_the_left(
    open_window: Open, qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        panel = shown_panel(open_window(), qtbot)
        assert panel.table.columnViewportPosition(Column.NAME) > panel.table.width() // 2
        assert panel.table.bars._plot.getViewBox().xInverted()
        panel.explain("ka10")
        assert panel.explanation.number == 1
        QTest.keyClick(panel.explanation, Key.Key_Left)
        assert panel.explanation.number == 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_charts_are_loaded_with_the_first_look_at_the_panel(
    window: MainWindow, qtbot: QtBot
) -> None:
    code = (
        "import sys\n"
        "import iraq_explorer.app\n"
        "assert 'pyqtgraph' not in sys.modules\n"
        "import iraq_explorer.ui.power_panel\n"
        "assert 'pyqtgraph' not in sys.modules\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    dock = window.docks["powerDock"]
    assert dock.findChild(PowerPanel) is None
    shown_panel(window, qtbot)
    assert "pyqtgraph" in sys.modules
