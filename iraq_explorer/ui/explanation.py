"""How a number of power comes about: the sum in words, and its coalitions one by one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from iraq_explorer.core.power_account import CAP, Account
from iraq_explorer.core.swing_example import Members
from iraq_explorer.ui.account_words import (
    counted_sentence,
    example_sentence,
    members_html,
    sum_sentence,
    term_sentence,
)
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.power_words import percent
from iraq_explorer.ui.words import tr

_Key = Qt.Key


class Explanation(QFrame):
    """Explains one number inline. Arrow keys and buttons step through its coalitions."""

    stepped = Signal(tuple)
    """The members of the coalition that the user went to."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("explanation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = LIGHT
        self.account: Account | None = None
        self._coalitions: Iterator[Members] = iter(())
        self._seen: list[Members] = []
        self._at = 0
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 8, 8)
        rows.setSpacing(4)
        self.heading = self._label()
        self.heading.setFont(font(10, bold=True))
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(tr("Close the explanation"))
        close.setToolTip(tr("Close (Esc)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        self.sum = self._label()
        rows.addWidget(self.sum)
        self.previous, self.following = QToolButton(), QToolButton()
        for button, arrow, name, tip in (
            (self.previous, Qt.ArrowType.LeftArrow, tr("Previous coalition"), tr("Left arrow")),
            (self.following, Qt.ArrowType.RightArrow, tr("Next coalition"), tr("Right arrow")),
        ):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
            button.setAccessibleName(name)
            button.setToolTip(tr("{what} ({key})", what=name, key=tip))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.following.clicked.connect(lambda: self.step(1))
        self.counted = self._label()
        self.counted.setFont(font(9, bold=True))
        self._stepper = QFrame()
        across = QHBoxLayout(self._stepper)
        across.setContentsMargins(0, 2, 0, 0)
        across.addWidget(self.previous)
        across.addWidget(self.counted, 1)
        across.addWidget(self.following)
        self.counted.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self._stepper)
        self.members, self.example, self.terms = self._label(), self._label(), self._label()
        self.members.setTextFormat(Qt.TextFormat.RichText)
        rows.addWidget(self.members)
        rows.addWidget(self.example)
        self.unfold = QPushButton()
        self.unfold.setProperty("link", True)
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._show)
        self.terms.hide()
        rows.addWidget(self.unfold)
        rows.addWidget(self.terms)
        self.hide()

    def _label(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.setStyleSheet(
            f"#explanation {{ background: {theme.field.name()}; border: 1px solid"
            f" {theme.line.name()}; border-radius: 6px; }}"
            f"#explanation:focus {{ border-color: {theme.accent.name()}; }}"
            f"QToolButton {{ border: none; background: transparent; padding: 2px; }}"
            f"QToolButton:hover {{ background: {theme.line.name()}; border-radius: 4px; }}"
        )
        self._show()

    def explain(self, account: Account) -> None:
        """Explain a number, from its first coalition on."""
        before = self.account
        same = (
            before is not None
            and before.player == account.player
            and before.standing.game == account.standing.game
            and before.standing.question == account.standing.question
        )
        self.account = account
        if not same:
            self._coalitions, self._seen, self._at = account.coalitions(), [], 0
            self._reach(0)
        self.show()
        self._show()

    @property
    def coalition(self) -> Members | None:
        """The members of the coalition that is told."""
        return self._seen[self._at] if self._seen else None

    @property
    def number(self) -> int:
        """Which one it is, from 1."""
        return self._at + 1

    def step(self, by: int) -> None:
        """Go on or back by so many coalitions, as far as there are."""
        if self.account is None:
            return
        wanted = max(0, min(self._at + by, self._last))
        if wanted != self._at and self._reach(wanted):
            self._at = wanted
            self._show()
            self.stepped.emit(self._seen[self._at])

    @property
    def _last(self) -> int:
        assert self.account is not None
        return min(self.account.count, CAP) - 1

    def _reach(self, number: int) -> bool:
        """Have the coalitions listed up to one of them."""
        while len(self._seen) <= number:
            found = next(self._coalitions, None)
            if found is None:
                return False
            self._seen.append(found)
        return True

    def _show(self) -> None:
        account = self.account
        if account is None:
            return
        name = account.standing.players[account.player].name
        self.heading.setText(tr("{name}: {share}", name=name, share=percent(account.share, 2)))
        self.sum.setText(sum_sentence(account))
        members = self.coalition
        for part in (self._stepper, self.members, self.example):
            part.setVisible(members is not None)
        told = len(account.terms) > 1 or any(term.size for term in account.terms)
        self.unfold.setVisible(told and account.count > 0)
        folded = tr("▸ Show the whole sum")
        self.unfold.setText(tr("▾ Hide the whole sum") if self.unfold.isChecked() else folded)
        self.terms.setVisible(told and self.unfold.isChecked())
        lines = [term_sentence(account, term) for term in account.terms] if told else []
        self.terms.setText("\n".join(lines))
        if members is None:
            return
        example = account.example(members)
        self.counted.setText(counted_sentence(account, self.number, self._last + 1))
        self.members.setText(members_html(account, example, self._theme.accent.name()))
        self.example.setText(example_sentence(account, example))
        self.previous.setEnabled(self._at > 0)
        self.following.setEnabled(self._at < self._last)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrows = (Qt.ArrowType.RightArrow, Qt.ArrowType.LeftArrow)
        back, on = arrows if mirrored else arrows[::-1]
        self.previous.setArrowType(back)
        self.following.setArrowType(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onward = -1 if mirrored else 1
        steps = {
            _Key.Key_Right: onward,
            _Key.Key_Left: -onward,
            _Key.Key_Down: 1,
            _Key.Key_Up: -1,
            _Key.Key_PageDown: 10,
            _Key.Key_PageUp: -10,
            _Key.Key_Home: -CAP,
            _Key.Key_End: CAP,
        }
        step = steps.get(_Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)
