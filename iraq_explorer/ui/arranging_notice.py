"""The notice over the canvas that a layout takes its time, with a way to end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import tr

_TOP = 10


class ArrangingNotice(QFrame):
    """Lies over the head of the canvas, so that nothing moves when it comes and goes."""

    escaped = Signal()
    """Esc was pressed anywhere in the window while it is seen."""

    def __init__(self, arrangement: Arrangement, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setObjectName("arrangingNotice")
        self._arrangement = arrangement
        self._canvas = canvas
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(10)
        self.label = QLabel()
        self.label.setAccessibleName(tr("Layout under way"))
        row.addWidget(self.label)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("How far the layout is"))
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(120, 4)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setProperty("link", True)
        self.cancel.setToolTip(tr("Leave everything where it is now (Esc)"))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.clicked.connect(lambda: arrangement.cancel())
        row.addWidget(self.cancel)
        arrangement.work.progressed.connect(self._follow)
        arrangement.work.ended.connect(self.hide)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.escaped)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.setStyleSheet(
            f"#arrangingNotice {{ background: {theme.panel.name()};"
            f" border: 1px solid {theme.line.name()}; border-radius: 6px; }}"
            f"#arrangingNotice QLabel {{ color: {theme.text.name()}; }}"
        )

    def _follow(self) -> None:
        number = len(self._arrangement.network.nodes)
        self.label.setText(tr("Arranging {count} nodes …", count=f"{number:,}"))
        self.bar.setValue(round(100 * self._arrangement.work.share))
        self.show()
        self.place()

    def place(self) -> None:
        """Stand in the middle of the canvas, at its head."""
        self.adjustSize()
        self.move((self._canvas.width() - self.width()) // 2, _TOP)
