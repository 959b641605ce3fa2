"""What is typed, dragged or deleted is never lost by what happens at the same time."""

from pathlib import Path

from PySide6.QtCore import Qt

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.seating import seating
from iraq_explorer.storage.library import Library, LibraryError
from iraq_explorer.ui.hemicycle import _line_after
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, Hands

Key = Qt.Key


def _duplicate(window: MainWindow) -> int:
    window.session.duplicate()
    assert window.session.row is not None
    return window.session.row


def test_a_note_that_is_being_typed_is_saved_with_the_scenario(
    library: Path, hands: Hands, window: MainWindow
) -> None:
    _duplicate(window)
    window.inspector.edit.click()
    window.inspector.note.setFocus()
    window.inspector.note.setPlainText("Half a thought")
    hands.key("s", CTRL, to=window.inspector.note)
    with Library.open(library) as kept:
        assert "Half a thought" in [entry.scenario.note for entry in kept.entries()]


def test_a_coalition_name_that_is_being_typed_is_saved(
    library: Path, hands: Hands, window: MainWindow
) -> None:
    row = _duplicate(window)
    window.board.rename("iraqiya")
    assert window.board.editor is not None
    window.board.editor.setText("Zed")
    hands.key("s", CTRL, to=window.board.editor)
    with Library.open(library) as kept:
        assert kept.load(row).coalition_by_id["iraqiya"].name == "Zed"


def test_opening_another_scenario_voids_a_drag(hands: Hands, window: MainWindow) -> None:
    hands.lift("ina10_badr", "sol")
    other = window.session.entry_of_origin("cabinet_2006")
    assert other is not None
    window.session.open(other.id)
    assert window.network.drag is None
    hands.drop()
    assert window.document.scenario == other.scenario
    assert not window.isWindowModified()


def test_undo_in_the_middle_of_a_drag_voids_the_drag(hands: Hands, window: MainWindow) -> None:
    before = window.document.scenario
    hands.select("ina10_badr")
    with hands.settling():
        hands.key("1")
    hands.lift("ina10_isci", "sol")
    hands.key("z", CTRL)
    hands.drop_anyhow()
    assert window.document.scenario == before
    assert window.document.undo_stack.canRedo()


def test_a_deletion_can_be_undone_after_another_scenario_was_opened(window: MainWindow) -> None:
    row = _duplicate(window)
    window.session.delete(row)
    assert window.session.entry(row) is None
    other = window.session.entry_of_origin("cabinet_2006")
    assert other is not None
    window.session.open(other.id)
    window.undo_action.trigger()
    assert window.session.entry(row) is not None
    window.redo_action.trigger()
    assert window.session.entry(row) is None


def test_built_ins_that_come_back_leave_the_number_of_a_deleted_scenario_free(
    window: MainWindow,
) -> None:
    built_in = window.session.entry_of_origin("cabinet_2006")
    assert built_in is not None
    row = _duplicate(window)
    window.session.delete(row)
    window.session.delete(built_in.id)
    window.session.restore_built_in()
    window.undo_action.trigger()
    window.undo_action.trigger()
    assert window.session.entry(row) is not None


def test_a_deletion_that_fails_keeps_the_unsaved_work(
    hands: Hands, window: MainWindow, monkeypatch
) -> None:
    row = _duplicate(window)
    hands.select("ina10_badr")
    hands.key("1")

    def refuse(self: Library, id: int, **_: object) -> None:
        raise LibraryError("the file is locked")

    monkeypatch.setattr(Library, "delete", refuse)
    window.session.delete(row)
    assert window.session.row == row
    assert window.isWindowModified()
    assert "locked" in window.messages.label.text()


def test_the_inspector_forgets_a_tie_of_another_date(window: MainWindow, hands: Hands) -> None:
    link = next(k for k in window.arrangement.network.links if "ina10_sadr" in (k.a, k.b))
    window.selection.set_link(link)
    assert link.main.statement.split(".")[0] in window.inspector.text.toPlainText()
    other = window.session.entry_of_origin("elected_2005")
    assert other is not None
    window.session.open(other.id)
    assert link.main.statement.split(".")[0] not in window.inspector.text.toPlainText()


def test_the_line_is_reached_by_the_dots_of_the_leader_wherever_it_sits(
    window: MainWindow,
) -> None:
    chamber = window.document.chamber
    for position in range(4):
        scenario: Scenario = window.document.scenario.reorder("sol", position)
        runs = seating(scenario, chamber)
        own = [run for run in runs if run.coalition == "sol"]
        first, last = own[0].first, own[-1].first + own[-1].count
        line = _line_after(163, "sol", runs, chamber.seats)
        assert 163 in (line - first, last - line)


def test_nodes_that_a_filter_gives_back_while_a_layout_runs_get_a_place(
    hands: Hands, window: MainWindow
) -> None:
    from iraq_explorer.core.network import ActorKind, TieFilter

    window.arrangement.set_filter(TieFilter(hidden_actor_kinds=frozenset({ActorKind.STATE})))
    window.document.commit(window.document.scenario.move(["ina10_badr"], "sol"), "move")
    window.arrangement.set_filter(TieFilter())
    nodes = {node.id for node in window.arrangement.network.nodes}
    hands.qtbot.waitUntil(lambda: {s.id for s in window.network.picture.nodes} == nodes)


def test_a_scenario_of_an_unknown_chamber_is_told_and_left_in_the_file(
    library: Path, open_window
) -> None:
    from dataclasses import replace

    with Library.open(library) as kept:
        strange = replace(kept.entries()[0].scenario, name="Beirut", chamber="leb2009")
        kept.save(strange)
    window = open_window()
    assert "Beirut" in window.messages.label.text()
    assert "Beirut" not in [entry.scenario.name for entry in window.session.entries]
    with Library.open(library) as kept:
        assert "Beirut" in [entry.scenario.name for entry in kept.entries()]


def test_the_menu_over_a_row_is_about_that_row(window: MainWindow) -> None:
    entry = window.session.entry_of_origin("elected_2005")
    assert entry is not None
    rows = window.scenarios.model.rows
    index = window.scenarios.model.index(next(n for n, e in enumerate(rows) if e.id == entry.id))
    window.scenarios.context_requested.disconnect()  # a menu would hold the keyboard
    window.scenarios._on_context(window.scenarios.list.visualRect(index).center())
    assert window.session.row == entry.id
