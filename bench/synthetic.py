"""Datasets of any size, made by the seed: a chamber, actors around it, and signed ties.

Nothing in them is known of any country. They have the shape of the real thing: a few blocs hold
most of the seats, and a few actors have most of the ties.
"""

import random
from fractions import Fraction
from itertools import accumulate

from iraq_explorer.core.chamber import Basis, Bloc, Chamber, ElectoralList, Rule
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import Certainty, Citation, Source
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import Actor, ActorKind, Tie, TieKind
from iraq_explorer.core.scenario import Coalition, Scenario

SEED = 2010
DAY = PartialDate("2010-10-05")
_OUTSIDE = (ActorKind.MOVEMENT, ActorKind.ARMED_GROUP, ActorKind.GROUP, ActorKind.STATE)
_FRIENDLY = (TieKind.ALLY, TieKind.BACKS_OPENLY, TieKind.BACKS_TACITLY, TieKind.NEGOTIATES)
_HOSTILE = (TieKind.RIVAL, TieKind.OPPOSES, TieKind.FIGHTS)
_CERTAINTIES = (Certainty.CERTAIN, Certainty.REPORTED, Certainty.CONTESTED, Certainty.HYPOTHETICAL)


def synthetic_dataset(
    nodes: int,
    ties: int,
    *,
    blocs: int = 100,
    coalitions: int = 8,
    seats: int = 325,
    seed: int = SEED,
) -> Dataset:
    """A dataset whose network has so many nodes and lines.

    Args:
        nodes: blocs and actors outside the chamber together.
        ties: no two between the same nodes, at least one at each node outside the chamber.
        blocs: of the chamber, each a list of its own.
        coalitions: in the one scenario; a third of the blocs is in none.
        seats: of the chamber, at least one a bloc.
        seed: other numbers give other networks of the same size.

    """
    draw = random.Random(seed)
    chamber = _chamber(draw, blocs, seats)
    outside = [
        Actor(f"a{n}", Name(f"Actor {n}"), _outside_kind(n), "", ("made",))
        for n in range(nodes - blocs)
    ]
    inside = [Actor(b.actor, b.name, ActorKind.PARTY, "", ("made",)) for b in chamber.blocs]
    actors = (*inside, *outside)
    scenario = _scenario(draw, chamber, coalitions)
    return Dataset(
        id="synthetic",
        title="Synthetic",
        version="1",
        opening_scenario="first",
        chambers={chamber.id: chamber},
        actors={actor.id: actor for actor in actors},
        ties={tie.id: tie for tie in _ties(draw, actors, len(inside), ties)},
        events={},
        sources={"made": Source("made", "Made by a seed")},
        scenarios={"first": scenario},
    )


def _outside_kind(number: int) -> ActorKind:
    # Few states, as in the world: their plates are the widest shapes.
    return _OUTSIDE[number % 3] if number % 25 else ActorKind.STATE


def _chamber(draw: random.Random, blocs: int, seats: int) -> Chamber:
    cuts = sorted(draw.sample(range(1, seats), blocs - 1))
    sizes = sorted((b - a for a, b in zip([0, *cuts], [*cuts, seats], strict=True)), reverse=True)
    sure = Certainty.CERTAIN
    return Chamber(
        id="chamber",
        name=Name("Synthetic chamber"),
        seats=seats,
        elected=PartialDate("2010-03-07"),
        first_sitting=None,
        lists=tuple(
            ElectoralList(f"l{n}", Name(f"List {n}"), f"p{n}", "", size, sure, ("made",))
            for n, size in enumerate(sizes)
        ),
        blocs=tuple(
            Bloc(f"b{n}", Name(f"Bloc {n}"), f"l{n}", f"p{n}", size, size, size, sure, ("made",))
            for n, size in enumerate(sizes)
        ),
        rules=(Rule("majority", "Majority", Basis.MEMBERS, Fraction(1, 2), True),),
        default_rule="majority",
    )


def _scenario(draw: random.Random, chamber: Chamber, coalitions: int) -> Scenario:
    made = tuple(Coalition(f"c{n}", f"Coalition {n + 1}", n % 10) for n in range(coalitions))
    joined = draw.sample(chamber.blocs, len(chamber.blocs) * 2 // 3)
    return Scenario(
        name=f"{len(chamber.blocs)} blocs in {coalitions} coalitions",
        chamber=chamber.id,
        date=DAY,
        rule=chamber.default_rule,
        coalitions=made,
        membership={bloc.id: draw.choice(made).id for bloc in joined},
        origin="first",
    )


def _ties(draw: random.Random, actors: tuple[Actor, ...], inside: int, number: int) -> list[Tie]:
    # The share of ties falls with the place in the order, as in most networks that were counted.
    weights = list(accumulate(1 / (n + 10) ** 0.6 for n in range(len(actors))))
    pairs: dict[tuple[int, int], None] = {}
    for loner in range(inside, len(actors)):
        (other,) = draw.choices(range(loner), cum_weights=weights[:loner])
        pairs[other, loner] = None
    while len(pairs) < number:
        a, b = draw.choices(range(len(actors)), cum_weights=weights, k=2)
        if a != b:
            pairs[min(a, b), max(a, b)] = None
    return [_tie(draw, n, actors[a], actors[b]) for n, (a, b) in enumerate(pairs)]


def _tie(draw: random.Random, number: int, a: Actor, b: Actor) -> Tie:
    sign = 1 if draw.random() < 0.65 else -1
    return Tie(
        f"t{number}",
        a.id,
        b.id,
        draw.choice(_FRIENDLY if sign > 0 else _HOSTILE),
        sign,
        Period(PartialDate("2010-01-01")),
        draw.choices(_CERTAINTIES, (5, 3, 1, 1))[0],
        (Citation("made"),),
        f"{a.name.en} and {b.name.en}.",
    )
