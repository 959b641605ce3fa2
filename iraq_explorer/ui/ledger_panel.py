"""The evidence ledger: every statement a scenario rests on, and what happens without it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.ledger import StatementKind
from iraq_explorer.core.network import Detail, Folding, Tie
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.tie_change import Assumption, TieChange, reversible
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.flow_layout import FlowLayout
from iraq_explorer.ui.ledger_model import (
    SORT_ROLE,
    LedgerModel,
    Line,
    assumption_of,
    flip_text,
    tie_of,
)
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.source_telling import (
    back_link,
    corrected_html,
    evidence_html,
    source_html,
    sources_say_html,
)
from iraq_explorer.ui.tie_assumption import TieForm, assume, new_id
from iraq_explorer.ui.words import core, tr

_WHEN, _SOURCES, _WHO = 3, 4, 5
_WIDE, _SLIM = 1150, 860
_TIE_CERTAINTIES = (Certainty.REPORTED, Certainty.CONTESTED, Certainty.HYPOTHETICAL)


class LedgerPanel(QWidget):
    """The table on one side; on the other the line chosen, its sources, and what can be assumed."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._theme = LIGHT
        self._source: str | None = None
        self.model = LedgerModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self.table = self._make_table()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(4, 2, 4, 2)
        left = QWidget()
        left.setMinimumWidth(300)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(12, 2, 4, 4)
        rows.setSpacing(2)
        rows.addWidget(self.summary)
        rows.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self._make_details())
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([640, 380])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)
        self._parts = parts
        self.setFocusProxy(self.table)
        document.committed.connect(self._read)
        self._read()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._sorted)
        table.setAccessibleName(tr("Evidence ledger"))
        table.setSortingEnabled(True)
        table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(23)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(24)
        for column, width in enumerate((26, 330, 84, 190, 170)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        selected = table.selectionModel()
        selected.currentRowChanged.connect(self._on_row)
        return table

    def _make_details(self) -> QWidget:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(12, 4, 12, 6)
        rows.setSpacing(4)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAccessibleName(tr("Evidence of the line"))
        self.text.setMinimumHeight(60)
        self.text.setMinimumWidth(120)
        self.text.anchorClicked.connect(self._on_link)
        rows.addWidget(self.text, 1)
        buttons = QWidget()
        line = FlowLayout(buttons)
        self.end_button = self._button(tr("Assume it ended"), self._end)
        self.reverse_button = self._button(tr("Assume the opposite"), self._reverse)
        self.source_button = self._button(tr("Disregard this source"), self._disregard_source)
        self.certainty_button = self._button("", self._disregard_certainty)
        for button in (
            self.end_button,
            self.reverse_button,
            self.source_button,
            self.certainty_button,
        ):
            line.addWidget(button)
        self.form_button = self._button(tr("Assume a tie …"), None)
        self.form_button.setCheckable(True)
        line.addWidget(self.form_button)
        rows.addWidget(buttons)
        self.form = TieForm(self._document.dataset)
        self.form.assumed.connect(self._on_assumed)
        self.form.hide()
        self.form_button.toggled.connect(self.form.setVisible)
        rows.addWidget(self.form)
        return inner

    def _button(self, text: str, run: Callable[[], None] | None) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("link", True)
        if run is not None:
            button.clicked.connect(lambda _=False: run())
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.model.set_theme(theme)
        self._parts.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.line.name()}; }}"
            f"QTextBrowser {{ background: {theme.panel.name()}; border: none; }}"
        )
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In little room the claim and its source come first; the rest is told beside the table.
        narrow = self.width() < _WIDE
        for column in (_WHEN, _WHO):
            self.table.setColumnHidden(column, narrow)
        self.table.setColumnHidden(_SOURCES, self.width() < _SLIM)

    def sizeHint(self) -> QSize:
        return QSize(900, 240)

    # -- reading -----------------------------------------------------------------------------

    def line(self) -> Line | None:
        """The line that is chosen."""
        index = self._sorted.mapToSource(self.table.currentIndex())
        return self.model.lines[index.row()] if index.isValid() else None

    def choose(self, statement: str) -> None:
        """Choose the line of a bloc, tie or rule."""
        for row, line in enumerate(self.model.lines):
            if line.statement.id == statement:
                # Not by ``selectRow``: right to left it can miss the columns.
                self.table.setCurrentIndex(self._sorted.mapFromSource(self.model.index(row, 1)))

    def _read(self) -> None:
        kept = self.line()
        self.model.read(self._document.scenario, self._document.dataset)
        if kept is not None:
            self.choose(kept.statement.id)
        self._summarise()
        self._tell()

    def _summarise(self) -> None:
        lines = self.model.lines
        doubtful = sum(
            line.statement.certainty not in (Certainty.CERTAIN, Certainty.REPORTED)
            for line in lines
        )
        assumed = sum(line.statement.kind is StatementKind.ASSUMED for line in lines)
        told = tr(
            "{count} statements · {doubtful} contested or hypothetical · {assumed} assumed",
            count=len(lines),
            doubtful=doubtful,
            assumed=assumed,
        )
        turning = list(dict.fromkeys(flip.source for line in lines for flip in line.flips))
        if turning:
            told += " · ⚠ "
            told += (
                tr("a verdict turns on one source")
                if len(turning) == 1
                else tr("a verdict turns on any of {count} sources", count=len(turning))
            )
        titles = [self._document.dataset.sources[source].title for source in turning]
        self.summary.setToolTip(plain_tip("\n".join(titles)))
        self.summary.setText(told)

    def _on_row(self, _: QModelIndex, __: QModelIndex) -> None:
        self._source = None
        self._tell()
        line = self.line()
        if line is not None and self.table.hasFocus():
            self._selection.set_nodes(self._nodes(line))

    def _nodes(self, line: Line) -> tuple[str, ...]:
        """The nodes that a line is about: the bloc, or where the ends of the tie are drawn."""
        scenario, dataset = self._document.scenario, self._document.dataset
        chamber = dataset.chamber_of(scenario)
        if line.statement.id in chamber.bloc_by_id:
            return (line.statement.id,)
        tie = tie_of(line.statement, scenario, dataset)
        if tie is None:
            return ()
        folding = Folding(
            dataset.actors, dataset.ties_of(scenario), chamber, dataset.day_of(scenario)
        )
        ends = (folding.nodes(end, Detail.BLOCS) for end in (tie.source, tie.target))
        return tuple(node for end in ends for node in end)

    def _tell(self) -> None:
        line, scenario, dataset = self.line(), self._document.scenario, self._document.dataset
        theme = self._theme
        tie = tie_of(line.statement, scenario, dataset) if line else None
        for button in (self.end_button, self.reverse_button, self.certainty_button):
            button.setVisible(tie is not None)
        self.source_button.setVisible(self._source is not None)
        if tie is not None:
            self._label_tie_buttons(tie.id)
            # What is assumed is taken back by itself, not by leaving out all that is hypothetical.
            assumed = assumption_of(tie.id, scenario) is not None
            self.certainty_button.setVisible(not assumed and tie.certainty in _TIE_CERTAINTIES)
            self.certainty_button.setText(
                tr("Disregard {certainty} ties", certainty=core(tie.certainty))
            )
        if self._source is not None:
            back = back_link(theme, tr("Back to the line"))
            html = back + source_html(dataset.sources[self._source], dataset, theme)
        elif line is not None:
            html = evidence_html(
                line.claim,
                line.statement.certainty,
                " · ".join(part for part in (line.when, line.who) if part),
                line.statement.sources,
                dataset,
                theme,
                assumed=line.statement.kind is StatementKind.ASSUMED,
            )
            html += self._told_otherwise(tie)
            for flip in line.flips:
                told = flip_text(flip, scenario)
                html += f'<p style="color:{theme.bad.name()}">⚠ {told}</p>'
            html += corrected_html(line.statement.id, dataset, theme)
        else:
            told = tr("Choose a line to read who says so, and to try what follows without it.")
            html = f'<p style="color:{theme.muted.name()}">{told}</p>'
        style = f"<style>body {{ color: {theme.text.name()}; }}</style>"
        self.text.setHtml(style + html)

    def _told_otherwise(self, tie: Tie | None) -> str:
        """What the sources say of a tie of which the scenario assumes something else."""
        if tie is None or assumption_of(tie.id, self._document.scenario) is None:
            return ""
        return sources_say_html(tie, self._document.dataset, self._theme)

    def _label_tie_buttons(self, tie: str) -> None:
        held = assumption_of(tie, self._document.scenario)
        known = self._document.dataset.ties.get(tie)
        self.reverse_button.setVisible(known is not None and reversible(known))
        as_told = tr("As the sources have it")
        if held is Assumption.ADDED:
            self.end_button.setText(tr("Assume it no longer"))
        else:
            ended = held is Assumption.ENDED
            self.end_button.setText(as_told if ended else tr("Assume it ended"))
        turned = held is Assumption.REVERSED
        self.reverse_button.setText(as_told if turned else tr("Assume the opposite"))

    def _on_link(self, url: QUrl) -> None:
        address = url.toString()
        source = address.removeprefix("source:")
        known = address.startswith("source:") and source in self._document.dataset.sources
        self._source = source if known else None
        self._tell()

    def open_source(self, source: str) -> None:
        """Show the entry of a source."""
        self._source = source
        self._tell()

    # -- assuming ----------------------------------------------------------------------------

    def _commit(self, scenario: Scenario, text: str) -> None:
        self._document.commit(scenario, text)

    def _end(self) -> None:
        line, scenario = self.line(), self._document.scenario
        if line is None:
            return
        tie = self._document.dataset.ties.get(line.statement.id)
        if tie is None:
            after = scenario.without_tie_change(line.statement.id)
            self._commit(after, tr("No longer assume a tie"))
        else:
            text = tr("Assume ended: {tie}", tie=tie.statement)
            self._commit(assume(scenario, tie, Assumption.ENDED), text)

    def _reverse(self) -> None:
        line = self.line()
        tie = self._document.dataset.ties.get(line.statement.id) if line else None
        if tie is not None:
            after = assume(self._document.scenario, tie, Assumption.REVERSED)
            self._commit(after, tr("Assume the opposite: {tie}", tie=tie.statement))

    def _on_assumed(self, change: TieChange) -> None:
        scenario, dataset = self._document.scenario, self._document.dataset
        added = replace(change, tie=new_id(scenario, dataset))
        a, b = (dataset.actors[end].name.label for end in (change.source, change.target))
        text = tr("Assume: {a} {kind} {b}", a=a, kind=core(change.kind or ""), b=b)
        self._commit(scenario.with_tie_change(added), text)
        self.choose(added.tie)

    def _disregard_source(self) -> None:
        if self._source is not None:
            left_out = self._document.scenario.disregarded
            kept = replace(left_out, sources=left_out.sources | {self._source})
            title = self._document.dataset.sources[self._source].title
            self._disregard(kept, tr("Disregard {title}", title=title))

    def _disregard_certainty(self) -> None:
        line, scenario = self.line(), self._document.scenario
        tie = tie_of(line.statement, scenario, self._document.dataset) if line else None
        if tie is not None:
            left_out = scenario.disregarded
            kept = replace(left_out, certainties=left_out.certainties | {tie.certainty})
            told = tr("Disregard {certainty} ties", certainty=core(tie.certainty))
            self._disregard(kept, told)

    def _disregard(self, left_out: Disregard, text: str) -> None:
        self._commit(replace(self._document.scenario, disregarded=left_out), text)
