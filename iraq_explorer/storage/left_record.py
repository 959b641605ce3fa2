"""Records of unsaved work whose window ended before its time: found, and what becomes of them."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from iraq_explorer.storage.locked_file import LockedFile

_ASIDE = ".damaged"


@dataclass(frozen=True, slots=True)
class LeftRecord:
    """A record that was left. It stays locked until one of the methods."""

    path: Path
    made_at: datetime | None
    """When the work was last kept, in UTC."""
    damaged: bool
    """Whether the record, or the newest part of it, cannot be read."""
    _file: LockedFile

    def discard(self) -> None:
        """Delete the record; a damaged one is kept aside instead."""
        if self.damaged:
            self.set_aside()
        else:
            self._file.remove()

    def set_aside(self) -> Path:
        """Keep the file under a name by which it is not offered again; the new name."""
        return self._file.put_aside(_ASIDE)

    def leave(self) -> None:
        """Let go of it, so that the next start finds it again."""
        self._file.close()


Left = TypeVar("Left", bound=LeftRecord)


def left_records(
    places: Iterable[tuple[Path, str]],
    suffix: str,
    take: Callable[[Path], Left | None],
    same: Callable[[Left, Left], bool],
) -> tuple[Left, ...]:
    """Records that were left, the newest first.

    Args:
        places: folders, each with what the names of records begin with there.
        suffix: what their names end with.
        take: takes one over; ``None`` where its window lives or nothing is in it.
        same: whether two hold the same work: a window ended while it began its record anew, and one
            of them goes.

    """
    found: list[Left] = []
    for folder, prefix in places:
        with contextlib.suppress(OSError):
            for path in sorted(folder.iterdir()):
                if path.name.startswith(f"{prefix}.") and path.name.endswith(suffix):
                    record = take(path)
                    if record is None:
                        continue
                    if any(same(one, record) for one in found):
                        record.discard()
                    else:
                        found.append(record)
    earliest = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(found, key=lambda record: record.made_at or earliest, reverse=True))
