"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, rows on lines.

A text that a spreadsheet would take for a formula has an apostrophe before it, as in the tables
that the program writes.
"""

import re
from collections.abc import Iterable, Sequence

from iraq_explorer.storage.csv_text import guarded, unguarded
from iraq_explorer.storage.dataset_columns import Column
from iraq_explorer.storage.dataset_draft import Row
from iraq_explorer.storage.dataset_limits import MOST_BYTES


def block_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as text for the clipboard."""
    return "".join("\t".join(map(_written, row)) + "\n" for row in rows)


def block_of(text: str) -> list[list[str]]:
    """The rows of cells that a text from the clipboard holds, each of the same length.

    Raises:
        ValueError: it is too large; the message says how large.

    """
    if len(text) > MOST_BYTES:
        raise ValueError(f"{len(text):,} characters, and at most {MOST_BYTES:,} are taken")
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    for cell in _CELL.finditer(text):
        quoted = cell["quoted"]
        held = cell["open"] if quoted is None else quoted.replace('""', '"')
        rows[-1].append(unguarded(held))
        if cell["end"] == "\n":
            rows.append([])
        elif not cell["end"]:
            break
    wide = max(map(len, rows))
    return [[*row, *[""] * (wide - len(row))] for row in rows]


# What begins with a quotation mark and does not end with one is a text that begins so.
_CELL = re.compile(
    r'(?:"(?P<quoted>(?:[^"]++|"")*+)"(?=[\t\n]|\Z)|(?P<open>[^\t\n]*))(?P<end>[\t\n]?)'
)
_NUMBER = re.compile(r"-?[0-9]+")


def _written(cell: str) -> str:
    if not _NUMBER.fullmatch(cell):
        cell = guarded(cell)
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if re.search(r'[\t\n\r]|^"', cell) else cell


def heading_of(row: Sequence[str], titles: dict[str, str]) -> list[str] | None:
    """The fields that the cells of a row name, if it is a heading; ``None`` if it is not.

    Args:
        row: the cells.
        titles: the field of each name of a column that is known, as ``plain`` gives it.

    """
    found = [titles.get(plain(cell), "") for cell in row]
    named = [field for field in found if field]
    sound = len(named) > 1 and len(set(named)) == len(named)
    return (
        found if sound and all(f or not cell for f, cell in zip(found, row, strict=True)) else None
    )


def plain(title: str) -> str:
    """A column's name without what spreadsheets and people write differently."""
    return re.sub(r"[\s._]+", " ", title).strip().casefold()


def field_names(columns: Iterable[Column]) -> dict[str, str]:
    """The field of each column by its own name, and by those that tables in CSV may have."""
    found = {plain(column.field): column.field for column in columns}
    if "citations" in found:
        found.setdefault("sources", "citations")
    if "name en" in found:
        found["name"] = "name.en"
    return found


def under_heading(
    heading: Sequence[str], rows: Iterable[Sequence[str]], held: Sequence[Row], *, by_id: bool
) -> tuple[dict[tuple[int, str], str], int]:
    """The texts that rows under a heading put into a table, and how many rows they add to it.

    Args:
        heading: the field of each column, empty for one that is left out.
        rows: the cells below it.
        held: the rows of the table.
        by_id: whether a row with the id of one that is there changes that; else all are added.

    """
    known = {_key(row): number for number, row in enumerate(held)} if by_id else {}
    known.pop(None, None)
    texts: dict[tuple[int, str], str] = {}
    end = len(held)
    for row in rows:
        cells = {field: cell for field, cell in zip(heading, row, strict=True) if field}
        if not any(cell.strip() for cell in cells.values()):
            continue
        number = known.get(_key({field: cell.strip() for field, cell in cells.items()}))
        if number is None:
            number, end = end, end + 1
        texts |= {(number, field): cell for field, cell in cells.items()}
    return texts, end - len(held)


def _key(row: Row) -> tuple[str, str] | None:
    identity = row.get("id")
    if not isinstance(identity, str) or not identity:
        return None
    return identity, str(row.get("chamber", ""))
