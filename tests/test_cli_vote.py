import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from iraq_explorer.cli import main
from iraq_explorer.storage.library import Library
from iraq_explorer.storage.resources import shipped_dataset

ROOT = Path(__file__).resolve().parent.parent
DATASET = shipped_dataset()

Output = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "library.sqlite"
    Library.create(path, DATASET.scenarios.values()).close()
    return str(path)


def answer(capsys: Output, *arguments: str) -> Any:
    assert main(["vote", *arguments, "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return json.loads(told.out)


def test_the_sofa_vote_is_counted_under_every_rule(library: str, capsys: Output) -> None:
    told = answer(capsys, "sofa_2008", "--library", library)
    sums = {key: told[key] for key in ("members", "present", "for", "against", "abstaining")}
    assert sums == {"members": 275, "present": 198, "for": 144, "against": 35, "abstaining": 19}
    assert told["absent"] == 77
    rules = {rule.pop("id"): rule for rule in told["rules"]}
    assert rules["present_majority"] == {"needed": 100, "passes": True, "short": 0, "over": 44}
    assert rules["absolute_majority"] == {"needed": 138, "passes": True, "short": 0, "over": 6}
    assert rules["two_thirds"] == {"needed": 184, "passes": False, "short": 40, "over": 0}
    assert rules["quorum"] == {"needed": 138, "passes": True, "short": 0, "over": 60}
    assert "simulation" not in told
    assert sum(bloc["for"] for bloc in told["blocs"]) == 144
    assert [count["for"] for count in told["recorded"]] == [144, 149, 145]


def test_draws_with_a_seed_can_be_repeated(library: str, capsys: Output) -> None:
    arguments = ("sofa_2008", "--draws", "500", "--seed", "9", "--library", library)
    told = answer(capsys, *arguments)
    assert told["simulation"]["draws"] == 500
    assert told["simulation"]["seed"] == 9
    rules = {rule["id"]: rule for rule in told["simulation"]["rules"]}
    assert rules["present_majority"]["chance"] == 1
    assert rules["two_thirds"]["chance"] == 0
    assert rules["two_thirds"]["standard_error"] == 0
    assert rules["two_thirds"]["interval"][1] > 0
    assert answer(capsys, *arguments) == told


def test_a_scenario_without_a_vote_is_given_one_and_says_so(library: str, capsys: Output) -> None:
    told = answer(capsys, "maliki_sadr_2010", "--library", library)
    assert (told["for"], told["present"], told["tried"]) == (129, 325, False)
    assert main(["vote", "maliki_sadr_2010", "--library", library]) == 0
    text = capsys.readouterr().out
    assert "No vote is tried in this scenario" in text
    assert "fails, 34 short of 163" in text


def test_the_text_shows_the_lines_the_reports_and_what_is_assumed(
    library: str, capsys: Output
) -> None:
    arguments = ["vote", "sofa_2008", "--draws", "100", "--library", library]
    assert main(arguments) == 0
    told = " ".join(capsys.readouterr().out.split())
    for part in (
        "198 present: 144 for, 35 against, 19 abstaining; 77 absent",
        "100 passes, 44 over 100",
        "138 passes, 6 over 138",
        "184 fails, 40 short of 184",
        "also reported 149",
        "also reported 145",
        "Assumed, and given by no source",
        "article 61 (fourth)",
        "100 DRAWS, SEED 1",
        "Nothing is left to chance",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--draws", "0"), "from 1 to"),
        (("--draws", "-3"), "from 1 to"),
        (("--draws", "many"), "from 1 to"),
        (("--draws", "1000000000000"), "from 1 to"),
        (("--draws", "10", "--seed", "-1"), "from 0 up"),
        (("--seed", "4"), "--seed goes with --draws"),
    ],
)
def test_wrong_usage_is_told(
    arguments: tuple[str, ...], why: str, library: str, capsys: Output
) -> None:
    assert main(["vote", "sofa_2008", *arguments, "--library", library]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert why in told.err


def test_an_unknown_scenario_is_answered_with_the_nearest(library: str, capsys: Output) -> None:
    assert main(["vote", "sofa voote", "--library", library]) == 1
    assert "November 2008: the SOFA vote" in capsys.readouterr().err


def test_a_vote_never_loads_qt(library: str) -> None:
    code = (
        "import sys\n"
        "from iraq_explorer.cli import main\n"
        f"assert main(['vote', 'sofa_2008', '--draws', '10', '--library', {library!r}]) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
