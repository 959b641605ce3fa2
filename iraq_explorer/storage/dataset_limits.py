"""How large a dataset may be, and which characters its texts may hold.

What is read may come from anywhere. The limits lie far above any parliament and far below what
would fill the memory or stop the window; ``docs/dataset.md`` states them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

MOST_BYTES = 64 << 20
"""Of one file."""
DEEPEST = 64
"""Levels of arrays and objects, or of XML elements, inside each other."""
MOST_RECORDS = {
    "chambers": 500,
    "actors": 20_000,
    "ties": 100_000,
    "events": 20_000,
    "sources": 20_000,
    "corrections": 20_000,
    "scenarios": 2_000,
}
"""Records of each file."""
MOST_BLOCS = 10_000
"""Blocs of one chamber, and lists."""
MOST_SEATS = 20_000
"""Seats of one chamber."""
LONGEST_ID = 200
LONGEST_NAME = 1_000
LONGEST_TEXT = 100_000
"""Characters of an id, of a name and of any other text."""
MOST_NUMBER = 10**9
"""A number as such; seats are fewer."""

_NAMES = frozenset({"en", "ar", "ku", "short", "name", "title", "leader"})
_REFERENCES = frozenset(
    {"id", "list", "actor", "chamber", "rule", "default_rule", "opening_scenario", "sources"}
)
# In names neither tabs nor new lines, in other texts no other control character. Marks that
# reverse what stands around a name are refused; those that Arabic, Persian and Hebrew need
# (U+200C to U+200F) are not.
_NOT_IN_NAMES = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TEXTS = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class TooLargeError(Exception):
    """A file is refused for its size; the message says why."""


def refuse_large(path: Path) -> None:
    """Refuse a file that is too large before any of it is read.

    Raises:
        TooLargeError: it is.
        OSError: the file is not there.

    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise TooLargeError(f"is refused: {size:,} bytes, and at most {MOST_BYTES:,} are read")


def excesses(value: object) -> Iterator[tuple[str, str]]:
    """What of a JSON value is refused: the field, with the way to it, and what is wrong."""
    waiting: list[tuple[str, str, object, int]] = [("", "", value, 0)]
    while waiting:
        place, field, held, depth = waiting.pop()
        if isinstance(held, str):
            fault = text_fault(held, field)
            if fault:
                yield place, fault
        elif isinstance(held, int | float):
            if not -MOST_NUMBER <= held <= MOST_NUMBER:
                yield place, f"is refused: a number beyond {MOST_NUMBER:,}"
        elif isinstance(held, dict | list):
            if depth == DEEPEST:
                yield place, f"is refused: nested more than {DEEPEST} levels deep"
            elif isinstance(held, dict):
                for key, inner in reversed(held.items()):
                    fault = text_fault(key, "id")
                    if fault:
                        yield place, f"has a field whose name {fault}"
                    else:
                        way = f"{place}.{key}" if place else key
                        waiting.append((way, key, inner, depth + 1))
            else:
                for number in reversed(range(len(held))):
                    waiting.append((f"{place}[{number}]", field, held[number], depth + 1))


def text_fault(text: str, field: str) -> str:
    """What is wrong with the text of a field, or nothing."""
    reference = field in _REFERENCES
    named = reference or field in _NAMES
    most = LONGEST_ID if reference else LONGEST_NAME if named else LONGEST_TEXT
    if len(text) > most:
        return f"is refused: {len(text):,} characters, and at most {most:,} are taken"
    found = (_NOT_IN_NAMES if named else _NOT_IN_TEXTS).search(text)
    if not found:
        return ""
    code = ord(found[0])
    what = "half of a pair of characters" if 0xD800 <= code <= 0xDFFF else "a control character"
    return f"holds {what} (U+{code:04X})"
