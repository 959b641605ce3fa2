"""The page of a picture: which parts it shows, in what appearance, and how it lays itself out.

A page is measured in units that make it as large as 1600 by 900 of them, whatever its shape. So a
picture is the same at every size, and letters keep their proportion to the page. The network, or
the hemicycle where there is none, takes the room that the other parts leave.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import USUAL_PARTS, Look, Part
from iraq_explorer.storage.picture_scenario import in_plain_order
from iraq_explorer.ui.hemicycle import paint_hemicycle
from iraq_explorer.ui.page_blocks import (
    Block,
    coalitions_block,
    note_block,
    rules_block,
    sources_block,
    title_block,
)
from iraq_explorer.ui.page_network import Going, View, go_on, paint_page_network
from iraq_explorer.ui.page_power import power_block
from iraq_explorer.ui.palette import DARK, LIGHT, PRINT, Theme
from iraq_explorer.ui.print_look import lettered, paint_marks

__all__ = [
    "THEMES",
    "USUAL",
    "Block",
    "Going",
    "Style",
    "View",
    "arranged",
    "draw_page",
    "go_on",
]

THEMES: Mapping[Look, Theme] = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.PRINT: PRINT}


@dataclass(frozen=True)
class Style:
    """What a page shows, and how."""

    parts: frozenset[Part] = USUAL_PARTS
    look: Look = Look.LIGHT
    transparent: bool = False
    """Without ground, to be laid over something else."""


USUAL = Style()


_AREA = 1600 * 900
_MARGIN = 34.0
_GAP = 20.0
"""Between blocks, one below the other."""
_ASIDE = 30.0
"""Between columns."""
_COLUMN = 396.0
_LEAST_COLUMN = 330.0
_NARROWEST = 290.0


@dataclass(frozen=True)
class Placed:
    """A block, where it stands on the page, and how much it is enlarged there."""

    block: Block
    rect: QRectF
    zoom: float


def draw_page(
    painter: QPainter,
    size: QSize,
    scenario: Scenario,
    dataset: Dataset,
    view: View | None = None,
    style: Style = USUAL,
    going: Going = go_on,
) -> None:
    """Paint the whole picture over a page of so many pixels, as long as it is going on."""
    scenario = in_plain_order(scenario, dataset)
    if style.look is Look.PRINT:
        scenario = lettered(scenario)
    unit = math.sqrt(size.width() * size.height() / _AREA)
    page = QRectF(0, 0, size.width() / unit, size.height() / unit)
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if not style.transparent:
            ground = THEMES[style.look].canvas
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), ground)
        painter.scale(unit, unit)
        _draw_parts(painter, page, scenario, dataset, view or View(), style, going)
    finally:
        painter.restore()


def _draw_parts(
    painter: QPainter,
    page: QRectF,
    scenario: Scenario,
    dataset: Dataset,
    view: View,
    style: Style,
    going: Going,
) -> None:
    theme = THEMES[style.look]
    room = page.adjusted(_MARGIN, _MARGIN * 0.8, -_MARGIN, -_MARGIN * 0.6)
    title = title_block(scenario, dataset, theme)
    head = title.height(room.width())
    title.paint(painter, QRectF(room.left(), room.top(), room.width(), head))
    room.setTop(room.top() + head + 10)
    if Part.SOURCES in style.parts:
        sources = sources_block(scenario, dataset, theme)
        foot = sources.height(room.width())
        sources.paint(painter, QRectF(room.left(), room.bottom() - foot, room.width(), foot))
        room.setBottom(room.bottom() - foot - 12)
    main, placed = arranged(room, style.parts, _blocks(scenario, dataset, theme, style.parts))
    if main is not None and Part.NETWORK in style.parts:
        paint_page_network(
            painter,
            main,
            scenario,
            dataset,
            view,
            theme,
            legend=Part.LEGEND in style.parts,
            clear=style.transparent,
            going=going,
        )
    elif main is not None:
        _draw_hemicycle(painter, main, scenario, dataset.chamber_of(scenario), theme)
    for entry in placed:
        painter.save()
        painter.translate(entry.rect.topLeft())
        painter.scale(entry.zoom, entry.zoom)
        inner = QRectF(0, 0, entry.rect.width() / entry.zoom, entry.rect.height() / entry.zoom)
        entry.block.paint(painter, inner)
        painter.restore()


def _blocks(
    scenario: Scenario, dataset: Dataset, theme: Theme, parts: frozenset[Part]
) -> tuple[Block, ...]:
    """The blocks beside what is largest, in the order they are read in."""
    chamber = dataset.chamber_of(scenario)
    found = []
    if {Part.NETWORK, Part.HEMICYCLE} <= parts:
        found.append(
            Block(
                lambda width: width * 0.56 + 6,
                lambda painter, area: _draw_hemicycle(painter, area, scenario, chamber, theme),
            )
        )
    if Part.BOARD in parts:
        whole = Part.NETWORK not in parts
        found.append(coalitions_block(scenario, chamber, theme, with_blocs=whole))
        if scenario.leading(chamber) is not None:
            found.append(rules_block(scenario, chamber, theme))
    if Part.POWER in parts:
        found.append(power_block(scenario, dataset, theme))
    if Part.NOTE in parts and scenario.note.strip():
        found.append(note_block(scenario, theme))
    return tuple(found)


# -- laying out ------------------------------------------------------------------------------------


def arranged(
    room: QRectF, parts: frozenset[Part], blocks: Sequence[Block]
) -> tuple[QRectF | None, tuple[Placed, ...]]:
    """Where the largest part stands, if there is one, and where the blocks do.

    On a wide page the blocks stand in columns beside it, on others below it; with nothing larger
    they fill the page. What does not fit in full size is made smaller together.
    """
    if not {Part.NETWORK, Part.HEMICYCLE} & parts:
        return None, _filling(room, blocks)
    if not blocks:
        return room, ()
    network = Part.NETWORK in parts
    if room.width() > room.height() * 1.2:
        return _beside(room, blocks, _BESIDE_NETWORK if network else _BESIDE_DOTS)
    if network:
        return _below(room, blocks, 130, room.height() * 0.42)
    # The dots are as high as the page is wide; more room would be of no use to them.
    spare = room.height() - room.width() * 0.58
    return _below(room, blocks, 180, max(room.height() * 0.45, spare))


@dataclass(frozen=True)
class _Side:
    """What columns beside the largest part may take of it."""

    shares: tuple[float, float, float]
    """Of the page's width, at most, for one, two and three columns."""
    worth: float
    """How much larger words have to be to be worth one more column."""


