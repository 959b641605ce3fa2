"""What stories say that is worked out: the answers to their questions, in sentences."""

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.formation import Partner, PartnerKind
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.story import Ask, Step, Story, scenario_of
from iraq_explorer.core.story_answer import Losses, Needs, Worth, answered
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.ways_words import bloc_names, over_text
from iraq_explorer.ui.words import source_text, tr, verdict_text

_MOST_WAYS = 4
_MOST_WAYS_NOW = 2
_MOST_BLOCS = 2
"""What is left of a list is told by its blocs where they are no more than this."""


def answer_of(step: Step, dataset: Dataset) -> tuple[str, str]:
    """The answer of a step: what is counted, line by line, and what is said of it."""
    counted = ""
    if step.ask is not None:
        counted = "\n".join(counted_lines(step.ask, scenario_of(step, dataset), dataset))
    return counted, step.answer.strip()


def answer_now(step: Step, shown: Scenario, dataset: Dataset) -> str:
    """The counted answer of what is shown now, in one line.

    Empty where nothing is counted, or where it is the same as for the step as it is told.
    """
    ask = step.ask
    if ask is None or shown.membership == scenario_of(step, dataset).membership:
        return ""
    if ask.coalition not in shown.coalition_by_id:
        return tr("The coalition is not there any more.")
    lines = counted_lines(ask, shown, dataset, most=_MOST_WAYS_NOW)
    if lines == counted_lines(ask, scenario_of(step, dataset), dataset, most=_MOST_WAYS_NOW):
        return ""
    return "; ".join(lines)


def sources_line(step: Step, story: Story, dataset: Dataset) -> str:
    """What a step rests on, else its story; empty where neither says so."""
    named = [dataset.sources[id] for id in step.sources or story.sources if id in dataset.sources]
    if not named:
        return ""
    return tr("Sources: {sources}", sources="; ".join(map(source_text, named)))


def counted_lines(
    ask: Ask, scenario: Scenario, dataset: Dataset, most: int = _MOST_WAYS
) -> list[str]:
    """The answer that the numbers of a scenario give, with so many of several ways at most."""
    match answered(ask, scenario, dataset):
        case Needs() as needs:
            return _needs(needs, dataset.chamber_of(scenario), most)
        case Losses() as losses:
            return _losses(losses)
        case Worth() as worth:
            return _worth(worth)


def _needs(needs: Needs, chamber: Chamber, most: int) -> list[str]:
    if needs.verdict.reached:
        return [tr("Nobody more: {verdict}", verdict=verdict_text(needs.verdict))]
    if not needs.ways:
        return [tr("Everybody together is not enough")]
    lines = []
    # One more takes no more room than to say that there is one.
    told = needs.ways if len(needs.ways) == most + 1 else needs.ways[:most]
    for way in told:
        partners = all_of(
            tr("{name} ({seats})", name=_partner(partner, chamber), seats=partner.seats)
            for partner in way.partners
        )
        told_worth = over_text(way.verdict)
        if way.verdict.over:
            # Without the line, which stands above: each of these is to fit in one line.
            told_worth = tr("{total}, {over} over", total=way.verdict.seats, over=way.verdict.over)
        lines.append(tr("{partners}: {worth}", partners=partners, worth=told_worth))
    if len(needs.ways) > len(told):
        lines.append(tr("and {count} other ways", count=len(needs.ways) - len(told)))
    return lines


def _partner(partner: Partner, chamber: Chamber) -> str:
    """A partner for people who have not seen the panel of ways: a few blocs by their names."""
    if partner.kind is not PartnerKind.REST:
        return partner.name
    if len(partner.blocs) <= _MOST_BLOCS:
        return bloc_names(partner.blocs, chamber)
    return tr("The others of {name}", name=partner.name)


def _losses(losses: Losses) -> list[str]:
    if not losses.verdict.reached:
        return [tr("No majority to lose: {verdict}", verdict=verdict_text(losses.verdict))]
    lines = []
    for blocs, words in (
        ([bloc for bloc, _ in losses.critical], tr("Not without {names}")),
        (list(losses.spared), tr("Could leave alone: {names}")),
    ):
        if blocs:
            names = all_of(
                tr("{name} ({seats})", name=bloc.name.label, seats=bloc.seats) for bloc in blocs
            )
            lines.append(words.format(names=names))
    over = losses.verdict.over
    lines.append(tr("{seats} to spare", seats=over) if over else tr("None to spare"))
    return lines


def _worth(worth: Worth) -> list[str]:
    return [
        tr("{rule}: {verdict}", rule=rule, verdict=verdict_text(verdict))
        for rule, verdict in worth.verdicts
    ]
