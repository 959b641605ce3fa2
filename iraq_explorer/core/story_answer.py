"""Answers that are counted: who is needed, who must not be lost, and what a total is worth."""

from dataclasses import dataclass

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.formation import Addition, Order, additions, ranked
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import standing_of
from iraq_explorer.core.story import Ask, Asked
from iraq_explorer.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Needs:
    """Who brings a coalition to the line."""

    name: str
    """Of the coalition."""
    verdict: Verdict
    ways: tuple[Addition, ...]
    """The ways with fewest partners, best first; none where the line is reached already."""
    more: int
    """How many ways there are with one partner more."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Without whom a coalition misses the line."""

    name: str
    verdict: Verdict
    critical: tuple[tuple[Bloc, Verdict], ...]
    """Each bloc without which the line is missed, and the verdict then; the largest first."""
    spared: tuple[Bloc, ...]
    """The others: any one of them may leave."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a number is worth under each rule."""

    counted: bool
    """Whether it is votes that were counted rather than seats on paper."""
    present: int | None
    """Members present, where votes were counted."""
    verdicts: tuple[tuple[str, Verdict], ...]
    """Name of the rule and verdict, by rising quota; rules of one quota are one line."""


Answer = Needs | Losses | Worth


def answered(ask: Ask, scenario: Scenario, dataset: Dataset) -> Answer:
    """The answer to a question about a scenario.

    Raises:
        KeyError: the coalition is not there.

    """
    chamber = dataset.chamber_of(scenario)
    name = scenario.coalition_by_id[ask.coalition].name
    match ask.kind:
        case Asked.NEEDS:
            return _needs(ask.coalition, name, scenario, dataset)
        case Asked.LOSES:
            return _losses(ask.coalition, name, scenario, chamber)
        case Asked.RULES:
            return _worth(ask.coalition, scenario, chamber)


def _needs(coalition: str, name: str, scenario: Scenario, dataset: Dataset) -> Needs:
    chamber = dataset.chamber_of(scenario)
    standing = standing_of(dataset.network(scenario), [bloc.id for bloc in chamber.blocs])
    found = ranked(additions(scenario, chamber, coalition, standing).found, Order.PARTNERS)
    fewest = min((len(way.partners) for way in found), default=0)
    ways = tuple(way for way in found if len(way.partners) == fewest)
    return Needs(name, scenario.verdict(coalition, chamber), ways, len(found) - len(ways))


def _losses(coalition: str, name: str, scenario: Scenario, chamber: Chamber) -> Losses:
    verdict = scenario.verdict(coalition, chamber)
    blocs = sorted(scenario.blocs_of(coalition, chamber), key=lambda bloc: -bloc.seats)
    without = [(bloc, Verdict(verdict.seats - bloc.seats, verdict.quota)) for bloc in blocs]
    critical = tuple((b, left) for b, left in without if verdict.reached and not left.reached)
    spared = tuple(b for b, left in without if left.reached)
    return Losses(name, verdict, critical, spared)


def _worth(coalition: str, scenario: Scenario, chamber: Chamber) -> Worth:
    vote = scenario.vote
    number = scenario.seats_of(coalition, chamber) if vote is None else vote.in_favour
    present = scenario.present if vote is None else vote.present
    named: dict[int, str] = {}
    for rule in chamber.rules:
        named.setdefault(rule.quota(chamber.seats, present), rule.name)
    verdicts = tuple((named[quota], Verdict(number, quota)) for quota in sorted(named))
    return Worth(vote is not None, vote.present if vote else None, verdicts)
