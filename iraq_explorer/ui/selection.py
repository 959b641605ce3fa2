"""What is selected: shared by the canvas, the board and the inspector."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from iraq_explorer.core.network import Link


class Selection(QObject):
    """The nodes that are selected, or else one line, or one coalition."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: tuple[str, ...] = ()
        """Ids in the order of selecting."""
        self.link: Link | None = None
        self.coalition: str | None = None

    def set_nodes(self, nodes: Iterable[str]) -> None:
        """Select nodes and nothing else."""
        self._set(tuple(dict.fromkeys(nodes)), None, None)

    def toggle(self, node: str) -> None:
        """Add a node to the selection, or take it out."""
        if node in self.nodes:
            self.set_nodes(other for other in self.nodes if other != node)
        else:
            self.set_nodes((*self.nodes, node))

    def set_link(self, link: Link) -> None:
        """Select one line."""
        self._set((), link, None)

    def set_coalition(self, coalition: str) -> None:
        """Select one coalition."""
        self._set((), None, coalition)

    def clear(self) -> None:
        """Select nothing."""
        self._set((), None, None)

    def _set(self, nodes: tuple[str, ...], link: Link | None, coalition: str | None) -> None:
        if (nodes, link, coalition) != (self.nodes, self.link, self.coalition):
            self.nodes, self.link, self.coalition = nodes, link, coalition
            self.changed.emit()
