"""What is known of a node, a tie or a coalition, told in sentences with dates and sources."""

from collections.abc import Collection, Iterable
from html import escape

from iraq_explorer.core.chamber import Bloc, ElectoralList
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.names import Name
from iraq_explorer.core.network import Link, Network, Node, Tie
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.timeline import events_of
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.source_telling import (
    corrected_html,
    source_link,
    source_links,
    sources_say_html,
    tie_text,
)
from iraq_explorer.ui.telling_events import event_link
from iraq_explorer.ui.words import (
    assumed_text,
    core,
    day_text,
    period_text,
    region_text,
    spread_text,
    tr,
    verdict_text,
)


def other_names(name: Name) -> str:
    """The Arabic and Kurdish names, each marked where no source prints it."""
    parts = []
    for text, verified in ((name.ar, name.ar_verified), (name.ku, name.ku_verified)):
        if text:
            parts.append(text if verified else tr("{name} (spelling not verified)", name=text))
    return " · ".join(parts)


def node_tip(node: Node, dataset: Dataset, scenario: Scenario) -> str:
    """A node in a few lines, for a tool tip."""
    chamber = dataset.chamber_of(scenario)
    lines = [f"<b>{escape(node.name.en)}</b>"]
    if other_names(node.name):
        lines.append(escape(other_names(node.name)))
    bloc = chamber.bloc_by_id.get(node.id)
    if bloc is not None:
        told = assumed_text(bloc) or core(bloc.certainty)
        lines.append(tr("{seats} seats, {certainty}", seats=bloc.seats, certainty=told))
        if bloc.disputed:
            lines.append(
                tr("sources give {low} to {high}", low=bloc.seats_low, high=bloc.seats_high)
            )
        if len(chamber.blocs_of_list(bloc.list_id)) > 1:
            entry = chamber.list_by_id[bloc.list_id]
            told = tr("double-click selects the whole list {name}", name=entry.name.label)
            lines.append(f"<i>{escape(told)}</i>")
    else:
        lines.append(core(node.kind))
    return "<br>".join(lines)


def link_tip(link: Link, dataset: Dataset) -> str:
    """The ties of a line, for a tool tip."""
    lines = []
    for tie in link.ties[:5]:
        lines.append(f"<b>{escape(tie_text(tie, dataset))}</b>")
        lines.append(f"{tie_facts(tie)}")
    if len(link.ties) > 5:
        lines.append(tr("and {count} more", count=len(link.ties) - 5))
    return "<br>".join(lines)


def tie_facts(tie: Tie) -> str:
    """When a tie holds and how certain it is."""
    return f"{escape(period_text(tie.period.start, tie.period.end))} · {core(tie.certainty)}"


def tie_html(tie: Tie, dataset: Dataset, theme: Theme, *, whose: bool = True) -> str:
    """A tie with everything that supports it."""
    colour = (theme.friendly if tie.sign > 0 else theme.hostile).name()
    muted = theme.muted.name()
    ends = ""
    if whose:
        a = dataset.actors[tie.source].name.label
        b = dataset.actors[tie.target].name.label
        sign = "＋" if tie.sign > 0 else "−"
        ends = (
            f'<span style="color:{colour}"><b>{sign}</b></span> '
            f"<b>{escape(a)} {escape(core(tie.kind))} {escape(b)}</b><br>"
        )
    assumed = dataset.ties.get(tie.id) != tie
    told = tie.statement if assumed else tie_text(tie, dataset)
    lines = [f"{ends}{escape(told)}" if told else ends.removesuffix("<br>")]
    lines.append(f'<span style="color:{muted}">{tie_facts(tie)}</span>')
    if tie.certainty in (Certainty.CONTESTED, Certainty.HYPOTHETICAL):
        colour = theme.bad.name()
        word = (
            tr("Sources disagree about this.")
            if tie.certainty is Certainty.CONTESTED
            else tr("Assumed in this scenario; no source says so.")
            if assumed
            else tr("Said to be possible, never observed.")
        )
        lines.append(f'<span style="color:{colour}">{word}</span>')
    if tie.note:
        lines.append(f'<span style="color:{muted}">{escape(tie.note)}</span>')
    for citation in tie.citations:
        more = ""
        if citation.paragraph:
            more += ", " + tr("par. {number}", number=citation.paragraph)
        if citation.paraphrase:
            more += f": {citation.paraphrase}"
        link = source_link(dataset.sources[citation.source], theme, more)
        lines.append(f'<span style="color:{muted}">▸ {link}</span>')
    more = sources_say_html(tie, dataset, theme) if assumed else ""
    more += corrected_html(tie.id, dataset, theme)
    return "<p>" + "<br>".join(lines) + "</p>" + more


def _heading(text: str, theme: Theme) -> str:
    return f'<h4 style="color:{theme.muted.name()}; margin-bottom:2px">{escape(text)}</h4>'


