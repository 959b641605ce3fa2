"""What stands in the menu bar: every action with its words and its keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from iraq_explorer.ui.actions import Entry, fill_layouts
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow


def fill_menu_bar(window: "MainWindow") -> None:
    """Make every menu of the window."""
    menus, session, view = window.menus, window.session, window.network
    pictures = window.pictures
    std = QKeySequence.StandardKey
    menus.menu(
        tr("&File"),
        {
            "new": Entry(tr("&New scenario"), window.commands.new_scenario, std.New),
            "open": Entry(tr("&Open library …"), window.commands.choose_library, std.Open),
            "openPicture": Entry(tr("Open from p&icture …"), pictures.choose, "Ctrl+Shift+O"),
            "-3": None,
            "openDataset": Entry(tr("Open anot&her dataset …"), window.data.choose),
            "editDataset": Entry(tr("Edit da&taset …"), window.datasets.edit),
            "newDataset": Entry(tr("Ne&w dataset …"), window.datasets.new),
            "importData": Entry(tr("I&mport data …"), window.datasets.import_data),
            "-4": None,
            "save": Entry(tr("&Save"), session.save, std.Save),
            "saveAs": Entry(tr("Save &as …"), window.commands.save_as, "Ctrl+Shift+S"),
            "duplicate": Entry(tr("&Duplicate"), session.duplicate, "Ctrl+D"),
            "renameScenario": Entry(
                tr("&Rename scenario"), window.scenarios.rename_current, "Shift+F2"
            ),
            "delete": Entry(
                tr("De&lete scenario"), window.scenarios.delete_current, "Ctrl+Backspace"
            ),
            "restore": Entry(tr("Get &built-in scenarios back"), session.restore_built_in),
            "-1": None,
            "export": Entry(tr("&Export picture …"), pictures.export, "Ctrl+E"),
            "exportSeveral": Entry(
                tr("Export se&veral pictures …"), pictures.export_several, "Ctrl+Shift+E"
            ),
            "exportData": Entry(tr("E&xport data …"), window.data.export),
            "copy": Entry(tr("&Copy picture"), pictures.copy_picture, "Ctrl+Shift+C"),
            "copyText": Entry(tr("Cop&y as text"), pictures.copy_text, "Ctrl+Alt+C"),
            "print": Entry(tr("&Print …"), pictures.print, std.Print),
            "-2": None,
            "quit": Entry(tr("&Quit"), window.close, "Ctrl+Q"),
        },
    )
    edit = window.menuBar().addMenu(tr("&Edit"))
    window.undo_action.setShortcut(std.Undo)
    window.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    edit.addActions([window.undo_action, window.redo_action])
    menus.fill(
        edit,
        {
            "-1": None,
            "selectAll": Entry(tr("Select &all blocs"), window.commands.select_all, "Ctrl+A"),
            "selectList": Entry(tr("Select the whole &list"), window.commands.select_list, "L"),
            "deselect": Entry(tr("Select &nothing"), window.selection.clear, "Ctrl+Shift+A"),
            "-2": None,
            "find": Entry(tr("&Find …"), window.toolbar.focus_search, std.Find),
        },
    )
    coalition = window.menuBar().addMenu(tr("&Coalition"))
    menus.fill(
        coalition,
        {"newCoalition": Entry(tr("&New coalition of the selection"), window.moves.to_new, "N")},
    )
    coalition.addMenu(window.move_menu)
    for number in range(1, 10):
        action = menus.action(
            f"move{number}",
            Entry("", partial(window.moves.to_number, number), str(number)),
        )
        window.move_menu.addAction(action)
    out = Entry(tr("No coalition"), lambda: window.moves.to_number(0), "0")
    window.move_menu.addAction(menus.action("moveOut", out))
    menus.fill(
        coalition,
        {
            "-1": None,
            "rename": Entry(tr("&Rename coalition"), window.commands.rename_coalition, "F2"),
            "left": Entry(
                tr("Move coalition &left"),
                lambda: window.commands.shift_coalition(-1),
                "Ctrl+Shift+Left",
            ),
            "right": Entry(
                tr("Move coalition ri&ght"),
                lambda: window.commands.shift_coalition(1),
                "Ctrl+Shift+Right",
            ),
            "deleteCoalition": Entry(
                tr("&Delete coalition"), window.commands.delete_coalition, "Ctrl+Delete"
            ),
        },
    )
    coalition.addMenu(window.more_menu)
    window.more_menu.aboutToShow.connect(window.commands.fill_more)
    show = window.menuBar().addMenu(tr("&View"))
    menus.fill(
        show,
        {
            "fit": Entry(tr("&Fit"), view.fit, "F"),
            "zoomSelection": Entry(
                tr("Zoom to &selection"), lambda: view.zoom_to(window.selection.nodes), "Z"
            ),
            "zoomIn": Entry(tr("Zoom &in"), lambda: view.zoom_by(1.25), std.ZoomIn),
            "zoomOut": Entry(tr("Zoom &out"), lambda: view.zoom_by(0.8), std.ZoomOut),
            "-1": None,
            "detail": Entry(tr("Blocs or &everyone"), window.commands.toggle_detail, "E"),
        },
    )
    layouts = show.addMenu(tr("&Layout"))
    fill_layouts(layouts, window.arrangement, window)
    show.addMenu(window.filter_menu)
    window.filter_menu.aboutToShow.connect(lambda: window.filters.fill_menu(window.filter_menu))
    menus.fill(
        show,
        {
            "arrange": Entry(
                tr("&Arrange afresh"), lambda: window.arrangement.arrange(afresh=True), "Ctrl+R"
            ),
            "release": Entry(tr("&Release all placements"), window.moves.release),
        },
    )
    animated = QAction(tr("A&nimate"), window)
    animated.setCheckable(True)
    animated.setChecked(window.arrangement.animated)
    animated.toggled.connect(window.commands.set_animated)
    show.addAction(animated)
    simple = QAction(tr("Si&mple mode"), window)
    simple.setObjectName("simple")
    simple.setCheckable(True)
    simple.setChecked(window.simple.on)
    simple.toggled.connect(window.simple.set_on)
    window.simple.changed.connect(simple.setChecked)
    show.addAction(simple)
    show.addSeparator()
    show.addMenu(window.theme_menu)
    for name, text in (
        ("system", tr("As the system")),
        ("light", tr("Light")),
        ("dark", tr("Dark")),
    ):
        action = window.theme_menu.addAction(text)
        action.setCheckable(True)
        action.setData(name)
        action.triggered.connect(lambda _=False, n=name: window.set_appearance(n))
    menus.menu(
        tr("&Analyse"),
        {
            **{
                name: Entry(words, partial(window.docks.reveal, f"{name}Dock"))
                for name, words in (
                    ("ways", tr("&Ways to a majority")),
                    ("power", tr("&Power")),
                    ("politics", tr("&Red lines and friction")),
                    ("vote", tr("A &vote")),
                    ("ledger", tr("&Evidence")),
                    ("overview", tr("&All scenarios")),
                )
            },
            "-1": None,
            "compare": Entry(tr("&Compare …"), window.comparing.toggle, "Ctrl+K"),
        },
    )
    present = window.presenting.fill_menu(menus, window.docks)
    present.addSeparator()
    menus.fill(present, {"negotiate": Entry(tr("&Negotiate …"), window.negotiating.begin)})
    panels = show.addMenu(tr("&Panels"))
    for number, action in enumerate(window.docks.actions.values(), start=1):
        if number <= 10:
            action.setShortcut(QKeySequence(f"Alt+{number % 10}"))
        panels.addAction(action)
    panels.addSeparator()
    menus.fill(panels, {"resetPanels": Entry(tr("As at first"), window.commands.reset_panels)})
    menus.menu(
        tr("&Help"),
        {
            "help": Entry(tr("&Help on this panel"), window.helping.ask, "F1"),
            "helpContents": Entry(tr("&Contents of help"), window.helping.show_page, "Shift+F1"),
            "keys": Entry(tr("&Keyboard"), partial(window.helping.show_page, "shortcuts")),
            "tour": Entry(tr("&First minute"), window.tour.begin),
            "about": Entry(tr("&About Iraq Explorer"), window.commands.tell_about),
        },
    )


def name_move_actions(window: "MainWindow") -> None:
    """Let the actions that move the selection bear the names of the coalitions there are."""
    coalitions = window.document.scenario.coalitions
    for number in range(1, 10):
        action = window.menus.actions[f"move{number}"]
        there = number <= len(coalitions)
        action.setVisible(there)
        action.setText(coalitions[number - 1].name.replace("&", "&&") if there else "")
