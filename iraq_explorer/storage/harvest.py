"""What one imported file gives: records of a dataset, and where each of them stands in the file."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from iraq_explorer.storage.problems import Problem

Record = dict[str, Any]
Step = Callable[[], None]
"""Called for each record while files are read; it may raise to end that."""


def go_on() -> None:
    """The step of who waits to the end."""


FILE_SOURCE = "imported"
"""Id of the source that stands for the file itself, where it names none."""


@dataclass
class Harvest:
    """Records by the name of their file in a dataset, without ending."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    heading: Record | None = None
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was assumed, a sentence each."""
    places: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """By file of the dataset and id of a record: the file that was read, and the row in it."""
    incomplete: bool = False
    """Whether something is left out for its problems: what refers to it is not to be blamed."""

    def add(self, part: str, record: Record) -> None:
        """Put in a record; a source that is there already as it is, is not put in again."""
        held = self.records.setdefault(part, [])
        if part != "sources" or record not in held:
            held.append(record)

    def note_place(self, part: str, identity: str, file: str, row: str) -> None:
        """Say where a record stands."""
        self.places.setdefault((part, identity), []).append((file, row))

    def fault(self, file: str, row: str, column: str, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(file, row, column, message))

    def lose(self, file: str, row: str, column: str, message: str) -> None:
        """Note a problem for which something is left out."""
        self.fault(file, row, column, message)
        self.incomplete = True

    def take(self, other: "Harvest") -> None:
        """Put in all of another."""
        for part, records in other.records.items():
            for record in records:
                self.add(part, record)
        if other.heading is not None:
            if self.heading is not None:
                self.lose(
                    "these files", "", "", "two of them are whole datasets: import one of them"
                )
            self.heading = other.heading
        self.problems += other.problems
        self.incomplete |= other.incomplete
        self.notes += other.notes
        for key, places in other.places.items():
            self.places.setdefault(key, []).extend(places)

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems of the dataset as problems of the files that were read."""
        found = []
        for problem in problems:
            part = problem.file.removesuffix(".json")
            places = self.places.get((part, problem.record), [])
            if not places:
                found.append(problem)
                continue
            files = dict.fromkeys(file for file, _ in places)
            rows = dict.fromkeys(row for _, row in places)
            place = {"file": " or ".join(files), "record": " or ".join(rows)}
            found.append(replace(problem, **place))
        return found


def slug(text: str) -> str:
    """A short id of plain letters and figures made from a text; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].rstrip("_")


def free(wanted: str, taken: Iterable[str]) -> str:
    """An id that is not taken yet; quick where ``taken`` is a set or a mapping."""
    held = taken if isinstance(taken, Set | Mapping) else frozenset(taken)
    made, number = wanted, 2
    while made in held:
        made, number = f"{wanted}_{number}", number + 1
    return made
