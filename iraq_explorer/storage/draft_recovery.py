"""Unsaved work on datasets, kept in case the program ends before its time.

Each editor writes a record of its own into the user's folder of state, ``dataset.4711-1.unsaved``:
a line with the whole of the draft, then one for each change, each a checksum and JSON. Whole lines
count up to the first that is damaged, so that one cut off by a crash loses nothing but itself. The
file is locked as long as its editor lives; one that can be locked was left behind.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from iraq_explorer.storage.backup import sync_folder
from iraq_explorer.storage.dataset_columns import TABLES
from iraq_explorer.storage.dataset_draft import DatasetDraft, Row, Rows
from iraq_explorer.storage.draft_file import Stamp
from iraq_explorer.storage.left_record import LeftRecord, left_records
from iraq_explorer.storage.locked_file import LockedFile

_NAME, _SUFFIX = "dataset", ".unsaved"
_ROOM = 8 << 20
"""Bytes of changes after which a record is begun anew."""
_LARGEST = 1 << 30


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A draft with changes that are not saved."""

    draft: DatasetDraft
    place: Path | None
    """Where it was saved last; ``None`` where it was not."""
    stamp: Stamp
    """What its files were like then."""
    changed: int
    """How many rows differ from what was saved."""

    @property
    def title(self) -> str:
        """What the dataset is called."""
        return self.draft.title


def rows_changed(before: DatasetDraft, after: DatasetDraft) -> int:
    """How many rows are others than before; one that was removed counts as one."""
    count = 0
    for table, rows in after.tables.items():
        held = before.tables[table]
        if rows is not held:
            known = set(map(id, held))
            fresh = sum(id(row) not in known for row in rows)
            count += max(fresh, fresh + len(held) - len(rows))
    return count


def _now() -> datetime:
    return datetime.now(UTC)


class DraftRecord:
    """The record of one editor. All methods may be called from any one thread at a time."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        """Prepare a record; nothing is written before there is unsaved work.

        Args:
            folder: where it goes; need not be there.
            clock: tells when the work was kept.

        """
        self._folder = folder
        self._clock = clock
        self._file: LockedFile | None = None
        self._kept: DatasetDraft | None = None
        self._whole = 0

    def keep(self, unsaved: Unsaved) -> None:
        """Keep the draft as it is now.

        After the return it survives a kill of the program and a loss of power.

        Raises:
            OSError: it cannot be written.

        """
        told: dict[str, Any] = {
            "made_at": self._clock().astimezone(UTC).isoformat(timespec="seconds"),
            "place": None if unsaved.place is None else str(unsaved.place),
            "stamp": unsaved.stamp,
            "changed": unsaved.changed,
        }
        former, kept = self._file, self._kept
        if former is not None and kept is not None and former.is_there():
            line = _line({**told, "edits": _edits(kept, unsaved.draft)})
            if former.size() + len(line) < self._whole + _ROOM:
                former.append(line)
                self._kept = unsaved.draft
                return
        line = _line({**told, "tables": unsaved.draft.tables})
        self._folder.mkdir(parents=True, exist_ok=True)
        file = LockedFile.begin(self._folder, _NAME, _SUFFIX)
        try:
            file.append(line)
            sync_folder(self._folder)
        except OSError:
            file.remove()
            raise
        self._file, self._kept, self._whole = file, unsaved.draft, len(line)
        if former is not None:
            former.remove()

    def end(self) -> None:
        """Take the record away: everything is saved, or was given up by the user."""
        if self._file is not None:
            self._file.remove()
        self._file = self._kept = None


@dataclass(frozen=True, slots=True)
class LeftDraft(LeftRecord):
    """A record whose editor ended before its time. It stays locked until one of the methods."""

    unsaved: Unsaved | None
    """``None`` where nothing could be read."""


def left_drafts(folder: Path) -> tuple[LeftDraft, ...]:
    """Records of editors that ended before their time, the newest first."""
    return left_records([(folder, _NAME)], _SUFFIX, _take, lambda a, b: a.unsaved == b.unsaved)


def _take(path: Path) -> LeftDraft | None:
    try:
        file = LockedFile.open(path)
    except OSError:  # its editor lives, or it is gone, or it is not ours to read
        return None
    try:
        content = file.read(_LARGEST)
    except OSError:
        file.close()
        return None
    if not content or not file.is_there():
        file.remove()
        return None
    *lines, torn = content.split(b"\n")  # the last is empty where all are whole
    unsaved, made_at = None, None
    for line in lines:
        try:
            made_at, unsaved = _read_line(line, unsaved)
        except ValueError:
            return LeftDraft(path, made_at, True, file, unsaved)
    return LeftDraft(path, made_at, bool(torn) and unsaved is None, file, unsaved)


# -- lines ---------------------------------------------------------------------------------------


def _line(told: Mapping[str, Any]) -> bytes:
    text = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _sum(text) + b" " + text + b"\n"


def _edits(before: DatasetDraft, after: DatasetDraft) -> dict[str, tuple[int, int, Rows]]:
    """For each table that changed: the first row that did, how many went, and what came."""
    edits = {}
    for table, rows in after.tables.items():
        held = before.tables[table]
        if rows is held:
            continue
        most = min(len(held), len(rows))
        first = next((n for n in range(most) if held[n] is not rows[n]), most)
        same = next((n for n in range(most - first) if held[-1 - n] is not rows[-1 - n]), -1)
        same = most - first if same < 0 else same
        edits[table] = (first, len(held) - same - first, rows[first : len(rows) - same])
    return edits


def _read_line(line: bytes, before: Unsaved | None) -> tuple[datetime, Unsaved]:
    checksum, _, text = line.partition(b" ")
    if checksum != _sum(text):
        raise ValueError("the checksum is wrong")
    try:
        told = json.loads(text.decode("utf-8", "surrogatepass"))
        if before is None:
            tables = {table: _rows(told["tables"][table]) for table in TABLES}
        else:
            tables = dict(before.draft.tables)
            for table, (first, gone, rows) in told["edits"].items():
                held = tables[table]
                tables[table] = (*held[:first], *_rows(rows), *held[first + gone :])
        place = None if told["place"] is None else Path(told["place"])
        stamp = tuple((str(n), int(size), int(time)) for n, size, time in told["stamp"])
        unsaved = Unsaved(DatasetDraft(tables), place, stamp, int(told["changed"]))
        return datetime.fromisoformat(told["made_at"]), unsaved
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("is no record of unsaved work") from error


def _rows(value: Sequence[Any]) -> Rows:
    rows: list[Row] = []
    for row in value:
        if not isinstance(row, dict):
            raise TypeError("a row is no object")
        rows.append(row)
    return tuple(rows)


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:32].encode()
