"""The network as drawable data: shapes with places and words, before any colour or painter."""

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from iraq_explorer.core.bodies import (
    ASPECT,
    LEAST_RADIUS,
    Body,
    Bond,
    LayoutProblem,
    empty_region_id,
)
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, Link, Network, Node
from iraq_explorer.core.packing import Box
from iraq_explorer.core.room import NEAR, Room
from iraq_explorer.core.scenario import Coalition, Point, Scenario
from iraq_explorer.core.thinning import strongest_first
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_index import BoxIndex, Curve, CurveIndex
from iraq_explorer.ui.palette import font_px
from iraq_explorer.ui.region_shapes import RegionShape as RegionShape
from iraq_explorer.ui.region_shapes import region_shape, with_headers
from iraq_explorer.ui.tie_lines import LineKind, line_kind
from iraq_explorer.ui.words import assumed_text, region_text, tr

LABEL_PX = 13.0
SUBLABEL_PX = 11.5
_PLATE_HEIGHT = 28.0


class Shape(Enum):
    """What form a node is drawn in: the form alone tells the kind."""

    DISC = auto()
    PLATE = auto()
    DIAMOND = auto()
    TRIANGLE = auto()
    HEXAGON = auto()
    HOUSE = auto()
    SHEET = auto()
    DOT = auto()
    RING = auto()


_SHAPES = {
    ActorKind.STATE: Shape.PLATE,
    ActorKind.PERSON: Shape.DOT,
    ActorKind.MOVEMENT: Shape.DIAMOND,
    ActorKind.ARMED_GROUP: Shape.TRIANGLE,
    ActorKind.STATE_FORCE: Shape.TRIANGLE,
    ActorKind.GROUP: Shape.HEXAGON,
    ActorKind.GOVERNMENT: Shape.HOUSE,
    ActorKind.TREATY: Shape.SHEET,
    ActorKind.COALITION: Shape.RING,
    ActorKind.LIST: Shape.RING,
    ActorKind.PARTY: Shape.DOT,
}


@dataclass(frozen=True)
class NodeShape:
    """One node: where, how large, what it says."""

    node: Node
    centre: QPointF
    radius: float
    """Half the height; of a disc the radius. Its area goes with the seats."""
    half_width: float
    shape: Shape
    coalition: Coalition | None
    title: str
    subtitle: str
    assumed: bool = False
    """Whether the scenario assumes its seats."""

    @property
    def id(self) -> str:
        """Id of the node."""
        return self.node.id

    @property
    def box(self) -> QRectF:
        """The rectangle around the shape without its label."""
        return QRectF(
            self.centre.x() - self.half_width,
            self.centre.y() - self.radius,
            2 * self.half_width,
            2 * self.radius,
        )

    def words(self, zoom: float) -> tuple[str, str]:
        """The lines of its label: from afar a mark stands for the range or what is assumed."""
        if zoom < NEAR:
            return brief_words(self.title, self.subtitle, assumed=self.assumed)
        return self.title, self.subtitle

    def room(self, zoom: float, grown: float, *, named: bool = True) -> QRectF:
        """What it takes of the scene at a zoom with its label, so much larger than usual there."""
        half, height = body_size(self.node, *self.words(zoom), grown)
        if not named and self.shape is not Shape.PLATE:
            half = height = self.radius
        up = height if self.shape is Shape.PLATE else self.radius
        more = max(0.0, LEAST_RADIUS / zoom - self.radius) if self.node.is_bloc else 0.0
        x, y = self.centre.x() - half, self.centre.y() - up
        return QRectF(x, y, 2 * half, 2 * height).adjusted(0, -more, 0, more)


@dataclass(frozen=True)
class LinkShape:
    """One line between two nodes."""

    link: Link
    start: NodeShape
    end: NodeShape
    line: LineKind
    bend: float
    """How far the middle is pushed aside, as a share of the length; 0 is straight."""
    arrow_start: bool
    arrow_end: bool
    mark: float = 0.5
    """The share of the way from its start at which a mark of doubt or fight stands."""


