"""Large networks: what is thinned and told, what is always drawn, and layouts that are ended."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bench.synthetic import synthetic_dataset
from iraq_explorer.app import make_window
from iraq_explorer.core import layout
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import LayoutProblem, Told
from iraq_explorer.core.network import TieFilter, TieKind
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point
from iraq_explorer.core.thinning import EVERYTHING, USUAL_THINNING, Thinning
from iraq_explorer.core.tie_change import Assumption, TieChange
from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.ui import network_canvas, picture_making
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_painter import header_rects
from iraq_explorer.ui.network_picture import (
    LinkShape,
    NetworkPicture,
    build_picture,
    distance,
    link_points,
)
from iraq_explorer.ui.picture_making import Sitting
from tests.ui.hands import Answers, Hands

NODES, TIES = 400, 1500
_CHIP = "thinned"
_LINES = USUAL_THINNING.lines or 0


@pytest.fixture(scope="module")
def large() -> Dataset:
    return synthetic_dataset(NODES, TIES, blocs=24, coalitions=4)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, large: Dataset, settings: QSettings, answers: Answers
) -> Iterator[MainWindow]:
    qapp.setStyle("Fusion")
    settings.setValue("start/invited", True)
    window = make_window(None, settings, Opened(large))
    window.arrangement.animated = False
    window.resize(1400, 900)
    with qtbot.waitSignal(window.arrangement.settled, timeout=10000):
        window.show()
    assert QTest.qWaitForWindowActive(window)
    qtbot.waitUntil(lambda: bool(window.network.picture.nodes))
    yield window
    answers.over = True
    window.close()
    window.deleteLater()
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    return Hands(window, qtbot)


def _hub(window: MainWindow) -> str:
    """A node outside the chamber with many ties, some of which are thinned out."""
    picture = window.network.picture
    outside = [shape.id for shape in picture.nodes if not shape.node.is_bloc]
    return max(outside, key=lambda node: len(picture.links_of[node]))


def _ids(shapes: tuple[LinkShape, ...]) -> set[str]:
    return {shape.link.id for shape in shapes}


# -- thinning --------------------------------------------------------------------------------


def test_a_chip_tells_that_ties_are_thinned_by_which_rule_and_draws_all(
    window: MainWindow,
) -> None:
    assert len(window.network.drawn.links) == _LINES
    chip = window.filters.chips[_CHIP]
    assert chip.isVisible()
    assert "600 of 1,500 ties drawn" in chip.text()
    assert "surest" in chip.toolTip()
    chip.click()
    assert len(window.network.drawn.links) == TIES
    assert window.view().thinning == EVERYTHING
    again = window.filters.chips[_CHIP]
    again.click()
    assert len(window.network.drawn.links) == _LINES
    assert window.view().thinning == USUAL_THINNING


def test_how_many_ties_are_drawn_is_chosen_in_the_menu(window: MainWindow) -> None:
    menu = QMenu(window)
    window.filters.fill_menu(menu)
    entry = next(action for action in menu.actions() if action.text() == "1,200")
    assert not entry.isChecked()
    entry.trigger()
    assert len(window.network.drawn.links) == 1200
    assert "1,200 of 1,500" in window.filters.chips[_CHIP].text()


def test_a_selected_node_and_one_under_the_pointer_keep_all_their_ties(
    window: MainWindow, hands: Hands
) -> None:
    network, hub = window.network, _hub(window)
    own = _ids(network.picture.links_of[hub])
    assert own - _ids(network.drawn.links), "some are thinned out"
    window.selection.set_nodes([hub])
    assert own <= _ids(network.drawn.links)
    assert len(network.drawn.links) > _LINES
    window.selection.clear()
    assert own - _ids(network.drawn.links)
    hands.move(network, network.place_of(hub))
    assert own <= _ids(network.drawn.links)


def test_nearer_more_ties_of_what_is_in_view_are_drawn(window: MainWindow) -> None:
    network, hub = window.network, _hub(window)
    own = _ids(network.picture.links_of[hub])
    far = own & _ids(network.thinned.links)
    network.zoom_by(5.0, network.place_of(hub))
    assert far < own & _ids(network.thinned.links)


def test_no_more_names_are_placed_than_are_told_and_none_over_another(window: MainWindow) -> None:
    window.arrangement.set_thinning(Thinning(300, 20))
    window.network.grab()
    labels = window.network._labels
    assert 0 < len(labels) <= 20
    for number, one in enumerate(labels):
        for other in labels[number + 1 :]:
            common = one.rect.intersected(other.rect)
            assert common.width() <= 1 or common.height() <= 1


def test_a_line_that_is_not_drawn_is_not_pointed_at(window: MainWindow) -> None:
    network = window.network
    hidden = next(s for s in network.picture.links if s not in network.thinned.links)
    middle = network.camera.to_view((hidden.start.centre + hidden.end.centre) / 2)
    found = network._link_at(middle, 4)
    assert found is None or found.link.id != hidden.link.id
    window.selection.set_nodes([hidden.start.id])
    found = network._link_at(middle, 4)
    assert found is not None


def test_how_many_ties_are_drawn_is_remembered(
    window: MainWindow, large: Dataset, settings: QSettings
) -> None:
    menu = QMenu(window)
    window.filters.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "1,200").trigger()
    again = make_window(None, settings, Opened(large))
    assert again.arrangement.thinning.lines == 1200
    again.arrangement.set_thinning(EVERYTHING)
    again.arrangement.stop()
    third = make_window(None, settings, Opened(large))
    assert third.arrangement.thinning == EVERYTHING
    for made in (again, third):
        made.arrangement.stop()
        made.deleteLater()


def test_names_of_coalitions_among_many_dots_cover_neither_one_another_nor_a_bloc(
    window: MainWindow,
) -> None:
    network = window.network
    places = header_rects(network.picture.regions, network._verdicts(), network.camera)
    for one, other in combinations(places.values(), 2):
        assert not one.adjusted(2, 2, -2, -2).intersects(other)
    for shape in network.picture.nodes:
        if shape.node.is_bloc:
            assert not any(rect.contains(network.place_of(shape.id)) for rect in places.values())


def test_regions_among_many_dots_hold_their_own_blocs_and_no_others(window: MainWindow) -> None:
    arrangement, document = window.arrangement, window.document
    # Seen from as far as thousands are.
    picture = build_picture(
        arrangement.network,
        document.scenario,
        document.dataset,
        arrangement.positions,
        room=Room(150, 90),
    )
    for shape in picture.nodes:
        if shape.node.is_bloc:
            for region in picture.regions:
                mine = shape.coalition is not None and shape.coalition.id == region.id
                assert region.path.contains(shape.centre) == mine, (shape.id, region.id)


# -- a comparison ----------------------------------------------------------------------------


def test_a_comparison_draws_what_is_different_before_what_both_have(
    window: MainWindow, hands: Hands
) -> None:
    scenario, dataset = window.document.scenario, window.document.dataset
    ended = sorted(dataset.ties)[:40]
    other = replace(
        scenario, name="Other", tie_changes=tuple(TieChange(Assumption.ENDED, tie) for tie in ended)
    )
    window.comparing.begin()
    page = window.comparing.page
    page.compare_with(other)
    hands.qtbot.waitUntil(
        lambda: page.canvas.pair is not None and page.canvas.pair.comparison.b == other,
        timeout=20000,
    )
    pair = page.canvas.pair
    assert pair is not None
    first, second = page.canvas.drawn
    assert len(first.links) == len(second.links) == _LINES
    assert pair.own_links[0]
    assert pair.own_links[0] <= _ids(first.links)
    assert page.canvas.thinning_note == "600 of 1,500 ties drawn"
    window.arrangement.set_thinning(EVERYTHING)
    assert len(page.canvas.drawn[0].links) == TIES
    assert not page.canvas.thinning_note


# -- pictures that take their time -----------------------------------------------------------


@pytest.fixture
def thousands(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Every picture counts as large, and waits until the event is set."""
    may_go = Event()
    made = Sitting.picture

    def picture(sitting: Sitting) -> NetworkPicture:
        may_go.wait(5)
        return made(sitting)

    monkeypatch.setattr(picture_making, "AT_ONCE", 10)
    monkeypatch.setattr(network_canvas, "AT_ONCE", 10)
    monkeypatch.setattr(Sitting, "picture", picture)
    yield may_go
    may_go.set()


