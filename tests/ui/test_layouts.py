"""Where nodes are: every layout readable, the same at every run, and back again by undo."""

import itertools
import math

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QComboBox

from iraq_explorer.core.layout import LAYOUTS
from iraq_explorer.core.network import Detail
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_picture import NodeShape
from tests.ui.hands import CTRL, Hands, named, undo

Key = Qt.Key


def _overlap(a: NodeShape, b: NodeShape) -> float:
    """By how much two shapes lie over each other; negative where there is room between."""
    if not (a.node.is_bloc and b.node.is_bloc):
        boxes = a.box.intersected(b.box)
        return min(boxes.width(), boxes.height())
    away = math.hypot(a.centre.x() - b.centre.x(), a.centre.y() - b.centre.y())
    return a.radius + b.radius - away


def _overlapping(window: MainWindow) -> list[tuple[str, str]]:
    pairs = itertools.combinations(window.network.picture.nodes, 2)
    return [(a.id, b.id) for a, b in pairs if _overlap(a, b) > 0.5]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("detail", list(Detail))
def test_a_layout_overlaps_no_nodes_and_is_the_same_at_every_run(
    window: MainWindow, hands: Hands, layout: str, detail: Detail
) -> None:
    arrangement = window.arrangement
    if detail is not arrangement.detail:
        with hands.settling():
            arrangement.set_detail(detail)
    if layout != arrangement.layout_name:
        with hands.settling():
            arrangement.set_layout(layout)
    assert {s.id for s in window.network.picture.nodes} == {n.id for n in arrangement.network.nodes}
    assert _overlapping(window) == []
    with hands.settling():
        arrangement.arrange(afresh=True)
    once = dict(arrangement.positions)
    assert _overlapping(window) == []
    with hands.settling():
        arrangement.arrange(afresh=True)
    assert arrangement.positions == once
    for shape in window.network.picture.nodes:
        assert window.network.rect().contains(window.network.place_of(shape.id).toPoint())


def test_by_coalition_every_bloc_is_in_its_region_and_regions_stand_apart(
    window: MainWindow,
) -> None:
    picture = window.network.picture
    for shape in picture.nodes:
        for region in picture.regions:
            inside = region.path.contains(shape.centre)
            assert inside == (shape.coalition is not None and shape.coalition.id == region.id)
    for a, b in itertools.combinations(picture.regions, 2):
        assert a.path.intersected(b.path).isEmpty(), f"{a.id} and {b.id} overlap"


def test_undo_gives_back_exactly_the_earlier_places_in_every_layout(
    window: MainWindow, hands: Hands
) -> None:
    for layout in LAYOUTS:
        if layout != window.arrangement.layout_name:
            with hands.settling():
                window.arrangement.set_layout(layout)
        before = dict(window.arrangement.positions)
        window.selection.set_nodes(["ka10_kdp", "ka10_puk"])
        with hands.settling():
            hands.key("1", to=window.network)
        with hands.settling():
            undo(window).trigger()
        assert window.arrangement.positions == before, layout


def test_the_layout_is_chosen_in_the_toolbar(window: MainWindow, hands: Hands) -> None:
    choice = named(window, QComboBox, "Layout")
    choice.setFocus()
    before = dict(window.arrangement.positions)
    with hands.settling():
        hands.key(Key.Key_Down, to=choice)
    assert window.arrangement.layout_name != "coalition"
    assert window.arrangement.positions != before
    assert "Layout" in choice.currentText()


def test_a_move_changes_places_little_in_a_force_layout(window: MainWindow, hands: Hands) -> None:
    with hands.settling():
        window.arrangement.set_layout("force")
    before = dict(window.arrangement.positions)
    window.selection.set_nodes(["ina10_islah"])
    with hands.settling():
        hands.key("1", to=window.network)
    size = window.network.picture.bounds
    moved = [
        math.hypot(x - before[n][0], y - before[n][1])
        for n, (x, y) in window.arrangement.positions.items()
        if n in before
    ]
    moved.sort()
    assert moved[len(moved) // 2] < 0.15 * math.hypot(size.width(), size.height())


def test_a_placed_node_keeps_its_place_in_every_layout(window: MainWindow, hands: Hands) -> None:
    window.document.commit(window.document.scenario.place({"ka10_kdp": (321.0, -123.0)}), "x")
    hands.qtbot.waitUntil(lambda: window.arrangement.positions["ka10_kdp"] == (321.0, -123.0))
    for layout in list(LAYOUTS)[1:]:
        with hands.settling():
            window.arrangement.set_layout(layout)
        assert window.arrangement.positions["ka10_kdp"] == (321.0, -123.0), layout
        assert window.network.picture.by_id["ka10_kdp"].centre == QPointF(321.0, -123.0)


def test_arrange_afresh_has_a_key(window: MainWindow, hands: Hands) -> None:
    with hands.settling():
        hands.key("r", CTRL)
    assert _overlapping(window) == []


def test_quick_moves_one_after_another_end_in_the_layout_of_the_last(
    window: MainWindow, hands: Hands
) -> None:
    for bloc in ("ka10_kdp", "ka10_puk", "gor10_all"):
        window.selection.set_nodes([bloc])
        hands.key("1", to=window.network)
    with hands.settling():
        window.selection.set_nodes(["kiu10_all"])
        hands.key("1", to=window.network)
    region = window.network.picture.region_by_id["sol"]
    for bloc in ("ka10_kdp", "ka10_puk", "gor10_all", "kiu10_all"):
        assert region.path.contains(window.network.picture.by_id[bloc].centre)