@dataclass(frozen=True)
class NetworkPicture:
    """Everything the canvas shows, at scene coordinates."""

    nodes: tuple[NodeShape, ...]
    links: tuple[LinkShape, ...]
    regions: tuple[RegionShape, ...]
    zoom: float = 1.0
    """The zoom at which all of it fills its room."""
    grown: float = 1.0
    """How much larger texts are at that zoom, beside the shapes, than usual."""
    headers: Mapping[str, Point] = field(default_factory=dict)
    """Width and height of the header of each region at usual size, by coalition id."""
    named: bool = True
    """Whether every name has room; otherwise those are written that find some."""

    @cached_property
    def by_id(self) -> dict[str, NodeShape]:
        """Node shapes by node id."""
        return {shape.id: shape for shape in self.nodes}

    @cached_property
    def region_by_id(self) -> dict[str, RegionShape]:
        """Regions by coalition id."""
        return {region.id: region for region in self.regions}

    @cached_property
    def bounds(self) -> QRectF:
        """The rectangle around all, labels included."""
        rect = QRectF()
        for region in self.regions:
            rect = rect.united(region.bounds)
            if region.id in self.headers:
                width, height = self.headers[region.id]
                size = (width * self.grown, height * self.grown)
                rect = rect.united(region.header_rect(size))
        for shape in self.nodes:
            rect = rect.united(shape.room(self.zoom, self.grown, named=self.named))
        return rect

    @cached_property
    def links_of(self) -> dict[str, tuple[LinkShape, ...]]:
        """The lines that end at each node."""
        found: dict[str, list[LinkShape]] = {shape.id: [] for shape in self.nodes}
        for shape in self.links:
            found[shape.link.a].append(shape)
            found[shape.link.b].append(shape)
        return {node: tuple(shapes) for node, shapes in found.items()}

    @cached_property
    def by_strength(self) -> tuple[LinkShape, ...]:
        """The lines in the order in which they are kept where some have to go."""
        shape_of = {shape.link.id: shape for shape in self.links}
        seats = {shape.id: shape.node.seats for shape in self.nodes}
        ordered = strongest_first([shape.link for shape in self.links], seats)
        return tuple(shape_of[link.id] for link in ordered)

    def thinned(self, most: int | None, room: QRectF | None = None) -> "NetworkPicture":
        """The picture with no more lines than ``most`` in a part of the scene.

        Args:
            most: all where ``None``.
            room: the part that is seen: a line counts, and stays, where one of its ends lies in
                it. The whole scene where ``None``.

        """
        if most is None or len(self.links) <= most:
            return self
        strongest = iter(self.by_strength)
        if room is not None:
            strongest = (shape for shape in self.by_strength if _ends_in(shape, room))
        kept = {id(shape) for shape in itertools.islice(strongest, most)}
        links = tuple(shape for shape in self.links if id(shape) in kept)
        return replace(self, links=links)

    def with_links_of(self, whole: "NetworkPicture", nodes: Iterable[str]) -> "NetworkPicture":
        """A thinned picture together with all lines that the whole one has at some nodes."""
        if self is whole:
            return self
        there = {id(shape) for shape in self.links}
        more = {
            id(shape): shape
            for node in nodes
            for shape in whole.links_of.get(node, ())
            if id(shape) not in there
        }
        return replace(self, links=(*self.links, *more.values()))

    @cached_property
    def _boxes(self) -> BoxIndex:
        return BoxIndex(shape.box for shape in self.nodes)

    @cached_property
    def _curves(self) -> CurveIndex:
        return CurveIndex(link_points(shape) for shape in self.links)

    def node_at(self, place: QPointF, slack: float) -> NodeShape | None:
        """The topmost node at a place, with so much slack around small ones."""
        best: tuple[float, NodeShape] | None = None
        for number in self._boxes.near(place, slack):
            shape = self.nodes[number]
            if not shape.box.adjusted(-slack, -slack, slack, slack).contains(place):
                continue
            away = math.hypot(place.x() - shape.centre.x(), place.y() - shape.centre.y())
            if shape.shape is not Shape.PLATE and away > shape.radius + slack:
                continue
            if best is None or away < best[0]:
                best = (away, shape)
        return best[1] if best else None

    def region_at(self, place: QPointF) -> RegionShape | None:
        """The region at a place; of several the smallest."""
        found = [region for region in self.regions if region.path.contains(place)]
        return min(found, key=lambda r: r.bounds.width() * r.bounds.height(), default=None)

    def link_at(self, place: QPointF, slack: float) -> LinkShape | None:
        """The nearest line within ``slack`` of a place."""
        best: tuple[float, LinkShape] | None = None
        for number in self._curves.near(place, slack):
            shape = self.links[number]
            away = distance(place, link_points(shape))
            if away <= slack and (best is None or away < best[0]):
                best = (away, shape)
        return best[1] if best else None


