"""A vote in words: what blocs do, how members are counted, and what comes of it."""

from iraq_explorer.core.chamber import Bloc, Rule
from iraq_explorer.core.roll_call import Amount, Conduct, Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.simulation import Chance
from iraq_explorer.core.tally import OWN_RULE, Count, Result, count_of
from iraq_explorer.ui.words import core, filled, tr

_NOTHING = 1e-11
"""Chances nearer to 0 or 1 are what rounding leaves of these."""


def stance_name(stance: Stance) -> str:
    """What a bloc does, as a cell of the table says it."""
    return {
        Stance.FOR: tr("for"),
        Stance.AGAINST: tr("against"),
        Stance.ABSTAIN: tr("abstains"),
        Stance.ABSENT: tr("absent"),
    }[stance]


def amount_text(amount: Amount, of: int | None = None) -> str:
    """A part of a bloc: "73 %", or in heads "9/13"."""
    if amount.percent:
        return tr("{share} %", share=amount.value)
    if of is None:
        return str(amount.value)
    return tr("{heads}/{all}", heads=min(amount.value, of), all=of)


def count_text(count: Count) -> str:
    """Heads by what they do; those that are none are left out."""
    return ", ".join(heads_text(s, heads) for s, heads in heads_of(count)) or tr("nobody")


def heads_of(count: Count) -> tuple[tuple[Stance, int], ...]:
    """How many do what, in the order of the bar; what nobody does is left out."""
    every = (
        (Stance.FOR, count.in_favour),
        (Stance.ABSTAIN, count.abstaining),
        (Stance.AGAINST, count.against),
        (Stance.ABSENT, count.absent),
    )
    return tuple((stance, heads) for stance, heads in every if heads)


def heads_text(stance: Stance, heads: int) -> str:
    """So many do this."""
    return {
        Stance.FOR: tr("{count} for"),
        Stance.AGAINST: tr("{count} against"),
        Stance.ABSTAIN: tr("{count} abstaining"),
        Stance.ABSENT: tr("{count} absent"),
    }[stance].format(count=heads)


def sums_text(count: Count) -> str:
    """The whole vote in one line."""
    return tr(
        "{present} of {members} present: {yes} for, {no} against, {neither} abstaining",
        present=count.present,
        members=count.members,
        yes=count.in_favour,
        no=count.against,
        neither=count.abstaining,
    )


def rule_name(rule: Rule) -> str:
    """What a rule is called; the user's own quota has no name in the dataset."""
    return tr("Own quota") if rule.id == OWN_RULE else rule.name


def result_text(result: Result) -> str:
    """What comes of a vote under a rule: "passes, 44 over 100"."""
    return filled(core(result.template), result.verdict.values)


def verdict_line(result: Result) -> str:
    """A rule and what comes of it, marked so that no colour is needed."""
    mark = "✓" if result.passes else "✗"
    return tr(
        "{mark} {rule}: {result}",
        mark=mark,
        rule=rule_name(result.rule),
        result=result_text(result),
    )


def rule_line(result: Result) -> str:
    """The same, and whether the line moves with attendance."""
    text = verdict_line(result)
    return tr("{line} – this line moves with attendance", line=text) if result.moves else text


def conduct_tip(bloc: Bloc, conduct: Conduct) -> str:
    """What comes of a bloc's conduct, in heads."""
    return tr(
        "{name}, {seats} seats: {heads}",
        name=bloc.name.label,
        seats=bloc.seats,
        heads=count_text(count_of(conduct, bloc.seats)),
    )


def chance_text(chance: Chance, exact: float | None) -> str:
    """How often it passes, with the uncertainty: "passes in 83.1 % ± 0.1 of the draws"."""
    low, high = chance.interval
    if chance.times in (0, chance.draws):
        told = (
            tr("passes in none of the draws; the chance is below {share} %", share=_share(high, 3))
            if chance.times == 0
            else tr("passes in every draw; the chance is above {share} %", share=_share(low, 3))
        )
    else:
        told = tr(
            "passes in {share} % ± {error} of the draws",
            share=_share(chance.share, 1),
            error=_share(chance.standard_error, 2),
        )
    if exact is None:
        return told
    return tr("{told}; exactly {share} %", told=told, share=exact_share(exact))


def exact_share(exact: float) -> str:
    """A reckoned chance in per cent; one that only rounds to nothing or to all says so."""
    if exact < _NOTHING or exact > 1 - _NOTHING:
        return "0" if exact < 0.5 else "100"
    if exact < 0.00005:
        return tr("< {share}", share="0.01")
    if exact > 0.99995:
        return tr("> {share}", share="99.99")
    return _share(exact, 2)


def _share(share: float, digits: int) -> str:
    return f"{100 * share:.{digits}f}"


def whose(scenario: Scenario, coalition: str | None) -> str:
    """A coalition's name, or what is said of blocs in none."""
    held = scenario.coalition_by_id.get(coalition or "")
    return held.name if held else tr("Blocs in no coalition")
