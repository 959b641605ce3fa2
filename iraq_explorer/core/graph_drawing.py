"""Drawing a graph without regard to room: springs, and the leading eigenvector of its signs.

NetworkX does small graphs and ``springs`` large ones, for which NetworkX takes seconds a round.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from iraq_explorer.core.springs import springs

SEED = 2010


_MANY = 500
"""From so many nodes on NetworkX takes seconds a round, or asks for SciPy."""


def spring(
    graph: Any,
    start: Mapping[str, Any] | None,
    rounds: int,
    k: float,
    told: Callable[[float, Mapping[str, Any]], None],
    *,
    by_ties: bool = False,
) -> Mapping[str, Any]:
    """Places of a graph's nodes at which friends are near."""
    import networkx as nx

    if len(graph) < _MANY:
        told(0.0, {})
        if not by_ties:
            return nx.spring_layout(graph, pos=start, seed=SEED, iterations=rounds, k=k)  # type: ignore[no-any-return]
        import numpy as np

        # Unlike the other layouts it takes positions as arrays only.
        arrays = {node: np.array(place) for node, place in start.items()} if start else None
        return nx.forceatlas2_layout(  # type: ignore[no-any-return]
            graph, pos=arrays, seed=SEED, max_iter=rounds, weight="weight"
        )
    nodes = list(graph)
    number = {node: place for place, node in enumerate(nodes)}
    draw = random.Random(SEED)
    first = [
        tuple(start[node]) if start else (draw.uniform(-1, 1), draw.uniform(-1, 1))
        for node in nodes
    ]
    between = [(number[a], number[b], w) for a, b, w in graph.edges(data="weight")]
    found = springs(
        first,
        between,
        rounds,
        lambda share, places: told(share, dict(zip(nodes, places, strict=False))),
        by_ties=by_ties,
    )
    return dict(zip(nodes, found, strict=True))


def leading_vector(count: int, signed: Sequence[tuple[int, int, int]]) -> Any:
    """The eigenvector of the largest eigenvalue of a symmetric matrix, given by its entries."""
    import numpy as np

    if count < _MANY:
        matrix = np.zeros((count, count))
        for a, b, sign in signed:
            matrix[a, b] += sign
            matrix[b, a] += sign
        return np.linalg.eigh(matrix)[1][:, -1]
    a, b, sign = np.array(signed or [(0, 0, 0)]).T
    # Lanczos: in the space that repeated products span, the ends of the spectrum show first.
    basis = [np.random.default_rng(SEED).standard_normal(count)]
    basis[0] /= np.linalg.norm(basis[0])
    products = []
    for _ in range(_PRODUCTS):
        last = basis[-1]
        product = np.bincount(a, sign * last[b], count) + np.bincount(b, sign * last[a], count)
        products.append(product)
        rest = product - sum(base * (base @ product) for base in basis)
        length = np.linalg.norm(rest)
        if length < 1e-9:
            break
        basis.append(rest / length)
    space = np.array(basis[: len(products)])
    small = space @ np.array(products).T
    return np.linalg.eigh((small + small.T) / 2)[1][:, -1] @ space


_PRODUCTS = 80
