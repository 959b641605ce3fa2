"""A dataset from tables of a spreadsheet: a CSV for each kind of record."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from iraq_explorer.core.network import TieKind
from iraq_explorer.storage.csv_text import cells_of
from iraq_explorer.storage.dataset_checks import HOSTILE
from iraq_explorer.storage.dataset_limits import TooLargeError, excesses, refuse_large
from iraq_explorer.storage.harvest import Harvest, Record, Step, go_on

Read = Callable[[str], Any]
"""Takes the text of a cell.

Raises ``ValueError`` with what is wrong with it.
"""


def _whole(text: str) -> int | str:
    # 12.0 is what programs of statistics make of a column with a gap. What is no number stays
    # as it is: reading the dataset tells that, and what follows from it is not told.
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(\.0+)?", text, re.ASCII):
        return text
    return int(text.partition(".")[0])


def _flag(text: str) -> bool | str:
    known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    return known.get(text.lower(), text)


def _texts(text: str) -> list[str]:
    if text.startswith("["):
        return _array(text)
    return [part.strip() for part in text.split(";") if part.strip()]


def _array(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"should be a JSON array: {error}") from error
    if not isinstance(value, list):
        raise ValueError("should be a JSON array")
    for place, fault in excesses(value):
        raise ValueError(f"{place} {fault}")
    return value


def _citations(text: str) -> list[Any]:
    return _array(text) if text.startswith("[") else [{"source": id_} for id_ in _texts(text)]


def _variants(text: str) -> list[Any]:
    return _array(text) if text.startswith("[") else [{"name": name} for name in _texts(text)]


_NAME: Mapping[str, Read] = {
    "name.en": str, "name.short": str, "name.ar": str, "name.ku": str, "name.ar_source": str,
    "name.ku_source": str, "name.variants": _variants,
}  # fmt: skip
_HELD: Mapping[str, Read] = {
    "id": str, **_NAME, "actor": str, "seats": _whole, "certainty": str, "sources": _texts,
    "reports": _array, "note": str, "chamber": str,
}  # fmt: skip

COLUMNS: Mapping[str, Mapping[str, Read]] = {
    "chambers": {
        "id": str, **_NAME, "seats": _whole, "elected": str, "first_sitting": str,
        "default_rule": str, "rules": _array,
    },
    "lists": {**_HELD, "leader": str, "estimates": _array, "splinters": _array},
    "blocs": {
        **_HELD, "list": str, "seats_low": _whole, "seats_high": _whole, "split_known": _flag,
    },
    "rules": {
        "chamber": str, "id": str, "name": str, "basis": str, "share": str, "strict": _flag,
        "quota": _whole, "article": str, "note": str, "sources": _texts,
    },
    "actors": {
        "id": str, **_NAME, "kind": str, "description": str, "belongs_to": _array,
        "articles": _texts, "sources": _texts, "wikidata": str, "wikidata_source": str,
    },
    "ties": {
        "id": str, "source": str, "target": str, "kind": str, "sign": _whole, "from": str,
        "to": str, "certainty": str, "statement": str, "citations": _citations, "note": str,
    },
    "events": {
        "id": str, "date": str, "date_end": str, "title": str, "what": str, "actors": _texts,
        "certainty": str, "sources": _texts,
    },
    "sources": {
        "id": str, "title": str, "url": str, "copy": str, "date": str, "note": str,
    },
}  # fmt: skip
"""The columns of each table, by the fields of ``docs/dataset.md``, and what reads a cell."""

_OF_CHAMBERS = ("rules", "lists", "blocs")


def csv_rows(path: Path, harvest: Harvest) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The heading of a CSV file and its rows by line; empty where it cannot be read."""
    try:
        refuse_large(path)
        rows = list(cells_of(path.read_text(encoding="utf-8-sig")))
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start}): save it as “CSV UTF-8”"
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
    except (ValueError, TooLargeError) as error:
        message = str(error)
    else:
        if rows:
            return [cell.strip() for cell in rows[0][1]], rows[1:]
        message = "is empty"
    harvest.lose(path.name, "", "", message)
    return [], []


