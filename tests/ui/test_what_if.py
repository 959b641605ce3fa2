"""Seats that a scenario assumes: split, shifted, not following; marked, undone, saved."""

import math
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.core.what_if import REST, Part
from iraq_explorer.storage.library import Library
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import LIGHT
from iraq_explorer.ui.seats_editor import SeatsEditor
from iraq_explorer.ui.snapshot import SIZES, draw_image
from iraq_explorer.ui.words import region_text, spread_text, total_text
from tests.ui.conftest import Open
from tests.ui.hands import Hands, action, board_cards, board_seats, header, redo, undo

Key = Qt.Key
IRAQIYA = "irq10_rest"
SAMPLES = Path(__file__).parent.parent / "storage" / "samples"


@pytest.fixture
def editor(window: MainWindow) -> SeatsEditor:
    return window.inspector.seats


def press(hands: Hands, widget: QWidget) -> None:
    hands.qtbot.waitUntil(lambda: widget.isVisible() and widget.height() > 8)
    hands.click(widget, QPointF(min(12, widget.width() / 2), widget.height() / 2))


def write(hands: Hands, field: QWidget, text: str) -> None:
    """Type over what stands in a field."""
    field.setFocus()
    hands.key("a", Qt.KeyboardModifier.ControlModifier, to=field)
    for letter in text:
        hands.key(letter, to=field)


def offered(hands: Hands, editor: SeatsEditor, words: str) -> QPushButton:
    """The split that is offered ready-made with words that begin so."""

    def found() -> list[QPushButton]:
        buttons = editor.findChildren(QPushButton)
        return [b for b in buttons if b.isVisible() and b.text().startswith(words)]

    hands.qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def open_editor(hands: Hands, editor: SeatsEditor, bloc: str) -> None:
    hands.select(bloc)
    press(hands, editor.change)
    assert editor.split.isVisible()


def seats_of(window: MainWindow) -> dict[str, int]:
    return {bloc.id: bloc.seats for bloc in window.document.chamber.blocs}


def white_iraqiya(window: MainWindow, hands: Hands, editor: SeatsEditor) -> str:
    """Split the eight off, and give back the id of their part."""
    open_editor(hands, editor, IRAQIYA)
    with hands.settling():
        press(hands, offered(hands, editor, "Split off 8 as White Iraqiya"))
    return f"{IRAQIYA}/2"


# -- splitting -------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_eight_of_white_iraqiya_leave_in_three_clicks(
    window: MainWindow, hands: Hands, editor: SeatsEditor, qtbot: QtBot
) -> None:
    network = window.network
    place = network.place_of(IRAQIYA).toPoint()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, network.mapToGlobal(place), Qt.KeyboardModifier()
    )
    QApplication.sendEvent(network, event)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    entry = next(a for a in menu.actions() if a.text() == "Split …")
    hands.click(menu, menu.actionGeometry(entry).center())
    qtbot.waitUntil(editor.parts.isVisible)
    with hands.settling():
        press(hands, offered(hands, editor, "Split off 8 as White Iraqiya (March 2011)"))
    assert seats_of(window)[IRAQIYA] == 49
    assert seats_of(window)[f"{IRAQIYA}/2"] == 8
    assert window.document.undo_stack.undoText() == "Split Iraqiya (Allawi): White Iraqiya"
    assert f"{IRAQIYA}/2" in network.picture.by_id
    assert f"{IRAQIYA}/2" in board_cards(window, "iraqiya")
    assert board_seats(window)["iraqiya"] == 91, "the coalition has lost nobody yet"
    hands.lift(f"{IRAQIYA}/2", "sol")
    assert network.pointer_label[1] == "129 + 8 = 137 (136–137) of 163: 26 short"
    hands.drop()
    assert board_seats(window)["iraqiya"] == 83
    assert header(window, "iraqiya") == "83 seats: 80 short"


def test_a_bloc_is_split_by_hand_with_keys_alone(
    window: MainWindow, hands: Hands, editor: SeatsEditor, qtbot: QtBot
) -> None:
    hands.select("ina10_sadr")
    editor.change.setFocus()
    hands.key(Key.Key_Space)
    editor.split.setFocus()
    hands.key(Key.Key_Space)
    (first, first_seats), (name, seats) = editor.parts.rows
    assert (first.text(), first_seats.value(), seats.value()) == ("Sadrists", 39, 1)
    assert name.hasFocus(), "the name stands ready to be typed over"
    qtbot.waitUntil(seats.isVisible)
    for letter in "Asaib":
        hands.key(letter, to=name)
    hands.key(Key.Key_Tab, to=name)
    qtbot.waitUntil(seats.hasFocus)
    write(hands, seats, "12")
    assert first_seats.value() == 28, "the first gives what the second gets"
    assert editor.parts.sum.text() == "28 + 12 = 40"
    with hands.settling():
        hands.key(Key.Key_Return, to=seats)
    assert seats_of(window)["ina10_sadr"] == 28
    assert window.document.chamber.bloc_by_id["ina10_sadr/2"].name.label == "Asaib"
    assert window.document.scenario.coalition_of("ina10_sadr/2") == "sol"


