"""Stories as JSON: there and back, and every fault named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, Detail, TieFilter, TieKind
from iraq_explorer.core.story import Ask, Asked, Shows, Step, Story
from iraq_explorer.storage.problems import DatasetError
from iraq_explorer.storage.resources import resource_folder, shipped_dataset
from iraq_explorer.storage.shipped_stories import read_stories
from iraq_explorer.storage.story_json import story_from_json, story_to_json

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
FULL = Story(
    "قصة",
    (
        Step(
            "Everything",
            "maliki_sadr_2010",
            "A text.",
            date=PartialDate("2010-10"),
            rule="two_thirds",
            moves=(("ka10_kdp", "sol"), ("ina10_sadr", "")),
            focus=("ina10_sadr", "iran"),
            detail=Detail.EVERYONE,
            tie_filter=TieFilter(
                frozenset({TieKind.FIGHTS}),
                frozenset({Certainty.CONTESTED}),
                frozenset({ActorKind.STATE}),
            ),
            shows=Shows.HEMICYCLE,
            question="Who?",
            ask=Ask(Asked.NEEDS, "sol"),
            answer="They.",
            notes="Wait.",
            sources=("nation2010",),
        ),
        Step("Of its own", OPENING.move(["ka10_puk"], "sol")),
    ),
    id="one",
    summary="All of it.",
    sources=("nation2010",),
    language="ar",
)


@pytest.mark.parametrize("story", [FULL, Story("Empty")], ids=lambda story: story.title)
def test_a_story_comes_back_as_it_went(story: Story) -> None:
    assert story_from_json(json.loads(json.dumps(story_to_json(story)))) == story


def test_what_is_empty_is_left_out() -> None:
    form = story_to_json(Story("S", (Step("T", "maliki_sadr_2010"),)))
    assert form == {"title": "S", "steps": [{"title": "T", "built_in": "maliki_sadr_2010"}]}


Break = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda f: f.pop("title"), "title: is missing"),
        (lambda f: f["steps"][0].pop("built_in"), "steps[0].built_in: is missing"),
        (lambda f: f["steps"][0].update(scenario=3), "steps[0].scenario: should be an object"),
        (lambda f: f["steps"][0].update(date="soon"), "steps[0].date: 'soon' is not a date"),
        (lambda f: f["steps"][0].update(shows="smoke"), "steps[0].shows: should be one of"),
        (
            lambda f: f["steps"][0].update(filter={"kinds": ["hug"]}),
            "steps[0].filter.kinds: should be among",
        ),
        (lambda f: f["steps"][0].update(ask={"kind": "needs"}), "steps[0].ask.coalition: is missi"),
        (lambda f: f["steps"][0].update(titel="T"), "steps[0].titel: is not a field"),
        (lambda f: f["steps"][1]["scenario"].pop("chamber"), "steps[1].scenario.chamber: is miss"),
    ],
)
def test_a_fault_names_its_field(damage: Break, told: str) -> None:
    form = story_to_json(FULL)
    damage(form)
    with pytest.raises(ValueError, match=r".") as caught:
        story_from_json(form)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda s: s["steps"][0].update(built_in="x"), "steps[0].scenario: 'x' is not a built-in"),
        (lambda s: s["steps"][0].update(focus=["x"]), "steps[0].focus: 'x' is neither a bloc"),
        (lambda s: s["steps"][0].update(sources=["x"]), "steps[0].sources: 'x' is not a source"),
        (lambda s: s.update(sources=["x"]), "sources: 'x' is not a source"),
        (lambda s: s["steps"][0].update(rule="x"), "steps[0].rule: 'x' is not a rule"),
        (lambda s: s["steps"][0].update(moves={"x": ""}), "steps[0].moves: 'x' is not a bloc"),
        (
            lambda s: s["steps"][0].update(ask={"kind": "needs", "coalition": "x"}),
            "steps[0].ask.coalition: 'x' is not a coalition",
        ),
        (lambda s: s.pop("id"), "id: is missing"),
    ],
)
def test_a_problem_of_a_shipped_story_names_file_record_and_field(
    damage: Break, told: str, tmp_path: Path
) -> None:
    shipped = resource_folder() / "iraq" / "stories.json"
    rows = json.loads(shipped.read_text(encoding="utf-8"))
    name = rows[0]["id"]
    damage(rows[0])
    (tmp_path / "stories.json").write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        read_stories(tmp_path, DATASET)
    name = name if "id" in rows[0] else "record 1"
    assert f"stories.json, {name}, {told}" in str(caught.value)


def test_a_file_that_is_no_json_or_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"stories\.json: cannot be read"):
        read_stories(tmp_path, DATASET)
    (tmp_path / "stories.json").write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"stories\.json: cannot be read"):
        read_stories(tmp_path, DATASET)
