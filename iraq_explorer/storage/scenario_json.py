"""A scenario as plain JSON values: the one form in datasets, the library and exported files."""

from collections.abc import Mapping
from typing import Any

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.scenario import COLOURS, Coalition, RecordedVote, Scenario, VoteReport
from iraq_explorer.storage.assumption_json import assumptions_to_json, read_assumptions
from iraq_explorer.storage.record import Record, described


def scenario_to_json(scenario: Scenario) -> dict[str, Any]:
    """The scenario as values that ``json`` can write; what is empty is left out."""
    form: dict[str, Any] = {
        "name": scenario.name,
        "chamber": scenario.chamber,
        "date": scenario.date.text,
        "rule": scenario.rule,
        "custom_quota": scenario.custom_quota,
        "present": scenario.present,
        "coalitions": [
            {
                "id": coalition.id,
                "name": coalition.name,
                "colour": coalition.colour,
                "blocs": [b for b, place in scenario.membership.items() if place == coalition.id],
            }
            for coalition in scenario.coalitions
        ],
        "placements": {node: list(point) for node, point in scenario.placements.items()},
        "note": scenario.note,
        "tags": list(scenario.tags),
        "sources": list(scenario.sources),
        "vote": _vote_to_json(scenario.vote) if scenario.vote else None,
        **assumptions_to_json(scenario),
        "origin": scenario.origin,
    }
    always = ("name", "chamber", "date")
    return {key: value for key, value in form.items() if key in always or not _is_empty(value)}


def scenario_from_json(data: object) -> Scenario:
    """The scenario that ``scenario_to_json`` wrote.

    Whether its blocs, chamber and rule exist is for the caller to check: the form does not know
    the dataset.

    Raises:
        ValueError: the form is wrong; the message names every field that is.

    """
    faults: list[str] = []

    def report(field: str, message: str) -> None:
        faults.append(f"{field or 'scenario'}: {message}")

    record = Record(data, report)
    scenario = read_scenario(record)
    record.finish()
    if faults or scenario is None:
        raise ValueError("; ".join(faults))
    return scenario


def read_scenario(record: Record) -> Scenario | None:
    """The scenario of a record, ``None`` where it is too broken to build. Faults are reported.

    Fields that are not part of the form are left to the caller's ``finish``.
    """
    date = record.date("date")
    coalitions, membership = _read_coalitions(record)
    placements = {}
    places = record.record("placements", required=False)
    if places:
        placements = {node: places.point(node) for node in places.fields()}
    custom_quota = record.integer("custom_quota", least=1, required=False)
    rule = record.text("rule", required="custom_quota" not in record)
    vote = record.record("vote", required=False)
    values: dict[str, Any] = {
        "name": record.text("name", empty=True),
        "chamber": record.text("chamber"),
        "rule": rule,
        "custom_quota": custom_quota,
        "present": record.integer("present", required=False),
        "coalitions": coalitions,
        "membership": membership,
        "placements": placements,
        "note": record.text("note", required=False, empty=True),
        "tags": record.texts("tags"),
        "sources": record.texts("sources"),
        "vote": _read_vote(vote) if vote else None,
        **read_assumptions(record),
        "origin": record.text("origin", required=False),
    }
    return Scenario(date=date, **values) if isinstance(date, PartialDate) else None


def _read_coalitions(record: Record) -> tuple[tuple[Coalition, ...], Mapping[str, str]]:
    coalitions: dict[str, Coalition] = {}
    membership: dict[str, str] = {}
    for entry in record.records("coalitions"):
        identity = entry.text("id")
        colour = entry.count("colour")
        if colour >= COLOURS:
            entry.fault("colour", f"should be below {COLOURS}, not {colour}")
        if identity in coalitions:
            entry.fault("id", f"{described(identity)} is already the id of another coalition")
        coalitions[identity] = Coalition(identity, entry.text("name", empty=True), colour)
        for bloc in entry.texts("blocs"):
            if bloc in membership:
                entry.fault("blocs", f"{described(bloc)} is in a coalition already")
            membership[bloc] = identity
        entry.finish()
    return tuple(coalitions.values()), membership


def _read_vote(record: Record) -> RecordedVote:
    reports = []
    for entry in record.records("reports"):
        favour = entry.count("in_favour")
        sources = entry.texts("sources")
        reports.append(VoteReport(favour, sources, entry.text("note", required=False, empty=True)))
        entry.finish()
    vote = RecordedVote(
        question=record.text("question", empty=True),
        present=record.count("present"),
        in_favour=record.count("in_favour"),
        against=record.count("against"),
        sources=record.texts("sources"),
        reports=tuple(reports),
        note=record.text("note", required=False, empty=True),
    )
    record.finish()
    return vote


def _vote_to_json(vote: RecordedVote) -> dict[str, Any]:
    form: dict[str, Any] = {
        "question": vote.question,
        "present": vote.present,
        "in_favour": vote.in_favour,
        "against": vote.against,
        "sources": list(vote.sources),
    }
    if vote.reports:
        form["reports"] = [_report_to_json(entry) for entry in vote.reports]
    if vote.note:
        form["note"] = vote.note
    return form


def _report_to_json(entry: VoteReport) -> dict[str, Any]:
    form: dict[str, Any] = {"in_favour": entry.in_favour, "sources": list(entry.sources)}
    if entry.note:
        form["note"] = entry.note
    return form


def _is_empty(value: object) -> bool:
    # 0 is a number like any other: nobody present is not the same as not said.
    return value is None or value in ("", [], {})
