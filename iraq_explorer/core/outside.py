"""Outside powers: who stands how to them, and which coalitions they could live with.

A power is a node that is no bloc, in practice a state, as the network at the detail *Blocs and
states* has it: with its leaders and forces folded in. A bloc is hostile to it, or a friend, by the
ties in force between the two, whichever of them they start from. A mixed bloc, with ties of both
signs, counts as hostile unless it is asked for as a friend. One without ties is neither.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from iraq_explorer.core.balance import Pair, Relation, in_order, pairs_of
from iraq_explorer.core.defection import fewest
from iraq_explorer.core.network import Network
from iraq_explorer.core.voting_game import VotingGame


@dataclass(frozen=True, slots=True)
class Standing:
    """How blocs stand to one outside power: pairs of the power and a bloc, with their links."""

    power: str
    """Id of its node."""
    friendly: tuple[Pair, ...]
    hostile: tuple[Pair, ...]
    mixed: tuple[Pair, ...]
    unknown: tuple[str, ...]
    """Blocs without a recorded tie to it, which count as nothing."""

    def friends(self, *, mixed_as_friends: bool = False) -> tuple[str, ...]:
        """Blocs that count as its friends."""
        pairs = (*self.friendly, *self.mixed) if mixed_as_friends else self.friendly
        return tuple(pair.b for pair in pairs)

    def opponents(self, *, mixed_as_friends: bool = False) -> tuple[str, ...]:
        """Blocs that count as hostile to it."""
        pairs = self.hostile if mixed_as_friends else (*self.hostile, *self.mixed)
        return tuple(pair.b for pair in pairs)


def standing(network: Network, power: str, blocs: Collection[str] | None = None) -> Standing:
    """How the members of a coalition stand to a power, or how all blocs do.

    Raises:
        KeyError: the power or a bloc is no node of the network: a filter that hides states takes
            their ties with them, and then nobody can say who is hostile to one.

    """
    if power not in network.node_by_id:
        raise KeyError(power)
    if blocs is None:
        blocs = [node.id for node in network.nodes if node.is_bloc]
    pairs = pairs_of(network, [(power, bloc) for bloc in in_order(network, blocs)])

    def those(relation: Relation) -> tuple[Pair, ...]:
        return tuple(pair for pair in pairs if pair.relation is relation)

    return Standing(
        power,
        friendly=those(Relation.FRIENDLY),
        hostile=those(Relation.HOSTILE),
        mixed=those(Relation.MIXED),
        unknown=tuple(pair.b for pair in those(Relation.UNKNOWN)),
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """One coalition before one or several powers: whom they object to and whom they have in it."""

    standings: tuple[Standing, ...]
    """Of the members, for each power."""
    opponents: tuple[str, ...]
    """Members who are hostile to any of the powers; the coalition is acceptable without any."""
    friends: tuple[str, ...]
    """Members who are friends of any of the powers and hostile to none."""
    seats: int
    quota: int
    needed: tuple[str, ...]
    """Those friends without whom the coalition loses its majority; none where it has none."""
    additions: tuple[tuple[str, ...], ...]
    """The smallest sets of friends outside, hostile to none of the powers, that bring it to the
    quota: fewest seats first. Empty where it is there already, or cannot get there so."""
    short_with_all: int
    """Seats that are missing even with every such friend; 0 where it gets there."""

    @property
    def acceptable(self) -> bool:
        """Whether nobody in it is hostile to any of the powers."""
        return not self.opponents

    @property
    def missing(self) -> int:
        """Seats to the quota."""
        return max(0, self.quota - self.seats)


def needs(
    network: Network,
    powers: Collection[str],
    members: Collection[str],
    seats: Mapping[str, int],
    quota: int,
    *,
    mixed_as_friends: bool = False,
    limit: int = 100,
) -> Needs:
    """Which friends of the powers a coalition has, needs, and could win with.

    Args:
        network: the ties in force.
        powers: ids of the powers; with several, what is acceptable is so to all of them.
        members: ids of the coalition's blocs.
        seats: seats of every bloc of the chamber.
        quota: seats that make a majority.
        mixed_as_friends: whether a bloc with ties of both signs is a friend rather than hostile.
        limit: how many of the smallest sets are listed at most.

    Raises:
        KeyError: a power or a bloc is no node of the network, or a member has no seats given.

    """
    friends, opponents = _sides(network, powers, seats, mixed_as_friends)
    inside = in_order(network, members)
    total = sum(seats[bloc] for bloc in inside)
    missing = max(0, quota - total)
    outside = [bloc for bloc in friends if bloc not in inside]
    return Needs(
        standings=tuple(standing(network, power, inside) for power in powers),
        opponents=tuple(bloc for bloc in inside if bloc in opponents),
        friends=tuple(bloc for bloc in inside if bloc in friends),
        seats=total,
        quota=quota,
        needed=tuple(
            bloc for bloc in inside if bloc in friends and total - seats[bloc] < quota <= total
        ),
        additions=_fewest(outside, seats, missing, limit) if missing else (),
        short_with_all=max(0, missing - sum(seats[bloc] for bloc in outside)),
    )


@dataclass(frozen=True, slots=True)
class AcceptableWays:
    """Every way to a majority without anybody who is hostile to one of the powers."""

    blocs: tuple[str, ...]
    """Blocs that are left: hostile to none of the powers, in the order of the network."""
    friends: tuple[str, ...]
    """Those of them who are friends of any of the powers."""
    opponents: tuple[str, ...]
    """Blocs that are left out."""
    seats: int
    """Seats of those that are left."""
    quota: int
    game: VotingGame | None
    """The game of those that are left, in their order; ``None`` where together they lose."""

    @property
    def count(self) -> int:
        """How many minimal winning coalitions they have.

        Raises:
            TooMuchWorkError: there are too many blocs, with too many seats, to count them.

        """
        return self.game.minimal_winning_count if self.game else 0

    def coalitions(self, limit: int | None = None) -> Iterator[tuple[str, ...]]:
        """The minimal winning coalitions as they are made, at most ``limit``; see `VotingGame`."""
        if self.game:
            for players in islice(self.game.minimal_winning(), limit):
                yield tuple(self.blocs[player] for player in players)

    @property
    def needed(self) -> tuple[str, ...]:
        """Blocs that every one of these coalitions needs."""
        return tuple(self.blocs[player] for player in self.game.vetoes) if self.game else ()

    @property
    def missing(self) -> int:
        """Seats that all of them together are short of the quota; 0 where they reach it."""
        return max(0, self.quota - self.seats)


def acceptable_ways(
    network: Network,
    powers: Collection[str],
    seats: Mapping[str, int],
    quota: int,
    *,
    mixed_as_friends: bool = False,
) -> AcceptableWays:
    """The coalitions that win and are acceptable to all the powers; arguments as for `needs`.

    Whoever wins without opponents of the powers contains one of the minimal winning coalitions.

    Raises:
        KeyError: a power or a bloc is no node of the network.
        ValueError: the quota is not positive, or a bloc has negative seats.

    """
    friends, opponents = _sides(network, powers, seats, mixed_as_friends)
    blocs = tuple(bloc for bloc in in_order(network, seats) if bloc not in opponents)
    weights = tuple(seats[bloc] for bloc in blocs)
    game = VotingGame(quota, weights) if sum(weights) >= quota else None
    return AcceptableWays(blocs, friends, opponents, sum(weights), quota, game)


def _sides(
    network: Network, powers: Collection[str], blocs: Collection[str], mixed_as_friends: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Friends of any of the powers who are hostile to none, and those who are hostile to any."""
    standings = [standing(network, power, blocs) for power in powers]
    hostile = {b for s in standings for b in s.opponents(mixed_as_friends=mixed_as_friends)}
    friendly = {b for s in standings for b in s.friends(mixed_as_friends=mixed_as_friends)}
    return in_order(network, friendly - hostile), in_order(network, hostile)


def _fewest(
    blocs: Sequence[str], seats: Mapping[str, int], missing: int, limit: int
) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of blocs with at least as many seats, fewest seats first."""
    order = {bloc: at for at, bloc in enumerate(blocs)}
    ways = fewest({bloc: seats[bloc] for bloc in blocs}, missing, limit).ways
    found = [tuple(sorted(way, key=order.__getitem__)) for way in ways]
    found.sort(key=lambda one: (sum(seats[b] for b in one), [order[b] for b in one]))
    return tuple(found)
