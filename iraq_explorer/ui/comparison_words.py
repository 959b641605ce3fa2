"""The difference of two scenarios in words: who moved, totals, power, friction and ties."""

from collections.abc import Iterable
from html import escape

from iraq_explorer.core.comparison import Comparison, Standing
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Tie
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.source_telling import tie_text
from iraq_explorer.ui.words import core, region_text, tr


def summary_text(comparison: Comparison) -> str:
    """The difference in one sentence."""
    if not comparison.same_chamber:
        return tr("Two chambers: their blocs are not the same, so none is said to have moved.")
    if not comparison.moved:
        return tr("Nobody moved.")
    seats = sum(moved.seats for moved in comparison.moved)
    if len(comparison.moved) == 1:
        return tr("1 bloc with {seats} seats stands elsewhere.", seats=seats)
    return tr(
        "{count} blocs with {seats} seats stand elsewhere.",
        count=len(comparison.moved),
        seats=seats,
    )


def difference_html(comparison: Comparison, dataset: Dataset, theme: Theme) -> str:
    """Everything that is different, in sections."""
    parts = [f"<p>{escape(summary_text(comparison))}</p>"]
    if comparison.moved:
        parts.append(_heading(tr("Who moved"), theme))
        parts.extend(_moved_html(comparison, theme))
    for mark, scenario, standings in zip(
        "AB", (comparison.a, comparison.b), comparison.standings, strict=True
    ):
        parts.append(_heading(f"{mark} · {scenario.name}", theme))
        parts.extend(_standing_html(standing, theme) for standing in standings)
    if comparison.power:
        parts.append(_heading(tr("Power (Banzhaf), by list as coalitions divide it"), theme))
        shifts = [
            (
                shift.name,
                "–" if shift.before is None else f"{float(shift.before):.1%}",
                "–" if shift.after is None else f"{float(shift.after):.1%}",
                f"{float(shift.change):+.1%}".replace("-", "−"),
            )
            for shift in comparison.power
        ]
        parts.append(_table((tr("Player"), "A", "B", tr("Change")), shifts, theme))
    for title, ties in (
        (tr("Ties in force only in A"), comparison.ties_only_a),
        (tr("Ties in force only in B"), comparison.ties_only_b),
    ):
        if ties:
            parts.append(_heading(tr("{title}: {count}", title=title, count=len(ties)), theme))
            parts.extend(_tie_html(tie, dataset, theme) for tie in ties)
    return "".join(parts)


def _moved_html(comparison: Comparison, theme: Theme) -> Iterable[str]:
    """Who moved, those who went the same way in one line."""
    ways: dict[tuple[str | None, str | None], list[str]] = {}
    seats: dict[tuple[str | None, str | None], int] = {}
    for moved in comparison.moved:
        way = (moved.before, moved.after)
        ways.setdefault(way, []).append(f"{escape(moved.name)} <b>{moved.seats}</b>")
        seats[way] = seats.get(way, 0) + moved.seats
    for way, blocs in ways.items():
        before, after = (place or tr("no coalition") for place in way)
        told = tr("{before} → {after}: {seats}", before=before, after=after, seats=seats[way])
        yield (
            f"<p style='margin:4px 0'><b>{escape(told)}</b><br>"
            f'<span style="color:{theme.text.name()}">{", ".join(blocs)}</span></p>'
        )


def _standing_html(standing: Standing, theme: Theme) -> str:
    colour = (theme.good if standing.verdict.reached else theme.bad).name()
    told = tr(
        "pairs inside: {hostile} hostile, {friendly} friendly, {unknown} unknown",
        hostile=standing.hostile,
        friendly=standing.friendly,
        unknown=standing.unknown,
    )
    return (
        f"<p style='margin:2px 0'><b>{escape(standing.coalition.name)}</b> "
        f'<span style="color:{colour}">{escape(region_text(standing.verdict))}</span><br>'
        f'<span style="color:{theme.muted.name()}">{escape(told)}</span></p>'
    )


def _tie_html(tie: Tie, dataset: Dataset, theme: Theme) -> str:
    sign = "＋" if tie.sign > 0 else "−"
    colour = (theme.friendly if tie.sign > 0 else theme.hostile).name()
    return (
        f'<div><span style="color:{colour}"><b>{sign}</b></span> {escape(tie_text(tie, dataset))} '
        f'<span style="color:{theme.muted.name()}">{escape(core(tie.certainty))}</span></div>'
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], theme: Theme) -> str:
    muted = theme.muted.name()
    head = "".join(
        f'<td style="color:{muted}; padding-right:10px">{escape(text)}</td>' for text in heads
    )
    body = "".join(
        "<tr>"
        + "".join(f'<td style="padding-right:10px">{escape(cell)}</td>' for cell in row)
        + "</tr>"
        for row in rows
    )
    return f"<table cellspacing='0'><tr>{head}</tr>{body}</table>"


def _heading(text: str, theme: Theme) -> str:
    return f'<h4 style="color:{theme.muted.name()}; margin-bottom:2px">{escape(text)}</h4>'
