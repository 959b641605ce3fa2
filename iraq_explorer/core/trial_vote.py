"""Votes that are tried: how they begin, bringing about a reported figure, heads and per cent."""

from collections.abc import Mapping

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.roll_call import ALL, Amount, Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tally import count_of


def default_roll_call(scenario: Scenario, chamber: Chamber) -> RollCall:
    """The vote that a scenario's coalitions suggest, all members there and united.

    The leading coalition votes for and every other against. A bloc in no coalition has taken no
    side: it comes, so that the quorum is no question, and abstains.
    """
    leading = scenario.leading(chamber)
    conducts = {}
    for bloc in chamber.blocs:
        place = scenario.coalition_of(bloc.id)
        if place is not None:
            for_it = leading is not None and place == leading.id
            conducts[bloc.id] = Conduct(Stance.FOR if for_it else Stance.AGAINST)
    return RollCall(conducts=conducts, others=Conduct(Stance.ABSTAIN))


def with_votes_for(roll_call: RollCall, chamber: Chamber, votes: int) -> RollCall:
    """The vote with so many votes for, by the cohesion of the blocs that are for.

    Attendance stays. Those who do not follow are shared among the blocs that are not united
    already, or all where none is, by how many of each come: whole heads, largest remainders first.
    So the same number gives the same vote, from whichever one begins.

    Raises:
        ValueError: the blocs that are for have not so many members there, or dissent counts as for.

    """
    held = _for_blocs(roll_call, chamber)
    others = votes_for(roll_call, chamber) - sum(
        count_of(roll_call.conduct(bloc.id), bloc.seats).in_favour for bloc in held
    )
    there = {b.id: roll_call.conduct(b.id).attendance.heads(b.seats) for b in held}
    dissenting = sum(there.values()) + others - votes
    if not 0 <= dissenting <= sum(there.values()):
        raise ValueError(f"{votes} votes for cannot be had from {sum(there.values())} members")
    divided = {b: n for b, n in there.items() if roll_call.conduct(b).cohesion != ALL}
    if sum(divided.values()) < dissenting or not divided:
        divided = there
    conducts = dict(roll_call.conducts)
    for bloc, dissent in _shared(dissenting, divided).items():
        old = roll_call.conduct(bloc)
        cohesion = Amount(there[bloc] - dissent, percent=False)
        conducts[bloc] = Conduct(old.stance, old.attendance, cohesion, old.dissent)
    return roll_call.with_conducts(conducts)


def votes_for(roll_call: RollCall, chamber: Chamber) -> int:
    """How many vote for."""
    return sum(count_of(roll_call.conduct(b.id), b.seats).in_favour for b in chamber.blocs)


def _for_blocs(roll_call: RollCall, chamber: Chamber) -> list[Bloc]:
    """The blocs that are for and whose dissenters are not."""
    found = []
    for bloc in chamber.blocs:
        conduct = roll_call.conduct(bloc.id)
        if conduct.stance is Stance.FOR and conduct.dissent is not Stance.FOR:
            found.append(bloc)
    return found


def _shared(heads: int, among: Mapping[str, int]) -> dict[str, int]:
    """Heads shared by largest remainders; the first where remainders are equal."""
    total = max(1, sum(among.values()))
    shares = {name: heads * size // total for name, size in among.items()}
    by_remainder = sorted(among, key=lambda name: -(heads * among[name] % total))
    for name in by_remainder[: heads - sum(shares.values())]:
        shares[name] += 1
    return shares


def in_percent(roll_call: RollCall, chamber: Chamber) -> RollCall:
    """The vote with every number of heads as per cent, a half upwards."""
    return _in_unit(roll_call, chamber, percent=True)


def in_heads(roll_call: RollCall, chamber: Chamber) -> RollCall:
    """The vote with all per cent as heads, rounded as they are counted."""
    return _in_unit(roll_call, chamber, percent=False)


def _in_unit(roll_call: RollCall, chamber: Chamber, *, percent: bool) -> RollCall:
    conducts = {}
    for bloc in chamber.blocs:
        old = roll_call.conduct(bloc.id)
        there = old.attendance.heads(bloc.seats)
        conducts[bloc.id] = Conduct(
            old.stance,
            in_unit(old.attendance, bloc.seats, percent=percent),
            in_unit(old.cohesion, there, percent=percent),
            old.dissent,
        )
    return roll_call.with_conducts(conducts)


def in_unit(amount: Amount, of: int, *, percent: bool) -> Amount:
    """An amount of so many members in the other unit: per cent or heads."""
    if amount.percent == percent:
        return amount
    heads = amount.heads(of)
    if not percent:
        return Amount(heads, percent=False)
    return Amount((heads * 200 + of) // (2 * of) if of else 100)
