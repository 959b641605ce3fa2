"""Levers carried out: a scenario with ties mended, or with seats shifted."""

from collections.abc import Iterable, Mapping

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.network import Link, Network
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import Assumption, TieChange


def hostile_links(network: Network, pairs: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """The hostile links of these pairs, in the order of the pairs."""
    found = {frozenset((link.a, link.b)): link for link in network.links if link.sign < 0}
    wanted = (found.get(frozenset(pair)) for pair in pairs)
    return tuple(link for link in wanted if link is not None)


def mended(scenario: Scenario, links: Iterable[Link]) -> Scenario:
    """The scenario in which every tie of the links has ended; an assumed one is gone."""
    assumed = {change.tie for change in scenario.tie_changes}
    for link in links:
        for tie in link.ties:
            if tie.id in assumed:
                scenario = scenario.without_tie_change(tie.id)
            else:
                scenario = scenario.with_tie_change(TieChange(Assumption.ENDED, tie.id))
    return scenario


def shifted(
    scenario: Scenario, official: Chamber, seats: int, givers: Iterable[str], takers: Iterable[str]
) -> Scenario:
    """The scenario with seats of some blocs given to others.

    The largest give first, and the largest gets them; one that is in parts, or that is a part,
    neither gives nor gets any.

    Args:
        scenario: what is assumed so far.
        official: the official chamber.
        seats: how many.
        givers: ids of the blocs that can give.
        takers: ids of the blocs of which one gets them.

    Raises:
        ValueError: there is nobody to get them, or the givers have not so many.

    """
    what_if = scenario.what_if
    held = {
        bloc.id: what_if.seats.get(bloc.id, bloc.seats)
        for bloc in official.blocs
        if bloc.id not in what_if.splits
    }
    taker = max((b for b in takers if b in held), key=lambda b: held[b], default=None)
    able = sorted((b for b in givers if b in held and b != taker), key=lambda b: -held[b])
    if taker is None or sum(held[b] for b in able) < seats:
        raise ValueError(f"there are no {seats} seats to shift: merge what is split")
    for giver in able:
        given = min(seats, held[giver])
        if given:
            what_if = what_if.transfer(official, taker, given, giver)
            seats -= given
    return scenario.with_what_if(what_if, official)


def divided_anew(
    scenario: Scenario, official: Chamber, before: Mapping[str, int], after: Mapping[str, int]
) -> Scenario:
    """The scenario with the seats of lists changed from one division to another of equal size.

    Raises:
        ValueError: a list has not so many seats outside its split blocs.

    """
    change = {entry: after[entry] - before[entry] for entry in before}
    takers = [entry for entry in change if change[entry] > 0]
    for giver in (entry for entry in change if change[entry] < 0):
        for taker in takers:
            seats = min(-change[giver], change[taker])
            if seats:
                scenario = shifted(
                    scenario,
                    official,
                    seats,
                    [bloc.id for bloc in official.blocs_of_list(giver)],
                    [bloc.id for bloc in official.blocs_of_list(taker)],
                )
                change[giver] += seats
                change[taker] -= seats
    return scenario
