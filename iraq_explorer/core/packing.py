"""Room for shapes with labels: packing boxes close together, and moving overlapping ones apart."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from iraq_explorer.core.grid import Grid
from iraq_explorer.core.scenario import Point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and half its width and height."""

    id: str
    x: float
    y: float
    hw: float
    hh: float
    fixed: bool = False
    """Whether it stays where it is while others make room."""


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse with level axes, by its centre and half axes."""

    x: float
    y: float
    rx: float
    ry: float


def enclosing(boxes: Sequence[Box], exponent: float = 2.0) -> Ellipse:
    """A level ellipse around boxes, of the proportions of their common rectangle.

    With an exponent of more than 2 it is a superellipse, which is fuller in its corners.

    Raises:
        ValueError: there are no boxes.

    """
    left = min(box.x - box.hw for box in boxes)
    right = max(box.x + box.hw for box in boxes)
    top = min(box.y - box.hh for box in boxes)
    bottom = max(box.y + box.hh for box in boxes)
    cx, cy = (left + right) / 2, (top + bottom) / 2
    hw, hh = (right - left) / 2, (bottom - top) / 2
    reach = max(
        ((abs(box.x - cx) + box.hw) / hw) ** exponent
        + ((abs(box.y - cy) + box.hh) / hh) ** exponent
        for box in boxes
    ) ** (1 / exponent)
    return Ellipse(cx, cy, hw * reach, hh * reach)


def in_lines(boxes: Sequence[Box], aspect: float) -> dict[str, Point]:
    """Places of boxes in level lines, the first in the middle, so that an oval holds them closely.

    Args:
        boxes: by their importance; only their sizes count. Places are of their middles.
        aspect: width over height of the room that the oval is to fit into.

    """
    ways = [_lines(boxes, count) for count in range(1, min(len(boxes), 5) + 1)]

    def size(places: Mapping[str, Point]) -> float:
        room = region_around([replace(b, x=places[b.id][0], y=places[b.id][1]) for b in boxes])
        return max(room.hw / aspect, room.hh)

    return min(ways, key=size)


def _lines(boxes: Sequence[Box], count: int) -> dict[str, Point]:
    middles = [2 * (line + 0.5) / count - 1 for line in range(count)]
    chords = [math.sqrt(1 - middle * middle) for middle in middles]
    # Who comes first chooses the line that is least full for its length, the middle one if equal.
    lines: list[list[Box]] = [[] for _ in range(count)]
    for box in boxes:
        best = min(
            range(count),
            key=lambda i: (
                (sum(b.hw for b in lines[i]) + box.hw) / chords[i], abs(middles[i]), i
            ),
        )  # fmt: skip
        side = len(lines[best]) % 2
        lines[best].insert(0 if side else len(lines[best]), box)
    places: dict[str, Point] = {}
    y = 0.0
    for line in filter(None, lines):
        high = max(box.hh for box in line)
        x = -sum(box.hw for box in line)
        for box in line:
            places[box.id] = (x + box.hw, y + high)
            x += 2 * box.hw + _SEAM
        y += 2 * high + _SEAM
    return places


def region_around(boxes: Sequence[Box]) -> Box:
    """The box of the oval region that holds boxes, with a little room between it and them.

    Raises:
        ValueError: there are no boxes.

    """
    room = enclosing(boxes, OVAL)
    return Box("", room.x, room.y, room.rx + _RIM, room.ry + _RIM)


_SEAM = 0.01
"""So that rounding makes no two boxes overlap."""
OVAL = 2.6
"""The exponent of regions, which are superellipses (Piet Hein): fuller than ellipses, of 2."""
_RIM = 4.0


def pack(
    boxes: Sequence[Box],
    aspect: float = 1.5,
    targets: Mapping[str, Point] | None = None,
    told: Callable[[float], None] | None = None,
) -> dict[str, Point]:
    """Boxes side by side around the first, without overlap, each as near the middle as it fits.

    Args:
        boxes: the first is placed first.
        aspect: width over height of the whole that is aimed at.
        targets: where boxes would rather be; the nearness to it counts beside compactness.
        told: given the share that is done before each box; it may end the work by raising an
            exception.

    """
    placed: list[Box] = []
    taken: Grid[Box] = Grid(_cell_for(boxes))
    weight = wx = wy = 0.0
    for number, box in enumerate(boxes):
        if told is not None:
            told(number / len(boxes))
        target = targets.get(box.id) if targets else None
        x, y = 0.0, 0.0
        if placed:
            x, y = _nearest_gap(box, placed, taken, (wx / weight, wy / weight), aspect, target)
        there = replace(box, x=x, y=y)
        placed.append(there)
        taken.add(x - box.hw, y - box.hh, x + box.hw, y + box.hh, there)
        area = box.hw * box.hh
        weight, wx, wy = weight + area, wx + x * area, wy + y * area
    return {box.id: (box.x, box.y) for box in placed}


def _cell_for(boxes: Sequence[Box]) -> float:
    """The side of a grid's cell that most boxes about fill."""
    return max(1.0, sum(box.hw + box.hh for box in boxes) / max(1, len(boxes)))


