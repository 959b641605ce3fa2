"""Two scenarios beside each other: who moved, and what that does to totals, friction and ties."""

from dataclasses import dataclass
from fractions import Fraction

from iraq_explorer.core.balance import friction
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Tie
from iraq_explorer.core.players import By, game_of, players_of
from iraq_explorer.core.power_index import banzhaf
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Moved:
    """A bloc that is in another coalition."""

    bloc: str
    name: str
    seats: int
    """Seats in the second scenario; in the first where the bloc is only there."""
    before: str | None
    """Name of its coalition in the first scenario; ``None`` where it was in none."""
    after: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A coalition of one of the two scenarios."""

    coalition: Coalition
    verdict: Verdict
    blocs: tuple[str, ...]
    hostile: int
    """Pairs inside it with a hostile tie."""
    friendly: int
    unknown: int
    """Pairs that no tie is recorded of: neither friendly nor hostile."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A list's or faction's share of power in both scenarios, each under its own rule."""

    player: str
    """Id of the list, or of the first bloc of a part of one."""
    name: str
    before: Fraction | None
    """``None`` where there is no such player."""
    after: Fraction | None

    @property
    def change(self) -> Fraction:
        """By how much its share is greater in the second scenario."""
        return (self.after or Fraction(0)) - (self.before or Fraction(0))


@dataclass(frozen=True)
class Comparison:
    """The difference of two scenarios."""

    a: Scenario
    b: Scenario
    same_chamber: bool
    moved: tuple[Moved, ...]
    """Who moved, in the order of the chamber; empty for two chambers, whose blocs are not the
    same."""
    standings: tuple[tuple[Standing, ...], tuple[Standing, ...]]
    power: tuple[Shift, ...]
    """Lists and their parts whose Banzhaf share differs, the greatest difference first."""
    ties_only_a: tuple[Tie, ...]
    """Ties in force in the first scenario only."""
    ties_only_b: tuple[Tie, ...]


def compare(a: Scenario, b: Scenario, dataset: Dataset) -> Comparison:
    """What is different in ``b`` from what is in ``a``."""
    same = a.chamber == b.chamber
    in_a, in_b = _in_force(a, dataset), _in_force(b, dataset)
    return Comparison(
        a,
        b,
        same,
        _moved(a, b, dataset) if same else (),
        (standings(a, dataset), standings(b, dataset)),
        _power(a, b, dataset) if same else (),
        tuple(tie for tie in in_a if tie not in in_b),
        tuple(tie for tie in in_b if tie not in in_a),
    )


def _moved(a: Scenario, b: Scenario, dataset: Dataset) -> tuple[Moved, ...]:
    before, after = dataset.chamber_of(a).bloc_by_id, dataset.chamber_of(b).bloc_by_id
    order = list(dict.fromkeys((*before, *after)))
    renamed = _renamed(a, b, dataset)
    found = []
    for bloc_id in order:
        bloc = after.get(bloc_id) or before[bloc_id]
        was, now = a.coalition_of(bloc_id), b.coalition_of(bloc_id)
        old = a.coalition_by_id[was] if was else None
        new = b.coalition_by_id[now] if now else None
        if _are_same(old, new, renamed):
            continue
        found.append(
            Moved(
                bloc_id,
                bloc.name.en,
                bloc.seats,
                old.name if old else None,
                new.name if new else None,
            )
        )
    return tuple(found)


Pairs = frozenset[tuple[str, str]]
"""Ids of coalitions of the first scenario, each with that of the same one in the second."""


def _renamed(a: Scenario, b: Scenario, dataset: Dataset) -> Pairs:
    """Coalitions that are the same under names that only one of the scenarios knows.

    Scenarios that were made from the same one have the same ids for them; others may give the same
    id to different coalitions. Whoever made them, a coalition with more than half of all seats is
    the government: there can be no two of them, and another name alone makes it no other.
    """
    names_a = {c.name.casefold() for c in a.coalitions}
    names_b = {c.name.casefold() for c in b.coalitions}
    only_a = [held for held in a.coalitions if held.name.casefold() not in names_b]
    only_b = [held for held in b.coalitions if held.name.casefold() not in names_a]
    if a.origin and a.origin == b.origin:
        known = {held.id for held in only_b}
        return frozenset((held.id, held.id) for held in only_a if held.id in known)
    governing = (_governing(a, dataset), _governing(b, dataset))
    if governing[0] in only_a and governing[1] in only_b:
        return frozenset({(governing[0].id, governing[1].id)})
    return frozenset()


