"""The type of the legislature, and the fewest seats that would make it another."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.core.chamber import ElectoralList
from iraq_explorer.core.legislature import Flip, flips, legislature_type
from iraq_explorer.core.remedies import divided_anew
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.choice_list import Choice, ChoiceList
from iraq_explorer.ui.fold import told
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.trial import Attempt, Trial
from iraq_explorer.ui.ways_sections import Situation
from iraq_explorer.ui.ways_words import dotted, seats_text, type_names, type_text
from iraq_explorer.ui.words import tr

_FEW = 3


class LegislatureSection(QWidget):
    """The type after Laver and Benoit by the lists, and how near each other type is."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self._found: tuple[Flip, ...] = ()
        self.type = told("")
        font = self.type.font()
        font.setBold(True)
        self.type.setFont(font)
        self.why = told("")
        self.near = told("", muted=True)
        self.flips = ChoiceList(trial, tr("Nearest other types"), few=4)
        self._source = told(
            tr("After Laver and Benoit, The basic arithmetic of legislative decisions (2015)."),
            muted=True,
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.type, self.why, self.near, self.flips, self._source):
            rows.addWidget(part)
        self.background = Background(self)
        self.background.done.connect(self._on_done)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.flips.set_theme(theme)

    def show_situation(self, situation: Situation) -> None:
        """Tell the type at once, and look in the background for the seats that would flip it."""
        before, self._situation = self._situation, situation
        lists, quota = situation.chamber.lists, situation.scenario.quota(situation.chamber)
        seats = [entry.seats for entry in lists]
        largest = sorted(lists, key=lambda entry: -entry.seats)[:3]
        type_ = legislature_type(seats, quota)
        self.type.setText(
            tr(
                "{type}, by lists at {quota} of {all}",
                type=type_names()[type_].capitalize(),
                quota=quota,
                all=situation.chamber.seats,
            )
        )
        names = [tr("{name} ({seats})", name=e.name.label, seats=e.seats) for e in largest]
        self.why.setText(type_text(type_, names, quota))
        if before is None or not _same(before, situation):
            self.near.setText(tr("Reckoning how near the other types are …"))
            self.flips.fill(())
            self.background.request(lambda: (situation, flips(seats, quota)))
        else:
            self.flips.fill([self._moved(flip, situation) for flip in self._found])

    def _on_done(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        situation, found = answer
        now = self._situation
        if now is None or not _same(situation, now):
            return
        self._found = found
        self.near.setText(
            tr("The fewest seats that make it another:")
            if found
            else tr("No seats moved between its lists make it another.")
        )
        self.flips.fill([self._moved(flip, now) for flip in found])

    def _moved(self, flip: Flip, situation: Situation) -> Choice:
        lists, name = situation.chamber.lists, type_names()[flip.type]
        before = [entry.seats for entry in lists]
        after = list(flip.seats)
        if flip.simple:
            giver, taker = flip.simple[0]
            after = list(before)
            after[giver] -= flip.moved
            after[taker] += flip.moved
        return Choice(
            key=f"flip:{flip.type}",
            title=name,
            figure=seats_text(flip.moved),
            about=_from_whom(flip, lists),
            make=partial(self._attempt, flip, name, after, situation),
        )

    def _attempt(
        self, flip: Flip, name: str, seats: list[int], situation: Situation
    ) -> Attempt | None:
        scenario, dataset = situation.scenario, situation.dataset
        ids = [entry.id for entry in situation.chamber.lists]
        before = {entry.id: entry.seats for entry in situation.chamber.lists}
        try:
            changed = divided_anew(
                scenario,
                dataset.official_chamber(scenario),
                before,
                dict(zip(ids, seats, strict=True)),
            )
        except ValueError:
            self.near.setText(
                tr("These seats are in blocs that are split: merge their parts first.")
            )
            return None
        moved = seats_text(flip.moved)
        text = tr("Shift {seats}: {type}", seats=moved, type=name)
        shift = _change_text(seats, situation.chamber.lists)
        return Attempt(f"flip:{flip.type}", changed, text, shift)


def _same(one: Situation, other: Situation) -> bool:
    """Whether nothing differs that the type depends on."""
    return [e.seats for e in one.chamber.lists] == [
        e.seats for e in other.chamber.lists
    ] and one.scenario.quota(one.chamber) == other.scenario.quota(other.chamber)


def _from_whom(flip: Flip, lists: tuple[ElectoralList, ...]) -> str:
    """Between whom the seats could move, in few words."""
    if not flip.simple:
        return tr("for example: {change}", change=_change_text(list(flip.seats), lists))
    takers = dict.fromkeys(taker for _, taker in flip.simple)
    givers = dict.fromkeys(giver for giver, _ in flip.simple)
    to = _some(list(takers), lists)
    whole = len(flip.simple) == len(takers) * len(givers)
    if not whole:
        giver, taker = flip.simple[0]
        return tr(
            "from {giver} to {taker}, or in {count} other ways from one list to another",
            giver=lists[giver].name.label,
            taker=lists[taker].name.label,
            count=len(flip.simple) - 1,
        )
    return tr("from {givers} to {takers}", givers=_some(list(givers), lists), takers=to)


def _some(places: list[int], lists: tuple[ElectoralList, ...]) -> str:
    names = [lists[place].name.label for place in places]
    if len(names) > _FEW:
        return tr("any of {count} lists", count=len(names))
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return tr("{a} or {b}", a=names[0], b=names[1])
    return tr("any of {names}", names=all_of(names))


def _change_text(seats: list[int], lists: tuple[ElectoralList, ...]) -> str:
    """Who has how many seats afterwards, of those whose seats change."""
    return dotted(
        tr("{name} {before} → {after}", name=e.name.label, before=e.seats, after=after)
        for e, after in zip(lists, seats, strict=True)
        if e.seats != after
    )
