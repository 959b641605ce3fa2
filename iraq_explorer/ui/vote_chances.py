"""The simulation of a vote: how often it is drawn, how it runs, and what it comes to."""

from functools import partial
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.roll_call import RollCall
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.simulation import Simulation, simulate
from iraq_explorer.core.tally import OWN_RULE, Tally, tally
from iraq_explorer.core.vote_outcomes import certain
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.vote_chart import VoteChart
from iraq_explorer.ui.vote_swings import SwingRow, VoteSwings
from iraq_explorer.ui.vote_words import chance_text, rule_name
from iraq_explorer.ui.words import tr

DRAWS, MOST = 100_000, 10_000_000
_LOOK_MS = 60


class _Run:
    """One simulation under way: how far it is, and whether it shall go on."""

    def __init__(self, vote: RollCall, scenario: Scenario, chamber: Chamber) -> None:
        self.vote, self.scenario, self.chamber = vote, scenario, chamber
        self.made = 0
        self._over = Event()

    def work(self, draws: int, seed: int) -> tuple["_Run", Simulation]:
        return self, simulate(self.vote, self.scenario, self.chamber, draws, seed, self._go_on)

    def stop(self) -> None:
        self._over.set()

    def _go_on(self, made: int) -> bool:
        self.made = made
        return not self._over.is_set()


class _Course:
    """The run whose answer is awaited, if there is one."""

    def __init__(self) -> None:
        self.run: _Run | None = None

    def stop(self) -> None:
        """Have it end with what was drawn until now."""
        if self.run is not None:
            self.run.stop()


