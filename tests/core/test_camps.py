import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core import camps
from iraq_explorer.core.balance import triangles
from iraq_explorer.core.camps import Camps, frustration
from iraq_explorer.core.network import Detail, Network
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.signed_networks import Signs, drawn, from_signs, signed, slow_frustration

SHIPPED = [(name, detail) for name in shipped_dataset().scenarios for detail in Detail]


def in_words(found: Camps) -> str:
    return " | ".join("".join(sorted(camp)) for camp in found.camps)


def holds(found: Camps, network: Network) -> None:
    """What has to be right of any division, the best one or not."""
    first, second = found.camps
    assert not first & second
    assert first | second | set(found.untied) == set(network.node_by_id)
    against = [
        link
        for link in network.links
        if ({link.a, link.b} <= first or {link.a, link.b} <= second) == (link.sign < 0)
    ]
    assert found.violated == tuple(against)
    assert found.index == len(against)
    assert found.links == len(network.links)


# -- reckoned on paper -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "index", "expected", "equally_good"),
    [
        ("a+b b-c a-c", 0, "ab | c", 1),
        ("a+b b+c a-c", 1, None, 3),  # any one of the three can give way
        ("a-b b-c a-c", 1, None, 3),
        ("a+b b+c c+d a-d", 1, None, 4),
        ("a-b b-c c-d a-d", 0, "ac | bd", 1),
        ("a-b a-c a-d b-c b-d c-d", 2, None, 3),  # four enemies: two by two, in three ways
        ("a+b c-d", 0, None, 2),  # two parts: which of c and d goes with a and b says nothing
        ("a+b b+c c-d", 0, "abc | d", 1),
    ],
)
def test_small_networks_have_the_index_reckoned_on_paper(
    text: str, index: int, expected: str | None, equally_good: int
) -> None:
    found = frustration(drawn(text))
    assert (found.index, found.equally_good, found.exact) == (index, equally_good, True)
    if expected:
        assert in_words(found) == expected
    holds(found, drawn(text))


def test_the_ties_that_give_way_are_named() -> None:
    # Two close groups, and one friendship across.
    found = frustration(drawn("a+b b+c a+c d+e e+f d+f a-d b-e c+f"))
    assert in_words(found) == "abc | def"
    assert [link.id for link in found.violated] == ["c~f~+1"]


def test_one_link_of_a_mixed_pair_is_always_contradicted() -> None:
    found = frustration(drawn("a+b b+c b-c"))
    assert (found.index, found.links, found.equally_good) == (1, 3, 2)
    assert {found.violated[0].a, found.violated[0].b} == {"b", "c"}


def test_nodes_without_a_tie_are_in_neither_camp() -> None:
    found = frustration(drawn("a-b", more="xy"))
    assert in_words(found) == "a | b"
    assert found.untied == ("x", "y")


def test_a_network_without_ties_has_nothing_to_contradict() -> None:
    found = frustration(drawn("", more="xy"))
    assert (found.index, in_words(found), found.equally_good) == (0, " | ", 1)


def test_a_coalition_has_camps_of_its_own() -> None:
    made = drawn("a+b b+c a-c a-x c+x")
    assert frustration(made, "abx").index == 0
    assert in_words(frustration(made, "abx")) == "ab | x"
    assert frustration(made, "ac").untied == ()


def test_a_node_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="z"):
        frustration(drawn("a-b"), "az")


# -- by definition, and laws -----------------------------------------------------------------------


@given(signed())
def test_index_and_number_of_best_divisions_agree_with_the_definition(
    drawing: tuple[str, Signs],
) -> None:
    nodes, signs = drawing
    made = from_signs(nodes, signs)
    found = frustration(made)
    assert (found.index, found.equally_good) == slow_frustration(nodes, signs)
    holds(found, made)


