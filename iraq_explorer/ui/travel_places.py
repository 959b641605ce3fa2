"""Where nodes stand on the days that are passed, from where they stand on the committed one."""

from collections.abc import Mapping

from iraq_explorer.core.anchoring import anchored
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Network
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.ui.network_picture import layout_problem

_Key = tuple[frozenset[str], frozenset[tuple[str, str]]]


class TravelPlaces:
    """Places by day: who is there on the committed day keeps the place, who comes back gets it."""

    def __init__(self) -> None:
        self._home: Scenario | None = None
        self._base: dict[str, Point] = {}
        self._found: dict[_Key, dict[str, Point]] = {}
        self._remembered: dict[tuple[str, str | None], Point] = {}

    def start(self, scenario: Scenario, base: Mapping[str, Point]) -> None:
        """Take the places of the committed scenario as those that are kept."""
        self._home, self._base = scenario, dict(base)
        self._found.clear()

    def remember(self, scenario: Scenario, places: Mapping[str, Point]) -> None:
        """Keep in mind where nodes were, for when they come back."""
        for node, place in places.items():
            self._remembered[node, scenario.coalition_of(node)] = place

    def forget(self) -> None:
        """Have no places in mind any more."""
        self._remembered.clear()

    @property
    def base(self) -> dict[str, Point]:
        """The places of the committed scenario."""
        return dict(self._base)

    def of(
        self,
        network: Network,
        scenario: Scenario,
        dataset: Dataset,
        room: Room,
        *,
        gathered: bool,
    ) -> dict[str, Point]:
        """Where the nodes of a day stand."""
        key = (frozenset(network.node_by_id), frozenset(scenario.membership.items()))
        if key not in self._found:
            home = self._home or scenario
            problem = layout_problem(network, scenario, dataset, self._base, room=room)
            moved = frozenset(
                node.id
                for node in network.nodes
                if scenario.coalition_of(node.id) != home.coalition_of(node.id)
            )
            preferred = {
                node.id: self._remembered[node.id, scenario.coalition_of(node.id)]
                for node in network.nodes
                if (node.id, scenario.coalition_of(node.id)) in self._remembered
            }
            places = anchored(problem, moved, preferred, gathered=gathered)
            self.remember(scenario, places)
            self._found[key] = places
        return dict(self._found[key])
