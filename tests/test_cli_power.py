import json
import math
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from iraq_explorer.cli import main
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import shipped_dataset

ROOT = Path(__file__).resolve().parent.parent
DATASET = shipped_dataset()
OPENING = DATASET.scenarios[DATASET.opening_scenario]
EEC = ("--quota", "12", "--weights", "4,4,4,2,2,1")

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "library.sqlite"
    Library.create(path, DATASET.scenarios.values()).close()
    return str(path)


def answer(capsys: Output, *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return json.loads(told.out)


def one_line(output: Output) -> str:
    told = output.readouterr()
    assert told.out == ""
    assert told.err.startswith("iraq-explorer")
    assert told.err.count("\n") == 1
    return told.err


# -- power -----------------------------------------------------------------------------------------


def test_power_tells_a_game_in_numbers_as_exact_fractions(capsys: Output) -> None:
    told = answer(capsys, "power", *EEC, "--names", "DE,FR,IT,NL,BE,LU")
    players = told.pop("players")
    assert told == {
        "quota": 12,
        "winning_coalitions": 14,
        "minimal_winning_coalitions": 4,
        "coleman_collectivity": "7/32",
        "notes": {},
    }
    assert [player["name"] for player in players] == ["DE", "FR", "IT", "NL", "BE", "LU"]
    assert players[0] == {
        "name": "DE",
        "weight": 4,
        "swings": 10,
        "banzhaf": "5/21",
        "banzhaf_absolute": "5/16",
        "shapley_shubik": "7/30",
        "deegan_packel": "5/24",
        "holler": "1/5",
        "johnston": "1/4",
        "coleman_prevent": "5/7",
        "coleman_initiate": "1/5",
        "veto": False,
        "dummy": False,
    }
    assert (players[5]["banzhaf"], players[5]["dummy"]) == ("0", True)


def test_a_whole_share_is_written_without_a_fraction(capsys: Output) -> None:
    told = answer(capsys, "power", "--quota", "3", "--weights", "3,1,1")
    assert [player["shapley_shubik"] for player in told["players"]] == ["1", "0", "0"]
    assert [player["veto"] for player in told["players"]] == [True, False, False]


def test_the_players_of_a_scenario_are_the_blocs_under_its_rule(
    library: str, capsys: Output
) -> None:
    chamber = DATASET.chamber_of(OPENING)
    told = answer(capsys, "power", OPENING.name, "--library", library)
    assert told["quota"] == OPENING.quota(chamber)
    assert [(p["name"], p["weight"]) for p in told["players"]] == [
        (bloc.name.en, bloc.seats) for bloc in chamber.blocs
    ]
    assert told["notes"] == {}
    assert sum(Fraction(player["banzhaf"]) for player in told["players"]) == 1


def test_a_scenario_can_be_played_by_list_and_by_coalition(library: str, capsys: Output) -> None:
    more = (*OPENING.name.split(), "--library", library)
    lists = answer(capsys, "power", "--by", "list", *more)["players"]
    power = {player["weight"]: player["banzhaf"] for player in lists}
    assert power[43] == power[8]
    coalitions = answer(capsys, "power", "--by", "coalition", *more)["players"]
    assert coalitions[0]["name"] == OPENING.coalitions[0].name
    assert sum(player["weight"] for player in coalitions) == 325


def test_power_is_told_as_a_table_for_people(capsys: Output) -> None:
    assert main(["power", *EEC, "--names", "DE,FR,IT,NL,BE,LU"]) == 0
    first, _, heading, *lines = capsys.readouterr().out.splitlines()
    assert first == "Quota 12 of 17 seats: 14 winning coalitions, 4 of them minimal"
    assert heading.split()[:5] == ["PLAYER", "SEATS", "SHARE", "BANZHAF", "SHAPLEY"]
    assert lines[0].split()[:5] == ["DE", "4", "23.5%", "23.8%", "23.3%"]
    assert lines[5].endswith("dummy")


def test_what_a_game_is_too_large_for_is_null_with_a_note(capsys: Output) -> None:
    weights = ",".join(str(10**11 + place) for place in range(40))
    told = answer(capsys, "power", "--quota", str(3 * 10**12), "--weights", weights)
    assert told["winning_coalitions"] is None
    assert told["players"][0]["shapley_shubik"] is None
    assert "40 players" in told["notes"]["shapley_shubik"]
    assert main(["power", "--quota", str(3 * 10**12), "--weights", weights]) == 0
    assert "shapley_shubik: 40 players" in capsys.readouterr().out


def test_six_hundred_players_are_told_exactly(capsys: Output) -> None:
    told = answer(capsys, "power", "--quota", "301", "--weights", ",".join(["1"] * 600))
    assert told["minimal_winning_coalitions"] == math.comb(600, 301)
    assert {player["shapley_shubik"] for player in told["players"]} == {"1/600"}


# -- winning ---------------------------------------------------------------------------------------


def test_winning_lists_those_with_fewest_seats_first(capsys: Output) -> None:
    told = answer(capsys, "winning", "--quota", "51", "--weights", "40,30,15,8,7")
    assert told == {
        "count": 5,
        "coalitions": [
            {"players": [1, 2, 4], "seats": 52},
            {"players": [1, 2, 3], "seats": 53},
            {"players": [0, 2], "seats": 55},
            {"players": [0, 3, 4], "seats": 55},
            {"players": [0, 1], "seats": 70},
        ],
    }


def test_the_limit_shortens_the_list_and_not_the_count(library: str, capsys: Output) -> None:
    more = (OPENING.name, "--library", library)
    told = answer(capsys, "winning", *more, "--limit", "7")
    assert len(told["coalitions"]) == 7 < told["count"]
    assert len(answer(capsys, "winning", *more)["coalitions"]) == 500
    assert answer(capsys, "winning", *EEC, "--limit", "0") == {"count": 4, "coalitions": []}


def test_winning_is_told_in_lines_for_people(capsys: Output) -> None:
    arguments = ("--quota", "4", "--weights", "3,2,1", "--names", "A,B,C")
    assert main(["winning", *arguments]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Quota 4 of 6 seats: 2 minimal winning coalitions",
        "",
        "    4  A 3, C 1",
        "    5  A 3, B 2",
    ]
    assert main(["winning", *arguments, "--limit", "1"]) == 0
    assert "2 minimal winning coalitions, the first 1 of them" in capsys.readouterr().out


def test_a_count_that_cannot_be_had_is_null_and_the_list_is_there(capsys: Output) -> None:
    weights = ",".join(str(10**11 + place) for place in range(40))
    told = answer(
        capsys, "winning", "--quota", str(3 * 10**12), "--weights", weights, "--limit", "3"
    )
    assert told["count"] is None
    assert "40 players" in told["notes"]["count"]
    assert len(told["coalitions"]) == 3


# -- refusals --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["power", "winning"])
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--quota", "18", "--weights", "4,4,4"), "all weights together are 12"),
        (("--quota", "0", "--weights", "4,4"), "at least 1"),
        (("--quota", "-3", "--weights", "4,4"), "at least 1"),
        (("--quota", "many", "--weights", "4,4"), "'many' is not a whole number"),
        (("--quota", "5", "--weights", "-4,4,9"), "cannot be negative"),
        (("--quota", "5", "--weights", "4,2.5"), "'2.5' is not a whole number"),
        (("--quota", "5", "--weights", "4,,4"), "'' is not a whole number"),
        (("--quota", "5", "--weights", "4," + "9" * 5000), "300 digits"),
        (("--quota", "5", "--weights", "4,4", "--names", "A,B,C"), "2 weights, but 3 names"),
        (("--quota", "1", "--weights", "0,0"), "all weights together are 0"),
    ],
)
def test_nonsense_is_refused_with_one_line(
    command: str, arguments: tuple[str, ...], why: str, capsys: Output
) -> None:
    assert main([command, *arguments]) == 1
    assert why in one_line(capsys)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "name a scenario"),
        (("--quota", "5"), "both --quota and --weights"),
        (("--weights", "5"), "both --quota and --weights"),
        (("Maliki", "--quota", "5"), "NAME and --quota exclude"),
        (("Maliki", "--names", "A"), "NAME and --names exclude"),
        ((*EEC, "--by", "list"), "--by goes with"),
        ((*EEC, "--library", "file"), "--library goes with"),
    ],
)
def test_wrong_usage_is_told_in_one_line_too(
    arguments: tuple[str, ...], why: str, capsys: Output
) -> None:
    assert main(["power", *arguments]) == 2
    assert why in one_line(capsys)


