from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.balance import friction
from iraq_explorer.core.constraint import Constraint, ConstraintKind, broken
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.defection import fewest, hold
from iraq_explorer.core.formation import (
    Addition,
    Order,
    Partner,
    PartnerKind,
    additions,
    lists_of,
    near_misses,
    partners_of,
    ranked,
)
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Standing, standing_of
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.signed_networks import Signs, drawn, from_signs, signed
from tests.core.small_chambers import Case, cases, chamber_of, scenario_of, subsets


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


def standing_in(dataset: Dataset, scenario: Scenario) -> Standing:
    blocs = [bloc.id for bloc in dataset.chamber_of(scenario).blocs]
    return standing_of(dataset.network(scenario), blocs)


def names(partners: tuple[Partner, ...]) -> str:
    return " + ".join(partner.name for partner in partners)


# -- how blocs stand to each other -----------------------------------------------------------------


@given(signed(), st.data())
def test_numbers_of_pairs_are_those_of_the_friction(
    made: tuple[str, Signs], data: st.DataObject
) -> None:
    nodes, signs = made
    network = from_signs(nodes, signs)
    members = data.draw(st.sets(st.sampled_from(nodes))) if nodes else set()
    standing = standing_of(network, list(nodes))
    found, known = standing.inside(standing.mask(members)), friction(network, members)
    assert found.hostile == len(known.hostile) + len(known.mixed)
    assert found.mixed == len(known.mixed)
    assert found.friendly == len(known.friendly)
    assert found.unknown == len(known.unknown)
    assert found.groups == len(known.groups)
    assert standing.at_peace(standing.mask(members)) == (found.hostile == 0)
    pairs = {frozenset((pair.a, pair.b)) for pair in (*known.hostile, *known.mixed)}
    assert set(map(frozenset, standing.hostile_pairs(standing.mask(members)))) == pairs


def test_a_pair_without_a_tie_is_unknown_and_joins_nobody() -> None:
    standing = standing_of(drawn("a+b", more="c"), "abc")
    inside = standing.inside(standing.mask("abc"))
    assert (inside.friendly, inside.unknown, inside.hostile) == (1, 2, 0)
    assert not inside.connected
    assert standing.inside(standing.mask("ab")).connected


# -- partners --------------------------------------------------------------------------------------


def test_partners_are_coalitions_lists_and_blocs_each_set_of_blocs_once() -> None:
    chamber = chamber_of({
        "a": ("K", 5), "b": ("K", 4), "c": ("K", 3), "d": ("L", 2), "e": ("M", 1), "f": ("N", 0),
    })  # fmt: skip
    scenario = scenario_of({"a": "x", "d": "y", "e": "y"})
    found = partners_of(scenario, chamber, "x")
    assert [(p.kind, p.name, p.seats, "".join(p.blocs)) for p in found] == [
        (PartnerKind.REST, "K", 7, "bc"),
        (PartnerKind.BLOC, "b", 4, "b"),
        (PartnerKind.COALITION, "Y", 3, "de"),
        (PartnerKind.BLOC, "c", 3, "c"),
        (PartnerKind.LIST, "L", 2, "d"),
        (PartnerKind.LIST, "M", 1, "e"),
    ]


# -- additions -------------------------------------------------------------------------------------


def slow_additions(case: Case) -> dict[frozenset[str], int]:
    """The fewest partners by the blocs that join, for all minimal ways to the line."""
    scenario, chamber, _ = case
    missing = scenario.quota(chamber) - scenario.seats_of("x", chamber)
    partners = partners_of(scenario, chamber, "x")
    found: dict[frozenset[str], int] = {}
    for size in range(1, 8):
        for chosen in combinations(partners, size):
            blocs = list(chain.from_iterable(p.blocs for p in chosen))
            held = sum(p.seats for p in chosen)
            minimal = held >= missing > held - min(p.seats for p in chosen)
            if missing > 0 and minimal and len(set(blocs)) == len(blocs):
                found.setdefault(frozenset(blocs), size)
    return found


