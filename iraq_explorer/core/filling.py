"""Filling a rectangle: each box at the free place nearest to where it would be, gaps made even."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from iraq_explorer.core.packing import Box
from iraq_explorer.core.scenario import Point


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to be placed: the rectangle it needs, and the parts of it that others keep off."""

    id: str
    left: float
    top: float
    right: float
    bottom: float
    """The sides of the rectangle, from the place of the piece."""
    solid: tuple[Box, ...] = ()
    """Boxes about the place that are taken; the whole rectangle where there are none."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What others keep off."""
        return self.solid or (
            Box(
                self.id,
                (self.left + self.right) / 2,
                (self.top + self.bottom) / 2,
                (self.right - self.left) / 2,
                (self.bottom - self.top) / 2,
            ),
        )


class Filling:
    """A rectangle about the origin that is filled piece by piece."""

    def __init__(self, width: float, height: float, level: float = 1.0) -> None:
        """Begin an empty one.

        Args:
            width: of the rectangle.
            height: of the rectangle.
            level: how many times farther a level way is taken to be as near as an upright one.

        """
        self.width = width
        self.height = height
        self._level = level
        self.places: dict[str, Point] = {}
        self._pieces: dict[str, Piece] = {}
        self._taken: list[tuple[float, float, float, float]] = []

    def put(self, piece: Piece, place: Point) -> None:
        """Put a piece at a place."""
        x, y = place
        self.places[piece.id] = place
        self._pieces[piece.id] = piece
        for box in piece.boxes:
            self._taken.append(
                (x + box.x - box.hw, y + box.y - box.hh, x + box.x + box.hw, y + box.y + box.hh)
            )

    def nearest(self, piece: Piece, aim: Point) -> Point | None:
        """The free place nearest to an aim; ``None`` where there is none.

        The nearest free place is the aim itself, or touches a side of something in one direction
        or in both: so only such places are looked at.
        """
        import numpy as np

        low_x, high_x = -self.width / 2 - piece.left, self.width / 2 - piece.right
        low_y, high_y = -self.height / 2 - piece.top, self.height / 2 - piece.bottom
        if low_x > high_x + 1e-6 or low_y > high_y + 1e-6:
            return None
        aim = (max(low_x, min(high_x, aim[0])), max(low_y, min(high_y, aim[1])))
        if not self._taken:
            return aim
        taken = np.array(self._taken)
        xs = np.concatenate(
            ([aim[0], low_x, high_x], taken[:, 0] - piece.right, taken[:, 2] - piece.left)
        )
        ys = np.concatenate(
            ([aim[1], low_y, high_y], taken[:, 1] - piece.bottom, taken[:, 3] - piece.top)
        )
        xs = np.unique(xs[(xs >= low_x - 1e-6) & (xs <= high_x + 1e-6)])
        ys = np.unique(ys[(ys >= low_y - 1e-6) & (ys <= high_y + 1e-6)])
        x, y = (side.ravel() for side in np.meshgrid(xs, ys))
        order = np.argsort(((x - aim[0]) / self._level) ** 2 + (y - aim[1]) ** 2, kind="stable")
        first = 0
        while first < len(order):
            part = order[first : first + _AT_ONCE]
            px, py = x[part][:, None], y[part][:, None]
            free = ~np.any(
                (px + piece.left < taken[:, 2] - 1e-6)
                & (px + piece.right > taken[:, 0] + 1e-6)
                & (py + piece.top < taken[:, 3] - 1e-6)
                & (py + piece.bottom > taken[:, 1] + 1e-6),
                axis=1,
            )
            if free.any():
                found = part[int(np.argmax(free))]
                return float(x[found]), float(y[found])
            first += _AT_ONCE
        return None

    def settle(self, piece: Piece, aim: Point) -> bool:
        """Put a piece at the free place nearest to an aim; whether there was one."""
        place = self.nearest(piece, aim)
        if place is not None:
            self.put(piece, place)
        return place is not None

    def even_out(self, kept: frozenset[str] = frozenset()) -> None:
        """Move each piece towards the middle between what is on both sides of it.

        Nothing comes to lie over anything by that: a piece stays within its own gap.
        """
        for turn in range(_ROUNDS):
            for key, piece in self._pieces.items():
                if key not in kept:
                    self._centre(key, piece, turn % 2 == 0)

    def _centre(self, key: str, piece: Piece, level: bool) -> None:
        x, y = self.places[key]
        low, high = -self.width / 2 - piece.left, self.width / 2 - piece.right
        if not level:
            low, high = -self.height / 2 - piece.top, self.height / 2 - piece.bottom
        here = x if level else y
        for other_key, other in self._pieces.items():
            if other_key == key:
                continue
            ox, oy = self.places[other_key]
            for a in piece.boxes:
                for b in other.boxes:
                    dx, dy = ox + b.x - x - a.x, oy + b.y - y - a.y
                    along, across = (dx, dy) if level else (dy, dx)
                    reach, side = a.hw + b.hw, a.hh + b.hh
                    if not level:
                        reach, side = side, reach
                    if abs(across) >= side - 1e-6:
                        continue
                    if along > 0:
                        high = min(high, here + along - reach)
                    else:
                        low = max(low, here + along + reach)
        if low < high:
            there = here + ((low + high) / 2 - here) * 0.5
            self.places[key] = (there, y) if level else (x, there)


