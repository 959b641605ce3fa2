"""A dataset that is being made, as plain tables: a frozen value with pure changes.

Nothing in it has to be right. A row holds the fields of one record as JSON values, with those of
its name under ``name.en`` and so on; lists, blocs and rules are tables of their own that name
their chamber. What the columns do not know is kept, too.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from iraq_explorer.storage.dataset_checks import HOSTILE
from iraq_explorer.storage.dataset_columns import (
    IN_CHAMBERS,
    TABLES,
    Column,
    Kind,
    text_of,
    value_of,
)
from iraq_explorer.storage.dataset_json import PARTS
from iraq_explorer.storage.harvest import free, slug
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.record import described

Row = Mapping[str, Any]
"""The fields of a record. Nobody changes one."""
Rows = tuple[Row, ...]
Texts = Mapping[tuple[int, str], str]
"""Texts of cells, by the number of the row and the field."""

OBJECTS = ("name", "cabinet")
"""Fields whose own fields have columns, as in ``name.en``."""
_NAMED = ("name.en", "title", "name")
_NUMBERED = ("ties", "events")


@dataclass(frozen=True, slots=True)
class Grid:
    """Where rows stand: in a table, or in one cell of it that holds records of its own."""

    table: str
    row: int | None = None
    field: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns it always has."""
        columns = TABLES[self.table]
        if self.row is None:
            return columns
        return next(column.parts for column in columns if column.field == self.field)


@dataclass(frozen=True, slots=True)
class DatasetDraft:
    """The tables of a dataset."""

    tables: Mapping[str, Rows]

    @property
    def title(self) -> str:
        """What the dataset is called; empty where it has no title."""
        heading = self.tables["dataset"]
        title = heading[0].get("title") if heading else None
        return title if isinstance(title, str) else ""

    def rows(self, grid: Grid) -> Rows:
        """The rows of a grid; none where a cell holds something else than records."""
        rows = self.tables[grid.table]
        if grid.row is None:
            return rows
        held = rows[grid.row].get(grid.field) if grid.row < len(rows) else None
        sound = isinstance(held, list) and all(isinstance(row, dict) for row in held)
        return tuple(held) if sound and held else ()

    def with_rows(self, grid: Grid, rows: Iterable[Row]) -> "DatasetDraft":
        """With other rows in a grid."""
        rows = tuple(rows)
        if grid.row is None:
            return DatasetDraft({**self.tables, grid.table: rows})
        held = [*self.tables[grid.table]]
        held[grid.row] = with_field(grid.table, held[grid.row], grid.field, [*rows] or None)
        return DatasetDraft({**self.tables, grid.table: tuple(held)})

    # -- changes ---------------------------------------------------------------------------

    def with_texts(self, grid: Grid, texts: Texts) -> "DatasetDraft":
        """With other texts in cells; rows beyond the last are added, empty texts leave fields out.

        What follows is filled in: the id of a record without one from its name, the sign of a tie
        from its kind.
        """
        known = {column.field: column for column in grid.columns}
        rows = [*self.rows(grid)]
        ids: set[str] = set()
        for (number, field), text in texts.items():
            while number >= len(rows):
                rows.append({})
            column = known.get(field) or Column(field, Kind.JSON)
            row = rows[number]
            if text_of(column, row.get(field)) == text:
                continue
            changed = _with(known, row, field, value_of(column, text))
            if grid.row is None:
                ids = ids or {str(held.get("id")) for held in rows}
                changed = _completed(grid.table, known, row, changed, field, ids)
            rows[number] = changed
        return self.with_rows(grid, rows)

    def with_new_row(self, grid: Grid, at: int, like: Row | None = None) -> "DatasetDraft":
        """With a row more before the row ``at``, with what is sure of it already.

        Args:
            grid: where.
            at: the number of rows before it.
            like: a row that the new one is a copy of but for its id.

        """
        rows = self.rows(grid)
        made: dict[str, Any] = dict(like or {})
        if grid.row is None:
            if grid.table in IN_CHAMBERS and like is None:
                near = rows[at - 1].get("chamber") if 0 < at <= len(rows) else None
                chambers = [held.get("id") for held in self.tables["chambers"]]
                near = near or (chambers[0] if len(chambers) == 1 else None)
                made |= {"chamber": near} if near else {}
            taken = self.ids(grid.table)
            if "id" in made:
                made["id"] = free(str(made["id"]), taken)
            elif grid.table in _NUMBERED:
                made["id"] = free(f"{grid.table[:-1]}_{len(rows) + 1}", taken)
        return self.with_rows(grid, (*rows[:at], made, *rows[at:]))

    def without_rows(self, grid: Grid, numbers: Iterable[int]) -> "DatasetDraft":
        """Without some rows."""
        gone = frozenset(numbers)
        rows = self.rows(grid)
        return self.with_rows(grid, (row for n, row in enumerate(rows) if n not in gone))

    # -- what it holds ---------------------------------------------------------------------

    def ids(self, *tables: str, chamber: object = None) -> dict[str, Row]:
        """The rows of tables by id; those of another chamber are left out if one is given."""
        found: dict[str, Row] = {}
        for table in tables:
            near = chamber is not None and table in IN_CHAMBERS
            for row in self.tables[table]:
                identity = row.get("id")
                if isinstance(identity, str) and not (near and row.get("chamber") != chamber):
                    found.setdefault(identity, row)
        return found

    def files(
        self, place: Callable[[str, int, str], str] = lambda table, row, identity: identity
    ) -> dict[str, Any]:
        """The values of the dataset's files, by their names without ending.

        Records that name no chamber or an unknown one lie in chambers made for them, so that none
        is lost.

        Args:
            place: what stands for the id of a record, by its table and row.

        """

        def record(table: str, number: int, row: Row) -> dict[str, Any]:
            made = _nested(row)
            if isinstance(made.get("id"), str):
                made["id"] = place(table, number, made["id"])
            return made

        files: dict[str, Any] = {
            part: [record(part, number, row) for number, row in enumerate(self.tables[part])]
            for part in PARTS
        }
        files["dataset"] = files["dataset"][0] if files["dataset"] else {}
        chambers: list[dict[str, Any]] = files["chambers"]
        by_id: dict[str, dict[str, Any]] = {}
        for chamber in chambers:
            by_id.setdefault(_key(chamber.get("id")), chamber)
        for part in IN_CHAMBERS:
            for chamber in chambers:
                if not chamber.get(part):
                    chamber.pop(part, None)
            for number, row in enumerate(self.tables[part]):
                made = record(part, number, row)
                named = made.pop("chamber", None)
                if _key(named) not in by_id:
                    by_id[_key(named)] = {} if named is None else {"id": named}
                    chambers.append(by_id[_key(named)])
                held = by_id[_key(named)].setdefault(part, [])
                if isinstance(held, list):
                    held.append(made)
        return files


