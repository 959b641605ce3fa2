"""Dates as sources give them: a day, a month or only a year; and the periods between two."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, month or year: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    It stands for every day that fits: ``earliest`` is the first of them, ``latest`` the last.
    """

    text: str

    def __post_init__(self) -> None:
        """Refuse what is no date of the calendar.

        Raises:
            ValueError: the text has another form, or names a month or day that does not exist.

        """
        _bounds(self.text)

    @property
    def earliest(self) -> date:
        """The first day the date can mean."""
        return _bounds(self.text)[0]

    @property
    def latest(self) -> date:
        """The last day the date can mean."""
        return _bounds(self.text)[1]

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[date, date]:
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return date(year, month, 1), date(year, month, last)
        exact = date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"{text!r} is not a day of the calendar") from error
    return exact, exact


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both included. ``None`` is an end that is open or not known."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it can begin.

        Raises:
            ValueError: the latest day of the end lies before the earliest day of the start.

        """
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise ValueError(f"ends {self.end} before it begins {self.start}")

    def contains(self, day: date) -> bool:
        """Whether the period can cover ``day``: an imprecise end counts to its widest reading."""
        return (self.start is None or self.start.earliest <= day) and (
            self.end is None or day <= self.end.latest
        )
