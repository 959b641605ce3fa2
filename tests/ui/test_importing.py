"""Files from elsewhere become a dataset in the window: previewed, refused, edited, saved."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer import app
from iraq_explorer.storage.dataset_file import open_dataset
from iraq_explorer.storage.dataset_json import dataset_to_json
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.ui import import_reading
from iraq_explorer.ui.dataset_editor import DatasetEditor
from iraq_explorer.ui.dataset_import import ImportWindow
from iraq_explorer.ui.help_window import HelpWindow
from iraq_explorer.ui.main_window import MainWindow
from tests.ui.hands import CTRL, LEFT, Answers

ELECTION = (
    "country,date,party,seats\nExland,2010-09-19,Left & <b>Green</b>,60\nExland,2010-09-19,حزب,41\n"
)
WRONG = (
    "country,date,party,seats\n"
    "Exland,2010-19-19,Left,60\n"
    "Exland,2010-09-19,Right,many\n"
    "Exland,2010-09-19,,4\n"
)
NETWORK = (
    '<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/>'
    '<edge source="a" target="b"/></graph></graphml>'
)


@pytest.fixture
def election(tmp_path: Path) -> Path:
    path = tmp_path / "Exland.csv"
    path.write_text(ELECTION, encoding="utf-8")
    return path


class Importing:
    """Hands on a window of an import."""

    def __init__(self, window: ImportWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def read(self) -> None:
        """Wait until the files are read."""
        self.qtbot.waitUntil(lambda: self.window.reading is not None, timeout=8000)

    def click(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)

    @property
    def preview(self) -> dict[str, tuple[str, str]]:
        return {what: (count, such) for what, count, such in self.window.results.preview.rows}

    @property
    def assumed(self) -> list[str]:
        held = self.window.results.assumed
        return [held.item(row).text() for row in range(held.count())]


@pytest.fixture
def begin(window: MainWindow, qtbot: QtBot) -> Callable[[], Importing]:
    """The window of the import from the File menu."""

    def opened() -> Importing:
        window.menus.actions["importData"].trigger()
        made = window.datasets.imports[-1]
        assert QTest.qWaitForWindowActive(made)
        return Importing(made, qtbot)

    return opened


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot, answers: Answers) -> Callable[[], DatasetEditor]:
    def found() -> DatasetEditor:
        qtbot.waitUntil(lambda: bool(window.datasets.editors), timeout=8000)
        made = window.datasets.editors[-1]
        qtbot.waitUntil(lambda: made.document.read is made.document.draft, timeout=8000)
        return made

    return found


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What the user chooses in the dialogs of files."""

    def chosen(*paths: Path, into: Path | None = None) -> None:
        names = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(into or ""), ""))

    return chosen


def drop(target: QWidget, *paths: Path) -> bool:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, action = QPointF(200, 200), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), action, held, buttons, keys)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(place, action, held, buttons, keys))
    return enter.isAccepted()


def test_an_election_is_previewed_with_what_is_assumed_and_opens_in_the_editor(
    begin: Callable[[], Importing],
    choose: Callable[..., None],
    editor: Callable[[], DatasetEditor],
    election: Path,
) -> None:
    choose(election)
    hands = begin()
    assert not hands.window.edit_button.isEnabled()
    hands.click(hands.window.add_button)
    hands.read()
    assert hands.window.files.rows == [("Exland.csv", "Results of elections", "")]
    assert hands.preview["Chambers, with their seats"] == ("1", "Exland, 2010-09-19 (101)")
    assert hands.preview["Lists"] == ("2", "Left & <b>Green</b>; حزب")
    assert any(note.startswith("No rules are given") for note in hands.assumed)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)  # the editor is what comes next
    made = editor()
    assert made.document.title == "Exland"
    assert made.document.findings.all == ()
    assert made.isWindowModified(), "it is not saved anywhere yet"


def test_every_problem_is_listed_with_its_row_and_nothing_comes_in(
    begin: Callable[[], Importing], election: Path, window: MainWindow
) -> None:
    election.write_text(WRONG, encoding="utf-8")
    hands = begin()
    assert drop(hands.window, election)
    hands.read()
    assert hands.window.results.heading.text() == "3 PROBLEMS"
    assert [row[:3] for row in hands.window.results.problems.rows] == [
        ("Exland.csv", "row 2", "election_date"),
        ("Exland.csv", "row 3", "seats"),
        ("Exland.csv", "row 4", "party"),
    ]
    assert hands.window.files.rows[0][2] == "⚠ 3"
    for button in (hands.window.edit_button, hands.window.save_button, hands.window.show_button):
        assert not button.isEnabled()
    assert not hands.window.mend_button.isVisible(), "the editor cannot hold half a table"
    QTest.keyClick(hands.window.results.problems, "a", CTRL)
    QTest.keyClick(hands.window.results.problems, "c", CTRL)
    assert QGuiApplication.clipboard().text().count("\n") == 3
    # Mended elsewhere, and read again by key.
    election.write_text(ELECTION, encoding="utf-8")
    QTest.keyClick(hands.window, Qt.Key.Key_F5)
    hands.read()
    assert hands.window.edit_button.isEnabled()
    assert not window.datasets.editors