def node_html(
    node: Node, network: Network, dataset: Dataset, scenario: Scenario, theme: Theme
) -> str:
    """Everything about one node: names, seats with their sources, who is folded in, its ties."""
    chamber = dataset.chamber_of(scenario)
    muted = theme.muted.name()
    parts = [f"<h3 style='margin-bottom:0'>{escape(node.name.en)}</h3>"]
    if other_names(node.name):
        parts.append(
            f'<div align="left" dir="ltr" style="color:{muted}">'
            f"{escape(other_names(node.name))}</div>"
        )
    bloc = chamber.bloc_by_id.get(node.id)
    actor = dataset.actors.get(bloc.actor if bloc else node.id)
    if bloc is not None and bloc.hypothetical:
        parts.append(
            "<p>"
            + tr("<b>{seats} seats</b> of {all}, assumed.", seats=bloc.seats, all=chamber.seats)
            + "</p>"
        )
        # From here on, what an election gave and who says so.
        chamber = dataset.official_chamber(scenario)
        bloc = chamber.bloc_by_id[bloc.part_of or bloc.id]
        parts.append(_heading(tr("Officially: {name}", name=bloc.name.label), theme))
    if bloc is not None:
        entry = chamber.list_by_id[bloc.list_id]
        parts.append(
            "<p>"
            + tr(
                "<b>{seats} seats</b> of {all}, {certainty}; elected on the list {name} ({list}).",
                seats=bloc.seats,
                all=chamber.seats,
                certainty=core(bloc.certainty),
                name=escape(entry.name.en),
                list=entry.seats,
            )
            + "</p>"
        )
        if not bloc.split_known:
            parts.append(
                f'<p style="color:{muted}">'
                + tr("Several parties sit in it; no source divides its seats among them.")
                + "</p>"
            )
        if bloc.note:
            parts.append(f'<p style="color:{muted}">{escape(bloc.note)}</p>')
        parts.append(_figures_html(bloc, dataset, theme))
        parts.append(corrected_html(bloc.id, dataset, theme))
        if len(chamber.blocs_of_list(entry.id)) > 1:
            parts += _list_html(entry, dataset, theme)
        if entry.estimates:
            parts.append(_heading(tr("An estimate only, never counted"), theme))
            for part in entry.estimates:
                told = tr("{name}: about {seats}", name=part.name, seats=part.seats)
                if part.note:
                    told += f" ({part.note})"
                parts.append(f'<div style="color:{muted}"><i>{escape(told)}</i></div>')
    if actor is not None:
        parts.append(f"<p>{core(actor.kind).capitalize()}. {escape(actor.description)}</p>")
        known = [source for source in actor.sources if source in dataset.sources]
        if known and bloc is None:
            links = source_links(known, dataset, theme)
            parts.append(f'<p style="color:{muted}">▸ {links}</p>')
        parts.append(corrected_html(actor.id, dataset, theme))
    folded = [a for a in node.actors if a not in (node.id, bloc.actor if bloc else node.id)]
    if folded:
        parts.append(_heading(tr("Drawn here"), theme))
        names = ", ".join(escape(dataset.actors[a].name.en) for a in folded)
        parts.append(f"<div>{names}</div>")
    ties = [
        (tie, link.b if link.a == node.id else link.a)
        for link in network.links
        if node.id in (link.a, link.b)
        for tie in link.ties
    ]
    if ties:
        parts.append(_heading(tr("Ties in force and their evidence"), theme))
        parts.extend(tie_html(tie, dataset, theme) for tie, _ in ties)
    parts += _events_html({*node.actors, actor.id if actor else node.id}, dataset, theme)
    return "".join(parts)


def _figures_html(held: Bloc | ElectoralList, dataset: Dataset, theme: Theme) -> str:
    """Whose the figure is, and every other one that a source gives."""
    muted = theme.muted.name()
    if not held.reports:
        return f'<p style="color:{muted}">▸ {source_links(held.sources, dataset, theme)}</p>'
    parts = [_heading(tr("What sources say of the seats"), theme)]
    for report in held.reports:
        sources = source_links(report.sources, dataset, theme)
        note = f": {escape(report.note)}" if report.note else ""
        parts.append(
            f'<div><b>{report.seats}</b>{note} <span style="color:{muted}">{sources}</span></div>'
        )
    return "".join(parts)


def _list_html(entry: ElectoralList, dataset: Dataset, theme: Theme) -> Iterable[str]:
    """The seats of the list that a bloc was elected on, and whose that figure is."""
    yield _heading(tr("The whole list: {name}", name=entry.name.label), theme)
    told = tr(
        "<b>{seats} seats</b>, {certainty}.", seats=entry.seats, certainty=core(entry.certainty)
    )
    yield f"<p>{told}</p>"
    if entry.note:
        yield f'<p style="color:{theme.muted.name()}">{escape(entry.note)}</p>'
    yield _figures_html(entry, dataset, theme)


