"""A file that one program holds: locked as long as it has it open, however it ends."""

import contextlib
import itertools
import os
import sys
from pathlib import Path

_LARGEST = 64 * 1024 * 1024
"""Bytes that are read of one."""
_numbers = itertools.count(1)


class LockedFile:
    """A file that nobody else has locked while this object has it open."""

    def __init__(self, path: Path, flags: int) -> None:
        self.path = path
        self._fd = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(self._fd)
        except BaseException:
            os.close(self._fd)
            raise

    @classmethod
    def create(cls, path: Path) -> "LockedFile":
        """A new file.

        Raises:
            OSError: there is one of this name, or it cannot be made or locked there.

        """
        return cls(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND)

    @classmethod
    def begin(cls, folder: Path, prefix: str, suffix: str) -> "LockedFile":
        """A new file, ``prefix.4711-1.suffix`` after the number of the process.

        Another process may have had that number and have left a file behind, in a container every
        time: then the next name is taken.

        Raises:
            OSError: it cannot be made or locked there.

        """
        for number in _numbers:
            with contextlib.suppress(FileExistsError):
                return cls.create(folder / f"{prefix}.{os.getpid()}-{number}{suffix}")
        raise AssertionError("numbers do not end")

    @classmethod
    def open(cls, path: Path) -> "LockedFile":
        """A file that is there.

        Raises:
            OSError: it is not, or somebody has it locked, or it cannot be read.

        """
        try:
            return cls(path, os.O_RDWR)
        except PermissionError:
            return cls(path, os.O_RDONLY)

    def append(self, line: bytes) -> None:
        """Write at the end, all of it or nothing; it is on the disk at the return.

        Raises:
            OSError: it cannot be written.

        """
        whole = self.size()
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self._fd, rest) :]
            os.fsync(self._fd)
        except OSError:
            # Half a line must not stand before the next one.
            with contextlib.suppress(OSError):
                os.ftruncate(self._fd, whole)
            raise

    def read(self, most: int = _LARGEST) -> bytes:
        """All that is in it; one empty line where that is more than so many bytes."""
        if self.size() > most:
            return b"\n"
        os.lseek(self._fd, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._fd, 1 << 20):
            parts.append(part)
        return b"".join(parts)

    def size(self) -> int:
        """How many bytes are in it."""
        return os.fstat(self._fd).st_size

    def is_there(self) -> bool:
        """Whether the name still leads to this file."""
        try:
            return os.path.samestat(os.fstat(self._fd), self.path.stat())
        except OSError:
            return False

    def remove(self) -> None:
        """Delete it and let go of it."""
        there = self.is_there()
        if sys.platform == "win32":  # where an open file cannot be deleted
            self.close()
        if there:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self.close()

    def put_aside(self, suffix: str) -> Path:
        """Let go of it and give it a longer name, one that no file has; the new name."""
        self.close()
        aside = self.path.with_name(self.path.name + suffix)
        number = 2
        while aside.exists():
            aside, number = self.path.with_name(f"{self.path.name}{suffix}.{number}"), number + 1
        with contextlib.suppress(OSError):
            self.path.replace(aside)
        return aside

    def close(self) -> None:
        """Let go of it."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        # A byte far behind the end, so that the lock keeps nobody from reading.
        os.lseek(fd, 1 << 30, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
