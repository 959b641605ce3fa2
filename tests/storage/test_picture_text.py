"""Text in files of pictures: what was put in comes out, and what is hostile is refused."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.storage import picture_text
from iraq_explorer.storage.picture_text import (
    KEYWORD,
    MOST_TEXT,
    PictureError,
    png_with_texts,
    svg_with_text,
    text_of,
    xmp_with_text,
)

PIXELS = zlib.compress(b"\0\0")
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><defs></defs><g/></svg>'
plain = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")), max_size=200)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes) -> bytes:
    """A picture of one pixel with chunks after its header."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    ending = chunk(b"IDAT", PIXELS) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + ending


def pdf(xmp: bytes, before: int = 10) -> bytes:
    return b"%PDF-1.4\n" + b"x" * before + xmp + b"\n%%EOF"


def read(content: bytes, tmp_path: Path, name: str = "picture.png") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return text_of(path)


def refusal(content: bytes, tmp_path: Path, name: str = "picture.png") -> str:
    with pytest.raises(PictureError) as caught:
        read(content, tmp_path, name)
    told = str(caught.value)
    assert "\n" not in told
    return told


@given(text=plain)
def test_what_is_put_in_comes_out(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pictures")
    assert read(png_with_texts(png(), {"Title": "T", KEYWORD: text}), folder) == text
    assert read(svg_with_text(SVG, text), folder, "picture.svg") == text
    assert read(pdf(xmp_with_text("T", "D", text)), folder, "picture.pdf") == text


@pytest.mark.parametrize("before", [0, 65_536 - 15, 65_536 - 9, 200_000])
def test_the_packet_of_a_pdf_is_found_wherever_it_lies(tmp_path: Path, before: int) -> None:
    assert read(pdf(xmp_with_text("T", "D", "found"), before), tmp_path) == "found"


@pytest.mark.parametrize(
    "saved",
    [
        chunk(b"tEXt", b"iraq-explorer\0found"),
        chunk(b"zTXt", b"iraq-explorer\0\0" + zlib.compress(b"found")),
        chunk(b"iTXt", b"iraq-explorer\0\1\0en\0word\0" + zlib.compress(b"found")),
        chunk(b"tEXt", b"Comment\0other") + chunk(b"iTXt", b"iraq-explorer\0\0\0\0\0found"),
    ],
)
def test_text_is_found_however_other_programs_store_it(tmp_path: Path, saved: bytes) -> None:
    assert read(png(saved), tmp_path) == "found"


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert read(svg_with_text(SVG, "found"), tmp_path, "renamed.png") == "found"


def test_an_svg_with_a_plain_doctype_is_read(tmp_path: Path) -> None:
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.org/svg11.dtd">'
    content = svg_with_text(SVG, "found").replace(b"?>\n", b"?>\n" + doctype, 1)
    assert read(content, tmp_path) == "found"


@pytest.mark.parametrize("content", [png(), SVG, pdf(xmp_with_text("T", "D", None)), pdf(b"")])
def test_a_picture_that_carries_nothing_says_so(tmp_path: Path, content: bytes) -> None:
    assert "carries no scenario" in refusal(content, tmp_path)


@pytest.mark.parametrize("name", ["picture.png", "letter.txt"])
@pytest.mark.parametrize("content", [b"", b"Dear all", b"\0" * 2000])
def test_what_is_no_picture_says_so(tmp_path: Path, content: bytes, name: str) -> None:
    told = refusal(content, tmp_path, name)
    assert ("no png file" if name == "picture.png" else "neither PNG nor SVG nor PDF") in told


def test_a_file_that_is_not_there_or_is_a_folder_says_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(PictureError, match="cannot be read"):
            text_of(path)


def test_a_wrong_checksum_is_told(tmp_path: Path) -> None:
    content = png_with_texts(png(), {KEYWORD: "found"}).replace(b"found", b"faked")
    assert "checksum" in refusal(content, tmp_path)


BOMB = zlib.compress(b"x" * (50 << 20), 9)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (png(chunk(b"zTXt", b"iraq-explorer\0\0" + BOMB)), "too long"),
        (png(chunk(b"iTXt", b"iraq-explorer\0\1\0\0\0" + BOMB)), "too long"),
        (png(chunk(b"tEXt", b"iraq-explorer\0" + b"x" * MOST_TEXT)), "too many"),
        (png(struct.pack(">I", 0xFFFFFFFF) + b"tEXt"), "too many"),
        (png(chunk(b"zTXt", b"iraq-explorer\0\0junk")), "cannot be unpacked"),
        (png(chunk(b"zTXt", b"iraq-explorer\0\0" + zlib.compress(b"half" * 99)[:-9])), "too early"),
        (png(chunk(b"iTXt", b"iraq-explorer\0\0\0\0\0\xff\xfe")), "no Unicode"),
        (png(chunk(b"zTXt", b"iraq-explorer")), "too early"),
        (svg_with_text(SVG, "x" * (MOST_TEXT + 1)), "too long"),
        (svg_with_text(SVG, "found")[:80], "damaged"),
        (b"<html><body>no</body></html>", "no SVG"),
        (pdf(b"<x:xmpmeta" + b"x" * (3 * MOST_TEXT)), "too long"),
        (pdf(b"<x:xmpmeta><unclosed></x:xmpmeta>"), "damaged"),
        (pdf(b"<x:xmpmeta>never ends"), "too early"),
    ],
)
def test_bombs_and_fragments_are_refused(tmp_path: Path, content: bytes, told: str) -> None:
    assert told in refusal(content, tmp_path)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://example.org/evil.dtd"> %p;]>',
    ],
)
def test_entities_are_refused_before_they_are_read(tmp_path: Path, doctype: str) -> None:
    content = SVG.replace(b"?>\n", b"?>\n" + doctype.encode(), 1)
    assert "entities" in refusal(content, tmp_path)


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_text, "_MOST_CHUNKS", 50)
    assert "too many parts" in refusal(png(*[chunk(b"teSt", b"")] * 60), tmp_path)


