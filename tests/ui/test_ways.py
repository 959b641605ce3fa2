"""Ways to a majority: tried out by one click or key, taken over by one more."""

from collections.abc import Callable
from itertools import pairwise
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iraq_explorer.core.coalition_table import CoalitionTable
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.limits import limits_of
from iraq_explorer.core.players import By, players_of
from iraq_explorer.core.restricted_power import RestrictedGame
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.ui import coalition_table_view, levers_view
from iraq_explorer.ui.choice_list import ChoiceList
from iraq_explorer.ui.coalition_table_view import CoalitionsSection
from iraq_explorer.ui.legislature_view import LegislatureSection
from iraq_explorer.ui.levers_view import LeversSection
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK, LIGHT
from iraq_explorer.ui.portfolios_view import PortfoliosSection
from iraq_explorer.ui.ways_panel import WaysPanel
from iraq_explorer.ui.ways_sections import NearSection, NeededSection, WaysSection
from tests.ui.conftest import Open
from tests.ui.hands import Hands, seats, undo

Key = Qt.Key


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> WaysPanel:
    """The panel in front, on October 2010: State of Law and the Sadrists are 34 short."""
    made = window.docks.reveal("waysDock")
    assert isinstance(made, WaysPanel)
    qtbot.waitUntil(made.isVisible)
    return made


def step(window: MainWindow) -> str:
    """What the Edit menu would undo."""
    return undo(window).text().replace("&", "")


def opened(panel: WaysPanel, key: str) -> object:
    """A section, unfolded."""
    if not panel.folds[key].button.isChecked():
        panel.folds[key].button.click()
    return panel.sections[key]


def ways(panel: WaysPanel) -> WaysSection:
    section = opened(panel, "ways")
    assert isinstance(section, WaysSection)
    return section


def titles(choices: ChoiceList) -> list[str]:
    return [choice.title for choice in choices.choices]


def figures(choices: ChoiceList) -> dict[str, str]:
    return {choice.title: choice.figure for choice in choices.choices}


def place_of(choices: ChoiceList, title: str) -> QPoint:
    """Where a row is, brought into sight as a user would scroll to it."""
    if title not in [c.title for c in choices.list.choices.rows]:
        choices.more.click()
    row = titles(choices).index(title)
    return choices.list.visualRect(choices.list.choices.index(row)).center()


def click(choices: ChoiceList, title: str) -> None:
    QTest.mouseClick(
        choices.list.viewport(), Qt.MouseButton.LeftButton, pos=place_of(choices, title)
    )


# -- trying out ------------------------------------------------------------------------------------


def test_one_click_shows_a_way_and_one_more_takes_it_over(
    window: MainWindow, panel: WaysPanel
) -> None:
    choices, before = ways(panel).choices, window.document.scenario
    click(choices, "+ Kurdistan Alliance")
    assert window.document.previewing
    assert seats(window)["sol"] == 172
    assert window.document.scenario is before
    assert panel.worth.text().startswith("172")
    assert "9 over 163" in panel.worth.text()
    assert panel.verdict.text().startswith("129")
    click(choices, "+ Kurdistan Alliance")
    assert not window.document.previewing
    assert window.document.scenario.seats_of("sol", window.document.chamber) == 172
    assert window.document.undo_stack.count() == 1
    assert step(window) == "Undo Add Kurdistan Alliance to State of Law + Sadrists"
    assert panel.worth.isHidden() or not panel.worth.isVisible()
    undo(window).trigger()
    assert window.document.scenario == before


def test_another_row_is_shown_instead_and_nothing_is_taken_over(
    window: MainWindow, panel: WaysPanel
) -> None:
    choices = ways(panel).choices
    click(choices, "+ Kurdistan Alliance")
    click(choices, "+ Iraqiya")
    assert seats(window)["sol"] == 220
    assert not window.document.modified
    panel.apply.click()
    assert window.document.scenario.seats_of("sol", window.document.chamber) == 220


def test_keys_try_out_take_over_and_take_away(
    window: MainWindow, panel: WaysPanel, hands: Hands
) -> None:
    view = ways(panel).choices.list
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert not window.document.previewing
    hands.key(Key.Key_Space, to=view)
    assert seats(window)["sol"] == 172
    hands.key(Key.Key_Down, to=view)
    assert seats(window)["sol"] == 186
    hands.key(Key.Key_Escape, to=view)
    assert not window.document.previewing
    assert seats(window)["sol"] == 129
    hands.key(Key.Key_Up, to=view)
    hands.key(Key.Key_Return, to=view)
    assert not window.document.previewing
    assert window.document.scenario.seats_of("sol", window.document.chamber) == 172


