"""Frustration: the division of a network into two camps that fits its ties best."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from iraq_explorer.core.balance import in_order
from iraq_explorer.core.network import Link, Network

_WORK = 1 << 15
"""Places in tables up to which the best camps are reckoned exactly: some 50 milliseconds."""
_STARTS = 12
"""From how many nodes the search begins where they are not."""


@dataclass(frozen=True, slots=True)
class Camps:
    """The division into two camps that fewest links contradict."""

    index: int
    """The frustration index: how many links contradict it. 0 exactly where there is balance."""
    camps: tuple[frozenset[str], frozenset[str]]
    """The first node that has a link is in the first. Where the network falls into parts without
    a link between them, which camp of one part goes with which of another is without meaning."""
    violated: tuple[Link, ...]
    """Friendly links between the camps and hostile ones within; of a mixed pair always one."""
    links: int
    """How many links there are."""
    untied: tuple[str, ...]
    """Nodes without a link, which are in neither camp."""
    equally_good: int | None
    """How many divisions contradict as few links, this one included; ``None`` if not exact."""

    @property
    def exact(self) -> bool:
        """Whether no division can be better. If not, the index is an upper bound."""
        return self.equally_good is not None


def frustration(network: Network, nodes: Collection[str] | None = None) -> Camps:
    """The frustration index and two camps that attain it, of the nodes given or of all.

    Each link counts 1, however many ties it holds; of the two links of a mixed pair exactly one is
    always contradicted. Harary, *On the measurement of structural balance* (1959); Aref and Wilson,
    *Measuring partial balance in signed networks* (2018).

    It is exact for networks as sparse as those of the shipped dataset, at either detail, and for
    any of up to 14 nodes; in one that is too dense, a search gives an upper bound.

    Raises:
        KeyError: one of the nodes is not in the network.

    """
    inside = in_order(network, nodes)
    known = set(inside)
    links = tuple(link for link in network.links if link.a in known and link.b in known)
    tied = {end for link in links for end in (link.a, link.b)}
    wishes: dict[str, dict[str, int]] = {node: {} for node in inside if node in tied}
    for link in links:
        if not link.parallel:
            wishes[link.a][link.b] = wishes[link.b][link.a] = link.sign
    order = _elimination(wishes)
    if order is None:
        side, equally_good = _searched(wishes), None
    else:
        side, equally_good = _eliminated(wishes, order)
    first = side[next(iter(wishes))] if wishes else 0
    near = frozenset(node for node in wishes if side[node] == first)
    violated = tuple(link for link in links if (link.sign > 0) != (side[link.a] == side[link.b]))
    return Camps(
        index=len(violated),
        camps=(near, frozenset(wishes) - near),
        violated=violated,
        links=len(links),
        untied=tuple(node for node in inside if node not in tied),
        equally_good=equally_good,
    )


_Wishes = Mapping[str, Mapping[str, int]]
"""For each node the others it would be with (+1) or apart from (-1)."""


def _elimination(wishes: _Wishes) -> list[tuple[str, tuple[str, ...]]] | None:
    """The nodes in the order of decision, each with those its choice then depends on.

    Always one with fewest of those. ``None`` where the tables would be too large.
    """
    left = {node: set(others) for node, others in wishes.items()}
    place = {node: at for at, node in enumerate(left)}
    order: list[tuple[str, tuple[str, ...]]] = []
    work = 0
    while left:
        node = min(left, key=lambda one: (len(left[one]), -place[one]))
        others = left.pop(node)
        work += 2 << len(others)
        if work > _WORK:
            return None
        for other in others:
            left[other] |= others - {other}
            left[other].discard(node)
        order.append((node, tuple(sorted(others, key=place.__getitem__))))
    return order


def _eliminated(
    wishes: _Wishes, order: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[dict[str, int], int]:
    """A best camp, 0 or 1, for each node, and how many divisions are as good.

    Dynamic programming over the nodes one by one: Dechter, *Bucket elimination* (1999). A table
    holds for each choice of camps of its nodes (bit k for the k-th) how many links are contradicted
    at least, and in how many ways.
    """
    turn = {node: at for at, (node, _) in enumerate(order)}
    waiting: list[list[tuple[tuple[str, ...], list[int], list[int]]]] = [[] for _ in order]
    for node, wish in wishes.items():
        for other, sign in wish.items():
            if turn[node] < turn[other]:
                table = [0, 1, 1, 0] if sign > 0 else [1, 0, 0, 1]
                waiting[turn[node]].append(((node, other), table, [1] * 4))
    divisions = 1
    answers: list[list[bool]] = []
    for at, (node, others) in enumerate(order):
        half = 1 << len(others)
        costs, ways = [0] * (2 * half), [1] * (2 * half)
        for scope, part_costs, part_ways in waiting[at]:
            places = [0]
            for one in (*others, node):
                bit = 1 << scope.index(one) if one in scope else 0
                places += [p + bit for p in places]
            costs = [cost + part_costs[p] for cost, p in zip(costs, places, strict=True)]
            ways = [way * part_ways[p] for way, p in zip(ways, places, strict=True)]
        choices = list(zip(costs[:half], costs[half:], strict=True))
        best_ways = [
            ways[k] * (one <= other) + ways[half + k] * (other <= one)
            for k, (one, other) in enumerate(choices)
        ]
        answers.append([other < one for one, other in choices])
        if others:
            soonest = min(turn[one] for one in others)
            waiting[soonest].append((others, list(map(min, choices)), best_ways))
        else:
            divisions *= best_ways[0]
    side: dict[str, int] = {}
    for (node, others), answer in zip(reversed(order), reversed(answers), strict=True):
        side[node] = int(answer[sum(side[other] << k for k, other in enumerate(others))])
    return side, max(1, divisions // 2)  # the same camps the other way round are no second division


def _searched(wishes: _Wishes) -> dict[str, int]:
    """Good camps: grown from several nodes, then improved by moving one node at a time."""
    found = (_improved(wishes, _grown(wishes, start)) for start in list(wishes)[:_STARTS])
    return min(found, key=lambda side: sum(_against(wishes, side, node) for node in wishes))


def _grown(wishes: _Wishes, start: str) -> dict[str, int]:
    """Camps in which each node has its wish towards the one that it was reached from."""
    side: dict[str, int] = {}
    for root in (start, *wishes):
        if root not in side:
            side[root] = 0
            reached = deque([root])
            while reached:
                node = reached.popleft()
                for other, sign in wishes[node].items():
                    if other not in side:
                        side[other] = side[node] if sign > 0 else 1 - side[node]
                        reached.append(other)
    return side


def _improved(wishes: _Wishes, side: dict[str, int]) -> dict[str, int]:
    """The camps after moving, while that helps, the node with most to gain."""
    against = {node: _against(wishes, side, node) for node in wishes}
    while True:
        moved = max(against, key=against.__getitem__)
        if against[moved] <= 0:
            return side
        side[moved] = 1 - side[moved]
        against[moved] = -against[moved]
        for other, sign in wishes[moved].items():
            against[other] += 2 * sign if side[moved] != side[other] else -2 * sign


def _against(wishes: _Wishes, side: Mapping[str, int], node: str) -> int:
    """Wishes of the node that the camps go against, less those that they meet."""
    return sum(sign if side[node] != side[other] else -sign for other, sign in wishes[node].items())
