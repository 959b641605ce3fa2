"""A vote drawn many times: the chance to pass, how sure it is, and what each bloc can change.

Each bloc takes one random number a draw, and the outcome in whose interval of chances the number
falls (inversion; L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter III.2). The
numbers are the raw 64 bits of PCG64 and the intervals are reckoned in integers, so that a seed
gives the same draws on every machine and with every numpy.

What a bloc changes is asked of the same draws (common random numbers): the others do what they did,
and the bloc is all for, all against, or all away.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.roll_call import RollCall
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.tally import rules_of
from iraq_explorer.core.vote_outcomes import Outcomes, exact_chances, needed_by_present, outcomes

if TYPE_CHECKING:
    from numpy import int64, uint64
    from numpy.random import PCG64
    from numpy.typing import NDArray

CHUNK = 1 << 14
"""Draws made together; a part of what a seed means."""
MOST_DRAWS = 100_000_000
_PACK = 1 << 32  # a bloc's members for and present in one number: sums of both in one addition
_GUESS = 16  # leading bits by which most outcomes are known at once


@dataclass(frozen=True, slots=True)
class Chance:
    """How often something happened in a number of draws."""

    times: int
    draws: int

    @property
    def share(self) -> float:
        """The estimate of the chance, from 0 to 1."""
        return self.times / self.draws

    @property
    def standard_error(self) -> float:
        """The standard error of the estimate: the root of p(1-p)/n."""
        return sqrt(self.share * (1 - self.share) / self.draws)

    @property
    def interval(self) -> tuple[float, float]:
        """The interval of Wilson (1927) that holds the chance in 95 of 100 simulations.

        Unlike the standard error it is not nothing where all draws agree.
        """
        z = 1.959963984540054
        n, p = self.draws, self.share
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (
            0.0 if self.times == 0 else middle - half,
            1.0 if self.times == n else middle + half,
        )


@dataclass(frozen=True, slots=True)
class Swing:
    """The chance to pass if all members of a bloc do the same and the others as they were drawn."""

    all_for: Chance
    all_against: Chance
    all_away: Chance

    @property
    def swing(self) -> float:
        """What it changes whether the bloc is for or against, from 0 to 1."""
        return self.all_for.share - self.all_against.share

    @property
    def away_swing(self) -> float:
        """What it changes whether the bloc is for or stays away."""
        return self.all_for.share - self.all_away.share


@dataclass(frozen=True)
class Simulation:
    """What a number of draws came to."""

    draws: int
    asked: int
    """How many were to be made; more than ``draws`` where it was stopped."""
    seed: int
    chances: Mapping[str, Chance]
    """The chance to pass, by rule id."""
    exact: Mapping[str, float] | None
    """The same, reckoned instead of drawn; ``None`` where that would take too long."""
    votes: tuple[int, ...]
    """In how many draws so many were for, from none to all members."""
    present: tuple[int, ...]
    """In how many draws so many were in the room."""
    swings: Mapping[str, Mapping[str, Swing]]
    """By rule id, then by bloc id."""

    def __post_init__(self) -> None:
        """Freeze the mappings."""
        object.__setattr__(self, "chances", MappingProxyType(dict(self.chances)))
        if self.exact is not None:
            object.__setattr__(self, "exact", MappingProxyType(dict(self.exact)))
        swings = {rule: MappingProxyType(dict(held)) for rule, held in self.swings.items()}
        object.__setattr__(self, "swings", MappingProxyType(swings))

    @property
    def stopped(self) -> bool:
        """Whether it ended before all draws were made."""
        return self.draws < self.asked


def simulate(
    roll_call: RollCall,
    scenario: Scenario,
    chamber: Chamber,
    draws: int,
    seed: int,
    go_on: Callable[[int], bool] | None = None,
) -> Simulation:
    """Draw attendance and cohesion many times.

    Args:
        roll_call: the vote; heads in it are exactly so many, per cent are each member's chance.
        scenario: gives a quota of the user's own, where it has one.
        chamber: the chamber with the seats that the scenario assumes.
        draws: how many.
        seed: any number from 0 up; the same seed gives the same draws.
        go_on: told after every so many draws how many are made; what is drawn until it answers no
            is the result.

    Raises:
        ValueError: there are no draws, too many, or the seed is negative.

    """
    if not 1 <= draws <= MOST_DRAWS:
        raise ValueError(f"draws should be from 1 to {MOST_DRAWS}, not {draws}")
    if seed < 0:
        raise ValueError(f"the seed should not be negative: {seed}")
    rules = rules_of(scenario, chamber)
    exact = exact_chances(roll_call, chamber, rules)
    count = _Count(roll_call, chamber, needed_by_present(rules, chamber.seats), seed)
    while count.draws < draws:
        count.add(min(CHUNK, draws - count.draws))
        if go_on is not None and not go_on(count.draws):
            break
    return count.simulation(draws, seed, exact)


class _Count:
    """The draws made so far, added up."""

    def __init__(
        self,
        roll_call: RollCall,
        chamber: Chamber,
        needed: Mapping[str, tuple[int, ...]],
        seed: int,
    ) -> None:
        import numpy as np

        self._np = np
        self._bits = np.random.PCG64(seed)
        self._members = chamber.seats
        self._blocs = chamber.blocs
        self._bare = 0
        """What the blocs that come out in one way only add to every draw."""
        self._tables: list[_Table | int] = []
        for bloc in chamber.blocs:
            held = outcomes(roll_call.conduct(bloc.id), bloc.seats)
            if len(held.heads) == 1:
                self._tables.append(_packed(*held.heads[0]))
            else:
                self._tables.append(_Table(held))
        self._needed = {rule: np.array(line) for rule, line in needed.items()}
        self._times = {rule: [0] * (1 + 3 * len(self._blocs)) for rule in needed}
        self._votes = np.zeros(chamber.seats + 1, np.int64)
        self._present = np.zeros(chamber.seats + 1, np.int64)
        self.draws = 0

    def add(self, draws: int) -> None:
        """Make so many draws more."""
        np = self._np
        own: list[NDArray[int64] | int] = []
        total = np.zeros(draws, np.int64)
        for table in self._tables:
            heads = table if isinstance(table, int) else table.draw(self._bits, draws)
            own.append(heads)
            total += heads
        votes, present = total % _PACK, total // _PACK
        self._votes += np.bincount(votes, minlength=self._members + 1)
        self._present += np.bincount(present, minlength=self._members + 1)
        self._judge(0, votes, present)
        for place, (bloc, heads) in enumerate(zip(self._blocs, own, strict=True)):
            others = total - heads
            votes, present = others % _PACK, others // _PACK
            self._judge(1 + 3 * place, votes + bloc.seats, present + bloc.seats)
            self._judge(2 + 3 * place, votes, present + bloc.seats)
            self._judge(3 + 3 * place, votes, present)
        self.draws += draws

    def _judge(self, place: int, votes: "NDArray[int64]", present: "NDArray[int64]") -> None:
        for rule, line in self._needed.items():
            passed = self._np.count_nonzero(votes >= line[present])
            self._times[rule][place] += int(passed)

    def simulation(self, asked: int, seed: int, exact: Mapping[str, float] | None) -> Simulation:
        """What the draws come to."""

        def chance(rule: str, place: int) -> Chance:
            return Chance(self._times[rule][place], self.draws)

        return Simulation(
            self.draws,
            asked,
            seed,
            {rule: chance(rule, 0) for rule in self._needed},
            exact,
            tuple(self._votes.tolist()),
            tuple(self._present.tolist()),
            {
                rule: {
                    bloc.id: Swing(*(chance(rule, way + 3 * place) for way in (1, 2, 3)))
                    for place, bloc in enumerate(self._blocs)
                }
                for rule in self._needed
            },
        )


def _packed(in_favour: int, present: int) -> int:
    return in_favour + present * _PACK


class _Table:
    """The outcomes of a bloc by the random number that brings each about."""

    def __init__(self, held: Outcomes) -> None:
        import numpy as np

        self._np = np
        sums, reached = [], 0
        for weight in held.weights[:-1]:
            reached += weight
            sums.append((reached << 64) // held.total)
        self._ends = np.array(sums, np.uint64)
        self._heads = np.array([_packed(*heads) for heads in held.heads], np.int64)
        # By the leading bits alone most outcomes are known; the others are looked for.
        first = np.arange(1 << _GUESS, dtype=np.uint64) << np.uint64(64 - _GUESS)
        last = first + np.uint64((1 << (64 - _GUESS)) - 1)
        place = self._place(first)
        self._open = place != self._place(last)
        self._guess = self._heads[place]

    def _place(self, numbers: "NDArray[uint64]") -> "NDArray[int64]":
        """Which outcome each number brings about."""
        return self._np.searchsorted(self._ends, numbers, side="right")

    def draw(self, bits: "PCG64", draws: int) -> "NDArray[int64]":
        """What the bloc adds to each of so many draws."""
        numbers: NDArray[uint64] = bits.random_raw(draws)
        leading = numbers >> self._np.uint64(64 - _GUESS)
        heads: NDArray[int64] = self._guess[leading]
        doubtful = self._np.flatnonzero(self._open[leading])
        heads[doubtful] = self._heads[self._place(numbers[doubtful])]
        return heads
