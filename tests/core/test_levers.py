import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.coalition_table import CoalitionTable, Wanted, coalition_table
from iraq_explorer.core.constraint import Constraint, ConstraintKind, broken
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.levers import levers
from iraq_explorer.core.players import By, players_of
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Standing, standing_of
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.signed_networks import drawn
from tests.core.small_chambers import Case, cases, chamber_of, scenario_of, subsets


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


def standing_in(dataset: Dataset, scenario: Scenario) -> Standing:
    blocs = [bloc.id for bloc in dataset.chamber_of(scenario).blocs]
    return standing_of(dataset.network(scenario), blocs)


# -- what would have to change ---------------------------------------------------------------------


def in_the_way(case: Case, members: tuple[str, ...]) -> int:
    """Pairs to mend and constraints to give up; a red line between a hostile pair is one."""
    scenario, chamber, standing = case
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    lifted = broken(scenario.constraints, members, seats)
    pairs = set(map(frozenset, standing.hostile_pairs(standing.mask(members))))
    pairs |= {frozenset(c.blocs) for c in lifted if c.kind is ConstraintKind.APART}
    return len(pairs) + sum(c.kind is not ConstraintKind.APART for c in lifted)


@given(cases())
def test_the_ties_to_mend_are_the_fewest_of_all_enlargements(case: Case) -> None:
    scenario, chamber, standing = case
    quota = scenario.quota(chamber)
    inside = tuple(b.id for b in scenario.blocs_of("x", chamber))
    outside = tuple(b.id for b in chamber.blocs if b.id not in inside and b.seats)
    ranks = [
        (in_the_way(case, (*inside, *more)), len(more), chamber.seats_of((*inside, *more)) - quota)
        for more in subsets(outside)
        if chamber.seats_of((*inside, *more)) >= quota
    ]
    found = levers(scenario, chamber, "x", standing)
    assert found.as_it_is.number == in_the_way(case, inside)
    if not ranks:
        assert found.ties is None
        return
    assert found.ties is not None
    assert found.ties.exact
    ties = found.ties
    assert ties.number == in_the_way(case, (*inside, *ties.added))
    assert (ties.number, len(ties.added), ties.verdict.over) == min(ranks)


@given(cases())
def test_members_and_seats_to_win_over_are_the_fewest_that_suffice(case: Case) -> None:
    scenario, chamber, standing = case
    found = levers(scenario, chamber, "x", standing)
    short = scenario.verdict("x", chamber).short
    outside = {b.id: b.seats for b in chamber.blocs if scenario.coalition_of(b.id) != "x"}
    by_list: dict[str, int] = {}
    for bloc, seats in outside.items():
        home = chamber.bloc_by_id[bloc].list_id
        by_list[home] = by_list.get(home, 0) + seats
    for lever, holding in ((found.members, outside), (found.seats, by_list)):
        sizes = [len(s) for s in subsets(tuple(holding)) if sum(holding[i] for i in s) >= short]
        assert lever.count == (sizes.count(min(sizes)) if sizes else 0)
        assert lever.size == min(sizes, default=0)


def test_state_of_law_with_the_ina_lacks_four_seats_that_any_of_several_lists_has(
    dataset: Dataset,
) -> None:
    scenario = dataset.scenarios["national_alliance_2010"]
    chamber = dataset.chamber_of(scenario)
    found = levers(scenario, chamber, "alliance", standing_in(dataset, scenario))
    assert found.verdict.short == 4
    assert (found.seats.size, found.seats.count) == (1, 6)
    assert {way[0] for way in found.seats.ways} == {
        "irq10", "ka10", "gor10", "taw10", "uni10", "kiu10",
    }  # fmt: skip


def test_who_would_rub_is_left_out_where_there_is_another_way() -> None:
    chamber = chamber_of({"a": ("K", 4), "b": ("L", 3), "c": ("M", 2), "d": ("N", 1)})
    standing = standing_of(drawn("a-b", more="cd"), "abcd")
    found = levers(scenario_of({"a": "x"}), chamber, "x", standing)
    assert found.ties is not None
    assert (found.ties.added, found.ties.pairs) == (("c",), ())
    apart = Constraint(ConstraintKind.APART, "a", "c")
    lined = levers(scenario_of({"a": "x"}, 9, (apart,)), chamber, "x", standing)
    assert lined.ties is not None
    assert lined.ties.added == ("b", "c")
    assert (lined.ties.pairs, lined.ties.lifted) == ((("a", "b"),), (apart,))
    assert lined.ties.number == 2


