"""A source as a readable entry: what it is, what is corrected in it, and all that rests on it."""

from collections.abc import Iterable
from html import escape

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty, Source
from iraq_explorer.core.ledger import Resting, resting_on
from iraq_explorer.core.network import Tie
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import core, day_text, period_text, source_text, tr


def tie_text(tie: Tie, dataset: Dataset) -> str:
    """A tie in a sentence; one that a scenario assumes by its ends and its kind."""
    if dataset.ties.get(tie.id) == tie:
        return tie.statement
    a, b = (dataset.actors[end].name.label for end in (tie.source, tie.target))
    return tr("Assumed: {a} {kind} {b}", a=a, kind=core(tie.kind), b=b)


def source_link(source: Source, theme: Theme, more: str = "") -> str:
    """A source in one line, as a link that opens its entry; more of the line may follow."""
    return (
        f'<a href="source:{escape(source.id)}" '
        f'style="color:{theme.accent.name()}; text-decoration:none">'
        f"{escape(source_text(source))}</a>{escape(more)}"
    )


def source_links(sources: Iterable[str], dataset: Dataset, theme: Theme) -> str:
    """Several sources in one line, each a link."""
    return "; ".join(source_link(dataset.sources[source], theme) for source in sources)


def back_link(theme: Theme, words: str) -> str:
    """The link that leads back from the entry of a source."""
    return (
        f'<a href="back:" style="color:{theme.accent.name()}; text-decoration:none">'
        f"← {escape(words)}</a>"
    )


def sources_say_html(tie: Tie, dataset: Dataset, theme: Theme) -> str:
    """What sources say of a tie that a scenario assumes to be different; empty for an added one."""
    known = dataset.ties.get(tie.id)
    if known is None:
        return ""
    told = tr("The sources have it: {statement}", statement=known.statement)
    names = dict.fromkeys(citation.source for citation in known.citations)
    return (
        f'<p style="color:{theme.muted.name()}">{escape(told)} '
        f"({escape(core(known.certainty))})<br>▸ {source_links(names, dataset, theme)}</p>"
    )


def corrected_html(statement: str, dataset: Dataset, theme: Theme) -> str:
    """What an article claims of a tie, bloc or event, and the correction; empty where none is."""
    return "".join(
        f'<div style="color:{theme.bad.name()}">⚠ '
        + escape(
            tr(
                "{article} says: {claim} Corrected: {correction}",
                article=dataset.sources[correction.article].title,
                claim=correction.claim,
                correction=correction.correction,
            )
        )
        + "</div>"
        for correction in dataset.corrections_of(statement)
    )


def source_html(source: Source, dataset: Dataset, theme: Theme) -> str:
    """The entry of a source."""
    muted = theme.muted.name()
    parts = [f"<h3 style='margin-bottom:2px'>{escape(source.title)}</h3>"]
    about = [day_text(source.date)] if source.date else [tr("undated")]
    if source.url:
        about.append(source.url)
    if source.copy:
        about.append(tr("read in a copy: {address}", address=source.copy))
    parts.append(f'<div style="color:{muted}">{"<br>".join(map(escape, about))}</div>')
    if source.note:
        parts.append(f"<p>{escape(source.note)}</p>")
    corrections = [c for c in dataset.corrections if c.article == source.id]
    if corrections:
        parts.append(_heading(tr("Corrected or contested since"), theme))
        for correction in corrections:
            claim = tr("It says: {claim}", claim=correction.claim)
            parts.append(
                f"<p style='margin:3px 0'>{escape(claim)}<br>"
                f'<span style="color:{theme.bad.name()}">⚠ {escape(correction.correction)}</span>'
                "</p>"
            )
    resting = resting_on(source.id, dataset)
    parts.append(_heading(tr("What rests on it: {count}", count=resting.count), theme))
    parts.extend(_resting_html(source.id, resting, dataset, theme))
    return "".join(parts)


