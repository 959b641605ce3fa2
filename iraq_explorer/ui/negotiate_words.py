"""The game of negotiation in words: cards, offers, votes, and how it ended."""

from collections.abc import Iterable, Sequence
from html import escape

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.dealing import owner_of
from iraq_explorer.core.negotiation import Division, Game, Line, Offer
from iraq_explorer.core.negotiation_outcome import Contrast
from iraq_explorer.core.private_card import Wish, WishKind
from iraq_explorer.core.roll_call import Stance
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import day_text, tr, worth_text


def names_of(blocs: Iterable[str], chamber: Chamber) -> str:
    """Blocs with their seats, the largest first."""
    known = sorted((chamber.bloc_by_id[b] for b in blocs), key=lambda bloc: -bloc.seats)
    return ", ".join(f"{bloc.name.label} {bloc.seats}" for bloc in known)


def wish_text(wish: Wish, game: Game, names: Sequence[str]) -> str:
    """What a line of a card asks for."""
    known = game.chamber.bloc_by_id
    other = group = ""
    if wish.other:
        other = known[wish.other].name.label
        group = names[owner_of(game.hands, wish.other)]
    match wish.kind:
        case WishKind.APART:
            own = known[wish.bloc].name.label
            return tr(
                "{own} never in one government with {other} ({group})",
                own=own,
                other=other,
                group=group,
            )
        case WishKind.GOVERN:
            return tr("Be in the government")
        case WishKind.WITH:
            return tr("Govern together with {other} ({group})", other=other, group=group)
        case WishKind.LEAD:
            return tr("Have the most seats of all groups in the government")
        case WishKind.POSTS:
            return tr("Have at least {count} of the {posts} posts", count=wish.number,
                      posts=game.posts)  # fmt: skip
        case WishKind.FEW:
            return tr("At most {count} groups in the government", count=wish.number)
        case WishKind.BROAD:
            return tr("At least {count} seats more than the line takes", count=wish.number)


def card_html(game: Game, group: int, names: Sequence[str], dataset: Dataset, theme: Theme) -> str:
    """The whole card of a group, with the ties that its lines rest on."""
    muted = theme.muted.name()
    parts = []
    for title, red in ((tr("RED LINES"), True), (tr("WISHES"), False)):
        parts.append(f'<p style="color:{muted}; margin:6px 0 2px 0"><b>{escape(title)}</b></p>')
        for wish in game.cards[group]:
            if wish.red_line is not red:
                continue
            worth = f"−{wish.points}" if red else f"+{wish.points}"
            line = f"<b>{worth}</b> {escape(wish_text(wish, game, names))}"
            if wish.ties and wish.ties[0] in dataset.ties:
                why = escape(dataset.ties[wish.ties[0]].statement)
                line += f'<br><span style="color:{muted}">{why}</span>'
            parts.append(f'<p style="margin:2px 0">{line}</p>')
    return "".join(parts)


def total_text(game: Game, blocs: Iterable[str]) -> str:
    """What the seats of an offer are worth: "172 of 163: majority by 9"."""
    verdict = game.verdict(tuple(blocs))
    return tr(
        "{seats} of {quota}: {worth}",
        seats=verdict.seats,
        quota=verdict.quota,
        worth=worth_text(verdict),
    )


def offer_text(game: Game, offer: Offer, names: Sequence[str]) -> str:
    """Who would govern together, and what they have."""
    partners = all_of(names[group] for group in game.partners(offer))
    return tr("{partners}: {total}", partners=partners, total=total_text(game, offer.blocs))


def left_out_text(game: Game, offer: Offer) -> str:
    """Which blocs its own groups leave out; empty where none."""
    out = [
        bloc
        for group in game.partners(offer)
        for bloc in game.hands[group]
        if bloc not in offer.blocs
    ]
    return tr("Without {blocs}", blocs=names_of(out, game.chamber)) if out else ""


def posts_text(offer: Offer, names: Sequence[str]) -> str:
    """How the posts are shared: "Posts: Blue 20, Orange 12"; empty where they are left open."""
    if not offer.posts:
        return ""
    shares = ", ".join(f"{names[group]} {count}" for group, count in sorted(offer.posts.items()))
    return tr("Posts: {shares}", shares=shares)


