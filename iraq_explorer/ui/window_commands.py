"""What commands of the window do that belong to no single view, from whatever menu or key."""

from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QVBoxLayout

from iraq_explorer import __version__
from iraq_explorer.core.network import Detail
from iraq_explorer.ui.name_bar import NameBar
from iraq_explorer.ui.panels import default_sizes
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow


class WindowCommands:
    """In the order of the menu bar."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        self._window, self._settings = window, settings

    # -- scenarios and libraries -------------------------------------------------------------

    def new_scenario(self) -> None:
        """Begin a scenario; where there are several chambers, one is chosen from a menu."""
        window = self._window
        chambers = window.document.dataset.chambers
        if len(chambers) == 1:
            window.session.new(next(iter(chambers)))
            return
        menu = self._menu()
        menu.addSection(tr("New scenario for"))
        for chamber in reversed(list(chambers.values())):
            text = tr("{name}, {seats} seats", name=chamber.name.en, seats=chamber.seats)
            menu.addAction(text).triggered.connect(partial(self._new_for, chamber.id))
        menu.popup(window.scenarios.mapToGlobal(QPoint(12, window.scenarios.height() - 90)))

    def _new_for(self, chamber: str, _: bool = False) -> None:
        self._window.session.new(chamber)

    def choose_library(self) -> None:
        """Ask for a library's file, and work with it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open library"),
            "",
            tr("Scenario libraries (*.sqlite *.db);;All files (*)"),
        )
        if path:
            self._window.open_library(Path(path))

    def save_as(self) -> None:
        """Ask for a name over the canvas, to save under."""
        window = self._window
        bar = window.findChild(NameBar)
        if bar is None:
            bar = NameBar(window.document.scenario.name, window.session, window)
            centre = window.centralWidget()
            layout = centre.layout() if centre else None
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, bar)
        bar.field.setFocus()

    def open_built_in(self, origin: str) -> None:
        """Open a built-in scenario by its id, and get it back where it was deleted."""
        session = self._window.session
        if session.entry_of_origin(origin) is None:
            session.restore_built_in()
        entry = session.entry_of_origin(origin)
        if entry is not None:
            session.open(entry.id)

    # -- coalitions --------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every bloc."""
        self._window.selection.set_nodes(self._window.document.chamber.bloc_by_id)

    def select_list(self) -> None:
        """Select the whole list of the first bloc that is selected."""
        if self._window.selection.nodes:
            self._window.network.select_list(self._window.selection.nodes[0])

    def rename_coalition(self) -> None:
        """Let the user type another name on the board."""
        coalition = self._window.moves.coalition()
        if coalition is not None:
            self._window.docks.reveal("boardDock")
            self._window.board.rename(coalition)

    def shift_coalition(self, step: int) -> None:
        """Move the coalition left or right on the board."""
        coalition = self._window.moves.coalition()
        if coalition is not None:
            self._window.moves.shift(coalition, step)

    def delete_coalition(self) -> None:
        """Delete the coalition that is selected; its blocs stay."""
        coalition = self._window.moves.coalition()
        if coalition is not None:
            self._window.moves.delete(coalition)

    def fill_more(self) -> None:
        """Fill the menu of what else can be done with the coalition that is selected."""
        window = self._window
        window.more_menu.clear()
        coalition = window.moves.coalition()
        if coalition is None:
            window.more_menu.addAction(tr("Select a bloc or a coalition first")).setEnabled(False)
        else:
            window.moves.fill_coalition(
                window.more_menu, coalition, window.theme, window.board.rename
            )

    def split(self, bloc: str) -> None:
        """Begin to split a bloc in the panel that explains it."""
        self._window.docks.reveal("inspectorDock")
        self._window.inspector.split(bloc)

    # -- view --------------------------------------------------------------------------------

    def toggle_detail(self) -> None:
        """Draw blocs and states, or everyone."""
        arrangement = self._window.arrangement
        everyone = arrangement.detail is Detail.EVERYONE
        arrangement.set_detail(Detail.BLOCS if everyone else Detail.EVERYONE)

    def reset_panels(self) -> None:
        """Put every panel back to where it was at first."""
        self._window.docks.reset()
        default_sizes(self._window)
        self._window.simple.apply()

    def set_animated(self, on: bool) -> None:
        """Let nodes glide, or stand at once."""
        self._window.arrangement.animated = on
        self._settings.setValue("view/animated", on)

    def compare_with(self, row: int) -> None:
        """Compare what is open with an entry of the library."""
        self._window.comparing.begin_with_entry(row)

    def open_entry(self, address: str) -> None:
        """Tell of an entry of the timeline in the panel that explains."""
        self._window.docks.reveal("inspectorDock")
        self._window.inspector.open_entry(address)

    # -- context menus -----------------------------------------------------------------------

    def show_context(self, place: QPoint) -> None:
        """What can be done with the selection, at a place on the screen."""
        window = self._window
        menu = self._menu()
        window.moves.fill_context(
            menu, window.theme, window.board.rename, window.network.select_list, self.split
        )
        if menu.isEmpty():
            for name in ("newCoalition", "fit", "arrange"):
                menu.addAction(window.menus.actions[name])
        menu.popup(place)

    def show_scenario_context(self, place: QPoint) -> None:
        """What can be done with the scenario that is chosen in the list."""
        menu = self._menu()
        for name in (
            "renameScenario",
            "duplicate",
            "compare",
            "exportSeveral",
            "delete",
            "restore",
        ):
            menu.addAction(self._window.menus.actions[name])
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    # -- help --------------------------------------------------------------------------------

    def tell_about(self) -> None:
        """Tell of the program and its data."""
        dataset = self._window.document.dataset
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("About Iraq Explorer"))
        box.setTextFormat(Qt.TextFormat.RichText)
        told = tr(
            "Iraq Explorer {version}. Data: {title}, version {data}; {actors} actors, "
            "{ties} ties, {sources} sources.",
            version=__version__,
            title=escape(dataset.title),
            data=escape(dataset.version),
            actors=len(dataset.actors),
            ties=len(dataset.ties),
            sources=len(dataset.sources),
        )
        promise = tr("The program never uses the network. MIT licence.")
        box.setText(f"<p>{told}</p><p>{promise}</p>")
        box.open()
