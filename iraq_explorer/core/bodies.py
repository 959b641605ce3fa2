"""What a layout is asked: bodies with the room of their labels, bonds, coalitions, older places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from iraq_explorer.core.room import NEAR, Room
from iraq_explorer.core.scenario import Point

ASPECT = 1.6
"""Width of the drawing over its height: that of the canvas on a laptop."""


@dataclass(frozen=True, slots=True)
class Body:
    """Something that takes room: half its width and height include the label."""

    id: str
    half_width: float
    half_height: float
    coalition: str | None = None
    outside: bool = False
    """Whether it stands outside the chamber: a state, a person, a project."""
    kind: str = ""
    shape: Point | None = None
    """Half the width and height of its shape; where unknown, its room is the same at any zoom."""
    label: Point = (0.0, 0.0)
    """Width and height of its label at usual size, which stands below the shape."""
    brief: Point | None = None
    """Width and height of the label without details, as it is seen from afar."""
    drop: float = 0.0
    """How far below the middle of the shape that of the whole is."""

    def seen(self, zoom: float, text: float, margin: float = 1.0) -> "Body":
        """The same body with the room that it takes where texts are so large at a zoom.

        A margin of some pixels keeps it apart from others, in full or a share of it.
        """
        if self.shape is None:
            return self
        # A drawing can come out a little nearer than it was meant.
        far = self.brief is not None and zoom * 1.09 < NEAR
        width, height = self.brief if far and self.brief else self.label
        # The number in a bloc can be read however far the view is.
        half, high = (
            side if self.outside else max(side, LEAST_RADIUS / zoom) for side in self.shape
        )
        grown = text / zoom
        return replace(
            self,
            half_width=max(half, width * grown / 2) + margin * _MARGIN[0] / zoom,
            half_height=high + height * grown / 2 + margin * _MARGIN[1] / zoom,
            drop=height * grown / 2 if high else 0.0,
        )


LEAST_RADIUS = 8.5
"""Pixels; no bloc is drawn smaller."""
_MARGIN = (6.0, 4.0)
"""Pixels beside and above a body that stay free."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A signed line between two bodies."""

    a: str
    b: str
    sign: int


@dataclass(frozen=True)
class LayoutProblem:
    """What a layout is asked: everything it may look at."""

    bodies: tuple[Body, ...]
    bonds: tuple[Bond, ...]
    coalitions: tuple[str, ...] = ()
    """Ids in order, those without members included."""
    older: Mapping[str, Point] = field(default_factory=dict)
    fixed: Mapping[str, Point] = field(default_factory=dict)
    """Positions set by hand, which the layout keeps."""
    aspect: float = ASPECT
    """Width over height of the room that the drawing is for."""
    room: Room | None = None
    """What the drawing is fitted into with all its labels; any of that aspect where ``None``."""
    headers: Mapping[str, Point] = field(default_factory=dict)
    """Width and height of what stands above a coalition's region, at usual size."""

    def seen(self, zoom: float, margin: float = 1.0) -> "LayoutProblem":
        """The same problem with the room that bodies take at a zoom, with a share of the margin."""
        text = self.fitted.text(zoom)
        return replace(self, bodies=tuple(body.seen(zoom, text, margin) for body in self.bodies))

    @property
    def nameless(self) -> "LayoutProblem":
        """The same problem where names get no room of their own, but for those that are shapes."""
        bodies = (
            replace(body, label=(0.0, 0.0), brief=None) if body.shape and any(body.shape) else body
            for body in self.bodies
        )
        return replace(self, bodies=tuple(bodies))

    @property
    def fitted(self) -> Room:
        """What the drawing is fitted into."""
        return self.room or Room.of_aspect(self.aspect)


def empty_region_id(coalition: str) -> str:
    """Under which id a layout gives the place of a coalition that has no members."""
    return f"coalition:{coalition}"


Told = Callable[[float, Mapping[str, Point]], None]
"""Takes the share that is done, and rough positions of all bodies as soon as there are any."""


def nobody(share: float, rough: Mapping[str, Point]) -> None:
    """Takes no notice."""


def from_to(
    told: Told, low: float, high: float, rough: Mapping[str, Point] | None = None
) -> Callable[[float], None]:
    """Tells a share of one part of the work as one of the whole."""
    return lambda share: told(low + (high - low) * share, rough or {})


FEW = 120
"""Up to so many bodies are fitted into the room one by one, each with its label."""
