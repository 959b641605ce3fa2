"""The title over the canvas: name, date and rule of what is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.words import assumes_text, day_text, rule_text, tr

_GAP = 14


class Heading(QWidget):
    """Follows what the document shows; on two lines where one has no room for it."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 7, 18, 2)
        self.title = QLabel()
        self.title.setFont(font(14, bold=True))
        self.subtitle = QLabel()
        self.subtitle.setProperty("muted", True)
        self.subtitle.setWordWrap(True)
        for label, stretch in ((self.title, 0), (self.subtitle, 1)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._row.addWidget(label, stretch)
        self.set_theme(LIGHT)
        document.shown_changed.connect(self._follow)
        document.committed.connect(self._follow)
        document.modified_changed.connect(self._follow)
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Stand on the ground of the canvas."""
        self.setStyleSheet(f"background: {theme.canvas.name()};")

    def _follow(self) -> None:
        shown, dataset = self._document.shown, self._document.dataset
        self.title.setText(shown.name)
        told = [day_text(shown.date), rule_text(shown, dataset, article=False)]
        if shown.vote is not None:
            told.append(tr("{yes} for as reported", yes=shown.vote.in_favour))
        if shown.what_if:
            told.append(assumes_text(shown, dataset))
        self.subtitle.setText(" · ".join(told))
        self.subtitle.setToolTip(plain_tip(self._document.chamber.name.en))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        told = self.subtitle.fontMetrics().horizontalAdvance(self.subtitle.text())
        margins = self._row.contentsMargins()
        needed = self.title.sizeHint().width() + _GAP + told + margins.left() + margins.right()
        one = needed <= self.width()
        way = QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
        self._row.setSpacing(_GAP if one else 0)
