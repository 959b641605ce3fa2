"""A scenario told in words: the alternative text of its picture.

The sentences are English templates with named fields, as those of verdicts are: the window
translates the templates, the command line fills them as they are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from iraq_explorer.core.chamber import Basis, Bloc, Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, Link, Network, Node
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict

WHAT = "“{name}”: who stands with whom in the {chamber}, {seats} seats, {day}."
RULE = "The rule is {rule}: {quota} of {all} seats are needed."
RULE_PRESENT = "The rule is {rule}: {quota} of {all} members present are needed."
OWN_QUOTA = "The quota is set by hand: {quota} of {all} seats are needed."
VOTE_PASSED = (
    "In the vote as reported, {in_favour} of {present} present were in favour and {against} "
    "against: it passes."
)
VOTE_FAILED = (
    "In the vote as reported, {in_favour} of {present} present were in favour and {against} "
    "against: it fails."
)
VOTE_REPORTS = "Other reports count {figures} in favour."
COALITION = "{name} has {seats}, {verdict}: {blocs}."
COALITION_OF_ONE = "{name} has {seats}, {verdict}."
EMPTY_COALITION = "{name} has no blocs."
UNALIGNED = "In no coalition, with {seats}: {blocs}."
NOBODY = "Nobody is in a coalition."
REACHES = "{name} reaches the quota."
NEAREST = "No coalition reaches the quota; {name} comes nearest."
EQUAL = "{names} have equally many seats, the most."
ASSUMED = "Assumed, not official: {blocs}."
ASSUMED_TIES = "Ties between actors are partly assumed."
ASSUMED_SEATS = "{bloc} {seats} instead of {official}"
DISREGARDED = "Some of the evidence is left out of account."
WITHIN = "Rivals within {name}: {pairs}."
ACROSS = "Friendly across coalitions: {pairs}."
FRIENDLY_STATES = "Friendly ties with states: {pairs}."
HOSTILE_STATES = "Hostile ties with states: {pairs}."

ONE_SEAT = "1 seat"
SEATS = "{seats} seats"
BLOC = "{bloc} {seats}"
BLOC_RANGE = "{bloc} {seats} (by source {low} to {high})"
PAIR = "{a} – {b}"
DOUBTFUL_PAIR = "{a} – {b} ({certainty})"
MORE = "{count} more"
LIST_END = "{items} and {last}"

TEMPLATES = (
    WHAT, RULE, RULE_PRESENT, OWN_QUOTA, VOTE_PASSED, VOTE_FAILED, VOTE_REPORTS, COALITION,
    COALITION_OF_ONE, EMPTY_COALITION, UNALIGNED, NOBODY, REACHES, NEAREST, EQUAL, ASSUMED,
    ASSUMED_TIES, ASSUMED_SEATS, DISREGARDED, WITHIN, ACROSS, FRIENDLY_STATES, HOSTILE_STATES,
    ONE_SEAT, SEATS, BLOC, BLOC_RANGE, PAIR, DOUBTFUL_PAIR, MORE, LIST_END,
)  # fmt: skip

MOST_PAIRS = 5
"""So many pairs of one kind are named, the others are counted."""

Value: TypeAlias = "str | int | PartialDate | Verdict | Certainty | Phrase | tuple[Phrase, ...]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template and the values for its fields, which may be phrases and lists of phrases."""

    template: str
    values: Mapping[str, Value]


def _phrase(template: str, /, **values: Value) -> Phrase:
    return Phrase(template, values)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_in_english(day: PartialDate) -> str:
    """A date as precisely as it is known: "1 October 2010", "October 2010", "2010"."""
    parts = [str(day.earliest.year)]
    if len(day.text) > 4:
        parts.insert(0, _MONTHS[day.earliest.month - 1])
    if len(day.text) > 7:
        parts.insert(0, str(day.earliest.day))
    return " ".join(parts)


