"""A scenario as a picture, without a window: as an image, and as a file that carries its scenario.

The picture depends on the scenario, the dataset and the style alone, never on what is selected or
how large a window is: the same ones give the same file, byte for byte.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSaveFile, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from iraq_explorer import __version__
from iraq_explorer.core.alt_text import description, filled
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import SIZES, PictureKind, description_path, dpi_of
from iraq_explorer.storage.picture_scenario import carried_text, cited
from iraq_explorer.storage.picture_text import (
    KEYWORD,
    XMP_KEYWORD,
    png_with_texts,
    xmp_with_text,
)
from iraq_explorer.ui.page import USUAL, Going, Style, View, draw_page, go_on
from iraq_explorer.ui.words import core, day_text, source_text, tr

__all__ = ["SIZES", "View", "draw_image", "draw_page", "ensure_application", "save_png"]

_application: QGuiApplication | None = None


def ensure_application() -> QGuiApplication:
    """The running Qt application, or one that draws without any display."""
    global _application
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _application = QGuiApplication(["iraq-explorer"])
    return _application


@dataclass(frozen=True)
class Request:
    """A picture that is asked for. Everything that is done with it can be done beside a window."""

    scenario: Scenario
    dataset: Dataset
    size: tuple[int, int] = SIZES["1080p"]
    view: View | None = None
    style: Style = USUAL
    carries: bool = True
    """Whether the file carries scenario and citations, so that it can be opened again."""
    described: bool = False
    """Whether the description in words is written into a file beside it."""


def picture_words(scenario: Scenario, dataset: Dataset) -> str:
    """The scenario in words, in the user's language: one paragraph."""
    told = description(scenario, dataset)
    return " ".join(filled(phrase, core, day_text) for phrase in told)


def picture_sources(scenario: Scenario, dataset: Dataset) -> str:
    """The sources in one sentence, and the version of the data."""
    sources = "; ".join(source_text(source) for source in cited(scenario, dataset))
    data = tr("{title}, version {version}", title=dataset.title, version=dataset.version)
    if not sources:
        return tr("Data: {data}.", data=data)
    return tr("Sources: {sources}. Data: {data}.", sources=sources, data=data)


def full_words(scenario: Scenario, dataset: Dataset) -> str:
    """The scenario in words with its note and its sources, for files and the clipboard."""
    parts = (
        picture_words(scenario, dataset),
        scenario.note.strip(),
        picture_sources(scenario, dataset),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


# -- drawing ---------------------------------------------------------------------------------------


def draw_image(
    scenario: Scenario,
    dataset: Dataset,
    size: tuple[int, int],
    view: View | None = None,
    style: Style = USUAL,
    scale: float = 1.0,
    going: Going = go_on,
) -> QImage:
    """The picture as an image.

    Args:
        scenario: what is drawn.
        dataset: what it is about.
        size: of the page in pixels.
        view: how much of the network is drawn.
        style: which parts, and their appearance.
        scale: pixels of the image for one of the page, which itself stays as it is.
        going: called again and again; ends the drawing by raising an exception.

    Raises:
        OSError: it does not fit into memory.

    """
    form = QImage.Format.Format_ARGB32_Premultiplied if style.transparent else None
    width, height = (max(1, round(side * scale)) for side in size)
    image = QImage(width, height, form or QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"a picture of {width} by {height} pixels does not fit into memory")
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.scale(width / size[0], height / size[1])
        draw_page(painter, QSize(*size), scenario, dataset, view, style, going)
    metre = round(dpi_of(size) * scale / 0.0254)
    image.setDotsPerMeterX(metre)
    image.setDotsPerMeterY(metre)
    return image


def png_bytes(image: QImage) -> bytes:
    """An image as PNG.

    Raises:
        OSError: it cannot be encoded.

    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    # Packs in a third of the time of the default and makes a file that is hardly larger.
    writer.setQuality(80)
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def picture_bytes(asked: Request, kind: PictureKind, going: Going = go_on) -> bytes:
    """A picture as the content of a file, drawn as long as it is going on.

    Raises:
        OSError: it does not fit into memory, or cannot be encoded.

    """
    scenario, dataset = asked.scenario, asked.dataset
    words = picture_words(scenario, dataset)
    carried = carried_text(scenario, dataset) if asked.carries else None
    if kind is PictureKind.PNG:
        image = draw_image(scenario, dataset, asked.size, asked.view, asked.style, going=going)
        texts = {
            "Title": scenario.name,
            "Description": words,
            "Software": f"Iraq Explorer {__version__}",
            XMP_KEYWORD: xmp_with_text(scenario.name, words, None, "image/png").decode(),
        }
        if carried is not None:
            texts |= {"Source": picture_sources(scenario, dataset), KEYWORD: carried}
        return png_with_texts(png_bytes(image), texts)

    from iraq_explorer.ui.vector import pdf_bytes, svg_bytes

    def draw(painter: QPainter, page: QSize) -> None:
        draw_page(painter, page, scenario, dataset, asked.view, asked.style, going)

    make = svg_bytes if kind is PictureKind.SVG else pdf_bytes
    return make(draw, asked.size, scenario.name, words, carried)


# -- files -----------------------------------------------------------------------------------------


def save_bytes(content: bytes, path: Path) -> None:
    """Write a file: it appears whole or not at all.

    Raises:
        OSError: it cannot be written; the message names the file.

    """
    file = QSaveFile(str(path))
    if (
        not file.open(QIODevice.OpenModeFlag.WriteOnly)
        or file.write(content) != len(content)
        or not file.commit()
    ):
        raise OSError(f"{path}: cannot be written: {file.errorString()}")


def _named(path: Path, make: Callable[[], bytes]) -> bytes:
    """What is made for a file; where that fails, the problem names it."""
    try:
        return make()
    except OSError as error:
        raise OSError(f"{path}: cannot be written: {error}") from error


def save_png(image: QImage, path: Path) -> None:
    """Write an image as PNG, whole or not at all.

    Raises:
        OSError: it cannot be written; the message names the file.

    """
    save_bytes(_named(path, lambda: png_bytes(image)), path)


def write_picture(asked: Request, path: Path, going: Going = go_on) -> None:
    """Draw a picture and write it in the format of its file, the description beside it if asked.

    It is drawn as long as it is going on; where it does not, no file appears.

    Raises:
        OSError: it cannot be drawn or written; the message names the file.
        ValueError: the file's name is that of no format.

    """
    kind = PictureKind.of(path)
    if kind is None:
        raise ValueError(f"{path}: no format of pictures; .png, .svg and .pdf are")
    save_bytes(_named(path, lambda: picture_bytes(asked, kind, going)), path)
    if asked.described:
        words = full_words(asked.scenario, asked.dataset)
        save_bytes(words.encode(), description_path(path))


def write_png(
    scenario: Scenario,
    dataset: Dataset,
    path: Path,
    size: tuple[int, int],
    view: View | None = None,
) -> None:
    """Draw a scenario and write it as PNG.

    Raises:
        OSError: the file cannot be written, or the picture is too large for memory.

    """
    write_picture(Request(scenario, dataset, size, view), path)