def _resting_html(source: str, resting: Resting, dataset: Dataset, theme: Theme) -> Iterable[str]:
    muted = theme.muted.name()
    seats = []
    for chamber_id, bloc_id, figure in resting.blocs:
        chamber = dataset.chambers[chamber_id]
        seats.append((chamber.bloc_by_id[bloc_id].name.en, figure, chamber.elected))
    for chamber_id, list_id, figure in resting.lists:
        chamber = dataset.chambers[chamber_id]
        seats.append((chamber.list_by_id[list_id].name.en, figure, chamber.elected))
    for name, figure, elected in seats:
        told = tr("{name}: {seats} seats", name=name, seats=figure)
        yield (
            f"<div>▪ {escape(told)} "
            f'<span style="color:{muted}">{escape(day_text(elected))}</span></div>'
        )
    for tie_id in resting.ties:
        tie = dataset.ties[tie_id]
        yield f"<div>{_tie_line(tie, theme)}{_alone(tie, source, theme)}</div>"
    for event_id in resting.events:
        event = dataset.events[event_id]
        day = day_text(event.date)
        yield (
            f"<div>▪ {escape(event.title)} "
            f'<span style="color:{muted}">{escape(day)} · {escape(core(event.certainty))}</span>'
            "</div>"
        )
    for chamber_id, rule_id in resting.rules:
        rule = dataset.chambers[chamber_id].rule_by_id[rule_id]
        yield f"<div>▪ {escape(tr('Rule: {name}', name=rule.name))}</div>"
    if resting.actors:
        names = ", ".join(dataset.actors[actor].name.en for actor in resting.actors)
        yield f"<div>▪ {escape(tr('Actors: {names}', names=names))}</div>"
    for scenario_id in resting.scenarios:
        told = tr("Scenario: {name}", name=dataset.scenarios[scenario_id].name)
        yield f"<div>▪ {escape(told)}</div>"


def _alone(tie: Tie, source: str, theme: Theme) -> str:
    if {citation.source for citation in tie.citations} != {source}:
        return ""
    told = tr("no other source")
    return f' <span style="color:{theme.bad.name()}">{escape(told)}</span>'


def _tie_line(tie: Tie, theme: Theme) -> str:
    sign = "＋" if tie.sign > 0 else "−"
    colour = (theme.friendly if tie.sign > 0 else theme.hostile).name()
    facts = f"{period_text(tie.period.start, tie.period.end)} · {core(tie.certainty)}"
    return (
        f'<span style="color:{colour}"><b>{sign}</b></span> {escape(tie.statement)} '
        f'<span style="color:{theme.muted.name()}">{escape(facts)}</span>'
    )


def evidence_html(
    claim: str,
    certainty: Certainty,
    when: str,
    sources: Iterable[str],
    dataset: Dataset,
    theme: Theme,
    *,
    assumed: bool = False,
) -> str:
    """A claim with when, how certain and whose it is, each source a link."""
    parts = [f"<p style='margin-bottom:2px'><b>{escape(claim)}</b></p>"]
    facts = " · ".join(part for part in (when, core(certainty)) if part)
    parts.append(f'<div style="color:{theme.muted.name()}">{escape(facts)}</div>')
    links = [source_link(dataset.sources[s], theme) for s in sources if s in dataset.sources]
    if links:
        parts.append("".join(f"<div>▸ {link}</div>" for link in links))
    elif assumed:
        told = tr("Assumed in this scenario; no source says so.")
        parts.append(f'<div style="color:{theme.muted.name()}">{escape(told)}</div>')
    else:
        told = tr("No source that counts makes this statement.")
        parts.append(f'<div style="color:{theme.bad.name()}">{escape(told)}</div>')
    return "".join(parts)


def _heading(text: str, theme: Theme) -> str:
    return f'<h4 style="color:{theme.muted.name()}; margin-bottom:2px">{escape(text)}</h4>'