HEADER_HEIGHT = 44.0
HEADER_PX = 15.0
VERDICT_PX = 12.5
MANY_NODES = 300
"""From so many nodes on not each gets the room that its name would take."""
_ROOM_AMONG_MANY = 4.0


def _ends_in(shape: LinkShape, room: QRectF) -> bool:
    return room.intersects(shape.start.box) or room.intersects(shape.end.box)


def node_radius(node: Node) -> float:
    """Half the height of a node: the area of a bloc goes with its seats."""
    if node.is_bloc:
        return max(13.0, 5.0 * math.sqrt(node.seats))
    return {
        Shape.PLATE: _PLATE_HEIGHT / 2,
        Shape.DOT: 7.0,
        Shape.DIAMOND: 10.0,
        Shape.TRIANGLE: 10.0,
    }.get(_SHAPES[node.kind], 10.0)


def node_shape(node: Node) -> Shape:
    """The form a node is drawn in."""
    return Shape.DISC if node.is_bloc else _SHAPES[node.kind]


def _half_width(node: Node, title: str) -> float:
    if node_shape(node) is Shape.PLATE:
        return text_width(title, LABEL_PX, bold=True) / 2 + 14
    return node_radius(node)


_widths: dict[tuple[str, float, bool], float] = {}


def text_width(text: str, pixels: float, *, bold: bool = False) -> float:
    """How wide a text is at so many pixels."""
    key = (text, pixels, bold)
    if key not in _widths:
        _widths[key] = QFontMetricsF(font_px(pixels, bold=bold)).horizontalAdvance(text)
    return _widths[key]


def shape_size(node: Node) -> Point:
    """Half the width and height of a node's shape; a plate is as large as its words alone."""
    if node_shape(node) is Shape.PLATE:
        return 0.0, 0.0
    return node_radius(node), node_radius(node)


def label_size(node: Node, title: str, subtitle: str) -> Point:
    """Width and height of a node's words at usual size; of a plate those of the plate."""
    if node_shape(node) is Shape.PLATE:
        return 2 * _half_width(node, title), _PLATE_HEIGHT
    width = max(text_width(title, LABEL_PX, bold=True), text_width(subtitle, SUBLABEL_PX))
    return width, 18.0 + (15.0 if subtitle else 0.0)


def header_size(coalition: Coalition, verdict: Verdict) -> Point:
    """Width and height of what stands above a region, at usual size."""
    name = text_width(coalition.name, HEADER_PX, bold=True)
    told = text_width(region_text(verdict), VERDICT_PX, bold=True)
    return 12 + max(name, told), HEADER_HEIGHT


def body_size(node: Node, title: str, subtitle: str, grown: float = 1.0) -> tuple[float, float]:
    """Half the room that a node takes with its label, which is so much larger than usual."""
    half, high = shape_size(node)
    width, height = label_size(node, title, subtitle)
    return max(half, width * grown / 2), high + height * grown / 2


