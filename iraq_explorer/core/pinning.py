"""A layout that gives way to what was placed by hand, wherever a drawing of another shape has it.

Places set by hand come from a drawing of another shape, in which there was room for them. Here they
hold exactly, and everything else makes room: a coalition comes along with those of its members that
were placed, the others in it move aside, and so do other coalitions and everybody outside.
"""

from collections.abc import Mapping
from dataclasses import replace

from iraq_explorer.core.bodies import Body, LayoutProblem, empty_region_id
from iraq_explorer.core.gathered import EMPTY, HEADER, box_of
from iraq_explorer.core.packing import Box, region_around, separate
from iraq_explorer.core.scenario import Point

_PADDING = 10.0
"""Around a region, which stays free."""


def around_pinned(
    problem: LayoutProblem, places: Mapping[str, Point], *, gathered: bool
) -> dict[str, Point]:
    """The position of every body, and of every coalition without members.

    Args:
        problem: what is laid out; its fixed positions are kept exactly.
        places: of everybody, as a layout has them that knows nothing of the fixed ones.
        gathered: whether the layout gathers coalitions into regions of their own.

    """
    pinned = {body.id for body in problem.bodies if body.id in problem.fixed}
    if not pinned:
        return dict(places)
    groups: dict[str, list[Body]] = {}
    for body in problem.bodies:
        inside = gathered and body.coalition is not None
        key = empty_region_id(body.coalition or "") if inside else body.id
        groups.setdefault(key, []).append(body)
    found = dict(places)
    rooms = []
    for key, bodies in groups.items():
        found.update(_together(bodies, places, problem))
        held = any(body.id in pinned for body in bodies)
        rooms.append(_room(problem, key, bodies, found, held=held))
    named = {empty_region_id(coalition): coalition for coalition in problem.coalitions}
    for key in found.keys() - {body.id for body in problem.bodies}:
        rooms.append(_headed(problem, key, Box(key, *found[key], *EMPTY), named.get(key, "")))
        groups[key] = []
    rooms.sort(key=lambda room: room.id)
    apart = separate(rooms, gravity=0.0, aspect=problem.aspect)
    for room in rooms:
        dx, dy = apart[room.id][0] - room.x, apart[room.id][1] - room.y
        for node in [body.id for body in groups[room.id]] or [room.id]:
            x, y = found[node]
            found[node] = problem.fixed.get(node, (x + dx, y + dy))
    return found


def _together(
    bodies: list[Body], places: Mapping[str, Point], problem: LayoutProblem
) -> dict[str, Point]:
    """The places of bodies that stay together: where those of them are that were placed."""
    held = [body.id for body in bodies if body.id in problem.fixed]
    if not held:
        return {body.id: places[body.id] for body in bodies}
    dx, dy = (sum(problem.fixed[node][i] - places[node][i] for node in held) / len(held)
              for i in (0, 1))  # fmt: skip
    boxes = []
    for body in bodies:
        x, y = places[body.id]
        x, y = problem.fixed.get(body.id, (x + dx, y + dy))
        fixed = body.id in problem.fixed
        boxes.append(replace(box_of(body, (x, y)), fixed=fixed))
    apart = separate(boxes, gravity=0.0, aspect=problem.aspect)
    found = {body.id: (apart[body.id][0], apart[body.id][1] - body.drop) for body in bodies}
    return {**found, **{node: problem.fixed[node] for node in held}}


def _room(
    problem: LayoutProblem,
    key: str,
    bodies: list[Body],
    places: Mapping[str, Point],
    *,
    held: bool,
) -> Box:
    """The room that a coalition takes with its header, or one body by itself."""
    boxes = [box_of(body, places[body.id]) for body in bodies]
    if key == bodies[0].id:
        return replace(boxes[0], fixed=held)
    room = _headed(problem, key, region_around(boxes), bodies[0].coalition or "")
    return replace(room, fixed=held)


def _headed(problem: LayoutProblem, key: str, region: Box, coalition: str) -> Box:
    """The room of a region with its header above it."""
    width, height = problem.headers.get(coalition, HEADER)
    return Box(
        key,
        region.x,
        region.y - height / 2,
        max(region.hw, width / 2) + _PADDING,
        region.hh + height / 2 + _PADDING,
    )
