"""What would have to change for a coalition to pass, and the change as something to try out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iraq_explorer.core.levers import Levers, Mending, levers
from iraq_explorer.core.remedies import hostile_links, mended, shifted
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.choice_list import Choice, ChoiceList
from iraq_explorer.ui.fold import told
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import breaks_text
from iraq_explorer.ui.trial import Attempt, Trial
from iraq_explorer.ui.ways_sections import Situation, joined
from iraq_explorer.ui.ways_words import (
    bloc_names,
    dotted,
    hostile_text,
    list_names,
    members_text,
    seats_text,
    worth_text,
)
from iraq_explorer.ui.words import core, tr

_TOLD = 6
_PATIENCE_MS = 150
"""How long older levers stay without a word while new ones are reckoned."""


class LeversSection(QWidget):
    """Members to win over, seats to shift, ties to mend: the least of each that would do."""

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self.note = told("")
        self.members_note = told("")
        self.members = ChoiceList(trial, tr("Members to win over"), few=3)
        self.seats_note = told("")
        self.seats = ChoiceList(trial, tr("Seats to shift"), few=3)
        self.ties_note = told("")
        self.ties = ChoiceList(trial, tr("Ties to mend"), few=3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (
            self.note,
            self.members_note,
            self.members,
            self.seats_note,
            self.seats,
            self.ties_note,
            self.ties,
        ):
            rows.addWidget(part)
        self.background = Background(self)
        self.background.done.connect(self._on_done)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)
        self._show_nothing(tr("Reckoning …"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        for choices in (self.members, self.seats, self.ties):
            choices.set_theme(theme)

    def show_situation(self, situation: Situation) -> None:
        """Look in the background for what would have to change."""
        coalition = situation.coalition
        self._situation = situation
        if coalition is None:
            self._patience.stop()
            self.background.stop()
            self._show_nothing(tr("Make a coalition to see what it lacks."))
            return
        self._patience.start()
        scenario, chamber, standing = situation.scenario, situation.chamber, situation.standing
        self.background.request(
            lambda: (situation, levers(scenario, chamber, coalition.id, standing))
        )

    def _on_done(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        situation: Situation = answer[0]
        found: Levers = answer[1]
        self._patience.stop()
        if situation is self._situation:
            self._tell(situation, found)

    def _on_patience(self) -> None:
        self.note.setText(tr("Reckoning …"))
        self.note.show()

    def _tried(self, situation: Situation, make: Callable[[], Attempt | None]) -> Attempt | None:
        """An attempt, unless the scenario has changed and what is told of it is still reckoned."""
        return make() if situation is self._situation else None

    def _show_nothing(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()
        for part in (self.members_note, self.seats_note, self.ties_note):
            part.hide()
        for choices in (self.members, self.seats, self.ties):
            choices.fill(())

    def _tell(self, situation: Situation, found: Levers) -> None:
        coalition = situation.coalition
        assert coalition is not None
        passes = found.verdict.reached and not found.as_it_is.number
        if passes:
            self._show_nothing(
                tr(
                    "Nothing: {name} reaches {quota}, and nothing inside it stands against it.",
                    name=coalition.name,
                    quota=found.verdict.quota,
                )
            )
            return
        self.note.hide()
        self._tell_members(situation, found)
        self._tell_seats(situation, coalition, found)
        self._tell_ties(situation, coalition, found)

    # -- members -----------------------------------------------------------------------------

    def _tell_members(self, situation: Situation, found: Levers) -> None:
        short, chamber = found.verdict.short, situation.chamber
        self.members_note.show()
        if not short:
            self.members_note.setText(tr("Members to win over: none, the line is reached."))
            self.members.fill(())
            return
        heads = tr("Members to win over: {members} of others.", members=members_text(short))
        blocs = tr("All others together are too few.")
        if found.members.count and found.members.size == 1:
            blocs = tr("Of whole blocs 1 would do, any of {count}.", count=found.members.count)
            if found.members.count == 1:
                blocs = tr("Of whole blocs 1 would do, and only this one.")
        elif found.members.count:
            blocs = tr(
                "Of whole blocs it takes {size}, in {count} ways.",
                size=found.members.size,
                count=found.members.count,
            )
        self.members_note.setText(f"{heads} {blocs}")
        self.members.fill(
            [
                Choice(
                    key := "win:" + "+".join(way),
                    tr("+ {names}", names=bloc_names(way, chamber)),
                    str(found.verdict.seats + chamber.seats_of(way)),
                    good=True,
                    make=partial(
                        self._tried,
                        situation,
                        partial(
                            joined,
                            situation,
                            key,
                            [chamber.bloc_by_id[b].name.label for b in way],
                            way,
                        ),
                    ),
                )
                for way in found.members.ways[:_TOLD]
            ]
        )

    # -- seats -------------------------------------------------------------------------------

    def _tell_seats(self, situation: Situation, coalition: Coalition, found: Levers) -> None:
        short, chamber = found.verdict.short, situation.chamber
        self.seats_note.setVisible(bool(short))
        if not short:
            self.seats.fill(())
            return
        missing = tr("Seats to shift: {seats}.", seats=seats_text(short))
        source = tr("All others together have too few.")
        if found.seats.count and found.seats.size == 1:
            source = tr("Any one of {count} lists has them outside.", count=found.seats.count)
            if found.seats.count == 1:
                source = tr("One list has them outside.")
        elif found.seats.count:
            source = tr(
                "They take {size} lists, in {count} ways.",
                size=found.seats.size,
                count=found.seats.count,
            )
        self.seats_note.setText(f"{missing} {source}")
        self.seats.fill(
            [
                Choice(
                    "shift:" + "+".join(way),
                    tr("{seats} from {names}", seats=short, names=list_names(way, chamber)),
                    str(found.verdict.quota),
                    good=True,
                    make=partial(
                        self._tried,
                        situation,
                        partial(self._shift, situation, coalition, way, short),
                    ),
                )
                for way in found.seats.ways[:_TOLD]
            ]
        )

    def _shift(
        self, situation: Situation, coalition: Coalition, lists: tuple[str, ...], seats: int
    ) -> Attempt | None:
        scenario, dataset = situation.scenario, situation.dataset
        official = dataset.official_chamber(scenario)
        givers = [
            bloc.id
            for bloc in official.blocs
            if bloc.list_id in lists and scenario.coalition_of(bloc.id) != coalition.id
        ]
        takers = [b for b, home in scenario.membership.items() if home == coalition.id]
        try:
            after = shifted(scenario, official, seats, givers, takers)
        except ValueError:
            self.seats_note.setText(
                tr("These seats are in blocs that are split: merge their parts first.")
            )
            return None
        names = list_names(lists, situation.chamber)
        text = tr("Shift {seats} from {names}", seats=seats_text(seats), names=names)
        verdict = after.verdict(coalition.id, dataset.chamber_of(after))
        return Attempt("shift:" + "+".join(lists), after, text, worth_text(verdict))

    # -- ties --------------------------------------------------------------------------------

    def _tell_ties(self, situation: Situation, coalition: Coalition, found: Levers) -> None:
        now, least = found.as_it_is, found.ties
        choices = []
        if now.number:
            choices.append(self._mending(situation, coalition, now))
        if least is not None and least.added:
            choices.append(self._mending(situation, coalition, least))
        lines = [tr("Ties to mend: none inside {name}.", name=coalition.name)]
        if now.number:
            lines = [
                tr("Ties to mend: {pairs} inside.", pairs=hostile_text(len(now.pairs)))
                if now.pairs
                else tr("Ties to mend: none, but a red line to give up.")
            ]
        if least is None:
            lines.append(tr("With everybody the line is missed."))
        elif least.added:
            lines.append(
                tr("There is a way to the line with nothing to mend.")
                if not least.number
                else tr("The way to the line with fewest has {count} to mend.", count=least.number)
            )
            if not least.exact:
                lines.append(tr("There may be a better one: not all could be looked at."))
        self.ties_note.setText(" ".join(lines))
        self.ties_note.show()
        self.ties.fill(choices)

    def _mending(self, situation: Situation, coalition: Coalition, way: Mending) -> Choice:
        chamber = situation.chamber
        key = "mend:" + "+".join(way.added)
        links = hostile_links(situation.network, way.pairs)
        about = []
        for link in links:
            kinds = ", ".join(dict.fromkeys(core(tie.kind) for tie in link.ties))
            pair = tr("{a} – {b}", a=_name(situation, link.a), b=_name(situation, link.b))
            about.append(tr("{pair}: {kinds}", pair=pair, kinds=kinds))
        parts = []
        if way.added:
            parts.append(tr("+ {names}", names=bloc_names(way.added, chamber)))
        if way.pairs:
            parts.append(tr("Mend {pairs}", pairs=hostile_text(len(way.pairs))))
        if way.lifted:
            given_up = tr("Give up {count} red lines", count=len(way.lifted))
            parts.append(tr("Give up 1 red line") if len(way.lifted) == 1 else given_up)

        def mend() -> Attempt:
            after = mended(situation.scenario.move(way.added, coalition.id), links)
            for line in way.lifted:
                after = after.without_constraint(line)
            text = tr("Let {name} pass", name=coalition.name)
            return Attempt(key, after, text, worth_text(way.verdict))

        return Choice(
            key,
            dotted(parts),
            str(way.verdict.seats),
            good=way.verdict.reached,
            about=dotted(about),
            warning=breaks_text(way.lifted, chamber),
            make=partial(self._tried, situation, mend),
        )


def _name(situation: Situation, bloc: str) -> str:
    return situation.chamber.bloc_by_id[bloc].name.label
