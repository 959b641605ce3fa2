"""The panel of stories: made from the view, changed, put in order, kept, and exported."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Detail
from iraq_explorer.core.story import Ask, Asked, Shows, Step, Story, scenario_of
from iraq_explorer.storage.story_shelf import StoryShelf
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.slides import slides_of
from iraq_explorer.ui.slides_dialog import SlidesDialog
from iraq_explorer.ui.stories_panel import StoriesPanel
from iraq_explorer.ui.story_desk import StoryDesk
from tests.ui.conftest import Open
from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, action

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> StoriesPanel:
    window.menus.actions["stories"].trigger()
    made = window.docks.panel("storiesDock")
    assert isinstance(made, StoriesPanel)
    qtbot.waitUntil(made.list.isVisible)
    return made


@pytest.fixture
def desk(window: MainWindow) -> StoryDesk:
    return window.presenting.desk


def kept(window: MainWindow) -> list[Story]:
    library = window.session.library
    assert library is not None
    return [entry.story for entry in StoryShelf(library.path).entries()]


def row_of(panel: StoriesPanel, words: str) -> int:
    rows = [panel.list.item(n).text() for n in range(panel.list.count())]
    return next(n for n, text in enumerate(rows) if text.startswith(words))


def open_story(panel: StoriesPanel, hands: Hands, words: str) -> None:
    item = panel.list.item(row_of(panel, words))
    hands.click(panel.list.viewport(), panel.list.visualItemRect(item).center())
    assert panel.cards.isVisible()


def titles(desk: StoryDesk) -> list[str]:
    assert desk.story is not None
    return [step.title for step in desk.story.steps]


def test_all_shipped_stories_are_in_the_list_and_open_by_click_and_by_key(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    assert len(desk.shipped) == 6
    open_story(panel, hands, "October 2010")
    assert titles(desk)[3] == "42 seats are missing"
    assert panel.cards.count() == 6
    hands.click(panel.back_button, panel.back_button.rect().center())
    assert panel.list.isVisible()
    panel.list.setFocus()
    panel.list.setCurrentRow(row_of(panel, "2007: a front"))
    hands.key(Key.Key_Return, to=panel.list)
    assert desk.story is not None
    assert desk.story.id == "front_2007"


def test_a_double_click_opens_a_story_at_its_beginning_and_edits_a_step(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    item = panel.list.item(row_of(panel, "2006 to 2010"))
    place = panel.list.visualItemRect(item).center()
    spot = panel.list.viewport().mapTo(panel, place)
    hands.click(panel.list.viewport(), place)
    # The second half of the double click meets the cards, where the list was.
    port = panel.cards.viewport()
    below = port.mapFrom(panel, spot)
    assert panel.cards.indexAt(below).row() > 0
    hands.double_click(port, below)
    assert (desk.at, panel.cards.currentRow()) == (0, 0)
    hands.click(port, below)
    hands.double_click(port, below)
    assert desk.at > 0
    assert panel.fields.title.hasFocus()


def test_a_new_story_asks_for_its_name_first(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    assert panel.title.hasFocus()
    QTest.keyClicks(panel.title, "Mine")
    assert desk.story is not None
    assert desk.story.title == "Mine"


@pytest.mark.parametrize("steps", [1, 6])
def test_few_steps_leave_room_for_the_words_in_a_low_window(
    steps: int, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(size=(1366, 768))
    window.menus.actions["stories"].trigger()
    panel = window.docks.panel("storiesDock")
    assert isinstance(panel, StoriesPanel)
    desk = window.presenting.desk
    if steps == 1:
        desk.new()
    else:
        desk.open_shipped(next(s for s in desk.shipped if len(s.steps) == steps))
    QApplication.processEvents()
    if steps == 1:
        assert panel.cards.height() < 2.2 * panel.cards.full_height
        assert panel.fields.parentWidget().height() > 340
    else:
        assert panel.cards.height() >= panel.cards.full_height / 2
        assert panel.fields.parentWidget().height() > 200


def test_titles_that_a_card_cuts_are_whole_in_its_tip(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    story = panel.list.item(row_of(panel, "October 2010"))
    assert story.toolTip().startswith("October 2010: whom does Allawi need?\n")
    open_story(panel, hands, "October 2010")
    for number, title in enumerate(titles(desk)):
        assert panel.cards.item(number).toolTip().startswith(f"{title}\n")


def test_looking_at_a_shipped_story_writes_nothing(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    library = window.session.library
    assert library is not None
    before = library.path.read_bytes()
    open_story(panel, hands, "October 2010")
    for _ in range(3):
        hands.key(Key.Key_Down, to=panel.cards)
    assert desk.at == 3
    assert panel.fields.question.text() == "Whom does Allawi need?"
    desk.close()
    assert library.path.read_bytes() == before


def test_the_first_change_of_a_shipped_story_makes_a_copy_that_is_kept(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    open_story(panel, hands, "October 2010")
    panel.fields.title.setFocus()
    panel.fields.title.selectAll()
    QTest.keyClicks(panel.fields.title, "My title")
    assert desk.story is not None
    assert desk.story.title == "October 2010: whom does Allawi need? (copy)"
    assert titles(desk)[0] == "My title"
    assert "Yours" in panel.state.text()
    desk.close()
    (story,) = kept(window)
    assert story.title == "October 2010: whom does Allawi need? (copy)"
    assert story.steps[0].title == "My title"
    assert story.steps[1:] == next(s for s in desk.shipped if s.id == "allawi_2010").steps[1:]
    # The shipped one is there as it was.
    assert row_of(panel, "October 2010: whom does Allawi need?") > 0


def test_typing_is_kept_by_itself_after_a_pause(
    panel: StoriesPanel, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    open_story(panel, hands, "April 2008: Iran")
    panel.fields.text.setFocus()
    QTest.keyClicks(panel.fields.text, "Now: ")
    qtbot.waitUntil(lambda: len(kept(window)) == 1, timeout=5000)
    assert kept(window)[0].steps[0].text.startswith("Now: ")


def test_who_never_stops_typing_is_saved_all_the_same(
    panel: StoriesPanel, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    open_story(panel, hands, "April 2008: Iran")
    panel.fields.notes.setFocus()

    def typed_on() -> bool:
        QTest.keyClick(panel.fields.notes, Key.Key_A)
        return len(kept(window)) == 1

    qtbot.waitUntil(typed_on, timeout=5000)


def test_a_stretch_of_typing_is_one_step_back(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    open_story(panel, hands, "April 2008: Iran")
    before = desk.story
    panel.fields.notes.setFocus()
    QTest.keyClicks(panel.fields.notes, "Word by word")
    assert desk.undo_stack.count() == 1
    panel.cards.setFocus()
    hands.key(Key.Key_Z, CTRL, to=panel.cards)
    assert desk.story == before
    assert panel.fields.notes.toPlainText() == (before.steps[0].notes if before else "")
    hands.key(Key.Key_Z, CTRL | SHIFT, to=panel.cards)
    assert panel.fields.notes.toPlainText().startswith("Word by word")


def test_undo_in_the_panel_leaves_the_scenario_alone(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key(Key.Key_1, to=window.network)
    moved = window.document.scenario
    open_story(panel, hands, "April 2008: Iran")
    panel.cards.setFocus()
    hands.key(Key.Key_Delete, to=panel.cards)
    assert len(titles(desk)) == 4
    hands.key(Key.Key_Z, CTRL, to=panel.cards)
    assert len(titles(desk)) == 5
    hands.key(Key.Key_Z, CTRL, to=panel.cards)
    assert window.document.scenario is moved
    action(window, "Undo").trigger()
    assert window.document.scenario != moved


def test_a_story_is_made_from_what_the_window_shows(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow, dataset: Dataset
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    # As shipped it is held by its id.
    assert desk.step is not None
    assert desk.step.scenario == "maliki_sadr_2010"
    hands.select("ka10_kdp", "ka10_puk")
    with hands.settling():
        hands.key(Key.Key_1, to=window.network)
    window.arrangement.set_detail(Detail.EVERYONE)
    hands.click(panel.add_button, panel.add_button.rect().center())
    step = desk.step
    assert desk.at == 1
    assert step.scenario == window.document.scenario
    assert set(step.focus) == {"ka10_kdp", "ka10_puk"}
    assert step.detail is Detail.EVERYONE
    assert step.title == window.document.scenario.name
    # Its note, which the first step begins with, is about the blocs as they were.
    assert step.text == ""
    assert desk.story is not None
    assert "129 seats" in desk.story.steps[0].text
    desk.finish()
    (story,) = kept(window)
    assert story == desk.story
    shown = scenario_of(story.steps[1], dataset)
    assert shown.verdict("sol", dataset.chamber_of(shown)).seats == 172


def test_a_step_takes_another_view_and_keeps_its_words(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    open_story(panel, hands, "October 2010")
    hands.key(Key.Key_Down, to=panel.cards)
    step = desk.step
    assert step is not None
    entry = window.session.entry_of_origin("sofa_2008")
    assert entry is not None
    with hands.settling():
        window.session.open(entry.id)
    hands.click(panel.view_button, panel.view_button.rect().center())
    assert desk.step is not None
    assert desk.step.scenario == "sofa_2008"
    assert (desk.step.title, desk.step.text) == (step.title, step.text)
    assert (desk.step.moves, desk.step.date, desk.step.rule) == ((), None, "")


def test_steps_change_places_by_keyboard_and_by_dragging(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, qtbot: QtBot
) -> None:
    open_story(panel, hands, "October 2010")
    a, b, c, *rest = titles(desk)
    panel.cards.setFocus()
    hands.key(Key.Key_Down, ALT, to=panel.cards)
    assert titles(desk) == [b, a, c, *rest]
    assert desk.at == panel.cards.currentRow() == 1
    hands.key(Key.Key_Up, ALT, to=panel.cards)
    hands.key(Key.Key_Up, ALT, to=panel.cards)
    assert titles(desk) == [a, b, c, *rest]
    port = panel.cards.viewport()

    def middle(row: int) -> QPoint:
        rect = panel.cards.visualItemRect(panel.cards.item(row))
        panel.cards.scrollToItem(panel.cards.item(0))
        return rect.center()

    hands.press(port, middle(0))
    hands.move(port, middle(1) + QPoint(0, 12))
    hands.release(port)
    assert titles(desk) == [b, a, c, *rest]
    hands.press(port, middle(1))
    hands.move(port, middle(0) - QPoint(0, 12))
    assert panel.cards._gap == 0
    hands.key(Key.Key_Escape, to=panel.cards)
    hands.release(port)
    assert titles(desk) == [b, a, c, *rest]
    desk.undo_stack.undo()
    assert titles(desk) == [a, b, c, *rest]


def test_question_and_counted_answer_are_chosen_and_told(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    panel.fields.question.setFocus()
    QTest.keyClicks(panel.fields.question, "Who?")
    kind: QComboBox = panel.fields.kind
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_Down)
    assert desk.step is not None
    assert desk.step.question == "Who?"
    assert desk.step.ask == Ask(Asked.NEEDS, "sol")
    coalition: QComboBox = panel.fields.coalition
    coalition.setFocus()
    QTest.keyClick(coalition, Key.Key_Down)
    assert desk.step.ask == Ask(Asked.NEEDS, "iraqiya")
    hands.click(panel.present_button, panel.present_button.rect().center())
    talk = window.presenting.talk
    assert talk is not None
    assert QTest.qWaitForWindowActive(talk)
    QTest.keyClick(talk, Key.Key_Space)
    assert talk.caption.counted.text().startswith("State of Law (89): 180, 17 over")
    QTest.keyClick(talk, Key.Key_Escape)
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_Up)
    assert desk.step.ask is None


def test_a_step_says_what_is_lit_and_lights_all_again(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk
) -> None:
    hands.select("ka10_kdp")
    hands.click(panel.new_button, panel.new_button.rect().center())
    lit = panel.fields.lit
    assert lit.text().startswith("Lit: KDP")
    hands.click(lit, lit.rect().center())
    assert desk.step is not None
    assert desk.step.focus == ()
    assert not lit.isVisible()
    desk.undo_stack.undo()
    assert desk.step.focus == ("ka10_kdp",)
    desk.close()
    open_story(panel, hands, "October 2010")
    hands.key(Key.Key_Down, to=panel.cards)
    assert lit.text().startswith("Lit: 4")
    assert "State of Law" in lit.toolTip()


def test_the_chamber_is_chosen_as_the_large_picture_of_a_step(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    shows: QComboBox = panel.fields.shows
    shows.setFocus()
    QTest.keyClick(shows, Key.Key_Down)
    assert desk.step is not None
    assert desk.step.shows is Shows.HEMICYCLE
    hands.click(panel.present_button, panel.present_button.rect().center())
    talk = window.presenting.talk
    assert talk is not None
    assert talk.shows_chamber
    talk.close()
    panel.cards.setFocus()
    hands.key(Key.Key_Z, CTRL, to=panel.cards)
    assert shows.currentText() == "Network"


def test_a_story_is_deleted_and_comes_back(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    desk.close()
    (story,) = kept(window)
    panel.list.setFocus()
    panel.list.setCurrentRow(row_of(panel, "New story"))
    hands.key(Key.Key_Delete, to=panel.list)
    assert kept(window) == []
    hands.key(Key.Key_Z, CTRL, to=panel.list)
    assert kept(window) == [story]
    panel.list.setCurrentRow(panel.list.count() - 1)
    hands.key(Key.Key_Delete, to=panel.list)
    assert len(desk.shipped) == 6


def test_stories_are_there_at_the_next_start_and_closing_keeps_what_is_just_typed(
    open_window: Open, library: Path, qtbot: QtBot
) -> None:
    window = open_window()
    desk = window.presenting.desk
    desk.new()
    desk.rename("Kept")
    window.close()
    second = open_window()
    assert [entry.story.title for entry in second.presenting.desk.entries] == ["Kept"]
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("SELECT title, steps FROM stories").fetchall() == [("Kept", 1)]


def test_what_another_window_made_of_a_story_is_kept_beside(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    desk.finish()
    library = window.session.library
    assert library is not None
    shelf = StoryShelf(library.path)
    theirs = Story("Theirs", desk.story.steps if desk.story else ())
    shelf.save(theirs, shelf.entries()[0].id)
    desk.rename("Mine")
    assert desk.finish()
    assert kept(window) == [theirs, desk.story]
    assert "another window" in window.messages.label.text()


def test_where_nothing_can_be_saved_the_user_is_told_and_nothing_is_lost(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    desk.finish()
    library = window.session.library
    assert library is not None
    gone = library.path.with_name("moved.sqlite")
    library.path.rename(gone)
    desk.rename("Mine")
    assert not desk.finish()
    assert "no such file" in window.messages.label.text()
    assert desk.unsaved
    gone.rename(library.path)
    assert desk.finish()
    assert [story.title for story in kept(window)] == ["Mine"]


def test_a_library_that_is_written_again_has_its_stories(
    panel: StoriesPanel, hands: Hands, desk: StoryDesk, window: MainWindow
) -> None:
    hands.click(panel.new_button, panel.new_button.rect().center())
    desk.close()
    before = kept(window)
    library = window.session.library
    assert library is not None
    library.path.unlink()
    window.watch.follow()
    assert window.watch.write_again()
    assert kept(window) == before
    assert [entry.story for entry in desk.entries] == before


def test_the_panel_mirrors_and_its_parts_have_names(panel: StoriesPanel, hands: Hands) -> None:
    open_story(panel, hands, "October 2010")
    for part in (panel.cards, panel.title, panel.back_button, panel.delete_button,
                 panel.undo_button, panel.fields.title, panel.fields.notes):  # fmt: skip
        assert part.accessibleName()


# -- slides ----------------------------------------------------------------------------------------


@pytest.fixture
def dialog(panel: StoriesPanel, hands: Hands, window: MainWindow, tmp_path: Path) -> SlidesDialog:
    open_story(panel, hands, "October 2010")
    hands.click(panel.export_button, panel.export_button.rect().center())
    made = window.findChild(SlidesDialog)
    assert isinstance(made, SlidesDialog)
    made.place.setText(str(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    return made


def test_a_story_becomes_a_pdf_of_slides_with_text(
    dialog: SlidesDialog, qtbot: QtBot, window: MainWindow
) -> None:
    with qtbot.waitSignal(dialog.finished_writing, timeout=20000) as told:
        QTest.mouseClick(dialog.export_button, LEFT)
    number, place = told.args or (0, "")
    assert number == 8
    path = Path(str(place))
    assert path.name == "october-2010-whom-does-allawi-need.pdf"
    reader = PdfReader(path)
    assert len(reader.pages) == 8
    for page in reader.pages:
        assert float(page.mediabox.width) / float(page.mediabox.height) == pytest.approx(16 / 9)
    words = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert "Nobody has won" in words[0]
    assert "Whom does Allawi need?" in words[3]
    assert "164, 1 over" not in words[3]
    assert "Kurdistan Alliance (43): 164, 1 over" in words[4]
    assert reader.metadata is not None
    assert reader.metadata.title == "October 2010: whom does Allawi need?"
    assert "8 slides saved" in window.messages.label.text()


def test_a_story_becomes_a_folder_of_pictures(dialog: SlidesDialog, qtbot: QtBot) -> None:
    dialog.kind.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.finished_writing, timeout=30000) as told:
        QTest.keyClick(dialog, Key.Key_Return)
    folder = Path(str((told.args or (0, ""))[1]))
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 8
    assert names[0] == "01-nobody-has-won.png"
    assert names[4] == "04b-42-seats-are-missing.png"
    images = [QImage(str(folder / name)) for name in names]
    assert {(image.width(), image.height()) for image in images} == {(1920, 1080)}
    # No two alike; the answer adds ink to its question's page.
    assert len({bytes(image.constBits()) for image in images}) == 8


def test_the_export_stops_when_asked_and_leaves_no_half_pdf(
    dialog: SlidesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iraq_explorer.ui import slides

    drawn: list[int] = []
    real = slides.draw_slide

    def draw(*arguments: object) -> None:
        drawn.append(1)
        real(*arguments)  # type: ignore[arg-type]
        dialog._stop.set()

    monkeypatch.setattr(slides, "draw_slide", draw)
    QTest.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(lambda: not dialog._work.busy and "Stopped" in dialog.told.text())
    assert len(drawn) == 1
    assert not dialog.target.exists()
    assert dialog.export_button.isEnabled()
    dialog.reject()


def test_a_place_that_cannot_be_written_is_told(
    dialog: SlidesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog.place.setText(str(tmp_path / "file"))
    QTest.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(lambda: "Not written" in dialog.told.text())
    assert dialog.isVisible()
    dialog.reject()


def test_a_step_that_asks_has_a_second_page_with_its_answer() -> None:
    ask = Ask(Asked.NEEDS, "sol")
    story = Story("S", (Step("A", "sofa_2008"), Step("B", "maliki_sadr_2010", ask=ask)))
    assert [(slide.number, slide.answered) for slide in slides_of(story)] == [
        (1, False), (2, False), (2, True),
    ]  # fmt: skip


def test_keys_of_the_panel_are_no_ones_else(panel: StoriesPanel, hands: Hands) -> None:
    open_story(panel, hands, "October 2010")
    panel.fields.title.setFocus()
    panel.fields.title.clear()
    QTest.keyClicks(panel.fields.title, "N 1 L")
    assert panel.fields.title.text() == "N 1 L"
