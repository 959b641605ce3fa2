"""Takes the fields out of one JSON object and notes everything that is wrong with them."""

import math
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Final, TypeVar

from iraq_explorer.core.dates import PartialDate

Choice = TypeVar("Choice", bound=StrEnum)

Report = Callable[[str, str], None]
"""Takes the field and what is wrong with it."""

MISSING: Final = "is missing"


class Record:
    """A JSON object being read.

    Each method takes one field and returns a value of the right type. Where the field is missing
    or wrong the fault goes to ``report`` and a harmless stand-in is returned, so that one pass
    finds every fault. ``finish`` reports the fields that nobody asked for.
    """

    def __init__(self, data: object, report: Report, path: str = "") -> None:
        """Read ``data``, which should be an object; ``path`` leads to it from the record."""
        self._report = report
        self._path = path
        self._data: dict[str, Any] = {}
        self._taken: set[str] = set()
        if isinstance(data, dict):
            self._data = data
            self._sound = True
        else:
            self._sound = False
            report(path, f"should be an object, not {described(data)}")

    def __contains__(self, field: str) -> bool:
        return field in self._data

    def fault(self, field: str, message: str) -> None:
        """Note that a field is wrong."""
        self._report(self._where(field), message)

    def finish(self) -> None:
        """Note the fields that have not been taken: misspelt, or of another format."""
        for field in self._data:
            if field not in self._taken:
                self.fault(field, "is not a field of this format")

    def text(self, field: str, *, required: bool = True, empty: bool = False) -> str:
        """A string; blank only where ``empty`` allows it or the field is left out."""
        value = self._take(field, required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(field, f"should be text, not {described(value)}")
            return ""
        if not value.strip() and not empty:
            self.fault(field, "is empty")
        return value

    def integer(self, field: str, *, least: int = 0, required: bool = True) -> int | None:
        """A whole number, ``None`` where it is left out or wrong."""
        value = self._take(field, required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(field, f"should be a whole number, not {described(value)}")
            return None
        if value < least:
            self.fault(field, f"should be at least {least}, not {value}")
            return None
        return value

    def count(self, field: str, *, least: int = 0) -> int:
        """A whole number that has to be there; ``least`` where it is wrong."""
        value = self.integer(field, least=least)
        return least if value is None else value

    def flag(self, field: str, *, default: bool | None = None) -> bool:
        """True or false; required where there is no default."""
        value = self._take(field, default is None)
        if value is None:
            return bool(default)
        if not isinstance(value, bool):
            self.fault(field, f"should be true or false, not {described(value)}")
            return bool(default)
        return value

    def choice(self, field: str, kind: type[Choice]) -> Choice:
        """One of the values of an enumeration; its first where it is wrong."""
        first = next(iter(kind))
        value = self._take(field, True)
        if value is None:
            return first
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(kind)
            self.fault(field, f"should be one of {allowed}, not {described(value)}")
            return first

    def date(self, field: str, *, required: bool = True) -> PartialDate | None:
        """A date of the form YYYY, YYYY-MM or YYYY-MM-DD; ``None`` where left out or wrong."""
        value = self._take(field, required)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(field, f"should be a date as text, not {described(value)}")
            return None
        try:
            return PartialDate(value)
        except ValueError as error:
            self.fault(field, str(error))
            return None

    def texts(self, field: str, *, required: bool = False) -> tuple[str, ...]:
        """An array of strings; what is no string is left out and noted."""
        found = []
        for number, value in enumerate(self.items(field, required=required)):
            place = f"{field}[{number}]"
            if not isinstance(value, str):
                self.fault(place, f"should be text, not {described(value)}")
            elif not value.strip():
                self.fault(place, "is empty")
            else:
                found.append(value)
        return tuple(found)

    def point(self, field: str) -> tuple[float, float]:
        """Two finite numbers."""
        value = self._take(field, True)
        if isinstance(value, list) and len(value) == 2 and all(_is_finite(n) for n in value):
            return float(value[0]), float(value[1])
        if value is not None:
            self.fault(field, "should be two finite numbers")
        return 0.0, 0.0

    def records(self, field: str, *, required: bool = False) -> "Iterator[Record]":
        """An array of objects, one after the other."""
        for number, value in enumerate(self.items(field, required=required)):
            yield Record(value, self._report, self._where(f"{field}[{number}]"))

    def items(self, field: str, *, required: bool = False) -> list[object]:
        """An array as it is; where it is required it has to hold something."""
        value = self._take(field, required)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(field, f"should be an array, not {described(value)}")
            return []
        if required and not value:
            self.fault(field, "is empty")
        return value

    def record(self, field: str, *, required: bool = True) -> "Record | None":
        """An object within the object; ``None`` where it is left out."""
        value = self._take(field, required)
        return None if value is None else Record(value, self._report, self._where(field))

    def identity(self) -> str:
        """The field ``id`` as it is, for tables; empty where it is no text."""
        value = self._data.get("id")
        return value if isinstance(value, str) else ""

    def fields(self) -> tuple[str, ...]:
        """The names of all fields, for objects whose fields are ids."""
        return tuple(self._data)

    def _take(self, field: str, required: bool) -> Any:
        self._taken.add(field)
        if field not in self._data:
            if required and self._sound:
                self.fault(field, MISSING)
            return None
        value = self._data[field]
        if value is None:
            self.fault(field, "is null; leave the field out instead")
        return value

    def _where(self, field: str) -> str:
        return f"{self._path}.{field}" if self._path else field


def described(value: object) -> str:
    """A value as a message names it: short, and with its JSON type where that is the point."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _is_finite(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number too large for a float
        return False
