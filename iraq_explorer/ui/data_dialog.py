"""Export of data: what, of which scenarios, in which format."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.exchange import FORMATS, DataFormat, What
from iraq_explorer.storage.picture_file import file_name
from iraq_explorer.ui.words import tr

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user wants written, and where."""

    what: What
    form: DataFormat
    everything: bool
    """All scenarios, or the network of all dates; else the open scenario."""
    mark: bool
    path: Path


def what_names() -> dict[What, str]:
    """What each kind of data is called."""
    return {
        What.NETWORK: tr("Network"),
        What.SCENARIOS: tr("Scenarios"),
        What.TOTALS: tr("Totals"),
        What.POWER: tr("Power"),
        What.LEDGER: tr("Evidence"),
        What.SCENARIO_FILE: tr("Scenario with its dataset"),
    }


def _explained(what: What) -> str:
    return {
        What.NETWORK: tr("Actors and ties with names, kinds, signs, dates, certainty and sources."),
        What.SCENARIOS: tr("Each bloc with its seats and the coalition it is in."),
        What.TOTALS: tr("The seats of each coalition against the quota."),
        What.POWER: tr("Every power index of every bloc."),
        What.LEDGER: tr("Every statement that the verdicts rest on, with its sources."),
        What.SCENARIO_FILE: tr("One file that opens anywhere, also where the dataset is not."),
    }[what]


def format_names() -> dict[DataFormat, str]:
    """What each format is called, and who reads it."""
    return {
        DataFormat.GRAPHML: tr("GraphML (yEd, Cytoscape, networkx, igraph)"),
        DataFormat.GEXF: tr("GEXF (Gephi)"),
        DataFormat.CSV: tr("CSV (spreadsheets, R)"),
        DataFormat.JSON: tr("JSON"),
    }


class DataDialog(QDialog):
    """Asks what is to be written, then for the file."""

    asked = Signal(object)
    """An ``Asked``."""

    def __init__(self, scenario: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataDialog")
        self.setWindowTitle(tr("Export data"))
        self._scenario = scenario
        self._folder = folder
        self.what = QComboBox()
        for what, name in what_names().items():
            self.what.addItem(name, what)
        self.scope = QComboBox()
        self.form = QComboBox()
        self.mark = QCheckBox(tr("With a byte order &mark, for Excel"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("muted", True)
        self.what.currentIndexChanged.connect(self._on_what)
        self.form.currentIndexChanged.connect(self._on_form)
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.setVerticalSpacing(10)
        for label, field in (
            (tr("&What"), self.what),
            (tr("&Of"), self.scope),
            (tr("&Format"), self.form),
        ):
            fields.addRow(label, field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("&Save …"))
        buttons.accepted.connect(self.choose)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 14)
        rows.setSpacing(12)
        rows.addLayout(fields)
        rows.addWidget(self.told)
        rows.addWidget(self.mark)
        rows.addStretch(1)
        rows.addWidget(buttons)
        self._on_what()
        self.setMinimumWidth(_WIDTH)

    def _on_what(self) -> None:
        what = self.chosen
        self.told.setText(_explained(what))
        self.scope.clear()
        self.scope.addItem(tr("This scenario"), False)
        if what is What.NETWORK:
            self.scope.setItemText(0, tr("This scenario, on its day"))
            self.scope.addItem(tr("All actors and ties, of all dates"), True)
        elif what is not What.SCENARIO_FILE:
            self.scope.addItem(tr("All scenarios"), True)
        self.scope.setEnabled(self.scope.count() > 1)
        kept = self.form.currentData()
        self.form.clear()
        for form in FORMATS[what]:
            self.form.addItem(format_names()[form], form)
        self.form.setCurrentIndex(max(0, self.form.findData(kept)))
        self.form.setEnabled(self.form.count() > 1)
        self._on_form()

    def _on_form(self) -> None:
        self.mark.setEnabled(self.form.currentData() == DataFormat.CSV)

    @property
    def chosen(self) -> What:
        """What is to be written."""
        return What(self.what.currentData())

    def choose(self) -> None:
        """Let the user name the file; then it is asked for, and the dialog is done."""
        form = DataFormat(self.form.currentData())
        everything = bool(self.scope.currentData())
        name = str(self.chosen) if everything else f"{file_name(self._scenario)}-{self.chosen}"
        text, _ = QFileDialog.getSaveFileName(
            self,
            tr("Export data"),
            str(self._folder / f"{name}.{form}"),
            tr("{format} files (*.{ending});;All files (*)", format=form.upper(), ending=form),
        )
        if not text:
            return
        path = Path(text)
        if not path.suffix:
            path = path.with_suffix(f".{form}")
        mark = self.mark.isEnabled() and self.mark.checkState() == Qt.CheckState.Checked
        self.asked.emit(Asked(self.chosen, form, everything, mark, path))
        self.accept()
