"""All rules of the chamber with their verdicts in words; choosing one moves the line everywhere."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.chamber import Basis, Rule
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.tab_order import put_in_order
from iraq_explorer.ui.words import source_text, spread_text, total_text, tr


class RulesPanel(QWidget):
    """One row a rule: name and article, the seats it takes, what the leading coalition is short."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = LIGHT
        self._rows: dict[str, tuple[QRadioButton, QLabel, QLabel]] = {}
        self._group = QButtonGroup(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 4, 14, 8)
        outer.setSpacing(4)
        heading = QLabel(tr("RULES"))
        heading.setProperty("heading", True)
        outer.addWidget(heading)
        self._whose = QLabel()
        self._whose.setTextFormat(Qt.TextFormat.PlainText)
        self._whose.setWordWrap(True)
        outer.addWidget(self._whose)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        outer.addLayout(self._grid)
        row = QHBoxLayout()
        label = QLabel(tr("Members &present"))
        label.setProperty("muted", True)
        self._present = QSpinBox()
        self._present.setAccessibleName(tr("Members present"))
        self._present.setKeyboardTracking(False)
        self._present.lineEdit().setTextMargins(6, 0, 0, 0)
        self._present.valueChanged.connect(self._on_present)
        label.setBuddy(self._present)
        row.addWidget(label, 1)
        row.addWidget(self._present)
        outer.addLayout(row)
        outer.addStretch(1)
        document.opened.connect(self._make_rows)
        document.standing_changed.connect(self._show)
        self._make_rows()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._show()

    def finish(self) -> None:
        """Take over what stands in the field."""
        self._present.interpretText()

    def verdict_of(self, rule: str) -> str:
        """The words that stand beside a rule."""
        return self._rows[rule][2].text()

    def _make_rows(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        for number, rule in enumerate(self._document.chamber.rules):
            button = QRadioButton(rule.name)
            button.setToolTip(self._about(rule))
            button.clicked.connect(lambda _=False, r=rule: self._choose(r))
            self._group.addButton(button)
            quota, verdict = QLabel(), QLabel()
            quota.setProperty("muted", True)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            quota.setAlignment(align)
            verdict.setAlignment(align)
            self._grid.addWidget(button, number, 0)
            self._grid.addWidget(quota, number, 1)
            self._grid.addWidget(verdict, number, 2)
            self._rows[rule.id] = (button, quota, verdict)
        put_in_order(self)
        self._show()

    def _about(self, rule: Rule) -> str:
        lines = [rule.article] if rule.article else []
        if rule.note:
            lines.append(rule.note)
        sources = self._document.dataset.sources
        lines.extend(source_text(sources[source]) for source in rule.sources)
        # Rich text wraps a long tip; plain text would make one line of it.
        return "<p>" + "<br>".join(line.replace("<", "&lt;") for line in lines) + "</p>"

    def _choose(self, rule: Rule) -> None:
        scenario = self._document.scenario
        self._document.commit(scenario.with_rule(rule.id), tr("Rule: {name}", name=rule.name))

    def _on_present(self, value: int) -> None:
        present = None if value >= self._document.chamber.seats else value
        scenario = self._document.scenario.with_present(present)
        self._document.commit(scenario, tr("{count} members present", count=value))

    def _show(self) -> None:
        shown, chamber = self._document.shown, self._document.chamber
        leading = shown.leading(chamber)
        held = shown.verdict(leading.id, chamber) if leading else Verdict(0, shown.quota(chamber))
        self._whose.setText(
            tr("{name}: {seats} seats", name=leading.name, seats=total_text(held))
            if leading
            else tr("Make a coalition to see its verdicts.")
        )
        self._whose.setProperty("muted", True)
        for rule in chamber.rules:
            if rule.id not in self._rows:
                return
            button, quota_label, verdict_label = self._rows[rule.id]
            quota = rule.quota(chamber.seats, shown.present)
            of = chamber.seats
            if rule.basis is Basis.PRESENT and shown.present is not None:
                of = shown.present
            quota_label.setText(tr("{quota} of {all}", quota=quota, all=of))
            verdict = replace(held, quota=quota)
            if verdict.reached:
                text = tr("✓ {over} over", over=verdict.over) if verdict.over else tr("✓ exactly")
            else:
                text = tr("{short} short", short=verdict.short)
            # The range decides: a mark in the row, the figures in its tip.
            verdict_label.setText(tr("{worth} ±", worth=text) if verdict.open else text)
            verdict_label.setToolTip(spread_text(verdict))
            colour = self._theme.good if verdict.reached else self._theme.bad
            style = f"color: {colour.name()}; font-weight: 600;"
            if verdict_label.styleSheet() != style:  # dear, and asked for at every step of a drag
                verdict_label.setStyleSheet(style)
            chosen = shown.custom_quota is None and shown.rule == rule.id
            if button.isChecked() != chosen:
                self._group.setExclusive(False)
                button.setChecked(chosen)
                self._group.setExclusive(True)
        present = chamber.seats if shown.present is None else shown.present
        if (self._present.maximum(), self._present.value()) != (chamber.seats, present):
            # Each of these has the whole window laid out anew.
            self._present.blockSignals(True)
            self._present.setRange(1, chamber.seats)
            self._present.setValue(present)
            self._present.setSuffix(tr(" of {all}", all=chamber.seats))
            self._present.blockSignals(False)
