"""Where the nodes are: the network of the scenario's day, its layout, and the way between two.

Layouts are computed in the background and continue from where things were. A scenario that was
shown before, as after an undo, gets back the very places it had.
"""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from iraq_explorer.core.layout import ASPECT, LAYOUTS, compute_layout
from iraq_explorer.core.network import Detail, Network, TieFilter
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.network_picture import layout_problem

GLIDE_MS = 220
_REMEMBERED = 300


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

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.layout_name = next(iter(LAYOUTS))
        self.detail = Detail.BLOCS
        self.tie_filter = TieFilter()
        self.animated = True
        self.aspect = ASPECT
        """Width over height of the canvas, which a layout from scratch keeps to."""
        self.positions: dict[str, Point] = {}
        self.network: Network = self._network()
        self._background = Background(self)
        self._background.done.connect(self._on_layout)
        self._background.failed.connect(self.failed)
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
        self._glide.finished.connect(self.settled)
        document.opened.connect(self._on_opened)
        document.committed.connect(self._on_committed)

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
            if self._background.busy or self.final_positions is None:
                self.arrange()

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

    def stop(self) -> None:
        """End animation and background work, and wait for it."""
        self._glide.stop()
        self._background.stop()

    # -- layout ----------------------------------------------------------------------------

    def arrange(self, *, afresh: bool = False) -> None:
        """Ask for a layout in the background; ``afresh`` forgets where things were."""
        scenario = self._document.scenario
        older: Mapping[str, Point] = {} if afresh or self._fresh else self._end or self.positions
        dataset = self._document.dataset
        problem = layout_problem(self.network, scenario, dataset, older, self.aspect)
        name, key = self.layout_name, self._key()
        self._background.request(lambda: (scenario, key, compute_layout(name, problem)))

    def _network(self) -> Network:
        document = self._document
        return document.dataset.network(document.scenario, self.detail, self.tie_filter)

    def _key(self) -> tuple[object, ...]:
        return (self.layout_name, self.detail, self.tie_filter)

    def _on_opened(self) -> None:
        self._remembered.clear()
        # Scenarios of one chamber share places, so that going from one to the next shows what
        # moved; another chamber starts afresh.
        known = {bloc.id for bloc in self._document.chamber.blocs}
        self._fresh = not any(node in known for node in self.positions)

    def _on_committed(self) -> None:
        self.network = self._network()
        remembered = self._remembered.get(id(self._document.scenario))
        if remembered is not None and remembered[1] == self._key():
            self._glide_to(remembered[2])
        else:
            self.changed.emit()
            self.arrange()

    def _on_layout(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        scenario, key, positions = answer
        if scenario is not self._document.scenario or key != self._key():
            return
        self._remembered[id(scenario)] = (scenario, key, positions)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        self._glide_to(positions)

    # -- the way there ---------------------------------------------------------------------

    def hold(self, positions: Mapping[str, Point]) -> None:
        """Put nodes where a gesture has them, at once."""
        self._glide.stop()
        self.positions = {**self.positions, **positions}
        self._end = dict(self.positions)

    def _glide_to(self, positions: Mapping[str, Point]) -> None:
        self._glide.stop()
        self._end = dict(positions)
        if self._fresh or not self.animated or not self.positions:
            self._fresh = False
            self.positions = dict(positions)
            self.changed.emit()
            self.settled.emit()
            return
        # What was not drawn before appears in its place; all else glides.
        self._start = {node: self.positions.get(node, place) for node, place in positions.items()}
        self._glide.start()

    @property
    def gliding(self) -> bool:
        """Whether nodes are on their way."""
        return self._glide.state() == QAbstractAnimation.State.Running

    def _on_step(self, share: object) -> None:
        assert isinstance(share, float)
        self.positions = {
            node: (
                self._start[node][0] + (x - self._start[node][0]) * share,
                self._start[node][1] + (y - self._start[node][1]) * share,
            )
            for node, (x, y) in self._end.items()
        }
        self.changed.emit()
