"""The line of each kind of tie: its dashes, its width and how pale it is."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Tie, TieKind
from iraq_explorer.ui.palette import Theme


class LineKind(StrEnum):
    """The line styles of ties, each with a dash pattern that grey print keeps."""

    FRIENDLY = "friendly"
    TACIT = "tacit"
    TALKS = "talks"
    HOSTILE = "hostile"
    FIGHT = "fight"
    STRUCTURE = "structure"


def line_kind(tie: Tie) -> LineKind:
    """The line style of a tie."""
    if tie.kind is TieKind.FIGHTS:
        return LineKind.FIGHT
    if tie.sign < 0:
        return LineKind.HOSTILE
    if tie.kind is TieKind.BACKS_TACITLY:
        return LineKind.TACIT
    if tie.kind is TieKind.NEGOTIATES:
        return LineKind.TALKS
    return LineKind.STRUCTURE if tie.kind.structural else LineKind.FRIENDLY


_DASHES: dict[LineKind, list[float]] = {
    LineKind.TACIT: [0.1, 3.0],
    LineKind.TALKS: [5.0, 3.0, 0.1, 3.0],
    LineKind.HOSTILE: [4.0, 3.0],
    LineKind.FIGHT: [4.0, 2.0],
}


@lru_cache(maxsize=256)
def tie_pen(
    theme: Theme, kind: LineKind, certainty: Certainty, *, faded: bool = False, scale: float = 1.0
) -> QPen:
    """The pen of a tie. Doubtful ties are paler; those outside the focus nearly vanish.

    Kept, as a drawing asks for the same few pens at every line; nobody changes one.
    """
    colour = {
        LineKind.FRIENDLY: theme.friendly,
        LineKind.TACIT: theme.friendly,
        LineKind.TALKS: theme.talks,
        LineKind.HOSTILE: theme.hostile,
        LineKind.FIGHT: theme.hostile,
        LineKind.STRUCTURE: theme.structure,
    }[kind]
    share = 0.85
    if certainty in (Certainty.CONTESTED, Certainty.HYPOTHETICAL):
        share = 0.6
    if faded:
        share = 0.14
    width = {LineKind.FIGHT: 2.8, LineKind.STRUCTURE: 1.1, LineKind.TACIT: 2.2}.get(kind, 1.7)
    pen = QPen(theme.wash(colour, share), width * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    return pen


@lru_cache(maxsize=256)
def fine_tie_pen(
    theme: Theme, kind: LineKind, certainty: Certainty, *, faded: bool = False
) -> QPen:
    """The pen of one tie among very many: one pixel wide, which Qt draws several times faster.

    Dashes take the place of width, so that the kinds still differ.
    """
    pen = QPen(tie_pen(theme, kind, certainty, faded=faded))
    pen.setColor(theme.wash(pen.color(), 0.75))
    pen.setWidthF(1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind in _FINE_DASHES:
        pen.setDashPattern(_FINE_DASHES[kind])
    return pen


_FINE_DASHES: dict[LineKind, list[float]] = {
    LineKind.TACIT: [1.5, 3.0],
    LineKind.TALKS: [7.0, 3.0, 1.5, 3.0],
    LineKind.HOSTILE: [5.0, 3.0],
    LineKind.FIGHT: [12.0, 3.0],
}
