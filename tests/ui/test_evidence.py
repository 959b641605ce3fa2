import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.ui.ledger_panel import LedgerPanel
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import Hands, redo, seats, undo

LEFT = Qt.MouseButton.LeftButton


def open_built_in(window: MainWindow, origin: str, qtbot: QtBot) -> None:
    entry = window.session.entry_of_origin(origin)
    assert entry is not None
    with qtbot.waitSignal(window.arrangement.settled, timeout=8000):
        window.session.open(entry.id)


@pytest.fixture
def ledger(window: MainWindow, qtbot: QtBot) -> LedgerPanel:
    """The evidence of October 2010, Allawi with Abdul Mahdi: 164 of 163."""
    open_built_in(window, "allawi_abdulmahdi_2010", qtbot)
    window.menus.actions["ledger"].trigger()
    found = window.docks.panel("ledgerDock")
    assert isinstance(found, LedgerPanel)
    qtbot.waitUntil(found.isVisible)
    found.table.setFocus()
    return found


def row_of(ledger: LedgerPanel, statement: str) -> int:
    model = ledger.model
    row = next(r for r, line in enumerate(model.lines) if line.statement.id == statement)
    return ledger._sorted.mapFromSource(model.index(row, 0)).row()


def click(ledger: LedgerPanel, statement: str) -> None:
    index = ledger._sorted.index(row_of(ledger, statement), 1)
    ledger.table.scrollTo(index)
    place = ledger.table.visualRect(index).center()
    QTest.mouseClick(ledger.table.viewport(), LEFT, pos=place)


def cell(ledger: LedgerPanel, statement: str, column: int) -> str:
    return str(ledger._sorted.data(ledger._sorted.index(row_of(ledger, statement), column)))


def ties_drawn(window: MainWindow) -> set[str]:
    return {tie.id for link in window.arrangement.network.links for tie in link.ties}


def test_the_ledger_lists_figures_ties_and_the_rule_with_their_sources(
    ledger: LedgerPanel,
) -> None:
    assert cell(ledger, "irq10_hiwar", 1) == "Iraqi National Dialogue Front (Hiwar): 16 seats"
    assert cell(ledger, "irq10_hiwar", 4).startswith("Wikipedia")
    assert cell(ledger, "absolute_majority", 1) == "Investiture: 163 of 325"
    assert cell(ledger, "t038", 2) == "contested"


def test_a_source_that_alone_carries_a_verdict_is_marked_and_told(ledger: LedgerPanel) -> None:
    assert cell(ledger, "irq10_hiwar", 0) == "⚠"
    assert cell(ledger, "irq10_hal", 0) == ""
    assert "any of 2 sources" in ledger.summary.text()
    click(ledger, "irq10_hiwar")
    assert "148 vouched for: 15 short" in ledger.text.toPlainText()


def test_a_verdict_with_much_to_spare_turns_on_no_source(
    window: MainWindow, ledger: LedgerPanel, qtbot: QtBot
) -> None:
    open_built_in(window, "cabinet_2010", qtbot)
    assert "⚠" not in ledger.summary.text()


def test_a_line_shows_where_it_belongs_on_the_canvas(
    window: MainWindow, ledger: LedgerPanel
) -> None:
    click(ledger, "irq10_hiwar")
    assert window.selection.nodes == ("irq10_hiwar",)
    click(ledger, "t038")
    assert set(window.selection.nodes) == {"irq10_rest", "ina10_isci"}


def test_a_source_opens_as_an_entry_with_what_rests_on_it_and_its_corrections(
    ledger: LedgerPanel,
) -> None:
    click(ledger, "t038")
    ledger.text.anchorClicked.emit(QUrl("source:nation2010"))
    told = ledger.text.toPlainText()
    assert "What rests on it" in told
    assert "Corrected or contested since" in told
    assert "no other source" in told
    ledger.text.anchorClicked.emit(QUrl("back:"))
    assert "What rests on it" not in ledger.text.toPlainText()


def test_disregarding_a_certainty_recomputes_everything_and_leaves_a_chip(
    window: MainWindow, ledger: LedgerPanel
) -> None:
    assert "t038" in ties_drawn(window)
    click(ledger, "t038")
    QTest.mouseClick(ledger.certainty_button, LEFT)
    assert window.document.scenario.disregarded.certainties == {Certainty.CONTESTED}
    assert "t038" not in ties_drawn(window)
    assert all(line.statement.id != "t038" for line in ledger.model.lines)
    chip = window.filters.chips[Certainty.CONTESTED]
    assert not window.filters.isHidden()
    QTest.mouseClick(chip, LEFT)
    assert "t038" in ties_drawn(window)
    assert window.filters.isHidden()


