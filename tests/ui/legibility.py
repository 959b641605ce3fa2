"""An eye for drawings of the network: what covers what, what is cut, and what is not named."""

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_painter import Camera, PlacedLabel, header_rects, place_labels
from iraq_explorer.ui.network_picture import LABEL_PX, NetworkPicture, NodeShape, Shape, text_width

_SLACK = 1.0
"""Pixels by which two things may touch: the room of a letter is a little larger than it."""


@dataclass(frozen=True)
class Sight:
    """What an eye finds wrong with a drawing."""

    covered: tuple[str, ...]
    """Two of: label, header, plate, disc, that lie over each other."""
    cut: tuple[str, ...]
    """What reaches beyond the room of the drawing."""
    unnamed: tuple[str, ...]
    """Nodes whose name found no place."""
    zoom: float


@dataclass(frozen=True)
class _Thing:
    words: str
    owner: str
    rect: QRectF
    radius: float = 0.0
    """Of a disc."""


def look_at(
    picture: NetworkPicture,
    camera: Camera,
    verdicts: Mapping[str, Verdict],
    room: QRectF,
    labels: tuple[PlacedLabel, ...] | None = None,
) -> Sight:
    """A drawing as it is seen by a camera in a room of the view."""
    headers = header_rects(picture.regions, verdicts, camera)
    if labels is None:
        labels = place_labels(picture, camera, headers.values(), room=room)
    things = [_Thing(f"header {c}", c, rect) for c, rect in headers.items()]
    things += [_Thing(f"label {x.title}", x.shape.id, x.rect) for x in labels]
    things += [_body(shape, camera) for shape in picture.nodes]
    covered = tuple(
        f"{a.words} / {b.words}"
        for a, b in itertools.combinations(things, 2)
        if a.owner != b.owner and _over(a, b)
    )
    inside = room.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    cut = tuple(thing.words for thing in things if not inside.contains(thing.rect))
    named = {label.shape.id for label in labels}
    unnamed = tuple(_nameless(picture, named))
    return Sight(covered, cut, unnamed, camera.zoom)


def _nameless(picture: NetworkPicture, named: set[str]) -> Iterator[str]:
    for shape in picture.nodes:
        if shape.shape is not Shape.PLATE and shape.id not in named:
            yield shape.title


def _body(shape: NodeShape, camera: Camera) -> _Thing:
    centre = camera.to_view(shape.centre)
    if shape.shape is Shape.PLATE:
        half = text_width(shape.title, LABEL_PX, bold=True) / 2 * camera.text + 12
        high = 13.0 * camera.text
        rect = QRectF(centre.x() - half, centre.y() - high, 2 * half, 2 * high)
        return _Thing(f"plate {shape.title}", shape.id, rect)
    r = shape.radius * camera.zoom
    if shape.node.is_bloc:
        r = max(8.5, r)
    rect = QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)
    return _Thing(f"node {shape.title}", shape.id, rect, r)


def _over(a: _Thing, b: _Thing) -> bool:
    if a.radius and b.radius:
        away = a.rect.center() - b.rect.center()
        return math.hypot(away.x(), away.y()) < a.radius + b.radius - _SLACK
    if a.radius or b.radius:
        disc, rect = (a, b.rect) if a.radius else (b, a.rect)
        centre = disc.rect.center()
        dx = max(rect.left() - centre.x(), 0.0, centre.x() - rect.right())
        dy = max(rect.top() - centre.y(), 0.0, centre.y() - rect.bottom())
        return math.hypot(dx, dy) < disc.radius - _SLACK
    cut = a.rect.intersected(b.rect)
    return cut.width() > _SLACK and cut.height() > _SLACK
