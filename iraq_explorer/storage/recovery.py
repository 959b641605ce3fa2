"""What is not saved yet, kept beside the library in case the program ends before its time.

Each window writes a record of its own, ``scenarios.sqlite.4711-1.unsaved``, a line for each state
of the unsaved work: a checksum and JSON. The last whole line counts, so that a line cut off by a
crash loses nothing but itself. The file is locked as long as its window lives; the system lets go
of the lock however the program ends, and a record that can be locked is one that was left behind.
Where the library's folder cannot be written, records go to the user's folder of state.
"""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.backup import sync_folder
from iraq_explorer.storage.left_record import LeftRecord, left_records
from iraq_explorer.storage.library_entry import read_scenario_text, scenario_text
from iraq_explorer.storage.locked_file import LockedFile

_SUFFIX = ".unsaved"
_FULL = 4 * 1024 * 1024
"""Bytes: a record that has grown beyond this is begun anew."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario with changes that are not saved."""

    scenario: Scenario
    base: Scenario
    """What it was when it was opened or last saved."""
    row: int | None
    """The number of its entry in the library; ``None`` for one that has none yet."""

    @property
    def changes(self) -> int:
        """How many things differ from the base: each bloc, each placement, each other field."""
        return changes_between(self.base, self.scenario)


def changes_between(before: Scenario, after: Scenario) -> int:
    """How many things differ: of a mapping each key, of the other fields each field."""
    count = 0
    for field in fields(Scenario):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            count += sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())
        else:
            count += one != other
    return count


def _now() -> datetime:
    return datetime.now(UTC)


class RecoveryRecord:
    """The record of one window. All methods may be called from any one thread at a time."""

    def __init__(
        self, library: Path | None, state_folder: Path, clock: Callable[[], datetime] = _now
    ) -> None:
        """Prepare a record for a library; nothing is written before there is unsaved work.

        Args:
            library: the library's file; ``None`` where none can be kept.
            state_folder: where records go that cannot lie beside it; need not be there.
            clock: tells when the unsaved work was kept.

        """
        self._library = library
        self._state_folder = state_folder
        self._clock = clock
        self._file: LockedFile | None = None

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Keep all unsaved work as it is now; where there is none the record goes.

        After the return it survives a kill of the program and a loss of power.

        Raises:
            OSError: it can be written neither beside the library nor in the folder of state.

        """
        if not drafts:
            self.end()
            return
        line = _line_of(drafts, self._library, self._clock())
        former = self._file
        if former is not None and former.is_there() and former.size() < _FULL:
            with contextlib.suppress(OSError):
                former.append(line)
                return
        self._file = self._begin(line)
        if former is not None:
            former.remove()

    def end(self) -> None:
        """Take the record away: everything is saved, or was given up by the user."""
        if self._file is not None:
            self._file.remove()
            self._file = None

    def _begin(self, line: bytes) -> LockedFile:
        trouble: OSError | None = None
        for folder, prefix in _places(self._library, self._state_folder):
            made: LockedFile | None = None
            try:
                if folder == self._state_folder:
                    folder.mkdir(parents=True, exist_ok=True)
                made = LockedFile.begin(folder, prefix, _SUFFIX)
                made.append(line)
                sync_folder(folder)
                return made
            except OSError as error:
                trouble = error
                if made is not None:
                    made.remove()
        raise trouble or OSError("there is no place for unsaved work")


@dataclass(frozen=True, slots=True)
class LeftBehind(LeftRecord):
    """A record whose window ended before its time. It stays locked until one of the methods."""

    drafts: tuple[Draft, ...]
    """The one that was open comes first; none where nothing could be read."""


def left_behind(library: Path | None, state_folder: Path) -> tuple[LeftBehind, ...]:
    """Records of windows on a library that ended before their time, the newest first."""
    places = _places(library, state_folder)
    return left_records(places, _SUFFIX, _take, lambda a, b: a.drafts == b.drafts)


def _take(path: Path) -> LeftBehind | None:
    try:
        file = LockedFile.open(path)
    except OSError:  # its window lives, or it is gone, or it is not ours to read
        return None
    try:
        content = file.read()
    except OSError:
        file.close()
        return None
    if not content or not file.is_there():
        file.remove()
        return None
    lines = content.split(b"\n")
    torn = lines.pop()  # empty where the last line is whole
    for number, line in enumerate(reversed(lines)):
        try:
            made_at, drafts = _read_line(line)
        except ValueError:
            continue
        return LeftBehind(path, made_at, number > 0, file, drafts)
    return LeftBehind(path, None, bool(lines) or bool(torn), file, ())


def _places(library: Path | None, state_folder: Path) -> Iterable[tuple[Path, str]]:
    """The folders a record may be in, with what its name begins with there."""
    if library is not None:
        whole = library.absolute()
        yield whole.parent, whole.name
        mark = hashlib.sha256(str(whole).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        yield state_folder, f"{whole.name}.{mark}"
    else:
        yield state_folder, "no library"


# -- lines ---------------------------------------------------------------------------------------


def _line_of(drafts: Sequence[Draft], library: Path | None, moment: datetime) -> bytes:
    told: dict[str, Any] = {
        "made_at": moment.astimezone(UTC).isoformat(timespec="seconds"),
        "library": str(library) if library else None,
        "drafts": [
            {
                "row": draft.row,
                "scenario": json.loads(scenario_text(draft.scenario)),
                "base": json.loads(scenario_text(draft.base)),
            }
            for draft in drafts
        ],
    }
    text = json.dumps(told).encode()
    return _sum(text) + b" " + text + b"\n"


def _read_line(line: bytes) -> tuple[datetime, tuple[Draft, ...]]:
    checksum, _, text = line.partition(b" ")
    if checksum != _sum(text):
        raise ValueError("the checksum is wrong")
    try:
        told = json.loads(text)
        drafts = tuple(
            Draft(
                read_scenario_text(json.dumps(draft["scenario"])),
                read_scenario_text(json.dumps(draft["base"])),
                draft["row"],
            )
            for draft in told["drafts"]
        )
        return datetime.fromisoformat(told["made_at"]), drafts
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("is no record of unsaved work") from error


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:32].encode()
