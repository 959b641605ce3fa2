"""What is known, and how it is found: detail, filters, search, inspector."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, Detail, Link, TieKind
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_picture import link_points, point_on
from iraq_explorer.ui.words import core
from tests.ui.hands import CTRL, Hands

Key = Qt.Key


def _link(window: MainWindow, a: str, b: str, sign: int) -> Link:
    return next(
        link
        for link in window.arrangement.network.links
        if {link.a, link.b} == {a, b} and link.sign == sign
    )


def _find(window: MainWindow, hands: Hands, text: str) -> tuple[str, ...]:
    hands.key("f", CTRL)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    hands.key("a", CTRL, to=field)
    # An input method types what no key of QTest stands for.
    field.insert(text)
    field.textEdited.emit(field.text())
    return window.selection.nodes


def test_a_tie_of_allawi_and_maliki_is_drawn_between_their_blocs(window: MainWindow) -> None:
    link = _link(window, "irq10_rest", "sol10_all", -1)
    assert any({tie.source, tie.target} == {"allawi", "maliki"} for tie in link.ties)
    window.selection.set_link(link)
    told = window.inspector.text.toPlainText()
    assert "Allawi" in told
    assert "Maliki" in told
    assert "▸" in told, "with its sources"
    tie = next(t for t in link.ties if {t.source, t.target} == {"allawi", "maliki"})
    assert tie.statement in told
    source = window.document.dataset.sources[tie.citations[0].source]
    assert source.title in told


def test_a_click_on_a_line_tells_its_ties(window: MainWindow, hands: Hands) -> None:
    view = window.network
    for shape in view.picture.links:
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            place = view.camera.to_view(point_on(link_points(shape), share))
            found = view.picture.link_at(view.camera.to_scene(place), 6 / view.camera.zoom)
            if view._node_at(place) is None and found is shape:
                hands.click(view, place)
                assert window.selection.link == shape.link
                assert shape.link.main.statement in window.inspector.text.toPlainText()
                return
    raise AssertionError("no line can be clicked")


def test_the_inspector_tells_a_bloc_with_seats_names_ties_and_sources(
    window: MainWindow, hands: Hands
) -> None:
    hands.select("ina10_sadr")
    told = window.inspector.text.toPlainText()
    assert "40 seats of 325" in told
    assert "الصدر" in told
    assert "▸" in told
    # Sources disagree about the Sadrists: every figure stands there with its source.
    bloc = window.document.chamber.bloc_by_id["ina10_sadr"]
    for report in bloc.reports:
        assert str(report.seats) in told


def test_with_nothing_selected_the_inspector_tells_the_scenario(window: MainWindow) -> None:
    window.selection.clear()
    told = window.inspector.text.toPlainText()
    assert window.document.scenario.note[:40] in told
    assert "Sources" in told


def test_the_vote_of_2008_is_told_with_the_figures_of_other_reports(window: MainWindow) -> None:
    entry = window.session.entry_of_origin("sofa_2008")
    assert entry is not None
    window.session.open(entry.id)
    window.selection.clear()
    told = window.inspector.text.toPlainText()
    for figure in ("144", "35", "198", "149", "145"):
        assert figure in told


def test_everyone_shows_people_and_blocs_and_states_folds_them_again(
    window: MainWindow, hands: Hands
) -> None:
    kinds = {s.node.kind for s in window.network.picture.nodes}
    assert ActorKind.PERSON not in kinds
    folded = len(window.network.picture.nodes)
    with hands.settling():
        hands.key("e")
    assert window.arrangement.detail is Detail.EVERYONE
    people = [s for s in window.network.picture.nodes if s.node.kind is ActorKind.PERSON]
    assert len(people) > 5
    assert {"maliki", "allawi"} <= {s.id for s in people}
    link = next(k for k in window.arrangement.network.links if {k.a, k.b} == {"maliki", "allawi"})
    assert link.sign == -1
    with hands.settling():
        hands.key("e", to=window.network)
    assert len(window.network.picture.nodes) == folded


def test_blocs_can_be_dragged_with_everyone_shown(window: MainWindow, hands: Hands) -> None:
    with hands.settling():
        hands.key("e")
    hands.lift("ka10_kdp", "sol")
    assert window.network.pointer_label[1].startswith("129 + 26 = 155")
    hands.drop()
    assert window.document.scenario.coalition_of("ka10_kdp") == "sol"


def test_what_is_left_out_stands_as_chips_that_a_click_removes(
    window: MainWindow, hands: Hands
) -> None:
    assert not window.filters.isVisible()
    links = len(window.network.picture.links)
    positions = dict(window.arrangement.positions)
    menu = QMenu(window)
    window.filters.fill_menu(menu)
    for kind in (TieKind.RIVAL, Certainty.REPORTED):
        next(a for a in menu.actions() if a.text() == core(kind)).trigger()
    assert window.filters.isVisible()
    assert set(window.filters.chips) == {TieKind.RIVAL, Certainty.REPORTED}
    assert len(window.network.picture.links) < links
    for link in window.network.picture.links:
        for tie in link.link.ties:
            assert tie.kind is not TieKind.RIVAL
            assert tie.certainty is not Certainty.REPORTED
    chip = window.filters.chips[TieKind.RIVAL]
    hands.qtbot.waitUntil(chip.isVisible)
    hands.click(chip, chip.rect().center())
    assert set(window.filters.chips) == {Certainty.REPORTED}
    hands.qtbot.waitUntil(window.filters.chips[Certainty.REPORTED].isVisible)
    everything = next(
        b for b in window.filters.findChildren(QPushButton) if b.isVisible() and "all" in b.text()
    )
    hands.click(everything, everything.rect().center())
    assert not window.filters.isVisible()
    assert len(window.network.picture.links) == links
    assert window.arrangement.positions == positions, "what is left does not move"


def test_leaving_out_states_removes_their_nodes(window: MainWindow) -> None:
    menu = QMenu(window)
    window.filters.fill_menu(menu)
    next(a for a in menu.actions() if a.text() == core(ActorKind.STATE)).trigger()
    assert all(s.node.kind is not ActorKind.STATE for s in window.network.picture.nodes)
    assert {s.id for s in window.network.picture.nodes} >= {"sol10_all", "irq10_rest"}


def test_search_finds_by_arabic_names_in_several_spellings(
    window: MainWindow, hands: Hands
) -> None:
    assert "ka10_kdp" in _find(window, hands, "بارزاني")
    assert "ka10_kdp" in _find(window, hands, "بارزانى")
    assert "ka10_kdp" in _find(window, hands, "بارزانی")
    assert "ina10_sadr" in _find(window, hands, "الصدر")


def test_search_finds_by_kurdish_and_english_names(window: MainWindow, hands: Hands) -> None:
    assert "ka10_kdp" in _find(window, hands, "بارزانی")
    assert "gor10_all" in _find(window, hands, "گۆڕان")
    assert "ka10_kdp" in _find(window, hands, "barzani")
    assert "irq10_rest" in _find(window, hands, "ALLAWI")


def test_search_with_everyone_shown_finds_the_person(window: MainWindow, hands: Hands) -> None:
    with hands.settling():
        hands.key("e")
    found = _find(window, hands, "المالكي")
    assert "maliki" in found


def test_a_search_without_success_says_so(window: MainWindow, hands: Hands) -> None:
    assert _find(window, hands, "Napoleon") == ()
    assert "Napoleon" in window.messages.label.text()
    assert window.messages.isVisible()


def test_enter_goes_from_one_find_to_the_next(window: MainWindow, hands: Hands) -> None:
    found = _find(window, hands, "al-")
    assert len(found) > 1
    field = window.focusWidget()
    hands.key(Key.Key_Return, to=field)
    first = window.selection.nodes
    hands.key(Key.Key_Return, to=field)
    assert len(first) == len(window.selection.nodes) == 1
    assert window.selection.nodes != first


def test_the_ties_are_those_in_force_on_the_day_of_the_scenario(window: MainWindow) -> None:
    for entry in window.session.entries:
        window.session.open(entry.id)
        day = window.document.scenario.date.latest
        for link in window.arrangement.network.links:
            for tie in link.ties:
                assert tie.period.contains(day), (entry.scenario.name, tie.id)
