"""The scenario a picture carries: exactly that comes back, and nothing that could do harm."""

import json
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import (
    FORMATS,
    PictureKind,
    description_path,
    dpi_of,
    file_name,
    file_names,
)
from iraq_explorer.storage.picture_scenario import (
    VERSION,
    carried_from,
    carried_text,
    cited,
    read_picture,
)
from iraq_explorer.storage.picture_text import PictureError, svg_with_text
from iraq_explorer.storage.resources import shipped_dataset

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><defs></defs></svg>'


def form() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(carried_text(OPENING, DATASET))
    return made


def refusal(text: str) -> str:
    with pytest.raises(PictureError) as caught:
        carried_from(text, DATASET)
    return str(caught.value)


def test_who_joined_last_and_who_was_placed_first_leave_no_trace() -> None:
    placed = OPENING.place({"iran": (1.0, 2.0), "usa": (3.0, 4.0)})
    other = replace(
        placed,
        membership=dict(reversed(placed.membership.items())),
        placements=dict(reversed(placed.placements.items())),
    )
    assert other == placed
    assert carried_text(other, DATASET) == carried_text(placed, DATASET)


@pytest.mark.parametrize("scenario", DATASET.scenarios.values(), ids=lambda s: s.origin)
def test_every_built_in_scenario_comes_back_exactly(scenario: Scenario) -> None:
    carried = carried_from(carried_text(scenario, DATASET), DATASET)
    assert carried.scenario == scenario
    assert (carried.dataset, carried.version) == (DATASET.id, DATASET.version)
    assert [entry["title"] for entry in carried.citations] == [
        source.title for source in cited(scenario, DATASET)
    ]


def test_a_recorded_vote_brings_its_sources() -> None:
    (scenario,) = (s for s in DATASET.scenarios.values() if s.vote)
    assert scenario.vote is not None
    told = {source.id for source in cited(scenario, DATASET)}
    assert told >= set(scenario.vote.sources) | set(scenario.sources)


def test_names_of_any_script_come_back_and_the_text_is_ascii() -> None:
    named = replace(
        OPENING, name="ائتلاف 🙂 \x7f\u202e", note="زیندان\n\tTwo", placements={"x": (1, 2)}
    )
    text = carried_text(named, DATASET)
    assert text.isascii()
    assert carried_from(text, DATASET).scenario == named


def test_the_same_scenario_gives_the_same_text() -> None:
    assert carried_text(OPENING, DATASET) == carried_text(replace(OPENING), DATASET)


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    made = form()
    change(made)
    return json.dumps(made)


MANY = [{"id": f"c{n}", "name": "C", "colour": 0} for n in range(100)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "damaged"),
        ("{", "damaged"),
        ("[]", "no scenario of this program"),
        ('{"form": "another"}', "no scenario of this program"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 200_000, "nested too deeply"),
        (json.dumps(form()).replace('"2010-10-01"', "NaN"), "NaN"),
        (json.dumps(form()).replace("Maliki with Sadr", "\\ud800"), "no Unicode"),
        (json.dumps(form()).replace('"colour": 0', '"colour": ' + "9" * 5000), "damaged"),
        (changed(lambda f: f.update(version=VERSION + 1)), "later version"),
        (changed(lambda f: f.update(version=True)), "version"),
        (changed(lambda f: f.pop("version")), "version"),
        (changed(lambda f: f["dataset"].update(id="bundestag")), "another dataset, 'bundestag'"),
        (changed(lambda f: f.pop("scenario")), "should be an object"),
        (changed(lambda f: f["scenario"].update(date="someday")), "someday"),
        (changed(lambda f: f["scenario"].update(chamber="bundestag")), "bundestag"),
        (changed(lambda f: f["scenario"].update(rule="coin")), "coin"),
        (changed(lambda f: f["scenario"].update(surprise=1)), "surprise"),
        (changed(lambda f: f["scenario"]["coalitions"][0]["blocs"].append("fdp")), "fdp"),
        (changed(lambda f: f["scenario"].update(custom_quota=10**30)), "number is too large"),
        (changed(lambda f: f["scenario"].update(present=99_999)), "more than the chamber has"),
        (changed(lambda f: f["scenario"].update(placements={"x": [1e300, 0]})), "too far away"),
        (changed(lambda f: f["scenario"].update(name="n" * 2000)), "name is too long"),
        (changed(lambda f: f["scenario"].update(note="n" * 200_000)), "note is too long"),
        (changed(lambda f: f["scenario"].update(coalitions=MANY)), "100 coalitions"),
    ],
)
def test_what_is_wrong_is_refused_with_its_reason(text: str, told: str) -> None:
    assert told in refusal(text)


