"""What each power index asks, who proposed it and when, and when it misleads: in plain words."""

from dataclasses import dataclass

from iraq_explorer.ui.words import tr


@dataclass(frozen=True, slots=True)
class IndexHelp:
    """An index, explained."""

    name: str
    asks: str
    source: str
    misleads: str


def index_help() -> dict[str, IndexHelp]:
    """Every index by the name that the core has for it, in the order of the list of choices."""
    return {
        "banzhaf": IndexHelp(
            tr("Banzhaf"),
            tr(
                "Of all the times that somebody is needed to win, how often is it this player? A "
                "player is needed in a winning coalition that loses without it."
            ),
            tr(
                "John Banzhaf, 1965, in a critique of weighted votes on county boards. Lionel "
                "Penrose had had the idea in 1946."
            ),
            tr(
                "Every coalition counts the same, also those that would never form. As the shares "
                "always add up to 100%, a share can grow only because others are needed less often."
            ),
        ),
        "shapley_shubik": IndexHelp(
            tr("Shapley-Shubik"),
            tr(
                "Players join one after another. In how many of all possible orders is it this "
                "player who brings the quota?"
            ),
            tr("Lloyd Shapley and Martin Shubik, 1954."),
            tr(
                "Every order counts the same, as if nobody liked one partner more than another. It "
                "divides a prize, such as the posts of a government, and says less of influence on "
                "what is decided."
            ),
        ),
        "banzhaf_absolute": IndexHelp(
            tr("Banzhaf, absolute"),
            tr(
                "If each of the others joined or stayed away by the toss of a coin, how likely "
                "would it be that this player decides?"
            ),
            tr("Lionel Penrose, 1946; it is also called the Penrose measure."),
            tr(
                "The shares do not add up to 100%: a high quota lowers them for all. And no "
                "parliament tosses coins."
            ),
        ),
        "deegan_packel": IndexHelp(
            tr("Deegan-Packel"),
            tr(
                "If only coalitions without a superfluous member form, each of them equally "
                "likely, and the members share alike, what does this player get?"
            ),
            tr("John Deegan and Edward Packel, 1978, after William Riker's minimal coalitions."),
            tr(
                "A player with fewer seats can come out ahead of one with more, and one seat that "
                "is needed gets as much as ninety. Real governments often take in more than they "
                "need."
            ),
        ),
        "holler": IndexHelp(
            tr("Public good (Holler)"),
            tr(
                "Of all places in coalitions without a superfluous member, how many are this "
                "player's? What such a coalition wins is for all its members whole, as a law is."
            ),
            tr("Manfred Holler, 1982."),
            tr(
                "A player with fewer seats can come out ahead of one with more. Coalitions larger "
                "than necessary are left out, though they do form."
            ),
        ),
        "johnston": IndexHelp(
            tr("Johnston"),
            tr(
                "As Banzhaf, but where several members are needed at once each gets only its part: "
                "half where there are two, all where it is needed alone."
            ),
            tr("Ronald Johnston, 1978, in reply to Michael Laver."),
            tr(
                "It favours large players, who are often the only one needed. Every coalition "
                "counts the same, also those that would never form."
            ),
        ),
        "coleman_prevent": IndexHelp(
            tr("Coleman, to prevent"),
            tr("Of all winning coalitions, how many would lose without this player?"),
            tr("James Coleman, 1971."),
            tr(
                "The shares do not add up to 100%: each is about one player, and 100% is a veto. "
                "The higher the quota, the more everybody can prevent."
            ),
        ),
        "coleman_initiate": IndexHelp(
            tr("Coleman, to initiate"),
            tr("Of all coalitions that lose, how many would win if this player joined?"),
            tr("James Coleman, 1971."),
            tr(
                "The shares do not add up to 100%. The higher the quota, the less anybody can "
                "bring about, so compare players under one rule and not rules by one player."
            ),
        ),
        "owen": IndexHelp(
            tr("Owen"),
            tr(
                "As Shapley-Shubik, but the blocs of a coalition join one right after another. How "
                "often does this bloc bring the quota?"
            ),
            tr("Guillermo Owen, 1977."),
            tr(
                "The coalitions are taken as settled, and no bloc ever leaves its own. A bloc in "
                "no coalition stands for itself."
            ),
        ),
        "banzhaf_owen": IndexHelp(
            tr("Banzhaf-Owen"),
            tr(
                "As Banzhaf, absolute, but other coalitions join whole or not at all, by the toss "
                "of a coin, and the blocs of the own one singly. How likely does this bloc decide?"
            ),
            tr("Guillermo Owen, 1982."),
            tr(
                "The shares do not add up to 100%. The coalitions are taken as settled; a bloc in "
                "no coalition stands for itself."
            ),
        ),
    }
