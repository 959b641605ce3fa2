"""The panel of stories: the list of them, and the steps of the one that is open."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.story import Story
from iraq_explorer.storage.story_shelf import StoryEntry
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.story_cards import BELOW, CardDelegate, StoryCards
from iraq_explorer.ui.story_desk import StoryDesk
from iraq_explorer.ui.story_fields import StepFields
from iraq_explorer.ui.words import tr

_HELD = Qt.ItemDataRole.UserRole + 1
_LEAST = 110
"""Pixels that the cards have also where there are one or none."""


class _List(QListWidget):
    open_requested = Signal()
    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)


class StoriesPanel(QWidget):
    """Stories are opened, made from the view, put in order, and exported."""

    present_requested = Signal()

    def __init__(self, desk: StoryDesk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("storiesPanel")
        self._pages = QStackedWidget()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 2, 8, 8)
        rows.addWidget(self._pages)
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self._story_page())
        desk.entries_changed.connect(self._load_list)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._load_story)
        desk.marked.connect(self._load_story)
        desk.steps_changed.connect(self._load_undo)
        for part in self.findChildren(QWidget):
            part.installEventFilter(self)
        self._load_list()
        self._on_opened()

    def sizeHint(self) -> QSize:
        return QSize(252, 480)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.cards.set_theme(theme)
        self._delegate.theme = theme
        self.list.viewport().update()

    def focusInEvent(self, event: object) -> None:
        (self.list if self.desk.story is None else self.cards).setFocus()

    # -- the list --------------------------------------------------------------------------

    def _list_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        self.list = _List()
        self.list.setObjectName("storyList")
        self.list.setAccessibleName(tr("Stories"))
        self._delegate = CardDelegate(self.list, numbered=False)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self._open_current())
        self.list.open_requested.connect(self._open_current)
        self.list.delete_requested.connect(self._delete_current)
        self.none_yet = QLabel(
            tr(
                "No stories yet. A story tells something in steps, each with a scenario, a text "
                "and what to look at. Make the first step from what the window shows."
            )
        )
        self.none_yet.setWordWrap(True)
        self.none_yet.setProperty("muted", True)
        self.none_yet.setContentsMargins(14, 10, 14, 10)
        rows.addWidget(self.none_yet)
        rows.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.new_button = self._link(tr("＋ New from the view"), self._new)
        row.addWidget(self.new_button)
        row.addStretch(1)
        self.list_undo = self._link(tr("Undo"), self.desk.undo_stack.undo)
        row.addWidget(self.list_undo)
        rows.addLayout(row)
        return page

    def _link(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("link", True)
        button.clicked.connect(run)
        return button

    def _load_list(self) -> None:
        at = self.list.currentRow()
        self.list.clear()
        own = self.desk.entries
        if own:
            self._heading(tr("MINE"))
        for entry in own:
            self._item(entry.story, entry)
        if self.desk.shipped:
            self._heading(tr("SHIPPED"))
        for story in self.desk.shipped:
            self._item(story, story)
        self.none_yet.setVisible(not own and not self.desk.shipped)
        self.list.setCurrentRow(max(1, min(at, self.list.count() - 1)))

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        font.setBold(True)
        item.setFont(font)
        item.setSizeHint(QSize(100, 26))
        self.list.addItem(item)

    def _item(self, story: Story, held: object) -> None:
        count = len(story.steps)
        told = tr("1 step") if count == 1 else tr("{count} steps", count=count)
        item = QListWidgetItem(story.title)
        item.setData(BELOW, told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{story.title}, {told}")
        # The title first, as the card may cut it.
        item.setToolTip(plain_tip("\n".join(filter(None, (story.title, story.summary)))))
        item.setData(_HELD, held)
        self.list.addItem(item)

    def _new(self) -> None:
        self.desk.new()
        # A story begins with its name.
        self.title.setFocus()
        self.title.selectAll()

    def _open_current(self) -> None:
        item = self.list.currentItem()
        held = item.data(_HELD) if item else None
        if isinstance(held, StoryEntry):
            self.desk.open(held)
        elif isinstance(held, Story):
            self.desk.open_shipped(held)

    def _delete_current(self) -> None:
        item = self.list.currentItem()
        held = item.data(_HELD) if item else None
        if isinstance(held, StoryEntry):
            self.desk.delete(held)

    # -- one story -------------------------------------------------------------------------

    def _story_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        head = QHBoxLayout()
        self.back_button = QToolButton()
        self.back_button.setText("‹")
        self.back_button.setAccessibleName(tr("Back to the list"))
        self.back_button.setToolTip(tr("Back to the list"))
        self.back_button.setAutoRaise(True)
        self.back_button.clicked.connect(self.desk.close)
        self.title = QLineEdit()
        self.title.setObjectName("storyTitle")
        self.title.setAccessibleName(tr("Title of the story"))
        self.title.textEdited.connect(self.desk.rename)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        rows.addLayout(head)
        self.state = QLabel()
        self.state.setObjectName("storyState")
        self.state.setProperty("muted", True)
        self.state.setWordWrap(True)
        rows.addWidget(self.state)
        self.cards = StoryCards()
        self.cards.currentRowChanged.connect(self.desk.mark)
        self.cards.moved.connect(self.desk.move_step)
        self.cards.delete_requested.connect(self.desk.remove_step)
        self.cards.edit_requested.connect(self._edit)
        over = QWidget()
        self._upper = over
        upper = QVBoxLayout(over)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.cards, 1)
        row = QHBoxLayout()
        self.add_button = self._link(tr("＋ Step from the view"), self.desk.add_step)
        self.view_button = self._link(tr("⟳ View"), self.desk.take_view)
        self.view_button.setToolTip(tr("Let this step show what the window shows; its words stay"))
        self.delete_button = self._link(tr("✕"), self.desk.remove_step)
        self.delete_button.setAccessibleName(tr("Delete step"))
        self.delete_button.setToolTip(tr("Delete step"))
        for button in (self.add_button, self.view_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        upper.addLayout(row)
        self.fields = StepFields(self.desk.dataset)
        self.fields.edited.connect(self.desk.change_step)
        scroll = QScrollArea()
        scroll.setWidget(self.fields)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(over)
        split.addWidget(scroll)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        self._split = split
        self._carded = -1
        rows.addWidget(split, 1)
        foot = QHBoxLayout()
        self.present_button = self._link(tr("▶ Present"), self.present_requested)
        self.export_button = self._link(tr("Export …"), self._export)
        self.undo_button = self._link("↶", self.desk.undo_stack.undo)
        self.redo_button = self._link("↷", self.desk.undo_stack.redo)
        for button, told in ((self.undo_button, tr("Undo")), (self.redo_button, tr("Redo"))):
            button.setAccessibleName(told)
        for button in (self.present_button, self.export_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.redo_button)
        rows.addLayout(foot)
        return page

    def _edit(self) -> None:
        self.fields.title.setFocus()

    def _on_opened(self) -> None:
        story = self.desk.story
        self._pages.setCurrentIndex(0 if story is None else 1)
        if story is None:
            self._load_list()
        self._load_story()
        self._load_undo()

    def _load_story(self) -> None:
        story = self.desk.story
        if story is None:
            return
        if self.title.text() != story.title:
            self.title.setText(story.title)
            self.title.setCursorPosition(0)
        if self.desk.is_shipped:
            self.state.setText(tr("Shipped: a change makes a copy"))
        else:
            self.state.setText(tr("Yours: changes are kept by themselves"))
        self.cards.load(story, self.desk.dataset, self.desk.at)
        self._share_room()
        self.fields.load(self.desk.step)
        there = self.desk.step is not None
        for button in (
            self.delete_button, self.view_button, self.present_button, self.export_button,
        ):  # fmt: skip
            button.setEnabled(there)

    def _share_room(self) -> None:
        """Give the cards what they need, up to half; few steps leave more room for the words."""
        if self.cards.count() == self._carded:
            return
        self._carded = self.cards.count()
        total = max(400, self._split.height())
        tools = self._upper.sizeHint().height() - self.cards.sizeHint().height()
        upper = min(max(_LEAST, self.cards.full_height) + tools, total // 2)
        self._split.setSizes([upper, total - upper])

    def _load_undo(self) -> None:
        stack = self.desk.undo_stack
        self.undo_button.setEnabled(stack.canUndo())
        self.redo_button.setEnabled(stack.canRedo())
        self.list_undo.setVisible(stack.canUndo())
        self.undo_button.setToolTip(tr("Undo: {step}", step=stack.undoText()))
        self.redo_button.setToolTip(tr("Redo: {step}", step=stack.redoText()))

    def _export(self) -> None:
        from iraq_explorer.ui.slides_dialog import SlidesDialog

        story = self.desk.story
        if story is None:
            return
        dialog = SlidesDialog(story, self.desk.dataset, self.desk.folder, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished_writing.connect(self.desk.exported)
        dialog.open()

    # -- undo and redo, which the menus of the window keep for scenarios ---------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            way = _undo_of(event)
            if way is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    stack = self.desk.undo_stack
                    stack.undo() if way else stack.redo()
                return True
        return super().eventFilter(watched, event)


def _undo_of(event: QKeyEvent) -> bool | None:
    """Whether a key undoes (true) or redoes; ``None`` for all others."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Z and keys == control:
        return True
    if (event.key() == Qt.Key.Key_Z and keys == control | shift) or (
        event.key() == Qt.Key.Key_Y and keys == control
    ):
        return False
    return None
