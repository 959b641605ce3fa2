"""Two scenarios compared, in the place of the canvas: what is open beside any other."""

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.comparison import Comparison, compare, what_happened
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.comparison_canvas import ComparisonCanvas
from iraq_explorer.ui.comparison_picture import Placing, largest
from iraq_explorer.ui.comparison_words import difference_html, summary_text
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.session import Session
from iraq_explorer.ui.words import brief_headline, day_text, tr


class ComparisonPage(QWidget):
    """Compares what is shown with a scenario that is chosen, and follows every change of both."""

    closed = Signal()

    def __init__(
        self, session: Session, arrangement: Arrangement, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonPage")
        self._session = session
        self._document = session.document
        self._arrangement = arrangement
        self._theme = LIGHT
        self._other: Scenario | None = None
        self._told = ""
        self._laid_for: dict[Placing, QSizeF] = {}
        """The rooms that the drawing was laid out for."""
        self.comparison: Comparison | None = None
        self._background = Background(self)
        self._background.done.connect(self._on_laid)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._make_head())
        self.canvas = ComparisonCanvas()
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("What is different"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.addWidget(self.canvas)
        self._parts.addWidget(self.text)
        self.canvas.reshaped.connect(self._on_reshaped)
        self._parts.setStretchFactor(0, 5)
        self._parts.setStretchFactor(1, 2)
        self._parts.setSizes([900, 340])
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self.text.setMinimumWidth(220)
        rows.addWidget(self._parts, 1)
        self._document.opened.connect(self._on_opened)
        self._document.shown_changed.connect(self._refresh)
        self._arrangement.settings_changed.connect(self._refresh)
        session.entries_changed.connect(self._fill)

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("comparisonHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 7, 12, 5)
        row.setSpacing(8)
        self.first = QLabel()
        self.first.setTextFormat(Qt.TextFormat.PlainText)
        self.first.setMinimumWidth(60)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(tr("Scenario to compare with"))
        self.chooser.setMinimumContentsLength(22)
        self.chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.chooser.activated.connect(self._on_chosen)
        self.happened = QPushButton()
        self.happened.setText(tr("What really happened"))
        self.happened.clicked.connect(self.compare_with_history)
        self.style_button = QPushButton()
        self.style_button.setText(tr("In one network"))
        self.style_button.setCheckable(True)
        self.style_button.toggled.connect(lambda _: self._draw_together())
        self.close_button = QPushButton()
        self.close_button.setText("✕")
        self.close_button.setAccessibleName(tr("End the comparison"))
        self.close_button.setToolTip(tr("End the comparison (Esc)"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(_bold("A"))
        row.addWidget(self.first, 1)
        row.addSpacing(6)
        row.addWidget(_bold("B"))
        row.addWidget(self.chooser, 1)
        row.addWidget(self.happened)
        row.addWidget(self.style_button)
        row.addWidget(self.close_button)
        return head

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.setStyleSheet(
            f"#comparisonHead {{ background: {theme.canvas.name()}; }}"
            f"QTextBrowser {{ background: {theme.panel.name()}; border: none; padding: 4px; }}"
            f"QSplitter::handle {{ background: {theme.line.name()}; }}"
        )
        self.canvas.set_theme(theme)
        self._tell()

    # -- choosing ----------------------------------------------------------------------------

    def compare_with(self, scenario: Scenario) -> None:
        """Put a scenario beside what is shown."""
        self._other = scenario
        self._fill()
        self._refresh()

    def compare_with_history(self) -> None:
        """Put beside it what really followed in its chamber."""
        found = what_happened(self._document.shown, self._document.dataset)
        if found is not None:
            self.compare_with(found)

    def _first_choice(self) -> Scenario | None:
        """What is compared with before anything is chosen: what followed, else any other."""
        shown = self._document.shown
        found = what_happened(shown, self._document.dataset)
        if found is not None and (found.date, found.membership) != (shown.date, shown.membership):
            return found
        return next((scenario for _, scenario in self.choices()), found)

    def choices(self) -> tuple[tuple[str, Scenario], ...]:
        """What can be compared with, those of the same chamber first."""
        chamber = self._document.scenario.chamber
        entries = [e for e in self._session.entries if e.id != self._session.row]
        entries.sort(key=lambda entry: entry.scenario.chamber != chamber)
        found = [(entry.scenario.name, entry.scenario) for entry in entries]
        as_saved = self._session.entry(self._session.row) if self._session.row else None
        if as_saved is not None and self._document.modified:
            name = tr("{name}, as saved", name=as_saved.scenario.name)
            found.insert(0, (name, as_saved.scenario))
        return tuple(found)

    def _fill(self) -> None:
        if not self.isVisible() and self._other is None:
            return
        self.chooser.blockSignals(True)
        self.chooser.clear()
        chosen = -1
        for number, (name, scenario) in enumerate(self.choices()):
            told = tr("{name} · {day}", name=name, day=day_text(scenario.date))
            self.chooser.addItem(told, scenario)
            tip = brief_headline(scenario, self._document.dataset)
            self.chooser.setItemData(number, tip, Qt.ItemDataRole.ToolTipRole)
            if self._other is not None and scenario == self._other:
                chosen = number
        self.chooser.setCurrentIndex(chosen)
        # What is compared may not be in the library, or no longer.
        self.chooser.setPlaceholderText(self._other.name if self._other is not None else "")
        self.chooser.blockSignals(False)

    def _on_opened(self) -> None:
        # What was compared with is open now: it is not compared with itself.
        if self._other == self._document.scenario:
            self._other = None

    def _on_chosen(self, number: int) -> None:
        self.compare_with(self.choices()[number][1])

    def _draw_together(self) -> None:
        same = self.comparison is None or self.comparison.same_chamber
        self.style_button.setEnabled(same)
        self.style_button.setToolTip(
            tr("Draw the difference into one network")
            if same
            else tr("Two chambers have no blocs in common that could be drawn into one network")
        )
        self.canvas.set_together(self.style_button.isChecked() and same)

    # -- showing -----------------------------------------------------------------------------

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        shown, dataset = self._document.shown, self._document.dataset
        self._elide()
        followed = what_happened(shown, dataset)
        self.happened.setEnabled(followed is not None)
        self.happened.setToolTip(
            tr("Compare with what followed in this chamber: {name}", name=followed.name)
            if followed is not None
            else tr("No built-in scenario of this chamber tells what followed")
        )
        if self._other is None:
            self._other = self._first_choice()
            self._fill()
        if self._other is None:
            self._tell()
            return
        self.canvas.set_thinning(self._arrangement.thinning)
        self.comparison = compare(shown, self._other, dataset)
        self._draw_together()
        self._tell()
        self._lay_out()

    def _lay_out(self) -> None:
        comparison, dataset = self.comparison, self._document.dataset
        if comparison is None:
            return
        rooms, left_out = self.canvas.rooms, self._arrangement.tie_filter
        self._laid_for = rooms
        self._background.request(lambda: largest(comparison, dataset, rooms, left_out))

    def _on_reshaped(self) -> None:
        """Lay out for another shape of the room; one of the same shape only zooms."""
        if not self._laid_for:
            return
        rooms = self.canvas.rooms
        if rooms.keys() != self._laid_for.keys() or any(
            abs(_shape(room) / _shape(self._laid_for[way]) - 1) > 0.12
            for way, room in rooms.items()
        ):
            self._lay_out()

    def _on_laid(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        pair, placing = answer
        if pair.comparison is self.comparison:
            self.canvas.show_pair(pair, placing)

    def _tell(self) -> None:
        if self.comparison is None:
            html = f"<p>{tr('There is no other scenario to compare with.')}</p>"
        else:
            html = difference_html(self.comparison, self._document.dataset, self._theme)
            self.canvas.setAccessibleDescription(summary_text(self.comparison))
        html = f"<style>body {{ color: {self._theme.text.name()}; }}</style>{html}"
        if html != self._told:
            self._told = html
            # While the date is dragged one goes on reading where one is.
            place = self.text.verticalScrollBar().value()
            self.text.setHtml(html)
            self.text.verticalScrollBar().setValue(place)

    def _elide(self) -> None:
        name = self._document.shown.name
        room = max(60, self.first.width())
        told = self.first.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.first.setText(told)
        self.first.setAccessibleName(name)
        self.first.setToolTip(name if told != name else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._other = None
        self.comparison = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """End background work, and wait for it."""
        self._background.stop()


def _shape(room: QSizeF) -> float:
    return max(1.0, room.width()) / max(1.0, room.height())


def _bold(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", True)
    return label
