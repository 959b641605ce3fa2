"""What a scenario assumes, as plain JSON values: seats, constraints, ties, evidence, a vote."""

from collections.abc import Mapping
from typing import Any

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import TieKind
from iraq_explorer.core.roll_call import ALL, Amount, Conduct, RollCall, Stance
from iraq_explorer.core.scenario import Disregard, Scenario
from iraq_explorer.core.tie_change import Assumption, TieChange
from iraq_explorer.core.what_if import Part, WhatIf
from iraq_explorer.storage.record import Record, described


def assumptions_to_json(scenario: Scenario) -> dict[str, Any]:
    """The fields of a scenario that say what it assumes; empty ones are for the caller to drop."""
    return {
        "what_if": _what_if_to_json(scenario.what_if),
        "constraints": [_constraint_to_json(c) for c in scenario.constraints],
        "tie_changes": [_tie_change_to_json(c) for c in scenario.tie_changes],
        "disregarded": _filled(
            {
                "sources": sorted(scenario.disregarded.sources),
                "certainties": sorted(scenario.disregarded.certainties),
            }
        ),
        "roll_call": _roll_call_to_json(scenario.roll_call) if scenario.roll_call else None,
    }


def read_assumptions(record: Record) -> dict[str, Any]:
    """The same fields of a record as values of a scenario. Faults are reported."""
    what_if = record.record("what_if", required=False)
    disregarded = record.record("disregarded", required=False)
    roll_call = record.record("roll_call", required=False)
    return {
        "what_if": _read_what_if(what_if) if what_if else WhatIf(),
        "constraints": _read_constraints(record),
        "tie_changes": _read_tie_changes(record),
        "disregarded": _read_disregarded(disregarded) if disregarded else Disregard(),
        "roll_call": _read_roll_call(roll_call) if roll_call else None,
    }


# -- seats -----------------------------------------------------------------------------------------


def _what_if_to_json(what_if: WhatIf) -> dict[str, Any]:
    return _filled(
        {
            "seats": dict(what_if.seats),
            "splits": {
                bloc: [{"id": p.id, "name": p.name, "seats": p.seats} for p in parts]
                for bloc, parts in what_if.splits.items()
            },
            "followers": dict(what_if.followers),
        }
    )


def _read_what_if(record: Record) -> WhatIf:
    seats = _read_counts(record, "seats")
    followers = _read_counts(record, "followers")
    splits: dict[str, tuple[Part, ...]] = {}
    blocs = record.record("splits", required=False)
    for bloc in blocs.fields() if blocs else ():
        assert blocs is not None
        parts = []
        for entry in blocs.records(bloc, required=True):
            name = entry.text("name", empty=True)
            parts.append(Part(entry.text("id"), name, entry.count("seats")))
            entry.finish()
        splits[bloc] = tuple(parts)
    record.finish()
    return WhatIf(seats, splits, followers)


def _read_counts(record: Record, field: str) -> Mapping[str, int]:
    counts = record.record(field, required=False)
    return {bloc: counts.count(bloc) for bloc in counts.fields()} if counts else {}


# -- constraints and ties --------------------------------------------------------------------------


def _constraint_to_json(constraint: Constraint) -> dict[str, Any]:
    return _filled(
        {
            "kind": str(constraint.kind),
            "bloc": constraint.bloc,
            "other": constraint.other,
            "ties": list(constraint.ties),
        }
    )


def _read_constraints(record: Record) -> tuple[Constraint, ...]:
    found: list[Constraint] = []
    for entry in record.records("constraints"):
        kind = entry.choice("kind", ConstraintKind)
        bloc, other = entry.text("bloc"), entry.text("other", required=False)
        ties = entry.texts("ties")
        entry.finish()
        try:
            found.append(Constraint(kind, bloc, other, ties))
        except ValueError as error:
            entry.fault("other", str(error))
    return tuple(found)