def filled(
    phrase: Phrase,
    translated: Callable[[str], str] = str,
    day_text: Callable[[PartialDate], str] = day_in_english,
) -> str:
    """A phrase as text.

    Args:
        phrase: what to say.
        translated: gives a template or a word of the core in the reader's language.
        day_text: gives a date in that language.

    """

    def text(value: Value) -> str:
        if isinstance(value, Phrase):
            return filled(value, translated, day_text)
        if isinstance(value, PartialDate):
            return day_text(value)
        if isinstance(value, Verdict):
            return translated(value.template).format(**value.values)
        if isinstance(value, Certainty):
            return translated(value)
        if isinstance(value, tuple):
            return listed([text(item) for item in value])
        return str(value)

    def listed(items: Sequence[str]) -> str:
        if len(items) < 2:
            return "".join(items)
        return translated(LIST_END).format(items=", ".join(items[:-1]), last=items[-1])

    values = {field: text(value) for field, value in phrase.values.items()}
    return translated(phrase.template).format(**values)


def alternative_text(scenario: Scenario, dataset: Dataset) -> str:
    """The scenario in one English paragraph."""
    return " ".join(filled(phrase) for phrase in description(scenario, dataset))


def description(scenario: Scenario, dataset: Dataset) -> tuple[Phrase, ...]:
    """The scenario sentence by sentence: what, when, rule, who with whom, verdict, and ties."""
    chamber = dataset.chamber_of(scenario)
    return (
        _phrase(
            WHAT,
            name=scenario.name,
            chamber=chamber.name.en,
            seats=chamber.seats,
            day=scenario.date,
        ),
        _rule(scenario, chamber),
        *_vote(scenario, chamber),
        *_coalitions(scenario, chamber),
        *_outcome(scenario, chamber),
        *_assumptions(scenario, chamber),
        *_ties(scenario, dataset.network(scenario)),
    )


def _rule(scenario: Scenario, chamber: Chamber) -> Phrase:
    quota = scenario.quota(chamber)
    if scenario.custom_quota is not None:
        return _phrase(OWN_QUOTA, quota=quota, all=chamber.seats)
    rule = chamber.rule_by_id[scenario.rule]
    name = f"{rule.name} ({rule.article})" if rule.article else rule.name
    if rule.basis is Basis.PRESENT and scenario.present is not None:
        return _phrase(RULE_PRESENT, rule=name, quota=quota, all=scenario.present)
    return _phrase(RULE, rule=name, quota=quota, all=chamber.seats)


def _vote(scenario: Scenario, chamber: Chamber) -> Iterator[Phrase]:
    vote = scenario.vote
    if vote is None:
        return
    passed = vote.in_favour >= scenario.quota(chamber)
    yield _phrase(
        VOTE_PASSED if passed else VOTE_FAILED,
        in_favour=vote.in_favour,
        present=vote.present,
        against=vote.against,
    )
    if vote.reports:
        figures = tuple(_word(str(report.in_favour)) for report in vote.reports)
        yield _phrase(VOTE_REPORTS, figures=figures)


def _coalitions(scenario: Scenario, chamber: Chamber) -> Iterator[Phrase]:
    for coalition in scenario.coalitions:
        blocs = scenario.blocs_of(coalition.id, chamber)
        verdict = scenario.verdict(coalition.id, chamber)
        if not blocs:
            yield _phrase(EMPTY_COALITION, name=coalition.name)
        elif len(blocs) == 1 and blocs[0].name.label == coalition.name:
            yield _phrase(
                COALITION_OF_ONE, name=coalition.name, seats=_seats(verdict.seats), verdict=verdict
            )
        else:
            yield _phrase(
                COALITION,
                name=coalition.name,
                seats=_seats(verdict.seats),
                verdict=verdict,
                blocs=_blocs(blocs),
            )
    if not scenario.coalitions:
        yield _phrase(NOBODY)
    left = scenario.blocs_of(None, chamber)
    if left and scenario.coalitions:
        seats = sum(bloc.seats for bloc in left)
        yield _phrase(UNALIGNED, seats=_seats(seats), blocs=_blocs(left))


def _seats(seats: int) -> Phrase:
    return _phrase(ONE_SEAT) if seats == 1 else _phrase(SEATS, seats=seats)


