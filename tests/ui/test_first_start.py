from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from iraq_explorer import cli_library
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import Hands


def test_first_start_in_an_empty_home_makes_a_library_and_opens_october_2010(
    own_home: Path, open_window, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_library, "checkout_folder", lambda: None)
    library = cli_library.usable_library(None)
    assert library is not None
    window = open_window(library, settings)

    assert library.is_file()
    assert library.is_relative_to(own_home)
    assert window.title.text() == "October 2010: Maliki with Sadr"
    assert len(window.session.entries) == len(window.document.dataset.scenarios)


def test_first_start_invites_the_first_drag_in_one_sentence(window: MainWindow) -> None:
    bubble = window.tour.bubble
    assert bubble.isVisible()
    assert "34 seats short" in bubble.text.text()
    assert "Drag a bloc" in bubble.text.text()


def test_the_invitation_goes_with_the_first_move_and_does_not_come_back(
    window: MainWindow, hands: Hands, open_window
) -> None:
    hands.lift("ka10_kdp", "sol")
    hands.drop()
    assert "Drag a bloc" not in window.tour.bubble.text.text()
    assert not window.messages.isVisible()
    again = open_window()
    assert not again.tour.bubble.isVisible()
    assert not again.messages.isVisible()


def test_the_window_opens_as_a_copy_with_its_name_in_the_title_and_no_star(
    window: MainWindow,
) -> None:
    assert window.windowTitle() == "October 2010: Maliki with Sadr[*] – Iraq Explorer"
    assert not window.isWindowModified()
    assert window.document.entry is None
    assert not window.document.undo_stack.canUndo()


def test_a_star_stands_in_the_title_while_there_is_unsaved_work(
    window: MainWindow, hands: Hands
) -> None:
    hands.select("ina10_badr")
    with hands.settling():
        hands.key("1")
    assert window.isWindowModified()
    with hands.settling():
        hands.key("z", Qt.KeyboardModifier.ControlModifier)
    assert not window.isWindowModified()


def test_without_a_library_the_window_opens_and_says_that_nothing_can_be_kept(
    open_window,
) -> None:
    window = open_window(None)
    assert window.title.text() == "October 2010: Maliki with Sadr"
    assert window.messages.isVisible()
    assert not window.session.save()
    assert "nothing can be saved" in window.messages.label.text()
    assert window.document.scenario.name == "October 2010: Maliki with Sadr"


def test_without_a_library_no_invitation_covers_the_warning(open_window) -> None:
    window = open_window(None)
    assert "cannot be written" in window.messages.label.text()
    assert not window.tour.bubble.isVisible()
