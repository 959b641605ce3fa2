"""Pictures as SVG and PDF: the same drawing, with text that can be selected and searched."""

import re
import uuid
from collections.abc import Callable

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QHashSeed,
    QIODevice,
    QMarginsF,
    QRect,
    QSize,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from iraq_explorer import __version__
from iraq_explorer.storage.picture_file import dpi_of
from iraq_explorer.storage.picture_text import svg_with_text, xmp_with_text

Draw = Callable[[QPainter, QSize], None]
"""Paints a page of so many pixels."""


def svg_bytes(draw: Draw, size: tuple[int, int], title: str, told: str, text: str | None) -> bytes:
    """A drawing as SVG.

    Args:
        draw: paints it.
        size: of the page in pixels.
        title: its name.
        told: the alternative text.
        text: carried in the metadata; nothing is where ``None``.

    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # SVG 1.1: version 1.2 Tiny, which Qt writes otherwise, cannot leave out a part of a drawing.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(dpi_of(size))
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setTitle(_plain(title))
    generator.setDescription(_plain(told))
    with QPainter(generator) as painter:
        draw(painter, QSize(*size))
    made = _NO_XML.sub(b" ", bytes(buffer.data().data()))
    # Where none of the fonts is there, a browser would take one with serifs.
    made = _FAMILIES.sub(rb'\1,sans-serif"', made)
    return made if text is None else svg_with_text(made, text)


def pdf_bytes(draw: Draw, size: tuple[int, int], title: str, told: str, text: str | None) -> bytes:
    """A drawing as PDF of one page, with the arguments of ``svg_bytes``.

    It tells no date of its own: the same drawing gives the same file.
    """

    def draw_one(painter: QPainter, page: QSize, _: int) -> bool:
        draw(painter, page)
        return True

    made = pdf_of_pages(draw_one, 1, size, title, told, text)
    assert made is not None
    return made


def pdf_of_pages(
    draw: Callable[[QPainter, QSize, int], bool],
    count: int,
    size: tuple[int, int],
    title: str,
    told: str,
    text: str | None = None,
) -> bytes | None:
    """Drawings as the pages of a PDF.

    Args:
        draw: paints the page of a number, from 0; where it answers false, no more is drawn.
        count: how many pages there are.
        size: of each in pixels.
        title: the document's name.
        told: the alternative text.
        text: carried in the metadata; nothing is where ``None``.

    Returns:
        The file, or ``None`` where drawing was given up.

    """
    # Qt writes fonts in the order of a hash table, which would be another one in each process.
    QHashSeed.setDeterministicGlobalSeed()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    dpi = dpi_of(size)
    writer.setResolution(dpi)
    inches = QSizeF(size[0] / dpi, size[1] / dpi)
    page = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(_plain(title))
    writer.setCreator(f"Iraq Explorer {__version__}")
    packet = xmp_with_text(title, told, text)
    writer.setDocumentXmpMetadata(QByteArray(packet))
    identity = uuid.uuid5(uuid.NAMESPACE_OID, packet.hex())
    writer.setDocumentId(QUuid(str(identity)))
    whole = True
    with QPainter(writer) as painter:
        for number in range(count):
            if number:
                writer.newPage()
            whole = draw(painter, QSize(*size), number)
            if not whole:
                break
    if not whole:
        return None
    return _DATES.sub(lambda found: b" " * len(found[0]), bytes(buffer.data().data()))


_NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""Control characters that names can hold and XML cannot, as UTF-8."""

_FAMILIES = re.compile(rb'(font-family="[^"]+)"')

_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")


def _plain(text: str) -> str:
    """Without control characters, which neither XML nor PDF readers take in a name."""
    return "".join(c if c.isprintable() else " " for c in text)
