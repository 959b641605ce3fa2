"""Stories: steps in an order, each a scenario with what is to be looked at and what is said of it.

A step names a built-in scenario and what is different in it, or holds a scenario of its own. What
can be worked out of it, such as the answer to its question, is never stored (``story_answer.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.network import Detail, TieFilter
from iraq_explorer.core.scenario import Scenario


class Shows(StrEnum):
    """What stands largest on the screen while a step is told."""

    NETWORK = "network"
    HEMICYCLE = "hemicycle"


class Asked(StrEnum):
    """A kind of question whose answer can be counted."""

    NEEDS = "needs"
    """Who has to join a coalition so that it reaches the line?"""
    LOSES = "loses"
    """Without whom would a coalition miss the line?"""
    RULES = "rules"
    """What are its seats, or the votes that were counted, worth under each rule?"""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about a coalition of the step."""

    kind: Asked
    coalition: str
    """Id of the coalition."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a story."""

    title: str
    scenario: Scenario | str
    """A scenario of its own, or the id of a built-in one."""
    text: str = ""
    date: PartialDate | None = None
    """Another date than the scenario's."""
    rule: str = ""
    """Another rule than the scenario's, by its id."""
    moves: tuple[tuple[str, str], ...] = ()
    """Blocs that are elsewhere than in the scenario: bloc and coalition, empty for none.

    A coalition that loses its last bloc so is not there any more.
    """
    focus: tuple[str, ...] = ()
    """Ids of the nodes that are lit; all where there are none."""
    detail: Detail = Detail.BLOCS
    tie_filter: TieFilter = field(default_factory=TieFilter)
    shows: Shows = Shows.NETWORK
    question: str = ""
    """What the audience is asked; dragging tries out an answer."""
    ask: Ask | None = None
    """The same in a form that can be counted."""
    answer: str = ""
    """What is said after the answer that is counted, or instead of it."""
    notes: str = ""
    """For the speaker alone."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that title and text rest on."""

    @property
    def asks(self) -> bool:
        """Whether there is an answer to be shown."""
        return self.ask is not None or bool(self.answer)


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in the order in which they are told."""

    title: str
    steps: tuple[Step, ...] = ()
    id: str = ""
    """Of a shipped story and of copies of it; empty for others."""
    summary: str = ""
    sources: tuple[str, ...] = ()
    language: str = ""
    """Code of the language it is told in (BCP 47); empty where it is not said."""

    def with_step(self, position: int, step: Step) -> "Story":
        """The story with another step in the place of one."""
        return replace(self, steps=(*self.steps[:position], step, *self.steps[position + 1 :]))

    def insert(self, position: int, step: Step) -> "Story":
        """The story with one step more, at a place counted from 0."""
        return replace(self, steps=(*self.steps[:position], step, *self.steps[position:]))

    def without(self, position: int) -> "Story":
        """The story without a step."""
        return replace(self, steps=self.steps[:position] + self.steps[position + 1 :])

    def moved(self, position: int, to: int) -> "Story":
        """The story with a step at another place in the order."""
        step = self.steps[position]
        return self.without(position).insert(max(0, min(to, len(self.steps) - 1)), step)


def scenario_of(step: Step, dataset: Dataset) -> Scenario:
    """The scenario that a step shows.

    Raises:
        KeyError: it names a built-in scenario, or moves a bloc to a coalition, that is not there.

    """
    held = step.scenario
    scenario = dataset.scenarios[held] if isinstance(held, str) else held
    if step.date is not None:
        scenario = replace(scenario, date=step.date)
    if step.rule:
        scenario = scenario.with_rule(step.rule)
    held_before = set(scenario.membership.values())
    for bloc, coalition in step.moves:
        scenario = scenario.move([bloc], coalition or None)
    for emptied in held_before - set(scenario.membership.values()):
        scenario = scenario.delete_coalition(emptied)
    return scenario


def told_coalition(step: Step, scenario: Scenario) -> str:
    """Id of the coalition whose number a step is about; empty for the one that is leading.

    It is the one that is asked about, else the one that has most of the nodes that are lit.
    """
    if step.ask is not None:
        return step.ask.coalition
    homes = [home for node in step.focus if (home := scenario.coalition_of(node))]
    return max(homes, key=homes.count, default="")


def misfits(step: Step, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """What of a step is unknown to a dataset: the field, and in words what is wrong with it."""
    if isinstance(step.scenario, str) and step.scenario not in dataset.scenarios:
        yield "scenario", f"{step.scenario!r} is not a built-in scenario"
        return
    held = step.scenario
    scenario = dataset.scenarios[held] if isinstance(held, str) else held
    strange = dataset.misfits(scenario)
    if strange:
        yield from (("scenario", problem) for problem in strange)
        return
    yield from _misfits_of_changes(step, scenario, dataset)
    blocs = dataset.chamber_of(scenario).bloc_by_id
    for node in step.focus:
        if node not in blocs and node not in dataset.actors:
            yield "focus", f"{node!r} is neither a bloc of chamber {scenario.chamber} nor an actor"
    if step.ask is not None and step.ask.coalition not in scenario.coalition_by_id:
        yield "ask.coalition", f"{step.ask.coalition!r} is not a coalition of the scenario"
    for source in step.sources:
        if source not in dataset.sources:
            yield "sources", f"{source!r} is not a source"


def _misfits_of_changes(
    step: Step, scenario: Scenario, dataset: Dataset
) -> Iterator[tuple[str, str]]:
    chamber = dataset.chamber_of(scenario)
    if step.rule and step.rule not in chamber.rule_by_id:
        yield "rule", f"{step.rule!r} is not a rule of chamber {chamber.id}"
    for bloc, coalition in step.moves:
        if bloc not in chamber.bloc_by_id:
            yield "moves", f"{bloc!r} is not a bloc of chamber {chamber.id}"
        if coalition and coalition not in scenario.coalition_by_id:
            yield "moves", f"{coalition!r} is not a coalition of the scenario"