def test_an_endless_svg_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_text, "_MOST_XML", 100_000)
    content = SVG.replace(b"<g/>", b"<g/>" * 50_000)
    assert "too large" in refusal(content, tmp_path)


@given(
    head=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"<svg", b"%PDF-1.4 <x:xmpmeta", SVG]),
    tail=st.binary(max_size=300),
)
def test_whatever_bytes_there_are_the_answer_is_a_text_or_a_refusal(
    head: bytes, tail: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.png"
    path.write_bytes(head + tail)
    with suppress(PictureError):
        assert isinstance(text_of(path), str)


@given(data=st.data())
def test_a_picture_cut_off_or_spoilt_anywhere_is_read_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kinds = (
        png_with_texts(png(), {"Title": "T", KEYWORD: "a scenario"}),
        svg_with_text(SVG, "a scenario"),
        pdf(xmp_with_text("T", "D", "a scenario")),
    )
    content = bytearray(data.draw(st.sampled_from(kinds)))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    path = tmp_path_factory.getbasetemp() / "spoilt.png"
    path.write_bytes(bytes(content[:end]))
    with suppress(PictureError):
        assert isinstance(text_of(path), str)


def test_control_characters_do_not_break_a_file(tmp_path: Path) -> None:
    title = "a\x00b\x07c\ud800"
    assert read(svg_with_text(SVG, title), tmp_path) == "abc?"
    assert read(png_with_texts(png(), {KEYWORD: title}), tmp_path) == "abc?"


def test_text_goes_only_into_pictures_of_that_kind() -> None:
    with pytest.raises(ValueError, match="no PNG"):
        png_with_texts(SVG, {})
    with pytest.raises(ValueError, match="no SVG"):
        svg_with_text(png(), "")


def test_pixels_are_not_read(tmp_path: Path) -> None:
    content = png(chunk(b"IDAT", b"\0" * 5_000_000)).replace(b"IEND", b"IEND", 1)
    asked: list[int] = []

    class Counting(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            asked.append(size or 0)
            return super().read(size)

    assert picture_text._png_text(Counting(content)) is None
    assert max(asked) < 1000
