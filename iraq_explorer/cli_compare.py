"""``compare``: what is printed of two scenarios beside each other."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from iraq_explorer.core.comparison import Comparison, Standing
from iraq_explorer.core.scenario import Scenario


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Who moved, and the coalitions of both scenarios."""
    return {
        "a": _scenario(comparison.a),
        "b": _scenario(comparison.b),
        "same_chamber": comparison.same_chamber,
        "moved": [
            {
                "id": moved.bloc,
                "name": moved.name,
                "seats": moved.seats,
                "from": moved.before,
                "to": moved.after,
            }
            for moved in comparison.moved
        ],
        "coalitions": {
            side: [_coalition(standing) for standing in standings]
            for side, standings in zip("ab", comparison.standings, strict=True)
        },
        "power": [
            {
                "id": shift.player,
                "name": shift.name,
                "from": None if shift.before is None else str(shift.before),
                "to": None if shift.after is None else str(shift.after),
            }
            for shift in comparison.power
        ],
        "ties": {
            "only_a": [tie.id for tie in comparison.ties_only_a],
            "only_b": [tie.id for tie in comparison.ties_only_b],
        },
    }


def _scenario(scenario: Scenario) -> dict[str, Any]:
    return {"name": scenario.name, "date": str(scenario.date), "chamber": scenario.chamber}


def _coalition(standing: Standing) -> dict[str, Any]:
    verdict = standing.verdict
    return {
        "name": standing.coalition.name,
        "seats": verdict.seats,
        "quota": verdict.quota,
        "short": verdict.short,
        "over": verdict.over,
        "verdict": str(verdict),
        "blocs": list(standing.blocs),
        "friction": {
            "hostile": standing.hostile,
            "friendly": standing.friendly,
            "unknown": standing.unknown,
        },
    }


def comparison_text(comparison: Comparison) -> str:
    """The same for people."""
    lines = []
    for mark, scenario, standings in zip(
        "AB", (comparison.a, comparison.b), comparison.standings, strict=True
    ):
        lines.append(f"{mark}  {scenario.name} ({scenario.date})")
        for standing in standings:
            lines.append(
                f"   {standing.verdict.seats:>4}  {standing.coalition.name}: {standing.verdict}; "
                f"{_pairs(standing)}"
            )
    if not comparison.same_chamber:
        lines.append("Two chambers: their blocs are not the same, so none is said to have moved.")
        return "\n".join((*lines, *_ties(comparison)))
    lines.append("")
    if not comparison.moved:
        lines.append("Nobody moved.")
    for moved in comparison.moved:
        before, after = moved.before or "no coalition", moved.after or "no coalition"
        lines.append(f"   {moved.seats:>4}  {moved.name}: {before} -> {after}")
    if comparison.power:
        lines += ["", "Power (Banzhaf), by list as coalitions divide it:"]
        lines += [
            f"   {_percent(shift.before)}  {_percent(shift.after)}  {shift.name}"
            for shift in comparison.power
        ]
    lines += ["", *_ties(comparison)]
    return "\n".join(lines)


def _pairs(standing: Standing) -> str:
    if not standing.hostile + standing.friendly + standing.unknown:
        return "one bloc" if standing.blocs else "no bloc"
    return (
        f"pairs inside: {standing.hostile} hostile, {standing.friendly} friendly, "
        f"{standing.unknown} unknown"
    )


def _percent(share: Fraction | None) -> str:
    return f"{'-':>6}" if share is None else f"{float(share):>6.1%}"


def _ties(comparison: Comparison) -> Iterator[str]:
    """How many ties are in force in one scenario only."""
    a, b = len(comparison.ties_only_a), len(comparison.ties_only_b)
    yield f"Ties in force only in A: {a}; only in B: {b}"
