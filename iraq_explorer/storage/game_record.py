"""A game of negotiation that waits for its players, kept in the user's folder of state.

Each window writes a record of its own, ``negotiate.4711-1.game``, a line of JSON for each state;
the last whole line counts. The file is locked as long as its game is on the screen; one that can be
locked waits. Cards are not in it: they are drawn again by the number that they were drawn by, so
that nobody reads another group's card in a file.
"""

import contextlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.negotiation import Game, Offer, begin
from iraq_explorer.core.private_card import DrawnFrom
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.storage.locked_file import LockedFile
from iraq_explorer.storage.scenario_json import scenario_from_json, scenario_to_json

_NAME, _SUFFIX = "negotiate", ".game"
_LARGEST = 4 << 20
_FULL = 1 << 20
"""Bytes after which a record is begun anew."""


@dataclass(frozen=True, slots=True)
class KeptGame:
    """A game as it was left."""

    game: Game
    names: tuple[str, ...]
    """What the groups are called."""
    seconds: int
    """Length of a round; 0 where it is played without a clock."""
    left: int
    """Seconds left of this round."""


class GameRecord:
    """The record of one game."""

    def __init__(self, folder: Path, file: LockedFile | None = None) -> None:
        """Prepare a record; nothing is written before the first state.

        Args:
            folder: where it goes; need not be there.
            file: that of a game that is gone on with.

        """
        self._folder, self._file = folder, file

    def keep(self, kept: KeptGame, dataset: Dataset) -> None:
        """Keep a state of the game.

        Raises:
            OSError: it cannot be written; the state before is kept.

        """
        line = json.dumps(_to_json(kept, dataset), ensure_ascii=False).encode() + b"\n"
        former = self._file
        if former is not None and former.is_there() and former.size() < _FULL:
            former.append(line)
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = LockedFile.begin(self._folder, _NAME, _SUFFIX)
        try:
            fresh.append(line)
        except OSError:
            fresh.remove()
            raise
        self._file = fresh
        if former is not None:
            former.remove()

    def leave(self) -> None:
        """Let go of it, so that the game can be gone on with."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def discard(self) -> None:
        """Take it away: nobody wants to go on."""
        if self._file is not None:
            self._file.remove()
            self._file = None


def waiting_games(folder: Path) -> bool:
    """Whether any game waits, without reading it; one on the screen of another window may count."""
    try:
        return any(folder.glob(f"{_NAME}.*{_SUFFIX}"))
    except OSError:
        return False


def waiting_game(folder: Path, dataset: Dataset) -> tuple[KeptGame, GameRecord] | None:
    """The game on a dataset that was left last, with its record, which this window has now.

    A game on another edition of the dataset is taken away: its cards would be others. One that
    cannot be read is taken away too.
    """
    with contextlib.suppress(OSError):
        paths = sorted(folder.glob(f"{_NAME}.*{_SUFFIX}"), key=lambda path: -path.stat().st_mtime)
        for path in paths:
            try:
                file = LockedFile.open(path)
            except OSError:  # it is on the screen of another window
                continue
            try:
                lines = file.read(_LARGEST).split(b"\n")[:-1]
                told = json.loads(lines[-1])
                if told["dataset"] != dataset.id:
                    file.close()
                    continue
                kept = _from_json(told, dataset)
            except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
                file.remove()
                continue
            return kept, GameRecord(folder, file)
    return None


# -- the form ------------------------------------------------------------------------------------


def _to_json(kept: KeptGame, dataset: Dataset) -> dict[str, Any]:
    game = kept.game
    return {
        "dataset": dataset.id,
        "version": dataset.version,
        "names": list(kept.names),
        "seconds": kept.seconds,
        "left": kept.left,
        "scenario": scenario_to_json(game.scenario),
        "hands": [list(own) for own in game.hands],
        "seed": game.seed,
        "drawn_from": game.drawn_from.value,
        "posts": game.posts,
        "rounds": game.rounds,
        "round": game.round,
        "ended": game.ended,
        "offers": [_offer_to_json(offer) for offer in game.offers],
        "divisions": [
            {"offer": d.offer, "stances": [d.stances[group].value for group in game.groups]}
            for d in game.divisions
        ],
    }


def _offer_to_json(offer: Offer) -> dict[str, Any]:
    return {
        "by": offer.by,
        "blocs": list(offer.blocs),
        "round": offer.round,
        "posts": {str(group): count for group, count in offer.posts.items()},
        "answers": {str(group): accepts for group, accepts in offer.answers.items()},
        "withdrawn": offer.withdrawn,
    }


def _from_json(told: dict[str, Any], dataset: Dataset) -> KeptGame:
    if told["version"] != dataset.version:
        raise ValueError("the game is on another edition of the dataset")
    hands = tuple(tuple(map(str, own)) for own in told["hands"])
    game = begin(
        scenario_from_json(told["scenario"]),
        dataset,
        hands,
        int(told["seed"]),
        drawn_from=DrawnFrom(told["drawn_from"]),
        posts=int(told["posts"]),
        rounds=int(told["rounds"]),
    )
    offers = tuple(_offer(number, offer, game) for number, offer in enumerate(told["offers"]))
    game = replace(game, round=int(told["round"]), ended=bool(told["ended"]), offers=offers)
    divisions = tuple(
        game.counted(int(d["offer"]), dict(enumerate(map(Stance, d["stances"]))))
        for d in told["divisions"]
    )
    names = tuple(map(str, told["names"]))
    sound = (
        len(names) == len(hands)
        and 1 <= game.round <= game.rounds
        and all(0 <= division.offer < len(offers) for division in divisions)
    )
    if not sound:
        raise ValueError("the game does not hold together")
    game = replace(game, divisions=divisions)
    return KeptGame(game, names, max(0, int(told["seconds"])), max(0, int(told["left"])))


def _offer(number: int, told: dict[str, Any], game: Game) -> Offer:
    offer = Offer(
        number,
        int(told["by"]),
        tuple(map(str, told["blocs"])),
        int(told["round"]),
        {int(group): int(count) for group, count in told["posts"].items()},
        {int(group): bool(accepts) for group, accepts in told["answers"].items()},
        bool(told["withdrawn"]),
    )
    groups = {offer.by, *offer.posts, *offer.answers, *game.partners(offer)}
    if not groups <= set(game.groups):
        raise ValueError("an offer names a group that does not play")
    return offer
