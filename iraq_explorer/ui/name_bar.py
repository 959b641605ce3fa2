"""A line over the canvas that asks for a name to save under, in place of a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from iraq_explorer.ui.session import Session
from iraq_explorer.ui.words import tr


class NameBar(QWidget):
    """Saves under the name that is typed, and goes away."""

    def __init__(self, name: str, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nameBar")
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(QLabel(tr("Save as")))
        self.field = QLineEdit(name)
        self.field.setObjectName("saveAsName")
        self.field.selectAll()
        self.field.returnPressed.connect(self._save)
        row.addWidget(self.field, 1)
        for text, run in ((tr("Save"), self._save), (tr("Cancel"), self._close)):
            button = QToolButton()
            button.setText(text)
            button.clicked.connect(run)
            row.addWidget(button)

    def _save(self) -> None:
        if self._session.save_as(self.field.text()):
            self._close()

    def _close(self) -> None:
        # Out of the window at once, so that asking again finds no bar on its way out.
        self.setParent(None)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
