from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from iraq_explorer.core.network import TieFilter, TieKind
from iraq_explorer.ui.comparison_page import ComparisonPage
from iraq_explorer.ui.comparison_painter import lit_nodes
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.overview_panel import OverviewPanel
from tests.ui.conftest import Open
from tests.ui.hands import CTRL, SHIFT, Hands, seats

LEFT = Qt.MouseButton.LeftButton


def entry(window: MainWindow, origin: str) -> int:
    found = window.session.entry_of_origin(origin)
    assert found is not None
    return found.id


@pytest.fixture
def page(window: MainWindow, hands: Hands, qtbot: QtBot) -> ComparisonPage:
    """The comparison that Ctrl+K begins: with what really followed."""
    hands.key(Qt.Key.Key_K, CTRL, to=window.network)
    found = window.comparing.page
    assert found is not None
    qtbot.waitUntil(lambda: found.canvas.pair is not None, timeout=10000)
    return found


def choose(page: ComparisonPage, words: str, qtbot: QtBot) -> None:
    names = [name for name, _ in page.choices()]
    number = next(n for n, name in enumerate(names) if name.startswith(words))
    page.chooser.setFocus()
    page.chooser.setCurrentIndex(number)
    page.chooser.activated.emit(number)
    qtbot.waitUntil(lambda: not page._background.busy)
    QApplication.processEvents()


def test_one_key_compares_with_what_really_followed(
    window: MainWindow, page: ComparisonPage
) -> None:
    assert page.comparison is not None
    # Allawi with Abdul Mahdi is next in the library, and never formed.
    assert page.comparison.b.origin == "cabinet_2010"
    assert not window.network.isVisible()
    assert page.canvas.isVisible()


def test_escape_brings_the_canvas_back(
    window: MainWindow, page: ComparisonPage, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_Escape, to=page.canvas)
    assert window.network.isVisible()
    assert not page.isVisible()
    assert window.network.hasFocus()


def test_any_two_scenarios_are_told_apart_in_words(
    window: MainWindow, page: ComparisonPage, qtbot: QtBot
) -> None:
    choose(page, "December 2010", qtbot)
    told = page.text.toPlainText()
    assert "Who moved" in told
    assert "State of Law + Sadrists → Maliki cabinet: 129" in told
    assert "293 seats: majority by 130" in told
    assert "Ties in force only in B" in told


def test_a_comparison_follows_what_is_changed_meanwhile(
    window: MainWindow, page: ComparisonPage, qtbot: QtBot
) -> None:
    assert page.comparison is not None
    before = {moved.bloc for moved in page.comparison.moved}
    window.selection.set_nodes(["gor10_all"])
    window.moves.to_coalition(None)
    assert seats(window)[None] == 26
    assert page.comparison is not None
    # Gorran is in no coalition in both now.
    assert {moved.bloc for moved in page.comparison.moved} == before - {"gor10_all"}


def test_unsaved_changes_are_compared_with_what_is_saved(
    window: MainWindow, page: ComparisonPage, qtbot: QtBot
) -> None:
    window.selection.set_nodes(["taw10_all"])
    window.moves.to_coalition("sol")
    page._fill()
    choose(page, "October 2010: Maliki with Sadr, as saved", qtbot)
    assert page.comparison is not None
    assert [moved.bloc for moved in page.comparison.moved] == ["taw10_all"]


def test_who_did_not_move_stands_at_the_same_place_of_both_networks(
    page: ComparisonPage,
) -> None:
    canvas = page.canvas
    pair = canvas.pair
    assert pair is not None
    a, b = canvas._areas()
    both = pair.a.picture.by_id.keys() & pair.b.picture.by_id.keys() - pair.moved
    assert len(both) > 10
    for node in both:
        away = canvas.place_of(node, 0) - a.topLeft() - (canvas.place_of(node, 1) - b.topLeft())
        assert away.manhattanLength() < 0.001, node


def test_everything_of_both_networks_is_seen(page: ComparisonPage) -> None:
    for number, area in enumerate(page.canvas._areas()):
        assert page.canvas.pair is not None
        for node in page.canvas.pair.sides[number].picture.by_id:
            assert area.contains(page.canvas.place_of(node, number)), node


