"""What the blocs of a vote can come out as, each with its exact chance, and all of them together.

Per cent are chances: each member comes, and each who comes follows the bloc, independently of every
other, so that numbers are binomial. Heads are exactly so many. For the rules only two numbers of a
bloc matter: how many of it are for, and how many are in the room.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb
from typing import TYPE_CHECKING

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.tally import QUORUM

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from iraq_explorer.core.chamber import Rule

MOST_STEPS = 1_500_000_000
"""Additions that the exact chance may take, about a second; beyond it there is none."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The ways that one bloc can come out."""

    heads: tuple[tuple[int, int], ...]
    """Members for, and members in the room, in ascending order."""
    weights: tuple[int, ...]
    """The chance of each, times ``total``."""
    total: int


@lru_cache(maxsize=1024)
def outcomes(conduct: Conduct, seats: int) -> Outcomes:
    """How a bloc can come out."""
    weights: dict[tuple[int, int], int] = {}
    for there, come in _binomial(conduct.attendance, seats, seats):
        for following, follow in _binomial(conduct.cohesion, there, seats):
            dissenting = there - following
            in_favour = following * (conduct.stance is Stance.FOR)
            in_favour += dissenting * (conduct.dissent is Stance.FOR)
            present = following * (conduct.stance is not Stance.ABSENT)
            present += dissenting * (conduct.dissent is not Stance.ABSENT)
            key = in_favour, present
            weights[key] = weights.get(key, 0) + come * follow
    held = sorted(weights)
    # Both numbers are out of 100 per member where they are in per cent.
    total = 100 ** (seats * (conduct.attendance.percent + conduct.cohesion.percent))
    return Outcomes(tuple(held), tuple(weights[key] for key in held), total)


def _binomial(amount: Amount, of: int, scale: int) -> Iterator[tuple[int, int]]:
    """How many of so many, each with its chance times 100 to the power of ``scale``."""
    if not amount.percent:
        yield amount.heads(of), 1
        return
    yes, no = amount.value, 100 - amount.value
    for heads in range(of + 1):
        weight = comb(of, heads) * yes**heads * no ** (of - heads)
        if weight:
            yield heads, weight * 100 ** (scale - of)


def certain(roll_call: RollCall, chamber: Chamber) -> bool:
    """Whether nothing is left to chance: every bloc can come out in one way only."""
    return all(
        len(outcomes(roll_call.conduct(bloc.id), bloc.seats).heads) == 1 for bloc in chamber.blocs
    )


def needed_by_present(rules: Sequence["Rule"], members: int) -> Mapping[str, tuple[int, ...]]:
    """For each rule the votes for that pass, by the number of members in the room.

    Where there is no quorum it is more than all members: nothing passes. The quorum itself takes no
    votes.
    """
    room = range(members + 1)
    lines = {rule.id: [rule.quota(members, there) for there in room] for rule in rules}
    quorum = lines.get(QUORUM, [0] * (members + 1))
    return {
        rule: tuple(
            members + 1 if there < quorum[there] else 0 if rule == QUORUM else line
            for there, line in enumerate(held)
        )
        for rule, held in lines.items()
    }


def joint_chances(roll_call: RollCall, chamber: Chamber) -> "NDArray[float64] | None":
    """The exact chance of every number of votes for (row) with every number present (column).

    Blocs are convolved one by one. All terms are positive, so that float64 keeps about twelve
    digits.

    Returns:
        ``None`` where it would take too long.

    """
    import numpy as np

    players = [
        (outcomes(roll_call.conduct(bloc.id), bloc.seats), bloc.seats)
        for bloc in sorted(chamber.blocs, key=lambda bloc: bloc.seats)
    ]
    steps = size = 0
    for held, seats in players:
        size += seats
        steps += len(held.heads) * (size + 1) ** 2
    if steps > MOST_STEPS:
        return None
    chances = np.ones((1, 1))
    for held, seats in players:
        size = chances.shape[0]
        after = np.zeros((size + seats, size + seats))
        for (in_favour, present), weight in zip(held.heads, held.weights, strict=True):
            after[in_favour : in_favour + size, present : present + size] += chances * (
                weight / held.total
            )
        chances = after
    whole = np.zeros((chamber.seats + 1, chamber.seats + 1))
    whole[: chances.shape[0], : chances.shape[1]] = chances
    return whole


def exact_chances(
    roll_call: RollCall, chamber: Chamber, rules: Sequence["Rule"]
) -> dict[str, float] | None:
    """The exact chance to pass under each rule; ``None`` where it would take too long."""
    import numpy as np

    chances = joint_chances(roll_call, chamber)
    if chances is None:
        return None
    votes = np.arange(chamber.seats + 1)[:, None]
    return {
        rule: min(1.0, float(chances[votes >= np.array(line)].sum()))
        for rule, line in needed_by_present(rules, chamber.seats).items()
    }
