"""A uniform grid over the plane: what lies near a place, without looking at everything."""

import math
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Grid(Generic[T]):
    """Items by the cells that their rectangles touch."""

    def __init__(self, cell: float) -> None:
        """Begin an empty grid.

        Args:
            cell: side of a cell. About the size of most items is best; larger ones take many
                cells, which costs time and memory but is not wrong.

        Raises:
            ValueError: the side is not positive.

        """
        if not cell > 0:
            raise ValueError(f"a cell of side {cell}")
        self._cell = cell
        self._cells: dict[tuple[int, int], list[T]] = {}

    def add(self, left: float, top: float, right: float, bottom: float, item: T) -> None:
        """Put an item into every cell that a rectangle touches."""
        for key in self._keys(left, top, right, bottom):
            self._cells.setdefault(key, []).append(item)

    def near(self, left: float, top: float, right: float, bottom: float) -> Iterator[T]:
        """The items of every cell that a rectangle touches: all that could meet it, and more.

        An item that lies in several of these cells comes once for each.
        """
        for key in self._keys(left, top, right, bottom):
            yield from self._cells.get(key, ())

    def _keys(
        self, left: float, top: float, right: float, bottom: float
    ) -> Iterator[tuple[int, int]]:
        cell = self._cell
        rows = range(math.floor(top / cell), math.floor(bottom / cell) + 1)
        for column in range(math.floor(left / cell), math.floor(right / cell) + 1):
            for row in rows:
                yield column, row
