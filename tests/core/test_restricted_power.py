"""Power on the coalitions that constraints allow, against looking at every coalition."""

from collections.abc import Callable
from fractions import Fraction
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraq_explorer.core.allowed_coalitions import minimal_within
from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.limits import Limits, limits_of
from iraq_explorer.core.players import By, Player, players_of
from iraq_explorer.core.power_index import INDICES, Shares
from iraq_explorer.core.restricted_power import RESTRICTED, RestrictedGame
from iraq_explorer.core.voting_game import VotingGame
from iraq_explorer.storage.resources import shipped_dataset
from tests.core.slow_twin import SlowGame
from tests.core.test_voting_game import games

APART, ONLY_WITH = ConstraintKind.APART, ConstraintKind.ONLY_WITH
REQUIRED, LEADS = ConstraintKind.REQUIRED, ConstraintKind.LEADS

Case = tuple[tuple[Player, ...], int, tuple[Constraint, ...], dict[str, int]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to seven players of one or several blocs, a quota, and constraints of every kind."""
    held = draw(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3), max_size=7))
    held = [*held, [draw(st.integers(1, 9))]]
    seats = {f"{p}.{k}": n for p, each in enumerate(held) for k, n in enumerate(each)}
    players = tuple(
        Player(str(p), str(p), sum(each), tuple(f"{p}.{k}" for k in range(len(each))))
        for p, each in enumerate(held)
    )
    names = st.sampled_from(sorted(seats))
    constraints = []
    for kind in draw(st.lists(st.sampled_from(list(ConstraintKind)), max_size=6)):
        bloc, other = draw(names), draw(names)
        if kind.of_two and bloc != other:
            constraints.append(Constraint(kind, bloc, other))
        elif not kind.of_two:
            constraints.append(Constraint(kind, bloc))
    quota = draw(st.integers(1, sum(seats.values())))
    return players, quota, tuple(constraints), seats


class SlowTwin(SlowGame):
    """Every set of players whose blocs together win and keep every constraint."""

    def __init__(self, case: Case) -> None:
        players, quota, constraints, seats = case

        def counts(members: object) -> bool:
            blocs = {b for p in members for b in players[p].blocs}  # type: ignore[attr-defined]
            return sum(seats[b] for b in blocs) >= quota and all(
                c.kept_by(blocs, seats) for c in constraints
            )

        super().__init__(len(players), counts)

    @property
    def least(self) -> list[frozenset[int]]:
        return [s for s in self.winning if not any(other < s for other in self.winning)]

    def weighed(
        self, sets: list[frozenset[int]], worth: Callable[[frozenset[int]], Fraction]
    ) -> Shares:
        raw = [Fraction(0)] * self.number
        for members in sets:
            for player in self.critical(members):
                raw[player] += worth(members)
        return tuple(amount / (sum(raw) or 1) for amount in raw)


def game_of(case: Case) -> RestrictedGame:
    players, quota, constraints, seats = case
    game = VotingGame(quota, tuple(player.seats for player in players))
    return RestrictedGame(game, limits_of(players, constraints, seats))


@given(cases())
def test_indices_under_constraints_agree_with_looking_at_every_coalition(case: Case) -> None:
    twin, game = SlowTwin(case), game_of(case)
    one = Fraction(1)
    assert game.winning_count == len(twin.winning)
    assert game.swings == twin.swings
    assert game.minimal_winning_count == len(twin.least)
    assert game.banzhaf() == twin.weighed(twin.winning, lambda s: one)
    assert game.banzhaf_absolute() == tuple(
        Fraction(swings, 2 ** (twin.number - 1)) for swings in twin.swings
    )
    assert game.shapley_shubik() == twin.weighed(
        twin.winning,
        lambda s: Fraction(factorial(len(s) - 1) * factorial(twin.number - len(s))),
    )
    assert game.holler() == twin.weighed(twin.least, lambda s: one)
    assert game.deegan_packel() == twin.weighed(twin.least, lambda s: one / len(s))


@given(cases())
def test_minimal_coalitions_are_listed_once_each_with_fewest_seats_first(case: Case) -> None:
    restricted = game_of(case)
    game = restricted.game
    listed = list(minimal_within(game, restricted.limits))
    assert sorted(listed) == sorted(tuple(sorted(s)) for s in SlowTwin(case).least)
    assert list(map(game.seats, listed)) == sorted(map(game.seats, listed))


# -- laws ------------------------------------------------------------------------------------------


@given(games())
def test_without_constraints_power_is_the_free_power(game: VotingGame) -> None:
    restricted = RestrictedGame(game, Limits())
    assert restricted.winning_count == game.winning_count
    assert restricted.swings == game.swings
    for name, index in RESTRICTED.items():
        assert index(restricted) == INDICES[name](game), name


@given(games())
def test_a_constraint_that_no_winning_coalition_breaks_changes_nothing(game: VotingGame) -> None:
    players = tuple(Player(f"p{k}", f"p{k}", w, (f"p{k}",)) for k, w in enumerate(game.weights))
    seats = {player.id: player.seats for player in players}
    heaviest = max(players, key=lambda player: player.seats)
    idle = [Constraint(LEADS, heaviest.id)]
    idle += [Constraint(REQUIRED, players[veto].id) for veto in game.vetoes]
    restricted = game_of((players, game.quota, tuple(idle), seats))
    for name, index in RESTRICTED.items():
        assert index(restricted) == INDICES[name](game), name


@given(cases())
def test_shares_add_up_to_one_or_nobody_has_any(case: Case) -> None:
    game = game_of(case)
    for name in ("banzhaf", "shapley_shubik", "deegan_packel", "holler"):
        assert sum(RESTRICTED[name](game)) == (1 if game.winning_count else 0), name


@given(cases())
def test_who_breaks_a_red_line_alone_has_no_power(case: Case) -> None:
    game = game_of(case)
    assert all(game.swings[player] == 0 for player, _ in game.limits.broken_inside)


# -- Iraq ------------------------------------------------------------------------------------------


def lists_of_2010(*constraints: Constraint) -> dict[str, Fraction]:
    dataset = shipped_dataset()
    scenario = next(s for s in dataset.scenarios.values() if s.chamber == "cor2010")
    chamber = dataset.chamber_of(scenario)
    players = players_of(scenario, chamber, By.LIST)
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    shares = game_of((players, 163, constraints, seats)).banzhaf()
    return dict(zip((player.id for player in players), shares, strict=True))


def test_without_iraqiya_beside_state_of_law_half_of_all_swings_are_the_inas() -> None:
    free = lists_of_2010()
    line = Constraint(APART, "irq10_rest", "sol10_all")
    bound = lists_of_2010(line)
    assert f"{float(free['ina10']):.1%}" == "32.2%"
    assert f"{float(bound['ina10']):.1%}" == "47.7%"
    assert bound["irq10"] < free["irq10"]


def test_with_the_minorities_as_one_list_the_ina_goes_from_31_to_46_percent() -> None:
    game = VotingGame(163, (91, 89, 70, 43, 8, 6, 4, 4, 2, 8))
    apart = RestrictedGame(game, Limits(apart=frozenset({(0, 1)})))
    assert f"{float(INDICES['banzhaf'](game)[2]):.0%}" == "31%"
    assert f"{float(apart.banzhaf()[2]):.0%}" == "46%"


def blocs_of_2010(*constraints: Constraint) -> RestrictedGame:
    dataset = shipped_dataset()
    scenario = next(s for s in dataset.scenarios.values() if s.chamber == "cor2010")
    chamber = dataset.chamber_of(scenario)
    seats = {bloc.id: bloc.seats for bloc in chamber.blocs}
    return game_of((players_of(scenario, chamber), 163, constraints, seats))


def test_all_23_blocs_under_many_constraints_are_reckoned_at_once() -> None:
    game = blocs_of_2010(
        Constraint(APART, "irq10_rest", "sol10_all"),
        Constraint(APART, "ina10_isci", "sol10_all"),
        Constraint(APART, "ina10_sadr", "ina10_isci"),
        Constraint(LEADS, "ina10_badr"),
        Constraint(ONLY_WITH, "kiu10_all", "ka10_kdp"),
        Constraint(REQUIRED, "ka10_puk"),
    )
    assert game.winning_count
    assert game.minimal_winning_count
    assert all(sum(index(game)) for index in RESTRICTED.values())


def test_constraints_under_which_nobody_can_govern_leave_nobody_any_power() -> None:
    game = blocs_of_2010(
        Constraint(REQUIRED, "irq10_rest"),
        Constraint(REQUIRED, "sol10_all"),
        Constraint(APART, "irq10_rest", "sol10_all"),
    )
    assert game.winning_count == game.minimal_winning_count == 0
    assert not any(game.swings)


# -- size ------------------------------------------------------------------------------------------


def test_sixty_players_in_thirty_quarrelling_pairs_are_counted() -> None:
    weights = tuple(1 + k % 21 for k in range(60))
    pairs = frozenset((k, k + 30) for k in range(30))
    game = RestrictedGame(VotingGame(sum(weights) // 3, weights), Limits(apart=pairs))
    assert sum(game.banzhaf()) == 1


def test_constraints_too_entangled_to_count_with_are_refused_with_the_reason() -> None:
    weights = tuple(1 + k % 7 for k in range(200))
    tangle = frozenset((k, (k * 7 + j) % 200) for k in range(200) for j in (1, 11, 29, 53))
    apart = frozenset((min(p), max(p)) for p in tangle if p[0] != p[1])
    game = RestrictedGame(VotingGame(300, weights), Limits(apart=apart))
    with pytest.raises(TooMuchWorkError, match="too many"):
        _ = game.swings
