"""The evidence ledger: every statement that the verdicts of a scenario rest on, and whose it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from iraq_explorer.core.chamber import Basis, Bloc, ElectoralList
from iraq_explorer.core.constraint import Constraint
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import Period
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Detail, Folding, Tie
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.tie_change import Assumption
from iraq_explorer.core.verdict import Verdict


class StatementKind(StrEnum):
    """What a line of the ledger states."""

    SEATS = "seats"
    """The seats of a bloc that is in a coalition."""
    TIE = "tie"
    """A tie in force between members of one coalition, or one that a constraint was drawn from."""
    RULE = "rule"
    """The rule that counts."""
    VOTE = "vote"
    """A vote that took place, as reported."""
    ASSUMED = "assumed"
    """What the scenario assumes, without any source."""


QUOTA, PRESENT, ROLL_CALL = "quota", "present", "roll call"


def constraint_id(constraint: Constraint) -> str:
    """Under which id the ledger has a constraint that is the user's own."""
    return ":".join((str(constraint.kind), *constraint.blocs))


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the ledger."""

    kind: StatementKind
    id: str
    """Id of the bloc, tie or rule; empty for a vote. Of an assumption that is about none of them
    one of ``QUOTA``, ``PRESENT``, ``ROLL_CALL``, or that of ``constraint_id``."""
    certainty: Certainty
    sources: tuple[str, ...]
    """Ids of the sources that make it and count; empty where nobody vouches for it."""
    coalitions: tuple[str, ...] = ()
    """Ids of the coalitions whose verdict or friction it bears on."""
    seats: int | None = None
    period: Period | None = None
    disputed: bool = False
    """Whether a source gives another figure, or denies it."""

    @property
    def sole_source(self) -> str | None:
        """The source, where no other makes the statement."""
        return self.sources[0] if len(self.sources) == 1 else None


@dataclass(frozen=True, slots=True)
class Flip:
    """A verdict that is another one without a source."""

    source: str
    coalition: str
    before: Verdict
    after: Verdict
    """With the next figure that another source gives, and without seats nobody else vouches for."""


def ledger(scenario: Scenario, dataset: Dataset) -> tuple[Statement, ...]:
    """Every statement that the scenario's verdicts and frictions rest on, in the order of kinds."""
    return (
        *_seats(scenario, dataset),
        *_ties(scenario, dataset),
        *_rule_and_vote(scenario, dataset),
    )


def flips(scenario: Scenario, dataset: Dataset) -> tuple[Flip, ...]:
    """The verdicts that the removal of one single source would turn, by source.

    A figure that rests on the source gives way to the next that another source reports; where there
    is none, its seats are not counted.
    """
    before = scenario.verdicts(dataset.chamber_of(scenario))
    sources = dict.fromkeys(
        source
        for statement in _seats(scenario, dataset)
        for source in statement.sources
        if statement.kind is StatementKind.SEATS
    )
    found = []
    for source in sources:
        after = _vouched_verdicts(scenario, dataset, source)
        found += [
            Flip(source, coalition, verdict, after[coalition])
            for coalition, verdict in before.items()
            if after[coalition].reached != verdict.reached
        ]
    return tuple(found)


def _vouched_verdicts(scenario: Scenario, dataset: Dataset, source: str) -> dict[str, Verdict]:
    left_out = scenario.disregarded
    without = replace(
        scenario, disregarded=Disregard(left_out.sources | {source}, left_out.certainties)
    )
    chamber = dataset.chamber_of(without)
    quota = without.quota(chamber)
    return {
        held.id: Verdict(
            sum(
                bloc.seats
                for bloc in without.blocs_of(held.id, chamber)
                if bloc.hypothetical or not without.disregarded.sources.issuperset(bloc.sources)
            ),
            quota,
        )
        for held in without.coalitions
    }


def _seats(scenario: Scenario, dataset: Dataset) -> Iterator[Statement]:
    chamber = dataset.chamber_of(scenario)
    for bloc in chamber.blocs:
        coalition = scenario.coalition_of(bloc.id)
        if coalition is None:
            continue
        yield Statement(
            StatementKind.ASSUMED if bloc.hypothetical else StatementKind.SEATS,
            bloc.id,
            bloc.certainty,
            () if bloc.hypothetical else _admitted(_vouching(bloc), scenario),
            (coalition,),
            seats=bloc.seats,
            disputed=bloc.disputed,
        )


def _vouching(bloc: Bloc) -> Iterable[str]:
    same = [s for report in bloc.reports if report.seats == bloc.seats for s in report.sources]
    return dict.fromkeys((*bloc.sources, *same))


