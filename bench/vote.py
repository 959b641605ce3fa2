"""How quickly a vote is drawn, beside the same numbers drawn bare from numpy."""

from dataclasses import replace

from bench.table import Row, side_by_side
from iraq_explorer.core.roll_call import Amount, Conduct, RollCall, Stance
from iraq_explorer.core.simulation import simulate
from iraq_explorer.core.vote_outcomes import exact_chances
from iraq_explorer.storage.resources import shipped_dataset

BLOCS = 20
DRAWS = 200_000
TIMES = 5
SECOND = 1000.0
LEAST = 100_000
"""Draws a second that are asked for."""


def rows() -> tuple[list[Row], list[str]]:
    """The draws as a ratio and as a time, with the swing of every bloc under every rule.

    The floor is what numpy's own binomial numbers take: attendance and cohesion of each bloc, and
    their sums. It judges no rule and knows of no swing.
    """
    import numpy as np

    dataset = shipped_dataset()
    scenario = dataset.scenarios[dataset.opening_scenario]
    whole = dataset.chamber_of(scenario)
    # The largest twenty blocs; the seats of the others are vacant.
    blocs = sorted(whole.blocs, key=lambda bloc: -bloc.seats)[:BLOCS]
    chamber = replace(whole, blocs=tuple(blocs))
    stances = (Stance.FOR, Stance.AGAINST, Stance.FOR, Stance.ABSTAIN)
    vote = RollCall(
        conducts={
            bloc.id: Conduct(stances[place % 4], Amount(80 - place), Amount(90 - place))
            for place, bloc in enumerate(blocs)
        }
    )
    shares = [(b.seats, 0.80 - k / 100, 0.90 - k / 100) for k, b in enumerate(blocs)]

    def ours() -> object:
        return simulate(vote, scenario, chamber, DRAWS, 1)

    def floor() -> object:
        generator = np.random.Generator(np.random.PCG64(1))
        total = np.zeros(DRAWS, np.int64)
        for seats, attendance, cohesion in shares:
            there = generator.binomial(seats, attendance, DRAWS)
            total += generator.binomial(there, cohesion)
        return total

    mine, bare = side_by_side(ours, floor, TIMES)
    exact, _ = side_by_side(lambda: exact_chances(vote, chamber, chamber.rules), bool, TIMES)
    rate = DRAWS / mine * SECOND
    told = (
        f"Simulated vote: {rate:,.0f} draws a second for {BLOCS} blocs (asked for: {LEAST:,}), the "
        f"swing of each under each rule and the exact chance ({exact:.0f} ms) included. The floor "
        "draws attendance and cohesion with numpy's binomial numbers and adds them up, no more."
    )
    return [
        Row(f"{DRAWS:,} draws of a vote", mine, bare, 1.5, "binomials of numpy alone"),
        Row("100,000 draws of a vote", mine * LEAST / DRAWS, None, SECOND),
    ], [told]
