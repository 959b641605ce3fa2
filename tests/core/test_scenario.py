from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.scenario import COLOURS, Coalition, Scenario
from tests.core.conftest import SEATS


def test_moving_a_bloc_changes_both_totals_and_no_other(
    scenario: Scenario, chamber: Chamber
) -> None:
    assert scenario.totals(chamber) == {"red": 58, "blue": 20, None: 22}
    moved = scenario.move(["clerics"], "blue")
    assert moved.totals(chamber) == {"red": 28, "blue": 50, None: 22}
    assert moved.coalition_of("clerics") == "blue"


def test_moving_a_bloc_leaves_the_older_scenario_as_it_was(
    scenario: Scenario, chamber: Chamber
) -> None:
    scenario.move(["clerics", "law"], None)
    assert scenario.seats_of("red", chamber) == 58


def test_moving_to_no_coalition_and_back_gives_an_equal_scenario(scenario: Scenario) -> None:
    away = scenario.move(["law"], None)
    assert away != scenario
    assert away.move(["law"], "red") == scenario
    assert hash(away.move(["law"], "red")) == hash(scenario)


def test_a_whole_list_moves_at_once(scenario: Scenario, chamber: Chamber) -> None:
    blocs = [bloc.id for bloc in chamber.blocs_of_list("alliance")]
    assert scenario.move(blocs, "blue").totals(chamber) == {"red": 28, "blue": 70, None: 2}


def test_the_verdict_follows_the_move(scenario: Scenario, chamber: Chamber) -> None:
    assert scenario.verdict("red", chamber).over == 7
    assert scenario.move(["clerics"], None).verdict("red", chamber).short == 23


def test_half_of_an_even_chamber_is_one_short(scenario: Scenario, chamber: Chamber) -> None:
    half = scenario.move(["clerics", "north"], "red").move(["law"], None)
    assert half.seats_of("red", chamber) == 50
    assert half.verdict("red", chamber).short == 1


def test_the_rule_at_hand_gives_the_quota(scenario: Scenario, chamber: Chamber) -> None:
    assert scenario.quota(chamber) == 51
    assert scenario.with_rule("two-thirds").quota(chamber) == 67
    assert scenario.with_rule("present").with_present(60).quota(chamber) == 31
    assert scenario.with_rule("present").with_present(None).quota(chamber) == 51


def test_a_quota_of_ones_own_holds_until_a_rule_is_chosen(
    scenario: Scenario, chamber: Chamber
) -> None:
    own = scenario.with_quota(70)
    assert own.quota(chamber) == 70
    assert own.with_rule("majority") == scenario
    with pytest.raises(ValueError, match="at least 1, not 0"):
        scenario.with_quota(0)


def test_the_leading_coalition_has_most_seats(scenario: Scenario, chamber: Chamber) -> None:
    leading = scenario.leading(chamber)
    assert leading is not None
    assert leading.id == "red"
    assert [c.id for c in scenario.leaders(chamber)] == ["red"]


def test_equal_coalitions_lead_together_and_the_first_speaks_for_them(
    scenario: Scenario, chamber: Chamber
) -> None:
    tied = scenario.move(["law"], None).move(["clerics"], None).move(["north"], None)
    assert tied.leaders(chamber) == ()
    tied = tied.move(["north"], "red").move(["workers", "alliance-rest"], "blue")
    assert [c.id for c in tied.leaders(chamber)] == ["red", "blue"]
    assert tied.leading(chamber) == tied.coalitions[0]


def test_without_coalitions_nobody_leads(chamber: Chamber, scenario: Scenario) -> None:
    empty = scenario.delete_coalition("red").delete_coalition("blue")
    assert empty.leading(chamber) is None
    assert empty.leaders(chamber) == ()
    assert empty.totals(chamber) == {None: 100}


def test_a_new_coalition_comes_last_with_a_colour_and_an_id_of_its_own(
    scenario: Scenario, chamber: Chamber
) -> None:
    more = scenario.with_new_coalition("Green", ["minority"]).with_new_coalition("Grey")
    assert [c.name for c in more.coalitions] == ["Red", "Blue", "Green", "Grey"]
    assert [c.colour for c in more.coalitions] == [0, 1, 2, 3]
    assert len({c.id for c in more.coalitions}) == 4
    assert more.seats_of(more.coalitions[2].id, chamber) == 2


def test_colours_come_round_again_when_all_are_used(scenario: Scenario) -> None:
    for number in range(2 * COLOURS):
        scenario = scenario.with_new_coalition(f"Coalition {number}")
    assert all(0 <= c.colour < COLOURS for c in scenario.coalitions)


def test_a_coalition_is_renamed_and_recoloured_without_losing_its_blocs(
    scenario: Scenario, chamber: Chamber
) -> None:
    changed = scenario.change_coalition("red", name="Crimson", colour=7)
    assert changed.coalitions[0] == Coalition("red", "Crimson", 7)
    assert changed.totals(chamber) == scenario.totals(chamber)
    assert changed.change_coalition("red", name="Red", colour=COLOURS) == scenario


def test_merging_adds_the_totals(scenario: Scenario, chamber: Chamber) -> None:
    assert scenario.merge("blue", "red").totals(chamber) == {"red": 78, None: 22}
    assert scenario.merge("red", "red") == scenario


