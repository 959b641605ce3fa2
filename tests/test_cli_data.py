"""``export-data``, and commands on another dataset."""

import json
from pathlib import Path

import networkx as nx
import pytest

from iraq_explorer.cli import main
from iraq_explorer.storage.exchange import FORMATS, DataFormat, What
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import shipped_dataset

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    Library.create(path, DATASET.scenarios.values()).close()
    return path


@pytest.mark.parametrize(
    ("what", "form"), [(what, form) for what in FORMATS for form in FORMATS[what]]
)
def test_each_kind_of_data_is_written_in_each_of_its_formats(
    what: What, form: DataFormat, library: Path, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / f"it.{form}"
    arguments = ["export-data", "--what", what, "--library", str(library), "-o", str(path)]
    assert main([*arguments, "--scenario", OPENING.name]) == 0
    assert capsys.readouterr().out == f"Wrote {path}: {what}, {OPENING.name}\n"
    assert path.stat().st_size > 500


def test_without_a_scenario_all_are_written(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "totals.json"
    assert (
        main(["export-data", "--what", "totals", "--library", str(library), "-o", str(path)]) == 0
    )
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    assert {row["scenario"] for row in rows} == {s.name for s in DATASET.scenarios.values()}


def test_the_network_of_all_dates_needs_no_library(tmp_path: Path) -> None:
    path = tmp_path / "net.xml"
    assert main(["export-data", "--what", "network", "--format", "graphml", "-o", str(path)]) == 0
    assert len(nx.read_graphml(path)) == len(DATASET.actors)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--what", "totals", "-o", "x.gexf"], "totals is written as .csv, .json, not as .gexf"),
        (["--what", "totals", "-o", "x"], "does not end in .csv, .json"),
        (["--what", "totals", "-o", "x.json", "--bom"], "--bom goes with CSV"),
        (["--what", "scenario-file", "-o", "x.json"], "needs --scenario NAME"),
        (["--what", "nonsense", "-o", "x.json"], "invalid choice"),
    ],
)
def test_wrong_usage_of_export_data_is_told(
    arguments: list[str], told: str, capsys: Output
) -> None:
    assert main(["export-data", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "none" / "x.json"
    assert main(["export-data", "--what", "network", "-o", str(path)]) == 1
    told = capsys.readouterr().err
    assert str(path) in told
    assert told.count("\n") == 1
