"""Text inside files of pictures: put into PNG, SVG and PDF, and taken out again, without Qt.

PNG has chunks of text (W3C, *Portable Network Graphics*, 11.3.3), SVG an element ``metadata``, PDF
a packet of XMP (ISO 16684-1), which is meant to be found by searching the bytes. What is read may
come from anywhere: nothing is believed, and nothing may take long or fill the memory.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import escape

from iraq_explorer.storage.picture_file import PictureKind

MOST_TEXT = 1 << 20
"""Bytes of text that are read from a picture; a scenario has some thousand."""
NAMESPACE = "urn:iraq-explorer:picture"
"""Of the element that holds our text in SVG and XMP."""
KEYWORD = "iraq-explorer"
"""Of the PNG chunk that holds our text."""
XMP_KEYWORD = "XML:com.adobe.xmp"
"""Of the PNG chunk that holds a packet of XMP."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS = 1 << 17
_MOST_XML = 8 << 20
_MOST_PDF = 256 << 20
_STEP = 1 << 16
_XMP_START, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"


class PictureError(Exception):
    """A picture carries no scenario that can be used; the message says why, in one line."""


def text_of(path: Path) -> str:
    """The text that was put into a picture.

    Raises:
        PictureError: the file cannot be read, is no picture, is damaged, or carries no text of
            ours; the message does not name the file.

    """
    try:
        with path.open("rb") as file:
            head = file.read(1024)
            file.seek(0)
            if head.startswith(_SIGNATURE):
                found = _png_text(file)
            elif head.startswith(b"%PDF-"):
                found = _pdf_text(file)
            elif b"<" in head[:64] and b"\0" not in head:
                found = _xml_text(file)
            elif PictureKind.of(path) is not None:
                raise PictureError(f"it is no {PictureKind.of(path)} file: damaged, or renamed")
            else:
                raise PictureError("it is neither PNG nor SVG nor PDF")
    except OSError as error:
        raise PictureError(f"it cannot be read: {error.strerror or error}") from error
    if found is None:
        raise PictureError("it carries no scenario: exported without one, or saved by a program "
                           "that drops such data")  # fmt: skip
    return found


# -- PNG -------------------------------------------------------------------------------------------


