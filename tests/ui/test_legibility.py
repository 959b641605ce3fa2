"""Everything in a drawing of the network can be read: nothing covers a name, nothing is cut."""

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import LAYOUTS, compute_layout
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_painter import fitting
from iraq_explorer.ui.network_picture import build_picture, layout_problem
from iraq_explorer.ui.stage import StageCamera
from tests.ui.conftest import Open
from tests.ui.hands import Hands
from tests.ui.legibility import Sight, look_at

IRAQ = shipped_dataset()
EUROPE = read_dataset(resource_folder() / "eec")
SHIPPED = [(d, s) for d in (IRAQ, EUROPE) for s in d.scenarios.values()]
CROWDED = [s for s in IRAQ.scenarios.values() if s.name.startswith(("October", "March 2010"))]

PROJECTOR = Room(710, 320)
"""The canvas in a window of 1366 by 768, without its legend."""
DESK = Room(1344, 640)
PAGE = Room(1080, 700, closest=1.5)
TALK = Room(612, 690, least=1.04, most=2.4, closest=2.4)
"""The canvas of a talk on a screen of 1024 by 768."""


def sight(dataset: Dataset, scenario: Scenario, room: Room, layout: str = "coalition") -> Sight:
    network = dataset.network(scenario)
    problem = layout_problem(network, scenario, dataset, {}, room=room)
    picture = build_picture(
        network,
        scenario,
        dataset,
        compute_layout(layout, problem),
        gathered=layout == "coalition",
        room=room,
    )
    view = QRectF(0, 0, room.width, room.height)
    seen_from = fitting(picture.bounds, view, room.closest)
    camera = StageCamera(seen_from.zoom, seen_from.dx, seen_from.dy, room.least)
    return look_at(picture, camera, scenario.verdicts(dataset.chamber_of(scenario)), view)


@pytest.mark.parametrize(
    "room", [PROJECTOR, DESK, PAGE, TALK], ids=["projector", "desk", "page", "talk"]
)
@pytest.mark.parametrize(("dataset", "scenario"), SHIPPED, ids=[s.name for _, s in SHIPPED])
def test_by_coalition_every_name_is_there_and_covers_nothing(
    qapp: QApplication, dataset: Dataset, scenario: Scenario, room: Room
) -> None:
    seen = sight(dataset, scenario, room)
    assert seen.covered == seen.cut == seen.unnamed == ()


@pytest.mark.parametrize("room", [PROJECTOR, DESK], ids=["projector", "desk"])
@pytest.mark.parametrize("layout", list(LAYOUTS)[1:])
def test_in_other_layouts_names_are_all_but_free_where_it_is_tight(
    qapp: QApplication, layout: str, room: Room
) -> None:
    seen = [sight(IRAQ, scenario, room, layout) for scenario in CROWDED]
    assert [s.covered for s in seen] == [()] * len(seen)
    # A name that finds no place is shown when its node is pointed at.
    assert sum(len(s.cut) for s in seen) <= 1
    assert sum(len(s.unnamed) for s in seen) <= 2


def seen_in(hands: Hands) -> Sight:
    """The canvas of the window as it is painted now."""
    network = hands.window.network
    network.grab()
    area = QRectF(network.rect()).adjusted(3, 3, -3, -4)
    area.setBottom(area.bottom() - network._legend_height(area.width() - 18))
    return look_at(network.picture, network.camera, network._verdicts(), area, network._labels)


def test_going_through_all_scenarios_on_a_projector_covers_no_name(
    open_window: Open, qtbot: QtBot
) -> None:
    hands = Hands(open_window(size=(1366, 768)), qtbot)
    for origin in IRAQ.scenarios:
        with hands.settling():
            hands.window.session.open(hands.window.session.entry_of_origin(origin).id)
        seen = seen_in(hands)
        assert seen.covered == seen.cut == seen.unnamed == (), origin


def test_where_not_all_names_find_room_the_others_still_cover_nothing(
    open_window: Open, qtbot: QtBot
) -> None:
    hands = Hands(open_window(size=(1024, 768)), qtbot)
    seen = seen_in(hands)
    assert seen.covered == seen.cut == ()
    assert seen.unnamed
    network = hands.window.network
    shape = next(s for s in network.picture.nodes if s.title == seen.unnamed[0])
    hands.move(network, network.place_of(shape.id))
    assert shape.title not in seen_in(hands).unnamed, "named when it is pointed at"


def test_who_is_not_moved_stays_where_it_is(window: MainWindow, hands: Hands) -> None:
    before = dict(window.arrangement.positions)
    window.selection.set_nodes(["ina10_islah"])
    with hands.settling():
        hands.key("1", to=window.network)
    after = window.arrangement.positions
    region = window.network.picture.region_by_id["sol"]
    assert region.path.contains(window.network.picture.by_id["ina10_islah"].centre)
    stayed = [node for node in before if math.dist(before[node], after[node]) < 8.0]
    assert len(stayed) >= 0.75 * len(before)
    assert seen_in(hands).covered == ()