def test_disregarding_a_source_can_be_undone_and_redone(
    window: MainWindow, ledger: LedgerPanel
) -> None:
    click(ledger, "irq10_hiwar")
    ledger.text.anchorClicked.emit(QUrl("source:indf_wiki"))
    QTest.mouseClick(ledger.source_button, LEFT)
    assert cell(ledger, "irq10_hiwar", 4) == "none"
    assert "indf_wiki" in window.filters.chips
    undo(window).trigger()
    assert cell(ledger, "irq10_hiwar", 4) != "none"
    assert window.filters.isHidden()
    redo(window).trigger()
    assert "indf_wiki" in window.filters.chips


def test_a_tie_can_be_assumed_ended_and_comes_back(window: MainWindow, ledger: LedgerPanel) -> None:
    click(ledger, "t038")
    QTest.mouseClick(ledger.end_button, LEFT)
    assert "t038" not in ties_drawn(window)
    assert cell(ledger, "t038", 1).startswith("Assumed to have ended: Iraqiya is reported to back")
    assert ledger.end_button.text() == "As the sources have it"
    undo(window).trigger()
    assert "t038" in ties_drawn(window)
    QTest.mouseClick(ledger.end_button, LEFT)
    QTest.mouseClick(ledger.end_button, LEFT)
    assert window.document.scenario.tie_changes == ()


def test_a_reversed_tie_is_hypothetical_and_hostile(
    window: MainWindow, ledger: LedgerPanel
) -> None:
    click(ledger, "t038")
    QTest.mouseClick(ledger.reverse_button, LEFT)
    tie = next(t for link in window.arrangement.network.links for t in link.ties if t.id == "t038")
    assert (tie.sign, tie.certainty) == (-1, Certainty.HYPOTHETICAL)
    assert cell(ledger, "t038", 2) == "hypothetical"
    assert cell(ledger, "t038", 1) == "Assumed: Iraqiya opposes Abdul Mahdi"
    assert not ledger.certainty_button.isVisible()
    told = ledger.text.toPlainText()
    assert "no source says so" in told
    assert "The sources have it: Iraqiya is reported to back Abdul Mahdi" in told
    window.selection.set_nodes(["irq10_rest"])
    about = window.inspector.text.toPlainText()
    assert "Iraqiya opposes Abdul Mahdi" in about
    assert "The sources have it: Iraqiya is reported to back Abdul Mahdi" in about
    assert ledger.reverse_button.text() == "As the sources have it"
    QTest.mouseClick(ledger.reverse_button, LEFT)
    assert window.document.scenario.tie_changes == ()


def test_a_tie_assumed_in_the_form_is_drawn_saved_and_listed(
    window: MainWindow, ledger: LedgerPanel, hands: Hands
) -> None:
    QTest.mouseClick(ledger.form_button, LEFT)
    form = ledger.form
    assert not form.button.isEnabled()
    form.source.setCurrentIndex(form.source.findText("Syria"))
    form.kind.setCurrentIndex(form.kind.findText("backs openly", Qt.MatchFlag.MatchEndsWith))
    form.target.setCurrentIndex(form.target.findText("Adel Abdul Mahdi"))
    hands.key(Qt.Key.Key_Space, to=form.button)
    assert "assumed-1" in ties_drawn(window)
    assert cell(ledger, "assumed-1", 1) == "Assumed: Syria backs openly Abdul Mahdi"
    assert cell(ledger, "assumed-1", 4) == "none"
    assert undo(window).text() == "&Undo Assume: Syria backs openly Abdul Mahdi"
    assert window.session.save_as("Syria backs him")
    window.session.open(window.session.entry_of_origin("cabinet_2010").id)  # type: ignore[union-attr]
    saved = next(e for e in window.session.entries if e.scenario.name == "Syria backs him")
    window.session.open(saved.id)
    assert "assumed-1" in ties_drawn(window)


def test_right_to_left_a_line_stays_chosen_too(window: MainWindow, ledger: LedgerPanel) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ledger.choose("t038")
    chosen = ledger.line()
    assert chosen is not None
    assert chosen.statement.id == "t038"
    QTest.mouseClick(ledger.reverse_button, LEFT)
    assert ledger.line() is not None
    assert ledger.reverse_button.text() == "As the sources have it"


def test_the_table_sorts_by_certainty_with_the_least_certain_first(ledger: LedgerPanel) -> None:
    ranks = [
        ledger._sorted.data(ledger._sorted.index(row, 2))
        for row in range(ledger._sorted.rowCount())
    ]
    assert ranks[0] == "contested"
    order = ["contested", "reported", "certain"]
    assert ranks == sorted(ranks, key=order.index)


