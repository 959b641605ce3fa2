"""The blocks of a page: title, coalitions, rules, note and sources, painted in page units.

A block knows how high it is at a width, so that the page can lay itself out before it is painted.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout

from iraq_explorer import __version__
from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_picture import text_width
from iraq_explorer.ui.palette import Theme, font_px
from iraq_explorer.ui.words import (
    assumes_text,
    day_text,
    headline_of,
    rule_text,
    source_text,
    tr,
    verdict_text,
    worth_text,
)

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW = 22.0
"""Height of a line of the tables."""
_PX = 14.0
_SMALL_PX = 12.0


@dataclass(frozen=True)
class Block:
    """A part of the page."""

    height: Callable[[float], float]
    """Its height at a width."""
    paint: Callable[[QPainter, QRectF], None]
    """Paints it into an area."""


# -- text ------------------------------------------------------------------------------------------


def lines_of_text(text: str, pixels: float, width: float, *, bold: bool = False) -> list[str]:
    """A text broken into lines that fit into a width, by Unicode's rules.

    A line that by itself would be read in another direction than its paragraph begins with a mark
    of that paragraph's.
    """
    found = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font_px(pixels, bold=bold))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            told = paragraph[start : start + line.textLength()].rstrip()
            leftward = reads_leftward(paragraph)
            if told and reads_leftward(told) != leftward:
                told = ("\u200f" if leftward else "\u200e") + told
            found.append(told)
        layout.endLayout()
    return found


def reads_leftward(text: str) -> bool:
    """Whether a text is read from right to left, by its first letter that has a direction."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def elided(text: str, pixels: float, width: float, *, bold: bool = False) -> str:
    """A text cut so that it fits into a width."""
    metrics = QFontMetricsF(font_px(pixels, bold=bold))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def say(
    painter: QPainter,
    rect: QRectF,
    text: str,
    pixels: float,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
    *,
    bold: bool = False,
) -> None:
    """One line of text."""
    painter.setFont(font_px(pixels, bold=bold))
    painter.setPen(colour)
    # Not wrapped and not cut at the rim: the text was made to fit.
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def heading(painter: QPainter, area: QRectF, text: str, theme: Theme) -> float:
    """The small heading of a block; returns where the block goes on below it."""
    rect = QRectF(area.left(), area.top(), area.width(), ROW)
    told = elided(text, _SMALL_PX, area.width(), bold=True)
    say(painter, rect, told, _SMALL_PX, theme.muted, bold=True)
    return area.top() + ROW + 2


@dataclass(frozen=True)
class _Row:
    """A name at the beginning of a row, in a second line where it is long, and what it comes to."""

    name: str
    told: str
    pixels: float = _PX
    bold: bool = False

    def lines(self, width: float) -> list[str]:
        """The name broken into at most two lines; of a longer one the end is cut."""
        return two_lines(self.name, self.pixels, width - self._taken, bold=self.bold)

    def height(self, width: float) -> float:
        """How high it is at a width."""
        return ROW + (len(self.lines(width)) - 1) * (ROW - 3)

    def paint(self, painter: QPainter, area: QRectF, colours: tuple[QColor, QColor]) -> float:
        """Paint it, name and what is told in these colours; returns where it ends."""
        first = QRectF(area.left(), area.top(), area.width(), ROW)
        say(painter, first, self.told, self.pixels, colours[1], RIGHT, bold=True)
        for number, line in enumerate(self.lines(area.width())):
            row = first.translated(0, number * (ROW - 3))
            say(painter, row, line, self.pixels, colours[0], bold=self.bold)
        return area.top() + self.height(area.width())

    @property
    def _taken(self) -> float:
        return text_width(self.told, round(self.pixels), bold=True) + 12


def two_lines(text: str, pixels: float, width: float, *, bold: bool = False) -> list[str]:
    """A text in one line or two; where even these are too few, the end is cut."""
    lines = lines_of_text(text, pixels, width, bold=bold)
    if len(lines) < 2:
        return [elided(text, pixels, width, bold=bold)]
    rest = text[len(lines[0]) :].strip() if text.startswith(lines[0]) else " ".join(lines[1:])
    return [elided(line, pixels, width, bold=bold) for line in (lines[0], rest)]


# -- title and sources -----------------------------------------------------------------------------

_TITLE_PX, _TITLE_LEAST = 30.0, 22.0
_SUBTITLE_PX = 15.5