def test_leaving_the_panel_takes_the_preview_away(window: MainWindow, panel: WaysPanel) -> None:
    for leave in (
        lambda: window.board.setFocus(),
        lambda: window.docks["inspectorDock"].raise_(),
        lambda: panel.dismiss.click(),
    ):
        window.docks.reveal("waysDock")
        QApplication.processEvents()
        choices = ways(panel).choices
        choices.list.setFocus()
        click(choices, "+ Kurdistan Alliance")
        assert seats(window)["sol"] == 172
        leave()
        QApplication.processEvents()
        assert not window.document.previewing
        assert seats(window)["sol"] == 129


def test_an_undo_meanwhile_ends_the_trial(window: MainWindow, panel: WaysPanel) -> None:
    choices = ways(panel).choices
    click(choices, "+ Kurdistan Alliance")
    panel.apply.click()
    opened(panel, "needed")
    needed = panel.sections["needed"]
    assert isinstance(needed, NeededSection)
    click(needed.members, "Sadrists")
    assert seats(window)["sol"] == 132
    undo(window).trigger()
    assert not panel.trial.running
    assert seats(window)["sol"] == 129
    assert titles(choices)[0] == "+ Kurdistan Alliance"


# -- what is told ----------------------------------------------------------------------------------


def test_ways_are_told_with_seats_and_friction_in_the_order_chosen(panel: WaysPanel) -> None:
    section = ways(panel)
    told = figures(section.choices)
    assert told["+ Kurdistan Alliance"] == "172"
    assert told["+ Iraqiya"] == "220"
    assert told["+ Rest of the INA and Tawafuq"] == "165"
    first = section.choices.choices[0]
    assert first.about == "9 over 163 · 2 hostile pairs · 3 unknown · joined by friends"
    assert section.note.text() == "All ways of up to 2 partners."
    section.order.setCurrentIndex(1)
    assert section.choices.choices[0].about.startswith("exactly 163")


def test_ways_follow_a_drag(window: MainWindow, panel: WaysPanel, hands: Hands) -> None:
    section = ways(panel)
    hands.lift("ka10_kdp", "sol")
    assert panel.verdict.text().startswith("155")
    assert "+ Gorran" in titles(section.choices)
    hands.key(Key.Key_Escape, to=window.network)
    assert titles(section.choices)[0] == "+ Kurdistan Alliance"


def test_the_coalition_at_hand_is_chosen_or_selected(
    window: MainWindow, panel: WaysPanel, hands: Hands
) -> None:
    assert panel.coalition.currentText() == "State of Law + Sadrists"
    window.selection.set_coalition("iraqiya")
    assert panel.coalition.currentText() == "Iraqiya"
    assert panel.verdict.text() == "91 seats: 72 short of 163"
    panel.coalition.setFocus()
    hands.key(Key.Key_Down, to=panel.coalition)
    assert panel.coalition.currentText() == "Kurdish bloc"
    assert "57" in panel.verdict.text()


def test_filters_keep_the_red_lines_and_the_peace(window: MainWindow, panel: WaysPanel) -> None:
    section, document = ways(panel), window.document
    assert not panel.keeps.isEnabled()
    line = Constraint(ConstraintKind.APART, "sol10_all", "irq10_rest")
    document.commit(document.scenario.with_constraint(line), "Red line")
    told = {choice.title: choice for choice in section.choices.choices}
    assert "Breaks 1 red line" in told["+ Iraqiya"].warning
    assert told["+ Kurdistan Alliance"].warning == ""
    panel.keeps.click()
    left = titles(section.choices)
    assert "+ Iraqiya" not in left
    assert "+ Kurdistan Alliance" in left
    assert f"{len(left)} of 18 shown." in section.note.text()
    panel.peace.click()
    assert titles(section.choices) == []
    assert section.note.text() == "18 ways, but none is left by what is ticked."
    broken = Constraint(ConstraintKind.APART, "sol10_all", "ina10_sadr")
    document.commit(document.scenario.with_constraint(broken), "Red line")
    assert panel.broken.isVisible()
    assert "Breaks 1 red line" in panel.broken.text()


