"""Export of several pictures at once: which scenarios, in what form, into which folder."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import description_path, file_names
from iraq_explorer.ui.page import View
from iraq_explorer.ui.picture_choices import Choices, PictureChoices
from iraq_explorer.ui.snapshot import Request, write_picture
from iraq_explorer.ui.words import day_text, tr
from iraq_explorer.ui.writing_dialog import WritingDialog


class BatchDialog(WritingDialog):
    """Writes a picture of each chosen scenario, beside the window and one after the other."""

    def __init__(
        self,
        scenarios: Sequence[Scenario],
        dataset: Dataset,
        view: View,
        folder: Path,
        parent: QWidget | None = None,
        chosen: Choices | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export several pictures"))
        self._scenarios = tuple(scenarios)
        self._dataset = dataset
        self._view = view
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
        self._add_foot(rows, self.list, side, self.folder_field, self.browse_button)

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
                    self._view,
                    chosen.style,
                    chosen.carries,
                    chosen.described,
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
                    "{count} pictures. {there} files of these names will be replaced.",
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
        if plan:
            self._write(len(plan), partial(_written, plan))

    def _place(self) -> str:
        return self.folder_field.text()

    def _stopped_text(self, number: int, problem: str) -> str:
        if problem:
            return tr("Stopped after {number} pictures. {problem}", number=number, problem=problem)
        return tr("Stopped after {number} pictures.", number=number)


def _written(
    plan: Sequence[tuple[Request, Path]], stop: Event, reached: Callable[[int], None]
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
            reached(number)
    except OSError as error:
        return number, str(error)
    return number, ""