def test_a_bloc_stays_where_it_is_let_go_while_the_picture_is_made(
    window: MainWindow, hands: Hands, thousands: Event
) -> None:
    network, coalition = window.network, window.document.scenario.coalitions[0].id
    bloc = max(
        window.document.scenario.blocs_of(None, window.document.chamber), key=lambda b: b.seats
    ).id
    hands.lift(bloc, coalition)
    place = network._pointer
    hands.release(network)
    assert window.document.scenario.coalition_of(bloc) == coalition
    assert not network.up_to_date
    assert (network.place_of(bloc) - place).manhattanLength() < 12
    shape = network.picture.by_id[bloc]
    assert shape.coalition is not None
    assert shape.coalition.id == coalition
    assert all(bloc in (s.link.a, s.link.b) for s in network.picture.links_of[bloc])
    thousands.set()
    hands.qtbot.waitUntil(lambda: not window.arrangement.busy and network.up_to_date, timeout=9000)
    assert network.picture.region_by_id[coalition].path.contains(network.picture.by_id[bloc].centre)


def test_an_undo_before_the_picture_is_made_shows_the_bloc_where_it_was(
    window: MainWindow, hands: Hands, thousands: Event
) -> None:
    network, coalition = window.network, window.document.scenario.coalitions[0].id
    bloc = max(
        window.document.scenario.blocs_of(None, window.document.chamber), key=lambda b: b.seats
    ).id
    before = network.picture.by_id[bloc].centre
    hands.lift(bloc, coalition)
    hands.release(network)
    window.document.undo_stack.undo()
    thousands.set()
    hands.qtbot.waitUntil(lambda: not window.arrangement.busy and network.up_to_date, timeout=9000)
    assert network.picture.by_id[bloc].coalition is None
    assert (network.picture.by_id[bloc].centre - before).manhattanLength() < 1