def state_text(game: Game, offer: Offer) -> str:
    """What became of an offer that no longer stands; empty for one that does."""
    division = next((d for d in game.divisions if d.offer == offer.number), None)
    if division is not None:
        return division_text(division)
    if offer.withdrawn:
        return tr("Withdrawn")
    return "" if game.open(offer) else tr("Lapsed with its round")


def division_text(division: Division) -> str:
    """How a vote ended: "159 for: fails, 4 short of 163"."""
    verdict = division.verdict
    if verdict.reached:
        return tr("{yes} for, {quota} needed: carried", yes=verdict.seats, quota=verdict.quota)
    return tr(
        "{yes} for, {quota} needed: fails, {short} short",
        yes=verdict.seats,
        quota=verdict.quota,
        short=verdict.short,
    )


def stance_words() -> dict[Stance, str]:
    """What a group can do in a vote."""
    return {
        Stance.FOR: tr("For"),
        Stance.AGAINST: tr("Against"),
        Stance.ABSTAIN: tr("Abstain"),
    }


def points_text(points: int) -> str:
    """Points with their sign."""
    return f"+{points}" if points > 0 else f"−{-points}" if points else "0"


def waiting_text(game: Game, names: Sequence[str]) -> str:
    """Which game waits to be gone on with."""
    told = {"groups": all_of(names), "name": game.scenario.name}
    if game.over:
        return tr("The last game, of {groups} on “{name}”, has come to its end.", **told)
    return tr(
        "A game of {groups} on “{name}” waits in round {number} of {count}.",
        number=game.round,
        count=game.rounds,
        **told,
    )


# -- the end ---------------------------------------------------------------------------------------


def ending_text(game: Game, names: Sequence[str]) -> str:
    """How the game ended, in a sentence."""
    held = game.government
    if held is None:
        return tr("No government in {rounds} rounds", rounds=game.rounds)
    return offer_text(game, held, names)


def scores_html(game: Game, names: Sequence[str], theme: Theme) -> str:
    """Every card with what was kept of it, the group with most points first."""
    order = sorted(game.groups, key=lambda group: -game.score(group))
    parts = []
    for group in order:
        colour = theme.coalition(group).name()
        head = tr("{name}: {points} points", name=names[group],
                  points=points_text(game.score(group)))  # fmt: skip
        parts.append(
            f'<p style="margin:10px 0 2px 0"><span style="color:{colour}">■</span> '
            f"<b>{escape(head)}</b></p>"
        )
        rows = "".join(_line_html(line, game, names, theme) for line in game.lines(group))
        parts.append(f'<table cellspacing="0" cellpadding="2">{rows}</table>')
    return "".join(parts)


def _line_html(line: Line, game: Game, names: Sequence[str], theme: Theme) -> str:
    colour = (theme.good if line.kept else theme.bad).name()
    if line.wish.red_line:
        word = tr("kept") if line.kept else tr("crossed")
    else:
        word = tr("kept") if line.kept else tr("not kept")
    mark = "✓" if line.kept else "✗"
    return (
        f'<tr><td style="color:{colour}"><b>{mark} {escape(word)}</b>&nbsp;</td>'
        f"<td><b>{points_text(line.points)}</b>&nbsp;</td>"
        f"<td>{escape(wish_text(line.wish, game, names))}</td></tr>"
    )


def contrast_html(
    found: Contrast, history: Scenario, game: Game, dataset: Dataset, theme: Theme
) -> str:
    """The government of the game beside the one that followed."""
    there = dataset.chamber_of(history)
    muted = theme.muted.name()

    def names(blocs: Sequence[str]) -> str:
        known = {**there.bloc_by_id, **game.chamber.bloc_by_id}
        held = sorted((known[bloc] for bloc in blocs), key=lambda bloc: -bloc.seats)
        told = ", ".join(f"{bloc.name.label} {bloc.seats}" for bloc in held)
        return escape(told or tr("nobody"))

    head = tr("What followed: {name}, {day}", name=history.name, day=day_text(history.date))
    lines = (
        (tr("In both"), found.both),
        (tr("Only in yours"), found.only_game),
        (tr("Only in history"), found.only_history),
    )
    body = "".join(
        f'<p style="margin:4px 0"><span style="color:{muted}"><b>{escape(title)}</b></span><br>'
        f"{names(blocs)}</p>"
        for title, blocs in lines
    )
    return f"<p><b>{escape(head)}</b></p>{body}"
