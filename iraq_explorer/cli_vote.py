"""``vote``: a vote counted under each rule, and what is printed of it and of its simulation."""

import textwrap
from collections.abc import Sequence
from typing import Any

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.roll_call import RollCall
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.simulation import Simulation
from iraq_explorer.core.tally import Count, Tally, recorded_tally, tally
from iraq_explorer.core.trial_vote import default_roll_call
from iraq_explorer.core.vote_outcomes import certain

_WIDTH = 88
_SWINGS = 8
NO_VOTE = (
    "No vote is tried in this scenario. This one follows from its coalitions: the leading one is "
    "for, every other against, blocs in none abstain; all members are there and united."
)

CERTAIN = "Nothing is left to chance: heads are exactly so many, and 100 per cent are all."


def roll_call_of(scenario: Scenario, chamber: Chamber) -> tuple[RollCall, bool]:
    """The vote that a scenario tries, and whether it has one of its own."""
    if scenario.roll_call is not None:
        return scenario.roll_call, True
    return default_roll_call(scenario, chamber), False


def vote_json(
    scenario: Scenario, chamber: Chamber, simulation: Simulation | None
) -> dict[str, Any]:
    """The sums, the result under each rule, the blocs, and what the draws came to."""
    roll_call, own = roll_call_of(scenario, chamber)
    counted = tally(roll_call, scenario, chamber)
    told: dict[str, Any] = {
        "question": roll_call.question,
        "tried": own,
        "members": counted.count.members,
        **_heads(counted.count),
        "rules": [
            {
                "id": result.rule.id,
                "needed": result.verdict.quota,
                "passes": result.passes,
                "short": result.verdict.short,
                "over": result.verdict.over,
            }
            for result in counted.results
        ],
        "blocs": [
            {
                "id": bloc.id,
                "name": bloc.name.en,
                "seats": bloc.seats,
                "stance": str(roll_call.conduct(bloc.id).stance),
                **_heads(counted.blocs[bloc.id]),
            }
            for bloc in chamber.blocs
        ],
        "note": roll_call.note if own else NO_VOTE,
    }
    if scenario.vote is not None:
        recorded = (scenario.vote.in_favour, *(r.in_favour for r in scenario.vote.reports))
        told["recorded"] = [
            _heads(recorded_tally(scenario.vote, scenario, chamber, votes).count)
            for votes in recorded
        ]
    if simulation is not None:
        told["simulation"] = _simulation_json(simulation)
    return told


def _heads(count: Count) -> dict[str, int]:
    return {
        "present": count.present,
        "for": count.in_favour,
        "against": count.against,
        "abstaining": count.abstaining,
        "absent": count.absent,
    }


def _simulation_json(simulation: Simulation) -> dict[str, Any]:
    rules = []
    for rule, chance in simulation.chances.items():
        swings = simulation.swings[rule]
        rules.append(
            {
                "id": rule,
                "chance": chance.share,
                "standard_error": chance.standard_error,
                "interval": list(chance.interval),
                "exact": None if simulation.exact is None else simulation.exact[rule],
                "swings": {bloc: swing.swing for bloc, swing in swings.items()},
            }
        )
    return {"draws": simulation.draws, "seed": simulation.seed, "rules": rules}


# -- as text ---------------------------------------------------------------------------------------


