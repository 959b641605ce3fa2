"""Where the nodes are: the network of the scenario's day, its layout, and the way between two.

Layouts are computed in the background and continue from where things were. A scenario that was
shown before, as after an undo, gets back the very places it had. Where only the date changes, nodes
stay where they are, at once and without a new layout.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from iraq_explorer.core.layout import LAYOUTS, Told, below, compute_layout
from iraq_explorer.core.network import Detail, Network, TieFilter
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.core.thinning import USUAL_THINNING, Thinning
from iraq_explorer.core.timeline import turning_days
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fading import Fading
from iraq_explorer.ui.layout_work import LayoutWork
from iraq_explorer.ui.network_picture import layout_problem
from iraq_explorer.ui.travel_places import TravelPlaces

GLIDE_MS = 220
_REMEMBERED = 300
_MOST_GLIDING = 600
"""More nodes go to their places at once: a frame of their way would take too long to draw."""


class Arrangement(QObject):
    """The network that is drawn and the positions of its nodes."""

    changed = Signal()
    """Network or positions changed: draw again."""
    settled = Signal()
    """Positions are final for what is committed."""
    settings_changed = Signal()
    """Layout, detail or filter changed."""
    failed = Signal(object)
    """A layout could not be computed."""
    stopped = Signal()
    """All is to end, as the window closes: nothing is to be worked out any more."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.layout_name = next(iter(LAYOUTS))
        self.detail = Detail.BLOCS
        self.tie_filter = TieFilter()
        self.thinning = USUAL_THINNING
        self.animated = True
        self.room = Room.of_aspect(1.6)
        """The part of the canvas that a layout fills."""
        self._filled = self.room
        self.positions: dict[str, Point] = {}
        self.fading = Fading(self)
        """Ties that begin or end on the way from one day to another."""
        self.dragging_date = False
        """Whether the date follows a pointer: then nothing fades or glides."""
        self._found: tuple[tuple[object, ...], Network] | None = None
        self.network: Network = self._network()
        self._places = TravelPlaces()
        self._travelling = False
        self._drawn_membership = document.scenario.membership
        self._turns = turning_days(document.dataset)
        self._drawn_turn = 0
        self._committed = document.scenario
        self._anchored = False
        self._settled_layout = ""
        self._unfolds = False
        """Whether rough positions are worth to be seen: the layout does not go on from here."""
        self.work = LayoutWork(self)
        """The layout that is under way."""
        self.work.done.connect(self._on_layout)
        self.work.failed.connect(self.failed)
        self.work.progressed.connect(self._on_rough)
        self._remembered: OrderedDict[int, tuple[Scenario, tuple[object, ...], dict[str, Point]]]
        self._remembered = OrderedDict()
        self._start: dict[str, Point] = {}
        self._end: dict[str, Point] = {}
        self._fresh = True
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._on_step)
        self._glide.finished.connect(self._on_arrived)
        document.opened.connect(self._on_opened)
        document.committed.connect(self._on_committed)
        document.shown_changed.connect(self._on_shown)

    # -- settings --------------------------------------------------------------------------

    def set_layout(self, name: str) -> None:
        """Draw by another layout."""
        if name != self.layout_name:
            self.layout_name = name
            self._settings_changed()

    def set_detail(self, detail: Detail) -> None:
        """Draw at another level of detail."""
        if detail != self.detail:
            self.detail = detail
            self._settings_changed()

    def set_filter(self, tie_filter: TieFilter) -> None:
        """Leave other ties and actors out. Positions stay: what is left does not move."""
        if tie_filter != self.tie_filter:
            self.tie_filter = tie_filter
            self.network = self._network()
            self.settings_changed.emit()
            self.changed.emit()
            # An answer that is under way was asked for another filter and will not count.
            if self.work.busy or self.final_positions is None:
                self.arrange()

    def set_thinning(self, thinning: Thinning) -> None:
        """Draw more or fewer lines and names at a time. Positions stay."""
        if thinning != self.thinning:
            self.thinning = thinning
            self.settings_changed.emit()
            self.changed.emit()

    def _settings_changed(self) -> None:
        self.network = self._network()
        self.settings_changed.emit()
        self.changed.emit()
        self.arrange()

    @property
    def final_positions(self) -> dict[str, Point] | None:
        """Where every node is or is on its way to; ``None`` while some have no place yet."""
        known = self._end or self.positions
        return dict(known) if all(n.id in known for n in self.network.nodes) else None

    @property
    def gathered(self) -> bool:
        """Whether the layout gathers coalitions into regions of their own."""
        return self.layout_name == "coalition"

    @property
    def busy(self) -> bool:
        """Whether a layout is awaited, or nodes are on their way."""
        return self.work.busy or self.gliding

    @property
    def travelling(self) -> bool:
        """Whether another day than the committed one is shown; ``changed`` tells what to draw."""
        return self._travelling

    @property
    def anchored(self) -> bool:
        """Whether nodes stand where they stood before: only the date has changed since."""
        return self._anchored

    @property
    def drawn(self) -> Network:
        """The network together with what is still fading out."""
        return self.fading.drawn(self.network)

    def stop(self) -> None:
        """End animation and background work, and wait for it."""
        self.fading.stop()
        self._glide.stop()
        self.work.stop()
        self.stopped.emit()

    # -- layout ----------------------------------------------------------------------------

    def arrange(self, *, afresh: bool = False) -> None:
        """Ask for a layout in the background; ``afresh`` forgets where things were."""
        scenario = self._document.scenario
        if afresh:
            self._places.forget()
        older: Mapping[str, Point] = {} if afresh or self._fresh else self._end or self.positions
        dataset = self._document.dataset
        network, room = self.network, self.room
        self._filled = room
        name, key = self.layout_name, self._key()
        self._unfolds = not older or name != self._settled_layout

        def work(told: Told) -> tuple[object, ...]:
            problem = layout_problem(network, scenario, dataset, older, room=room)
            return scenario, key, compute_layout(name, problem, told)

        self.work.request(work)

    def fill(self) -> None:
        """Arrange anew, from where things are, if the room has become another one."""
        if self.room.differs(self._filled) and self.final_positions is not None:
            self.arrange()

    def cancel(self) -> None:
        """End the layout that is under way, and leave everything where it is now."""
        if not self.work.running:
            return
        self.work.cancel()
        bodies = layout_problem(
            self.network, self._document.scenario, self._document.dataset, {}
        ).bodies
        known = self._end or self.positions
        missing = [body for body in bodies if body.id not in known]
        self._glide_to({**known, **below(missing, known.values())})

    def _on_rough(self) -> None:
        rough = self.work.take_rough()
        # Positions of a day that is travelled to are not those that the layout is about.
        if rough and self._unfolds and not self._travelling:
            self.hold(rough)
            self.changed.emit()

    def _network(self) -> Network:
        """The network of what is shown; who is in which coalition makes no other."""
        shown = self._document.shown
        dataset = self._document.dataset
        asked = (
            dataset,
            shown.chamber,
            shown.date,
            shown.what_if,
            shown.tie_changes,
            shown.disregarded,
            self.detail,
            self.tie_filter,
        )
        if self._found is None or self._found[0] != asked:
            self._found = asked, dataset.network(shown, self.detail, self.tie_filter)
        return self._found[1]

    def _key(self) -> tuple[object, ...]:
        return (self.layout_name, self.detail, self.tie_filter)

    def _on_opened(self) -> None:
        self._remembered.clear()
        self._places.forget()
        # Scenarios of one chamber share places, so that going from one to the next shows what
        # moved; another chamber starts afresh.
        known = {bloc.id for bloc in self._document.chamber.blocs}
        self._fresh = not any(node in known for node in self.positions)

    def _on_committed(self) -> None:
        scenario, before = self._document.scenario, self._committed
        self._committed = scenario
        known = self.final_positions is not None and not self._fresh
        travelled = self._travelling
        if not travelled and known:
            self._places.start(before, self._end or self.positions)
        self._travelling = False
        self._show(self._network())
        remembered = self._remembered.get(id(scenario))
        self._anchored = known and _only_time_passed(before, scenario)
        if remembered is not None and remembered[1] == self._key():
            self._glide_to(remembered[2])
        elif self._anchored:
            self._settle(scenario, self._places_of(scenario))
        else:
            if travelled:
                self.hold(self._places.base)
            self.changed.emit()
            self.arrange()

    def _on_layout(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        scenario, key, positions = answer
        if scenario is not self._document.scenario or key != self._key():
            return
        if self._travelling:
            # It is for the day that the way began from: the way goes on from there.
            self._remember(scenario, positions)
            self._places.start(scenario, positions)
            self._on_shown()
            return
        self._anchored = False
        self._settled_layout = self.layout_name
        self._settle(scenario, positions)

    def _settle(self, scenario: Scenario, positions: dict[str, Point]) -> None:
        self._remember(scenario, positions)
        self._glide_to(positions)

    def _remember(self, scenario: Scenario, positions: dict[str, Point]) -> None:
        self._remembered[id(scenario)] = (scenario, self._key(), positions)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        self._places.remember(scenario, positions)

    # -- another day -----------------------------------------------------------------------

    def _on_shown(self) -> None:
        document = self._document
        scenario, shown = document.scenario, document.shown
        if not self._travelling:
            if shown.date == scenario.date or self.final_positions is None or self._fresh:
                return
            self._places.start(scenario, self._end or self.positions)
            self._travelling = True
            self._drawn_turn = bisect_right(self._turns, scenario.date.latest)
        self._anchored = True
        # Between two days on which no tie begins or ends the network is the same.
        same = self._turn() == self._drawn_turn
        network = self.network if same else self._network()
        places = self._places.base
        changed = network != self.network or shown.membership != self._drawn_membership
        if changed or not same:
            self._show(network)
        if document.previewing:
            places = self._places_of(shown)
        else:
            self._travelling = False
        if changed or places != self._end:
            self._glide_to(places)

    def _turn(self) -> int:
        return bisect_right(self._turns, self._document.shown.date.latest)

    def _show(self, network: Network) -> None:
        self._drawn_membership = self._document.shown.membership
        self._drawn_turn = self._turn()
        before, self.network = self.network, network
        few = len(network.nodes) <= _MOST_GLIDING
        if self.animated and not self.dragging_date and self.positions and few:
            self.fading.begin(before, network)
        else:
            self.fading.stop()

    def _places_of(self, scenario: Scenario) -> dict[str, Point]:
        dataset = self._document.dataset
        return self._places.of(self.network, scenario, dataset, self.room, gathered=self.gathered)

    # -- the way there ---------------------------------------------------------------------

    def hold(self, positions: Mapping[str, Point]) -> None:
        """Put nodes where a gesture has them, at once."""
        self._glide.stop()
        self.positions = {**self.positions, **positions}
        self._end = dict(self.positions)

    def _glide_to(self, positions: Mapping[str, Point]) -> None:
        if self.gliding and self._end == positions:
            self.changed.emit()
            return
        self._glide.stop()
        self._end = dict(positions)
        still = all(self.positions.get(node, place) == place for node, place in positions.items())
        at_once = self._fresh or not self.animated or not self.positions or self.dragging_date
        if at_once or still or len(positions) > _MOST_GLIDING:
            self._fresh = False
            self.positions = {**self._parting(), **positions}
            self.changed.emit()
            self._on_arrived()
            return
        # What was not drawn before appears in its place; all else glides.
        self._start = {node: self.positions.get(node, place) for node, place in positions.items()}
        self._glide.start()

    def _parting(self) -> dict[str, Point]:
        """The places of nodes that are fading out."""
        gone = (n.id for n in self.drawn.nodes if n.id not in self.network.node_by_id)
        return {node: self.positions[node] for node in gone if node in self.positions}

    def _on_arrived(self) -> None:
        if not self._travelling:
            self.settled.emit()

    @property
    def gliding(self) -> bool:
        """Whether nodes are on their way."""
        return self._glide.state() == QAbstractAnimation.State.Running

    def _on_step(self, share: object) -> None:
        assert isinstance(share, float)
        self.positions = self._parting() | {
            node: (
                self._start[node][0] + (x - self._start[node][0]) * share,
                self._start[node][1] + (y - self._start[node][1]) * share,
            )
            for node, (x, y) in self._end.items()
        }
        self.changed.emit()


def _only_time_passed(before: Scenario, after: Scenario) -> bool:
    """Whether two scenarios differ by the date and by who went with it, and by nothing else."""
    if before.date == after.date or before.coalitions != after.coalitions:
        return False
    as_then = replace(
        after, date=before.date, membership=before.membership, placements=before.placements
    )
    return as_then == before