@given(cases())
def test_additions_are_all_minimal_ways_of_the_fewest_partners_and_one_more(case: Case) -> None:
    scenario, chamber, standing = case
    known = slow_additions(case)
    found = additions(scenario, chamber, "x", standing)
    assert found.complete
    least = min(known.values(), default=0)
    assert found.most_partners == (least + 1 if known else 0)
    expected = {blocs: size for blocs, size in known.items() if size <= least + 1}
    assert {frozenset(a.blocs): len(a.partners) for a in found.found} == expected


@given(cases())
def test_an_addition_tells_the_facts_of_its_result(case: Case) -> None:
    scenario, chamber, standing = case
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    own = [bloc.id for bloc in scenario.blocs_of("x", chamber)]
    for addition in additions(scenario, chamber, "x", standing).found:
        after = scenario.move(addition.blocs, "x")
        members = {bloc.id for bloc in after.blocs_of("x", chamber)}
        assert members == {*own, *addition.blocs}
        assert addition.verdict == after.verdict("x", chamber)
        assert addition.verdict.reached
        assert addition.inside == standing.inside(standing.mask(members))
        assert addition.broken == broken(scenario.constraints, members, seats)


@given(cases(), st.sampled_from(Order))
def test_each_order_puts_what_it_is_called_after_first(case: Case, order: Order) -> None:
    scenario, chamber, standing = case
    found = ranked(additions(scenario, chamber, "x", standing).found, order)
    measure = {
        Order.PARTNERS: lambda a: len(a.partners),
        Order.SEATS: lambda a: a.verdict.over,
        Order.FRICTION: lambda a: a.inside.hostile,
        Order.FRIENDS: lambda a: a.inside.groups,
    }[order]
    values = [measure(addition) for addition in found]
    assert values == sorted(values)


def test_maliki_and_sadr_reach_the_line_with_the_kurdistan_alliance(dataset: Dataset) -> None:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    chamber = dataset.chamber_of(scenario)
    found = additions(scenario, chamber, "sol", standing_in(dataset, scenario)).found
    told = {names(a.partners): a for a in found}
    assert told["Kurdistan Alliance"].verdict == Verdict(172, 163)
    assert told["Iraqiya"].verdict == Verdict(220, 163)
    assert told["Rest of the INA + Tawafuq"].verdict == Verdict(165, 163)
    assert told["KDP + Gorran"].verdict.over == 0
    assert names(ranked(found, Order.PARTNERS)[0].partners) == "Kurdistan Alliance"
    assert ranked(found, Order.SEATS)[0].verdict.over == 0


def test_broken_constraints_are_told_also_where_the_coalition_broke_them_before(
    dataset: Dataset,
) -> None:
    old = Constraint(ConstraintKind.APART, "sol10_all", "ina10_sadr")
    new = Constraint(ConstraintKind.APART, "ina10_sadr", "irq10_rest")
    scenario = dataset.scenarios["maliki_sadr_2010"].with_constraint(old).with_constraint(new)
    chamber = dataset.chamber_of(scenario)
    found = additions(scenario, chamber, "sol", standing_in(dataset, scenario)).found
    told: dict[str, Addition] = {names(a.partners): a for a in found}
    assert told["Kurdistan Alliance"].broken == (old,)
    assert told["Iraqiya"].broken == (old, new)


def test_many_small_blocs_do_not_hold_up_the_search_and_it_says_so() -> None:
    chamber = chamber_of({f"b{k}": (f"L{k}", 10 + k % 3) for k in range(60)})
    scenario = scenario_of({"b0": "x"})
    standing = Standing(tuple(b.id for b in chamber.blocs), (0,) * 60, (0,) * 60)
    assert not additions(scenario, chamber, "x", standing).complete


# -- near misses -----------------------------------------------------------------------------------


