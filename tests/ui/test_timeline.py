"""Time in the window: the date dragged, stepped and played, and what follows it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.layout import compute_layout
from iraq_explorer.core.network import Detail
from iraq_explorer.core.scenario import Point
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_picture import layout_problem
from iraq_explorer.ui.snapshot import draw_image
from iraq_explorer.ui.time_travel import Pace, Stride
from iraq_explorer.ui.timeline_axis import covered_ticks, plate_rect
from tests.ui.hands import CTRL, SHIFT, Hands, board_seats, header, redo, seats, undo

Key = Qt.Key
ALLIANCE = "uia"


@pytest.fixture
def elected(window: MainWindow, hands: Hands) -> MainWindow:
    """December 2005 as elected, with the keyboard on the timeline."""
    open_built_in(window, hands, "elected_2005")
    window.timeline.view.setFocus()
    return window


def open_built_in(window: MainWindow, hands: Hands, origin: str) -> None:
    entry = window.session.entry_of_origin(origin)
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)


def day(window: MainWindow) -> str:
    return str(window.document.shown.date)


def place(window: MainWindow, text: str) -> QPointF:
    return window.timeline.view.place_of_day(PartialDate(text))


def places(window: MainWindow) -> dict[str, Point]:
    return dict(window.arrangement.positions)


def sentence(window: MainWindow) -> str:
    return window.timeline.sentence.accessibleName()


def drag(hands: Hands, *days: str) -> None:
    """Take the date and hold it over one day after another."""
    window = hands.window
    view = window.timeline.view
    plate = QPointF(0, view.height() - 6 - view.axis.line)
    hands.press(view, place(window, day(window)) + plate)
    for text in days:
        hands.move(view, place(window, text) + plate)


# -- dragging the date -----------------------------------------------------------------------------


def test_dragging_the_date_shows_each_day_and_is_kept_as_one_step(
    elected: MainWindow, hands: Hands
) -> None:
    window, document = elected, elected.document
    drag(hands, "2006-05-20", "2007-03-07")
    assert (day(window), str(document.scenario.date)) == ("2007-03-07", "2005-12-15")
    assert seats(window)[ALLIANCE] == 115
    assert board_seats(window)[ALLIANCE] == 115
    assert header(window, ALLIANCE).startswith("115 seats")
    assert "7 March 2007" in window.subtitle.text()
    hands.move(window.timeline.view, place(window, "2007-09-15"))
    assert seats(window)[ALLIANCE] == 85
    hands.release(window.timeline.view)
    assert str(document.scenario.date) == "2007-09-15"
    assert document.undo_stack.undoText() == "As of 15 September 2007"
    undo(window).trigger()
    assert (day(window), seats(window)[ALLIANCE]) == ("2005-12-15", 128)
    redo(window).trigger()
    assert (day(window), seats(window)[ALLIANCE]) == ("2007-09-15", 85)


def test_the_network_of_the_day_follows_the_drag(elected: MainWindow, hands: Hands) -> None:
    window = elected
    for text in ("2006-12-08", "2008-04-19", "2006-05-20"):
        shown = replace(window.document.scenario, date=PartialDate(text))
        drag(hands, text) if not window.timeline.view.dragging else hands.move(
            window.timeline.view, place(window, text)
        )
        expected = window.document.dataset.network(shown)
        drawn = window.network.picture
        assert {s.link.id for s in drawn.links} == {link.id for link in expected.links}
        assert {s.id for s in drawn.nodes} == set(expected.node_by_id)
    hands.key(Key.Key_Escape, to=window.timeline.view)


def test_esc_takes_a_drag_of_the_date_back(elected: MainWindow, hands: Hands) -> None:
    window, before = elected, elected.document.scenario
    at, links = places(window), window.arrangement.network
    drag(hands, "2008-11-27")
    assert day(window) != "2005-12-15"
    hands.key(Key.Key_Escape, to=window.timeline.view)
    hands.release(window.timeline.view)
    assert window.document.scenario is before
    assert window.document.shown is before
    assert not window.document.undo_stack.canUndo()
    assert places(window) == at
    assert window.arrangement.network == links


def test_a_date_let_go_where_it_was_is_no_step(elected: MainWindow, hands: Hands) -> None:
    drag(hands, "2007-03-07", "2005-12-15")
    hands.release(elected.timeline.view)
    assert not elected.document.undo_stack.canUndo()
    assert not elected.document.previewing


# -- keys ------------------------------------------------------------------------------------------


def test_arrow_keys_go_from_event_to_event_and_each_is_a_step(
    elected: MainWindow, hands: Hands
) -> None:
    window = elected
    for expected in ("2006-03-16", "2006-04-21", "2006-05-20", "2006-12-08", "2007-03-07"):
        hands.key(Key.Key_Right)
        assert day(window) == expected
    assert seats(window)[ALLIANCE] == 115
    assert sentence(window).startswith(
        "7 March 2007: Fadhila leaves the UIA; 15 seats, 115 are left; and "
    )
    hands.key(Key.Key_Left)
    assert (day(window), seats(window)[ALLIANCE]) == ("2006-12-08", 130)
    assert "Fadhila is with the UIA again; 15 seats of 130" in sentence(window)
    undo(window).trigger()
    assert day(window) == "2007-03-07"


def test_home_and_end_go_to_the_first_and_the_last_event(elected: MainWindow, hands: Hands) -> None:
    hands.key(Key.Key_End)
    assert day(elected) == "2010-12-21"
    steps = elected.document.undo_stack.count()
    hands.key(Key.Key_Right)
    assert (day(elected), elected.document.undo_stack.count()) == ("2010-12-21", steps)
    hands.key(Key.Key_Home)
    assert (day(elected), seats(elected)[ALLIANCE]) == ("2005-12-15", 128)


def test_ctrl_goes_month_by_month_and_shift_day_by_day(elected: MainWindow, hands: Hands) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-01-31"))
    hands.key(Key.Key_Right, CTRL)
    assert day(elected) == "2007-02-28"
    hands.key(Key.Key_Left, CTRL)
    assert day(elected) == "2007-01-28"
    hands.key(Key.Key_Right, SHIFT)
    assert day(elected) == "2007-01-29"
    hands.key(Key.Key_Left, SHIFT)
    hands.key(Key.Key_Left, SHIFT)
    assert day(elected) == "2007-01-27"


# -- lists -----------------------------------------------------------------------------------------


def test_lists_stay_where_the_user_does_not_want_them_to_follow(
    elected: MainWindow, hands: Hands
) -> None:
    box = next(b for b in elected.timeline.findChildren(QCheckBox))
    assert box.isChecked()
    box.setFocus()
    hands.key(Key.Key_Space, to=box)
    assert not box.isChecked()
    drag(hands, "2007-09-15")
    hands.release(elected.timeline.view)
    assert seats(elected)[ALLIANCE] == 128
    assert elected._settings.value("timeline/follow", True, bool) is False


def test_a_bloc_that_was_put_elsewhere_stays_there_at_every_date(
    elected: MainWindow, hands: Hands
) -> None:
    with hands.settling():
        elected.document.commit(elected.document.scenario.move(["uia05_fadhila"], "inl"), "move")
    hands.key(Key.Key_End)
    assert elected.document.scenario.coalition_of("uia05_fadhila") == "inl"
    hands.key(Key.Key_Home)
    assert elected.document.scenario.coalition_of("uia05_fadhila") == "inl"


# -- places ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize("layout", ["coalition", "force"])
def test_who_is_there_before_and_after_does_not_move_at_all(
    elected: MainWindow, hands: Hands, layout: str, detail: Detail
) -> None:
    window = elected
    if detail is not window.arrangement.detail:
        with hands.settling():
            window.arrangement.set_detail(detail)
    if layout != "coalition":
        with hands.settling():
            window.arrangement.set_layout(layout)
    events = window.timeline.travel.events[::5]
    for event in (*events, *events[::-1]):
        before, was = places(window), window.document.scenario
        window.timeline.travel.go_to(event.date, event)
        after, scenario = places(window), window.document.scenario
        for node in before.keys() & after.keys():
            if layout != "coalition" or was.coalition_of(node) == scenario.coalition_of(node):
                assert after[node] == before[node], (node, event.id)
        shapes = window.network.picture.nodes
        assert {s.id for s in shapes} == set(window.arrangement.network.node_by_id)
        for a, b in combinations(shapes, 2):
            assert not a.box.intersects(b.box), (a.id, b.id, event.id)


def test_by_coalition_who_left_the_list_stands_outside_its_region(
    elected: MainWindow, hands: Hands
) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-09-15"))
    for shape in elected.network.picture.nodes:
        for region in elected.network.picture.regions:
            mine = shape.coalition is not None and shape.coalition.id == region.id
            assert region.path.contains(shape.centre) == mine, (shape.id, region.id)


def test_who_comes_back_gets_the_old_place(elected: MainWindow, hands: Hands) -> None:
    travel = elected.timeline.travel
    travel.go_to(PartialDate("2006-05-20"))
    first = places(elected)
    travel.go_to(PartialDate("2008-04-19"))
    there = places(elected)
    assert there["uia05_sadr"] != first["uia05_sadr"]
    travel.go_to(PartialDate("2006-05-20"))
    assert places(elected) == first
    travel.go_to(PartialDate("2008-04-19"))
    assert places(elected) == there


def test_the_view_does_not_jump_when_only_the_date_changes(
    elected: MainWindow, hands: Hands
) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-03-07"))
    at = elected.network.place_of("ka05_all")
    elected.timeline.travel.go_to(PartialDate("2007-03-08"))
    assert elected.network.place_of("ka05_all") == at


def test_arranging_afresh_is_still_possible_on_another_day(
    elected: MainWindow, hands: Hands
) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-09-15"))
    arrangement, document = elected.arrangement, elected.document
    held = places(elected)
    problem = layout_problem(
        arrangement.network, document.scenario, document.dataset, {}, room=arrangement.room
    )
    with hands.settling():
        arrangement.arrange(afresh=True)
    assert places(elected) == compute_layout("coalition", problem) != held


# -- what changed ----------------------------------------------------------------------------------


def test_a_sentence_says_what_changed_and_folds_out(elected: MainWindow, hands: Hands) -> None:
    drag(hands, "2007-09-15")
    hands.release(elected.timeline.view)
    assert sentence(elected).startswith(
        "15 September 2007: Fadhila and Sadrists leave the UIA; 43 seats, 85 are left"
    )
    assert "ties begin" in sentence(elected)
    hands.click(elected.timeline.more, QPointF(elected.timeline.more.rect().center()))
    popup = elected.timeline.popup
    assert popup.isVisible()
    assert "Fadhila leaves the UIA, 15 seats" in popup.text.text()
    assert "begins: " in popup.text.text()
    hands.key(Key.Key_Escape, to=elected.timeline.more)
    assert not popup.isVisible()


def test_two_that_leave_together_are_one_sentence(elected: MainWindow, hands: Hands) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-09-14"))
    hands.key(Key.Key_Right)
    assert sentence(elected).startswith(
        "15 September 2007: Risaliyun and Sadrists leave the UIA; 30 seats, 85 are left"
    )


def test_a_day_on_which_nothing_happens_says_so(elected: MainWindow, hands: Hands) -> None:
    elected.timeline.travel.go_to(PartialDate("2006-09-10"))
    hands.key(Key.Key_Right, SHIFT)
    assert sentence(elected) == "11 September 2006: nothing changes"
    assert not elected.timeline.more.isEnabled()


# -- events ----------------------------------------------------------------------------------------


def test_clicking_an_event_goes_there_tells_of_it_and_offers_its_scenario(
    elected: MainWindow, hands: Hands
) -> None:
    view, popup = elected.timeline.view, elected.timeline.popup
    hands.click(view, view.place_of_event("e_gov06"))
    assert day(elected) == "2006-05-20"
    told = popup.text.text()
    for part in ("First Maliki government approved", "20 May 2006", "certain", "BBC", "UIA"):
        assert part in told
    assert popup.open.text() == "Open May 2006: first Maliki cabinet"
    with hands.settling():
        hands.click(popup.open, QPointF(popup.open.rect().center()))
    assert elected.document.scenario.name == "May 2006: first Maliki cabinet"
    assert not popup.isVisible()


def test_every_event_can_be_reached_with_the_mouse(elected: MainWindow) -> None:
    axis = elected.timeline.view.axis
    for mark in axis.marks:
        found = axis.mark_at(mark.place)
        assert found is not None
        assert found.place == mark.place
        assert 0 <= mark.place.x() <= elected.timeline.view.width()
        assert 0 <= mark.place.y() <= elected.timeline.view.height()


def test_enter_tells_of_the_event_and_esc_or_a_click_elsewhere_closes(
    elected: MainWindow, hands: Hands
) -> None:
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Return)
    popup = elected.timeline.popup
    assert popup.isVisible()
    assert "First sitting" in popup.text.text()
    assert not popup.open.isVisible()
    hands.key(Key.Key_Escape)
    assert not popup.isVisible()
    assert elected.timeline.view.hasFocus()
    hands.key(Key.Key_Return)
    hands.click(elected.hemicycle, QPointF(5, 5))
    assert not popup.isVisible()


def test_by_key_the_scenario_of_an_event_is_opened_too(elected: MainWindow, hands: Hands) -> None:
    elected.timeline.travel.go_to(PartialDate("2006-05-20"))
    hands.key(Key.Key_Return)
    assert elected.timeline.popup.open.hasFocus()
    with hands.settling():
        hands.key(Key.Key_Space)
    assert elected.document.scenario.name == "May 2006: first Maliki cabinet"


def test_played_at_the_end_time_begins_again_with_the_chamber(
    elected: MainWindow, hands: Hands
) -> None:
    hands.key(Key.Key_End)
    assert (day(elected), seats(elected)[ALLIANCE]) == ("2010-12-21", 85)
    hands.key(Key.Key_Space)
    assert (day(elected), seats(elected)[ALLIANCE]) == ("2005-12-15", 128)
    hands.key(Key.Key_Escape)
    assert day(elected) == "2010-12-21"


def test_a_scenario_on_the_axis_is_offered_too(elected: MainWindow, hands: Hands) -> None:
    view = elected.timeline.view
    station = next(m for m in view.axis.marks if m.scenario and m.scenario.origin == "sofa_2008")
    hands.click(view, station.place)
    assert day(elected) == "2008-11-27"
    assert elected.timeline.popup.open.text() == "Open November 2008: the SOFA vote"


# -- playing ---------------------------------------------------------------------------------------


def test_playing_shows_event_after_event_stops_at_the_end_and_is_one_step(
    elected: MainWindow, hands: Hands, quick: Callable[[Pace], None]
) -> None:
    travel, document = elected.timeline.travel, elected.document
    quick(Pace.NORMAL)
    seen: list[str] = []
    document.shown_changed.connect(lambda: seen.append(day(elected)))
    with hands.qtbot.waitSignal(document.committed, timeout=8000):
        hands.key(Key.Key_Space)
        assert travel.playing
    assert not travel.playing
    assert str(document.scenario.date) == "2010-12-21"
    assert document.undo_stack.count() == 1
    assert list(dict.fromkeys(seen)) == [str(e.date) for e in travel.events[1:]]
    undo(elected).trigger()
    assert day(elected) == "2005-12-15"


def test_space_pauses_and_keeps_the_day_that_was_reached(elected: MainWindow, hands: Hands) -> None:
    travel = elected.timeline.travel
    elected.arrangement.animated = True
    travel.set_stride(Stride.DAYS)
    travel.set_pace(Pace.FAST)
    hands.click(elected.timeline.play, QPointF(8, elected.timeline.play.height() / 2))
    assert elected.timeline.play.accessibleName() == "Pause"
    hands.qtbot.waitUntil(lambda: elected.document.shown.date.latest > date(2006, 4, 1))
    hands.key(Key.Key_Space, to=elected.timeline.view)
    assert not travel.playing
    assert elected.document.scenario.date.latest > date(2006, 4, 1)
    assert elected.document.undo_stack.count() == 1
    elected.arrangement.stop()


def test_esc_takes_the_playing_back(elected: MainWindow, hands: Hands) -> None:
    travel, before = elected.timeline.travel, elected.document.scenario
    hands.key(Key.Key_Space)
    travel.advance(400)
    assert day(elected) != "2005-12-15"
    hands.key(Key.Key_Escape)
    assert not travel.playing
    assert elected.document.shown is before


def test_whatever_else_is_done_while_time_plays_is_done_as_of_the_day_reached(
    elected: MainWindow, hands: Hands
) -> None:
    hands.key(Key.Key_Space)
    elected.timeline.travel.advance(500)
    reached = day(elected)
    hands.press(elected.network, elected.network.place_of("inl05_all"))
    hands.release(elected.network)
    assert not elected.timeline.travel.playing
    assert str(elected.document.scenario.date) == reached
    with hands.settling():
        hands.key("1", to=elected.network)
    assert elected.document.scenario.coalition_of("inl05_all") == ALLIANCE
    assert day(elected) == reached


def test_undo_while_time_plays_undoes_the_playing(elected: MainWindow, hands: Hands) -> None:
    hands.key(Key.Key_Space)
    elected.timeline.travel.advance(500)
    hands.key(Key.Key_Z, CTRL)
    assert not elected.timeline.travel.playing
    assert day(elected) == "2005-12-15"
    assert elected.document.undo_stack.canRedo()


def test_saving_while_time_plays_saves_the_day_reached(elected: MainWindow, hands: Hands) -> None:
    hands.key(Key.Key_Space)
    elected.timeline.travel.advance(500)
    reached = day(elected)
    elected.life.finish_editing()
    assert str(elected.document.scenario.date) == reached


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[Pace], None]:
    """Makes a pace so fast that a test need not wait."""

    def make(pace: Pace) -> None:
        monkeypatch.setitem(_event_ms(), pace, 1)

    return make


def _event_ms() -> dict[Pace, int]:
    from iraq_explorer.ui import time_travel

    return time_travel._EVENT_MS


# -- fading ----------------------------------------------------------------------------------------


def test_ties_fade_in_and_out_where_animation_is_on(elected: MainWindow, hands: Hands) -> None:
    window = elected
    elected.timeline.travel.go_to(PartialDate("2007-03-06"))
    before = {link.id for link in window.arrangement.network.links}
    window.arrangement.animated = True
    with hands.settling():
        window.timeline.travel.go_to(PartialDate("2008-04-19"))
        after = {link.id for link in window.arrangement.network.links}
        assert before - after
        assert after - before
        drawn = {shape.link.id for shape in window.network.picture.links}
        assert drawn == before | after
        assert set(window.arrangement.fading.opacity) >= before ^ after
    hands.qtbot.waitUntil(lambda: not window.arrangement.fading.running)
    assert {shape.link.id for shape in window.network.picture.links} == after
    assert window.arrangement.fading.opacity == {}


def test_nothing_fades_where_animation_is_off_or_the_pointer_leads(
    elected: MainWindow, hands: Hands
) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-03-06"))
    assert not elected.arrangement.fading.running
    elected.arrangement.animated = True
    drag(hands, "2008-04-19")
    assert not elected.arrangement.fading.running
    hands.key(Key.Key_Escape, to=elected.timeline.view)
    elected.arrangement.stop()


# -- as it looks -----------------------------------------------------------------------------------


def test_from_right_to_left_time_runs_so_too(elected: MainWindow, hands: Hands) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert place(elected, "2010-01-01").x() < place(elected, "2006-01-01").x()
        hands.key(Key.Key_Left)
        assert day(elected) == "2006-03-16"
        axis = elected.timeline.view.axis
        assert abs(axis.day_at(axis.x_of(date(2008, 3, 1))) - date(2008, 3, 1)).days <= 1
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_labels_cover_neither_one_another_nor_a_mark(elected: MainWindow) -> None:
    axis = elected.timeline.view.axis
    for (a, _), (b, _) in combinations(axis.labels, 2):
        assert not a.adjusted(1, 3, -1, -3).intersects(b.adjusted(1, 3, -1, -3))
    for rect, _ in axis.labels:
        for mark in axis.marks:
            assert not rect.adjusted(1, 4, -1, -4).contains(mark.place)


def test_a_low_window_has_a_slimmer_timeline(
    open_window: Callable[..., MainWindow], window: MainWindow
) -> None:
    tall = window.timeline.height()
    window.resize(1366, 768)
    assert window.timeline.height() < tall
    assert window.timeline.height() <= 76


def test_the_timeline_is_a_panel_that_can_be_hidden(window: MainWindow) -> None:
    action = window.docks.actions["timelineDock"]
    assert action.text() == "Timeline"
    assert window.timeline.isVisible()
    action.trigger()
    assert not window.timeline.isVisible()
    action.trigger()
    assert window.timeline.isVisible()
    left = window.docks["timelineDock"].geometry()
    board = window.docks["boardDock"].geometry()
    assert left.top() >= board.bottom()
    assert left.width() == board.width()


def test_a_picture_shows_the_date(elected: MainWindow) -> None:
    def drawn(text: str) -> QImage:
        document = elected.document
        # Two days between which no tie begins or ends, so that the date alone differs.
        scenario = replace(document.scenario, date=PartialDate(text))
        return draw_image(scenario, document.dataset, (1280, 800), elected.view())

    assert drawn("2006-09-10") != drawn("2006-09-11")
    assert drawn("2006-09-10") == drawn("2006-09-10")


def test_the_date_is_saved_with_the_scenario(elected: MainWindow, hands: Hands) -> None:
    elected.timeline.travel.go_to(PartialDate("2007-03-07"))
    assert elected.session.save_as("March 2007")
    row = elected.session.row
    elected.session.reload()
    entry = elected.session.entry(row) if row is not None else None
    assert entry is not None
    assert str(entry.scenario.date) == "2007-03-07"
    assert entry.scenario.seats_of(ALLIANCE, elected.document.chamber) == 115


def test_no_year_or_month_looks_out_from_behind_the_date(window: MainWindow) -> None:
    view = window.timeline.view
    plate = plate_rect(view.axis, window.document.scenario.date)
    covered = list(covered_ticks(view.axis, plate))
    assert covered
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    for tick in covered:
        for x in range(round(tick.rect.left()), round(tick.rect.right())):
            for y in range(round(tick.rect.top()) + 1, round(tick.rect.bottom()) - 1):
                if 0 <= x < view.width() and not plate.adjusted(-2, -2, 2, 2).contains(x, y):
                    colour = image.pixelColor(round(x * ratio), round(y * ratio))
                    assert colour == window.theme.panel, (tick.text, x, y)
