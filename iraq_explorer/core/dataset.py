"""A dataset: everything known of one country's parliament and network, checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty, Source
from iraq_explorer.core.network import Actor, Detail, Network, Tie, TieFilter, network_of
from iraq_explorer.core.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date."""

    id: str
    date: PartialDate
    title: str
    what: str
    actors: tuple[str, ...]
    certainty: Certainty
    sources: tuple[str, ...]
    date_end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim of one of the founding articles that later reports correct or dispute."""

    article: str
    """Id of the source."""
    claim: str
    correction: str


@dataclass(frozen=True)
class Dataset:
    """Chambers, actors, ties, events, sources and the built-in scenarios, each by id."""

    id: str
    title: str
    version: str
    opening_scenario: str
    """Id of the built-in scenario shown on the first start."""
    chambers: Mapping[str, Chamber]
    actors: Mapping[str, Actor]
    ties: Mapping[str, Tie]
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    scenarios: Mapping[str, Scenario]
    corrections: tuple[Correction, ...] = ()

    def chamber_of(self, scenario: Scenario) -> Chamber:
        """The chamber a scenario is about."""
        return self.chambers[scenario.chamber]

    def network(
        self,
        scenario: Scenario,
        detail: Detail = Detail.BLOCS,
        shown: TieFilter | None = None,
    ) -> Network:
        """The network as of the last day that the scenario's date can mean."""
        return network_of(
            self.actors,
            self.ties.values(),
            self.chamber_of(scenario),
            self.day_of(scenario),
            detail,
            shown,
        )

    @staticmethod
    def day_of(scenario: Scenario) -> date:
        """The day whose ties are drawn: the last that the scenario's date can mean."""
        return scenario.date.latest
