"""CSV as spreadsheets read and write it: no cell is taken for a formula, and text comes back.

A text that a spreadsheet would reckon (OWASP, *CSV Injection*: it begins with ``=``, ``+``, ``-``,
``@``, a tab or a new line, or with the full-width form of one of the four; also after blanks, which
some cut off) is written with an apostrophe before it, which ``cells_of`` takes away again. Numbers
are written as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

Cell = str | int | float | bool | Fraction | None | tuple[str, ...]
"""A value of a table; several texts are one cell with ``; `` between."""

BETWEEN = "; "
_DANGEROUS = re.compile("'*(?:[\\s\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")


def csv_bytes(rows: Iterable[Sequence[Cell]], *, mark: bool = False) -> bytes:
    """Rows as RFC 4180 has them, in UTF-8.

    Args:
        rows: the heading first.
        mark: whether a byte order mark goes before, by which Excel knows that it is UTF-8.

    """
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    # Half of a pair, which a name that was typed may hold, is no character.
    return held.getvalue().encode("utf-8-sig" if mark else "utf-8", errors="replace")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Fraction | float):
        return f"{float(cell):.10g}"
    if isinstance(cell, int):
        return str(cell)
    text = BETWEEN.join(cell) if isinstance(cell, tuple) else cell
    return guarded(text)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was guarded so."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def cells_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text, each with the number of its line; empty rows are left out.

    Commas, semicolons or tabs between cells: whichever the heading has most of.

    Raises:
        ValueError: the text is no CSV; the message says where.

    """
    heading = text.lstrip("\r\n").partition("\n")[0]
    between = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, [unguarded(cell) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: is not CSV: {error}") from error