def _ties(scenario: Scenario, dataset: Dataset) -> Iterator[Statement]:
    chamber, day = dataset.chamber_of(scenario), dataset.day_of(scenario)
    ties = dataset.ties_of(scenario)
    folding = Folding(dataset.actors, ties, chamber, day)
    cited = {tie for constraint in scenario.constraints for tie in constraint.ties}
    assumed = {change.tie for change in scenario.tie_changes}
    there = {tie.id for tie in ties}
    ended = (
        replace(dataset.ties[change.tie], certainty=Certainty.HYPOTHETICAL)
        for change in scenario.tie_changes
        if change.assumption is Assumption.ENDED and change.tie not in there
    )
    for tie in (*ties, *ended):
        inside: tuple[str, ...] = ()
        if tie.period.contains(day):
            inside = tuple(dict.fromkeys(_shared(tie, folding, scenario)))
            if not inside and tie.id not in cited | assumed:
                continue
        elif tie.id not in assumed:
            continue
        own = tie.id in assumed
        yield Statement(
            StatementKind.ASSUMED if own else StatementKind.TIE,
            tie.id,
            tie.certainty,
            () if own else _admitted((citation.source for citation in tie.citations), scenario),
            inside,
            period=tie.period,
            disputed=tie.certainty is Certainty.CONTESTED,
        )


def _shared(tie: Tie, folding: Folding, scenario: Scenario) -> Iterator[str]:
    """The coalitions in which both ends of a tie sit, as different blocs."""
    for a in folding.nodes(tie.source, Detail.BLOCS):
        for b in folding.nodes(tie.target, Detail.BLOCS):
            coalition = scenario.coalition_of(a)
            if a != b and coalition is not None and coalition == scenario.coalition_of(b):
                yield coalition


def _rule_and_vote(scenario: Scenario, dataset: Dataset) -> Iterator[Statement]:
    chamber = dataset.chamber_of(scenario)
    everyone = tuple(c.id for c in scenario.coalitions)
    if scenario.custom_quota is not None:
        yield _assumed(QUOTA, everyone)
    else:
        rule = chamber.rule_by_id[scenario.rule]
        told = scenario.vote.present if scenario.vote is not None else None
        if rule.basis is Basis.PRESENT and scenario.present not in (None, told):
            yield _assumed(PRESENT, everyone)
        sources = _admitted(rule.sources, scenario)
        yield Statement(StatementKind.RULE, rule.id, Certainty.CERTAIN, sources, everyone)
    vote = scenario.vote
    if vote is not None:
        yield Statement(
            StatementKind.VOTE,
            "",
            Certainty.CONTESTED if vote.reports else Certainty.REPORTED,
            _admitted(vote.sources, scenario),
            everyone,
            seats=vote.in_favour,
            disputed=bool(vote.reports),
        )
    if scenario.roll_call is not None:
        yield _assumed(ROLL_CALL, everyone)
    for constraint in scenario.constraints:
        if not constraint.ties:
            held = (scenario.coalition_of(bloc) for bloc in constraint.blocs)
            yield _assumed(constraint_id(constraint), tuple(dict.fromkeys(filter(None, held))))


def _assumed(id_: str, coalitions: tuple[str, ...]) -> Statement:
    return Statement(StatementKind.ASSUMED, id_, Certainty.HYPOTHETICAL, (), coalitions)


def _admitted(sources: Iterable[str], scenario: Scenario) -> tuple[str, ...]:
    left_out = scenario.disregarded.sources
    return tuple(dict.fromkeys(source for source in sources if source not in left_out))


# -- what rests on a source --------------------------------------------------------------------


@dataclass(frozen=True)
class Resting:
    """Everything of a dataset that a source is cited for, as ids in the order of the dataset."""

    blocs: tuple[tuple[str, str, int], ...]
    """Chamber, bloc and the figure that the source gives."""
    lists: tuple[tuple[str, str, int], ...]
    """Chamber, electoral list and the figure."""
    ties: tuple[str, ...]
    events: tuple[str, ...]
    actors: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    """Chamber and rule."""
    scenarios: tuple[str, ...]
    """Built-in scenarios that name it."""

    @property
    def count(self) -> int:
        """How many statements there are."""
        return sum(
            len(found)
            for found in (
                self.blocs,
                self.lists,
                self.ties,
                self.events,
                self.actors,
                self.rules,
                self.scenarios,
            )
        )


def resting_on(source: str, dataset: Dataset) -> Resting:
    """Everything that a source is cited for."""
    blocs, lists, rules = [], [], []
    for chamber in dataset.chambers.values():
        for bloc in chamber.blocs:
            blocs += [(chamber.id, bloc.id, seats) for seats in _figures(bloc, source)]
        for entry in chamber.lists:
            lists += [(chamber.id, entry.id, seats) for seats in _figures(entry, source)]
        rules += [(chamber.id, rule.id) for rule in chamber.rules if source in rule.sources]
    return Resting(
        tuple(blocs),
        tuple(lists),
        tuple(
            tie.id
            for tie in dataset.ties.values()
            if any(citation.source == source for citation in tie.citations)
        ),
        tuple(event.id for event in dataset.events.values() if source in event.sources),
        tuple(actor.id for actor in dataset.actors.values() if source in actor.sources),
        tuple(rules),
        tuple(id_ for id_, held in dataset.scenarios.items() if source in held.sources),
    )


def _figures(held: Bloc | ElectoralList, source: str) -> tuple[int, ...]:
    """The figures that a source gives for seats."""
    figures = [report.seats for report in held.reports if source in report.sources]
    if source in held.sources:
        figures.insert(0, held.seats)
    return tuple(dict.fromkeys(figures))
