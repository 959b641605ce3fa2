"""A line for each scenario."""

from dataclasses import replace

import pytest

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.overview import overview_row
from iraq_explorer.storage.resources import shipped_dataset


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


def test_a_line_tells_what_the_scenario_itself_tells(dataset: Dataset) -> None:
    for scenario in dataset.scenarios.values():
        row, chamber = overview_row(scenario, dataset), dataset.chamber_of(scenario)
        assert row.coalition is not None
        verdict = scenario.verdicts(chamber)[row.coalition.id]
        assert row.verdict == verdict
        assert row.verdict.spread == verdict.spread
        assert row.range == scenario.seat_range(row.coalition.id, chamber)
        blocs = scenario.blocs_of(row.coalition.id, chamber)
        assert row.hostile + row.friendly + row.unknown == len(blocs) * (len(blocs) - 1) // 2
        assert row.largest is not None
        assert row.largest.seats == max(bloc.seats for bloc in blocs)


def test_sources_leave_open_whether_the_government_of_2008_has_a_majority(
    dataset: Dataset,
) -> None:
    assert overview_row(dataset.scenarios["after_basra_2008"], dataset).verdict.open


def test_nobody_in_a_coalition_is_short_of_the_whole_quota(dataset: Dataset) -> None:
    empty = replace(dataset.scenarios["elected_2010"], coalitions=(), membership={})
    row = overview_row(empty, dataset)
    assert (row.coalition, row.largest, row.friction) == (None, None, None)
    assert (row.verdict.seats, row.verdict.short, row.range) == (0, 163, (0, 0))
    assert not row.passes