def vote_text(scenario: Scenario, chamber: Chamber, simulation: Simulation | None) -> str:
    """The same for people to read."""
    roll_call, own = roll_call_of(scenario, chamber)
    counted = tally(roll_call, scenario, chamber)
    count = counted.count
    heading = [
        f"{scenario.name}, {scenario.date}, {count.members} members",
        *([roll_call.question] if roll_call.question else []),
        f"{count.present} present: {count.in_favour} for, {count.against} against, "
        f"{count.abstaining} abstaining; {count.absent} absent",
    ]
    parts = ["\n".join(heading)]
    if not own:
        parts.append(textwrap.fill(NO_VOTE, _WIDTH))
    parts.append("\n".join(_blocs(roll_call, counted, chamber)))
    parts.append("\n".join(_results(counted)))
    if simulation is not None:
        parts.append("\n".join(_simulation(simulation, roll_call, chamber)))
    if scenario.vote is not None:
        parts.append("\n".join(_recorded(scenario, chamber)))
        parts.append(textwrap.fill(scenario.vote.note, _WIDTH))
    if own and roll_call.note:
        parts.append(textwrap.fill(roll_call.note, _WIDTH))
    return "\n\n".join(parts)


def _blocs(roll_call: RollCall, counted: Tally, chamber: Chamber) -> list[str]:
    rows = [["BLOC", "SEATS", "VOTES", "FOR", "AGAINST", "ABSTAINING", "ABSENT"]]
    for bloc in chamber.blocs:
        count = counted.blocs[bloc.id]
        heads = (count.in_favour, count.against, count.abstaining, count.absent)
        stance = str(roll_call.conduct(bloc.id).stance)
        name = textwrap.shorten(bloc.name.label, 40, placeholder="…")
        rows.append([name, str(bloc.seats), stance, *(str(number or "-") for number in heads)])
    return _aligned(rows, left=(0, 2))


def _results(counted: Tally) -> list[str]:
    rows = [["RULE", "NEEDED", "RESULT"]]
    for result in counted.results:
        rule = result.rule
        name = f"{rule.name} ({rule.article})" if rule.article else rule.name
        rows.append([name, str(result.verdict.quota), str(result)])
    return _aligned(rows, left=(0, 2))


def _recorded(scenario: Scenario, chamber: Chamber) -> list[str]:
    vote = scenario.vote
    assert vote is not None
    rows = [["RECORDED", "FOR", "AGAINST", "PRESENT", "SOURCES"]]
    figures = [(vote.in_favour, vote.sources), *((r.in_favour, r.sources) for r in vote.reports)]
    for place, (votes, sources) in enumerate(figures):
        count = recorded_tally(vote, scenario, chamber, votes).count
        rows.append(
            [
                "also reported" if place else "used here",
                str(count.in_favour),
                str(count.against),
                str(count.present),
                ", ".join(sources),
            ]
        )
    return _folded(_aligned(rows, left=(0, 4)))


def _simulation(simulation: Simulation, roll_call: RollCall, chamber: Chamber) -> list[str]:
    rows = [[f"{simulation.draws:,} DRAWS, SEED {simulation.seed}", "CHANCE", "±", "EXACTLY", ""]]
    names = {bloc.id: bloc.name.label for bloc in chamber.blocs}
    rules = chamber.rule_by_id
    for rule, chance in simulation.chances.items():
        swings = sorted(simulation.swings[rule].items(), key=lambda s: -abs(s[1].swing))
        told = [f"{names[b]} {100 * s.swing:.0f}" for b, s in swings[:_SWINGS] if s.swing > 0.005]
        exact = simulation.exact
        rows.append(
            [
                rules[rule].name if rule in rules else "Own quota",
                f"{100 * chance.share:.2f}%",
                f"{100 * chance.standard_error:.2f}",
                "-" if exact is None else f"{100 * exact[rule]:.2f}%",
                f"swing: {', '.join(told)}" if told else "",
            ]
        )
    lines = _folded(_aligned(rows, left=(0, 4)))
    return [*lines, CERTAIN] if certain(roll_call, chamber) else lines


def _folded(lines: Sequence[str]) -> list[str]:
    return [
        textwrap.fill(line, _WIDTH, subsequent_indent="    ", break_on_hyphens=False)
        if len(line) > _WIDTH
        else line
        for line in lines
    ]


def _aligned(rows: Sequence[Sequence[str]], left: tuple[int, ...]) -> list[str]:
    """Numbers to the right, the columns that are named to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
