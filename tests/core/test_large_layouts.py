"""Layouts of many nodes: all get a place, in rounds that can be watched and ended."""

import math
import random
import sys
from collections.abc import Mapping

import pytest

from iraq_explorer.core.layout import LAYOUTS, Body, Bond, LayoutProblem, below, compute_layout
from iraq_explorer.core.packing import Box, pack, separate
from iraq_explorer.core.scenario import Point
from iraq_explorer.core.springs import springs

MANY = 520  # NetworkX asks for SciPy from 500 on


@pytest.fixture(scope="module")
def problem() -> LayoutProblem:
    draw = random.Random(7)
    bodies = [
        Body(f"b{n}", 30, 24, f"c{n % 3}" if n % 4 else None, outside=False) for n in range(24)
    ]
    bodies += [Body(f"a{n}", 14, 14, outside=True, kind="group") for n in range(MANY - 24)]
    bonds = []
    for _ in range(900):
        a, b = draw.sample(bodies, 2)
        bonds.append(Bond(a.id, b.id, draw.choice((1, 1, -1))))
    return LayoutProblem(tuple(bodies), tuple(bonds), ("c0", "c1", "c2", "empty"))


class _EndedError(Exception):
    pass


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_of_many_nodes_gives_all_a_place_and_tells_how_far_it_is(
    problem: LayoutProblem, name: str
) -> None:
    shares: list[float] = []
    ids = {body.id for body in problem.bodies}

    def told(share: float, rough: Mapping[str, Point]) -> None:
        shares.append(share)
        assert not rough or ids <= set(rough)

    places = compute_layout(name, problem, told)
    assert ids <= set(places)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_ends_where_the_one_who_is_told_ends_it(problem: LayoutProblem, name: str) -> None:
    calls: list[float] = []

    def told(share: float, _: Mapping[str, Point]) -> None:
        calls.append(share)
        raise _EndedError

    with pytest.raises(_EndedError):
        compute_layout(name, problem, told)
    assert len(calls) == 1


def _cliques() -> tuple[list[Point], list[tuple[int, int, float]]]:
    draw = random.Random(3)
    start = [(draw.uniform(-1, 1), draw.uniform(-1, 1)) for _ in range(40)]
    inside = [
        (a, b, 1.0) for part in (0, 20) for a in range(part, part + 20) for b in range(part, a)
    ]
    return start, [*inside, (0, 20, 1.0)]


def _apart(places: list[Point]) -> tuple[float, float]:
    """The mean distance within the two cliques, and that between their middles."""
    middles = [
        (sum(x for x, _ in part) / 20, sum(y for _, y in part) / 20)
        for part in (places[:20], places[20:])
    ]
    inner = [math.dist(place, middles[number // 20]) for number, place in enumerate(places)]
    return sum(inner) / len(inner), math.dist(*middles)


@pytest.mark.parametrize("by_ties", [False, True])
@pytest.mark.parametrize("with_rustworkx", [True, False])
def test_springs_bring_friends_together_with_rustworkx_and_without(
    monkeypatch: pytest.MonkeyPatch, with_rustworkx: bool, by_ties: bool
) -> None:
    if with_rustworkx:
        pytest.importorskip("rustworkx")
    else:
        monkeypatch.setitem(sys.modules, "rustworkx", None)
    start, between = _cliques()
    places = springs(start, between, 80, lambda _share, _places: None, by_ties=by_ties)
    inner, between_middles = _apart(places)
    assert between_middles > 2 * inner
    again = springs(start, between, 80, lambda _share, _places: None, by_ties=by_ties)
    assert again == places


def _overlaps(boxes: list[Box], places: Mapping[str, Point]) -> int:
    count = 0
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            (ax, ay), (bx, by) = places[a.id], places[b.id]
            if abs(ax - bx) < a.hw + b.hw - 1e-3 and abs(ay - by) < a.hh + b.hh - 1e-3:
                count += 1
    return count


def test_many_boxes_are_moved_apart() -> None:
    draw = random.Random(5)
    boxes = [
        Box(str(n), draw.uniform(0, 900), draw.uniform(0, 700), draw.uniform(5, 30), 9)
        for n in range(300)
    ]
    before = {box.id: (box.x, box.y) for box in boxes}
    after = separate(boxes, gravity=0.0, aspect=1.5)
    assert _overlaps(boxes, before) > 100
    assert _overlaps(boxes, after) == 0


def test_many_boxes_are_packed_without_overlap_and_without_large_gaps() -> None:
    draw = random.Random(6)
    boxes = [Box(str(n), 0, 0, draw.uniform(20, 40), draw.uniform(10, 20)) for n in range(150)]
    places = pack(boxes)
    assert _overlaps(boxes, places) == 0
    wide = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    high = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert wide * high < 3 * sum(4 * box.hw * box.hh for box in boxes)


def test_who_was_given_no_place_stands_below_the_others() -> None:
    bodies = [Body(str(n), 20, 10) for n in range(9)]
    places = below(bodies, [(0.0, 0.0), (50.0, 200.0)])
    assert min(y for _, y in places.values()) > 200
    assert _overlaps([Box(b.id, 0, 0, 20, 10) for b in bodies], places) == 0
    assert below([], [(0.0, 0.0)]) == {}
