"""Where a library cannot be saved to, everything can go into another file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from iraq_explorer.core.story import Step, Story
from iraq_explorer.storage import library_file
from iraq_explorer.storage.check import check_library
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.story_shelf import StoryShelf
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, Answers, Hands

Open = Callable[..., MainWindow]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Answers the dialog that asks for a file."""

    def answer(path: Path | None) -> None:
        told = (str(path or ""), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: told)

    return answer


def move(hands: Hands, bloc: str = "ina10_badr") -> None:
    hands.select(bloc)
    with hands.settling():
        hands.key("1", to=hands.window.network)


def take_the_offer(hands: Hands) -> None:
    (button,) = hands.window.offers.buttons
    hands.click(button, button.rect().center())


def test_everything_of_a_read_only_library_goes_into_another_file(
    library: Path, open_window: Open, tmp_path: Path, qtbot: QtBot,
    choose: Callable[[Path | None], None], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    StoryShelf(library).save(Story("Mine", (Step("One", "cabinet_2006"),)))
    before = library.read_bytes()
    with Library.open(library) as held:
        entries = held.entries()
    window = open_window()
    hands = Hands(window, qtbot)
    move(hands)
    with monkeypatch.context() as only_here:
        only_here.setattr(library_file, "WRITE_MODE", "ro")
        hands.key("s", CTRL)
    assert "read-only" in window.messages.label.text()
    assert "into another file" in window.offers.label.text()
    new = tmp_path / "mine.sqlite"
    choose(new.with_suffix(""))
    take_the_offer(hands)
    assert not window.offers.isVisible()
    assert not window.isWindowModified()
    assert library.read_bytes() == before
    with Library.open(new) as made:
        assert made.entries()[: len(entries)] == entries
        assert made.entries()[-1].scenario.coalition_of("ina10_badr") == "sol"
    assert [one.story.title for one in StoryShelf(new).entries()] == ["Mine"]
    assert check_library(new, window.document.dataset).faults == ()
    move(hands, "ka10_kdp")
    hands.key("s", CTRL)
    with Library.open(new) as made:
        assert made.entries()[-1].scenario.coalition_of("ka10_kdp") == "sol"
    assert library.read_bytes() == before


def test_without_any_library_one_is_made_where_the_user_says(
    open_window: Open, tmp_path: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = open_window(None)
    hands = Hands(window, qtbot)
    move(hands)
    hands.key("s", CTRL)
    choose(tmp_path / "made.db")
    take_the_offer(hands)
    assert not window.isWindowModified()
    with Library.open(tmp_path / "made.db") as made:
        assert len(made.entries()) == len(window.document.dataset.scenarios) + 1
        assert made.entries()[-1].scenario.coalition_of("ina10_badr") == "sol"


def test_no_file_is_overwritten_and_the_offer_stays(
    open_window: Open, tmp_path: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = open_window(None)
    hands = Hands(window, qtbot)
    move(hands)
    hands.key("s", CTRL)
    precious = tmp_path / "precious.sqlite"
    precious.write_bytes(b"mine")
    for answer, told in ((None, ""), (precious, "already a file of this name")):
        choose(answer)
        take_the_offer(hands)
        assert told in window.messages.label.text()
        assert window.offers.isVisible()
    assert precious.read_bytes() == b"mine"
    assert window.isWindowModified()


def test_a_disk_without_room_for_the_copy_is_told_and_another_can_be_chosen(
    open_window: Open, tmp_path: Path, qtbot: QtBot, choose: Callable[[Path | None], None]
) -> None:
    window = open_window(None)
    hands = Hands(window, qtbot)
    move(hands)
    hands.key("s", CTRL)
    choose(tmp_path / "no such folder" / "it.sqlite")
    take_the_offer(hands)
    assert "cannot be written" in window.messages.label.text()
    assert window.isWindowModified()
    choose(tmp_path / "it.sqlite")
    take_the_offer(hands)
    assert not window.isWindowModified()


def test_the_first_minute_waits_until_the_offer_is_answered(
    open_window: Open, qtbot: QtBot, library: Path
) -> None:
    window = open_window()
    bubble = window.tour.bubble
    qtbot.waitUntil(bubble.isVisible)
    away = library.rename(library.with_name("away.sqlite"))
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    qtbot.waitUntil(lambda: not bubble.isVisible())
    away.rename(library)
    qtbot.waitUntil(bubble.isVisible, timeout=8000)


def test_a_library_written_again_has_its_stories_though_nobody_looked_at_them(
    library: Path, open_window: Open, qtbot: QtBot
) -> None:
    shelf = StoryShelf(library)
    shelf.save(Story("Mine", (Step("One", "cabinet_2006"),)))
    window = open_window()
    before = shelf.entries()
    library.unlink()
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    take_the_offer(Hands(window, qtbot))
    assert shelf.entries() == before


def test_the_offer_goes_when_the_file_is_there_again(
    library: Path, window: MainWindow, qtbot: QtBot
) -> None:
    away = library.rename(library.with_name("away.sqlite"))
    qtbot.waitUntil(window.offers.isVisible, timeout=8000)
    away.rename(library)
    qtbot.waitUntil(lambda: not window.offers.isVisible(), timeout=8000)


def test_closing_with_unsaved_work_that_cannot_be_saved_keeps_the_window(
    library: Path, open_window: Open, qtbot: QtBot, answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from PySide6.QtWidgets import QMessageBox

    window = open_window()
    hands = Hands(window, qtbot)
    move(hands)
    mine = window.document.scenario
    with monkeypatch.context() as only_here:
        only_here.setattr(library_file, "WRITE_MODE", "ro")
        answers.next = [QMessageBox.StandardButton.Save]
        assert not window.close()
    assert window.document.scenario == replace(mine, name=window.document.scenario.name)
    assert window.isWindowModified()
    assert window.offers.isVisible()
