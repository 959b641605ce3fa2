"""A list of things to try out: each with a title, a figure and what is to be said of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.trial import Attempt, RowTrial, Trial
from iraq_explorer.ui.words import tr

_Index = QModelIndex | QPersistentModelIndex
_FEW = 5
_PAD, _GAP = 8, 4
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Choice:
    """One row."""

    key: str
    title: str
    figure: str = ""
    """What stands at the end of the first line, such as a number of seats."""
    good: bool | None = None
    """Whether the figure is good or bad news; ``None`` where it is neither."""
    about: str = ""
    warning: str = ""
    """What speaks against it, told by a sign and in a colour of its own."""
    tip: str = ""
    """What is to be said beyond that."""
    make: Callable[[], Attempt | None] = field(default=lambda: None, compare=False)
    """Makes the scenario that is tried out."""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(filter(None, (self.title, self.figure, self.about, self.warning)))


class _Choices(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Choice, ...] = ()

    def fill(self, rows: tuple[Choice, ...]) -> None:
        if rows == self.rows:
            self.rows = rows  # they look the same and make scenarios from what is now
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        choice = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return choice.spoken
        return None


class _Rows(QStyledItemDelegate):
    """Draws a choice as a card: bold title and figure, then smaller lines that wrap."""

    def __init__(self, view: "_List") -> None:
        super().__init__(view)
        self._view = view

    def _fonts(self) -> tuple[QFont, QFont]:
        bold, small = QFont(self._view.font()), QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * 0.92)
        return bold, small

    def _areas(self, choice: Choice, width: int) -> list[QRect]:
        """Title, figure, about and warning in a card of that width, from the left."""
        bold, small = map(QFontMetrics, self._fonts())
        room = max(40, width - 2 * _PAD)
        figure = bold.horizontalAdvance(choice.figure) + 2 if choice.figure else 0
        title = bold.boundingRect(QRect(0, 0, room - figure - 8, 2000), _WRAP, choice.title)
        top, height = _PAD - 2, max(bold.height(), title.height())
        areas = [
            QRect(_PAD, top, room - figure - 8, height),
            QRect(_PAD + room - figure, top, figure, bold.height()),
        ]
        top += height + 1
        for text in (choice.about, "⚠ " + choice.warning if choice.warning else ""):
            height = small.boundingRect(QRect(0, 0, room, 2000), _WRAP, text).height()
            areas.append(QRect(_PAD, top, room, height if text else 0))
            top += areas[-1].height()
        return areas

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        assert isinstance(model, _Choices)
        width = self._view.viewport().width()
        last = self._areas(model.rows[index.row()], width)[-1]
        return QSize(width, last.top() + last.height() + _PAD - 2 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, theme = index.model(), self._view.theme
        assert isinstance(model, _Choices)
        choice = model.rows[index.row()]
        card = option.rect.adjusted(0, 0, -1, -_GAP)
        tried = self._view.trial.tries(choice.key)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Each text runs as its own letters do, whichever way the window runs.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.field if not hovered else mix(theme.field, theme.accent, 0.08)
        painter.setBrush(mix(theme.panel, theme.accent, 0.16) if tried else ground)
        if tried or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 1.4))
        painter.drawRoundedRect(card.toRectF().adjusted(0.7, 0.7, -0.7, -0.7), 5, 5)
        bold, small = self._fonts()
        good = theme.good if choice.good else theme.bad
        texts = (
            (choice.title, bold, theme.text),
            (choice.figure, bold, theme.text if choice.good is None else good),
            (choice.about, small, theme.muted),
            ("⚠ " + choice.warning if choice.warning else "", small, theme.bad),
        )
        flags = _WRAP | Qt.AlignmentFlag.AlignTop
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        areas = self._areas(choice, option.rect.width())
        for area, (text, font, colour) in zip(areas, texts, strict=True):
            place = area.translated(option.rect.topLeft())
            place = QStyle.visualRect(option.direction, option.rect, place)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(place, flags | near | Qt.AlignmentFlag.AlignAbsolute, text)
        painter.restore()


class _List(QListView):
    """As high as its rows, so that the panel scrolls as one."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self.trial, self.theme = trial, LIGHT
        self.choices = _Choices(self)
        self.setModel(self.choices)
        self.setItemDelegate(_Rows(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Take the height of the rows."""
        self.scheduleDelayedItemsLayout()
        rows = range(self.choices.rowCount())
        height = sum(self.sizeHintForIndex(self.choices.index(row)).height() for row in rows)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.choices.rows:
            index = self.choices.index(0)
            command = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, command)


class ChoiceList(QWidget):
    """The list, and below it a link that shows the rest of a long one."""

    def __init__(self, trial: Trial, name: str, few: int = _FEW) -> None:
        super().__init__()
        self._few, self._all = few, False
        self._choices: tuple[Choice, ...] = ()
        self.list = _List(trial)
        self.list.setAccessibleName(name)
        self.more = QPushButton()
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._toggle)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.list)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        RowTrial(
            self.list,
            trial,
            lambda index: self.list.choices.rows[index.row()].key,
            lambda index: self.list.choices.rows[index.row()].make(),
        )
        self.fill(())

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All that there is to choose from, shown or not."""
        return self._choices

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.list.theme = theme
        self.list.viewport().update()

    def fill(self, choices: Sequence[Choice]) -> None:
        """Offer other things."""
        self._choices = tuple(choices)
        shown = self._choices if self._all else self._choices[: self._few]
        focused = self.list.currentIndex().row()
        changed = shown != self.list.choices.rows
        self.list.choices.fill(shown)
        rest = len(self._choices) - self._few
        self.more.setVisible(rest > 0)
        self.more.setText(tr("Show fewer") if self._all else tr("Show {count} more", count=rest))
        self.setVisible(bool(shown))
        if changed:
            self.list.fit()
            if 0 <= focused < len(shown) and self.list.hasFocus():
                command = self.list.selectionModel().SelectionFlag.NoUpdate
                index = self.list.choices.index(focused)
                self.list.selectionModel().setCurrentIndex(index, command)

    def _toggle(self) -> None:
        self._all = not self._all
        self.fill(self._choices)
