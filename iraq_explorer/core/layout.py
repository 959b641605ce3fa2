"""The table of layouts: bodies, bonds and older positions in, positions out.

A layout is deterministic (fixed seed) and continues from older positions where there are any, so
that a small change of the network moves things a little. NetworkX does the graph drawing, and
``springs`` that of large networks; what is ours is the room that coalitions and labels need.
NetworkX and numpy are imported on first use.

A layout that can take long tells how far it is. Whoever is told can end it, by raising an
exception.
"""

import itertools
import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from iraq_explorer.core.packing import Box, enclosing, pack, separate
from iraq_explorer.core.scenario import Point
from iraq_explorer.core.springs import springs

SEED = 2010
ASPECT = 1.6
"""Width of the drawing over its height: that of the canvas on a laptop."""


@dataclass(frozen=True, slots=True)
class Body:
    """Something that takes room: half its width and height include the label."""

    id: str
    half_width: float
    half_height: float
    coalition: str | None = None
    outside: bool = False
    """Whether it stands outside the chamber: a state, a person, a project."""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """A signed line between two bodies."""

    a: str
    b: str
    sign: int


@dataclass(frozen=True)
class LayoutProblem:
    """What a layout is asked: everything it may look at."""

    bodies: tuple[Body, ...]
    bonds: tuple[Bond, ...]
    coalitions: tuple[str, ...] = ()
    """Ids in order, those without members included."""
    older: Mapping[str, Point] = field(default_factory=dict)
    fixed: Mapping[str, Point] = field(default_factory=dict)
    """Positions set by hand, which the layout keeps."""
    aspect: float = ASPECT
    """Width over height of the room that the drawing is for."""


def empty_region_id(coalition: str) -> str:
    """Under which id a layout gives the place of a coalition that has no members."""
    return f"coalition:{coalition}"


Told = Callable[[float, Mapping[str, Point]], None]
"""Takes the share that is done, and rough positions of all bodies as soon as there are any."""


def _nobody(share: float, rough: Mapping[str, Point]) -> None:
    """Takes no notice."""


def compute_layout(name: str, problem: LayoutProblem, told: Told = _nobody) -> dict[str, Point]:
    """The position of every body, and of every coalition without members.

    Args:
        name: which layout.
        problem: what is laid out.
        told: told again and again how far it is; ends the work by raising an exception.

    Raises:
        KeyError: there is no layout of that name.

    """
    positions = LAYOUTS[name](problem, told)
    positions.update(
        {body.id: problem.fixed[body.id] for body in problem.bodies if body.id in problem.fixed}
    )
    return positions


def _from_to(
    told: Told, low: float, high: float, rough: Mapping[str, Point] | None = None
) -> Callable[[float], None]:
    """Tells a share of one part of the work as one of the whole."""
    return lambda share: told(low + (high - low) * share, rough or {})


