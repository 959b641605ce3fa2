"""What the panel of ways says of coalitions: partners, friction, and what they are worth."""

from collections.abc import Iterable, Sequence

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.formation import Order, Partner, PartnerKind
from iraq_explorer.core.legislature import LegislatureType
from iraq_explorer.core.players import By, Player
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.standing import Inside
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import total_text, tr, verdict_text


def partner_name(partner: Partner) -> str:
    """Who joins: "Kurdistan Alliance", "rest of INA"."""
    if partner.kind is PartnerKind.REST:
        return tr("rest of {name}", name=partner.name)
    return partner.name


def partner_names(partners: Iterable[Partner]) -> str:
    """All who join."""
    return all_of(map(partner_name, partners))


def bloc_names(blocs: Iterable[str], chamber: Chamber) -> str:
    """Blocs by their names."""
    return all_of(chamber.bloc_by_id[bloc].name.label for bloc in blocs)


def player_name(player: Player, scenario: Scenario, chamber: Chamber) -> str:
    """Who plays, in few words: a coalition, a whole list, or blocs by their names."""
    if player.id in scenario.coalition_by_id:
        return player.name
    entry = chamber.list_by_id.get(player.id)
    if entry is not None and len(player.blocs) == len(chamber.blocs_of_list(entry.id)):
        return entry.name.label
    return bloc_names(player.blocs, chamber)


def list_names(lists: Iterable[str], chamber: Chamber) -> str:
    """Electoral lists by their names."""
    return all_of(chamber.list_by_id[entry].name.label for entry in lists)


def hostile_text(count: int) -> str:
    """How many pairs of members rub."""
    if not count:
        return tr("no hostile pair")
    return tr("1 hostile pair") if count == 1 else tr("{count} hostile pairs", count=count)


def inside_texts(inside: Inside) -> list[str]:
    """How members stand to each other, part by part."""
    told = [hostile_text(inside.hostile)]
    if inside.unknown:
        told.append(tr("{count} unknown", count=inside.unknown))
    if inside.groups > 1:
        told.append(tr("{count} groups", count=inside.groups))
    else:
        told.append(tr("joined by friends"))
    return told


def inside_sentences(inside: Inside) -> list[str]:
    """The same in sentences."""
    told = [
        tr("Pairs inside with hostile ties: {count}.", count=inside.hostile),
        tr("Pairs with friendly ties alone: {count}.", count=inside.friendly),
        tr("Pairs without a recorded tie: {count}.", count=inside.unknown),
    ]
    if inside.groups > 1:
        told.append(tr("Friendly ties leave the members in {count} groups.", count=inside.groups))
    else:
        told.append(tr("Friendly ties join every member to every other."))
    return told


def dotted(parts: Iterable[str]) -> str:
    """Remarks in one line."""
    return " · ".join(filter(None, parts))


def seats_text(count: int) -> str:
    """A number of seats."""
    return tr("1 seat") if count == 1 else tr("{count} seats", count=count)


def members_text(count: int) -> str:
    """A number of members of the chamber."""
    return tr("1 member") if count == 1 else tr("{count} members", count=count)


def worth_text(verdict: Verdict) -> str:
    """A total with what sources give for it, and its verdict: "172 seats: 9 over 163"."""
    return tr("{total} seats: {verdict}", total=total_text(verdict), verdict=verdict_text(verdict))


def over_text(verdict: Verdict) -> str:
    """By how much a total reaches the line, in few words."""
    if verdict.over:
        return tr("{over} over {quota}", over=verdict.over, quota=verdict.quota)
    return tr("exactly {quota}", quota=verdict.quota)


def order_names() -> dict[Order, str]:
    """What each order of additions is called."""
    return {
        Order.PARTNERS: tr("Fewest partners"),
        Order.SEATS: tr("Fewest seats over"),
        Order.FRICTION: tr("Least friction"),
        Order.FRIENDS: tr("Joined by friendly ties"),
    }


def player_kinds() -> dict[By, str]:
    """What a player of the table of coalitions can be."""
    return {
        By.LIST: tr("By list"),
        By.FACTION: tr("By list as divided"),
        By.BLOC: tr("By bloc"),
        By.COALITION: tr("By coalition"),
    }


def type_names() -> dict[LegislatureType, str]:
    """What each type of legislature is called."""
    return {
        LegislatureType.SINGLE: tr("single winning list"),
        LegislatureType.TOP_THREE: tr("top-three"),
        LegislatureType.STRONGLY_DOMINANT: tr("strongly dominant list"),
        LegislatureType.TOP_TWO: tr("top-two"),
        LegislatureType.OPEN: tr("open"),
    }


def type_text(type_: LegislatureType, names: Sequence[str], quota: int) -> str:
    """Why a legislature is of its type, by the names of its three largest lists."""
    a, b, c = (*names, "–", "–", "–")[:3]
    match type_:
        case LegislatureType.SINGLE:
            return tr("{a} reaches {quota} alone.", a=a, quota=quota)
        case LegislatureType.TOP_THREE:
            return tr("Any two of {a}, {b} and {c} reach {quota}.", a=a, b=b, c=c, quota=quota)
        case LegislatureType.STRONGLY_DOMINANT:
            return tr(
                "{a} reaches {quota} with either {b} or {c}; these two do not without it.",
                a=a,
                b=b,
                c=c,
                quota=quota,
            )
        case LegislatureType.TOP_TWO:
            return tr("{a} with {b} reaches {quota}; no other two do.", a=a, b=b, quota=quota)
        case LegislatureType.OPEN:
            return tr("No two lists reach {quota} together.", quota=quota)
