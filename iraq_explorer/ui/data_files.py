"""What the window does with data: export them, and open datasets and scenario files."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.storage.dataset_file import Opened
    from iraq_explorer.ui.data_dialog import Asked

_SHOWN = 4
"""Problems that are told over the canvas; the window of the import lists them all."""


class DataFiles(QObject):
    """The actions on files of data of one window, which also takes those dropped on it."""

    told = Signal(object)
    """A ``Message`` for the user."""
    opened = Signal(object)
    """An ``Opened`` with another dataset than that of this window."""
    refused = Signal(object)
    """All that is wrong with the dataset at a ``Path`` is to be seen."""

    def __init__(self, window: QWidget, session: Session, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._waiting: Scenario | None = None
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(lambda error: self._tell(str(error), bad=True))
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _tell(self, text: str, *, bad: bool = False) -> None:
        self.told.emit(Message(text, bad=bad, lasting=bad))

    @property
    def _folder(self) -> Path:
        return Path(str(self._settings.value("export/folder", str(Path.home()))))

    # -- out -------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask what is to be written, and write it."""
        from iraq_explorer.ui.data_dialog import DataDialog

        self._session.settle()
        dialog = DataDialog(self._session.document.scenario.name, self._folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self.write)
        dialog.open()

    def write(self, asked: "Asked") -> None:
        """Write data into a file, in the background."""
        from iraq_explorer.storage.exchange import What

        document = self._session.document
        self._settings.setValue("export/folder", str(asked.path.parent))
        if not asked.everything:
            scenarios: tuple[Scenario, ...] = (document.scenario,)
        elif asked.what is What.NETWORK:
            scenarios = ()
        else:
            scenarios = self._all_scenarios()
        self._work.request(partial(_write, asked, scenarios, document.dataset))

    def _all_scenarios(self) -> tuple[Scenario, ...]:
        session = self._session
        shown, dataset = session.document.scenario, session.document.dataset
        listed = [shown if e.id == session.row else e.scenario for e in session.entries]
        if session.row is None:
            listed.insert(0, shown)
        return tuple(scenario for scenario in listed if not dataset.misfits(scenario))

    # -- in --------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the user choose a dataset or a scenario file."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a dataset or a scenario file"),
            str(self._folder),
            tr("Datasets and scenario files (*.json);;All files (*)"),
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open a dataset or a scenario file; it is read in the background."""
        self._tell(tr("Reading {file} …", file=path.name))
        self._work.request(partial(_open, path))

    def open_at_start(self, scenario: Scenario) -> None:
        """Open a scenario as soon as the library is there."""
        self._waiting = scenario

    def started(self) -> None:
        """The library is open."""
        if self._waiting is not None:
            self._take_in(self._waiting)
            self._waiting = None

    def stop(self) -> None:
        """Drop what is being read or written for."""
        self._work.stop()

    def _on_done(self, result: object) -> None:
        from iraq_explorer.storage.dataset_file import Opened

        if isinstance(result, Path):
            self._tell(tr("Data saved: {path}", path=result))
        elif isinstance(result, Opened):
            self._on_opened(result)
        elif isinstance(result, _Refused):
            self._tell(_problems_text(result.problems), bad=True)
            self.refused.emit(result.path)
        else:
            self._tell(str(result), bad=True)

    def _on_opened(self, opened: "Opened") -> None:
        if opened.dataset != self._session.document.dataset:
            self._tell(tr("“{title}” opens in a window of its own.", title=opened.dataset.title))
            self.opened.emit(opened)
        elif opened.scenario is None:
            self._tell(tr("This is the dataset that is open already."))
        else:
            self._take_in(opened.scenario)

    def _take_in(self, scenario: Scenario) -> None:
        if self._session.take_in(scenario, tr("Open a scenario file")):
            self._tell(tr("“{name}” is open as a new scenario, not saved yet.", name=scenario.name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            dropped = cast("QDropEvent", event)
            path = _data_in(dropped)
            if path is not None:
                dropped.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(path)
                return True
        return super().eventFilter(watched, event)


def _data_in(event: QDropEvent) -> Path | None:
    """The first file or folder among those dragged that is named as a dataset."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and (path.suffix.lower() == ".json" or path.is_dir()):
            return path
    return None


def _write(asked: "Asked", scenarios: tuple[Scenario, ...], dataset: Dataset) -> Path | OSError:
    from iraq_explorer.storage.exchange import exported
    from iraq_explorer.storage.whole_file import write_file

    try:
        content = exported(asked.what, asked.form, scenarios, dataset, mark=asked.mark)
        write_file(asked.path, content)
    except OSError as error:
        return error
    return asked.path


@dataclass(frozen=True, slots=True)
class _Refused:
    path: Path
    problems: tuple[Problem, ...]


def _open(path: Path) -> "Opened | _Refused":
    from iraq_explorer.storage.dataset_file import open_dataset

    try:
        return open_dataset(path)
    except DatasetError as error:
        return _Refused(path, error.problems)


def _problems_text(problems: Sequence[Problem]) -> str:
    lines = [tr("Not opened: the dataset has problems."), *map(str, problems[:_SHOWN])]
    more = len(problems) - _SHOWN
    if more > 0:
        lines.append(tr("and {count} more, in the window of the import", count=more))
    return "\n".join(lines)
