"""The table where a game is played: groups and their cards, the chamber, offers, and the clock."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from iraq_explorer.ui.document import Document
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.negotiate_cards import GroupCards
from iraq_explorer.ui.negotiate_desk import Desk, table_scenario
from iraq_explorer.ui.negotiate_offer import OfferEditor
from iraq_explorer.ui.negotiate_offers import OfferList
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.words import rule_text, tr


class Clock(QWidget):
    """Counts a round down. It reminds and decides nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.whole = self.left = 0
        """Seconds of a round, 0 without a clock; and those that are left."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.label = QLabel()
        self.label.setFont(font(18, bold=True))
        self.pause = QPushButton()
        self.pause.clicked.connect(self._on_pause)
        row.addWidget(self.label)
        row.addWidget(self.pause)
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self._tick)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._show()

    def begin(self, seconds: int, left: int | None = None) -> None:
        """Count down from so many seconds; 0 plays without a clock.

        Args:
            seconds: length of a round.
            left: what was left of it when it was stopped; it waits there until somebody goes on.

        """
        self.whole = seconds
        self.left = seconds if left is None else min(left, seconds)
        self.setVisible(seconds > 0)
        self.timer.stop()
        if seconds and left is None:
            self.timer.start()
        self._show()

    def stop(self) -> None:
        """Count no further."""
        self.timer.stop()
        self._show()

    def _on_pause(self) -> None:
        if self.timer.isActive():
            self.timer.stop()
        else:
            self.left = self.left or self.whole
            self.timer.start()
        self._show()

    def _tick(self) -> None:
        self.left = max(0, self.left - 1)
        if not self.left:
            self.timer.stop()
        self._show()

    def _show(self) -> None:
        if self.left or not self.whole:
            self.label.setText(f"{self.left // 60}:{self.left % 60:02}")
        else:
            self.label.setText(tr("Time is up"))
        low = self.whole and self.left <= 30
        colour = self._theme.bad if low else self._theme.text
        self.label.setStyleSheet(f"color: {colour.name()};")
        running = self.timer.isActive()
        self.pause.setText(
            tr("&Pause") if running else tr("Once &more") if not self.left else tr("&Go on")
        )


class GameTable(QWidget):
    """One game from its first round to its end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = LIGHT
        self._seconds = 0
        self._game_shown: object = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(16, 8, 14, 8)
        across.setSpacing(12)
        self.round = QLabel()
        self.round.setFont(font(14, bold=True))
        self.about = QLabel()
        self.about.setProperty("muted", True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.clock = Clock()
        self.end_round = QPushButton()
        self.end_round.clicked.connect(self._on_round)
        across.addWidget(self.round)
        across.addWidget(self.about, 1)
        across.addWidget(self.clock)
        across.addWidget(self.end_round)
        rows.addWidget(head)
        line = QFrame()
        line.setProperty("rule", True)
        line.setFixedHeight(1)
        rows.addWidget(line)
        body = QHBoxLayout()
        body.setSpacing(0)
        self.cards = GroupCards(desk)
        self.editor = OfferEditor(desk)
        self.offers = OfferList(desk)
        dataset = desk.dataset
        first = next(iter(dataset.scenarios.values()))
        self.document = Document(dataset, first, self)
        self.hemicycle = HemicycleView(self.document)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(6, 8, 6, 10)
        column.addWidget(self.hemicycle, 5)
        offers = QLabel(tr("OFFERS"))
        offers.setProperty("heading", True)
        column.addWidget(offers)
        column.addWidget(self.offers, 6)
        for part, stretch in ((self.cards, 4), (middle, 6), (self.editor, 4)):
            body.addWidget(part, stretch)
        self.cards.setMinimumWidth(240)
        self.editor.setMinimumWidth(240)
        rows.addLayout(body, 1)
        self.editor.chosen_changed.connect(self._preview)
        desk.changed.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        for part in (self.cards, self.editor, self.offers, self.hemicycle, self.clock):
            part.set_theme(theme)

    def begin(self, seconds: int, left: int | None = None) -> None:
        """Set the table for the game that the desk has; ``seconds`` are those of a round.

        ``left`` are those left of this round, where it was begun before.
        """
        self._seconds = seconds
        game = self._desk.game
        assert game is not None
        self.offers.forget()
        self.document.open(table_scenario(game, self._desk.names))
        self.cards.fill()
        self.editor.fill()
        self._show()
        self.clock.begin(seconds, left)

    def _show(self) -> None:
        game = self._desk.game
        if game is None:
            return
        self.round.setText(tr("Round {number} of {count}", number=game.round, count=game.rounds))
        rule = rule_text(game.scenario.with_present(None), self._desk.dataset, article=False)
        self.about.setText(tr("{name} · {rule}", name=game.scenario.name, rule=rule))
        last = game.round == game.rounds
        self.end_round.setText(tr("&End the game") if last else tr("&Next round"))
        if game.over:
            self.clock.stop()
        self.offers.fill()

    def _preview(self, blocs: tuple[str, ...]) -> None:
        """Show in the chamber what is being put together."""
        game = self._desk.game
        if game is not None:
            by = max(0, self.editor.by.currentIndex())
            self.document.preview(table_scenario(game, self._desk.names, blocs, by))

    def _on_round(self) -> None:
        self.offers.forget()
        game = self._desk.game
        if game is not None and self._desk.play(lambda held: held.next_round()):
            after = self._desk.game
            if after is not None and not after.over:
                self.clock.begin(self._seconds)