def test_panels_fold_away_for_a_comparison_and_come_back(
    window: MainWindow, page: ComparisonPage, hands: Hands
) -> None:
    wide = page.width()
    assert not any(dock.isVisible() for dock in window.docks)
    assert wide == window.width()
    hands.key(Qt.Key.Key_Escape, to=page.canvas)
    assert {dock.objectName() for dock in window.docks if dock.isVisible()} >= {
        "scenariosDock",
        "chamberDock",
        "boardDock",
        "timelineDock",
    }
    assert window.board.isVisible()
    assert window.inspector.isVisible()


def test_a_window_closed_while_comparing_opens_with_its_panels(
    window: MainWindow, page: ComparisonPage, settings: QSettings, open_window: Open
) -> None:
    window.close()
    again = open_window(kept=settings)
    assert again.docks["scenariosDock"].isVisible()
    assert again.board.isVisible()


def test_zooming_one_network_zooms_the_other(page: ComparisonPage, hands: Hands) -> None:
    before = [page.canvas.camera(n).zoom for n in (0, 1)]
    assert before[0] == before[1]
    hands.key(Qt.Key.Key_Plus, to=page.canvas)
    after = [page.canvas.camera(n).zoom for n in (0, 1)]
    assert after[0] == after[1] == pytest.approx(before[0] * 1.25)


def test_pointing_at_a_bloc_lights_it_in_both(page: ComparisonPage, qtbot: QtBot) -> None:
    lit: list[object] = []
    page.canvas.pointed.connect(lit.append)
    QTest.mouseMove(page.canvas, page.canvas.place_of("ka10_kdp", 0).toPoint())
    assert lit[-1] == "ka10_kdp"
    pair = page.canvas.pair
    assert pair is not None
    assert all("ka10_kdp" in (lit_nodes(s.picture, "ka10_kdp") or ()) for s in pair.sides)
    assert page.canvas.lit == "ka10_kdp"


def test_keys_light_one_node_after_the_other_in_both(page: ComparisonPage, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Right, to=page.canvas)
    assert page.canvas.lit == "sol10_all"
    before = page.canvas.place_of("sol10_all")
    hands.key(Qt.Key.Key_Left, to=page.canvas)
    assert page.canvas.lit != "sol10_all"
    hands.key(Qt.Key.Key_Right, SHIFT, to=page.canvas)
    assert page.canvas.place_of("sol10_all").x() == before.x() - 40


def test_lines_that_both_have_stay_in_the_background(page: ComparisonPage) -> None:
    pair = page.canvas.pair
    assert pair is not None
    networks = [side.network for side in pair.sides]
    ends = [{(frozenset((k.a, k.b)), k.sign) for k in network.links} for network in networks]
    for number, own in enumerate(pair.own_links):
        for link in networks[number].links:
            there = (frozenset((link.a, link.b)), link.sign) in ends[1 - number]
            assert (link.id in own) != there


def test_the_difference_can_be_drawn_into_one_network(page: ComparisonPage, qtbot: QtBot) -> None:
    two = page.canvas.grab().toImage()
    QTest.mouseClick(page.style_button, LEFT)
    assert page.canvas.together
    assert len(page.canvas._areas()) == 1
    assert page.canvas.grab().toImage() != two
    pair = page.canvas.pair
    assert pair is not None
    names = {region.coalition.name for region in pair.together.regions}
    assert names == {
        "A: State of Law + Sadrists",
        "A: Iraqiya",
        "A: Kurdish bloc",
        "A: Rest of the INA",
        "B: Maliki cabinet",
    }
    assert {shape.link.id for shape in pair.together.links} >= pair.own_links[0] | pair.own_links[1]


def test_two_chambers_cannot_be_drawn_into_one_network(page: ComparisonPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.style_button, LEFT)
    choose(page, "May 2006", qtbot)
    assert not page.style_button.isEnabled()
    assert not page.canvas.together
    choose(page, "December 2010", qtbot)
    assert page.canvas.together


def test_what_was_left_open_is_compared_with_another_scenario_where_nothing_followed(
    window: MainWindow, page: ComparisonPage, hands: Hands, qtbot: QtBot
) -> None:
    hands.key(Qt.Key.Key_Escape, to=page.canvas)
    window.session.open(entry(window, "cabinet_2010"))
    hands.key(Qt.Key.Key_K, CTRL, to=window.network)
    assert page.comparison is not None
    assert page.comparison.moved
    QTest.mouseClick(page.happened, LEFT)
    assert page.comparison.b.origin == "cabinet_2010"
    qtbot.waitUntil(lambda: not page._background.busy)