def _blocs(blocs: Sequence[Bloc]) -> tuple[Phrase, ...]:
    order = sorted(blocs, key=lambda bloc: -bloc.seats)
    return tuple(
        _phrase(
            BLOC_RANGE,
            bloc=bloc.name.label,
            seats=bloc.seats,
            low=bloc.seats_low,
            high=bloc.seats_high,
        )
        if bloc.disputed
        else _phrase(BLOC, bloc=bloc.name.label, seats=bloc.seats)
        for bloc in order
    )


def _outcome(scenario: Scenario, chamber: Chamber) -> Iterator[Phrase]:
    leaders = scenario.leaders(chamber)
    if scenario.vote is not None or not leaders:
        return
    if len(leaders) > 1:
        yield _phrase(EQUAL, names=tuple(_word(c.name) for c in leaders))
    elif len(scenario.coalitions) > 1:
        reached = scenario.verdict(leaders[0].id, chamber).reached
        yield _phrase(REACHES if reached else NEAREST, name=leaders[0].name)


def _word(word: str) -> Phrase:
    """A name or a number in a list; a name may hold braces, so it is no template."""
    return _phrase("{word}", word=word)


def _assumptions(scenario: Scenario, chamber: Chamber) -> Iterator[Phrase]:
    assumed = [bloc for bloc in chamber.blocs if bloc.official_seats is not None or bloc.part_of]
    if assumed:
        yield _phrase(
            ASSUMED,
            blocs=tuple(
                _phrase(BLOC, bloc=bloc.name.label, seats=bloc.seats)
                if bloc.official_seats is None
                else _phrase(
                    ASSUMED_SEATS,
                    bloc=bloc.name.label,
                    seats=bloc.seats,
                    official=bloc.official_seats,
                )
                for bloc in assumed
            ),
        )
    if scenario.tie_changes:
        yield _phrase(ASSUMED_TIES)
    if scenario.disregarded:
        yield _phrase(DISREGARDED)


# -- ties ------------------------------------------------------------------------------------------


def _ties(scenario: Scenario, network: Network) -> Iterator[Phrase]:
    """Rivalry within a coalition, support across coalitions, and what states have to do with it."""
    nodes, held = network.node_by_id, scenario.coalition_of
    blocs = {node.id for node in network.nodes if node.is_bloc}
    states = {node.id for node in network.nodes if node.kind is ActorKind.STATE}
    told = [link for link in network.links if not link.main.kind.structural]
    inside = [link for link in told if link.a in blocs and link.b in blocs]
    for coalition in scenario.coalitions:
        together = [c for c in inside if held(c.a) == held(c.b) == coalition.id]
        yield from _pairs(WITHIN, [c for c in together if c.sign < 0], nodes, coalition.name)
    apart = [c for c in inside if held(c.a) and held(c.b) and held(c.a) != held(c.b)]
    yield from _pairs(ACROSS, [c for c in apart if c.sign > 0], nodes)
    abroad = [
        c for c in told if (c.a in blocs and c.b in states) or (c.b in blocs and c.a in states)
    ]
    for sign, template in ((1, FRIENDLY_STATES), (-1, HOSTILE_STATES)):
        yield from _pairs(template, [c for c in abroad if c.sign == sign], nodes)


def _pairs(
    template: str, links: Sequence[Link], nodes: Mapping[str, Node], name: str = ""
) -> Iterator[Phrase]:
    """A sentence about the ends of links, those of the largest blocs first, if there are any."""
    told = []
    for link in sorted(links, key=lambda c: -nodes[c.a].seats - nodes[c.b].seats)[:MOST_PAIRS]:
        ends = sorted((nodes[link.a], nodes[link.b]), key=lambda node: -node.seats)
        a, b = (node.name.label for node in ends)
        certainty = link.main.certainty
        if certainty in (Certainty.CONTESTED, Certainty.HYPOTHETICAL):
            told.append(_phrase(DOUBTFUL_PAIR, a=a, b=b, certainty=certainty))
        else:
            told.append(_phrase(PAIR, a=a, b=b))
    if len(links) > MOST_PAIRS:
        told.append(_phrase(MORE, count=len(links) - MOST_PAIRS))
    if told:
        yield _phrase(template, name=name, pairs=tuple(told))