def _nearest_gap(
    box: Box,
    placed: Sequence[Box],
    taken: Grid[Box],
    middle: Point,
    aspect: float,
    target: Point | None = None,
) -> Point:
    mx, my = middle
    best: tuple[float, Point] = (math.inf, (0.0, 0.0))
    # Beside the latest ones only: earlier gaps are mostly closed.
    for other in placed[-40:]:
        dx, dy = other.hw + box.hw, other.hh + box.hh
        for x, y in (
            *((other.x + side * dx, other.y + slide * dy) for side in (-1, 1) for slide in _SLIDES),
            *((other.x + slide * dx, other.y + side * dy) for side in (-1, 1) for slide in _SLIDES),
        ):
            cost = ((x - mx) / aspect) ** 2 + (y - my) ** 2
            if target is not None:
                cost += 0.5 * (((x - target[0]) / aspect) ** 2 + (y - target[1]) ** 2)
            if cost < best[0] - 1e-9 and not any(
                abs(x - o.x) < o.hw + box.hw - 1e-6 and abs(y - o.y) < o.hh + box.hh - 1e-6
                for o in taken.near(x - box.hw, y - box.hh, x + box.hw, y + box.hh)
            ):
                best = (cost, (x, y))
    return best[1]


_SLIDES = (0.0, -0.5, 0.5, -1.0, 1.0)


def separate(
    boxes: Sequence[Box],
    *,
    gravity: float,
    aspect: float,
    told: Callable[[float], None] | None = None,
) -> dict[str, Point]:
    """Positions near the given ones at which no two boxes overlap.

    Of more than 200 boxes some may be left that overlap a little.

    Args:
        boxes: where they are now; fixed ones stay.
        gravity: share of the way to the middle that boxes fall in each early round, which closes
            gaps; 0 leaves gaps as they are.
        aspect: width over height of the drawing aimed at; gravity pulls harder where it is
            exceeded.
        told: given the share that is done before each round; it may end the work by raising an
            exception.

    """
    xs = [box.x for box in boxes]
    ys = [box.y for box in boxes]
    many = len(boxes) > 200
    rounds = 60 if many else 160
    cell = _cell_for(boxes)
    for turn in range(rounds):
        if told is not None:
            told(turn / rounds)
        if gravity and turn < rounds // 2:
            mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
            pull = gravity * (1 - 2 * turn / rounds)
            for i, box in enumerate(boxes):
                if not box.fixed:
                    xs[i] += (mx - xs[i]) * pull / aspect
                    ys[i] += (my - ys[i]) * pull
        moved = _push_near(boxes, xs, ys, cell) if many else _push(boxes, xs, ys)
        if not moved and (not gravity or turn >= rounds // 2):
            break
    return {box.id: (xs[i], ys[i]) for i, box in enumerate(boxes)}


def _push(boxes: Sequence[Box], xs: list[float], ys: list[float]) -> bool:
    # Sorting by x lets each box look only at those near it.
    order = sorted(range(len(boxes)), key=lambda i: xs[i] - boxes[i].hw)
    moved = False
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            if xs[j] - boxes[j].hw > xs[i] + boxes[i].hw:
                break
            moved = _part(boxes, xs, ys, i, j) or moved
    return moved


def _push_near(boxes: Sequence[Box], xs: list[float], ys: list[float], cell: float) -> bool:
    """As ``_push``, for many: each box looks at those only that are near in both directions."""
    grid: Grid[int] = Grid(cell)
    moved = False
    for i, box in enumerate(boxes):
        left, top = xs[i] - box.hw, ys[i] - box.hh
        for j in set(grid.near(left, top, left + 2 * box.hw, top + 2 * box.hh)):
            moved = _part(boxes, xs, ys, j, i) or moved
        left, top = xs[i] - box.hw, ys[i] - box.hh
        grid.add(left, top, left + 2 * box.hw, top + 2 * box.hh, i)
    return moved


def _part(boxes: Sequence[Box], xs: list[float], ys: list[float], i: int, j: int) -> bool:
    """Move two boxes apart the shorter way; whether that was needed."""
    a, b = boxes[i], boxes[j]
    if a.fixed and b.fixed:
        return False
    dx, dy = xs[j] - xs[i], ys[j] - ys[i]
    over_x = a.hw + b.hw - abs(dx)
    over_y = a.hh + b.hh - abs(dy)
    if over_x <= 1e-6 or over_y <= 1e-6:
        return False
    share = 1.0 if a.fixed or b.fixed else 0.5
    if over_x < over_y:
        step = math.copysign(over_x * share, dx if dx else 1.0)
        xs[i] -= 0.0 if a.fixed else step
        xs[j] += 0.0 if b.fixed else step
    else:
        step = math.copysign(over_y * share, dy if dy else 1.0)
        ys[i] -= 0.0 if a.fixed else step
        ys[j] += 0.0 if b.fixed else step
    return True
