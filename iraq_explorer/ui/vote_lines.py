"""The lines that a vote has to reach, on an axis of heads: which there are, and where labels go."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from iraq_explorer.core.tally import QUORUM, Result
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.vote_words import rule_name
from iraq_explorer.ui.words import tr

_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """A number of heads that counts under one rule or several."""

    heads: int
    names: tuple[str, ...]
    moves: bool
    """Whether it moves with attendance."""

    @property
    def full(self) -> str:
        """Number and rules."""
        return tr("{heads} {rules}", heads=self.heads, rules=", ".join(self.names))


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words of a line stand."""

    line: Line
    text: str
    left: float
    lane: int
    """0 is next to the axis."""


def lines_of(results: Iterable[Result]) -> tuple[Line, ...]:
    """The lines from left to right; those that move are never joined with those that do not."""
    found: dict[tuple[int, bool], Line] = {}
    for result in results:
        key = result.verdict.quota, result.moves
        held = found.get(key, Line(*key[:1], (), result.moves))
        name = tr("quorum") if result.rule.id == QUORUM else rule_name(result.rule)
        found[key] = replace(held, names=(*held.names, name))
    return tuple(found[key] for key in sorted(found))


def labels_of(
    lines: Sequence[Line],
    place: Callable[[int], float],
    width: Callable[[str], float],
    room: float,
    lanes: int,
) -> tuple[Label, ...]:
    """Labels that touch neither each other nor the ends.

    Args:
        lines: the lines that are labelled, in order.
        place: where a number of heads is.
        width: how wide a text is.
        room: how long the axis is.
        lanes: how many rows of labels there may be.

    Returns:
        Labels with the names of the rules where these find room, else the numbers alone. A number
        that finds none is left out.

    """
    for words in (lambda line: line.full, lambda line: str(line.heads)):
        ends = [-_GAP] * lanes
        found = []
        for line in sorted(lines, key=lambda line: place(line.heads)):
            text = words(line)
            wide = width(text)
            middle = min(max(place(line.heads) - wide / 2, 0.0), room - wide)
            free = [lane for lane in range(lanes) if ends[lane] + _GAP <= middle]
            if not free or wide > room:
                continue
            ends[free[0]] = middle + wide
            found.append(Label(line, text, middle, free[0]))
        if len(found) == len(lines):
            break
    return tuple(found)


def line_pen(theme: Theme, line: Line) -> QPen:
    """A line that stays is solid, one that moves is dashed."""
    pen = QPen(theme.text, 1.6)
    pen.setCosmetic(True)
    if line.moves:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setWidthF(2.0)
        pen.setColor(theme.accent)
    return pen