_BESIDE_NETWORK = _Side((0.30, 0.48, 0.50), 0.3)
_BESIDE_DOTS = _Side((0.37, 0.50, 0.50), 0.12)


def _beside(
    room: QRectF, blocks: Sequence[Block], allowed: _Side
) -> tuple[QRectF, tuple[Placed, ...]]:
    """Columns at the side, as few and as large as fit."""
    zooms = [n / 100 for n in range(138, 49, -4)]
    tries = sorted(
        product(zooms, (1, 2, 3)), key=lambda one: -one[0] * (1 - allowed.worth * (one[1] - 1))
    )
    for zoom, columns in tries:
        most = (room.width() * allowed.shares[columns - 1] + _ASIDE) / columns - _ASIDE
        one = min(_COLUMN * zoom, most)
        if columns > len(blocks) or one < _LEAST_COLUMN * zoom:
            continue
        width = columns * (one + _ASIDE) - _ASIDE
        side = QRectF(room.right() - width, room.top(), width, room.height())
        placed = _in_columns(side, blocks, columns, zoom)
        if _bottom(placed) <= room.bottom() + 1:
            break
    main = QRectF(room.left(), room.top(), side.left() - _GAP - room.left(), room.height())
    return main, _cut(placed, room.bottom())


def _below(
    room: QRectF, blocks: Sequence[Block], largest: int, most: float
) -> tuple[QRectF, tuple[Placed, ...]]:
    """Columns below: enlarged, to so many per cent, only where they stay as low as is said."""
    best: tuple[float, tuple[Placed, ...], float] | None = None
    for zoom in (n / 100 for n in range(largest, 48, -4)):
        for columns in range(1, len(blocks) + 1):
            if (room.width() - (columns - 1) * _ASIDE) / columns < _NARROWEST * zoom:
                break
            placed = _in_columns(room, blocks, columns, zoom)
            height = _bottom(placed) - room.top()
            if best is None or height < best[0] - 1:
                best = height, placed, zoom
        if best is not None and best[0] <= (most if zoom > 1 else max(most, room.height() * 0.5)):
            break
    assert best is not None  # one column is always tried
    height = min(best[0], room.height() * 0.62)
    down = room.height() - height
    moved = tuple(Placed(p.block, p.rect.translated(0, down), p.zoom) for p in best[1])
    main = QRectF(room.left(), room.top(), room.width(), down - _GAP)
    return main, _cut(moved, room.bottom())


