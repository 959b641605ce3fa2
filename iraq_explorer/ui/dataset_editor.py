"""The window in which a dataset is made: a table for each kind of record."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from iraq_explorer.ui.words import tr


class DatasetEditor(QMainWindow):
    """Tables of a dataset's records, edited as in a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("datasetEditor")
        self.setWindowTitle(tr("Dataset – Iraq Explorer"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.setCentralWidget(self.tabs)

    def sizeHint(self) -> QSize:
        return QSize(1240, 780)
