"""Pages of pictures, read by others: what they show, how they are laid out, what they carry."""

import re
import subprocess
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import combinations, cycle
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtPrintSupport import QPrinter

from iraq_explorer.core.alt_text import alternative_text
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.what_if import WhatIf
from iraq_explorer.storage.picture_file import SIZES, USUAL_PARTS, Look, Part, PictureKind
from iraq_explorer.ui import page_network
from iraq_explorer.ui.network_painter import paint_header
from iraq_explorer.ui.network_picture import header_size, text_width
from iraq_explorer.ui.page import THEMES, Block, Style, arranged, draw_page
from iraq_explorer.ui.page_blocks import lines_of_text, reads_leftward
from iraq_explorer.ui.page_power import power_of_lists
from iraq_explorer.ui.palette import DARK, LIGHT
from iraq_explorer.ui.print_look import letter
from iraq_explorer.ui.printing import print_page
from iraq_explorer.ui.snapshot import Request, draw_image, full_words, picture_bytes

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = {
    Part.BOARD: "COALITIONS",
    Part.POWER: "POWER AND SEATS, BY LIST",
    Part.NOTE: "NOTE",
    Part.LEGEND: "rival, opposes",
    Part.SOURCES: "Sources: ",
    Part.NETWORK: "129 seats",
    Part.HEMICYCLE: "34 short of 163",
}


@pytest.fixture
def october(dataset: Dataset, qapp: object) -> Scenario:
    return dataset.scenarios["maliki_sadr_2010"]


def request(scenario: Scenario, dataset: Dataset, *parts: Part, **more: object) -> Request:
    style = Style(frozenset(parts or USUAL_PARTS), more.pop("look", Look.LIGHT))  # type: ignore[arg-type]
    return Request(scenario, dataset, style=style, **more)  # type: ignore[arg-type]


def svg_words(asked: Request) -> list[str]:
    """What the text elements of the SVG say."""
    root = ElementTree.fromstring(picture_bytes(asked, PictureKind.SVG))
    assert root.find(f".//{SVG}image") is None
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def pdf_words(content: bytes) -> str:
    text = PdfReader(BytesIO(content)).pages[0].extract_text()
    return " ".join(unicodedata.normalize("NFKC", text).split())


# -- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
def test_a_part_is_there_when_it_is_chosen_and_only_then(
    part: Part, october: Scenario, dataset: Dataset
) -> None:
    october = replace(october, note="Said beside.")
    chosen = {part, Part.NETWORK} if part is Part.LEGEND else {part}
    with_it = " ".join(svg_words(request(october, dataset, *chosen)))
    assert HEADINGS[part] in with_it
    others = set(Part) - {part} - ({Part.BOARD} if part is Part.HEMICYCLE else set())
    assert HEADINGS[part] not in " ".join(svg_words(request(october, dataset, *others)))


