"""What is wrong with a dataset that is being made, cell by cell, found by the reader itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from iraq_explorer.storage.dataset import dataset_of
from iraq_explorer.storage.dataset_columns import IN_CHAMBERS, TABLES, Kind
from iraq_explorer.storage.dataset_draft import DatasetDraft, Grid
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.record import MISSING, described


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, and where it stands."""

    table: str
    row: int | None
    """Number of the row; ``None`` for the table as a whole."""
    field: str
    """The column; empty for the row as a whole."""
    message: str
    identity: str = ""
    """What the row is called: its id, or empty."""
    part: int | None = None
    """Number of the record within the cell, where the cell holds records."""
    part_field: str = ""

    @property
    def grid(self) -> Grid | None:
        """The rows within the cell that it is about, if it is about one of them."""
        return None if self.part is None else Grid(self.table, self.row, self.field)


class _Placed(str):
    """An id that knows its row. The reader hands it back with each problem of its record.

    Ids alone would not do: a list and its bloc may have the same, and rules of two chambers do.
    """

    __slots__ = ("row", "table")
    table: str
    row: int


def check_draft(draft: DatasetDraft) -> tuple[Finding, ...]:
    """Read a draft as its files would be read, and find the cells of what is wrong."""

    def place(table: str, row: int, identity: str) -> str:
        held = _Placed(identity)
        held.table, held.row = table, row
        return held

    strays = tuple(_strays(draft))
    try:
        dataset_of(draft.files(place))
    except DatasetError as error:
        found = (_finding(problem, draft) for problem in error.problems)
        return (*strays, *(finding for finding in found if finding is not None))
    return strays


def _strays(draft: DatasetDraft) -> Iterator[Finding]:
    """Records of no chamber."""
    known = {chamber.get("id") for chamber in draft.tables["chambers"] if _sound(chamber.get("id"))}
    for table in IN_CHAMBERS:
        for number, row in enumerate(draft.tables[table]):
            chamber = row.get("chamber")
            if _sound(chamber) and chamber in known:
                continue
            wrong = f"names the unknown chamber {described(chamber)}"
            message = MISSING if chamber is None else wrong
            yield Finding(table, number, "chamber", message, _called(row.get("id")))


def _sound(identity: object) -> bool:
    return isinstance(identity, str)


def _called(identity: object) -> str:
    return identity if isinstance(identity, str) else ""


_IN_CHAMBER = re.compile(r"(?s)(.*), (rules|lists|blocs)\[([0-9]+)\]")
_NUMBER = re.compile(r"record ([0-9]+)")
_PART = re.compile(r"(rules|lists|blocs)\[([0-9]+)\]\.?(.*)", re.DOTALL)
_FIELD = re.compile(r"((?:(?:name|cabinet)\.)?[^.\[]*)(?:\[([0-9]+)\])?\.?([^.\[]*)", re.DOTALL)


def _finding(problem: Problem, draft: DatasetDraft) -> Finding | None:
    table, record, field = problem.file.removesuffix(".json"), problem.record, problem.field
    row: int | None = None
    if isinstance(record, _Placed):
        table, row = record.table, record.row
    elif within := _IN_CHAMBER.fullmatch(record):
        table = within[2]
        row = _nth(draft, table, within[1] or None, int(within[3]))
    elif numbered := _NUMBER.fullmatch(record):
        row = int(numbered[1]) - 1
    elif table == "dataset":
        row = 0
    elif record:
        return None  # a chamber made for rows that name it, which is told of them
    part = _PART.fullmatch(field) if table == "chambers" and row is not None else None
    if part and row is not None:
        chamber = _called(draft.tables["chambers"][row].get("id"))
        table, field = part[1], part[3]
        row = _nth(draft, table, chamber or None, int(part[2]))
    if row is not None and row >= len(draft.tables[table]):
        return None
    identity = "" if row is None else _called(draft.tables[table][row].get("id"))
    cell, number, inner = _cell(field)
    if number is not None and cell not in _holding(table):
        number, inner = None, ""
    return Finding(table, row, cell, problem.message, identity, number, inner)


@cache
def _holding(table: str) -> frozenset[str]:
    """The columns of a table whose cells hold records."""
    return frozenset(c.field for c in TABLES[table] if c.kind is Kind.RECORDS)


def _cell(field: str) -> tuple[str, int | None, str]:
    """The column of a field, and the record and its field within."""
    if field == "name":
        return "name.en", None, ""
    match = _FIELD.match(field)
    if match is None:
        return field, None, ""
    return match[1], int(match[2]) if match[2] else None, match[3]


def _nth(draft: DatasetDraft, table: str, chamber: object, number: int) -> int | None:
    """The row of the n-th record of a chamber."""
    mine = [n for n, row in enumerate(draft.tables[table]) if row.get("chamber") == chamber]
    return mine[number] if number < len(mine) else None
