from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.balance import Pair, Relation, friction, pairs_of, triangles
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Network
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.signed_networks import (
    Signs,
    drawn,
    from_signs,
    network,
    signed,
    slow_share_of_hostile,
    slow_triangles,
    tie,
)


def ends(pairs: tuple[Pair, ...]) -> list[str]:
    return [pair.a + pair.b for pair in pairs]


# -- friction --------------------------------------------------------------------------------------


def test_every_pair_of_members_is_told_once_under_what_is_recorded_of_it() -> None:
    found = friction(drawn("a-b a+c b+c b-c c+d", more="e"), "abcde")
    assert ends(found.hostile) == ["ab"]
    assert ends(found.mixed) == ["bc"]
    assert ends(found.friendly) == ["ac", "cd"]
    assert ends(found.unknown) == ["ad", "ae", "bd", "be", "ce", "de"]


def test_a_mixed_pair_counts_as_hostile_and_an_unknown_one_not_at_all() -> None:
    found = friction(drawn("a-b a+c b+c b-c c+d", more="e"), "abcde")
    assert found.known == 4
    assert found.share == Fraction(2, 4)


def test_where_nothing_is_known_of_any_pair_there_is_no_share() -> None:
    found = friction(drawn("", more="abc"), "abc")
    assert found.share is None
    assert found.weakest is None
    assert len(found.unknown) == 3


def test_a_coalition_of_one_or_of_nobody_has_no_pairs() -> None:
    for members in ("", "a"):
        found = friction(drawn("a-b"), members)
        assert found.known == len(found.unknown) == 0
        assert found.share is None


def test_how_members_stand_to_others_is_no_friction() -> None:
    assert friction(drawn("a+b a-x b-x"), "ab").share == 0


def test_each_pair_unfolds_to_its_ties_and_their_citations() -> None:
    (pair,) = friction(drawn("a-b a+b"), "ab").mixed
    assert [link.main.sign for link in pair.links] == [-1, 1]
    assert all(one.citations for link in pair.links for one in link.ties)


def test_a_member_that_is_not_in_the_network_is_refused_and_not_taken_for_unknown() -> None:
    with pytest.raises(KeyError, match="z"):
        friction(drawn("a+b"), "abz")


def test_the_weakest_bond_is_the_least_certain_one() -> None:
    made = network([tie("a", "b", 1), tie("b", "c", 1, Certainty.CONTESTED), tie("a", "c", 1)])
    weakest = friction(made, "abc").weakest
    assert weakest is not None
    assert weakest.tie.certainty is Certainty.CONTESTED
    assert not weakest.bridge  # a and b, a and c are enough


def test_several_ties_make_a_bond_as_certain_as_the_strongest_of_them() -> None:
    strong = [tie("a", "b", 1), tie("a", "b", 1, Certainty.ESTIMATE)]
    made = network([*strong, tie("b", "c", 1, Certainty.REPORTED)])
    weakest = friction(made, "abc").weakest
    assert weakest is not None
    assert weakest.link.id == "b~c~+1"


def test_of_equally_certain_bonds_that_of_a_mixed_pair_is_weakest() -> None:
    weakest = friction(drawn("a+b b+c b-c c+d"), "abcd").weakest
    assert weakest is not None
    assert weakest.link.id == "b~c~+1"
    assert weakest.bridge


def test_then_the_bond_that_ends_first_and_then_the_oldest_is_weakest() -> None:
    ends_first = tie("c", "d", 1, start="2010", end="2010-10")
    others = [tie("a", "b", 1, start="1990"), tie("b", "c", 1, start="1980", end="2011")]
    weakest = friction(network([*others, ends_first]), "abcd").weakest
    assert weakest is not None
    assert weakest.tie is ends_first
    oldest = friction(network([*others[:1], tie("b", "c", 1, start="1980")]), "abc").weakest
    assert oldest is not None
    assert oldest.link.id == "b~c~+1"


def test_a_hostile_tie_is_never_the_weakest_bond() -> None:
    assert friction(drawn("a-b"), "ab").weakest is None


def test_members_whom_friendly_links_join_are_one_group() -> None:
    groups = friction(drawn("a+b b+c d+e c-d", more="f"), "abcdef").groups
    assert groups == (frozenset("abc"), frozenset("de"), frozenset("f"))


def test_a_chain_through_somebody_outside_joins_nobody() -> None:
    assert len(friction(drawn("a+x b+x"), "ab").groups) == 2