def _events_html(actors: Collection[str], dataset: Dataset, theme: Theme) -> Iterable[str]:
    """The events that actors took part in, each a link to what is known of it."""
    found = [event for event in events_of(dataset) if not set(event.actors).isdisjoint(actors)]
    if found:
        yield _heading(tr("Events"), theme)
    for event in found:
        facts = f"{day_text(event.date)} · {core(event.certainty)}"
        yield (
            f"<div>▸ {event_link(event, theme)} "
            f'<span style="color:{theme.muted.name()}">{escape(facts)}</span></div>'
        )


def link_html(link: Link, network: Network, dataset: Dataset, theme: Theme) -> str:
    """Everything about one line: each tie it stands for, and whose it was before folding."""
    a, b = network.node_by_id[link.a], network.node_by_id[link.b]
    parts = [f"<h3>{escape(a.name.label)} – {escape(b.name.label)}</h3>"]
    parts.extend(tie_html(tie, dataset, theme) for tie in link.ties)
    return "".join(parts)


def coalition_html(coalition: str, dataset: Dataset, scenario: Scenario, theme: Theme) -> str:
    """A coalition: its verdict under every rule, and its blocs."""
    chamber = dataset.chamber_of(scenario)
    held = scenario.coalition_by_id[coalition]
    verdict = scenario.verdict(coalition, chamber)
    colour = (theme.good if verdict.reached else theme.bad).name()
    parts = [f"<h3 style='margin-bottom:0'>{escape(held.name)}</h3>"]
    parts.append(f'<p style="color:{colour}"><b>{escape(region_text(verdict))}</b> ')
    parts.append(f"({escape(verdict_text(verdict))})</p>")
    if verdict.open:
        parts.append(f'<p style="color:{theme.muted.name()}">{escape(spread_text(verdict))}</p>')
    for bloc in scenario.blocs_of(coalition, chamber):
        spread = f" ({bloc.seats_low}–{bloc.seats_high})" if bloc.disputed else ""
        told = assumed_text(bloc) or core(bloc.certainty)
        parts.append(
            f"<div><b>{bloc.seats}</b>{spread} {escape(bloc.name.en)} "
            f'<span style="color:{theme.muted.name()}">{escape(told)}</span>'
        )
        if not bloc.hypothetical:
            parts.append(f"<br>{_first_source_html(bloc, dataset, theme)}")
        parts.append("</div>")
    parts += _inside_html(coalition, dataset, scenario, theme)
    return "".join(parts)


def _first_source_html(bloc: Bloc, dataset: Dataset, theme: Theme) -> str:
    """A source of a bloc's seats, and how many more there are; all of them stand at the bloc."""
    sources = [source for source in bloc.sources if source in dataset.sources]
    if not sources:
        return ""
    link = source_link(dataset.sources[sources[0]], theme)
    if len(sources) > 1:
        link += f" {escape(tr('and {count} more', count=len(sources) - 1))}"
    return f'<span style="color:{theme.muted.name()}">▸ {link}</span>'


def _inside_html(
    coalition: str, dataset: Dataset, scenario: Scenario, theme: Theme
) -> Iterable[str]:
    """The ties in force between the blocs of a coalition, the hostile first."""
    inside = {bloc.id for bloc in scenario.blocs_of(coalition, dataset.chamber_of(scenario))}
    links = [k for k in dataset.network(scenario).links if {k.a, k.b} <= inside]
    if links:
        yield _heading(tr("Ties between its blocs"), theme)
    for link in sorted(links, key=lambda link: link.sign):
        for tie in link.ties:
            yield tie_html(tie, dataset, theme)


def scenario_html(dataset: Dataset, scenario: Scenario, theme: Theme) -> str:
    """The scenario itself: what it is about, the vote if one took place, and its sources."""
    muted = theme.muted.name()
    parts = [f"<h3 style='margin-bottom:0'>{escape(scenario.name)}</h3>"]
    parts.append(f'<div style="color:{muted}">{escape(day_text(scenario.date))}</div>')
    if scenario.note:
        parts.append(f"<p>{escape(scenario.note)}</p>")
    else:
        hint = tr("Select a bloc, a line or a coalition to read what is known of it.")
        parts.append(f'<p style="color:{muted}">{hint}</p>')
    vote = scenario.vote
    if vote is not None:
        parts.append(_heading(tr("The vote as reported"), theme))
        parts.append(
            "<p>"
            + tr(
                "<b>{yes} for</b>, {no} against, {present} members present.",
                yes=vote.in_favour,
                no=vote.against,
                present=vote.present,
            )
            + "</p>"
        )
        for report in vote.reports:
            note = f": {escape(report.note)}" if report.note else ""
            sources = source_links(report.sources, dataset, theme)
            parts.append(
                "<div>"
                + tr("Others report <b>{yes}</b> for", yes=report.in_favour)
                + f'{note} <span style="color:{muted}">{sources}</span></div>'
            )
        if vote.note:
            parts.append(f'<p style="color:{muted}">{escape(vote.note)}</p>')
    if scenario.sources:
        parts.append(_heading(tr("Sources"), theme))
        parts.extend(
            f'<div style="color:{muted}">▸ {source_link(dataset.sources[s], theme)}</div>'
            for s in scenario.sources
            if s in dataset.sources
        )
    return "".join(parts)