def title_block(scenario: Scenario, dataset: Dataset, theme: Theme) -> Block:
    """The name in at most two lines; below it date, chamber and rule, and the vote if any."""
    chamber = dataset.chamber_of(scenario)
    told = [f"{day_text(scenario.date)} · {chamber.name.en} · {rule_text(scenario, dataset)}"]
    strong = []
    if scenario.vote is not None:
        strong.append(tr("Vote as reported: {verdict}", verdict=headline_of(scenario, dataset)))
        others = ", ".join(str(report.in_favour) for report in scenario.vote.reports)
        if others:
            strong[0] += " · " + tr("other reports: {figures}", figures=others)
    assumed = [
        (bool(scenario.what_if), tr("Not the official seats")),
        (bool(scenario.what_if), assumes_text(scenario, dataset)),
        (bool(scenario.tie_changes), tr("some ties are assumed")),
        (bool(scenario.disregarded), tr("some evidence is left out")),
    ]
    if any(holds for holds, _ in assumed):
        strong.append(" · ".join(text for holds, text in assumed if holds))

    def name(width: float) -> tuple[float, list[str]]:
        pixels = _TITLE_PX
        while text_width(scenario.name, round(pixels), bold=True) > width:
            if pixels <= _TITLE_LEAST:
                lines = lines_of_text(scenario.name, pixels, width, bold=True)
                rest = " ".join(lines[1:])
                return pixels, [lines[0], elided(rest, pixels, width, bold=True)]
            pixels -= 1
        return pixels, [scenario.name]

    def below(width: float) -> list[tuple[str, bool]]:
        return [
            (line, bold)
            for texts, bold in ((told, False), (strong, True))
            for text in texts
            for line in lines_of_text(text, _SUBTITLE_PX, width, bold=bold)
        ]

    def height(width: float) -> float:
        pixels, lines = name(width)
        return len(lines) * (pixels + 10) + len(below(width)) * 23.0

    def paint(painter: QPainter, area: QRectF) -> None:
        y = area.top()
        pixels, lines = name(area.width())
        for line in lines:
            rect = QRectF(area.left(), y, area.width(), pixels + 10)
            say(painter, rect, line, pixels, theme.text, bold=True)
            y += pixels + 10
        for line, bold in below(area.width()):
            rect = QRectF(area.left(), y, area.width(), 23)
            colour = theme.text if bold else theme.muted
            say(painter, rect, line, _SUBTITLE_PX, colour, bold=bold)
            y += 23

    return Block(height, paint)


def sources_block(scenario: Scenario, dataset: Dataset, theme: Theme) -> Block:
    """The sources in at most three lines, and which program and data the picture is from."""
    sources = [source_text(dataset.sources[s]) for s in scenario.sources if s in dataset.sources]
    made = tr("Iraq Explorer {version}, data {data}", version=__version__, data=dataset.version)
    made = made.replace(" ", "\u00a0")  # not torn apart at the end of a line

    def lines(width: float) -> list[str]:
        for kept in range(len(sources), -1, -1):
            text = "; ".join(sources[:kept])
            more = len(sources) - kept
            if not sources:
                told = made
            elif not more:
                told = tr("Sources: {sources}", sources=text) + f" · {made}"
            elif kept:
                # What does not fit is counted, not cut in the middle of a word.
                told = tr("Sources: {sources}; and {count} more", sources=text, count=more)
                told += f" · {made}"
            else:
                told = tr("{count} sources", count=more) + f" · {made}"
            found = lines_of_text(told, _SMALL_PX, width)
            if len(found) <= 3:
                break
        return found[:3]

    def paint(painter: QPainter, area: QRectF) -> None:
        for number, line in enumerate(lines(area.width())):
            rect = QRectF(area.left(), area.top() + number * 17, area.width(), 17)
            say(painter, rect, line, _SMALL_PX, theme.muted)

    return Block(lambda width: len(lines(width)) * 17.0, paint)


def note_block(scenario: Scenario, theme: Theme) -> Block:
    """The note, as far as there is room."""

    def height(width: float) -> float:
        return ROW + 2 + 18.5 * len(lines_of_text(scenario.note.strip(), 13, width))

    def paint(painter: QPainter, area: QRectF) -> None:
        y = heading(painter, area, tr("NOTE"), theme)
        lines = lines_of_text(scenario.note.strip(), 13, area.width())
        fit = max(1, int((area.bottom() - y + 1) / 18.5))
        if len(lines) > fit:
            cut = elided(lines[fit - 1], 13, area.width() - text_width(" …", 13))
            lines = [*lines[: fit - 1], f"{cut.removesuffix('…')} …"]
        for line in lines:
            row = QRectF(area.left(), y, area.width(), 18.5)
            say(painter, row, line, 13, theme.text, RIGHT if reads_leftward(line) else LEFT)
            y += 18.5

    return Block(height, paint)


