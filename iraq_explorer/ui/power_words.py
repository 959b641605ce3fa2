"""Numbers and sentences about power, for the panel that shows it."""

from collections.abc import Sequence
from fractions import Fraction

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.players import By
from iraq_explorer.core.power_facts import (
    Dictator,
    Equals,
    Fact,
    Outweighed,
    Powerless,
    Riser,
    Story,
    Vetoes,
)
from iraq_explorer.core.power_standing import Standing
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import tr

_NAMED = 4
_DIGITS = 24


def percent(share: Fraction, digits: int = 1) -> str:
    """A share in per cent, rounded exactly."""
    scale = 10**digits
    whole = round(share * 100 * scale)
    if not digits:
        return tr("{share}%", share=whole)
    return tr("{share}%", share=f"{whole // scale}.{whole % scale:0{digits}d}")


def fraction(share: Fraction) -> str:
    """A share exactly, unless that is too long to read."""
    text = f"{share.numerator:,} / {share.denominator:,}"
    return text if len(text) <= 2 * _DIGITS else tr("a fraction of very long numbers")


def names_text(names: Sequence[str]) -> str:
    """Names in a sentence: "A, B and C", or "A, B, C, D and 3 more"."""
    if len(names) > _NAMED + 1:
        some = ", ".join(names[:_NAMED])
        return tr("{names} and {count} more", names=some, count=len(names) - _NAMED)
    return all_of(names)


def by_text(by: By) -> str:
    """Who plays, as the list of choices calls it."""
    return {
        By.BLOC: tr("By bloc"),
        By.LIST: tr("By list"),
        By.FACTION: tr("By list, divided"),
        By.COALITION: tr("By coalition"),
    }[by]


def chip_text(story: Story, chamber: Chamber) -> str:
    """A story in a few words, for the button that shows it."""
    quota, fact = story.standing.game.quota, story.fact
    if isinstance(fact, Riser):
        lists = _lists(fact, chamber)
        if fact.decides:
            return tr("{lists} divided: {name} decides", lists=lists, name=fact.player.name)
        return tr("{lists} divided: {name} rises", lists=lists, name=fact.player.name)
    names = [story.standing.players[p].name for p in fact.players]
    if fact.no_more or len(names) == 2:
        return tr("At {quota}: {first} = {second}", quota=quota, first=names[0], second=names[1])
    return tr("At {quota}: {count} lists equal", quota=quota, count=len(names))


def story_text(story: Story, chamber: Chamber) -> str:
    """A story in sentences, for its tip."""
    return tr(
        "{rule}, {quota} of {all}. {story}",
        rule=story.rule.name,
        quota=story.standing.game.quota,
        all=chamber.seats,
        story=fact_text(story.fact, story.standing, chamber),
    )


def fact_text(fact: Fact, standing: Standing, chamber: Chamber) -> str:
    """A fact in one or two sentences."""
    match fact:
        case Equals():
            return _equals(fact, standing)
        case Powerless(players):
            names = names_text([standing.players[p].name for p in players])
            return tr("No majority ever needs {names}.", names=names)
        case Dictator(player):
            name = standing.players[player].name
            return tr("{name} wins alone, and nobody wins without it.", name=name)
        case Vetoes(players):
            names = names_text([standing.players[p].name for p in players])
            return tr("Nobody wins without {names}.", names=names)
        case Outweighed(player, seats, power):
            return tr(
                "{name} has {seats} of the seats and {power} of the power.",
                name=standing.players[player].name,
                seats=percent(seats),
                power=percent(power),
            )
        case Riser():
            return _riser(fact, chamber)


def _equals(fact: Equals, standing: Standing) -> str:
    names = [standing.players[p].name for p in fact.players]
    seats = [standing.weights[p] for p in fact.players]
    if len(names) == 2 and not fact.no_more:
        return tr(
            "{first} ({most} seats) and {second} ({least}) are exactly equal.",
            first=names[0],
            most=seats[0],
            second=names[1],
            least=seats[1],
        )
    sentences = []
    if fact.no_more:
        sentences.append(
            tr(
                "{first} ({most} seats) has no more power than {second} ({least}).",
                first=names[0],
                most=seats[0],
                second=names[1],
                least=seats[1],
            )
        )
    if len(names) > 2:
        template = {
            By.BLOC: tr("{count} blocs from {least} to {most} seats are exactly equal: {names}."),
            By.COALITION: tr(
                "{count} players from {least} to {most} seats are exactly equal: {names}."
            ),
        }.get(
            standing.question.players,
            tr("{count} lists from {least} to {most} seats are exactly equal: {names}."),
        )
        sentences.append(
            template.format(
                count=len(names), least=seats[-1], most=seats[0], names=names_text(names)
            )
        )
    return " ".join(sentences)


def _riser(fact: Riser, chamber: Chamber) -> str:
    parts = [tr("{name} ({seats})", name=p.name, seats=p.seats) for p in fact.parts]
    once = (
        tr(
            "Once {lists} divides into {parts}, {name} ({seats} seats) rises from {before} to "
            "{after}."
        )
        if len(fact.lists) == 1
        else tr(
            "Once {lists} divide into {parts}, {name} ({seats} seats) rises from {before} to "
            "{after}."
        )
    )
    told = once.format(
        lists=_lists(fact, chamber),
        parts=names_text(parts),
        name=fact.player.name,
        seats=fact.player.seats,
        before=percent(fact.before),
        after=percent(fact.after),
    )
    if fact.decides is None:
        return told
    decides = tr(
        "It decides: without it neither {coalition} ({own}) nor all the others together ({others}) "
        "reach {quota}.",
        coalition=fact.decides.coalition.name,
        own=fact.decides.own,
        others=fact.decides.others,
        quota=fact.decides.quota,
    )
    return f"{told} {decides}"


def _lists(fact: Riser, chamber: Chamber) -> str:
    return names_text([chamber.list_by_id[entry].name.label for entry in fact.lists])


def caution_text(standing: Standing) -> str:
    """What has to be known of a quota that is not above half; empty for any other."""
    if standing.game.proper:
        return ""
    return tr(
        "The quota {quota} is not above half of {all}: two coalitions with no common member can "
        "both win.",
        quota=standing.game.quota,
        all=standing.game.total,
    )


def notes_on(standing: Standing, scenario: Scenario) -> list[str]:
    """What else has to be known of the numbers, in sentences."""
    notes = []
    if standing.note:
        notes.append(tr("This index cannot be had here: {reason}.", reason=standing.note))
    elif standing.shares is None:
        notes.append(tr("With a second rule that counts heads, this index is not reckoned."))
    if len(standing.quotas) == 2:
        notes.append(
            tr(
                "Both rules count the same seats, so the higher of {first} and {second} decides.",
                first=standing.quotas[0],
                second=standing.quotas[1],
            )
        )
    if standing.heads is not None:
        notes.append(
            tr(
                "{quota} seats and {heads} of the {number} players are needed.",
                quota=standing.game.quota,
                heads=standing.heads,
                number=len(standing.players),
            )
        )
    if scenario.custom_quota is not None:
        notes.append(tr("Own quota: {quota}.", quota=scenario.custom_quota))
    return notes
