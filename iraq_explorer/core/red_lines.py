"""Red lines that the ties in force propose, each with the ties that it rests on.

A hostile tie between two blocs proposes that they never sit together. Three things are decided
here, and told on screen:

- Ties that are certain, reported or contested propose; a proposal is as certain as its most certain
  tie. What is only hypothetical, or an estimate, was never observed and proposes nothing.
- Friendly ties propose nothing: that two are allies does not say that one stays out without the
  other. Nor does any kind of tie say that a bloc serves only as the leader. Required partners and
  leaders are the user's to set.
- What speaks against a red line is told with it: friendly ties in force, or that the two were
  elected on one list. Rivals of one list did sit together.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.constraint import Constraint, ConstraintKind, broken
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Link, Network, Tie, TieKind
from iraq_explorer.core.scenario import Scenario

PROPOSING = (Certainty.CERTAIN, Certainty.REPORTED, Certainty.CONTESTED)
"""The certainties of ties that propose, from most to least."""
_KINDS = (TieKind.FIGHTS, TieKind.OPPOSES, TieKind.RIVAL)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A red line that ties in force speak for."""

    constraint: Constraint
    ties: tuple[Tie, ...]
    """The hostile ties that it rests on, the most certain first."""
    against: tuple[Tie, ...]
    """Friendly ties in force between the same two."""
    one_list: bool
    """Whether the two were elected on one list."""
    accepted: bool
    """Whether the scenario has the red line already."""

    @property
    def certainty(self) -> Certainty:
        """That of its most certain tie."""
        return self.ties[0].certainty

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against it, the tie itself included."""
        return not self.against and not self.one_list and self.certainty is not Certainty.CONTESTED


def proposals(
    network: Network, chamber: Chamber, constraints: Iterable[Constraint] = ()
) -> tuple[Proposal, ...]:
    """The red lines that the network of a day proposes.

    Clear ones come first, then the more certain ones, then those between blocs that fight or
    oppose each other before those of rivals, then those with more seats at stake.

    Args:
        network: blocs and states, without a filter: people, parties and armed groups count for the
            bloc they are folded into.
        chamber: whose blocs they are.
        constraints: those that the scenario has.

    """
    held = tuple(constraints)
    friendly = {(link.a, link.b): link for link in network.links if link.sign > 0}
    found = []
    for link in network.links:
        if link.sign > 0 or not {link.a, link.b} <= chamber.bloc_by_id.keys():
            continue
        ties = tuple(tie for tie in link.ties if tie.certainty in PROPOSING)
        if not ties:
            continue
        constraint = Constraint(
            ConstraintKind.APART, link.a, link.b, ties=tuple(tie.id for tie in ties)
        )
        other_way = friendly.get((link.a, link.b))
        found.append(
            Proposal(
                constraint=constraint,
                ties=ties,
                against=other_way.ties if other_way else (),
                one_list=_of_one_list(link, chamber),
                accepted=any(constraint.same_as(one) for one in held),
            )
        )

    def rank(proposal: Proposal) -> tuple[bool, int, int, int, tuple[str, ...]]:
        return (
            not proposal.clear,
            PROPOSING.index(proposal.certainty),
            min(_KINDS.index(tie.kind) for tie in proposal.ties if tie.kind in _KINDS),
            -chamber.seats_of(proposal.constraint.blocs),
            proposal.constraint.blocs,
        )

    return tuple(sorted(found, key=rank))


def _of_one_list(link: Link, chamber: Chamber) -> bool:
    return chamber.bloc_by_id[link.a].list_id == chamber.bloc_by_id[link.b].list_id


def breaches(scenario: Scenario, chamber: Chamber) -> dict[str, tuple[Constraint, ...]]:
    """The constraints that each coalition breaks, by coalition id; those that break none are out.

    A bloc that every coalition has to contain is asked of those that reach the quota: the others
    do not govern, and several coalitions cannot all have it.

    Args:
        scenario: who is with whom, and the constraints.
        chamber: the chamber of the scenario, with the seats that it assumes.

    """
    if not scenario.constraints:
        return {}
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    quota = scenario.quota(chamber)
    found = {}
    for coalition in scenario.coalitions:
        members = {bloc.id for bloc in scenario.blocs_of(coalition.id, chamber)}
        wins = sum(seats[member] for member in members) >= quota
        asked = (c for c in scenario.constraints if wins or c.kind is not ConstraintKind.REQUIRED)
        if lines := broken(asked, members, seats):
            found[coalition.id] = lines
    return found
