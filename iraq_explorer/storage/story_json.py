"""A story as plain JSON values: the one form in the dataset's folder and in the library."""

from collections.abc import Iterable
from typing import Any

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, Detail, TieFilter, TieKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Ask, Asked, Shows, Step, Story
from iraq_explorer.storage.record import Choice, Record, described
from iraq_explorer.storage.scenario_json import read_scenario, scenario_to_json


def story_to_json(story: Story) -> dict[str, Any]:
    """The story as values that ``json`` can write; what is empty is left out."""
    form: dict[str, Any] = {
        "id": story.id,
        "title": story.title,
        "summary": story.summary,
        "language": story.language,
        "sources": list(story.sources),
        "steps": [_step_to_json(step) for step in story.steps],
    }
    return _filled(form, ("title", "steps"))


def _step_to_json(step: Step) -> dict[str, Any]:
    held = step.scenario
    form: dict[str, Any] = {
        "title": step.title,
        "text": step.text,
        "built_in": held if isinstance(held, str) else "",
        "scenario": {} if isinstance(held, str) else scenario_to_json(held),
        "date": step.date.text if step.date else "",
        "rule": step.rule,
        "moves": dict(step.moves),
        "focus": list(step.focus),
        "detail": "" if step.detail is Detail.BLOCS else str(step.detail),
        "filter": _filter_to_json(step.tie_filter),
        "shows": "" if step.shows is Shows.NETWORK else str(step.shows),
        "question": step.question,
        "ask": _ask_to_json(step.ask),
        "answer": step.answer,
        "notes": step.notes,
        "sources": list(step.sources),
    }
    return _filled(form, ("title",))


def _ask_to_json(ask: Ask | None) -> dict[str, str]:
    return {} if ask is None else {"kind": str(ask.kind), "coalition": ask.coalition}


def _filter_to_json(shown: TieFilter) -> dict[str, list[str]]:
    form: dict[str, frozenset[Any]] = {
        "kinds": shown.hidden_kinds,
        "certainties": shown.hidden_certainties,
        "actor_kinds": shown.hidden_actor_kinds,
    }
    return {key: sorted(map(str, entries)) for key, entries in form.items() if entries}


def _filled(form: dict[str, Any], always: Iterable[str]) -> dict[str, Any]:
    return {key: value for key, value in form.items() if key in always or value}


def story_from_json(data: object) -> Story:
    """The story that ``story_to_json`` wrote.

    Whether its scenarios and nodes exist is for the caller to check: the form does not know the
    dataset.

    Raises:
        ValueError: the form is wrong; the message names every field that is.

    """
    faults: list[str] = []

    def report(field: str, message: str) -> None:
        faults.append(f"{field or 'story'}: {message}")

    record = Record(data, report)
    story = read_story(record)
    record.finish()
    if faults:
        raise ValueError("; ".join(faults))
    return story


def read_story(record: Record) -> Story:
    """The story of a record. Faults are reported; a step that is too broken is left out.

    Fields that are not part of the form are left to the caller's ``finish``.
    """
    steps = []
    for entry in record.records("steps"):
        step = _read_step(entry)
        entry.finish()
        if step is not None:
            steps.append(step)
    return Story(
        title=record.text("title", empty=True),
        steps=tuple(steps),
        id=record.text("id", required=False),
        summary=record.text("summary", required=False, empty=True),
        sources=record.texts("sources"),
        language=record.text("language", required=False),
    )


def _read_step(record: Record) -> Step | None:
    scenario = _read_scenario(record)
    moves = record.record("moves", required=False)
    held = record.record("filter", required=False)
    values: dict[str, Any] = {
        "title": record.text("title", empty=True),
        "text": record.text("text", required=False, empty=True),
        "date": record.date("date", required=False),
        "rule": record.text("rule", required=False),
        "moves": tuple(_read_moves(moves)) if moves else (),
        "focus": record.texts("focus"),
        "tie_filter": _read_filter(held) if held else TieFilter(),
        "question": record.text("question", required=False, empty=True),
        "ask": _read_ask(record.record("ask", required=False)),
        "answer": record.text("answer", required=False, empty=True),
        "notes": record.text("notes", required=False, empty=True),
        "sources": record.texts("sources"),
    }
    if "detail" in record:
        values["detail"] = record.choice("detail", Detail)
    if "shows" in record:
        values["shows"] = record.choice("shows", Shows)
    return None if scenario is None else Step(scenario=scenario, **values)


def _read_scenario(record: Record) -> Scenario | str | None:
    if "scenario" not in record:
        return record.text("built_in") or None
    inner = record.record("scenario")
    if inner is None:
        return None
    scenario = read_scenario(inner)
    inner.finish()
    return scenario


def _read_moves(record: Record) -> Iterable[tuple[str, str]]:
    for bloc in record.fields():
        yield bloc, record.text(bloc, empty=True)


def _read_filter(record: Record) -> TieFilter:
    read = TieFilter(
        hidden_kinds=_choices(record, "kinds", TieKind),
        hidden_certainties=_choices(record, "certainties", Certainty),
        hidden_actor_kinds=_choices(record, "actor_kinds", ActorKind),
    )
    record.finish()
    return read


def _choices(record: Record, field: str, kind: type[Choice]) -> frozenset[Choice]:
    found = []
    for text in record.texts(field):
        try:
            found.append(kind(text))
        except ValueError:
            allowed = ", ".join(kind)
            record.fault(field, f"should be among {allowed}, not {described(text)}")
    return frozenset(found)


def _read_ask(record: Record | None) -> Ask | None:
    if record is None:
        return None
    ask = Ask(record.choice("kind", Asked), record.text("coalition"))
    record.finish()
    return ask
