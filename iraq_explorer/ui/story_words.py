"""What stories say that is worked out: the answers to their questions, in sentences."""

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Ask, Step, Story, scenario_of
from iraq_explorer.core.story_answer import Losses, Needs, Worth, answered
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.ways_words import over_text, partner_name
from iraq_explorer.ui.words import source_text, tr, verdict_text

_MOST_WAYS = 4


def answer_of(step: Step, dataset: Dataset) -> tuple[str, str]:
    """The answer of a step: what is counted, line by line, and what is said of it."""
    counted = ""
    if step.ask is not None:
        counted = "\n".join(counted_lines(step.ask, scenario_of(step, dataset), dataset))
    return counted, step.answer.strip()


def sources_line(step: Step, story: Story, dataset: Dataset) -> str:
    """What a step rests on, else its story; empty where neither says so."""
    named = [dataset.sources[id] for id in step.sources or story.sources if id in dataset.sources]
    if not named:
        return ""
    return tr("Sources: {sources}", sources="; ".join(map(source_text, named)))


def counted_lines(ask: Ask, scenario: Scenario, dataset: Dataset) -> list[str]:
    """The answer that the numbers of a scenario give to a question."""
    match answered(ask, scenario, dataset):
        case Needs() as needs:
            return _needs(needs)
        case Losses() as losses:
            return _losses(losses)
        case Worth() as worth:
            return _worth(worth)


def _needs(needs: Needs) -> list[str]:
    if needs.verdict.reached:
        return [tr("Nobody: {verdict}.", verdict=verdict_text(needs.verdict))]
    if not needs.ways:
        return [tr("Everybody together is not enough.")]
    lines = []
    # One more takes no more room than to say that there is one.
    told = needs.ways if len(needs.ways) == _MOST_WAYS + 1 else needs.ways[:_MOST_WAYS]
    for way in told:
        partners = all_of(
            tr("{name} ({seats})", name=partner_name(partner), seats=partner.seats)
            for partner in way.partners
        )
        told_worth = over_text(way.verdict)
        if way.verdict.over:
            told_worth = tr("{total}, {over}", total=way.verdict.seats, over=told_worth)
        lines.append(tr("{partners}: {worth}", partners=partners, worth=told_worth))
    if len(needs.ways) > len(told):
        lines.append(tr("and {count} other ways", count=len(needs.ways) - len(told)))
    return lines


def _losses(losses: Losses) -> list[str]:
    if not losses.verdict.reached:
        return [tr("It has no majority to lose: {verdict}.", verdict=verdict_text(losses.verdict))]
    lines = []
    if losses.critical:
        names = all_of(
            tr("{name} ({seats})", name=bloc.name.label, seats=bloc.seats)
            for bloc, _ in losses.critical
        )
        lines.append(tr("Not without: {names}", names=names))
    if losses.spared:
        names = all_of(
            tr("{name} ({seats})", name=bloc.name.label, seats=bloc.seats) for bloc in losses.spared
        )
        lines.append(tr("Any one of these may leave: {names}", names=names))
    lines.append(tr("To spare: {seats}", seats=losses.verdict.over))
    return lines


def _worth(worth: Worth) -> list[str]:
    return [
        tr("{rule}: {verdict}", rule=rule, verdict=verdict_text(verdict))
        for rule, verdict in worth.verdicts
    ]
