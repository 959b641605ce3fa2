"""Pictures on the command line: written in every format, told and opened again."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage, QImageReader

import iraq_explorer.app
from iraq_explorer import cli_window
from iraq_explorer.cli import main
from iraq_explorer.core.alt_text import alternative_text
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.picture_scenario import read_picture
from iraq_explorer.storage.resources import shipped_dataset
from iraq_explorer.storage.scenario_json import scenario_from_json

DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
MINE = replace(OPENING, name="My own كتلة: a/b?", origin="", tags=("mine",))
SMALL = ("--size", "640x400")

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.create(path, DATASET.scenarios.values()) as made:
        made.save(MINE)
        made.save(replace(MINE, name="my OWN كتلة: a b"))
    return path


def export(library: Path, *arguments: str) -> int:
    return main(["export", *arguments, "--library", str(library)])


def one_line(output: Output) -> str:
    told = output.readouterr().err
    assert told.count("\n") == 1
    return told


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "PNG"])
def test_the_ending_says_the_format_and_the_picture_opens_again(
    library: Path, tmp_path: Path, ending: str, capsys: Output
) -> None:
    path = tmp_path / f"picture.{ending}"
    assert export(library, OPENING.name, "-o", str(path), *SMALL) == 0
    assert capsys.readouterr().out == f"Wrote {path}: {OPENING.name}, 640x400\n"
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    assert path.read_bytes().startswith(starts[ending.lower()])
    assert read_picture(path, DATASET).scenario == OPENING


def test_all_scenarios_are_written_under_names_of_their_own(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "new" / "pictures"
    assert export(library, "--all", "-o", str(folder), "--format", "svg", *SMALL) == 0
    files = sorted(folder.iterdir())
    assert len(files) == len(DATASET.scenarios) + 2
    assert len({file.name.casefold() for file in files}) == len(files)
    assert {file.suffix for file in files} == {".svg"}
    assert capsys.readouterr().out.count("Wrote ") == len(files)
    names = {read_picture(file, DATASET).scenario.name for file in files}
    assert names == {s.name for s in DATASET.scenarios.values()} | {MINE.name, "my OWN كتلة: a b"}
    assert "my-own-كتلة-a-b-2.svg" in {file.name for file in files}


def test_without_a_format_all_are_png(library: Path, tmp_path: Path) -> None:
    assert export(library, "--all", "-o", str(tmp_path / "all"), "--size", "320x320") == 0
    assert {file.suffix for file in (tmp_path / "all").iterdir()} == {".png"}


def test_the_same_scenario_gives_the_same_files(library: Path, tmp_path: Path) -> None:
    for kind in ("png", "svg", "pdf"):
        for name in ("one", "two"):
            assert export(library, MINE.name, "-o", str(tmp_path / f"{name}.{kind}"), *SMALL) == 0
        one, two = ((tmp_path / f"{name}.{kind}").read_bytes() for name in ("one", "two"))
        assert one == two, kind


def test_privacy_leaves_out_scenario_and_citations_and_keeps_the_description(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    for kind in ("png", "svg", "pdf"):
        path = tmp_path / f"private.{kind}"
        secret = ("-o", str(path), "--without-scenario", "--parts", "network", *SMALL)
        assert export(library, OPENING.name, *secret) == 0
        content = path.read_bytes()
        for private in (b"iraq-explorer\0", b"ina10_sadr", b'"note"', OPENING.note[:40].encode()):
            assert private not in content, (kind, private)
        capsys.readouterr()
        assert main(["show", str(path)]) == 1
        assert "carries no scenario" in one_line(capsys)
    assert QImageReader(str(tmp_path / "private.png")).text("Description")


def test_parts_look_and_ground_can_be_chosen(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "chosen.svg"
    chosen = ("--parts", "board, POWER", "--look", "print", "--transparent")
    assert export(library, OPENING.name, "-o", str(path), *chosen) == 0
    text = " ".join(ElementTree.parse(path).getroot().itertext())
    assert "POWER AND SEATS" in text
    assert "A · State of Law + Sadrists" in text
    assert "Sources:" not in text.partition("]}")[2]
    image = tmp_path / "chosen.png"
    assert export(library, OPENING.name, "-o", str(image), *chosen, *SMALL) == 0
    assert QImage(str(image)).pixelColor(1, 1).alpha() == 0


def test_the_description_lies_beside_the_picture(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "october.pdf"
    assert export(library, OPENING.name, "-o", str(path), "--description") == 0
    told = (tmp_path / "october.pdf.txt").read_text(encoding="utf-8")
    assert told.startswith(alternative_text(OPENING, DATASET))
    assert "Sources: " in told
    assert PdfReader(path).metadata is not None


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "x.png"],
        ["x", "--all", "-o", "folder"],
        ["--all", "-o", "x.png"],
        ["x", "-o", "x"],
        ["x", "-o", "x.png", "--format", "svg"],
        ["x", "-o", "x.png", "--parts", "network,weather"],
        ["x", "-o", "x.png", "--look", "sepia"],
        ["--all", "-o", "folder", "--format", "gif"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Output) -> None:
    assert main(["export", *arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "usage:" in output.err
    assert not Path("x.png").exists()


def test_a_folder_that_cannot_be_made_is_told(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "file").touch()
    assert export(library, "--all", "-o", str(tmp_path / "file" / "folder")) == 1
    assert "cannot be made" in one_line(capsys)


def test_what_cannot_be_read_of_the_library_is_told_and_the_others_are_written(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    with Library.open(library) as opened:
        opened.save(replace(MINE, name="Elsewhere", chamber="bundestag"))
    assert export(library, "--all", "-o", str(tmp_path / "all"), "--size", "320x320") == 1
    assert "bundestag" in one_line(capsys)
    assert len(list((tmp_path / "all").iterdir())) == len(DATASET.scenarios) + 2


# -- show and open ---------------------------------------------------------------------------------


@pytest.fixture
def picture(library: Path, tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    assert export(library, MINE.name, "-o", str(path), *SMALL) == 0
    return path


def test_show_tells_the_scenario_of_a_picture(picture: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert main(["show", str(picture), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["name"] == MINE.name
    assert told["dataset"] == {"id": DATASET.id, "version": DATASET.version}
    assert [entry["id"] for entry in told["citations"]] == list(MINE.sources)
    assert scenario_from_json(told["scenario"]) == MINE
    leading = max(told["coalitions"], key=lambda coalition: coalition["seats"])
    assert (leading["seats"], leading["short"]) == (129, 34)
    assert main(["show", str(picture)]) == 0
    told_text = capsys.readouterr().out
    assert MINE.name in told_text
    assert f"made with version {DATASET.version} of the data" in told_text


@pytest.mark.parametrize("command", ["show", "open"])
def test_a_picture_that_is_damaged_or_missing_is_told_in_one_line(
    command: str, picture: Path, tmp_path: Path, capsys: Output
) -> None:
    capsys.readouterr()
    content = picture.read_bytes()
    (tmp_path / "cut.png").write_bytes(content[:200])
    (tmp_path / "spoilt.png").write_bytes(content.replace(b"State of Law", b"State of Lew"))
    (tmp_path / "letter.png").write_text("Dear all")
    for name, told in (
        ("cut.png", "ends too early"),
        ("spoilt.png", "checksum"),
        ("letter.png", "no png file"),
        ("none.png", "No such file"),
    ):
        assert main([command, str(tmp_path / name)]) == 1
        line = one_line(capsys)
        assert told in line
        assert name in line


def test_open_opens_the_window_on_the_picture(
    library: Path, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path | None, Path]] = []
    monkeypatch.setattr(iraq_explorer.app, "run", lambda begin: seen.append(begin()[:2]) or 0)
    assert main(["open", str(picture), "--library", str(library)]) == 0
    assert seen == [(library, picture)]


def test_open_without_a_display_says_what_works(
    picture: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    capsys.readouterr()
    monkeypatch.setattr(cli_window, "why_no_display", lambda *_: "there is none")
    assert main(["open", str(picture)]) == 1
    assert "show" in one_line(capsys)


def test_every_built_in_scenario_survives_the_way_through_a_picture(
    tmp_path: Path, library: Path
) -> None:
    assert export(library, "--all", "-o", str(tmp_path / "all"), "--format", "svg") == 0
    found = {}
    for file in (tmp_path / "all").iterdir():
        scenario: Scenario = read_picture(file, DATASET).scenario
        found[scenario.name] = scenario
        texts = ElementTree.parse(file).getroot().iter("{http://www.w3.org/2000/svg}text")
        words = " ".join("".join(text.itertext()) for text in texts)
        for coalition in scenario.coalitions:
            assert coalition.name in words
            seats = scenario.seats_of(coalition.id, DATASET.chamber_of(scenario))
            assert re.search(rf"\b{seats}\b", words)
    for scenario in DATASET.scenarios.values():
        assert found[scenario.name] == scenario
