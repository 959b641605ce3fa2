"""The panel of a vote: who does what, what comes of it, and how sure that is."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.roll_call import RollCall, Stance
from iraq_explorer.core.tally import tally
from iraq_explorer.core.trial_vote import default_roll_call, in_heads, in_percent, with_votes_for
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.vote_chances import VoteChances
from iraq_explorer.ui.vote_model import Column, changed
from iraq_explorer.ui.vote_results import VoteResults
from iraq_explorer.ui.vote_table import Conducts, VoteTable
from iraq_explorer.ui.vote_words import stance_name, whose
from iraq_explorer.ui.words import tr

_WIDE, _NARROW = 1060, 560
_TALL = 860
"""Height of the parts one below the other; a lower panel scrolls."""


class VotePanel(QWidget):
    """Edits the vote of the scenario that is shown; without one it offers to begin."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        arrangement: Arrangement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("votePanel")
        self._document, self._selection = document, selection
        self._theme = LIGHT
        self._pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._make_empty()
        self._make_parts()
        # A vote is the same whatever the date, unless lists follow it.
        document.standing_changed.connect(self._show)
        document.committed.connect(self._on_committed)
        document.opened.connect(self.chances.forget)
        selection.changed.connect(self._on_selection)
        self._show()

    # -- parts -------------------------------------------------------------------------------

    def _make_empty(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 10, 24, 10)
        title = QLabel(tr("No vote is tried in this scenario"))
        title.setFont(font(11, bold=True))
        text = QLabel(
            tr(
                "A vote begins with the coalitions: the leading one is for, every other against, "
                "blocs in none abstain. Then say who comes, and who follows."
            )
        )
        text.setProperty("muted", True)
        self.begin = QPushButton(tr("Try a vote"))
        self.begin.setProperty("primary", True)
        self.begin.clicked.connect(self._begin)
        rows.addStretch(1)
        for label in (title, text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(label)
        rows.addSpacing(6)
        rows.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self._pages.addWidget(page)

    def _make_parts(self) -> None:
        self.table = VoteTable()
        self.table.previewed.connect(self._preview)
        self.table.taken.connect(self._take)
        self.table.chosen.connect(self._selection.set_nodes)
        self.results = VoteResults()
        self.results.wanted.connect(self._try_reported)
        self.chances = VoteChances()
        self.chances.percent_wanted.connect(lambda: self._count_in(percent=True))
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(10, 2, 4, 4)
        rows.setSpacing(3)
        rows.addLayout(self._make_head())
        rows.addWidget(self.table, 1)
        self._tabs = QTabBar()
        self._tabs.addTab(tr("Result"))
        self._tabs.addTab(tr("Simulation"))
        self._tabs.setDrawBase(False)
        self._tabs.setDocumentMode(True)
        self._tabs.setExpanding(False)
        self._tabs.currentChanged.connect(lambda _: self._arrange())
        self._right = QSplitter()
        self._right.setChildrenCollapsible(False)
        self._right.addWidget(self.results)
        self._right.addWidget(self.chances)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._tabs)
        rows.addWidget(self._right, 1)
        self._parts = QSplitter()
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(left)
        self._parts.addWidget(right)
        scroll = QScrollArea()
        scroll.setWidget(self._parts)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.addWidget(scroll)
        self._mode = ""
        self.setFocusProxy(self.table)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.question = QLineEdit()
        self.question.setPlaceholderText(tr("What is voted on?"))
        self.question.setAccessibleName(tr("What is voted on"))
        self.question.editingFinished.connect(self._ask)
        self.all_menu = QMenu(self)
        self.all_menu.aboutToShow.connect(self._fill_all)
        self.more_menu = QMenu(self)
        self.more_menu.aboutToShow.connect(self._fill_more)
        every = QPushButton(tr("Set all of"))
        every.setMenu(self.all_menu)
        more = QPushButton(tr("More"))
        more.setMenu(self.more_menu)
        row.addWidget(self.question, 1)
        row.addWidget(every)
        row.addWidget(more)
        return row

    def sizeHint(self) -> QSize:
        return QSize(900, 230)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 140)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        for part in (self.table, self.results, self.chances):
            part.set_theme(theme)

    # -- room --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Place the parts by the room: beside each other, two of three, or one below the other."""
        wide, tall = self.width(), self.height()
        if wide < _NARROW or tall > max(wide, _NARROW):
            mode = "tall"
        else:
            mode = "wide" if wide >= _WIDE else "two"
        along, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        one = self._tabs.currentIndex()
        self._tabs.setVisible(mode == "two")
        self.results.set_brief(mode == "two")
        self.results.setVisible(mode != "two" or one == 0)
        self.chances.setVisible(mode != "two" or one == 1)
        if mode == self._mode:
            return
        self._mode = mode
        self._parts.setOrientation(down if mode == "tall" else along)
        self._right.setOrientation(down if mode == "tall" else along)
        self._parts.setMinimumHeight(_TALL if mode == "tall" else 0)
        if mode == "tall":
            self._parts.setSizes([260, 600])
        else:
            table = self.table.sizeHint().width() + (34 if mode == "wide" else 14)
            self._parts.setSizes([table, max(wide - table, 1)])
        self._right.setSizes([1, 1])

    # -- following the document --------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._on_committed()

    def _show(self) -> None:
        shown, chamber = self._document.shown, self._document.chamber
        vote = shown.roll_call
        self._pages.setCurrentIndex(0 if vote is None else 1)
        self.setFocusProxy(self.begin if vote is None else self.table)
        if vote is None or not self.isVisible():
            return
        self.table.show_vote(vote, chamber.blocs)
        if not self.question.hasFocus() or not self.question.isModified():
            self.question.setText(vote.question)
            self.question.setCursorPosition(0)
        self.results.show_tally(tally(vote, shown, chamber), shown, self._document.dataset)
        self._on_selection()

    def _on_committed(self) -> None:
        if not self.isVisible():
            return
        scenario = self._document.scenario
        chamber = self._document.dataset.chamber_of(scenario)
        self.chances.show_vote(scenario.roll_call, scenario, chamber)

    def _on_selection(self) -> None:
        if self.isVisible():
            self.table.choose(self._selection.nodes)

    # -- changes -----------------------------------------------------------------------------

    @property
    def _vote(self) -> RollCall:
        """The vote that is committed."""
        return self._document.scenario.roll_call or RollCall()

    def _keep(self, vote: RollCall | None, step: str) -> None:
        self._document.commit(replace(self._document.scenario, roll_call=vote), step)

    def _preview(self, conducts: Conducts | None) -> None:
        if conducts is None:
            self._document.preview(None)
        elif self._document.scenario.roll_call is not None:
            vote = self._vote.with_conducts(conducts)
            self._document.preview(replace(self._document.scenario, roll_call=vote))

    def _take(self, conducts: Conducts, step: str) -> None:
        self._keep(self._vote.with_conducts(conducts), step)

    def _begin(self) -> None:
        scenario, chamber = self._document.scenario, self._document.chamber
        vote = self._shipped() or default_roll_call(scenario, chamber)
        self._keep(vote, tr("Try a vote"))
        self.table.setFocus()

    def _ask(self) -> None:
        text = self.question.text().strip()
        self.question.setModified(False)
        if self._document.scenario.roll_call is not None and text != self._vote.question:
            self._keep(replace(self._vote, question=text), tr("Vote: question"))

    def finish(self) -> None:
        """Take over what stands in a field."""
        self.table.finish()
        self._ask()

    def _count_in(self, *, percent: bool) -> None:
        turned = (in_percent if percent else in_heads)(self._vote, self._document.chamber)
        self._keep(turned, tr("Vote: count in per cent") if percent else tr("Vote: count in heads"))

    def _shipped(self) -> RollCall | None:
        """The vote that the dataset gives for the recorded one of this scenario."""
        recorded = self._document.scenario.vote
        if recorded is None:
            return None
        built_in = self._document.dataset.scenarios.values()
        return next((s.roll_call for s in built_in if s.vote == recorded and s.roll_call), None)

    def _try_reported(self, votes: int) -> None:
        chamber = self._document.chamber
        # With other seats the shipped vote knows not every bloc.
        order = [self._shipped(), self._vote]
        for vote in reversed(order) if self._document.scenario.what_if else order:
            if vote is None:
                continue
            try:
                tried = with_votes_for(vote, chamber, votes)
            except ValueError:  # not with the members that are there
                continue
            self._keep(tried, tr("Vote: {votes} for, as reported", votes=votes))
            break
        # A button that changed nothing is not left pressed.
        self._show()

    # -- menus -------------------------------------------------------------------------------

    def _fill_all(self) -> None:
        self.all_menu.clear()
        scenario, chamber = self._document.scenario, self._document.chamber
        groups: list[tuple[str, list[str]]] = [
            (whose(scenario, c), [bloc.id for bloc in scenario.blocs_of(c, chamber)])
            for c in (*scenario.coalition_by_id, None)
        ]
        groups.append((tr("All blocs"), [bloc.id for bloc in chamber.blocs]))
        for name, blocs in groups:
            if not blocs:
                continue
            menu = self.all_menu.addMenu(name.replace("&", "&&"))
            for stance in Stance:
                action = menu.addAction(stance_name(stance))
                action.triggered.connect(
                    lambda _=False, n=name, b=blocs, s=stance: self._set_all(n, b, s)
                )
            menu.addSeparator()
            rows = menu.addAction(tr("Choose the rows"))
            rows.triggered.connect(lambda _=False, b=blocs: self._choose(b))

    def _set_all(self, name: str, blocs: list[str], stance: Stance) -> None:
        conducts = {b: changed(self._vote.conduct(b), Column.STANCE, stance) for b in blocs}
        self._take(conducts, tr("Vote: {names} {stance}", names=name, stance=stance_name(stance)))

    def _choose(self, blocs: list[str]) -> None:
        self._selection.set_nodes(blocs)
        self.table.setFocus()

    def _fill_more(self) -> None:
        self.more_menu.clear()
        scenario, chamber = self._document.scenario, self._document.chamber
        menu = self.more_menu
        menu.addAction(tr("Count all in per cent")).triggered.connect(
            lambda: self._count_in(percent=True)
        )
        menu.addAction(tr("Count all in heads")).triggered.connect(
            lambda: self._count_in(percent=False)
        )
        menu.addSeparator()
        menu.addAction(tr("Begin anew from the coalitions")).triggered.connect(
            lambda: self._keep(
                replace(default_roll_call(scenario, chamber), question=self._vote.question),
                tr("Vote: begin anew"),
            )
        )
        shipped = self._shipped()
        if shipped is not None and shipped != self._vote:
            menu.addAction(tr("As it was recorded")).triggered.connect(
                lambda: self._keep(shipped, tr("Vote: as it was recorded"))
            )
        menu.addSeparator()
        menu.addAction(tr("Take the vote away")).triggered.connect(
            lambda: self._keep(None, tr("Take the vote away"))
        )
