"""Coalitions of a network too large to be fitted with all its names: regions, and rings around.

Regions are packed close, near their friends. Everybody outside the chamber stands on rings around
them. What overlaps is moved apart as far as that goes.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from iraq_explorer.core.bodies import Body, LayoutProblem, Told, empty_region_id, from_to
from iraq_explorer.core.gathered import spread
from iraq_explorer.core.graph_drawing import spring
from iraq_explorer.core.packing import Box, enclosing, pack, separate
from iraq_explorer.core.scenario import Point

_PADDING = 18.0
_HEADER = 72.0
_EMPTY = (96.0, 52.0)


def crowded(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """The place of every body, and of every coalition without members."""
    inside, groups = _pack_groups(problem, from_to(told, 0.0, 0.2))
    centres = _place_groups(problem, groups, told)
    positions: dict[str, Point] = {}
    for group, (cx, cy) in centres.items():
        for body, (x, y) in inside[group].items():
            positions[body] = (cx + x, cy + y)
    boxes = [replace(box, x=centres[key][0], y=centres[key][1]) for key, box in groups.items()]
    positions.update(_around(problem, boxes, positions, told))
    return positions


def _pack_groups(
    problem: LayoutProblem, told: Callable[[float], None]
) -> tuple[dict[str, dict[str, Point]], dict[str, Box]]:
    members: dict[str, list[Body]] = {coalition: [] for coalition in problem.coalitions}
    singles = []
    for body in problem.bodies:
        if body.coalition is not None:
            members[body.coalition].append(body)
        elif not body.outside:
            singles.append(body)
    inside: dict[str, dict[str, Point]] = {}
    groups: dict[str, Box] = {}
    for number, (coalition, bodies) in enumerate(members.items()):
        part = _part_of(told, number, len(members))
        key = empty_region_id(coalition)
        if not bodies:
            inside[key] = {key: (0.0, 0.0)}
            groups[key] = Box(key, 0, 0, _EMPTY[0] + _PADDING, _EMPTY[1] + _HEADER / 2)
            continue
        inside[key] = pack(
            [Box(b.id, 0, 0, b.half_width, b.half_height) for b in bodies], told=part
        )
        room = enclosing(_boxes(bodies, inside[key]))
        inside[key] = {b: (x - room.x, y - room.y) for b, (x, y) in inside[key].items()}
        groups[key] = Box(key, 0, 0, room.rx + _PADDING, room.ry + _PADDING + _HEADER / 2)
    for body in singles:
        inside[body.id] = {body.id: (0.0, 0.0)}
        groups[body.id] = Box(body.id, 0, 0, body.half_width + 8, body.half_height + 8)
    return inside, groups


def _part_of(told: Callable[[float], None], number: int, count: int) -> Callable[[float], None]:
    return lambda share: told((number + share) / count)


def _boxes(bodies: Iterable[Body], positions: Mapping[str, Point]) -> list[Box]:
    return [Box(b.id, *positions[b.id], b.half_width, b.half_height) for b in bodies]


def _place_groups(
    problem: LayoutProblem, groups: Mapping[str, Box], told: Told
) -> dict[str, Point]:
    group_of = {
        body.id: empty_region_id(body.coalition) if body.coalition is not None else body.id
        for body in problem.bodies
        if not body.outside
    }
    older = _older_centres(problem, group_of)
    # What is new to the drawing, and a bloc that left for no coalition, finds its own place;
    # what was there stays where it was.
    if not groups:
        return {}
    if len(older) < len(groups) / 2:
        wanted = _spring_groups(problem, groups, group_of, told)
        largest_first = sorted(groups.values(), key=lambda box: -box.hw * box.hh)
        return pack(largest_first, problem.aspect, wanted, from_to(told, 0.4, 0.6))
    start = dict(older)
    for number, key in enumerate(key for key in groups if key not in older):
        start[key] = _free_place(groups, start, number)
    boxes = [replace(box, x=start[key][0], y=start[key][1]) for key, box in groups.items()]
    return separate(boxes, gravity=0.02, aspect=problem.aspect, told=from_to(told, 0.2, 0.6))


def _free_place(groups: Mapping[str, Box], taken: Mapping[str, Point], number: int) -> Point:
    lowest = max((y + groups[key].hh for key, (_, y) in taken.items()), default=0.0)
    middle = sum(x for x, _ in taken.values()) / max(1, len(taken))
    return middle + 40.0 * number, lowest + 30.0


def _older_centres(problem: LayoutProblem, group_of: Mapping[str, str]) -> dict[str, Point]:
    places: dict[str, list[Point]] = {}
    for body, group in group_of.items():
        if body in problem.older:
            places.setdefault(group, []).append(problem.older[body])
    for coalition in problem.coalitions:
        key = empty_region_id(coalition)
        if key in problem.older and key not in places:
            places[key] = [problem.older[key]]
    return {
        group: (
            (min(x for x, _ in found) + max(x for x, _ in found)) / 2,
            (min(y for _, y in found) + max(y for _, y in found)) / 2,
        )
        for group, found in places.items()
    }


def _spring_groups(
    problem: LayoutProblem,
    groups: Mapping[str, Box],
    group_of: Mapping[str, str],
    told: Told,
) -> dict[str, Point]:
    import networkx as nx

    graph: Any = nx.Graph()
    graph.add_nodes_from(groups)
    for bond in problem.bonds:
        a, b = group_of.get(bond.a), group_of.get(bond.b)
        if a and b and a != b and bond.sign > 0:
            graph.add_edge(a, b, weight=graph.get_edge_data(a, b, {}).get("weight", 0.0) + 1.0)
    area = sum(4 * box.hw * box.hh for box in groups.values())
    width = math.sqrt(area * problem.aspect)
    circle = nx.circular_layout(graph)
    found = spring(graph, circle, 80, 1.4, lambda share, _: told(0.2 + 0.2 * share, {}))
    return {
        key: (float(x) * width / 2, float(y) * width / 2 / problem.aspect)
        for key, (x, y) in found.items()
    }


def _around(
    problem: LayoutProblem, groups: list[Box], placed: Mapping[str, Point], told: Told
) -> dict[str, Point]:
    """Places those outside the chamber on a ring, each in the direction of its friends.

    Where they are too many for one, those with most ties stand on the innermost of several.
    """
    outsiders = [body for body in problem.bodies if body.outside]
    if not outsiders:
        return {}
    left = min((box.x - box.hw for box in groups), default=-200.0)
    right = max((box.x + box.hw for box in groups), default=200.0)
    top = min((box.y - box.hh for box in groups), default=-100.0)
    bottom = max((box.y + box.hh for box in groups), default=100.0)
    cx, cy = (left + right) / 2, (top + bottom) / 2
    friends: dict[str, list[tuple[str, int]]] = {}
    for bond in problem.bonds:
        friends.setdefault(bond.a, []).append((bond.b, bond.sign))
        friends.setdefault(bond.b, []).append((bond.a, bond.sign))
    wanted = []
    for number, body in enumerate(outsiders):
        if body.id in problem.older:
            x, y = problem.older[body.id]
        else:
            pulls = [(placed[o], s) for o, s in friends.get(body.id, ()) if o in placed]
            x = cx + sum(s * (p[0] - cx) for p, s in pulls)
            y = cy + sum(s * (p[1] - cy) for p, s in pulls)
            if not pulls or math.hypot(x - cx, y - cy) < 1.0:
                turn = 2 * math.pi * number / len(outsiders)
                x, y = cx + math.cos(turn), cy + math.sin(turn)
        wanted.append((math.atan2((y - cy) * problem.aspect, x - cx), body))
    rx = (right - left) / 2 + 44
    ry = (bottom - top) / 2 + 24
    boxes = [replace(box, fixed=True) for box in groups]
    wanted.sort(key=lambda item: -len(friends.get(item[1].id, ())))
    for ring, far in _rings(wanted, rx, ry):
        ring.sort(key=lambda item: (item[0], item[1].id))
        for turn, (_, body) in zip(spread([turn for turn, _ in ring]), ring, strict=True):
            # A superellipse hugs the corners of the drawing, which groups leave free.
            c, s = math.cos(turn), math.sin(turn)
            scale = (abs(c) ** 4 + abs(s) ** 4) ** -0.25
            x, y = cx + (rx + far) * scale * c, cy + (ry + far) * scale * s
            if body.id in problem.older and _free(problem.older[body.id], body, groups):
                x, y = problem.older[body.id]
            boxes.append(Box(body.id, x, y, body.half_width + 6, body.half_height + 4))
    rough = {**placed, **{box.id: (box.x, box.y) for box in boxes[len(groups) :]}}
    found = separate(boxes, gravity=0.0, aspect=problem.aspect, told=from_to(told, 0.6, 1.0, rough))
    return {body.id: found[body.id] for body in outsiders}


_ONE_RING = 200


def _rings(
    wanted: list[tuple[float, Body]], rx: float, ry: float
) -> Iterator[tuple[list[tuple[float, Body]], float]]:
    """Who stands on which ring, and how far out that is, from the innermost."""
    if len(wanted) <= _ONE_RING:
        yield list(wanted), 0.0
        return
    size = sum(body.half_width + body.half_height for _, body in wanted) / len(wanted) + 12
    first, far = 0, 0.0
    while first < len(wanted):
        room = math.ceil(6 * (rx + ry + 2 * far) / 2 / size)
        yield wanted[first : first + room], far
        first += room
        far += 1.25 * size


def _free(place: Point, body: Body, groups: Iterable[Box]) -> bool:
    return all(
        abs(place[0] - box.x) >= box.hw + body.half_width
        or abs(place[1] - box.y) >= box.hh + body.half_height
        for box in groups
    )