# -- the inspector ---------------------------------------------------------------------------------


def test_a_corrected_claim_is_marked_where_the_tie_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_built_in(window, "allawi_abdulmahdi_2010", qtbot)
    window.selection.set_nodes(["irq10_rest"])
    told = window.inspector.text.toPlainText()
    assert "⚠" in told
    assert "Corrected: Contested: reported in the middle of October" in told


def test_a_source_opens_from_the_inspector_and_closes_with_the_next_selection(
    window: MainWindow,
) -> None:
    window.selection.set_nodes(["ina10_sadr"])
    assert 'href="source:visser20100601"' in window.inspector.text.toHtml()
    window.inspector.text.anchorClicked.emit(QUrl("source:visser20100601"))
    assert "What rests on it" in window.inspector.text.toPlainText()
    window.selection.set_nodes(["sol10_all"])
    assert "What rests on it" not in window.inspector.text.toPlainText()


def test_the_entry_of_a_source_closes_when_another_scenario_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.inspector.open_entry("source:visser20100601")
    assert "What rests on it" in inspected(window)
    open_built_in(window, "cabinet_2010", qtbot)
    assert "What rests on it" not in inspected(window)


def test_a_link_that_names_no_source_opens_nothing(window: MainWindow) -> None:
    window.selection.set_nodes(["ina10_sadr"])
    before = window.inspector.text.toPlainText()
    window.inspector.text.anchorClicked.emit(QUrl("source:nobody"))
    window.inspector.text.anchorClicked.emit(QUrl("https://example.org"))
    assert window.inspector.text.toPlainText() == before


def inspected(window: MainWindow) -> str:
    return window.inspector.text.toPlainText()


def test_a_coalition_tells_whose_its_figures_are_and_how_its_blocs_stand_to_each_other(
    window: MainWindow,
) -> None:
    window.selection.set_coalition("sol")
    assert 'href="source:' in window.inspector.text.toHtml()
    assert "Ties between its blocs" in inspected(window)
    assert "−" in inspected(window)


def test_the_events_of_a_bloc_open_with_their_sources_and_close_again(window: MainWindow) -> None:
    window.selection.set_nodes(["ina10_sadr"])
    event = next(
        e for e in window.document.dataset.events.values() if "sadrists" in e.actors and e.sources
    )
    assert event.title in inspected(window)
    window.inspector.text.anchorClicked.emit(QUrl(f"event:{event.id}"))
    assert event.what in inspected(window)
    window.inspector.text.anchorClicked.emit(QUrl(f"source:{event.sources[0]}"))
    assert "What rests on it" in inspected(window)
    window.inspector.text.anchorClicked.emit(QUrl("back:"))
    assert event.what in inspected(window)
    window.inspector.text.anchorClicked.emit(QUrl("back:"))
    assert "Ties in force" in inspected(window)


def test_a_bloc_tells_of_the_list_it_was_elected_on_and_who_gives_its_seats(
    window: MainWindow,
) -> None:
    window.selection.set_nodes(["ina10_badr"])
    entry = window.document.chamber.list_by_id["ina10"]
    told = inspected(window)
    assert f"The whole list: {entry.name.label}" in told
    assert "70 seats, certain." in told
    html = window.inspector.text.toHtml()
    assert all(f'href="source:{source}"' in html for source in entry.sources)


def test_a_source_of_an_event_opens_from_the_timeline(window: MainWindow) -> None:
    timeline = window.timeline
    mark = next(m for m in timeline.view.axis.marks if m.event and m.event.sources)
    timeline.view.asked.emit(mark)
    assert mark.event is not None
    assert f'href="source:{mark.event.sources[0]}"' in timeline.popup.text.text()
    timeline.popup.text.linkActivated.emit(f"source:{mark.event.sources[0]}")
    assert not timeline.popup.isVisible()
    assert "What rests on it" in inspected(window)
    assert window.inspector.isVisible()


def test_the_date_written_in_the_inspector_takes_the_lists_along(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    open_built_in(window, "elected_2005", qtbot)
    assert seats(window)["uia"] == 128
    inspector = window.inspector
    inspector.edit.setChecked(True)
    inspector.day.setFocus()
    inspector.day.setText("2008-04")
    hands.key(Qt.Key.Key_Return, to=inspector.day)
    assert str(window.document.scenario.date) == "2008-04"
    assert seats(window)["uia"] == 85
    undo(window).trigger()
    assert seats(window)["uia"] == 128
    window.timeline.follow.setChecked(False)
    inspector.day.setText("2008-04")
    hands.key(Qt.Key.Key_Return, to=inspector.day)
    assert seats(window)["uia"] == 128
