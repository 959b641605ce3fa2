"""The sections of the panel of ways that follow a drag: additions, near misses, who is needed."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.coalition_table import Wanted
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.defection import Hold, Member, hold
from iraq_explorer.core.formation import (
    NEAR,
    Addition,
    Additions,
    NearMiss,
    Order,
    additions,
    lists_of,
    near_misses,
    partners_of,
    ranked,
)
from iraq_explorer.core.network import Network
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.standing import Standing
from iraq_explorer.ui.bloc_drag import names_text
from iraq_explorer.ui.choice_list import Choice, ChoiceList
from iraq_explorer.ui.fold import told
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import all_of, breaks_text
from iraq_explorer.ui.trial import Attempt, Trial
from iraq_explorer.ui.ways_words import (
    bloc_names,
    dotted,
    inside_sentences,
    inside_texts,
    members_text,
    order_names,
    over_text,
    partner_name,
    partner_names,
    worth_text,
)
from iraq_explorer.ui.words import tr, verdict_text

_TOLD = 100
"""Additions that are offered at most, the best ones."""


@dataclass(frozen=True)
class Situation:
    """What the sections tell of: a scenario with all that they would otherwise ask for twice."""

    dataset: Dataset
    scenario: Scenario
    chamber: Chamber
    network: Network
    standing: Standing
    coalition: Coalition | None
    """The coalition at hand; ``None`` where the scenario has none."""
    wanted: Wanted
    """What the filters let through."""


class Section(Protocol):
    """What each section can do."""

    def show_situation(self, situation: Situation) -> None:
        """Tell of another situation."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""


def joined(situation: Situation, key: str, names: list[str], blocs: tuple[str, ...]) -> Attempt:
    """The attempt in which blocs join the coalition at hand."""
    coalition = situation.coalition
    assert coalition is not None
    after = situation.scenario.move(blocs, coalition.id)
    text = tr("Add {names} to {coalition}", names=names_text(names), coalition=coalition.name)
    return Attempt(key, after, text, worth_text(after.verdict(coalition.id, situation.chamber)))


def together(situation: Situation, key: str, names: list[str], blocs: tuple[str, ...]) -> Attempt:
    """The attempt in which blocs make a coalition of their own."""
    name = names_text(names)
    after = situation.scenario.with_new_coalition(name, blocs)
    new = after.coalitions[-1].id
    text = tr("Make a coalition of {names}", names=name)
    return Attempt(key, after, text, worth_text(after.verdict(new, situation.chamber)))


