"""``export-data`` and ``import``, and commands on another dataset."""

import json
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from iraq_explorer import cli_window
from iraq_explorer.cli import main
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.dataset_file import dataset_file
from iraq_explorer.storage.dataset_json import dataset_to_json
from iraq_explorer.storage.exchange import FORMATS, DataFormat, What, exported
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import resource_folder, shipped_dataset

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


def test_data_never_replace_a_library(library: Path, capsys: Output) -> None:
    before = library.read_bytes()
    told = ["export-data", "--what", "network", "--format", "csv", "-o", str(library)]
    assert main(told) == 1
    assert "is a library" in capsys.readouterr().err
    assert library.read_bytes() == before


# -- import --------------------------------------------------------------------------------------


@pytest.fixture
def election(tmp_path: Path) -> Path:
    path = tmp_path / "elections.csv"
    path.write_text("country,date,party,seats\nX,2001-02-03,A,30\nX,2001-02-03,B,21\n")
    return path


@pytest.mark.parametrize("name", ["mine", "mine.json"])
def test_an_import_is_a_dataset_that_every_command_takes(
    name: str, election: Path, tmp_path: Path, own_home: Path, capsys: Output
) -> None:
    place = tmp_path / name
    assert main(["import", str(election), "-o", str(place), "--title", "Two parties"]) == 0
    assert capsys.readouterr().out.startswith(f"Wrote {place}: 1 chamber, 2 lists, 2 blocs")
    assert main(["list", "--json", "--dataset", str(place)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["seats"], row["quota"]) == (30, 26)
    libraries = list(own_home.rglob("*.sqlite"))
    assert [path.parts[-2:] for path in libraries] == [("datasets", "two-parties.sqlite")]
    assert main(["power", "as elected", "--dataset", str(place)]) == 0
    assert "dictator" in capsys.readouterr().out
    assert main(["check", "--dataset", str(place)]) == 0


def test_problems_are_listed_and_nothing_is_imported(
    election: Path, tmp_path: Path, capsys: Output
) -> None:
    election.write_text("country,date,party,seats\nX,2001-02-31,A,x\n")
    place = tmp_path / "mine"
    assert main(["import", str(election), "-o", str(place)]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "elections.csv, row 2, seats: should be a number of seats, not 'x'",
        "elections.csv, row 2, election_date: '2001-02-31' is not a day of the calendar",
    ]
    assert told.err == "iraq-explorer: nothing is imported: 2 problems\n"
    assert main(["import", str(election), "-o", str(place), "--json"]) == 1
    held = json.loads(capsys.readouterr().out)
    assert held["problems"][0] == {
        "file": "elections.csv",
        "row": "row 2",
        "field": "seats",
        "message": "should be a number of seats, not 'x'",
    }
    assert list(tmp_path.iterdir()) == [election]


def test_without_an_output_the_files_are_only_checked(election: Path, capsys: Output) -> None:
    assert main(["import", str(election), "--json"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert (held["written"], held["problems"], held["dataset"]["blocs"]) == (None, [], 2)


def test_a_dataset_that_is_there_is_replaced_only_by_force(
    election: Path, tmp_path: Path, capsys: Output
) -> None:
    arguments = ["import", str(election), "-o", str(tmp_path / "mine.json")]
    assert main(arguments) == 0
    assert main(arguments) == 1
    assert "there is already something of this name" in capsys.readouterr().err
    assert main([*arguments, "--force"]) == 0


def test_a_folder_of_a_dataset_is_replaced_by_force_with_its_other_files_kept(
    election: Path, tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "mine"
    arguments = ["import", str(election), "-o", str(folder)]
    assert main(arguments) == 0
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "one.png").write_bytes(b"1")
    assert main([*arguments, "--force"]) == 0
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "pictures" / "one.png").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_folder_without_a_dataset_is_never_replaced(
    election: Path, tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    assert main(["import", str(election), "-o", str(folder), "--force"]) == 1
    assert "holds other things than a dataset" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_dataset_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, capsys: Output) -> None:
    assert main(["list", "--dataset", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "(and 7 more: “iraq-explorer import” lists them)" in told


def test_a_scenario_file_carries_its_dataset_to_every_command(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "s.json"
    arguments = ["--scenario", OPENING.name, "--library", str(library), "-o", str(path)]
    assert main(["export-data", "--what", "scenario-file", *arguments]) == 0
    assert main(["show", OPENING.name, "--dataset", str(path), "--library", str(library)]) == 0
    assert OPENING.name in capsys.readouterr().out


def test_show_and_open_take_a_scenario_file(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    eec = read_dataset(resource_folder() / "eec")
    scenario = replace(eec.scenarios["empty_chair"], name="From a colleague", origin="")
    path = tmp_path / "colleague.json"
    path.write_bytes(exported(What.SCENARIO_FILE, DataFormat.JSON, [scenario], eec))
    assert main(["show", str(path)]) == 0
    assert "From a colleague" in capsys.readouterr().out
    monkeypatch.setattr(cli_window, "why_no_display", lambda *_: "there is none")
    assert main(["open", str(path)]) == 1
    assert "“iraq-explorer show” tells the scenario" in capsys.readouterr().err
    path.write_text(json.dumps(dataset_file(dataset_to_json(eec))), encoding="utf-8")
    assert main(["show", str(path)]) == 1
    assert "without a scenario of its own" in capsys.readouterr().err