@given(signed(), st.data())
def test_the_share_agrees_with_the_definition(
    drawing: tuple[str, Signs], data: st.DataObject
) -> None:
    nodes, signs = drawing
    members = "".join(node for node in nodes if data.draw(st.booleans()))
    found = friction(from_signs(nodes, signs), members)
    assert found.share == slow_share_of_hostile(members, signs)
    assert found.known + len(found.unknown) == len(members) * (len(members) - 1) // 2


@given(signed())
def test_a_member_of_whom_nothing_is_known_changes_no_share(drawing: tuple[str, Signs]) -> None:
    nodes, signs = drawing
    made = from_signs(nodes + "x", signs)
    without, with_it = friction(made, nodes), friction(made, nodes + "x")
    assert with_it.share == without.share
    assert with_it.weakest == without.weakest
    assert len(with_it.unknown) == len(without.unknown) + len(nodes)


@given(signed())
def test_the_order_of_the_members_changes_nothing(drawing: tuple[str, Signs]) -> None:
    nodes, signs = drawing
    made = from_signs(nodes, signs)
    assert friction(made, nodes[::-1]) == friction(made, nodes)


def test_a_pair_is_found_whichever_way_round_it_is_asked_for() -> None:
    one, other = pairs_of(drawn("a-b"), [("a", "b"), ("b", "a")])
    assert one.links == other.links
    assert (one.relation, other.b) == (Relation.HOSTILE, "a")


# -- triangles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("a+b b+c a+c", True),
        ("a+b b-c a-c", True),
        ("a+b b+c a-c", False),
        ("a-b b-c a-c", False),
    ],
)
def test_the_four_triangles_of_cartwright_and_harary(text: str, balanced: bool) -> None:
    found = triangles(drawn(text))
    (triangle,) = found.balanced or found.unbalanced
    assert triangle.balanced is balanced
    assert triangle.nodes == ("a", "b", "c")
    assert {link.id for link in triangle.links} == {link.id for link in drawn(text).links}
    assert triangle.hostile == text.count("-")
    assert found.share == (0 if balanced else 1)


def test_a_triangle_with_a_mixed_pair_is_told_apart_and_in_no_share() -> None:
    found = triangles(drawn("a+b a-b b+c a+c c+d b-d"))
    assert found.mixed == (("a", "b", "c"),)
    assert [triangle.nodes for triangle in found.unbalanced] == [("b", "c", "d")]
    assert found.share == 1


def test_without_triangles_there_is_no_share() -> None:
    assert triangles(drawn("a+b b-c")).share is None


def test_only_triangles_inside_the_coalition_are_its_own() -> None:
    made = drawn("a+b b+c a-c a+x b+x")
    assert triangles(made).share == Fraction(1, 2)
    assert triangles(made, "abc").share == 1
    assert triangles(made, "abx").share == 0


@given(signed())
def test_triangles_agree_with_the_definition(drawing: tuple[str, Signs]) -> None:
    nodes, signs = drawing
    found = triangles(from_signs(nodes, signs))
    counts = (len(found.balanced), len(found.unbalanced), len(found.mixed))
    assert counts == slow_triangles(nodes, signs)


# -- the shipped dataset ---------------------------------------------------------------------------


def shipped(scenario: str, coalition: str) -> tuple[Network, list[str]]:
    dataset = shipped_dataset()
    one = dataset.scenarios[scenario]
    blocs = one.blocs_of(coalition, dataset.chamber_of(one))
    return dataset.network(one), [bloc.id for bloc in blocs]


def test_state_of_law_and_the_sadrists_are_friends_and_enemies_in_october_2010() -> None:
    found = friction(*shipped("maliki_sadr_2010", "sol"))
    assert [pair.relation for pair in found.mixed] == [Relation.MIXED]
    assert found.share == 1
    assert found.weakest is not None
    assert found.weakest.bridge


def test_iraqiya_with_abdul_mahdi_has_no_hostile_pair_but_fifty_of_which_nothing_is_known() -> None:
    found = friction(*shipped("allawi_abdulmahdi_2010", "allawi"))
    assert found.share == 0
    assert (found.known, len(found.unknown)) == (5, 50)


def test_the_cabinet_of_december_2010_seats_iraqiya_beside_state_of_law() -> None:
    made, members = shipped("cabinet_2010", "cabinet")
    found = friction(made, members)
    hostile = {frozenset((pair.a, pair.b)) for pair in found.hostile}
    assert frozenset(("irq10_rest", "sol10_all")) in hostile
    assert found.share is not None
    assert found.share > Fraction(1, 2)