def test_the_near_misses_of_2010_and_2006_are_told(dataset: Dataset) -> None:
    chamber = dataset.chambers["cor2010"]
    found = near_misses(lists_of(chamber), 163)
    assert [(names(n.partners), n.verdict.seats, n.verdict.short) for n in found] == [
        ("Iraqiya + INA", 161, 2),
        ("State of Law + INA", 159, 4),
    ]
    close = near_misses(lists_of(dataset.chambers["cor2005"]), 184)
    assert ("UIA + Kurdistan Alliance", 3) in {(names(n.partners), n.verdict.short) for n in close}
    october = dataset.scenarios["maliki_sadr_2010"]
    others = partners_of(october, chamber, "sol")
    told = {names(n.partners): n.verdict for n in near_misses(others, 163, own=129, most=2)}
    assert told["Rest of the INA"] == Verdict(159, 163)


@given(cases(), st.integers(0, 6), st.integers(0, 12))
def test_near_misses_are_those_in_which_each_partner_counts(
    case: Case, near: int, own: int
) -> None:
    scenario, chamber, _ = case
    partners, quota = partners_of(scenario, chamber, "x"), scenario.quota(chamber)

    def close(chosen: tuple[Partner, ...]) -> bool:
        return 1 <= quota - own - sum(p.seats for p in chosen) <= near

    expected = set()
    for size in (1, 2, 3):
        for chosen in combinations(partners, size):
            blocs = list(chain.from_iterable(p.blocs for p in chosen))
            fewer = [tuple(p for p in chosen if p is not left) for left in chosen]
            if close(chosen) and len(set(blocs)) == len(blocs) and not any(map(close, fewer)):
                expected.add(frozenset(blocs))
    found = near_misses(partners, quota, own=own, near=near)
    assert {frozenset(n.blocs) for n in found} == expected
    ranks = [(len(n.partners), n.verdict.short) for n in found]
    assert ranks == sorted(ranks)


# -- who is needed ---------------------------------------------------------------------------------


@given(cases())
def test_members_are_critical_exactly_where_the_rest_misses_the_line(case: Case) -> None:
    scenario, chamber, _ = case
    found = hold(scenario, chamber, "x")
    quota = scenario.quota(chamber)
    for member in found.members:
        after = scenario.move([member.bloc.id], None).verdict("x", chamber)
        assert member.without == after
        assert member.critical == (found.verdict.reached and not after.reached)
    leaving = {m.bloc.id for m in found.can_leave}
    assert all(scenario.move([b], None).seats_of("x", chamber) >= quota for b in leaving)
    if found.verdict.reached:
        assert found.verdict.seats - found.defectors == quota - 1
    else:
        assert (found.defectors, found.leavers.count, leaving) == (0, 0, set())


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 9), max_size=8),
    st.integers(-2, 40),
)
def test_the_smallest_sets_that_reach_a_number_are_found_and_counted(
    seats: dict[str, int], need: int
) -> None:
    reaching = [s for s in subsets(tuple(seats)) if sum(seats[i] for i in s) >= need]
    found = fewest(seats, need, told=1000)
    size = min(map(len, reaching), default=None)
    smallest = {frozenset(s) for s in reaching if len(s) == size}
    assert found.count == len(smallest)
    assert set(map(frozenset, found.ways)) == smallest
    assert found.size == (size or 0)
    over = [sum(seats[i] for i in way) for way in found.ways]
    assert over == sorted(over)


def test_the_cabinet_of_2006_falls_with_three_blocs_or_113_members(dataset: Dataset) -> None:
    scenario = dataset.scenarios["cabinet_2006"]
    found = hold(scenario, dataset.chamber_of(scenario), "cabinet")
    assert (found.defectors, found.leavers.size, found.leavers.count) == (113, 3, 5)
    assert not any(member.critical for member in found.members)
    after_basra = dataset.scenarios["after_basra_2008"]
    bare = hold(after_basra, dataset.chamber_of(after_basra), "government")
    assert bare.defectors == 1
    assert all(member.critical for member in bare.members)
