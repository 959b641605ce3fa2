from dataclasses import replace
from pathlib import Path

from iraq_explorer.cli import main
from iraq_explorer.storage.library import Entry, Library
from iraq_explorer.storage.resources import checkout_folder, shipped_dataset


def test_the_committed_library_and_the_resources_agree_entry_by_entry() -> None:
    folder = checkout_folder()
    assert folder is not None
    with Library.open(folder / "scenarios.sqlite") as library:
        entries, problems = library.entries(), library.problems()
    assert problems == ()
    built_in = shipped_dataset().scenarios.values()
    assert len(entries) == len(built_in)
    for number, (entry, scenario) in enumerate(zip(entries, built_in, strict=True), start=1):
        assert entry == Entry(number, scenario, "", number), (
            f"{entry.scenario.name}: run `make library`"
        )


def test_every_built_in_scenario_knows_its_own_id() -> None:
    for identity, scenario in shipped_dataset().scenarios.items():
        assert scenario.origin == identity


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    assert main(["build-library", str(tmp_path / "one")]) == 0
    assert main(["build-library", str(tmp_path / "two")]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_building_again_renews_built_in_scenarios_but_spares_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    assert main(["build-library", str(path)]) == 0
    assert main(["build-library", str(path)]) == 0
    with Library.open(path) as library:
        first = library.entries()[0]
        library.save(replace(first.scenario, name="My own"))
    before = path.read_bytes()
    assert main(["build-library", str(path)]) == 1
    assert path.read_bytes() == before
    assert main(["build-library", str(path), "--force"]) == 0
    with Library.open(path) as library:
        assert "My own" not in {entry.scenario.name for entry in library.entries()}


def test_building_over_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all")
    assert main(["build-library", str(path)]) == 1
    assert path.read_text() == "Dear all"
