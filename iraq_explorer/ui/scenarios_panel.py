"""The list of scenarios: search, thumbnail, date and verdict; renaming in place."""

import math
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.names import search_key
from iraq_explorer.core.report import passes
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Entry
from iraq_explorer.ui.palette import LIGHT, Theme, font_px, mix
from iraq_explorer.ui.session import Session
from iraq_explorer.ui.words import brief_headline, day_text, headline_of, tr

_ROW = 62
_Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    renamed = Signal(int, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.query = ""
        self.rows: list[Entry] = []
        self.load()

    def load(self) -> None:
        """Take the entries that fit the query."""
        rows = [entry for entry in self.session.entries if self._fits(entry)]
        if [e.id for e in rows] == [e.id for e in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _fits(self, entry: Entry) -> bool:
        held = entry.scenario
        text = search_key(" ".join((held.name, held.note, day_text(held.date), *held.tags)))
        return all(word in text for word in search_key(self.query).split())

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        held = self.rows[index.row()].scenario
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return held.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<b>{escape(held.name)}</b><p>{escape(held.note)}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            verdict = headline_of(held, self.session.document.dataset)
            return f"{held.name}, {day_text(held.date)}, {verdict}"
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.renamed.emit(self.rows[index.row()].id, str(value))
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def paint_thumbnail(
    painter: QPainter,
    area: QRectF,
    scenario: Scenario,
    shares: list[tuple[int | None, int]],
    quota_share: float,
    theme: Theme,
) -> None:
    """The chamber as a small arc: a segment a coalition, as wide as its seats, and the line."""
    total = sum(seats for _, seats in shares) or 1
    radius = min(area.width() / 2, area.height()) * 0.8
    centre_y = area.bottom() - 3
    ring = QRectF(area.center().x() - radius, centre_y - radius, 2 * radius, 2 * radius)
    start = 180.0
    width = radius * 0.42
    for colour, seats in shares:
        sweep = 180.0 * seats / total
        pen = QPen(theme.coalition(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if colour is None:
            pen.setColor(mix(theme.panel, theme.unaligned, 0.45))
        painter.setPen(pen)
        gap = min(1.5, sweep / 3)
        painter.drawArc(ring, round((start - gap / 2) * 16), round(-(sweep - gap) * 16))
        start -= sweep
    turn = math.pi * quota_share
    painter.setPen(QPen(theme.text, 1.4))
    inner, outer = radius - width * 0.75, radius + width * 0.75
    cx = area.center().x()
    painter.drawLine(
        QPoint(round(cx - inner * math.cos(turn)), round(centre_y - inner * math.sin(turn))),
        QPoint(round(cx - outer * math.cos(turn)), round(centre_y - outer * math.sin(turn))),
    )


class _Delegate(QStyledItemDelegate):
    def __init__(self, panel: "ScenariosPanel") -> None:
        super().__init__(panel)
        self._panel = panel

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(180, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        panel, theme = self._panel, self._panel.theme
        model = index.model()
        assert isinstance(model, _Model)
        entry = model.rows[index.row()]
        session = panel.session
        scenario = session.document.scenario if entry.id == session.row else entry.scenario
        dataset = session.document.dataset
        chamber = dataset.chamber_of(scenario)
        rect = option.rect.adjusted(6, 2, -6, -2)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(Qt.PenStyle.NoPen)
        if entry.id == session.row:
            painter.setBrush(mix(theme.panel, theme.accent, 0.13))
            painter.drawRoundedRect(rect, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.field)
            painter.drawRoundedRect(rect, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 1))
            painter.drawRoundedRect(rect, 6, 6)
        totals = scenario.totals(chamber)
        ids = [c.id for c in scenario.coalitions]
        order = [*ids[:1], *ids[2:], None, *ids[1:2]]
        shares = [
            (scenario.coalition_by_id[c].colour if c else None, totals[c])
            for c in order
            if totals[c]
        ]
        picture = QRect(rect.left() + 4, rect.top() + 12, 48, 36)
        share = min(1.0, scenario.quota(chamber) / chamber.seats)
        paint_thumbnail(painter, QRectF(picture), scenario, shares, share, theme)
        text = QRect(picture.right() + 9, rect.top() + 5, rect.right() - picture.right() - 13, 18)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.muted)
        painter.setFont(font_px(11.5))
        star = " ●" if session.has_draft(entry.id) else ""
        day = day_text(scenario.date)
        if not session.built_in(entry):
            day += " · " + tr("mine")
        self._line(painter, text, day + star, align)
        painter.setPen(theme.text)
        painter.setFont(font_px(13, bold=True))
        # The date stands above: a name that begins with it need not say it twice.
        name = scenario.name.split(": ", 1)[-1] if session.built_in(entry) else scenario.name
        self._line(painter, text.translated(0, 17), name[:1].upper() + name[1:], align)
        reached = passes(scenario, dataset)
        painter.setPen(theme.good if reached else theme.bad)
        painter.setFont(font_px(12))
        self._line(painter, text.translated(0, 35), brief_headline(scenario, dataset), align)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str, align: Qt.AlignmentFlag) -> None:
        # Names of copies differ in their end.
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, align, elided)


class _List(QListView):
    delete_requested = Signal()
    open_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QListView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.delete_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)


