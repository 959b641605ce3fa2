"""``power`` and ``winning``: the game that was asked for, and what is printed of it."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from textwrap import shorten
from typing import Any

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.players import By, game_of, players_of
from iraq_explorer.core.power_index import INDICES, PowerTable, power_table
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.voting_game import VotingGame

_DIGITS = 300  # of a number that is typed; far more than any seats
_NAME = 48  # letters of a name in the table
_COLUMNS = {
    "banzhaf": "BANZHAF",
    "shapley_shubik": "SHAPLEY",
    "deegan_packel": "DEEGAN-P.",
    "holler": "HOLLER",
    "johnston": "JOHNSTON",
}


@dataclass(frozen=True, slots=True)
class NamedGame:
    """A game, and what its players are called."""

    game: VotingGame
    names: tuple[str, ...]

    @property
    def warning(self) -> str | None:
        """What has to be known of a quota that is not above half."""
        if self.game.proper:
            return None
        return (
            f"warning: the quota {self.game.quota} is not above half of {self.game.total}: "
            "two coalitions with no common member can both win"
        )


def typed_game(quota: str, weights: str, names: str | None) -> NamedGame:
    """The game of the numbers on a command line.

    Raises:
        ValueError: they are no game; the message says what is wrong.

    """
    numbers = tuple(_whole(part, "--weights") for part in weights.split(","))
    game = VotingGame(_whole(quota, "--quota"), numbers)
    if names is None:
        return NamedGame(game, tuple(f"player {place}" for place in range(1, len(numbers) + 1)))
    named = tuple(name.strip() for name in names.split(","))
    if len(named) != len(numbers):
        raise ValueError(f"{len(numbers)} weights, but {len(named)} names")
    return NamedGame(game, named)


def _whole(text: str, option: str) -> int:
    if not re.fullmatch(r"\s*[+-]?[0-9]+\s*", text):
        raise ValueError(f"{option}: {text.strip()!r} is not a whole number")
    if len(text) > _DIGITS:
        raise ValueError(f"{option}: a number of more than {_DIGITS} digits")
    return int(text)


def scenario_game(scenario: Scenario, chamber: Chamber, by: By) -> NamedGame:
    """The game of a scenario under its rule.

    Raises:
        ValueError: nobody can win, for the quota is more than all seats.

    """
    names = tuple(player.name for player in players_of(scenario, chamber, by))
    return NamedGame(game_of(scenario, chamber, by), names)


def answer(named: NamedGame, command: str, as_json: bool, limit: int) -> str:
    """What ``power`` or ``winning`` prints."""
    with _any_number_of_digits():
        if not as_json:
            return power_text(named) if command == "power" else winning_text(named, limit)
        told = power_json(named) if command == "power" else winning_json(named, limit)
        return json.dumps(told, ensure_ascii=False, indent=2)


@contextmanager
def _any_number_of_digits() -> Iterator[None]:
    """Let numbers with thousands of digits be written, as those of very many players have."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


# -- power -----------------------------------------------------------------------------------------


def power_json(named: NamedGame) -> dict[str, Any]:
    """Every index of the game, fractions as text; null with a note where a game is too large."""
    game, table = named.game, power_table(named.game)
    players = []
    for place, (name, weight) in enumerate(zip(named.names, game.weights, strict=True)):
        shares = {index: _text(_at(table, index, place)) for index in INDICES}
        players.append(
            {
                "name": name,
                "weight": weight,
                "swings": None if table.swings is None else table.swings[place],
                **shares,
                "veto": place in game.vetoes,
                "dummy": None if table.dummies is None else place in table.dummies,
            }
        )
    return {
        "quota": game.quota,
        "winning_coalitions": table.winning,
        "minimal_winning_coalitions": table.minimal_winning,
        "coleman_collectivity": _text(table.collectivity),
        "players": players,
        "notes": dict(table.notes),
    }


def power_text(named: NamedGame) -> str:
    """The usual indices of the game in per cent, beside the share of the seats."""
    game, table = named.game, power_table(named.game)
    rows = [["PLAYER", "SEATS", "SHARE", *_COLUMNS.values(), ""]]
    for place, (name, weight) in enumerate(zip(named.names, game.weights, strict=True)):
        shares = [_percent(_at(table, index, place)) for index in _COLUMNS]
        told = _standing(game, table, place)
        name = shorten(name, _NAME, placeholder="…")
        rows.append([name, str(weight), _percent(Fraction(weight, game.total)), *shares, told])
    lines = [
        f"Quota {game.quota} of {game.total} seats: {_counted(table.winning)} winning coalitions, "
        f"{_counted(table.minimal_winning)} of them minimal",
        "",
        *_aligned(rows),
    ]
    if table.notes:
        lines += ["", *(f"{name}: {reason}" for name, reason in table.notes.items())]
    return "\n".join(lines)


def _at(table: PowerTable, index: str, place: int) -> Fraction | None:
    shares = table.shares[index]
    return None if shares is None else shares[place]


def _text(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _percent(share: Fraction | None) -> str:
    """One decimal, rounded exactly: a share of 10,000 players has no float."""
    if share is None:
        return "-"
    tenths = round(share * 1000)
    return f"{tenths // 10}.{tenths % 10}%"


def _counted(number: int | None) -> str:
    if number is None:
        return "uncounted"
    return f"{number:,}" if number < 10**15 else f"about 10^{len(str(number)) - 1}"


def _standing(game: VotingGame, table: PowerTable, place: int) -> str:
    if place == game.dictator:
        return "dictator"
    if place in game.vetoes:
        return "veto"
    return "dummy" if table.dummies is not None and place in table.dummies else ""


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Names to the left, numbers to the right, the last column as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for name, *numbers, last in rows:
        cells = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
        lines.append("  ".join([name.ljust(widths[0]), *cells, last]).rstrip())
    return lines


# -- winning ---------------------------------------------------------------------------------------


def winning_json(named: NamedGame, limit: int) -> dict[str, Any]:
    """How many minimal winning coalitions there are, and the first of them."""
    game = named.game
    count, note = _count(game)
    told: dict[str, Any] = {
        "count": count,
        "coalitions": [
            {"players": list(members), "seats": game.seats(members)}
            for members in islice(game.minimal_winning(), limit)
        ],
    }
    return told if note is None else told | {"notes": {"count": note}}


def winning_text(named: NamedGame, limit: int) -> str:
    """The first minimal winning coalitions, a line each."""
    game = named.game
    count, note = _count(game)
    lines = []
    for members in islice(game.minimal_winning(), limit):
        told = ", ".join(f"{named.names[p]} {game.weights[p]}" for p in members)
        lines.append(f"{game.seats(members):>5}  {told}")
    some = "" if count == len(lines) else f", the first {len(lines):,} of them"
    noun = "coalition" if count == 1 else "coalitions"
    heading = (
        f"Quota {game.quota} of {game.total} seats: {_counted(count)} minimal winning {noun}{some}"
    )
    return "\n".join([heading, *([note] if note else []), *([""] if lines else []), *lines])


def _count(game: VotingGame) -> tuple[int | None, str | None]:
    try:
        return game.minimal_winning_count, None
    except TooMuchWorkError as reason:
        return None, str(reason)