@given(signed(most=10), st.integers(0, 9))
def test_turning_every_sign_around_one_node_changes_no_frustration(
    drawing: tuple[str, Signs], at: int
) -> None:
    nodes, signs = drawing
    turned = {
        pair: frozenset(-sign for sign in both) if "abcdefghij"[at] in pair else both
        for pair, both in signs.items()
    }
    before = frustration(from_signs(nodes, signs))
    after = frustration(from_signs(nodes, turned))
    assert (after.index, after.equally_good) == (before.index, before.equally_good)


@given(signed())
def test_without_frustration_every_triangle_is_balanced(drawing: tuple[str, Signs]) -> None:
    made = from_signs(*drawing)
    if frustration(made).index == 0:
        found = triangles(made)
        assert not found.unbalanced
        assert not found.mixed


@given(signed(most=9), st.lists(st.integers(0, 1), min_size=9, max_size=9))
def test_a_network_made_of_two_camps_is_divided_into_them(
    drawing: tuple[str, Signs], sides: list[int]
) -> None:
    nodes, signs = drawing
    side = dict(zip("abcdefghi", sides, strict=True))
    balanced = {(a, b): frozenset({1 if side[a] == side[b] else -1}) for a, b in signs}
    assert frustration(from_signs(nodes, balanced)).index == 0


@given(signed(most=6), signed(most=4))
def test_two_networks_side_by_side_have_the_frustration_of_both(
    one: tuple[str, Signs], other: tuple[str, Signs]
) -> None:
    moved = {(a.upper(), b.upper()): both for (a, b), both in other[1].items()}
    together = from_signs(one[0] + other[0].upper(), {**one[1], **moved})
    apart = [frustration(from_signs(*network)).index for network in (one, other)]
    assert frustration(together).index == sum(apart)


# -- where it cannot be exact ----------------------------------------------------------------------


def random_network(nodes: int, chance: float, seed: int = 1) -> Network:
    dice = random.Random(seed)
    names = [f"n{number:02}" for number in range(nodes)]
    return from_signs(
        names,
        {
            pair: frozenset({dice.choice((1, -1))})
            for pair in combinations(names, 2)
            if dice.random() < chance
        },
    )


def test_a_network_too_dense_for_the_exact_index_has_an_upper_bound() -> None:
    made = random_network(40, 0.5)
    found = frustration(made)
    assert not found.exact
    assert found.equally_good is None
    holds(found, made)
    assert 2 * found.index < found.links  # a division by lot would contradict half


def test_every_network_of_fourteen_nodes_is_exact() -> None:
    assert frustration(random_network(14, 1)).exact


@given(signed())
def test_the_bound_is_a_bound_and_no_single_move_betters_it(drawing: tuple[str, Signs]) -> None:
    made = from_signs(*drawing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(camps, "_WORK", 0)
        found = frustration(made)
    holds(found, made)
    assert found.index >= frustration(made).index
    first, second = found.camps
    for node in first | second:
        moved = (first ^ {node}, second ^ {node})
        against = sum((link.sign < 0) == any({link.a, link.b} <= c for c in moved)
                      for link in made.links)  # fmt: skip
        assert against >= found.index


# -- the shipped dataset ---------------------------------------------------------------------------


@pytest.mark.parametrize(("scenario", "detail"), SHIPPED)
def test_the_index_of_every_shipped_network_is_exact(scenario: str, detail: Detail) -> None:
    dataset = shipped_dataset()
    made = dataset.network(dataset.scenarios[scenario], detail)
    found = frustration(made)
    assert found.exact
    holds(found, made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(camps, "_WORK", 0)
        assert frustration(made).index >= found.index


def test_in_october_2010_state_of_law_and_the_sadrists_are_a_camp_against_all_others() -> None:
    dataset = shipped_dataset()
    found = frustration(dataset.network(dataset.scenarios["maliki_sadr_2010"]))
    assert {"sol10_all", "ina10_sadr"} in found.camps
    before = frustration(dataset.network(dataset.scenarios["national_alliance_2010"]))
    assert found.index > before.index
