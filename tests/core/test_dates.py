from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iraq_explorer.core.dates import PartialDate, Period

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PARTIAL = st.builds(
    lambda day, length: PartialDate(day.isoformat()[:length]), DAYS, st.sampled_from((4, 7, 10))
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2010-10-01", date(2010, 10, 1), date(2010, 10, 1)),
        ("2010-10", date(2010, 10, 1), date(2010, 10, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
    ],
)
def test_a_date_stands_for_every_day_that_fits(text: str, earliest: date, latest: date) -> None:
    assert (PartialDate(text).earliest, PartialDate(text).latest) == (earliest, latest)
    assert str(PartialDate(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "10", "2010-1", "2010-13", "2010-00", "2010-02-30", "0000", "1.10.2010", "٢٠١٠", "2010\n"],
)
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        PartialDate(text)


@given(PARTIAL)
def test_no_date_ends_before_it_begins(partial: PartialDate) -> None:
    assert partial.earliest <= partial.latest


@given(DAYS)
def test_an_open_period_contains_every_day(day: date) -> None:
    assert Period().contains(day)


@given(PARTIAL, DAYS)
def test_a_period_open_at_one_end_divides_all_days_at_the_other(
    edge: PartialDate, day: date
) -> None:
    assert Period(start=edge).contains(day) == (day >= edge.earliest)
    assert Period(end=edge).contains(day) == (day <= edge.latest)


@given(PARTIAL)
def test_a_period_with_equal_ends_contains_the_days_of_that_date_and_no_others(
    partial: PartialDate,
) -> None:
    period = Period(partial, partial)
    assert period.contains(partial.earliest)
    assert period.contains(partial.latest)
    assert not period.contains(partial.earliest - timedelta(days=1))
    assert not period.contains(partial.latest + timedelta(days=1))


@given(PARTIAL, PARTIAL)
def test_a_period_contains_both_its_ends(start: PartialDate, end: PartialDate) -> None:
    assume(end.latest >= start.earliest)
    period = Period(start, end)
    assert period.contains(start.earliest)
    assert period.contains(end.latest)


def test_a_month_that_holds_the_first_day_can_be_the_end_of_a_period() -> None:
    period = Period(PartialDate("2007-05-20"), PartialDate("2007-05"))
    assert period.contains(date(2007, 5, 31))
    assert not period.contains(date(2007, 5, 19))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends 2007-04 before it begins 2007-05"):
        Period(PartialDate("2007-05"), PartialDate("2007-04"))


@given(PARTIAL, PARTIAL, DAYS)
def test_two_periods_that_meet_at_a_date_cover_all_days_together(
    edge: PartialDate, other: PartialDate, day: date
) -> None:
    before, after = Period(end=edge), Period(start=edge)
    assert before.contains(day) or after.contains(day)
    # Both hold on the days that the date itself can mean, and on no others.
    assert (before.contains(day) and after.contains(day)) == (edge.earliest <= day <= edge.latest)
    assume(other.latest >= edge.earliest)
    assert Period(edge, other).contains(day) == (
        Period(start=edge).contains(day) and Period(end=other).contains(day)
    )


@given(DAYS, DAYS)
def test_the_less_exact_an_end_is_the_longer_a_period_holds(day: date, end: date) -> None:
    widths = [Period(end=PartialDate(end.isoformat()[:length])) for length in (10, 7, 4)]
    held = [period.contains(day) for period in widths]
    assert held == sorted(held)


@given(PARTIAL)
def test_an_equal_day_at_both_ends_is_one_day_where_it_is_exact(partial: PartialDate) -> None:
    days = (partial.latest - partial.earliest).days + 1
    assert (days == 1) == (len(partial.text) == 10)
    assert Period(partial, partial) == Period(PartialDate(partial.text), PartialDate(partial.text))
