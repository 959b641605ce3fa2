"""Export of several pictures at once: which scenarios, in what form, into which folder."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import description_path, file_names
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.picture_choices import Choices, PictureChoices
from iraq_explorer.ui.snapshot import Request, write_picture
from iraq_explorer.ui.words import day_text, tr


class _Progress(QObject):
    """Carries how far the work is from its thread to the window's."""

    reached = Signal(int)


class BatchDialog(QDialog):
    """Writes a picture of each chosen scenario, beside the window and one after the other."""

    finished_writing = Signal(int, str)
    """So many pictures are in the folder; also after a cancel or a problem."""

    def __init__(
        self,
        scenarios: Sequence[Scenario],
        dataset: Dataset,
        folder: Path,
        parent: QWidget | None = None,
        chosen: Choices | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export several pictures"))
        self._scenarios = tuple(scenarios)
        self._dataset = dataset
        self._stop = Event()
        self._progress = _Progress(self)
        self._progress.reached.connect(self._on_reached)
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(lambda error: self._on_done((0, str(error))))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Scenarios to export"))
        self.list.setSpacing(2)
        for scenario in self._scenarios:
            item = QListWidgetItem(
                tr("{name}, {day}", name=scenario.name, day=day_text(scenario.date))
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.itemChanged.connect(self._tell_plan)
        self.choices = PictureChoices(chosen or Choices())
        self.choices.kind_choice.currentIndexChanged.connect(self._tell_plan)
        self.choices.described_box.toggled.connect(self._tell_plan)
        self.folder_field = QLineEdit(str(folder))
        self.folder_field.setAccessibleName(tr("Folder"))
        self.folder_field.textChanged.connect(self._tell_plan)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()
        self.resize(self.sizeHint())
        self._tell_plan()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        marks = QHBoxLayout()
        for text, state in (
            (tr("&All"), Qt.CheckState.Checked),
            (tr("&None"), Qt.CheckState.Unchecked),
        ):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, s=state: self._mark_all(s))
            marks.addWidget(button)
        marks.addStretch(1)
        left.addLayout(marks)
        middle.addLayout(left, 1)
        side = QScrollArea()
        side.setWidget(self.choices)
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(max(292, self.choices.minimumSizeHint().width() + 14))
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side = side
        middle.addWidget(side)
        rows.addLayout(middle, 1)
        place = QHBoxLayout()
        label = QLabel(tr("&Folder"))
        label.setBuddy(self.folder_field)
        place.addWidget(label)
        place.addWidget(self.folder_field, 1)
        self.browse_button = QPushButton(tr("&Choose …"))
        self.browse_button.setAutoDefault(False)
        self.browse_button.clicked.connect(self._browse)
        place.addWidget(self.browse_button)
        rows.addLayout(place)
        rows.addWidget(self.told)
        rows.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button = QPushButton(tr("&Export"))
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        rows.addLayout(buttons)

    def sizeHint(self) -> QSize:
        return QSize(820, 600).boundedTo(self.screen().availableSize() * 0.9)

    # -- the plan --------------------------------------------------------------------------

    @property
    def marked(self) -> tuple[Scenario, ...]:
        """The scenarios that are chosen."""
        return tuple(
            scenario
            for number, scenario in enumerate(self._scenarios)
            if self.list.item(number).checkState() == Qt.CheckState.Checked
        )

    @property
    def plan(self) -> tuple[tuple[Request, Path], ...]:
        """The pictures that are asked for, each with its file."""
        self.choices.finish()
        chosen, folder = self.choices.chosen, Path(self.folder_field.text()).expanduser()
        marked = self.marked
        names = file_names(scenario.name for scenario in marked)
        return tuple(
            (
                Request(
                    scenario,
                    self._dataset,
                    chosen.size,
                    style=chosen.style,
                    carries=chosen.carries,
                    described=chosen.described,
                ),
                folder / f"{name}.{chosen.kind}",
            )
            for scenario, name in zip(marked, names, strict=True)
        )

    def _mark_all(self, state: Qt.CheckState) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setCheckState(state)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the pictures"), self.folder_field.text()
        )
        if folder:
            self.folder_field.setText(folder)

    def _tell_plan(self) -> None:
        """Say before anything is written what will be, and what it would replace."""
        plan = self.plan
        self.export_button.setEnabled(bool(plan) and bool(self.folder_field.text().strip()))
        files = [path for _, path in plan]
        files += [description_path(path) for asked, path in plan if asked.described]
        there = sum(path.exists() for path in files)
        if there:
            self.told.setText(
                tr(
                    "{count} pictures. {there} files of these names are there and are replaced.",
                    count=len(plan),
                    there=there,
                )
            )
        else:
            self.told.setText(tr("{count} pictures.", count=len(plan)))

    # -- the work --------------------------------------------------------------------------

    def export(self) -> None:
        """Write the pictures in the background."""
        plan = self.plan
        if not plan or self._work.busy:
            return
        self._stop.clear()
        self._show_running(True)
        self.bar.setRange(0, len(plan))
        self._on_reached(0)
        stop, progress = self._stop, self._progress
        self._work.request(lambda: _written(plan, stop, progress))

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        for part in (self.list, self._side, self.folder_field, self.browse_button):
            part.setEnabled(not running)
        self.export_button.setEnabled(not running)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(tr("Stop") if running else tr("Cancel"))

    def _on_reached(self, number: int) -> None:
        self.bar.setValue(number)
        if not self._stop.is_set():
            told = tr("Writing … {number} of {count}", number=number, count=self.bar.maximum())
            self.told.setText(told)

    def _on_done(self, result: object) -> None:
        assert isinstance(result, tuple)
        number, problem = result
        stopped = self._stop.is_set()
        self._show_running(False)
        if problem:
            text = tr("Stopped after {number} pictures. {problem}", number=number, problem=problem)
            self.told.setText(text)
        elif stopped:
            self.told.setText(tr("Stopped after {number} pictures.", number=number))
        self.finished_writing.emit(number, self.folder_field.text())
        if not problem and not stopped:
            self.accept()

    def reject(self) -> None:
        """While pictures are being written this stops after the one at hand."""
        if self._work.busy and not self._stop.is_set():
            self._stop.set()
            self.cancel_button.setEnabled(False)
            self.told.setText(tr("Stopping …"))
            return
        super().reject()

    def done(self, result: int) -> None:
        self._stop.set()
        self._work.stop()
        super().done(result)


def _written(
    plan: Sequence[tuple[Request, Path]], stop: Event, progress: _Progress
) -> tuple[int, str]:
    """How many pictures were written, and the problem that ended it if there was one."""
    number = 0
    try:
        plan[0][1].parent.mkdir(parents=True, exist_ok=True)
        for asked, path in plan:
            if stop.is_set():
                break
            write_picture(asked, path)
            number += 1
            progress.reached.emit(number)
    except OSError as error:
        return number, str(error)
    return number, ""
