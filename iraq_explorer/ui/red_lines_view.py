"""The red lines of a scenario: those it has, those that ties propose, and a place to add one."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import Network, Tie
from iraq_explorer.core.red_lines import Proposal, breaches, proposals
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fold import Fold, Lines, told
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_line_words import coalition_breaks_text, constraint_text, pair_text
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.telling import tie_html
from iraq_explorer.ui.words import core, tr


class RedLinesView(QWidget):
    """Lists constraints and proposals; every change is one step that can be undone."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._theme = LIGHT
        self._opened: set[str] = set()
        self._proposed: tuple[Proposal, ...] = ()
        self.status = told("")
        self.status.setAccessibleName(tr("Red lines that are broken"))
        self.held = Lines()
        self.form = _Form(document, selection)
        self.form.setVisible(False)
        self.add = QPushButton(tr("＋ Add a red line"))
        self.add.setProperty("link", True)
        self.add.setCheckable(True)
        self.add.toggled.connect(self.form.setVisible)
        self.proposed = Lines()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.status, self.held, self.add, self.form, self.proposed):
            rows.addWidget(part)

    def show_status(self, theme: Theme) -> None:
        """Tell what the coalitions break as they are shown, also while blocs are dragged."""
        shown, chamber = self._document.shown, self._document.chamber
        broken = breaches(shown, chamber)
        if not shown.constraints:
            text = tr(
                "None yet. Mark blocs that will not sit together: red lines warn and never forbid."
            )
        elif not broken:
            text = tr("✓ No coalition breaks a red line.")
        else:
            names = shown.coalition_by_id
            text = "\n".join(
                coalition_breaks_text(names[coalition].name, lines, chamber)
                for coalition, lines in broken.items()
            )
        if self.status.text() != text:
            self.status.setText(text)
        colour = theme.bad if broken else theme.good if shown.constraints else theme.muted
        style = f"color: {colour.name()};"
        if self.status.styleSheet() != style:
            self.status.setStyleSheet(style)

    def show_lines(self, network: Network, theme: Theme) -> None:
        """List the constraints and the proposals of what is committed."""
        self._theme = theme
        scenario = self._document.scenario
        chamber = self._document.dataset.chamber_of(scenario)
        self.form.fill()
        self.held.fill([self._held_line(c) for c in scenario.constraints])
        self._proposed = proposals(network, chamber, scenario.constraints)
        self.proposed.fill(self._proposal_lines())

    # -- those it has ------------------------------------------------------------------------

    def _held_line(self, constraint: Constraint) -> QWidget:
        text = constraint_text(constraint, self._document.chamber)
        remove = _small_button(tr("Remove"), tr("Remove: {line}", line=text))
        key = f"held {constraint.kind} {constraint.bloc} {constraint.other}"
        line = Fold(key, text, partial(self._origin, constraint), self._opened, side=remove)
        line.button.setToolTip(tr("Press Delete to remove it"))
        remove.clicked.connect(partial(self._remove, constraint))
        line.button.removed.connect(partial(self._remove, constraint))
        return line

    def _origin(self, constraint: Constraint) -> QWidget:
        known = {tie.id: tie for tie in self._document.dataset.ties_of(self._document.scenario)}
        ties = [known[tie] for tie in constraint.ties if tie in known]
        if not ties:
            return told(tr("Set by you. It rests on no source."), muted=True)
        return self._evidence(ties)

    def _evidence(self, ties: list[Tie]) -> QWidget:
        dataset, theme = self._document.dataset, self._theme
        return told("".join(tie_html(tie, dataset, theme) for tie in ties), rich=True)

    def _remove(self, constraint: Constraint, _: bool = False) -> None:
        scenario, chamber = self._document.scenario, self._document.chamber
        text = tr("Remove red line: {line}", line=constraint_text(constraint, chamber))
        self._document.commit(scenario.without_constraint(constraint), text)

    # -- those that ties propose ---------------------------------------------------------------

    def _proposal_lines(self) -> list[QWidget]:
        open_ones = [p for p in self._proposed if not p.accepted]
        clear = [p for p in open_ones if p.clear]
        others = [p for p in open_ones if not p.clear]
        lines: list[QWidget] = []
        if not self._proposed:
            lines.append(told(tr("No hostile tie in force proposes one."), muted=True))
        for title, group in (
            (tr("Never together, by ties in force"), clear),
            (tr("Something speaks against these"), others),
        ):
            if group:
                lines.append(self._group_head(title, group))
                lines.extend(map(self._proposal_line, group))
        accepted = len(self._proposed) - len(open_ones)
        if accepted:
            lines.append(told(_accepted_text(accepted, of=len(self._proposed)), muted=True))
        lines.append(Fold("how", tr("How they are proposed"), _how, self._opened))
        return lines

    def _group_head(self, title: str, group: list[Proposal]) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(told(title, muted=True), 1)
        if len(group) > 1:
            every = _small_button(
                tr("Accept all {count}", count=len(group)),
                tr("{title}: accept all {count}", title=title, count=len(group)),
            )
            every.clicked.connect(partial(self._accept, tuple(group)))
            row.addWidget(every)
        return head

    def _proposal_line(self, proposal: Proposal) -> QWidget:
        text = pair_text(proposal.constraint, self._document.chamber)
        against = _against(proposal)
        if against:
            text = tr("{line}: {but}", line=text, but=against)
        accept = _small_button(tr("Accept"), tr("Accept: {line}", line=text))
        accept.clicked.connect(partial(self._accept, (proposal,)))
        key = f"proposed {proposal.constraint.bloc} {proposal.constraint.other}"
        ties = [*proposal.ties, *proposal.against]
        return Fold(key, text, partial(self._evidence, ties), self._opened, side=accept)

    def _accept(self, wanted: tuple[Proposal, ...], _: bool = False) -> None:
        scenario, chamber = self._document.scenario, self._document.chamber
        for proposal in wanted:
            scenario = scenario.with_constraint(proposal.constraint)
        if len(wanted) == 1:
            line = constraint_text(wanted[0].constraint, chamber)
            text = tr("Red line: {line}", line=line)
        else:
            text = tr("Accept {count} red lines", count=len(wanted))
        self._document.commit(scenario, text)