def _filling(room: QRectF, blocks: Sequence[Block]) -> tuple[Placed, ...]:
    placed: tuple[Placed, ...] = ()
    for zoom in (n / 100 for n in range(220, 46, -4)):
        for columns in range(1, len(blocks) + 1):
            if (room.width() - (columns - 1) * _ASIDE) / columns < _NARROWEST * zoom:
                break
            placed = _in_columns(room, blocks, columns, zoom)
            if _bottom(placed) <= room.bottom() + 1:
                return placed
    return _cut(placed, room.bottom())


def _in_columns(
    room: QRectF, blocks: Sequence[Block], columns: int, zoom: float
) -> tuple[Placed, ...]:
    """The blocks in their order, in columns as even as can be."""
    width = (room.width() - (columns - 1) * _ASIDE) / columns
    heights = [block.height(width / zoom) * zoom for block in blocks]
    placed = []
    for column, members in enumerate(_shared(heights, columns, _GAP * zoom)):
        y = room.top()
        for number in members:
            left = room.left() + column * (width + _ASIDE)
            rect = QRectF(left, y, width, heights[number])
            placed.append(Placed(blocks[number], rect, zoom))
            y += heights[number] + _GAP * zoom
    return tuple(placed)


def _shared(heights: Sequence[float], columns: int, gap: float) -> list[list[int]]:
    """Which blocks stand in each column, as even as can be.

    They are read column by column; another order has to save a tenth of the height.
    """

    def tallest(shares: Iterable[Sequence[int]]) -> float:
        return max(sum(heights[n] + gap for n in share) for share in shares)

    def share(homes: Sequence[int]) -> list[list[int]]:
        return [[n for n, home in enumerate(homes) if home == c] for c in range(columns)]

    numbers = range(columns)
    in_order = map(share, combinations_with_replacement(numbers, len(heights)))
    read = min(in_order, key=tallest)
    if tallest(read) * 0.9 <= sum(heights) / columns:
        return read
    even = min(map(share, product(numbers, repeat=len(heights))), key=tallest)
    return read if tallest(read) * 0.9 <= tallest(even) else even


def _bottom(placed: Iterable[Placed]) -> float:
    return max((entry.rect.bottom() for entry in placed), default=0.0)


def _cut(placed: Iterable[Placed], bottom: float) -> tuple[Placed, ...]:
    """What stands within the page; a block that would reach beyond gets what room there is."""
    kept = []
    for entry in placed:
        rect = QRectF(entry.rect)
        rect.setBottom(min(rect.bottom(), bottom))
        if rect.height() > 0:
            kept.append(Placed(entry.block, rect, entry.zoom))
    return tuple(kept)


# -- the largest parts -----------------------------------------------------------------------------


def _draw_hemicycle(
    painter: QPainter, area: QRectF, scenario: Scenario, chamber: Chamber, theme: Theme
) -> None:
    # The totals stand below the arc's foot; the whole is in the middle of the height.
    spare = max(0.0, area.height() - area.width() * 0.56)
    area = area.adjusted(0, spare / 2, 0, -area.width() * 0.03)
    paint_hemicycle(painter, area, scenario, chamber, theme)
    if theme is PRINT:
        paint_marks(painter, area, scenario, chamber)
