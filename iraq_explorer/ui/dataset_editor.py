"""The window in which a dataset is made: a table for each kind of record."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.dataset import dataset_of
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.storage.draft_completion import Completion, completed
from iraq_explorer.storage.draft_file import OpenedDraft
from iraq_explorer.storage.draft_findings import Finding
from iraq_explorer.storage.draft_recovery import Unsaved
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.dataset_menus import EditorMenus, room_for_window
from iraq_explorer.ui.dataset_problems import ProblemList
from iraq_explorer.ui.dataset_records import RecordsPanel
from iraq_explorer.ui.dataset_table import DraftTable
from iraq_explorer.ui.dataset_tables import table_hints, table_names
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.draft_recovery import DraftKeeper
from iraq_explorer.ui.draft_saving import DraftSaving
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.words import tr


class DatasetEditor(QMainWindow):
    """Tables of a dataset's records, edited as in a spreadsheet."""

    asked_new = Signal()
    """A new dataset is to be begun, in a window of its own."""
    asked_open = Signal(object)
    """The dataset at a ``Path`` is to be edited, in a window of its own."""
    asked_import = Signal()
    """Files are to be imported, in a window of its own."""
    shown = Signal(object)
    """An ``Opened`` whose dataset is to be seen in a main window."""

    def __init__(
        self, opened: OpenedDraft, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("datasetEditor")
        self.document = DraftDocument(opened, self)
        self._work = Background(self)
        self._work.done.connect(self._on_made)
        self.saving = DraftSaving(self, self.document, settings, self.finish)
        self.saving.asked_open.connect(self.asked_open)
        self._pages: dict[str, DraftTable] = {}
        self._active: DraftTable | None = None
        self._make_centre()
        self.saving.told.connect(self.messages.tell)
        self.keeper = DraftKeeper(self._unsaved, self)
        self.keeper.told.connect(self.messages.tell)
        self.document.changed.connect(self.keeper.keep_soon)
        self.document.modified_changed.connect(lambda _: self.keeper.keep_soon())
        self.menus = EditorMenus(self, (*self._pages.values(), self.records.table))
        self._make_toolbar()
        self.document.changed.connect(self._on_changed)
        self.document.checked.connect(self._on_checked)
        self.document.modified_changed.connect(lambda _: self._show_title())
        self.set_theme(LIGHT)
        self._show_title()
        self._on_changed()
        self._on_tab()
        self.resize(self.sizeHint().boundedTo(room_for_window()))
        self.document.check()

    def sizeHint(self) -> QSize:
        return QSize(1280, 820)

    # -- parts -----------------------------------------------------------------------------

    def _make_centre(self) -> None:
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.messages = MessageBar()
        rows.addWidget(self.messages)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setAccessibleName(tr("Tables of the dataset"))
        hints = table_hints()
        for table in table_names():
            self.tabs.addTab(self._make_page(table, hints[table]), "")
        self.tabs.currentChanged.connect(self._on_tab)
        self.records = RecordsPanel(self.document)
        self.records.told.connect(self.messages.tell)
        self.records.table.used.connect(partial(self._use, self.records.table))
        self.problems = ProblemList(self.document)
        self.problems.chosen.connect(self.go_to)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(self.records)
        below.addWidget(self.problems)
        below.setSizes([620, 620])
        below.setChildrenCollapsible(False)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.tabs)
        self._parts.addWidget(below)
        self._parts.setStretchFactor(0, 1)
        self._parts.setSizes([560, 200])
        rows.addWidget(self._parts, 1)
        self.setCentralWidget(centre)

    def _make_page(self, table: str, hint: str) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(8, 6, 4, 0)
        rows.setSpacing(4)
        told = QLabel(hint)
        told.setProperty("muted", True)
        told.setWordWrap(True)
        told.setContentsMargins(6, 0, 6, 0)
        rows.addWidget(told)
        view = DraftTable(self.document, Grid(table))
        view.setAccessibleName(table_names()[table])
        view.setMinimumHeight(90)
        view.told.connect(self.messages.tell)
        view.used.connect(partial(self._use, view))
        view.moved.connect(partial(self._on_moved, view))
        view.records_asked.connect(self._edit_records)
        rows.addWidget(view, 1)
        page.setFocusProxy(view)
        self._pages[table] = view
        return page

    def _make_toolbar(self) -> None:
        bar = QToolBar(tr("Tools"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addActions([self.menus.undo, self.menus.redo])
        bar.addSeparator()
        bar.addActions([*self.menus.rows, self.menus.fill])
        room = QWidget()
        line = QHBoxLayout(room)
        line.setContentsMargins(10, 0, 10, 0)
        line.addStretch(1)
        self.search = QLineEdit()
        self.search.setProperty("search", True)
        self.search.setPlaceholderText(tr("Find in this table"))
        self.search.setAccessibleName(tr("Find in this table"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(lambda: self.page.setFocus())
        self.hits = QLabel()
        self.hits.setProperty("muted", True)
        line.addWidget(self.hits)
        line.addWidget(self.search, 1)
        bar.addWidget(room)
        self.show_button = QPushButton(tr("Show it"))
        self.show_button.setProperty("primary", True)
        self.show_button.clicked.connect(self.show_it)
        bar.addWidget(self.show_button)
        self.addToolBar(bar)

    # -- what is shown -----------------------------------------------------------------------

    @property
    def table(self) -> str:
        """The table whose tab is in front."""
        return list(self._pages)[self.tabs.currentIndex()]

    @property
    def page(self) -> DraftTable:
        """What shows that table."""
        return self._pages[self.table]

    @property
    def active(self) -> DraftTable:
        """The table that menus and tools act on: the one that had the keyboard last."""
        return self._active or self.page

    def page_of(self, table: str) -> DraftTable:
        """What shows a table."""
        return self._pages[table]

    def turn_to(self, table: str) -> None:
        """Bring a table to the front."""
        self.tabs.setCurrentIndex(list(self._pages).index(table))

    def go_to(self, finding: Finding) -> None:
        """Put the keyboard on the cell that a problem is about."""
        if finding.table not in self._pages:
            return
        self.turn_to(finding.table)
        if finding.row is None or finding.row >= len(self.page.held.rows):
            return
        if self.page.held.line_of(finding.row) is None:
            self.search.clear()
        self.page.go_to(finding.row, finding.field)
        if finding.part is not None:
            self.records.show_field(finding.field)
            self.records.table.go_to(finding.part, finding.part_field)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        for page in self._pages.values():
            page.set_theme(theme)
        self.records.set_theme(theme)
        self.problems.set_theme(theme)
        self.messages.set_theme(theme)
        self.show_button.setStyleSheet(
            f"QPushButton:disabled {{ background: {theme.field.name()}; color:"
            f" {theme.muted.name()}; border-color: {theme.line.name()}; }}"
        )
        self._parts.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.line.name()}; }}"
            "QAbstractScrollArea::corner { background: transparent; border: none; }"
            "QSplitter::handle:vertical { height: 1px; }"
            "QSplitter::handle:horizontal { width: 1px; }"
        )

    def _use(self, table: DraftTable) -> None:
        self._active = table

    def _on_tab(self) -> None:
        self._active = None
        self._on_search(self.search.text())
        self.page.stand()
        self._show_records()
        for action in self.menus.rows:
            action.setEnabled(self.table != "dataset")

    def _on_moved(self, view: DraftTable) -> None:
        if view is self.page:
            self._show_records()

    def _show_records(self) -> None:
        self.records.show_row(self.table, self.page.number)

    def _edit_records(self, field: str) -> None:
        self._show_records()
        self.records.begin(field)

    def _on_search(self, text: str) -> None:
        held = self.page.held
        held.search(text)
        self.hits.setText(
            tr("{found} of {all}", found=held.rowCount(), all=len(held.rows))
            if text.strip()
            else ""
        )

    def begin_search(self) -> None:
        """Let the user type what to find."""
        self.search.setFocus()
        self.search.selectAll()

    def _on_changed(self) -> None:
        self._show_title()
        self._show_tabs()
        self.show_button.setEnabled(False)
        self.menus.show.setEnabled(False)

    def _on_checked(self) -> None:
        free = not self.document.findings.all
        self.show_button.setEnabled(free)
        self.menus.show.setEnabled(free)
        self.show_button.setToolTip(
            tr("Open a main window on this dataset") if free else tr("Not while it has problems")
        )
        self._show_tabs()

    def _show_tabs(self) -> None:
        names, wrong = table_names(), self.document.findings.tables
        for number, table in enumerate(self._pages):
            count = len(self.document.draft.tables[table])
            text = tr("{table} {count}", table=names[table], count=count)
            if table == "dataset":
                text = names[table]
            if wrong.get(table):
                text = tr("{tab} ⚠ {count}", tab=text, count=wrong[table])
            if self.tabs.tabText(number) != text:
                self.tabs.setTabText(number, text)

    def _show_title(self) -> None:
        title = self.document.title or tr("Dataset without a title")
        self.setWindowTitle(tr("{title}[*] – Dataset – Iraq Explorer", title=title))
        self.setWindowModified(self.document.modified)

    # -- in and out --------------------------------------------------------------------------

    def show_it(self) -> None:
        """Open a main window on the dataset as it stands, where nothing is wrong with it."""
        self.finish()
        self._work.request(partial(_made, self.document.draft))

    def fill_in(self) -> None:
        """Fill in what follows from what is there, as one step."""
        self.finish()
        self._work.request(partial(_completed, self.document.draft))

    def _on_completed(self, base: DatasetDraft, made: Completion) -> None:
        if self.document.draft is not base:
            self.messages.tell(Message(tr("Not filled in: the dataset changed meanwhile.")))
            return
        self.document.commit(made.draft, tr("Fill in what is missing"))
        self.page.fit(wider=True)
        text = tr("There is nothing to fill in.")
        if made.draft is not base:
            text = tr(
                "Filled in, each marked as hypothetical: cells: {cells}, rows added: {rows}.",
                cells=made.cells,
                rows=made.rows,
            )
        self.messages.tell(Message(text, lasting=True))

    def _on_made(self, made: object) -> None:
        if isinstance(made, Opened):
            self.shown.emit(made)
        elif isinstance(made, tuple):
            self._on_completed(*made)
        else:
            self.messages.tell(Message(tr("Not shown: the dataset has problems."), bad=True))

    def finish(self) -> None:
        """Take over what still stands in a field."""
        self.page.finish()
        self.records.table.finish()

    def _unsaved(self) -> Unsaved | None:
        """All that would be lost if the program ended now, with what stands in a field."""
        held = self.document.unsaved
        draft = self.records.table.with_typed(self.page.with_typed(held.draft))
        if draft != held.draft:
            return replace(held, draft=draft, changed=held.changed + 1)
        return held if self.document.modified else None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish()
        if not self.saving.ask():
            event.ignore()
            return
        for table in (*self._pages.values(), self.records.table):
            table.clipboard.stop()
        self.keeper.end()
        self.document.stop()
        self._work.stop()
        event.accept()


def _made(draft: DatasetDraft) -> Opened | DatasetError:
    try:
        return Opened(dataset_of(draft.files()))
    except DatasetError as error:
        return error


def _completed(draft: DatasetDraft) -> tuple[DatasetDraft, Completion]:
    return draft, completed(draft)
