"""A dataset: everything known of one country's parliament and network, checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty, Source
from iraq_explorer.core.network import Actor, Detail, Network, Tie, TieFilter, network_of
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tie_change import Assumption, apply, reversible
from iraq_explorer.core.what_if import WhatIf, admitted, assumed, faults


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
    about: tuple[str, ...] = ()
    """Ids of the ties, blocs, actors and events that the claim is about."""


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
        """The chamber a scenario is about, with the seats as the scenario assumes them.

        Raises:
            KeyError: there is no such chamber.

        """
        return assumed(self.official_chamber(scenario), scenario.what_if)

    def official_chamber(self, scenario: Scenario) -> Chamber:
        """The chamber as elected, without what the scenario assumes.

        A figure whose sources are all disregarded gives way to one that another source reports.
        """
        chamber = self.chambers[scenario.chamber]
        return admitted(chamber, scenario.disregarded.sources, scenario.what_if.touched)

    def assume(self, scenario: Scenario, what_if: WhatIf) -> Scenario:
        """The scenario under other assumptions about the seats.

        A figure that stands only because evidence is left out is kept with what is assumed of it,
        so that it holds whatever is left out later.

        Raises:
            ValueError: the assumptions do not fit the chamber.

        """
        elected = self.chambers[scenario.chamber]
        held = self.official_chamber(scenario).bloc_by_id
        seats = {
            bloc.id: what_if.seats.get(bloc.id, held[bloc.id].seats)
            for bloc in elected.blocs
            if bloc.id in what_if.seats
            or (bloc.id in what_if.touched and held[bloc.id].seats != bloc.seats)
        }
        return scenario.with_what_if(replace(what_if, seats=seats), elected)

    def ties_of(self, scenario: Scenario) -> tuple[Tie, ...]:
        """The ties as a scenario assumes them, without those whose evidence it disregards.

        Ties of every date: ``network`` takes those in force.
        """
        left_out = scenario.disregarded
        return tuple(
            tie
            for tie in apply(self.ties.values(), scenario.tie_changes)
            if tie.certainty not in left_out.certainties
            and (
                not tie.citations
                or any(cited.source not in left_out.sources for cited in tie.citations)
            )
        )

    def network(
        self,
        scenario: Scenario,
        detail: Detail = Detail.BLOCS,
        shown: TieFilter | None = None,
    ) -> Network:
        """The network as of the last day that the scenario's date can mean."""
        return network_of(
            self.actors,
            self.ties_of(scenario),
            self.chamber_of(scenario),
            self.day_of(scenario),
            detail,
            shown,
        )

    def corrections_of(self, statement: str) -> tuple[Correction, ...]:
        """What was corrected of a tie, bloc, actor or event, by its id."""
        return tuple(c for c in self.corrections if statement in c.about)

    @staticmethod
    def day_of(scenario: Scenario) -> date:
        """The day whose ties are drawn: the last that the scenario's date can mean."""
        return scenario.date.latest

    # -- whether a scenario can be shown ---------------------------------------------------

    def misfits(self, scenario: Scenario) -> tuple[str, ...]:
        """What of a scenario is unknown here, in words; empty where it can be shown."""
        chamber = self.chambers.get(scenario.chamber)
        if chamber is None:
            return (f"chamber: {scenario.chamber!r} is not in the dataset",)
        found = list(self.misfits_of_assumptions(scenario))
        if scenario.custom_quota is None and scenario.rule not in chamber.rule_by_id:
            found.append(f"rule: {scenario.rule!r} is not a rule of chamber {chamber.id}")
        if not found:
            blocs = self.chamber_of(scenario).bloc_by_id
            found.extend(
                f"coalitions: {bloc!r} is not a bloc of chamber {chamber.id}"
                for bloc in scenario.membership
                if bloc not in blocs
            )
        return tuple(found)

    def misfits_of_assumptions(self, scenario: Scenario) -> tuple[str, ...]:
        """What is unknown or impossible of all that a scenario of a known chamber assumes."""
        found = list(faults(scenario.what_if, self.chambers[scenario.chamber]))
        if found:
            return tuple(found)
        blocs = self.chamber_of(scenario).bloc_by_id
        named = [("constraints", bloc) for c in scenario.constraints for bloc in c.blocs]
        if scenario.roll_call:
            named += [("roll_call", bloc) for bloc in scenario.roll_call.conducts]
        for place, bloc in named:
            if bloc not in blocs:
                found.append(f"{place}: {bloc!r} is not a bloc of chamber {scenario.chamber}")
        for change in scenario.tie_changes:
            if change.assumption is Assumption.ADDED:
                for actor in (change.source, change.target):
                    if actor not in self.actors:
                        found.append(f"tie_changes: {actor!r} is not an actor")
                if change.tie in self.ties:
                    found.append(f"tie_changes: {change.tie!r} is the id of a tie of the dataset")
            elif change.tie not in self.ties:
                found.append(f"tie_changes: {change.tie!r} is not a tie")
            elif change.assumption is Assumption.REVERSED and not reversible(self.ties[change.tie]):
                found.append(f"tie_changes: the tie {change.tie!r} has no opposite")
        return tuple(found)
