"""What is left out, always visible: one chip a filter, each can be taken off.

Kinds are left out of the drawing alone, and so are ties where there are too many to be told apart.
Evidence that the scenario disregards is left out of everything that is reckoned, and is part of the
scenario.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, TieFilter, TieKind
from iraq_explorer.core.scenario import Disregard
from iraq_explorer.core.thinning import EVERYTHING, USUAL_THINNING, Thinning
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import core, tr

Kind = TieKind | Certainty | ActorKind
_TIE_CERTAINTIES = tuple(c for c in Certainty if c is not Certainty.ESTIMATE)
_ACTOR_KINDS = (
    ActorKind.STATE,
    ActorKind.PERSON,
    ActorKind.PARTY,
    ActorKind.MOVEMENT,
    ActorKind.ARMED_GROUP,
    ActorKind.STATE_FORCE,
    ActorKind.GROUP,
    ActorKind.GOVERNMENT,
    ActorKind.COALITION,
    ActorKind.TREATY,
)


_THINNED = "thinned"
"""Under which key the chip of thinning is found."""
_STEPS = (Thinning(300, 80), USUAL_THINNING, Thinning(1200, 200), Thinning(3000, 400))

_KEPT = "view/ties"
"""Under which key the window remembers how many ties are drawn."""

_LONGEST = 34
"""Letters of a chip."""


def hidden(tie_filter: TieFilter) -> Iterator[Kind]:
    """Everything a filter leaves out."""
    yield from (kind for kind in TieKind if kind in tie_filter.hidden_kinds)
    yield from (c for c in Certainty if c in tie_filter.hidden_certainties)
    yield from (kind for kind in ActorKind if kind in tie_filter.hidden_actor_kinds)


def toggled(tie_filter: TieFilter, kind: Kind) -> TieFilter:
    """The filter that leaves a kind out if it was in, and the other way round."""
    if isinstance(kind, TieKind):
        return replace(tie_filter, hidden_kinds=tie_filter.hidden_kinds ^ {kind})
    if isinstance(kind, Certainty):
        return replace(tie_filter, hidden_certainties=tie_filter.hidden_certainties ^ {kind})
    return replace(tie_filter, hidden_actor_kinds=tie_filter.hidden_actor_kinds ^ {kind})


def keep_thinning(arrangement: Arrangement, settings: QSettings) -> None:
    """Begin with the thinning that was chosen last, and remember what is chosen from now on."""
    chosen = str(settings.value(_KEPT, ""))
    for step in (*_STEPS, EVERYTHING):
        if chosen == _kept_as(step):
            arrangement.set_thinning(step)

    def remember() -> None:
        if arrangement.thinning != USUAL_THINNING or settings.contains(_KEPT):
            settings.setValue(_KEPT, _kept_as(arrangement.thinning))

    arrangement.settings_changed.connect(remember)


def _kept_as(thinning: Thinning) -> str:
    return "all" if thinning.lines is None else str(thinning.lines)


class FilterBar(QWidget):
    """The strip of chips over the canvas; it takes no room while nothing is left out."""

    def __init__(
        self, arrangement: Arrangement, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrangement = arrangement
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 2, 16, 4)
        self._row.setSpacing(6)
        self.chips: dict[Kind | str, QPushButton] = {}
        """By what is left out; a source by its id."""
        self._told: tuple[object, ...] = ()
        arrangement.settings_changed.connect(self._show)
        arrangement.changed.connect(self._show)
        document.committed.connect(self._show)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Stand on the ground of the canvas."""
        self.setStyleSheet(f"#filterBar {{ background: {theme.canvas.name()}; }}")

    def _show(self) -> None:
        tie_filter, left_out = self._arrangement.tie_filter, self._document.scenario.disregarded
        number = len(self._arrangement.network.links)
        thinning = self._arrangement.thinning
        crowded = number if USUAL_THINNING.thins(number) or thinning.thins(number) else 0
        told = (tie_filter, left_out, thinning, crowded)
        if self._told == told:
            return
        self._told = told
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        self.setVisible(tie_filter.active or bool(left_out) or bool(crowded))
        if crowded:
            self._tell_thinning(crowded)
        if tie_filter.active:
            self._begin(tr("Left out:"))
            for kind in hidden(tie_filter):
                again = tr("Show {kind} again", kind=core(kind))
                self._add(kind, core(kind), again, partial(self._toggle, kind))
        if left_out:
            self._begin(tr("Disregarded:"))
            for certainty in (c for c in Certainty if c in left_out.certainties):
                text = tr("{certainty} ties", certainty=core(certainty))
                again = tr("Count {kind} again", kind=text)
                self._add(certainty, text, again, partial(self._regard_certainty, certainty))
            for source in sorted(left_out.sources):
                held = self._document.dataset.sources.get(source)
                title = held.title if held else source
                again = tr("Count {kind} again", kind=title)
                self._add(source, title, again, partial(self._regard_source, source))
        if tie_filter.active or left_out:
            everything = QPushButton(tr("Show all"))
            everything.setProperty("link", True)
            everything.clicked.connect(self._show_all)
            self._row.addWidget(everything)
        self._row.addStretch(1)

    def _tell_thinning(self, number: int) -> None:
        thinning, every = self._arrangement.thinning, f"{number:,}"
        if not thinning.thins(number):
            self._begin(tr("All {count} ties are drawn.", count=every))
            button = QPushButton(tr("Thin out"))
            button.setProperty("link", True)
            button.setToolTip(_rule_text(USUAL_THINNING))
            button.clicked.connect(lambda: self._arrangement.set_thinning(USUAL_THINNING))
            self._row.addWidget(button)
            self.chips[_THINNED] = button
            return
        self._begin(tr("Thinned:"))
        text = tr("{lines} of {count} ties drawn", lines=f"{thinning.lines:,}", count=every)
        again = tr("Draw all {count} ties", count=every)
        self._add(_THINNED, text, again, lambda: self._arrangement.set_thinning(EVERYTHING))
        self.chips[_THINNED].setToolTip(f"{again}.\n{_rule_text(thinning)}")

    def _begin(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("muted", True)
        self._row.addWidget(label)

    def _add(self, key: Kind | str, text: str, again: str, run: Callable[[], None]) -> None:
        brief = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        chip = QPushButton(f"{brief}  ×")
        chip.setProperty("chip", True)
        chip.setToolTip(again)
        chip.setAccessibleName(again)
        chip.clicked.connect(lambda _=False: run())
        self._row.addWidget(chip)
        self.chips[key] = chip

    def _show_all(self) -> None:
        self._arrangement.set_filter(TieFilter())
        self._regard(Disregard(), tr("Count all evidence"))

    def _regard_certainty(self, certainty: Certainty) -> None:
        left_out = self._document.scenario.disregarded
        kept = replace(left_out, certainties=left_out.certainties - {certainty})
        self._regard(kept, tr("Count {certainty} ties", certainty=core(certainty)))

    def _regard_source(self, source: str) -> None:
        left_out = self._document.scenario.disregarded
        self._regard(replace(left_out, sources=left_out.sources - {source}), tr("Count a source"))

    def _regard(self, left_out: Disregard, text: str) -> None:
        scenario = self._document.scenario
        self._document.commit(replace(scenario, disregarded=left_out), text)

    def _toggle(self, kind: Kind) -> None:
        self._arrangement.set_filter(toggled(self._arrangement.tie_filter, kind))

    def fill_menu(self, menu: QMenu) -> None:
        """Put a checkable entry for each kind of tie, certainty and actor into a menu."""
        menu.clear()
        for title, kinds in (
            (tr("Ties"), tuple(TieKind)),
            (tr("Certainty"), _TIE_CERTAINTIES),
            (tr("Actors"), _ACTOR_KINDS),
        ):
            menu.addSection(title)
            for kind in kinds:
                action = QAction(core(kind), menu)
                action.setCheckable(True)
                action.setChecked(kind not in set(hidden(self._arrangement.tie_filter)))
                action.triggered.connect(lambda _=False, k=kind: self._toggle(k))
                menu.addAction(action)
        if _STEPS[0].thins(len(self._arrangement.network.links)):
            self._fill_thinning(menu)
        menu.addSeparator()
        everything = menu.addAction(tr("Show all"))
        everything.triggered.connect(lambda: self._arrangement.set_filter(TieFilter()))

    def _fill_thinning(self, menu: QMenu) -> None:
        menu.addSection(tr("Ties drawn at a time"))
        group = QActionGroup(menu)
        for thinning in (*_STEPS, EVERYTHING):
            text = tr("All") if thinning.lines is None else f"{thinning.lines:,}"
            action = QAction(text, group)
            action.setCheckable(True)
            action.setChecked(thinning == self._arrangement.thinning)
            action.triggered.connect(partial(self._arrangement.set_thinning, thinning))
            menu.addAction(action)


def _rule_text(thinning: Thinning) -> str:
    """By which rule ties and names are left out."""
    return tr(
        "No more than {lines} ties and {names} names are drawn at a time: first those that are "
        "surest, then those that most reports stand behind, then those between more seats. "
        "Zoom in to see more. Whatever you point at or select shows all its ties.",
        lines=f"{thinning.lines:,}",
        names=f"{thinning.names:,}",
    )
