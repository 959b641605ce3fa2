"""The network of another day in the places of the day before: who is known stays put.

Every body that has an older position keeps it exactly: the distance that it moves is 0. Only who is
new, and who went to another coalition where those are gathered, gets a place: the one it had when
it was last there if that is free, else a free one near those it has ties with, or near its
coalition.

Two networks beside each other are linked in the same way: one is laid out, the other anchored in
its places.
"""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from iraq_explorer.core.layout import Body, LayoutProblem, compute_layout, empty_region_id
from iraq_explorer.core.packing import Box, region_around
from iraq_explorer.core.scenario import Point

_GAP = 6.0
_HEADER = 46.0
_EMPTY = (110.0, 62.0)
_SLIDES = (0.0, -0.5, 0.5, -1.0, 1.0)
_NEAR = 14
_TRIES = 24


def anchored(
    problem: LayoutProblem,
    moved: frozenset[str] = frozenset(),
    preferred: Mapping[str, Point] | None = None,
    *,
    gathered: bool = True,
) -> dict[str, Point]:
    """The position of every body, and of every coalition without members.

    Args:
        problem: the network of the new day; its older positions are kept.
        moved: bodies that changed coalition, for which a place is looked for where coalitions are
            gathered; elsewhere they stay too.
        preferred: places to take where they are free.
        gathered: whether the layout gathers coalitions into regions of their own.

    """
    # Boxes stand where the middles of bodies with their labels are.
    zoom = _zoom_of(problem)
    seen = problem.seen(zoom, _MARGIN)
    drops = {body.id: body.drop for body in seen.bodies}
    centred = replace(
        seen,
        bodies=tuple(replace(body, drop=0.0) for body in seen.bodies),
        older=_moved_down(problem.older, drops),
        fixed=_moved_down(problem.fixed, drops),
    )
    held = _moved_down(preferred or {}, drops)
    kept = {**problem.older, **problem.fixed}
    before = {**centred.older, **centred.fixed}
    found = _anchored(centred, moved, held, zoom, gathered=gathered)
    return {
        key: kept[key] if before.get(key) == (x, y) else (x, y - drops.get(key, 0.0))
        for key, (x, y) in found.items()
    }


_MARGIN = 0.4


def _zoom_of(problem: LayoutProblem) -> float:
    """The zoom at which the older places about fill the room."""
    there = [(problem.older[body.id], body) for body in problem.bodies if body.id in problem.older]
    if problem.room is None or not there:
        return 1.0
    left = min(x - body.half_width for (x, _), body in there)
    right = max(x + body.half_width for (x, _), body in there)
    top = min(y - body.half_height for (_, y), body in there)
    bottom = max(y + body.half_height for (_, y), body in there)
    return problem.room.zoom_for(right - left, bottom - top)


def _moved_down(places: Mapping[str, Point], drops: Mapping[str, float]) -> dict[str, Point]:
    return {key: (x, y + drops.get(key, 0.0)) for key, (x, y) in places.items()}


def _anchored(
    problem: LayoutProblem,
    moved: frozenset[str],
    preferred: Mapping[str, Point],
    zoom: float,
    *,
    gathered: bool,
) -> dict[str, Point]:
    known: dict[str, Point] = {}
    waiting: list[Body] = []
    for body in problem.bodies:
        place = problem.fixed.get(body.id)
        if place is None and not (gathered and body.id in moved):
            place = problem.older.get(body.id)
        if place is None:
            waiting.append(body)
        else:
            known[body.id] = place
    room = _Room(problem, known, gathered, zoom)
    # The largest first; those in a coalition before those who have to keep out of its region.
    for body in sorted(waiting, key=lambda b: (b.coalition is None, -b.half_width * b.half_height)):
        room.settle(body, preferred.get(body.id))
    for coalition in problem.coalitions:
        key = empty_region_id(coalition)
        if not room.members(coalition):
            place = problem.older.get(key)
            room.known[key] = place if place is not None else room.free_below()
    return room.known


