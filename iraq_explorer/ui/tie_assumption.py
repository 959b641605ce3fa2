"""Assuming a tie: who, what kind, with whom; and what is assumed of a tie that exists."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import ActorKind, Tie, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import (
    FRIENDLY_KINDS,
    HOSTILE_KINDS,
    Assumption,
    TieChange,
)
from iraq_explorer.ui.words import core, tr


def new_id(scenario: Scenario, dataset: Dataset) -> str:
    """An id for one more assumed tie."""
    taken = {change.tie for change in scenario.tie_changes} | dataset.ties.keys()
    number = 1
    while f"assumed-{number}" in taken:
        number += 1
    return f"assumed-{number}"


def assume(scenario: Scenario, tie: Tie, assumption: Assumption) -> Scenario:
    """The scenario with a tie of the dataset ended or reversed; asked again, as sources have it."""
    held = next((c for c in scenario.tie_changes if c.tie == tie.id), None)
    if held is not None and held.assumption is assumption:
        return scenario.without_tie_change(tie.id)
    return scenario.with_tie_change(TieChange(assumption, tie.id))


class TieForm(QWidget):
    """Three choices that make a sentence, and the button that assumes it."""

    assumed = Signal(object)
    """The ``TieChange`` that is asked for; its id is for the receiver to give."""

    def __init__(self, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = self._actors(dataset, tr("Who"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of tie"))
        self.kind.setMinimumContentsLength(4)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for kind in (*FRIENDLY_KINDS, *HOSTILE_KINDS):
            sign = "＋" if kind in FRIENDLY_KINDS else "−"
            self.kind.addItem(f"{sign} {core(kind)}", kind)
        self.target = self._actors(dataset, tr("Whom"))
        self.button = QPushButton(tr("Assume it"))
        self.button.clicked.connect(self._on_assume)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(self.source, 2)
        row.addWidget(self.kind, 1)
        row.addWidget(self.target, 2)
        row.addWidget(self.button)
        for box in (self.source, self.kind, self.target):
            box.setMinimumWidth(64)
        for box in (self.source, self.target):
            box.currentIndexChanged.connect(self._on_ends)
        self._on_ends()

    def _actors(self, dataset: Dataset, words: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(words)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        order = (ActorKind.STATE, ActorKind.PERSON, ActorKind.LIST, ActorKind.PARTY)
        actors = sorted(
            dataset.actors.values(),
            key=lambda a: (order.index(a.kind) if a.kind in order else 9, a.name.en),
        )
        for actor in actors:
            box.addItem(actor.name.en, actor.id)
        line = box.lineEdit()
        assert line is not None
        line.setPlaceholderText(words)
        box.setCurrentIndex(-1)
        return box

    def _ends(self) -> tuple[str, str]:
        found = []
        for box in (self.source, self.target):
            number = box.findText(box.currentText())
            found.append(str(box.itemData(number)) if number >= 0 else "")
        return found[0], found[1]

    def _on_ends(self) -> None:
        source, target = self._ends()
        self.button.setEnabled(bool(source) and bool(target) and source != target)

    def _on_assume(self) -> None:
        source, target = self._ends()
        if source and target and source != target:
            kind = TieKind(self.kind.currentData())  # Qt hands back plain text
            self.assumed.emit(TieChange(Assumption.ADDED, "new", source, target, kind))
