"""The editor of datasets: typed into, pasted into, undone, checked, saved and shown."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer import app
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.dataset_draft import Grid
from iraq_explorer.storage.dataset_file import open_dataset
from iraq_explorer.storage.draft_file import open_draft, save_draft
from iraq_explorer.storage.exchange import DataFormat, What, exported
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui.dataset_editor import DatasetEditor
from iraq_explorer.ui.dataset_fields import CellLine, CellProse
from iraq_explorer.ui.dataset_table import DraftTable
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, LEFT, NONE, SHIFT, Answers, action

SAVE, DISCARD = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard
CANCEL = QMessageBox.StandardButton.Cancel


class Desk:
    """Hands on the editor that the main window opened."""

    def __init__(self, editor: DatasetEditor, qtbot: QtBot) -> None:
        self.editor = editor
        self.qtbot = qtbot

    @property
    def view(self) -> DraftTable:
        return self.editor.page

    def checked(self) -> list[str]:
        """Wait until the dataset is read; every problem with its place."""
        document = self.editor.document
        self.qtbot.waitUntil(lambda: document.read is document.draft, timeout=8000)
        return [f"{f.table} {f.identity} {f.field}: {f.message}" for f in document.findings.all]

    def turn(self, table: str) -> None:
        bar = self.editor.tabs.tabBar()
        place = bar.tabRect(list(self.editor._pages).index(table)).center()
        QTest.mouseClick(bar, LEFT, NONE, place)
        assert self.editor.table == table

    def click(self, number: int, field: str, view: DraftTable | None = None) -> None:
        """Click on a cell, scrolled to as by hand."""
        view = view or self.view
        line, column = view.held.line_of(number), view.held.column_of(field)
        assert line is not None
        assert column is not None
        view.scrollTo(view.held.index(line, column))
        QTest.mouseClick(view.viewport(), LEFT, NONE, place_of(view, number, field))

    def key(self, key: Qt.Key | str, keys: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, keys)

    def type(self, number: int, field: str, text: str, view: DraftTable | None = None) -> None:
        """Click on a cell and type; the first letter opens the field, Enter keeps it."""
        self.click(number, field, view)
        table = view or self.view
        QTest.keyClick(table, text[0])
        field_widget = QApplication.focusWidget()
        assert isinstance(field_widget, CellLine | CellProse)
        QTest.keyClicks(field_widget, text[1:])
        QTest.keyClick(field_widget, Qt.Key.Key_Return)
        self.active()

    def active(self) -> None:
        # No window manager here hands the keys back when a list of offers closes.
        self.editor.activateWindow()
        assert QTest.qWaitForWindowActive(self.editor)

    def save(self) -> None:
        """Press Ctrl+S and wait until it is written."""
        self.key("s", CTRL)
        self.qtbot.waitUntil(lambda: not self.editor.saving.writer.busy, timeout=8000)

    def held(self, table: str, number: int, field: str) -> object:
        return self.editor.document.draft.tables[table][number].get(field)

    def count(self, table: str) -> int:
        return len(self.editor.document.draft.tables[table])


def place_of(view: DraftTable, number: int, field: str) -> QPoint:
    line, column = view.held.line_of(number), view.held.column_of(field)
    assert line is not None
    assert column is not None
    return view.visualRect(view.held.index(line, column)).center()


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


@pytest.fixture
def open_editor(window: MainWindow, qtbot: QtBot) -> Iterator[object]:
    def begin(words: str) -> Desk:
        known = set(window.datasets.editors)
        action(window, words).trigger()
        qtbot.waitUntil(lambda: len(window.datasets.editors) > len(known), timeout=8000)
        editor = next(e for e in window.datasets.editors if e not in known)
        editor.activateWindow()
        assert QTest.qWaitForWindowActive(editor)
        desk = Desk(editor, qtbot)
        assert desk.checked() == []
        return desk

    return begin


@pytest.fixture
def iraq(open_editor) -> Desk:
    """The shipped dataset, as a copy."""
    return open_editor("Edit dataset")


@pytest.fixture
def fresh(open_editor) -> Desk:
    """A new dataset."""
    return open_editor("New dataset")


def test_a_value_that_is_typed_is_a_step_that_can_be_undone(iraq: Desk) -> None:
    iraq.turn("blocs")
    iraq.type(0, "name.short", "Hakim")
    assert iraq.held("blocs", 0, "name.short") == "Hakim"
    assert iraq.editor.isWindowModified()
    assert iraq.editor.page.number == 1, "Enter goes on to the row below"
    iraq.key("z", CTRL)
    assert iraq.held("blocs", 0, "name.short") == "SCIRI/Badr"
    assert not iraq.editor.isWindowModified()
    iraq.key("z", CTRL | SHIFT)
    assert iraq.held("blocs", 0, "name.short") == "Hakim"


def test_a_problem_appears_at_its_cell_and_goes_when_it_is_mended(iraq: Desk) -> None:
    iraq.turn("blocs")
    assert iraq.editor.show_button.isEnabled()
    iraq.type(0, "seats", "many")
    assert iraq.checked() == ["blocs uia05_isci seats: should be a whole number, not 'many'"]
    assert not iraq.editor.show_button.isEnabled()
    view, problems = iraq.view, iraq.editor.problems
    column = view.held.column_of("seats")
    assert column is not None
    cell = view.held.index(0, column)
    assert "should be a whole number" in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert problems.heading.text() == "1 PROBLEM"
    assert "⚠ 1" in iraq.editor.tabs.tabText(4)
    # From elsewhere a click on the problem leads back to the cell.
    iraq.turn("sources")
    place = problems.list.visualRect(problems.list.model().index(0, 0)).center()
    QTest.mouseClick(problems.list.viewport(), LEFT, NONE, place)
    assert iraq.editor.table == "blocs"
    assert iraq.view.currentIndex() == cell
    QTest.keyClicks(iraq.view, "3")
    QTest.keyClicks(QApplication.focusWidget(), "0")
    iraq.key(Qt.Key.Key_Return)
    assert iraq.checked() == []
    assert iraq.editor.show_button.isEnabled()


def test_a_problem_of_a_record_within_a_cell_leads_into_the_table_below(iraq: Desk) -> None:
    iraq.turn("ties")
    records = iraq.editor.records
    iraq.click(0, "statement")
    assert records.table.held.rowCount() == 2
    iraq.type(1, "source", "nobody", records.table)
    assert iraq.checked() == ["ties t001 citations: names the unknown source 'nobody'"]
    iraq.turn("actors")
    iraq.key(Qt.Key.Key_F8)
    assert iraq.editor.table == "ties"
    assert iraq.editor.active is records.table
    assert records.table.held.text(1, 0) == "nobody"
    assert records.table.currentIndex() == records.table.held.index(1, 0)
    iraq.key("z", CTRL)
    assert iraq.checked() == []


def test_a_block_from_a_spreadsheet_fills_the_cells_from_the_current_one_on(fresh: Desk) -> None:
    fresh.turn("sources")
    fresh.click(0, "id")
    put('s1\tA paper\thttps://example.org\r\ns2\t=1+1\t\r\ns3\t"two\nlines"\t\r\n')
    fresh.key("v", CTRL)
    assert fresh.count("sources") == 3
    assert fresh.held("sources", 1, "title") == "=1+1"
    assert fresh.held("sources", 2, "title") == "two\nlines"
    fresh.key("z", CTRL)
    assert fresh.count("sources") == 1
    assert fresh.held("sources", 0, "id") == "own"


def test_a_heading_says_where_the_columns_of_a_block_go(fresh: Desk) -> None:
    fresh.turn("actors")
    fresh.click(0, "kind")
    put(
        "Kind\tname\tid\tdescription\tsources\n"
        "movement\tParty A\tparty_a\tChanged.\town\n"
        "person\tزعيم\tleader\tA leader.\town\n"
    )
    fresh.key("v", CTRL)
    assert fresh.count("actors") == 2
    assert fresh.held("actors", 0, "kind") == "movement"
    assert fresh.held("actors", 1, "name.en") == "زعيم"
    assert fresh.checked() == []
    assert "rows added: 1, changed: 1" in fresh.editor.messages.label.text()
    assert fresh.editor.document.undo_stack.undoText() == "Paste"


def test_what_is_copied_can_be_pasted_elsewhere(iraq: Desk) -> None:
    iraq.turn("ties")
    iraq.click(0, "sign")
    view = iraq.view
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, place_of(view, 2, "sign"))
    iraq.key("c", CTRL)
    assert QGuiApplication.clipboard().text() == "-1\n-1\n-1\n"
    iraq.click(3, "sign")
    iraq.key("v", CTRL)
    assert iraq.held("ties", 3, "sign") == -1
    assert iraq.held("ties", 5, "sign") == -1


def test_a_whole_table_is_pasted_copied_and_emptied_as_one_step_each(fresh: Desk) -> None:
    fresh.turn("sources")
    fresh.click(0, "id")
    rows = [f"s{n}\tTitle {n}\thttps://example.org/{n}\tcopy\t2001\tnote" for n in range(3000)]
    put("\n".join(rows).replace("copy", ""))
    fresh.key("v", CTRL)
    fresh.qtbot.waitUntil(lambda: fresh.count("sources") == 3000, timeout=8000)
    assert fresh.editor.document.undo_stack.count() == 1
    fresh.key("a", CTRL)
    fresh.key("c", CTRL)
    fresh.qtbot.waitUntil(lambda: "clipboard" in fresh.editor.messages.label.text(), timeout=8000)
    assert QGuiApplication.clipboard().text().count("\n") == 3000
    assert QGuiApplication.clipboard().text().startswith("s0\tTitle 0\thttps://example.org/0\t")
    fresh.key(Qt.Key.Key_Delete)
    fresh.qtbot.waitUntil(lambda: not fresh.held("sources", 2999, "title"), timeout=8000)
    fresh.key("z", CTRL)
    assert fresh.held("sources", 2999, "title") == "Title 2999"
    fresh.key("z", CTRL)
    assert fresh.count("sources") == 1


def test_what_changes_while_a_large_block_is_worked_on_is_not_overwritten(fresh: Desk) -> None:
    fresh.turn("sources")
    fresh.click(0, "id")
    put("\n".join(f"s{n}\tTitle\t\t\t\tnote" for n in range(5000)))
    fresh.key("v", CTRL)
    document = fresh.editor.document
    document.commit(document.draft.with_texts(Grid("dataset"), {(0, "title"): "Mine"}), "Type")
    fresh.qtbot.waitUntil(
        lambda: "changed meanwhile" in fresh.editor.messages.label.text(), timeout=8000
    )
    assert fresh.count("sources") == 1
    assert document.title == "Mine"


def test_names_and_seats_from_a_spreadsheet_become_a_parliament(fresh: Desk) -> None:
    fresh.turn("lists")
    fresh.click(0, "id")
    put("Name\tSeats\nLeft\t60\nRight\t41\n")
    fresh.key("v", CTRL)
    assert len(fresh.checked()) > 6
    fresh.key("l", CTRL)
    fresh.qtbot.waitUntil(lambda: fresh.count("blocs") == 3, timeout=8000)
    assert "rows added: 4" in fresh.editor.messages.label.text()
    assert fresh.checked() == ["chambers chamber seats: is 1, but its lists add up to 102"]
    fresh.turn("chambers")
    fresh.type(0, "seats", "102")
    assert fresh.checked() == []
    fresh.key("z", CTRL)
    fresh.key("z", CTRL)
    assert fresh.count("blocs") == 1
    fresh.key("z", CTRL)
    assert fresh.count("lists") == 1


def test_a_block_that_does_not_fit_changes_nothing(fresh: Desk) -> None:
    fresh.turn("sources")
    fresh.click(0, "note")
    put("a\tb\tc")
    fresh.key("v", CTRL)
    assert not fresh.editor.isWindowModified()
    assert "do not fit" in fresh.editor.messages.label.text()


def test_rows_are_added_duplicated_and_removed_by_key(fresh: Desk) -> None:
    fresh.turn("actors")
    fresh.click(0, "id")
    fresh.key(Qt.Key.Key_Insert)
    assert fresh.count("actors") == 2
    QTest.keyClicks(QApplication.focusWidget(), "N")
    QTest.keyClicks(QApplication.focusWidget(), "ew Party")
    fresh.key(Qt.Key.Key_Return)
    assert fresh.held("actors", 1, "name.en") == "New Party"
    assert fresh.held("actors", 1, "id") == "new_party", "an id comes with the name"
    fresh.click(0, "id")
    fresh.key("d", CTRL)
    assert fresh.held("actors", 1, "id") == "party_a_2"
    fresh.key(Qt.Key.Key_Delete, CTRL)
    assert fresh.count("actors") == 2
    assert fresh.held("actors", 1, "id") == "new_party"


def test_another_id_is_followed_by_all_that_names_it(iraq: Desk) -> None:
    iraq.turn("actors")
    iraq.type(0, "id", "nouri")
    assert iraq.held("actors", 0, "id") == "nouri"
    assert iraq.held("ties", 0, "target") == "nouri"
    assert iraq.checked() == []
    iraq.key("z", CTRL)
    assert iraq.held("ties", 0, "target") == "maliki"


def test_a_reference_is_completed_by_name(iraq: Desk) -> None:
    iraq.turn("ties")
    iraq.click(0, "target")
    QTest.keyClick(iraq.view, "M")
    line = QApplication.focusWidget()
    assert isinstance(line, CellLine)
    QTest.keyClicks(line, "uqtada")
    popup = line.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    iraq.qtbot.waitUntil(lambda: iraq.held("ties", 0, "target") == "sadr")
    assert iraq.checked() == []


def test_sorting_and_finding_leave_the_order_of_the_file(iraq: Desk) -> None:
    iraq.turn("actors")
    before = iraq.editor.document.draft
    heads = iraq.view.horizontalHeader()
    column = iraq.view.held.column_of("name.en")
    assert column is not None
    place = QPoint(heads.sectionViewportPosition(column) + 10, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), LEFT, NONE, place)
    names = [iraq.view.held.text(line, column) for line in range(5)]
    assert names == sorted(names, key=str.casefold)
    iraq.click(0, "name.en")
    iraq.key("f", CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "maliki")
    assert iraq.editor.hits.text().endswith("of 75")
    assert iraq.view.held.rowCount() < 20
    iraq.key(Qt.Key.Key_Return)
    line = iraq.view.held.line_of(0)
    assert line is not None
    iraq.type(0, "name.short", "PM")
    assert iraq.held("actors", 0, "name.short") == "PM", "a row is itself wherever it is shown"
    assert iraq.editor.document.draft.tables["actors"][1:] == before.tables["actors"][1:]


def test_html_is_shown_as_text_and_arabic_runs_from_the_right(fresh: Desk) -> None:
    fresh.turn("actors")
    name = "<img src=x><b>Bold & long enough for a tip</b>"
    fresh.type(0, "name.en", name)
    column = fresh.view.held.column_of("name.en")
    assert column is not None
    cell = fresh.view.held.index(0, column)
    assert cell.data() == name
    assert "&lt;img" in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    fresh.click(0, "name.ar")
    fresh.key(Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    typed = QInputMethodEvent()
    typed.setCommitString("نوري المالكي")
    QApplication.sendEvent(line, typed)
    assert line is not None
    fresh.key(Qt.Key.Key_Return)
    assert fresh.held("actors", 0, "name.ar") == "نوري المالكي"


def test_a_tab_goes_on_in_the_row_and_escape_leaves_the_cell_as_it_was(fresh: Desk) -> None:
    fresh.turn("sources")
    fresh.click(0, "id")
    fresh.key(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "mine")
    fresh.key(Qt.Key.Key_Tab)
    assert fresh.held("sources", 0, "id") == "mine"
    assert fresh.held("actors", 0, "sources") == ["mine"]
    fresh.key(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "lost")
    fresh.key(Qt.Key.Key_Escape)
    assert fresh.held("sources", 0, "title") == "Own knowledge: replace it by what you read"


# -- files ---------------------------------------------------------------------------------------


def test_the_copy_of_the_shipped_dataset_is_saved_elsewhere_and_is_the_same(
    iraq: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert iraq.editor.document.place is None
    place = tmp_path / "copy.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    iraq.turn("events")
    iraq.click(0, "id")
    iraq.save()
    assert open_dataset(place).dataset == shipped_dataset()
    assert "Saved" in iraq.editor.messages.label.text()
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    next(a for a in iraq.editor.findChildren(QAction) if "fol&der" in a.text()).trigger()
    iraq.editor.saving.writer.wait()
    assert read_dataset(folder) == shipped_dataset()
    assert (folder / "mine.txt").read_text() == "kept"


def test_a_new_dataset_is_saved_opened_again_and_seen_in_a_main_window(
    fresh: Desk,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fresh.type(0, "title", "Utopia")
    place = tmp_path / "utopia.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    fresh.save()
    assert fresh.editor.windowTitle().startswith("Utopia")
    assert json.loads(place.read_text(encoding="utf-8"))["dataset"]["title"] == "Utopia"
    assert fresh.editor.close()
    qtbot.waitUntil(lambda: not window.datasets.editors)
    window.datasets.read(place)
    qtbot.waitUntil(lambda: len(window.datasets.editors) == 1, timeout=8000)
    again = Desk(window.datasets.editors[0], qtbot)
    assert again.held("dataset", 0, "title") == "Utopia"
    assert again.checked() == []
    beside = set(app._beside)
    QTest.mouseClick(again.editor.show_button, LEFT)
    qtbot.waitUntil(lambda: len(app._beside) > len(beside), timeout=8000)
    seen = next(w for w in app._beside if w not in beside)
    try:
        assert seen.document.dataset.title == "Utopia"
        qtbot.waitUntil(lambda: bool(seen.network.picture.nodes), timeout=8000)
    finally:
        seen.close()
        qtbot.waitUntil(lambda: seen not in app._beside)


def test_closing_asks_about_what_is_not_saved(
    fresh: Desk, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    fresh.type(0, "title", "Utopia")
    answers.next = [CANCEL]
    assert not window.close()
    assert window.isVisible()
    assert "Utopia" in answers.asked[0]
    answers.next = [DISCARD]
    assert fresh.editor.close()
    qtbot.waitUntil(lambda: not window.datasets.editors)


def test_right_to_left_the_key_goes_through_the_problems_one_by_one(iraq: Desk) -> None:
    iraq.editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    iraq.turn("blocs")
    for number in range(3):
        iraq.type(number, "certainty", "sure")
    assert len(iraq.checked()) == 3
    seen = []
    for _ in range(3):
        iraq.key(Qt.Key.Key_F8)
        seen.append(iraq.editor.page.number)
    assert seen == [0, 1, 2]


def test_what_is_being_typed_stays_when_problems_come_and_go(iraq: Desk) -> None:
    iraq.turn("actors")
    iraq.type(0, "wikidata", "many")
    iraq.click(3, "name.en")
    QTest.keyClicks(iraq.view, "H")
    field = QApplication.focusWidget()
    assert isinstance(field, CellLine)
    QTest.keyClicks(field, "alf")
    assert len(iraq.checked()) == 1
    assert field.text() == "Half"


def test_what_stands_in_a_field_is_saved_too(
    fresh: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "x.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    fresh.click(0, "title")
    fresh.key(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Typed")
    fresh.save()
    assert open_dataset(place).dataset.title == "Typed"


def test_a_change_by_another_program_is_not_written_over_unasked(
    fresh: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> None:
    place = tmp_path / "x.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    fresh.click(0, "title")
    fresh.save()
    place.write_text("something else")
    fresh.type(0, "title", "Mine")
    answers.next = [CANCEL]
    fresh.save()
    assert place.read_text() == "something else"
    answers.next = [SAVE]
    fresh.save()
    assert open_dataset(place).dataset.title == "Mine"


def test_a_scenario_file_is_edited_with_its_scenario_and_says_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dataset = window.document.dataset
    scenario = replace(dataset.scenarios["maliki_sadr_2010"], name="Sent to me", origin="")
    path = tmp_path / "sent.json"
    path.write_bytes(exported(What.SCENARIO_FILE, DataFormat.JSON, [scenario], dataset))
    window.datasets.read(path)
    qtbot.waitUntil(lambda: bool(window.datasets.editors), timeout=8000)
    desk = Desk(window.datasets.editors[0], qtbot)
    assert desk.checked() == []
    assert desk.held("dataset", 0, "opening_scenario") == "sent_to_me"
    assert desk.held("scenarios", -1, "name") == "Sent to me"
    assert "“Sent to me” is among the scenarios now" in desk.editor.messages.label.text()
    assert desk.editor.document.place is None, "the file stays as it is"


def test_a_window_on_another_dataset_edits_its_file_or_a_copy(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, tmp_path: Path, answers: Answers
) -> None:
    place = tmp_path / "eec.json"
    save_draft(open_draft(resource_folder() / "eec").draft, place)
    opened = open_dataset(place)
    assert opened.place == place
    other = app.make_window(None, settings, opened)
    other.datasets.place = None
    other.datasets.edit()
    qtbot.waitUntil(lambda: bool(other.datasets.editors), timeout=8000)
    copy = other.datasets.editors[0]
    assert (copy.document.title, copy.document.place) == ("EEC Council 1958-1972", None)
    assert "This is a copy" in copy.messages.label.text()
    other.datasets.place = opened.place
    other.datasets.edit()
    qtbot.waitUntil(lambda: len(other.datasets.editors) == 2, timeout=8000)
    assert other.datasets.editors[1].document.place == place
    answers.over = True
    other.close()
    other.deleteLater()


def test_a_file_that_cannot_be_read_as_tables_is_refused_with_a_message(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"form": "iraq-explorer dataset", "version": 1, "actors": 5}')
    with qtbot.waitSignal(window.datasets.told, timeout=8000):
        window.datasets.read(bad)
    assert "actors" in window.messages.label.text()
    assert not window.datasets.editors


def test_everything_in_the_editor_is_reached_by_tab(fresh: Desk) -> None:
    editor = fresh.editor
    fresh.click(0, "title")
    seen: set[QWidget | None] = set()
    for _ in range(16):
        seen.add(QApplication.focusWidget())
        fresh.key(Qt.Key.Key_Tab)
    assert {fresh.view, editor.search, editor.show_button, editor.tabs.tabBar()} <= seen
