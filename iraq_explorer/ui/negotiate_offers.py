"""The offers on the table: answers of the partners, and the vote."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.negotiation import Game, Offer
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_words import (
    left_out_text,
    offer_text,
    posts_text,
    stance_words,
    state_text,
)
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr


class OfferList(QScrollArea):
    """Every offer as a card, the newest first."""

    voted = Signal()
    """The chamber has voted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = LIGHT
        self._voting: int | None = None
        self._stances: dict[int, QButtonGroup] = {}
        self.setAccessibleName(tr("Offers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.fill()

    def fill(self) -> None:
        """Make the cards of the offers; the keyboard stays with the button that it was on."""
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused and self.isAncestorOf(focused) else ""
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(2, 2, 6, 2)
        rows.setSpacing(8)
        game = self._desk.game
        self._stances = {}
        if game is not None and game.offers:
            for offer in reversed(game.offers):
                rows.addWidget(self._card(game, offer))
        else:
            nothing = QLabel(tr("No offer yet. Talk, then make one."))
            nothing.setProperty("muted", True)
            nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(nothing)
        rows.addStretch(1)
        self.setWidget(page)
        if name:
            same = [b for b in page.findChildren(QPushButton) if b.accessibleName() == name]
            first = next(iter(same or page.findChildren(QPushButton)), None)
            if first is not None:
                first.setFocus()

    def begin_vote(self, number: int) -> None:
        """Ask every group how it votes on an offer."""
        self._voting = number
        self.fill()

    def forget(self) -> None:
        """Leave a vote that was not counted."""
        self._voting = None

    # -- one offer ---------------------------------------------------------------------------

    def _card(self, game: Game, offer: Offer) -> QWidget:
        theme, names = self._theme, self._desk.names
        card = QFrame()
        card.setObjectName("offerCard")
        stands = game.open(offer)
        side = "right" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "left"
        card.setStyleSheet(
            f"#offerCard {{ background: {theme.field.name()}; border-radius: 6px;"
            f" border-{side}: 4px solid {theme.coalition(offer.by).name()}; }}"
        )
        rows = QVBoxLayout(card)
        rows.setContentsMargins(12, 8, 10, 8)
        rows.setSpacing(4)
        head = QHBoxLayout()
        title = _told(tr("{name} proposes", name=names[offer.by]), muted=True)
        head.addWidget(title, 1)
        if stands and self._voting != offer.number:
            withdraw = self._button(tr("Withdraw"), offer, names[offer.by], link=True)
            withdraw.clicked.connect(partial(self._withdraw, offer.number))
            head.addWidget(withdraw)
        rows.addLayout(head)
        what = _told(offer_text(game, offer, names))
        what.setProperty("heading", True)
        what.setStyleSheet(f"color: {theme.text.name()};")
        rows.addWidget(what)
        for text in (left_out_text(game, offer), posts_text(offer, names)):
            if text:
                rows.addWidget(_told(text, muted=True))
        if self._voting == offer.number and stands:
            rows.addWidget(self._vote(game, offer))
            return card
        if stands:
            grid = QGridLayout()
            grid.setColumnStretch(0, 1)
            for row, group in enumerate(g for g in game.partners(offer) if g != offer.by):
                self._ask(grid, row, group, offer)
            rows.addLayout(grid)
            accepted = game.accepted(offer)
            put = self._button(tr("Put to the vote"), offer, "", primary=accepted)
            put.setEnabled(accepted)
            put.setToolTip("" if accepted else tr("Every partner has to accept first"))
            put.clicked.connect(partial(self._on_put, offer.number))
            rows.addWidget(put, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            state = _told(state_text(game, offer))
            carried = game.government is offer
            colour = theme.good if carried else theme.muted
            state.setStyleSheet(f"color: {colour.name()}; font-weight: 600;")
            rows.addWidget(state)
        return card

    def _ask(self, grid: QGridLayout, row: int, group: int, offer: Offer) -> None:
        """A partner's answer, as two buttons that say which was given."""
        name = self._desk.names[group]
        given = offer.answers.get(group)
        label = _told(name)
        grid.addWidget(label, row, 0)
        for column, (accepts, word, done) in enumerate(
            ((True, tr("Accept"), tr("✓ Accepted")), (False, tr("Refuse"), tr("✗ Refused"))), 1
        ):
            button = self._button(word, offer, name, primary=given is accepts)
            if given is accepts:
                button.setText(done)
            button.clicked.connect(partial(self._on_answer, offer.number, group, accepts))
            grid.addWidget(button, row, column)

    def _button(
        self, text: str, offer: Offer, name: str, *, primary: bool = False, link: bool = False
    ) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setProperty("link", link)
        told = tr("{what}, offer {number}", what=text, number=offer.number + 1)
        if name:
            told = tr("{name}: {what}", name=name, what=told)
        button.setAccessibleName(told)
        return button

    def _on_answer(self, number: int, group: int, accepts: bool, _: bool = False) -> None:
        self._desk.play(lambda game: game.answer(number, group, accepts))

    def _withdraw(self, number: int, _: bool = False) -> None:
        self._desk.play(lambda game: game.withdraw(number))

    def _on_put(self, number: int, _: bool = False) -> None:
        self.begin_vote(number)

    # -- the vote ----------------------------------------------------------------------------

    def _vote(self, game: Game, offer: Offer) -> QWidget:
        box = QWidget()
        box.setObjectName("voteBox")
        box.setStyleSheet("#voteBox { background: transparent; }")
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setColumnStretch(0, 1)
        partners = game.partners(offer)
        for row, group in enumerate(game.groups):
            name = self._desk.names[group]
            told = tr("{name}, {seats} seats", name=name, seats=game.seats(group))
            grid.addWidget(_told(told), row, 0)
            choices = QButtonGroup(box)
            for column, (stance, word) in enumerate(stance_words().items(), 1):
                radio = QRadioButton(word)
                radio.setAccessibleName(tr("{name}: {what}", name=name, what=word))
                usual = Stance.FOR if group in partners else Stance.AGAINST
                radio.setChecked(stance is usual)
                radio.setProperty("stance", str(stance))
                choices.addButton(radio)
                grid.addWidget(radio, row, column)
            self._stances[group] = choices
        foot = QHBoxLayout()
        count = self._button(tr("Count the votes"), offer, "", primary=True)
        count.clicked.connect(self._on_count)
        cancel = self._button(tr("Not yet"), offer, "", link=True)
        cancel.clicked.connect(self._on_not_yet)
        foot.addWidget(count)
        foot.addWidget(cancel)
        foot.addStretch(1)
        grid.addLayout(foot, len(game.groups), 0, 1, 4)
        return box

    def _on_count(self) -> None:
        number = self._voting
        if number is None:
            return
        stances = {
            group: Stance(str(checked.property("stance")))
            for group, choices in self._stances.items()
            if (checked := choices.checkedButton()) is not None
        }
        self._voting = None
        if self._desk.play(lambda game: game.vote(number, stances)):
            self.voted.emit()

    def _on_not_yet(self) -> None:
        self._voting = None
        self.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._voting is not None:
            self._on_not_yet()
        else:
            super().keyPressEvent(event)


def _told(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("muted", muted)
    return label
