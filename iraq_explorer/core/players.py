"""Who plays in a scenario: its blocs, the electoral lists, or its coalitions as one player each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.voting_game import VotingGame


class By(StrEnum):
    """What a player is."""

    BLOC = "bloc"
    LIST = "list"
    FACTION = "faction"
    """A list, divided where coalitions divide it."""
    COALITION = "coalition"


@dataclass(frozen=True, slots=True)
class Player:
    """One who votes as one: its name and seats, and the blocs behind it."""

    id: str
    name: str
    seats: int
    blocs: tuple[str, ...]


def players_of(scenario: Scenario, chamber: Chamber, by: By = By.BLOC) -> tuple[Player, ...]:
    """The players of a scenario, in the order of the chamber or of its coalitions.

    By coalition, those without blocs are left out, and each bloc in no coalition plays for itself.
    """
    if by is By.BLOC:
        return tuple(map(_alone, chamber.blocs))
    if by is By.LIST:
        return tuple(
            Player(entry.id, entry.name.en, entry.seats, _ids(chamber.blocs_of_list(entry.id)))
            for entry in chamber.lists
        )
    if by is By.FACTION:
        return _factions(scenario, chamber)
    together = (
        Player(c.id, c.name, scenario.seats_of(c.id, chamber), _ids(blocs))
        for c in scenario.coalitions
        if (blocs := scenario.blocs_of(c.id, chamber))
    )
    return (*together, *map(_alone, scenario.blocs_of(None, chamber)))


def _factions(scenario: Scenario, chamber: Chamber) -> tuple[Player, ...]:
    """The lists, each as one player or, where its blocs are not together, as several."""
    found: list[Player] = []
    for entry in chamber.lists:
        groups: dict[str | None, list[Bloc]] = {}
        for bloc in chamber.blocs_of_list(entry.id):
            groups.setdefault(scenario.coalition_of(bloc.id), []).append(bloc)
        for blocs in groups.values():
            name = entry.name.en
            if len(groups) > 1:
                name = ", ".join(bloc.name.label for bloc in blocs)
            seats = sum(bloc.seats for bloc in blocs)
            identity = entry.id if len(groups) == 1 else blocs[0].id
            found.append(Player(identity, name, seats, _ids(blocs)))
    return tuple(found)


def game_of(scenario: Scenario, chamber: Chamber, by: By = By.BLOC) -> VotingGame:
    """The voting game of a scenario under the rule at hand.

    Raises:
        ValueError: nobody can win, for the quota is more than all seats.

    """
    players = players_of(scenario, chamber, by)
    return VotingGame(scenario.quota(chamber), tuple(player.seats for player in players))


def unions_of(scenario: Scenario, chamber: Chamber) -> tuple[str | None, ...]:
    """The coalition of each bloc, as the Owen indices take it."""
    return tuple(scenario.coalition_of(bloc.id) for bloc in chamber.blocs)


def _alone(bloc: Bloc) -> Player:
    return Player(bloc.id, bloc.name.en, bloc.seats, (bloc.id,))


def _ids(blocs: Sequence[Bloc]) -> tuple[str, ...]:
    return tuple(bloc.id for bloc in blocs)
