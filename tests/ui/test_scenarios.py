"""The library as the user works with it: nothing is lost, and nothing is written unasked."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage import library_file
from iraq_explorer.storage.library import Library
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, SHIFT, Answers, Hands, region_place, seats, undo

Key = Qt.Key
Button = QMessageBox.StandardButton


def _bytes(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _names(window: MainWindow) -> list[str]:
    return [entry.scenario.name for entry in window.session.entries]


def _listed(window: MainWindow) -> list[str]:
    return [entry.scenario.name for entry in window.scenarios.model.rows]


def _click_row(window: MainWindow, hands: Hands, name: str) -> None:
    panel = window.scenarios
    row = _listed(window).index(name)
    index = panel.model.index(row)
    panel.list.scrollTo(index)
    hands.click(panel.list.viewport(), panel.list.visualRect(index).center())


def _move_badr(hands: Hands) -> None:
    hands.select("ina10_badr")
    with hands.settling():
        hands.key("1", to=hands.window.network)


AS_SHIPPED = "October 2010: Maliki with Sadr"
JUNE = "June 2010: National Alliance"


def test_opening_and_closing_leaves_the_library_byte_for_byte_the_same(
    open_window, library: Path, hands: Hands, window: MainWindow
) -> None:
    before = _bytes(library)
    hands.select("ka10_kdp")
    _click_row(window, hands, JUNE)
    assert window.close()
    assert _bytes(library) == before
    assert [p.name for p in library.parent.iterdir() if p.name.startswith(library.name)] == [
        library.name
    ]


def test_closing_and_discarding_leaves_the_library_byte_for_byte_the_same(
    library: Path, hands: Hands, window: MainWindow, answers: Answers
) -> None:
    before = _bytes(library)
    _move_badr(hands)
    answers.next = [Button.Discard]
    assert window.close()
    assert _bytes(library) == before


def test_saving_a_changed_built_in_makes_an_entry_of_its_own(
    library: Path, hands: Hands, window: MainWindow, dataset: Dataset
) -> None:
    count = len(window.session.entries)
    _move_badr(hands)
    hands.key("s", CTRL)
    assert not window.isWindowModified()
    assert len(window.session.entries) == count + 1
    assert f"{AS_SHIPPED} (2)" in _names(window)
    assert window.document.scenario.name == f"{AS_SHIPPED} (2)"
    with Library.open(library) as kept:
        by_name = {entry.scenario.name: entry.scenario for entry in kept.entries()}
    assert by_name[AS_SHIPPED] == dataset.scenarios["maliki_sadr_2010"]
    assert by_name[f"{AS_SHIPPED} (2)"].coalition_of("ina10_badr") == "sol"
    assert "Saved" in window.messages.label.text()


def test_saved_closed_and_reopened_the_scenario_is_equal_with_its_placements(
    hands: Hands, window: MainWindow, open_window
) -> None:
    _move_badr(hands)
    hands.lift("kiu10_all", region_place(window, "kurds"))
    hands.drop()
    hands.key("s", CTRL)
    saved = window.document.scenario
    place = window.arrangement.positions["kiu10_all"]
    assert saved.placements
    assert window.close()

    again = open_window()
    assert again.document.scenario == saved
    assert again.title.text() == f"{AS_SHIPPED} (2)"
    assert not again.isWindowModified()
    assert again.arrangement.positions["kiu10_all"] == place
    assert seats(again)["sol"] == 138


def test_saving_an_own_scenario_again_keeps_one_entry(hands: Hands, window: MainWindow) -> None:
    _move_badr(hands)
    hands.key("s", CTRL)
    count = len(window.session.entries)
    hands.select("ina10_isci")
    with hands.settling():
        hands.key("1", to=window.network)
    assert window.isWindowModified()
    hands.key("s", CTRL)
    assert len(window.session.entries) == count
    assert not window.isWindowModified()


def test_what_was_done_before_saving_can_still_be_undone(hands: Hands, window: MainWindow) -> None:
    _move_badr(hands)
    hands.key("s", CTRL)
    hands.select("ina10_isci")
    with hands.settling():
        hands.key("1", to=window.network)
    hands.key("s", CTRL)
    with hands.settling():
        undo(window).trigger()
    assert window.isWindowModified()
    assert window.document.scenario.coalition_of("ina10_isci") == "ina"


@pytest.mark.parametrize("answer", [Button.Save, Button.Discard, Button.Cancel])
def test_closing_with_unsaved_work_asks_once(
    hands: Hands, window: MainWindow, answers: Answers, library: Path, answer: Button
) -> None:
    _move_badr(hands)
    answers.next = [answer]
    closed = window.close()
    assert len(answers.asked) == 1
    assert AS_SHIPPED in answers.asked[0]
    assert closed == (answer != Button.Cancel)
    assert window.isVisible() == (answer == Button.Cancel)
    with Library.open(library) as kept:
        saved = f"{AS_SHIPPED} (2)" in [entry.scenario.name for entry in kept.entries()]
    assert saved == (answer == Button.Save)
    if answer == Button.Cancel:
        assert window.document.scenario.coalition_of("ina10_badr") == "sol"
        assert window.isWindowModified()


def test_switching_keeps_unsaved_work_and_brings_it_back_with_its_star(
    hands: Hands, window: MainWindow, library: Path
) -> None:
    before = _bytes(library)
    _move_badr(hands)
    changed = window.document.scenario
    row = window.session.row
    assert row is not None
    _click_row(window, hands, JUNE)
    assert window.title.text() == JUNE
    assert not window.isWindowModified()
    assert window.session.has_draft(row)
    _click_row(window, hands, AS_SHIPPED)
    assert window.document.scenario == changed
    assert window.isWindowModified()
    assert _bytes(library) == before


def test_the_question_at_closing_names_every_unsaved_scenario_and_saves_all(
    hands: Hands, window: MainWindow, answers: Answers, library: Path
) -> None:
    _move_badr(hands)
    _click_row(window, hands, JUNE)
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key("1", to=window.network)
    answers.next = [Button.Save]
    assert window.close()
    assert JUNE in answers.asked[0]
    assert AS_SHIPPED in answers.asked[0]
    with Library.open(library) as kept:
        names = [entry.scenario.name for entry in kept.entries()]
    assert {AS_SHIPPED, JUNE, f"{AS_SHIPPED} (2)", f"{JUNE} (2)"} <= set(names)


def test_deleting_asks_nothing_and_undo_brings_the_scenario_back(
    hands: Hands, window: MainWindow, answers: Answers
) -> None:
    before = window.session.entries
    _click_row(window, hands, JUNE)
    hands.key(Key.Key_Delete, to=window.scenarios.list)
    assert JUNE not in _names(window)
    assert "Undo brings it back" in window.messages.label.text()
    assert window.title.text() != JUNE
    assert "Delete scenario" in undo(window).text()
    undo(window).trigger()
    assert window.session.entries == before
    assert not answers.asked


def test_deleting_a_scenario_with_unsaved_work_and_undoing_brings_the_work_back(
    hands: Hands, window: MainWindow
) -> None:
    _move_badr(hands)
    changed = window.document.scenario
    row = window.session.row
    assert row is not None
    window.session.delete(row)
    assert AS_SHIPPED not in _names(window)
    assert window.session.unsaved == ()
    undo(window).trigger()
    _click_row(window, hands, AS_SHIPPED)
    assert window.document.scenario == changed
    assert window.isWindowModified()


def test_deleting_every_scenario_leaves_an_empty_list_that_says_what_to_do(
    window: MainWindow,
) -> None:
    for entry in window.session.entries:
        window.session.delete(entry.id)
    assert window.session.entries == ()
    assert window.scenarios._empty.isVisible()
    assert window.scenarios._empty.text()
    window.menus.actions["restore"].trigger()
    assert len(window.session.entries) == len(window.document.dataset.scenarios)


def test_a_deleted_built_in_scenario_can_be_had_back(window: MainWindow, dataset: Dataset) -> None:
    entry = window.session.entry_of_origin("cabinet_2006")
    assert entry is not None
    window.session.delete(entry.id)
    window.session.open(window.session.entries[0].id)
    window.menus.actions["restore"].trigger()
    back = window.session.entry_of_origin("cabinet_2006")
    assert back is not None
    assert back.scenario == dataset.scenarios["cabinet_2006"]


def test_renaming_in_the_list_with_f2_and_enter(hands: Hands, window: MainWindow) -> None:
    _click_row(window, hands, JUNE)
    window.scenarios.list.setFocus()
    hands.key(Key.Key_F2, SHIFT, to=window.scenarios.list)
    editor = window.scenarios.list.findChild(QLineEdit)
    assert editor is not None
    hands.key("a", CTRL, to=editor)
    for letter in "My alliance":
        hands.key(letter, to=editor)
    with hands.qtbot.waitSignal(window.document.committed):
        hands.key(Key.Key_Return, to=editor)
    assert window.document.scenario.name == "My alliance"
    assert window.title.text() == "My alliance"
    assert window.isWindowModified()
    undo(window).trigger()
    assert window.document.scenario.name == JUNE


def test_renaming_another_scenario_of_the_list_can_be_undone(window: MainWindow) -> None:
    entry = window.session.entry_of_origin("cabinet_2006")
    assert entry is not None
    before = _names(window)
    window.session.rename(entry.id, "The first cabinet")
    assert "The first cabinet" in _names(window)
    undo(window).trigger()
    assert _names(window) == before


def test_duplicate_goes_on_with_a_copy_beside_the_original(
    hands: Hands, window: MainWindow
) -> None:
    hands.key("d", CTRL)
    assert f"{AS_SHIPPED} (copy)" in _names(window)
    assert AS_SHIPPED in _names(window)
    assert window.title.text() == f"{AS_SHIPPED} (copy)"
    assert not window.isWindowModified()
    hands.key("d", CTRL)
    assert len(set(_names(window))) == len(_names(window))


def test_save_as_asks_for_the_name_in_the_window(hands: Hands, window: MainWindow) -> None:
    _move_badr(hands)
    hands.key(Key.Key_S, CTRL | SHIFT)
    field = window.findChild(QLineEdit, "saveAsName")
    assert field is not None
    assert field.hasFocus()
    hands.key("a", CTRL, to=field)
    for letter in "With Badr":
        hands.key(letter, to=field)
    hands.key(Key.Key_Return, to=field)
    assert "With Badr" in _names(window)
    assert window.title.text() == "With Badr"
    assert not window.isWindowModified()
    hands.qtbot.waitUntil(lambda: window.findChild(QLineEdit, "saveAsName") is None)


def test_asking_twice_for_save_as_opens_one_field_and_esc_closes_it(
    hands: Hands, window: MainWindow
) -> None:
    hands.key(Key.Key_S, CTRL | SHIFT)
    hands.key(Key.Key_S, CTRL | SHIFT)
    fields = window.findChildren(QLineEdit, "saveAsName")
    assert len(fields) == 1
    hands.key(Key.Key_Escape, to=fields[0])
    assert window.findChild(QLineEdit, "saveAsName") is None


def test_steps_can_be_undone_after_a_built_in_was_saved_under_a_name_of_its_own(
    hands: Hands, window: MainWindow, dataset: Dataset
) -> None:
    _move_badr(hands)
    hands.key("s", CTRL)
    hands.key("z", CTRL)
    assert window.document.scenario.name == f"{AS_SHIPPED} (2)"
    assert window.document.scenario.coalition_of("ina10_badr") == "ina"
    assert window.isWindowModified()
    hands.key("s", CTRL)
    assert f"{AS_SHIPPED} (2)" in _names(window)
    assert dataset.scenarios["maliki_sadr_2010"] in [e.scenario for e in window.session.entries]


def test_renaming_in_the_list_to_a_name_that_is_taken_leaves_no_step(window: MainWindow) -> None:
    other = next(e for e in window.session.entries if e.scenario.name == JUNE)
    window.session.rename(other.id, AS_SHIPPED)
    assert "already" in window.messages.label.text()
    assert not window.document.undo_stack.canUndo()


def test_a_name_that_is_taken_is_refused_in_words_and_nothing_is_overwritten(
    window: MainWindow, hands: Hands, library: Path
) -> None:
    before = _bytes(library)
    _move_badr(hands)
    assert not window.session.save_as(JUNE)
    assert "already a scenario named" in window.messages.label.text()
    assert window.messages.isVisible()
    assert window.isWindowModified()
    assert _bytes(library) == before


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_new_begins_a_scenario_with_nobody_in_a_coalition(window: MainWindow, hands: Hands) -> None:
    hands.key("n", CTRL)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    chosen = next(a for a in menu.actions() if "325" in a.text())
    with hands.settling():
        chosen.trigger()
    menu.close()
    scenario = window.document.scenario
    assert scenario.coalitions == ()
    assert seats(window) == {None: 325}
    assert not window.isWindowModified()
    hands.select("sol10_all")
    with hands.settling():
        hands.key("n", to=window.network)
    assert window.isWindowModified()
    hands.key("s", CTRL)
    assert scenario.name in _names(window)


def test_search_in_the_list_finds_by_name_note_and_date(window: MainWindow, hands: Hands) -> None:
    field = window.scenarios.search
    field.setFocus()
    for letter in "basra":
        hands.key(letter, to=field)
    assert "April 2008: after Basra" in _listed(window)
    assert len(_listed(window)) < len(window.session.entries)
    hands.key("a", CTRL, to=field)
    for letter in "no such thing":
        hands.key(letter, to=field)
    assert _listed(window) == []
    assert window.scenarios._empty.isVisible()
    assert "Nothing found" in window.scenarios._empty.text()
    field.clear()
    assert len(_listed(window)) == len(window.session.entries)


def test_the_list_opens_scenarios_by_keyboard(window: MainWindow, hands: Hands) -> None:
    panel = window.scenarios
    panel.list.setFocus()
    hands.key(Key.Key_Home, to=panel.list)
    hands.key(Key.Key_Return, to=panel.list)
    assert window.title.text() == _listed(window)[0]


@pytest.mark.parametrize("trouble", ["read-only", "a folder", "gone"])
def test_a_library_that_cannot_be_saved_to_is_told_and_nothing_is_lost(
    window: MainWindow,
    hands: Hands,
    library: Path,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    before = library.read_bytes()
    _move_badr(hands)
    changed = window.document.scenario
    aside = library.with_name("aside")
    if trouble == "read-only":
        # As a file that may only be read, which root could write to all the same.
        monkeypatch.setattr(library_file, "WRITE_MODE", "ro")
    else:
        library.rename(aside)
        if trouble == "a folder":
            library.mkdir()
    hands.key("s", CTRL)
    assert window.messages.isVisible()
    assert library.name in window.messages.label.text()
    assert window.document.scenario == changed
    assert window.isWindowModified()
    answers.next = [Button.Save]
    assert not window.close()
    assert window.isVisible()
    assert window.isWindowModified()
    if trouble == "read-only":
        monkeypatch.undo()
        monkeypatch.setattr(QMessageBox, "exec", lambda box: answers(box))
    else:
        if library.is_dir():
            library.rmdir()
        aside.rename(library)
    assert library.read_bytes() == before
    hands.key("s", CTRL)
    assert not window.isWindowModified()
    assert f"{AS_SHIPPED} (2)" in _names(window)


def test_a_new_scenario_that_cannot_be_saved_is_not_left_behind_by_switching(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hands.settling():
        window.session.new("cor2010")
    hands.select("sol10_all")
    with hands.settling():
        hands.key("n", to=window.network)
    changed = window.document.scenario
    monkeypatch.setattr(library_file, "WRITE_MODE", "ro")
    _click_row(window, hands, JUNE)
    assert window.document.scenario == changed
    assert window.isWindowModified()
    assert window.messages.isVisible()


def test_a_file_that_is_no_library_is_refused_and_the_open_one_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    names = _names(window)
    wrong = tmp_path / "notes.sqlite"
    wrong.write_text("Notes about Iraq, not a database, long enough to be looked at." * 4)
    before = wrong.read_bytes()
    assert not window.open_library(wrong)
    assert "notes.sqlite" in window.messages.label.text()
    assert _names(window) == names
    assert wrong.read_bytes() == before
    assert window.title.text() == AS_SHIPPED


def test_opening_another_library_and_discarding_writes_to_neither(
    window: MainWindow, hands: Hands, library: Path, shipped_file: Path, tmp_path: Path,
    answers: Answers,
) -> None:  # fmt: skip
    other = tmp_path / "other.sqlite"
    other.write_bytes(shipped_file.read_bytes())
    _move_badr(hands)
    answers.next = [Button.Discard]
    assert window.open_library(other)
    assert _bytes(other) == _bytes(library) == _bytes(shipped_file)
    assert window.session.unsaved == ()
    assert window.session.library is not None
    assert window.session.library.path == other


def test_a_library_that_is_missing_at_the_start_is_told(
    open_window, tmp_path: Path, settings: QSettings
) -> None:
    settings.setValue("start/invited", True)
    window = open_window(tmp_path / "none.sqlite")
    assert "none.sqlite" in window.messages.label.text()
    assert window.messages.isVisible()
    assert window.title.text() == AS_SHIPPED


def test_date_tags_and_note_are_edited_in_the_inspector(window: MainWindow, hands: Hands) -> None:
    window.selection.clear()
    inspector = window.inspector
    inspector.edit.setChecked(True)
    inspector.tags.setFocus()
    hands.key(Key.Key_End, to=inspector.tags)
    hands.key(",", to=inspector.tags)
    for letter in "talk, teaching":
        hands.key(letter, to=inspector.tags)
    hands.key(Key.Key_Return, to=inspector.tags)
    assert window.document.scenario.tags[-2:] == ("talk", "teaching")
    inspector.day.setFocus()
    inspector.day.selectAll()
    for letter in "2010-11":
        hands.key(letter, to=inspector.day)
    hands.key(Key.Key_Return, to=inspector.day)
    assert str(window.document.scenario.date) == "2010-11"
    assert "November 2010" in window.subtitle.text()
    inspector.day.selectAll()
    for letter in "yesterday":
        hands.key(letter, to=inspector.day)
    hands.key(Key.Key_Return, to=inspector.day)
    assert str(window.document.scenario.date) == "2010-11"
    assert inspector._wrong_day.isVisible()
    inspector.note.setFocus()
    hands.key("a", CTRL, to=inspector.note)
    for letter in "Mine":
        hands.key(letter, to=inspector.note)
    window.network.setFocus()
    assert window.document.scenario.note == "Mine"
