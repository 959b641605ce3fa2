"""How nodes stand to each other: friction inside a coalition, and signed triangles.

All of it reads the links of a network as they are: what a date or a filter leaves out of the
network is not there, and the sign of a link is that of its ties, also where they are hypothetical
or only negotiate. Blocs have the ties of their people at the detail *Blocs and states*.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Link, Network, Tie


class Relation(StrEnum):
    """What is recorded between two nodes."""

    FRIENDLY = "friendly"
    HOSTILE = "hostile"
    MIXED = "mixed"
    """Ties of both signs are in force."""
    UNKNOWN = "unknown"
    """No tie is recorded, which says nothing of how they stand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes and the links between them: one, one of each sign, or none."""

    a: str
    b: str
    links: tuple[Link, ...] = ()

    @property
    def relation(self) -> Relation:
        """What the links say."""
        if not self.links:
            return Relation.UNKNOWN
        if len(self.links) > 1:
            return Relation.MIXED
        return Relation.FRIENDLY if self.links[0].sign > 0 else Relation.HOSTILE


def pairs_of(network: Network, ends: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
    """The pairs with the links between them, in the order given."""
    found: dict[tuple[str, str], list[Link]] = {}
    for link in network.links:
        found.setdefault((link.a, link.b), []).append(link)
    return tuple(Pair(a, b, tuple(found.get((min(a, b), max(a, b)), ()))) for a, b in ends)


# -- friction --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bond:
    """A friendly link inside a coalition."""

    link: Link
    bridge: bool
    """Whether without it no chain of friendly links joins its two ends inside the coalition."""

    @property
    def tie(self) -> Tie:
        """The strongest of its ties: what the bond comes to."""
        return self.link.main


@dataclass(frozen=True, slots=True)
class Friction:
    """How the members of one coalition stand to each other, pair by pair."""

    hostile: tuple[Pair, ...]
    mixed: tuple[Pair, ...]
    """Pairs with ties of both signs: they rub, so they count as hostile, and are told apart."""
    friendly: tuple[Pair, ...]
    unknown: tuple[Pair, ...]
    """Pairs without a recorded tie: never counted, neither as friendly nor as hostile."""
    weakest: Bond | None
    """The friendly link that is least to be relied on; ``None`` where there is none."""
    groups: tuple[frozenset[str], ...]
    """The members as chains of friendly links join them, mixed pairs included."""

    @property
    def known(self) -> int:
        """How many pairs have a recorded tie."""
        return len(self.hostile) + len(self.mixed) + len(self.friendly)

    @property
    def share(self) -> Fraction | None:
        """Hostile and mixed pairs among those known; ``None`` where no pair is known."""
        rubbing = len(self.hostile) + len(self.mixed)
        return Fraction(rubbing, self.known) if self.known else None


def friction(network: Network, members: Collection[str]) -> Friction:
    """The friction inside a coalition. How its members stand to others is none.

    The weakest bond is the friendly link whose strongest tie is least certain; of equally certain
    ones that of a mixed pair, then the one that ends first, then the one that began first.

    Raises:
        KeyError: a member is no node of the network.

    """
    inside = in_order(network, members)
    pairs = pairs_of(network, combinations(inside, 2))
    by_relation: dict[Relation, list[Pair]] = {relation: [] for relation in Relation}
    for pair in pairs:
        by_relation[pair.relation].append(pair)
    bonds = [link for pair in pairs for link in pair.links if link.sign > 0]
    groups = _joined(inside, bonds)
    weakest = None
    if bonds:
        weak = min(bonds, key=_weakest_first)
        apart = _joined(inside, (bond for bond in bonds if bond is not weak))
        weakest = Bond(weak, len(apart) > len(groups))
    return Friction(
        hostile=tuple(by_relation[Relation.HOSTILE]),
        mixed=tuple(by_relation[Relation.MIXED]),
        friendly=tuple(by_relation[Relation.FRIENDLY]),
        unknown=tuple(by_relation[Relation.UNKNOWN]),
        weakest=weakest,
        groups=groups,
    )


def in_order(network: Network, nodes: Collection[str] | None) -> tuple[str, ...]:
    """The nodes in the order of the network; all of them for ``None``.

    Raises:
        KeyError: one of them is not in the network.

    """
    if nodes is None:
        return tuple(network.node_by_id)
    wanted = set(nodes)
    if strange := wanted - network.node_by_id.keys():
        raise KeyError(min(strange))
    return tuple(node for node in network.node_by_id if node in wanted)


def _weakest_first(link: Link) -> tuple[int, bool, date, date, str]:
    tie = link.main
    end, start = tie.period.end, tie.period.start
    return (
        -list(Certainty).index(tie.certainty),
        not link.parallel,
        end.latest if end else date.max,
        start.earliest if start else date.max,
        link.id,
    )


def _joined(nodes: Sequence[str], links: Iterable[Link]) -> tuple[frozenset[str], ...]:
    group = {node: {node} for node in nodes}
    for link in links:
        if group[link.a] is not group[link.b]:
            group[link.a] |= group[link.b]
            for node in group[link.b]:
                group[node] = group[link.a]
    return tuple(dict.fromkeys(frozenset(group[node]) for node in nodes))


# -- triangles -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three nodes, each with a link to both others."""

    nodes: tuple[str, str, str]
    links: tuple[Link, Link, Link]

    @property
    def hostile(self) -> int:
        """How many of the links are hostile."""
        return sum(link.sign < 0 for link in self.links)

    @property
    def balanced(self) -> bool:
        """Whether the product of the signs is positive: no link is hostile, or two are."""
        return self.hostile % 2 == 0


@dataclass(frozen=True, slots=True)
class Triangles:
    """The signed triangles of a network or a part of it.

    Cartwright and Harary, *Structural balance: a generalization of Heider's theory* (1956).
    """

    balanced: tuple[Triangle, ...]
    unbalanced: tuple[Triangle, ...]
    mixed: tuple[tuple[str, str, str], ...]
    """Triangles in which a pair has links of both signs: they have no one product of signs, so
    they are in neither of the others nor in the share."""

    @property
    def share(self) -> Fraction | None:
        """Unbalanced ones among those with one product of signs; ``None`` where there are none."""
        signed = len(self.balanced) + len(self.unbalanced)
        return Fraction(len(self.unbalanced), signed) if signed else None


def triangles(network: Network, members: Collection[str] | None = None) -> Triangles:
    """The triangles among the members of a coalition, or in the entire network.

    Raises:
        KeyError: a member is no node of the network.

    """
    inside = in_order(network, members)
    between: dict[str, dict[str, Link]] = {node: {} for node in inside}
    for link in network.links:
        if link.a in between and link.b in between:
            between[link.a][link.b] = between[link.b][link.a] = link
    place = {node: at for at, node in enumerate(inside)}
    signed: list[Triangle] = []
    mixed: list[tuple[str, str, str]] = []
    for a in inside:
        later = sorted(
            (node for node in between[a] if place[node] > place[a]), key=place.__getitem__
        )
        for b, c in combinations(later, 2):
            if c not in between[b]:
                continue
            links = (between[a][b], between[b][c], between[a][c])
            if any(link.parallel for link in links):
                mixed.append((a, b, c))
            else:
                signed.append(Triangle((a, b, c), links))
    return Triangles(
        tuple(t for t in signed if t.balanced),
        tuple(t for t in signed if not t.balanced),
        tuple(mixed),
    )