class ScenariosPanel(QWidget):
    """Search field, list, and the things to do with scenarios."""

    context_requested = Signal(QPoint)
    duplicate_requested = Signal()
    new_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = LIGHT
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 2, 8, 8)
        layout.setSpacing(6)
        self.search = QLineEdit()
        self.search.setProperty("search", True)
        self.search.setPlaceholderText(tr("Search name, note, tag …"))
        self.search.setAccessibleName(tr("Search scenarios"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        layout.addWidget(self.search)
        self.model = _Model(session, self)
        self.model.renamed.connect(session.rename)
        self.list = _List()
        self.list.setObjectName("scenarioList")
        self.list.setAccessibleName(tr("Scenarios"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_context)
        self.list.clicked.connect(lambda index: session.open(self.model.rows[index.row()].id))
        self.list.open_requested.connect(self._open_current)
        self.list.delete_requested.connect(self.delete_current)
        layout.addWidget(self.list, 1)
        self._empty = QLabel()
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._empty)
        row = QHBoxLayout()
        for text, signal in (
            (tr("＋ New"), self.new_requested),
            (tr("⧉ Duplicate"), self.duplicate_requested),
        ):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        session.entries_changed.connect(self._on_entries)
        session.row_changed.connect(self._select_row)
        session.document.modified_changed.connect(self.list.viewport().update)
        session.document.committed.connect(self.list.viewport().update)
        self._on_entries()

    def sizeHint(self) -> QSize:
        return QSize(232, 480)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.theme = theme
        self.list.viewport().update()

    @property
    def current(self) -> int | None:
        """Id of the entry that has the focus, else of the one that is open."""
        index = self.list.currentIndex()
        if self.list.hasFocus() and index.isValid() and index.row() < len(self.model.rows):
            return self.model.rows[index.row()].id
        return self.session.row

    def rename_current(self) -> None:
        """Edit the current entry's name in place."""
        index = self.list.currentIndex()
        if index.isValid():
            self.list.setFocus()
            self.list.edit(index)

    def delete_current(self) -> None:
        """Delete the current entry; undo brings it back."""
        if self.current is not None:
            self.session.delete(self.current)

    def _on_context(self, place: QPoint) -> None:
        # What the menu does, it does to the scenario that is open.
        index = self.list.indexAt(place)
        if index.isValid():
            self.session.open(self.model.rows[index.row()].id)
        self.context_requested.emit(self.list.viewport().mapToGlobal(place))

    def _open_current(self) -> None:
        if self.current is not None:
            self.session.open(self.current)

    def _on_search(self, text: str) -> None:
        self.model.query = text
        self._on_entries()

    def _on_entries(self) -> None:
        self.model.load()
        self._select_row()
        self._empty.setVisible(not self.model.rows)
        if self.model.query:
            self._empty.setText(tr("Nothing found for “{query}”.", query=self.model.query))
        else:
            self._empty.setText(tr("No scenarios yet. New begins one."))

    def _select_row(self) -> None:
        if self.session.row is None:
            self.list.setCurrentIndex(QModelIndex())
            return
        for number, entry in enumerate(self.model.rows):
            if entry.id == self.session.row:
                self.list.setCurrentIndex(self.model.index(number))
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.list.viewport().update()
