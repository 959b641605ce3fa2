"""The numbers of a presentation: what each coalition is worth, and the one a step is about."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.chamber import Basis
from iraq_explorer.core.scenario import RecordedVote
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.page_blocks import LEFT, RIGHT, elided, say
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.words import total_text, tr, worth_text

_NEAR = LEFT | Qt.AlignmentFlag.AlignAbsolute
_FAR = RIGHT | Qt.AlignmentFlag.AlignAbsolute


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
        with QPainter(self) as painter:
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
                inner = (
                    row.adjusted(wide, 0, -px, 0) if right_to_left else inner.adjusted(px, 0, 0, 0)
                )
                say(
                    painter,
                    inner,
                    elided(name, px * 0.9, inner.width()),
                    px * 0.9,
                    theme.text,
                    near,
                )


class TalkVerdict(QWidget):
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
        with QPainter(self) as painter:
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
