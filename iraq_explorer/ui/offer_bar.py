"""An offer beside the work: what happened, and a button for each thing that can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.words import tr


@dataclass(frozen=True, eq=False)
class Offer:
    """A sentence or two, and what the user may choose."""

    text: str
    choices: tuple[tuple[str, Callable[[], None]], ...]
    """Words of each button and what it does; the first is what most people want."""


class OfferBar(QWidget):
    """Shows one offer after the other, over the canvas and in nobody's way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = LIGHT
        self._waiting: list[Offer] = []
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(10)
        self.label = QLabel()
        self.label.setObjectName("offer")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self._row.addWidget(self.label, 1)
        self.close_button = QPushButton("×")
        self.close_button.setProperty("link", True)
        self.close_button.setAccessibleName(tr("Put the offer away"))
        self.close_button.setToolTip(tr("Later"))
        self.close_button.clicked.connect(lambda: self._end(lambda: None))
        self._row.addWidget(self.close_button)
        self.hide()

    def offer(self, offer: Offer) -> None:
        """Show an offer, after those that are not answered yet."""
        self._waiting.append(offer)
        if len(self._waiting) == 1:
            self._show()

    def withdraw(self, offer: Offer) -> None:
        """Take back an offer that has lost its point."""
        if offer in self._waiting:
            self._waiting.remove(offer)
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        ground = mix(theme.panel, theme.accent, 0.16).name()
        self.setStyleSheet(
            f"#offerBar, #offer {{ background: {ground}; color: {theme.text.name()}; }}"
        )

    def _show(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        if not self._waiting:
            self.hide()
            return
        offer = self._waiting[0]
        self.label.setText(offer.text)
        for number, (words, run) in enumerate(offer.choices):
            button = QPushButton(words)
            button.setProperty("primary", number == 0)
            button.clicked.connect(lambda _=False, run=run: self._end(run))
            self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(button)
        self.show()

    def _end(self, run: Callable[[], None]) -> None:
        self._waiting.pop(0)
        self._show()
        run()
