"""What is compared as drawable data: both networks in linked places, and both in one."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from iraq_explorer.core.anchoring import linked
from iraq_explorer.core.bodies import ASPECT
from iraq_explorer.core.comparison import Comparison, continued
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import compute_layout
from iraq_explorer.core.network import Detail, Link, Network, TieFilter
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_picture import (
    LinkShape,
    NetworkPicture,
    RegionShape,
    build_picture,
    layout_problem,
)
from iraq_explorer.ui.words import tr


class Placing(Enum):
    """How the two networks share the room."""

    BESIDE = auto()
    ABOVE = auto()
    """The first above the second."""
    ONE = auto()
    """Both drawn into one."""


_Ends = tuple[frozenset[str], int]


def _ends(link: Link) -> _Ends:
    return frozenset((link.a, link.b)), link.sign


@dataclass(frozen=True)
class Side:
    """One of the two scenarios with its network and where the nodes are."""

    scenario: Scenario
    network: Network
    positions: dict[str, Point]
    dataset: Dataset

    @cached_property
    def picture(self) -> NetworkPicture:
        """What is drawn of it."""
        return build_picture(self.network, self.scenario, self.dataset, self.positions)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdicts at the heads of its regions."""
        return self.scenario.verdicts(self.dataset.chamber_of(self.scenario))


@dataclass(frozen=True)
class Pair:
    """Both sides of a comparison."""

    comparison: Comparison
    a: Side
    b: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """The first and the second."""
        return self.a, self.b

    @cached_property
    def bounds(self) -> QRectF:
        """The rectangle around either of them."""
        return self.a.picture.bounds.united(self.b.picture.bounds)

    def zoom_in(self, room: QSizeF) -> float:
        """How large it is drawn where one network has so much room."""
        bounds = self.bounds
        return min(room.width() / bounds.width(), room.height() / bounds.height())

    @cached_property
    def own_links(self) -> tuple[frozenset[str], frozenset[str]]:
        """Ids of the lines that only the first and only the second draws."""
        in_a, in_b = ({_ends(link) for link in side.network.links} for side in self.sides)
        return (
            frozenset(link.id for link in self.a.network.links if _ends(link) not in in_b),
            frozenset(link.id for link in self.b.network.links if _ends(link) not in in_a),
        )

    @cached_property
    def moved(self) -> frozenset[str]:
        """The blocs that moved."""
        return frozenset(moved.bloc for moved in self.comparison.moved)

    @cached_property
    def together(self) -> NetworkPicture:
        """Both networks in one: the first, and what only the second has."""
        first, second = self.a.picture, self.b.picture
        nodes = (*first.nodes, *(s for s in second.nodes if s.id not in first.by_id))
        shape_of = {shape.id: shape for shape in nodes}
        more: list[LinkShape] = [
            replace(shape, start=shape_of[shape.link.a], end=shape_of[shape.link.b])
            for shape in second.links
            if shape.link.id in self.own_links[1]
        ]
        regions = (*self._named("A", self.a), *self._named("B", self.b))
        return NetworkPicture(nodes, (*first.links, *more), regions)

    @cached_property
    def layers(self) -> tuple[tuple[NetworkPicture, NetworkPicture], ...]:
        """Of the first, the second and both in one: what is different, and what both have."""
        a, b = self.own_links
        found = []
        for picture, own in (
            (self.a.picture, a),
            (self.b.picture, b),
            (self.together, a | b),
        ):
            different = tuple(s for s in picture.links if s.link.id in own)
            alike = tuple(s for s in picture.links if s.link.id not in own)
            found.append((replace(picture, links=different), replace(picture, links=alike)))
        return tuple(found)

    def thinned(self, number: int, most: int | None, seen: QRectF) -> NetworkPicture:
        """What is drawn of the first, the second or both in one: what is different comes first.

        Args:
            number: 0, 1, or 2 for both in one.
            most: so many lines; all where ``None``.
            seen: the part of the scene that is in view.

        """
        picture = (self.a.picture, self.b.picture, self.together)[number]
        if most is None or len(picture.links) <= most:
            return picture
        different, alike = self.layers[number]
        first = different.thinned(most, seen).links
        # Of lines that nobody sees none takes the place of one that is seen.
        rest = alike.thinned(most - len(first), seen).links if len(first) < most else ()
        return replace(picture, links=(*first, *rest))

    def prepare(self) -> None:
        """Work out now what drawing a large comparison would ask for first."""
        for picture in (self.a.picture, self.b.picture, self.together):
            _ = picture.links_of, picture.by_id
            picture.node_at(QPointF(), 0.0)
        for layer in self.layers:
            for picture in layer:
                _ = picture.by_strength

    @cached_property
    def verdicts_together(self) -> dict[str, Verdict]:
        """The verdicts of the regions of both in one."""
        return {
            f"{mark}:{held}": verdict
            for mark, side in zip("AB", self.sides, strict=True)
            for held, verdict in side.verdicts.items()
        }

    def _named(self, mark: str, side: Side) -> Iterator[RegionShape]:
        """Regions named after their side; one that is alike in both is drawn once."""
        alike = self._alike
        for region in side.picture.regions:
            name = region.coalition.name
            if region.id not in alike[mark]:
                name = tr("{side}: {name}", side=mark, name=name)
            elif mark == "B":
                continue
            own = replace(region.coalition, id=f"{mark}:{region.id}", name=name)
            yield replace(region, coalition=own)

    @cached_property
    def _alike(self) -> dict[str, frozenset[str]]:
        """Ids of the coalitions that both have with the same name, blocs and verdict."""
        (a, b), found = self.comparison.standings, []
        for old in a:
            for new in b:
                if (
                    old.coalition.name == new.coalition.name
                    and set(old.blocs) == set(new.blocs)
                    and old.verdict == new.verdict
                ):
                    found.append((old.coalition.id, new.coalition.id))
        return {"A": frozenset(o for o, _ in found), "B": frozenset(n for _, n in found)}


