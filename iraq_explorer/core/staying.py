"""The layout by coalition: from scratch, or going on from older places, where who can stays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from iraq_explorer.core.bodies import FEW, Body, LayoutProblem, Told, empty_region_id, from_to
from iraq_explorer.core.crowd import crowded
from iraq_explorer.core.filling import Filling, Piece
from iraq_explorer.core.gathered import (
    Drawing,
    Group,
    box_of,
    from_scratch,
    members_of,
    others,
    piece_of,
    placed,
    region_of,
)
from iraq_explorer.core.packing import in_lines, region_around
from iraq_explorer.core.scenario import Point

_WORTH = 4
"""So many steps of the zoom nearer has a drawing from scratch to be, for all to move."""


def by_coalition(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Each coalition gathered in its own region, friends near, outside powers around."""
    if len(problem.bodies) > FEW:
        return crowded(problem, told)
    told(0.0, {})
    # Where not all names find room, those are written that do.
    for part, asked in enumerate((problem, problem.nameless)):
        found = _drawn(asked, from_to(told, part / 2, (part + 1) / 2))
        if found is not None:
            return found
    return crowded(problem, lambda share, rough: told(1.0, rough))


def _drawn(problem: LayoutProblem, told: Callable[[float], None]) -> dict[str, Point] | None:
    kept = _continued(replace(problem, older={**problem.older, **problem.fixed}))
    if kept is not None and kept[0] <= _WORTH:
        return kept[1]
    fresh = from_scratch(problem, told)
    if kept is not None and (fresh is None or kept[0] <= fresh[0] + _WORTH):
        return kept[1]
    return fresh[1] if fresh is not None else None


def _continued(problem: LayoutProblem) -> Drawing | None:
    """A drawing in which most are where they were; ``None`` where it would be another one."""
    blocs = [body for body in problem.bodies if not body.outside]
    if sum(body.id in problem.older for body in blocs) * 2 < max(1, len(blocs)):
        return None
    for number, zoom in enumerate(problem.fitted.zooms):
        for margin in _MARGINS:
            found = _stay(problem.seen(zoom, margin), zoom)
            if found is not None:
                return (number, found) if found else None
    return None


def _stay(problem: LayoutProblem, zoom: float) -> dict[str, Point] | None:
    """The places at a zoom; ``None`` where they do not fit, and none where too few would stay."""
    groups: dict[str, Group] = {}
    places: dict[str, Point] = {}
    stayed, ways = 0, dict[str, list[tuple[Group, Point]]]()
    for coalition, bodies in members_of(problem).items():
        key = empty_region_id(coalition)
        known, newcomers = _split(bodies, problem.older)
        stayed += len(known)
        for side in _SIDES if known and newcomers else _SIDES[:1]:
            inside, (x, y) = _inside(bodies, known, newcomers, problem, side)
            group = region_of(problem, coalition, bodies, inside, zoom)
            if known:
                first = next(iter(inside))
                dx, dy = group.members[first]
                place = (x + inside[first][0] - dx, y + inside[first][1] - dy)
                ways.setdefault(key, []).append((group, place))
            elif key in problem.older:
                places[key] = problem.older[key]
            groups[key] = group
    if stayed * 2 < sum(body.coalition is not None for body in problem.bodies):
        return {}
    for body in problem.bodies:
        if body.coalition is None and not body.outside:
            groups[body.id] = Group(piece_of(body), {body.id: (0.0, 0.0)}, region=False)
        if body.coalition is None and body.id in problem.older:
            places[body.id] = problem.older[body.id]
    growing = {key for key, found in ways.items() if len(found) > 1}
    for key in sorted(ways, key=lambda key: key in growing):
        regions = [(groups[k].piece, places[k]) for k in places if k in groups and groups[k].region]
        groups[key], places[key] = min(
            ways[key], key=lambda way: _in_the_way(way[0], way[1], regions)
        )
    pieces = {key: group.piece for key, group in groups.items()}
    pieces.update({body.id: piece_of(body) for body in problem.bodies if body.outside})
    left = min(x + pieces[key].left for key, (x, _) in places.items())
    right = max(x + pieces[key].right for key, (x, _) in places.items())
    top = min(y + pieces[key].top for key, (_, y) in places.items())
    bottom = max(y + pieces[key].bottom for key, (_, y) in places.items())
    width = _SLACK * problem.fitted.width / zoom
    height = _SLACK * problem.fitted.height / zoom
    if right - left > width or bottom - top > height:
        return None
    mx, my = (left + right) / 2, (top + bottom) / 2
    aims = {key: (x - mx, y - my) for key, (x, y) in places.items()}
    filling = Filling(width, height)
    order = [key for key, group in groups.items() if group.region]
    order.sort(key=lambda key: (key not in aims, key in growing))
    for key in order:
        if not filling.settle(pieces[key], aims.get(key, (0.0, height / 2))):
            return None
    if not others(problem, groups, filling, {}, aims):
        return None
    return {key: (x + mx, y + my) for key, (x, y) in placed(groups, filling).items()}