def test_a_picture_that_is_made_during_a_drag_is_shown_after_it(
    window: MainWindow, hands: Hands, thousands: Event
) -> None:
    network = window.network
    hidden = TieFilter(hidden_kinds=frozenset({TieKind.RIVAL}))
    window.arrangement.set_filter(hidden)
    assert not network.up_to_date
    drawn = network.picture
    bloc = next(shape.id for shape in drawn.nodes if shape.node.is_bloc)
    hands.lift(bloc, network.place_of(bloc) + QPointF(40, 25))
    thousands.set()
    hands.qtbot.waitUntil(lambda: not network._making.busy)
    assert network.picture is drawn
    hands.key(Qt.Key.Key_Escape, to=network)
    hands.qtbot.waitUntil(lambda: len(network.picture.links) < len(drawn.links))


def test_zooming_moves_the_painted_picture_until_the_view_rests(
    window: MainWindow, hands: Hands, thousands: Event
) -> None:
    network = window.network
    network.grab()
    still = network._still
    assert still is not None
    network.zoom_by(1.3)
    network.grab()
    assert network._still is still
    hands.qtbot.waitUntil(lambda: network._still is not None and network._still is not still)
    assert not network._rest.isActive()


# -- what is at a place ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def picture(large: Dataset) -> NetworkPicture:
    scenario = large.scenarios["first"]
    network = large.network(scenario)
    places = {
        node.id: ((number * 83) % 1900 - 700.0, (number * 57) % 1300 - 500.0)
        for number, node in enumerate(network.nodes)
    }
    whole = build_picture(network, scenario, large, places, gathered=False)
    return NetworkPicture(whole.nodes, whole.links[:300], ())


@settings(max_examples=40)
@given(x=st.floats(-800, 1300), y=st.floats(-600, 900), slack=st.floats(0, 60))
def test_the_line_found_is_the_one_that_a_look_at_all_finds(
    picture: NetworkPicture, x: float, y: float, slack: float
) -> None:
    place = QPointF(x, y)
    nearest = min(picture.links, key=lambda s: distance(place, link_points(s)))
    expected = nearest if distance(place, link_points(nearest)) <= slack else None
    assert picture.link_at(place, slack) is expected