def table_of(path: Path) -> str | None:
    """Which table a file is by its name: ``actors.csv``, ``riksdag-2010 actors.csv``."""
    words = re.split(r"[\W_]+", path.stem.lower())
    return words[-1] if words[-1] in COLUMNS else None


def read_tables(paths: Mapping[str, Path], step: Step = go_on) -> Harvest:
    """The records of tables.

    Args:
        paths: the file of each table, by its name.
        step: called for each row.

    """
    harvest = Harvest()
    tables = {table: _read_table(table, path, harvest, step) for table, path in paths.items()}
    chambers = [chamber for _, chamber in tables.pop("chambers", [])]
    for part in _OF_CHAMBERS:
        if part in tables:
            _into_chambers(part, tables.pop(part), chambers, paths[part].name, harvest)
    for chamber in chambers:
        harvest.add("chambers", chamber)
    for table, records in tables.items():
        for _, record in records:
            harvest.add(table, record)
    return harvest


def _read_table(table: str, path: Path, harvest: Harvest, step: Step) -> list[tuple[str, Record]]:
    """The records that have an id, each with its row."""
    heading, rows = csv_rows(path, harvest)
    columns = [_column(cell, table) for cell in heading]
    known = COLUMNS[table]
    fault = partial(harvest.fault, path.name)
    for column, cell in zip(columns, heading, strict=True):
        if column not in known:
            fault("row 1", cell[:60], f"is not a column of the table {table}")
        elif columns.count(column) > 1:
            fault("row 1", cell[:60], "is a column twice")
    found: list[tuple[str, Record]] = []
    seen: set[tuple[str, str]] = set()
    part = "chambers" if table in _OF_CHAMBERS else table
    for line, cells in rows:
        step()
        row = f"row {line}"
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            fault(row, "", f"has {len(cells)} cells, and the table {len(columns)} columns")
        record: Record = {}
        for column, cell in zip(columns, cells, strict=False):
            text = cell.strip()
            if text and column in known:
                try:
                    _put(record, column, known[column](text))
                except ValueError as error:
                    fault(row, column, str(error))
                    _put(record, column, [])
        identity = record.get("id")
        if identity is None:
            harvest.lose(path.name, row, "id", "is missing")
        elif (own := (record.get("chamber", ""), identity)) in seen:
            harvest.lose(path.name, row, "id", f"{identity[:60]!r} is the id of an earlier row too")
        else:
            seen.add(own)
            if table == "ties":
                _fill_sign(record)
            harvest.note_place(part, identity, path.name, row)
            found.append((row, record))
    return found


def _column(heading: str, table: str) -> str:
    column = heading.strip().lower().replace(" ", "_")
    if table == "rules":
        return column
    if column == "name":
        return "name.en"
    column = re.sub(r"^name_(?=en|ar|ku|short|variants)", "name.", column)
    return "citations" if table == "ties" and column == "sources" else column


def _put(record: Record, column: str, value: Any) -> None:
    outer, dot, inner = column.partition(".")
    if dot:
        record.setdefault(outer, {})[inner] = value
    else:
        record[column] = value


def _fill_sign(record: Record) -> None:
    """The sign follows from the kind; where it is given it is checked later."""
    if "sign" not in record and record.get("kind") in tuple(TieKind):
        record["sign"] = -1 if record["kind"] in HOSTILE else 1


def _into_chambers(
    part: str,
    records: list[tuple[str, Record]],
    chambers: list[Record],
    file: str,
    harvest: Harvest,
) -> None:
    """Put lists, blocs or rules into their chamber; where there is one, it need not be named."""
    known = {chamber["id"]: chamber for chamber in chambers}
    for row, record in records:
        named = record.pop("chamber", None)
        if named is None and len(chambers) == 1:
            named = chambers[0]["id"]
        if named in known:
            known[named].setdefault(part, []).append(record)
            continue
        message = "is missing" if named is None else f"names the unknown chamber {named[:60]!r}"
        harvest.lose(file, row, "chamber", message)
