"""Help over a dialog or another window: the pages of the panel, in a window that waits on it.

A dialog blocks the window of the work and the panel of help in it. What belongs to the dialog is
not blocked.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.ui.help_panel import HelpPanel
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import tr


class HelpWindow(QWidget):
    """Shows pages beside the window that help was asked for in, and goes with it."""

    def __init__(self, facts: Mapping[str, Callable[[], str]], over: QWidget) -> None:
        """Make it, out of sight.

        Args:
            facts: gives Markdown for the places in pages, by their names.
            over: the window that help is about.

        """
        super().__init__(over, Qt.WindowType.Dialog)
        self._about = over
        self.setObjectName("helpWindow")
        self.setWindowTitle(tr("Help – Iraq Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # What a page offers to do, it does in the window of the work: not while that is blocked.
        self.panel = HelpPanel(facts, acts=not over.isModal())
        self.panel.closed.connect(self.close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        over.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(400, 560)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.setStyleSheet(f"#helpWindow {{ background: {theme.panel.name()}; }}")
        self.panel.set_theme(theme)

    def show_page(self, page: str) -> None:
        """Show a page, beside the window that it is about where there is room."""
        if not self.isVisible():
            self.setGeometry(self._place())
        self.panel.show_page(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.panel.setFocus()

    def _place(self) -> QRect:
        over, room = self._about.frameGeometry(), self.screen().availableGeometry()
        size = self.sizeHint().boundedTo(room.size() - QSize(16, 40))
        right, left = over.right() + 8, over.left() - 8 - size.width()
        if right + size.width() <= room.right():
            x = right
        elif left >= room.left():
            x = left
        else:
            x = room.right() - size.width() - 8
        y = max(room.top() + 32, min(over.top() + 32, room.bottom() - size.height()))
        return QRect(x, y, size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self._about:
            self.close()
        return False
