from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Basis, Chamber, Rule
from tests.core.conftest import bloc

HALF = Fraction(1, 2)
THIRDS = Fraction(2, 3)


@pytest.mark.parametrize(
    ("share", "strict", "members", "quota"),
    [
        (THIRDS, False, 275, 184),
        (THIRDS, False, 325, 217),
        (THIRDS, False, 300, 200),
        (HALF, True, 274, 138),
        (HALF, True, 275, 138),
        (HALF, True, 325, 163),
        (HALF, True, 198, 100),
        (HALF, False, 198, 99),
        (Fraction(1), False, 275, 275),
    ],
)
def test_a_rule_takes_the_fewest_seats_that_satisfy_it(
    share: Fraction, strict: bool, members: int, quota: int
) -> None:
    assert Rule("r", "Rule", Basis.MEMBERS, share, strict).quota(members) == quota


@given(st.integers(1, 1000).map(lambda half: 2 * half))
def test_exactly_half_of_an_even_chamber_is_no_majority(members: int) -> None:
    assert Rule("r", "Majority", Basis.MEMBERS, HALF, True).quota(members) == members // 2 + 1


@given(st.integers(1, 1000), st.fractions(0, 1).filter(lambda share: share < 1), st.booleans())
def test_the_quota_satisfies_the_rule_and_one_seat_less_does_not(
    members: int, share: Fraction, strict: bool
) -> None:
    quota = Rule("r", "Rule", Basis.MEMBERS, share, strict).quota(members)

    def satisfies(seats: int) -> bool:
        return seats > share * members if strict else seats >= share * members

    assert satisfies(quota)
    assert not satisfies(quota - 1)


def test_a_rule_of_those_present_counts_the_members_in_the_room() -> None:
    rule = Rule("r", "Majority of those present", Basis.PRESENT, HALF, True)
    assert rule.quota(275, 198) == 100
    assert rule.quota(275) == 138


def test_a_rule_of_all_members_does_not_ask_who_is_in_the_room() -> None:
    assert Rule("r", "Absolute majority", Basis.MEMBERS, HALF, True).quota(275, 198) == 138


def test_blocs_of_a_list_add_up_to_the_list(chamber: Chamber) -> None:
    for entry in chamber.lists:
        assert sum(bloc.seats for bloc in chamber.blocs_of_list(entry.id)) == entry.seats
    assert chamber.seats_of([bloc.id for bloc in chamber.blocs]) == chamber.seats


def test_an_unknown_bloc_has_no_seats_to_count(chamber: Chamber) -> None:
    with pytest.raises(KeyError, match="nobody"):
        chamber.seats_of(["law", "nobody"])


def test_a_bloc_is_disputed_where_sources_differ() -> None:
    assert not bloc("clerics").disputed
    assert replace(bloc("clerics"), seats_low=29, seats_high=36).disputed
