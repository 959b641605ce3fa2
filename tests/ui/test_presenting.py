"""Presenting a story: by keys, with dragging, and without a trace in the window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Detail
from iraq_explorer.core.story import Shows, Step, Story, scenario_of
from iraq_explorer.storage.shipped_stories import shipped_stories
from iraq_explorer.ui.hemicycle import frame_of
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK, LIGHT
from iraq_explorer.ui.presentation import Presentation
from iraq_explorer.ui.presenting import caption_of, placing
from iraq_explorer.ui.speaker_view import SpeakerView
from iraq_explorer.ui.story_words import answer_now, answer_of
from tests.ui.conftest import Open
from tests.ui.hands import CTRL, LEFT, NONE, SHIFT, Hands, action

Key = Qt.Key
STORIES = {story.id: story for story in shipped_stories()}
ALLAWI = STORIES["allawi_2010"]


def settled(qtbot: QtBot, talk: Presentation) -> None:
    """Wait until the network of the step stands where it stays."""
    wanted = {node.id for node in talk.arrangement.network.nodes}

    def stands() -> bool:
        drawn = {shape.id for shape in talk.network.picture.nodes}
        still = not talk.arrangement.work.busy and not talk.arrangement.gliding
        return still and not talk.arrangement.fading.running and drawn == wanted

    for _ in range(2):  # the answer of a layout comes a moment after its work is over
        qtbot.waitUntil(stands, timeout=10000)
        QApplication.processEvents()


@pytest.fixture
def talks(qtbot: QtBot) -> Iterator[list[Presentation]]:
    made: list[Presentation] = []
    yield made
    for talk in made:
        talk.close()
        talk.deleteLater()


@pytest.fixture
def start(qtbot: QtBot, dataset: Dataset, talks: list[Presentation]) -> Any:
    """Begins a presentation without a window, in the size of a projector."""

    def begin(
        story: Story, size: tuple[int, int] = (1024, 768), *, animated: bool = False, first: int = 0
    ) -> Presentation:
        talk = Presentation(dataset, story, theme=LIGHT, animated=animated, first=first)
        talks.append(talk)
        talk.resize(*size)
        talk.show()
        talk.activateWindow()
        assert QTest.qWaitForWindowActive(talk)
        settled(qtbot, talk)
        return talk

    return begin


def press(talk: Presentation, key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(talk, key, keys)


def drag(talk: Presentation, bloc: str, coalition: str, *, drop: bool = True) -> None:
    network = talk.network
    start = network.place_of(bloc).toPoint()
    bounds = network.camera.rect_to_view(network.picture.region_by_id[coalition].bounds)
    goal = next(
        place
        for across in range(10, 95, 5)
        for down in range(10, 95, 5)
        if _free(
            talk,
            coalition,
            place := QPointF(
                bounds.left() + bounds.width() * across / 100,
                bounds.top() + bounds.height() * down / 100,
            ),
        )
    ).toPoint()
    QTest.mousePress(network, LEFT, NONE, start)
    for part in range(1, 7):
        QTest.mouseMove(network, start + (goal - start) * (part / 6))
    assert network.drag is not None
    if drop:
        QTest.mouseRelease(network, LEFT, NONE, goal)


def _free(talk: Presentation, coalition: str, place: QPointF) -> bool:
    picture, network = talk.network.picture, talk.network
    around = [place + QPointF(x, y) for x in (-5, 0, 5) for y in (-5, 0, 5)]
    regions = [picture.region_at(network.camera.to_scene(spot)) for spot in around]
    return (
        all(region is not None and region.id == coalition for region in regions)
        and picture.node_at(network.camera.to_scene(place), 12) is None
        and not network.new_coalition_rect.contains(place)
    )


def told_by(window: MainWindow) -> Presentation:
    """The presentation that a window has begun, when it has the keyboard."""
    talk = window.presenting.talk
    assert talk is not None
    assert QTest.qWaitForWindowActive(talk)
    return talk


def image_of(talk: Presentation) -> QImage:
    return talk.grab().toImage()


# -- the way through a story -----------------------------------------------------------------------


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_each_story_is_walked_by_the_keys_of_a_usb_presenter(
    story: Story, start: Any, dataset: Dataset
) -> None:
    talk = start(story)
    for number, step in enumerate(story.steps):
        assert talk.number == number
        assert talk.caption.title.text() == step.title
        assert talk.caption.text.text() == step.text
        assert talk.caption.question.text() == step.question
        assert talk.document.scenario == scenario_of(step, dataset)
        assert talk.arrangement.detail == step.detail
        assert talk.arrangement.tie_filter == step.tie_filter
        assert talk.network.lit == frozenset(step.focus)
        assert talk.shows_chamber == (step.shows is Shows.HEMICYCLE)
        assert not talk.caption.counted.isVisible()
        if step.asks:
            press(talk, Key.Key_PageDown)
            counted, said = answer_of(step, dataset)
            assert talk.number == number
            assert talk.caption.counted.text() == counted
            assert talk.caption.answer.text() == said
            assert talk.caption.answer.isVisible()
        press(talk, Key.Key_PageDown)
    assert talk.number == len(story.steps) - 1
    for number in reversed(range(len(story.steps))):
        assert talk.number == number
        if talk.answered:
            press(talk, Key.Key_PageUp)
        press(talk, Key.Key_PageUp)
    assert talk.number == 0


@pytest.mark.parametrize(
    ("onward", "backward"),
    [
        (Key.Key_Right, Key.Key_Left),
        (Key.Key_Space, Key.Key_PageUp),
        (Key.Key_Down, Key.Key_Up),
        (Key.Key_Return, Key.Key_Backspace),
    ],
)
def test_every_usual_key_goes_on_and_back(onward: Key, backward: Key, start: Any) -> None:
    talk = start(ALLAWI)
    press(talk, onward)
    assert talk.number == 1
    press(talk, backward)
    assert talk.number == 0
    press(talk, backward)
    assert talk.number == 0


def test_home_and_end_go_to_the_ends_and_buttons_do_what_keys_do(start: Any) -> None:
    talk = start(ALLAWI)
    press(talk, Key.Key_End)
    assert talk.number == len(ALLAWI.steps) - 1
    assert not talk.foot.next_button.isEnabled()
    press(talk, Key.Key_Home)
    assert talk.number == 0
    QTest.mouseClick(talk.foot.next_button, LEFT)
    assert talk.number == 1
    QTest.mouseClick(talk.foot.back_button, LEFT)
    assert talk.number == 0
    assert not talk.foot.back_button.isEnabled()


def test_the_answer_comes_before_the_next_step_and_goes_before_the_last(start: Any) -> None:
    talk = start(ALLAWI, first=3)
    assert talk.caption.question.text() == "Whom does Allawi need?"
    press(talk, Key.Key_Right)
    assert "Kurdistan Alliance (43): 164, 1 over" in talk.caption.counted.text()
    press(talk, Key.Key_Left)
    assert (talk.number, talk.answered) == (3, False)
    assert not talk.caption.counted.isVisible()


def test_the_foot_always_says_what_the_keys_do_now(start: Any) -> None:
    talk = start(ALLAWI, (1920, 1080), first=3)
    hint = talk.foot.hint
    assert hint.text() == "Space: answer · B: dark · Esc: end"
    press(talk, Key.Key_Space)
    assert hint.text() == "Space: next · B: dark · Esc: end"
    press(talk, Key.Key_Tab)
    press(talk, Key.Key_1)
    assert hint.text() == "Space: next · R: put back · B: dark · Esc: end"
    press(talk, Key.Key_R)
    assert "put back" not in hint.text()
    press(talk, Key.Key_End)
    assert hint.text() == "B: dark · Esc: end"
    press(talk, Key.Key_Home)
    assert hint.text().startswith("Space: next")


def test_keys_that_do_not_fit_are_left_out_whole(start: Any) -> None:
    talk = start(ALLAWI, first=3)
    press(talk, Key.Key_Tab)
    press(talk, Key.Key_1)
    hint = talk.foot.hint
    assert hint.text() == "Space: answer · R: put back"
    assert hint.fontMetrics().horizontalAdvance(hint.text()) <= hint.width()


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_all_words_fit_and_are_large_at_every_size(
    story: Story, size: tuple[int, int], start: Any, dataset: Dataset
) -> None:
    talk = start(story, size)
    for number, step in enumerate(story.steps):
        talk.go_to(number)
        talk.forward() if step.asks else None
        caption = talk.caption
        caption.layout().activate()
        for label in (caption.title, caption.text, caption.question, caption.counted,
                      caption.answer):  # fmt: skip
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
                assert caption.rect().contains(
                    QRect(label.mapTo(caption, QPoint()), label.size())
                ), label.text()
        assert caption.text.font().pixelSize() >= size[1] / 70
        assert caption.title.font().pixelSize() >= size[1] / 42


# -- dragging --------------------------------------------------------------------------------------


def test_the_audience_sees_a_drag_as_it_happens(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=3)
    settled(qtbot, talk)
    before = image_of(talk)
    drag(talk, "ka10_kdp", "allawi", drop=False)
    name, _, verdict = talk.caption.verdict.told or ("", 0, None)
    assert verdict is not None
    assert (name, verdict.seats) == ("Allawi–Abdul Mahdi", 147)
    assert "147" in talk.network.pointer_label[0] + talk.network.pointer_label[1]
    assert image_of(talk) != before
    QTest.mouseRelease(talk.network, LEFT, NONE, talk.network._pointer.toPoint())
    assert talk.document.scenario.coalition_of("ka10_kdp") == "allawi"
    settled(qtbot, talk)
    drag(talk, "ka10_puk", "allawi")
    verdict = (talk.caption.verdict.told or ("", 0, None))[2]
    assert verdict is not None
    assert (verdict.seats, verdict.over) == (164, 1)


def move(talk: Presentation, bloc: str, number: Key) -> None:
    """Move a bloc by the keyboard: Tab to it, then the number of the coalition."""
    for _ in talk.network.picture.nodes:
        press(talk, Key.Key_Tab)
        if talk.selection.nodes == (bloc,):
            break
    press(talk, number)


def test_the_answer_tells_of_the_question_and_of_what_was_moved(start: Any) -> None:
    talk = start(ALLAWI, first=3)
    move(talk, "ka10_kdp", Key.Key_2)
    press(talk, Key.Key_Space)
    asked, now = talk.caption.counted.text(), talk.caption.now.text()
    assert asked.startswith("As asked:\nKurdistan Alliance (43): 164, 1 over")
    assert now.startswith("Now: PUK (17): 164, 1 over; ")
    move(talk, "ka10_puk", Key.Key_2)
    assert talk.caption.now.text() == "Now: Nobody more: 1 over 163"
    press(talk, Key.Key_R)
    assert not talk.caption.now.isVisible()
    assert talk.caption.counted.text().startswith("Kurdistan Alliance (43)")


def test_a_move_that_changes_no_answer_leaves_the_answer_alone(start: Any) -> None:
    sofa = STORIES["sofa_2008"]
    talk = start(sofa, first=3)
    press(talk, Key.Key_Space)
    before = talk.caption.counted.text()
    move(talk, "uia05_fadhila", Key.Key_1)
    assert talk.document.modified
    # The votes were counted; who sits with whom does not change them.
    assert talk.caption.counted.text() == before
    assert not talk.caption.now.isVisible()


def test_the_answer_follows_a_drag_and_nothing_grows_meanwhile(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=3)
    press(talk, Key.Key_Space)
    settled(qtbot, talk)
    before = talk.caption.text.font().pixelSize()
    drag(talk, "ka10_kdp", "allawi", drop=False)
    assert talk.caption.now.text().startswith("Now: PUK (17)")
    dragged = talk.caption.text.font().pixelSize()
    assert dragged <= before
    QTest.mouseMove(talk.network, QPoint(4, 4))
    assert not talk.caption.now.isVisible()
    assert talk.caption.text.font().pixelSize() == dragged
    press(talk, Key.Key_Escape)
    assert talk.caption.text.font().pixelSize() == before


def test_where_the_coalition_that_is_asked_about_is_gone_the_answer_says_so(
    dataset: Dataset,
) -> None:
    step = ALLAWI.steps[3]
    shown = scenario_of(step, dataset).delete_coalition("allawi")
    assert answer_now(step, shown, dataset) == "The coalition is not there any more."


def test_the_chamber_beside_the_words_tells_of_the_same_coalition(
    start: Any, dataset: Dataset
) -> None:
    talk = start(ALLAWI, (1920, 1080), first=3)
    chamber = talk.caption.hemicycle
    centre, radius = frame_of(QRectF(chamber.rect()).adjusted(10, 4, -10, -4))
    middle = QRectF(centre.x() - radius * 0.25, centre.y() - radius * 0.35, radius / 2, radius / 3)
    image = chamber.grab(middle.toRect()).toImage()
    colours = {
        image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())
    }
    held = scenario_of(ALLAWI.steps[3], dataset).coalition_by_id
    # The leading coalition is Maliki's; the question is about Allawi's.
    assert LIGHT.coalition(held["allawi"].colour).rgb() in colours
    assert LIGHT.coalition(held["sol"].colour).rgb() not in colours


def test_escape_ends_a_drag_and_only_then_the_presentation(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=3)
    settled(qtbot, talk)
    drag(talk, "ka10_kdp", "allawi", drop=False)
    press(talk, Key.Key_Escape)
    assert talk.network.drag is None
    assert talk.isVisible()
    assert talk.document.scenario.coalition_of("ka10_kdp") is None
    with qtbot.waitSignal(talk.ended):
        press(talk, Key.Key_Escape)
    assert not talk.isVisible()


def test_escape_ends_the_presentation_also_while_a_long_layout_is_told(
    start: Any, qtbot: QtBot
) -> None:
    talk = start(ALLAWI, first=3)
    talk.arrangement.work.progressed.emit()
    qtbot.waitUntil(lambda: talk.network.notice.isVisible())
    with qtbot.waitSignal(talk.ended):
        press(talk, Key.Key_Escape)


def test_what_was_tried_is_undone_put_back_and_gone_with_the_next_step(
    start: Any, qtbot: QtBot, dataset: Dataset
) -> None:
    talk = start(ALLAWI, first=3)
    settled(qtbot, talk)
    as_told = scenario_of(ALLAWI.steps[3], dataset)
    drag(talk, "ka10_kdp", "allawi")
    press(talk, Key.Key_Z, CTRL)
    assert talk.document.scenario == as_told
    press(talk, Key.Key_Z, CTRL | SHIFT)
    assert talk.document.scenario != as_told
    press(talk, Key.Key_R)
    assert talk.document.scenario == as_told
    settled(qtbot, talk)
    drag(talk, "ka10_kdp", "allawi")
    press(talk, Key.Key_Left)
    press(talk, Key.Key_Right)
    assert talk.document.scenario == as_told


def test_a_bloc_is_moved_by_the_keyboard_alone(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=3)
    settled(qtbot, talk)
    for _ in talk.network.picture.nodes:
        press(talk, Key.Key_Tab)
        if talk.selection.nodes == ("ka10_kdp",):
            break
    assert talk.selection.nodes == ("ka10_kdp",)
    press(talk, Key.Key_2)
    assert talk.document.scenario.coalition_of("ka10_kdp") == "allawi"
    press(talk, Key.Key_0)
    assert talk.document.scenario.coalition_of("ka10_kdp") is None


def test_what_is_lit_is_lit_until_the_audience_moves_something(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=1)
    settled(qtbot, talk)
    assert talk.network._emphasis().lit == frozenset(ALLAWI.steps[1].focus)
    drag(talk, "ina10_isci", "sol")
    assert talk.network._emphasis().lit is None


# -- the way between steps -------------------------------------------------------------------------


def test_nodes_glide_from_step_to_step_and_jump_where_animation_is_off(
    start: Any, qtbot: QtBot
) -> None:
    talk = start(ALLAWI, first=1, animated=True)
    settled(qtbot, talk)
    press(talk, Key.Key_Right)
    qtbot.waitUntil(lambda: talk.arrangement.gliding, timeout=5000)
    settled(qtbot, talk)
    talk.set_animated(False)
    press(talk, Key.Key_Left)
    assert not talk.arrangement.fading.running
    qtbot.waitUntil(lambda: not talk.arrangement.work.busy)
    assert not talk.arrangement.gliding


def test_between_chambers_the_last_picture_stays_until_the_next_is_ready(
    start: Any, qtbot: QtBot
) -> None:
    story = STORIES["iran_2008"]
    talk = start(story, first=3, animated=True)
    settled(qtbot, talk)
    press(talk, Key.Key_Right)
    press(talk, Key.Key_Right)
    assert talk.number == 4
    assert talk.veil.isVisible()
    qtbot.waitUntil(lambda: not talk.veil.isVisible(), timeout=5000)
    settled(qtbot, talk)
    assert "ina10_sadr" in talk.network.picture.by_id


# -- light and dark --------------------------------------------------------------------------------


def bright(image: QImage, place: QPointF) -> int:
    return image.pixelColor(place.toPoint() * image.devicePixelRatio()).lightness()


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_the_screen_goes_black_and_the_next_key_only_brings_it_back(key: Key, start: Any) -> None:
    talk = start(ALLAWI)
    before = image_of(talk)
    press(talk, key)
    dark = image_of(talk)
    size = dark.size()
    places = [(x, y) for x in range(0, size.width(), 37) for y in range(0, size.height(), 41)]
    assert {dark.pixelColor(x, y).rgb() for x, y in places} == {QColor("black").rgb()}
    press(talk, Key.Key_Right)
    assert talk.number == 0
    assert image_of(talk) == before
    press(talk, key)
    press(talk, key)
    assert image_of(talk) == before


def test_the_dark_screen_shows_no_pointer_and_lets_nothing_be_dragged(start: Any) -> None:
    talk = start(ALLAWI, first=3)
    press(talk, Key.Key_B)
    over = talk.childAt(talk.network.place_of("ka10_kdp").toPoint())
    assert over is talk.blank
    assert over.cursor().shape() == Qt.CursorShape.BlankCursor
    press(talk, Key.Key_B)
    assert talk.childAt(talk.network.place_of("ka10_kdp").toPoint()) is talk.network


def test_the_spotlight_follows_the_pointer_and_leaves_the_rest_dim(
    start: Any, qtbot: QtBot
) -> None:
    talk = start(ALLAWI)
    plain = image_of(talk)
    press(talk, Key.Key_L)
    for place in (QPoint(200, 600), QPoint(420, 640)):
        QTest.mouseMove(talk.chamber.parentWidget(), place)
        here = QPointF(talk.chamber.parentWidget().mapTo(talk, place))
        lit = image_of(talk)
        assert bright(lit, here) == bright(plain, here)
        far = QPointF(here.x() + talk.spotlight.radius * 1.3, here.y())
        assert bright(lit, far) < bright(plain, far) - 80
    press(talk, Key.Key_L)
    assert image_of(talk) == plain


def test_holding_s_lights_as_long_as_it_is_held(start: Any) -> None:
    talk = start(ALLAWI)
    QTest.keyPress(talk, Key.Key_S)
    assert talk.spotlight.isVisible()
    QTest.keyRelease(talk, Key.Key_S)
    assert not talk.spotlight.isVisible()


def test_a_drag_goes_on_under_the_spotlight(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI, first=3)
    settled(qtbot, talk)
    press(talk, Key.Key_L)
    drag(talk, "ka10_kdp", "allawi")
    assert talk.document.scenario.coalition_of("ka10_kdp") == "allawi"


def test_light_and_dark_differ_and_neither_has_the_other_ground(start: Any) -> None:
    talk = start(ALLAWI)
    corner = QPointF(3, 3)
    assert bright(image_of(talk), corner) == LIGHT.canvas.lightness()
    talk.set_theme(DARK)
    assert bright(image_of(talk), corner) == DARK.canvas.lightness()


def test_h_shows_the_chamber_or_the_network(start: Any) -> None:
    talk = start(ALLAWI, first=3)
    assert talk.network.isVisible()
    press(talk, Key.Key_H)
    assert talk.chamber.isVisible()
    assert not talk.network.isVisible()
    press(talk, Key.Key_H)
    assert talk.network.isVisible()


# -- the speaker -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screens", "home", "placed"),
    [(1, 0, (0, None)), (2, 0, (1, 0)), (2, 1, (0, 1)), (3, 1, (0, 1))],
)
def test_the_audience_gets_another_screen_than_the_speaker(
    screens: int, home: int, placed: tuple[int, int | None]
) -> None:
    rects = [QRect(1920 * number, 0, 1920, 1080) for number in range(screens)]
    assert placing(rects, home) == placed


def test_the_speaker_sees_notes_what_comes_next_and_the_time(start: Any, qtbot: QtBot) -> None:
    talk = start(ALLAWI)
    clock = QElapsedTimer()
    clock.start()
    notes = SpeakerView(talk, LIGHT, clock)
    qtbot.addWidget(notes)
    notes.show()
    assert notes.notes.text() == ALLAWI.steps[0].notes
    assert ALLAWI.steps[1].title in notes.following.text()
    assert "00:0" in notes.passed.text()
    QTest.keyClick(notes, Key.Key_PageDown)
    assert talk.number == 1
    assert notes.notes.text() == ALLAWI.steps[1].notes
    QTest.keyClick(notes, Key.Key_End)
    assert "last" in notes.following.text()
    QTest.keyClick(notes, Key.Key_B)
    assert "dark" in notes.place.text()


def test_the_speaker_sees_the_words_the_answer_and_what_the_audience_sees(
    start: Any, qtbot: QtBot
) -> None:
    talk = start(ALLAWI, first=3)
    clock = QElapsedTimer()
    clock.start()
    notes = SpeakerView(talk, LIGHT, clock)
    qtbot.addWidget(notes)
    notes.resize(1366, 768)
    notes.show()
    assert notes.text.text() == ALLAWI.steps[3].text
    assert notes.answer.text().startswith("Comes with the next key:\nWhom does Allawi need?")
    qtbot.waitUntil(lambda: not notes.mirror.pixmap().isNull())
    picture = notes.mirror.pixmap()
    assert picture.width() / picture.height() == pytest.approx(1024 / 768, rel=0.02)
    before = picture.toImage()
    move(talk, "ka10_kdp", Key.Key_2)
    assert "Now: PUK (17): 164, 1 over" in notes.answer.text()
    qtbot.waitUntil(lambda: notes.mirror.pixmap().toImage() != before)


@pytest.fixture
def two_screens(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were two screens in the one place that a test has."""
    screen = window.screen()
    monkeypatch.setattr(window.presenting, "_screens", lambda: (screen, screen))


