"""The rows of a draft as a table: in the order of the file, sorted or searched without a change."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from iraq_explorer.storage.dataset_columns import Column, Kind, text_of
from iraq_explorer.storage.dataset_draft import Grid, Row, Rows, columns_in
from iraq_explorer.storage.draft_findings import Finding
from iraq_explorer.ui.dataset_tables import column_tip, column_title
from iraq_explorer.ui.draft_document import DraftDocument
from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.red_line_mark import MARK, paint_mark
from iraq_explorer.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ANY = Column("")
_CHOSEN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_TYPED = _CHOSEN | Qt.ItemFlag.ItemIsEditable
_LONGEST = 240
"""Characters of a text that are drawn in a cell."""


class DraftModel(QAbstractTableModel):
    """Shows the rows of one grid of the document; changes go through the document."""

    def __init__(
        self, document: DraftDocument, grid: Grid | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.grid = grid
        self.rows: Rows = ()
        self.columns: tuple[Column, ...] = ()
        self._order: list[int] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._searched = ""
        self._texts: dict[int, tuple[Row, str]] = {}
        self._theme = LIGHT
        self._mark = QIcon()
        self.set_theme(LIGHT)
        self._read()
        document.changed.connect(self._on_changed)
        document.checked.connect(self._on_checked)

    def set_theme(self, theme: Theme) -> None:
        """Draw marks in another appearance."""
        self._theme = theme
        self._mark = mark_icon(theme)
        self._on_checked()

    def set_grid(self, grid: Grid | None) -> None:
        """Show other rows."""
        if grid == self.grid:
            return
        self.beginResetModel()
        self.grid = grid
        self._order = self._sorted = None
        self._read()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only rows with a text in them; all of them where it is empty."""
        self._searched = text.strip().casefold()
        if not self._searched:
            self._texts.clear()
        self._arrange()

    @property
    def arranged(self) -> bool:
        """Whether other rows than those of the file are shown, or in another order."""
        return self._order is not None

    @property
    def order(self) -> tuple[int, ...] | None:
        """The row of each line; ``None`` where that is the same."""
        return None if self._order is None else tuple(self._order)

    def number(self, line: int) -> int:
        """The row of the draft that a line of the table shows."""
        return line if self._order is None else self._order[line]

    def line_of(self, number: int) -> int | None:
        """The line that shows a row of the draft."""
        if self._order is None:
            return number if number < len(self.rows) else None
        return self._order.index(number) if number in self._order else None

    def column_of(self, field: str) -> int | None:
        """The number of a column."""
        return next((n for n, column in enumerate(self.columns) if column.field == field), None)

    def text(self, line: int, column: int) -> str:
        """What stands in a cell, as it is typed and copied."""
        held = self.columns[column]
        return text_of(held, self.rows[self.number(line)].get(held.field))

    def findings(self, line: int, column: int) -> tuple[Finding, ...]:
        """What is wrong with a cell."""
        return self._findings(self.number(line), self.columns[column].field)

    # -- following the document --------------------------------------------------------------

    def _read(self) -> None:
        grid = self.grid
        self.rows = self.document.draft.rows(grid) if grid else ()
        self.columns = columns_in(grid, self.rows) if grid else ()

    def _on_changed(self) -> None:
        before, grid = self.rows, self.grid
        if grid is None:
            return
        there = grid.row is None or grid.row < len(self.document.draft.tables[grid.table])
        after = self.document.draft.rows(grid) if there else ()
        first, last = _differing(before, after)
        more = len(after) - len(before)
        if first == last and not more:
            return
        known = {column.field for column in self.columns}
        strange = any(field not in known for row in after[first : last + more] for field in row)
        if self._order is not None or strange or (more and first != last and last + more != first):
            self.beginResetModel()
            self.rows = after
            if strange:
                self.columns = columns_in(grid, after)
            self._order = self._kept_order(first, more)
            self.endResetModel()
        elif more > 0:
            self.beginInsertRows(_NOWHERE, last, last + more - 1)
            self.rows = after
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(_NOWHERE, first, first - more - 1)
            self.rows = after
            self.endRemoveRows()
        else:
            self.rows = after
            self.dataChanged.emit(self.index(first, 0), self.index(last - 1, len(self.columns) - 1))

    def _kept_order(self, first: int, more: int) -> list[int] | None:
        """The order as it is, with rows that came where their neighbour is."""
        if self._order is None or not more:
            return self._order
        if more < 0:
            return self._arranged()
        order = [n if n < first else n + more for n in self._order]
        at = order.index(first - 1) + 1 if first - 1 in order else len(order)
        return [*order[:at], *range(first, first + more), *order[at:]]

    def _on_checked(self) -> None:
        if self.rows:
            end = self.index(len(self.rows if self._order is None else self._order) - 1,
                             len(self.columns) - 1)  # fmt: skip
            self.dataChanged.emit(self.index(0, 0), end)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, end.row())

    # -- order -------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self._arrange()

    def _arrange(self) -> None:
        order = self._arranged()
        if order == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        numbers = [(self.number(index.row()), index.column()) for index in old]
        self._order = order
        places = {n: line for line, n in enumerate(order)} if order is not None else None
        fresh = []
        for number, column in numbers:
            line = number if places is None else places.get(number)
            fresh.append(_NOWHERE if line is None else self.index(line, column))
        self.changePersistentIndexList(old, fresh)
        self.layoutChanged.emit()

    def _arranged(self) -> list[int] | None:
        if self._sorted is None and not self._searched:
            return None
        order: Iterable[int] = range(len(self.rows))
        if self._searched:
            order = [n for n in order if self._searched in self._text_of(self.rows[n])]
        if self._sorted is not None:
            column, way = self._sorted
            held = self.columns[column]
            down = way == Qt.SortOrder.DescendingOrder
            filled = [n for n in order if text_of(held, self.rows[n].get(held.field))]
            rest = [n for n in order if not text_of(held, self.rows[n].get(held.field))]
            # What is empty stands last either way.
            return [*sorted(filled, key=lambda n: _rank(held, self.rows[n]), reverse=down), *rest]
        return list(order)

    def _text_of(self, row: Row) -> str:
        """All that stands in a row, for the search; kept as long as the row is there."""
        held = self._texts.get(id(row))
        if held is None or held[0] is not row:
            held = self._texts[id(row)] = (row, _all_text(row))
        return held[1]

    # -- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self.rows) if self._order is None else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.holds_records(index.column()):
            return _TYPED
        return _CHOSEN

    def holds_records(self, column: int) -> bool:
        """Whether a column is edited in a table of its own."""
        return self.columns[column].kind is Kind.RECORDS

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way is Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            title = column_title(column)
            return tr("{title} *", title=title) if column.required else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column_tip(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def _row_header(self, line: int, role: int) -> object:
        if self.grid is None or not 0 <= line < self.rowCount():
            return None
        number = self.number(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number + 1)
        wrong = (
            self.document.findings.rows.get((self.grid.table, number), 0)
            if self.grid.row is None
            else 0
        )
        if wrong and role == Qt.ItemDataRole.DecorationRole:
            return self._mark
        if role == Qt.ItemDataRole.ToolTipRole and wrong:
            own = self._findings(number, "")
            return "\n".join(f.message for f in own) or tr("{count} problems here", count=wrong)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        column = self.columns[index.column()]
        number = self.number(index.row())
        row = self.rows[number]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(column, row.get(column.field))
            case Qt.ItemDataRole.EditRole:
                return text_of(column, row.get(column.field))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.DecorationRole:
                return self._mark if self._findings(number, column.field) else None
            case Qt.ItemDataRole.BackgroundRole:
                wrong = self._findings(number, column.field)
                return mix(self._theme.panel, self._theme.bad, 0.13) if wrong else None
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(column, number, row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(column, number, row)
            case _:
                return None

    def _findings(self, number: int, field: str) -> tuple[Finding, ...]:
        grid, found = self.grid, self.document.findings.by_cell
        if grid is None:
            return ()
        if grid.row is None:
            return found.get((grid.table, number, field), ())
        held = found.get((grid.table, grid.row, grid.field), ())
        return tuple(f for f in held if f.part == number and f.part_field == field)

    def _tip(self, column: Column, number: int, row: Row) -> str:
        lines = [f"<b>{escape(f.message)}</b>" for f in self._findings(number, column.field)]
        text = text_of(column, row.get(column.field))
        names = self._names(column, row.get(column.field))
        lines += [escape(names)] if names else []
        if len(text) > 24:
            lines.append(escape(text[:2000]).replace("\n", "<br>"))
        # Never the text itself: Qt would take what looks like HTML for HTML.
        return f"<qt>{'<br>'.join(lines)}</qt>" if lines else ""

    def _names(self, column: Column, value: object) -> str:
        """What the records are called that a cell names."""
        if not column.tables:
            return ""
        known = self.document.named(*column.tables)
        ids = value if isinstance(value, list) else [value]
        rows = [known[i] for i in ids if isinstance(i, str) and i in known]
        return ", ".join(label_of(row) for row in rows[:12])

    def _told(self, column: Column, number: int, row: Row) -> str:
        text = _shown(column, row.get(column.field)) or tr("empty")
        told = tr("{title}: {text}", title=column_title(column), text=text)
        wrong = [finding.message for finding in self._findings(number, column.field)]
        return (
            tr("{cell}. Problem: {message}", cell=told, message="; ".join(wrong)) if wrong else told
        )


def label_of(row: Row) -> str:
    """What a record is called."""
    for field in ("name.en", "name", "title", "statement", "id"):
        text = row.get(field)
        if isinstance(text, str) and text:
            return text
    return ""


def mark_icon(theme: Theme) -> QIcon:
    """The mark of what is wrong."""
    pixmap = QPixmap(int(MARK * 2), int(MARK * 2))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, pixmap.rect().topLeft().toPointF(), theme)
    return QIcon(pixmap)


def _differing(before: Sequence[Row], after: Sequence[Row]) -> tuple[int, int]:
    """The rows of ``before`` from the first to before the last that are others in ``after``."""
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] is not after[n]), most)
    same = 0
    while same < most - first and before[-1 - same] is after[-1 - same]:
        same += 1
    return first, len(before) - same


