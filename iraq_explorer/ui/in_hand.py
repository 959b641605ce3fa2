"""What follows the pointer in a drag, made ready once, so that each step only shifts it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.bloc_drag import BlocDrag
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    PlacedLabel,
    paint_labels,
    paint_links,
    paint_nodes,
    place_labels,
)
from iraq_explorer.ui.network_picture import LinkShape, NetworkPicture
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.tie_lines import LineKind, fine_tie_pen

_IN_FULL = 30
"""Lines that are drawn with arrows and marks; where there are more they are fine ones."""


class InHand:
    """The nodes of a drag with their lines and names."""

    def __init__(self, drag: BlocDrag, camera: Camera) -> None:
        self.drag = drag
        self.camera = camera
        self._fine = _FineLines(drag, camera) if len(drag.links) > _IN_FULL else None
        shapes = tuple(drag.picture.by_id[node] for node in drag.nodes)
        self._labels = place_labels(
            NetworkPicture(shapes, (), ()), camera, (), frozenset(drag.nodes)
        )

    def paint_lines(self, painter: QPainter, place: QPointF, shown: Scenario, theme: Theme) -> None:
        """The lines that end at what is in hand, with the pointer at a place of the scene."""
        if self._fine is not None:
            self._fine.paint(painter, self._shift(place), theme)
            return
        _, links = self.drag.moving(place, shown)
        paint_links(painter, links, self.camera, theme)

    def paint_nodes(
        self, painter: QPainter, place: QPointF, shown: Scenario, theme: Theme, emphasis: Emphasis
    ) -> None:
        """The nodes with their names, in the colours of where they would be dropped."""
        moved = self.drag.moved(place, shown)
        paint_nodes(painter, moved.values(), self.camera, theme, emphasis)
        shift = self._shift(place)
        labels = [
            PlacedLabel(moved[x.shape.id], x.rect.translated(shift), x.title, x.subtitle)
            for x in self._labels
        ]
        paint_labels(painter, labels, self.camera, theme)

    def put_down(self, place: QPointF, shown: Scenario) -> NetworkPicture:
        """The picture with what is in hand at a place; regions stay as they are."""
        picture = self.drag.picture
        nodes, moving = self.drag.moving(place, shown)
        nodes_at = {shape.id: shape for shape in nodes}
        links_at = {id(shape.link): shape for shape in moving}

        def lines(shapes: Iterable[LinkShape]) -> tuple[LinkShape, ...]:
            return tuple(links_at.get(id(shape.link), shape) for shape in shapes)

        found = replace(
            picture,
            nodes=tuple(nodes_at.get(shape.id, shape) for shape in picture.nodes),
            links=lines(picture.links),
        )
        # Which lines are kept before others does not depend on where they are.
        found.__dict__["by_strength"] = lines(picture.by_strength)
        return found

    def _shift(self, place: QPointF) -> QPointF:
        """How far everything went, in the view."""
        return (place - self.drag.origin) * self.camera.zoom


class _FineLines:
    """Many lines, of which one end or both go along; those of one pen are drawn at once."""

    def __init__(self, drag: BlocDrag, camera: Camera) -> None:
        moving = frozenset(drag.nodes)
        self._straight: dict[tuple[LineKind, Certainty], list[tuple[QPointF, QPointF]]] = {}
        """Where the moving end is at the start, and where the other one stays."""
        self._rest: list[tuple[LinkShape, bool, bool]] = []
        self._camera = camera
        for shape in drag.links:
            a, b = shape.link.a in moving, shape.link.b in moving
            if shape.bend or (a and b):
                self._rest.append((shape, a, b))
                continue
            ends = (shape.start, shape.end) if a else (shape.end, shape.start)
            pen = shape.line, shape.link.main.certainty
            from_to = camera.to_view(ends[0].centre), camera.to_view(ends[1].centre)
            self._straight.setdefault(pen, []).append(from_to)

    def paint(self, painter: QPainter, shift: QPointF, theme: Theme) -> None:
        of_pen = {
            pen: [QLineF(start + shift, end) for start, end in ends]
            for pen, ends in self._straight.items()
        }
        for shape, a_moves, b_moves in self._rest:
            a, b = self._camera.to_view(shape.start.centre), self._camera.to_view(shape.end.centre)
            a, b = a + shift if a_moves else a, b + shift if b_moves else b
            along = b - a
            bow = (a + b) / 2 + QPointF(-along.y(), along.x()) * shape.bend
            lines = of_pen.setdefault((shape.line, shape.link.main.certainty), [])
            lines += (QLineF(a, bow), QLineF(bow, b)) if shape.bend else (QLineF(a, b),)
        for (kind, certainty), lines in of_pen.items():
            painter.setPen(fine_tie_pen(theme, kind, certainty, faded=False))
            painter.drawLines(lines)