# -- totals ----------------------------------------------------------------------------------------


def coalitions_block(
    scenario: Scenario, chamber: Chamber, theme: Theme, *, with_blocs: bool
) -> Block:
    """Each coalition with its seats and what they are worth, and on request with its blocs."""

    def blocs(coalition: str | None, width: float) -> list[str]:
        if not with_blocs:
            return []
        held = sorted(scenario.blocs_of(coalition, chamber), key=lambda bloc: -bloc.seats)
        told = tr(", ").join(f"{bloc.name.label}\u00a0{bloc.seats}" for bloc in held)
        return lines_of_text(told, _SMALL_PX, width - 14) if told else []

    rows = {
        coalition.id: _Row(
            coalition.name, str(scenario.seats_of(coalition.id, chamber)), 15, bold=True
        )
        for coalition in scenario.coalitions
    }

    def height_of(coalition: str, width: float) -> float:
        return ROW + rows[coalition].height(width - 14) + 16 * len(blocs(coalition, width))

    def height(width: float) -> float:
        whole = ROW + 2.0
        for coalition in scenario.coalitions:
            whole += height_of(coalition.id, width) + 6
        if scenario.seats_of(None, chamber):
            whole += ROW + 16 * len(blocs(None, width))
        return whole

    def tell_blocs(painter: QPainter, area: QRectF, y: float, coalition: str | None) -> float:
        for line in blocs(coalition, area.width()):
            rect = QRectF(area.left() + 14, y, area.width() - 14, 16)
            say(painter, rect, line, _SMALL_PX, theme.muted)
            y += 16
        return y

    def paint(painter: QPainter, area: QRectF) -> None:
        y = heading(painter, area, tr("COALITIONS"), theme)
        for coalition in scenario.coalitions:
            verdict = scenario.verdict(coalition.id, chamber)
            colour = theme.coalition(coalition.colour)
            high = height_of(coalition.id, area.width())
            painter.fillRect(QRectF(area.left(), y + 2, 4, high - 4), colour)
            row = QRectF(area.left() + 14, y, area.width() - 14, ROW)
            below = rows[coalition.id].paint(painter, row, (theme.text, colour))
            worth = theme.good if verdict.reached else theme.bad
            row.moveTop(below - 2)
            say(painter, row, worth_text(verdict), 13, worth)
            tell_blocs(painter, area, below + ROW - 3, coalition.id)
            y += high + 6
        unaligned = scenario.seats_of(None, chamber)
        if unaligned:
            row = QRectF(area.left() + 14, y, area.width() - 14, ROW)
            told = _Row(tr("Not in a coalition"), str(unaligned))
            told.paint(painter, row, (theme.muted, theme.muted))
            tell_blocs(painter, area, y + ROW - 2, None)

    return Block(height, paint)


def rules_block(scenario: Scenario, chamber: Chamber, theme: Theme) -> Block:
    """What the leading coalition reaches under every rule of the chamber."""
    leading = scenario.leading(chamber)
    name = leading.name if leading else ""
    seats = scenario.seats_of(leading.id, chamber) if leading else 0
    rows = []
    for rule in chamber.rules:
        verdict = Verdict(seats, rule.quota(chamber.seats, scenario.present))
        counts = scenario.custom_quota is None and scenario.rule == rule.id
        worth = theme.good if verdict.reached else theme.bad
        rows.append((_Row(rule.name, verdict_text(verdict), 13, bold=counts), worth))

    def paint(painter: QPainter, area: QRectF) -> None:
        around = text_width(tr("RULES, FOR “{name}”", name=""), _SMALL_PX, bold=True)
        shown = elided(name.upper(), _SMALL_PX, area.width() - around, bold=True)
        y = heading(painter, area, tr("RULES, FOR “{name}”", name=shown), theme)
        for row, worth in rows:
            rect = QRectF(area.left(), y, area.width(), ROW)
            y = row.paint(painter, rect, (theme.text, worth))

    return Block(lambda width: ROW + 2 + sum(row.height(width) for row, _ in rows), paint)
