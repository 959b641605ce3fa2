"""Comparing in the window: the page takes the place of the canvas, and is made when asked for.

The panels around it fold away, so that two networks have the room of one, and come back at the end.
Any that is asked for meanwhile stays.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Session

if TYPE_CHECKING:
    from iraq_explorer.ui.comparison_page import ComparisonPage


class Comparing(QObject):
    """Puts the page of a comparison into the place of what it hides, and back."""

    def __init__(
        self,
        session: Session,
        arrangement: Arrangement,
        place: QVBoxLayout,
        hidden: tuple[QWidget, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._arrangement = arrangement
        self._place = place
        self._hidden = hidden
        self._was_visible: tuple[QWidget, ...] = ()
        self._folded: tuple[QDockWidget, ...] = ()
        self._in_front: tuple[QDockWidget, ...] = ()
        self._theme = LIGHT
        self.page: ComparisonPage | None = None

    @property
    def open(self) -> bool:
        """Whether a comparison is on the screen."""
        return self.page is not None and not self.page.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        if self.page is not None:
            self.page.set_theme(theme)

    def begin(self, other: Scenario | None = None) -> None:
        """Compare what is shown with a scenario; with what really followed where none is named."""
        if self.page is None:
            from iraq_explorer.ui.comparison_page import ComparisonPage

            self.page = ComparisonPage(self._session, self._arrangement)
            self.page.hide()
            self.page.set_theme(self._theme)
            self.page.closed.connect(self.end)
            self._place.addWidget(self.page, 1)
        if not self.open:
            self._was_visible = tuple(w for w in self._hidden if not w.isHidden())
            for widget in self._was_visible:
                widget.hide()
            self._fold()
        if other is not None:
            self.page.compare_with(other)
        self.page.show()
        self.page.canvas.setFocus()

    def begin_with_entry(self, row: int) -> None:
        """Compare what is shown with an entry of the library."""
        entry = self._session.entry(row)
        if entry is not None:
            self.begin(entry.scenario)

    def toggle(self) -> None:
        """Begin a comparison, or end the one on the screen."""
        if self.open:
            self.end()
        else:
            self.begin()

    def end(self) -> None:
        """Bring the canvas back."""
        if self.page is None or not self.open:
            return
        self.page.hide()
        for widget in self._was_visible:
            widget.show()
        self._unfold()
        self._hidden[-1].setFocus()

    def _fold(self) -> None:
        window = self._hidden[-1].window()
        docks = window.findChildren(QDockWidget)
        self._folded = tuple(d for d in docks if not d.isHidden() and not d.isFloating())
        # Of panels that lie on one another, which is seen.
        self._in_front = tuple(d for d in self._folded if not d.visibleRegion().isEmpty())
        for dock in self._folded:
            dock.hide()

    def _unfold(self) -> None:
        for dock in self._folded:
            dock.show()
        for dock in self._in_front:
            dock.raise_()
        self._folded = self._in_front = ()

    def stop(self) -> None:
        """End background work, and wait for it."""
        if self.page is not None:
            self.page.stop()