def _tie_change_to_json(change: TieChange) -> dict[str, Any]:
    return _filled(
        {
            "assumption": str(change.assumption),
            "tie": change.tie,
            "source": change.source,
            "target": change.target,
            "kind": str(change.kind) if change.kind else "",
            "note": change.note,
        }
    )


def _read_tie_changes(record: Record) -> tuple[TieChange, ...]:
    found: list[TieChange] = []
    seen: set[str] = set()
    for entry in record.records("tie_changes"):
        assumption = entry.choice("assumption", Assumption)
        tie = entry.text("tie")
        if tie in seen:
            entry.fault("tie", f"{described(tie)} is changed already")
        seen.add(tie)
        kind = entry.choice("kind", TieKind) if "kind" in entry else None
        ends = entry.text("source", required=False), entry.text("target", required=False)
        note = entry.text("note", required=False, empty=True)
        entry.finish()
        try:
            found.append(TieChange(assumption, tie, *ends, kind, note))
        except ValueError as error:
            entry.fault("tie", str(error))
    return tuple(found)


def _read_disregarded(record: Record) -> Disregard:
    sources = frozenset(record.texts("sources"))
    certainties = set()
    for number, text in enumerate(record.texts("certainties")):
        try:
            certainties.add(Certainty(text))
        except ValueError:
            allowed = ", ".join(Certainty)
            place = f"certainties[{number}]"
            record.fault(place, f"should be one of {allowed}, not {described(text)}")
    record.finish()
    return Disregard(sources, frozenset(certainties))


# -- a vote ----------------------------------------------------------------------------------------


def _roll_call_to_json(vote: RollCall) -> dict[str, Any]:
    form = {
        "question": vote.question,
        "blocs": {bloc: _conduct_to_json(c) for bloc, c in vote.conducts.items()},
        "others": _conduct_to_json(vote.others),
        "note": vote.note,
    }
    return {key: value for key, value in form.items() if key == "others" or value}


def _conduct_to_json(conduct: Conduct) -> dict[str, Any]:
    form: dict[str, Any] = {"stance": str(conduct.stance)}
    if conduct.attendance != ALL:
        form["attendance"] = _amount_to_json(conduct.attendance)
    if conduct.cohesion != ALL:
        form["cohesion"] = _amount_to_json(conduct.cohesion)
    if conduct.dissent is not Stance.ABSTAIN:
        form["dissent"] = str(conduct.dissent)
    return form


def _amount_to_json(amount: Amount) -> dict[str, Any]:
    return {"percent" if amount.percent else "heads": amount.value}


def _read_roll_call(record: Record) -> RollCall:
    question = record.text("question", required=False, empty=True)
    conducts: dict[str, Conduct] = {}
    blocs = record.record("blocs", required=False)
    for bloc in blocs.fields() if blocs else ():
        entry = blocs.record(bloc) if blocs else None
        if entry is not None:
            conducts[bloc] = _read_conduct(entry)
    others = record.record("others")
    held = _read_conduct(others) if others else Conduct(Stance.ABSENT)
    note = record.text("note", required=False, empty=True)
    record.finish()
    return RollCall(question, conducts, held, note)


def _read_conduct(record: Record) -> Conduct:
    stance = record.choice("stance", Stance)
    attendance, cohesion = _read_amount(record, "attendance"), _read_amount(record, "cohesion")
    dissent = record.choice("dissent", Stance) if "dissent" in record else Stance.ABSTAIN
    record.finish()
    return Conduct(stance, attendance, cohesion, dissent)


def _read_amount(record: Record, field: str) -> Amount:
    entry = record.record(field, required=False)
    if entry is None:
        return ALL
    percent = "percent" in entry
    value = entry.count("percent" if percent else "heads")
    entry.finish()
    try:
        return Amount(value, percent)
    except ValueError as error:
        record.fault(field, str(error))
        return ALL


def _filled(form: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in form.items() if value not in ("", [], {})}
