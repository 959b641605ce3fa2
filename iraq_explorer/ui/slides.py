"""A story as slides: each step a page with its caption, and a second one with its answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Shows, Step, Story, scenario_of, told_coalition
from iraq_explorer.storage.picture_file import SIZES, Look, Part, dpi_of, file_name
from iraq_explorer.ui.hemicycle import paint_hemicycle
from iraq_explorer.ui.page import THEMES, Style, View, draw_page
from iraq_explorer.ui.page_blocks import RIGHT, elided, lines_of_text, say
from iraq_explorer.ui.palette import Theme, mix
from iraq_explorer.ui.print_look import lettered, paint_marks
from iraq_explorer.ui.snapshot import png_bytes, save_bytes
from iraq_explorer.ui.story_words import answer_of
from iraq_explorer.ui.vector import pdf_of_pages
from iraq_explorer.ui.words import tr

SIZE = SIZES["1080p"]
_NETWORK = frozenset({Part.NETWORK, Part.LEGEND, Part.SOURCES})
_CHAMBER = frozenset({Part.HEMICYCLE, Part.BOARD, Part.SOURCES})
_VOTE = frozenset({Part.HEMICYCLE, Part.SOURCES})
"""The board tells what seats on paper are worth, which is not what was voted."""
_PICTURE = 0.66
"""Share of the width that the picture takes."""


@dataclass(frozen=True)
class Slide:
    """One page: a step, with its answer or without."""

    step: Step
    number: int
    """Of the step, from 1."""
    answered: bool


def slides_of(story: Story) -> tuple[Slide, ...]:
    """The pages of a story in their order."""
    found = []
    for number, step in enumerate(story.steps, start=1):
        found.append(Slide(step, number, answered=False))
        if step.asks:
            found.append(Slide(step, number, answered=True))
    return tuple(found)


def draw_slide(
    painter: QPainter, size: QSize, slide: Slide, story: Story, dataset: Dataset, look: Look
) -> None:
    """Paint a page of so many pixels: the step's scenario, and beside it the words."""
    step, theme = slide.step, THEMES[look]
    scenario = scenario_of(step, dataset)
    whole = step.shows is Shows.HEMICYCLE
    # A step may be about another day than the scenario's name says.
    shown = replace(scenario, name=story.title, sources=step.sources or scenario.sources)
    parts = _NETWORK
    if whole:
        parts = _CHAMBER if scenario.vote is None else _VOTE
    view = View(detail=step.detail, tie_filter=step.tie_filter, lit=frozenset(step.focus))
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.canvas)
    page = QSize(round(size.width() * _PICTURE), size.height())
    draw_page(painter, page, shown, dataset, view, Style(parts, look))
    unit = size.height() / 900
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.translate(page.width(), 0)
    painter.scale(unit, unit)
    column = QRectF(6, 28, (size.width() - page.width()) / unit - 40, 836)
    place = tr("{number} of {count}", number=slide.number, count=len(story.steps))
    foot = QRectF(column.left(), column.bottom(), column.width(), 20)
    say(painter, foot, place, 14, theme.muted, RIGHT)
    below = _paint_words(painter, column, _words(slide, dataset), theme)
    room = QRectF(column.left(), below + 20, column.width(), column.bottom() - below - 40)
    named = lettered(scenario) if look is Look.PRINT else scenario
    chamber = dataset.chamber_of(scenario)
    if parts is _VOTE:
        _paint_coalitions(painter, room, named, chamber, theme)
    elif not whole and room.height() > 150:
        room.setHeight(min(room.height(), room.width() * 0.56))
        paint_hemicycle(painter, room, named, chamber, theme, told_coalition(step, scenario))
        if look is Look.PRINT:
            paint_marks(painter, room, named, chamber)
    painter.restore()


def _paint_coalitions(
    painter: QPainter, room: QRectF, scenario: Scenario, chamber: Chamber, theme: Theme
) -> None:
    """A line for each coalition: its colour, its name and its seats on paper."""
    row = QRectF(room.left(), room.top(), room.width(), 34)
    for coalition in scenario.coalitions:
        if row.bottom() > room.bottom():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.coalition(coalition.colour))
        painter.drawEllipse(QRectF(row.left(), row.center().y() - 7, 14, 14))
        seats = scenario.seats_of(coalition.id, chamber)
        say(painter, row, tr("{seats} seats", seats=seats), 21, theme.text, RIGHT)
        name = elided(coalition.name, 21, row.width() - 150)
        say(painter, row.adjusted(26, 0, 0, 0), name, 21, theme.text)
        row.translate(0, row.height())