def _shown(column: Column, value: object) -> str:
    if column.kind is Kind.RECORDS and isinstance(value, list):
        text = " · ".join(_brief(column, held) for held in value[:20])
    else:
        text = text_of(column, value)
    return text[:_LONGEST].replace("\n", " ")


def _brief(column: Column, record: object) -> str:
    """A record of a cell in a few words."""
    if not isinstance(record, dict):
        return str(record)
    short = (part for part in column.parts if part.kind is not Kind.PROSE)
    return " ".join(filter(None, (text_of(part, record.get(part.field)) for part in short)))


def _side(column: Column) -> Qt.AlignmentFlag:
    far = column.kind is Kind.NUMBER
    side = Qt.AlignmentFlag.AlignTrailing if far else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


def _all_text(row: Row) -> str:
    texts: list[str] = []
    for held in row.values():
        if type(held) is str:
            texts.append(held)
        elif type(held) is int:
            texts.append(str(held))
        else:
            texts.append(text_of(_ANY, held))
    return "\n".join(texts).casefold()


def _rank(column: Column, row: Row) -> tuple[float, str]:
    value = row.get(column.field)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (float(max(-1e18, min(1e18, value))), "")
    # Texts in a column of numbers stand after the numbers.
    return (float("inf"), text_of(column, value).casefold())
