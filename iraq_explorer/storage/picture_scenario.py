"""The scenario that a picture carries: as text to put into it, and back, checked.

The text is JSON in ASCII, so that no program that copies it can spoil its letters. Beside the
scenario it names the dataset and its version and tells the sources that are cited, so that a
picture can be read also where the dataset is not at hand.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Source
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_text import PictureError, text_of
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

FORM = "iraq-explorer picture"
VERSION = 1
"""Of the form of the text; a reader refuses a later one."""

_MOST_COALITIONS = 99
_LONGEST_NAME = 1000
_LONGEST_TEXT = 100_000
_FARTHEST = 1e6
"""How far from the middle a node can have been placed, in scene units."""
_MOST_SEATS = 10**9
_LONGEST_MESSAGE = 240


@dataclass(frozen=True, slots=True)
class Carried:
    """What a picture carries."""

    scenario: Scenario
    dataset: str
    """Id of the dataset that it was drawn from."""
    version: str
    """Version of that dataset."""
    citations: tuple[dict[str, str], ...]
    """The sources that are cited: id, title, date and address, as far as known."""


def carried_text(scenario: Scenario, dataset: Dataset) -> str:
    """What a picture of a scenario carries, as text."""
    return json.dumps(
        {
            "form": FORM,
            "version": VERSION,
            "dataset": {"id": dataset.id, "version": dataset.version},
            "scenario": scenario_to_json(in_plain_order(scenario, dataset)),
            "citations": [citation(source) for source in cited(scenario, dataset)],
        },
        separators=(",", ":"),
    )


def in_plain_order(scenario: Scenario, dataset: Dataset) -> Scenario:
    """An equal scenario that keeps nothing of the way it was reached.

    Its blocs are in the order of the chamber, not in that in which they joined their coalitions,
    and nodes placed by hand in that of their ids.
    """
    order = {bloc.id: place for place, bloc in enumerate(dataset.chamber_of(scenario).blocs)}
    joined = sorted(scenario.membership.items(), key=lambda m: (order.get(m[0], len(order)), m[0]))
    placed = sorted(scenario.placements.items())
    return replace(scenario, membership=dict(joined), placements=dict(placed))


def cited(scenario: Scenario, dataset: Dataset) -> tuple[Source, ...]:
    """The sources that a scenario rests on, those of its recorded vote included."""
    named = dict.fromkeys(scenario.sources)
    if scenario.vote is not None:
        named |= dict.fromkeys(scenario.vote.sources)
        for report in scenario.vote.reports:
            named |= dict.fromkeys(report.sources)
    return tuple(dataset.sources[source] for source in named if source in dataset.sources)


def citation(source: Source) -> dict[str, str]:
    """A source as plain values; what is not known is left out."""
    form = {
        "id": source.id,
        "title": source.title,
        "date": source.date.text if source.date else "",
        "url": source.url,
    }
    return {key: value for key, value in form.items() if value}


def read_picture(path: Path, dataset: Dataset) -> Carried:
    """What a picture carries, checked: its scenario can be shown with this dataset.

    Raises:
        PictureError: there is nothing that can be used; the message is one line, and names the
            file.

    """
    try:
        return carried_from(text_of(path), dataset)
    except PictureError as error:
        told = " ".join(str(error).split())
        if len(told) > _LONGEST_MESSAGE:
            told = f"{told[: _LONGEST_MESSAGE - 1]}…"
        raise PictureError(f"{path.name}: {told}") from error


def carried_from(text: str, dataset: Dataset) -> Carried:
    """What ``carried_text`` wrote.

    Raises:
        PictureError: the text is wrong, or its scenario does not fit the dataset.

    """
    form = _json(text)
    if not isinstance(form, dict) or form.get("form") != FORM:
        raise PictureError("what it carries is no scenario of this program")
    version = form.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise PictureError("what it carries is damaged: version is missing or wrong")
    if version > VERSION:
        raise PictureError("it was made by a later version of this program")
    origin = form.get("dataset")
    about = origin if isinstance(origin, dict) else {}
    identity, edition = (_word(about.get(field)) for field in ("id", "version"))
    if identity and identity != dataset.id:
        raise PictureError(f"its scenario is about another dataset, {identity!r}")
    try:
        scenario = scenario_from_json(form.get("scenario"))
        misfits = dataset.misfits(scenario)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise PictureError(f"its scenario is damaged: {error}") from error
    if misfits:
        raise PictureError(f"its scenario does not fit the dataset: {misfits[0]}")
    for fault in _excesses(scenario, dataset):
        raise PictureError(f"its scenario is refused: {fault}")
    return Carried(scenario, identity, edition, tuple(_citations(form.get("citations"))))


def _json(text: str) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no number")

    try:
        form = json.loads(text, parse_constant=refuse)
        # Half of a pair, which JSON can spell, is no character and could not be saved.
        json.dumps(form, ensure_ascii=False).encode()
    except RecursionError as error:
        raise PictureError("what it carries is refused: it is nested too deeply") from error
    except UnicodeEncodeError as error:
        raise PictureError("what it carries is damaged: it is no Unicode") from error
    except ValueError as error:
        raise PictureError(f"what it carries is damaged: {error}") from error
    return form


def _excesses(scenario: Scenario, dataset: Dataset) -> Iterator[str]:
    """What is well formed, and yet would only stop the program."""
    if len(scenario.coalitions) > _MOST_COALITIONS:
        yield f"{len(scenario.coalitions)} coalitions are too many"
    for name in (scenario.name, *(coalition.name for coalition in scenario.coalitions)):
        if len(name) > _LONGEST_NAME:
            yield "a name is too long"
    if len(scenario.note) > _LONGEST_TEXT:
        yield "the note is too long"
    for x, y in scenario.placements.values():
        if math.hypot(x, y) > _FARTHEST:
            yield "a node is placed too far away"
    vote = scenario.vote
    heads = (vote.present, vote.in_favour, vote.against) if vote else ()
    if any((number or 0) > _MOST_SEATS for number in (scenario.custom_quota, *heads)):
        yield "a number is too large"
    if (scenario.present or 0) > dataset.chamber_of(scenario).seats:
        yield f"{scenario.present} members present are more than the chamber has"


def _citations(given: object) -> Iterator[dict[str, str]]:
    for entry in given if isinstance(given, list) else ():
        if isinstance(entry, dict):
            told = {key: _word(entry.get(key)) for key in ("id", "title", "date", "url")}
            yield {key: value for key, value in told.items() if value}


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
