"""What is asked about power: who plays, by which index, under which further rule."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.players import By
from iraq_explorer.core.power_standing import HEADS, WITH_UNIONS, PowerQuestion, Standing
from iraq_explorer.core.restricted_power import DEFINITION, RESTRICTED
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.index_help import index_help
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.power_words import by_text, names_text
from iraq_explorer.ui.words import core, tr

_WITHOUT_UNIONS = {"owen": "shapley_shubik", "banzhaf_owen": "banzhaf_absolute"}
"""What an index with unions becomes where the players are no blocs."""


class PowerChoices(QWidget):
    """Two lists of choices with the help on the index; ``more`` holds the further conditions."""

    changed = Signal(PowerQuestion)

    def __init__(self, question: PowerQuestion) -> None:
        super().__init__()
        self.question = question
        self._help = index_help()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        across = QHBoxLayout()
        across.setSpacing(6)
        self.players, self.index = self._combo(tr("Players")), self._combo(tr("Index"))
        for by in By:
            self.players.addItem(by_text(by), by)
        for name, entry in self._help.items():
            self.index.addItem(entry.name, name)
        self.help_button = QToolButton()
        self.help_button.setText("?")
        self.help_button.setCheckable(True)
        self.help_button.setAccessibleName(tr("What this index asks"))
        self.help_button.setToolTip(
            tr("What this index asks, who proposed it, when it misleads (F1)")
        )
        across.addWidget(self.players, 1)
        across.addWidget(self.index, 1)
        across.addWidget(self.help_button)
        rows.addLayout(across)
        self.help = QLabel()
        self.help.setObjectName("indexHelp")
        self.help.setWordWrap(True)
        self.help.hide()
        rows.addWidget(self.help)
        self.more = QFrame()
        line = QHBoxLayout(self.more)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = QLabel(tr("and a&lso"))
        label.setProperty("muted", True)
        self.second = self._combo(tr("Second rule"))
        label.setBuddy(self.second)
        self.red_lines = QCheckBox(tr("Red &lines"))
        self.red_lines.setToolTip(tr("Beside the free value, reckon on allowed coalitions only"))
        line.addWidget(label)
        line.addWidget(self.second, 1)
        line.addWidget(self.red_lines)
        self.players.activated.connect(self._on_players)
        self.index.activated.connect(self._on_index)
        self.second.activated.connect(self._on_second)
        self.red_lines.clicked.connect(self._on_red_lines)
        self.help_button.toggled.connect(self.help.setVisible)
        self.show_question(question)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return combo

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.help.setStyleSheet(
            f"#indexHelp {{ background: {theme.field.name()}; border-radius: 6px; padding: 8px; }}"
        )
        self.help_button.setStyleSheet(
            f"QToolButton {{ border: 1px solid {theme.line.name()}; border-radius: 12px;"
            f" min-width: 22px; min-height: 22px; font-weight: 600;"
            f" color: {theme.accent.name()}; }}"
            f"QToolButton:checked {{ background: {theme.field.name()}; }}"
            f"QToolButton:focus, QToolButton:hover {{ border-color: {theme.accent.name()}; }}"
        )

    # -- shown -------------------------------------------------------------------------------

    def show_question(self, question: PowerQuestion) -> None:
        """Show what is asked."""
        self.question = question
        self.players.setCurrentIndex(self.players.findData(question.players))
        self.index.setCurrentIndex(self.index.findData(question.index))
        self.second.setCurrentIndex(max(0, self.second.findData(question.second)))
        self.red_lines.setChecked(question.red_lines)
        entry = self._help[question.index]
        self.help.setText(
            tr(
                "<b>{name}.</b> {asks}<br><b>Proposed by</b> {source}<br><b>It misleads</b> where "
                "this is forgotten: {misleads}",
                name=entry.name,
                asks=entry.asks,
                source=entry.source,
                misleads=entry.misleads,
            )
        )

    def show_choices(self, scenario: Scenario, chamber: Chamber) -> None:
        """Offer what the chamber and the scenario have."""
        offered = [(tr("no second rule"), "")]
        quota = scenario.quota(chamber)
        for rule in chamber.rules:
            other = rule.quota(chamber.seats, scenario.present)
            if other != quota:
                offered.append((tr("{rule}: {quota}", rule=rule.name, quota=other), rule.id))
        offered.append((tr("more than half of the players"), HEADS))
        there = [
            (self.second.itemText(k), self.second.itemData(k)) for k in range(self.second.count())
        ]
        if there != offered:
            self.second.clear()
            for text, data in offered:
                self.second.addItem(text, data)
            self.second.setCurrentIndex(max(0, self.second.findData(self.question.second)))
        self.red_lines.setVisible(bool(scenario.constraints))

    def about_red_lines(self, standing: Standing, scenario: Scenario) -> tuple[str, ...]:
        """What is reckoned under red lines, in sentences; none where it is not asked."""
        if not self.question.red_lines or not scenario.constraints or standing.shares is None:
            return ()
        if standing.question.index not in RESTRICTED or standing.heads is not None:
            return (tr("Under red lines this index is not reckoned."),)
        told = [
            tr("Under red lines, in hatched bars: {definition}", definition=core(DEFINITION)),
            tr("{count} winning coalitions remain.", count=f"{standing.possible or 0:,}"),
            tr("Only the free value is explained by its coalitions."),
        ]
        if standing.broken_inside:
            names = names_text([standing.players[p].name for p in sorted(standing.broken_inside)])
            told.append(
                tr("{names} breaks one by itself.", names=names)
                if len(standing.broken_inside) == 1
                else tr("{names} each break one by themselves.", names=names)
            )
        return tuple(told)

    # -- chosen ------------------------------------------------------------------------------

    def _on_players(self) -> None:
        by, index = By(self.players.currentData()), self.question.index
        if by is not By.BLOC:
            index = _WITHOUT_UNIONS.get(index, index)
        self._ask(replace(self.question, by=by, index=index))

    def _on_index(self) -> None:
        index = str(self.index.currentData())
        second = self.question.second
        if index in WITH_UNIONS and second == HEADS:
            second = ""
        self._ask(replace(self.question, index=index, second=second))

    def _on_second(self) -> None:
        self._ask(replace(self.question, second=str(self.second.currentData())))

    def _on_red_lines(self, on: bool) -> None:
        self._ask(replace(self.question, red_lines=on))

    def _ask(self, question: PowerQuestion) -> None:
        self.show_question(question)
        self.changed.emit(question)