def linked(
    a: LayoutProblem, b: LayoutProblem, continued: Mapping[str, str]
) -> tuple[dict[str, Point], dict[str, Point]]:
    """Two networks of the same blocs with one place for everybody who did not move.

    Either can be laid out first and the other anchored in it; taken is what leaves fewer bodies in
    regions that are not theirs. Of thousands of bodies the first is laid out and the other anchored
    in it, without a look at the other way round.

    Args:
        a: the first network.
        b: the second; who is in the coalition that continues its former one has not moved.
        continued: by coalition of ``b`` the one of ``a`` that it continues.

    """
    back = {old: new for new, old in continued.items()}
    first = compute_layout("coalition", a)
    onwards = first, _continuing(b, a, first, continued)
    if len(a.bodies) > _WEIGHED:
        return onwards
    last = compute_layout("coalition", b)
    backwards = _continuing(a, b, last, back), last
    best = min(onwards, backwards, key=lambda ways: _strays(a, ways[0]) + _strays(b, ways[1]))
    return _cleared(a, b, best)


_WEIGHED = 600


def _cleared(
    a: LayoutProblem, b: LayoutProblem, places: tuple[dict[str, Point], dict[str, Point]]
) -> tuple[dict[str, Point], dict[str, Point]]:
    """Whoever is in no coalition of either and lies in a region is put where both have room."""
    rooms = [
        _Room(problem, dict(known), gathered=True)
        for problem, known in zip((a, b), places, strict=True)
    ]
    regions = [region for room in rooms for region in room.regions().values()]
    others = {body.id: body for body in b.bodies}
    for body in a.bodies:
        other = others.get(body.id)
        aim = rooms[0].known[body.id]
        if (
            other is None
            or body.coalition is not None
            or other.coalition is not None
            or body.id in a.fixed.keys() | b.fixed.keys()
            or not any(_over(region, _at(body, aim)) for region in regions)
        ):
            continue
        boxes = [box for room in rooms for box in room.boxes(body.id)]
        blocked = sorted((*boxes, *regions), key=lambda box: _far((box.x, box.y), aim) - box.hw)
        wide = (
            max(body.half_width, other.half_width),
            max(body.half_height, other.half_height),
        )
        found = rooms[0].places(Body(body.id, *wide), blocked, aim)
        place = next((place for place in found if _is_free(place, wide, blocked)), aim)
        for room in rooms:
            room.known[body.id] = place
    return rooms[0].known, rooms[1].known


def _continuing(
    problem: LayoutProblem,
    other: LayoutProblem,
    places: Mapping[str, Point],
    continued: Mapping[str, str],
) -> dict[str, Point]:
    """A network in the places of another one, but for those whose coalition is not continued."""
    former = {body.id: body.coalition for body in other.bodies}
    moved = frozenset(
        body.id
        for body in problem.bodies
        if body.id in former
        and former[body.id] != (continued.get(body.coalition, "") if body.coalition else None)
    )
    older = {
        empty_region_id(new): places[empty_region_id(old)]
        for new, old in continued.items()
        if empty_region_id(old) in places
    }
    return anchored(replace(problem, older={**places, **older}), moved)


def _strays(problem: LayoutProblem, places: Mapping[str, Point]) -> int:
    """How many bodies and other regions the regions of a drawing cover."""
    room = _Room(problem, dict(places), gathered=True)
    regions = room.regions()
    bodies = sum(
        body.coalition != coalition and _over(region, _at(body, places[body.id]))
        for coalition, region in regions.items()
        for body in problem.bodies
    )
    return bodies + sum(_over(a, b) for a, b in itertools.combinations(regions.values(), 2))


