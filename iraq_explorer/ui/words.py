"""Sentences of the program: every visible string that is made from data, translated.

The core hands over English words and templates with named fields; ``core_words.py`` marks them for
translation.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from iraq_explorer.core.chamber import Basis, Bloc
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty, Source
from iraq_explorer.core.network import ActorKind, TieKind
from iraq_explorer.core.report import headline, passes
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict

_MANY = re.compile(
    r"\{(\w+)\}(</b>)? (actor|bloc|cell|change|coalition|column|file|group|line|list|member|node|"
    r"pair|partner|picture|place|player|point|post|problem|record|row|scenario|seat|"
    r"set|slide|source|statement|step|tie|triangle|vote|way)s\b"
)
"""In English templates: a field, and the things that it counts."""


def tr(text: str, /, **values: object) -> str:
    """A string of the interface in the user's language, its fields filled.

    Where English counts one thing of a kind, that is said so: "1 seat".
    """
    translated = QCoreApplication.translate("", text)
    return filled(translated, values) if values else translated


def filled(template: str, values: Mapping[str, object]) -> str:
    """A template with its fields filled, and things of which there is one in the singular."""
    if any(value in (1, "1") for value in values.values()):
        template = _MANY.sub(lambda m: _counted(m, values), template)
    return template.format(**values)


def _counted(found: re.Match[str], values: Mapping[str, object]) -> str:
    one = str(values.get(found[1])) == "1"
    return found[0].removesuffix("s") if one else found[0]


def core(text: str | Certainty | TieKind | ActorKind) -> str:
    """A word or template of the core in the user's language."""
    return QCoreApplication.translate("core", _AS_SAID.get(str(text), str(text)))


# Ids of the dataset that read oddly between two names.
_AS_SAID = {"ally": "ally of", "rival": "rival of", "member-of": "member of"}


def verdict_text(verdict: Verdict) -> str:
    """A verdict as a sentence: "34 short of 163"."""
    return filled(core(verdict.template), verdict.values)


def worth_text(verdict: Verdict) -> str:
    """What a total is worth, without naming it: "34 short", "majority by 9"."""
    if not verdict.reached:
        return tr("{short} short", short=verdict.short)
    if verdict.over:
        return tr("majority by {over}", over=verdict.over)
    return tr("exactly enough")


def region_text(verdict: Verdict) -> str:
    """A coalition's total and what it is worth: "129 seats (128–129): 34 short"."""
    worth = worth_text(verdict)
    if verdict.spread is None:
        return tr("{seats} seats: {worth}", seats=verdict.seats, worth=worth)
    low, high = verdict.spread
    if verdict.open:
        worth = tr("{worth}, open by source", worth=worth)
    return tr(
        "{seats} seats ({low}–{high}): {worth}",
        seats=verdict.seats,
        low=low,
        high=high,
        worth=worth,
    )


def total_text(verdict: Verdict) -> str:
    """A total with the range that sources give: "129 (128–129)", or "129" where they agree."""
    if verdict.spread is None:
        return str(verdict.seats)
    low, high = verdict.spread
    return tr("{seats} ({low}–{high})", seats=verdict.seats, low=low, high=high)


def spread_text(verdict: Verdict) -> str:
    """What sources give for a total, in a sentence; empty where they agree."""
    if verdict.spread is None:
        return ""
    low, high = verdict.spread
    if verdict.open:
        return tr("{low}–{high}: open within what sources give", low=low, high=high)
    return tr("{low}–{high} by source", low=low, high=high)


def brief_spread_text(verdict: Verdict) -> str:
    """The same in fewer words."""
    if not verdict.open or verdict.spread is None:
        return spread_text(verdict)
    low, high = verdict.spread
    return tr("{low}–{high}: open by source", low=low, high=high)


def assumed_text(bloc: Bloc) -> str:
    """What stands below a bloc whose seats are assumed; empty for others."""
    if bloc.official_seats is None:
        return ""
    if bloc.part_of:
        return tr("assumed, part of {seats}", seats=bloc.official_seats)
    return tr("assumed, officially {seats}", seats=bloc.official_seats)


