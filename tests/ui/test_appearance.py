"""How the window stands: panels remembered, dark and light legible, right to left mirrored."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK, LIGHT, Theme, mix
from tests.ui.hands import Hands, board_seats, seats


def _luminance(colour: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_all_text_has_a_contrast_of_four_and_a_half_on_its_ground(theme: Theme) -> None:
    texts = {
        "text": theme.text, "muted": theme.muted, "accent": theme.accent,
        "good": theme.good, "bad": theme.bad, "unaligned": theme.unaligned,
        **{f"coalition {n}": colour for n, colour in enumerate(theme.coalitions)},
    }  # fmt: skip
    grounds = {"panel": theme.panel, "canvas": theme.canvas}
    pairs = [
        (f"{a} on {b}", text, ground) for a, text in texts.items() for b, ground in grounds.items()
    ]
    pairs += [
        (f"{name} on field", texts[name], theme.field)
        for name in ("text", "muted", "good", "bad", "unaligned")
    ]
    pairs += [
        (f"coalition {n} on field", colour, theme.field)
        for n, colour in enumerate(theme.coalitions)
    ]
    pairs += [
        ("on_accent", theme.on_accent, theme.accent),
        ("on_bubble", theme.on_bubble, theme.bubble),
        ("chip", theme.accent, mix(theme.panel, theme.accent, 0.12)),
        ("accent on a selected card", theme.text, mix(theme.panel, theme.accent, 0.13)),
    ]
    low = {name: round(_contrast(a, b), 2) for name, a, b in pairs if _contrast(a, b) < 4.5}
    assert low == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_seat_numbers_are_legible_on_every_coalition_colour(theme: Theme) -> None:
    ink = theme.canvas if theme.dark else QColor("#ffffff")
    low = {
        number: round(_contrast(ink, colour), 2)
        for number, colour in enumerate((*theme.coalitions, theme.unaligned))
        if _contrast(ink, colour) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_lines_and_shapes_have_a_contrast_of_three_on_the_canvas(theme: Theme) -> None:
    for colour in (theme.friendly, theme.hostile, theme.talks, theme.unaligned):
        assert _contrast(colour, theme.canvas) >= 3


def test_the_window_goes_dark_and_light_again_and_remembers_it(
    window: MainWindow, settings: QSettings, open_window
) -> None:
    light = window.network.grab().toImage().pixelColor(2, 2)
    window.set_appearance("dark")
    dark = window.network.grab().toImage().pixelColor(2, 2)
    assert dark == DARK.canvas != light
    assert window.board.grab().toImage().pixelColor(1, 1) == DARK.panel
    again = open_window()
    assert again.theme is DARK
    window.set_appearance("light")
    assert window.network.grab().toImage().pixelColor(2, 2) == light


def test_with_no_choice_the_window_follows_the_system(
    window: MainWindow, settings: QSettings, qapp: QApplication
) -> None:
    window.set_appearance("system")
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert window.theme is (DARK if dark else LIGHT)


def test_hidden_and_moved_panels_are_remembered(window: MainWindow, open_window) -> None:
    scenarios, inspector = window.docks["scenariosDock"], window.docks["inspectorDock"]
    board = window.docks["boardDock"]
    scenarios.hide()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, inspector)
    board.setFloating(True)
    window.resize(1320, 840)
    QApplication.processEvents()
    assert window.close()

    again = open_window()
    scenarios, chamber = again.docks["scenariosDock"], again.docks["chamberDock"]
    inspector, board = again.docks["inspectorDock"], again.docks["boardDock"]
    assert not scenarios.isVisible()
    assert chamber.isVisible()
    assert again.dockWidgetArea(inspector) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert board.isFloating()
    again.menus.actions["resetPanels"].trigger()
    assert all(dock.isVisible() and not dock.isFloating() for dock in again.docks)
    assert again.dockWidgetArea(inspector) == Qt.DockWidgetArea.RightDockWidgetArea


def test_panels_are_shown_and_hidden_by_keys(window: MainWindow, hands: Hands) -> None:
    hands.key("1", Qt.KeyboardModifier.AltModifier, to=window.network)
    assert not window.docks["scenariosDock"].isVisible()
    hands.key("1", Qt.KeyboardModifier.AltModifier, to=window.network)
    assert window.docks["scenariosDock"].isVisible()


def test_settings_that_make_no_sense_do_not_keep_the_window_from_opening(
    settings: QSettings, open_window
) -> None:
    settings.setValue("window/geometry", "nonsense")
    settings.setValue("window/state", "nonsense")
    settings.setValue("view/appearance", "purple")
    settings.setValue("view/animated", "perhaps")
    window = open_window()
    assert all(dock.isVisible() for dock in window.docks)


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_mirrors_window_and_board(open_window, qtbot) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    assert not window.grab().isNull()
    lefts = [column.rect.left() for column in window.board.columns]
    assert lefts == sorted(lefts, reverse=True)
    assert board_seats(window) == seats(window)
    # The same drag works from right to left.
    board = window.board
    hands.press(board, board.card_rect("ka10_kdp").center())
    hands.move(board, board.column_of("sol").head.center())
    assert seats(window)["sol"] == 155
    with hands.settling():
        hands.release(board)
    start = board.column_of("ina").head.center()
    hands.press(board, start)
    first = board.column_of("sol").rect
    start.setX(first.right() - 5)
    hands.move(board, start)
    with hands.settling():
        hands.release(board)
    assert [c.id for c in window.document.scenario.coalitions][:2] == ["ina", "sol"]


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_the_arrow_keys_go_where_they_point(open_window, qtbot) -> None:
    window = open_window()
    hands = Hands(window, qtbot)
    window.board.setFocus()
    hands.key(Qt.Key.Key_Left)
    (first,) = window.selection.nodes
    x = window.board.card_rect(first).center().x()
    hands.key(Qt.Key.Key_Left)
    (second,) = window.selection.nodes
    assert window.board.card_rect(second).center().x() < x


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

    nameless = [
        f"{type(child).__name__} {child.objectName()}"
        for kind in (QComboBox, QSpinBox, QLineEdit)
        for child in window.findChildren(kind)
        if not child.accessibleName()
        and child.objectName() != "qt_spinbox_lineedit"
        and not any(
            label.buddy() is child for label in window.findChildren(QLabel) if label.buddy()
        )
    ]
    assert nameless == []


def test_nothing_in_the_window_is_cut_off_at_its_usual_size(window: MainWindow) -> None:
    for view in (window.network, window.board, window.hemicycle, window.rules, window.inspector):
        assert view.width() >= view.minimumSizeHint().width(), view
        assert view.isVisible()


def test_at_the_first_start_the_main_panel_of_each_place_is_in_front(window: MainWindow) -> None:
    for name in ("scenariosDock", "chamberDock", "inspectorDock", "boardDock"):
        assert not window.docks[name].visibleRegion().isEmpty(), name
