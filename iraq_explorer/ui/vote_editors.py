"""The fields in which a cell of the vote is changed: a choice of stances, or a number."""

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from iraq_explorer.core.roll_call import Amount, Stance
from iraq_explorer.core.trial_vote import in_unit
from iraq_explorer.ui.palette import LIGHT
from iraq_explorer.ui.vote_model import STANCES, Column, Index, VoteModel, amount_of
from iraq_explorer.ui.vote_words import stance_name
from iraq_explorer.ui.words import tr


class AmountBox(QSpinBox):
    """A part of a bloc, in per cent or in heads; the keys % and H change from one to the other."""

    stepped = Signal(object)
    """The amount that stands in it."""

    def __init__(self, of: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of = of
        self._percent = True
        self.setFrame(False)
        self.setToolTip(tr("Type % for per cent, H for heads"))
        self.setKeyboardTracking(True)
        self.valueChanged.connect(lambda _: self.stepped.emit(self.amount))

    @property
    def amount(self) -> Amount:
        """What stands in it."""
        return Amount(self.value(), self._percent)

    def show_amount(self, amount: Amount) -> None:
        """Show an amount in its unit."""
        before = self.blockSignals(True)
        self._percent = amount.percent
        # The suffix belongs to the number: it is told apart by how it reads, not by its place.
        self.setSuffix(tr(" %") if amount.percent else tr(" of {all}", all=self._of))
        self.setRange(0, 100 if amount.percent else self._of)
        self.setValue(min(amount.value, self.maximum()))
        self.blockSignals(before)

    def take_unit(self, *, percent: bool) -> None:
        """Count in the other unit."""
        if percent != self._percent:
            self.show_amount(in_unit(self.amount, self._of, percent=percent))
            self.selectAll()
            self.stepped.emit(self.amount)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().lower()
        if key in ("%", "٪", "h") and key:
            self.take_unit(percent=key != "h")
            return
        super().keyPressEvent(event)


class VoteDelegate(QStyledItemDelegate):
    """Makes the editors of the table and marks the cell that has the keyboard."""

    stepped = Signal(object, object)
    """An index, and the stance or amount that is being chosen for it."""
    taken = Signal(object, object)
    """An index, and what was chosen for it."""

    def __init__(self, model: VoteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = LIGHT
        self.typed = ""
        """A figure typed into the cell, with which the field begins."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        bloc, column = self._model.blocs[index.row()], index.column()
        heading = self._model.headerData(column, Qt.Orientation.Horizontal)
        name = tr("{bloc}: {what}", bloc=bloc.name.label, what=heading)
        if column in STANCES:
            choice = QComboBox(parent)
            for stance in Stance:
                choice.addItem(stance_name(stance), stance)
            choice.setAccessibleName(name)
            choice.activated.connect(lambda _: self._finish(choice))
            QTimer.singleShot(0, choice, choice.showPopup)
            return choice
        conduct = self._model.conduct(index.row())
        of = bloc.seats
        if column == Column.COHESION:
            of = conduct.attendance.heads(bloc.seats)
        box = AmountBox(of, parent)
        box.setAccessibleName(name)
        place = index.model().index(index.row(), column)
        box.stepped.connect(lambda amount: self.stepped.emit(place, amount))
        return box

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        conduct = self._model.conduct(index.row())
        if isinstance(editor, QComboBox):
            stance = conduct.stance if index.column() == Column.STANCE else conduct.dissent
            editor.setCurrentIndex(editor.findData(stance))
        elif isinstance(editor, AmountBox):
            amount = amount_of(conduct, index.column())
            if amount != editor.amount or not editor.suffix():
                editor.show_amount(amount)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            self.taken.emit(index, Stance(editor.currentData()))
        elif isinstance(editor, AmountBox):
            editor.interpretText()
            self.taken.emit(index, editor.amount)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        # A number with its unit and arrows may be wider than its column.
        rect = option.rect
        wide = max(rect.width(), editor.sizeHint().width())
        if option.direction is Qt.LayoutDirection.RightToLeft:
            rect.setRight(rect.left() + wide - 1)
        else:
            rect.setLeft(max(0, rect.right() - wide + 1))
        editor.setGeometry(rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if here:
            painter.setPen(self.theme.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