def node_words(node: Node, dataset: Dataset, scenario: Scenario) -> tuple[str, str]:
    """The label of a node and the line below it.

    That line tells the range where sources give several figures, and that seats are assumed.
    """
    bloc = dataset.chamber_of(scenario).bloc_by_id.get(node.id)
    if bloc is not None and bloc.hypothetical:
        return node.name.label, assumed_text(bloc)
    if bloc is not None and bloc.disputed:
        return node.name.label, tr(
            "{low}–{high} by source", low=bloc.seats_low, high=bloc.seats_high
        )
    return node.name.label, ""


def brief_words(title: str, subtitle: str, *, assumed: bool) -> tuple[str, str]:
    """A label in one line."""
    return (f"{title} {'≈' if assumed else '±'}" if subtitle else title), ""


def layout_problem(
    network: Network,
    scenario: Scenario,
    dataset: Dataset,
    older: Mapping[str, Point],
    aspect: float = ASPECT,
    room: Room | None = None,
) -> LayoutProblem:
    """What the layout has to solve for a network, with the room that each label takes.

    Among many nodes actors outside the chamber get little more than the room of their shape: their
    names are seen from near.
    """
    many = len(network.nodes) > MANY_NODES
    bodies = []
    for node in network.nodes:
        title, subtitle = node_words(node, dataset, scenario)
        half_width, half_height = body_size(node, title, subtitle)
        shape: Point | None = shape_size(node)
        if many and not node.is_bloc:
            half_width = half_height = node_radius(node) + _ROOM_AMONG_MANY
            shape = None
        bodies.append(
            Body(
                node.id,
                half_width + 6,
                half_height + 4,
                scenario.coalition_of(node.id) if node.is_bloc else None,
                outside=not node.is_bloc,
                kind=str(node.kind),
                shape=shape,
                label=label_size(node, title, subtitle),
                brief=label_size(node, *brief_words(title, subtitle, assumed=False)),
            )
        )
    # The order of joining and the larger first: the biggest bloc takes the middle of its region.
    bodies.sort(key=lambda body: -network.node_by_id[body.id].seats)
    verdicts = scenario.verdicts(dataset.chamber_of(scenario))
    return LayoutProblem(
        tuple(bodies),
        tuple(Bond(link.a, link.b, link.sign) for link in network.links),
        tuple(coalition.id for coalition in scenario.coalitions),
        older,
        {n: p for n, p in scenario.placements.items() if n in network.node_by_id},
        room.width / room.height if room else aspect,
        room,
        {c.id: header_size(c, verdicts[c.id]) for c in scenario.coalitions if c.id in verdicts},
    )


def build_picture(
    network: Network,
    scenario: Scenario,
    dataset: Dataset,
    positions: Mapping[str, Point],
    *,
    gathered: bool = True,
    room: Room | None = None,
) -> NetworkPicture:
    """The shapes of a network at given positions.

    Args:
        network: what is drawn.
        scenario: gives the coalitions.
        dataset: gives seats and names.
        positions: where; nodes without one are left out.
        gathered: whether the layout gathers coalitions, so that a region is an ellipse around
            its members; otherwise it is the hull of their places.
        room: what it is to fill: so much room is left for texts as they take there. Of usual
            size where ``None``.

    """
    nodes = []
    blocs = dataset.chamber_of(scenario).bloc_by_id
    for node in network.nodes:
        if node.id not in positions:
            continue
        title, subtitle = node_words(node, dataset, scenario)
        place = scenario.coalition_of(node.id) if node.is_bloc else None
        nodes.append(
            NodeShape(
                node,
                QPointF(*positions[node.id]),
                node_radius(node),
                _half_width(node, title),
                node_shape(node),
                scenario.coalition_by_id[place] if place else None,
                title,
                subtitle,
                node.id in blocs and blocs[node.id].hypothetical,
            )
        )
    by_id = {shape.id: shape for shape in nodes}
    links = tuple(
        _link_shape(link, by_id[link.a], by_id[link.b])
        for link in network.links
        if link.a in by_id and link.b in by_id
    )
    chamber = dataset.chamber_of(scenario)
    verdicts = scenario.verdicts(chamber)
    picture = NetworkPicture(
        tuple(nodes),
        links,
        (),
        headers={
            c.id: header_size(c, verdicts[c.id]) for c in scenario.coalitions if c.id in verdicts
        },
    )
    return _filling(picture, scenario.coalitions, positions, room, gathered=gathered)