def test_a_scenario_that_is_opened_is_not_compared_with_itself(
    window: MainWindow, page: ComparisonPage, qtbot: QtBot
) -> None:
    choose(page, "June 2010", qtbot)
    window.session.open(entry(window, "national_alliance_2010"))
    assert page.comparison is not None
    assert page.comparison.a.origin == "national_alliance_2010"
    assert page.comparison.b.origin == "maliki_sadr_2010"
    qtbot.waitUntil(lambda: not page._background.busy)


def test_a_filter_leaves_ties_out_of_a_comparison_too(
    window: MainWindow, page: ComparisonPage, qtbot: QtBot
) -> None:
    window.arrangement.set_filter(TieFilter(frozenset({TieKind.RIVAL})))
    qtbot.waitUntil(lambda: not page._background.busy)
    QApplication.processEvents()
    pair = page.canvas.pair
    assert pair is not None
    ties = [tie for side in pair.sides for link in side.network.links for tie in link.ties]
    assert ties
    assert all(tie.kind is not TieKind.RIVAL for tie in ties)


def test_a_long_name_leaves_room_for_the_buttons(window: MainWindow, page: ComparisonPage) -> None:
    name = "A very long name of a scenario that says everything " * 5
    window.document.commit(replace(window.document.scenario, name=name), "rename")
    assert window.width() == 1500
    assert page.first.text().endswith("…")
    assert page.first.toolTip() == name
    assert page.close_button.geometry().right() < page.width()


# -- all scenarios in one table --------------------------------------------------------------------


@pytest.fixture
def overview(window: MainWindow, qtbot: QtBot) -> OverviewPanel:
    window.menus.actions["overview"].trigger()
    found = window.docks.panel("overviewDock")
    assert isinstance(found, OverviewPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def cells(overview: OverviewPanel, row: int) -> list[str]:
    table = overview.table.model()
    return [str(table.data(table.index(row, c))) for c in range(table.columnCount())]


def row_of(overview: OverviewPanel, entry_id: int) -> int:
    rows = range(overview.table.model().rowCount())
    return next(row for row in rows if overview.entry_at(row) == entry_id)


def test_the_overview_tells_totals_verdict_friction_and_largest_bloc(
    window: MainWindow, overview: OverviewPanel
) -> None:
    assert overview.table.model().rowCount() == 11
    told = cells(overview, row_of(overview, entry(window, "national_alliance_2010")))
    assert told[:5] == [
        "10 June 2010",
        "June 2010: National Alliance",
        "National Alliance",
        "159",
        "159 seats: 4 short of 163",
    ]
    assert told[7] == "State of Law, 89"


def test_the_overview_sorts_by_a_click_on_its_head(overview: OverviewPanel) -> None:
    head = overview.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(3) + 10, head.height() // 2)
    for _ in range(2):
        QTest.mouseClick(head.viewport(), LEFT, pos=place)
    totals = [int(cells(overview, row)[3]) for row in range(11)]
    assert totals in (sorted(totals), sorted(totals, reverse=True))
    assert len(set(totals)) > 5


def test_enter_opens_a_line_of_the_overview(
    window: MainWindow, overview: OverviewPanel, hands: Hands
) -> None:
    wanted = entry(window, "cabinet_2010")
    overview.table.selectRow(row_of(overview, wanted))
    hands.key(Qt.Key.Key_Return, to=overview.table)
    assert window.session.row == wanted


def test_the_overview_follows_unsaved_changes(window: MainWindow, overview: OverviewPanel) -> None:
    row = row_of(overview, entry(window, "maliki_sadr_2010"))
    window.selection.set_nodes(["ka10_kdp", "ka10_puk"])
    window.moves.to_coalition("sol")
    assert cells(overview, row)[3] == "172"


def test_a_line_of_the_overview_is_compared_from_its_menu(
    window: MainWindow, overview: OverviewPanel, qtbot: QtBot
) -> None:
    row = row_of(overview, entry(window, "cabinet_2010"))
    overview.table.selectRow(row)
    overview._show_menu(QPoint(5, 5))
    menu = next(m for m in overview.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text().startswith("Compare")).trigger()
    menu.close()
    page = window.comparing.page
    assert page is not None
    assert page.comparison is not None
    assert page.comparison.b.origin == "cabinet_2010"
    qtbot.waitUntil(lambda: not page._background.busy)
