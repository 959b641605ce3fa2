"""Small chambers at random: blocs in lists, some of them in coalitions, with signs between them."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain, combinations

from hypothesis import strategies as st

from iraq_explorer.core.chamber import Basis, Bloc, Chamber, ElectoralList, Rule
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.standing import Standing, standing_of
from tests.core.signed_networks import Signs, from_signs

MAJORITY = Rule("majority", "Majority", Basis.MEMBERS, Fraction(1, 2), True)


def chamber_of(seats: Mapping[str, tuple[str, int]]) -> Chamber:
    """A chamber with the list and the seats of each bloc."""
    sums: dict[str, int] = {}
    for home, own in seats.values():
        sums[home] = sums.get(home, 0) + own
    return Chamber(
        id="small",
        name=Name("Small"),
        seats=sum(sums.values()),
        elected=PartialDate("2010-03-07"),
        first_sitting=None,
        lists=tuple(
            ElectoralList(home, Name(home), home, "", own, Certainty.CERTAIN, ("s1",))
            for home, own in sums.items()
        ),
        blocs=tuple(
            Bloc(id_, Name(id_), home, id_, own, own, own, Certainty.CERTAIN, ("s1",))
            for id_, (home, own) in seats.items()
        ),
        rules=(MAJORITY,),
        default_rule="majority",
    )


def scenario_of(
    membership: Mapping[str, str],
    quota: int | None = None,
    constraints: tuple[Constraint, ...] = (),
) -> Scenario:
    names = dict.fromkeys((*membership.values(), "x"))
    return Scenario(
        name="Made up",
        chamber="small",
        date=PartialDate("2010-10"),
        rule="majority",
        custom_quota=quota,
        coalitions=tuple(Coalition(id_, id_.upper(), k) for k, id_ in enumerate(names)),
        membership=membership,
        constraints=constraints,
    )


@st.composite
def constraints_on(draw: st.DrawFn, blocs: str) -> tuple[Constraint, ...]:
    pairs = [a + b for a, b in combinations(blocs, 2)]
    made = (
        [
            Constraint(ConstraintKind.APART, *pair)
            for pair in draw(st.sets(st.sampled_from(pairs), max_size=3))
        ]
        if pairs
        else []
    )
    if pairs and draw(st.booleans()):
        made.append(Constraint(ConstraintKind.ONLY_WITH, *draw(st.sampled_from(pairs))))
    if draw(st.booleans()):
        made.append(Constraint(ConstraintKind.REQUIRED, draw(st.sampled_from(blocs))))
    if draw(st.booleans()):
        made.append(Constraint(ConstraintKind.LEADS, draw(st.sampled_from(blocs))))
    return tuple(made)


Case = tuple[Scenario, Chamber, Standing]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to seven blocs in up to four lists; the coalition at hand is ``x``."""
    blocs = "abcdefg"[: draw(st.integers(1, 7))]
    seats = {b: (draw(st.sampled_from("KLMN")), draw(st.integers(0, 9))) for b in blocs}
    homes = {b: draw(st.sampled_from(["x", "y", "", ""])) for b in blocs}
    chamber = chamber_of(seats)
    quota = draw(st.integers(1, chamber.seats + 2))
    kinds = [frozenset(), frozenset({1}), frozenset({-1}), frozenset({1, -1})]
    signs: Signs = {
        pair: both for pair in combinations(blocs, 2) if (both := draw(st.sampled_from(kinds)))
    }
    scenario = scenario_of(
        {b: home for b, home in homes.items() if home}, quota, draw(constraints_on(blocs))
    )
    return scenario, chamber, standing_of(from_signs(blocs, signs), list(blocs))


def subsets(items: tuple[str, ...]) -> list[tuple[str, ...]]:
    sizes = (combinations(items, size) for size in range(len(items) + 1))
    return list(chain.from_iterable(sizes))