def _accepted_text(count: int, *, of: int) -> str:
    """How many of the proposals are accepted."""
    if count == of:
        return (
            tr("The one proposal is accepted.")
            if count == 1
            else tr("All {count} proposals are accepted.", count=count)
        )
    if count == 1:
        return tr("1 more is accepted already.")
    return tr("{count} more are accepted already.", count=count)


def _against(proposal: Proposal) -> str:
    """What speaks against a proposal, in a few words."""
    found = []
    if proposal.one_list:
        found.append(tr("elected on one list"))
    if proposal.against:
        found.append(tr("friendly ties too"))
    if proposal.certainty is Certainty.CONTESTED:
        found.append(core(Certainty.CONTESTED))
    return ", ".join(found)


def _how() -> QWidget:
    return told(
        tr(
            "A hostile tie in force between two blocs, or between people, parties and armed groups "
            "that belong to them, proposes that the two never sit together. Certain, reported and "
            "contested ties propose, in that order; what is only hypothetical does not. Friendly "
            "ties propose nothing: allies can do without each other. No tie says that a bloc "
            "serves only as the leader. Required partners and leaders are yours to add."
        ),
        muted=True,
    )


def _small_button(text: str, name: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("link", True)
    made.setAccessibleName(name)
    return made


class _Form(QWidget):
    """A sentence to fill in: who, what, and with whom."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self.bloc, self.kind, self.other = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.bloc, tr("Bloc")),
            (self.kind, tr("What is asked of it")),
            (self.other, tr("Other bloc")),
        ):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(9)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.kind.addItem(tr("never with"), ConstraintKind.APART)
        self.kind.addItem(tr("only with"), ConstraintKind.ONLY_WITH)
        self.kind.addItem(tr("in every coalition"), ConstraintKind.REQUIRED)
        self.kind.addItem(tr("leads or stays out"), ConstraintKind.LEADS)
        self.confirm = QPushButton(tr("Add"))
        self.confirm.setAccessibleName(tr("Add this red line"))
        self.confirm.clicked.connect(self._add)
        self._problem = told("", muted=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.bloc, 1)
        first.addWidget(self.kind, 1)
        second.addWidget(self.other, 1)
        second.addWidget(self.confirm)
        second.addStretch(0)
        rows.addLayout(first)
        rows.addLayout(second)
        rows.addWidget(self._problem)
        for box in (self.bloc, self.kind, self.other):
            box.currentIndexChanged.connect(self._check)
        selection.changed.connect(self._take_selected)
        self.fill()

    def fill(self) -> None:
        """Offer the blocs of the chamber; the choice stays where it can."""
        blocs = [(bloc.name.label, bloc.id) for bloc in self._document.chamber.blocs]
        for box in (self.bloc, self.other):
            if [(box.itemText(k), box.itemData(k)) for k in range(box.count())] == blocs:
                continue
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for name, bloc in blocs:
                box.addItem(name, bloc)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
        self._check()

    def _take_selected(self) -> None:
        blocs = [n for n in self._selection.nodes if n in self._document.chamber.bloc_by_id]
        for box, bloc in zip((self.bloc, self.other), blocs[:2], strict=False):
            box.setCurrentIndex(max(0, box.findData(bloc)))

    def _check(self, _: int = 0) -> None:
        kind = ConstraintKind(self.kind.currentData())  # Qt keeps the bare text
        self.other.setVisible(kind.of_two)
        same = kind.of_two and self.bloc.currentData() == self.other.currentData()
        held = not same and any(
            c.same_as(self._wanted()) for c in self._document.scenario.constraints
        )
        self._problem.setVisible(same or held)
        self._problem.setText(
            tr("Choose two blocs, here or on the board.") if same else tr("It is there already.")
        )
        self.confirm.setEnabled(not same and not held)

    def _wanted(self) -> Constraint:
        kind = ConstraintKind(self.kind.currentData())
        other = self.other.currentData() if kind.of_two else ""
        return Constraint(kind, self.bloc.currentData(), other)

    def _add(self) -> None:
        wanted = self._wanted()
        text = tr("Red line: {line}", line=constraint_text(wanted, self._document.chamber))
        self._document.commit(self._document.scenario.with_constraint(wanted), text)
