"""The title over the canvas: name, date and rule of what is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.words import assumes_text, day_text, rule_text, tr


class Heading(QWidget):
    """Follows what the document shows."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 18, 2)
        row.setSpacing(14)
        self.title = QLabel()
        self.title.setFont(font(14, bold=True))
        self.subtitle = QLabel()
        self.subtitle.setProperty("muted", True)
        self.subtitle.setWordWrap(True)
        for label, stretch in ((self.title, 0), (self.subtitle, 1)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label, stretch, Qt.AlignmentFlag.AlignBottom)
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
