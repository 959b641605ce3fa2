"""The layouts of the whole network, which gather no coalitions: forces, camps, circles, columns.

Each draws the graph and is then fitted into the room, so that every body keeps that of its label.
"""

import itertools
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from iraq_explorer.core.bodies import FEW, Body, LayoutProblem, Told, empty_region_id, from_to
from iraq_explorer.core.filling import Filling, Piece
from iraq_explorer.core.gathered import EMPTY, HEADER, largest, piece_of
from iraq_explorer.core.graph_drawing import leading_vector, spring
from iraq_explorer.core.packing import Box, separate
from iraq_explorer.core.scenario import Point


def _graph(problem: LayoutProblem) -> Any:
    import networkx as nx

    graph: Any = nx.Graph()
    graph.add_nodes_from(body.id for body in problem.bodies)
    for bond in problem.bonds:
        weight = graph.get_edge_data(bond.a, bond.b, {}).get("weight", 0.0)
        # Friends pull; enemies hold one another only as far as the drawing stays together.
        graph.add_edge(bond.a, bond.b, weight=weight + (1.0 if bond.sign > 0 else 0.02))
    members: dict[str, list[str]] = {}
    for body in problem.bodies:
        if body.coalition is not None:
            members.setdefault(body.coalition, []).append(body.id)
    for group in members.values():
        for a, b in itertools.pairwise(group):
            weight = graph.get_edge_data(a, b, {}).get("weight", 0.0)
            graph.add_edge(a, b, weight=weight + 0.6)
    return graph


def _spread_out(
    problem: LayoutProblem, found: Mapping[str, Any], told: Callable[[float], None]
) -> dict[str, Point]:
    """Scales a drawing to the room, and moves apart what overlaps in it."""
    if not found:
        return {}
    if len(problem.bodies) <= FEW:
        told(0.0)
        # Where not all names find room, those are written that do.
        for asked in (problem, problem.nameless):
            fitted = largest(asked, lambda seen, zoom: _fitted(seen, zoom, found))
            if fitted is not None:
                return fitted[1]
    boxes = _scaled(problem, found)
    positions = separate(boxes, gravity=0.0, aspect=problem.aspect, told=told)
    lowest = max((y for _, y in positions.values()), default=0.0)
    leftmost = min(box.x for box in boxes)
    for number, coalition in enumerate(_without_members(problem)):
        place = (2.4 * EMPTY[0] * number + leftmost, lowest + 2 * EMPTY[1] + 72.0)
        positions[empty_region_id(coalition)] = place
    return positions


def _without_members(problem: LayoutProblem) -> list[str]:
    taken = {body.coalition for body in problem.bodies}
    return [coalition for coalition in problem.coalitions if coalition not in taken]


def _fitted(
    problem: LayoutProblem, zoom: float, found: Mapping[str, Any]
) -> dict[str, Point] | None:
    """A drawing as large as the room at a zoom, or ``None`` where not all bodies find a place."""
    room, grown = problem.fitted, problem.fitted.text(zoom) / zoom
    filling = Filling(room.width / zoom, room.height / zoom)
    xs = [float(p[0]) for p in found.values()]
    ys = [float(p[1]) for p in found.values()]
    mx, my = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    sx = filling.width / max(max(xs) - min(xs), 1e-9)
    sy = filling.height / max(max(ys) - min(ys), 1e-9)

    def put(bodies: Iterable[Body]) -> bool:
        return all(
            filling.settle(
                piece_of(body),
                ((float(found[body.id][0]) - mx) * sx, (float(found[body.id][1]) - my) * sy),
            )
            for body in bodies
        )

    if not put(body for body in problem.bodies if body.coalition is not None):
        return None
    headers = []
    for coalition in problem.coalitions:
        # Room for its name and verdict, near its members.
        places = [filling.places[b.id] for b in problem.bodies if b.coalition == coalition]
        width, height = (side * grown for side in problem.headers.get(coalition, HEADER))
        header = Piece(coalition, -width / 2, -height, width / 2, 0.0)
        if places:
            headers.append(coalition)
            top = min(y for _, y in places)
            if not filling.settle(header, (sum(x for x, _ in places) / len(places), top)):
                return None
    if not put(body for body in problem.bodies if body.coalition is None):
        return None
    for coalition in _without_members(problem):
        above = problem.headers.get(coalition, HEADER)[1] * grown
        key = empty_region_id(coalition)
        piece = Piece(key, -EMPTY[0], -EMPTY[1] - above, EMPTY[0], EMPTY[1])
        if not filling.settle(piece, (0.0, filling.height / 2)):
            return None
    return {key: place for key, place in filling.places.items() if key not in headers}


