"""What is left out of the drawing, always visible: one chip a filter, each can be taken off."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, TieFilter, TieKind
from iraq_explorer.ui.arrangement import Arrangement
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


class FilterBar(QWidget):
    """The strip of chips over the canvas; it takes no room while nothing is left out."""

    def __init__(self, arrangement: Arrangement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrangement = arrangement
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 2, 16, 4)
        self._row.setSpacing(6)
        self.chips: dict[Kind, QPushButton] = {}
        arrangement.settings_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        tie_filter = self._arrangement.tie_filter
        self.setVisible(tie_filter.active)
        if not tie_filter.active:
            return
        label = QLabel(tr("Left out:"))
        label.setProperty("muted", True)
        self._row.addWidget(label)
        for kind in hidden(tie_filter):
            chip = QPushButton(f"{core(kind)}  ×")
            chip.setProperty("chip", True)
            chip.setToolTip(tr("Show it again"))
            chip.setAccessibleName(tr("Show {kind} again", kind=core(kind)))
            chip.clicked.connect(lambda _=False, k=kind: self._toggle(k))
            self._row.addWidget(chip)
            self.chips[kind] = chip
        everything = QPushButton(tr("Show all"))
        everything.setProperty("link", True)
        everything.clicked.connect(lambda: self._arrangement.set_filter(TieFilter()))
        self._row.addWidget(everything)
        self._row.addStretch(1)

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
        menu.addSeparator()
        everything = menu.addAction(tr("Show all"))
        everything.triggered.connect(lambda: self._arrangement.set_filter(TieFilter()))
