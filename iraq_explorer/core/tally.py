"""Counting a vote: heads by bloc and in all, and what they are worth under each rule.

A member either comes or not; one who comes does as the bloc does or as those do who dissent from
it. Only then are heads counted: a member who does what "absent" says is not in the room, whether
the bloc stays away or the dissenters do. Attendance in per cent is rounded to heads first, a half
upwards, and cohesion to heads of those who come. Whatever is left of each is counted on the other
side, so that no rounding loses a head: for, against, abstaining and absent add up to the seats.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from iraq_explorer.core.chamber import Basis, Chamber, Rule
from iraq_explorer.core.roll_call import Conduct, RollCall, Stance
from iraq_explorer.core.scenario import RecordedVote, Scenario
from iraq_explorer.core.verdict import Verdict

QUORUM = "quorum"
"""Id of the rule that asks for so many members in the room, in every chamber."""
OWN_RULE = "own"
"""Id of the rule that stands for a scenario's own quota."""

PASSES = "passes, {over} over {quota}"
PASSES_EXACTLY = "passes, exactly {quota}"
FAILS = "fails, {short} short of {quota}"
VOID = "does not count: no quorum"
THERE = "met, {over} over {quota}"
THERE_EXACTLY = "met, exactly {quota}"
NOT_THERE = "not met, {short} short of {quota}"
TEMPLATES = (PASSES, PASSES_EXACTLY, FAILS, VOID, THERE, THERE_EXACTLY, NOT_THERE)


@dataclass(frozen=True, slots=True)
class Count:
    """Heads by what they do."""

    in_favour: int = 0
    against: int = 0
    abstaining: int = 0
    absent: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.in_favour + other.in_favour,
            self.against + other.against,
            self.abstaining + other.abstaining,
            self.absent + other.absent,
        )

    @property
    def present(self) -> int:
        """Members in the room, whatever they do there."""
        return self.in_favour + self.against + self.abstaining

    @property
    def members(self) -> int:
        """All who are counted."""
        return self.present + self.absent


@dataclass(frozen=True, slots=True)
class Result:
    """What a count is worth under one rule."""

    rule: Rule
    verdict: Verdict
    """Votes for against the line; for the quorum, members present against it."""
    quorate: bool
    """Whether there is a quorum: without one nothing passes under any rule."""

    @property
    def passes(self) -> bool:
        """Whether it is carried under this rule."""
        return self.verdict.reached and self.quorate

    @property
    def moves(self) -> bool:
        """Whether the line moves with attendance."""
        return self.rule.basis is Basis.PRESENT

    @property
    def template(self) -> str:
        """The result in words, with fields that ``values`` of the verdict fills."""
        verdict = self.verdict
        if self.rule.id == QUORUM:
            if not verdict.reached:
                return NOT_THERE
            return THERE if verdict.over else THERE_EXACTLY
        if not verdict.reached:
            return FAILS
        if not self.quorate:
            return VOID
        return PASSES if verdict.over else PASSES_EXACTLY

    def __str__(self) -> str:
        return self.template.format(**self.verdict.values)


@dataclass(frozen=True)
class Tally:
    """A vote counted: heads by bloc and in all, and the result under each rule."""

    count: Count
    """All members of the chamber; a vacant seat counts as absent."""
    blocs: Mapping[str, Count]
    """By bloc id; empty where only the sum is known, as of a recorded vote."""
    results: tuple[Result, ...]
    """In the order of the chamber's rules; a scenario's own quota comes last."""

    def __post_init__(self) -> None:
        """Freeze the mapping."""
        object.__setattr__(self, "blocs", MappingProxyType(dict(self.blocs)))

    @property
    def quorate(self) -> bool:
        """Whether enough members are in the room, as far as a rule asks for it."""
        return all(result.quorate for result in self.results)

    def result(self, rule: str) -> Result:
        """The result under a rule.

        Raises:
            KeyError: there is no such rule.

        """
        for result in self.results:
            if result.rule.id == rule:
                return result
        raise KeyError(rule)


def count_of(conduct: Conduct, seats: int) -> Count:
    """How the members of a bloc come out, heads rounded as the module says."""
    attending = conduct.attendance.heads(seats)
    following = conduct.cohesion.heads(attending)
    heads = dict.fromkeys(Stance, 0)
    heads[conduct.stance] += following
    heads[conduct.dissent] += attending - following
    heads[Stance.ABSENT] += seats - attending
    return Count(
        heads[Stance.FOR], heads[Stance.AGAINST], heads[Stance.ABSTAIN], heads[Stance.ABSENT]
    )


def tally(roll_call: RollCall, scenario: Scenario, chamber: Chamber) -> Tally:
    """Count a vote.

    Args:
        roll_call: the vote.
        scenario: gives a quota of the user's own, where it has one.
        chamber: the chamber with the seats that the scenario assumes.

    """
    blocs = {bloc.id: count_of(roll_call.conduct(bloc.id), bloc.seats) for bloc in chamber.blocs}
    count = sum(blocs.values(), Count(absent=chamber.vacant))
    return Tally(count, blocs, _results(count, rules_of(scenario, chamber)))


def recorded_tally(
    vote: RecordedVote, scenario: Scenario, chamber: Chamber, in_favour: int | None = None
) -> Tally:
    """A vote that took place, as its sources give it: sums only, by no bloc.

    Args:
        vote: the recorded vote.
        scenario: gives a quota of the user's own, where it has one.
        chamber: the chamber that voted.
        in_favour: another figure that a source gives; that of the record where ``None``.

    """
    yes = vote.in_favour if in_favour is None else in_favour
    neither = max(0, vote.present - yes - vote.against)
    count = Count(yes, vote.against, neither, chamber.seats - yes - vote.against - neither)
    return Tally(count, {}, _results(count, rules_of(scenario, chamber)))


def rules_of(scenario: Scenario, chamber: Chamber) -> tuple[Rule, ...]:
    """The rules that a vote is held against: the chamber's, then the user's own quota."""
    if scenario.custom_quota is None:
        return chamber.rules
    share = Fraction(scenario.custom_quota, chamber.seats)
    return (*chamber.rules, Rule(OWN_RULE, "Own quota", Basis.MEMBERS, share, strict=False))


def _results(count: Count, rules: tuple[Rule, ...]) -> tuple[Result, ...]:
    lines = {rule.id: rule.quota(count.members, count.present) for rule in rules}
    quorate = count.present >= lines.get(QUORUM, 0)
    return tuple(
        Result(
            rule,
            Verdict(count.present if rule.id == QUORUM else count.in_favour, lines[rule.id]),
            quorate,
        )
        for rule in rules
    )