def assumes_text(scenario: Scenario, dataset: Dataset) -> str:
    """What a scenario assumes of seats, in a few words; empty where it assumes nothing."""
    what_if = scenario.what_if
    if not what_if:
        return ""
    names = {b.id: b.name.label for b in dataset.official_chamber(scenario).blocs}
    names |= {p.id: p.name for parts in what_if.splits.values() for p in parts}
    chamber = dataset.chamber_of(scenario)
    told = [tr("{name} split", name=names[bloc]) for bloc in what_if.splits]
    told += [
        tr("{name} with {seats} seats", name=names[bloc], seats=seats)
        for bloc, seats in what_if.seats.items()
        if bloc not in what_if.splits and bloc in chamber.bloc_by_id
    ]
    told += [
        tr("{count} of {name} follow", count=count, name=names[bloc])
        for bloc, count in what_if.followers.items()
    ]
    if len(told) > 2:
        told[2:] = [tr("{count} more", count=len(told) - 2)]
    return tr("assumes: {what}", what=", ".join(told))


def sum_text(before: int, change: int, verdict: Verdict) -> str:
    """What a move does to a total: "129 + 43 = 172 (171–172) of 163: majority by 9"."""
    return tr(
        "{before} {sign} {change} = {total} of {quota}: {worth}",
        before=before,
        sign="+" if change >= 0 else "−",
        change=abs(change),
        total=total_text(verdict),
        quota=verdict.quota,
        worth=worth_text(verdict),
    )


def headline_of(scenario: Scenario, dataset: Dataset) -> str:
    """A scenario's verdict as the lists show it."""
    template, values = headline(scenario, dataset)
    return filled(core(template), values)


def brief_headline(scenario: Scenario, dataset: Dataset) -> str:
    """A scenario's verdict in a few words, for narrow places."""
    chamber = dataset.chamber_of(scenario)
    vote = scenario.vote
    if vote is not None:
        reached = passes(scenario, dataset)
        text = tr("{yes} of {present}: passes") if reached else tr("{yes} of {present}: fails")
        return text.format(yes=vote.in_favour, present=vote.present)
    leading = scenario.leading(chamber)
    if leading is None:
        return tr("no coalition yet")
    verdict = scenario.verdict(leading.id, chamber)
    return tr("{seats}: {worth}", seats=verdict.seats, worth=worth_text(verdict))


def rule_text(scenario: Scenario, dataset: Dataset, *, article: bool = True) -> str:
    """The rule that counts with its quota: "Investiture (art. 76): 163 of 325"."""
    chamber = dataset.chamber_of(scenario)
    quota = scenario.quota(chamber)
    if scenario.custom_quota is not None:
        return tr("own quota: {quota} of {all}", quota=quota, all=chamber.seats)
    rule = chamber.rule_by_id[scenario.rule]
    name = f"{rule.name} ({rule.article})" if article and rule.article else rule.name
    if rule.basis is Basis.PRESENT and scenario.present is not None:
        return tr("{name}: {quota} of {all} present", name=name, quota=quota, all=scenario.present)
    return tr("{name}: {quota} of {all}", name=name, quota=quota, all=chamber.seats)


def day_text(day: PartialDate | None) -> str:
    """A date as precisely as it is known: "1 October 2010", "October 2010", "2010"."""
    if day is None:
        return tr("undated")
    locale = QLocale()
    if len(day.text) == 4:
        return day.text
    if len(day.text) == 7:
        return f"{locale.standaloneMonthName(day.earliest.month)} {day.earliest.year}"
    return f"{day.earliest.day} {locale.monthName(day.earliest.month)} {day.earliest.year}"


def moment_text(moment: datetime | None) -> str:
    """When something was done, in the time of the place."""
    if moment is None:
        return "?"
    local = moment.astimezone()
    day = day_text(PartialDate(local.date().isoformat()))
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return tr("{day}, {time}", day=day, time=time)


def period_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """From when to when, in words."""
    if start and end:
        if start == end:
            return day_text(start)
        return tr("{start} to {end}", start=day_text(start), end=day_text(end))
    if start:
        return tr("since {start}", start=day_text(start))
    if end:
        return tr("until {end}", end=day_text(end))
    return tr("undated")


def source_text(source: Source) -> str:
    """A source in one line."""
    if source.date is None:
        return source.title
    return f"{source.title}, {day_text(source.date)}"