def test_who_has_to_be_in_every_coalition_is_missed_only_in_one_that_wins(
    window: MainWindow, panel: WaysPanel
) -> None:
    document = window.document
    line = Constraint(ConstraintKind.REQUIRED, "ka10_kdp")
    document.commit(document.scenario.with_constraint(line), "Required")
    assert not panel.broken.isVisible()
    document.commit(document.scenario.move(["irq10_rest"], "sol"), "186")
    assert panel.broken.text() == "⚠ Breaks 1 red line: KDP is missing"


def test_ways_can_be_asked_to_contain_the_selected_bloc(
    window: MainWindow, panel: WaysPanel
) -> None:
    assert not panel.containing.isEnabled()
    window.selection.set_nodes(["gor10_all"])
    assert panel.containing.text() == "Only with Gorran"
    panel.containing.click()
    left = ways(panel).choices.choices
    assert left
    assert all("gor10_all" in choice.key for choice in left)


def test_near_misses_are_told_in_words(panel: WaysPanel) -> None:
    section = opened(panel, "near")
    assert isinstance(section, NearSection)
    assert figures(section.lists) == {
        "Iraqiya with INA": "161, 2 short",
        "State of Law with INA": "159, 4 short",
    }
    assert figures(section.own)["Rest of the INA"] == "159, 4 short"
    click(section.lists, "Iraqiya with INA")
    assert panel.worth.text().startswith("161")


def test_who_is_needed_is_told_for_a_bare_majority(window: MainWindow, panel: WaysPanel) -> None:
    section = opened(panel, "needed")
    assert isinstance(section, NeededSection)
    assert "there is no majority to bring down" in section.defectors.text()
    document = window.document
    document.commit(document.scenario.move(["ka10_kdp", "gor10_all"], "sol"), "163")
    assert section.defectors.text() == "1 member who leaves brings it down."
    assert section.leavers.text() == "Each bloc alone brings it down by leaving."
    assert section.members.choices[0].about == "is critical: without it 89 short of 163"
    document.commit(document.scenario.move(["ka10_puk"], "sol"), "180")
    assert (
        section.defectors.text() == "18 members who leave bring it down; with one fewer it stands."
    )
    told = {choice.title: choice.about for choice in section.members.choices}
    assert told["Gorran"] == "can leave: without it 9 over 163"
    click(section.members, "Gorran")
    assert seats(window)["sol"] == 172


def test_of_many_ways_to_bring_it_down_some_are_told_and_the_others_counted(
    window: MainWindow, panel: WaysPanel
) -> None:
    section = opened(panel, "needed")
    assert isinstance(section, NeededSection)
    window.document.open(window.document.dataset.scenarios["sofa_2008"])
    told = section.leavers.text()
    assert told.startswith("The fewest blocs that bring it down by leaving are 3, in 8 ways: ")
    assert told.endswith("; and 5 more.")


# -- all minimal winning coalitions ----------------------------------------------------------------


@pytest.fixture
def table(panel: WaysPanel, qtbot: QtBot) -> CoalitionsSection:
    section = opened(panel, "table")
    assert isinstance(section, CoalitionsSection)
    qtbot.waitUntil(lambda: section.model.rowCount() > 0)
    return section


def choose(section: CoalitionsSection, by: By, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.background.done):
        section.by.setCurrentIndex(section.by.findData(by))


def test_all_coalitions_are_listed_and_sort_by_their_headers(
    table: CoalitionsSection, qtbot: QtBot
) -> None:
    assert table.count.text() == "All 40 of them."
    assert table.model.rowCount() == 40
    header = table.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 10, header.height() // 2)
    for order in (sorted, lambda sizes: sorted(sizes, reverse=True)):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        sizes = [len(line.row.players) for line in table.model.lines]
        assert sizes == order(sizes)
    choose(table, By.BLOC, qtbot)
    assert table.model.rowCount() == 500
    assert table.count.text() == "The first 500 of 52781, fewest seats first."


