"""One function for each kind of record of a dataset: its fields in, a frozen value out.

A function always returns a value, with stand-ins for what is wrong, so that other records that
refer to it are not blamed as well. Faults go to the record's own report.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlsplit

from iraq_explorer.core.chamber import (
    Basis,
    Bloc,
    Cabinet,
    Chamber,
    ElectoralList,
    EstimatedPart,
    Rule,
    Splinter,
)
from iraq_explorer.core.dataset import Correction, Event
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import Certainty, Citation, SeatReport, Source
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import Actor, ActorKind, Belonging, Tie, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.record import Record, described
from iraq_explorer.storage.scenario_json import read_scenario

LEVELS = ("party", "list", "coalition", "government", "state", "group")
"""What a belonging can be to."""

_STAND_IN = PartialDate("2000")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Opening:
    """What ``dataset.json`` says."""

    id: str
    title: str
    version: str
    opening_scenario: str


Cited = Callable[[str, str], None]
"""Notes a source that a field names, for the check that it exists; the field comes first."""


def read_opening(record: Record) -> Opening:
    """The heading of the dataset."""
    return Opening(
        record.text("id"),
        record.text("title"),
        record.text("version"),
        record.text("opening_scenario"),
    )


def read_name(record: Record, cited: Cited) -> Name:
    """The field ``name``: forms in three languages, and who prints them."""
    forms = record.record("name")
    if forms is None:
        return Name(en="")
    printed = {}
    for language in ("ar", "ku"):
        source = printed[language] = forms.text(f"{language}_source", required=False)
        if source:
            cited(f"name.{language}_source", source)
            if language not in forms:
                forms.fault(f"{language}_source", f"is given, but the name {language!r} is not")
    variants = []
    for number, variant in enumerate(forms.records("variants")):
        variants.append(variant.text("name"))
        source = variant.text("source", required=False)
        if source:
            cited(f"name.variants[{number}].source", source)
        variant.finish()
    name = Name(
        en=forms.text("en"),
        ar=forms.text("ar", required=False),
        ku=forms.text("ku", required=False),
        short=forms.text("short", required=False),
        ar_source=printed["ar"],
        ku_source=printed["ku"],
        variants=tuple(variants),
    )
    forms.finish()
    return name


def read_chamber(record: Record, cited: Cited) -> Chamber:
    """A chamber without its lists, blocs and rules, which are records of their own."""
    cabinet = None
    told = record.record("cabinet", required=False)
    if told is not None:
        cabinet = Cabinet(told.count("posts", least=1), told.text("event"))
        told.finish()
    return Chamber(
        id=record.text("id"),
        name=read_name(record, cited),
        seats=record.count("seats", least=1),
        elected=_day(record, "elected"),
        first_sitting=record.date("first_sitting", required=False),
        lists=(),
        blocs=(),
        rules=(),
        default_rule=record.text("default_rule"),
        cabinet=cabinet,
    )


def read_rule(record: Record) -> tuple[Rule, int | None]:
    """A rule, and the quota that its author worked out."""
    text = record.text("share")
    share = Fraction(1, 2)
    match = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text, re.ASCII)
    if match and 0 < int(match[1]) <= int(match[2]):
        share = Fraction(int(match[1]), int(match[2]))
    elif text:
        record.fault(
            "share",
            f"should be a fraction above 0 and up to 1 such as 1/2, not {described(text)}",
        )
    rule = Rule(
        id=record.text("id"),
        name=record.text("name"),
        basis=record.choice("basis", Basis),
        share=share,
        strict=record.flag("strict"),
        article=record.text("article", required=False),
        note=record.text("note", required=False),
        sources=record.texts("sources", required=True),
    )
    return rule, record.integer("quota", least=1, required=False)


def read_list(record: Record, cited: Cited) -> ElectoralList:
    """An electoral list."""
    estimates = []
    for part in record.records("estimates"):
        estimates.append(
            EstimatedPart(
                name=part.text("name"),
                seats=part.count("seats", least=1),
                actor=part.text("actor", required=False) or None,
                note=part.text("note", required=False),
            )
        )
        part.finish()
    splinters = []
    for entry in record.records("splinters"):
        name, seats = entry.text("name"), entry.count("seats", least=1)
        splinters.append(
            Splinter(name, seats, _day(entry, "date"), entry.text("note", required=False))
        )
        entry.finish()
    return ElectoralList(
        id=record.text("id"),
        name=read_name(record, cited),
        actor=record.text("actor"),
        leader=record.text("leader", required=False),
        seats=record.count("seats", least=1),
        certainty=record.choice("certainty", Certainty),
        sources=record.texts("sources", required=True),
        reports=_reports(record),
        note=record.text("note", required=False),
        estimates=tuple(estimates),
        splinters=tuple(splinters),
    )


def read_bloc(record: Record, cited: Cited) -> Bloc:
    """A bloc; its range is its seats where none is given."""
    seats = record.count("seats", least=1)
    low = record.integer("seats_low", required=False)
    high = record.integer("seats_high", required=False)
    return Bloc(
        id=record.text("id"),
        name=read_name(record, cited),
        list_id=record.text("list"),
        actor=record.text("actor"),
        seats=seats,
        seats_low=seats if low is None else low,
        seats_high=seats if high is None else high,
        certainty=record.choice("certainty", Certainty),
        sources=record.texts("sources", required=True),
        reports=_reports(record),
        note=record.text("note", required=False),
        split_known=record.flag("split_known", default=True),
    )


def read_actor(record: Record, cited: Cited) -> Actor:
    """An actor. A Wikidata number that no source confirms stays in the file and is not shown."""
    belongings = []
    for entry in record.records("belongs_to"):
        level = entry.text("level")
        if level and level not in LEVELS:
            entry.fault("level", f"should be one of {', '.join(LEVELS)}, not {described(level)}")
        belongings.append(Belonging(entry.text("actor"), level, _period(entry)))
        entry.finish()
    number = record.text("wikidata", required=False)
    if number and not _WIKIDATA.fullmatch(number):
        record.fault("wikidata", f"should be a number such as Q796, not {described(number)}")
    confirmed = record.text("wikidata_source", required=False)
    if confirmed:
        cited("wikidata_source", confirmed)
    return Actor(
        id=record.text("id"),
        name=read_name(record, cited),
        kind=record.choice("kind", ActorKind),
        description=record.text("description"),
        sources=record.texts("sources", required=True),
        belongs_to=tuple(belongings),
        articles=record.texts("articles"),
        wikidata=number if confirmed else "",
        wikidata_source=confirmed if number else "",
    )


def read_tie(record: Record) -> Tie:
    """A tie; its sign has to be one of two."""
    sign = record.integer("sign", least=-1)
    if sign == 0:
        record.fault("sign", "should be 1 or -1, not 0")
    elif sign is not None and sign > 1:
        record.fault("sign", f"should be 1 or -1, not {sign}")
    citations = []
    for entry in record.records("citations", required=True):
        citations.append(
            Citation(
                source=entry.text("source"),
                paragraph=entry.integer("paragraph", least=1, required=False),
                paraphrase=entry.text("paraphrase", required=False),
            )
        )
        entry.finish()
    return Tie(
        id=record.text("id"),
        source=record.text("source"),
        target=record.text("target"),
        kind=record.choice("kind", TieKind),
        sign=-1 if sign == -1 else 1,
        period=_period(record),
        certainty=record.choice("certainty", Certainty),
        citations=tuple(citations),
        statement=record.text("statement"),
        note=record.text("note", required=False),
    )


def read_event(record: Record) -> Event:
    """An event."""
    start = _day(record, "date")
    end = record.date("date_end", required=False)
    _period_of(record, start, end, "date_end")
    return Event(
        id=record.text("id"),
        date=start,
        title=record.text("title"),
        what=record.text("what"),
        actors=record.texts("actors"),
        certainty=record.choice("certainty", Certainty),
        sources=record.texts("sources", required=True),
        date_end=end,
    )


def read_source(record: Record) -> Source:
    """A source; its addresses are ones that a browser opens."""
    return Source(
        id=record.text("id"),
        title=record.text("title"),
        url=_address(record, "url"),
        date=record.date("date", required=False),
        note=record.text("note", required=False),
        copy=_address(record, "copy"),
    )


def read_correction(record: Record) -> Correction:
    """A correction."""
    return Correction(
        record.text("article"),
        record.text("claim"),
        record.text("correction"),
        record.texts("about"),
    )


def read_built_in(record: Record) -> Scenario | None:
    """A built-in scenario: the usual form, with an id that becomes its origin."""
    scenario = read_scenario(record)
    if "origin" in record:
        record.fault("origin", "is not a field of a built-in scenario: its id is its origin")
    return scenario


def _reports(record: Record) -> tuple[SeatReport, ...]:
    reports = []
    for entry in record.records("reports"):
        seats = entry.count("seats")
        sources = entry.texts("sources", required=True)
        note = entry.text("note", required=False)
        reports.append(SeatReport(seats, sources, note, entry.flag("early", default=False)))
        entry.finish()
    return tuple(reports)


def _day(record: Record, field: str) -> PartialDate:
    return record.date(field) or _STAND_IN


def _period(record: Record) -> Period:
    start = record.date("from", required=False)
    return _period_of(record, start, record.date("to", required=False), "to")


def _period_of(
    record: Record, start: PartialDate | None, end: PartialDate | None, field: str
) -> Period:
    try:
        return Period(start, end)
    except ValueError as error:
        record.fault(field, str(error))
        return Period()


def _address(record: Record, field: str) -> str:
    text = record.text(field, required=False)
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.netloc)
    except ValueError:
        good = False
    if text and not good:
        record.fault(field, f"should be an address beginning with http, not {described(text)}")
    return text
