"""The power panel: who has how much power by the rule at hand, why, and what is striking in it."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.chamber import Chamber, Rule
from iraq_explorer.core.players import By
from iraq_explorer.core.power_account import Account
from iraq_explorer.core.power_facts import Fact, Story, facts_of, riser_of, stories_of
from iraq_explorer.core.power_standing import (
    PowerQuestion,
    Standing,
    quotas_of,
)
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.swing_example import Members
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.explanation import Explanation
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.power_choices import PowerChoices
from iraq_explorer.ui.power_reckoning import PowerReckoning
from iraq_explorer.ui.power_rows import rows_of
from iraq_explorer.ui.power_stories import RuleButtons, StoryChips
from iraq_explorer.ui.power_table import PowerTable
from iraq_explorer.ui.power_words import caution_text, fact_text, notes_on
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.tab_order import put_in_order
from iraq_explorer.ui.words import tr


class PowerPanel(QWidget):
    """Reckons what is shown, also while something is dragged; explains any of its numbers."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        arrangement: Arrangement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("powerPanel")
        self._document, self._selection, self._arrangement = document, selection, arrangement
        self._theme = LIGHT
        self.question = PowerQuestion()
        self.standing: Standing | None = None
        self._reckoned: tuple[Scenario, PowerQuestion] | None = None
        self._own: Scenario | None = None
        self._explained: str | None = None
        self._dock: QDockWidget | None = None
        self._showing = False
        self._told_for: Scenario | None = None
        self._animated = False
        self.reckoning = PowerReckoning(self)
        self.reckoning.answered.connect(self._show_standing)
        self.reckoning.impossible.connect(self._show_impossible)
        self.reckoning.waiting.connect(self._show_waiting)
        self.reckoning.accounted.connect(self._show_account)
        self.reckoning.failed.connect(self._on_failed)
        self._end = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._end.activated.connect(self._close_explanation)
        self._end.setEnabled(False)
        self._make_parts()
        document.shown_changed.connect(self.follow)
        document.opened.connect(self._close_explanation)
        selection.changed.connect(self._on_selection)

    def _make_parts(self) -> None:
        page = self._page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(14, 6, 12, 10)
        rows.setSpacing(7)
        self.stories = StoryChips()
        self.stories.chosen.connect(self.tell)
        rows.addWidget(self.stories)
        self.choices = PowerChoices(self.question)
        self.choices.changed.connect(self.ask)
        rows.addWidget(self.choices)
        self.rules = RuleButtons()
        self.rules.chosen.connect(self._take_rule)
        rows.addWidget(self.rules)
        self.warning, self.told, self.small_print = QLabel(), QLabel(), QLabel()
        rows.addWidget(self.warning)
        self.table = PowerTable()
        self.table.chosen.connect(self._on_chosen)
        self.table.explain_requested.connect(self.explain)
        rows.addWidget(self.table, 1)
        self.told.setAccessibleName(tr("What is striking"))
        self.small_print.setProperty("muted", True)
        for label in (self.warning, self.told, self.small_print):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.hide()
        rows.addWidget(self.told)
        rows.addWidget(self.small_print)
        rows.addWidget(self.choices.more)
        self.explanation = Explanation()
        self.explanation.stepped.connect(self._preview)
        self.explanation.closed.connect(self._close_explanation)
        rows.addWidget(self.explanation)
        self._scroll = QScrollArea()
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setFocusProxy(self.table)

    def sizeHint(self) -> QSize:
        return QSize(346, 420)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.warning.setStyleSheet(f"color: {theme.bad.name()};")
        self.table.set_theme(theme)
        self.choices.set_theme(theme)
        self.explanation.set_theme(theme)

    # -- what is asked -----------------------------------------------------------------------

    def ask(self, question: PowerQuestion) -> None:
        """Answer another question about power."""
        self.question = question
        self.choices.show_question(question)
        self._reckon(animated=self._arrangement.animated)

    def tell(self, story: Story) -> None:
        """Show what a story is about: its rule, its players and the index it holds by."""
        self._end_preview()
        self.question = PowerQuestion(story.by)
        self.choices.show_question(self.question)
        self._take_rule(story.rule)
        self._reckon(animated=self._arrangement.animated)
        QTimer.singleShot(0, lambda: self._reveal(self.told))

    def _take_rule(self, rule: Rule) -> None:
        scenario = self._document.scenario
        self._document.commit(scenario.with_rule(rule.id), tr("Rule: {name}", name=rule.name))

    # -- following the document --------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        dock = self.parentWidget()
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parentWidget()
        if dock is not None and dock is not self._dock:
            self._dock = dock
            dock.visibilityChanged.connect(self._on_visibility)
        QTimer.singleShot(0, self._catch_up)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end_preview()

    @property
    def _seen(self) -> bool:
        """Behind another tab the panel is visible as far as Qt goes, but nothing of it is."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def _on_visibility(self, seen: bool) -> None:
        if seen:
            QTimer.singleShot(0, self._catch_up)
        else:
            self._end_preview()

    def _catch_up(self) -> None:
        if self._seen:
            self._reckon(animated=False)

    def follow(self) -> None:
        """Reckon what the document shows now, also while something is dragged."""
        if self._document.shown is not self._own:
            self._hold(None)  # another gesture took over
        if self._seen:
            self._reckon(animated=self._arrangement.animated and not self._document.previewing)

    @property
    def _scenario(self) -> Scenario:
        """What is reckoned: what is shown, but never the example of an explanation."""
        return self._document.scenario if self._own is not None else self._document.shown

    def _chamber(self, scenario: Scenario) -> Chamber:
        return self._document.dataset.chamber_of(scenario)

    def _reckon(self, *, animated: bool) -> None:
        """Count anew where anything that matters has changed."""
        scenario, question = self._scenario, self.question
        self._show_stories()
        if self._reckoned is not None and self._reckoned == (scenario, question):
            return
        chamber = self._chamber(scenario)
        self._reckoned = (scenario, question)
        self._animated = animated
        self.rules.show_rules(scenario, chamber)
        self.choices.show_choices(scenario, chamber)
        put_in_order(self._page)
        self.reckoning.ask(scenario, chamber, question)

    def _on_failed(self, error: object) -> None:
        self._close_explanation()
        self._say(tr("This could not be counted: {error}.", error=error))

    # -- what is shown -----------------------------------------------------------------------

    def _show_impossible(self) -> None:
        self.standing = None
        scenario = self._scenario
        chamber = self._chamber(scenario)
        self._close_explanation()
        self.table.show_rows((), kept=False, animated=False)
        self.told.hide()
        self.small_print.hide()
        self._warn(
            tr(
                "Nobody can win: {quota} seats are needed, and all together have {all}.",
                quota=max(quotas_of(scenario, chamber, self.question.second)),
                all=sum(bloc.seats for bloc in chamber.blocs),
            )
        )

    def _show_waiting(self, bare: Standing) -> None:
        scenario = self._scenario
        rows = rows_of(bare, scenario, self._chamber(scenario))
        self.table.show_rows(rows, kept=False, animated=False)
        self.told.hide()
        self._say(tr("Counting …"))

    def _show_standing(self, standing: Standing) -> None:
        self.standing = standing
        scenario = self._scenario
        chamber = self._chamber(scenario)
        rows = rows_of(standing, scenario, chamber)
        kept = standing.restricted is not None
        self.table.show_rows(rows, kept=kept, animated=self._animated)
        self._warn(caution_text(standing))
        told = [fact_text(fact, standing, chamber) for fact in self._facts(standing)]
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
        notes = (*notes_on(standing, scenario), *self.choices.about_red_lines(standing, scenario))
        self._say(" ".join(notes))
        self._on_selection()
        if self._explained is not None:
            self._account(showing=False)

    def _facts(self, standing: Standing) -> tuple[Fact, ...]:
        found = facts_of(standing)
        if self.question.players is By.FACTION and standing.heads is None:
            scenario = self._scenario
            riser = riser_of(scenario, self._chamber(scenario), standing)
            if riser is not None:
                return (riser, *found[:1])
        return found[:2]

    def _warn(self, text: str) -> None:
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def _say(self, text: str) -> None:
        self.small_print.setText(text)
        self.small_print.setVisible(bool(text))

    def _show_stories(self) -> None:
        """Stories are about what is committed: a drag does not make buttons come and go."""
        scenario = self._document.scenario
        if scenario is not self._told_for:
            self._told_for = scenario
            chamber = self._chamber(scenario)
            self.stories.show_stories(stories_of(scenario, chamber), chamber)

    # -- selection ---------------------------------------------------------------------------

    def _on_chosen(self, players: tuple[str, ...]) -> None:
        if self.standing is not None:
            blocs = [b for p in self.standing.players if p.id in players for b in p.blocs]
            self._selection.set_nodes(blocs)

    def _on_selection(self) -> None:
        if self.standing is None:
            return
        nodes = set(self._selection.nodes)
        players = [p.id for p in self.standing.players if p.blocs and nodes.issuperset(p.blocs)]
        if set(players) != set(self.table.chosen_ids()):
            self.table.choose(players, self.table.current_id() if self.table.hasFocus() else None)

    # -- explaining a number -----------------------------------------------------------------

    def explain(self, player: str) -> None:
        """Tell how the share of a player comes about, from its first coalition on."""
        self._end_preview()
        self._explained = player
        self._account(showing=True)

    def _account(self, *, showing: bool) -> None:
        self._showing = showing
        standing = self.standing
        ids = [player.id for player in standing.players] if standing else []
        if standing is None or standing.shares is None or self._explained not in ids:
            self._close_explanation()
        else:
            self.reckoning.account(standing, ids.index(self._explained))

    def _show_account(self, account: Account) -> None:
        self.explanation.explain(account)
        if self._showing:
            self.explanation.setFocus()
            members = self.explanation.coalition
            if members is not None:
                self._preview(members)
            QTimer.singleShot(0, lambda: self._reveal(self.explanation))

    def _reveal(self, part: QWidget) -> None:
        """Scroll to a part of the panel, where there is not room for all."""
        self._scroll.ensureWidgetVisible(part, 0, 8)

    def _preview(self, members: Members) -> None:
        """Show a coalition on the network, as one that is tried."""
        account = self.explanation.account
        if account is None:
            return
        standing = account.standing
        name = tr("Coalition {number} of {count}").format(
            number=self.explanation.number, count=f"{account.count:,}"
        )
        blocs = [bloc for place in members for bloc in standing.players[place].blocs]
        example = self._document.scenario.with_new_coalition(name, blocs)
        self._hold(example)
        self._document.preview(example)

    def _end_preview(self) -> None:
        if self._own is not None and self._document.shown is self._own:
            self._document.preview(None)
        self._hold(None)

    def _hold(self, example: Scenario | None) -> None:
        """Keep in mind what is previewed; Esc ends it wherever in the window the keyboard is."""
        self._own = example
        self._end.setEnabled(example is not None)

    def _close_explanation(self) -> None:
        self._explained = None
        inside = self.explanation.hasFocus()
        self.explanation.hide()
        self.explanation.account = None
        self._end_preview()
        if inside:
            self.table.setFocus()

    # -- keys --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # F1 explains the index first; once that is open, it is the window's and opens the page.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_F1
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and not self.choices.help_button.isChecked()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.choices.help_button.setChecked(True)
        elif event.key() == Qt.Key.Key_Escape and self._explained is not None:
            self._close_explanation()
        else:
            super().keyPressEvent(event)
