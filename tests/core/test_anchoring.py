"""Another day in the places of the day before."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.anchoring import anchored, linked
from iraq_explorer.core.layout import Body, Bond, LayoutProblem, empty_region_id
from iraq_explorer.core.packing import Box, enclosing
from iraq_explorer.core.scenario import Point

IDS = [f"n{i}" for i in range(14)]
SPOTS = {id_: (150.0 * (i % 5), 110.0 * (i // 5)) for i, id_ in enumerate(IDS)}


@st.composite
def problems(draw: st.DrawFn) -> tuple[LayoutProblem, frozenset[str]]:
    """Bodies on a wide grid, some of them new, some moved to another coalition."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1))
    bodies = tuple(
        Body(
            id_,
            draw(st.floats(10, 60)),
            draw(st.floats(10, 45)),
            draw(st.sampled_from([None, None, "red", "blue"])),
        )
        for id_ in ids
    )
    older = {id_: SPOTS[id_] for id_ in ids if draw(st.booleans())}
    moved = frozenset(id_ for id_ in older if draw(st.integers(0, 4)) == 0)
    pairs = st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=8)
    bonds = tuple(Bond(a, b, draw(st.sampled_from([1, -1]))) for a, b in draw(pairs) if a != b)
    return LayoutProblem(bodies, bonds, ("red", "blue"), older), moved


def overlapping(problem: LayoutProblem, places: dict[str, Point]) -> list[tuple[str, str]]:
    return [
        (a.id, b.id)
        for a, b in combinations(problem.bodies, 2)
        if abs(places[a.id][0] - places[b.id][0]) < a.half_width + b.half_width
        and abs(places[a.id][1] - places[b.id][1]) < a.half_height + b.half_height
    ]


@given(problems(), st.booleans())
def test_who_is_known_does_not_move_and_nobody_covers_another(
    given_: tuple[LayoutProblem, frozenset[str]], gathered: bool
) -> None:
    problem, moved = given_
    places = anchored(problem, moved, gathered=gathered)
    for id_, place in problem.older.items():
        if id_ not in moved or not gathered:
            assert places[id_] == place
    assert overlapping(problem, places) == []
    assert places == anchored(problem, moved, gathered=gathered)


@given(problems())
def test_a_coalition_without_members_has_a_place_too(
    given_: tuple[LayoutProblem, frozenset[str]],
) -> None:
    problem, moved = given_
    places = anchored(problem, moved)
    taken = {body.coalition for body in problem.bodies}
    empty = {c for c in problem.coalitions if c not in taken}
    assert {key for key in places if key.startswith("coalition:")} == {
        empty_region_id(c) for c in empty
    }


def test_a_newcomer_stands_near_its_friends() -> None:
    bodies = tuple(Body(id_, 20, 20, outside=True) for id_ in ("far", "near", "new"))
    older = {"far": (900.0, 0.0), "near": (0.0, 0.0)}
    bonds = (Bond("new", "near", 1), Bond("new", "far", -1))
    x, y = anchored(LayoutProblem(bodies, bonds, (), older))["new"]
    assert abs(x) + abs(y) < 100


def test_a_place_that_is_free_is_taken_again_and_one_that_is_not_is_left() -> None:
    bodies = tuple(Body(id_, 20, 20, outside=True) for id_ in ("here", "back"))
    problem = LayoutProblem(bodies, (), (), {"here": (0.0, 0.0)})
    assert anchored(problem, preferred={"back": (300.0, 40.0)})["back"] == (300.0, 40.0)
    assert anchored(problem, preferred={"back": (10.0, 5.0)})["back"] != (10.0, 5.0)


def test_who_was_placed_by_hand_stands_there() -> None:
    bodies = (Body("a", 20, 20), Body("b", 20, 20))
    problem = LayoutProblem(bodies, (), (), {"a": (0.0, 0.0)}, {"a": (70.0, 7.0)})
    assert anchored(problem)["a"] == (70.0, 7.0)


def test_where_coalitions_are_gathered_who_left_stands_outside_its_region() -> None:
    members = tuple(Body(f"m{i}", 30, 30, "red") for i in range(4))
    older = {f"m{i}": (80.0 * i, 0.0) for i in range(4)} | {"left": (120.0, 0.0)}
    problem = LayoutProblem((*members, Body("left", 30, 30)), (), ("red",), older)
    x, y = anchored(problem, frozenset({"left"}))["left"]
    assert abs(y) > 60 or not -60 < x < 300


def body(id_: str, coalition: str | None) -> Body:
    return Body(id_, 40.0, 30.0, coalition)


def test_networks_are_linked_by_whichever_leaves_fewer_strangers_in_a_region() -> None:
    apart = LayoutProblem(
        tuple(body(f"n{i}", f"c{i % 3}") for i in range(9)), (), ("c0", "c1", "c2")
    )
    one = LayoutProblem(tuple(body(f"n{i}", "all") for i in range(9)), (), ("all",))
    first, second = linked(apart, one, {"all": "c0"})
    again = linked(one, apart, {"c0": "all"})
    assert (second, first) == again
    assert {n for n in first if first[n] == second[n]} >= {"n0", "n3", "n6"}
    assert overlapping(apart, first) == overlapping(one, second) == []


def test_a_coalition_without_members_is_linked_too() -> None:
    a = LayoutProblem((body("n0", "red"),), (), ("red", "blue"))
    b = LayoutProblem((body("n0", "red"),), (), ("red", "sea"))
    first, second = linked(a, b, {"red": "red", "sea": "blue"})
    assert first["n0"] == second["n0"]
    assert first[empty_region_id("blue")] == second[empty_region_id("sea")]


def test_who_is_in_no_coalition_stands_in_no_region_of_either_network() -> None:
    ids = [f"n{i}" for i in range(12)]
    strangers = tuple(Body(f"s{i}", 50.0, 18.0, None, outside=True) for i in range(5))
    a = LayoutProblem(
        (*(body(n, f"c{i % 4}") for i, n in enumerate(ids)), *strangers),
        (),
        ("c0", "c1", "c2", "c3"),
    )
    b = LayoutProblem((*(body(n, "c0") for n in ids), *strangers), (), ("c0",))
    both = linked(a, b, {"c0": "c0"})
    for problem, places in zip((a, b), both, strict=True):
        assert overlapping(problem, places) == []
        for coalition in problem.coalitions:
            members = [
                Box(m.id, *places[m.id], m.half_width, m.half_height)
                for m in problem.bodies
                if m.coalition == coalition
            ]
            region = enclosing(members)
            for stranger in strangers:
                x, y = places[stranger.id]
                assert abs(x - region.x) > region.rx or abs(y - region.y) > region.ry
    assert all(both[0][s.id] == both[1][s.id] for s in strangers)