def _filling(
    picture: NetworkPicture,
    coalitions: Iterable[Coalition],
    positions: Mapping[str, Point],
    room: Room | None,
    *,
    gathered: bool,
) -> NetworkPicture:
    """The picture with regions, at the zoom at which it fills the room.

    The smaller the zoom, the more room texts take in the scene, which makes it smaller again.
    """
    if len(picture.nodes) > MANY_NODES:
        return _filling_with_many(picture, coalitions, positions, room, gathered=gathered)
    zoom = room.closest if room else 1.0
    for _ in range(_ROUNDS):
        grown = room.text(zoom) / zoom if room else 1.0
        picture = replace(picture, zoom=zoom, grown=grown)
        regions = _regions(picture, coalitions, positions, gathered=gathered)
        picture = replace(picture, regions=regions)
        if room is None:
            break
        fits = room.zoom_for(picture.bounds.width(), picture.bounds.height())
        if fits >= zoom * 0.998:
            break
        zoom = fits
    taken = [shape.room(zoom, grown, named=picture.named) for shape in picture.nodes]
    sizes = {key: (w * grown, h * grown) for key, (w, h) in picture.headers.items()}
    within = QRectF()
    for rect in (*taken, *(region.bounds for region in picture.regions)):
        within = within.united(rect)
    regions, free = with_headers(picture.regions, sizes, taken, within)
    if room is not None and picture.named and not (free and _apart(regions, gathered=gathered)):
        return _filling(
            replace(picture, named=False), coalitions, positions, room, gathered=gathered
        )
    taken += [region.header_rect(sizes[region.id]) for region in regions if region.id in sizes]
    links = tuple(_with_free_mark(shape, taken, MARK_RADIUS / zoom) for shape in picture.links)
    return replace(picture, links=links, regions=regions)


def _filling_with_many(
    picture: NetworkPicture,
    coalitions: Iterable[Coalition],
    positions: Mapping[str, Point],
    room: Room | None,
    *,
    gathered: bool,
) -> NetworkPicture:
    """As ``_filling``, for so many nodes that names are mostly read from near.

    Regions leave room for names of usual size: with that of names seen from afar they would cover
    one another. Headers lie over dots, but over no bloc and not over one another.
    """
    picture = replace(picture, regions=_regions(picture, coalitions, positions, gathered=gathered))
    bounds = picture.bounds
    zoom = room.zoom_for(bounds.width(), bounds.height()) if room else 1.0
    grown = room.text(zoom) / zoom if room else 1.0
    sizes = {key: (w * grown, h * grown) for key, (w, h) in picture.headers.items()}
    blocs = [shape.box for shape in picture.nodes if shape.node.is_bloc]
    regions, _ = with_headers(picture.regions, sizes, blocs, bounds)
    return replace(picture, regions=regions, zoom=zoom)


def _apart(regions: Iterable[RegionShape], *, gathered: bool) -> bool:
    """Whether no region covers another one where coalitions are gathered."""
    pairs = itertools.combinations(regions, 2)
    return not gathered or not any(
        a.bounds.intersects(b.bounds) and a.path.intersects(b.path) for a, b in pairs
    )


def _with_free_mark(shape: LinkShape, taken: Iterable[QRectF], radius: float) -> LinkShape:
    """A line with its mark, if it has one, where it covers no node and no name."""
    if shape.line is not LineKind.FIGHT and shape.link.main.certainty not in DOUBTFUL:
        return shape
    points = link_points(shape)
    ends = QRectF(points[0], points[2]).normalized().adjusted(-radius, -radius, radius, radius)
    near = [rect for rect in taken if rect.intersects(ends)]
    for share in _MARKS:
        place = point_on(points, share)
        room = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
        if not any(room.intersects(rect) for rect in near):
            return replace(shape, mark=share)
    return shape


