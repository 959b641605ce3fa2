"""Data out of the window, and other datasets into it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, QSettings, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer import app
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.names import Name
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.storage.exchange import DataFormat, What, exported
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import resource_folder
from iraq_explorer.ui.data_dialog import DataDialog
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.stories_panel import StoriesPanel
from tests.ui.hands import Answers, Hands

EEC = resource_folder() / "eec"
HOSTILE = '<b>Bold</b><img src="x:y"> & <a href="http://x">link</a>'


def dialog_of(window: MainWindow) -> DataDialog:
    window.menus.actions["exportData"].trigger()
    dialogs = [d for d in window.findChildren(DataDialog) if d.isVisible()]
    return dialogs[-1]


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def save(
    window: MainWindow, hands: Hands, what: What, form: DataFormat, everything: bool = False
) -> None:
    dialog = dialog_of(window)
    choose(dialog.what, what)
    choose(dialog.form, form)
    choose(dialog.scope, everything)
    button = next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text())
    with hands.qtbot.waitSignal(window.data.told, timeout=10000):
        hands.click(button, button.rect().center())


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """What the user types in the dialog of files: the name that is proposed, in a folder."""
    chosen: list[Path] = []

    def answer(_: QWidget, __: str, proposed: str, ___: str) -> tuple[str, str]:
        chosen.append(tmp_path / Path(proposed).name)
        return str(chosen[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return lambda: chosen[-1]


def test_the_network_of_the_open_scenario_is_saved_from_the_menu(
    window: MainWindow, hands: Hands, file: Callable[[], Path]
) -> None:
    save(window, hands, What.NETWORK, DataFormat.GEXF)
    assert file().name == "october-2010-maliki-with-sadr-network.gexf"
    graph = nx.read_gexf(file())
    assert set(window.document.chamber.bloc_by_id) <= set(graph)
    assert str(file()) in window.messages.label.text()


def test_all_scenarios_are_saved_with_what_is_not_saved_yet(
    window: MainWindow, hands: Hands, file: Callable[[], Path]
) -> None:
    document = window.document
    bloc = document.scenario.blocs_of(None, document.chamber)[0]
    leading = document.scenario.coalitions[0].id
    document.commit(document.scenario.move([bloc.id], leading), "Move")
    save(window, hands, What.TOTALS, DataFormat.JSON, everything=True)
    rows = json.loads(file().read_text(encoding="utf-8"))["rows"]
    own = next(
        row
        for row in rows
        if row["scenario"] == document.scenario.name
        and row["coalition"] == document.scenario.coalitions[0].name
    )
    assert own["seats"] == document.scenario.seats_of(leading, document.chamber)
    assert {row["scenario"] for row in rows} >= {e.scenario.name for e in window.session.entries}


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "none" / "x.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
    save(window, hands, What.POWER, DataFormat.JSON)
    assert "cannot be written" in window.messages.label.text()


# -- other datasets ------------------------------------------------------------------------------


@pytest.fixture
def beside(qtbot: QtBot, answers: Answers) -> Iterator[Callable[[], MainWindow]]:
    """The window that opens beside another, closed at the end."""

    def found() -> MainWindow:
        qtbot.waitUntil(lambda: bool(app._beside), timeout=10000)
        (window,) = app._beside
        qtbot.waitUntil(lambda: bool(window.network.picture.nodes), timeout=10000)
        qtbot.waitUntil(lambda: window.session.library is not None, timeout=10000)
        return window

    yield found
    answers.over = True
    for window in list(app._beside):
        window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not app._beside


def drop(window: MainWindow, path: Path) -> bool:
    """Drop a file on the window; whether it is taken."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    place, action = QPointF(200, 200), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), action, held, buttons, keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, action, held, buttons, keys))
    return enter.isAccepted()


