"""Checks of a dataset as a whole: sums, quotas, references, and ties that make sense."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from iraq_explorer.core.chamber import Bloc, Chamber, ElectoralList
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import Period
from iraq_explorer.core.network import Tie, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.dataset_limits import MOST_SEATS
from iraq_explorer.storage.problems import Problem
from iraq_explorer.storage.record import described

HOSTILE = frozenset({TieKind.OPPOSES, TieKind.RIVAL, TieKind.FIGHTS})
"""The kinds of tie whose sign is -1."""

Check = Callable[[Dataset], Iterator[Problem]]


@dataclass
class Stated:
    """What the files say beside the values, only to be checked against them."""

    quotas: dict[tuple[str, str], int] = field(default_factory=dict)
    """By ids of chamber and rule: the quota that the author worked out."""
    cited: list[tuple[str, str, str, str]] = field(default_factory=list)
    """File, record and field that name a source, and its id."""
    faulty_chambers: set[str] = field(default_factory=set)
    """Ids of chambers with something in them that could not be read: nothing adds up there."""


def check_dataset(
    dataset: Dataset, stated: Stated, earlier: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """Everything that does not fit together.

    Args:
        dataset: the values, with stand-ins for what could not be read.
        stated: what the files say only to be checked.
        earlier: problems of reading. What follows from them is not told again.

    """
    earlier = tuple(earlier)
    broken = {problem.file for problem in earlier}
    gone = {problem.file for problem in earlier if not problem.record}
    if "sources.json" not in gone:
        yield from _check_sources(dataset, stated)
    if "actors.json" not in gone:
        yield from _check_actor_references(dataset)
    told = {problem.record for problem in earlier if problem.file == "chambers.json"}
    for chamber in dataset.chambers.values():
        if chamber.id not in stated.faulty_chambers | told:
            yield from _check_seats(chamber)
            yield from _check_rules(chamber, stated)
    if "events.json" not in gone:
        yield from _check_cabinets(dataset)
    if "chambers.json" not in gone:
        yield from _check_lists_of_blocs(dataset)
        for identity, scenario in dataset.scenarios.items():
            yield from _check_scenario(dataset, identity, scenario)
    yield from _check_ids_of_nodes(dataset)
    yield from _check_cycles(dataset)
    faulty = {problem.record for problem in earlier if problem.file == "ties.json"}
    yield from _check_ties([tie for tie in dataset.ties.values() if tie.id not in faulty])
    if not broken:
        yield from _check_corrections(dataset)
    if not broken & {"scenarios.json", "dataset.json"}:
        yield from _check_opening(dataset)


def _check_corrections(dataset: Dataset) -> Iterator[Problem]:
    known = {*dataset.ties, *dataset.actors, *dataset.events}
    known.update(bloc for chamber in dataset.chambers.values() for bloc in chamber.bloc_by_id)
    for number, correction in enumerate(dataset.corrections, 1):
        for place, statement in enumerate(correction.about):
            if statement not in known:
                message = f"names {described(statement)}, which is no tie, bloc, actor or event"
                yield Problem("corrections.json", f"record {number}", f"about[{place}]", message)


# -- references ---------------------------------------------------------------------------------


def _check_sources(dataset: Dataset, stated: Stated) -> Iterator[Problem]:
    for file, record, place, source in (*stated.cited, *_sources_of(dataset)):
        if source not in dataset.sources:
            yield Problem(file, record, place, f"names the unknown source {described(source)}")


def _sources_of(dataset: Dataset) -> Iterator[tuple[str, str, str, str]]:
    def numbered(place: str, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
        return ((f"{place}[{number}]", source) for number, source in enumerate(sources))

    def all_of(entry: Bloc | ElectoralList) -> Iterator[tuple[str, str]]:
        yield from numbered("sources", entry.sources)
        for number, report in enumerate(entry.reports):
            yield from numbered(f"reports[{number}].sources", report.sources)

    for chamber in dataset.chambers.values():
        holders: tuple[ElectoralList | Bloc, ...] = (*chamber.lists, *chamber.blocs)
        for entry in holders:
            yield from (("chambers.json", entry.id, *place) for place in all_of(entry))
        for rule in chamber.rules:
            for place in numbered("sources", rule.sources):
                yield ("chambers.json", rule.id, *place)
    for actor in dataset.actors.values():
        named = (*numbered("sources", actor.sources), *numbered("articles", actor.articles))
        yield from (("actors.json", actor.id, *place) for place in named)
    for tie in dataset.ties.values():
        for number, citation in enumerate(tie.citations):
            yield "ties.json", tie.id, f"citations[{number}].source", citation.source
    for event in dataset.events.values():
        yield from (("events.json", event.id, *at) for at in numbered("sources", event.sources))
    for identity, scenario in dataset.scenarios.items():
        cited = [*numbered("sources", scenario.sources)]
        if scenario.vote:
            cited += numbered("vote.sources", scenario.vote.sources)
            for number, report in enumerate(scenario.vote.reports):
                cited += numbered(f"vote.reports[{number}].sources", report.sources)
        yield from (("scenarios.json", identity, *place) for place in cited)


def _check_actor_references(dataset: Dataset) -> Iterator[Problem]:
    for file, record, place, actor in _actors_named(dataset):
        if actor not in dataset.actors:
            yield Problem(file, record, place, f"names the unknown actor {described(actor)}")


def _actors_named(dataset: Dataset) -> Iterator[tuple[str, str, str, str]]:
    for chamber in dataset.chambers.values():
        holders: tuple[ElectoralList | Bloc, ...] = (*chamber.lists, *chamber.blocs)
        for holder in holders:
            yield "chambers.json", holder.id, "actor", holder.actor
        for entry in chamber.lists:
            for number, part in enumerate(entry.estimates):
                if part.actor:
                    yield "chambers.json", entry.id, f"estimates[{number}].actor", part.actor
    for actor in dataset.actors.values():
        for number, belonging in enumerate(actor.belongs_to):
            yield "actors.json", actor.id, f"belongs_to[{number}].actor", belonging.actor
    for tie in dataset.ties.values():
        yield "ties.json", tie.id, "source", tie.source
        yield "ties.json", tie.id, "target", tie.target
    for event in dataset.events.values():
        for number, name in enumerate(event.actors):
            yield "events.json", event.id, f"actors[{number}]", name


def _check_cabinets(dataset: Dataset) -> Iterator[Problem]:
    for chamber in dataset.chambers.values():
        if chamber.cabinet and chamber.cabinet.event not in dataset.events:
            message = f"names the unknown event {described(chamber.cabinet.event)}"
            yield Problem("chambers.json", chamber.id, "cabinet.event", message)


def _check_lists_of_blocs(dataset: Dataset) -> Iterator[Problem]:
    for chamber in dataset.chambers.values():
        for bloc in chamber.blocs:
            if chamber.lists and bloc.list_id not in chamber.list_by_id:
                message = f"names the list {described(bloc.list_id)}, unknown in this chamber"
                yield Problem("chambers.json", bloc.id, "list", message)


def _check_ids_of_nodes(dataset: Dataset) -> Iterator[Problem]:
    # Blocs and actors are nodes of one drawing, and scenarios of two chambers lie in one library.
    owner: dict[str, str] = {}
    for chamber in dataset.chambers.values():
        for bloc in chamber.blocs:
            if bloc.id in dataset.actors:
                yield Problem("chambers.json", bloc.id, "id", "is the id of an actor too")
            elif bloc.id in owner:
                message = f"is the id of a bloc of the chamber {owner[bloc.id]} too"
                yield Problem("chambers.json", bloc.id, "id", message)
            owner[bloc.id] = chamber.id


# -- chambers -----------------------------------------------------------------------------------


def _check_seats(chamber: Chamber) -> Iterator[Problem]:
    if chamber.seats > MOST_SEATS:
        message = f"is {chamber.seats:,}, and at most {MOST_SEATS:,} can be shown"
        yield Problem("chambers.json", chamber.id, "seats", message)
    total = sum(entry.seats for entry in chamber.lists)
    if total != chamber.seats:
        message = f"is {chamber.seats}, but its lists add up to {total}"
        yield Problem("chambers.json", chamber.id, "seats", message)
    for entry in chamber.lists:
        held = sum(bloc.seats for bloc in chamber.blocs_of_list(entry.id))
        if held != entry.seats:
            message = f"is {entry.seats}, but its blocs add up to {held}"
            yield Problem("chambers.json", entry.id, "seats", message)
        guessed = sum(part.seats for part in entry.estimates)
        if entry.estimates and guessed != entry.seats:
            message = f"add up to {guessed}, but the list has {entry.seats} seats"
            yield Problem("chambers.json", entry.id, "estimates", message)
        for number, splinter in enumerate(entry.splinters):
            if splinter.seats >= entry.seats:
                message = f"is {splinter.seats}, but the list it left has {entry.seats} seats"
                yield Problem("chambers.json", entry.id, f"splinters[{number}].seats", message)
            if splinter.date.latest < chamber.elected.earliest:
                message = f"is {splinter.date}, before the election of {chamber.elected}"
                yield Problem("chambers.json", entry.id, f"splinters[{number}].date", message)
    for bloc in chamber.blocs:
        yield from _check_range(bloc)
    first = chamber.first_sitting
    if first and first.latest < chamber.elected.earliest:
        message = f"is {first}, before the election of {chamber.elected}"
        yield Problem("chambers.json", chamber.id, "first_sitting", message)


def _check_range(bloc: Bloc) -> Iterator[Problem]:
    if bloc.seats_low > bloc.seats:
        message = f"is {bloc.seats_low}, above the {bloc.seats} seats that count"
        yield Problem("chambers.json", bloc.id, "seats_low", message)
    if bloc.seats_high < bloc.seats:
        message = f"is {bloc.seats_high}, below the {bloc.seats} seats that count"
        yield Problem("chambers.json", bloc.id, "seats_high", message)
    if not bloc.seats_low <= bloc.seats <= bloc.seats_high:
        return
    for number, report in enumerate(bloc.reports):
        if not bloc.seats_low <= report.seats <= bloc.seats_high:
            message = f"is {report.seats}, outside {bloc.seats_low} to {bloc.seats_high}"
            yield Problem("chambers.json", bloc.id, f"reports[{number}].seats", message)


def _check_rules(chamber: Chamber, stated: Stated) -> Iterator[Problem]:
    if chamber.default_rule not in chamber.rule_by_id:
        message = f"names the unknown rule {described(chamber.default_rule)}"
        yield Problem("chambers.json", chamber.id, "default_rule", message)
    for rule in chamber.rules:
        computed = rule.quota(chamber.seats)
        quota = stated.quotas.get((chamber.id, rule.id), computed)
        if quota != computed:
            message = f"is {quota}, but the rule takes {computed} of {chamber.seats} seats"
            yield Problem("chambers.json", rule.id, "quota", message)


# -- network ------------------------------------------------------------------------------------


def _check_cycles(dataset: Dataset) -> Iterator[Problem]:
    homes: dict[str, dict[str, list[str]]] = {}
    for actor in dataset.actors.values():
        for belonging in actor.belongs_to:
            level = homes.setdefault(belonging.level, {})
            level.setdefault(actor.id, []).append(belonging.actor)
    for name, graph in homes.items():
        for start in _in_circles(graph):
            message = f"comes back to {start} at the level {name!r}"
            yield Problem("actors.json", start, "belongs_to", message)


def _in_circles(graph: dict[str, list[str]]) -> list[str]:
    """Those who reach themselves, in their order."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        import networkx as nx  # slow to load, and only of use where something is wrong

        made = nx.DiGraph(graph)
        rings = (ring for ring in nx.strongly_connected_components(made) if len(ring) > 1)
        found = {*(node for ring in rings for node in ring), *nx.nodes_with_selfloops(made)}
        return [node for node in graph if node in found]
    return []


