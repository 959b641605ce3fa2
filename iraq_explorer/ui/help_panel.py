"""Help beside the work: pages with links between them, a search, and the way back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.storage.help_pages import (
    ACTION,
    CONTENTS,
    Found,
    HelpPage,
    nearest_query,
    read_help,
    search,
    target_of,
)
from iraq_explorer.ui.help_facts import plain
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.words import tr

_STEPS = {1: 2, 2: 1}
"""By how many steps of Qt's scale headings of a level are larger than the text."""
_MOST_FOUND = 40


class HelpPanel(QWidget):
    """Shows one page at a time. What pages take from the program is asked for when one is shown."""

    action_requested = Signal(str)
    """The name of an action that a link asks for."""
    closed = Signal()

    def __init__(self, facts: Mapping[str, Callable[[], str]], *, acts: bool = True) -> None:
        """Read the pages.

        Args:
            facts: gives Markdown for the places in pages, by their names.
            acts: whether links may do something; where not, they are words.

        """
        super().__init__()
        self.setObjectName("helpPanel")
        self._facts, self._acts = facts, acts
        self._theme = LIGHT
        self.pages = read_help(QLocale().name().partition("_")[0])
        self._past: list[str] = []
        self._ahead: list[str] = []
        self.page = ""
        """Name of the page that is shown; empty while results of a search are."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 6, 4, 0)
        rows.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(2)
        self.back = self._button("←", tr("Back (Alt+Left)"), self.go_back)
        self.onward = self._button("→", tr("Forward (Alt+Right)"), self.go_on)
        self.home = self._button("☰", tr("Contents"), lambda: self.show_page(CONTENTS))
        self.field = QLineEdit()
        self.field.setProperty("search", True)
        self.field.setPlaceholderText(tr("Search help …"))
        self.field.setAccessibleName(tr("Search help"))
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._on_search)
        self.field.returnPressed.connect(self._open_first)
        close = self._button("×", tr("Put help away (Esc)"), self.closed.emit)
        for part in (self.back, self.onward, self.home):
            head.addWidget(part)
        head.addSpacing(4)
        head.addWidget(self.field, 1)
        head.addWidget(close)
        rows.addLayout(head)
        self.text = _Page()
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.anchorClicked.connect(self._on_link)
        rows.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self._show_way()

    def _button(self, sign: str, tip: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: run())
        return button

    def sizeHint(self) -> QSize:
        return QSize(340, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 160)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.setStyleSheet(
            f"QTextBrowser {{ background: {theme.panel.name()}; color: {theme.text.name()}; }}"
            f"QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 3px 6px;"
            f" color: {theme.muted.name()}; }}"
            f"QToolButton:hover {{ background: {theme.field.name()}; color: {theme.text.name()}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
            f"QToolButton:disabled {{ color: {theme.line.name()}; }}"
        )
        self._draw_again()

    # -- pages -------------------------------------------------------------------------------

    def filled(self, name: str) -> HelpPage:
        """A page with what it takes from the program.

        Raises:
            KeyError: there is no such page.

        """
        page = self.pages[name]
        if not self._acts:
            page = page.without_actions
        return page.filled({insert: self._facts[insert]() for insert in page.inserts})

    def show_page(self, name: str) -> None:
        """Go to a page; one that is not there shows the contents."""
        if name not in self.pages:
            name = CONTENTS
        if name != self.page:
            if self.page:
                self._past.append(self.page)
            self._ahead.clear()
        self._turn_to(name)

    def go_back(self) -> None:
        """Go to the page before; from the results of a search, to the page that was searched."""
        if self._past:
            if self.page:
                self._ahead.append(self.page)
            self._turn_to(self._past.pop())

    def go_on(self) -> None:
        """Go to the page that ``go_back`` came from."""
        if self._ahead:
            if self.page:
                self._past.append(self.page)
            self._turn_to(self._ahead.pop())

    def _turn_to(self, name: str) -> None:
        self.page = name
        self.field.clear()
        self._draw(self.filled(name).text)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_way()

    def follow(self) -> None:
        """Say again what the page takes from the program."""
        if self.page and self.isVisible() and self.pages[self.page].inserts:
            place = self.text.verticalScrollBar().value()
            self._draw(self.filled(self.page).text)
            self.text.verticalScrollBar().setValue(place)

    def _show_way(self) -> None:
        self.back.setEnabled(bool(self._past))
        self.onward.setEnabled(bool(self._ahead))

    def _on_link(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(ACTION):
            self.action_requested.emit(address.removeprefix(ACTION))
        else:
            self.show_page(target_of(address))

    # -- search ------------------------------------------------------------------------------

    def _on_search(self, query: str) -> None:
        if not query.strip():
            if not self.page and self._past:
                self._turn_to(self._past.pop())
            return
        if self.page:
            self._past.append(self.page)
            self._ahead.clear()
            self.page = ""
        self._draw(self._results(query))
        self._show_way()

    def _found(self, query: str) -> tuple[str, tuple[Found, ...]]:
        """What was looked for in the end, and the pages that have it."""
        pages = [self.filled(name) for name in self.pages]
        found = search(pages, query)
        if not found:
            nearest = nearest_query(pages, query)
            found = search(pages, nearest)
            query = nearest if found else query
        return query.strip(), found[:_MOST_FOUND]

    def _results(self, query: str) -> str:
        looked, found = self._found(query)
        parts = []
        if not found or looked != query.strip():
            parts.append(plain(tr("Nothing in help has “{words}”.", words=query.strip())))
        if not found:
            where = tr("Find in the network")
            parts.append(
                plain(tr("Names of people, parties and states are found in the network."))
                + (f" [{where}]({ACTION}find)" if self._acts else "")
            )
            parts.append(f"[{tr('Contents')}]({CONTENTS}.md)")
        elif looked != query.strip():
            parts.append(f"**{plain(tr('“{words}” is in these pages:', words=looked))}**")
        for hit in found:
            parts.append(f"**[{hit.page.title}]({hit.page.name}.md)**")
            if hit.excerpt:
                parts.append(plain(_short(hit.excerpt)))
        return "\n\n".join(parts)

    def _open_first(self) -> None:
        _, found = self._found(self.field.text())
        if found:
            self.show_page(found[0].page.name)
            self.text.setFocus()

    # -- drawing -----------------------------------------------------------------------------

    def _draw_again(self) -> None:
        if self.page:
            self._draw(self.filled(self.page).text)
        elif self.field.text().strip():
            self._draw(self._results(self.field.text()))

    def _draw(self, markdown: str) -> None:
        document = self.text.document()
        # What comes from data is text: no HTML is understood.
        document.setMarkdown(
            markdown,
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        document.setDocumentMargin(6)
        document.setIndentWidth(20)
        self._dress(document)

    def _dress(self, document: QTextDocument) -> None:
        """Give headings, paragraphs, links and tables the program's own looks."""
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                shape, letters = QTextBlockFormat(), QTextCharFormat()
                shape.setTopMargin(4 if level == 1 else 12)
                shape.setBottomMargin(4)
                letters.setProperty(QTextFormat.Property.FontSizeAdjustment, _STEPS.get(level, 0))
                letters.setFontWeight(QFont.Weight.DemiBold)
                cursor = QTextCursor(block)
                cursor.setPosition(block.position())
                cursor.setPosition(
                    block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.mergeBlockFormat(shape)
                cursor.mergeCharFormat(letters)
            for piece in block.textFormats():
                if piece.format.isAnchor():
                    cursor = QTextCursor(block)
                    start = block.position() + piece.start
                    cursor.setPosition(start)
                    cursor.setPosition(start + piece.length, QTextCursor.MoveMode.KeepAnchor)
                    link = QTextCharFormat()
                    link.setForeground(self._theme.accent)
                    link.setFontUnderline(False)
                    cursor.mergeCharFormat(link)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape_ = frame.format()
                shape_.setBorder(0)
                shape_.setCellPadding(3)
                shape_.setCellSpacing(0)
                shape_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
                fitting = QTextLength(QTextLength.Type.VariableLength, 0)
                shape_.setColumnWidthConstraints([fitting] * frame.columns())
                frame.setFormat(shape_)
                self._dress_head(frame)

    def _dress_head(self, table: QTextTable) -> None:
        muted = QTextCharFormat()
        muted.setForeground(QColor(self._theme.muted))
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(muted)

    # -- keys --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Alt with the arrows means this history here, and nothing to the window.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        back = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (self.go_back if event.key() == back else self.go_on)()
        else:
            super().keyPressEvent(event)


class _Page(QTextBrowser):
    """Leaves the keys of the history to the panel, whose history it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _short(text: str, most: int = 180) -> str:
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + " …"
