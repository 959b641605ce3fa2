"""Negotiate: the window of the game, and what it does with the window of the work."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iraq_explorer.core.negotiation import Game
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.comparing import Comparing
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_end import GameEnd
from iraq_explorer.ui.negotiate_setup import GameSetup
from iraq_explorer.ui.negotiate_table import GameTable
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr


class GameWindow(QWidget):
    """Setting up, playing, and the end, one after the other. A game that is left goes on later."""

    help_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("gameWindow")
        self.setWindowTitle(tr("Negotiate – Iraq Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        dataset = session.document.dataset
        self.desk = Desk(dataset, self)
        self.messages = MessageBar()
        self.setup = GameSetup(dataset)
        self.table = GameTable(self.desk)
        self.end = GameEnd(self.desk)
        self.pages = QStackedWidget()
        for page in (self.setup, self.table, self.end):
            self.pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.messages)
        rows.addWidget(self.pages, 1)
        self.setup.begun.connect(self._on_begun)
        self.end.again_requested.connect(self.set_up)
        self.desk.changed.connect(self._on_changed)
        self.desk.told.connect(lambda text: self.messages.tell(Message(text, bad=True)))
        self.table.offers.voted.connect(self._on_voted)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.help_requested)

    def sizeHint(self) -> QSize:
        return QSize(1240, 760)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.setStyleSheet(f"#gameWindow {{ background: {theme.panel.name()}; }}")
        for part in (self.messages, self.setup, self.table, self.end):
            part.set_theme(theme)

    def set_up(self) -> None:
        """Set up another game, on what is open in the window of the work."""
        self.setup.open(self._session.document.scenario)
        self.pages.setCurrentWidget(self.setup)
        self.setup.start.setFocus()

    def _on_begun(self, game: Game, names: tuple[str, ...], seconds: int) -> None:
        self.desk.begin(game, names)
        self.table.begin(seconds)
        self.pages.setCurrentWidget(self.table)
        if self.table.cards.buttons:
            self.table.cards.buttons[0].setFocus()

    def _on_changed(self) -> None:
        game = self.desk.game
        if game is not None and game.over and self.pages.currentWidget() is self.table:
            self.end.begin()
            self.pages.setCurrentWidget(self.end)
            (self.end.save if game.government else self.end.again).setFocus()

    def _on_voted(self) -> None:
        game = self.desk.game
        if game is not None and game.government is None:
            verdict = game.divisions[-1].verdict
            text = tr(
                "The chamber does not follow: {yes} for, {short} short of {quota}.",
                yes=verdict.seats,
                short=verdict.short,
                quota=verdict.quota,
            )
            self.messages.tell(Message(text))

    def closeEvent(self, event: QCloseEvent) -> None:
        # The game waits, and its clock with it.
        self.table.clock.stop()
        super().closeEvent(event)


class Negotiating(QObject):
    """Opens the game, and takes over into the library what was agreed."""

    help_requested = Signal()

    def __init__(self, session: Session, comparing: Comparing, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._comparing, self._parent = session, comparing, window
        self._theme = LIGHT
        self.window: GameWindow | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def begin(self) -> None:
        """Bring the game to the front: the one that was left, or a new one to set up."""
        if self.window is None:
            self.window = GameWindow(self._session, self._parent)
            self.window.help_requested.connect(self.help_requested)
            self.window.end.save_requested.connect(self.save)
            self.window.end.compare_requested.connect(self.compare)
            self.window.set_theme(self._theme)
        window, open_ = self.window, self._session.document.scenario
        if window.desk.game is None and window.setup.scenario != open_:
            window.set_up()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def save(self, scenario: Scenario) -> None:
        """Put what was agreed into the library."""
        assert self.window is not None
        if not self._take_in(scenario):
            return
        if self._session.save():
            name = self._session.document.scenario.name
            self.window.messages.tell(Message(tr("Saved as “{name}”.", name=name)))
            self.window.end.save.setEnabled(False)
        else:
            text = tr("It could not be saved; it is open in the window of the work.")
            self.window.messages.tell(Message(text, bad=True))

    def compare(self, scenario: Scenario, history: Scenario) -> None:
        """Put what was agreed beside what followed in history."""
        assert self.window is not None
        if self._take_in(scenario):
            self.window.hide()
            self._comparing.begin(history)
            self._parent.activateWindow()

    def stop(self) -> None:
        """Put the game away with the window of the work."""
        if self.window is not None:
            self.window.table.clock.stop()
            self.window.hide()

    def _take_in(self, scenario: Scenario) -> bool:
        """Open what was agreed, where it is not open already."""
        held = self._session.document.scenario
        if held.membership == scenario.membership and held.roll_call == scenario.roll_call:
            return True
        return self._session.take_in(scenario, tr("Agree in a game"))
