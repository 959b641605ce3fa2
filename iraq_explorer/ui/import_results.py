"""What comes of files to import: how to begin, progress, a preview, or all that is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.dataset_model import mark_icon
from iraq_explorer.ui.import_reading import Reading, preview_of
from iraq_explorer.ui.import_rows import RowsTable
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_mark import MARK
from iraq_explorer.ui.words import tr


class ImportResults(QWidget):
    """One page for each state of an import, under a heading that says which."""

    cancelled = Signal()
    """The reading shall end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel()
        self.heading = QLabel()
        self.heading.setProperty("heading", True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(7)
        line.addWidget(self._mark)
        line.addWidget(self.heading, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(line)
        self.pages = QStackedWidget()
        self._start = self._make_start()
        self._busy = self._make_busy()
        self._good = self._make_good()
        heads = (tr("File"), tr("Row"), tr("Field"), tr("Problem"))
        self.problems = RowsTable(heads, tr("Problems of the files"))
        for page in (self._start, self._busy, self._good, self.problems):
            self.pages.addWidget(page)
        rows.addWidget(self.pages, 1)
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._mark.setPixmap(mark_icon(theme).pixmap(int(MARK)))
        self.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.line.name()}; }}"
            "QSplitter::handle:vertical { height: 1px; }"
        )

    def show_reading(self, reading: Reading | None, *, there: bool) -> None:
        """Show what came of the files.

        Args:
            reading: ``None`` while they are being read.
            there: whether there are any.

        """
        wrong = len(reading.problems) if reading else 0
        self._mark.setVisible(bool(wrong))
        if not there:
            self._turn(self._start, tr("CHOOSE FILES, OR DROP THEM HERE"))
        elif reading is None:
            self._turn(self._busy, tr("READING …"))
        elif reading.imported is not None:
            self.preview.set_rows(preview_of(reading.imported.dataset))
            self.assumed.clear()
            self.assumed.addItems([*reading.imported.notes])
            self._assumed.setVisible(bool(reading.imported.notes))
            self._turn(self._good, tr("✓ THIS COMES IN"))
        elif wrong:
            self.problems.set_rows(reading.problems)
            one = tr("1 PROBLEM")
            many = tr("{count} PROBLEMS", count=f"{wrong:,}")
            self._turn(self.problems, one if wrong == 1 else many)
        else:
            self._turn(self._start, tr("NOT READ"))

    def _turn(self, page: QWidget, heading: str) -> None:
        self.heading.setText(heading)
        self.pages.setCurrentWidget(page)

    def _make_start(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for name, told in (
            (
                tr("Results of elections"),
                tr(
                    "CSV with the columns country, date, party and seats: a row for each party of "
                    "each election, as in ParlGov's view_election.csv."
                ),
            ),
            (
                tr("Networks"),
                tr("GraphML or GEXF, as Gephi, yEd, Cytoscape, igraph and networkx write them."),
            ),
            (
                tr("Tables"),
                tr("CSV named after what each holds: actors.csv, ties.csv, sources.csv and so on."),
            ),
            (
                tr("Datasets and scenario files"),
                tr(
                    "JSON of this program, or its folder. Tables, elections and networks that are "
                    "added to one come into it."
                ),
            ),
        ):
            head = QLabel(name)
            head.setStyleSheet("font-weight: 600;")
            text = QLabel(told)
            text.setWordWrap(True)
            text.setProperty("muted", True)
            rows.addWidget(head)
            rows.addWidget(text)
        rows.addStretch(1)
        return page

    def _make_busy(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(tr("Files are being read"))
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.clicked.connect(self.cancelled)
        line.addWidget(bar, 1)
        line.addWidget(self.cancel_button)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        return page

    def _make_good(self) -> QWidget:
        page = QSplitter(Qt.Orientation.Vertical)
        page.setChildrenCollapsible(False)
        heads = (tr("What"), tr("How many"), tr("Such as"))
        self.preview = RowsTable(heads, tr("What comes in"))
        page.addWidget(self.preview)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 10, 0, 0)
        rows.setSpacing(4)
        head = QLabel(tr("ASSUMED"))
        head.setProperty("heading", True)
        self.assumed = QListWidget()
        self.assumed.setAccessibleName(tr("What is assumed"))
        self.assumed.setWordWrap(True)
        rows.addWidget(head)
        rows.addWidget(self.assumed, 1)
        page.addWidget(below)
        self._assumed = below
        page.setSizes([260, 120])
        return page
