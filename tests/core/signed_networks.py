"""Small signed networks made by hand or at random, and what is true of them by definition."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, product

from hypothesis import strategies as st

from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import Certainty, Citation
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import ActorKind, Link, Network, Node, Tie, TieKind

Signs = Mapping[tuple[str, str], frozenset[int]]
"""Which signs the ties of two nodes have; pairs without a tie are left out."""


def tie(
    a: str,
    b: str,
    sign: int,
    certainty: Certainty = Certainty.CERTAIN,
    start: str | None = None,
    end: str | None = None,
) -> Tie:
    return Tie(
        id=f"{a}{'+' if sign > 0 else '-'}{b}",
        source=a,
        target=b,
        kind=TieKind.ALLY if sign > 0 else TieKind.RIVAL,
        sign=sign,
        period=Period(PartialDate(start) if start else None, PartialDate(end) if end else None),
        certainty=certainty,
        citations=(Citation("s1"),),
        statement=f"{a} and {b}.",
    )


def network(
    ties: Iterable[Tie], seats: Mapping[str, int] | None = None, more: Iterable[str] = ()
) -> Network:
    """The network of the ties; nodes without seats are states. ``more`` are nodes without ties."""
    ties, seats = tuple(ties), seats or {}
    ends = sorted({end for one in ties for end in (one.source, one.target)} | set(more))
    names = dict.fromkeys([*seats, *ends])
    nodes = tuple(
        Node(
            name,
            Name(name.capitalize()),
            ActorKind.PARTY if name in seats else ActorKind.STATE,
            seats.get(name, 0),
            (name,),
        )
        for name in names
    )
    groups: dict[tuple[str, str, int], list[Tie]] = {}
    for one in ties:
        a, b = sorted((one.source, one.target))
        groups.setdefault((a, b, one.sign), []).append(one)
    links = tuple(
        Link(a, b, sign, tuple(group), (a, b, -sign) in groups)
        for (a, b, sign), group in sorted(groups.items())
    )
    return Network(nodes, links)


def drawn(text: str, more: str = "", seats: Mapping[str, int] | None = None) -> Network:
    """The network told in words: ``a+b`` is a friendly tie, ``a-b`` a hostile one."""
    made = (tie(word[0], word[2], 1 if word[1] == "+" else -1) for word in text.split())
    return network(made, seats, more)


def from_signs(nodes: Iterable[str], signs: Signs) -> Network:
    ties = [tie(a, b, sign) for (a, b), both in signs.items() for sign in sorted(both)]
    return network(ties, more=nodes)


@st.composite
def signed(draw: st.DrawFn, most: int = 7) -> tuple[str, Signs]:
    """The nodes, and the signs between them."""
    nodes = "abcdefghij"[: draw(st.integers(0, most))]
    kinds = [frozenset(), frozenset({1}), frozenset({-1}), frozenset({1, -1})]
    signs = {pair: draw(st.sampled_from(kinds)) for pair in combinations(nodes, 2)}
    return nodes, {pair: both for pair, both in signs.items() if both}


# -- by definition ---------------------------------------------------------------------------------


def slow_frustration(nodes: str, signs: Signs) -> tuple[int, int]:
    """The frustration index, and how many divisions of the tied nodes attain it."""
    tied = [node for node in nodes if any(node in pair for pair in signs)]
    if not tied:
        return 0, 1
    found = []
    for sides in product((0, 1), repeat=len(tied)):
        side = dict(zip(tied, sides, strict=True))
        if side[tied[0]] == 0:
            found.append(contradicted(signs, side))
    return min(found), found.count(min(found))


def contradicted(signs: Signs, side: Mapping[str, int]) -> int:
    return sum(
        (sign > 0) != (side[a] == side[b]) for (a, b), both in signs.items() for sign in both
    )


def slow_share_of_hostile(members: str, signs: Signs) -> Fraction | None:
    known = [signs[pair] for pair in combinations(sorted(members), 2) if pair in signs]
    return Fraction(sum(-1 in both for both in known), len(known)) if known else None


def slow_triangles(nodes: str, signs: Signs) -> tuple[int, int, int]:
    """How many triangles are balanced, unbalanced, and mixed."""
    balanced = unbalanced = mixed = 0
    for a, b, c in combinations(nodes, 3):
        sides = [signs.get(pair) for pair in ((a, b), (b, c), (a, c))]
        if None in sides:
            continue
        if any(len(both) == 2 for both in sides if both):
            mixed += 1
        elif sum(both == {-1} for both in sides) in (0, 2):
            balanced += 1
        else:
            unbalanced += 1
    return balanced, unbalanced, mixed