# -- every minimal winning coalition ---------------------------------------------------------------


def slow_rows(case: Case, by: By, wanted: Wanted) -> set[frozenset[str]]:
    scenario, chamber, standing = case
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    players = {player.id: player for player in players_of(scenario, chamber, by)}
    constraints = scenario.constraints if wanted.keeps_constraints else ()
    winning = []
    for chosen in subsets(tuple(players)):
        blocs = frozenset(b for p in chosen for b in players[p].blocs)
        enough = sum(players[p].seats for p in chosen) >= scenario.quota(chamber)
        if enough and not broken(constraints, blocs, seats):
            winning.append(blocs)
    return {
        blocs
        for blocs in winning
        if not any(part < blocs for part in winning)
        and not (wanted.at_peace and standing.hostile_pairs(standing.mask(blocs)))
        and (not wanted.containing or wanted.containing in blocs)
    }


@given(cases(), st.sampled_from(By), st.booleans(), st.booleans(), st.booleans())
def test_rows_are_the_minimal_winning_coalitions_that_are_wanted(
    case: Case, by: By, keeps: bool, peace: bool, one: bool
) -> None:
    scenario, chamber, standing = case
    wanted = Wanted(keeps, peace, "a" if one else "")
    table = coalition_table(scenario, chamber, standing, by, wanted)
    assert table.complete
    assert {frozenset(row.blocs) for row in table.rows} == slow_rows(case, by, wanted)
    assert table.total == len(slow_rows(case, by, Wanted()))
    assert keeps or table.looked_at == table.total
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    quota = scenario.quota(chamber)
    assert [row.seats for row in table.rows] == sorted(row.seats for row in table.rows)
    for row in table.rows:
        assert row.seats == sum(seats[b] for b in row.blocs) == quota + row.over
        assert row.inside == standing.inside(standing.mask(row.blocs))
        assert row.broken == broken(scenario.constraints, row.blocs, seats)


def table_of_2010(dataset: Dataset, **more: object) -> CoalitionTable:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    standing = standing_in(dataset, scenario)
    return coalition_table(
        scenario,
        dataset.chamber_of(scenario),
        standing,
        By.BLOC,
        **more,  # type: ignore[arg-type]
    )


def test_of_many_coalitions_the_first_are_rows_and_all_are_counted(dataset: Dataset) -> None:
    table = table_of_2010(dataset, most=40)
    assert (len(table.rows), table.total, table.complete) == (40, 52781, False)
    assert {row.over for row in table.rows} == {0}


def test_a_filter_looks_on_until_there_are_rows_enough(dataset: Dataset) -> None:
    table = table_of_2010(dataset, most=40, wanted=Wanted(at_peace=True))
    assert len(table.rows) == 40
    assert table.looked_at > 40
    assert all(row.inside.hostile == 0 for row in table.rows)


def test_under_required_partners_a_row_keeps_those_whom_others_need(dataset: Dataset) -> None:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    only_with = Constraint(ConstraintKind.ONLY_WITH, "sol10_all", "gor10_all")
    table = coalition_table(
        scenario.with_constraint(only_with),
        dataset.chamber_of(scenario),
        standing_in(dataset, scenario),
        By.LIST,
        Wanted(keeps_constraints=True),
    )
    three = next(r for r in table.rows if {p.id for p in r.players} == {"irq10", "sol10", "gor10"})
    assert (three.seats, three.over) == (188, 25)
    assert not any(row.broken for row in table.rows)
    assert table.total == 40


def test_a_search_ends_when_it_is_told_to(dataset: Dataset) -> None:
    reports = []

    def proceed(looked_at: int, found: int) -> bool:
        reports.append((looked_at, found))
        return len(reports) < 3

    nobody = Wanted(containing="sol10_all", at_peace=True)
    table = table_of_2010(dataset, wanted=nobody, most=10**6, proceed=proceed)
    assert [looked_at for looked_at, _ in reports] == [0, 2000, 4000]
    assert table.looked_at == 4000
    assert not table.complete


def test_a_search_under_required_partners_ends_when_it_is_told_to(dataset: Dataset) -> None:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    table = coalition_table(
        scenario.with_constraint(Constraint(ConstraintKind.REQUIRED, "ka10_kdp")),
        dataset.chamber_of(scenario),
        standing_in(dataset, scenario),
        By.BLOC,
        Wanted(keeps_constraints=True, at_peace=True, containing="sol10_all"),
        proceed=lambda looked_at, found: looked_at < 2000,
    )
    assert (table.looked_at, table.complete) == (2000, False)