def _scaled(problem: LayoutProblem, found: Mapping[str, Any]) -> list[Box]:
    xs = [float(p[0]) for p in found.values()]
    ys = [float(p[1]) for p in found.values()]
    area = sum(4 * body.half_width * body.half_height for body in problem.bodies)
    width = math.sqrt(area * 2.4 * problem.aspect)
    sx = width / max(max(xs) - min(xs), 1e-9)
    sy = width / problem.aspect / max(max(ys) - min(ys), 1e-9)
    mx, my = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [
        Box(
            body.id,
            (float(found[body.id][0]) - mx) * sx,
            (float(found[body.id][1]) - my) * sy,
            body.half_width + 4,
            body.half_height + 4,
        )
        for body in problem.bodies
    ]


def _older_start(problem: LayoutProblem) -> dict[str, Point] | None:
    ids = {body.id for body in problem.bodies}
    known = {node: place for node, place in problem.older.items() if node in ids}
    if len(known) < len(ids) / 2 or not known:
        return None
    reach = max(max(abs(x), abs(y)) for x, y in known.values()) or 1.0
    start = {node: (x / reach, y / reach) for node, (x, y) in known.items()}
    for number, node in enumerate(sorted(ids - set(known))):
        start[node] = (0.1 * math.cos(number), 0.1 * math.sin(number))
    return start


def _springs_of_all(
    problem: LayoutProblem, told: Told, *, by_ties: bool = False
) -> Mapping[str, Any]:
    def tell(share: float, places: Mapping[str, Any]) -> None:
        rough = _scaled(problem, places) if places else []
        told(share * _SPRINGS, {box.id: (box.x, box.y) for box in rough})

    return spring(_graph(problem), _older_start(problem), 120, 0.9, tell, by_ties=by_ties)


_SPRINGS = 0.7
"""The share of the work that the springs are."""


def force_directed(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Springs between friends, repulsion between all (Fruchterman and Reingold 1991)."""
    found = _springs_of_all(problem, told)
    return _spread_out(problem, found, from_to(told, _SPRINGS, 1.0))


def force_atlas(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """ForceAtlas2 (Jacomy and others 2014): keeps neighbours together best."""
    found = _springs_of_all(problem, told, by_ties=True)
    return _spread_out(problem, found, from_to(told, _SPRINGS, 1.0))


def _grouped(problem: LayoutProblem) -> list[str]:
    order = {coalition: place for place, coalition in enumerate(problem.coalitions)}
    return [
        body.id
        for body in sorted(
            problem.bodies,
            key=lambda b: (b.outside, order.get(b.coalition or "", len(order)), b.kind),
        )
    ]


def circular(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Everyone on one circle, coalitions beside one another."""
    import networkx as nx

    found = nx.circular_layout(_grouped(problem))
    return _spread_out(problem, found, from_to(told, 0.0, 1.0))


def shell(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """The chamber on the inner circle, everyone else on the outer."""
    import networkx as nx

    outside = {body.id for body in problem.bodies if body.outside}
    order = _grouped(problem)
    shells = [[b for b in order if b not in outside], [b for b in order if b in outside]]
    graph = _graph(problem)
    found = nx.shell_layout(graph, nlist=[shell for shell in shells if shell])
    return _spread_out(problem, found, from_to(told, 0.0, 1.0))


def by_camp(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Two camps left and right, by the leading eigenvector of the signed network."""
    import numpy as np

    if not problem.bodies:
        return {}
    ids = [body.id for body in problem.bodies]
    place = {node: index for index, node in enumerate(ids)}
    camp = leading_vector(len(ids), [(place[b.a], place[b.b], b.sign) for b in problem.bonds])
    # The sign of an eigenvector is arbitrary: the first body that has a side is on the left.
    first = next((value for value in camp if abs(value) > 1e-9), 1.0)
    if first > 0:
        camp = -camp
    ranks = np.sign(camp) * np.sqrt(np.abs(camp))
    heights = spring(_graph(problem), None, 80, 0.9, lambda share, _: told(share * _SPRINGS, {}))
    found = {node: (ranks[place[node]], heights[node][1]) for node in ids}
    return _spread_out(problem, found, from_to(told, _SPRINGS, 1.0))


def by_kind(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """A column for each kind of actor."""
    import networkx as nx

    graph: Any = nx.Graph()
    for body in problem.bodies:
        graph.add_node(body.id, column=body.kind if body.outside else "chamber")
    # Long columns read badly: many bodies of a kind take several columns side by side.
    per_column = max(6, math.ceil(math.sqrt(len(problem.bodies) / problem.aspect)))
    counts: dict[str, int] = {}
    names = sorted({data["column"] for _, data in graph.nodes(data=True)})
    layers: dict[int, list[str]] = {}
    offset: dict[str, int] = {}
    next_layer = 0
    for name in names:
        size = sum(1 for _, data in graph.nodes(data=True) if data["column"] == name)
        offset[name] = next_layer
        next_layer += math.ceil(size / per_column)
    for node, data in graph.nodes(data=True):
        number = counts.get(data["column"], 0)
        counts[data["column"]] = number + 1
        layers.setdefault(offset[data["column"]] + number // per_column, []).append(node)
    found = nx.multipartite_layout(graph, subset_key=layers)
    return _spread_out(problem, found, from_to(told, 0.0, 1.0))
