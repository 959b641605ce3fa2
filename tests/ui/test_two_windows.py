"""Two windows on one library: each sees what the other saves, and neither overwrites it unasked."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Library
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, Hands

Open = Callable[..., MainWindow]
PLAN = "Plan"
SAMPLES = Path(__file__).resolve().parent.parent / "storage" / "samples"


@pytest.fixture
def other(library: Path, window: MainWindow) -> Iterator[Library]:
    """Another window's hold on the library, in which both have the scenario ``Plan`` open."""
    opening = window.document.scenario
    with Library.open(library) as opened:
        row = opened.save(replace(opening, name=PLAN, origin=""))
        window.watch.follow()
        window.session.open(row)
        yield opened


def plan_of(library: Library) -> Scenario:
    return next(e.scenario for e in library.entries() if e.scenario.name == PLAN)


def names(window: MainWindow) -> list[str]:
    return [entry.scenario.name for entry in window.session.entries]


def row_of(window: MainWindow) -> int:
    assert window.session.row is not None
    return window.session.row


def move(hands: Hands, bloc: str) -> None:
    hands.select(bloc)
    with hands.settling():
        hands.key("1", to=hands.window.network)


def test_what_one_window_saves_shows_in_the_other(
    window: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    second = open_window()
    second.session.save_as("From the second")
    qtbot.waitUntil(lambda: "From the second" in names(window), timeout=8000)
    row = row_of(second)
    window.session.open(row)
    second.session.rename(row, "Renamed there")
    second.session.save()
    qtbot.waitUntil(lambda: window.title.text() == "Renamed there", timeout=8000)
    assert not window.isWindowModified()
    assert "another window" in window.messages.label.text()


def test_a_change_from_elsewhere_can_be_undone_here(window: MainWindow, other: Library) -> None:
    before = plan_of(other)
    other.save(replace(before, note="theirs"), row_of(window))
    window.watch.follow()
    assert window.document.scenario.note == "theirs"
    assert not window.isWindowModified()
    window.undo_action.trigger()
    assert window.document.scenario == before
    assert window.isWindowModified()


def test_when_both_change_the_same_scenario_both_are_kept(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    move(hands, "ina10_badr")
    theirs = replace(plan_of(other), note="theirs")
    other.save(theirs, row_of(window))
    hands.key("s", CTRL)
    assert "beside it as “Plan (2)”" in window.messages.label.text()
    assert window.title.text() == "Plan (2)"
    assert not window.isWindowModified()
    kept = {entry.scenario.name: entry.scenario for entry in other.entries()}
    assert kept[PLAN] == theirs
    assert kept["Plan (2)"].coalition_of("ina10_badr") == "sol"
    assert {PLAN, "Plan (2)"} <= set(names(window))


def test_a_change_from_elsewhere_to_what_is_being_changed_here_is_told_before_the_save(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    move(hands, "ina10_badr")
    mine = window.document.scenario
    other.save(replace(plan_of(other), note="theirs"), row_of(window))
    window.watch.follow()
    assert "Saving here keeps both" in window.messages.label.text()
    assert window.document.scenario == mine


def test_unsaved_work_on_a_scenario_that_is_not_open_is_kept_beside_too(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    row = row_of(window)
    move(hands, "ina10_badr")
    window.session.open(window.session.entries[0].id)
    theirs = replace(plan_of(other), note="theirs")
    other.save(theirs, row)
    window.watch.follow()
    assert window.session.save_all()
    kept = {entry.scenario.name: entry.scenario for entry in other.entries()}
    assert kept[PLAN] == theirs
    assert kept["Plan (2)"].coalition_of("ina10_badr") == "sol"


def test_coming_back_to_unsaved_work_does_not_hide_that_another_window_saved(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    row = row_of(window)
    move(hands, "ina10_badr")
    window.session.open(window.session.entries[0].id)
    theirs = replace(plan_of(other), note="theirs")
    other.save(theirs, row)
    window.watch.follow()
    window.session.open(row)
    assert window.document.scenario.note != "theirs"
    hands.key("s", CTRL)
    assert plan_of(other) == theirs
    assert "Plan (2)" in names(window)


def test_a_scenario_deleted_elsewhere_is_told_and_saving_keeps_it(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    move(hands, "ina10_badr")
    mine = window.document.scenario
    other.delete(row_of(window))
    window.watch.follow()
    assert "deleted in another window" in window.messages.label.text()
    assert window.document.scenario == mine
    hands.key("s", CTRL)
    assert plan_of(other) == mine
    assert not window.isWindowModified()


def test_unsaved_work_on_a_scenario_deleted_elsewhere_stays_in_the_list(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    move(hands, "ina10_badr")
    mine = window.document.scenario
    other.delete(row_of(window))
    window.watch.follow()
    window.session.open(window.session.entries[0].id)
    assert names(window).count(PLAN) == 1
    back = next(e for e in window.session.entries if e.scenario.name == PLAN)
    window.session.open(back.id)
    assert window.document.scenario == mine
    assert window.isWindowModified()
    assert window.session.save_all()
    assert plan_of(other) == mine


def test_deleting_does_not_take_away_what_another_window_has_just_saved(
    window: MainWindow, other: Library
) -> None:
    theirs = replace(plan_of(other), note="theirs")
    other.save(theirs, row_of(window))
    window.session.delete(row_of(window))
    assert plan_of(other) == theirs
    assert "changed meanwhile" in window.messages.label.text()


def test_renaming_does_not_take_back_what_another_window_has_just_saved(
    window: MainWindow, other: Library
) -> None:
    row = row_of(window)
    window.session.open(window.session.entries[0].id)
    other.save(replace(plan_of(other), note="theirs"), row)
    window.session.rename(row, "Renamed")
    assert other.load(row).note == "theirs"
    assert other.load(row).name == "Renamed"
    window.undo_action.trigger()
    assert plan_of(other).note == "theirs"


def test_a_name_taken_elsewhere_a_moment_ago_is_avoided(
    window: MainWindow, hands: Hands, other: Library
) -> None:
    move(hands, "ina10_badr")
    other.save(replace(plan_of(other), note="theirs"), row_of(window))
    other.save(replace(plan_of(other), name="Plan (2)"))
    hands.key("s", CTRL)
    assert window.title.text() == "Plan (3)"


@pytest.mark.parametrize(
    ("name", "beside"),
    [("Plan (2)", "Plan (3)"), ("Plan (99)", "Plan (100)"), ("Vote (2010)", "Vote (2010) (2)")],
)
def test_what_is_kept_beside_counts_on(
    name: str, beside: str, window: MainWindow, hands: Hands, other: Library
) -> None:
    row = other.save(replace(plan_of(other), name=name))
    window.watch.follow()
    window.session.open(row)
    move(hands, "ina10_badr")
    other.save(replace(other.load(row), note="theirs"), row, was=other.load(row))
    hands.key("s", CTRL)
    assert window.title.text() == beside


def test_a_library_that_is_just_being_written_is_read_a_moment_later(
    window: MainWindow, other: Library, library: Path, qtbot: QtBot
) -> None:
    other.save(replace(plan_of(other), name="Late"))
    with closing(sqlite3.connect(library, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        window.watch.follow()
        assert "Late" not in names(window)
        assert "another program" not in window.messages.label.text()
        writer.execute("ROLLBACK")
    qtbot.waitUntil(lambda: "Late" in names(window), timeout=8000)


def press(hands: Hands, button: QPushButton) -> None:
    hands.click(button, button.rect().center())


def test_a_library_that_is_deleted_can_be_written_again(
    window: MainWindow, hands: Hands, other: Library, library: Path, qtbot: QtBot
) -> None:
    before = other.entries()
    strange = replace(plan_of(other), name="Beirut", chamber="leb2009")
    other.save(strange)
    window.watch.follow()
    library.unlink()
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    assert "gone" in window.offers.label.text()
    press(hands, window.offers.buttons[0])
    assert other.entries()[: len(before)] == before
    assert strange in [entry.scenario for entry in other.entries()], "also what is not shown here"
    move(hands, "ina10_badr")
    hands.key("s", CTRL)
    assert not window.isWindowModified()


def test_another_library_put_in_its_place_is_read_and_not_overwritten(
    window: MainWindow, hands: Hands, other: Library, library: Path, tmp_path: Path
) -> None:
    move(hands, "ina10_badr")
    row = row_of(window)
    others = [replace(plan_of(other), name=f"Other {number}") for number in range(row)]
    Library.create(tmp_path / "new.sqlite", others).close()
    (tmp_path / "new.sqlite").replace(library)
    window.watch.follow()
    assert names(window) == [scenario.name for scenario in others]
    hands.key("s", CTRL)
    kept = {entry.scenario.name: entry.scenario for entry in other.entries()}
    assert [kept[scenario.name] for scenario in others] == others
    assert kept[PLAN].coalition_of("ina10_badr") == "sol"


def test_a_damaged_library_is_rescued_into_a_new_file_that_opens(
    open_window: Open, library: Path, qtbot: QtBot
) -> None:
    content = bytearray(library.read_bytes())
    count = len(Library.open(library).entries())
    content[4096:4200] = bytes(104)
    library.write_bytes(content)
    damaged = library.read_bytes()
    window = open_window()
    hands = Hands(window, qtbot)
    assert "damaged" in window.messages.label.text()
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    assert f"{count} scenarios in {library.name} can" in window.offers.label.text()
    press(hands, window.offers.buttons[0])
    new = library.with_name("scenarios (rescued).sqlite")
    assert window.session.library is not None
    assert window.session.library.path == new
    assert len(names(window)) == count
    assert library.read_bytes() == damaged


def test_a_library_damaged_while_open_is_rescued_with_all_that_the_window_knows(
    window: MainWindow, hands: Hands, other: Library, library: Path, qtbot: QtBot
) -> None:
    known = {entry.scenario for entry in other.entries()}
    row = row_of(window)
    move(hands, "ina10_badr")
    mine = window.document.scenario
    library.write_bytes(b"overwritten by something else" * 5000)
    damaged = library.read_bytes()
    window.watch.follow()
    assert "is not a scenario library" in window.messages.label.text()
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    press(hands, window.offers.buttons[0])
    new = library.with_name("scenarios (rescued).sqlite")
    assert window.session.library is not None
    assert window.session.library.path == new
    assert library.read_bytes() == damaged
    assert window.document.scenario == mine, "what is unsaved comes along"
    assert window.isWindowModified()
    assert window.document.undo_stack.canUndo()
    with Library.open(new) as rescued:
        assert {entry.scenario for entry in rescued.entries()} == known
        hands.key("s", CTRL)
        assert rescued.load(row) == mine


def test_a_library_of_the_first_format_is_left_as_it_is_until_something_is_saved(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(SAMPLES / "v1.sqlite", tmp_path / "old.sqlite"))
    before = path.read_bytes()
    window = open_window(path)
    window.watch.follow()
    assert window.close()
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.glob("old*")) == ["old.sqlite"]
    again = open_window(path)
    again.session.duplicate()
    (copy,) = tmp_path.glob("old (format 1*")
    with Library.open(copy) as kept, Library.open(path) as now:
        assert now.entries()[: len(kept.entries())] == kept.entries()
        assert len(now.entries()) == len(kept.entries()) + 1
