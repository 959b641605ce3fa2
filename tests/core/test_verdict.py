import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.verdict import Verdict


@pytest.mark.parametrize(
    ("seats", "quota", "sentence"),
    [
        (129, 163, "34 short of 163"),
        (162, 163, "1 short of 163"),
        (138, 138, "exactly 138, none to spare"),
        (164, 163, "1 over 163"),
    ],
)
def test_a_verdict_says_how_far_the_seats_are_from_the_line(
    seats: int, quota: int, sentence: str
) -> None:
    assert str(Verdict(seats, quota)) == sentence


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_seats_are_short_or_over_but_never_both(seats: int, quota: int) -> None:
    verdict = Verdict(seats, quota)
    assert verdict.seats + verdict.short - verdict.over == verdict.quota
    assert verdict.short == 0 or verdict.over == 0
    assert verdict.reached == (verdict.short == 0)


@pytest.mark.parametrize(
    ("low", "high", "spread", "left_open"),
    [
        (None, None, None, False),
        (164, 164, None, False),
        (163, 166, (163, 166), False),
        (162, 164, (162, 164), True),
        (164, 170, (164, 170), False),
    ],
)
def test_a_range_leaves_a_verdict_open_only_where_the_line_lies_within_it(
    low: int | None, high: int | None, spread: tuple[int, int] | None, left_open: bool
) -> None:
    verdict = Verdict(164, 163, low, high)
    assert verdict.spread == spread
    assert verdict.open == left_open
    assert Verdict(162, 163, 161, 163).open
    assert not Verdict(162, 163, 161, 162).open
    assert str(verdict) == "1 over 163", "the sentence is that of the seats that count"
