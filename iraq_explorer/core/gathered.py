"""Coalitions gathered in regions that fill the room, and everybody else in between."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from iraq_explorer.core.bodies import Body, LayoutProblem, empty_region_id
from iraq_explorer.core.filling import Filling, Piece, side_by_side, staircase
from iraq_explorer.core.packing import OVAL, Box, in_lines, region_around
from iraq_explorer.core.scenario import Point

EMPTY = (96.0, 48.0)
"""Half the width and height of the region of a coalition without members."""
HEADER = (120.0, 40.0)
"""Width and height of what stands above a region, where nothing else is known."""
_BETWEEN = 9.0
"""Pixels around a region that stay free."""
_SHAPES = (1.6, 2.4, 1.1, 3.5, 0.8)
"""Widths over heights of the room that the members of a region are packed for, the usual first."""
_MARGINS = (1.0, 0.3)
"""Shares of the usual margin between bodies: less where there is no room otherwise."""


Drawing = tuple[int, dict[str, Point]]
"""The number of the zoom that a drawing is made for, and the places of everybody in it."""


def from_scratch(problem: LayoutProblem, told: Callable[[float], None]) -> Drawing | None:
    """Regions as large as they can be drawn with everything else; ``None`` where there is no way.

    Args:
        problem: what is laid out; older positions do not count.
        told: given the share that is done.

    """
    aims = _aims(problem)
    zooms = problem.fitted.zooms
    for margin in _MARGINS:
        for number, zoom in enumerate(zooms):
            told(0.3 + 0.6 * number / len(zooms))
            seen = problem.seen(zoom, margin)
            area = problem.fitted.width * problem.fitted.height / zoom**2
            if sum(4 * b.half_width * b.half_height for b in seen.bodies) > _FULL * area:
                continue
            for shape in _SHAPES:
                drawn = _drawn(seen, zoom, aims, shape)
                if drawn is not None:
                    groups, filling = drawn
                    filling.even_out()
                    return number, placed(groups, filling)
    return None


T = TypeVar("T")


def largest(
    problem: LayoutProblem,
    draw: Callable[[LayoutProblem, float], T | None],
) -> tuple[int, T] | None:
    """The nearest zoom at which there is a drawing, as its number, and the drawing.

    Args:
        problem: what is drawn.
        draw: given the problem as it is seen at a zoom, and the zoom.

    """
    zooms = problem.fitted.zooms
    low, high, best = 0, len(zooms), None
    while low < high:
        middle = (low + high) // 2
        found = draw(problem.seen(zooms[middle]), zooms[middle])
        if found is None:
            low = middle + 1
        else:
            high, best = middle, (middle, found)
    return best


# -- the pieces --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Group:
    """A region with its header and members, or one bloc in no coalition."""

    piece: Piece
    members: Mapping[str, Point]
    """Where members are, from the place of the piece."""
    region: bool


_Drawn = tuple[Mapping[str, Group], Filling]


def _groups(problem: LayoutProblem, zoom: float, shape: float) -> dict[str, Group]:
    found: dict[str, Group] = {}
    for coalition, bodies in members_of(problem).items():
        packed = in_lines([box_of(b, (0.0, 0.0)) for b in bodies], shape) if bodies else {}
        places = {b.id: (packed[b.id][0], packed[b.id][1] - b.drop) for b in bodies}
        found[empty_region_id(coalition)] = region_of(problem, coalition, bodies, places, zoom)
    for body in problem.bodies:
        if body.coalition is None and not body.outside:
            found[body.id] = Group(piece_of(body), {body.id: (0.0, 0.0)}, region=False)
    return found


def members_of(problem: LayoutProblem) -> dict[str, list[Body]]:
    """The bodies in each coalition, those without members included."""
    members: dict[str, list[Body]] = {c: [] for c in problem.coalitions}
    for body in problem.bodies:
        if body.coalition is not None:
            members.setdefault(body.coalition, []).append(body)
    return members


def region_of(
    problem: LayoutProblem,
    coalition: str,
    bodies: Sequence[Body],
    places: Mapping[str, Point],
    zoom: float,
) -> Group:
    """The region around bodies at places, with its header above it."""
    key = empty_region_id(coalition)
    grown, free = problem.fitted.text(zoom) / zoom, _BETWEEN / zoom
    width, height = (side * grown for side in problem.headers.get(coalition, HEADER))
    room = Box(key, 0, 0, *EMPTY)
    if bodies:
        room = region_around([box_of(b, places[b.id]) for b in bodies])
    members = {b: (x - room.x, y - room.y) for b, (x, y) in places.items()} or {key: (0.0, 0.0)}
    oval = Box(key, 0.0, 0.0, room.hw + free, room.hh + free)
    title = Box(key, 0.0, -room.hh - height / 2, width / 2 + free, height / 2 + free)
    half = max(oval.hw, title.hw)
    solid = (title, *staircase(oval, OVAL))
    piece = Piece(key, -half, -room.hh - height - free, half, oval.hh, solid)
    return Group(piece, members, region=True)


def box_of(body: Body, place: Point) -> Box:
    """The room of a body whose shape is at a place."""
    x, y = place
    return Box(body.id, x, y + body.drop, body.half_width, body.half_height)


def piece_of(body: Body) -> Piece:
    """What a body takes from the place of its shape."""
    up, down = body.half_height - body.drop, body.half_height + body.drop
    return Piece(body.id, -body.half_width, -up, body.half_width, down)


# -- from scratch ------------------------------------------------------------------------------


def _aims(problem: LayoutProblem) -> dict[str, Point]:
    """Where regions and single blocs would be, from -1 to 1 both ways: friends near.

    By the forces of Fruchterman and Reingold (1991), from a circle. These few need no library,
    which would take longer to load than all the rest does.
    """
    import numpy as np

    group_of = _group_of(problem)
    names = (*(empty_region_id(c) for c in problem.coalitions), *group_of.values())
    number = {key: place for place, key in enumerate(dict.fromkeys(names))}
    count = len(number)
    pull = np.zeros((count, count))
    for bond in problem.bonds:
        if bond.sign > 0 and bond.a in group_of and bond.b in group_of:
            a, b = number[group_of[bond.a]], number[group_of[bond.b]]
            pull[a, b] += a != b
            pull[b, a] += a != b
    turns = np.arange(count) * 2 * np.pi / max(1, count)
    places = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    near = 1.4
    for turn in range(_ROUNDS):
        away = places[:, None] - places[None]
        far = np.maximum(np.hypot(away[..., 0], away[..., 1]), 0.01)
        force = near**2 / far**2 - pull * far / near
        step = (away * force[..., None]).sum(axis=1)
        long = np.maximum(np.hypot(step[:, 0], step[:, 1]), 0.01)
        places += step * (np.minimum(long, 0.2 * (1 - turn / _ROUNDS)) / long)[:, None]
    places -= places.mean(axis=0)
    places /= max(float(np.abs(places).max(initial=0.0)), 1e-9)
    return {key: (float(places[i][0]), float(places[i][1])) for key, i in number.items()}


_ROUNDS = 80


def _group_of(problem: LayoutProblem) -> dict[str, str]:
    return {
        body.id: empty_region_id(body.coalition) if body.coalition is not None else body.id
        for body in problem.bodies
        if not body.outside
    }


_FULL = 0.66
"""Rectangles that cover more than this of a room are hardly ever brought into it."""


def _drawn(
    problem: LayoutProblem, zoom: float, aims: Mapping[str, Point], shape: float
) -> _Drawn | None:
    """Everybody's place at a zoom, or ``None`` where there is not room for all."""
    width, height = problem.fitted.width / zoom, problem.fitted.height / zoom
    groups = _groups(problem, zoom, shape)
    regions = {key: group for key, group in groups.items() if group.region}
    taken = sum(4 * b.half_width * b.half_height for b in problem.bodies if b.outside)
    for group in groups.values():
        # Of a region its header and the widest of the boxes that cover it.
        taken += sum(4 * box.hw * box.hh for box in group.piece.boxes[:2])
    if taken > _FULL * width * height:
        return None
    sizes = [(g.piece.right - g.piece.left, g.piece.bottom - g.piece.top) for g in regions.values()]
    for rows in side_by_side(sizes, [aims[key] for key in regions], width, height):
        filling = Filling(width, height)
        for group, (x, y) in zip(regions.values(), rows, strict=True):
            piece = group.piece
            middle = ((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
            filling.put(piece, (x - middle[0], y - middle[1]))
        if others(problem, groups, filling, aims, {}):
            return groups, filling
    return None


def others(
    problem: LayoutProblem,
    groups: Mapping[str, Group],
    filling: Filling,
    aims: Mapping[str, Point],
    known: Mapping[str, Point],
) -> bool:
    """Put everybody who is in no region where there is room; whether all have found some.

    Args:
        problem: what is laid out.
        groups: regions and single blocs.
        filling: the regions have their places in it.
        aims: where single blocs would be, from -1 to 1 both ways.
        known: where some would stay, who come first.

    """
    friends = _friends(problem)
    outsiders = [body for body in problem.bodies if body.outside]
    singles = [body for body in problem.bodies if not body.outside and body.id in groups]
    turns = _directions(problem, outsiders, placed(groups, filling), friends)
    width, height = filling.width / 2, filling.height / 2
    wanted: dict[str, Point] = {}
    for body in sorted(outsiders, key=lambda b: (-len(friends.get(b.id, ())), b.id)):
        # Towards the rim of the room.
        c, s = math.cos(turns[body.id]), math.sin(turns[body.id])
        reach = min(width / max(abs(c), 1e-9), height / max(abs(s), 1e-9))
        wanted[body.id] = (c * reach, s * reach)
    for body in singles:
        # Who has no ties stands with others of the kind.
        x, y = aims.get(body.id, (0.0, 1.0)) if friends.get(body.id) else (0.0, 1.0)
        wanted[body.id] = (x * width, y * height)
    wanted.update({key: place for key, place in known.items() if key in wanted})
    pieces = {body.id: piece_of(body) for body in (*outsiders, *singles)}
    waiting = []
    for key in wanted:
        if key in known and filling.nearest(pieces[key], known[key]) == known[key]:
            filling.put(pieces[key], known[key])
        else:
            waiting.append(key)
    waiting.sort(key=lambda key: key not in known)
    return all(filling.settle(pieces[key], wanted[key]) for key in waiting)


def _friends(problem: LayoutProblem) -> dict[str, list[tuple[str, int]]]:
    friends: dict[str, list[tuple[str, int]]] = {}
    for bond in problem.bonds:
        friends.setdefault(bond.a, []).append((bond.b, bond.sign))
        friends.setdefault(bond.b, []).append((bond.a, bond.sign))
    return friends


def _directions(
    problem: LayoutProblem,
    outsiders: Iterable[Body],
    placed: Mapping[str, Point],
    friends: Mapping[str, list[tuple[str, int]]],
) -> dict[str, float]:
    """In which direction from the middle each outsider would stand: that of its friends."""
    bodies = list(outsiders)
    turns = []
    for number, body in enumerate(bodies):
        pulls = [(placed[o], s) for o, s in friends.get(body.id, ()) if o in placed]
        x = sum(s * p[0] for p, s in pulls)
        y = sum(s * p[1] for p, s in pulls)
        if math.hypot(x, y) < 1.0:
            turn = 2 * math.pi * number / len(bodies)
            x, y = math.cos(turn), math.sin(turn)
        turns.append((math.atan2(y * problem.aspect, x), body.id))
    turns.sort()
    apart = spread([turn for turn, _ in turns])
    return {body: turn for turn, (_, body) in zip(apart, turns, strict=True)}


def spread(turns: list[float]) -> list[float]:
    """Angles pushed apart until neighbours keep two thirds of an even distance."""
    least = 2 * math.pi / max(1, len(turns)) * 0.66
    apart = list(turns)
    for _ in range(60):
        moved = False
        for i in range(len(apart)):
            j = (i + 1) % len(apart)
            gap = apart[j] - apart[i] + (2 * math.pi if j == 0 else 0.0)
            if len(apart) > 1 and gap < least - 1e-6:
                apart[i] -= (least - gap) / 2
                apart[j] += (least - gap) / 2
                moved = True
        if not moved:
            break
    return apart


def placed(groups: Mapping[str, Group], filling: Filling) -> dict[str, Point]:
    """Everybody's place in what is filled."""
    found: dict[str, Point] = {}
    for key, (x, y) in filling.places.items():
        members = groups[key].members if key in groups else {key: (0.0, 0.0)}
        found.update({body: (x + dx, y + dy) for body, (dx, dy) in members.items()})
    return found
