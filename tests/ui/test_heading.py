"""The heading over the canvas: one line where there is room, two where there is none."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.main_window import MainWindow


def places(window: MainWindow) -> tuple[QPoint, QPoint]:
    centre = window.centralWidget()
    return window.title.mapTo(centre, QPoint()), window.subtitle.mapTo(centre, QPoint())


def test_name_date_and_rule_stand_on_one_line(window: MainWindow) -> None:
    name, rest = places(window)
    assert rest.x() > name.x() + window.title.sizeHint().width()
    assert window.subtitle.height() < 2 * window.subtitle.fontMetrics().height() + 10


@pytest.mark.parametrize("width", [1024, 960])
def test_in_a_narrow_window_date_and_rule_stand_below_the_name_in_one_line(
    open_window, qtbot: QtBot, width: int
) -> None:
    window = open_window(size=(width, 768))
    name, rest = places(window)
    assert rest.x() == name.x()
    assert rest.y() >= name.y() + window.title.fontMetrics().height()
    assert window.subtitle.height() < 2 * window.subtitle.fontMetrics().height()
    window.resize(1600, 768)
    qtbot.waitUntil(lambda: places(window)[1].x() > places(window)[0].x())