def test_a_limit_below_nothing_is_wrong_usage(capsys: Output) -> None:
    assert main(["winning", *EEC, "--limit", "-1"]) == 2
    assert "not a whole number from 0 up" in capsys.readouterr().err


@pytest.mark.parametrize("quota", ["7", "8"])
def test_a_quota_at_or_below_half_is_played_with_a_warning(quota: str, capsys: Output) -> None:
    assert main(["power", "--quota", quota, "--weights", "4,4,4,2,2", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["quota"] == int(quota)
    assert told.err.startswith(f"iraq-explorer: warning: the quota {quota} is not above half of 16")
    assert told.err.count("\n") == 1


def test_an_unknown_scenario_is_answered_with_the_nearest(library: str, capsys: Output) -> None:
    assert main(["power", "Malki with Sadr", "--library", library]) == 1
    assert f"“{OPENING.name}”" in one_line(capsys)


def test_a_scenario_whose_quota_nobody_reaches_is_refused(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "own.sqlite"
    Library.create(path, [OPENING.with_quota(400)]).close()
    assert main(["power", OPENING.name, "--library", str(path)]) == 1
    assert "nobody can win: the quota is 400" in one_line(capsys)


def test_power_and_winning_never_load_qt() -> None:
    code = (
        "import sys\n"
        "from iraq_explorer.cli import main\n"
        "for command in ('power', 'winning'):\n"
        f"    assert main([command, *{EEC!r}]) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