@dataclass(frozen=True)
class _Words:
    """A paragraph of the column."""

    text: str
    pixels: float
    bold: bool = False
    boxed: bool = False


def _words(slide: Slide, dataset: Dataset) -> list[_Words]:
    step = slide.step
    found = [_Words(step.title, 34, bold=True), _Words(step.text, 23)]
    found.append(_Words(step.question, 25, bold=True, boxed=True))
    if slide.answered:
        counted, said = answer_of(step, dataset)
        found += [_Words(counted, 21, bold=True, boxed=True), _Words(said, 21, boxed=True)]
    return [words for words in found if words.text.strip()]


def _paint_words(painter: QPainter, column: QRectF, words: list[_Words], theme: Theme) -> float:
    """Paint paragraphs in the largest type in which they fit; returns where they end."""
    for share in (n / 100 for n in range(100, 40, -5)):
        if _run(None, column, words, theme, share) <= column.bottom() - 12 or share <= 0.45:
            return _run(painter, column, words, theme, share)
    return column.bottom()


def _run(
    painter: QPainter | None, column: QRectF, words: list[_Words], theme: Theme, share: float
) -> float:
    boxed = [entry for entry in words if entry.boxed]
    y = column.top()
    for entry in words:
        px = entry.pixels * share
        aside = 16.0 if entry.boxed else 0.0
        lines = lines_of_text(entry.text, px, column.width() - 2 * aside, bold=entry.bold)
        step = px * 1.36
        if boxed and entry is boxed[0]:
            y += 10
            if painter is not None:
                end = _run(None, QRectF(column.left(), y, column.width(), 0), boxed, theme, share)
                box = QRectF(column.left(), y, column.width(), end - y)
                painter.fillRect(box, mix(theme.canvas, theme.accent, 0.12))
                painter.fillRect(QRectF(box.left(), y, 4, box.height()), theme.accent)
            y += 12
        for line in lines:
            if painter is not None:
                row = QRectF(column.left() + aside, y, column.width() - 2 * aside, step)
                say(painter, row, line, px, theme.text, bold=entry.bold)
            y += step
        y += px * 0.55
    return y


def _image(slide: Slide, story: Story, dataset: Dataset, look: Look) -> QImage:
    image = QImage(QSize(*SIZE), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        draw_slide(painter, image.size(), slide, story, dataset, look)
    metre = round(dpi_of(SIZE) / 0.0254)
    image.setDotsPerMeterX(metre)
    image.setDotsPerMeterY(metre)
    return image


Reached = Callable[[int], object]


def write_pngs(
    story: Story, dataset: Dataset, folder: Path, look: Look, stop: Event, reached: Reached
) -> int:
    """Write each slide as a picture into a folder, which is made if need be.

    Args:
        story: what is written.
        dataset: what it is about.
        folder: where the files go, as ``01-title.png``, the answers as ``01b-title.png``.
        look: light, dark or for print.
        stop: ends the work before the next slide when it is set.
        reached: is told after each how many there are.

    Returns:
        How many were written.

    Raises:
        OSError: one cannot be written; the message names the file.

    """
    folder.mkdir(parents=True, exist_ok=True)
    for number, slide in enumerate(slides_of(story), start=1):
        if stop.is_set():
            return number - 1
        name = f"{slide.number:02}{'b' if slide.answered else ''}-{file_name(slide.step.title)}.png"
        save_bytes(png_bytes(_image(slide, story, dataset, look)), folder / name)
        reached(number)
    return len(slides_of(story))


def write_pdf(
    story: Story, dataset: Dataset, path: Path, look: Look, stop: Event, reached: Reached
) -> int:
    """Write all slides as the pages of one PDF; it appears whole or not at all.

    Returns:
        How many pages it has; 0 where it was stopped and nothing was written.

    Raises:
        OSError: it cannot be written; the message names the file.

    """
    slides = slides_of(story)

    def draw(painter: QPainter, page: QSize, number: int) -> bool:
        if stop.is_set():
            return False
        draw_slide(painter, page, slides[number], story, dataset, look)
        reached(number + 1)
        return not stop.is_set()

    told = story.summary or " ".join(slide.step.title for slide in slides if not slide.answered)
    made = pdf_of_pages(draw, len(slides), SIZE, story.title, told)
    if made is None:
        return 0
    save_bytes(made, path)
    return len(slides)
