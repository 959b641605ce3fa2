"""Layouts that give way to places set by hand."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.layout import Body, LayoutProblem, compute_layout
from iraq_explorer.core.packing import Box, region_around
from iraq_explorer.core.pinning import around_pinned
from iraq_explorer.core.scenario import Point

BODIES = (
    *(Body(f"a{n}", 30, 20, "a") for n in range(4)),
    *(Body(f"b{n}", 30, 20, "b") for n in range(3)),
    Body("single", 30, 20),
    *(Body(f"state{n}", 40, 14, outside=True) for n in range(3)),
)
PROBLEM = LayoutProblem(BODIES, (), ("a", "b", "empty"))
FRESH = compute_layout("coalition", PROBLEM)


def pinned(fixed: dict[str, Point], *, gathered: bool = True) -> dict[str, Point]:
    problem = LayoutProblem(BODIES, (), PROBLEM.coalitions, fixed=fixed)
    return around_pinned(problem, FRESH, gathered=gathered)


def boxes(places: dict[str, Point], coalition: str) -> list[Box]:
    return [
        Box(body.id, *places[body.id], body.half_width, body.half_height)
        for body in BODIES
        if body.coalition == coalition
    ]


def test_without_places_set_by_hand_nothing_moves() -> None:
    assert pinned({}) == FRESH


PLACES = st.tuples(st.integers(-600, 600), st.integers(-600, 600)).map(
    lambda place: (float(place[0]), float(place[1]))
)


@given(st.dictionaries(st.sampled_from([body.id for body in BODIES]), PLACES), st.booleans())
def test_what_was_placed_is_exactly_there_and_everybody_has_a_place(
    fixed: dict[str, Point], gathered: bool
) -> None:
    places = pinned(fixed, gathered=gathered)
    assert places.keys() == FRESH.keys()
    assert {node: places[node] for node in fixed} == fixed


@given(st.sampled_from([body.id for body in BODIES]), PLACES)
def test_all_others_make_room_for_one_that_was_placed(node: str, place: Point) -> None:
    places = pinned({node: place})
    for one, other in combinations(BODIES, 2):
        (ax, ay), (bx, by) = places[one.id], places[other.id]
        apart = (
            abs(ax - bx) >= one.half_width + other.half_width - 1e-3
            or abs(ay - by) >= one.half_height + other.half_height - 1e-3
        )
        assert apart, (one.id, other.id)
    # Nobody else stands in the region of a coalition.
    for coalition in ("a", "b"):
        room = region_around(boxes(places, coalition))
        for body in BODIES:
            x, y = places[body.id]
            inside = abs(x - room.x) < room.hw and abs(y - room.y) < room.hh
            assert inside == (body.coalition == coalition), (coalition, body.id)


def test_a_coalition_comes_along_with_a_member_that_was_placed() -> None:
    x, y = FRESH["b0"]
    places = pinned({"b0": (x + 900, y)})
    for node in ("b1", "b2"):
        assert places[node] == pytest.approx((FRESH[node][0] + 900, FRESH[node][1]))
