"""Another id for a record of a dataset that is being made, everywhere it is referred to."""

from collections.abc import Mapping
from typing import Any

from iraq_explorer.storage.dataset_columns import IN_CHAMBERS, TABLES, Column, Kind
from iraq_explorer.storage.dataset_draft import DatasetDraft, Row

# Where scenarios name records in fields that are no columns: as keys of objects, and as texts.
_KEYS = {
    "blocs": {"placements", "seats", "splits", "followers", "blocs"},
    "actors": {"placements"},
}
_TEXTS = {"sources": {"sources"}}


def renamed(
    draft: DatasetDraft, table: str, number: int, identity: str
) -> tuple[DatasetDraft, int]:
    """The draft with another id for one record, and how many other records followed.

    None follow where the old id is not the only one of its kind, since nobody could tell whose it
    is, or where the new one is taken, since then they could not be told apart again.

    Args:
        draft: the dataset.
        table: the record's table.
        number: its row.
        identity: its new id.

    """
    rows = draft.tables[table]
    row = rows[number]
    old, chamber = row.get("id"), row.get("chamber")
    made = {**draft.tables, table: _placed(rows, number, {**row, "id": identity})}
    ids = [
        held.get("id")
        for held in rows
        if table not in ("lists", "rules") or held.get("chamber") == chamber
    ]
    if not isinstance(old, str) or not old or ids.count(old) != 1 or identity in ids:
        return DatasetDraft(made), 0
    followed = 0
    swap = _Swap(table, old, identity)
    for name, held in made.items():
        changed = [
            swap.row(name, other) if _same_chamber(table, chamber, name, other) else other
            for other in held
        ]
        moved = sum(a is not b for a, b in zip(held, changed, strict=True))
        if moved:
            followed += moved
            made[name] = tuple(changed)
    return DatasetDraft(made), followed


def _placed(rows: tuple[Row, ...], number: int, row: Row) -> tuple[Row, ...]:
    return (*rows[:number], row, *rows[number + 1 :])


def _same_chamber(table: str, chamber: object, name: str, row: Row) -> bool:
    """Whether a row can refer to a record: ids of lists and rules count in their chamber only."""
    if table not in ("lists", "rules"):
        return True
    if name == "chambers":
        return row.get("id") == chamber
    return name not in (*IN_CHAMBERS, "scenarios") or row.get("chamber") == chamber


class _Swap:
    """One id in place of another, in whatever names records of a table."""

    def __init__(self, table: str, old: str, new: str) -> None:
        self._table, self._old, self._new = table, old, new
        self._columns: dict[str, tuple[Column, ...]] = {}

    def row(self, name: str, row: Row) -> Row:
        """A row with the new id; the same object where it does not name the old one."""
        if name not in self._columns:
            self._columns[name] = tuple(c for c in TABLES[name] if self._concerns(c))
        return self._fields(self._columns[name], row)

    def _concerns(self, column: Column) -> bool:
        """Whether a column could hold the id at all."""
        if column.kind is Kind.JSON or self._table in column.tables:
            return True
        return any(map(self._concerns, column.parts))

    def _fields(self, columns: tuple[Column, ...], row: Row) -> Row:
        made: dict[str, Any] = {}
        for column in columns:
            if column.field not in row:
                continue
            value = row[column.field]
            changed = self._value(column, value)
            if changed is not value:
                made[column.field] = changed
        return {**row, **made} if made else row

    def _value(self, column: Column, value: Any) -> Any:
        if column.kind is Kind.JSON:
            return self._json(value, column.field)
        if column.kind is Kind.RECORDS and isinstance(value, list):
            held = [self._fields(column.parts, v) if isinstance(v, dict) else v for v in value]
            return held if any(a is not b for a, b in zip(held, value, strict=True)) else value
        if self._table not in column.tables:
            return value
        if isinstance(value, list):
            return [self._text(v) for v in value] if self._old in value else value
        return self._text(value)

    def _text(self, value: Any) -> Any:
        return self._new if value == self._old else value

    def _json(self, value: Any, field: str) -> Any:
        if isinstance(value, dict):
            made = {
                self._text(key) if field in _KEYS.get(self._table, ()) else key: self._json(v, key)
                for key, v in value.items()
            }
            same = all(a is b for a, b in zip(made.values(), value.values(), strict=True))
            return value if same and made.keys() == value.keys() else made
        if isinstance(value, list):
            named = field in _TEXTS.get(self._table, ())
            held = [self._text(v) if named else self._json(v, field) for v in value]
            return held if held != value else value
        return value


def references(draft: DatasetDraft, column: Column, row: Row) -> Mapping[str, Row]:
    """The records that a cell can name, by id."""
    chamber = row.get("id" if column.field == "default_rule" else "chamber")
    return draft.ids(*column.tables, chamber=chamber)