def test_what_comes_in_is_saved_where_the_user_says_and_shown(
    begin: Callable[[], Importing],
    choose: Callable[..., None],
    election: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    place = tmp_path / "out.json"
    choose(into=place)
    hands = begin()
    hands.window.add([election])
    hands.read()
    QTest.mouseClick(hands.window.title, LEFT)
    QTest.keyClicks(hands.window.title, "My parliament")
    QTest.keyClick(hands.window.title, Qt.Key.Key_Return)
    hands.read()
    QTest.keyClick(hands.window, "s", CTRL)
    qtbot.waitUntil(lambda: "Saved" in hands.window.messages.label.text(), timeout=8000)
    assert open_dataset(place).dataset.title == "My parliament"
    hands.click(hands.window.show_button)
    qtbot.waitUntil(lambda: bool(app._beside), timeout=8000)
    (seen,) = app._beside
    try:
        assert seen.document.chamber.seats == 101
        qtbot.waitUntil(lambda: bool(seen.network.picture.nodes), timeout=8000)
    finally:
        seen.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_files_are_left_out_and_come_back_by_undo(
    begin: Callable[[], Importing], election: Path, tmp_path: Path
) -> None:
    network = tmp_path / "net.graphml"
    network.write_text(NETWORK)
    hands = begin()
    assert drop(hands.window, election, network)
    hands.read()
    assert hands.preview["Ties"][0] == "1"
    files = hands.window.files
    place = files.visualRect(files.model().index(1, 0)).center()
    QTest.mouseClick(files.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    QTest.keyClick(files, Qt.Key.Key_Delete)
    hands.read()
    assert "Ties" not in hands.preview
    QTest.keyClick(hands.window, "z", CTRL)
    hands.read()
    assert hands.preview["Ties"][0] == "1"
    QTest.keyClick(hands.window, "z", CTRL)
    assert hands.window.paths == ()
    assert "DROP" in hands.window.results.heading.text()


def test_tables_and_networks_dropped_on_the_main_window_are_imported(
    window: MainWindow, election: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    network = tmp_path / "net.gexf"
    network.write_text("<gexf/>")
    assert drop(window, election, network)
    (made,) = window.datasets.imports
    Importing(made, qtbot).read()
    assert [row[1] for row in made.files.rows] == ["Results of elections", "Network"]


def test_a_dataset_with_problems_that_is_opened_shows_all_of_them_and_can_be_mended(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, editor: Callable[[], DatasetEditor]
) -> None:
    files = dataset_to_json(shipped_dataset())
    for tie in files["ties"][:9]:
        tie["sign"] = 5
    place = tmp_path / "wrong.json"
    place.write_text(json.dumps({"form": "iraq-explorer dataset", "version": 1, **files}))
    assert drop(window, place)
    qtbot.waitUntil(lambda: bool(window.datasets.imports), timeout=8000)
    hands = Importing(window.datasets.imports[-1], qtbot)
    hands.read()
    assert len(hands.window.results.problems.rows) == 9
    assert hands.window.results.problems.rows[0][:3] == ("wrong.json, ties", "t001", "sign")
    hands.click(hands.window.mend_button)
    made = editor()
    assert len(made.document.findings.all) == 9
    assert made.document.place == place


def test_f1_tells_of_own_data(begin: Callable[[], Importing]) -> None:
    hands = begin()
    QTest.keyClick(hands.window.add_button, Qt.Key.Key_F1)
    found = hands.window.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.panel.page == "own-data"
    assert "Results of elections" in found.panel.text.toPlainText()


def test_an_election_comes_into_a_dataset_that_is_added(
    begin: Callable[[], Importing], election: Path
) -> None:
    hands = begin()
    hands.window.add([resource_folder() / "eec", election])
    hands.read()
    assert hands.preview["Chambers, with their seats"][0] == "2"
    assert not hands.window.title.isEnabled(), "the dataset has a title"
    assert hands.window.title.placeholderText() == "EEC Council 1958-1972"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files whose reading does not end before it is ended."""

    def read(paths: object, title: object, found: object, step: Callable[[], None]) -> object:
        while True:
            step()

    monkeypatch.setattr(import_reading, "import_files", read)


@pytest.mark.usefixtures("slow")
def test_reading_is_ended_by_a_button_and_with_the_window(
    begin: Callable[[], Importing], election: Path, qtbot: QtBot
) -> None:
    hands = begin()
    hands.window.add([election])
    results = hands.window.results
    assert results.heading.text() == "READING …"
    hands.click(results.cancel_button)
    assert results.heading.text() == "NOT READ"
    assert hands.window.files.rows == [("Exland.csv", "…", "")]
    hands.click(hands.window.again_button)
    assert results.heading.text() == "READING …"
    assert hands.window.close()
