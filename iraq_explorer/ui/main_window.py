"""The main window: docks, toolbar, menus and shortcuts around the canvas."""

from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer import __version__
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.network import Detail
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.actions import (
    Menus,
    Moves,
)
from iraq_explorer.ui.analysis import analysis_panels
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.coalition_board import BoardArea, CoalitionBoard
from iraq_explorer.ui.comparing import Comparing
from iraq_explorer.ui.data_files import DataFiles
from iraq_explorer.ui.dataset_desk import DatasetDesk
from iraq_explorer.ui.docks import Docks, Panel
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.filter_bar import FilterBar
from iraq_explorer.ui.helping import Helping
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.inspector import Inspector
from iraq_explorer.ui.library_watch import LibraryWatch
from iraq_explorer.ui.message_bar import MessageBar
from iraq_explorer.ui.negotiating import Negotiating
from iraq_explorer.ui.network_view import NetworkView
from iraq_explorer.ui.offer_bar import OfferBar
from iraq_explorer.ui.palette import DARK, LIGHT, Theme, font, theme_for
from iraq_explorer.ui.pictures import Pictures
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.presenting import Presenting
from iraq_explorer.ui.recovery import Recovery
from iraq_explorer.ui.rules_panel import RulesPanel
from iraq_explorer.ui.scenarios_panel import ScenariosPanel
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.session import Message, Session
from iraq_explorer.ui.simple_mode import SimpleMode
from iraq_explorer.ui.style_sheet import apply_theme
from iraq_explorer.ui.timeline import Timeline
from iraq_explorer.ui.toolbar import Toolbar
from iraq_explorer.ui.tour import Tour
from iraq_explorer.ui.window_menus import fill_menu_bar
from iraq_explorer.ui.words import assumes_text, day_text, rule_text, tr

if TYPE_CHECKING:
    from iraq_explorer.ui.page import View

_STATE_VERSION = 1


