"""What comes of a vote: the bar, every rule in words, and the figures that sources report."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import RecordedVote, Scenario
from iraq_explorer.core.tally import OWN_RULE, Result, Tally, recorded_tally
from iraq_explorer.ui.flow_layout import FlowLayout
from iraq_explorer.ui.fold import Fold, told
from iraq_explorer.ui.palette import LIGHT, Theme, font
from iraq_explorer.ui.vote_bar import VoteBar
from iraq_explorer.ui.vote_words import count_text, rule_line, sums_text, verdict_line
from iraq_explorer.ui.words import source_text, tr


class VoteResults(QScrollArea):
    """Draws a tally; a press on a reported figure asks for it to be tried."""

    wanted = Signal(int)
    """So many votes for, as a source reports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteResults")
        self._theme = LIGHT
        self._tally: Tally | None = None
        self._rule = ""
        self._brief = False
        self._opened: set[str] = set()
        self._made_for: tuple[object, ...] = ()
        self._rules: dict[str, Fold] = {}
        self.reported: dict[int, QPushButton] = {}
        """The buttons of the reported figures."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(10, 2, 10, 8)
        rows.setSpacing(4)
        self.verdict = QLabel()
        """What comes of it by the rule at hand: the first thing that is read."""
        self.verdict.setFont(font(10, bold=True))
        self.sums = QLabel()
        for label in (self.verdict, self.sums):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            rows.addWidget(label)
        self.bar = VoteBar()
        rows.addWidget(self.bar)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        rows.addLayout(self._lines)
        self._record = QWidget()
        self._figures = FlowLayout(self._record, 5)
        rows.addWidget(self._record)
        self._about = QVBoxLayout()
        self._about.setSpacing(0)
        rows.addLayout(self._about)
        rows.addStretch(1)
        self.setWidget(page)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.bar.set_theme(theme)
        self._colour()

    def rule_text(self, rule: str) -> str:
        """What is said of a rule."""
        return self._rules[rule].button.text()

    def fold_of(self, rule: str) -> Fold:
        """The line of a rule, which unfolds to its text."""
        return self._rules[rule]

    def show_tally(self, tally: Tally, scenario: Scenario, dataset: Dataset) -> None:
        """Tell another vote."""
        self._tally = tally
        self._rule = OWN_RULE if scenario.custom_quota is not None else scenario.rule
        self._make_lines(scenario, dataset)
        self._tell_sums()
        self.bar.show_tally(tally)
        for result in tally.results:
            self._rules[result.rule.id].button.setText(rule_line(result))
        self.verdict.setText(verdict_line(tally.result(self._rule)))
        self._colour()
        for votes, button in self.reported.items():
            assert scenario.vote is not None
            same = (
                tally.count
                == recorded_tally(
                    scenario.vote, scenario, dataset.chamber_of(scenario), votes
                ).count
            )
            button.setChecked(same)
            text = tr("✓ {votes} for") if same else tr("{votes} for")
            button.setText(text.format(votes=votes))

    def set_brief(self, brief: bool) -> None:
        """Tell the sums in fewer words; how many are there stands at the bar anyhow."""
        if brief is not self._brief:
            self._brief = brief
            self._tell_sums()

    def _tell_sums(self) -> None:
        if self._tally is not None:
            count = self._tally.count
            brief = count_text(replace(count, absent=0))
            self.sums.setText(brief if self._brief else sums_text(count))

    def _colour(self) -> None:
        for result in self._tally.results if self._tally else ():
            colour = self._theme.good if result.passes else self._theme.bad
            self._rules[result.rule.id].button.set_colour(colour)
            if result.rule.id == self._rule:
                self.verdict.setStyleSheet(f"color: {colour.name()}")

    # -- lines -------------------------------------------------------------------------------

    def _make_lines(self, scenario: Scenario, dataset: Dataset) -> None:
        """Make the lines anew where other rules, reports or notes are to be told."""
        assert self._tally is not None
        note = scenario.roll_call.note if scenario.roll_call else ""
        results = self._tally.results
        key = (tuple(result.rule for result in results), scenario.vote, note)
        if key == self._made_for:
            return
        self._made_for = key
        for layout in (self._lines, self._about):
            while layout.count():
                item = layout.takeAt(0)
                widget = item.widget() if item else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self._figures.clear()
        self._rules, self.reported = {}, {}
        for result in results:
            fold = Fold(
                result.rule.id,
                rule_line(result),
                lambda r=result: _rule_body(r, dataset),  # type: ignore[misc]
                self._opened,
            )
            self._rules[result.rule.id] = fold
            self._lines.addWidget(fold)
        self._record.setVisible(scenario.vote is not None)
        if scenario.vote is not None:
            self._make_record(scenario.vote, dataset)
        if note:
            text = tr("What is assumed")
            self._about.addWidget(Fold("assumed", text, lambda: told(note), self._opened))

    def _make_record(self, vote: RecordedVote, dataset: Dataset) -> None:
        label = QLabel(tr("As reported:"))
        label.setProperty("muted", True)
        self._figures.addWidget(label)
        figures = [(vote.in_favour, vote.sources, "")]
        figures += [(report.in_favour, report.sources, report.note) for report in vote.reports]
        for votes, sources, note in figures:
            button = QPushButton()
            button.setProperty("chip", True)
            button.setCheckable(True)
            button.setAccessibleName(tr("Try {votes} votes for", votes=votes))
            lines = [note] if note else []
            lines += [source_text(dataset.sources[source]) for source in sources]
            # Rich text wraps a long tip; plain text would make one line of it.
            told_lines = "<br>".join(line.replace("<", "&lt;") for line in lines)
            button.setToolTip(f"<p>{told_lines}</p>")
            button.clicked.connect(lambda _=False, v=votes: self.wanted.emit(v))
            self._figures.addWidget(button)
            label.setFixedHeight(button.sizeHint().height())
            self.reported[votes] = button
        self._about.addWidget(
            Fold(
                "recorded",
                tr("What was reported"),
                lambda: _record_body(vote, dataset),
                self._opened,
            )
        )


def _rule_body(result: Result, dataset: Dataset) -> QWidget:
    rule = result.rule
    lines = [rule.article] if rule.article else []
    lines += [rule.note] if rule.note else []
    lines += [source_text(dataset.sources[source]) for source in rule.sources]
    return told("\n".join(lines) or tr("A quota of your own."), muted=True)


def _record_body(vote: RecordedVote, dataset: Dataset) -> QWidget:
    lines = [
        tr(
            "{votes} for, {against} against, {present} present: {sources}",
            votes=vote.in_favour,
            against=vote.against,
            present=vote.present,
            sources="; ".join(source_text(dataset.sources[source]) for source in vote.sources),
        )
    ]
    lines += [
        tr(
            "{votes} for: {sources}. {note}",
            votes=report.in_favour,
            sources="; ".join(source_text(dataset.sources[source]) for source in report.sources),
            note=report.note,
        )
        for report in vote.reports
    ]
    return told("\n\n".join([*lines, *([vote.note] if vote.note else [])]), muted=True)
