"""The way around on the canvas: zoom, pan, fit, rubber band, hover."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import Hands, empty_place, region_place

Key = Qt.Key


def _wheel(window: MainWindow, place: QPointF, steps: int) -> None:
    view = window.network
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_about_the_pointer(window: MainWindow) -> None:
    view = window.network
    place = view.place_of("irq10_rest")
    zoom = view.camera.zoom
    _wheel(window, place, 2)
    assert view.camera.zoom > zoom * 1.2
    after = view.place_of("irq10_rest")
    assert (after.x(), after.y()) == pytest.approx((place.x(), place.y()))
    _wheel(window, place, -2)
    assert view.camera.zoom == pytest.approx(zoom)


def test_zoom_has_limits_and_f_fits_again(window: MainWindow, hands: Hands) -> None:
    view = window.network
    fitted = view.camera
    _wheel(window, QPointF(100, 100), 60)
    assert view.camera.zoom <= 5
    _wheel(window, QPointF(100, 100), -120)
    assert view.camera.zoom >= 0.15
    hands.key("f")
    assert view.camera == fitted


def test_zoom_in_and_out_have_keys(window: MainWindow, hands: Hands) -> None:
    zoom = window.network.camera.zoom
    window.menus.actions["zoomIn"].trigger()
    assert window.network.camera.zoom > zoom
    hands.key(Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.network.camera.zoom == pytest.approx(zoom)


def test_z_zooms_to_the_selection(window: MainWindow, hands: Hands) -> None:
    view = window.network
    zoom = view.camera.zoom
    hands.select("ka10_kdp", "ka10_puk")
    hands.key("z")
    assert view.camera.zoom > zoom
    for bloc in ("ka10_kdp", "ka10_puk"):
        assert view.rect().contains(view.place_of(bloc).toPoint())


def test_the_middle_button_moves_the_canvas_and_nothing_else(
    window: MainWindow, hands: Hands
) -> None:
    view = window.network
    before, scenario = view.place_of("ka10_kdp"), window.document.scenario
    hands.press(view, before, button=Qt.MouseButton.MiddleButton)
    hands.move(view, before + QPointF(120, 45))
    hands.release(view, Qt.MouseButton.MiddleButton)
    start = QPointF(before.toPoint())
    end = QPointF((before + QPointF(120, 45)).toPoint())
    after = view.place_of("ka10_kdp")
    assert (after.x(), after.y()) == pytest.approx(
        (before.x() + end.x() - start.x(), before.y() + end.y() - start.y())
    )
    assert window.document.scenario is scenario
    assert window.selection.nodes == ()


def test_a_rubber_band_selects_what_is_inside(window: MainWindow, hands: Hands) -> None:
    view = window.network
    place = empty_place(window)
    hands.press(view, place)
    hands.move(view, QPointF(view.width() - 2, view.height() - 2))
    hands.release(view)
    expected = {
        s.id
        for s in view.picture.nodes
        if view.place_of(s.id).x() >= place.toPoint().x()
        and view.place_of(s.id).y() >= place.toPoint().y()
    }
    assert expected
    assert set(window.selection.nodes) == expected


def test_esc_ends_a_rubber_band(window: MainWindow, hands: Hands) -> None:
    view = window.network
    hands.press(view, empty_place(window))
    hands.move(view, QPointF(view.width() - 2, view.height() - 2))
    hands.key(Key.Key_Escape, to=view)
    hands.release(view)
    assert window.selection.nodes == ()


def test_a_click_on_nothing_selects_nothing(window: MainWindow, hands: Hands) -> None:
    hands.select("ka10_kdp")
    hands.click(window.network, empty_place(window))
    assert window.selection.nodes == ()
    assert window.selection.coalition is None


def test_a_click_in_a_region_selects_its_coalition(window: MainWindow, hands: Hands) -> None:
    hands.click(window.network, region_place(window, "kurds"))
    chosen = window.selection
    assert chosen.coalition == "kurds" or chosen.link is not None


def test_hovering_lights_the_neighbourhood_and_leaving_ends_it(
    window: MainWindow, hands: Hands
) -> None:
    view = window.network
    hands.move(view, view.place_of("irq10_rest"))
    lit = view._emphasis().lit
    assert lit is not None
    assert "irq10_rest" in lit
    assert lit - {"irq10_rest"} == window.arrangement.network.neighbours["irq10_rest"]
    assert len(lit) < len(view.picture.nodes)
    hands.move(view, empty_place(window))
    window.board.setFocus()
    assert view._emphasis().lit is None


def test_tool_tips_tell_a_bloc_with_seats_and_names(window: MainWindow) -> None:
    view = window.network
    tip = view._tip(view.place_of("ka10_kdp"))
    assert "26 seats" in tip
    assert any("\u0600" <= letter <= "\u06ff" for letter in tip), "the Arabic name stands beside"
    assert view._tip(empty_place(window)) == ""


def test_labels_do_not_overlap_and_stay_readable_at_any_zoom(window: MainWindow) -> None:
    view = window.network
    for steps in (0, 3, -6, -8):
        _wheel(window, QPointF(view.width() / 2, view.height() / 2), steps)
        view.grab()
        labels = view._labels
        for i, one in enumerate(labels):
            for other in labels[i + 1 :]:
                common = one.rect.intersected(other.rect)
                assert common.width() <= 1 or common.height() <= 1, (one.shape.id, other.shape.id)
        assert view.camera.text >= 0.8


def test_a_smaller_window_still_shows_every_node(window: MainWindow, hands: Hands) -> None:
    window.resize(1100, 700)
    view = window.network
    hands.qtbot.waitUntil(lambda: window.width() == 1100)
    QApplication.processEvents()
    for shape in view.picture.nodes:
        assert view.rect().contains(view.place_of(shape.id).toPoint()), shape.id


def test_the_context_menu_of_a_bloc_moves_it(window: MainWindow, hands: Hands) -> None:
    from PySide6.QtWidgets import QMenu

    menu = QMenu(window)
    hands.select("ka10_kdp")
    window.moves.fill_context(
        menu, window.theme, window.board.rename, window.network.select_list, window.commands.split
    )
    entry = next(a for a in menu.actions() if a.text().startswith("Move to State of Law"))
    with hands.settling():
        entry.trigger()
    assert window.document.scenario.coalition_of("ka10_kdp") == "sol"


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_right_click_opens_the_menu_of_what_is_under_it(window: MainWindow, hands: Hands) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    view = window.network
    place = view.place_of("gor10_all").toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    assert window.selection.nodes == ("gor10_all",)
    assert any(a.text().startswith("Move to Iraqiya") for a in menu.actions())
    QTest.keyClick(menu, Key.Key_Escape)
