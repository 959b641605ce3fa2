"""Messages beside the work: one line over the canvas that can be dismissed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr

_SHORT_MS = 7000


class MessageBar(QWidget):
    """Shows the latest message. Bad news and invitations stay until dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._theme = LIGHT
        self._bad = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 8, 5)
        self.label = QLabel()
        self.label.setObjectName("message")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        row.addWidget(self.label, 1)
        close = QPushButton("×")
        close.setProperty("link", True)
        close.setAccessibleName(tr("Dismiss the message"))
        close.setToolTip(tr("Dismiss the message"))
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self.label.setText(message.text)
        self._bad = message.bad
        self._colour()
        self.show()
        self._timer.stop()
        if not message.bad and not message.lasting:
            self._timer.start(_SHORT_MS)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._colour()

    def _colour(self) -> None:
        theme = self._theme
        colour = theme.bad if self._bad else theme.accent
        ground = mix(theme.panel, colour, 0.12).name()
        self.setStyleSheet(f"#messageBar, #message {{ background: {ground}; }}")
        self.setAutoFillBackground(True)
        self.label.setStyleSheet(f"color: {theme.text.name()}; background: {ground};")
