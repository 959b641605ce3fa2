"""The second dataset that is shipped, and that the code knows none of the things of the first."""

import ast
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

import iraq_explorer
from iraq_explorer.cli import main
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Detail
from iraq_explorer.core.players import game_of
from iraq_explorer.core.power_index import banzhaf, shapley_shubik
from iraq_explorer.storage.dataset import read_dataset
from iraq_explorer.storage.resources import resource_folder

EEC = resource_folder() / "eec"
PACKAGE = Path(iraq_explorer.__file__).parent

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def eec() -> Dataset:
    return read_dataset(EEC)


def ids_of(folder: Path) -> set[str]:
    """Every id of a dataset but those of rules, and those that are words of the format."""
    found: set[str] = set()
    for file in folder.glob("*.json"):
        values = json.loads(file.read_text(encoding="utf-8"))
        for record in values if isinstance(values, list) else []:
            held = [record, *record.get("lists", ()), *record.get("blocs", ())]
            found.update(entry["id"] for entry in held if "id" in entry)
    return found - {"wikidata"}


def strings_of(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_no_id_of_any_shipped_dataset_stands_in_the_code() -> None:
    known = ids_of(resource_folder() / "iraq") | ids_of(EEC)
    assert {"maliki", "cor2010", "ina10_sadr", "e_gov10", "c58_lu"} <= known
    found = [
        f"{file.relative_to(PACKAGE)}:{line} {text!r}"
        for file in PACKAGE.rglob("*.py")
        for line, text in strings_of(file)
        if text in known
    ]
    assert found == []


def test_the_weights_of_1958_are_those_of_article_148(eec: Dataset) -> None:
    (chamber,) = eec.chambers.values()
    weights = {bloc.actor: bloc.seats for bloc in chamber.blocs}
    assert weights == {
        "belgium": 2, "germany": 4, "france": 4, "italy": 4, "luxembourg": 1, "netherlands": 2,
    }  # fmt: skip
    assert chamber.rule_by_id[chamber.default_rule].quota(chamber.seats) == 12


def test_luxembourg_has_no_power_and_the_others_that_of_the_literature(eec: Dataset) -> None:
    """The shares that are printed of this council everywhere; orders and sets counted by hand."""
    scenario = eec.scenarios["three_large"]
    chamber = eec.chamber_of(scenario)
    game = game_of(scenario, chamber)
    place = {bloc.actor: number for number, bloc in enumerate(chamber.blocs)}
    for index, large, small in (
        (shapley_shubik(game), Fraction(14, 60), Fraction(9, 60)),
        (banzhaf(game), Fraction(5, 21), Fraction(3, 21)),
    ):
        assert index[place["france"]] == index[place["germany"]] == index[place["italy"]] == large
        assert index[place["belgium"]] == index[place["netherlands"]] == small
        assert index[place["luxembourg"]] == 0


def test_a_state_that_votes_is_drawn_once_and_one_outside_too(eec: Dataset) -> None:
    for scenario in eec.scenarios.values():
        for detail in Detail:
            names = [node.name.en for node in eec.network(scenario, detail).nodes]
            assert len(set(names)) == len(names)
            assert "United Kingdom" in names


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--json"],
        ["show", "empty_chair"],
        ["power", "luxembourg_null"],
        ["winning", "three_large"],
        ["vote", "france_benelux", "--draws", "100"],
        ["compare", "empty_chair", "after_compromise"],
        ["export-data", "--what", "network", "-o", "net.gexf"],
        ["check"],
    ],
)
def test_every_command_works_on_another_parliament(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["list", "--dataset", str(EEC)]) == 0
    assert "France with the Benelux" in capsys.readouterr().out
    assert main([arguments[0], "--dataset", str(EEC), *arguments[1:]]) == 0
    told = capsys.readouterr()
    assert told.out
    assert told.err == ""


def test_its_library_is_its_own(own_home: Path, capsys: Output) -> None:
    assert main(["list", "--dataset", str(EEC)]) == 0
    (library,) = own_home.rglob("*.sqlite")
    assert library.parts[-2:] == ("datasets", "eec.sqlite")


def test_its_picture_is_drawn(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "eec.svg"
    assert main(["export", "empty_chair", "--dataset", str(EEC), "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    assert "five without France" in text
    assert "Luxembourg" in text


def test_the_page_of_the_datasets_names_it() -> None:
    page = (resource_folder().parent / "docs" / "dataset.md").read_text(encoding="utf-8")
    assert "`resources/eec/`" in page
