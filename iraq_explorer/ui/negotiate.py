"""Negotiate: the window of the game, and what it does with the window of the work."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iraq_explorer.core.negotiation import Game
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_end import GameEnd
from iraq_explorer.ui.negotiate_keeping import Keeping
from iraq_explorer.ui.negotiate_setup import GameSetup
from iraq_explorer.ui.negotiate_table import GameTable
from iraq_explorer.ui.negotiate_words import waiting_text
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.words import tr


class GameWindow(QWidget):
    """Setting up, playing, and the end, one after the other. A game that is left goes on later."""

    help_requested = Signal()

    def __init__(self, session: Session, folder: Path, parent: QWidget) -> None:
        """Make the window, on its first page.

        Args:
            session: what is open in the window of the work.
            folder: where games are kept that wait.
            parent: the window of the work.

        """
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
        self.keeping = Keeping(self.desk, self.table.clock, folder, self)
        self.setup.begun.connect(self._on_begun)
        self.setup.resumed.connect(self.resume)
        self.setup.thrown_away.connect(self._on_thrown_away)
        self.end.again_requested.connect(self.set_up)
        self.desk.changed.connect(self._on_changed)
        self.desk.told.connect(lambda text: self.messages.tell(Message(text, bad=True)))
        self.table.offers.voted.connect(self._on_voted)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.help_requested)

    def sizeHint(self) -> QSize:
        return QSize(1240, 760)

    def take_room(self) -> None:
        """Take as much of the screen as a game needs, in its middle.

        Left to itself a window begins with two thirds of a screen: too little on a small one.
        """
        room = self.screen().availableGeometry()
        # Room for the frame that the window manager puts around it.
        size = self.sizeHint().boundedTo(room.size() - QSize(8, 40))
        place = QRect(QPoint(), size)
        place.moveCenter(room.center())
        place.moveTop(max(place.top(), room.top() + 30))
        self.setGeometry(place)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.setStyleSheet(f"#gameWindow {{ background: {theme.panel.name()}; }}")
        for part in (self.messages, self.setup, self.table, self.end):
            part.set_theme(theme)

    def set_up(self) -> None:
        """Set up another game, on what is open in the window of the work; offer one that waits."""
        self.keeping.look()
        self._offer_waiting()
        self.setup.open(self._session.document.scenario)
        self.pages.setCurrentWidget(self.setup)
        (self.setup.resume if self.keeping.found else self.setup.start).setFocus()

    def _offer_waiting(self) -> None:
        kept = self.keeping.found
        text = waiting_text(kept.game, kept.names) if kept else ""
        self.setup.offer_waiting(text, over=kept is not None and kept.game.over)

    def resume(self) -> None:
        """Go on with the game that waits; its clock stands until somebody goes on."""
        kept = self.keeping.take()
        if kept is None:
            return
        self._offer_waiting()
        self.pages.setCurrentWidget(self.table)
        self.table.clock.begin(kept.seconds, kept.left)
        self.desk.begin(kept.game, kept.names)
        self.table.begin(kept.seconds, kept.left)
        if not kept.game.over and self.table.cards.buttons:
            self.table.cards.buttons[0].setFocus()

    def _on_thrown_away(self) -> None:
        self.keeping.throw_away()
        self._offer_waiting()
        self.setup.start.setFocus()

    def _on_begun(self, game: Game, names: tuple[str, ...], seconds: int) -> None:
        self.keeping.begin()
        self.table.clock.begin(seconds)
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
        self.keeping.keep()
        super().closeEvent(event)

    def stop(self) -> None:
        """Let the game wait for the next start of the program."""
        self.table.clock.stop()
        self.keeping.stop()
        self.hide()