def test_a_row_is_tried_out_on_the_network_and_taken_over(
    window: MainWindow, table: CoalitionsSection, hands: Hands
) -> None:
    table.view.setFocus()
    table.view.selectRow(0)
    row = table.model.lines[0].row
    hands.key(Key.Key_Space, to=table.view)
    shown = window.document.shown
    new = shown.coalitions[-1]
    assert {b.id for b in shown.blocs_of(new.id, window.document.chamber)} == set(row.blocs)
    assert new.id in window.network.picture.region_by_id
    place = table.view.visualRect(table.model.index(0, 1)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.document.scenario == shown
    assert step(window).startswith("Undo Make a coalition of Iraqiya")


def test_rows_of_another_scenario_can_not_be_tried_out(
    window: MainWindow,
    table: CoalitionsSection,
    hands: Hands,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = Event()
    slowly = coalition_table_view.coalition_table

    def wait(*given: object, **more: object) -> CoalitionTable:
        listed.wait(10)
        return slowly(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(coalition_table_view, "coalition_table", wait)
    other = window.document.dataset.scenarios["elected_2005"]
    window.document.open(other)
    table.view.selectRow(0)
    hands.key(Key.Key_Space, to=table.view)
    assert window.document.shown is other
    with qtbot.waitSignal(table.background.done):
        listed.set()
    table.view.selectRow(0)
    hands.key(Key.Key_Space, to=table.view)
    assert len(window.document.shown.coalitions) == len(other.coalitions) + 1


def test_the_table_is_filtered_and_says_so(
    panel: WaysPanel, table: CoalitionsSection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table.background.done):
        panel.peace.click()
    assert table.count.text() == "8 are as ticked; in all there are 40."
    assert all(line.row.inside.hostile == 0 for line in table.model.lines)


def test_with_red_lines_kept_the_table_lists_what_the_index_of_holler_counts(
    window: MainWindow, panel: WaysPanel, table: CoalitionsSection, qtbot: QtBot
) -> None:
    only_with = Constraint(ConstraintKind.ONLY_WITH, "sol10_all", "gor10_all")
    with qtbot.waitSignal(table.background.done):
        window.document.commit(window.document.scenario.with_constraint(only_with), "Line")
    with qtbot.waitSignal(table.background.done):
        panel.keeps.click()
    players = players_of(window.document.scenario, window.document.chamber, By.LIST)
    game = VotingGame(163, tuple(player.seats for player in players))
    seats = {bloc.id: bloc.seats for bloc in window.document.chamber.blocs}
    count = RestrictedGame(game, limits_of(players, [only_with], seats)).minimal_winning_count
    assert table.count.text() == f"{count} are as ticked; in all there are 40."
    assert ("Iraqiya", "State of Law", "Gorran") in [line.names for line in table.model.lines]


def test_constraints_too_entangled_to_list_by_are_told(
    window: MainWindow, panel: WaysPanel, table: CoalitionsSection, qtbot: QtBot
) -> None:
    scenario = window.document.scenario
    blocs = [bloc.id for bloc in window.document.chamber.blocs]
    for one, other in pairwise(blocs[:15]):
        scenario = scenario.with_constraint(Constraint(ConstraintKind.ONLY_WITH, one, other))
    with qtbot.waitSignal(table.background.done):
        window.document.commit(scenario, "Lines")
    choose(table, By.BLOC, qtbot)
    with qtbot.waitSignal(table.background.done):
        panel.keeps.click()
    told = "They cannot be listed: 15 players who need others are too many."
    assert table.count.text() == told
    assert not table.view.isVisible()


def test_a_long_search_shows_its_progress_and_can_be_stopped(
    monkeypatch: pytest.MonkeyPatch, table: CoalitionsSection, qtbot: QtBot
) -> None:
    def endless(*_: object, proceed: Callable[[int, int], bool]) -> CoalitionTable:
        while proceed(8000, 3):
            pass
        return CoalitionTable((), 52781, 8000, complete=False)

    monkeypatch.setattr(coalition_table_view, "coalition_table", endless)
    table.by.setCurrentIndex(table.by.findData(By.BLOC))
    qtbot.waitUntil(table.cancel.isVisible)
    assert table.count.text() == "Looking: 8000 coalitions seen, 3 found …"
    with qtbot.waitSignal(table.background.done):
        table.cancel.click()
    assert table.count.text() == "Stopped: 0 found among the first 8000 of 52781."
    assert not table.cancel.isVisible()


# -- what would have to change ---------------------------------------------------------------------


@pytest.fixture
def levers(panel: WaysPanel, qtbot: QtBot) -> LeversSection:
    section = opened(panel, "levers")
    assert isinstance(section, LeversSection)
    qtbot.waitUntil(lambda: bool(section.ties.choices))
    return section


def test_members_seats_and_ties_that_would_have_to_change_are_told(levers: LeversSection) -> None:
    assert levers.members_note.text().startswith("Members to win over: 34 members of others.")
    assert figures(levers.members) == {"+ Iraqiya (Allawi)": "186"}
    assert "Any one of 2 lists has them outside." in levers.seats_note.text()
    assert titles(levers.seats) == ["34 from Kurdistan Alliance", "34 from Iraqiya"]
    assert "1 hostile pair inside" in levers.ties_note.text()


def test_seats_are_shifted_and_ties_are_mended_as_steps(
    window: MainWindow, levers: LeversSection, qtbot: QtBot
) -> None:
    click(levers.seats, "34 from Kurdistan Alliance")
    assert seats(window)["sol"] == 163
    assert not window.document.scenario.what_if
    click(levers.seats, "34 from Kurdistan Alliance")
    assert window.document.scenario.what_if
    with qtbot.waitSignal(levers.background.done):
        undo(window).trigger()
    assert len(levers.ties.choices) == 2
    with qtbot.waitSignal(levers.background.done):
        click(levers.ties, "Mend 1 hostile pair")
        click(levers.ties, "Mend 1 hostile pair")
    assert len(window.document.scenario.tie_changes) == 4
    assert "none inside State of Law + Sadrists" in levers.ties_note.text()


def test_levers_of_another_scenario_can_not_be_tried_out(
    window: MainWindow, levers: LeversSection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned = Event()
    slowly = levers_view.levers
    monkeypatch.setattr(levers_view, "levers", lambda *given: reckoned.wait(10) and slowly(*given))
    moved = window.document.scenario.move(["gor10_all"], "sol")
    window.document.commit(moved, "Move Gorran")
    qtbot.waitUntil(lambda: levers.note.isVisible() and levers.note.text() == "Reckoning …")
    click(levers.members, "+ Iraqiya (Allawi)")
    assert window.document.shown is moved
    reckoned.set()
    qtbot.waitUntil(lambda: not levers.note.isVisible())
    click(levers.members, "+ KDP")
    assert window.document.shown.coalition_of("ka10_kdp") == "sol"
    assert window.document.shown.coalition_of("gor10_all") == "sol"


def test_a_red_line_in_the_way_is_given_up_with_the_ties_that_are_mended(
    window: MainWindow, levers: LeversSection, qtbot: QtBot
) -> None:
    document = window.document
    line = Constraint(ConstraintKind.APART, "sol10_all", "ina10_sadr")
    with qtbot.waitSignal(levers.background.done):
        document.commit(document.scenario.with_constraint(line), "Red line")
    first = levers.ties.choices[0]
    assert first.title == "Mend 1 hostile pair · Give up 1 red line"
    with qtbot.waitSignal(levers.background.done):
        click(levers.ties, first.title)
        click(levers.ties, first.title)
    assert step(window) == "Undo Let State of Law + Sadrists pass"
    assert document.scenario.constraints == ()


# -- legislature and posts -------------------------------------------------------------------------


def test_the_type_of_the_legislature_and_the_nearest_other_are_told(
    window: MainWindow, panel: WaysPanel, qtbot: QtBot
) -> None:
    section = opened(panel, "type")
    assert isinstance(section, LegislatureSection)
    assert section.type.text() == "Top-two, by lists at 163 of 325"
    assert "Iraqiya (91) with State of Law (89) reaches 163" in section.why.text()
    qtbot.waitUntil(lambda: bool(section.flips.choices))
    nearest = section.flips.choices[0]
    assert (nearest.title, nearest.figure) == ("strongly dominant list", "2 seats")
    assert nearest.about == "from any of 9 lists to Iraqiya or INA"
    click(section.flips, nearest.title)
    assert window.document.shown.what_if
    with qtbot.waitSignal(section.background.done):
        panel.apply.click()
    assert section.type.text().startswith("Strongly dominant list")


def test_posts_are_shared_by_a_number_that_can_be_changed(panel: WaysPanel, hands: Hands) -> None:
    section = opened(panel, "posts")
    assert isinstance(section, PortfoliosSection)
    assert section.posts.value() == 42
    assert "21 December 2010" in section.source.text()

    def told() -> list[tuple[str, ...]]:
        return [(row.name, row.seats, row.share, row.posts) for row in section.shares.rows]

    assert told() == [("State of Law", "89", "29.0", "29"), ("Sadrists", "40", "13.0", "13")]
    assert section.shares.rows[0].exact == "exactly 1246/43 of 42"
    section.posts.setFocus()
    section.posts.selectAll()
    for digit in "3":
        hands.key(digit, to=section.posts)
    hands.key(Key.Key_Return, to=section.posts)
    assert [row[3] for row in told()] == ["2", "1"]
    assert "A number of your own" in section.source.text()


def test_equal_claims_to_a_post_are_told(window: MainWindow, panel: WaysPanel) -> None:
    section = opened(panel, "posts")
    assert isinstance(section, PortfoliosSection)
    document = window.document
    after = document.scenario.with_new_coalition("Equals", ["uni10_all", "kiu10_all"])
    document.commit(after, "Equals")
    window.selection.set_coalition(after.coalitions[-1].id)
    section.posts.setValue(3)
    assert [row.posts for row in section.shares.rows] == ["1 or 2", "1 or 2"]
    assert section.ties.text().startswith("1 post is left over: Unity Alliance")


# -- empty states ----------------------------------------------------------------------------------


def test_without_a_coalition_or_without_need_of_one_the_panel_says_so(
    window: MainWindow, panel: WaysPanel
) -> None:
    for key in panel.folds:
        opened(panel, key)
    document, section = window.document, ways(panel)
    document.commit(document.scenario.move(["ka10_kdp", "ka10_puk"], "sol"), "172")
    assert section.note.text() == "State of Law + Sadrists has reached 163: nobody has to join."
    document.commit(document.scenario.with_quota(326), "Too many")
    assert section.note.text() == "All 325 seats together miss 326."
    bare = document.scenario
    for coalition in list(bare.coalition_by_id):
        bare = bare.delete_coalition(coalition)
    document.commit(bare, "Nobody")
    assert section.note.text() == "Make a coalition to see its ways to a majority."
    assert panel.verdict.text() == "There is no coalition yet."
    assert LIGHT.muted.name() in panel.verdict.styleSheet()
    assert not panel.coalition.isEnabled()


def test_the_panel_wakes_up_with_what_is_true_then(window: MainWindow, panel: WaysPanel) -> None:
    window.docks["inspectorDock"].raise_()
    QApplication.processEvents()
    window.document.commit(window.document.scenario.move(["gor10_all"], "sol"), "137")
    assert panel.verdict.text().startswith("129")
    window.docks.reveal("waysDock")
    QApplication.processEvents()
    assert panel.verdict.text().startswith("137")


def test_tab_goes_through_the_panel_as_it_stands_and_out_of_it(
    panel: WaysPanel, hands: Hands, qtbot: QtBot
) -> None:
    for key in panel.folds:
        opened(panel, key)
    table = panel.sections["table"]
    assert isinstance(table, CoalitionsSection)
    qtbot.waitUntil(lambda: table.view.isVisible())
    panel.setFocus()
    stops = [QApplication.focusWidget()]
    while stops[-1] is not None and panel.isAncestorOf(stops[-1]):
        assert len(stops) < 40, f"Tab stays in {stops[-1]}"
        hands.key(Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    content = panel.page.widget()
    tops = [stop.mapTo(content, QPoint(0, 0)).y() for stop in stops[:-1] if stop is not None]
    assert len(tops) > 15
    assert tops == sorted(tops)


def test_the_panel_can_be_narrow_wide_dark_and_right_to_left(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(size=(1366, 768))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel = window.docks.reveal("waysDock")
    assert isinstance(panel, WaysPanel)
    qtbot.waitUntil(panel.isVisible)
    for key in panel.folds:
        opened(panel, key)
    table = panel.sections["table"]
    assert isinstance(table, CoalitionsSection)
    panel.set_theme(DARK)
    assert not panel.grab().isNull()
    assert table.view.isColumnHidden(4)
    window.docks["waysDock"].setFloating(True)
    window.docks["waysDock"].resize(900, 700)
    qtbot.waitUntil(lambda: not table.view.isColumnHidden(4))
    assert not panel.grab().isNull()
