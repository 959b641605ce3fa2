"""The steps of a story as cards: marked, put in another order by mouse and keyboard, deleted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Step, Story, misfits, scenario_of
from iraq_explorer.ui.palette import LIGHT, Theme, font_px, mix
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.words import brief_headline, day_text, tr

_ROW = 54
BELOW = Qt.ItemDataRole.UserRole
"""What stands below the title of a card."""
_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints items as cards: a title, a line below it, and their number if that counts."""

    def __init__(self, parent: QWidget, *, numbered: bool) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._numbered = numbered

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        card = index.flags() & Qt.ItemFlag.ItemIsSelectable
        return QSize(160, _ROW if card else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect, state = self.theme, option.rect.adjusted(4, 2, -4, -2), option.state
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            super().paint(painter, option, index)  # a heading
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        marked = bool(state & QStyle.StateFlag.State_Selected)
        painter.setBrush(mix(theme.panel, theme.accent, 0.13) if marked else theme.field)
        focused = marked and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.accent, 1) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 6, 6)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        number = QRect(rect.left(), rect.top(), 30, rect.height())
        aside = 32 if self._numbered else 10
        words = rect.adjusted(aside, 0, -8, 0)
        if right_to_left:
            number.moveRight(rect.right())
            words = rect.adjusted(8, 0, -aside, 0)
        if self._numbered:
            painter.setPen(theme.muted)
            painter.setFont(font_px(13, bold=True))
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        )
        align |= Qt.AlignmentFlag.AlignAbsolute
        upper = QRect(words.left(), words.top() + 6, words.width(), 19)
        painter.setPen(theme.text)
        painter.setFont(font_px(13, bold=True))
        self._line(painter, upper, str(index.data() or ""), align)
        painter.setPen(theme.muted)
        painter.setFont(font_px(11.5))
        self._line(painter, upper.translated(0, 20), str(index.data(BELOW) or ""), align)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str, align: Qt.AlignmentFlag) -> None:
        told = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, told)


class StoryCards(QListWidget):
    """A card for each step."""

    moved = Signal(int, int)
    """A card was put from one place to another."""
    delete_requested = Signal()
    edit_requested = Signal()
    undo_requested = Signal(bool)
    """Undo, or redo where it is false."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("storyCards")
        self.setAccessibleName(tr("Steps"))
        self.setAccessibleDescription(tr("Alt with Up or Down moves a step, Delete deletes it."))
        self._delegate = CardDelegate(self, numbered=True)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._press: QPoint | None = None
        self._fresh = True
        """Whether nobody has clicked here since the cards came up."""
        self._lifted: int | None = None
        self._gap: int | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._delegate.theme = theme
        self.viewport().update()

    def load(self, story: Story, dataset: Dataset, at: int) -> None:
        """Show the steps of a story, one of them marked."""
        self.blockSignals(True)
        while self.count() > len(story.steps):
            self.takeItem(self.count() - 1)
        while self.count() < len(story.steps):
            self.addItem(QListWidgetItem())
        for number, step in enumerate(story.steps):
            item = self.item(number)
            item.setText(step.title or tr("Without a title"))
            told = _told(step, dataset)
            item.setData(BELOW, told)
            item.setToolTip(plain_tip(f"{item.text()}\n{told}"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number + 1}. {step.title}, {told}")
        self.setCurrentRow(at)
        self.blockSignals(False)
        self.viewport().update()

    @property
    def full_height(self) -> int:
        """How high all cards are together."""
        return self.count() * _ROW + 2 * self.frameWidth()

    # -- another order ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if keys & Qt.KeyboardModifier.AltModifier and key in steps:
            self.moved.emit(self.currentRow(), self.currentRow() + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit()
        elif key == Qt.Key.Key_Escape and self._lifted is not None:
            self._end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fresh = True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fresh:
            # The second half of a double click that opened the story in the list.
            event.accept()
            return
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._fresh = False
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.position().toPoint()
            self._press = place if self.indexAt(place).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._press is None:
            return
        far = (place - self._press).manhattanLength() >= QApplication.startDragDistance()
        if self._lifted is None and far:
            self._lifted = self.indexAt(self._press).row()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._lifted is not None:
            self._gap = self._gap_at(place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted, gap = self._lifted, self._gap
        self._end()
        super().mouseReleaseEvent(event)
        if lifted is not None and gap is not None:
            self.moved.emit(lifted, gap if gap < lifted else gap - 1)

    def _end(self) -> None:
        self._press = self._lifted = self._gap = None
        self.unsetCursor()
        self.viewport().update()

    def _gap_at(self, place: QPoint) -> int:
        for row in range(self.count()):
            if place.y() < self.visualItemRect(self.item(row)).center().y():
                return row
        return self.count()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None or not self.count():
            return
        last = self.visualItemRect(self.item(min(self._gap, self.count() - 1)))
        y = last.top() if self._gap < self.count() else last.bottom()
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(self._delegate.theme.accent, 3))
            painter.drawLine(last.left() + 6, y, last.right() - 6, y)


def _told(step: Step, dataset: Dataset) -> str:
    """What a card says below the title of its step."""
    for _, problem in misfits(step, dataset):
        return tr("cannot be shown: {problem}", problem=problem)
    scenario = scenario_of(step, dataset)
    told = f"{day_text(scenario.date)} · {brief_headline(scenario, dataset)}"
    return f"{told} · ?" if step.question else told
