"""Events, and what changes from one day to another, told in sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from iraq_explorer.core.dataset import Dataset, Event
from iraq_explorer.core.dates import PartialDate
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.timeline import Change, ChangeKind, caucus_seats
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.source_telling import corrected_html, source_link, tie_text
from iraq_explorer.ui.words import core, day_text, period_text, tr


@dataclass(frozen=True)
class News:
    """What changed from one day to another."""

    text: str
    """One sentence: the most important, and the rest in numbers."""
    details: tuple[str, ...] = ()
    """Everything, a line for each change."""


def event_html(event: Event, dataset: Dataset, theme: Theme) -> str:
    """Everything about one event: what, when, how certain, who, and by which sources."""
    muted = theme.muted.name()
    when = day_text(event.date)
    if event.date_end is not None:
        when = period_text(event.date, event.date_end)
    parts = [
        f"<h3 style='margin-bottom:0'>{escape(event.title)}</h3>",
        f'<div style="color:{muted}">{escape(when)} · {core(event.certainty)}</div>',
        f"<p>{escape(event.what)}</p>",
    ]
    if event.certainty is Certainty.CONTESTED:
        told = tr("Sources disagree about this.")
        parts.append(f'<p style="color:{theme.bad.name()}">{told}</p>')
    if event.actors:
        names = (dataset.actors[a].name.label for a in event.actors if a in dataset.actors)
        parts.append(f"<p>{escape(all_of(names))}</p>")
    parts.append(corrected_html(event.id, dataset, theme))
    parts.extend(
        f'<div style="color:{muted}">▸ {source_link(dataset.sources[s], theme)}</div>'
        for s in event.sources
    )
    return "".join(parts)


def event_link(event: Event, theme: Theme) -> str:
    """An event in its title, as a link that opens its entry."""
    return (
        f'<a href="event:{escape(event.id)}" '
        f'style="color:{theme.accent.name()}; text-decoration:none">{escape(event.title)}</a>'
    )


def event_tip(event: Event) -> str:
    """An event in two lines, for a tool tip."""
    told = f"{escape(day_text(event.date))} · {core(event.certainty)}"
    return f"<b>{escape(event.title)}</b><br>{told}"


def event_line(event: Event) -> str:
    """An event as one sentence: "7 March 2007: Fadhila leaves the UIA"."""
    return tr("{day}: {event}", day=day_text(event.date), event=event.title)


def news_of(
    scenario: Scenario,
    dataset: Dataset,
    found: Sequence[Change],
    until: PartialDate,
    at: Event | None = None,
    *,
    back: bool = False,
) -> News:
    """What changed between two days, told from the later; going back, from the earlier.

    Args:
        scenario: as of any day; gives the chamber and the ties.
        dataset: what is known.
        found: what changed since the day that one comes from.
        until: the date that one comes to.
        at: the event one goes to, if it is one.
        back: whether one goes back in time.

    """
    moved = _lasting([change for change in found if change.list_id])
    events = [dataset.events[c.id] for c in found if c.kind is ChangeKind.EVENT]
    # The latest first: it is what one came for.
    told = list(_moves_told(moved[::-1], scenario, dataset, until, back))
    main = told[:1]
    rest = told[1:]
    # An event that only says who leaves a list is not told twice.
    same = {e.id for e in events if any(_tells(e, c, scenario, dataset) for c in moved)}
    if at is None and events and not back:
        at = events[-1]
    others = len([event for event in events if event.id not in same])
    if at is not None and at.id not in same:
        if main:
            rest.insert(0, at.title)
        else:
            main = [at.title]
        others -= at in events
    counted = _counted(found, others, back)
    if not main:
        # Nothing has a name: the numbers themselves are the news.
        main, counted = ([all_of(counted)], []) if counted else ([tr("nothing changes")], [])
    text = tr("{day}: {event}", day=day_text(until), event="; ".join((*main, *rest[:1])))
    if rest[1:]:
        counted.insert(0, tr("{count} more blocs move", count=len(rest[1:])))
    if counted:
        text = tr("{news}; and {rest}", news=text, rest=all_of(counted))
    return News(text, tuple(_line(change, scenario, dataset, back=back) for change in found))


def _lasting(moved: list[Change]) -> list[Change]:
    """The moves without those of blocs that were back where they had been at the end."""
    ways = Counter((change.id, change.list_id) for change in moved)
    return [change for change in moved if ways[change.id, change.list_id] % 2]


def _moves_told(
    moved: Iterable[Change], scenario: Scenario, dataset: Dataset, until: PartialDate, back: bool
) -> Iterable[str]:
    groups: dict[tuple[ChangeKind, str], list[Change]] = {}
    for change in moved:
        groups.setdefault((change.kind, change.list_id), []).append(change)
    chamber = dataset.chamber_of(scenario)
    for (kind, list_id), group in groups.items():
        entry = chamber.list_by_id[list_id]
        blocs = dict.fromkeys(change.id for change in group[::-1])
        total = group[0].total
        if back:
            total = caucus_seats(entry, chamber, dataset, until.latest)
        values = {
            "names": all_of(chamber.bloc_by_id[b].name.label for b in blocs),
            "list": entry.name.label,
            "seats": chamber.seats_of(list(blocs)),
            "total": total,
        }
        one = len(blocs) == 1
        if kind is ChangeKind.LEAVES and not back:
            yield (
                tr("{names} leaves the {list}; {seats} seats, {total} are left", **values)
                if one
                else tr("{names} leave the {list}; {seats} seats, {total} are left", **values)
            )
        elif kind is ChangeKind.LEAVES:
            yield (
                tr("{names} is with the {list} again; {seats} seats of {total}", **values)
                if one
                else tr("{names} are with the {list} again; {seats} seats of {total}", **values)
            )
        elif not back:
            yield (
                tr("{names} sits with the {list}; {seats} seats, now {total}", **values)
                if one
                else tr("{names} sit with the {list}; {seats} seats, now {total}", **values)
            )
        else:
            yield (
                tr("{names} is not with the {list} yet; it has {total} seats", **values)
                if one
                else tr("{names} are not with the {list} yet; it has {total} seats", **values)
            )


def _tells(event: Event, change: Change, scenario: Scenario, dataset: Dataset) -> bool:
    bloc = dataset.chamber_of(scenario).bloc_by_id[change.id]
    return event.date == change.date and bloc.actor in event.actors


def _counted(found: Iterable[Change], events: int, back: bool) -> list[str]:
    kinds = [change.kind for change in found]
    begin, end = kinds.count(ChangeKind.TIE_BEGINS), kinds.count(ChangeKind.TIE_ENDS)
    words: list[str] = []
    if events:
        words.append(tr("1 more event") if events == 1 else tr("{count} more events", count=events))
    if back:
        begin, end = end, begin
        if begin:
            words.append(
                tr("1 tie is back") if begin == 1 else tr("{count} ties are back", count=begin)
            )
        if end and begin:
            words.append(
                tr("1 is not there yet") if end == 1 else tr("{count} are not there yet", count=end)
            )
        elif end:
            words.append(
                tr("1 tie is not there yet")
                if end == 1
                else tr("{count} ties are not there yet", count=end)
            )
        return words
    if begin:
        words.append(tr("1 tie begins") if begin == 1 else tr("{count} ties begin", count=begin))
    if end and begin:
        words.append(tr("1 ends") if end == 1 else tr("{count} end", count=end))
    elif end:
        words.append(tr("1 tie ends") if end == 1 else tr("{count} ties end", count=end))
    return words


def _line(change: Change, scenario: Scenario, dataset: Dataset, *, back: bool) -> str:
    day = day_text(change.date)
    if change.kind is ChangeKind.EVENT:
        return tr("{day}: {event}", day=day, event=dataset.events[change.id].title)
    if change.list_id:
        chamber = dataset.chamber_of(scenario)
        values = {
            "day": day,
            "bloc": chamber.bloc_by_id[change.id].name.label,
            "list": chamber.list_by_id[change.list_id].name.label,
            "seats": change.seats,
        }
        if change.kind is ChangeKind.LEAVES:
            return tr("{day}: {bloc} leaves the {list}, {seats} seats", **values)
        return tr("{day}: {bloc} sits with the {list}, {seats} seats", **values)
    tie = next(t for t in dataset.ties_of(scenario) if t.id == change.id)
    told = {"day": day, "statement": tie_text(tie, dataset).rstrip(".")}
    if change.kind is ChangeKind.TIE_BEGINS:
        return tr("{day}, begins: {statement}", **told)
    return tr("{day}, ends: {statement}", **told)
