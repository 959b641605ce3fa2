"""Datasets that are too large, too deep or hold what no name can hold are refused, and quickly."""

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from iraq_explorer.storage import dataset_limits
from iraq_explorer.storage.dataset import DatasetError, dataset_of, read_dataset
from iraq_explorer.storage.dataset_json import dataset_to_json
from iraq_explorer.storage.dataset_limits import (
    DEEPEST,
    LONGEST_NAME,
    MOST_BYTES,
    MOST_NUMBER,
    MOST_SEATS,
)
from iraq_explorer.storage.json_file import read_json
from iraq_explorer.storage.resources import resource_folder, shipped_dataset

Values = dict[str, Any]


def values() -> Values:
    """A small dataset that is right."""
    name = {"en": "One"}
    source = [{"id": "s", "title": "A source"}]
    actor = {"id": "p", "name": name, "kind": "party", "description": "A party.", "sources": ["s"]}
    held = {"name": name, "actor": "p", "seats": 3, "certainty": "certain", "sources": ["s"]}
    rule = {"id": "r", "name": "Majority", "basis": "members", "share": "1/2", "strict": True}
    chamber = {
        "id": "c", "name": name, "seats": 3, "elected": "2000", "default_rule": "r",
        "rules": [{**rule, "sources": ["s"]}],
        "lists": [{"id": "l", **held}],
        "blocs": [{"id": "b", "list": "l", **held}],
    }  # fmt: skip
    scenario = {"id": "o", "name": "Opening", "chamber": "c", "date": "2000", "rule": "r"}
    heading = {"id": "d", "title": "D", "version": "1", "opening_scenario": "o"}
    return {
        "dataset": heading, "chambers": [chamber], "actors": [actor], "ties": [], "events": [],
        "sources": source, "corrections": [], "scenarios": [scenario],
    }  # fmt: skip


def problems(wrong: Values) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        dataset_of(wrong)
    return [str(problem) for problem in caught.value.problems]


def test_a_dataset_written_as_values_reads_as_the_same() -> None:
    shipped = shipped_dataset()
    assert dataset_of(json.loads(json.dumps(dataset_to_json(shipped)))) == shipped


def test_the_small_dataset_is_right() -> None:
    assert dataset_of(values()).chambers["c"].seats == 3


@pytest.mark.parametrize(
    "name",
    ["كتلة الإصلاح", "می‌خواهم", "ئاسۆ", "ש״ס", "党派名", "𐤀𐤁",
     "e\u0301", "‏א‎", "a" * LONGEST_NAME, "<b>x</b>", "=1+1"],
)  # fmt: skip
def test_names_of_any_script_are_taken_as_they_are(name: str) -> None:
    held = values()
    held["actors"][0]["name"] = {"en": name}
    assert dataset_of(held).actors["p"].name.en == name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a\0b", "holds a control character (U+0000)"),
        ("a\nb", "holds a control character (U+000A)"),
        ("a\x85b", "holds a control character (U+0085)"),
        ("a\u202eb", "holds a control character (U+202E)"),
        ("a\ud800b", "holds half of a pair of characters (U+D800)"),
        ("a" * (LONGEST_NAME + 1), "1,001 characters, and at most 1,000 are taken"),
    ],
)
def test_characters_that_no_name_can_hold_are_named_with_their_place(name: str, told: str) -> None:
    held = values()
    held["actors"][0]["name"] = {"en": name}
    (problem,) = problems(held)
    assert problem.startswith("actors.json, p, name.en: ")
    assert told in problem


def test_a_text_may_have_lines_but_no_other_control_characters() -> None:
    held = values()
    held["actors"][0]["description"] = "One\n\ttwo"
    assert dataset_of(held)
    held["actors"][0]["description"] = "One\x1btwo"
    assert problems(held) == ["actors.json, p, description: holds a control character (U+001B)"]


@pytest.mark.parametrize("seats", [MOST_SEATS + 1, MOST_NUMBER + 1, 10**400])
def test_absurd_numbers_of_seats_are_refused(seats: int) -> None:
    held = values()
    held["chambers"][0]["seats"] = seats
    assert any("seats" in problem for problem in problems(held))


def test_more_records_than_can_be_shown_are_refused() -> None:
    held = values()
    held["sources"] = [{"id": str(number), "title": "x"} for number in range(20_001)]
    assert problems(held)[0].startswith("sources.json: is refused: 20,001 records")


def _nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


def test_deeply_nested_values_are_refused() -> None:
    held = values()
    held["actors"][0]["note"] = _nested(DEEPEST + 1)
    assert any(f"more than {DEEPEST} levels" in problem for problem in problems(held))


@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8"),
        lambda path: path.write_text("[" + "1" * 1_000_000 + "]", encoding="utf-8"),
        lambda path: path.write_bytes(b"\xff\xfe\x00"),
        lambda path: path.write_text('[{"a": 1,', encoding="utf-8"),
    ],
)
def test_hostile_json_is_refused_in_one_sentence_and_at_once(
    write: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "actors.json"
    write(path)
    told: list[str] = []
    began = perf_counter()
    assert read_json(path, lambda fault: told.append(fault.message)) is None
    assert perf_counter() - began < 1
    assert len(told) == 1


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ties.json"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    told: list[str] = []
    began = perf_counter()
    read_json(path, lambda fault: told.append(fault.message))
    assert perf_counter() - began < 0.2
    assert told == ["is refused: 67,108,865 bytes, and at most 67,108,864 are read"]


def test_memberships_in_a_circle_are_told_and_long_chains_are_not_slow() -> None:
    held = values()
    ids = [f"a{number}" for number in range(5000)]
    held["actors"] += [
        {**held["actors"][0], "id": id_, "belongs_to": [{"actor": home, "level": "party"}]}
        for id_, home in zip(ids, [*ids[1:], "p"], strict=True)
    ]
    began = perf_counter()
    assert len(dataset_of(held).actors) == 5001
    held["actors"][0]["belongs_to"] = [{"actor": "a4998", "level": "party"}]
    told = problems(held)
    assert perf_counter() - began < 5
    assert [problem.split(", ")[1] for problem in told] == ["p", "a4998", "a4999"]


def test_the_page_states_the_limits_that_hold() -> None:
    page = (resource_folder().parent / "docs" / "dataset.md").read_text(encoding="utf-8")
    for name in ("LONGEST_ID", "LONGEST_NAME", "LONGEST_TEXT", "MOST_SEATS", "MOST_BLOCS"):
        assert f"{getattr(dataset_limits, name):,}" in page, name
    assert f"{MOST_BYTES >> 20} MB" in page
    for most in dataset_limits.MOST_RECORDS.values():
        assert f"{most:,}" in page


def test_a_folder_with_a_file_that_is_not_there_names_it(tmp_path: Path) -> None:
    with pytest.raises(DatasetError) as caught:
        read_dataset(tmp_path)
    assert len(caught.value.problems) == 8
