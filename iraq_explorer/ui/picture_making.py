"""Making the picture of a network: at once where it is small, beside the window where it is large.

A picture of thousands of nodes takes longer than a window may stand still. Until it is made the one
before is shown. Each that is made is shown, also where the next is asked for already: so a network
that changes at every frame, as while time passes, goes on moving.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Signal

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Network
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.network_picture import NetworkPicture, build_picture

AT_ONCE = 600
"""Pictures of up to so many nodes take less than a twentieth of a second."""


@dataclass(frozen=True)
class Sitting:
    """All that a picture is made from: values that nobody changes."""

    network: Network
    scenario: Scenario
    dataset: Dataset
    positions: Mapping[str, Point]
    gathered: bool
    room: Room

    @property
    def small(self) -> bool:
        """Whether its picture is made at once."""
        return len(self.network.nodes) <= AT_ONCE

    def looks_like(self, other: "Sitting | None") -> bool:
        """Whether both have the same picture; a day alone shows in the network or not at all."""
        return (
            other is not None
            and self.network is other.network
            and self.dataset is other.dataset
            and (self.room, self.gathered) == (other.room, other.gathered)
            and self.positions == other.positions
            and replace(self.scenario, date=other.scenario.date) == other.scenario
        )

    def picture(self) -> NetworkPicture:
        """What is drawn of it."""
        return build_picture(
            self.network,
            self.scenario,
            self.dataset,
            self.positions,
            gathered=self.gathered,
            room=self.room,
        )


class PictureMaking(QObject):
    """Makes pictures one after the other; of those that wait the newest is next."""

    made = Signal(object, object)
    """A ``Sitting`` that was asked for, and its ``NetworkPicture``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._under_way: Sitting | None = None
        self._next: Sitting | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is awaited."""
        return self._under_way is not None

    def request(self, sitting: Sitting) -> None:
        """Have a picture made beside the window."""
        if self._under_way is not None:
            self._next = sitting
            return
        self._under_way = sitting
        self._background.request(lambda: _finished(sitting))

    def forget(self) -> None:
        """Await no picture any more."""
        self._under_way = self._next = None

    def stop(self) -> None:
        """Await no picture any more, and wait until none is made."""
        self._under_way = self._next = None
        self._background.stop()

    def _on_done(self, picture: object) -> None:
        sitting = self._under_way
        if sitting is not None:
            self._go_on()
            self.made.emit(sitting, picture)

    def _on_failed(self, error: object) -> None:
        assert isinstance(error, Exception)
        self._go_on()
        raise error

    def _go_on(self) -> None:
        self._under_way, waiting, self._next = None, self._next, None
        if waiting is not None:
            self.request(waiting)


def _finished(sitting: Sitting) -> NetworkPicture:
    """A picture with all that drawing and pointing will ask of it."""
    picture = sitting.picture()
    _ = picture.bounds, picture.by_id, picture.links_of, picture.by_strength
    picture.node_at(QPointF(), 0.0)
    return picture
