"""Who sits where in the hemicycle: one place a seat, in an order that survives moves.

The first coalition fills the chamber from the left, the second from the right, the others and the
blocs in none sit between them. A bloc that joins sits down at the inner edge of its coalition, so
that nobody else on that side has to move.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import pi

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Seat:
    """One place of the hemicycle, in a box two wide and one high with y growing downwards."""

    x: float
    y: float
    angle: float
    """Radians from the left end (0) over the middle to the right end (pi)."""


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """The places of a chamber from left to right, and the size of one."""

    seats: tuple[Seat, ...]
    seat_radius: float

    def boundary(self, count: int) -> float:
        """The angle between the first ``count`` places and the rest."""
        if count <= 0:
            return 0.0
        if count >= len(self.seats):
            return pi
        return (self.seats[count - 1].angle + self.seats[count].angle) / 2


@lru_cache(maxsize=16)
def hemicycle(seats: int) -> Hemicycle:
    """The places of a chamber with so many seats, as ParliamentArch arranges them."""
    from parliamentarch.geometry import (
        get_nrows_from_nseats,
        get_row_thickness,
        get_seats_centers,
    )

    centres = get_seats_centers(seats)
    places = sorted(
        (Seat(x, 1.0 - y, pi - angle) for (x, y), angle in centres.items()),
        key=lambda seat: (seat.angle, seat.y),
    )
    return Hemicycle(tuple(places), get_row_thickness(get_nrows_from_nseats(seats)))


@dataclass(frozen=True, slots=True)
class SeatedBloc:
    """A run of neighbouring places that one bloc takes."""

    bloc: str
    """Id of the bloc; empty for vacant seats."""
    coalition: str | None
    first: int
    """Index of its first place from the left."""
    count: int


def seating(scenario: Scenario, chamber: Chamber) -> tuple[SeatedBloc, ...]:
    """The blocs from left to right."""
    order = {bloc: place for place, bloc in enumerate(scenario.membership)}
    groups: dict[str | None, list[str]] = {c.id: [] for c in scenario.coalitions}
    groups[None] = []
    for bloc in chamber.blocs:
        groups[scenario.coalition_of(bloc.id)].append(bloc.id)
    for members in groups.values():
        members.sort(key=lambda bloc: order.get(bloc, -1))
    ids = [coalition.id for coalition in scenario.coalitions]
    left = groups[ids[0]] if ids else []
    right = groups[ids[1]][::-1] if len(ids) > 1 else []
    half = len(ids[2:]) // 2
    between = [b for c in ids[2 : 2 + half] for b in groups[c]]
    middle = [*between, *groups[None], *(b for c in ids[2 + half :] for b in groups[c])]
    seated = []
    taken = 0
    # Vacant seats stand in the middle, so that both sides begin where they always do.
    for member in (*left, *middle, "", *right):
        count = chamber.bloc_by_id[member].seats if member else max(0, chamber.vacant)
        if not member and not count:
            continue
        seated.append(SeatedBloc(member, scenario.coalition_of(member), taken, count))
        taken += count
    return tuple(seated)