def test_another_parliament_opens_beside_with_a_library_of_its_own(
    window: MainWindow,
    hands: Hands,
    beside: Callable[[], MainWindow],
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = str(EEC / "dataset.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    before = window.document.scenario
    window.menus.actions["openDataset"].trigger()
    other = beside()
    assert other.document.dataset.id == "eec"
    assert other.title.text() == "1958: France with the Benelux"
    assert other.document.chamber.seats == 17
    assert len(other.session.entries) == len(other.document.dataset.scenarios)
    assert other.session.library is not None
    assert other.session.library.path.parts[-2:] == ("datasets", "eec.sqlite")
    assert window.document.scenario == before
    stories = other.docks.reveal("storiesDock")
    assert isinstance(stories, StoriesPanel)
    assert stories.list.count() == 0
    assert stories.none_yet.isVisible()
    stories.new_button.click()
    stories.desk.close()
    assert not stories.none_yet.isVisible()


def test_a_scenario_file_that_is_dropped_shows_the_scenario_with_its_dataset(
    window: MainWindow, beside: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    eec = read_dataset(EEC)
    scenario = replace(eec.scenarios["empty_chair"], name="From a colleague", origin="")
    path = tmp_path / "colleague.json"
    path.write_bytes(exported(What.SCENARIO_FILE, DataFormat.JSON, [scenario], eec))
    assert drop(window, path)
    other = beside()
    qtbot.waitUntil(lambda: other.title.text() == "From a colleague")
    assert other.document.modified


def test_a_scenario_file_about_the_same_dataset_opens_in_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dataset = window.document.dataset
    scenario = replace(dataset.scenarios[dataset.opening_scenario], name="Sent to me", origin="")
    path = tmp_path / "mine.json"
    path.write_bytes(exported(What.SCENARIO_FILE, DataFormat.JSON, [scenario], dataset))
    assert drop(window, path)
    qtbot.waitUntil(lambda: window.title.text() == "Sent to me")
    assert not app._beside


def test_a_dataset_with_problems_is_told_and_nothing_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "chambers.json").write_text("[]")
    before = window.document.scenario
    assert drop(window, tmp_path)
    qtbot.waitUntil(lambda: "the dataset has problems" in window.messages.label.text())
    assert "dataset.json: is missing" in window.messages.label.text()
    assert window.document.scenario == before


# -- names from anywhere -------------------------------------------------------------------------


def hostile(dataset: Dataset) -> Dataset:
    """The dataset with HTML for every name, and some names that are long or of another script."""
    long, arabic = "w" * 600, "قائمة ‏الائتلاف الوطني"

    def named(number: int) -> Name:
        return Name(en=(HOSTILE, long, arabic)[number % 3] + f" {number}")

    (chamber,) = dataset.chambers.values()
    blocs = tuple(replace(b, name=named(n)) for n, b in enumerate(chamber.blocs))
    lists = tuple(replace(e, name=named(n)) for n, e in enumerate(chamber.lists))
    scenarios = {
        key: replace(
            held,
            name=f"{HOSTILE} {key}",
            note=HOSTILE,
            coalitions=tuple(replace(c, name=HOSTILE) for c in held.coalitions),
        )
        for key, held in dataset.scenarios.items()
    }
    return replace(
        dataset,
        title=HOSTILE,
        chambers={chamber.id: replace(chamber, name=named(0), blocs=blocs, lists=lists)},
        actors={k: replace(a, name=named(n)) for n, (k, a) in enumerate(dataset.actors.items())},
        sources={k: replace(s, title=HOSTILE) for k, s in dataset.sources.items()},
        scenarios=scenarios,
    )


def test_html_in_names_is_shown_as_text(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, tmp_path: Path, answers: Answers
) -> None:
    dataset = hostile(read_dataset(EEC))
    library = tmp_path / "odd.sqlite"
    Library.create(library, dataset.scenarios.values()).close()
    window = app.make_window(library, settings, Opened(dataset))
    window.arrangement.animated = False
    with qtbot.waitSignal(window.arrangement.settled, timeout=10000):
        window.show()
    for dock in ("scenariosDock", "waysDock", "powerDock", "politicsDock", "ledgerDock"):
        window.docks.reveal(dock)
        qapp.processEvents()
    window.selection.set_nodes([window.document.chamber.blocs[0].id])
    window.scenarios.setFocus()
    window.session.duplicate()  # which tells the name of the copy
    qapp.processEvents()
    rich = [
        (label.objectName() or type(label).__name__, label.text()[:80])
        for label in window.findChildren(QLabel)
        if "<b>Bold" in label.text()
        and (
            label.textFormat() == Qt.TextFormat.RichText
            or (label.textFormat() == Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text()))
        )
    ]
    tips = [
        (type(widget).__name__, widget.toolTip()[:80])
        for widget in window.findChildren(QWidget)
        if "<b>Bold" in widget.toolTip()
    ]
    answers.over = True
    window.close()
    window.deleteLater()
    assert (rich, tips) == ([], [])
