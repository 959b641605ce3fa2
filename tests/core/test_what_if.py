"""What a scenario assumes of seats: splits, transfers, discipline, and what they do to the rest."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty, SeatReport
from iraq_explorer.core.roll_call import Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.seating import seating
from iraq_explorer.core.what_if import (
    NOTHING,
    REST,
    Part,
    WhatIf,
    assumed,
    faults,
    new_part_id,
)
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.conftest import SEATS, bloc

PARTS = (Part("clerics", "Clerics", 22), Part("clerics/2", "White Clerics", 8))
SPLIT = NOTHING.split("clerics", PARTS)


def seats_of(chamber: Chamber) -> dict[str, int]:
    return {bloc.id: bloc.seats for bloc in chamber.blocs}


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return shipped_dataset()


# -- splitting and merging -------------------------------------------------------------------------


def test_the_parts_of_a_bloc_take_its_place_and_add_up_to_it(chamber: Chamber) -> None:
    parted = assumed(chamber, SPLIT)
    assert [b.id for b in parted.blocs][:3] == ["clerics", "clerics/2", "workers"]
    assert seats_of(parted) == seats_of(chamber) | {"clerics": 22, "clerics/2": 8}
    assert parted.vacant == 0
    assert [entry.seats for entry in parted.lists] == [entry.seats for entry in chamber.lists]


def test_every_part_is_hypothetical_and_keeps_the_official_figure(chamber: Chamber) -> None:
    parted = assumed(chamber, SPLIT).bloc_by_id
    for part in ("clerics", "clerics/2"):
        assert parted[part].hypothetical
        assert parted[part].certainty is Certainty.HYPOTHETICAL
        assert parted[part].official_seats == 30
        assert not parted[part].disputed
    assert (parted["clerics"].part_of, parted["clerics/2"].part_of) == ("", "clerics")
    assert not parted["law"].hypothetical


def test_the_first_part_keeps_its_names_in_every_language_unless_it_is_renamed(
    chamber: Chamber,
) -> None:
    named = replace(bloc("clerics").name, ar="رجال الدين", short="Clerics")
    chamber = replace(
        chamber, blocs=(bloc("clerics", name=named), *(b for b in chamber.blocs if b.seats != 30))
    )
    assert assumed(chamber, SPLIT).bloc_by_id["clerics"].name == named
    renamed = NOTHING.split("clerics", (replace(PARTS[0], name="Black Clerics"), PARTS[1]))
    assert assumed(chamber, renamed).bloc_by_id["clerics"].name.ar == ""


def test_a_scenario_that_assumes_nothing_is_about_the_very_chamber(chamber: Chamber) -> None:
    assert assumed(chamber, NOTHING) is chamber
    assert assumed(chamber, SPLIT) is assumed(chamber, NOTHING.split("clerics", PARTS))


def test_merging_the_parts_gives_the_assumption_back_that_was_there_before() -> None:
    assert SPLIT.split("clerics", ()) == NOTHING
    assert SPLIT.split("clerics", PARTS[:1]) == NOTHING
    assert not SPLIT.split("clerics", ())
    assert hash(SPLIT.split("clerics", ())) == hash(NOTHING)


def test_ids_of_new_parts_are_free() -> None:
    assert new_part_id("law", ["law"]) == "law/2"
    assert new_part_id("law", ["law", "law/2", "law/4"]) == "law/3"


# -- seats -----------------------------------------------------------------------------------------


def test_seats_given_to_another_bloc_change_both_and_no_total(chamber: Chamber) -> None:
    given_ = NOTHING.transfer(chamber, "law", 5, "north")
    assert dict(given_.seats) == {"law": 33, "north": 15}
    held = assumed(chamber, given_)
    assert held.bloc_by_id["law"].official_seats == 28
    assert held.list_by_id["law"].seats == 33
    assert held.vacant == 0
    assert given_.transfer(chamber, "law", -5, "north") == NOTHING


def test_seats_taken_away_are_vacant_and_can_be_given_again(chamber: Chamber) -> None:
    fewer = NOTHING.transfer(chamber, "north", -3, None)
    held = assumed(chamber, fewer)
    assert (held.seats, held.vacant) == (100, 3)
    assert dict(fewer.transfer(chamber, "law", 2, None).seats) == {"north": 17, "law": 30}
    with pytest.raises(ValueError, match="4 seats asked for, but 3 are vacant"):
        fewer.transfer(chamber, "law", 4, None)


def test_a_bloc_can_lose_all_its_seats_but_not_more(chamber: Chamber) -> None:
    none_left = NOTHING.transfer(chamber, "law", 2, "minority")
    assert seats_of(assumed(chamber, none_left))["minority"] == 0
    with pytest.raises(ValueError, match="less than no seats"):
        NOTHING.transfer(chamber, "law", 3, "minority")


def test_seats_of_a_bloc_in_parts_change_only_after_these_are_merged(chamber: Chamber) -> None:
    for taker, giver in (("clerics", "law"), ("law", "clerics")):
        with pytest.raises(ValueError, match="clerics is in parts"):
            SPLIT.transfer(chamber, taker, 1, giver)


def test_back_to_the_official_figure_takes_the_seats_from_where_they_went(
    chamber: Chamber,
) -> None:
    given_ = NOTHING.transfer(chamber, "law", 5, "north").transfer(chamber, "clerics", 2, "north")
    assert given_.without("north", chamber) == NOTHING
    back = given_.without("law", chamber)
    assert dict(back.seats) == {"north": 13, "clerics": 32}
    assert assumed(chamber, back).vacant == 5, "what the others have stays"


def test_back_to_the_official_figure_makes_one_whole_and_united_again(chamber: Chamber) -> None:
    many = SPLIT.with_followers("clerics", 20).with_followers("clerics/2", 6)
    many = many.with_followers("law", 25)
    assert dict(many.without("clerics", chamber).followers) == {"law": 25}
    assert many.without("clerics", chamber).without("law", chamber) == NOTHING


def test_the_official_figure_can_be_had_again_from_a_bloc_that_was_split_meanwhile(
    chamber: Chamber,
) -> None:
    parted = NOTHING.transfer(chamber, "law", 5, "north").split(
        "law", (Part("law", "Law", 20), Part("law/2", "Order", 13))
    )
    assert parted.without("north", chamber) == NOTHING


# -- discipline ------------------------------------------------------------------------------------


def test_who_does_not_follow_is_a_bloc_of_its_own(chamber: Chamber) -> None:
    held = assumed(chamber, NOTHING.with_followers("clerics", 25))
    assert seats_of(held) == seats_of(chamber) | {"clerics": 25, "clerics" + REST: 5}
    rest = held.bloc_by_id["clerics" + REST]
    assert (rest.official_seats, rest.part_of, rest.list_id) == (30, "clerics", "alliance")
    assert rest.name.label == "Clerics: not following"


def test_of_a_part_too_some_may_not_follow(chamber: Chamber) -> None:
    held = assumed(chamber, SPLIT.with_followers("clerics/2", 6))
    assert seats_of(held)["clerics/2"] == 6
    assert seats_of(held)["clerics/2" + REST] == 2
    assert held.bloc_by_id["clerics/2" + REST].part_of == "clerics"


def test_all_following_is_the_same_as_nothing_said(chamber: Chamber) -> None:
    assert seats_of(assumed(chamber, NOTHING.with_followers("clerics", 30))) == SEATS_ALONE
    assert NOTHING.with_followers("clerics", 25).with_followers("clerics", None) == NOTHING


SEATS_ALONE = {id_: seats for id_, (_, seats) in SEATS.items()}


def test_where_seats_change_all_follow_again_and_elsewhere_as_before(chamber: Chamber) -> None:
    loose = SPLIT.with_followers("clerics", 20).with_followers("clerics/2", 6)
    loose = loose.with_followers("law", 25).with_followers("north", 18)
    other = loose.split("clerics", (Part("clerics", "A", 22), Part("clerics/3", "B", 8)))
    assert dict(other.followers) == {"clerics": 20, "law": 25, "north": 18}
    assert dict(loose.split("clerics", ()).followers) == {"law": 25, "north": 18}
    moved = loose.transfer(chamber, "law", 1, "minority")
    assert dict(moved.followers) == {"clerics": 20, "clerics/2": 6, "north": 18}
    whole = NOTHING.with_followers("clerics", 22)
    assert not whole.split("clerics", PARTS).followers


# -- what does not hold ----------------------------------------------------------------------------

WRONG = {
    "seats: the bloc 'none' is unknown": WhatIf(seats={"none": 1}),
    "seats.law: should be from 0 to 100, not 101": WhatIf(seats={"law": 101}),
    "seats: add up to 102, more than 100": WhatIf(seats={"law": 30}),
    "splits: the bloc 'none' is unknown": WhatIf(splits={"none": PARTS}),
    "splits.clerics: needs two parts or more": WhatIf(splits={"clerics": PARTS[:1]}),
    "the first with the bloc's id": WhatIf(splits={"clerics": PARTS[::-1]}),
    "parts add up to 31, the bloc has 30": WhatIf(
        splits={"clerics": (PARTS[0], replace(PARTS[1], seats=9))}
    ),
    "every part needs a seat": WhatIf(
        splits={"clerics": (replace(PARTS[0], seats=30), replace(PARTS[1], seats=0))}
    ),
    "every part needs a name of its own": WhatIf(
        splits={"clerics": (PARTS[0], replace(PARTS[1], name=" clerics "))}
    ),
    "an id should begin with 'clerics/', not 'iran'": WhatIf(
        splits={"clerics": (PARTS[0], replace(PARTS[1], id="iran"))}
    ),
    "an id should begin with 'clerics/', not 'clerics/rest'": WhatIf(
        splits={"clerics": (PARTS[0], replace(PARTS[1], id="clerics/rest"))}
    ),
    "the id 'clerics/2' is taken": WhatIf(
        splits={"clerics": (PARTS[0], replace(PARTS[1], seats=4), Part("clerics/2", "C", 4))}
    ),
    "followers: the bloc 'clerics/2' is unknown": WhatIf(followers={"clerics/2": 1}),
    "followers.law: should be from 0 to 28, not 29": WhatIf(followers={"law": 29}),
    "followers.clerics/2: should be from 0 to 8, not 9": replace(SPLIT, followers={"clerics/2": 9}),
}


@pytest.mark.parametrize(("message", "what_if"), WRONG.items(), ids=WRONG)
def test_what_does_not_hold_is_said_and_refused(
    chamber: Chamber, scenario: Scenario, message: str, what_if: WhatIf
) -> None:
    assert any(message in fault for fault in faults(what_if, chamber))
    with pytest.raises(ValueError, match=r"should|add|unknown|needs|taken"):
        scenario.with_what_if(what_if, chamber)


def test_what_holds_has_no_fault(chamber: Chamber) -> None:
    many = SPLIT.transfer(chamber, "law", 2, "minority").with_followers("clerics/2", 0)
    assert faults(many, chamber) == ()
    assert faults(NOTHING, chamber) == ()


# -- the scenario ----------------------------------------------------------------------------------


def test_a_new_part_begins_in_the_coalition_of_its_bloc_and_beside_it(
    chamber: Chamber, scenario: Scenario
) -> None:
    parted = scenario.with_what_if(SPLIT, chamber)
    assert list(parted.membership) == ["law", "clerics", "clerics/2", "north"]
    before, after = assumed(chamber, NOTHING), assumed(chamber, SPLIT)
    assert parted.totals(after) == scenario.totals(before)
    runs = {run.bloc: (run.first, run.count) for run in seating(parted, after)}
    old = {run.bloc: (run.first, run.count) for run in seating(scenario, before)}
    assert {b: run for b, run in runs.items() if b != "clerics/2"} | {"clerics": 0} == old | {
        "clerics": 0
    }, "nobody else moved"


def test_a_part_of_a_bloc_in_no_coalition_is_in_none(chamber: Chamber, scenario: Scenario) -> None:
    out = scenario.move(["clerics"], None).with_what_if(SPLIT, chamber)
    assert out.coalition_of("clerics/2") is None


def test_who_does_not_follow_leaves_the_coalition_and_the_bloc_stays(
    chamber: Chamber, scenario: Scenario
) -> None:
    what_if = NOTHING.with_followers("clerics", 25)
    loose = scenario.with_what_if(what_if, chamber)
    held = assumed(chamber, what_if)
    assert loose.totals(held) == {"red": 53, "blue": 20, None: 27}
    joined = loose.move(["clerics" + REST], "blue")
    again = joined.with_what_if(what_if.with_followers("clerics", 24), chamber)
    assert again.coalition_of("clerics" + REST) == "blue", "where it went it stays"


def test_merging_puts_all_seats_where_the_first_part_is(
    chamber: Chamber, scenario: Scenario
) -> None:
    parted = scenario.with_what_if(SPLIT, chamber).move(["clerics/2"], "blue")
    merged = parted.with_what_if(NOTHING, chamber)
    assert merged == scenario
    assert "clerics/2" not in merged.membership


def test_places_of_what_is_gone_are_forgotten_and_others_kept(
    chamber: Chamber, scenario: Scenario
) -> None:
    places = {"clerics": (1.0, 1.0), "clerics/2": (2.0, 2.0), "iran": (3.0, 3.0)}
    parted = scenario.with_what_if(SPLIT, chamber).place(places)
    merged = parted.with_what_if(NOTHING, chamber)
    assert merged.placements == {"clerics": (1.0, 1.0), "iran": (3.0, 3.0)}


def test_constraints_on_what_is_gone_go_with_it(chamber: Chamber, scenario: Scenario) -> None:
    own = Constraint(ConstraintKind.REQUIRED, "clerics")
    parts = Constraint(ConstraintKind.APART, "law", "clerics/2")
    parted = scenario.with_what_if(SPLIT, chamber).with_constraint(own).with_constraint(parts)
    assert parted.with_what_if(NOTHING, chamber).constraints == (own,)


def test_a_part_votes_as_its_bloc_did_and_what_is_gone_votes_no_more(
    chamber: Chamber, scenario: Scenario
) -> None:
    aye = Conduct(Stance.FOR)
    voting = replace(scenario, roll_call=RollCall("Ratify?", {"clerics": aye, "law": aye}))
    parted = voting.with_what_if(SPLIT.with_followers("clerics/2", 6), chamber)
    assert parted.roll_call is not None
    assert set(parted.roll_call.conducts) == {"clerics", "clerics/2", "law"}
    assert parted.roll_call.conduct("clerics/2") == aye
    assert parted.roll_call.conduct("clerics/2" + REST) == parted.roll_call.others
    assert parted.with_what_if(NOTHING, chamber) == voting


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(("split", "merge", "give", "vacate", "follow", "back", "move")),
        st.sampled_from(sorted(SEATS)),
        st.sampled_from(sorted(SEATS)),
        st.integers(1, 30),
    ),
    max_size=14,
)


def change(
    what_if: WhatIf, chamber: Chamber, operation: tuple[str, str, str, int]
) -> WhatIf | None:
    verb, one, other, number = operation
    seats = what_if.seats.get(one, chamber.bloc_by_id[one].seats)
    match verb:
        case "split" if 0 < number < seats:
            parts = (Part(one, "First", seats - number), Part(f"{one}/2", "Second", number))
            return what_if.split(one, parts)
        case "merge":
            return what_if.split(one, ())
        case "follow":
            held = assumed(chamber, what_if.with_followers(one, None)).bloc_by_id[one].seats
            return what_if.with_followers(one, min(number, held))
        case "back":
            return what_if.without(one, chamber)
        case "give" | "vacate":
            try:
                return what_if.transfer(chamber, one, number, other if verb == "give" else None)
            except ValueError:
                return None
    return None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OPERATIONS)
def test_no_sequence_of_assumptions_gains_a_seat_or_leaves_what_cannot_be_shown(
    chamber: Chamber, scenario: Scenario, operations: list[tuple[str, str, str, int]]
) -> None:
    what_if = NOTHING
    for operation in operations:
        if operation[0] == "move":
            held = assumed(chamber, what_if)
            loose = [b.id for b in held.blocs if b.id.startswith(operation[1])]
            scenario = scenario.move(loose, "blue")
            continue
        changed = change(what_if, chamber, operation)
        if changed is None:
            continue
        what_if = changed
        scenario = scenario.with_what_if(what_if, chamber)
        held = assumed(chamber, what_if)
        assert sum(scenario.totals(held).values()) + held.vacant == chamber.seats
        assert held.vacant >= 0
        assert set(scenario.membership) <= set(held.bloc_by_id)
        assert len(held.bloc_by_id) == len(held.blocs)
        assert sum(entry.seats for entry in held.lists) == sum(b.seats for b in held.blocs)
        assert sum(run.count for run in seating(scenario, held)) == chamber.seats


# -- ranges ----------------------------------------------------------------------------------------


def test_a_total_carries_the_range_of_its_disputed_blocs(
    chamber: Chamber, scenario: Scenario
) -> None:
    disputed = replace(
        chamber,
        blocs=tuple(
            bloc(b.id, seats_low=28, seats_high=31) if b.id == "clerics" else b
            for b in chamber.blocs
        ),
    )
    # The list is certain: what the clerics have more, nobody else of it has less by any source.
    assert scenario.seat_range("red", disputed) == (58, 58)
    wide = replace(
        disputed,
        blocs=tuple(
            bloc(b.id, seats_low=13, seats_high=16) if b.id == "workers" else b
            for b in disputed.blocs
        ),
    )
    # Law 28, and of the clerics 29 to 31: with 28 the others of the list would have to have 22.
    assert scenario.seat_range("red", wide) == (57, 59)
    both = scenario.move(["workers", "alliance-rest"], "red")
    assert both.seat_range("red", wide) == (78, 78), "a whole list is certain"
    assert scenario.seat_range(None, wide) == (21, 23)


def test_a_figure_from_before_the_final_count_is_told_but_not_in_use(
    shipped: Dataset,
) -> None:
    scenario = shipped.scenarios[shipped.opening_scenario]
    chamber = shipped.chamber_of(scenario)
    sadrists = chamber.bloc_by_id["ina10_sadr"]
    assert 38 in {report.seats for report in sadrists.reports}
    assert sadrists.usual_range == (39, 40)
    sol = scenario.coalition_of("sol10_all")
    assert sol == scenario.coalition_of("ina10_sadr")
    assert scenario.seat_range(sol, chamber) == (128, 129)


def test_every_shipped_total_lies_within_its_range(shipped: Dataset) -> None:
    for scenario in shipped.scenarios.values():
        chamber = shipped.chamber_of(scenario)
        for coalition, seats in scenario.totals(chamber).items():
            low, high = scenario.seat_range(coalition, chamber)
            assert low <= seats <= high


def test_assumed_seats_have_no_range(chamber: Chamber, scenario: Scenario) -> None:
    early = (SeatReport(30, ("s1",)), SeatReport(27, ("s1",), early=True))
    wide = replace(
        chamber,
        blocs=tuple(
            bloc(b.id, seats_low=27, seats_high=30, reports=early) if b.id == "clerics" else b
            for b in chamber.blocs
        ),
    )
    assert assumed(wide, SPLIT).bloc_by_id["clerics"].usual_range == (22, 22)
    assert scenario.with_what_if(SPLIT, wide).seat_range("red", assumed(wide, SPLIT)) == (58, 58)


# -- the dataset -----------------------------------------------------------------------------------


def test_the_network_draws_the_parts_and_leaves_the_ties_at_the_first(shipped: Dataset) -> None:
    scenario = shipped.scenarios[shipped.opening_scenario]
    parts = (Part("irq10_rest", "Iraqiya: others", 49), Part("irq10_rest/2", "White Iraqiya", 8))
    parted = shipped.assume(scenario, scenario.what_if.split("irq10_rest", parts))
    before, after = shipped.network(scenario), shipped.network(parted)
    assert {k.id for k in before.links} == {k.id for k in after.links}
    assert {n.id for n in after.nodes} - {n.id for n in before.nodes} == {"irq10_rest/2"}
    assert after.node_by_id["irq10_rest/2"].is_bloc


def test_misfits_name_what_a_scenario_assumes_of_blocs_that_are_not_there(
    shipped: Dataset,
) -> None:
    scenario = shipped.scenarios[shipped.opening_scenario]
    assert shipped.misfits(scenario) == ()
    wrong = replace(scenario, what_if=WhatIf(seats={"none": 5}))
    assert shipped.misfits(wrong) == ("seats: the bloc 'none' is unknown in this chamber",)
    red_line = Constraint(ConstraintKind.APART, "sol10_all", "sol10_all/2")
    vote = RollCall("Ratify?", {"sol10_all/3": Conduct(Stance.FOR)})
    dangling = replace(
        scenario,
        constraints=(red_line,),
        roll_call=vote,
        membership={**scenario.membership, "sol10_all/2": scenario.coalitions[0].id},
    )
    assert [fault.split(":")[0] for fault in shipped.misfits(dangling)] == [
        "constraints",
        "roll_call",
    ]
    dangling = replace(dangling, constraints=(), roll_call=None)
    assert shipped.misfits(dangling) == (
        "coalitions: 'sol10_all/2' is not a bloc of chamber cor2010",
    )
