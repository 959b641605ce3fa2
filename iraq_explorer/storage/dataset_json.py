"""A dataset as plain JSON values, file by file: the opposite of reading it.

What reading drops is not there: who prints another spelling, Wikidata numbers that nobody
confirms, quotas worked out by hand. Reading the values again gives an equal dataset.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from iraq_explorer.core.chamber import Bloc, Chamber, ElectoralList, Rule
from iraq_explorer.core.dataset import Dataset, Event
from iraq_explorer.core.dates import PartialDate, Period
from iraq_explorer.core.evidence import SeatReport, Source
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import Actor, Tie
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.scenario_json import scenario_to_json

PARTS = (
    "dataset",
    "chambers",
    "actors",
    "ties",
    "events",
    "sources",
    "corrections",
    "scenarios",
)
"""The files of a dataset, without their ending, in the order in which they are written."""


def dataset_to_json(dataset: Dataset) -> dict[str, Any]:
    """The values of each file, by its name without ending."""
    return {
        "dataset": {
            "id": dataset.id,
            "title": dataset.title,
            "version": dataset.version,
            "opening_scenario": dataset.opening_scenario,
        },
        "chambers": [_chamber(chamber) for chamber in dataset.chambers.values()],
        "actors": [_actor(actor) for actor in dataset.actors.values()],
        "ties": [_tie(tie) for tie in dataset.ties.values()],
        "events": [_event(event) for event in dataset.events.values()],
        "sources": [_source(source) for source in dataset.sources.values()],
        "corrections": [
            _filled(
                {
                    "article": c.article,
                    "claim": c.claim,
                    "correction": c.correction,
                    "about": list(c.about),
                }
            )
            for c in dataset.corrections
        ],
        "scenarios": [_built_in(id_, held) for id_, held in dataset.scenarios.items()],
    }


def _built_in(identity: str, scenario: Scenario) -> dict[str, Any]:
    form = scenario_to_json(scenario)
    form.pop("origin", None)
    return {"id": identity, **form}


def _filled(form: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something: what is empty is left out, 0 is not."""
    return {
        key: value for key, value in form.items() if value is not None and value not in ("", [], {})
    }


def _date(day: PartialDate | None) -> str:
    return day.text if day else ""


def _period(period: Period) -> dict[str, str]:
    return {"from": _date(period.start), "to": _date(period.end)}


def _name(name: Name) -> dict[str, Any]:
    return _filled(
        {
            "en": name.en,
            "short": name.short,
            "ar": name.ar,
            "ar_source": name.ar_source,
            "ku": name.ku,
            "ku_source": name.ku_source,
            "variants": [{"name": variant} for variant in name.variants],
        }
    )


def _chamber(chamber: Chamber) -> dict[str, Any]:
    return _filled(
        {
            "id": chamber.id,
            "name": _name(chamber.name),
            "seats": chamber.seats,
            "elected": _date(chamber.elected),
            "first_sitting": _date(chamber.first_sitting),
            "default_rule": chamber.default_rule,
            "cabinet": chamber.cabinet
            and {"posts": chamber.cabinet.posts, "event": chamber.cabinet.event},
            "rules": [_rule(rule) for rule in chamber.rules],
            "lists": [_list(entry) for entry in chamber.lists],
            "blocs": [_bloc(bloc) for bloc in chamber.blocs],
        }
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return _filled(
        {
            "id": rule.id,
            "name": rule.name,
            "basis": str(rule.basis),
            "share": f"{rule.share.numerator}/{rule.share.denominator}",
            "strict": rule.strict,
            "article": rule.article,
            "note": rule.note,
            "sources": list(rule.sources),
        }
    )


def _list(entry: ElectoralList) -> dict[str, Any]:
    return _filled(
        {
            "id": entry.id,
            "name": _name(entry.name),
            "actor": entry.actor,
            "leader": entry.leader,
            "seats": entry.seats,
            "certainty": str(entry.certainty),
            "sources": list(entry.sources),
            "reports": _reports(entry.reports),
            "note": entry.note,
            "estimates": [
                _filled({"name": p.name, "seats": p.seats, "actor": p.actor, "note": p.note})
                for p in entry.estimates
            ],
            "splinters": [
                _filled({"name": s.name, "seats": s.seats, "date": s.date.text, "note": s.note})
                for s in entry.splinters
            ],
        }
    )


def _bloc(bloc: Bloc) -> dict[str, Any]:
    return _filled(
        {
            "id": bloc.id,
            "name": _name(bloc.name),
            "list": bloc.list_id,
            "actor": bloc.actor,
            "seats": bloc.seats,
            "seats_low": bloc.seats_low if bloc.disputed else None,
            "seats_high": bloc.seats_high if bloc.disputed else None,
            "certainty": str(bloc.certainty),
            "sources": list(bloc.sources),
            "reports": _reports(bloc.reports),
            "note": bloc.note,
            "split_known": None if bloc.split_known else False,
        }
    )


def _reports(reports: Iterable[SeatReport]) -> list[dict[str, Any]]:
    return [
        _filled(
            {
                "seats": report.seats,
                "sources": list(report.sources),
                "note": report.note,
                "early": True if report.early else None,
            }
        )
        for report in reports
    ]


def _actor(actor: Actor) -> dict[str, Any]:
    return _filled(
        {
            "id": actor.id,
            "name": _name(actor.name),
            "kind": str(actor.kind),
            "description": actor.description,
            "belongs_to": [
                _filled({"actor": b.actor, "level": b.level, **_period(b.period)})
                for b in actor.belongs_to
            ],
            "articles": list(actor.articles),
            "sources": list(actor.sources),
            "wikidata": actor.wikidata,
            "wikidata_source": actor.wikidata_source,
        }
    )


def _tie(tie: Tie) -> dict[str, Any]:
    return _filled(
        {
            "id": tie.id,
            "source": tie.source,
            "target": tie.target,
            "kind": str(tie.kind),
            "sign": tie.sign,
            **_period(tie.period),
            "certainty": str(tie.certainty),
            "statement": tie.statement,
            "citations": [
                _filled({"source": c.source, "paragraph": c.paragraph, "paraphrase": c.paraphrase})
                for c in tie.citations
            ],
            "note": tie.note,
        }
    )


def _event(event: Event) -> dict[str, Any]:
    return _filled(
        {
            "id": event.id,
            "date": event.date.text,
            "date_end": _date(event.date_end),
            "title": event.title,
            "what": event.what,
            "actors": list(event.actors),
            "certainty": str(event.certainty),
            "sources": list(event.sources),
        }
    )


def _source(source: Source) -> dict[str, Any]:
    return _filled(
        {
            "id": source.id,
            "title": source.title,
            "url": source.url,
            "copy": source.copy,
            "date": _date(source.date),
            "note": source.note,
        }
    )
