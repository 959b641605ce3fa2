"""The fields in which a cell of a dataset is typed, with what it could name as completion."""

from collections.abc import Mapping
from unicodedata import bidirectional

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from iraq_explorer.storage.dataset_columns import Column, Kind
from iraq_explorer.storage.dataset_draft import Row
from iraq_explorer.storage.draft_rename import references
from iraq_explorer.ui.dataset_model import DraftModel, label_of
from iraq_explorer.ui.dataset_tables import column_title
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_BETWEEN = "  –  "
_PROSE = QSize(420, 96)


class _Completer(QCompleter):
    """Offers ids with what they mean and puts in the id alone, after those that are there."""

    def __init__(self, offers: list[str], parent: QObject, *, several: bool) -> None:
        super().__init__(parent)
        self._several = several
        self._before = ""
        self.setModel(QStringListModel(offers, self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(12)

    def splitPath(self, path: str) -> list[str]:
        before, between, last = path.rpartition(";") if self._several else ("", "", path)
        self._before = f"{before}{between} " if between else ""
        return [last.strip()]

    def pathFromIndex(self, index: Index) -> str:
        offered = str(index.data() or "")
        return self._before + offered.partition(_BETWEEN)[0]


class CellLine(QLineEdit):
    """One line. Enter keeps what stands in it, Esc leaves the cell as it was."""

    kept = Signal()

    def offer(self, offers: list[str], *, several: bool) -> None:
        """Offer texts while something is typed; all of them where nothing is."""
        completer = _Completer(offers, self, several=several)
        self.setCompleter(completer)
        if not several:
            # After the field has it.
            completer.activated.connect(lambda _: QTimer.singleShot(0, self, self.kept.emit))
        wide = max((self.fontMetrics().horizontalAdvance(text) for text in offers[:400]), default=0)
        popup = completer.popup()
        assert popup is not None  # the completer makes it
        popup.setMinimumWidth(min(520, wide + 40))
        popup.setStyleSheet("QListView { border: 1px solid palette(mid); padding: 3px; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        completer = self.completer()
        popup = completer.popup() if completer else None
        offering = popup is not None and popup.isVisible()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if popup is not None and offering:
                if popup.currentIndex().isValid():
                    event.ignore()  # the offer is taken by the completer, which asked here first
                    return
                popup.hide()
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Down and completer and not offering:
            completer.setCompletionPrefix("")
            completer.complete()
        else:
            super().keyPressEvent(event)


class CellProse(QPlainTextEdit):
    """Sentences. Enter keeps them, Shift+Enter begins a new line."""

    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setToolTip(tr("Enter keeps it, Shift+Enter begins a new line, Esc goes back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.kept.emit()
            return
        super().keyPressEvent(event)


class CellFields(QStyledItemDelegate):
    """Makes the field for a cell, and draws cells with their marks."""

    taken = Signal(object, str)
    """An index, and the text that shall stand there."""
    left = Signal(int, int)
    """Rows and columns to go on by after a field is closed."""

    def __init__(self, model: DraftModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.theme: Theme = LIGHT

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        field: CellLine | CellProse
        if column.kind is Kind.PROSE:
            field = CellProse(parent)
        else:
            field = CellLine(parent)
            offers = self._offers(column, self._model.rows[self._model.number(index.row())])
            if offers:
                field.offer(offers, several=column.kind is Kind.TEXTS)
            if column.kind is Kind.DATE:
                field.setPlaceholderText(tr("2010-03-07"))
        field.setAccessibleName(column_title(column))
        field.kept.connect(lambda: self._keep(field))
        return field

    def _offers(self, column: Column, row: Row) -> list[str]:
        if column.choices:
            return list(column.choices)
        if not column.tables:
            return []
        document, grid = self._model.document, self._model.grid
        if grid is not None and grid.row is not None:
            row = document.draft.tables[grid.table][grid.row]
        known: Mapping[str, Row] = references(document.draft, column, row)
        return [
            f"{identity}{_BETWEEN}{label}" if (label := label_of(held)) != identity else identity
            for identity, held in known.items()
        ]

    def _keep(self, field: QWidget) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(1, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab keeps what is typed and goes on in the row; the next field opens when it is typed in.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(0, step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return False  # the field itself knows what Enter means
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Qt asks again whenever a mark comes or goes; what is being typed stays.
        if editor.property("begun"):
            return
        editor.setProperty("begun", True)
        text = self._model.text(index.row(), index.column())
        if isinstance(editor, CellLine):
            editor.setText(text)
            editor.selectAll()
        elif isinstance(editor, CellProse):
            editor.setPlainText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellLine):
            self.taken.emit(index, editor.text())
        elif isinstance(editor, CellProse):
            self.taken.emit(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        within = editor.parentWidget()
        rect, room = QRect(option.rect), within.rect() if within else QRect(option.rect)
        if isinstance(editor, CellProse):
            rect.setSize(rect.size().expandedTo(_PROSE).boundedTo(room.size()))
        else:
            rect.setWidth(max(rect.width(), 120))
            rect.setHeight(max(rect.height(), editor.sizeHint().height()))
        # Within the table, wherever the cell is.
        rect.moveRight(min(rect.right(), room.right()))
        rect.moveBottom(min(rect.bottom(), room.bottom()))
        rect.moveLeft(max(rect.left(), room.left()))
        rect.moveTop(max(rect.top(), room.top()))
        editor.setGeometry(rect)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        # Each text runs as its letters do, and Arabic begins at the right as in its own books.
        direction = _direction(str(option.text))
        if direction is not None:
            option.direction = direction

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if here:
            painter.setPen(self.theme.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _direction(text: str) -> Qt.LayoutDirection | None:
    """How a text runs: as its first letter does; ``None`` where it has none."""
    for letter in text[:80]:
        match bidirectional(letter):
            case "R" | "AL":
                return Qt.LayoutDirection.RightToLeft
            case "L":
                return Qt.LayoutDirection.LeftToRight
            case _:
                pass
    return None