def test_every_choice_of_parts_can_be_drawn_in_every_shape(
    october: Scenario, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where the nodes stand does not matter here, and takes most of the time.
    nodes = dataset.network(october).nodes
    places = {node.id: (number * 40.0, number % 5 * 60.0) for number, node in enumerate(nodes)}
    monkeypatch.setattr(page_network, "arranged_for", lambda _: places)
    every = [parts for number in range(8) for parts in combinations(Part, number)]
    shapes = cycle([(320, 180), (180, 320), (240, 240)])
    for parts, size in zip(every, shapes, strict=False):
        image = QImage(QSize(*size), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        draw_page(painter, image.size(), october, dataset, None, Style(frozenset(parts)))
        painter.end()


def block(height: float) -> Block:
    """One that needs the height at a width of 400, and more where it is narrower."""
    return Block(lambda width: height * (400 / width) ** 0.5, lambda *_: None)


@settings(max_examples=30)
@given(
    width=st.floats(700, 3000),
    heights=st.lists(st.floats(30, 500), max_size=6),
    parts=st.sampled_from([{Part.NETWORK}, {Part.HEMICYCLE}, set()]),
)
def test_blocks_stand_on_the_page_and_beside_one_another(
    width: float, heights: list[float], parts: set[Part]
) -> None:
    room = QRectF(34, 100, width, 1_300_000 / width)
    main, placed = arranged(room, frozenset(parts), [block(height) for height in heights])
    assert (main is not None) == bool(parts)
    rects = [entry.rect for entry in placed] + ([main] if main is not None else [])
    for rect in rects:
        assert room.adjusted(-1, -1, 1, 1).contains(rect)
    for one, other in combinations(rects, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))
    if main is not None:
        assert main.width() * main.height() > 0.15 * room.width() * room.height()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_is_said_leaves_the_page(
    size: str, october: Scenario, dataset: Dataset
) -> None:
    named = replace(october, name="A name of a scenario that goes on and on " * 5)
    width, height = SIZES[size]
    asked = request(named, dataset, *Part, size=(width, height))
    root = ElementTree.fromstring(picture_bytes(asked, PictureKind.SVG))
    parents = {child: parent for parent in root.iter() for child in parent}
    for text in root.iter(f"{SVG}text"):
        form = parents[text].get("transform", "matrix(1,0,0,1,0,0)")
        a, _, _, d, e, f = map(float, form.removeprefix("matrix(").removesuffix(")").split(","))
        x, y = float(text.get("x", 0)) * a + e, float(text.get("y", 0)) * d + f
        assert 0 <= x <= width, text.text
        assert 0 <= y <= height, text.text


def test_an_empty_scenario_with_an_impossible_quota_has_every_part(
    october: Scenario, dataset: Dataset
) -> None:
    empty = replace(october, coalitions=(), membership={}, sources=(), note="", name="")
    words = " ".join(svg_words(request(empty.with_quota(400), dataset, *Part)))
    assert "Nobody can win: the quota is more than all seats." in words
    assert "own quota: 400 of 325" in words
    assert "NOTE" not in words


def test_a_note_that_is_too_long_ends_with_dots(october: Scenario, dataset: Dataset) -> None:
    noted = replace(october, note="word " * 3000)
    words = svg_words(request(noted, dataset, *Part))
    assert [text for text in words if text.startswith("word")][-1].endswith("…")


LONG = "State of Law with the Sadrists, the independents and the rest"


@pytest.mark.parametrize("size", ["1080p", "a4-portrait", "square"])
def test_a_long_name_of_a_coalition_is_told_whole(
    size: str, october: Scenario, dataset: Dataset
) -> None:
    first, *others = october.coalitions
    named = replace(october, coalitions=(replace(first, name=LONG), *others))
    asked = request(named, dataset, *(set(Part) - {Part.NETWORK}), size=SIZES[size])
    words = svg_words(asked)
    start = next(n for n, text in enumerate(words) if text.startswith("State of Law with"))
    assert " ".join(words[start : start + 2]) == LONG


def test_a_name_over_a_region_is_not_cut(october: Scenario, dataset: Dataset) -> None:
    coalition = replace(october.coalitions[0], name=LONG)
    verdict = october.verdicts(dataset.chamber_of(october))[coalition.id]
    scale = 0.77  # letters of 11.55 pixels, which are painted in 12
    width, height = (side * scale for side in header_size(coalition, verdict))
    image = QImage(900, 60, QImage.Format.Format_RGB32)
    image.fill(LIGHT.canvas)
    rect = QRectF((900 - width) / 2, 10, width, height)
    with QPainter(image) as painter:
        paint_header(painter, rect, coalition, verdict, LIGHT, scale, warned=False)
    ground = (LIGHT.canvas.red(), LIGHT.canvas.green(), LIGHT.canvas.blue())
    inked = numpy.flatnonzero((pixels(image)[..., :3] != ground).any(axis=(0, 2)))
    assert inked[-1] - inked[0] > text_width(LONG, 15 * scale, bold=True) - 4


def test_few_words_beside_the_network_are_large(october: Scenario, dataset: Dataset) -> None:
    room = QRectF(34, 100, 1532, 700)
    _, placed = arranged(room, frozenset({Part.NETWORK}), [block(120), block(150)])
    assert all(entry.zoom > 1.3 for entry in placed)
    _, crowded = arranged(room, frozenset({Part.NETWORK}), [block(400)] * 4)
    assert all(entry.zoom < 1 for entry in crowded)


def test_lines_of_a_paragraph_are_read_in_its_direction(qapp: object) -> None:
    arabic = "الصدريون والمجلس الأعلى English words كتلة القائمة العراقية"
    lines = lines_of_text(arabic, 13, 170)
    assert any(line.startswith("\u200f") for line in lines)
    assert all(reads_leftward(line) for line in lines)
    english = lines_of_text(f"He says: {arabic}", 13, 100)
    assert not any(reads_leftward(line) for line in english)
    assert " ".join(line.strip("\u200e\u200f") for line in lines) == arabic


def test_a_note_is_aligned_where_its_lines_begin(october: Scenario, dataset: Dataset) -> None:
    def left_and_right(note: str) -> tuple[set[float], set[float]]:
        style = Style(frozenset({Part.NOTE}))
        image = draw_image(replace(october, note=note), dataset, SIZES["screen"], None, style)
        dark = pixels(image)[170:, :, 0] < 120
        rows = [row for row in numpy.array_split(dark, 30) if row.any()]
        ends = [numpy.flatnonzero(row.any(axis=0)) for row in rows]
        return {float(end[0]) for end in ends}, {float(end[-1]) for end in ends}

    lefts, rights = left_and_right("one\ntwo words\nthree words more")
    assert max(lefts) < 100
    lefts, rights = left_and_right("كتلة\nكتلة كبيرة\nكتلة كبيرة جدا في المجلس")
    assert min(rights) > 1180


def test_power_stands_beside_seats_and_adds_up(october: Scenario, dataset: Dataset) -> None:
    rows = power_of_lists(october, dataset.chamber_of(october))
    assert sum(seats for _, seats, _ in rows) == sum(power for *_, power in rows) == 1
    first = rows[0]
    assert (first[0].name, first[1]) == ("Iraqi National Movement (al-Iraqiya)", Fraction(91, 325))
    words = svg_words(request(october, dataset, Part.POWER))
    assert "28.0 %" in words
    assert f"{round(first[2] * 1000) / 10} %" in words


def test_assumptions_are_said_on_the_page(october: Scenario, dataset: Dataset) -> None:
    chamber = dataset.chamber_of(october)
    assumed = october.with_what_if(WhatIf().transfer(chamber, "ka10_kdp", 3, "ka10_puk"), chamber)
    words = " ".join(svg_words(request(assumed, dataset)))
    assert "Not the official seats · assumes: " in words
    assert "KDP with 29 seats" in words
    assert "Not the official seats" not in " ".join(svg_words(request(october, dataset)))


# -- appearance ------------------------------------------------------------------------------------


def pixels(image: QImage) -> "numpy.typing.NDArray[numpy.uint8]":
    whole = image.convertToFormat(QImage.Format.Format_RGBA8888)
    found = numpy.frombuffer(whole.constBits(), numpy.uint8)
    return found.reshape(image.height(), image.width(), 4).copy()


def test_print_is_grey_and_tells_coalitions_apart(october: Scenario, dataset: Dataset) -> None:
    style = Style(frozenset(Part), Look.PRINT)
    found = pixels(draw_image(october, dataset, SIZES["1080p"], None, style)).astype(int)
    assert (found[..., 0] == found[..., 1]).all()
    assert (found[..., 1] == found[..., 2]).all()
    words = svg_words(request(october, dataset, *Part, look=Look.PRINT))
    for number, coalition in enumerate(october.coalitions):
        assert f"{letter(number)} · {coalition.name}" in words
        assert letter(number) in words  # at the rim of the hemicycle


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_dark_is_dark_and_clear_ground_is_clear(october: Scenario, dataset: Dataset) -> None:
    dark = draw_image(october, dataset, (640, 400), None, Style(look=Look.DARK))
    assert dark.pixelColor(2, 2) == DARK.canvas
    clear = draw_image(october, dataset, (640, 400), None, Style(transparent=True))
    assert clear.pixelColor(2, 2).alpha() == 0
    opaque = pixels(clear)[..., 3] == 255
    assert 0.02 < opaque.mean() < 0.5


@pytest.mark.parametrize("look", Look)
def test_words_on_a_clear_ground_have_no_box_and_no_line_behind_them(
    look: Look, october: Scenario, dataset: Dataset
) -> None:
    style = Style(look=look, transparent=True)
    clear = pixels(draw_image(october, dataset, SIZES["screen"], None, style))
    canvas = THEMES[look].canvas
    boxed = (clear == (canvas.red(), canvas.green(), canvas.blue(), 255)).all(axis=2)
    # Rings around nodes and marks on lines are left, and in grey the plates of states.
    assert boxed[150:, :900].mean() < (0.003 if look is not Look.PRINT else 0.025)
    svg = picture_bytes(Request(october, dataset, style=style), PictureKind.SVG)
    assert ElementTree.fromstring(svg).find(f".//{SVG}clipPath") is not None


def test_a_picture_is_the_same_at_every_size(october: Scenario, dataset: Dataset) -> None:
    small, large = (svg_words(request(october, dataset, *Part, size=SIZES[s]))
                    for s in ("1080p", "4k"))  # fmt: skip
    assert small == large


# -- what other readers find -----------------------------------------------------------------------


@pytest.mark.parametrize("origin", ["maliki_sadr_2010", "sofa_2008"])
def test_the_text_of_vector_pictures_is_text(origin: str, dataset: Dataset, qapp: object) -> None:
    scenario = dataset.scenarios[origin]
    asked = request(scenario, dataset, *Part, size=SIZES["a4"])
    svg = " ".join(" ".join(svg_words(asked)).split())
    pdf = pdf_words(picture_bytes(asked, PictureKind.PDF))
    chamber = dataset.chamber_of(scenario)
    for words in (svg, pdf):
        assert scenario.name in words
        for coalition in scenario.coalitions:
            assert coalition.name in words
        for bloc in chamber.blocs:
            if bloc.seats >= 8:
                assert bloc.name.label in words, bloc.name.label
        assert "Banzhaf power" in words


def alternative_in(content: bytes) -> str:
    """The alternative text in the packet of XMP that a file holds, as IPTC puts it there."""
    name = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility"
    packet = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", content, re.DOTALL)
    assert packet is not None
    found = ElementTree.fromstring(packet[0]).find(f".//{name}")
    assert found is not None
    return "".join(found.itertext())


@pytest.mark.skipif(not which("pdftotext"), reason="poppler is not there")
def test_a_pdf_is_read_by_poppler_too(october: Scenario, dataset: Dataset, tmp_path: Path) -> None:
    named = replace(october, name="October 2010: بغداد & Erbil")
    path = tmp_path / "page.pdf"
    path.write_bytes(picture_bytes(request(named, dataset, *Part), PictureKind.PDF))
    words, about = (
        subprocess.run([tool, str(path), *more], capture_output=True, text=True, check=True).stdout
        for tool, *more in (("pdftotext", "-"), ("pdfinfo",))
    )
    assert re.search(r"^Title: +October 2010: بغداد & Erbil$", about, re.MULTILINE)
    assert "Date" not in about
    for coalition in october.coalitions:
        assert coalition.name in words
    assert "34 short of 163" in words


def test_a_png_tells_what_it_shows(october: Scenario, dataset: Dataset) -> None:
    content = picture_bytes(request(october, dataset, size=SIZES["a4"]), PictureKind.PNG)
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer)
    assert reader.text("Title") == october.name
    assert reader.text("Description") == alternative_text(october, dataset)
    assert "The Nation" in reader.text("Source")
    assert dataset.version in reader.text("Source")
    assert content.count(b"iTXtXML:com.adobe.xmp\0") == 1
    assert alternative_in(content) == alternative_text(october, dataset)
    image = reader.read()
    assert (image.width(), image.height()) == (3508, 2480)
    assert image.dotsPerMeterX() == round(300 / 0.0254)


