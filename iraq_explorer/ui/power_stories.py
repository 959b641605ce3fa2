"""What the power panel shows in one click: the rules of the chamber, and stories of its numbers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from iraq_explorer.core.chamber import Chamber, Rule
from iraq_explorer.core.power_facts import Story, told_rules
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.flow_layout import FlowLayout
from iraq_explorer.ui.palette import font
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.power_words import chip_text, story_text
from iraq_explorer.ui.words import tr


class StoryChips(QWidget):
    """A chip for each story that the numbers of a chamber tell; none where none is striking."""

    chosen = Signal(Story)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Stories"))
        self._row = FlowLayout(self, gap=5)
        # The usual chips are higher; a radius of more than half the height makes corners.
        self.setStyleSheet("QPushButton { border-radius: 9px; padding: 1px 9px; }")
        self.stories: tuple[Story, ...] = ()
        self.chips: tuple[QPushButton, ...] = ()

    def show_stories(self, stories: tuple[Story, ...], chamber: Chamber) -> None:
        """Offer stories."""
        texts = [chip_text(story, chamber) for story in stories]
        if self.chips and stories == self.stories and texts == [c.text() for c in self.chips]:
            return
        self.stories = stories
        self._row.clear()
        self.chips = tuple(QPushButton(text.replace("&", "&&")) for text in texts)
        for story, chip in zip(stories, self.chips, strict=True):
            chip.setProperty("chip", True)
            chip.setFont(font(8.5))
            told = story_text(story, chamber)
            chip.setToolTip("<p>" + told.replace("<", "&lt;") + "</p>")
            chip.setAccessibleDescription(told)
            chip.clicked.connect(partial(self._on_chip, story))
            self._row.addWidget(chip)
        self.setVisible(bool(stories))

    @property
    def pairs(self) -> list[tuple[Story, QPushButton]]:
        """Each story with its chip, in their order."""
        return list(zip(self.stories, self.chips, strict=True))

    def _on_chip(self, story: Story, _: bool = False) -> None:
        self.chosen.emit(story)


class RuleButtons(QWidget):
    """The rules of a chamber, one for each quota, and which of them is at hand."""

    chosen = Signal(Rule)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Rules"))
        self._row = FlowLayout(self, gap=8)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}

    def show_rules(self, scenario: Scenario, chamber: Chamber) -> None:
        """Offer the rules of a chamber, those of the same quota as one."""
        rules = told_rules(scenario, chamber)
        texts = {rule.id: _text(rule, scenario, chamber) for rule in rules}
        if {rule: button.text() for rule, button in self.buttons.items()} != texts:
            self._row.clear()
            self._group.deleteLater()
            self._group = QButtonGroup(self)
            self.buttons = {}
            for rule in rules:
                button = QRadioButton(texts[rule.id])
                button.setToolTip(plain_tip(_all_of_quota(rule, scenario, chamber)))
                button.clicked.connect(partial(self._on_button, rule))
                self._group.addButton(button)
                self._row.addWidget(button)
                self.buttons[rule.id] = button
        self._group.setExclusive(False)  # under a quota of the user's own none of them is at hand
        for name, button in self.buttons.items():
            button.setChecked(scenario.custom_quota is None and scenario.rule == name)
        self._group.setExclusive(True)

    def _on_button(self, rule: Rule, _: bool = False) -> None:
        self.chosen.emit(rule)


def _text(rule: Rule, scenario: Scenario, chamber: Chamber) -> str:
    quota = rule.quota(chamber.seats, scenario.present)
    return tr("{rule}: {quota}", rule=rule.name, quota=quota).replace("&", "&&")


def _all_of_quota(rule: Rule, scenario: Scenario, chamber: Chamber) -> str:
    """The rules that come to the same quota: "163 of 325: Investiture, Quorum"."""
    quota = rule.quota(chamber.seats, scenario.present)
    names = [
        other.name
        for other in chamber.rules
        if other.quota(chamber.seats, scenario.present) == quota
    ]
    return tr("{quota} of {all}: {rules}", quota=quota, all=chamber.seats, rules=", ".join(names))