def test_an_older_version_of_the_dataset_is_read_and_told() -> None:
    text = changed(lambda f: f["dataset"].update(version="0.1"))
    assert carried_from(text, DATASET).version == "0.1"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(
    st.sampled_from(["form", "version", "dataset", "scenario", "citations"]),
    st.sampled_from(
        ["", "name", "chamber", "date", "rule", "custom_quota", "present", "coalitions",
         "placements", "note", "tags", "sources", "vote", "origin", "what_if", "constraints",
         "tie_changes", "disregarded", "roll_call"]
    ),
    json_values,
)  # fmt: skip
def test_any_value_anywhere_is_read_or_refused(place: str, field: str, value: object) -> None:
    made = form()
    if place == "scenario" and field:
        made["scenario"][field] = value
    else:
        made[place] = value
    with suppress(PictureError):
        carried = carried_from(json.dumps(made), DATASET)
        chamber = DATASET.chamber_of(carried.scenario)
        assert sum(carried.scenario.totals(chamber).values()) == chamber.seats


@given(st.integers(0, 2000), st.characters())
def test_one_wrong_letter_is_read_or_refused(at: int, letter: str) -> None:
    text = carried_text(OPENING, DATASET)
    at %= len(text)
    with suppress(PictureError):
        carried_from(text[:at] + letter + text[at + 1 :], DATASET)


def test_a_refusal_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mail.svg"
    made = form()
    made["scenario"]["coalitions"][0]["blocs"] += [f"bloc\n{n}" * 50 for n in range(50)]
    path.write_bytes(svg_with_text(SVG, json.dumps(made)))
    with pytest.raises(PictureError) as caught:
        read_picture(path, DATASET)
    told = str(caught.value)
    assert told.startswith("mail.svg: its scenario does not fit")
    assert "\n" not in told
    assert len(told) < 300


def test_a_large_number_packed_small_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    packed = b"iraq-explorer\0\0" + zlib.compress(b"[" * 1_000_000)
    chunk = b"zTXt" + packed
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(packed)) + chunk
        + struct.pack(">I", zlib.crc32(chunk)) + b"\0\0\0\0IEND"
    )  # fmt: skip
    with pytest.raises(PictureError, match="nested too deeply"):
        read_picture(path, DATASET)


# -- names and sizes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("October 2010: Maliki with Sadr", "october-2010-maliki-with-sadr"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "scenario-con"),
        ("com1", "scenario-com1"),
        ("", "scenario"),
        ("...", "scenario"),
        ("ائتلاف دولة القانون", "ائتلاف-دولة-القانون"),
        ("Straße Ａ", "strasse-a"),
        ("Été", "été"),
    ],
)  # fmt: skip
def test_a_name_becomes_one_that_every_system_takes(name: str, made: str) -> None:
    assert file_name(name) == made


@given(st.lists(st.text(max_size=300), max_size=12))
def test_names_are_safe_and_unique(names: list[str]) -> None:
    made = file_names(names)
    assert len({name.casefold() for name in made}) == len(names)
    for name in made:
        assert name
        assert len(f"{name}.png.txt".encode()) < 255
        assert not set(name) & set('/\\:*?"<>|. \0\n')


def test_equal_names_are_numbered_and_meet_no_other() -> None:
    assert file_names(["A", "a", "A 2", "a!"]) == ("a", "a-2", "a-2-2", "a-3")


def test_the_kind_is_read_from_the_ending() -> None:
    assert PictureKind.of(Path("x.PNG")) is PictureKind.PNG
    assert PictureKind.of(Path("x.tar.svg")) is PictureKind.SVG
    assert PictureKind.of(Path("x.jpg")) is PictureKind.of(Path("png")) is None
    assert description_path(Path("a/x.png")) == Path("a/x.png.txt")


def test_paper_has_its_size_at_300_dots_an_inch() -> None:
    for name, (width, height) in {
        "a4": (297, 210),
        "a4-portrait": (210, 297),
        "a3": (420, 297),
        "a3-portrait": (297, 420),
    }.items():
        entry = FORMATS[name]
        assert entry.width / entry.dpi * 25.4 == pytest.approx(width, abs=0.1)
        assert entry.height / entry.dpi * 25.4 == pytest.approx(height, abs=0.1)
    assert dpi_of((1920, 1080)) / 1920 == dpi_of((3840, 2160)) / 3840
    assert dpi_of((700, 990)) == dpi_of((1920, 1080))
