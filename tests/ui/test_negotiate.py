"""A whole game through the real window: dealing, private cards, offers, a vote, and the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from iraq_explorer.core.negotiation import Game
from iraq_explorer.ui.help_window import HelpWindow
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.negotiate import GameWindow
from iraq_explorer.ui.negotiate_offer import OfferEditor
from iraq_explorer.ui.negotiate_words import wish_text
from iraq_explorer.ui.palette import DARK
from tests.ui.hands import LEFT, Hands, action

Key = Qt.Key


@pytest.fixture
def game_window(window: MainWindow, qtbot: QtBot) -> GameWindow:
    action(window, "Negotiate").trigger()
    made = window.negotiating.window
    assert made is not None
    made.resize(1240, 760)
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def table(game_window: GameWindow) -> GameWindow:
    """A game for four groups, begun."""
    click(game_window.setup.start)
    assert game_window.pages.currentWidget() is game_window.table
    return game_window


def click(button: QWidget) -> None:
    QTest.mouseClick(button, LEFT)


def key(widget: QWidget, which: Qt.Key | str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, which)


def game_of(window: GameWindow) -> Game:
    assert window.desk.game is not None
    return window.desk.game


def told(window: QWidget) -> str:
    """Everything that the window says, to the eye or to a reader."""
    parts = [label.text() for label in window.findChildren(QLabel)]
    parts += [text.toPlainText() for text in window.findChildren(QTextEdit)]
    for widget in window.findChildren(QWidget):
        parts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    return "\n".join(parts)


def pressed(window: GameWindow, words: str) -> QPushButton:
    """The button that a reader calls so."""
    return next(
        b
        for b in window.findChildren(QPushButton)
        if b.accessibleName().startswith(words) and b.isVisible()
    )


def winners(game: Game) -> list[int]:
    order = sorted(game.groups, key=lambda g: -game.seats(g))
    chosen: list[int] = []
    for group in order:
        chosen.append(group)
        if len(chosen) > 1 and sum(map(game.seats, chosen)) >= game.quota:
            break
    return chosen


def tick_group(editor: OfferEditor, group: int) -> None:
    """Tick a whole group with the mouse."""
    item = editor.tree.topLevelItem(group)
    assert item is not None
    rect = editor.tree.visualItemRect(item)
    mirrored = editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
    box = QRect(rect.right() - 20 if mirrored else rect.left(), rect.top(), 20, rect.height())
    QTest.mouseClick(editor.tree.viewport(), LEFT, pos=box.center())


def make_offer(window: GameWindow) -> list[int]:
    """The largest groups propose to govern together."""
    editor, chosen = window.table.editor, winners(game_of(window))
    editor.by.setFocus()
    editor.by.setCurrentIndex(chosen[0])
    editor.by.activated.emit(chosen[0])
    for group in chosen[1:]:
        tick_group(editor, group)
    click(editor.make)
    return chosen


# -- setting up ------------------------------------------------------------------------------------


def test_the_game_is_set_up_on_the_open_scenario(game_window: GameWindow) -> None:
    setup = game_window.setup
    assert "October 2010: Maliki with Sadr" in setup.about.text()
    assert "163 of 325" in setup.about.text()
    assert setup.posts.value() == 42
    assert len(setup.hands) == 4
    assert setup.table.rowCount() == len(game_window.desk.dataset.chambers["cor2010"].blocs)


def test_the_game_takes_the_room_of_a_small_screen(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "Negotiate").trigger()
    made = window.negotiating.window
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    room = made.screen().availableGeometry()
    assert room.contains(made.geometry())
    assert made.width() >= min(1240, room.width() - 8)
    assert made.height() >= min(760, room.height() - 40)


def test_dealing_again_deals_otherwise_and_the_number_brings_it_back(
    game_window: GameWindow,
) -> None:
    setup = game_window.setup
    first = setup.hands
    for _ in range(3):
        click(pressed_text(setup, "Deal again"))
    assert setup.seed.value() == 4
    assert setup.hands != first
    setup.seed.setValue(1)
    assert setup.hands == first


def pressed_text(window: QWidget, words: str) -> QPushButton:
    return next(
        b for b in window.findChildren(QPushButton) if b.text().replace("&", "").startswith(words)
    )


def test_blocs_are_dealt_by_hand_with_a_number_key_or_a_button(game_window: GameWindow) -> None:
    setup = game_window.setup
    home = next(g for g, own in enumerate(setup.hands) if own == ("sol10_all",))
    other = (home + 1) % 4
    setup.table.selectRow(0)
    key(setup.table, str(other + 1))
    assert setup.hands[home] == ("sol10_all",)  # the only bloc of its group stays
    setup.table.clearSelection()
    setup.table.selectRow(1)
    click(setup.chips[home])
    assert "irq10_rest" in setup.hands[home]
    setup.table.clearSelection()
    setup.table.selectRow(0)
    key(setup.table, str(other + 1))
    assert "sol10_all" in setup.hands[other]
    assert setup.table.item(0, 2).text().startswith(str(other + 1))


def test_groups_can_be_two_to_six_and_have_names(game_window: GameWindow) -> None:
    setup = game_window.setup
    for count in (2, 6):
        setup.count.setValue(count)
        assert len(setup.hands) == len(setup.fields) == len(setup.chips) == count
    QTest.keyClicks(setup.fields[0], "Reds & Co")
    assert setup.names[0] == "Reds & Co"
    assert setup.names[1] == "Orange"
    rows = range(setup.table.rowCount())
    assert any("Reds & Co" in setup.table.item(row, 2).text() for row in rows)


# -- private cards ---------------------------------------------------------------------------------


def test_a_card_is_shown_only_while_its_button_is_held(table: GameWindow) -> None:
    game, names, cards = game_of(table), table.desk.names, table.table.cards
    texts = {g: [wish_text(w, game, names) for w in game.cards[g]] for g in game.groups}
    red = {g: texts[g][:2] for g in game.groups}
    before = told(table)
    assert not any(text in before for lines in red.values() for text in lines)
    for group, button in enumerate(cards.buttons):
        QTest.mousePress(button, LEFT)
        held = cards.card.text()
        assert cards.shown == group
        assert all(text in held for text in map(_escaped, texts[group]))
        others = {t for g in game.groups if g != group for t in red[g]} - set(texts[group])
        assert not any(text in told(table) for text in others)
        QTest.mouseRelease(button, LEFT)
        assert cards.shown is None
        assert not any(text in told(table) for text in red[group])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#x27;")


@pytest.mark.parametrize(("groups", "size"), [(4, (1240, 760)), (6, (960, 540))])
def test_a_card_is_seen_as_a_whole_for_nobody_can_hold_and_scroll(
    game_window: GameWindow, groups: int, size: tuple[int, int], qtbot: QtBot
) -> None:
    game_window.setup.count.setValue(groups)
    game_window.resize(*size)
    click(game_window.setup.start)
    cards = game_window.table.cards
    qtbot.waitUntil(lambda: cards.height() > 100)
    for button in cards.buttons:
        QTest.mousePress(button, LEFT)
        place, card = cards.place, cards.card
        assert place.isVisible()
        assert game_window.table.rect().contains(place.geometry())
        assert card.height() >= card.heightForWidth(card.width())
        assert not place.geometry().intersects(cards.geometry())
        QTest.mouseRelease(button, LEFT)
        assert place.isHidden()


def test_space_shows_a_card_as_long_as_it_is_held(table: GameWindow) -> None:
    cards = table.table.cards
    cards.buttons[2].setFocus()
    QTest.keyPress(cards.buttons[2], Key.Key_Space)
    assert cards.shown == 2
    QTest.keyRelease(cards.buttons[2], Key.Key_Space)
    assert cards.shown is None


@pytest.mark.parametrize("what", [QEvent.Type.WindowDeactivate, QEvent.Type.FocusOut])
def test_whatever_takes_the_window_away_covers_the_card(
    table: GameWindow, what: QEvent.Type
) -> None:
    cards = table.table.cards
    QTest.mousePress(cards.buttons[0], LEFT)
    assert cards.shown == 0
    if what is QEvent.Type.FocusOut:
        cards.buttons[1].setFocus()
    else:
        QApplication.sendEvent(cards.buttons[0], QEvent(what))
    assert cards.shown is None
    QTest.mouseRelease(cards.buttons[0], LEFT)


# -- a whole game ----------------------------------------------------------------------------------


def test_a_whole_game_by_mouse(table: GameWindow, window: MainWindow, qtbot: QtBot) -> None:
    before = len(window.session.entries)
    chosen = make_offer(table)
    game = game_of(table)
    (offer,) = game.offers
    assert game.partners(offer) == tuple(sorted(chosen))
    assert sum(offer.posts.values()) == 42
    for group in chosen[1:]:
        name = table.desk.names[group]
        assert not pressed(table, "Put to the vote").isEnabled()
        click(pressed(table, f"{name}: Refuse"))
        click(pressed(table, f"{name}: Accept"))
    click(pressed(table, "Put to the vote"))
    click(pressed(table, "Count the votes"))
    end = table.end
    assert table.pages.currentWidget() is end
    game = game_of(table)
    held = game.government
    assert held is not None
    scores = end.scores.toPlainText()
    for group in game.groups:
        points = game.score(group)
        sign = f"+{points}" if points > 0 else f"−{-points}" if points else "0"
        assert f"{table.desk.names[group]}: {sign} points" in scores
    assert "second Maliki cabinet" in end.history.toPlainText()
    assert "Only in history" in end.history.toPlainText()

    end.name.selectAll()
    QTest.keyClicks(end.name, "Our class")
    click(end.save)
    assert len(window.session.entries) == before + 1
    assert "Saved as “Our class”" in table.messages.label.text()
    saved = window.document.scenario
    assert saved.name == "Our class"
    assert set(saved.membership) == set(held.blocs)
    assert saved.roll_call is not None
    assert "points" in saved.note
    assert not window.document.modified

    click(end.compare)
    page = window.comparing.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    assert not table.isVisible()
    assert page.comparison is not None
    assert page.comparison.a == saved
    assert page.comparison.b.name == "December 2010: second Maliki cabinet"
    qtbot.waitUntil(lambda: not page._background.busy)


def test_a_vote_that_fails_is_told_and_the_round_goes_on_until_there_is_none(
    table: GameWindow,
) -> None:
    chosen = make_offer(table)
    for group in chosen[1:]:
        click(pressed(table, f"{table.desk.names[group]}: Accept"))
    click(pressed(table, "Put to the vote"))
    against = next(
        radio
        for radio in table.findChildren(QRadioButton)
        if radio.accessibleName() == f"{table.desk.names[chosen[0]]}: Against"
    )
    click(against)
    click(pressed(table, "Count the votes"))
    assert table.pages.currentWidget() is table.table
    assert "does not follow" in table.messages.label.text()
    assert "fails" in told(table.table.offers)
    for _ in range(3):
        click(table.table.end_round)
    assert table.pages.currentWidget() is table.end
    assert "No government" in table.end.title.text()
    assert table.end.save.isHidden()
    assert table.end.compare.isHidden()
    click(table.end.again)
    assert table.pages.currentWidget() is table.setup


def test_a_whole_game_by_keyboard(table: GameWindow) -> None:
    game, editor = game_of(table), table.table.editor
    chosen = winners(game)
    editor.by.setFocus()
    QTest.keyClick(editor.by, Key.Key_Home)
    for _ in range(chosen[0]):
        QTest.keyClick(editor.by, Key.Key_Down)
    assert editor.by.currentIndex() == chosen[0]
    assert set(editor.blocs) == set(game.hands[chosen[0]])
    for group in chosen[1:]:
        editor.tree.setFocus()
        QTest.keyClick(editor.tree, Key.Key_Home)
        for _ in range(group):
            QTest.keyClick(editor.tree, Key.Key_Down)
        QTest.keyClick(editor.tree, Key.Key_Space)
    key(editor.make, Key.Key_Space)
    for group in chosen[1:]:
        key(pressed(table, f"{table.desk.names[group]}: Accept"), Key.Key_Space)
    key(pressed(table, "Put to the vote"), Key.Key_Space)
    key(pressed(table, "Count the votes"), Key.Key_Space)
    assert game_of(table).government is not None
    assert table.pages.currentWidget() is table.end


# -- offers ----------------------------------------------------------------------------------------


def test_the_chamber_shows_what_is_being_put_together(table: GameWindow) -> None:
    game, editor = game_of(table), table.table.editor
    chosen = winners(game)
    editor.tick(tuple(bloc for g in chosen for bloc in game.hands[g]))
    shown = table.table.document.shown
    leading = shown.leading(game.chamber)
    assert leading is not None
    total = sum(map(game.seats, chosen))
    assert shown.seats_of(leading.id, game.chamber) == total
    assert f"{total} of 163: majority" in editor.total.text()
    assert not table.table.document.undo_stack.canUndo()


def test_a_group_leaves_one_of_its_blocs_out_and_the_offer_says_so(table: GameWindow) -> None:
    game, editor = game_of(table), table.table.editor
    group = next(g for g in game.groups if len(game.hands[g]) > 2)
    editor.by.setCurrentIndex(group)
    editor.by.activated.emit(group)
    editor.tick((*game.hands[group][1:], *game.hands[group - 1]))
    click(editor.make)
    out = game.chamber.bloc_by_id[game.hands[group][0]].name.label
    assert f"Without {out}" in told(table.table.offers)


def test_posts_have_to_add_up_before_an_offer_is_made(table: GameWindow) -> None:
    editor, chosen = table.table.editor, winners(game_of(table))
    editor.by.setCurrentIndex(chosen[0])
    editor.by.activated.emit(chosen[0])
    tick_group(editor, chosen[1])
    box: QSpinBox = editor.posts[chosen[0]]
    box.setValue(box.value() + 1)
    assert not editor.make.isEnabled()
    assert editor.left.text() == "1 post too many"
    box.setValue(box.value() - 1)
    assert editor.make.isEnabled()
    assert editor.left.isHidden()
    editor.rule.setCurrentIndex(editor.rule.findData(None))
    editor.rule.activated.emit(editor.rule.currentIndex())
    click(editor.make)
    assert game_of(table).offers[0].posts == {}


def test_who_proposes_has_to_be_in_it(table: GameWindow) -> None:
    editor = table.table.editor
    editor.by.setCurrentIndex(0)
    editor.by.activated.emit(0)
    tick_group(editor, 0)
    tick_group(editor, 1)
    assert not editor.make.isEnabled()
    assert "has to be in it" in editor.missing.text()
    tick_group(editor, 1)
    tick_group(editor, 0)
    assert not editor.make.isEnabled()
    assert "at least two groups" in editor.missing.text()
    assert editor.missing.isVisible()
    tick_group(editor, 1)
    assert editor.make.isEnabled()
    assert editor.missing.isHidden()


def test_an_offer_can_be_withdrawn_and_lapses_with_its_round(table: GameWindow) -> None:
    make_offer(table)
    click(pressed(table, f"{table.desk.names[winners(game_of(table))[0]]}: Withdraw"))
    assert "Withdrawn" in told(table.table.offers)
    make_offer(table)
    click(table.table.end_round)
    assert table.table.round.text() == "Round 2 of 3"
    assert "Lapsed" in told(table.table.offers)


# -- the clock, and leaving ------------------------------------------------------------------------


def test_the_clock_counts_down_and_only_reminds(table: GameWindow) -> None:
    clock = table.table.clock
    assert clock.label.text() == "8:00"
    assert clock.timer.isActive()
    clock.timer.timeout.emit()
    assert clock.label.text() == "7:59"
    click(clock.pause)
    assert not clock.timer.isActive()
    clock.left = 1
    click(clock.pause)
    clock.timer.timeout.emit()
    assert clock.label.text() == "Time is up"
    assert not clock.timer.isActive()
    assert game_of(table).round == 1
    click(table.table.end_round)
    assert clock.label.text() == "8:00"


def test_a_game_that_is_left_waits_and_goes_on(table: GameWindow, window: MainWindow) -> None:
    make_offer(table)
    held = game_of(table)
    table.close()
    assert not table.table.clock.timer.isActive()
    action(window, "Negotiate").trigger()
    assert table.isVisible()
    assert table.pages.currentWidget() is table.table
    assert game_of(table) is held


def test_a_game_is_offered_again_after_the_program_ended(
    table: GameWindow, window: MainWindow, open_window, qtbot: QtBot, own_home: Path
) -> None:
    make_offer(table)
    click(table.table.end_round)
    make_offer(table)
    table.table.clock.left = 77
    held, names = game_of(table), table.desk.names
    window.close()
    (file,) = (own_home / ".local/state").rglob("*.game")
    content = file.read_text("utf-8")
    texts = [wish_text(w, held, names) for card in held.cards for w in card]
    assert not any(text in content for text in texts)
    assert '"kind"' not in content
    assert not any(tie in content for card in held.cards for w in card for tie in w.ties)

    again = open_window()
    assert "waits in round 2 of 3" in again.offers.label.text()
    click(again.offers.buttons[0])
    made = again.negotiating.window
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    assert made.pages.currentWidget() is made.table
    assert game_of(made) == held
    assert made.desk.names == names
    assert made.table.clock.label.text() == "1:17"
    assert not made.table.clock.timer.isActive()
    assert made.table.clock.pause.text() == "&Go on"
    assert again.offers.isHidden()
    for _ in range(2):
        click(made.table.end_round)
    assert made.pages.currentWidget() is made.end
    again.close()

    last = open_window()
    assert last.offers.isHidden()  # it is over: nothing is left to go on with
    action(last, "Negotiate").trigger()
    shown = last.negotiating.window
    assert shown is not None
    assert "has come to its end" in shown.setup.waiting_text.text()
    click(shown.setup.resume)
    assert shown.pages.currentWidget() is shown.end
    assert "No government" in shown.end.title.text()


def test_a_game_that_nobody_wants_is_thrown_away(
    table: GameWindow, window: MainWindow, open_window, own_home: Path
) -> None:
    window.close()
    again = open_window()
    action(again, "Negotiate").trigger()
    made = again.negotiating.window
    assert made is not None
    assert made.setup.waiting.isVisible()
    assert again.offers.isHidden()
    click(made.setup.throw_away)
    assert not made.setup.waiting.isVisible()
    assert list((own_home / ".local/state").rglob("*.game")) == []


def test_two_windows_do_not_play_one_game(
    table: GameWindow, window: MainWindow, open_window
) -> None:
    other = open_window()
    assert other.offers.isHidden()
    action(other, "Negotiate").trigger()
    made = other.negotiating.window
    assert made is not None
    assert not made.setup.waiting.isVisible()


def test_esc_leaves_a_vote_that_is_not_counted(table: GameWindow) -> None:
    chosen = make_offer(table)
    for group in chosen[1:]:
        click(pressed(table, f"{table.desk.names[group]}: Accept"))
    key(pressed(table, "Put to the vote"), Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert pressed(table, "Put to the vote").isVisible()
    assert game_of(table).divisions == ()


def test_tab_goes_through_an_offer_as_it_is_made(table: GameWindow, qtbot: QtBot) -> None:
    editor = table.table.editor
    chosen = winners(game_of(table))
    editor.by.setCurrentIndex(chosen[0])
    editor.by.activated.emit(chosen[0])
    for group in chosen[1:]:
        tick_group(editor, group)
    qtbot.waitUntil(lambda: all(box.isVisible() for box in editor.posts.values()))
    editor.by.setFocus()
    passed = []
    for _ in range(4 + len(editor.posts)):
        passed.append(QApplication.focusWidget())
        QTest.keyClick(passed[-1], Key.Key_Tab)
    boxes = [box for _, box in sorted(editor.posts.items())]
    assert passed == [editor.by, editor.tree, editor.rule, *boxes, editor.make]


def test_without_posts_and_clock_neither_is_shown(game_window: GameWindow) -> None:
    game_window.setup.posts.setValue(0)
    game_window.setup.minutes.setValue(0)
    click(game_window.setup.start)
    assert game_window.table.clock.isHidden()
    assert game_window.table.editor.share.isHidden()
    make_offer(game_window)
    assert game_of(game_window).offers[0].posts == {}


def test_f1_in_the_game_explains_it_over_the_game(table: GameWindow, window: MainWindow) -> None:
    QTest.keyClick(table, Key.Key_F1)
    found = table.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.isVisible()
    assert found.panel.page == "negotiate"
    assert window.helping.panel is None


def test_every_control_of_the_game_has_a_name(table: GameWindow) -> None:
    make_offer(table)
    nameless = [
        f"{type(child).__name__} {child.objectName()}"
        for kind in (QComboBox, QSpinBox, QLineEdit)
        for child in table.findChildren(kind)
        if not child.accessibleName() and child.objectName() != "qt_spinbox_lineedit"
    ]
    assert nameless == []


def test_the_game_goes_dark_with_the_window(table: GameWindow, window: MainWindow) -> None:
    window.set_appearance("dark")
    assert table.grab().toImage().pixelColor(3, table.height() - 3) == DARK.panel


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_the_groups_stand_on_the_right(table: GameWindow, hands: Hands) -> None:
    cards, editor = table.table.cards, table.table.editor
    assert cards.x() > editor.x()
    make_offer(table)
    assert game_of(table).offers
