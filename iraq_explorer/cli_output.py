"""What the command line prints of scenarios: a table of all, and one told in full."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.names import search_key
from iraq_explorer.core.report import headline_text, scenario_report
from iraq_explorer.core.scenario import RecordedVote, Scenario

_WIDTH = 88
_HEADINGS = {"name": "NAME", "date": "DATE", "chamber": "CHAMBER", "verdict": "VERDICT"}


def slug(name: str) -> str:
    """The name as part of a file name: small letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", search_key(name)).strip("-") or "scenario"


def table(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows of ``core.report.scenario_row`` in aligned columns, with headings."""
    lines = [_HEADINGS, *rows]
    cells = [[str(line[key]) for key in _HEADINGS] for line in lines]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def totals(scenario: Scenario, dataset: Dataset) -> str:
    """The scenario in few lines: name, date, and each coalition's seats and verdict."""
    report = scenario_report(scenario, dataset)
    lines = [f"{report['name']}, {report['date']}, {_chamber(report)}"]
    if scenario.vote:
        lines.append(f"  Recorded vote: {headline_text(scenario, dataset)}")
    for coalition in report["coalitions"]:
        lines.append(f"  {_total(coalition)}")
    lines.append(f"  In no coalition: {_seats(report['unaligned']['seats'])}")
    return "\n".join(lines)


def full_text(scenario: Scenario, dataset: Dataset) -> str:
    """The whole scenario for people to read."""
    report = scenario_report(scenario, dataset)
    parts = [f"{report['name']}\n{report['date']}, {_chamber(report)}\n{_rule(scenario, report)}"]
    if scenario.vote:
        parts.append(_vote(scenario.vote, dataset))
        parts.append("What the lists had in seats, on paper:")
    for coalition in report["coalitions"]:
        parts.append("\n".join([_total(coalition), *_blocs(coalition["blocs"])]))
    unaligned = report["unaligned"]
    heading = f"In no coalition: {_seats(unaligned['seats'])}"
    parts.append("\n".join([heading, *_blocs(unaligned["blocs"])]))
    if "vacant" in report:
        parts.append(f"Vacant: {_seats(report['vacant'])}")
    parts.append(_rules(scenario, report, dataset))
    if scenario.note:
        parts.append(
            "\n\n".join(textwrap.fill(part, _WIDTH) for part in scenario.note.split("\n\n"))
        )
    if scenario.tags:
        parts.append(f"Tags: {', '.join(scenario.tags)}")
    if report["sources"]:
        lines = [_item(f"{source['title']} [{source['id']}]") for source in report["sources"]]
        parts.append("\n".join(["Sources", *lines]))
    return "\n\n".join(parts)


def _seats(number: int) -> str:
    return f"{number} seat" if number == 1 else f"{number} seats"


def _total(coalition: Mapping[str, Any]) -> str:
    told = f"{coalition['name']}: {_seats(coalition['seats'])}, {coalition['verdict']}"
    if "seats_range" not in coalition:
        return told
    low, high = coalition["seats_range"]
    quota = coalition["seats"] + coalition["short"] - coalition["over"]
    # What decides may lie within what sources give.
    left_open = ", which leaves it open" if low < quota <= high else ""
    return f"{told} (sources say {low} to {high}{left_open})"


def _chamber(report: Mapping[str, Any]) -> str:
    return f"{report['chamber']['name']} ({report['chamber']['seats']} seats)"


def _rule(scenario: Scenario, report: Mapping[str, Any]) -> str:
    quota = report["rule"]["quota"]
    present = "" if scenario.present is None else f", {scenario.present} members present"
    named = [rule for rule in report["rules"] if rule["id"] == report["rule"]["id"]]
    if not named:
        return f"Rule: a quota of one's own, {quota} needed{present}"
    return f"Rule: {_rule_name(named[0])}, {quota} needed{present}"


def _rule_name(rule: Mapping[str, Any]) -> str:
    return f"{rule['name']} ({rule['article']})" if rule["article"] else str(rule["name"])


def _blocs(blocs: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = []
    for bloc in blocs:
        firm = bloc["certainty"] == "certain" or "official_seats" in bloc
        doubts = [] if firm else [bloc["certainty"]]
        if "seats_range" in bloc:
            low, high = bloc["seats_range"]
            doubts.append(f"sources say {low} to {high}")
        if "official_seats" in bloc:
            doubts.append(f"assumed, officially {bloc['official_seats']}")
        told = f"{bloc['name']} ({', '.join(doubts)})" if doubts else bloc["name"]
        seats = f"{bloc['seats']:>5}  "
        lines.append(textwrap.fill(told, _WIDTH, initial_indent=seats, subsequent_indent=" " * 9))
    return lines


def _rules(scenario: Scenario, report: Mapping[str, Any], dataset: Dataset) -> str:
    leader = scenario.leading(dataset.chamber_of(scenario))
    heading = f"Under each rule, “{leader.name}” with its seats" if leader else "Under each rule"
    lines = [f"  {_rule_name(rule)}: {rule['verdict']}" for rule in report["rules"]]
    return "\n".join([heading, *lines])


def _vote(vote: RecordedVote, dataset: Dataset) -> str:
    against = f"{vote.against} against"
    lines = [
        f"Recorded vote: {vote.question}",
        f"  {vote.in_favour} for, {against}, {vote.present} present"
        f" (as reported by {_titles(vote.sources, dataset)})",
    ]
    for other in vote.reports:
        note = f": {other.note}" if other.note else ""
        lines.append(f"  also reported: {other.in_favour} for{_by(other.sources, dataset)}{note}")
    if vote.note:
        lines.append(f"  {vote.note}")
    return "\n".join(
        textwrap.fill(line, _WIDTH, subsequent_indent="    " if line.startswith(" ") else "  ")
        for line in lines
    )


def _by(sources: tuple[str, ...], dataset: Dataset) -> str:
    return f" ({_titles(sources, dataset)})" if sources else ""


def _titles(sources: tuple[str, ...], dataset: Dataset) -> str:
    known = dataset.sources
    return "; ".join(known[source].title if source in known else source for source in sources)


def _item(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
