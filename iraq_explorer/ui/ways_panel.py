"""The panel of ways: what would make a majority, what holds it, and what could come of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.coalition_table import Wanted
from iraq_explorer.core.network import Network
from iraq_explorer.core.scenario import Coalition
from iraq_explorer.core.standing import Standing, standing_of
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.coalition_table_view import CoalitionsSection
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fold import Fold, rule, told
from iraq_explorer.ui.legislature_view import LegislatureSection
from iraq_explorer.ui.levers_view import LeversSection
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.portfolios_view import PortfoliosSection
from iraq_explorer.ui.red_line_words import warning_of
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.trial import Trial
from iraq_explorer.ui.ways_sections import (
    NearSection,
    NeededSection,
    Section,
    Situation,
    WaysSection,
)
from iraq_explorer.ui.ways_words import worth_text
from iraq_explorer.ui.words import tr

_DEAR = ("table", "levers", "type")
"""Sections that follow what is committed; the others follow a drag."""


class WaysPanel(QWidget):
    """Ways to a majority for one coalition and for the chamber, in sections that fold."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        arrangement: Arrangement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._theme = LIGHT
        self._chosen: str | None = None
        self._stale = True
        self._dock: QDockWidget | None = None
        self._behind = False
        self._bloc = ""
        self._ties: tuple[tuple[object, ...], Network, Standing] | None = None
        self.trial = Trial(document, self)
        self.sections: dict[str, Section] = {}
        self.folds: dict[str, Fold] = {}
        self._make()
        document.opened.connect(self._on_opened)
        document.shown_changed.connect(self._on_shown)
        selection.changed.connect(self._on_selection)
        self.trial.changed.connect(self._show_trial)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._on_selection()

    # -- making ------------------------------------------------------------------------------

    def _make(self) -> None:
        self.coalition = QComboBox()
        self.coalition.setAccessibleName(tr("Coalition at hand"))
        self.coalition.activated.connect(self._on_coalition)
        self.coalition.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.verdict = told("")
        self.broken = told("")
        self.broken.hide()
        self.keeps = QCheckBox(tr("Keeps the red lines"))
        self.peace = QCheckBox(tr("No hostile pair"))
        self.containing = QCheckBox()
        for box in (self.keeps, self.peace, self.containing):
            box.toggled.connect(self._on_filter)
        content = self._content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(5)
        for part in (self.coalition, self.verdict, self.broken):
            rows.addWidget(part)
        ticks = QHBoxLayout()
        ticks.addWidget(self.keeps)
        ticks.addWidget(self.peace)
        ticks.addStretch(1)
        rows.addLayout(ticks)
        rows.addWidget(self.containing)
        makers: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "ways": (tr("WAYS TO A MAJORITY"), lambda: WaysSection(self.trial)),
            "near": (tr("NEAR MISSES"), lambda: NearSection(self.trial)),
            "needed": (tr("WHO IS NEEDED"), lambda: NeededSection(self.trial)),
            "table": (
                tr("ALL MINIMAL WINNING COALITIONS"),
                lambda: CoalitionsSection(self.trial),
            ),
            "levers": (tr("WHAT WOULD HAVE TO CHANGE"), lambda: LeversSection(self.trial)),
            "type": (tr("LEGISLATURE TYPE"), lambda: LegislatureSection(self.trial)),
            "posts": (tr("PORTFOLIOS"), PortfoliosSection),
        }
        opened = {"ways", "near", "needed"}
        for key, (title, make) in makers.items():
            rows.addWidget(rule())
            fold = Fold(key, title, partial(self._section, key, make), opened, heading=True)
            fold.button.toggled.connect(partial(self._on_fold, key))
            self.folds[key] = fold
            rows.addWidget(fold)
        rows.addStretch(1)
        self.page = QScrollArea()
        self.page.setWidget(content)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = self._make_bar()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.page, 1)
        outer.addWidget(self._bar)
        self.setFocusProxy(self.coalition)

    def _make_bar(self) -> QWidget:
        """What is tried out, to be taken over or taken away."""
        bar = QFrame()
        bar.setObjectName("trialBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(6)
        self.worth, self.tried = told(""), told("", muted=True)
        font = self.worth.font()
        font.setBold(True)
        self.worth.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.worth)
        words.addWidget(self.tried)
        self.apply = QPushButton(tr("Apply"))
        self.apply.setProperty("primary", True)
        self.apply.clicked.connect(self.trial.apply)
        self.dismiss = QPushButton("×")
        self.dismiss.setProperty("link", True)
        self.dismiss.setAccessibleName(tr("Take the preview away"))
        self.dismiss.setToolTip(tr("Show the scenario again as it is (Esc)"))
        self.dismiss.clicked.connect(self.trial.end)
        line.addLayout(words, 1)
        line.addWidget(self.apply)
        line.addWidget(self.dismiss)
        bar.hide()
        return bar

    def _section(self, key: str, make: Callable[[], QWidget]) -> QWidget:
        made = make()
        made.setParent(self._content)  # so that it is at no time a window of its own
        assert hasattr(made, "show_situation")
        section: Section = made  # type: ignore[assignment]
        self.sections[key] = section
        section.set_theme(self._theme)
        return made

    def sizeHint(self) -> QSize:
        return QSize(346, 460)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        for section in self.sections.values():
            section.set_theme(theme)
        self._bar.setStyleSheet(
            f"#trialBar {{ background: {theme.field.name()};"
            f" border-top: 1px solid {theme.line.name()}; }}"
        )
        self.broken.setStyleSheet(f"color: {theme.bad.name()};")
        self._show_head()

    # -- which coalition ---------------------------------------------------------------------

    @property
    def at_hand(self) -> Coalition | None:
        """The coalition that was chosen or selected, else the leading one."""
        shown = self._document.scenario if self.trial.running else self._document.shown
        chosen = shown.coalition_by_id.get(self._chosen or "")
        return chosen or shown.leading(self._document.dataset.chamber_of(shown))

    def _on_coalition(self, place: int) -> None:
        self.trial.end()
        self._chosen = self.coalition.itemData(place)
        self._refresh()

    def _on_opened(self) -> None:
        self._chosen = None

    def _on_selection(self) -> None:
        known = self._document.chamber.bloc_by_id
        bloc = next((node for node in self._selection.nodes if node in known), "")
        name = known[bloc].name.label if bloc else ""
        self.containing.setText(
            tr("Only with {name}", name=name) if bloc else tr("Only with the selected bloc")
        )
        self.containing.setEnabled(bool(bloc))
        self._bloc = bloc
        chosen = self._selection.coalition
        if chosen is not None:
            self._chosen = chosen
        table = self.sections.get("table")
        if isinstance(table, CoalitionsSection):
            table.select_bloc(bloc)
        if chosen is not None or self.containing.isChecked():
            self._refresh()

    # -- following the document --------------------------------------------------------------

    def _on_shown(self) -> None:
        if self.trial.running:
            return  # what is tried out is shown on the canvas; the lists stay as they were
        self._refresh()

    def _on_filter(self) -> None:
        self.trial.end()
        self._refresh()

    def _on_fold(self, key: str, opened: bool) -> None:
        if opened and key in self.sections:
            self.sections[key].show_situation(self._situation())
        elif not opened:
            self.trial.end()

    def _refresh(self) -> None:
        """Tell of what is shown, if anybody sees it."""
        if not self.isVisible() or self._behind:
            self._stale = True
            return
        self._stale = False
        situation = self._situation()
        self._show_head()
        dear = not self._document.previewing
        for key, section in self.sections.items():
            if self.folds[key].button.isChecked() and (key not in _DEAR or dear):
                section.show_situation(situation)

    def _situation(self) -> Situation:
        shown = self._document.scenario if self.trial.running else self._document.shown
        dataset = self._document.dataset
        chamber = dataset.chamber_of(shown)
        key = (shown.chamber, shown.date, shown.what_if, shown.tie_changes, shown.disregarded)
        if self._ties is None or self._ties[0] != key:
            network = dataset.network(shown)
            standing = standing_of(network, [bloc.id for bloc in chamber.blocs])
            self._ties = (key, network, standing)
        wanted = Wanted(
            self.keeps.isChecked(),
            self.peace.isChecked(),
            self._bloc if self.containing.isChecked() else "",
        )
        return Situation(
            dataset, shown, chamber, self._ties[1], self._ties[2], self.at_hand, wanted
        )

    def _show_head(self) -> None:
        scenario = self._document.scenario if self.trial.running else self._document.shown
        chamber, at_hand = self._document.dataset.chamber_of(scenario), self.at_hand
        names = [(c.id, c.name) for c in scenario.coalitions]
        box = self.coalition
        if names != [(box.itemData(k), box.itemText(k)) for k in range(box.count())]:
            box.clear()
            for id_, name in names:
                box.addItem(name, id_)
        box.setEnabled(bool(names))
        self.keeps.setEnabled(bool(scenario.constraints) or self.keeps.isChecked())
        self.keeps.setToolTip(
            tr("A required partner stays, also where its seats are not needed.")
            if scenario.constraints
            else tr("No red line is drawn.")
        )
        if at_hand is None:
            self._tell_verdict(tr("There is no coalition yet."), self._theme.muted)
            self.broken.hide()
            return
        box.setCurrentIndex(box.findData(at_hand.id))
        verdict = scenario.verdict(at_hand.id, chamber)
        colour = self._theme.good if verdict.reached else self._theme.bad
        self._tell_verdict(worth_text(verdict), colour)
        warning = warning_of(scenario, chamber, at_hand.id)
        self.broken.setText(f"⚠ {warning}")
        self.broken.setVisible(bool(warning))

    def _tell_verdict(self, text: str, colour: QColor) -> None:
        self.verdict.setText(text)
        style = f"color: {colour.name()}; font-weight: 600;"
        if self.verdict.styleSheet() != style:
            self.verdict.setStyleSheet(style)

    # -- trying out --------------------------------------------------------------------------

    def _show_trial(self) -> None:
        attempt = self.trial.attempt
        self._bar.setVisible(attempt is not None)
        if attempt is not None:
            # Once the bar has taken its room, the row that is tried out stays in sight.
            QTimer.singleShot(0, self, self._keep_in_sight)
            self.worth.setText(attempt.worth)
            self.tried.setText(attempt.text)

    def _keep_in_sight(self) -> None:
        view = self.window().focusWidget()
        if isinstance(view, QAbstractItemView) and self._content.isAncestorOf(view):
            row = view.visualRect(view.currentIndex())
            corner = view.viewport().mapTo(self._content, row.topLeft())
            self.page.ensureVisible(corner.x(), corner.y(), 0, 4)
            self.page.ensureVisible(corner.x(), corner.y() + row.height(), 0, 4)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.trial.running and not self.isAncestorOf(new):
            self.trial.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.trial.running:
            self.trial.end()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dock is None:
            self._find_dock()
        if self._stale:
            self._refresh()

    def _find_dock(self) -> None:
        """Learn from the dock when another tab is in front: for Qt that is no hiding."""
        place = self.parentWidget()
        while place is not None and not isinstance(place, QDockWidget):
            place = place.parentWidget()
        if place is not None:
            self._dock = place
            self._behind = place.visibleRegion().isEmpty()
            place.visibilityChanged.connect(self._on_front)

    def _on_front(self, front: bool) -> None:
        self._behind = not front
        if not front:
            self.trial.end()
        elif self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.trial.end()
