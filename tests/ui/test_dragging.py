"""The main job by mouse: what follows while a bloc is dragged, and what stays after."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import (
    Hands,
    board_cards,
    board_seats,
    empty_place,
    header,
    redo,
    region_place,
    seats,
    undo,
)


@pytest.fixture
def before(window: MainWindow) -> Scenario:
    return window.document.scenario


def test_dragging_two_selected_blocs_moves_every_total_before_release(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    assert header(window, "sol") == "129 seats (128–129): 34 short"
    assert window.rules.verdict_of("absolute_majority") == "34 short"
    hands.select("ka10_kdp", "ka10_puk")
    hands.lift("ka10_kdp", "sol")

    assert window.document.previewing
    assert window.document.scenario is before
    assert seats(window)["sol"] == 172
    assert seats(window)["kurds"] == 14
    assert header(window, "sol") == "172 seats (171–172): majority by 9"
    assert header(window, "kurds") == "14 seats: 149 short"
    assert board_seats(window)["sol"] == 172
    assert {"ka10_kdp", "ka10_puk"} <= board_cards(window, "sol")
    assert "State of Law + Sadrists: 172 (9 over 163)" in window.hemicycle.toolTip()
    assert "Kurdish bloc: 14 (149 short of 163)" in window.hemicycle.toolTip()
    assert window.rules.verdict_of("absolute_majority") == "✓ 9 over"
    assert window.rules.verdict_of("two_thirds") == "45 short"
    assert window.network.pointer_label == (
        "KDP and PUK → State of Law + Sadrists",
        "129 + 43 = 172 (171–172) of 163: majority by 9",
    )
    assert not window.isWindowModified()


def test_releasing_the_dragged_blocs_commits_one_step_with_a_name(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    hands.select("ka10_kdp", "ka10_puk")
    hands.lift("ka10_puk", "sol")
    hands.drop()

    assert not window.document.previewing
    assert window.document.scenario == before.move(["ka10_kdp", "ka10_puk"], "sol")
    assert seats(window) == {"sol": 172, "iraqiya": 91, "kurds": 14, "ina": 30, None: 18}
    assert window.isWindowModified()
    assert window.document.undo_stack.count() == 1
    assert undo(window).text() == "&Undo Move KDP and PUK to State of Law + Sadrists"
    region = window.network.picture.region_by_id["sol"]
    for bloc in ("ka10_kdp", "ka10_puk"):
        assert region.path.contains(window.network.picture.by_id[bloc].centre)


def test_dragging_one_bloc_through_several_regions_follows_each_of_them(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    hands.lift("ina10_badr", "sol")
    assert seats(window)["sol"] == 138
    assert window.network.pointer_label[1] == "129 + 9 = 138 (137–138) of 163: 25 short"
    hands.move(window.network, region_place(window, "kurds"))
    assert seats(window)["sol"] == 129
    assert seats(window)["kurds"] == 66
    hands.move(window.network, region_place(window, "iraqiya"))
    assert seats(window)["kurds"] == 57
    assert board_seats(window)["iraqiya"] == 100
    hands.move(window.network, empty_place(window))
    assert seats(window) == {"sol": 129, "iraqiya": 91, "kurds": 57, "ina": 21, None: 27}
    assert window.network.pointer_label == (
        "Badr leaves Rest of the INA",
        "30 − 9 = 21 (21–22) of 163: 142 short",
    )
    hands.move(window.network, region_place(window, "ina"))
    assert seats(window) == before.totals(window.document.chamber)
    hands.key(Qt.Key.Key_Escape, to=window.network)


def test_dropping_on_the_header_of_a_region_counts_as_its_region(
    window: MainWindow, hands: Hands
) -> None:
    bounds = window.network.camera.rect_to_view(window.network.picture.region_by_id["kurds"].bounds)
    hands.lift("ina10_isci", QPointF(bounds.center().x(), bounds.top() - 14))
    assert seats(window)["kurds"] == 66
    hands.drop()
    assert window.document.scenario.coalition_of("ina10_isci") == "kurds"


def test_double_click_takes_the_whole_list_and_drags_it_together(
    window: MainWindow, hands: Hands
) -> None:
    network = window.network
    hands.double_click(network, network.place_of("ina10_isci"))
    chosen = set(window.selection.nodes)
    assert chosen == {b.id for b in window.document.chamber.blocs_of_list("ina10")}
    hands.lift("ina10_isci", "sol")
    assert seats(window)["sol"] == 159
    assert seats(window)["ina"] == 0
    # The Sadrists of the list are in State of Law already: only the other 30 join.
    assert network.pointer_label[1] == "129 + 30 = 159 of 163: 4 short"
    hands.drop()
    assert seats(window)["sol"] == 159
    assert board_cards(window, "ina") == set()
    assert "ina" in network.picture.region_by_id  # an empty coalition stays to be filled again


@pytest.mark.parametrize("when", ["over a region", "outside", "over its own region"])
def test_esc_while_dragging_returns_everything_and_leaves_no_step(
    window: MainWindow, hands: Hands, before: Scenario, when: str
) -> None:
    positions = dict(window.arrangement.positions)
    verdict = window.rules.verdict_of("absolute_majority")
    tip = window.hemicycle.toolTip()
    hands.select("ka10_kdp", "ka10_puk")
    target = {"over a region": "sol", "over its own region": "kurds"}.get(when)
    hands.lift("ka10_kdp", target or empty_place(window))
    hands.key(Qt.Key.Key_Escape, to=window.network)

    assert window.network.drag is None
    assert window.document.scenario is before
    assert window.document.shown is before
    assert window.document.undo_stack.count() == 0
    assert header(window, "sol") == "129 seats (128–129): 34 short"
    assert board_seats(window)["kurds"] == 57
    assert window.rules.verdict_of("absolute_majority") == verdict
    assert window.hemicycle.toolTip() == tip
    assert window.arrangement.positions == positions
    assert window.network.pointer_label == ("", "")
    hands.release(window.network)
    assert window.document.scenario is before
    assert window.document.undo_stack.count() == 0
    assert not window.isWindowModified()


def test_undo_and_redo_go_through_menu_entries_that_name_the_step(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    positions = dict(window.arrangement.positions)
    hands.lift("ina10_fadhila", "sol")
    hands.drop()
    after = window.document.scenario
    moved = dict(window.arrangement.positions)
    assert "Undo Move Fadhila to State of Law + Sadrists" in undo(window).text().replace("&", "")
    with hands.settling():
        undo(window).trigger()
    assert window.document.scenario is before
    assert window.arrangement.positions == positions
    assert "Redo Move Fadhila to State of Law + Sadrists" in redo(window).text().replace("&", "")
    assert not undo(window).isEnabled()
    with hands.settling():
        redo(window).trigger()
    assert window.document.scenario is after
    assert window.arrangement.positions == moved
    assert seats(window)["sol"] == 135


def test_dropping_in_the_same_region_only_places_the_node(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    network = window.network
    place = region_place(window, "kurds")
    scene = network.camera.to_scene(QPointF(place.toPoint()))
    pressed = network.camera.to_scene(QPointF(network.place_of("kiu10_all").toPoint()))
    wanted = scene - pressed + network.picture.by_id["kiu10_all"].centre
    hands.lift("kiu10_all", place)
    assert seats(window) == before.totals(window.document.chamber)
    hands.drop()

    after = window.document.scenario
    assert dict(after.membership) == dict(before.membership)
    assert set(after.placements) == {"kiu10_all"}
    x, y = after.placements["kiu10_all"]
    assert (x, y) == pytest.approx((wanted.x(), wanted.y()))
    assert window.arrangement.positions["kiu10_all"] == (x, y)
    assert undo(window).text() == "&Undo Place KIU"


def test_placed_nodes_are_released_again_by_the_menu(window: MainWindow, hands: Hands) -> None:
    positions = dict(window.arrangement.positions)
    hands.lift("kiu10_all", region_place(window, "kurds"))
    hands.drop()
    assert window.arrangement.positions["kiu10_all"] != positions["kiu10_all"]
    with hands.settling():
        window.menus.actions["release"].trigger()
    assert not window.document.scenario.placements
    assert undo(window).text() == "&Undo Release placements"


def test_a_state_is_placed_by_hand_and_joins_no_coalition(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    state = next(s.id for s in window.network.picture.nodes if s.node.kind.value == "state")
    hands.lift(state, "sol")
    assert window.network.pointer_label[1] == "place it by hand"
    assert window.document.shown is before
    hands.drop()
    assert dict(window.document.scenario.membership) == dict(before.membership)
    assert set(window.document.scenario.placements) == {state}


def test_dropping_on_the_place_for_a_new_coalition_begins_one(
    window: MainWindow, hands: Hands
) -> None:
    network = window.network
    hands.lift("gor10_all", network.new_coalition_rect.center())
    assert len(window.document.shown.coalitions) == 5
    assert "= 8 of 163: 155 short" in network.pointer_label[1]
    assert "Gorran: 8 (155 short of 163)" in window.hemicycle.toolTip()
    hands.drop()
    scenario = window.document.scenario
    begun = scenario.coalitions[-1]
    assert begun.name == "Gorran"
    assert scenario.coalition_of("gor10_all") == begun.id
    assert begun.id in network.picture.region_by_id
    assert len({c.colour for c in scenario.coalitions}) == 5


def test_dropping_outside_takes_the_bloc_out_of_its_coalition(
    window: MainWindow, hands: Hands
) -> None:
    hands.lift("gor10_all", empty_place(window))
    hands.drop()
    assert window.document.scenario.coalition_of("gor10_all") is None
    assert seats(window)["kurds"] == 49
    assert "gor10_all" in board_cards(window, None)
    assert undo(window).text() == "&Undo Take Gorran out"


def test_a_bloc_in_no_coalition_joins_one_by_dragging(window: MainWindow, hands: Hands) -> None:
    assert window.document.scenario.coalition_of("taw10_all") is None
    hands.lift("taw10_all", "iraqiya")
    assert seats(window)["iraqiya"] == 97
    hands.drop()
    assert "taw10_all" in board_cards(window, "iraqiya")


def test_dragging_a_bloc_that_is_not_selected_drags_it_alone(
    window: MainWindow, hands: Hands
) -> None:
    hands.select("ka10_kdp", "ka10_puk")
    hands.lift("ina10_badr", "sol")
    assert window.network.drag is not None
    assert window.network.drag.blocs == ("ina10_badr",)
    hands.drop()
    assert seats(window)["sol"] == 138


def test_a_click_that_hardly_moves_selects_and_drags_nothing(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    network = window.network
    place = network.place_of("sol10_all")
    hands.press(network, place)
    hands.move(network, place + QPointF(2, 2))
    hands.release(network)
    assert window.selection.nodes == ("sol10_all",)
    assert window.document.scenario is before
    assert window.document.undo_stack.count() == 0


def test_other_buttons_pressed_during_a_drag_do_not_end_it(
    window: MainWindow, hands: Hands
) -> None:
    network = window.network
    hands.lift("ina10_badr", "sol")
    hands.press(network, region_place(window, "kurds"), button=Qt.MouseButton.RightButton)
    hands.release(network, Qt.MouseButton.RightButton)
    assert network.drag is not None
    hands.key(Qt.Key.Key_Escape, to=network)
    hands.release(network)
    assert window.document.undo_stack.count() == 0


def test_undo_keys_during_a_drag_do_not_mix_with_it(window: MainWindow, hands: Hands) -> None:
    hands.lift("ina10_badr", "sol")
    hands.drop()
    hands.lift("ina10_isci", "sol")
    hands.key("z", Qt.KeyboardModifier.ControlModifier, to=window.network)
    hands.drop_anyhow()
    scenario = window.document.scenario
    chamber = window.document.chamber
    # Whatever Ctrl+Z did, what is shown is what is committed and the totals add up.
    assert window.document.shown is scenario
    assert sum(scenario.totals(chamber).values()) == chamber.seats
    assert window.network.drag is None
    assert board_seats(window) == scenario.totals(chamber)


def test_after_a_move_the_other_blocs_keep_their_company(
    window: MainWindow, hands: Hands, before: Scenario
) -> None:
    hands.lift("ina10_badr", "sol")
    hands.drop()
    after = window.document.scenario
    for bloc in window.document.chamber.blocs:
        if bloc.id != "ina10_badr":
            assert after.coalition_of(bloc.id) == before.coalition_of(bloc.id)


def test_nodes_glide_to_their_places_and_end_exactly_there(open_window, qtbot, answers) -> None:
    window = open_window(animated=True)
    hands = Hands(window, qtbot)
    seen: list[tuple[float, float]] = []
    window.arrangement.changed.connect(
        lambda: seen.append(window.arrangement.positions["ina10_badr"])
    )
    hands.lift("ina10_badr", "sol")
    hands.drop()
    assert not window.arrangement.gliding
    end = window.arrangement.positions["ina10_badr"]
    assert len(set(seen)) > 2, "it was on the way at least once"
    assert seen[-1] == end
    region = window.network.picture.region_by_id["sol"]
    assert region.path.contains(QPointF(*end))
    QApplication.processEvents()


def test_a_drag_while_nodes_glide_takes_the_nodes_from_where_they_are(open_window, qtbot) -> None:
    window = open_window(animated=True)
    hands = Hands(window, qtbot)
    network = window.network
    hands.press(network, network.place_of("ina10_badr"))
    hands.move(network, region_place(window, "sol"))
    with qtbot.waitSignal(window.arrangement.changed):
        hands.release(network)
    qtbot.waitUntil(lambda: window.arrangement.gliding)
    hands.press(network, network.place_of("ina10_isci"))
    hands.move(network, region_place(window, "kurds"))
    assert network.drag is not None
    hands.drop()
    assert window.document.scenario.coalition_of("ina10_isci") == "kurds"
    assert window.document.scenario.coalition_of("ina10_badr") == "sol"
    for coalition, bloc in (("kurds", "ina10_isci"), ("sol", "ina10_badr")):
        region = network.picture.region_by_id[coalition]
        assert region.path.contains(network.picture.by_id[bloc].centre)
