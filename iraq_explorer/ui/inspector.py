"""The inspector: explains what is selected; with nothing selected, the scenario itself."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.dates import PartialDate
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.seats_editor import SeatsEditor
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.source_telling import back_link, source_html
from iraq_explorer.ui.telling import coalition_html, link_html, node_html, scenario_html
from iraq_explorer.ui.telling_events import event_html
from iraq_explorer.ui.words import tr


class _NoteEdit(QPlainTextEdit):
    finished = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class _Room(QScrollArea):
    """As high as what is in it, and scrolled where the panel is too low for that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(200, self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.sizeHint().height(), 70))


class Inspector(QWidget):
    """Sentences with dates, certainty and sources about the selection."""

    day_wanted = Signal(object)
    """The ``PartialDate`` to go to in time, with the lists if these follow it."""

    def __init__(
        self,
        document: Document,
        arrangement: Arrangement,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._arrangement = arrangement
        self._selection = selection
        self._theme = LIGHT
        self._told = ""
        self._opened: list[str] = []
        """The entries of sources and events that were opened from one another, as addresses."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 6, 6)
        layout.setSpacing(4)
        self.text = QTextBrowser()
        self.text.setObjectName("inspectorText")
        self.text.setAccessibleName(tr("What is selected"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setMinimumHeight(84)
        self.text.anchorClicked.connect(self._on_link)
        layout.addWidget(self.text, 1)
        self.seats = SeatsEditor(document, selection)
        self._seats_room = _Room(self.seats)
        layout.addWidget(self._seats_room)
        form_page = QWidget()
        form = QFormLayout(form_page)
        form.setContentsMargins(4, 2, 4, 2)
        form.setVerticalSpacing(4)
        self.day = QLineEdit()
        self.day.setToolTip(tr("Year, month or day: 2010, 2010-10 or 2010-10-01"))
        self.day.editingFinished.connect(self._on_day)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("separated by commas"))
        self.tags.editingFinished.connect(self._on_tags)
        self.note = _NoteEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(tr("What this scenario is about"))
        self.note.setMaximumHeight(74)
        self.note.finished.connect(self._on_note)
        form.addRow(tr("As of"), self.day)
        form.addRow(tr("Tags"), self.tags)
        form.addRow(tr("Note"), self.note)
        self._wrong_day = QLabel()
        self._wrong_day.setWordWrap(True)
        self._wrong_day.hide()
        form.addRow(self._wrong_day)
        self._form = form_page
        self.edit = QPushButton(tr("Edit date, tags and note"))
        self.edit.setProperty("link", True)
        self.edit.setCheckable(True)
        self.edit.toggled.connect(self._show)
        layout.addWidget(self.edit)
        layout.addWidget(form_page)
        selection.changed.connect(self._on_selected)
        document.opened.connect(self._on_selected)
        document.committed.connect(self._show)
        arrangement.settings_changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(330, 320)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.seats.set_theme(theme)
        self._show()

    def split(self, bloc: str) -> None:
        """Select a bloc and begin to split it."""
        self._selection.set_nodes([bloc])
        self.seats.open_split()

    def _on_link(self, url: QUrl) -> None:
        address = url.toString()
        if address == "back:":
            self._opened = self._opened[:-1]
        elif self._entry_html(address):
            self._opened.append(address)
        self._show()

    def open_entry(self, address: str) -> None:
        """Open the entry of a source or an event: ``source:`` or ``event:`` and its id."""
        self._on_link(QUrl(address))

    def _entry_html(self, address: str) -> str:
        """What is told of the source or event at an address; empty where there is none."""
        dataset = self._document.dataset
        kind, _, name = address.partition(":")
        if kind == "source" and name in dataset.sources:
            return source_html(dataset.sources[name], dataset, self._theme)
        if kind == "event" and name in dataset.events:
            return event_html(dataset.events[name], dataset, self._theme)
        return ""

    def _on_selected(self) -> None:
        self._opened = []
        self._show()

    def _show(self) -> None:
        scenario, dataset = self._document.scenario, self._document.dataset
        network, selection, theme = self._arrangement.network, self._selection, self._theme
        nodes = [network.node_by_id[n] for n in selection.nodes if n in network.node_by_id]
        wanted = selection.link.id if selection.link else None
        # Looked up anew: date and filter decide which of its ties there are now.
        link = next((k for k in network.links if k.id == wanted), None)
        own = False
        if nodes:
            html = "<hr>".join(
                node_html(node, network, dataset, scenario, theme) for node in nodes[:6]
            )
            if len(nodes) > 6:
                html += "<p>" + tr("and {count} more", count=len(nodes) - 6) + "</p>"
        elif link is not None:
            html = link_html(link, network, dataset, theme)
        elif selection.coalition in scenario.coalition_by_id:
            assert selection.coalition is not None
            html = coalition_html(selection.coalition, dataset, scenario, theme)
        else:
            own = True
            html = scenario_html(dataset, scenario, theme)
        if self._opened:
            html = back_link(theme, tr("Back")) + self._entry_html(self._opened[-1])
        style = f"<style>body {{ color: {theme.text.name()}; }} h3 {{ font-size: 12pt; }}</style>"
        if self._told != html:
            self._told = html
            self.text.setHtml(style + html)
        self.seats.show_bloc(nodes[0].id if len(nodes) == 1 else None)
        self._seats_room.setVisible(not self.seats.isHidden())
        self.edit.setVisible(own)
        self._form.setVisible(own and self.edit.isChecked())
        if not self.day.hasFocus():
            self.day.setText(str(scenario.date))
            self._wrong_day.hide()
        if not self.tags.hasFocus():
            self.tags.setText(", ".join(scenario.tags))
        if not self.note.hasFocus() and self.note.toPlainText() != scenario.note:
            self.note.setPlainText(scenario.note)

    def finish(self) -> None:
        """Take over what stands in the fields."""
        self.seats.finish()
        if self._form.isVisible():
            self._on_day()
            self._on_tags()
            self._on_note()

    def _on_day(self) -> None:
        scenario = self._document.scenario
        try:
            day = PartialDate(self.day.text().strip())
        except ValueError:
            self._wrong_day.setStyleSheet(f"color: {self._theme.bad.name()}")
            self._wrong_day.setText(
                tr("“{text}” is no date. Write 2010, 2010-10 or 2010-10-01.", text=self.day.text())
            )
            self._wrong_day.show()
            return
        self._wrong_day.hide()
        if day != scenario.date:
            self.day_wanted.emit(day)

    def _on_tags(self) -> None:
        tags = tuple(dict.fromkeys(t.strip() for t in self.tags.text().split(",") if t.strip()))
        self._document.commit(replace(self._document.scenario, tags=tags), tr("Change tags"))

    def _on_note(self) -> None:
        note = self.note.toPlainText()
        self._document.commit(replace(self._document.scenario, note=note), tr("Change note"))