def below(bodies: Sequence[Body], others: Iterable[Point]) -> dict[str, Point]:
    """Rows of bodies below the places of all others: for those that were given none."""
    if not bodies:
        return {}
    taken = list(others)
    top = max((y for _, y in taken), default=0.0) + _HEADER
    left = min((x for x, _ in taken), default=0.0)
    wide, high = 2 * max(b.half_width for b in bodies), 2 * max(b.half_height for b in bodies)
    columns = max(1, math.ceil(math.sqrt(len(bodies) * high / wide * ASPECT)))
    return {
        body.id: (left + wide * (place % columns), top + high * (place // columns))
        for place, body in enumerate(bodies)
    }


# -- by coalition ------------------------------------------------------------------------------

_PADDING = 18.0
_HEADER = 72.0
_EMPTY = (96.0, 52.0)


def _by_coalition(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Each coalition gathered in its own region, friends near, outside powers around."""
    inside, groups = _pack_groups(problem, _from_to(told, 0.0, 0.2))
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
        return pack(largest_first, problem.aspect, wanted, _from_to(told, 0.4, 0.6))
    start = dict(older)
    for number, key in enumerate(key for key in groups if key not in older):
        start[key] = _free_place(groups, start, number)
    boxes = [replace(box, x=start[key][0], y=start[key][1]) for key, box in groups.items()]
    return separate(boxes, gravity=0.02, aspect=problem.aspect, told=_from_to(told, 0.2, 0.6))


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
    found = _spring(graph, circle, 80, 1.4, lambda share, _: told(0.2 + 0.2 * share, {}))
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
        for turn, (_, body) in zip(_spread([turn for turn, _ in ring]), ring, strict=True):
            # A superellipse hugs the corners of the drawing, which groups leave free.
            c, s = math.cos(turn), math.sin(turn)
            scale = (abs(c) ** 4 + abs(s) ** 4) ** -0.25
            x, y = cx + (rx + far) * scale * c, cy + (ry + far) * scale * s
            if body.id in problem.older and _free(problem.older[body.id], body, groups):
                x, y = problem.older[body.id]
            boxes.append(Box(body.id, x, y, body.half_width + 6, body.half_height + 4))
    rough = {**placed, **{box.id: (box.x, box.y) for box in boxes[len(groups) :]}}
    found = separate(
        boxes, gravity=0.0, aspect=problem.aspect, told=_from_to(told, 0.6, 1.0, rough)
    )
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


def _spread(turns: list[float]) -> list[float]:
    """Angles pushed apart until neighbours keep two thirds of an even distance."""
    least = 2 * math.pi / len(turns) * 0.66
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


# -- layouts of the whole graph -----------------------------------------------------------------


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
    """Scales a drawing to the room its bodies need, and moves apart what still overlaps."""
    if not found:
        return {}
    boxes = _scaled(problem, found)
    positions = separate(boxes, gravity=0.0, aspect=problem.aspect, told=told)
    lowest = max((y for _, y in positions.values()), default=0.0)
    leftmost = min(box.x for box in boxes)
    taken = {body.coalition for body in problem.bodies}
    for number, coalition in enumerate(c for c in problem.coalitions if c not in taken):
        place = (2.4 * _EMPTY[0] * number + leftmost, lowest + 2 * _EMPTY[1] + _HEADER)
        positions[empty_region_id(coalition)] = place
    return positions


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


_MANY = 500
"""From so many nodes on NetworkX takes seconds a round, or asks for SciPy."""


def _spring(
    graph: Any,
    start: Mapping[str, Any] | None,
    rounds: int,
    k: float,
    told: Callable[[float, Mapping[str, Any]], None],
    *,
    by_ties: bool = False,
) -> Mapping[str, Any]:
    """Places of a graph's nodes at which friends are near."""
    import networkx as nx

    if len(graph) < _MANY:
        told(0.0, {})
        if not by_ties:
            return nx.spring_layout(graph, pos=start, seed=SEED, iterations=rounds, k=k)  # type: ignore[no-any-return]
        import numpy as np

        # Unlike the other layouts it takes positions as arrays only.
        arrays = {node: np.array(place) for node, place in start.items()} if start else None
        return nx.forceatlas2_layout(  # type: ignore[no-any-return]
            graph, pos=arrays, seed=SEED, max_iter=rounds, weight="weight"
        )
    nodes = list(graph)
    number = {node: place for place, node in enumerate(nodes)}
    draw = random.Random(SEED)
    first = [
        tuple(start[node]) if start else (draw.uniform(-1, 1), draw.uniform(-1, 1))
        for node in nodes
    ]
    between = [(number[a], number[b], w) for a, b, w in graph.edges(data="weight")]
    found = springs(
        first,
        between,
        rounds,
        lambda share, places: told(share, dict(zip(nodes, places, strict=False))),
        by_ties=by_ties,
    )
    return dict(zip(nodes, found, strict=True))


def _springs_of_all(
    problem: LayoutProblem, told: Told, *, by_ties: bool = False
) -> Mapping[str, Any]:
    def tell(share: float, places: Mapping[str, Any]) -> None:
        rough = _scaled(problem, places) if places else []
        told(share * _SPRINGS, {box.id: (box.x, box.y) for box in rough})

    return _spring(_graph(problem), _older_start(problem), 120, 0.9, tell, by_ties=by_ties)


_SPRINGS = 0.7
"""The share of the work that the springs are."""


def _force_directed(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Springs between friends, repulsion between all (Fruchterman and Reingold 1991)."""
    found = _springs_of_all(problem, told)
    return _spread_out(problem, found, _from_to(told, _SPRINGS, 1.0))


def _force_atlas(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """ForceAtlas2 (Jacomy and others 2014): keeps neighbours together best."""
    found = _springs_of_all(problem, told, by_ties=True)
    return _spread_out(problem, found, _from_to(told, _SPRINGS, 1.0))


def _grouped(problem: LayoutProblem) -> list[str]:
    order = {coalition: place for place, coalition in enumerate(problem.coalitions)}
    return [
        body.id
        for body in sorted(
            problem.bodies,
            key=lambda b: (b.outside, order.get(b.coalition or "", len(order)), b.kind),
        )
    ]


def _circular(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Everyone on one circle, coalitions beside one another."""
    import networkx as nx

    found = nx.circular_layout(_grouped(problem))
    return _spread_out(problem, found, _from_to(told, 0.0, 1.0))


def _shell(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """The chamber on the inner circle, everyone else on the outer."""
    import networkx as nx

    outside = {body.id for body in problem.bodies if body.outside}
    order = _grouped(problem)
    shells = [[b for b in order if b not in outside], [b for b in order if b in outside]]
    graph = _graph(problem)
    found = nx.shell_layout(graph, nlist=[shell for shell in shells if shell])
    return _spread_out(problem, found, _from_to(told, 0.0, 1.0))


def _by_camp(problem: LayoutProblem, told: Told) -> dict[str, Point]:
    """Two camps left and right, by the leading eigenvector of the signed network."""
    import numpy as np

    if not problem.bodies:
        return {}
    ids = [body.id for body in problem.bodies]
    place = {node: index for index, node in enumerate(ids)}
    camp = _leading_vector(len(ids), [(place[b.a], place[b.b], b.sign) for b in problem.bonds])
    # The sign of an eigenvector is arbitrary: the first body that has a side is on the left.
    first = next((value for value in camp if abs(value) > 1e-9), 1.0)
    if first > 0:
        camp = -camp
    ranks = np.sign(camp) * np.sqrt(np.abs(camp))
    heights = _spring(_graph(problem), None, 80, 0.9, lambda share, _: told(share * _SPRINGS, {}))
    found = {node: (ranks[place[node]], heights[node][1]) for node in ids}
    return _spread_out(problem, found, _from_to(told, _SPRINGS, 1.0))


def _leading_vector(count: int, signed: Sequence[tuple[int, int, int]]) -> Any:
    """The eigenvector of the largest eigenvalue of a symmetric matrix, given by its entries."""
    import numpy as np

    if count < _MANY:
        matrix = np.zeros((count, count))
        for a, b, sign in signed:
            matrix[a, b] += sign
            matrix[b, a] += sign
        return np.linalg.eigh(matrix)[1][:, -1]
    a, b, sign = np.array(signed or [(0, 0, 0)]).T
    # Lanczos: in the space that repeated products span, the ends of the spectrum show first.
    basis = [np.random.default_rng(SEED).standard_normal(count)]
    basis[0] /= np.linalg.norm(basis[0])
    products = []
    for _ in range(_PRODUCTS):
        last = basis[-1]
        product = np.bincount(a, sign * last[b], count) + np.bincount(b, sign * last[a], count)
        products.append(product)
        rest = product - sum(base * (base @ product) for base in basis)
        length = np.linalg.norm(rest)
        if length < 1e-9:
            break
        basis.append(rest / length)
    space = np.array(basis[: len(products)])
    small = space @ np.array(products).T
    return np.linalg.eigh((small + small.T) / 2)[1][:, -1] @ space


_PRODUCTS = 80


def _by_kind(problem: LayoutProblem, told: Told) -> dict[str, Point]:
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
    return _spread_out(problem, found, _from_to(told, 0.0, 1.0))


LAYOUTS: Mapping[str, Callable[[LayoutProblem, Told], dict[str, Point]]] = {
    "coalition": _by_coalition,
    "force": _force_directed,
    "atlas": _force_atlas,
    "camp": _by_camp,
    "circular": _circular,
    "shell": _shell,
    "kind": _by_kind,
}
"""Layouts by name, the default first."""
