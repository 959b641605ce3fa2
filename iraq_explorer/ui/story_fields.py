"""What one step says and shows, edited in place, and the question whose answer is counted."""

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Ask, Asked, Shows, Step, misfits, scenario_of
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import tr


class _Lines(QPlainTextEdit):
    """A field of a few lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(180, self.fontMetrics().lineSpacing() * self._lines + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


def asked_names() -> dict[Asked | None, str]:
    """What each kind of question that can be counted is called."""
    return {
        None: tr("Nothing is counted"),
        Asked.NEEDS: tr("Who is needed"),
        Asked.LOSES: tr("Who must not be lost"),
        Asked.RULES: tr("What each rule says"),
    }


class StepFields(QWidget):
    """Title, text, question, answer and notes of a step."""

    edited = Signal(object, str, str)
    """A step as it is now, what was done to it, and in which field."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__()
        self._dataset = dataset
        self._step: Step | None = None
        self._loading = False
        self.title = QLineEdit()
        self.text, self.question = _Lines(3), QLineEdit()
        self.answer, self.notes = _Lines(2), _Lines(2)
        self.kind, self.coalition = QComboBox(), QComboBox()
        self.shows = QComboBox()
        self.lit = QPushButton()
        self.lit.setProperty("link", True)
        self.lit.clicked.connect(self._light_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setVerticalSpacing(3)
        for row, (name, told, field) in enumerate(
            (
                ("title", tr("Title"), self.title),
                ("text", tr("Text"), self.text),
                ("shows", tr("Large picture"), self.shows),
                ("question", tr("Question"), self.question),
                ("kind", tr("Counted answer"), self.kind),
                ("coalition", tr("Of the coalition"), self.coalition),
                ("answer", tr("Answer in words"), self.answer),
                ("notes", tr("Notes for the speaker"), self.notes),
            )
        ):
            label = QLabel(told)
            label.setProperty("muted", True)
            label.setBuddy(field)
            field.setObjectName(f"step_{name}")
            field.setAccessibleName(told)
            head = QHBoxLayout()
            head.addWidget(label)
            head.addStretch(1)
            if field is self.shows:
                head.addWidget(self.lit)
            grid.addLayout(head, 2 * row, 0)
            grid.addWidget(field, 2 * row + 1, 0)
        grid.setRowStretch(grid.rowCount(), 1)
        for kind, words in asked_names().items():
            self.kind.addItem(words, kind)
        for shown, words in ((Shows.NETWORK, tr("Network")), (Shows.HEMICYCLE, tr("Chamber"))):
            self.shows.addItem(words, shown)
        self.shows.activated.connect(self._on_shows)
        for combo in (self.shows, self.kind, self.coalition):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(6)
        self.kind.activated.connect(self._on_ask)
        self.coalition.activated.connect(self._on_ask)
        self.title.textEdited.connect(lambda text: self._edit("title", text))
        self.question.textEdited.connect(lambda text: self._edit("question", text))
        for name in ("text", "answer", "notes"):
            field = getattr(self, name)
            field.textChanged.connect(
                lambda name=name, field=field: self._edit(name, field.toPlainText())
            )

    def load(self, step: Step | None) -> None:
        """Show a step; what says the same already is left as it is, with its cursor."""
        self._step = step
        self.setEnabled(step is not None)
        self._loading = True
        shown = step or Step("", "")
        for line, said in ((self.title, shown.title), (self.question, shown.question)):
            if line.text() != said:
                line.setText(said)
                line.setCursorPosition(0)
        for field, said in (
            (self.text, shown.text),
            (self.answer, shown.answer),
            (self.notes, shown.notes),
        ):
            if field.toPlainText() != said:
                field.setPlainText(said)
        self.shows.setCurrentIndex(list(Shows).index(shown.shows))
        self._load_lit(shown)
        self._load_ask(shown)
        self._loading = False

    def _load_lit(self, step: Step) -> None:
        self.lit.setVisible(bool(step.focus))
        actors, blocs = self._dataset.actors, {}
        if self._step is not None and not any(misfits(step, self._dataset)):
            blocs = self._dataset.chamber_of(scenario_of(step, self._dataset)).bloc_by_id
        known = [blocs.get(node) or actors.get(node) for node in step.focus]
        # Of several there is room for their number alone.
        told = known[0].name.label if len(known) == 1 and known[0] else str(len(known))
        self.lit.setText(tr("Lit: {names}  ✕", names=told))
        names = all_of(actor.name.label for actor in known if actor)
        text = tr("Lit: {names}. A click lights all again.", names=names)
        self.lit.setToolTip(plain_tip(text))
        self.lit.setAccessibleName(text)

    def _light_all(self) -> None:
        if self._step is not None:
            self.edited.emit(replace(self._step, focus=()), tr("Light all"), "")

    def _load_ask(self, step: Step) -> None:
        self.coalition.clear()
        if self._step is None or any(misfits(step, self._dataset)):
            self.kind.setEnabled(False)
            self.coalition.setEnabled(False)
            return
        scenario = scenario_of(step, self._dataset)
        for coalition in scenario.coalitions:
            self.coalition.addItem(coalition.name, coalition.id)
        leading = scenario.leading(self._dataset.chamber_of(scenario))
        held = step.ask.coalition if step.ask else leading.id if leading else None
        self.coalition.setCurrentIndex(max(0, self.coalition.findData(held)))
        self.kind.setCurrentIndex(list(asked_names()).index(step.ask.kind if step.ask else None))
        self.kind.setEnabled(bool(scenario.coalitions))
        self.coalition.setEnabled(step.ask is not None)

    def _edit(self, field: str, text: str) -> None:
        if self._loading or self._step is None:
            return
        said = tr("Edit step {name}", name=self._step.title)
        self._step = replace(self._step, **{field: text})  # type: ignore[arg-type]
        self.edited.emit(self._step, said, field)

    def _on_shows(self) -> None:
        if self._step is not None:
            shown = Shows(self.shows.currentData())
            changed = replace(self._step, shows=shown)
            self.edited.emit(changed, tr("Change the large picture"), "")

    def _on_ask(self) -> None:
        if self._step is None:
            return
        kind = self.kind.currentData()
        coalition = self.coalition.currentData()
        # Qt hands the value of an enumeration of strings back as a plain string.
        ask = Ask(Asked(kind), coalition) if kind and coalition else None
        self.edited.emit(replace(self._step, ask=ask), tr("Change the counted answer"), "")
