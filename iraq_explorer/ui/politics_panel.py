"""The politics of coalitions: red lines, friction inside them, and the powers outside."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.fold import Fold, rule
from iraq_explorer.ui.friction_view import FrictionView
from iraq_explorer.ui.outside_view import OutsideView
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.red_lines_view import RedLinesView
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import tr


class _Page(QWidget):
    """What is scrolled; it says when any of it is seen."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class PoliticsPanel(QScrollArea):
    """Three sections that fold. Broken red lines follow what is shown, the rest what is committed.

    Ties are counted as the scenario has them, whatever the drawing leaves out.
    """

    def __init__(self, document: Document, selection: Selection, arrangement: Arrangement) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._theme = LIGHT
        self._stale = True
        self.setAccessibleName(tr("Politics"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.red_lines = RedLinesView(document, selection)
        self.friction = FrictionView(document, selection)
        self.outside = OutsideView(document)
        sections = {"red lines", "friction", "outside"}
        page = self._page = _Page()
        page.painted.connect(self._on_painted)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(12, 4, 12, 10)
        rows.setSpacing(6)
        for key, title, view in (
            ("red lines", tr("RED LINES"), self.red_lines),
            ("friction", tr("FRICTION"), self.friction),
            ("outside", tr("OUTSIDE POWERS"), self.outside),
        ):
            if rows.count():
                rows.addWidget(rule())
            rows.addWidget(Fold(key, title, partial(_same, view), sections, heading=True))
        rows.addStretch(1)
        self.setWidget(page)
        document.shown_changed.connect(self._on_shown)
        document.committed.connect(self._on_committed)
        selection.changed.connect(self._on_selected)

    def sizeHint(self) -> QSize:
        return QSize(346, 420)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self._on_committed()

    def _on_painted(self) -> None:
        if self._stale:
            QTimer.singleShot(0, self, self._tell)

    @property
    def _in_sight(self) -> bool:
        # One behind another tab is not hidden, but nothing of it is to be seen.
        return not self._page.visibleRegion().isEmpty()

    def _on_shown(self) -> None:
        if self._in_sight:
            self.red_lines.show_status(self._theme)

    def _on_committed(self) -> None:
        self._stale = True
        if self._in_sight:
            self._tell()

    def _tell(self) -> None:
        if not self._stale:
            return
        self._stale = False
        network = self._document.dataset.network(self._document.scenario)
        self.red_lines.show_status(self._theme)
        self.red_lines.show_lines(network, self._theme)
        self.friction.show_ties(network, self._theme)
        self.outside.show_ties(network, self._theme)

    def _on_selected(self) -> None:
        if not self._stale and self._in_sight:
            self.friction.show_coalition()
        else:
            self._stale = True


def _same(view: QWidget) -> QWidget:
    return view
