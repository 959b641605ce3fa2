"""Ties and nodes that begin or end: for a moment they are drawn between there and gone."""

from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from iraq_explorer.core.network import Link, Network, Node

FADE_MS = 320
_TICK_MS = 16


class Fading(QObject):
    """What comes and goes from one network to the next, each with a time of its own."""

    stepped = Signal()
    """Opacities changed: paint again."""
    ended = Signal()
    """Something has gone and is to be left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coming: dict[str, int] = {}
        """By id of a link or node when it began to come."""
        self._going: dict[str, int] = {}
        self._gone: dict[str, Link | Node] = {}
        """What is drawn although the network has it no more."""
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self._timer.isActive()

    def begin(self, before: Network, after: Network) -> None:
        """Fade from one network to another; what was on its way already goes on."""
        old, new = _parts(before), _parts(after)
        now = self._clock.elapsed()
        for part in new.keys() - old.keys():
            # Who turns back half way comes back from there.
            left = self._going.pop(part, now - FADE_MS)
            self._gone.pop(part, None)
            self._coming[part] = now - max(0, FADE_MS - (now - left))
        for part in old.keys() - new.keys():
            come = self._coming.pop(part, now - FADE_MS)
            self._going[part] = now - max(0, FADE_MS - (now - come))
            self._gone[part] = old[part]
        if self._coming or self._going:
            self._timer.start()

    def stop(self) -> None:
        """Be done at once."""
        self._timer.stop()
        self._coming.clear()
        self._going.clear()
        self._gone.clear()

    @property
    def opacity(self) -> Mapping[str, float]:
        """By id of a link or node how much of it is seen; all others are there."""
        if not self.running:
            return {}
        now = self._clock.elapsed()
        shares = {part: (now - since) / FADE_MS for part, since in self._coming.items()}
        shares |= {part: 1 - (now - since) / FADE_MS for part, since in self._going.items()}
        return {part: max(0.0, min(1.0, share)) for part, share in shares.items()}

    def drawn(self, network: Network) -> Network:
        """A network together with what is still on its way out."""
        if not self._gone:
            return network
        nodes = [n for n in self._gone.values() if isinstance(n, Node)]
        there = network.node_by_id.keys() | {node.id for node in nodes}
        links = [
            part
            for part in self._gone.values()
            if isinstance(part, Link) and part.a in there and part.b in there
        ]
        return Network((*network.nodes, *nodes), (*network.links, *links))

    def _on_tick(self) -> None:
        now = self._clock.elapsed()
        over = [part for part, since in self._going.items() if now - since >= FADE_MS]
        for part in over:
            del self._going[part], self._gone[part]
        self._coming = {p: since for p, since in self._coming.items() if now - since < FADE_MS}
        if not self._coming and not self._going:
            self._timer.stop()
        if over:
            self.ended.emit()
        else:
            self.stepped.emit()


def _parts(network: Network) -> dict[str, Link | Node]:
    return {**network.node_by_id, **{link.id: link for link in network.links}}
