"""The first minute points at real parts, goes on when things are done, and is in nobody's way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK
from iraq_explorer.ui.tour_bubble import Side, place
from tests.ui.hands import CTRL, LEFT, Hands, action

Key = Qt.Key


def step(window: MainWindow) -> str:
    shown = window.tour.step
    return shown.name if shown else ""


def words(window: MainWindow) -> str:
    return window.tour.bubble.text.text()


def until(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: step(window) == name)


def press_next(window: MainWindow) -> None:
    button = window.tour.bubble.next_button
    QTest.mouseClick(button, LEFT)


def test_the_whole_minute_by_doing_what_it_says(
    window: MainWindow, hands: Hands, qtbot: QtBot, settings: QSettings
) -> None:
    assert step(window) == "drag"
    hands.lift("ka10_kdp", "sol")
    assert step(window) == "drag"  # not before it is dropped
    hands.drop()
    until(qtbot, window, "line")
    assert "163 of 325" in words(window)
    press_next(window)
    assert step(window) == "rule"
    next(
        button for button, *_ in window.rules._rows.values() if button.text().startswith("Presid")
    ).click()
    until(qtbot, window, "ways")
    bar, tab = _tab(window, "WAYS")
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(tab).center())
    until(qtbot, window, "source")
    hands.select("gor10_all")
    until(qtbot, window, "time")
    window.timeline.view.setFocus()
    hands.key(Key.Key_Left, to=window.timeline.view)
    until(qtbot, window, "undo")
    window.network.setFocus()
    hands.key("z", CTRL)
    until(qtbot, window, "compare")
    hands.key("k", CTRL, to=window.network)
    until(qtbot, window, "")
    assert window.comparing.open
    assert "First minute" not in window.messages.label.text()
    assert "F1 explains" in window.messages.label.text()
    assert settings.value("start/invited", False, bool) is True


def _tab(window: MainWindow, title: str) -> tuple[QTabBar, int]:
    for bar in window.findChildren(QTabBar):
        for number in range(bar.count()):
            if bar.tabText(number) == title:
                return bar, number
    raise AssertionError(title)


def test_each_step_points_at_what_it_is_about(window: MainWindow, qtbot: QtBot) -> None:
    tour = window.tour
    expected = {
        "drag": window.network,
        "line": window.hemicycle,
        "rule": window.rules,
    }
    for name, widget in expected.items():
        assert step(window) == name
        rect = QRect(widget.mapTo(window, QPoint()), widget.size())
        assert rect.adjusted(-2, -2, 2, 2).contains(tour.bubble.tip), name
        press_next(window)
    bar, tab = _tab(window, "WAYS")
    title = QRect(bar.mapTo(window, bar.tabRect(tab).topLeft()), bar.tabRect(tab).size())
    assert title.adjusted(-2, -2, 2, 2).contains(tour.bubble.tip)


def test_the_undo_step_points_at_its_button_and_is_left_out_where_nothing_can_be_undone(
    window: MainWindow, hands: Hands
) -> None:
    for _ in range(6):
        press_next(window)
    assert step(window) == "compare"
    press_next(window)
    assert step(window) == ""
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1")
    action(window, "First minute").trigger()
    for _ in range(6):
        press_next(window)
    assert step(window) == "undo"
    button = next(
        b
        for b in window.toolbar.findChildren(QToolButton)
        if b.defaultAction() is window.undo_action
    )
    rect = QRect(button.mapTo(window, QPoint()), button.size())
    assert rect.adjusted(-2, -2, 2, 2).contains(window.tour.bubble.tip)


def test_esc_ends_it_at_any_time_and_it_does_not_come_back(
    window: MainWindow, hands: Hands, open_window
) -> None:
    hands.key(Key.Key_Escape, to=window.network)
    assert step(window) == ""
    assert step(open_window()) == ""


def test_it_waits_out_of_sight_while_a_comparison_takes_its_place(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    bubble = window.tour.bubble
    hands.key("k", CTRL, to=window.network)
    qtbot.waitUntil(bubble.isHidden)
    assert step(window) == "drag"
    hands.key(Key.Key_Escape)
    qtbot.waitUntil(bubble.isVisible)
    assert not window.comparing.open
    hands.lift("ka10_kdp", "sol")
    hands.drop()
    until(qtbot, window, "line")


def test_it_covers_neither_the_columns_of_the_board_nor_blocs_at_the_first_step(
    open_window, qtbot: QtBot
) -> None:
    window = open_window(size=(1366, 768))
    assert step(window) == "drag"
    bubble, board = window.tour.bubble, window.board
    columns = QRect(board.mapTo(window, QPoint()), board.visibleRegion().boundingRect().size())
    qtbot.waitUntil(lambda: not bubble.geometry().intersects(columns))
    covered = bubble.geometry().adjusted(12, 12, -12, -12)
    network = window.network
    corner = network.mapTo(window, QPoint())
    for bloc in window.document.chamber.bloc_by_id:
        place = network.place_of(bloc).toPoint() + corner
        assert window.document.scenario.coalition_of(bloc) is None or not covered.contains(place)


def test_it_does_not_move_while_a_bloc_is_dragged(window: MainWindow, hands: Hands) -> None:
    hands.lift("ka10_kdp", "sol")
    before = window.tour.bubble.geometry()
    window.tour.bubble.move(before.topLeft() + QPoint(40, 0))
    window.tour._look()
    assert window.tour.bubble.x() == before.x() + 40
    hands.drop()


def test_esc_first_ends_a_drag_and_what_is_typed(window: MainWindow, hands: Hands) -> None:
    hands.lift("ka10_kdp", "sol")
    hands.key(Key.Key_Escape, to=window.network)
    hands.release(window.network)
    assert step(window) == "drag"
    window.scenarios.search.setFocus()
    hands.key(Key.Key_Escape)
    assert step(window) == "drag"


def test_a_button_with_the_keyboard_may_go_meanwhile(window: MainWindow) -> None:
    button = QPushButton("x", window)
    button.show()
    button.setFocus()
    delete(button)
    assert step(window) == "drag"


def test_the_cross_ends_it_and_help_calls_it_again(window: MainWindow, hands: Hands) -> None:
    QTest.mouseClick(window.tour.bubble.close_button, LEFT)
    assert step(window) == ""
    action(window, "First minute").trigger()
    assert step(window) == "drag"
    action(window, "First minute").trigger()
    assert step(window) == "drag"
    hands.key(Key.Key_Escape, to=window.network)
    assert step(window) == ""


def test_it_comes_again_at_the_next_start_where_nothing_was_done(open_window) -> None:
    first = open_window()
    assert step(first) == "drag"
    first.close()
    assert step(open_window()) == "drag"


def test_it_goes_on_by_keyboard_too(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1")
    until(qtbot, window, "line")
    window.tour.bubble.next_button.setFocus()
    hands.key(Key.Key_Space)
    assert step(window) == "rule"


def test_the_free_edge_of_the_bubble_lets_the_mouse_through(window: MainWindow) -> None:
    bubble = window.tour.bubble
    assert not bubble.mask().contains(QPoint(1, 1))
    assert bubble.mask().contains(bubble.rect().center())


@pytest.mark.parametrize("size", [(700, 520), (1024, 640), (1920, 1080)])
def test_it_stays_inside_windows_of_every_size(open_window, size: tuple[int, int]) -> None:
    window = open_window(size=size)
    while step(window):
        assert window.rect().contains(window.tour.bubble.geometry()), step(window)
        text = window.tour.bubble.text
        assert text.height() >= text.heightForWidth(text.width())
        press_next(window)


def test_it_covers_nothing_that_it_points_at_and_least_of_what_is_to_be_seen() -> None:
    room, size = QRect(0, 0, 1000, 700), QSize(300, 160)
    target = QRect(300, 300, 100, 60)
    corner, side = place(size, target, room)
    assert side is Side.BELOW
    assert not QRect(corner, size).intersects(target)
    _, side = place(size, target, room, [QRect(200, 361, 400, 300)])
    assert side is Side.ABOVE
    _, side = place(size, QRect(0, 0, 1000, 100), room)
    assert side is Side.BELOW
    corner, side = place(size, None, room)
    assert side is Side.NONE
    assert room.contains(QRect(corner, size))


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_it_points_at_the_same(window: MainWindow) -> None:
    press_next(window)
    view = window.hemicycle
    rect = QRect(view.mapTo(window, QPoint()), view.size())
    assert rect.adjusted(-2, -2, 2, 2).contains(window.tour.bubble.tip)
    close, count = window.tour.bubble.close_button, window.tour.bubble.count
    assert close.x() < count.x()


def test_it_goes_dark_with_the_window(window: MainWindow) -> None:
    window.set_appearance("dark")
    colour = window.tour.bubble.grab().toImage().pixelColor(window.tour.bubble.rect().center())
    assert colour.lightness() < 90
    assert colour != DARK.text
