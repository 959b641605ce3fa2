import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import iraq_explorer
from iraq_explorer import cli_commands, cli_library, cli_output, cli_window, cli_words, display
from iraq_explorer.cli import main
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.places import Chosen, LibraryPlace, library_place, user_data_folder
from iraq_explorer.storage.resources import checkout_folder, shipped_dataset

ROOT = Path(__file__).resolve().parent.parent
DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
MINE = replace(OPENING, name="My own كتلة", origin="", tags=("mine",))

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.create(path, DATASET.scenarios.values()) as made:
        made.save(MINE)
    return path


@pytest.fixture
def no_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_library, "checkout_folder", lambda: None)


def run(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it, with no display unless ``env`` says so."""
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return subprocess.run(
        [sys.executable, "-m", "iraq_explorer", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def one_line(output: Output) -> str:
    """What was told on stderr, which has to be one line."""
    told = output.readouterr().err
    assert told.startswith("iraq-explorer: ")
    assert told.endswith("\n")
    assert told.count("\n") == 1
    return told


# -- list ----------------------------------------------------------------------------------------


def test_list_shows_each_scenario_in_columns(library: Path, capsys: Output) -> None:
    assert main(["list", "--library", str(library)]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading.split() == ["NAME", "DATE", "CHAMBER", "VERDICT"]
    assert len(lines) == len(DATASET.scenarios) + 1
    at = heading.index("VERDICT")
    assert {line[at - 1] for line in lines} == {" "}
    assert any(line.startswith(OPENING.name) and "34 short of 163" in line for line in lines)


def test_list_as_json_is_an_array_of_objects(library: Path, capsys: Output) -> None:
    assert main(["list", "--json", "--library", str(library)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == [
        *(scenario.name for scenario in DATASET.scenarios.values()),
        MINE.name,
    ]
    for row in rows:
        assert {"name", "date", "chamber", "verdict"} <= row.keys()
        assert row["chamber"] in DATASET.chambers


def test_reading_leaves_the_library_as_it_was(library: Path, capsys: Output) -> None:
    before = library.read_bytes()
    for command in (["list"], ["show", OPENING.name], ["list", "--json"]):
        assert main([*command, "--library", str(library)]) == 0
    assert library.read_bytes() == before
    assert [file.name for file in library.parent.iterdir()] == [library.name]


def test_a_scenario_of_an_unknown_chamber_is_told_and_the_others_are_listed(
    library: Path, capsys: Output
) -> None:
    with Library.open(library) as opened:
        opened.save(replace(MINE, name="Elsewhere", chamber="bundestag"))
        opened.save(replace(MINE, name="No rule", rule="coin"))
        opened.save(replace(MINE, name="No bloc", membership={"fdp": MINE.coalitions[0].id}))
    assert main(["list", "--json", "--library", str(library)]) == 1
    output = capsys.readouterr()
    assert len(json.loads(output.out)) == len(DATASET.scenarios) + 1
    told = output.err.splitlines()
    assert [("bundestag" in told[0]), ("coin" in told[1]), ("fdp" in told[2])] == [True] * 3


@pytest.mark.parametrize("command", [["list"], ["show", OPENING.name], ["list", "--json"]])
def test_reading_commands_do_not_load_qt(library: Path, command: list[str]) -> None:
    script = (
        "import sys; from iraq_explorer.cli import main; code = main(sys.argv[1:]);"
        "loaded = {'PySide6', 'sqlite_utils', 'numpy', 'networkx'} & set(sys.modules);"
        "sys.exit(str(loaded) if loaded else code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *command, "--library", str(library)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_locale(library: Path, tmp_path: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = run("list", "--library", str(library), cwd=tmp_path, env=env)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert MINE.name in ended.stdout


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_reader_that_leaves_early_is_no_trouble(library: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ended = subprocess.run(
            [sys.executable, "-m", "iraq_explorer", "list", "--library", str(library)],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (0, b"")


# -- show ----------------------------------------------------------------------------------------


def test_show_as_json_has_the_promised_shape(library: Path, capsys: Output) -> None:
    assert main(["show", OPENING.name, "--json", "--library", str(library)]) == 0
    told = json.loads(capsys.readouterr().out)
    chamber = DATASET.chamber_of(OPENING)
    assert told["name"] == OPENING.name
    assert told["date"] == "2010-10-01"
    assert told["chamber"] == {"id": chamber.id, "name": chamber.name.en, "seats": 325}
    assert told["rule"] == {"id": OPENING.rule, "quota": 163}
    for coalition in told["coalitions"]:
        assert {"name", "seats", "short", "over", "blocs"} <= coalition.keys()
        assert coalition["seats"] == sum(bloc["seats"] for bloc in coalition["blocs"])
        assert all({"id", "name", "seats"} <= bloc.keys() for bloc in coalition["blocs"])
    leading = max(told["coalitions"], key=lambda coalition: coalition["seats"])
    assert (leading["seats"], leading["short"], leading["over"]) == (129, 34, 0)
    seats = sum(coalition["seats"] for coalition in told["coalitions"])
    assert told["unaligned"]["seats"] + seats == 325


def test_show_tells_totals_with_the_range_that_sources_give(library: Path, capsys: Output) -> None:
    assert main(["show", OPENING.name, "--library", str(library)]) == 0
    told = capsys.readouterr().out
    assert "129 seats, 34 short of 163 (sources say 128 to 129)" in told
    assert main(["show", "after Basra", "--library", str(library)]) == 0
    told = capsys.readouterr().out
    assert "(sources say 134 to 138, which leaves it open)" in told
    assert main(["show", OPENING.name, "--json", "--library", str(library)]) == 0
    coalitions = json.loads(capsys.readouterr().out)["coalitions"]
    assert coalitions[0]["seats_range"] == [128, 129]
    assert main(["list", "--json", "--library", str(library)]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows[OPENING.name]["seats_range"] == [128, 129]
    assert "seats_range" not in rows["May 2006: first Maliki cabinet"]


@pytest.mark.parametrize("scenario", DATASET.scenarios.values(), ids=lambda s: s.origin)
def test_show_tells_every_built_in_scenario_in_full(
    library: Path, capsys: Output, scenario: Scenario
) -> None:
    assert main(["show", scenario.origin, "--library", str(library)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    chamber = DATASET.chamber_of(scenario)
    for text in (scenario.name, str(scenario.date), " ".join(scenario.note.split())):
        assert text in told
    for coalition in scenario.coalitions:
        verdict = scenario.verdict(coalition.id, chamber)
        assert f"{coalition.name}: {verdict.seats} seat" in told
        assert str(verdict) in told
    for bloc in chamber.blocs:
        assert f"{bloc.seats} {bloc.name.en}" in told
        if bloc.disputed:
            assert f"sources say {bloc.seats_low} to {bloc.seats_high}" in told
    for rule in chamber.rules:
        assert rule.name in told
    for source in scenario.sources:
        assert " ".join(DATASET.sources[source].title.split()) in told


def test_a_recorded_vote_is_told_with_the_other_figures(library: Path, capsys: Output) -> None:
    (scenario,) = (s for s in DATASET.scenarios.values() if s.vote)
    assert scenario.vote is not None
    assert main(["show", scenario.name, "--library", str(library)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "144 for" in told
    assert "198 present" in told
    assert scenario.vote.reports
    for report in scenario.vote.reports:
        assert f"also reported: {report.in_favour} for" in told


@pytest.mark.parametrize(
    "name",
    [OPENING.name, OPENING.name.upper(), OPENING.name[:-3], OPENING.origin, "maliki with sadr"],
)
def test_a_scenario_is_found_by_name_beginning_words_or_id(
    library: Path, capsys: Output, name: str
) -> None:
    assert main(["show", name, "--json", "--library", str(library)]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == OPENING.name


def test_a_name_needs_no_quotes(library: Path, capsys: Output) -> None:
    assert main(["show", *OPENING.name.split(), "--json", "--library", str(library)]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == OPENING.name


def test_an_unknown_name_answers_with_the_nearest(library: Path, capsys: Output) -> None:
    wrong = OPENING.name.replace("l", "ll", 1).replace("S", "Z", 1)
    assert main(["show", wrong, "--library", str(library)]) == 1
    told = one_line(capsys)
    assert repr(wrong) in told
    assert f"“{OPENING.name}”" in told
    (far,) = (scenario for scenario in DATASET.scenarios.values() if "Allawi" in scenario.name)
    assert main(["show", "alawi", "--library", str(library)]) == 1
    assert f"the nearest: “{far.name}”" in one_line(capsys)


def test_an_empty_library_has_no_nearest_name(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "empty.sqlite"
    Library.create(path, ()).close()
    assert main(["show", "any", "--library", str(path)]) == 1
    assert "the library is empty" in one_line(capsys)
    assert main(["list", "--json", "--library", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_beginning_of_several_names_answers_with_those(library: Path, capsys: Output) -> None:
    with Library.open(library) as opened:
        opened.save(replace(MINE, name="My other"))
    assert main(["show", "my", "--library", str(library)]) == 1
    told = one_line(capsys)
    assert f"“{MINE.name}”" in told
    assert "“My other”" in told


# -- usage and trouble ---------------------------------------------------------------------------


def test_version_and_help_are_told(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"iraq-explorer {iraq_explorer.__version__}\n"
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for word in (*cli_words.COMMANDS, "IRAQ_EXPLORER_LIBRARY", "./list"):
        assert word in told
    for command in cli_words.COMMANDS:
        assert main([command, "--help"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["list", "surplus"],
        ["show"],
        ["export", "x"],
        ["export", "x", "-o", "x.jpg"],
        ["export", "x", "-o", "x.png", "--size", "big"],
        ["export", "x", "-o", "x.png", "--size", "10x10"],
        ["export", "x", "-o", "x.png", "--size", "99999x99999"],
        ["one.sqlite", "two.sqlite"],
        ["one.sqlite", "--library", "two.sqlite"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: Output) -> None:
    assert main(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "usage:" in output.err


def test_a_missing_library_is_told_with_the_way_to_make_one(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "none.sqlite"
    assert main(["list", "--library", str(path)]) == 1
    told = one_line(capsys)
    assert str(path) in told
    assert "build-library" in told
    assert not path.exists()


def test_a_mistyped_command_is_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lists"]) == 1
    assert "did you mean “iraq-explorer list”" in one_line(capsys)


def test_a_file_that_is_no_library_is_told(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all")
    for arguments in (["list", "--library", str(path)], [str(path)]):
        assert main(arguments) == 1
        assert "letter.txt: is not a scenario library" in one_line(capsys)


# -- which library -------------------------------------------------------------------------------


def test_the_argument_goes_before_the_variable_and_the_checkout(tmp_path: Path) -> None:
    (tmp_path / "scenarios.sqlite").touch()
    environ = {"IRAQ_EXPLORER_LIBRARY": "/from/variable", "XDG_DATA_HOME": "/data"}
    named = library_place(Path("a"), environ, tmp_path, "linux", tmp_path)
    assert named == LibraryPlace(Path("a"), Chosen.ARGUMENT)
    named = library_place(None, environ, tmp_path, "linux", tmp_path)
    assert named == LibraryPlace(Path("/from/variable"), Chosen.VARIABLE)
    environ["IRAQ_EXPLORER_LIBRARY"] = ""
    named = library_place(None, environ, tmp_path, "linux", tmp_path)
    assert named == LibraryPlace(tmp_path / "scenarios.sqlite", Chosen.CHECKOUT)
    for checkout in (None, tmp_path / "without"):
        named = library_place(None, environ, checkout, "linux", tmp_path)
        assert named == LibraryPlace(Path("/data/iraq-explorer/scenarios.sqlite"), Chosen.USER)


def test_each_system_has_its_data_folder() -> None:
    home = Path("/home/me")
    assert user_data_folder({}, "linux", home) == home / ".local" / "share"
    assert user_data_folder({"XDG_DATA_HOME": "relative"}, "linux", home) == home / ".local/share"
    assert user_data_folder({}, "darwin", home) == home / "Library" / "Application Support"
    assert user_data_folder({"APPDATA": "/roaming"}, "win32", home) == Path("/roaming")
    assert user_data_folder({}, "win32", home) == home / "AppData" / "Roaming"


def test_the_variable_names_the_library(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("IRAQ_EXPLORER_LIBRARY", str(library))
    assert main(["list"]) == 0
    assert MINE.name in capsys.readouterr().out
    monkeypatch.setenv("IRAQ_EXPLORER_LIBRARY", str(library) + "x")
    assert main(["list"]) == 1
    assert "IRAQ_EXPLORER_LIBRARY names it" in one_line(capsys)


def test_run_from_a_checkout_its_library_is_read(capsys: Output) -> None:
    assert checkout_folder() == ROOT
    assert main(["list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(DATASET.scenarios)


@pytest.mark.usefixtures("no_checkout")
def test_the_first_start_makes_the_users_library(own_home: Path, capsys: Output) -> None:
    path = own_home / ".local" / "share" / "iraq-explorer" / "scenarios.sqlite"
    if sys.platform != "linux":
        pytest.skip("the folder of Linux")
    for _ in range(2):
        assert main(["list", "--json"]) == 0
        output = capsys.readouterr()
        assert output.err == ""
        assert len(json.loads(output.out)) == len(DATASET.scenarios)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    path.write_text("spoilt")
    assert main(["list"]) == 1
    assert "Move the file away" in one_line(capsys)


@pytest.mark.usefixtures("no_checkout")
def test_a_home_that_cannot_be_written_is_told_and_the_built_in_scenarios_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    (tmp_path / "file").touch()  # a folder cannot be made inside a file, not even by root
    for variable in ("XDG_DATA_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "file" / "data"))
    assert main(["list", "--json"]) == 0
    output = capsys.readouterr()
    assert len(json.loads(output.out)) == len(DATASET.scenarios)
    assert output.err.count("\n") == 1
    assert "cannot be made" in output.err
    assert "IRAQ_EXPLORER_LIBRARY" in output.err


# -- the window ----------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The libraries that a window was opened on, instead of opening it."""
    import iraq_explorer.app

    seen: list[Path | None] = []
    monkeypatch.setattr(iraq_explorer.app, "run", lambda begin: seen.append(begin().library) or 0)
    return seen


def test_without_a_command_the_window_opens_on_the_library(
    library: Path, opened: list[Path | None]
) -> None:
    assert main([str(library)]) == 0
    assert main(["--library", str(library)]) == 0
    assert opened == [library, library]


def test_a_library_named_like_a_command_is_written_with_its_folder(
    library: Path, opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    shutil.copy(library, "list")
    assert main(["./list"]) == 0
    assert opened == [Path("list")]


@pytest.mark.usefixtures("no_checkout")
def test_the_window_opens_even_where_the_home_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[Path | None]
) -> None:
    (tmp_path / "file").touch()
    for variable in ("XDG_DATA_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "file" / "data"))
    assert main([]) == 0
    assert opened == [None]


def test_a_display_is_looked_for_on_linux_only() -> None:
    assert display.has_display({}, "win32")
    assert display.has_display({}, "darwin")
    assert not display.has_display({}, "linux")
    assert display.has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_a_display_that_does_not_answer_is_none(tmp_path: Path) -> None:
    dead = {"DISPLAY": ":7654", "WAYLAND_DISPLAY": "no", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not display.has_display(dead, "linux")
    assert "DISPLAY=:7654" in (display.why_no_display(dead, "linux") or "")
    assert not display.has_display({"DISPLAY": "nonsense"}, "linux")
    for text in (":7654", "nonsense", "unix:7654", "/no/such:0"):
        assert not display._x_socket_answers(text)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs sockets in the file system")
def test_a_wayland_display_that_answers_is_one(tmp_path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        environ = {"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display.has_display(environ, "linux")


def test_a_system_library_that_qt_lacks_is_told_with_the_packages(
    library: Path, opened: list[Path | None], monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def missing(module: str) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(cli_window.importlib, "import_module", missing)
    assert main([str(library)]) == 1
    told = one_line(capsys)
    assert "libEGL.so.1" in told
    assert "apt-get install libglib2.0-0" in told
    assert opened == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have a display")
@pytest.mark.parametrize("env", [{}, {"DISPLAY": ":7654"}])
def test_without_a_display_the_main_job_is_shown_in_text_and_picture(
    library: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    ended = run(str(library), cwd=folder, env=env)
    assert (ended.returncode, ended.stderr) == (0, "")
    first, *rest = ended.stdout.splitlines()
    assert first.startswith("No display: ")
    assert (env.get("DISPLAY") or "neither") in first
    text = "\n".join(rest)
    assert "129 seats, 34 short of 163" in text
    for command in ("iraq-explorer list", "iraq-explorer show", "iraq-explorer export"):
        assert command in text
    (picture,) = folder.iterdir()
    assert picture.name == f"iraq-explorer-{cli_output.slug(OPENING.name)}.png"
    assert str(picture) in text
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have a display")
def test_without_a_display_and_a_folder_to_write_to_the_picture_goes_to_a_temporary_one(
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Output,
) -> None:
    here = tmp_path / "here"
    (here / f"iraq-explorer-{cli_output.slug(OPENING.name)}.png").mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(cli_commands.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    assert main([str(library)]) == 0
    picture = tmp_path / f"iraq-explorer-{cli_output.slug(OPENING.name)}.png"
    assert str(picture) in capsys.readouterr().out
    assert picture.is_file()


# -- export --------------------------------------------------------------------------------------


def test_export_writes_a_picture_of_the_size_asked_for(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    name = MINE.name
    ended = run(
        "export", name, "-o", str(path), "--size", "800x500", f"--library={library}", cwd=ROOT
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(path) in ended.stdout
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (800, 500)


def test_sizes_have_names(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(
        cli_commands, "_draw", lambda scenario, dataset, path, size: asked.append(size)
    )
    output = ["-o", str(tmp_path / "x.png"), "--library", str(library)]
    for size in ("screen", "1080p", "4K", "a4", "640X480"):
        assert main(["export", OPENING.name, *output, "--size", size]) == 0
    assert main(["export", OPENING.name, *output]) == 0
    assert asked == [
        (1280, 800),
        (1920, 1080),
        (3840, 2160),
        (3508, 2480),
        (640, 480),
        (1920, 1080),
    ]


def test_the_window_and_the_command_line_offer_the_same_sizes() -> None:
    from iraq_explorer.ui import snapshot

    assert cli_commands.SIZES == snapshot.SIZES


def test_a_picture_that_cannot_be_written_is_told(
    library: Path, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "nowhere" / "x.png"
    assert main(["export", OPENING.name, "-o", str(path), "--library", str(library)]) == 1
    assert str(path) in one_line(capsys)
    assert not path.parent.exists()