def test_parts_that_do_not_add_up_are_not_taken_over_and_it_says_why(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "ina10_sadr")
    press(hands, editor.split)
    press(hands, editor.parts.more)
    rows = editor.parts.rows
    assert [seats.value() for _, seats in rows] == [38, 1, 1]
    write(hands, rows[1][1], "40")
    assert editor.parts.sum.text() == "The parts add up to 42, not to 40."
    assert not editor.parts.take.isEnabled()
    hands.key(Key.Key_Return, to=rows[1][1])
    assert not window.document.modified
    write(hands, rows[1][1], "20")
    assert editor.parts.sum.text() == "19 + 20 + 1 = 40"
    write(hands, rows[2][0], "Sadrists")
    assert editor.parts.sum.text() == "Two parts have the same name."
    rows[2][0].clear()
    rows[2][0].textEdited.emit("")
    assert editor.parts.sum.text() == "Every part needs a name."
    assert not editor.parts.take.isEnabled()
    press(hands, editor.parts.leave)
    assert not window.document.modified
    assert editor.split.isVisible()


def test_what_was_typed_for_one_bloc_is_there_when_it_is_selected_again(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "ina10_sadr")
    press(hands, editor.split)
    write(hands, editor.parts.rows[1][0], "Asaib")
    hands.select("sol10_all")
    assert not editor.parts.isVisible()
    hands.select("ina10_sadr")
    assert editor.parts.rows[1][0].text() == "Asaib"
    assert not window.document.modified


