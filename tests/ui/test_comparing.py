import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.comparison_page import ComparisonPage
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.overview_panel import OverviewPanel
from tests.ui.hands import CTRL, Hands, seats

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
    qtbot.waitUntil(lambda: found.canvas._sides is not None)
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
    assert page.comparison.b.origin == "allawi_abdulmahdi_2010"
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


def test_a_node_stands_at_the_same_place_of_both_networks_where_nothing_moved_it(
    window: MainWindow, page: ComparisonPage
) -> None:
    a, b = page.canvas._areas()
    first = page.canvas.place_of("iran", 0) - a.topLeft()
    second = page.canvas.place_of("iran", 1) - b.topLeft()
    away = first - second
    assert abs(away.x()) + abs(away.y()) < 0.12 * a.width()


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
    assert all("ka10_kdp" in (page.canvas._lit_nodes(side) or ()) for side in page.canvas._sides)


def test_the_difference_can_be_drawn_into_one_network(page: ComparisonPage, qtbot: QtBot) -> None:
    two = page.canvas.grab().toImage()
    QTest.mouseClick(page.style_button, LEFT)
    assert page.canvas.together
    assert len(page.canvas._areas()) == 1
    assert page.canvas.grab().toImage() != two
    names = [region.coalition.name for region, _ in page.canvas._new_regions()]
    assert names == ["Allawi–Abdul Mahdi"]


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
