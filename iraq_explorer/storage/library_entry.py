"""An entry of the library: a scenario with its number, place and time, and as columns of a row."""

import json
from dataclasses import dataclass

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario as it lies in the library."""

    id: int
    scenario: Scenario
    saved_at: str
    """When it was last saved, ``2010-10-01T12:00:00Z``; empty for a built-in one as shipped."""
    position: int
    """Its place in the list: entries are told in this order."""


def scenario_text(scenario: Scenario) -> str:
    """A scenario as the text that the library keeps of it."""
    return json.dumps(scenario_to_json(scenario), ensure_ascii=False)


def read_scenario_text(text: str | bytes) -> Scenario:
    """The scenario of such a text.

    Raises:
        ValueError: it cannot be read; the message says why.

    """
    try:
        return scenario_from_json(json.loads(text))
    except RecursionError:
        raise ValueError("is nested too deeply") from None


def read_entry(id: int, saved_at: object, position: object, content: object) -> Entry | str:
    """The entry of a row, or in words what is wrong with it."""
    if not isinstance(content, bytes | str):
        return "there is no content"
    if not isinstance(saved_at, str) or not isinstance(position, int):
        return "its time of saving or its place cannot be read"
    try:
        return Entry(id, read_scenario_text(content), saved_at, position)
    except ValueError as error:
        return str(error)