def test_parts_are_changed_and_merged_again(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    before = window.document.scenario
    part = white_iraqiya(window, hands, editor)
    hands.select(part)
    press(hands, editor.split)
    write(hands, editor.parts.rows[1][1], "10")
    with hands.settling():
        press(hands, editor.parts.take)
    assert (seats_of(window)[IRAQIYA], seats_of(window)[part]) == (47, 10)
    with hands.settling():
        press(hands, editor.merge)
    assert window.selection.nodes == (IRAQIYA,), "the part is gone, its bloc is selected"
    assert window.document.scenario == before
    assert window.document.undo_stack.undoText() == "Merge the parts of Iraqiya (Allawi)"


def test_an_estimate_is_offered_as_a_split_and_named_one(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    entry = window.session.entry_of_origin("after_basra_2008")
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)
    open_editor(hands, editor, "ka05_all")
    ready = offered(hands, editor, "Split by estimate: 22 + 21 + 10")
    assert "An estimate only, never counted" in ready.toolTip()
    assert "Patriotic Union of Kurdistan: 21" in ready.toolTip()
    with hands.settling():
        press(hands, ready)
    blocs = [b for b in window.document.chamber.blocs if b.id.startswith("ka05_all")]
    assert [b.seats for b in blocs] == [22, 21, 10]
    assert all(b.hypothetical for b in blocs)


# -- seats and discipline --------------------------------------------------------------------------


def test_seats_are_taken_from_another_bloc(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "ina10_sadr")
    editor.partner.setCurrentIndex(editor.partner.findData("sol10_all"))
    write(hands, editor.seats, "45")
    with hands.settling():
        hands.key(Key.Key_Return, to=editor.seats)
    assert (seats_of(window)["ina10_sadr"], seats_of(window)["sol10_all"]) == (45, 84)
    assert window.document.undo_stack.undoText() == "Sadrists: 45 seats"
    assert editor.partner.currentText() == "State of Law (84)"


def test_seats_given_up_are_vacant_and_only_those_can_be_taken(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "sol10_all")
    with hands.settling():
        write(hands, editor.seats, "84")
        hands.key(Key.Key_Return, to=editor.seats)
    assert window.document.chamber.vacant == 5
    assert "Vacant: 5" in window.hemicycle.toolTip()
    assert header(window, "sol") == "124 seats (123–124): 39 short"
    write(hands, editor.seats, "99")
    hands.key(Key.Key_Return, to=editor.seats)
    assert editor.wrong.text() == "Only 5 seats are vacant: choose who gives the others."
    assert editor.wrong.isVisible()
    assert editor.seats.value() == 84
    editor.partner.setCurrentIndex(editor.partner.findData("gor10_all"))
    assert not editor.wrong.isVisible()
    write(hands, editor.seats, "99")
    hands.key(Key.Key_Return, to=editor.seats)
    assert editor.wrong.text() == "Gorran has only 8 seats to give."


def test_members_who_do_not_follow_leave_the_coalition(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "ina10_sadr")
    assert editor.follow.text() == "40 of 40"
    with hands.settling():
        write(hands, editor.follow, "35")
        hands.key(Key.Key_Return, to=editor.follow)
    rest = "ina10_sadr" + REST
    assert seats_of(window)["ina10_sadr"] == 35
    assert rest in board_cards(window, None)
    assert board_seats(window)["sol"] == 124
    assert window.document.undo_stack.undoText() == "35 of Sadrists follow"
    hands.select(rest)
    assert editor.follow.value() == 35, "the same is said of those who do not"
    with hands.settling():
        write(hands, editor.follow, "40")
        hands.key(Key.Key_Return, to=editor.follow)
    assert window.selection.nodes == ("ina10_sadr",)
    assert not window.document.modified


def test_what_stands_in_a_field_is_taken_over_before_saving(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    open_editor(hands, editor, "ina10_sadr")
    write(hands, editor.follow, "35")
    action(window, "Save").trigger()
    assert dict(window.document.scenario.what_if.followers) == {"ina10_sadr": 35}


# -- the official figure ---------------------------------------------------------------------------


def test_the_official_figure_and_its_source_stand_there_and_are_one_click_away(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    before = window.document.scenario
    hands.select("ina10_sadr")
    assert not editor.back.isVisible()
    part = white_iraqiya(window, hands, editor)
    hands.select(part)
    told = window.inspector.text.toPlainText()
    assert "8 seats of 325, assumed." in told
    assert "Officially: Iraqiya (Allawi)" in told
    assert "57 seats of 325" in told
    official = window.document.dataset.chambers["cor2010"].bloc_by_id[IRAQIYA]
    source = window.document.dataset.sources[official.reports[0].sources[0]]
    assert source.title in told
    press(hands, editor.change)
    assert editor.back.isVisible(), "folded as well"
    assert editor.back.text() == "Back to the official 57"
    with hands.settling():
        press(hands, editor.back)
    assert window.document.scenario == before
    assert not editor.back.isVisible()


# -- how it is shown -------------------------------------------------------------------------------


def test_assumed_seats_are_marked_wherever_they_stand(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    part = white_iraqiya(window, hands, editor)
    shape = window.network.picture.by_id[part]
    assert shape.assumed
    assert shape.subtitle == "assumed, part of 57"
    assert window.network.picture.by_id[IRAQIYA].subtitle == "assumed, officially 57"
    assert not window.network.picture.by_id["sol10_all"].assumed
    assert window.subtitle.text().endswith("assumes: Iraqiya (Allawi) split")
    window.selection.set_coalition("iraqiya")
    assert "assumed, part of 57" in window.inspector.text.toPlainText()
    window.resizeDocks([window.docks["boardDock"]], [400], Qt.Orientation.Vertical)
    card = window.board.card_rect(part).center().toPoint()
    hands.qtbot.waitUntil(lambda: window.board.visibleRegion().contains(card))
    hands.move(window.board, card)
    assert window.board.toolTip() == "White Iraqiya\n8, assumed, part of 57"


def test_an_assumed_node_has_a_broken_ring(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    part = white_iraqiya(window, hands, editor)
    window.selection.clear()
    hands.move(window.network, QPoint(2, 2))
    image = window.network.grab().toImage()
    ratio = image.devicePixelRatio()
    ground = LIGHT.coalition(window.document.scenario.coalition_by_id["iraqiya"].colour)

    def kinds(node: str) -> set[bool]:
        """Whether the ring around a node is painted, place by place."""
        centre, shape = window.network.place_of(node), window.network.picture.by_id[node]
        radius = max(8.5, shape.radius * window.network.camera.zoom) + 2.8
        found = set()
        for step in range(72):
            turn = QPointF(_cos(step), _sin(step)) * radius
            colour = QColor(image.pixel(((centre + turn) * ratio).toPoint()))
            found.add(_away(colour, ground) < 60)
        return found

    assert kinds(part) == {True, False}
    assert kinds("irq10_hiwar") == {False}


def _cos(step: int) -> float:
    return math.cos(math.tau * step / 72)


def _sin(step: int) -> float:
    return math.sin(math.tau * step / 72)


def _away(one: QColor, other: QColor) -> int:
    return sum(
        abs(a - b)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[arg-type, call-overload]
    )


def test_totals_carry_the_range_of_the_sources_in_every_view(
    window: MainWindow, hands: Hands
) -> None:
    assert header(window, "sol") == "129 seats (128–129): 34 short"
    assert "128–129 by source" in window.hemicycle.toolTip()
    assert "129 (128–129) seats" in window.rules._whose.text()
    verdict = window.board.column_of("sol").verdict
    assert verdict.spread == (128, 129)
    head = window.board.column_of("sol").head.center()
    hands.move(window.board, head)
    assert window.board.toolTip() == "128–129 by source"


def test_a_verdict_that_the_range_leaves_open_says_so() -> None:
    verdict = Verdict(164, 163, 161, 166)
    assert total_text(verdict) == "164 (161–166)"
    assert region_text(verdict) == "164 seats (161–166): majority by 1, open by source"
    assert spread_text(verdict) == "161–166: open within what sources give"
    assert spread_text(Verdict(164, 163)) == ""


def test_vacant_seats_are_hollow_and_those_in_no_coalition_ringed(window: MainWindow) -> None:
    document = window.document

    def ink() -> int:
        """How much of the chamber is painted in no coalition's colour."""
        image = window.hemicycle.grab().toImage()
        return sum(
            _away(QColor(image.pixel(x, y)), LIGHT.panel) > 40
            for x in range(image.width())
            for y in range(image.height())
        )

    full = ink()
    given_up = document.scenario.what_if.transfer(document.chamber, "sol10_all", -80, None)
    document.commit(document.dataset.assume(document.scenario, given_up), "x")
    assert document.chamber.vacant == 80
    assert ink() < 0.9 * full


# -- kept ------------------------------------------------------------------------------------------


def test_every_step_is_undone_and_redone(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    before = window.document.scenario
    part = white_iraqiya(window, hands, editor)
    after = window.document.scenario
    hands.select(part)
    with hands.settling():
        undo(window).trigger()
    assert window.document.scenario == before
    assert not editor.isVisible(), "the part that was selected is not there"
    assert part not in window.network.picture.by_id
    with hands.settling():
        redo(window).trigger()
    assert window.document.scenario == after
    assert part in window.network.picture.by_id


def test_a_split_is_saved_and_there_again_when_the_library_is_opened(
    window: MainWindow, hands: Hands, editor: SeatsEditor, library: Path, open_window: Open
) -> None:
    part = white_iraqiya(window, hands, editor)
    with hands.settling():
        hands.select(part)
        editor.follow.setValue(6)
    after = window.document.scenario
    action(window, "Save").trigger()
    window.close()
    with Library.open(library) as opened:
        assert after.what_if in {row.scenario.what_if for row in opened.entries()}
    again = open_window()
    assert again.document.scenario.what_if == after.what_if
    assert seats_of(again)[part] == 6
    assert seats_of(again)[part + REST] == 2
    assert part in again.network.picture.by_id


def test_a_library_from_before_assumes_nothing_and_can_keep_a_split(
    dataset: Dataset, tmp_path: Path
) -> None:
    path = Path(shutil.copy(SAMPLES / "v1.sqlite", tmp_path / "older.sqlite"))
    with Library.open(path) as opened:
        older = opened.entries()[0].scenario
        assert not any(entry.scenario.what_if for entry in opened.entries())
        bloc = dataset.chamber_of(older).blocs[0]
        parts = (Part(bloc.id, "First", bloc.seats - 1), Part(f"{bloc.id}/2", "Second", 1))
        parted = dataset.assume(older, older.what_if.split(bloc.id, parts))
        kept = replace(parted, name="Split", origin="")
        opened.save(kept)
    with Library.open(path) as again:
        assert kept in [entry.scenario for entry in again.entries()]


def test_a_scenario_with_assumed_seats_can_be_drawn(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    plain = draw_image(window.document.scenario, window.document.dataset, SIZES["screen"])
    white_iraqiya(window, hands, editor)
    image = draw_image(window.document.scenario, window.document.dataset, SIZES["screen"])
    assert image != plain


def test_what_is_said_of_one_bloc_is_not_offered_for_two_or_for_none(
    window: MainWindow, hands: Hands, editor: SeatsEditor
) -> None:
    assert not editor.isVisible()
    hands.select(IRAQIYA, "sol10_all")
    assert not editor.isVisible()
    window.selection.set_nodes(["iran"])
    assert not editor.isVisible()