def draft_of(files: Mapping[str, Any]) -> DatasetDraft:
    """The tables of a dataset's files; what is wrong with a record stays in it.

    Args:
        files: the values of each file by its name without ending; one that is missing is empty.

    Raises:
        DatasetError: a file holds no records at all, so that there is nothing to put in a table.

    """
    problems = []
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    for part in PARTS:
        held = files.get(part, [])
        held = [held] if isinstance(held, dict) and part == "dataset" else held
        if not isinstance(held, list):
            message = f"should hold an array of records, not {described(held)}"
            problems.append(Problem(f"{part}.json", "", "", message))
            continue
        for number, row in enumerate(held, start=1):
            if isinstance(row, dict):
                tables[part].append(_flat(row))
            else:
                message = f"should be an object, not {described(row)}"
                problems.append(Problem(f"{part}.json", f"record {number}", "", message))
    if problems:
        raise DatasetError(tuple(problems))
    if not tables["dataset"]:
        tables["dataset"].append({})
    for number, chamber in enumerate(tables["chambers"]):
        left = dict(chamber)
        for part in IN_CHAMBERS:
            held = left.get(part)
            if isinstance(held, list) and all(isinstance(row, dict) for row in held):
                del left[part]
                named = {"chamber": left["id"]} if left.get("id") is not None else {}
                tables[part] += [{**named, **_flat(row)} for row in held]
        tables["chambers"][number] = left
    # What only held rows of no chamber is no chamber.
    tables["chambers"] = [row for row in tables["chambers"] if row]
    return DatasetDraft({table: tuple(rows) for table, rows in tables.items()})


def with_field(table: str, row: Row, field: str, value: Any) -> Row:
    """A row with one field changed, or without it where the value is ``None``."""
    return _with({column.field: column for column in TABLES[table]}, row, field, value)


def _with(known: Mapping[str, Column], row: Row, field: str, value: Any) -> Row:
    if value is None:
        return {name: held for name, held in row.items() if name != field}
    if field in row:
        return {**row, field: value}
    # After the field that the columns have before it.
    order = {name: rank for rank, name in enumerate(known)}
    rank = order.get(field, len(order))
    before = [name for name in row if order.get(name, len(order)) < rank]
    near = max(before, key=lambda name: order[name], default=None)
    made: dict[str, Any] = {} if near is not None else {field: value}
    for name, held in row.items():
        made[name] = held
        if name == near:
            made[field] = value
    return made


def _completed(
    table: str, known: Mapping[str, Column], before: Row, row: Row, field: str, ids: set[str]
) -> Row:
    """A row with what follows from a field that was filled in."""
    text = row.get(field)
    if field in _NAMED and "id" in known and "id" not in row and isinstance(text, str):
        made = free(slug(text) or table[:-1], ids)
        ids.add(made)
        row = _with(known, row, "id", made)
    if table == "ties" and field == "kind" and before.get("sign") in (None, _sign(before)):
        return _with(known, row, "sign", _sign(row))
    return row


def _sign(tie: Row) -> int | None:
    kind = tie.get("kind")
    if kind not in _kinds():
        return None
    return -1 if kind in HOSTILE else 1


@lru_cache(maxsize=1)
def _kinds() -> tuple[str, ...]:
    return next(column.choices for column in TABLES["ties"] if column.field == "kind")


def _flat(record: Mapping[str, Any]) -> Row:
    made: dict[str, Any] = {}
    for field, value in record.items():
        if field in OBJECTS and isinstance(value, dict) and value:
            made |= {f"{field}.{inner}": held for inner, held in value.items()}
        else:
            made[field] = value
    return made


def _nested(row: Row) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for field, value in row.items():
        outer, dot, inner = field.partition(".")
        if dot and outer in OBJECTS and isinstance(made.get(outer, {}), dict):
            made.setdefault(outer, {})[inner] = value
        else:
            made[field] = value
    return made


def _key(identity: object) -> str:
    return repr(identity)


def columns_in(grid: Grid, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a grid, and one more for each field of its rows that has none."""
    known = {column.field for column in grid.columns}
    more = dict.fromkeys(field for row in rows for field in row if field not in known)
    return (*grid.columns, *(Column(field, Kind.JSON) for field in more))