def _governing(scenario: Scenario, dataset: Dataset) -> Coalition | None:
    """The coalition with more than half of all seats."""
    chamber = dataset.chamber_of(scenario)
    leading = scenario.leading(chamber)
    if leading is None or 2 * scenario.seats_of(leading.id, chamber) <= chamber.seats:
        return None
    return leading


def _are_same(old: Coalition | None, new: Coalition | None, renamed: Pairs) -> bool:
    if old is None or new is None:
        return old is new
    return old.name.casefold() == new.name.casefold() or (old.id, new.id) in renamed


def continued(a: Scenario, b: Scenario, dataset: Dataset) -> dict[str, str]:
    """By coalition of ``b`` the one of ``a`` that it continues.

    That of the same name, or the one that was renamed; else the one that most of its seats come
    from, as far as no other continues that.
    """
    renamed = _renamed(a, b, dataset)
    found: dict[str, str] = {}
    for new in b.coalitions:
        for old in a.coalitions:
            if old.id not in found.values() and _are_same(old, new, renamed):
                found[new.id] = old.id
                break
    common: dict[tuple[str, str], int] = {}
    for bloc in dataset.chamber_of(b).blocs:
        was, now = a.coalition_of(bloc.id), b.coalition_of(bloc.id)
        if was is not None and now is not None:
            common[now, was] = common.get((now, was), 0) + bloc.seats
    for now, was in sorted(common, key=lambda pair: -common[pair]):
        if now not in found and was not in found.values():
            found[now] = was
    return found


NEVER_FORMED = "never formed"
"""Tag of a built-in scenario of a coalition that was planned and did not come about."""


def what_happened(scenario: Scenario, dataset: Dataset) -> Scenario | None:
    """What really followed in the chamber of a scenario: the next built-in one that came about.

    After the last it is the last itself, as it was; ``None`` where the dataset has none. What was
    only planned did not happen.
    """
    history = sorted(
        (
            held
            for held in dataset.scenarios.values()
            if held.chamber == scenario.chamber and NEVER_FORMED not in held.tags
        ),
        key=lambda held: held.date.latest,
    )
    day = scenario.date.latest
    later = (h for h in history if h.date.latest > day and h.origin != scenario.origin)
    return next(later, history[-1] if history else None)


def standings(scenario: Scenario, dataset: Dataset) -> tuple[Standing, ...]:
    """Every coalition of a scenario with its verdict and its friction."""
    chamber, network = dataset.chamber_of(scenario), dataset.network(scenario)
    verdicts = scenario.verdicts(chamber)
    found = []
    for held in scenario.coalitions:
        blocs = tuple(bloc.id for bloc in scenario.blocs_of(held.id, chamber))
        inside = friction(network, blocs)
        hostile = len(inside.hostile) + len(inside.mixed)
        found.append(
            Standing(
                held,
                verdicts[held.id],
                blocs,
                hostile,
                len(inside.friendly),
                len(inside.unknown),
            )
        )
    return tuple(found)


def _power(a: Scenario, b: Scenario, dataset: Dataset) -> tuple[Shift, ...]:
    before, after = _shares(a, dataset), _shares(b, dataset)
    names = {**before, **after}
    shifts = [
        Shift(
            bloc,
            names[bloc][0],
            before[bloc][1] if bloc in before else None,
            after[bloc][1] if bloc in after else None,
        )
        for bloc in names
    ]
    changed = [shift for shift in shifts if shift.before != shift.after]
    return tuple(sorted(changed, key=lambda shift: -abs(shift.change)))


def _shares(scenario: Scenario, dataset: Dataset) -> dict[str, tuple[str, Fraction]]:
    """Names and Banzhaf shares by id, of the lists as the scenario divides them."""
    chamber = dataset.chamber_of(scenario)
    players = players_of(scenario, chamber, By.FACTION)
    try:
        shares = banzhaf(game_of(scenario, chamber, By.FACTION))
    except ValueError:  # nobody can win: nobody has power
        shares = (Fraction(0),) * len(players)
    return {player.id: (player.name, share) for player, share in zip(players, shares, strict=True)}


def _in_force(scenario: Scenario, dataset: Dataset) -> dict[Tie, None]:
    day = dataset.day_of(scenario)
    return dict.fromkeys(tie for tie in dataset.ties_of(scenario) if tie.period.contains(day))
