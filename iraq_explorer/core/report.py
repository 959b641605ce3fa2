"""What the command line tells of a scenario, as plain values ready for JSON."""

from typing import Any

from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import RecordedVote, Scenario
from iraq_explorer.core.verdict import Verdict


def passes(scenario: Scenario, dataset: Dataset) -> bool:
    """Whether the quota is reached: by a vote that took place, else by the leading coalition."""
    chamber = dataset.chamber_of(scenario)
    if scenario.vote:
        return scenario.vote.in_favour >= scenario.quota(chamber)
    leader = scenario.leading(chamber)
    return leader is not None and scenario.verdict(leader.id, chamber).reached


def headline(scenario: Scenario, dataset: Dataset) -> tuple[str, dict[str, object]]:
    """The scenario's verdict as a template and the values for its fields.

    A vote that took place is told as reported; otherwise the leading coalition against the quota.
    """
    chamber = dataset.chamber_of(scenario)
    if scenario.vote:
        needed = scenario.quota(chamber)
        values: dict[str, object] = {
            "in_favour": scenario.vote.in_favour,
            "present": scenario.vote.present,
            "quota": needed,
        }
        return (VOTE_PASSES if passes(scenario, dataset) else VOTE_FAILS), values
    leader = scenario.leading(chamber)
    if leader is None:
        return NO_COALITION, {"quota": scenario.quota(chamber)}
    verdict = scenario.verdict(leader.id, chamber)
    return SEATS + verdict.template, dict(verdict.values)


SEATS = "{seats} seats: "
VOTE_PASSES = "{in_favour} of {present} present: passes, {quota} needed"
VOTE_FAILS = "{in_favour} of {present} present: fails, {quota} needed"
NO_COALITION = "no coalition yet, {quota} needed"


def headline_text(scenario: Scenario, dataset: Dataset) -> str:
    """The scenario's verdict in English."""
    template, values = headline(scenario, dataset)
    return template.format(**values)


def scenario_row(scenario: Scenario, dataset: Dataset) -> dict[str, Any]:
    """One line of the list of scenarios."""
    chamber = dataset.chamber_of(scenario)
    leader = scenario.leading(chamber)
    told: dict[str, Any] = {
        "name": scenario.name,
        "date": str(scenario.date),
        "chamber": scenario.chamber,
        "seats": scenario.seats_of(leader.id, chamber) if leader else 0,
        "quota": scenario.quota(chamber),
        "verdict": headline_text(scenario, dataset),
        "built_in": bool(scenario.origin),
        "tags": list(scenario.tags),
    }
    if leader:
        told |= _spread(scenario.verdict(leader.id, chamber))
    return told


def _spread(verdict: Verdict) -> dict[str, list[int]]:
    """The range of a total, where the sources in use give several."""
    return {"seats_range": list(verdict.spread)} if verdict.spread else {}


def _bloc(bloc: Bloc) -> dict[str, Any]:
    told: dict[str, Any] = {"id": bloc.id, "name": bloc.name.en, "seats": bloc.seats}
    told["certainty"] = str(bloc.certainty)
    if bloc.disputed:
        told["seats_range"] = [bloc.seats_low, bloc.seats_high]
    if bloc.official_seats is not None:
        told["official_seats"] = bloc.official_seats
    return told


def _vote(vote: RecordedVote) -> dict[str, Any]:
    return {
        "question": vote.question,
        "present": vote.present,
        "for": vote.in_favour,
        "against": vote.against,
        "sources": list(vote.sources),
        "other_reports": [
            {"for": report.in_favour, "sources": list(report.sources), "note": report.note}
            for report in vote.reports
        ],
        "note": vote.note,
    }


def scenario_report(scenario: Scenario, dataset: Dataset) -> dict[str, Any]:
    """The whole scenario: chamber, rule, coalitions with their blocs, and what is in none."""
    chamber = dataset.chamber_of(scenario)
    quota = scenario.quota(chamber)
    coalitions = []
    for coalition in scenario.coalitions:
        verdict = scenario.verdict(coalition.id, chamber)
        coalitions.append(
            {
                "name": coalition.name,
                "seats": verdict.seats,
                **_spread(verdict),
                "short": verdict.short,
                "over": verdict.over,
                "verdict": str(verdict),
                "blocs": [_bloc(bloc) for bloc in scenario.blocs_of(coalition.id, chamber)],
            }
        )
    rules = []
    for rule in chamber.rules:
        line = rule.quota(chamber.seats, scenario.present)
        leader = scenario.leading(chamber)
        verdict = Verdict(scenario.seats_of(leader.id, chamber) if leader else 0, line)
        rules.append(
            {
                "id": rule.id,
                "name": rule.name,
                "article": rule.article,
                "quota": line,
                "verdict": str(verdict),
            }
        )
    told: dict[str, Any] = {
        "name": scenario.name,
        "date": str(scenario.date),
        "chamber": {"id": chamber.id, "name": chamber.name.en, "seats": chamber.seats},
        "rule": {"id": scenario.rule if scenario.custom_quota is None else None, "quota": quota},
        "verdict": headline_text(scenario, dataset),
        "coalitions": coalitions,
        "unaligned": {
            "seats": scenario.seats_of(None, chamber),
            **_spread(scenario.verdict(None, chamber)),
            "blocs": [_bloc(bloc) for bloc in scenario.blocs_of(None, chamber)],
        },
        "rules": rules,
        "note": scenario.note,
        "tags": list(scenario.tags),
        "sources": [
            {"id": source, "title": dataset.sources[source].title}
            for source in scenario.sources
            if source in dataset.sources
        ],
    }
    if chamber.vacant:
        told["vacant"] = chamber.vacant
    if scenario.vote:
        told["reported_vote"] = _vote(scenario.vote)
    return told
