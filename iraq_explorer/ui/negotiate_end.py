"""The end of a game: the government, all cards with their points, and what history came to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.negotiation_outcome import agreed_scenario, contrast, what_followed
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.flow_layout import FlowLayout
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_words import contrast_html, ending_text, posts_text, scores_html
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import tr


class GameEnd(QWidget):
    """What came of it, and what can be done with it."""

    save_requested = Signal(object)
    """The ``Scenario`` that the groups agreed on."""
    compare_requested = Signal(object, object)
    """That scenario, and the one of history to put beside it."""
    again_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = LIGHT
        self._history: Scenario | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 16, 20, 16)
        rows.setSpacing(10)
        self.title = QLabel()
        self.title.setFont(font(16, bold=True))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        rows.addWidget(self.title)
        self.posts = QLabel()
        self.posts.setProperty("muted", True)
        self.posts.setTextFormat(Qt.TextFormat.PlainText)
        self.posts.setWordWrap(True)
        rows.addWidget(self.posts)
        across = QHBoxLayout()
        across.setSpacing(24)
        self.scores, self.history = QTextBrowser(), QTextBrowser()
        for text, name, stretch in (
            (self.scores, tr("Cards and points"), 3),
            (self.history, tr("Beside history"), 2),
        ):
            text.setAccessibleName(name)
            text.setOpenLinks(False)
            across.addWidget(text, stretch)
        rows.addLayout(across, 1)
        named = QHBoxLayout()
        label = QLabel(tr("&Name"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of what you agreed"))
        label.setBuddy(self.name)
        named.addWidget(label)
        named.addWidget(self.name, 1)
        self._named = QWidget()
        self._named.setLayout(named)
        named.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._named)
        foot = QWidget()
        line = FlowLayout(foot, gap=8)
        self.save = QPushButton(tr("&Save what you agreed"))
        self.save.setProperty("primary", True)
        self.compare = QPushButton(tr("&Compare with what really happened"))
        self.again = QPushButton(tr("Play &again …"))
        for button in (self.save, self.compare, self.again):
            line.addWidget(button)
        self.save.clicked.connect(self._on_save)
        self.compare.clicked.connect(self._on_compare)
        self.again.clicked.connect(self.again_requested)
        rows.addWidget(foot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.setStyleSheet(f"QTextBrowser {{ background: {theme.panel.name()}; }}")
        self.fill()

    def begin(self) -> None:
        """Show the end of the game that the desk has."""
        game = self._desk.game
        if game is not None:
            self.name.setText(tr("Agreed: {name}", name=game.scenario.name))
        self.save.setEnabled(True)
        self.fill()

    def fill(self) -> None:
        """Tell it all."""
        game, names = self._desk.game, self._desk.names
        if game is None or not game.over:
            return
        held = game.government
        self.title.setText(ending_text(game, names))
        self.posts.setText(posts_text(held, names) if held else "")
        self.posts.setVisible(bool(self.posts.text()))
        style = f"<style>body {{ color: {self._theme.text.name()}; }}</style>"
        self.scores.setHtml(style + scores_html(game, names, self._theme))
        self._history = what_followed(game.scenario, self._desk.dataset)
        there = held is not None and self._history is not None
        self.history.setVisible(self._history is not None)
        if self._history is not None:
            found = contrast(game, self._history, self._desk.dataset)
            told = contrast_html(found, self._history, game, self._desk.dataset, self._theme)
            self.history.setHtml(style + told)
        self._named.setVisible(held is not None)
        self.save.setVisible(held is not None)
        self.compare.setVisible(there)

    def agreed(self) -> Scenario:
        """What the groups came to, as a scenario."""
        game, names = self._desk.game, self._desk.names
        assert game is not None
        assert game.government is not None
        held = game.government
        partners = all_of(names[group] for group in game.partners(held))
        note = [tr("Agreed in a game of {count} groups.", count=len(names))]
        note += [
            tr("{name}: {points} points.", name=names[group], points=game.score(group))
            for group in game.groups
        ]
        note += [posts_text(held, names)] if held.posts else []
        return agreed_scenario(
            game,
            self.name.text().strip() or tr("Agreed: {name}", name=game.scenario.name),
            tr("Government of {partners}", partners=partners),
            tr("The government of {partners}", partners=partners),
            "\n".join(note),
        )

    def _on_save(self) -> None:
        self.save_requested.emit(self.agreed())

    def _on_compare(self) -> None:
        self.compare_requested.emit(self.agreed(), self._history)
