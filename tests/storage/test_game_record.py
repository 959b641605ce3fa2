"""A game that waits: what is written of it, and who may go on."""

import json
from pathlib import Path

import pytest

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import deal
from iraq_explorer.core.negotiation import Game, begin
from iraq_explorer.core.private_card import DrawnFrom
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.storage.game_record import (
    GameRecord,
    KeptGame,
    waiting_game,
    waiting_games,
)
from iraq_explorer.storage.resources import shipped_dataset

NAMES = ("Reds & Co", "أزرق", "C")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return shipped_dataset()


@pytest.fixture
def game(dataset: Dataset) -> Game:
    scenario = dataset.scenarios["maliki_sadr_2010"]
    hands = deal(dataset.chamber_of(scenario), 3, 5)
    game = begin(scenario, dataset, hands, 5, drawn_from=DrawnFrom.LOT, posts=42, rounds=4)
    game = game.offer(0, (*hands[0], *hands[1]), {0: 40, 1: 2}).answer(0, 1, True)
    game = game.vote(0, {0: Stance.FOR, 1: Stance.AGAINST})
    game = game.offer(2, (*hands[2], *hands[0])).answer(1, 0, False).next_round()
    return game.offer(1, (*hands[1], *hands[2])).withdraw(2)


def test_a_game_comes_back_as_it_was_left(game: Game, dataset: Dataset, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    record = GameRecord(folder)
    assert not waiting_games(folder)
    record.keep(KeptGame(game.next_round(), NAMES, 480, 9), dataset)
    kept = KeptGame(game, NAMES, 480, 33)
    record.keep(kept, dataset)
    assert waiting_game(folder, dataset) is None  # it is on the screen
    record.leave()
    found = waiting_game(folder, dataset)
    assert found is not None
    assert found[0] == kept
    assert found[0].game.cards == game.cards
    found[1].discard()
    assert not waiting_games(folder)


def test_no_card_can_be_read_in_the_file(game: Game, dataset: Dataset, tmp_path: Path) -> None:
    GameRecord(tmp_path).keep(KeptGame(game, NAMES, 0, 0), dataset)
    (path,) = tmp_path.iterdir()
    told = json.loads(path.read_text("utf-8").splitlines()[-1])
    assert "cards" not in told
    assert told["seed"] == 5


def test_a_line_cut_off_loses_nothing_but_itself(
    game: Game, dataset: Dataset, tmp_path: Path
) -> None:
    record = GameRecord(tmp_path)
    record.keep(KeptGame(game, NAMES, 480, 33), dataset)
    record.leave()
    (path,) = tmp_path.iterdir()
    with path.open("ab") as file:
        file.write(b'{"dataset": "ir')
    found = waiting_game(tmp_path, dataset)
    assert found is not None
    assert found[0].game == game


@pytest.mark.parametrize(
    "change",
    [
        {"version": "0"},
        {"round": 9},
        {"names": ["a"]},
        {"hands": [["nobody"]]},
        {"offers": [{"by": 7}]},
        {"divisions": [{"offer": 5, "stances": ["for"]}]},
        {"scenario": None},
    ],
)
def test_what_cannot_be_gone_on_with_is_taken_away(
    game: Game, dataset: Dataset, tmp_path: Path, change: dict[str, object]
) -> None:
    record = GameRecord(tmp_path)
    record.keep(KeptGame(game, NAMES, 480, 33), dataset)
    record.leave()
    (path,) = tmp_path.iterdir()
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(told | change) + "\n", "utf-8")
    assert waiting_game(tmp_path, dataset) is None
    assert not waiting_games(tmp_path)


def test_a_game_on_another_dataset_waits_for_its_own(
    game: Game, dataset: Dataset, tmp_path: Path
) -> None:
    record = GameRecord(tmp_path)
    record.keep(KeptGame(game, NAMES, 480, 33), dataset)
    record.leave()
    (path,) = tmp_path.iterdir()
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(told | {"dataset": "other"}) + "\n", "utf-8")
    assert waiting_game(tmp_path, dataset) is None
    assert waiting_games(tmp_path)
