"""The words beside the picture of a presentation: title, text, verdict, question and answer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from iraq_explorer.ui.document import Document
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.palette import LIGHT, Theme, font_px, mix
from iraq_explorer.ui.talk_numbers import TalkVerdict
from iraq_explorer.ui.words import day_text, tr

_EDGE = 4
"""Width of the mark at the beginning of the question's box."""
_SIZES = tuple(n / 100 for n in range(100, 56, -4))
"""Shares of the full size that are tried until all words fit."""
_NO_LIMIT = (1 << 24) - 1
"""Qt's largest size of a widget."""


class _Box(QWidget):
    """The ground of question and answer, with a mark where lines begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("captionBox")
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(
            f"#captionBox QLabel {{ background: transparent; color: {theme.text.name()}; }}"
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), mix(self._theme.canvas, self._theme.accent, 0.12))
            edge = QRectF(0, 0, _EDGE, self.height())
            if self.isRightToLeft():
                edge.moveRight(self.width())
            painter.fillRect(edge, self._theme.accent)


class Caption(QWidget):
    """The column of words. Its type is as large as the words allow."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self._document = document
        self._theme = LIGHT
        self.day = self._label("captionDay", muted=True)
        self.title = self._label("captionTitle")
        self.text = self._label("captionText")
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.verdict = TalkVerdict(document)
        self.hemicycle = HemicycleView(document)
        self.question = self._label("captionQuestion")
        self.counted = self._label("captionCounted")
        self.answer = self._label("captionAnswer")
        self.now = self._label("captionNow")
        self.sources = self._label("captionSources", muted=True)
        self._box = _Box()
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.question)
        inner.addWidget(self.counted)
        inner.addWidget(self.answer)
        inner.addWidget(self.now)
        self._inner = inner
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.day, self.title, self.text, self.verdict, self._box, self.hemicycle):
            rows.addWidget(part)
        # The chamber takes what the words leave, as high as it is wide enough for.
        rows.setStretchFactor(self.hemicycle, 20)
        rows.addStretch(1)
        rows.addWidget(self.sources)
        self._rows = rows
        document.shown_changed.connect(self._on_shown)

    def _label(self, name: str, *, muted: bool = False) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        # Else a long word would make the column wider than it is.
        label.setMinimumWidth(1)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("muted", muted)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label

    def tell(self, title: str, text: str, question: str, coalition: str, sources: str) -> None:
        """Show other words; ``coalition`` is the one whose number is told, else the leading."""
        self.sources.setText(sources)
        self.title.setText(title)
        self.text.setText(text)
        self.question.setText(question)
        self.question.setVisible(bool(question))
        self.verdict.coalition = coalition
        self.hemicycle.tell(coalition)
        self.show_answer()
        self._on_shown()

    def show_answer(self, counted: str = "", said: str = "", now: str = "") -> None:
        """Show the answer below the question, or none.

        Args:
            counted: what is counted of the step as it is told.
            said: what is said of it.
            now: what is counted of what is shown, where blocs were moved.

        """
        if now:
            counted = tr("As asked:\n{answer}", answer=counted)
            now = tr("Now: {answer}", answer=now)
        for label, text in ((self.counted, counted), (self.answer, said), (self.now, now)):
            label.setText(text)
            label.setVisible(bool(text))
        self._box.setVisible(bool(self.question.text() or counted or said))
        self.fit()

    def show_hemicycle(self, shown: bool) -> None:
        """Whether the chamber stands below the words, where there is room."""
        self.hemicycle.setVisible(shown)
        self._with_hemicycle = shown
        self.fit()

    _with_hemicycle = True
    _taken = (1.0, True)
    """Share of the full size that was taken last, and whether the chamber had room."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.verdict.set_theme(theme)
        self.hemicycle.set_theme(theme)
        self._box.set_theme(theme)

    def _on_shown(self) -> None:
        shown = self._document.shown
        self.day.setText(day_text(shown.date))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def hasHeightForWidth(self) -> bool:
        """The words follow the room they get; they ask for none."""
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    # -- the size of the type --------------------------------------------------------------

    @property
    def base(self) -> float:
        """The size of the text in pixels where everything fits: by the height of the screen."""
        return max(15.0, min(self.window().height() / 39, self.width() / 17))

    def fit(self) -> None:
        """Take the largest type in which everything fits; the chamber gives way first.

        While a bloc is dragged nothing grows, so that the column stays calm.
        """
        if self.width() < 40:
            return
        tries = [(share, True) for share in _SIZES[:4]] if self._with_hemicycle else []
        tries += [(share, False) for share in _SIZES]
        if self._document.previewing and self._taken in tries:
            del tries[: tries.index(self._taken)]
        self.text.setMaximumHeight(_NO_LIMIT)
        over = 0.0
        for self._taken in tries:
            share, keep = self._taken
            over = self._take(self.base * share, keep) - self.height()
            if over <= 0 and max(_word(self.title), _word(self.text)) <= self.width():
                return
        # Words are too many for any size: it is the end of the text that is cut.
        left = _height(self.text, self.width()) - max(0.0, over)
        self.text.setMaximumHeight(max(0, round(left)))

    def _take(self, px: float, keep: bool) -> float:
        self.day.setFont(font_px(px * 0.82))
        self.title.setFont(font_px(px * 1.55, bold=True))
        self.text.setFont(font_px(px))
        self.question.setFont(font_px(px * 1.12, bold=True))
        self.counted.setFont(font_px(px * 0.94, bold=True))
        self.answer.setFont(font_px(px * 0.94))
        self.now.setFont(font_px(px * 0.94, bold=True))
        self.sources.setFont(font_px(max(10.0, px * 0.56)))
        self.verdict.set_size(px)
        self._rows.setSpacing(round(px * 0.75))
        pad = round(px * 0.6)
        near, far = (pad, pad + _EDGE) if self.isRightToLeft() else (pad + _EDGE, pad)
        self._inner.setContentsMargins(near, pad, far, pad)
        self._inner.setSpacing(round(px * 0.45))
        self.hemicycle.setVisible(keep)
        wide = self.width()
        inside = wide - 2 * pad - _EDGE
        heights = [
            _height(self.day, wide),
            _height(self.title, wide),
            _height(self.text, wide) if self.text.text() else 0,
            self.verdict.sizeHint().height(),
        ]
        self.text.setVisible(bool(self.text.text()))
        self.sources.setVisible(bool(self.sources.text()))
        if self.sources.text():
            heights.append(_height(self.sources, wide))
        if self._box.isVisibleTo(self):
            words = [
                label
                for label in (self.question, self.counted, self.answer, self.now)
                if label.isVisibleTo(self._box)
            ]
            box = 2 * pad + sum(_height(label, inside) for label in words)
            heights.append(box + (len(words) - 1) * self._inner.spacing())
        if keep:
            heights.append(round(min(wide * 0.5, self.height() * 0.3)))
        gaps = self._rows.spacing() * len(heights)
        return sum(heights) + gaps


def _word(label: QLabel) -> int:
    """The width of the longest word, which cannot be broken."""
    metrics = label.fontMetrics()
    return max(map(metrics.horizontalAdvance, label.text().split()), default=0)


def _height(label: QLabel, width: float) -> int:
    return label.heightForWidth(round(width))