def largest(
    comparison: Comparison,
    dataset: Dataset,
    rooms: Mapping[Placing, QSizeF],
    tie_filter: TieFilter | None = None,
) -> tuple[Pair, Placing]:
    """Both scenarios laid out for each room they could have, and the way that draws them larger."""
    if len(dataset.network(comparison.a).nodes) > _TRIED:
        # Each way is a layout of its own: of thousands one is enough.
        usual = min(rooms, key=lambda way: abs(math.log(_shape(rooms[way]) / ASPECT)))
        rooms = {usual: rooms[usual]}
    ways = [
        (
            pair(comparison, dataset, max(0.6, _shape(room)), tie_filter),
            way,
        )
        for way, room in rooms.items()
    ]
    best = max(ways, key=lambda found: found[0].zoom_in(rooms[found[1]]))
    best[0].prepare()
    return best


def _shape(room: QSizeF) -> float:
    return max(1.0, room.width()) / max(1.0, room.height())


_TRIED = 600
"""Networks of so many nodes are laid out for each way to place them."""


def pair(
    comparison: Comparison, dataset: Dataset, aspect: float, tie_filter: TieFilter | None = None
) -> Pair:
    """Both scenarios laid out; of one chamber with one place for everybody who did not move.

    Args:
        comparison: what is compared.
        dataset: gives the networks.
        aspect: width over height of the room for one network.
        tie_filter: what is left out.

    """
    a, b = comparison.a, comparison.b
    left_out = tie_filter or TieFilter()
    networks = [dataset.network(held, Detail.BLOCS, left_out) for held in (a, b)]
    first = layout_problem(networks[0], a, dataset, {}, aspect)
    if comparison.same_chamber:
        second = layout_problem(networks[1], b, dataset, {}, aspect)
        places = linked(first, second, continued(a, b, dataset))
    else:
        base = compute_layout("coalition", first)
        second = layout_problem(networks[1], b, dataset, base, aspect)
        places = base, compute_layout("coalition", second)
    sides = (
        Side(held, network, placed, dataset)
        for held, network, placed in zip((a, b), networks, places, strict=True)
    )
    return Pair(comparison, *sides)
