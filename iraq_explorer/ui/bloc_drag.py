"""One drag of blocs: where it began, what it aims at, and what it does to the totals."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.ui.network_picture import LinkShape, NetworkPicture, NodeShape
from iraq_explorer.ui.red_line_words import warnings
from iraq_explorer.ui.words import region_text, sum_text, tr


class Aim(Enum):
    """Places that are no coalition of the scenario."""

    NEW = auto()
    NOWHERE = auto()


Target = str | Aim
"""A coalition id, a new coalition, or none."""


def far_enough(press: QPointF, place: QPointF) -> bool:
    """Whether the pointer went so far from where it was pressed that a drag is meant."""
    return (place - press).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()


@dataclass(frozen=True)
class BlocDrag:
    """Nodes on their way with the pointer. It ends by ``result``, or is dropped without a trace."""

    before: Scenario
    chamber: Chamber
    picture: NetworkPicture
    """What was drawn when the drag began; its regions stay as they are until the end."""
    nodes: tuple[str, ...]
    origin: QPointF
    """Where the pointer was when the drag began, in scene coordinates."""

    @property
    def blocs(self) -> tuple[str, ...]:
        """The nodes that can change coalition."""
        return tuple(node for node in self.nodes if node in self.chamber.bloc_by_id)

    def positions(self, place: QPointF) -> dict[str, Point]:
        """Where the nodes are while the pointer is at ``place``."""
        shift = place - self.origin
        return {
            node: (
                self.picture.by_id[node].centre.x() + shift.x(),
                self.picture.by_id[node].centre.y() + shift.y(),
            )
            for node in self.nodes
        }

    def moved(self, place: QPointF, shown: Scenario) -> dict[str, NodeShape]:
        """By id the nodes where they are while the pointer is at ``place``."""
        moved: dict[str, NodeShape] = {}
        for node, position in self.positions(place).items():
            coalition = shown.coalition_of(node)
            moved[node] = replace(
                self.picture.by_id[node],
                centre=QPointF(*position),
                coalition=shown.coalition_by_id[coalition] if coalition else None,
            )
        return moved

    def moving(self, place: QPointF, shown: Scenario) -> tuple[list[NodeShape], list[LinkShape]]:
        """The shapes that follow the pointer: the nodes, and the lines that end at them."""
        moved = self.moved(place, shown)
        links = [
            replace(
                shape,
                start=moved.get(shape.link.a, shape.start),
                end=moved.get(shape.link.b, shape.end),
            )
            for shape in self.links
        ]
        return list(moved.values()), links

    @cached_property
    def links(self) -> tuple[LinkShape, ...]:
        """The lines that end at the nodes, each once."""
        found = {
            shape.link.id: shape for node in self.nodes for shape in self.picture.links_of[node]
        }
        return tuple(found.values())

    def scenario(self, target: Target) -> Scenario:
        """What the scenario becomes when the blocs are dropped on a target."""
        if target is Aim.NEW:
            return self.before.with_new_coalition(new_coalition_name(self), self.blocs)
        return self.before.move(self.blocs, target if isinstance(target, str) else None)

    def result(self, target: Target, place: QPointF) -> tuple[Scenario, str]:
        """The scenario to commit and the name of the step.

        Nodes that stay in their coalition are placed by hand where they are dropped.
        """
        after = self.scenario(target)
        stayed = {
            node: position
            for node, position in self.positions(place).items()
            if self.before.coalition_of(node) == after.coalition_of(node)
        }
        after = after.place(stayed)
        if len(stayed) == len(self.nodes):
            return after, tr("Place {names}", names=self.names())
        return after, move_text(self.names(), after, self.blocs[0])

    def names(self) -> str:
        """The nodes in a few words."""
        return names_text(self.picture.by_id[node].title for node in self.nodes)

    def label(self, shown: Scenario, target: Target) -> tuple[str, ...]:
        """Lines for the pointer: what moves where, what that does to the totals, and a warning.

        The warning, of red lines that the coalition then breaks, is left out where there is none.
        """
        quota = shown.quota(self.chamber)
        if not self.blocs:
            return self.names(), tr("place it by hand")
        if target is Aim.NOWHERE:
            left = {c for b in self.blocs if (c := self.before.coalition_of(b)) is not None}
            if len(left) != 1:
                return tr("{names} → no coalition", names=self.names()), ""
            coalition = next(iter(left))
            before = self.before.seats_of(coalition, self.chamber)
            verdict = shown.verdict(coalition, self.chamber)
            name = shown.coalition_by_id[coalition].name
            return (
                tr("{names} leaves {coalition}", names=self.names(), coalition=name),
                sum_text(before, verdict.seats - before, verdict),
                *warnings(shown, self.chamber, coalition),
            )
        coalition = shown.coalitions[-1].id if target is Aim.NEW else str(target)
        verdict = shown.verdict(coalition, self.chamber)
        joining = sum(
            self.chamber.bloc_by_id[bloc].seats
            for bloc in self.blocs
            if self.before.coalition_of(bloc) != coalition
        )
        name = shown.coalition_by_id[coalition].name
        first = tr("{names} → {coalition}", names=self.names(), coalition=name)
        warned = warnings(shown, self.chamber, coalition)
        if not joining:
            return first, f"{region_text(verdict)} ({quota})", *warned
        return first, sum_text(verdict.seats - joining, joining, verdict), *warned


def names_text(names: Iterable[str]) -> str:
    """A few names in words: "Sadrists", "Sadrists and Badr", "Sadrists and 3 more"."""
    given = list(names)
    if len(given) <= 1:
        return "".join(given)
    if len(given) == 2:
        return tr("{a} and {b}", a=given[0], b=given[1])
    return tr("{a} and {count} more", a=given[0], count=len(given) - 1)


def new_coalition_name(drag: BlocDrag) -> str:
    """What a coalition is called that begins with the dragged blocs."""
    return drag.names()


def move_text(names: str, after: Scenario, bloc: str) -> str:
    """The name of a step that moves blocs, as the Edit menu shows it."""
    coalition = after.coalition_of(bloc)
    if coalition is None:
        return tr("Take {names} out", names=names)
    target = after.coalition_by_id[coalition].name
    return tr("Move {names} to {coalition}", names=names, coalition=target)
