"""What a bare QPainter would be told: every call that some drawing makes, to be made again.

The replay has the same primitives, pens, brushes and fonts in the same order and none of the
thinking that led to them.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtGui import QPaintDevice, QPainter


class Recorder:
    """Stands in for ``QPainter``: passes every call on and notes it."""

    calls: ClassVar[list[tuple[Callable[..., Any], tuple[Any, ...]]]] = []
    """The calls of the latest one."""

    RenderHint = QPainter.RenderHint

    def __init__(self, device: QPaintDevice) -> None:
        Recorder.calls = []
        self._painter = QPainter(device)

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, *_: object) -> None:
        self._painter.end()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        bound = getattr(self._painter, name)
        method = getattr(QPainter, name)

        def call(*args: Any) -> Any:
            if name not in ("end", "fontMetrics"):
                self.calls.append((method, args))
            return bound(*args)

        return call


def replay(device: QPaintDevice, calls: list[tuple[Callable[..., Any], tuple[Any, ...]]]) -> None:
    """Make the calls again on another device."""
    painter = QPainter(device)
    for method, args in calls:
        method(painter, *args)
    painter.end()
