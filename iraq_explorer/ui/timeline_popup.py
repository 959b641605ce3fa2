"""A card over the window that tells of one event or of all that changed; Esc and a click close."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import tr

_WIDTH = 380
_MOST = 360


class TimelinePopup(QFrame):
    """Stands over a place of the window; the keyboard stays where it is unless it is taken."""

    scenario_requested = Signal(str)
    """A built-in scenario is to be opened, by its id."""
    entry_requested = Signal(str)
    """The entry of a source is to be opened, by its address."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("timelinePopup")
        self.setAccessibleName(tr("About this date"))
        self._scenario = ""
        self._giver: QWidget | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 8, 10)
        rows.setSpacing(8)
        self.text = QLabel()
        self.text.setObjectName("timelinePopupText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.text.linkActivated.connect(self._on_link)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.text)
        rows.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        self.open = QPushButton()
        self.open.setProperty("primary", True)
        self.open.clicked.connect(self._on_open)
        foot.addWidget(self.open)
        foot.addStretch(1)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setProperty("link", True)
        self.close_button.clicked.connect(self.hide)
        foot.addWidget(self.close_button)
        rows.addLayout(foot)
        self.hide()

    def show_at(
        self, place: QPoint, html: str, theme: Theme, scenario: tuple[str, str] | None = None
    ) -> None:
        """Tell something above a place of the screen.

        Args:
            place: where, in coordinates of the screen.
            html: what.
            theme: the appearance.
            scenario: id and name of the built-in scenario that is offered.

        """
        self.setStyleSheet(
            f"#timelinePopup {{ background: {theme.panel.name()}; border: 1px solid "
            f"{theme.line.name()}; border-radius: 8px; }}"
        )
        self.text.setText(f"<style>h3 {{ font-size: 11pt; }}</style>{html}")
        self._scenario = scenario[0] if scenario else ""
        self.open.setVisible(scenario is not None)
        if scenario is not None:
            name = self.fontMetrics().elidedText(
                tr("Open {name}", name=scenario[1]), Qt.TextElideMode.ElideRight, _WIDTH - 110
            )
            self.open.setText(name.replace("&", "&&"))
            self.open.setAccessibleName(tr("Open {name}", name=scenario[1]))
            self.open.setToolTip(tr("Open {name}", name=scenario[1]))
        window = self._window
        width = min(_WIDTH, window.width() - 16)
        text_height = self.text.heightForWidth(width - 36)
        height = min(text_height + 62, _MOST, window.height() - 100)
        at = window.mapFromGlobal(place)
        x = max(8, min(window.width() - width - 8, at.x() - width // 2))
        self.setGeometry(x, max(8, at.y() - height - 6), width, height)
        self._scroll.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        self._listen(True)

    def take_keys(self, giver: QWidget) -> None:
        """Take the keyboard until it closes; then it goes back to who gave it."""
        self._giver = giver
        (self.open if self.open.isVisible() else self.close_button).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._listen(False)
        giver, self._giver = self._giver, None
        if giver is not None and giver.isVisible():
            giver.setFocus()

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    def _on_open(self) -> None:
        self.hide()
        self.scenario_requested.emit(self._scenario)

    def _on_link(self, address: str) -> None:
        self.hide()
        self.entry_requested.emit(address)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if (
            kind == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and watched is not self
            and not self.isAncestorOf(watched)
        ):
            self.hide()
        elif (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.hide()
            return True
        return False