class MainWindow(QMainWindow):
    """Puts the views around one document."""

    def __init__(self, dataset: Dataset, settings: QSettings, library: Path | None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._settings = settings
        self._library_path = library
        self._started = False
        self._closing = False
        opening = dataset.scenarios[dataset.opening_scenario]
        self.document = Document(dataset, opening, self)
        self.selection = Selection(self)
        self.arrangement = Arrangement(self.document, self)
        self.arrangement.animated = settings.value("view/animated", True, bool)  # type: ignore[assignment]
        self.session = Session(self.document, self)
        self.moves = Moves(self.document, self.selection)
        self.theme = LIGHT
        self.filter_menu = QMenu(tr("&Leave out"), self)
        self.more_menu = QMenu(tr("M&ore"), self)
        self.theme_menu = QMenu(tr("A&ppearance"), self)
        self.move_menu = QMenu(tr("&Move selection to"), self)
        self._make_centre()
        self._make_docks()
        self.pictures = Pictures(self, self.session, settings, self.view)
        self.pictures.told.connect(self.messages.tell)
        self.data = DataFiles(self, self.session, settings)
        self.data.told.connect(self.messages.tell)
        self.datasets = DatasetDesk(self, settings, dataset)
        self.datasets.told.connect(self.messages.tell)
        self.datasets.shown.connect(self.data.opened)
        self.comparing = Comparing(
            self.session, self.arrangement, self._centre_rows, (self._head, self.network), self
        )
        self.menus = Menus(self, self.menuBar())
        self.simple = SimpleMode(self, self.docks, settings)
        self.helping = Helping(self, self.document, self.docks["scenariosDock"], self.menus.actions)
        self.undo_action = self.document.undo_stack.createUndoAction(self, tr("&Undo"))
        self.redo_action = self.document.undo_stack.createRedoAction(self, tr("&Redo"))
        self.tour = Tour(self, settings)
        self.negotiating = Negotiating(self.session, self.comparing, self)
        self.negotiating.help_requested.connect(partial(self.helping.show_page, "negotiate"))
        fill_menu_bar(self)
        steps = (self.undo_action, self.redo_action)
        self.toolbar = Toolbar(
            self.document, self.arrangement, self.selection, steps, self.filter_menu, self
        )
        self.toolbar.export_requested.connect(self.pictures.export)
        self.toolbar.found.connect(self.network.reveal)
        self.toolbar.told.connect(self.messages.tell)
        self.addToolBar(self.toolbar)
        self.document.committed.connect(self._on_committed)
        self.document.shown_changed.connect(self._on_shown)
        self.document.modified_changed.connect(self._show_title)
        self.session.told.connect(self.messages.tell)
        self.recovery = Recovery(self.session, self.offers, self)
        self.watch = LibraryWatch(self.session, self.offers, self.open_library, self)
        self.session.settle = self.finish_editing
        self.session.pending = self._with_note
        self.document.opened.connect(self.selection.clear)
        self.session.row_changed.connect(self._remember_row)
        self.arrangement.failed.connect(self._on_layout_failed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._apply_theme()
        self._on_committed()
        self.docks.front()
        self._restore()

    # -- parts -----------------------------------------------------------------------------

    def _make_centre(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.messages = MessageBar()
        layout.addWidget(self.messages)
        self.offers = OfferBar()
        layout.addWidget(self.offers)
        head = QWidget()
        rows = QHBoxLayout(head)
        rows.setContentsMargins(18, 7, 18, 2)
        rows.setSpacing(14)
        self.title = QLabel()
        self.title.setFont(font(14, bold=True))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle = QLabel()
        self.subtitle.setProperty("muted", True)
        self.subtitle.setWordWrap(True)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        baseline = Qt.AlignmentFlag.AlignBottom
        rows.addWidget(self.title, 0, baseline)
        rows.addWidget(self.subtitle, 1, baseline)
        self._head = head
        layout.addWidget(head)
        self.filters = FilterBar(self.arrangement, self.document)
        layout.addWidget(self.filters)
        self.network = NetworkView(self.document, self.arrangement, self.selection)
        self.network.context_requested.connect(self._show_context)
        layout.addWidget(self.network, 1)
        self._centre_rows = layout
        self.setCentralWidget(centre)

    def _make_docks(self) -> None:
        self.scenarios = ScenariosPanel(self.session)
        self.scenarios.new_requested.connect(self.new_scenario)
        self.scenarios.duplicate_requested.connect(self.session.duplicate)
        self.scenarios.context_requested.connect(self._show_scenario_context)
        self.board = CoalitionBoard(self.document, self.selection)
        self.board.context_requested.connect(self._show_context)
        self.board.new_requested.connect(self.moves.to_new)
        self.hemicycle = HemicycleView(self.document)
        self.rules = RulesPanel(self.document)
        chamber = QWidget()
        rows = QVBoxLayout(chamber)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.hemicycle, 3)
        rows.addWidget(self.rules, 1)
        self.inspector = Inspector(self.document, self.arrangement, self.selection)
        left, right, bottom = (
            Qt.DockWidgetArea.LeftDockWidgetArea,
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        self.timeline = Timeline(self.document, self.arrangement)
        self.timeline.set_lists_follow(self._settings.value("timeline/follow", True, bool) is True)
        self.timeline.follow_changed.connect(partial(self._settings.setValue, "timeline/follow"))
        self.timeline.scenario_requested.connect(self._open_built_in)
        self.timeline.entry_requested.connect(self._open_entry)
        self.inspector.day_wanted.connect(self.timeline.travel.go_to)
        self.presenting = Presenting(
            self,
            self.session,
            self.arrangement,
            self.selection,
            lambda: Path(str(self._settings.value("export/folder", str(Path.home())))),
        )
        self.presenting.told.connect(self.messages.tell)
        self.docks = Docks(self)
        for panel in (
            Panel("scenariosDock", tr("SCENARIOS"), left, lambda: self.scenarios),
            Panel(
                "storiesDock",
                tr("STORIES"),
                left,
                self.presenting.panel,
                "scenariosDock",
                later=True,
            ),
            Panel("chamberDock", tr("CHAMBER"), right, lambda: chamber),
            Panel("inspectorDock", tr("SELECTED"), right, lambda: self.inspector),
            Panel("boardDock", tr("COALITIONS"), bottom, lambda: BoardArea(self.board)),
            Panel(
                "timelineDock",
                tr("TIMELINE"),
                bottom,
                lambda: self.timeline,
                below="boardDock",
                bare=True,
            ),
            *analysis_panels(self.session, self.selection, self.arrangement, self._compare_with),
        ):
            self.docks.add(panel)
        self._default_sizes()

    def _default_sizes(self) -> None:
        docks = self.docks
        across, along = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        scenarios, chamber = docks["scenariosDock"], docks["chamberDock"]
        self.resizeDocks([scenarios, chamber], [264, 346], across)
        self.resizeDocks([chamber, docks["inspectorDock"]], [400, 360], along)
        self.resizeDocks([docks["boardDock"]], [196 if self.height() < 860 else 262], along)

    def sizeHint(self) -> QSize:
        return QSize(1400, 880)

    # -- following the document --------------------------------------------------------------

    def _on_committed(self) -> None:
        scenario = self.document.scenario
        for number in range(1, 10):
            action = self.menus.actions[f"move{number}"]
            there = number <= len(scenario.coalitions)
            action.setVisible(there)
            name = scenario.coalitions[number - 1].name if there else ""
            action.setText(name.replace("&", "&&"))
        self._show_title()

    def _on_shown(self) -> None:
        shown = self.document.shown
        self.title.setText(shown.name)
        rule = rule_text(shown, self.document.dataset, article=False)
        told = [day_text(shown.date), rule]
        if shown.vote is not None:
            vote = shown.vote
            told.append(tr("{yes} for as reported", yes=vote.in_favour))
        if shown.what_if:
            told.append(assumes_text(shown, self.document.dataset))
        self.subtitle.setText(" · ".join(told))
        self.subtitle.setToolTip(plain_tip(self.document.chamber.name.en))

    def _show_title(self) -> None:
        self._on_shown()
        self.setWindowTitle(f"{self.document.scenario.name}[*] – Iraq Explorer")
        self.setWindowModified(self.document.modified)

    def _on_layout_failed(self, error: object) -> None:
        text = tr(
            "A bug in the program: the layout failed ({error}). Nothing of yours is lost.",
            error=error,
        )
        self.messages.tell(Message(text, bad=True))

    # -- appearance --------------------------------------------------------------------------

    def set_appearance(self, name: str) -> None:
        """Follow the system (``system``) or stay ``light`` or ``dark``."""
        self._settings.setValue("view/appearance", name)
        self._apply_theme()

    def _on_scheme(self, _: Qt.ColorScheme) -> None:
        self._apply_theme()

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        name = str(self._settings.value("view/appearance", "system"))
        theme: Theme = {"light": LIGHT, "dark": DARK}.get(name) or theme_for(app)
        self.theme = theme
        apply_theme(app, theme)
        for view in (
            self.network,
            self.board,
            self.hemicycle,
            self.rules,
            self.messages,
            self.offers,
        ):
            view.set_theme(theme)
        self.docks.set_theme(theme)
        self.comparing.set_theme(theme)
        self.datasets.set_theme(theme)
        self.presenting.set_theme(theme)
        self.helping.set_theme(theme)
        self.tour.set_theme(theme)
        self.negotiating.set_theme(theme)
        self._head.setStyleSheet(f"background: {theme.canvas.name()};")
        self.filters.setStyleSheet(f"#filterBar {{ background: {theme.canvas.name()}; }}")
        for action in self.theme_menu.actions():
            action.setChecked(action.data() == name)

    def set_animated(self, on: bool) -> None:
        self.arrangement.animated = on
        self._settings.setValue("view/animated", on)

    # -- start and end -----------------------------------------------------------------------

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        state = self._settings.value("window/state")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            self.restoreGeometry(geometry)
            self.restoreState(state, _STATE_VERSION)
        else:
            screen = QGuiApplication.primaryScreen().availableSize()
            # Room for the frame that the window manager puts around it.
            self.resize(min(1560, screen.width() - 8), min(980, screen.height() - 40))
            self._default_sizes()
        self.simple.apply()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            self._started = True
            # The first frame is on the screen before anything that takes longer begins. Not from
            # showEvent: a timer set there fires before the window system asks for that frame.
            QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        if self._library_path is not None and self.session.open_library(self._library_path):
            remembered = self._settings.value(f"row/{self._library_path}")
            row = int(remembered) if str(remembered or "").isdigit() else None
            if row is None or self.session.entry(row) is None:
                entry = self.session.entry_of_origin(self.document.dataset.opening_scenario)
                row = entry.id if entry else None
            if row is not None:
                self.session.open(row)
        elif self._library_path is None:
            text = tr("The library cannot be written here: what you make is lost at the end.")
            self.messages.tell(Message(text, bad=True))
        if self.session.row is None:  # opening an entry asks for its layout itself
            self.arrangement.arrange()
        self.recovery.start()
        self.watch.start()
        self.network.setFocus()
        # Bad news comes first: then the first minute is called from the menu, or begins next time.
        if self.tour.wanted and not self.messages.isVisible() and not self.offers.isVisible():
            self.tour.begin()
        self.pictures.started()
        self.data.started()

    def _remember_row(self) -> None:
        if self.session.row is not None and self.session.library is not None:
            self._settings.setValue(f"row/{self.session.library.path}", self.session.row)

    def _with_note(self, scenario: Scenario) -> Scenario:
        """A scenario with the note that is just being typed."""
        note = self.inspector.note
        return replace(scenario, note=note.toPlainText()) if note.hasFocus() else scenario

    def finish_editing(self) -> None:
        """Take over what still stands in a field, before anything is saved or drawn."""
        self.board.finish_rename()
        self.toolbar.quota_box.interpretText()
        self.rules.finish()
        self.docks.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_editing()
        if self.session.unsaved and not self._ask_to_save():
            event.ignore()
            return
        if not self.datasets.close():
            event.ignore()
            return
        # With the panels that a comparison folds away.
        self.comparing.end()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/state", self.saveState(_STATE_VERSION))
        self.arrangement.stop()
        self.pictures.stop()
        self.data.stop()
        self.comparing.stop()
        self.tour.stop()
        self.negotiating.stop()
        self.recovery.end()
        self.watch.end()
        if self.session.library is not None:
            self.session.library.close()
        event.accept()

    def _ask_to_save(self) -> bool:
        """Ask once about everything unsaved; whether the window may close."""
        names = self.session.unsaved
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setText(tr("Save the changes before closing?"))
        box.setInformativeText(plain_tip("\n".join(names)))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        if answer == button.Save:
            return self.session.save_all()
        return answer == button.Discard

    # -- what actions do ---------------------------------------------------------------------

    def new_scenario(self) -> None:
        chambers = self.document.dataset.chambers
        if len(chambers) == 1:
            self.session.new(next(iter(chambers)))
            return
        menu = QMenu(self)
        menu.addSection(tr("New scenario for"))
        for chamber in reversed(list(chambers.values())):
            text = tr("{name}, {seats} seats", name=chamber.name.en, seats=chamber.seats)
            menu.addAction(text).triggered.connect(partial(self._new_for, chamber.id))
        place = self.scenarios.mapToGlobal(QPoint(12, self.scenarios.height() - 90))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _new_for(self, chamber: str, _: bool = False) -> None:
        self.session.new(chamber)

    def choose_library(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Open library"), "", tr("Scenario libraries (*.sqlite *.db);;All files (*)")
        )
        if path:
            self.open_library(Path(path))

    def open_library(self, path: Path) -> bool:
        """Work with another library; unsaved work is asked about first."""
        self.finish_editing()
        if self.session.unsaved and not self._ask_to_save():
            return False
        if not self.session.open_library(path):
            return False
        self.session.row = None
        self.document.mark_saved(None)  # what was discarded does not follow into this library
        if self.session.entries:
            self.session.open(self.session.entries[0].id)
        return True

    def _open_built_in(self, origin: str) -> None:
        if self.session.entry_of_origin(origin) is None:
            self.session.restore_built_in()
        entry = self.session.entry_of_origin(origin)
        if entry is not None:
            self.session.open(entry.id)

    def save_as(self) -> None:
        open_already = self.findChild(_NameBar)
        if open_already is not None:
            open_already.field.setFocus()
            return
        bar = _NameBar(self.document.scenario.name, self.session, self)
        centre = self.centralWidget()
        layout = centre.layout() if centre else None
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, bar)
        bar.field.setFocus()

    def rename_scenario(self) -> None:
        self.scenarios.rename_current()

    def select_all(self) -> None:
        self.selection.set_nodes(self.document.chamber.bloc_by_id)

    def select_list(self) -> None:
        if self.selection.nodes:
            self.network.select_list(self.selection.nodes[0])

    def find_in_network(self) -> None:
        """Let the user type what to find."""
        self.toolbar.focus_search()

    def toggle_detail(self) -> None:
        other = Detail.BLOCS if self.arrangement.detail is Detail.EVERYONE else Detail.EVERYONE
        self.arrangement.set_detail(other)

    def rename_coalition(self) -> None:
        coalition = self.moves.coalition()
        if coalition is not None:
            self.docks.reveal("boardDock")
            self.board.rename(coalition)

    def shift_coalition(self, step: int) -> None:
        coalition = self.moves.coalition()
        if coalition is not None:
            self.moves.shift(coalition, step)

    def delete_coalition(self) -> None:
        coalition = self.moves.coalition()
        if coalition is not None:
            self.moves.delete(coalition)

    def fill_more(self) -> None:
        self.more_menu.clear()
        coalition = self.moves.coalition()
        if coalition is None:
            self.more_menu.addAction(tr("Select a bloc or a coalition first")).setEnabled(False)
        else:
            self.moves.fill_coalition(self.more_menu, coalition, self.theme, self.board.rename)

    def _show_context(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.moves.fill_context(
            menu, self.theme, self.board.rename, self.network.select_list, self.split
        )
        if menu.isEmpty():
            menu.addAction(self.menus.actions["newCoalition"])
            menu.addAction(self.menus.actions["fit"])
            menu.addAction(self.menus.actions["arrange"])
        menu.popup(place)

    def split(self, bloc: str) -> None:
        """Begin to split a bloc in the panel that explains it."""
        self.docks.reveal("inspectorDock")
        self.inspector.split(bloc)

    def _show_scenario_context(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (
            "renameScenario",
            "duplicate",
            "compare",
            "exportSeveral",
            "delete",
            "restore",
        ):
            menu.addAction(self.menus.actions[name])
        menu.popup(place)

    def _open_entry(self, address: str) -> None:
        self.docks.reveal("inspectorDock")
        self.inspector.open_entry(address)

    def _compare_with(self, row: int) -> None:
        self.comparing.begin_with_entry(row)

    def reset_panels(self) -> None:
        self.docks.reset()
        self._default_sizes()
        self.simple.apply()

    # -- pictures and help -------------------------------------------------------------------

    def view(self) -> "View":
        """How the canvas shows the network, for pictures."""
        from iraq_explorer.ui.page import View

        arrangement = self.arrangement
        return View(
            arrangement.layout_name,
            arrangement.detail,
            arrangement.tie_filter,
            arrangement.final_positions,
            thinning=arrangement.thinning,
        )

    def tell_about(self) -> None:
        dataset = self.document.dataset
        self._tell_box(
            tr("About Iraq Explorer"),
            "<p>"
            + tr(
                "Iraq Explorer {version}. Data: {title}, version {data}; {actors} actors, "
                "{ties} ties, {sources} sources.",
                version=__version__,
                title=escape(dataset.title),
                data=escape(dataset.version),
                actors=len(dataset.actors),
                ties=len(dataset.ties),
                sources=len(dataset.sources),
            )
            + "</p><p>"
            + tr("The program never uses the network. MIT licence.")
            + "</p>",
        )

    def _tell_box(self, title: str, html: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(html)
        box.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange and self._started:
            self._apply_theme()


class _NameBar(QWidget):
    """A line over the canvas that asks for a name, in place of a dialog."""

    def __init__(self, name: str, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nameBar")
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(QLabel(tr("Save as")))
        self.field = QLineEdit(name)
        self.field.setObjectName("saveAsName")
        self.field.selectAll()
        self.field.returnPressed.connect(self._save)
        row.addWidget(self.field, 1)
        for text, run in ((tr("Save"), self._save), (tr("Cancel"), self._close)):
            button = QToolButton()
            button.setText(text)
            button.clicked.connect(run)
            row.addWidget(button)

    def _save(self) -> None:
        if self._session.save_as(self.field.text()):
            self._close()

    def _close(self) -> None:
        # Out of the window at once, so that asking again finds no bar on its way out.
        self.setParent(None)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
