"""How a share of power comes about, in sentences: the sum, its terms, and one coalition of it."""

from fractions import Fraction

from iraq_explorer.core.power_account import Account, Example, Term
from iraq_explorer.ui.power_words import fraction, percent
from iraq_explorer.ui.words import tr


def sum_sentence(account: Account) -> str:
    """The number as a sum, in one sentence."""
    name = account.standing.players[account.player].name
    values = {
        "name": name,
        "part": _exact(account.worth),
        "all": f"{account.of:,}",
        "share": percent(account.share, 2),
        "fraction": fraction(account.share),
        "count": f"{account.count:,}",
        "number": len(account.standing.players),
    }
    if not account.count:
        return tr("Nowhere is {name} needed, so its share is 0.").format(**values)
    template = {
        "banzhaf": tr(
            "{name} is critical in {part} coalitions; all players together are so {all} times. "
            "{part} of {all} is {share}."
        ),
        "banzhaf_absolute": tr(
            "The others can form {all} sets; with {part} of them {name} turns losing into winning. "
            "{part} of {all} is {share}."
        ),
        "coleman_prevent": tr(
            "Of {all} winning coalitions {part} would lose without {name}. {part} of {all} is "
            "{share}."
        ),
        "coleman_initiate": tr(
            "Of {all} coalitions that lose {part} would win with {name}. {part} of {all} is "
            "{share}."
        ),
        "shapley_shubik": tr(
            "{number} players can join in {all} orders; in {part} of them {name} brings the quota. "
            "That is {share}."
        ),
        "owen": tr(
            "With the blocs of a coalition one right after another, {all} orders of the coalitions "
            "and of the blocs beside {name} count; in {part} of them it brings the quota. That is "
            "{share}."
        ),
        "banzhaf_owen": tr(
            "Other coalitions whole or not at all, its own partners singly: that makes {all} sets; "
            "with {part} of them {name} turns losing into winning. {part} of {all} is {share}."
        ),
        "deegan_packel": tr(
            "There are {all} coalitions without a superfluous member. {name} is in {count} of them "
            "and gets an equal part of each, {part} together. {part} of {all} is {share}."
        ),
        "holler": tr(
            "Coalitions without a superfluous member have {all} places together; {name} has {part} "
            "of them. {part} of {all} is {share}."
        ),
        "johnston": tr(
            "{all} winning coalitions have somebody who is needed. {name} is needed in {count} and "
            "shares each with the others who are, which makes {part}. {part} of {all} is {share}."
        ),
    }[account.standing.question.index]
    return template.format(**values)


def term_sentence(account: Account, term: Term) -> str:
    """One term of the sum: which coalitions, how many, what each counts."""
    values = {"coalitions": f"{term.coalitions:,}", "each": _exact(term.each)}
    index, size = account.standing.question.index, term.size
    if index == "shapley_shubik":
        return tr("{before} before it: {coalitions} × {each} orders", before=size[0], **values)
    if index == "owen":
        return tr(
            "{unions} coalitions and {before} partners before it: {coalitions} × {each} orders",
            unions=size[0],
            before=size[1],
            **values,
        )
    if index == "deegan_packel":
        return tr("{members} members: {coalitions} × {each}", members=size[0], **values)
    return tr("{critical} needed: {coalitions} × {each}", critical=size[0], **values)


def counted_sentence(account: Account, number: int, listed: int) -> str:
    """Which of how many coalitions it is: "Coalition 3 of 192"."""
    if listed < account.count:
        return tr(
            "Coalition {number} of {count} ({listed} listed)",
            number=number,
            count=f"{account.count:,}",
            listed=listed,
        )
    return tr("Coalition {number} of {count}", number=number, count=f"{account.count:,}")


def members_html(account: Account, example: Example, accent: str) -> str:
    """The members with their seats; those who are needed in bold, the player in colour."""
    standing = account.standing
    needed = _needed(account, example)
    told = []
    for player in sorted(example.members, key=lambda p: (-standing.weights[p], p)):
        name = standing.players[player].name.replace("&", "&amp;").replace("<", "&lt;")
        text = tr("{name} {seats}", name=name, seats=standing.weights[player])
        text = text.replace(" ", "&nbsp;")
        if player == account.player:
            text = f'<b style="color:{accent}">{text}</b>'
        elif player in needed:
            text = f"<b>{text}</b>"
        told.append(text)
    return " · ".join(told)


def example_sentence(account: Account, example: Example) -> str:
    """What the coalition has, and what it lacks without the player."""
    name = account.standing.players[account.player].name
    over = (
        tr("{seats} seats, {over} over {quota}.")
        if example.over
        else tr("{seats} seats, exactly enough.")
    ).format(seats=example.seats, over=example.over, quota=account.standing.game.quota)
    sentences = [over]
    if example.short:
        sentences.append(tr("Without {name} {short} short.", name=name, short=example.short))
    if example.heads_short:
        sentences.append(
            tr(
                "Without {name} only {heads} players, where {needed} have to agree.",
                name=name,
                heads=len(example.members) - 1,
                needed=account.standing.heads,
            )
        )
    needed = len(_needed(account, example))
    if account.standing.question.index == "johnston":
        sentences.append(tr("Needed are {needed}, so it counts 1 / {needed}.", needed=needed))
    if account.standing.question.index == "deegan_packel":
        members = len(example.members)
        sentences.append(tr("{members} members, so it counts 1 / {members}.", members=members))
    if account.standing.question.index == "shapley_shubik":
        before = len(example.members) - 1
        each = next(term.each for term in account.terms if term.size == (before,))
        sentences.append(tr("It stands for {orders} orders.", orders=_exact(each)))
    return " ".join(sentences)


def _needed(account: Account, example: Example) -> tuple[int, ...]:
    """Who is critical in the coalition."""
    standing = account.standing
    heads = standing.heads
    if heads is not None and len(example.members) == heads:
        return example.members
    return standing.game.critical(example.members)


def _exact(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    return f"{number.numerator:,}/{number.denominator:,}"
