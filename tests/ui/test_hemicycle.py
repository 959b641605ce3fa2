"""The lines of the hemicycle, in chambers of every size."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from iraq_explorer.core.seating import hemicycle
from iraq_explorer.storage.dataset import dataset_of
from iraq_explorer.storage.draft_file import new_draft
from iraq_explorer.ui.hemicycle import paint_hemicycle, way_between
from iraq_explorer.ui.palette import LIGHT


def point(angle: float, far: float) -> tuple[float, float]:
    return 1 - math.cos(angle) * far, 1 - math.sin(angle) * far


@pytest.mark.parametrize("seats", [3, 5, 7, 12, 17, 25, 40, 60])
def test_in_a_small_chamber_no_line_runs_through_a_seat(seats: int) -> None:
    places = hemicycle(seats)
    dot = places.seat_radius * 0.84
    for count in range(1, seats):
        way = [point(*at) for at in way_between(seats, count)]
        for (ax, ay), (bx, by) in pairwise(way):
            for step in range(11):
                x, y = ax + (bx - ax) * step / 10, ay + (by - ay) * step / 10
                nearest = min(math.hypot(x - s.x, y - s.y) for s in places.seats)
                assert nearest > dot * 0.97, (count, x, y)


@pytest.mark.parametrize("seats", [17, 60])
def test_the_line_has_as_many_seats_before_it_as_it_says(seats: int) -> None:
    places = hemicycle(seats)
    for count in range(1, seats):
        way = way_between(seats, count)
        before = 0
        for seat in places.seats:
            far = math.hypot(seat.x - 1, 1 - seat.y)
            (angle,) = {one for (one, a), (_, b) in pairwise(way) if a < far < b}
            before += seat.angle < angle
        assert before == count


def test_a_large_chamber_has_straight_lines() -> None:
    way = way_between(325, 163)
    assert len({angle for angle, _ in way}) == 1


def test_a_chamber_of_one_seat_is_drawn(qapp: QApplication) -> None:
    dataset = dataset_of(new_draft("One").files())
    (scenario,) = dataset.scenarios.values()
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(LIGHT.panel)
    painter = QPainter(image)
    paint_hemicycle(painter, QRectF(image.rect()), scenario, dataset.chamber_of(scenario), LIGHT)
    painter.end()
    assert image.pixelColor(150, 110) != LIGHT.panel or image.pixelColor(60, 110) != LIGHT.panel
