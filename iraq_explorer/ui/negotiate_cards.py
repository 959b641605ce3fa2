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

_WIDEST, _GAP = 460, 10


class GroupCards(QWidget):
    """A line for each group, and beside them the one place where a card is shown."""

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
        outer.addWidget(scroll, 1)
        hint = QLabel(tr("Hold “Show to us” beside your group while the others look away."))
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        outer.addWidget(hint)
        self.place = QFrame(self)
        self.place.setObjectName("privateCard")
        inside = QVBoxLayout(self.place)
        inside.setContentsMargins(16, 10, 16, 12)
        self.owner = QLabel()
        self.owner.setProperty("heading", True)
        self.owner.setTextFormat(Qt.TextFormat.PlainText)
        inside.addWidget(self.owner)
        self.card = QLabel()
        self.card.setObjectName("privateText")
        self.card.setWordWrap(True)
        self.card.setTextFormat(Qt.TextFormat.RichText)
        self.card.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        inside.addWidget(self.card, 1)
        self._cover()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.place.setStyleSheet(
            f"#privateCard {{ background: {theme.field.name()}; border: 1px solid"
            f" {theme.muted.name()}; border-radius: 8px; }}"
            f"#privateCard QLabel {{ background: {theme.field.name()}; }}"
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
        self._lay_over()

    def _lay_over(self) -> None:
        """Show the card beside the groups, over what is at the table: all of it is seen at once.

        Nobody can hold the button and scroll.
        """
        table = self.parentWidget() or self
        self.place.setParent(table)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = self.x() if mirrored else self.geometry().right() + 1
        room = edge if mirrored else table.width() - edge
        width = min(_WIDEST, room - 2 * _GAP)
        layout = self.place.layout()
        assert layout is not None
        height = min(layout.totalHeightForWidth(width), self.height() - 2 * _GAP)
        x = edge - _GAP - width if mirrored else edge + _GAP
        self.place.setGeometry(x, self.y() + _GAP, width, height)
        self.place.raise_()
        self.place.show()

    def _cover(self) -> None:
        """Take the card out of the window altogether: no picture and no reader finds it."""
        self._shown = None
        self.place.hide()
        self.owner.clear()
        self.card.clear()

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
