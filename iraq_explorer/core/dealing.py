"""Dealing the blocs of a chamber to a few groups, for a game: by seats, and by lot where equal."""

from fractions import Fraction
from random import Random

from iraq_explorer.core.chamber import Chamber

FEWEST, MOST = 2, 6
"""How many groups can play."""
_ROOM = Fraction(5, 4)
"""How far beyond an even share a list may fill a group so as to stay together."""

Hands = tuple[tuple[str, ...], ...]
"""The blocs of each group, in the order of the chamber."""


def deal(chamber: Chamber, groups: int, seed: int) -> Hands:
    """Give every bloc to one group, so that their seats are as even as lists allow.

    Large blocs come first, each to the group with fewest seats; but to one that has blocs of its
    list already where that does not fill the group beyond five quarters of an even share. No two
    groups differ by more seats than the largest bloc has, and none is left empty. Where seats are
    equal the lot decides, and which group gets which hand.

    Raises:
        ValueError: there are fewer than 2 or more than 6 groups, or fewer blocs than groups.

    """
    if not FEWEST <= groups <= MOST:
        raise ValueError(f"{FEWEST} to {MOST} groups can play, not {groups}")
    if len(chamber.blocs) < groups:
        raise ValueError(f"{len(chamber.blocs)} blocs are too few for {groups} groups")
    lot = Random(seed)
    blocs = list(chamber.blocs)
    lot.shuffle(blocs)
    blocs.sort(key=lambda bloc: -bloc.seats)
    largest = blocs[0].seats
    share = Fraction(sum(bloc.seats for bloc in blocs), groups) * _ROOM
    order = list(range(groups))
    lot.shuffle(order)
    seats = [0] * groups
    held: list[list[str]] = [[] for _ in range(groups)]
    lists: list[set[str]] = [set() for _ in range(groups)]
    for place, bloc in enumerate(blocs):
        empty = [group for group in order if not held[group]]
        home = [
            group
            for group in order
            if bloc.list_id in lists[group]
            and seats[group] + bloc.seats <= min(seats) + largest
            and seats[group] + bloc.seats <= share
        ]
        if home and len(blocs) - place > len(empty):
            group = home[0]
        else:
            group = min(empty or order, key=lambda g: seats[g])
        seats[group] += bloc.seats
        held[group].append(bloc.id)
        lists[group].add(bloc.list_id)
    return tuple(tuple(b.id for b in chamber.blocs if b.id in own) for own in held)


def moved(hands: Hands, bloc: str, group: int, chamber: Chamber) -> Hands:
    """The hands with one bloc given to another group.

    Raises:
        KeyError: nobody has the bloc.
        ValueError: there is no such group, or the bloc is the only one of its group.

    """
    if not 0 <= group < len(hands):
        raise ValueError(f"there is no group {group}")
    owner = owner_of(hands, bloc)
    if owner != group and len(hands[owner]) == 1:
        raise ValueError("a group needs at least one bloc")
    wanted = [set(own) - {bloc} for own in hands]
    wanted[group].add(bloc)
    return tuple(tuple(b.id for b in chamber.blocs if b.id in own) for own in wanted)


def owner_of(hands: Hands, bloc: str) -> int:
    """The place of the group that has a bloc.

    Raises:
        KeyError: nobody has it.

    """
    for place, own in enumerate(hands):
        if bloc in own:
            return place
    raise KeyError(bloc)
