"""The words beside the picture of a presentation: title, text, verdict, question and answer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from iraq_explorer.core.chamber import Basis
from iraq_explorer.core.scenario import RecordedVote
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.page_blocks import LEFT, RIGHT, elided, say
from iraq_explorer.ui.palette import LIGHT, Theme, font_px, mix
from iraq_explorer.ui.words import day_text, total_text, tr, worth_text

_NEAR = LEFT | Qt.AlignmentFlag.AlignAbsolute
_FAR = RIGHT | Qt.AlignmentFlag.AlignAbsolute
_EDGE = 4
"""Width of the mark at the beginning of the question's box."""
_SIZES = tuple(n / 100 for n in range(100, 56, -4))
"""Shares of the full size that are tried until all words fit."""


class Totals(QWidget):
    """Each coalition with its seats and what they are worth, following a drag."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = LIGHT
        self._pixels = 20.0
        document.shown_changed.connect(self._on_shown)
        self._on_shown()

    @property
    def rows(self) -> list[tuple[str, int, Verdict]]:
        """Name, colour and verdict of each coalition, in order."""
        shown, chamber = self._document.shown, self._document.chamber
        held = shown.coalition_by_id
        return [
            (held[key].name, held[key].colour, verdict)
            for key, verdict in shown.verdicts(chamber).items()
        ]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def set_size(self, pixels: float) -> None:
        """Draw in type of another size."""
        self._pixels = pixels
        self.updateGeometry()
        self.update()

    def _on_shown(self) -> None:
        told = (f"{name}: {verdict.seats}, {worth_text(verdict)}" for name, _, verdict in self.rows)
        self.setAccessibleName("; ".join(told))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> float:
        return self._pixels * 1.62

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._row * len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px, right_to_left = self._theme, self._pixels, self.isRightToLeft()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        near, far = (_FAR, _NEAR) if right_to_left else (_NEAR, _FAR)
        for number, (name, colour, verdict) in enumerate(self.rows):
            row = QRectF(0, number * self._row, self.width(), self._row)
            dot = QRectF(0, row.center().y() - px * 0.3, px * 0.6, px * 0.6)
            if right_to_left:
                dot.moveRight(row.right())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.coalition(colour))
            painter.drawEllipse(dot)
            told = f"{total_text(verdict)} · {worth_text(verdict)}"
            painter.setFont(font_px(px * 0.9, bold=True))
            wide = painter.fontMetrics().horizontalAdvance(told) + px * 0.6
            ink = theme.good if verdict.reached else theme.text
            say(painter, row, told, px * 0.9, ink, far, bold=True)
            inner = row.adjusted(0, 0, -wide, 0)
            inner = row.adjusted(wide, 0, -px, 0) if right_to_left else inner.adjusted(px, 0, 0, 0)
            say(painter, inner, elided(name, px * 0.9, inner.width()), px * 0.9, theme.text, near)
        painter.end()


class _Verdict(QWidget):
    """The number that the step is about, large, and what it is worth."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stageVerdict")
        self._document = document
        self._theme = LIGHT
        self._pixels = 20.0
        self.coalition = ""
        document.shown_changed.connect(self._on_shown)

    @property
    def vote(self) -> RecordedVote | None:
        """The vote that was counted, where the rule that is shown is the one it was taken under."""
        shown, chamber = self._document.shown, self._document.chamber
        rule = chamber.rule_by_id.get(shown.rule)
        present = rule is not None and rule.basis is Basis.PRESENT
        return shown.vote if present else None

    @property
    def told(self) -> tuple[str, int | None, Verdict] | None:
        """Name, colour and verdict of the coalition; ``None`` where there is none.

        Where it is votes of those present that count and they were counted, it is they.
        """
        shown, chamber = self._document.shown, self._document.chamber
        if self.vote is not None:
            counted = Verdict(self.vote.in_favour, shown.quota(chamber))
            told = tr("Votes for, of {present} present", present=self.vote.present)
            return told, shown.coalitions[0].colour if shown.coalitions else None, counted
        held = shown.coalition_by_id.get(self.coalition) or shown.leading(chamber)
        if held is None:
            return None
        return held.name, held.colour, shown.verdict(held.id, chamber)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_size(self, pixels: float) -> None:
        self._pixels = pixels
        self.updateGeometry()
        self.update()

    def _on_shown(self) -> None:
        told = self.told
        if told is not None:
            name, _, verdict = told
            self.setAccessibleName(f"{name}: {verdict.seats}, {worth_text(verdict)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, round(self._pixels * 4.1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        told = self.told
        if told is None:
            return
        name, colour, verdict = told
        theme, px = self._theme, self._pixels
        painter = QPainter(self)
        ink = theme.coalition(colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        near = _FAR if self.isRightToLeft() else _NEAR
        wide = float(self.width())
        top = QRectF(0, 0, wide, px * 1.5)
        say(painter, top, elided(name, px, wide, bold=True), px, ink, near, bold=True)
        painter.setFont(font_px(px * 2.3, bold=True))
        number = str(verdict.seats)
        room = painter.fontMetrics().horizontalAdvance(number) + px * 0.7
        line = QRectF(0, px * 1.4, wide, px * 2.7)
        say(painter, line, number, px * 2.3, ink, near, bold=True)
        worth = tr("of {quota}: {worth}", quota=verdict.quota, worth=worth_text(verdict))
        if self.vote is not None:
            passed = (
                tr("passes, {quota} needed") if verdict.reached else tr("fails, {quota} needed")
            )
            worth = passed.format(quota=verdict.quota)
        beside = line.adjusted(room, px * 0.7, 0, 0)
        if self.isRightToLeft():
            beside = line.adjusted(0, px * 0.7, -room, 0)
        good = theme.good if verdict.reached else theme.bad
        size = px * 1.08
        while size > px * 0.6 and elided(worth, size, beside.width(), bold=True) != worth:
            size -= 1
        say(painter, beside, elided(worth, size, beside.width(), bold=True), size, good, near,
            bold=True)  # fmt: skip
        painter.end()


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
        painter = QPainter(self)
        painter.fillRect(self.rect(), mix(self._theme.canvas, self._theme.accent, 0.12))
        edge = QRectF(0, 0, _EDGE, self.height())
        if self.isRightToLeft():
            edge.moveRight(self.width())
        painter.fillRect(edge, self._theme.accent)
        painter.end()


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
        self.verdict = _Verdict(document)
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
        for self._taken in tries:
            share, keep = self._taken
            if self._take(self.base * share, keep) <= self.height():
                return

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


def _height(label: QLabel, width: float) -> int:
    return label.heightForWidth(round(width))
