"""The part of a screen or page that a drawing is for, and how large texts are in it."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of pixels, and how texts in it grow with the drawing.

    Texts shrink less than the drawing, so that they can be read. The farther the view, the more
    of the drawing they take.
    """

    width: float
    height: float
    least: float = 0.82
    """Texts are never drawn smaller than so many times their usual size."""
    most: float = 1.9
    closest: float = 1.35
    """The zoom at which a small drawing is shown, though more would fit."""

    @classmethod
    def of_aspect(cls, aspect: float) -> "Room":
        """A usual room of so much width over height."""
        return cls(math.sqrt(_AREA * aspect), math.sqrt(_AREA / aspect))

    def text(self, zoom: float) -> float:
        """How many times their usual size texts have at a zoom."""
        return max(self.least, min(self.most, zoom))

    def zoom_for(self, width: float, height: float) -> float:
        """The zoom at which a drawing of that size fills the room."""
        return min(self.width / max(width, 1e-9), self.height / max(height, 1e-9), self.closest)

    def differs(self, other: "Room") -> bool:
        """Whether a drawing for the other room is too large in this one, or of another shape."""
        across, along = self.width / other.width, self.height / other.height
        return min(across, along) < _SMALLER or not 1 / _OTHER < across / along < _OTHER

    @property
    def zooms(self) -> tuple[float, ...]:
        """Zooms that a layout is tried for, the nearest first."""
        return tuple(self.closest * _STEP**step for step in range(_STEPS))


_SMALLER = 0.9
_OTHER = 1.25
NEAR = 0.72
"""From this zoom on labels tell details; farther away they are brief."""
_AREA = 860 * 520
_STEP = 0.94
_STEPS = 24
