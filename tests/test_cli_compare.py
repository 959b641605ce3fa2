import json
from dataclasses import replace
from pathlib import Path

import pytest

from iraq_explorer.cli import main
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import shipped_dataset

DATASET = shipped_dataset()
Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "library.sqlite"
    Library.create(path, DATASET.scenarios.values()).close()
    return str(path)


def test_compare_tells_who_moved_and_both_sides_totals(capsys: Output, library: str) -> None:
    names = ("maliki_sadr_2010", "allawi_abdulmahdi_2010")
    assert main(["compare", *names, "--json", "--library", library]) == 0
    told = json.loads(capsys.readouterr().out)
    gorran = next(moved for moved in told["moved"] if moved["id"] == "gor10_all")
    assert gorran == {
        "id": "gor10_all",
        "name": "Gorran",
        "seats": 8,
        "from": "Kurdish bloc",
        "to": None,
    }
    assert [c["seats"] for c in told["coalitions"]["a"]] == [129, 91, 57, 30]
    assert [c["verdict"] for c in told["coalitions"]["b"]] == ["34 short of 163", "1 over 163"]


def test_compare_in_words_names_both_scenarios(capsys: Output, library: str) -> None:
    names = ("October 2010: Maliki with Sadr", "december 2010")
    assert main(["compare", *names, "--library", library]) == 0
    told = capsys.readouterr().out
    assert "A  October 2010: Maliki with Sadr" in told
    assert "B  December 2010: second Maliki cabinet" in told
    assert "129  State of Law + Sadrists: 34 short of 163; pairs inside: 1 hostile" in told
    assert "293  Maliki cabinet: 130 over 163; pairs inside: 7 hostile, 4 friendly" in told
    assert "Power (Banzhaf)" in told
    assert "Ties in force only in A: " in told


def test_compare_across_chambers_says_why_nobody_moved(capsys: Output, library: str) -> None:
    assert main(["compare", "cabinet_2006", "cabinet_2010", "--library", library]) == 0
    told = capsys.readouterr().out
    assert "Two chambers" in told
    assert "Power" not in told


def test_compare_follows_blocs_and_not_the_names_of_coalitions(
    capsys: Output, tmp_path: Path
) -> None:
    before = DATASET.scenarios["maliki_sadr_2010"]
    after = replace(before.move(["gor10_all"], "sol").move(["ka10_puk"], None), name="Other")
    path = tmp_path / "own.sqlite"
    Library.create(path, [before, after]).close()
    assert main(["compare", before.name, "Other", "--json", "--library", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(m["id"], m["from"], m["to"]) for m in told["moved"]] == [
        ("ka10_puk", "Kurdish bloc", None),
        ("gor10_all", "Kurdish bloc", "State of Law + Sadrists"),
    ]
    assert [c["seats"] for c in told["coalitions"]["b"]] == [137, 91, 32, 30]


def test_compare_with_an_unknown_scenario_says_which(capsys: Output, library: str) -> None:
    assert main(["compare", "cabinet_2006", "atlantis", "--library", library]) == 1
    told = capsys.readouterr()
    assert "atlantis" in told.err
    assert told.err.count("\n") == 1