_AT_ONCE = 600
_ROUNDS = 12


def staircase(box: Box, exponent: float) -> tuple[Box, ...]:
    """Boxes that cover the superellipse in a box more closely than that does."""
    before, steps = 0.0, []
    for high in _STEPS:
        # As high as that it reaches out to where the curve is as high as the box before.
        wide = box.hw * (1 - before**exponent) ** (1 / exponent)
        steps.append(replace(box, hw=wide, hh=box.hh * high))
        before = high
    return tuple(steps)


_STEPS = (0.55, 0.85, 1.0)


def side_by_side(
    sizes: Sequence[Point], aims: Sequence[Point], width: float, height: float
) -> list[list[Point]]:
    """Places of rectangles that fill a room, each near where it would be: the roomiest way first.

    In rows or in columns; or so beside the largest, which is at the side that it is nearer to.

    Args:
        sizes: widths and heights.
        aims: where each would be, from -1 to 1 both ways.
        width: of the room.
        height: of the room.

    """

    def turned(points: Sequence[Point]) -> list[Point]:
        return [(y, x) for x, y in points]

    ways = [in_rows(sizes, aims, width, height)]
    columns = in_rows(turned(sizes), turned(aims), height, width)
    if columns is not None:
        ways.append((columns[0], turned(columns[1])))
    if len(sizes) > 2:
        ways.append(_largest_aside(sizes, aims, width, height))
        tall = _largest_aside(turned(sizes), turned(aims), height, width)
        if tall is not None:
            ways.append((tall[0], turned(tall[1])))
    fitting = [way for way in ways if way is not None]
    return [places for _, places in sorted(fitting, key=lambda way: way[0])]


def _largest_aside(
    sizes: Sequence[Point], aims: Sequence[Point], width: float, height: float
) -> tuple[float, list[Point]] | None:
    largest = max(range(len(sizes)), key=lambda i: sizes[i][0] * sizes[i][1])
    others = [i for i in range(len(sizes)) if i != largest]
    wide, high = sizes[largest]
    if wide >= width or high > height:
        return None
    rest = in_rows([sizes[i] for i in others], [aims[i] for i in others], width - wide, height)
    if rest is None:
        return None
    fill, places = rest
    middle = sum(aims[i][0] for i in others) / len(others)
    side = -1 if aims[largest][0] <= middle else 1
    # Gaps on both sides of the largest about as wide as those between the others.
    gap = (1 - fill) * (width - wide) / 8
    found = [(side * (width - wide) / 2 - side * gap, 0.0)] * len(sizes)
    for i, (x, y) in zip(others, places, strict=True):
        found[i] = (x - side * (wide / 2 + gap), y)
    return max(fill, high / height), found


def in_rows(
    sizes: Sequence[Point], aims: Sequence[Point], width: float, height: float
) -> tuple[float, list[Point]] | None:
    """Places in rows that fill a room, and how full it is; ``None`` where all is too large.

    Rows follow the aims from the top, and the places in a row those from the left.

    Args:
        sizes: widths and heights.
        aims: where each would be, from -1 to 1 both ways.
        width: of the room.
        height: of the room.

    """
    down = sorted(range(len(sizes)), key=lambda i: (aims[i][1], i))
    best: tuple[float, list[Point]] | None = None
    for count in range(min(4, len(sizes))):
        for cuts in combinations(range(1, len(sizes)), count):
            ends = (0, *cuts, len(sizes))
            rows = [sorted(down[a:b], key=lambda i: aims[i][0]) for a, b in pairwise(ends)]
            heights = [max(sizes[i][1] for i in row) for row in rows]
            widths = [sum(sizes[i][0] for i in row) for row in rows]
            if sum(heights) > height or max(widths) > width:
                continue
            fill = max(sum(heights) / height, max(widths) / width)
            gap_y = (height - sum(heights)) / (len(rows) + 1)
            places: list[Point] = [(0.0, 0.0)] * len(sizes)
            y = -height / 2
            for row, high, wide in zip(rows, heights, widths, strict=True):
                gap_x = (width - wide) / (len(row) + 1)
                x = -width / 2
                for i in row:
                    x += gap_x
                    places[i] = (x + sizes[i][0] / 2, y + gap_y + high / 2)
                    x += sizes[i][0]
                y += gap_y + high
            if best is None or fill < best[0]:
                best = (fill, places)
    return best