@pytest.mark.usefixtures("two_screens")
def test_with_two_screens_notes_come_and_go_and_the_keys_are_told_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.presenting.present(ALLAWI)
    talk, notes = told_by(window), window.presenting.notes
    assert notes is not None
    assert notes.isVisible()
    assert talk.foot.hint.text() == ""
    notes.close()  # by its own button
    talk.activateWindow()
    press(told_by(window), Key.Key_N)
    again = window.presenting.notes
    assert again is not None
    assert again.isVisible()
    press(told_by(window), Key.Key_N)
    assert window.presenting.notes is None
    assert talk.foot.hint.text().startswith("Space: next")
    press(talk, Key.Key_Escape)


def test_a_projector_that_is_plugged_in_during_the_talk_gets_the_audience(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.presenting.present(ALLAWI)
    talk = told_by(window)
    press(talk, Key.Key_Right)
    assert window.presenting.notes is None
    screen, app = window.screen(), QGuiApplication.instance()
    monkeypatch.setattr(window.presenting, "_screens", lambda: (screen, screen))
    assert isinstance(app, QGuiApplication)
    app.screenAdded.emit(screen)
    qtbot.waitUntil(lambda: window.presenting.notes is not None)
    assert talk.number == 1
    monkeypatch.setattr(window.presenting, "_screens", lambda: (screen, None))
    app.screenRemoved.emit(screen)
    qtbot.waitUntil(lambda: window.presenting.notes is None)
    assert talk.isVisible()
    press(talk, Key.Key_Escape)


def test_on_one_screen_n_shows_the_notes_along_the_foot(window: MainWindow, hands: Hands) -> None:
    window.presenting.present(ALLAWI)
    talk = told_by(window)
    strip = talk.findChild(QLabel, "notesStrip")
    assert not strip.isVisible()
    press(talk, Key.Key_N)
    assert strip.isVisible()
    assert strip.text() == ALLAWI.steps[0].notes
    press(talk, Key.Key_N)
    assert not strip.isVisible()
    press(talk, Key.Key_Escape)


# -- from the window and back ----------------------------------------------------------------------


def state_of(window: MainWindow) -> dict[str, object]:
    """Everything of the window that a presentation could change."""
    document, arrangement = window.document, window.arrangement
    library = window.session.library
    assert library is not None
    return {
        "scenario": document.scenario,
        "saved": document.saved,
        "shown": document.shown,
        "modified": document.modified,
        "row": window.session.row,
        "steps": [document.undo_stack.text(n) for n in range(document.undo_stack.count())],
        "at": document.undo_stack.index(),
        "drafts": window.session.drafts,
        "entries": window.session.entries,
        "selection": (window.selection.nodes, window.selection.coalition, window.selection.link),
        "view": (arrangement.layout_name, arrangement.detail, arrangement.tie_filter),
        "positions": dict(arrangement.positions),
        "camera": window.network.camera,
        "geometry": window.geometry(),
        "state": window.saveState(),
        "file": library.path.read_bytes(),
        "title": window.windowTitle(),
    }


def test_after_a_presentation_the_window_is_as_it_was(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    # Something is moved, undone, selected, filtered and left as a draft.
    hands.select("ina10_fadhila")
    with hands.settling():
        hands.key(Key.Key_1)
    hands.select("ina10_badr")
    with hands.settling():
        hands.key(Key.Key_1)
    action(window, "Undo").trigger()
    with hands.settling():
        window.session.open(window.session.entries[2].id)
    with hands.settling():
        window.arrangement.set_detail(Detail.EVERYONE)
    QApplication.processEvents()
    window.network.zoom_by(1.4)
    window.selection.set_nodes(["uia05_sadr", "iran"])
    seen = [window.saveState()]

    def panels_stand() -> bool:
        seen.append(window.saveState())
        return len(seen) > 6 and len(set(map(bytes, (s.data() for s in seen[-5:])))) == 1

    qtbot.waitUntil(panels_stand)
    before = state_of(window)
    for story in (ALLAWI, STORIES["iran_2008"]):
        action(window, story.title).trigger()
        talk = told_by(window)
        assert talk.isFullScreen()
        settled(qtbot, talk)
        for _ in range(20):
            press(talk, Key.Key_Space)
        press(talk, Key.Key_Home)
        press(talk, Key.Key_H)
        press(talk, Key.Key_B)
        with qtbot.waitSignal(talk.ended):
            press(talk, Key.Key_Escape)
        assert window.presenting.talk is None
    qtbot.waitUntil(window.isActiveWindow)
    after = state_of(window)
    assert {key for key in before if before[key] != after[key]} == set()


def test_f5_presents_the_scenarios_in_order_from_the_open_one(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    hands.select("ka10_kdp")
    with hands.settling():
        hands.key(Key.Key_1)
    before = state_of(window)
    QTest.keyClick(window, Key.Key_F5)
    talk = told_by(window)
    names = [entry.scenario.name for entry in window.session.entries]
    assert [step.title for step in talk.story.steps] == names
    # The open one as it is now, not as it was saved.
    assert talk.document.scenario == window.document.scenario
    press(talk, Key.Key_Right)
    assert talk.caption.title.text() == names[talk.number]
    press(talk, Key.Key_Escape)
    after = state_of(window)
    assert {key for key in before if before[key] != after[key]} == set()


def test_dragging_in_a_presentation_of_a_scenario_changes_it_nowhere_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = state_of(window)
    QTest.keyClick(window, Key.Key_F5)
    talk = told_by(window)
    settled(qtbot, talk)
    drag(talk, "ka10_kdp", "sol")
    assert talk.document.scenario.coalition_of("ka10_kdp") == "sol"
    press(talk, Key.Key_Escape)
    after = state_of(window)
    assert {key for key in before if before[key] != after[key]} == set()


def test_a_story_that_does_not_fit_is_told_and_nothing_starts(window: MainWindow) -> None:
    window.presenting.present(Story("Beirut", (Step("One", "beirut_2009"),)))
    assert window.presenting.talk is None
    assert "cannot be presented: step 1: 'beirut_2009'" in window.messages.label.text()
    window.presenting.present(Story("Empty"))
    assert "no step" in window.messages.label.text()


def test_closing_the_window_ends_its_presentation(open_window: Open) -> None:
    window = open_window()
    window.presenting.present(ALLAWI)
    talk = window.presenting.talk
    assert talk is not None
    window.close()
    assert window.presenting.talk is None
    assert not talk.isVisible()


def test_from_right_to_left_the_words_stand_on_the_left(start: Any, qtbot: QtBot) -> None:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        talk = start(ALLAWI, first=3)
        caption = talk.caption.mapTo(talk, QPoint())
        network = talk.network.mapTo(talk, QPoint())
        assert caption.x() < network.x()
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_caption_takes_whole_sentences_of_a_note() -> None:
    note = "One is short. " + "Two is rather long, " * 12 + "and ends. Three."
    assert caption_of(note) == "One is short."
    assert caption_of("One. Two.\nThree.") == "One. Two. Three."
    assert caption_of("") == ""
    long = "word " * 100
    assert caption_of(long) == long.strip()


# -- the room on the wall --------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize(("story", "first", "steps"), [("front_2007", 0, 0), ("allawi_2010", 0, 1)])
def test_the_network_fills_its_wall_at_the_first_step_and_after_a_chamber(
    story: str, first: int, steps: int, size: tuple[int, int], start: Any, qtbot: QtBot
) -> None:
    talk = start(STORIES[story], size, first=first)
    for _ in range(steps):
        press(talk, Key.Key_Right)
    settled(qtbot, talk)
    drawn = talk.network.camera.rect_to_view(talk.network.picture.bounds)
    assert drawn.height() > 0.7 * talk.network.height()
    assert drawn.width() > 0.7 * talk.network.width()


def test_the_chamber_beside_the_words_takes_the_room_they_leave(start: Any) -> None:
    talk = start(ALLAWI, (1920, 1080), first=3)
    chamber = talk.caption.hemicycle
    assert chamber.height() > 0.5 * chamber.width()


def test_words_that_are_too_many_are_cut_at_the_end_of_the_text_alone(start: Any) -> None:
    long = "Nobody on the wall has ever read as much as this in one go. " * 14
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    step = Step(f"A title with {word} in it", "maliki_sadr_2010", long, question="Who?")
    talk = start(Story("Long", (step,)))
    caption = talk.caption
    caption.layout().activate()
    for label in (caption.title, caption.question):
        assert label.height() >= label.heightForWidth(label.width())
        assert caption.rect().contains(QRect(label.mapTo(caption, QPoint()), label.size()))
    assert caption.text.y() >= caption.title.geometry().bottom()