DOUBTFUL = (Certainty.CONTESTED, Certainty.HYPOTHETICAL)
MARK_RADIUS = 8.0
_MARKS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)


_ROUNDS = 10


def _link_shape(link: Link, start: NodeShape, end: NodeShape) -> LinkShape:
    directed = [tie for tie in link.ties if tie.kind.directed]
    all_directed = len(directed) == len(link.ties)
    forward = backward = False
    if all_directed:
        for tie in directed:
            # Folding keeps which end a tie starts from: the actor is folded into that node.
            if tie.target in end.node.actors or tie.target == end.id:
                forward = True
            elif tie.target in start.node.actors or tie.target == start.id:
                backward = True
    bend = 0.07 * link.sign if link.parallel else 0.0
    return LinkShape(link, start, end, line_kind(link.main), bend, backward, forward)


def _regions(
    picture: NetworkPicture,
    coalitions: Iterable[Coalition],
    positions: Mapping[str, Point],
    *,
    gathered: bool,
) -> tuple[RegionShape, ...]:
    zoom, members = picture.zoom, dict[str, list[Box]]()
    for shape in picture.nodes:
        if shape.coalition is not None:
            rect = shape.room(zoom, picture.grown, named=picture.named)
            x, y = rect.center().x(), rect.center().y()
            half, high = rect.width() / 2 + 6 / zoom, rect.height() / 2 + 4 / zoom
            members.setdefault(shape.coalition.id, []).append(Box(shape.id, x, y, half, high))
    found = (
        region_shape(
            coalition,
            members.get(coalition.id, ()),
            positions.get(empty_region_id(coalition.id)),
            gathered=gathered,
        )
        for coalition in coalitions
    )
    return tuple(region for region in found if region is not None)


def link_points(shape: LinkShape) -> tuple[QPointF, QPointF, QPointF]:
    """Where a line starts and ends at the rims of its nodes, and the control point of its bend."""
    a, b = shape.start.centre, shape.end.centre
    dx, dy = b.x() - a.x(), b.y() - a.y()
    middle = QPointF(
        (a.x() + b.x()) / 2 - dy * 2 * shape.bend, (a.y() + b.y()) / 2 + dx * 2 * shape.bend
    )
    return _rim(shape.start, middle), middle, _rim(shape.end, middle)


def _rim(shape: NodeShape, towards: QPointF) -> QPointF:
    dx, dy = towards.x() - shape.centre.x(), towards.y() - shape.centre.y()
    length = math.hypot(dx, dy)
    if length < 1e-6:
        return shape.centre
    if shape.shape is Shape.PLATE:
        reach = min(shape.half_width / max(abs(dx), 1e-9), shape.radius / max(abs(dy), 1e-9))
        return QPointF(shape.centre.x() + dx * reach, shape.centre.y() + dy * reach)
    reach = (shape.radius + 2.5) / length
    return QPointF(shape.centre.x() + dx * reach, shape.centre.y() + dy * reach)


def point_on(points: tuple[QPointF, QPointF, QPointF], t: float) -> QPointF:
    """The point of a line at a share ``t`` of its way."""
    a, c, b = points
    u = 1 - t
    return a * (u * u) + c * (2 * u * t) + b * (t * t)


def distance(place: QPointF, points: Curve) -> float:
    """How far a place is from a line."""
    best = math.inf
    previous = points[0]
    for step in range(1, 9):
        following = point_on(points, step / 8)
        ax, ay = previous.x(), previous.y()
        dx, dy = following.x() - ax, following.y() - ay
        length = dx * dx + dy * dy
        t = ((place.x() - ax) * dx + (place.y() - ay) * dy) / length if length else 0.0
        t = max(0.0, min(1.0, t))
        best = min(best, math.hypot(place.x() - ax - t * dx, place.y() - ay - t * dy))
        previous = following
    return best
