"""What comes of a game of negotiation: a scenario of it, and what followed in history."""

from dataclasses import dataclass, replace

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import owner_of
from iraq_explorer.core.negotiation import Game
from iraq_explorer.core.roll_call import Conduct, RollCall
from iraq_explorer.core.scenario import Coalition, Scenario


def agreed_scenario(game: Game, name: str, government: str, question: str, note: str) -> Scenario:
    """What the groups came to as a scenario, with the vote that they took.

    Args:
        game: with a government.
        name: of the scenario.
        government: name of its coalition.
        question: what was voted on.
        note: what the scenario is about.

    Raises:
        ValueError: there is no government.

    """
    held = game.government
    if held is None:
        raise ValueError("there is no government")
    division = next(d for d in game.divisions if d.offer == held.number)
    conducts = {
        bloc: Conduct(division.stances[owner_of(game.hands, bloc)])
        for bloc in game.chamber.bloc_by_id
    }
    return replace(
        game.scenario.with_present(None),
        name=name,
        coalitions=(Coalition("c1", government, 0),),
        membership=dict.fromkeys(held.blocs, "c1"),
        placements={},
        note=note,
        tags=(),
        sources=(),
        vote=None,
        roll_call=RollCall(question, conducts),
        origin="",
    )


def what_followed(scenario: Scenario, dataset: Dataset) -> Scenario | None:
    """The built-in scenario of the government that followed, or else of what followed at all.

    Where nothing is known to follow, it is the last government of the chamber.
    """
    known = sorted(
        (s for s in dataset.scenarios.values() if s.chamber == scenario.chamber),
        key=lambda s: s.date.latest,
    )
    real = [s for s in known if "never formed" not in s.tags and s.origin != scenario.origin]
    later = [s for s in real if s.date.latest > scenario.date.latest]
    for choice in (
        (s for s in later if "government" in s.tags),
        later,
        (s for s in reversed(real) if "government" in s.tags),
        reversed(real),
    ):
        found = next(iter(choice), None)
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Contrast:
    """The government of a game beside one of history, by bloc."""

    both: tuple[str, ...]
    only_game: tuple[str, ...]
    only_history: tuple[str, ...]


def contrast(game: Game, history: Scenario, dataset: Dataset) -> Contrast:
    """Who governs in both, only in the game, and only in history.

    Blocs that only one of the two knows, because it splits them, are told as they are.
    """
    chamber = dataset.chamber_of(history)
    leading = history.leading(chamber)
    there = [b.id for b in history.blocs_of(leading.id, chamber)] if leading else []
    here = game.government.blocs if game.government else ()
    return Contrast(
        tuple(b for b in here if b in there),
        tuple(b for b in here if b not in there),
        tuple(b for b in there if b not in here),
    )