def test_deleting_a_coalition_leaves_its_blocs_in_none(
    scenario: Scenario, chamber: Chamber
) -> None:
    assert scenario.delete_coalition("red").totals(chamber) == {"blue": 20, None: 80}


@pytest.mark.parametrize(
    ("position", "order"), [(0, "blue red"), (1, "red blue"), (99, "red blue")]
)
def test_a_coalition_goes_to_the_place_asked_for(
    scenario: Scenario, position: int, order: str
) -> None:
    reordered = scenario.reorder("blue", position)
    assert " ".join(c.id for c in reordered.coalitions) == order
    assert reordered.membership == scenario.membership


def test_placing_and_releasing_a_node_gives_an_equal_scenario(scenario: Scenario) -> None:
    placed = scenario.place({"law": (1.0, 2.0), "iran": (3.0, 4.0)})
    assert placed.placements == {"law": (1.0, 2.0), "iran": (3.0, 4.0)}
    assert placed.place({"law": (5.0, 6.0)}).placements["law"] == (5.0, 6.0)
    assert placed.release(["law", "iran", "never placed"]) == scenario


def test_a_bloc_that_changes_coalition_gives_up_its_place_and_others_keep_theirs(
    scenario: Scenario,
) -> None:
    placed = scenario.place({"law": (1.0, 2.0), "north": (3.0, 4.0)})
    assert placed.move(["law"], "blue").placements == {"north": (3.0, 4.0)}
    assert placed.move(["law"], "red").placements == placed.placements


UNKNOWN: dict[str, Callable[[Scenario], object]] = {
    "move": lambda s: s.move(["law"], "none such"),
    "rename": lambda s: s.change_coalition("none such", name="x"),
    "merge": lambda s: s.merge("none such", "red"),
    "merge into": lambda s: s.merge("red", "none such"),
    "merge with itself": lambda s: s.merge("none such", "none such"),
    "delete": lambda s: s.delete_coalition("none such"),
    "delete from none": lambda s: replace(s, coalitions=(), membership={}).delete_coalition(
        "none such"
    ),
    "reorder": lambda s: s.reorder("none such", 0),
}


@pytest.mark.parametrize("change", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_coalition_is_refused(
    scenario: Scenario, change: Callable[[Scenario], object]
) -> None:
    with pytest.raises(KeyError, match="none such"):
        change(scenario)


def test_an_unknown_rule_is_refused_when_it_is_to_count(
    scenario: Scenario, chamber: Chamber
) -> None:
    with pytest.raises(KeyError, match="none such"):
        scenario.with_rule("none such").quota(chamber)


def test_a_bloc_in_a_coalition_that_is_not_there_is_refused(scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="unknown coalition 'green'"):
        replace(scenario, membership={"law": "green"})


def test_two_coalitions_with_one_id_are_refused(scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="two coalitions have the same id"):
        replace(scenario, coalitions=(Coalition("red", "A", 0), Coalition("red", "B", 1)))


def test_a_scenario_cannot_be_changed_in_place(scenario: Scenario) -> None:
    with pytest.raises(FrozenInstanceError):
        scenario.name = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        scenario.membership["law"] = "blue"  # type: ignore[index]
    with pytest.raises(TypeError):
        scenario.placements["law"] = (0.0, 0.0)  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        scenario.coalitions[0].name = "other"  # type: ignore[misc]


def test_a_scenario_does_not_follow_the_dictionary_it_was_made_from(scenario: Scenario) -> None:
    membership = {"law": "red"}
    made = replace(scenario, membership=membership)
    membership["law"] = "blue"
    assert made.coalition_of("law") == "red"


# One operation, with numbers that are read against whatever coalitions there are by then.
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(("move", "out", "new", "merge", "delete", "reorder", "rename", "place")),
        st.lists(st.sampled_from(sorted(SEATS)), unique=True),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=25,
)


def apply(scenario: Scenario, operation: tuple[str, list[str], int, int]) -> Scenario:
    verb, blocs, first, second = operation
    ids = [c.id for c in scenario.coalitions]
    if verb == "out":
        return scenario.move(blocs, None)
    if verb == "new":
        return scenario.with_new_coalition(f"New {first}", blocs)
    if verb == "place":
        return scenario.place({bloc: (float(first), float(second)) for bloc in blocs})
    if not ids:
        return scenario
    one, other = ids[first % len(ids)], ids[second % len(ids)]
    match verb:
        case "move":
            return scenario.move(blocs, one)
        case "merge":
            return scenario.merge(one, other)
        case "delete":
            return scenario.delete_coalition(one)
        case "reorder":
            return scenario.reorder(one, second)
        case _:
            return scenario.change_coalition(one, name=f"Name {second}", colour=second)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OPERATIONS)
def test_no_sequence_of_operations_gains_or_loses_a_seat(
    scenario: Scenario, chamber: Chamber, operations: list[tuple[str, list[str], int, int]]
) -> None:
    for operation in operations:
        scenario = apply(scenario, operation)
        totals = scenario.totals(chamber)
        assert sum(totals.values()) == chamber.seats
        assert totals == {c: scenario.seats_of(c, chamber) for c in totals}
        assert set(scenario.membership.values()) <= set(scenario.coalition_by_id)
        assert [b.id for c in totals for b in scenario.blocs_of(c, chamber)] != []