_SIDES = ((0.0, 0.0), (-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0))
"""Where in a region those could stand who come to it: in its middle, or at a side."""


def _in_the_way(group: Group, place: Point, regions: Sequence[tuple[Piece, Point]]) -> float:
    """How much of other regions a region covers, and how far it reaches beyond all of them."""
    x, y = place
    p = group.piece
    cost = 0.0
    for q, (qx, qy) in regions:
        wide = min(x + p.right, qx + q.right) - max(x + p.left, qx + q.left)
        high = min(y + p.bottom, qy + q.bottom) - max(y + p.top, qy + q.top)
        cost += max(0.0, wide) * max(0.0, high)
    if regions:
        top = min(qy + q.top for q, (_, qy) in regions)
        bottom = max(qy + q.bottom for q, (_, qy) in regions)
        left = min(qx + q.left for q, (qx, _) in regions)
        right = max(qx + q.right for q, (qx, _) in regions)
        cost += (p.right - p.left) * (max(0.0, top - y - p.top) + max(0.0, y + p.bottom - bottom))
        cost += (p.bottom - p.top) * (max(0.0, left - x - p.left) + max(0.0, x + p.right - right))
    return cost


_MARGINS = (0.4, 0.0)
"""Who has come a little near to others need not move for that."""
_SLACK = 1.02
"""What was fitted into the room is taken for fitting still."""


def _split(bodies: list[Body], older: Mapping[str, Point]) -> tuple[dict[str, Point], list[Body]]:
    """Members of a region with their older places, and those that come from elsewhere."""
    found = {body.id: older[body.id] for body in bodies if body.id in older}
    if not found:
        return {}, list(bodies)
    x, y = (median(place[i] for place in found.values()) for i in (0, 1))
    packed = in_lines([box_of(b, (0.0, 0.0)) for b in bodies], _SHAPE)
    room = region_around([box_of(b, packed[b.id]) for b in bodies])
    near = {
        key: place
        for key, place in found.items()
        if abs(place[0] - x) < _NEAR * room.hw and abs(place[1] - y) < _NEAR * room.hh
    }
    return near, [body for body in bodies if body.id not in near]


_NEAR = 1.7
_SHAPE = 1.6


def _inside(
    bodies: list[Body],
    known: Mapping[str, Point],
    newcomers: list[Body],
    problem: LayoutProblem,
    side: Point,
) -> tuple[dict[str, Point], Point]:
    """Where members of a region are about a middle, and that: who was there stays if possible."""
    if not known:
        packed = in_lines([box_of(b, (0.0, 0.0)) for b in bodies], _SHAPE) if bodies else {}
        return {b.id: (packed[b.id][0], packed[b.id][1] - b.drop) for b in bodies}, (0.0, 0.0)
    x, y = (
        (min(place[i] for place in known.values()) + max(place[i] for place in known.values())) / 2
        for i in (0, 1)
    )
    filling = Filling(1e6, 1e6, problem.aspect)
    there = [body for body in bodies if body.id in known]
    there.sort(key=lambda body: body.id not in problem.fixed)
    for body in there:
        filling.settle(piece_of(body), (known[body.id][0] - x, known[body.id][1] - y))
    reach = [max(abs(place[i]) for place in filling.places.values()) for i in (0, 1)]
    for body in newcomers:
        aim = (
            side[0] * (reach[0] + body.half_width),
            side[1] * (reach[1] + body.half_height),
        )
        filling.settle(piece_of(body), aim)
    return dict(filling.places), (x, y)
