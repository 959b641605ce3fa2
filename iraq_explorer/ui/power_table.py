"""The table of power, and beside each player the bars of its seats and its power."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.power_bars import PowerBars, PowerLegend
from iraq_explorer.ui.power_rows import Column, Index, PowerModel, PowerRow
from iraq_explorer.ui.words import tr

_NAME_WIDTH = 84
_LEAST_ROWS = 6
_LEAST_BARS = 86


class _Cell(QStyledItemDelegate):
    """Marks the cell that has the keyboard by a line, and leaves its text where it is."""

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self.theme = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if here:
            painter.setPen(self.theme.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


class PowerTable(QTableView):
    """Shows the rows; choosing some chooses their players, clicking a number explains it."""

    chosen = Signal(tuple)
    """The ids of the players whose rows the user chose."""
    explain_requested = Signal(str)
    """Id of the player whose number the user wants to have explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PowerModel(self)
        self.setModel(self.rows)
        self._cell = _Cell(self)
        self.setItemDelegate(self._cell)
        self._following, self._settled = False, True
        self.setObjectName("powerTable")
        self.setAccessibleName(tr("Power of each player"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(font(8.5))
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)  # an arrow in the heading: Qt's lies over the words
        self.sortByColumn(Column.SEATS, Qt.SortOrder.DescendingOrder)
        self.setColumnHidden(Column.KEPT, True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._name_width = _NAME_WIDTH
        self.bars = PowerBars(self.viewport())
        self.legend = PowerLegend(header.viewport())
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.modelReset.connect(self._on_order)
        self._measure()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.rows.theme = self._cell.theme = theme
        style = (
            f"QTableView {{ background: {theme.panel.name()}; border: none; outline: none;"
            f" selection-background-color: {theme.wash(theme.accent, 0.16).name()};"
            f" selection-color: {theme.text.name()}; }}"
            f"QTableView::item {{ padding: 0 1px; }}"
            f"QHeaderView {{ background: {theme.panel.name()}; }}"
            f"QHeaderView::section {{ background: {theme.panel.name()}; border: none;"
            f" color: {theme.muted.name()}; padding: 3px 2px; }}"
            f"QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 8px; height: 8px; }}"
        )
        self.setStyleSheet(style)
        self.bars.set_theme(theme)
        self.legend.set_theme(theme)
        self._measure()

    def show_rows(self, rows: Sequence[PowerRow], *, kept: bool, animated: bool) -> None:
        """Show other numbers; ``kept`` tells whether those under red lines are shown too.

        The rows that were chosen stay so.
        """
        chosen, current = self.chosen_ids(), self.current_id()
        hidden = self.isColumnHidden(Column.KEPT)
        if hidden is kept:
            self.setColumnHidden(Column.KEPT, not kept)
        self._settled = False
        changed = self.rows.show_rows(rows)
        self._settled = True
        if changed:
            self.choose(chosen, current)
        if changed or hidden is kept:
            self._measure()
        self.bars.show_rows(self.rows.rows, kept=kept, animated=animated)
        self.legend.show_kept(kept)

    def chosen_ids(self) -> tuple[str, ...]:
        """The players whose rows are chosen."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return tuple(self.rows.rows[row].player.id for row in sorted(rows))

    def current_id(self) -> str | None:
        """The player whose row has the keyboard."""
        row = self.currentIndex().row()
        return self.rows.rows[row].player.id if 0 <= row < len(self.rows.rows) else None

    def choose(self, players: Sequence[str], current: str | None = None) -> None:
        """Choose the rows of players without telling anybody."""
        picked = QItemSelection()
        here = QModelIndex()
        for number, row in enumerate(self.rows.rows):
            first, last = self.rows.index(number, 0), self.rows.index(number, len(Column) - 1)
            if row.player.id in players:
                picked.select(first, last)
            if row.player.id == (current or next(iter(players), None)):
                here = self.rows.index(number, Column.POWER)
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        if here.isValid():
            self.selectionModel().setCurrentIndex(here, flags.NoUpdate)
        self.selectionModel().select(picked, flags.ClearAndSelect)
        self._following = False

    def _on_selection(self, *_: object) -> None:
        if not self._following:
            self.chosen.emit(self.chosen_ids())

    def _on_order(self) -> None:
        """The user sorted anew: the bars stand beside their players again."""
        if self._settled:
            kept = not self.isColumnHidden(Column.KEPT)
            self.bars.show_rows(self.rows.rows, kept=kept, animated=False)

    # -- mouse and keys ----------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is Qt.MouseButton.LeftButton and index.column() == Column.POWER and plain:
            self._explain(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).column() == Column.POWER
        hand = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():  # Enter explains a number, so that is where to be
            here = self.rows.index(0, Column.POWER)
            no_row = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(here, no_row)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explain(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _explain(self, row: int) -> None:
        if 0 <= row < len(self.rows.rows) and self.rows.rows[row].share is not None:
            self.explain_requested.emit(self.rows.rows[row].player.id)

    # -- widths ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 7)
        head = self.horizontalHeader().fontMetrics()
        share = metrics.horizontalAdvance("88.88%")
        widths = {
            Column.SEATS: max(
                metrics.horizontalAdvance("888"), head.horizontalAdvance(tr("Seats") + "▾")
            ),
            Column.POWER: max(share, head.horizontalAdvance(tr("Power") + "▾")),
            Column.KEPT: max(share, head.horizontalAdvance(tr("Red lines") + "▾")),
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width + 9)
        longest = max(
            (metrics.horizontalAdvance(row.player.name) for row in self.rows.rows), default=0
        )
        self._name_width = max(_NAME_WIDTH, longest + 9)
        self.updateGeometry()
        self._share_out()

    def _numbers(self) -> int:
        columns = (Column.SEATS, Column.POWER, Column.KEPT)
        return sum(self.columnWidth(c) for c in columns if not self.isColumnHidden(c))

    def _share_out(self) -> None:
        room = self.viewport().width()
        kept = not self.isColumnHidden(Column.KEPT)
        bars = max(room * 3 // 10 if not kept else room // 5, _LEAST_BARS // (1 + kept))
        name = max(40, min(self._name_width, room - self._numbers() - bars))
        self.setColumnWidth(Column.NAME, name)
        self.setColumnWidth(Column.BARS, max(0, room - self._numbers() - name))
        self._place_bars()

    def _place_bars(self) -> None:
        left = self.columnViewportPosition(Column.BARS)
        wide, row = self.columnWidth(Column.BARS), self.verticalHeader().defaultSectionSize()
        top = -self.verticalScrollBar().value()
        self.bars.set_row_height(row)
        self.bars.setGeometry(left, top, wide, row * max(1, len(self.rows.rows)))
        self.legend.setGeometry(left, 0, wide, self.horizontalHeader().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_bars()

    def sizeHint(self) -> QSize:
        return QSize(300, self._height_of(min(_LEAST_ROWS, max(1, len(self.rows.rows)))))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self._height_of(3))

    def _height_of(self, rows: int) -> int:
        head = self.horizontalHeader().sizeHint().height()
        return head + rows * self.verticalHeader().defaultSectionSize() + 2
