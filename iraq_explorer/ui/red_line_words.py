"""Constraints in words: what each asks for, and what a coalition breaks."""

from collections.abc import Iterable

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.red_lines import breaches
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.words import tr


def all_of(names: Iterable[str]) -> str:
    """Names in a sentence, in the language of the window: "A, B and C"."""
    given = list(names)
    if len(given) < 2:
        return "".join(given)
    return tr("{names} and {last}", names=", ".join(given[:-1]), last=given[-1])


def constraint_text(constraint: Constraint, chamber: Chamber) -> str:
    """What a constraint asks for: "State of Law and Iraqiya never together"."""
    a, b = _names(constraint, chamber)
    match constraint.kind:
        case ConstraintKind.APART:
            return tr("{a} and {b} never together", a=a, b=b)
        case ConstraintKind.ONLY_WITH:
            return tr("{a} only together with {b}", a=a, b=b)
        case ConstraintKind.REQUIRED:
            return tr("{a} in every coalition", a=a)
        case ConstraintKind.LEADS:
            return tr("{a} leads or stays out", a=a)


def breach_text(constraint: Constraint, chamber: Chamber) -> str:
    """How a coalition breaks it: "State of Law with Iraqiya"."""
    a, b = _names(constraint, chamber)
    match constraint.kind:
        case ConstraintKind.APART:
            return tr("{a} with {b}", a=a, b=b)
        case ConstraintKind.ONLY_WITH:
            return tr("{a} without {b}", a=a, b=b)
        case ConstraintKind.REQUIRED:
            return tr("{a} is missing", a=a)
        case ConstraintKind.LEADS:
            return tr("{a} does not lead", a=a)


def pair_text(constraint: Constraint, chamber: Chamber) -> str:
    """The two blocs of a red line."""
    a, b = _names(constraint, chamber)
    return tr("{a} and {b}", a=a, b=b)


def breaks_text(lines: tuple[Constraint, ...], chamber: Chamber) -> str:
    """What a coalition breaks: "Breaks 1 red line: State of Law with Iraqiya"; empty for none."""
    if not lines:
        return ""
    which = _which(lines, chamber, 2)
    if len(lines) == 1:
        return tr("Breaks 1 red line: {lines}", lines=which)
    return tr("Breaks {count} red lines: {lines}", count=len(lines), lines=which)


def coalition_breaks_text(name: str, lines: tuple[Constraint, ...], chamber: Chamber) -> str:
    """As ``breaks_text``, with the coalition named and more of them told."""
    which = _which(lines, chamber, 6)
    if len(lines) == 1:
        return tr("⚠ {coalition} breaks 1 red line: {lines}", coalition=name, lines=which)
    return tr(
        "⚠ {coalition} breaks {count} red lines: {lines}",
        coalition=name,
        count=len(lines),
        lines=which,
    )


def _which(lines: tuple[Constraint, ...], chamber: Chamber, most: int) -> str:
    which = "; ".join(breach_text(line, chamber) for line in lines[:most])
    if len(lines) > most:
        which = tr("{lines} and {count} more", lines=which, count=len(lines) - most)
    return which


def warnings(scenario: Scenario, chamber: Chamber, coalition: str | None) -> tuple[str, ...]:
    """What one coalition breaks as a line for the pointer; none where it breaks nothing."""
    warning = warning_of(scenario, chamber, coalition)
    return (f"⚠ {warning}",) if warning else ()


def warning_of(scenario: Scenario, chamber: Chamber, coalition: str | None) -> str:
    """What one coalition breaks, in a sentence; empty where it breaks nothing."""
    lines = breaches(scenario, chamber).get(coalition or "", ())
    return breaks_text(lines, chamber)


def _names(constraint: Constraint, chamber: Chamber) -> tuple[str, str]:
    known = chamber.bloc_by_id
    a = known[constraint.bloc].name.label
    return a, known[constraint.other].name.label if constraint.other else ""