class VoteChances(QScrollArea):
    """Simulates what is committed when asked to, and again when that changes."""

    percent_wanted = Signal()
    """The vote shall be counted in per cent, which leaves something to chance."""
    simulated = Signal()
    """Another simulation is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteChances")
        self.simulation: Simulation | None = None
        """What is shown."""
        self._theme = LIGHT
        self._vote: RollCall | None = None
        self._scenario: Scenario | None = None
        self._chamber: Chamber | None = None
        self._tally: Tally | None = None
        self._course = _Course()
        self._rule = ""
        self._rows: dict[str, tuple[QRadioButton, QLabel]] = {}
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        # Nobody waits for a long run when the panel goes or the program ends.
        self.destroyed.connect(self._course.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._course.stop)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(10, 2, 10, 8)
        self._page.setSpacing(5)
        self._make_controls()
        self._make_parts()
        self._page.addStretch(1)
        self.setWidget(page)
        self._show()

    # -- parts -------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.draws, self.seed = QSpinBox(), QSpinBox()
        self.draws.setRange(1, MOST)
        self.draws.setSingleStep(10_000)
        self.draws.setGroupSeparatorShown(True)
        self.draws.setValue(DRAWS)
        self.draws.setAccessibleName(tr("Number of draws"))
        self.draws.setToolTip(tr("How often attendance and cohesion are drawn"))
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The same seed gives the same draws, on every machine"))
        for text, box in ((tr("&Draws"), self.draws), (tr("S&eed"), self.seed)):
            label = QLabel(text)
            label.setProperty("muted", True)
            label.setBuddy(box)
            box.setMinimumWidth(60)
            row.addWidget(label)
            row.addWidget(box, 2 if box is self.draws else 1)
        self.start = QPushButton(tr("Simulate"))
        self.start.clicked.connect(self.run)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(lambda: self._course.stop())
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        self._page.addLayout(row)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Draws made"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keep)
        self._page.addWidget(self.progress)

    def _make_parts(self) -> None:
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._page.addWidget(self.told)
        self.percent = QPushButton(tr("Count in per cent"))
        self.percent.setProperty("link", True)
        self.percent.clicked.connect(self.percent_wanted)
        self._page.addWidget(self.percent)
        self.chart: VoteChart | None = None
        self._chart_row = QVBoxLayout()
        self._page.addLayout(self._chart_row)
        self._rules = QWidget()
        self._grid = QGridLayout(self._rules)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._group = QButtonGroup(self)
        self._page.addWidget(self._rules)
        self._swing_heading = QLabel(tr("What each bloc changes: if against → if for"))
        self._swing_heading.setProperty("muted", True)
        self._swing_heading.setWordWrap(True)
        self._page.addWidget(self._swing_heading)
        self.swings = VoteSwings()
        self._page.addWidget(self.swings)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.swings.set_theme(theme)
        if self.chart is not None:
            self.chart.set_theme(theme)

    def chance_of(self, rule: str) -> str:
        """The chance that stands beside a rule."""
        return self._rows[rule][1].text()

    def choose_rule(self, rule: str) -> None:
        """Tell of the chance and the swings under a rule."""
        self._rule = rule
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a simulation is under way."""
        return self._course.run is not None

    # -- running -----------------------------------------------------------------------------

    def show_vote(self, vote: RollCall | None, scenario: Scenario, chamber: Chamber) -> None:
        """Be about another vote; one that was simulated before is simulated again."""
        same = self._scenario is not None and (vote, scenario.custom_quota, chamber) == (
            self._vote,
            self._scenario.custom_quota,
            self._chamber,
        )
        rule = OWN_RULE if scenario.custom_quota is not None else scenario.rule
        if self._scenario is None or scenario.rule != self._scenario.rule or not same:
            self._rule = rule
        self._vote, self._scenario, self._chamber = vote, scenario, chamber
        if same:
            self._show()
            return
        if vote is None:
            self.forget()
        elif self.simulation is not None or self.busy:
            self.run()
        else:
            self._show()

    def forget(self) -> None:
        """Show no simulation any more."""
        self.stop()
        self.simulation = None
        self._show()

    def run(self) -> None:
        """Simulate what is committed."""
        if self._vote is None or self._scenario is None or self._chamber is None:
            return
        self._course.stop()
        self.draws.interpretText()
        self.seed.interpretText()
        run = self._course.run = _Run(self._vote, self._scenario, self._chamber)
        self.progress.setRange(0, self.draws.value())
        self._background.request(partial(run.work, self.draws.value(), self.seed.value()))
        self._look.start()
        self._show_progress()

    def stop(self) -> None:
        """Give up what is under way."""
        self._course.stop()
        if self.busy:
            self._course.run = None
            self._background.stop()
        self._look.stop()
        self._show_progress()

    def _on_done(self, result: object) -> None:
        assert isinstance(result, tuple)
        run, drawn = result
        assert isinstance(run, _Run)
        if run is not self._course.run:
            return
        self._course.run = None
        self._look.stop()
        self.simulation = drawn
        self._tally = tally(run.vote, run.scenario, run.chamber)
        self._show_progress()
        self._show()
        self.simulated.emit()

    def _on_failed(self, error: object) -> None:
        self._course.run = None
        self._look.stop()
        self._show_progress()
        self.told.setText(tr("A bug in the program: the simulation failed ({error}).", error=error))

    def _show_progress(self) -> None:
        self.progress.setVisible(self.busy)
        self.cancel.setVisible(self.busy)
        self.start.setVisible(not self.busy)
        self.progress.setValue(self._course.run.made if self._course.run else 0)

    # -- what it came to ---------------------------------------------------------------------

    def _show(self) -> None:
        drawn, counted = self.simulation, self._tally
        there = drawn is not None and counted is not None
        for part in (self._rules, self._swing_heading, self.swings):
            part.setVisible(there)
        if self.chart is not None:
            self.chart.setVisible(there)
        self.percent.hide()
        self._show_progress()
        if drawn is None or counted is None or self._vote is None or self._chamber is None:
            self.told.setText(
                tr(
                    "Attendance and cohesion in per cent are each member's chance. Draw them many "
                    "times to see how often the vote passes."
                )
            )
            return
        if self._rule not in drawn.chances:
            self._rule = next(iter(drawn.chances))
        if self.chart is None:
            self.chart = VoteChart()
            self.chart.set_theme(self._theme)
            self._chart_row.addWidget(self.chart)
        self.chart.show_simulation(drawn, counted)
        self._show_rules(drawn, counted)
        names = {bloc.id: bloc.name.label for bloc in self._chamber.blocs}
        self.swings.show_swings(
            [
                SwingRow(names[bloc], swing)
                for bloc, swing in drawn.swings[self._rule].items()
                if bloc in names
            ]
        )
        self._swing_heading.setVisible(bool(self.swings.rows))
        self._tell(drawn, counted)

    def _tell(self, drawn: Simulation, counted: Tally) -> None:
        assert self._vote is not None
        assert self._chamber is not None
        exact = drawn.exact[self._rule] if drawn.exact is not None else None
        lines = [
            tr(
                "{rule}: {chance}.",
                rule=rule_name(counted.result(self._rule).rule),
                chance=chance_text(drawn.chances[self._rule], exact),
            )
        ]
        if drawn.stopped:
            lines.append(
                tr("Stopped after {made} of {asked} draws.", made=drawn.draws, asked=drawn.asked)
            )
        if certain(self._vote, self._chamber):
            lines.append(tr("Nothing is left to chance: blocs are counted in heads or whole."))
            self.percent.setVisible(
                any(
                    not c.attendance.percent or not c.cohesion.percent
                    for c in self._vote.conducts.values()
                )
            )
        self.told.setText(" ".join(lines))

    def _show_rules(self, drawn: Simulation, counted: Tally) -> None:
        if list(self._rows) != list(drawn.chances):
            while self._grid.count():
                item = self._grid.takeAt(0)
                widget = item.widget() if item else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            self._rows = {}
            for place, rule in enumerate(drawn.chances):
                button, label = QRadioButton(), QLabel()
                button.clicked.connect(lambda _=False, r=rule: self.choose_rule(r))
                self._group.addButton(button)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(button, place, 0)
                self._grid.addWidget(label, place, 1)
                self._rows[rule] = button, label
        for rule, (button, label) in self._rows.items():
            chance = drawn.chances[rule]
            button.setText(rule_name(counted.result(rule).rule).replace("&", "&&"))
            button.setChecked(rule == self._rule)
            label.setText(
                tr(
                    "{share} % ± {error}",
                    share=f"{100 * chance.share:.1f}",
                    error=f"{100 * chance.standard_error:.2f}",
                )
            )
            exact = drawn.exact[rule] if drawn.exact is not None else None
            label.setToolTip(chance_text(chance, exact))