class _Room:
    """What is taken of the drawing, and where there is a place."""

    def __init__(
        self, problem: LayoutProblem, known: dict[str, Point], gathered: bool, zoom: float = 1.0
    ) -> None:
        self._problem = problem
        self._gathered = gathered
        self._bodies = {body.id: body for body in problem.bodies}
        self.known = known
        self._grown = problem.fitted.text(zoom) / zoom if problem.room else 1.0

    def settle(self, body: Body, preferred: Point | None) -> None:
        home = body.coalition if self._gathered else None
        regions = [
            region
            for coalition in self._problem.coalitions
            if self._gathered
            and coalition != home
            and (region := self._region(self.members(coalition))) is not None
        ]
        aim = self._aim(body)
        blocked = sorted(
            (*(self._box(other) for other in self.known), *regions),
            key=lambda box: _far((box.x, box.y), aim) - box.hw,
        )
        # Gaps beside what is near the aim are looked at first: they are mostly enough.
        near = self.places(body, blocked[:_NEAR], aim)
        first = [aim] if preferred is None else [preferred, aim]
        wide = (body.half_width, body.half_height)
        free = (p for p in (*first, *near) if _is_free(p, wide, blocked))
        found = list(itertools.islice(free, 1 if home is None else _TRIES))
        if not found:
            everywhere = self.places(body, blocked, aim)
            found = [p for p in everywhere if _is_free(p, wide, blocked)][:1]
        self.known[body.id] = found[0] if found else aim
        if home is not None and len(found) > 1:
            fitting = (p for p in found if self._region_fits(home, body, p, regions))
            self.known[body.id] = next(fitting, found[0])

    def members(self, coalition: str | None) -> list[Body]:
        return [
            self._bodies[key]
            for key in self.known
            if key in self._bodies
            and coalition is not None
            and self._bodies[key].coalition == coalition
        ]

    def regions(self) -> dict[str, Box]:
        """The regions of the coalitions that have members, names and verdicts included."""
        found = {c: self._region(self.members(c)) for c in self._problem.coalitions}
        return {coalition: region for coalition, region in found.items() if region is not None}

    def boxes(self, without: str) -> list[Box]:
        """What every body but one takes of the drawing."""
        return [self._box(key) for key in self.known if key != without]

    def free_below(self) -> Point:
        boxes = [self._box(key) for key in self.known]
        lowest = max((box.y + box.hh for box in boxes), default=0.0)
        middle = sum(box.x for box in boxes) / max(1, len(boxes))
        return middle, lowest + _EMPTY[1] + _HEADER

    def _box(self, key: str) -> Box:
        if key in self._bodies:
            return _at(self._bodies[key], self.known[key])
        return Box(key, *self.known[key], *_EMPTY)

    def _region(self, members: Sequence[Body], more: Box | None = None) -> Box | None:
        boxes = [self._box(body.id) for body in members]
        if more is not None:
            boxes.append(more)
        if not boxes:
            return None
        room = region_around(boxes)
        # With the name and the verdict above it.
        up = _HEADER * self._grown / 2
        return Box("", room.x, room.y - up, room.hw, room.hh + up)

    def _region_fits(self, home: str, body: Body, place: Point, others: Iterable[Box]) -> bool:
        members = [member for member in self.members(home) if member.id != body.id]
        region = self._region(members, _at(body, place))
        assert region is not None
        if any(_over(region, other) for other in others):
            return False
        inside = {body.id, *(member.id for member in members)}
        strangers = (self._box(key) for key in self.known if key not in inside)
        return not any(_over(region, stranger) for stranger in strangers)

    def _aim(self, body: Body) -> Point:
        """Where a body would rather be: with its coalition, where it was, or near its ties."""
        if self._gathered and body.coalition is not None:
            region = self._region(self.members(body.coalition))
            if region is not None:
                return region.x, region.y + _HEADER * self._grown / 2
            empty = self._problem.older.get(empty_region_id(body.coalition))
            if empty is not None:
                return empty
        if body.id in self._problem.older:
            return self._problem.older[body.id]
        ends = [
            (other, bond.sign)
            for bond in self._problem.bonds
            for one, other in ((bond.a, bond.b), (bond.b, bond.a))
            if one == body.id and other in self.known
        ]
        friends = [self.known[other] for other, sign in ends if sign > 0]
        near = friends or [self.known[other] for other, _ in ends] or list(self.known.values())
        if not near:
            return 0.0, 0.0
        return sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)

    def places(self, body: Body, blocked: Iterable[Box], aim: Point) -> list[Point]:
        """Places right beside what is there, the nearest to the aim first."""
        found = []
        for box in blocked:
            dx, dy = box.hw + body.half_width + _GAP, box.hh + body.half_height + _GAP
            for side in (-1, 1):
                for slide in _SLIDES:
                    found.append((box.x + side * dx, box.y + slide * dy))
                    found.append((box.x + slide * dx, box.y + side * dy))
        return sorted(found, key=lambda place: _far(place, aim))


def _is_free(place: Point, wide: Point, blocked: Iterable[Box]) -> bool:
    x, y = place
    w, h = wide
    return not any(abs(x - b.x) < w + b.hw and abs(y - b.y) < h + b.hh for b in blocked)


def _at(body: Body, place: Point) -> Box:
    return Box(body.id, *place, body.half_width, body.half_height)


def _over(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < a.hw + b.hw and abs(a.y - b.y) < a.hh + b.hh


def _far(a: Point, b: Point) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])