@settings(max_examples=40)
@given(st.floats(-800, 1300), st.floats(-600, 900), st.floats(0, 60))
def test_the_node_found_is_the_one_that_a_look_at_all_finds(
    picture: NetworkPicture, x: float, y: float, slack: float
) -> None:
    place = QPointF(x, y)
    whole = NetworkPicture(picture.nodes, (), ())
    one_by_one = [NetworkPicture((shape,), (), ()) for shape in picture.nodes]
    hit = [found for one in one_by_one if (found := one.node_at(place, slack)) is not None]
    expected = min(
        hit, key=lambda s: (s.centre - place).x() ** 2 + (s.centre - place).y() ** 2, default=None
    )
    assert whole.node_at(place, slack) is expected


# -- layouts that last -----------------------------------------------------------------------


class _Endless:
    def __init__(self) -> None:
        self.begun, self.ended, self.rounds = Event(), Event(), 0


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> _Endless:
    """In place of the force-directed layout one that never ends by itself."""
    made = _Endless()

    def work(problem: LayoutProblem, told: Told) -> dict[str, Point]:
        made.begun.set()
        pause = Event()
        try:
            while True:
                told(0.4, {})
                made.rounds += 1
                pause.wait(0.005)
        finally:
            made.ended.set()

    layouts: Mapping[str, Callable[[LayoutProblem, Told], dict[str, Point]]]
    layouts = {**layout.LAYOUTS, "force": work}
    monkeypatch.setattr(layout, "LAYOUTS", layouts)
    return made


def test_a_layout_that_lasts_tells_so_and_esc_ends_it(
    window: MainWindow, hands: Hands, endless: _Endless
) -> None:
    before = dict(window.arrangement.positions)
    notice = window.network.notice
    window.arrangement.set_layout("force")
    hands.qtbot.waitUntil(notice.isVisible)
    assert "400 nodes" in notice.label.text()
    assert notice.bar.value() == 40
    with hands.settling():
        hands.key(Qt.Key.Key_Escape)
    assert endless.ended.wait(2), "the work itself has ended"
    hands.qtbot.waitUntil(lambda: not window.arrangement.busy)
    assert not notice.isVisible()
    assert window.arrangement.positions == before


def test_the_button_ends_a_layout_too_and_another_one_can_follow(
    window: MainWindow, hands: Hands, endless: _Endless
) -> None:
    notice = window.network.notice
    window.arrangement.set_layout("force")
    hands.qtbot.waitUntil(notice.isVisible)
    notice.cancel.click()
    assert endless.ended.wait(2)
    before = dict(window.arrangement.positions)
    with hands.settling():
        window.arrangement.set_layout("circular")
    assert window.arrangement.positions != before


def test_a_newer_request_ends_the_layout_before(
    window: MainWindow, hands: Hands, endless: _Endless
) -> None:
    window.arrangement.set_layout("force")
    assert endless.begun.wait(2)
    with hands.settling():
        window.arrangement.set_layout("circular")
    assert endless.ended.wait(2)


def test_a_drag_lets_a_layout_rest_until_it_ends(
    window: MainWindow, hands: Hands, endless: _Endless
) -> None:
    window.arrangement.set_layout("force")
    assert endless.begun.wait(2)
    network = window.network
    bloc = next(shape.id for shape in network.picture.nodes if shape.node.is_bloc)
    hands.lift(bloc, network.place_of(bloc) + QPointF(40, 25))
    QTest.qWait(0)
    endless.rounds = 0
    hands.qtbot.waitUntil(network.notice.isVisible)
    assert endless.rounds <= 1, "at most the round that was under way"
    hands.key(Qt.Key.Key_Escape, to=network)
    assert network.drag is None
    hands.qtbot.waitUntil(lambda: endless.rounds > 3)
    window.arrangement.cancel()
    assert endless.ended.wait(2)


def test_a_window_that_closes_ends_its_layout(
    window: MainWindow, hands: Hands, endless: _Endless
) -> None:
    window.arrangement.set_layout("force")
    assert endless.begun.wait(2)
    window.close()
    assert endless.ended.is_set()
