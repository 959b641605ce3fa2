"""A story as slides: each step a page with its caption, and a second one with its answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Shows, Step, Story, scenario_of
from iraq_explorer.storage.picture_file import SIZES, Look, Part, dpi_of, file_name
from iraq_explorer.ui.page import THEMES, Style, View, draw_page
from iraq_explorer.ui.page_blocks import RIGHT, say
from iraq_explorer.ui.snapshot import png_bytes, save_bytes
from iraq_explorer.ui.story_words import answer_of
from iraq_explorer.ui.vector import pdf_of_pages
from iraq_explorer.ui.words import tr

SIZE = SIZES["1080p"]
_PARTS = frozenset({Part.NETWORK, Part.HEMICYCLE, Part.BOARD, Part.NOTE, Part.LEGEND, Part.SOURCES})


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
    """Paint a page of so many pixels: the step's scenario under its title, its words beside it."""
    step = slide.step
    words = [step.text, step.question]
    if slide.answered:
        words += answer_of(step, dataset)
    told = "\n\n".join(text.strip() for text in words if text.strip())
    scenario = replace(
        scenario_of(step, dataset), name=step.title or story.title, note=told, sources=step.sources
    )
    parts = _PARTS - {Part.NETWORK, Part.LEGEND} if step.shows is Shows.HEMICYCLE else _PARTS
    view = View(detail=step.detail, tie_filter=step.tie_filter, lit=frozenset(step.focus))
    draw_page(painter, size, scenario, dataset, view, Style(parts, look))
    unit = size.height() / 900
    painter.save()
    painter.scale(unit, unit)
    corner = QRectF(0, 14, size.width() / unit - 34, 22)
    place = tr("{number} of {count}", number=slide.number, count=len(story.steps))
    say(painter, corner, place, 13, THEMES[look].muted, RIGHT)
    painter.restore()


def _image(slide: Slide, story: Story, dataset: Dataset, look: Look) -> QImage:
    image = QImage(QSize(*SIZE), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_slide(painter, image.size(), slide, story, dataset, look)
    painter.end()
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
