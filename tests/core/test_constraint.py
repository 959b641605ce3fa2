"""What constraints ask for, and which of them a coalition breaks."""

import pytest

from iraq_explorer.core.constraint import Constraint, ConstraintKind, broken
from iraq_explorer.core.limits import Limits, limits_of
from iraq_explorer.core.players import Player
from iraq_explorer.core.scenario import Scenario

APART, ONLY_WITH = ConstraintKind.APART, ConstraintKind.ONLY_WITH
REQUIRED, LEADS = ConstraintKind.REQUIRED, ConstraintKind.LEADS
SEATS = {"a": 40, "b": 30, "c": 30, "d": 5}


@pytest.mark.parametrize(
    ("constraint", "kept", "breaking"),
    [
        (Constraint(APART, "a", "b"), ["", "a", "b", "acd"], ["ab", "abcd"]),
        (Constraint(ONLY_WITH, "d", "a"), ["", "a", "ad", "bc"], ["d", "bcd"]),
        (Constraint(REQUIRED, "d"), ["d", "abcd"], ["", "abc"]),
        (Constraint(LEADS, "b"), ["", "b", "bcd", "acd"], ["ab", "abcd"]),
        (Constraint(LEADS, "a"), ["a", "abcd", "bc"], []),
    ],
)
def test_each_kind_is_kept_and_broken_by_the_coalitions_it_says(
    constraint: Constraint, kept: list[str], breaking: list[str]
) -> None:
    assert all(constraint.kept_by(members, SEATS) for members in kept)
    assert not any(constraint.kept_by(members, SEATS) for members in breaking)


def test_a_coalition_is_told_all_that_it_breaks_and_only_that() -> None:
    lines = (Constraint(APART, "a", "b"), Constraint(LEADS, "c"), Constraint(REQUIRED, "d"))
    assert broken(lines, "abc", SEATS) == lines
    assert broken(lines, "bcd", SEATS) == ()
    assert broken((), "abcd", SEATS) == ()


def test_a_red_line_is_the_same_from_both_sides_and_a_required_partner_is_not() -> None:
    assert Constraint(APART, "b", "a") == Constraint(APART, "a", "b")
    assert Constraint(ONLY_WITH, "b", "a") != Constraint(ONLY_WITH, "a", "b")


@pytest.mark.parametrize(
    ("kind", "bloc", "other"),
    [(APART, "a", ""), (APART, "a", "a"), (ONLY_WITH, "a", ""), (REQUIRED, "a", "b")],
)
def test_a_constraint_with_the_wrong_ends_is_refused(
    kind: ConstraintKind, bloc: str, other: str
) -> None:
    with pytest.raises(ValueError, match="needs"):
        Constraint(kind, bloc, other)


def test_accepting_a_red_line_twice_keeps_one_whatever_it_rests_on(scenario: Scenario) -> None:
    own = Constraint(APART, "law", "clerics")
    proposed = Constraint(APART, "clerics", "law", ties=("t1",))
    once = scenario.with_constraint(own).with_constraint(proposed)
    assert once.constraints == (proposed,)
    assert once.without_constraint(own).constraints == ()


# -- constraints between players -------------------------------------------------------------------


def player(blocs: str) -> Player:
    return Player(blocs, blocs, sum(SEATS[b] for b in blocs), tuple(blocs))


def test_constraints_of_blocs_reach_the_players_that_hold_them() -> None:
    players = [player("ad"), player("b"), player("c")]
    lines = (
        Constraint(APART, "d", "b"),
        Constraint(ONLY_WITH, "c", "a"),
        Constraint(REQUIRED, "d"),
    )
    limits = limits_of(players, lines, SEATS)
    assert limits == Limits(
        required=frozenset({0}), apart=frozenset({(0, 1)}), needs=frozenset({(2, 0)})
    )
    assert limits.keeps({0, 2})
    assert not limits.keeps({0, 1})
    assert not limits.keeps({2})


def test_a_player_that_holds_both_ends_of_a_red_line_breaks_it_by_itself() -> None:
    line = Constraint(APART, "a", "b")
    limits = limits_of([player("ab"), player("c")], (line,), SEATS)
    assert limits.broken_inside == ((0, line),)
    assert limits.excluded == {0}
    assert not limits.keeps({0})
    assert limits.keeps({1})


def test_a_required_partner_of_the_same_player_asks_for_nothing() -> None:
    assert limits_of([player("ab")], (Constraint(ONLY_WITH, "a", "b"),), SEATS).free


def test_one_who_leads_is_apart_from_all_who_have_more_seats() -> None:
    players = [player("a"), player("b"), player("c"), player("d")]
    assert limits_of(players, (Constraint(LEADS, "b"),), SEATS).apart == {(0, 1)}
    assert limits_of(players, (Constraint(LEADS, "a"),), SEATS).free
    inside = limits_of([player("ad"), player("b")], (Constraint(LEADS, "d"),), SEATS)
    assert inside.excluded == {0}


def test_a_required_bloc_that_nobody_plays_allows_nothing() -> None:
    limits = limits_of([player("a")], (Constraint(REQUIRED, "b"),), SEATS)
    assert not limits.keeps({0})
    assert not limits.free