class WaysSection(QWidget):
    """The smallest additions that bring the coalition at hand to the line."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self._sums: Additions | None = None
        self.order = QComboBox()
        self.order.setAccessibleName(tr("Order of the ways"))
        for order, name in order_names().items():
            self.order.addItem(name, order)
        self.order.currentIndexChanged.connect(self._fill)
        self._sorted = QWidget()
        head = QHBoxLayout(self._sorted)
        head.setContentsMargins(0, 0, 0, 2)
        label = QLabel(tr("&Order"))
        label.setProperty("muted", True)
        label.setBuddy(self.order)
        head.addWidget(label)
        head.addWidget(self.order, 1)
        self.choices = ChoiceList(trial, tr("Ways to a majority"))
        self.note = told("", muted=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(self._sorted)
        rows.addWidget(self.choices)
        rows.addWidget(self.note)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.choices.set_theme(theme)

    def show_situation(self, situation: Situation) -> None:
        """Look for the ways."""
        self._situation = situation
        coalition = situation.coalition
        self._sums = None
        if coalition is not None:
            self._sums = additions(
                situation.scenario, situation.chamber, coalition.id, situation.standing
            )
        self._fill()

    def _fill(self) -> None:
        situation, sums = self._situation, self._sums
        if situation is None:
            return
        order = Order(self.order.currentData())
        found = sums.found if sums else ()
        admitted = [a for a in found if _admitted(a, situation)]
        best = ranked(admitted, order)[:_TOLD]
        self._sorted.setVisible(len(admitted) > 1)
        self.choices.fill([self._choice(situation, addition) for addition in best])
        self.note.setText(self._told(situation, sums, len(admitted), len(best)))
        self.note.setVisible(bool(self.note.text()))

    def _choice(self, situation: Situation, addition: Addition) -> Choice:
        key = "way:" + "+".join(addition.blocs)
        names = [partner_name(partner) for partner in addition.partners]
        return Choice(
            key=key,
            title=tr("+ {names}", names=all_of(names)),
            figure=str(addition.verdict.seats),
            good=True,
            about=dotted([over_text(addition.verdict), *inside_texts(addition.inside)]),
            warning=breaks_text(addition.broken, situation.chamber),
            tip="\n".join(inside_sentences(addition.inside)),
            make=partial(joined, situation, key, names, addition.blocs),
        )

    def _told(
        self, situation: Situation, sums: Additions | None, admitted: int, offered: int
    ) -> str:
        if situation.coalition is None or sums is None:
            return tr("Make a coalition to see its ways to a majority.")
        chamber, scenario = situation.chamber, situation.scenario
        verdict = scenario.verdict(situation.coalition.id, chamber)
        if verdict.reached:
            return tr(
                "{name} has reached {quota}: nobody has to join.",
                name=situation.coalition.name,
                quota=verdict.quota,
            )
        everybody = sum(bloc.seats for bloc in chamber.blocs)
        if everybody < verdict.quota:
            return tr(
                "All {seats} seats together miss {quota}.", seats=everybody, quota=verdict.quota
            )
        if not sums.found:
            return tr("There are too many ways to find the smallest.")
        if not admitted:
            return tr("{count} ways, but none is left by what is ticked.", count=len(sums.found))
        told_ = [tr("All ways of up to {count} partners.", count=sums.most_partners)]
        if not sums.complete:
            told_ = [tr("There are too many ways to look at all; these are some.")]
        if admitted < len(sums.found):
            told_.append(tr("{left} of {all} shown.", left=admitted, all=len(sums.found)))
        if offered < admitted:
            told_.append(tr("The first {count} of {all}.", count=offered, all=admitted))
        return " ".join(told_)


def _admitted(addition: Addition, situation: Situation) -> bool:
    wanted = situation.wanted
    if wanted.keeps_constraints and addition.broken:
        return False
    if wanted.at_peace and addition.inside.hostile:
        return False
    coalition = situation.coalition
    inside = coalition is not None and (
        situation.scenario.coalition_of(wanted.containing) == coalition.id
    )
    return not wanted.containing or inside or wanted.containing in addition.blocs


class NearSection(QWidget):
    """Who comes close: partners of the coalition at hand, and lists among themselves."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._with = told("", muted=True)
        self.own = ChoiceList(trial, tr("Near misses of the coalition"), few=3)
        self._among = told(tr("Among lists"), muted=True)
        self.lists = ChoiceList(trial, tr("Near misses among lists"), few=4)
        self.note = told("", muted=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for part in (self._with, self.own, self._among, self.lists, self.note):
            rows.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.own.set_theme(theme)
        self.lists.set_theme(theme)

    def show_situation(self, situation: Situation) -> None:
        """Look for near misses."""
        scenario, chamber, coalition = situation.scenario, situation.chamber, situation.coalition
        quota = scenario.quota(chamber)
        own: list[Choice] = []
        if coalition is not None:
            held = scenario.seats_of(coalition.id, chamber)
            partners = partners_of(scenario, chamber, coalition.id)
            missed = near_misses(partners, quota, own=held, most=2) if held < quota else ()
            own = [self._joining(situation, miss) for miss in missed]
            self._with.setText(tr("{name} with", name=coalition.name))
        among = [self._alone(situation, miss) for miss in near_misses(lists_of(chamber), quota)]
        self._with.setVisible(bool(own))
        self._among.setVisible(bool(among))
        self.own.fill(own)
        self.lists.fill(among)
        within = tr("Within {near} seats of {quota}.", near=NEAR, quota=quota)
        nobody = tr("Nobody comes within {near} seats of {quota}.", near=NEAR, quota=quota)
        self.note.setText(within if own or among else nobody)

    def _joining(self, situation: Situation, miss: NearMiss) -> Choice:
        key = "near:" + "+".join(miss.blocs)
        names = [partner_name(partner) for partner in miss.partners]
        return self._choice(
            key, all_of(names), miss, partial(joined, situation, key, names, miss.blocs)
        )

    def _alone(self, situation: Situation, miss: NearMiss) -> Choice:
        key = "miss:" + "+".join(miss.blocs)
        names = [partner_name(partner) for partner in miss.partners]
        text = partner_names(miss.partners)
        if len(names) == 2:
            text = tr("{a} with {b}", a=names[0], b=names[1])
        return self._choice(key, text, miss, partial(together, situation, key, names, miss.blocs))

    @staticmethod
    def _choice(key: str, title: str, miss: NearMiss, make: "partial[Attempt]") -> Choice:
        figure = tr("{seats}, {short} short", seats=miss.verdict.seats, short=miss.verdict.short)
        return Choice(key, title, figure, good=False, make=make)


class NeededSection(QWidget):
    """Who is needed: critical members, who can leave, the fewest who bring it down."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self.defectors = told("")
        self.leavers = told("")
        self.members = ChoiceList(trial, tr("Members of the coalition"), few=6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.defectors)
        rows.addWidget(self.leavers)
        rows.addWidget(self.members)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.members.set_theme(theme)

    def show_situation(self, situation: Situation) -> None:
        """Look at what each member is worth."""
        coalition = situation.coalition
        self.leavers.hide()
        if coalition is None:
            self.defectors.setText(tr("Make a coalition to see who is needed in it."))
            self.members.fill(())
            return
        found = hold(situation.scenario, situation.chamber, coalition.id)
        if not found.verdict.reached:
            self.defectors.setText(
                tr(
                    "{name} is {short} short of {quota}: there is no majority to bring down.",
                    name=coalition.name,
                    **{k: v for k, v in found.verdict.values.items() if k in ("short", "quota")},
                )
            )
            self.members.fill(())
            return
        self.defectors.setText(
            tr(
                "{members} who leave bring it down; with one fewer it stands.",
                members=members_text(found.defectors),
            )
            if found.defectors > 1
            else tr("1 member who leaves brings it down.")
        )
        self.leavers.setText(_leavers_text(found, situation.chamber))
        self.leavers.show()
        self.members.fill([self._choice(situation, coalition, m) for m in found.members])

    @staticmethod
    def _choice(situation: Situation, coalition: Coalition, member: Member) -> Choice:
        bloc, key = member.bloc, "leave:" + member.bloc.id

        def leave() -> Attempt:
            after = situation.scenario.move([bloc.id], None)
            text = tr("Take {names} out", names=bloc.name.label)
            verdict = after.verdict(coalition.id, situation.chamber)
            return Attempt(key, after, text, worth_text(verdict))

        without = verdict_text(member.without)
        if member.critical:
            about = tr("is critical: without it {verdict}", verdict=without)
        else:
            about = tr("can leave: without it {verdict}", verdict=without)
        title = bloc.name.label
        return Choice(key, title, str(bloc.seats), about=about, make=leave)


def _leavers_text(found: Hold, chamber: Chamber) -> str:
    """The fewest blocs that bring a coalition down, some of the ways told."""
    fewest = found.leavers
    ways = [bloc_names(way, chamber) for way in fewest.ways[:3]]
    if fewest.size == 1:
        alone = [way[0] for way in fewest.ways]
        if len(alone) == fewest.count == len(found.members):
            return tr("Each bloc alone brings it down by leaving.")
        if len(alone) == fewest.count <= 6:
            names = bloc_names(alone, chamber)
            return tr("A bloc alone brings it down by leaving: {names}.", names=names)
        return tr("{count} blocs bring it down by leaving, each alone.", count=fewest.count)
    if fewest.count == 1:
        return tr(
            "The fewest blocs that bring it down by leaving are {size}: {way}.",
            size=fewest.size,
            way=ways[0],
        )
    told_ = "; ".join(ways)
    if fewest.count > len(ways):
        told_ = tr("{ways}; and {count} more", ways=told_, count=fewest.count - len(ways))
    return tr(
        "The fewest blocs that bring it down by leaving are {size}, in {count} ways: {ways}.",
        size=fewest.size,
        count=fewest.count,
        ways=told_,
    )