def _check_ties(ties: Collection[Tie]) -> Iterator[Problem]:
    earlier: dict[tuple[str, str, TieKind, Period], str] = {}
    for tie in ties:
        expected = -1 if tie.kind in HOSTILE else 1
        if tie.sign != expected:
            message = (
                f"is {tie.sign:+d}, but a tie of the kind {tie.kind.value!r} has {expected:+d}"
            )
            yield Problem("ties.json", tie.id, "sign", message)
        if tie.source == tie.target:
            yield Problem("ties.json", tie.id, "target", "is the actor that the tie starts from")
        ends = (tie.source, tie.target)
        a, b = ends if tie.kind.directed else (min(ends), max(ends))
        # Ties that overlap in time are no slip: two sources can date the same relation differently.
        same = earlier.setdefault((a, b, tie.kind, tie.period), tie.id)
        if same != tie.id:
            message = f"repeats {same}: the same ends, kind and period"
            yield Problem("ties.json", tie.id, "", message)


# -- scenarios ----------------------------------------------------------------------------------


def _check_scenario(dataset: Dataset, identity: str, scenario: Scenario) -> Iterator[Problem]:
    def problem(place: str, message: str) -> Problem:
        return Problem("scenarios.json", identity, place, message)

    chamber = dataset.chambers.get(scenario.chamber)
    if chamber is None:
        yield problem("chamber", f"names the unknown chamber {described(scenario.chamber)}")
        return
    if scenario.rule and scenario.rule not in chamber.rule_by_id:
        yield problem("rule", f"names the rule {described(scenario.rule)}, unknown in this chamber")
    assumptions = dataset.misfits_of_assumptions(scenario) if chamber.blocs else ()
    for message in assumptions:
        yield problem("", message)
    if not assumptions:
        chamber = dataset.chamber_of(scenario)
    for bloc, coalition in scenario.membership.items():
        if chamber.blocs and bloc not in chamber.bloc_by_id:
            number = list(scenario.coalition_by_id).index(coalition)
            yield problem(
                f"coalitions[{number}].blocs",
                f"names the bloc {described(bloc)}, unknown in this chamber",
            )
    for node in scenario.placements:
        if node not in chamber.bloc_by_id and node not in dataset.actors:
            yield problem(f"placements.{node}", "is neither a bloc of this chamber nor an actor")
    if scenario.custom_quota is not None and scenario.custom_quota > chamber.seats:
        yield problem("custom_quota", f"is more than the {chamber.seats} seats of the chamber")
    if scenario.present is not None and scenario.present > chamber.seats:
        yield problem("present", f"is more than the {chamber.seats} seats of the chamber")
    vote = scenario.vote
    if vote:
        if vote.present > chamber.seats:
            yield problem("vote.present", f"is more than the {chamber.seats} seats of the chamber")
        if vote.in_favour + vote.against > vote.present:
            yield problem("vote.present", "is less than the votes in favour and against together")


def _check_opening(dataset: Dataset) -> Iterator[Problem]:
    if dataset.opening_scenario not in dataset.scenarios:
        message = f"names the unknown scenario {described(dataset.opening_scenario)}"
        yield Problem("dataset.json", "", "opening_scenario", message)
