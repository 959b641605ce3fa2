"""Filling a room: nothing overlaps, nothing is cut, and who can stay does."""

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraq_explorer.core.bodies import Body, Bond, LayoutProblem
from iraq_explorer.core.filling import Filling, Piece, side_by_side, staircase
from iraq_explorer.core.layout import compute_layout
from iraq_explorer.core.packing import OVAL, Box, in_lines, region_around
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point

sizes = st.tuples(st.floats(4, 60), st.floats(4, 30))
points = st.tuples(st.floats(-400, 400), st.floats(-200, 200))


def piece(name: str, size: Point) -> Piece:
    return Piece(name, -size[0] / 2, -size[1] / 2, size[0] / 2, size[1] / 2)


def overlap(a: tuple[Piece, Point], b: tuple[Piece, Point]) -> float:
    (p, (px, py)), (q, (qx, qy)) = a, b
    wide = min(px + p.right, qx + q.right) - max(px + p.left, qx + q.left)
    high = min(py + p.bottom, qy + q.bottom) - max(py + p.top, qy + q.top)
    return min(wide, high)


@given(st.lists(st.tuples(sizes, points), max_size=14), st.booleans())
@settings(deadline=None)
def test_pieces_stay_in_the_room_and_off_one_another(
    asked: list[tuple[Point, Point]], evened: bool
) -> None:
    filling = Filling(500, 240)
    pieces = [piece(str(n), size) for n, (size, _) in enumerate(asked)]
    placed = [p for p, (_, aim) in zip(pieces, asked, strict=True) if filling.settle(p, aim)]
    if evened:
        filling.even_out()
    there = [(p, filling.places[p.id]) for p in placed]
    for p, (x, y) in there:
        assert -250 - 1e-6 <= x + p.left <= x + p.right <= 250 + 1e-6
        assert -120 - 1e-6 <= y + p.top <= y + p.bottom <= 120 + 1e-6
    for a, b in itertools.combinations(there, 2):
        assert overlap(a, b) < 1e-5


def test_a_piece_stands_at_its_aim_or_right_beside_what_is_there() -> None:
    filling = Filling(100, 100)
    filling.put(piece("a", (20, 20)), (0.0, 0.0))
    assert filling.nearest(piece("b", (10, 10)), (30.0, 30.0)) == (30.0, 30.0)
    assert filling.nearest(piece("b", (10, 10)), (4.0, 1.0)) == (15.0, 1.0)
    assert filling.nearest(piece("b", (10, 10)), (90.0, 0.0)) == (45.0, 0.0)
    assert filling.nearest(piece("b", (90, 10)), (0.0, 20.0)) == (0.0, 20.0)
    assert filling.nearest(piece("b", (10, 101)), (0.0, 0.0)) is None


def test_the_steps_of_a_region_cover_it() -> None:
    steps = staircase(Box("", 0, 0, 100, 40), OVAL)
    for turn in range(360):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        x = math.copysign(abs(c) ** (2 / OVAL), c) * 100
        y = math.copysign(abs(s) ** (2 / OVAL), s) * 40
        assert any(abs(x) <= b.hw + 1e-9 and abs(y) <= b.hh + 1e-9 for b in steps)


@given(st.lists(sizes, min_size=1, max_size=9), st.floats(0.5, 4))
@settings(deadline=None)
def test_members_in_lines_do_not_overlap_and_lie_in_their_region(
    asked: list[Point], aspect: float
) -> None:
    boxes = [Box(str(n), 0, 0, w, h) for n, (w, h) in enumerate(asked)]
    places = in_lines(boxes, aspect)
    there = [replace(b, x=places[b.id][0], y=places[b.id][1]) for b in boxes]
    for a, b in itertools.combinations(there, 2):
        assert abs(a.x - b.x) >= a.hw + b.hw or abs(a.y - b.y) >= a.hh + b.hh
    room = region_around(there)
    for box in there:
        for sx, sy in itertools.product((-1, 1), repeat=2):
            x, y = (
                (box.x + sx * box.hw - room.x) / room.hw,
                (box.y + sy * box.hh - room.y) / room.hh,
            )
            assert abs(x) ** OVAL + abs(y) ** OVAL <= 1 + 1e-9


def test_regions_side_by_side_follow_the_shape_of_the_room() -> None:
    four = [(100.0, 60.0)] * 4
    aims = [(-1.0, 0.0), (-0.3, 0.1), (0.3, 0.2), (1.0, 0.3)]
    wide, tall = side_by_side(four, aims, 500, 80)[0], side_by_side(four, aims, 120, 400)[0]
    assert [x for x, _ in wide] == sorted(x for x, _ in wide)
    assert len({y for _, y in wide}) == 1
    assert len({x for x, _ in tall}) == 1
    assert side_by_side(four, aims, 150, 100) == []


def problem(room: Room) -> LayoutProblem:
    blocs = [
        Body(f"b{n}", 0, 0, f"c{n % 3}" if n < 12 else None, shape=(20, 20), label=(80, 18))
        for n in range(15)
    ]
    states = [
        Body(f"s{n}", 0, 0, None, outside=True, shape=(0, 0), label=(90, 28)) for n in range(5)
    ]
    bonds = [Bond(f"b{n}", f"s{n % 5}", 1 if n % 2 else -1) for n in range(15)]
    return LayoutProblem(
        (*blocs, *states),
        tuple(bonds),
        ("c0", "c1", "c2"),
        aspect=room.width / room.height,
        room=room,
    )


@pytest.mark.parametrize("room", [Room(900, 360), Room(500, 640)], ids=str)
def test_a_drawing_has_about_the_shape_of_its_room(room: Room) -> None:
    places = compute_layout("coalition", problem(room)).values()
    xs, ys = zip(*places, strict=True)
    aspect = (max(xs) - min(xs)) / (max(ys) - min(ys))
    assert 0.7 < aspect / (room.width / room.height) < 1.7


def test_a_drawing_that_goes_on_leaves_everybody_in_place() -> None:
    first = problem(Room(900, 400))
    places = compute_layout("coalition", first)
    again = compute_layout("coalition", replace(first, older=places))
    assert all(math.dist(places[node], again[node]) < 1e-6 for node in places)


def test_who_changes_the_coalition_goes_to_its_region_and_other_coalitions_stay() -> None:
    first = problem(Room(1200, 600))
    places = compute_layout("coalition", first)
    bodies = tuple(replace(b, coalition="c1") if b.id == "b0" else b for b in first.bodies)
    after = compute_layout("coalition", replace(first, bodies=bodies, older=places))
    moved = {node for node in places if math.dist(places[node], after[node]) > 1e-6}
    assert "b0" in moved
    assert not moved & {body.id for body in bodies if body.coalition in ("c0", "c2")}
    near = min(
        (b.id for b in bodies if b.id != "b0"), key=lambda b: math.dist(after[b], after["b0"])
    )
    assert next(b for b in bodies if b.id == near).coalition == "c1"