def png_with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """A PNG with texts by keyword, each as an ``iTXt`` chunk before the pixels.

    Keywords are those of the standard (``Title``, ``Description``, ``Source``, ``Software``),
    ``XMP_KEYWORD`` or ``KEYWORD``; texts are of any script and any length.

    Raises:
        ValueError: the bytes are no PNG.

    """
    if not png.startswith(_SIGNATURE) or png[12:16] != b"IHDR":
        raise ValueError("no PNG")
    header = len(_SIGNATURE) + 25  # the first chunk is always of this size
    chunks = [
        _chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + _plain(text).encode())
        for key, text in texts.items()
    ]
    return png[:header] + b"".join(chunks) + png[header:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_text(file: BinaryIO) -> str | None:
    for kind, data in _text_chunks(file):
        key, _, rest = data.partition(b"\0")
        if key != KEYWORD.encode():
            continue
        if kind == b"tEXt":
            return _decoded(rest, "latin-1")
        if kind == b"zTXt":
            return _decoded(_inflated(rest[1:]), "latin-1")
        packed, rest = rest[:1], rest[2:]
        for _ in ("language", "keyword in that language"):
            _, _, rest = rest.partition(b"\0")
        return _decoded(_inflated(rest) if packed == b"\1" else rest, "utf-8")
    return None


def _text_chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of text, checked; pixels are skipped unread."""
    file.seek(len(_SIGNATURE))
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            raise PictureError("it is damaged: the file ends too early")
        (length,), kind = struct.unpack(">I", head[:4]), head[4:]
        if kind == b"IEND":
            return
        if kind not in (b"tEXt", b"zTXt", b"iTXt"):
            file.seek(length + 4, 1)
            continue
        if length > MOST_TEXT:
            raise PictureError(f"it is refused: {length:,} bytes of text are too many")
        data = file.read(length)
        check = file.read(4)
        if len(data) < length or len(check) < 4:
            raise PictureError("it is damaged: the file ends too early")
        if struct.unpack(">I", check)[0] != zlib.crc32(kind + data):
            raise PictureError("it is damaged: a checksum is wrong")
        yield kind, data
    raise PictureError("it is refused: it has too many parts")


def _inflated(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MOST_TEXT)
    except zlib.error as error:
        raise PictureError("it is damaged: its text cannot be unpacked") from error
    if unpacking.unconsumed_tail:
        raise PictureError("it is refused: its text is too long")
    if not unpacking.eof:
        raise PictureError("it is damaged: its text ends too early")
    return text


def _decoded(data: bytes, coding: str) -> str:
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        raise PictureError("it is damaged: its text is no Unicode") from error


# -- SVG and XMP -----------------------------------------------------------------------------------


def svg_with_text(svg: bytes, text: str) -> bytes:
    """An SVG with a text in its ``metadata``, before anything that is drawn.

    Raises:
        ValueError: the bytes are no SVG that has definitions.

    """
    before, found, after = svg.partition(b"<defs>")
    if not found or b"<svg" not in before:
        raise ValueError("no SVG")
    held = f"<metadata>{_element(text)}</metadata>\n"
    return before + held.encode() + found + after


def xmp_with_text(
    title: str, description: str, text: str | None, form: str = "application/pdf"
) -> bytes:
    """A packet of XMP (ISO 16684-1).

    Args:
        title: as Dublin Core has it.
        description: told as description, as Dublin Core has it, and as alternative text (IPTC
            Photo Metadata Standard 2021.1, *Alt Text (Accessibility)*).
        text: of ours; nothing is where ``None``.
        form: the media type of the file that holds the packet.

    """
    kinds = (
        ("dc:title", title),
        ("dc:description", description),
        ("Iptc4xmpCore:AltTextAccessibility", description),
    )
    core = "".join(
        f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(_plain(value))}</rdf:li>'
        f"</rdf:Alt></{name}>"
        for name, value in kinds
    )
    # The byte order mark says to readers of the packet that it is UTF-8.
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f"<dc:format>{form}</dc:format>{core}"
        f"{'' if text is None else _element(text)}"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _element(text: str) -> str:
    return f'<ie:scenario xmlns:ie="{NAMESPACE}">{escape(_plain(text))}</ie:scenario>'


def _plain(text: str) -> str:
    """The text without what neither XML nor PNG can hold: control characters and half pairs."""
    kept = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff\x7f"))
    return kept.encode(errors="replace").decode()


class _Found(Exception):  # noqa: N818 - it ends the reading, and is no fault
    """Everything there is to read was read."""


class _Xml:
    """Listens for our element. Definitions of entities are refused where they begin."""

    def __init__(self) -> None:
        self.text: str | None = None
        self._parts: list[str] | None = None
        self._length = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._on_doctype
        self.parser.EntityDeclHandler = self._on_entity
        self.parser.StartElementHandler = self._on_start
        self.parser.EndElementHandler = self._on_end
        self.parser.CharacterDataHandler = self._on_text
        self._first = True

    def _on_doctype(self, _: str, system: str | None, public: str | None, inner: bool) -> None:
        if inner:
            self._on_entity()

    def _on_entity(self, *_: object) -> None:
        raise PictureError("it is refused: it defines entities of its own")

    def _on_start(self, name: str, _: dict[str, str]) -> None:
        if self._first and name.rpartition(" ")[2] not in ("svg", "xmpmeta"):
            raise PictureError("it is XML, but no SVG")
        self._first = False
        if name == f"{NAMESPACE} scenario":
            self._parts = []

    def _on_end(self, name: str) -> None:
        if self._parts is not None:
            self.text = "".join(self._parts)
            raise _Found

    def _on_text(self, text: str) -> None:
        if self._parts is None:
            return
        self._length += len(text)
        if self._length > MOST_TEXT:
            raise PictureError("it is refused: its text is too long")
        self._parts.append(text)


def _xml_text(file: BinaryIO) -> str | None:
    listener, read = _Xml(), 0
    try:
        while part := file.read(_STEP):
            read += len(part)
            if read > _MOST_XML:
                raise PictureError("it is refused: it is too large")
            listener.parser.Parse(part, False)
        listener.parser.Parse(b"", True)
    except _Found:
        pass
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PictureError(f"it is damaged: {error}") from error
    return listener.text


# -- PDF -------------------------------------------------------------------------------------------


def _pdf_text(file: BinaryIO) -> str | None:
    """Our text in a packet of XMP; the packet lies open in the file, as XMP asks for."""
    packet, kept, read = b"", b"", 0
    while part := file.read(_STEP):
        read += len(part)
        if read > _MOST_PDF:
            raise PictureError("it is refused: it is too large")
        if packet:
            packet += part
        else:
            kept = kept[-len(_XMP_START) :] + part
            at = kept.find(_XMP_START)
            packet = kept[at:] if at >= 0 else b""
        end = packet.find(_XMP_END)
        if end >= 0:
            return _xml_text(BytesIO(packet[: end + len(_XMP_END)]))
        if len(packet) > 2 * MOST_TEXT:
            raise PictureError("it is refused: its text is too long")
    if packet:
        raise PictureError("it is damaged: the file ends too early")
    return None
