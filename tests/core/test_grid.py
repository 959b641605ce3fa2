"""The grid: whatever lies near a place is found, among others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.grid import Grid

_NUMBERS = st.floats(-500, 500)
_SIZES = st.floats(0, 120)
_RECTS = st.tuples(_NUMBERS, _NUMBERS, _SIZES, _SIZES)


@given(st.lists(_RECTS, max_size=30), _RECTS, st.floats(5, 200))
def test_everything_that_meets_a_rectangle_is_found(
    rects: list[tuple[float, float, float, float]],
    asked: tuple[float, float, float, float],
    cell: float,
) -> None:
    grid: Grid[int] = Grid(cell)
    for number, (x, y, wide, high) in enumerate(rects):
        grid.add(x, y, x + wide, y + high, number)
    ax, ay, aw, ah = asked
    meeting = {
        number
        for number, (x, y, wide, high) in enumerate(rects)
        if x <= ax + aw and ax <= x + wide and y <= ay + ah and ay <= y + high
    }
    assert meeting <= set(grid.near(ax, ay, ax + aw, ay + ah))


def test_what_is_far_away_is_not_looked_at() -> None:
    grid: Grid[str] = Grid(10)
    grid.add(0, 0, 5, 5, "near")
    grid.add(900, 900, 905, 905, "far")
    assert set(grid.near(1, 1, 2, 2)) == {"near"}


def test_a_cell_has_a_size() -> None:
    with pytest.raises(ValueError, match="cell"):
        Grid(0)