def test_an_svg_tells_what_it_shows(october: Scenario, dataset: Dataset) -> None:
    named = replace(october, name='<b>"A & B"</b> \x07كتلة')
    asked = request(named, dataset, size=SIZES["a4-portrait"])
    root = ElementTree.fromstring(picture_bytes(asked, PictureKind.SVG))
    assert root.findtext(f"{SVG}title") == '<b>"A & B"</b>  كتلة'
    assert "129 seats" in (root.findtext(f"{SVG}desc") or "")
    assert float(root.get("width", "").removesuffix("mm")) == pytest.approx(210, abs=0.1)
    assert [child.tag for child in root][:3] == [f"{SVG}title", f"{SVG}desc", f"{SVG}metadata"]
    fonts = {text.get("font-family", "") for text in root.iter(f"{SVG}text")}
    assert all(font.endswith(",sans-serif") for font in fonts)


def test_a_pdf_tells_what_it_shows_and_no_date(october: Scenario, dataset: Dataset) -> None:
    content = picture_bytes(request(october, dataset, size=SIZES["a3"]), PictureKind.PDF)
    reader = PdfReader(BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == october.name
    assert "/CreationDate" not in reader.metadata
    assert reader.xmp_metadata is not None
    told = reader.xmp_metadata.dc_description
    assert told is not None
    assert told["x-default"] == alternative_text(october, dataset)
    assert alternative_in(content) == alternative_text(october, dataset)
    box = reader.pages[0].mediabox
    assert float(box.width) / 72 * 25.4 == pytest.approx(420, abs=0.4)
    assert float(box.height) / 72 * 25.4 == pytest.approx(297, abs=0.4)


@pytest.mark.parametrize("kind", PictureKind)
def test_the_same_scenario_gives_the_same_bytes_also_from_other_threads(
    kind: PictureKind, october: Scenario, dataset: Dataset
) -> None:
    asked = request(october, dataset, *Part, size=(640, 400))
    expected = picture_bytes(asked, kind)
    with ThreadPoolExecutor(2) as threads:
        beside = [threads.submit(picture_bytes, asked, kind) for _ in range(4)]
        assert picture_bytes(asked, kind) == expected
        assert all(found.result() == expected for found in beside)


def test_words_for_the_clipboard_have_note_and_sources(october: Scenario, dataset: Dataset) -> None:
    told = full_words(october, dataset)
    paragraph, note, sources = told.strip().split("\n\n")
    assert paragraph == alternative_text(october, dataset)
    assert note == october.note
    assert sources.startswith("Sources: ")
    assert f"version {dataset.version}" in sources


# -- paper -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", QPrinter.ColorMode)
def test_a_printed_page_fits_the_paper_and_is_made_for_it(
    colour: QPrinter.ColorMode, october: Scenario, dataset: Dataset, tmp_path_factory: object
) -> None:
    folder = tmp_path_factory.mktemp("paper")  # type: ignore[attr-defined]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "page.pdf"))
    printer.setColorMode(colour)
    print_page(printer, request(october, dataset, look=Look.DARK))
    words = pdf_words((folder / "page.pdf").read_bytes())
    assert october.name in words
    grey = colour == QPrinter.ColorMode.GrayScale
    assert ("A · State of Law + Sadrists" in words) == grey
