"""Sentences that are made from data."""

import pytest

from iraq_explorer.core.verdict import Verdict
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.resources import resource_folder
from iraq_explorer.ui.words import headline_of, region_text, tr, verdict_text


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 seats in 0 blocs"), (1, "1 seat in 1 bloc"), (11, "11 seats in 11 blocs")],
)
def test_of_one_thing_english_says_so(count: int, told: str) -> None:
    assert tr("{seats} seats in {count} blocs", seats=count, count=count) == told


def test_only_what_is_counted_changes() -> None:
    assert tr("{seats} seats of {all} members", seats=1, all=17) == "1 seat of 17 members"
    assert tr("<b>{seats} seats</b>", seats="1") == "<b>1 seat</b>"
    assert tr("{name} has {seats} seats", name=1, seats=2) == "1 has 2 seats"


def test_a_coalition_of_one_seat_is_told_so() -> None:
    assert region_text(Verdict(1, 12)) == "1 seat: 11 short"
    assert "1 seats" not in verdict_text(Verdict(1, 12))


def test_no_headline_of_the_small_chamber_counts_one_as_many() -> None:
    eec = read_dataset(resource_folder() / "eec")
    assert not [s for s in eec.scenarios.values() if "1 seats" in headline_of(s, eec)]
