"""The groups at the table, each with a button that shows its card for as long as it is held."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_words import card_html, names_of
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr


class GroupCards(QWidget):
    """A line for each group, and below them the one place where a card is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = LIGHT
        self._shown: int | None = None
        self.buttons: list[QPushButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 8, 10, 10)
        outer.setSpacing(8)
        heading = QLabel(tr("GROUPS"))
        heading.setProperty("heading", True)
        outer.addWidget(heading)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(10)
        scroll = QScrollArea()
        scroll.setWidget(self._list)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll, 5)
        self.place = QFrame()
        self.place.setObjectName("privateCard")
        inside = QVBoxLayout(self.place)
        inside.setContentsMargins(12, 8, 10, 8)
        self.owner = QLabel()
        self.owner.setProperty("heading", True)
        self.owner.setTextFormat(Qt.TextFormat.PlainText)
        inside.addWidget(self.owner)
        self.card = QLabel()
        self.card.setObjectName("privateText")
        self.card.setWordWrap(True)
        self.card.setTextFormat(Qt.TextFormat.RichText)
        self.card.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        text = QScrollArea()
        text.setWidget(self.card)
        text.setWidgetResizable(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.addWidget(text, 1)
        outer.addWidget(self.place, 4)
        self._cover()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.place.setStyleSheet(
            f"#privateCard {{ background: {theme.field.name()}; border: 1px solid"
            f" {theme.line.name()}; border-radius: 8px; }}"
            f"#privateCard QScrollArea, #privateCard QWidget {{"
            f" background: {theme.field.name()}; }}"
        )
        self.fill()

    def fill(self) -> None:
        """Make a line for each group of the game."""
        self._cover()
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        game = self._desk.game
        if game is None:
            return
        for group in game.groups:
            self._rows.addWidget(self._line(group))
        self._rows.addStretch(1)

    def _line(self, group: int) -> QWidget:
        game, name = self._desk.game, self._desk.names[group]
        assert game is not None
        line = QFrame()
        line.setObjectName("groupLine")
        colour = self._theme.coalition(group).name()
        # On the side where reading begins.
        side = "right" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "left"
        line.setStyleSheet(f"#groupLine {{ border: none; border-{side}: 4px solid {colour}; }}")
        rows = QVBoxLayout(line)
        rows.setContentsMargins(10, 0, 10, 0)
        rows.setSpacing(1)
        head = QHBoxLayout()
        title = QLabel(tr("{name}, {seats} seats", name=name, seats=game.seats(group)))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("heading", True)
        head.addWidget(title, 1)
        button = QPushButton(tr("Show to us"))
        button.setAccessibleName(tr("Show the card of {name}", name=name))
        button.setToolTip(tr("Hold the mouse button or Space while the others look away"))
        button.pressed.connect(partial(self._uncover, group))
        button.released.connect(self._cover)
        button.installEventFilter(self)
        self.buttons.append(button)
        head.addWidget(button)
        rows.addLayout(head)
        blocs = QLabel(names_of(game.hands[group], game.chamber))
        blocs.setTextFormat(Qt.TextFormat.PlainText)
        blocs.setProperty("muted", True)
        blocs.setWordWrap(True)
        rows.addWidget(blocs)
        return line

    # -- the card ----------------------------------------------------------------------------

    def _uncover(self, group: int) -> None:
        game = self._desk.game
        if game is None:
            return
        seen = game.seen_by(group)
        self._shown = group
        self.owner.setText(tr("Only for {name}", name=self._desk.names[group]))
        names, dataset = self._desk.names, self._desk.dataset
        self.card.setText(card_html(seen, group, names, dataset, self._theme))

    def _cover(self) -> None:
        """Take the card out of the window altogether: no picture and no reader finds it."""
        self._shown = None
        self.owner.setText(tr("Private card"))
        self.card.setText(tr("Hold “Show to us” beside your group while the others look away."))

    @property
    def shown(self) -> int | None:
        """The group whose card is shown."""
        return self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whatever takes the button or the window away covers the card.
        if event.type() in (
            QEvent.Type.Hide,
            QEvent.Type.WindowDeactivate,
            QEvent.Type.FocusOut,
        ):
            self._cover()
        return False
