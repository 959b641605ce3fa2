"""Where the keyboard is on the board: on a card or on a head, and its steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from iraq_explorer.ui.board_columns import Column
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.selection import Selection


@dataclass(frozen=True, slots=True)
class Spot:
    """A card, or the head of a coalition's column."""

    bloc: str = ""
    coalition: str = ""
    """Set for a head only."""


def spots_of(column: Column) -> tuple[Spot, ...]:
    """The spots of a column from top to bottom."""
    head = (Spot(coalition=column.id),) if column.id is not None else ()
    return (*head, *(Spot(bloc.id) for bloc, _ in column.cards))


def rect_of(columns: Sequence[Column], spot: Spot) -> QRectF | None:
    """Where a spot is; ``None`` where it is gone."""
    for column in columns:
        if spot.coalition and column.id == spot.coalition:
            return column.head
        for bloc, rect in column.cards:
            if bloc.id == spot.bloc:
                return rect
    return None


def spot_of(selection: Selection) -> Spot | None:
    """The spot of what is selected, of several that which was last."""
    if selection.nodes:
        return Spot(selection.nodes[-1])
    return Spot(coalition=selection.coalition) if selection.coalition else None


def first_spot(columns: Sequence[Column]) -> Spot | None:
    """The first card; where there is none, the first head."""
    cards = [Spot(bloc.id) for column in columns for bloc, _ in column.cards]
    heads = [spot for column in columns for spot in spots_of(column)]
    return next(iter(cards or heads), None)


def stepped(columns: Sequence[Column], here: Spot, across: int, down: int) -> Spot:
    """The spot one step away, or the same at an edge.

    Sideways it goes from head to head, and from card to card past columns that have none.
    """
    ways = [spots_of(column) for column in columns]
    x = next((number for number, way in enumerate(ways) if here in way), None)
    if x is None:
        return here
    y = ways[x].index(here)
    if down:
        return ways[x][max(0, min(len(ways[x]) - 1, y + down))]
    x += across
    while 0 <= x < len(ways):
        if here.coalition and ways[x]:
            return ways[x][0]
        cards = [spot for spot in ways[x] if spot.bloc]
        if cards:
            above = sum(bool(spot.coalition) for spot in ways[x - across][:y])
            return cards[min(y - above, len(cards) - 1)]
        x += across
    return here


def paint_ring(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A ring around the spot that has the keyboard."""
    painter.setPen(QPen(theme.text, 1.6, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
