"""Every action with its words and keys: the menus, and what each entry does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from iraq_explorer.core.constraint import Constraint, ConstraintKind
from iraq_explorer.core.layout import LAYOUTS
from iraq_explorer.core.network import Detail
from iraq_explorer.core.scenario import COLOURS
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.bloc_drag import move_text, names_text
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import constraint_text
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import tr


def layout_names() -> dict[str, str]:
    """What each layout is called."""
    return {
        "coalition": tr("By coalition"),
        "force": tr("Force-directed"),
        "atlas": tr("ForceAtlas2"),
        "camp": tr("By camp"),
        "circular": tr("Circle"),
        "shell": tr("Two circles"),
        "kind": tr("By kind"),
    }


def detail_names() -> dict[Detail, str]:
    """What each level of detail is called."""
    return {Detail.BLOCS: tr("Blocs and states"), Detail.EVERYONE: tr("Everyone")}


def colour_names() -> tuple[str, ...]:
    """What each colour of a coalition is called, in the order of the palette."""
    names = (
        tr("Blue"), tr("Orange"), tr("Green"), tr("Teal"), tr("Brown"),
        tr("Purple"), tr("Red"), tr("Olive"), tr("Pink"), tr("Grey"),
    )  # fmt: skip
    assert len(names) == COLOURS
    return names


def swatch(theme: Theme, colour: int) -> QIcon:
    """A small square of a coalition's colour."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.fillRect(1, 1, 12, 12, theme.coalition(colour))
    return QIcon(pixmap)


@dataclass(frozen=True)
class Entry:
    """One entry of a menu."""

    text: str
    run: Callable[[], object]
    keys: str | QKeySequence.StandardKey | None = None


class Menus:
    """Fills the menu bar and hands out the actions that others show too."""

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        self._window = window
        self._bar = bar
        self.actions: dict[str, QAction] = {}

    def menu(self, title: str, entries: dict[str, Entry | None]) -> QMenu:
        """A menu with entries by name; ``None`` is a separator."""
        menu = self._bar.addMenu(title)
        self.fill(menu, entries)
        return menu

    def fill(self, menu: QMenu, entries: dict[str, Entry | None]) -> None:
        """Add entries to a menu."""
        for name, entry in entries.items():
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self.action(name, entry))

    def action(self, name: str, entry: Entry) -> QAction:
        """An action of the window, reachable by its keys from everywhere in it."""
        action = QAction(entry.text, self._window)
        action.setObjectName(name)
        if entry.keys is not None:
            action.setShortcut(QKeySequence(entry.keys))
        action.triggered.connect(lambda _=False, run=entry.run: run())
        self._window.addAction(action)
        self.actions[name] = action
        return action


class Moves:
    """The moves of blocs and the changes of coalitions that menus, keys and gestures share."""

    def __init__(self, document: Document, selection: Selection) -> None:
        self._document = document
        self._selection = selection

    def blocs(self) -> tuple[str, ...]:
        """The selected nodes that can change coalition."""
        known = self._document.chamber.bloc_by_id
        return tuple(node for node in self._selection.nodes if node in known)

    def names(self) -> str:
        """The selected blocs in a few words."""
        known = self._document.chamber.bloc_by_id
        return names_text(known[bloc].name.label for bloc in self.blocs())

    def to_number(self, number: int) -> None:
        """Move the selected blocs to the coalition of that number, counted from 1; 0 is none."""
        coalitions = self._document.scenario.coalitions
        if number == 0:
            self.to_coalition(None)
        elif number <= len(coalitions):
            self.to_coalition(coalitions[number - 1].id)

    def to_coalition(self, coalition: str | None) -> None:
        """Move the selected blocs."""
        blocs = self.blocs()
        if blocs:
            after = self._document.scenario.move(blocs, coalition)
            self._document.commit(after, move_text(self.names(), after, blocs[0]))

    def to_new(self) -> None:
        """Begin a coalition with the selected blocs, or an empty one."""
        blocs = self.blocs()
        name = self.names() if blocs else self._free_name(tr("New coalition"))
        after = self._document.scenario.with_new_coalition(name, blocs)
        self._document.commit(after, tr("New coalition {name}", name=name))

    def _free_name(self, wanted: str) -> str:
        taken = {coalition.name for coalition in self._document.scenario.coalitions}
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted} {number}", number + 1
        return name

    def coalition(self) -> str | None:
        """The coalition that is selected, or that the first selected bloc is in."""
        scenario = self._document.scenario
        if self._selection.coalition in scenario.coalition_by_id:
            return self._selection.coalition
        blocs = self.blocs()
        return scenario.coalition_of(blocs[0]) if blocs else None

    def delete(self, coalition: str) -> None:
        """Take a coalition away; its blocs are in none."""
        scenario = self._document.scenario
        name = scenario.coalition_by_id[coalition].name
        after = scenario.delete_coalition(coalition)
        self._document.commit(after, tr("Delete coalition {name}", name=name))

    def merge(self, coalition: str, into: str) -> None:
        """Put the blocs of one coalition into another and take the first away."""
        scenario = self._document.scenario
        a, b = scenario.coalition_by_id[coalition].name, scenario.coalition_by_id[into].name
        text = tr("Merge {a} into {b}", a=a, b=b)
        self._document.commit(scenario.merge(coalition, into), text)

    def recolour(self, coalition: str, colour: int) -> None:
        """Give a coalition another colour."""
        scenario = self._document.scenario
        name = scenario.coalition_by_id[coalition].name
        after = scenario.change_coalition(coalition, colour=colour)
        self._document.commit(after, tr("Recolour {name}", name=name))

    def shift(self, coalition: str, step: int) -> None:
        """Move a coalition's column by so many places."""
        scenario = self._document.scenario
        ids = [c.id for c in scenario.coalitions]
        name = scenario.coalition_by_id[coalition].name
        after = scenario.reorder(coalition, ids.index(coalition) + step)
        self._document.commit(after, tr("Reorder {name}", name=name))

    def release(self, nodes: tuple[str, ...] | None = None) -> None:
        """Give hand-placed nodes back to the layout: these, or all."""
        scenario = self._document.scenario
        gone = tuple(scenario.placements) if nodes is None else nodes
        self._document.commit(scenario.release(gone), tr("Release placements"))

    def fill_context(
        self,
        menu: QMenu,
        theme: Theme,
        rename: Callable[[str], None],
        select_list: Callable[[str], None],
        split: Callable[[str], None],
    ) -> None:
        """The menu for what is selected."""
        scenario = self._document.scenario
        blocs = self.blocs()
        if blocs:
            menu.addSection(self.names())
            for number, held in enumerate(scenario.coalitions, start=1):
                if all(scenario.coalition_of(bloc) == held.id for bloc in blocs):
                    continue
                text = tr("Move to {name}", name=held.name.replace("&", "&&"))
                action = menu.addAction(swatch(theme, held.colour), text)
                action.triggered.connect(lambda _=False, c=held.id: self.to_coalition(c))
                if number <= 9:
                    action.setText(f"{text}\t{number}")
            menu.addAction(tr("Begin a new coalition") + "\tN").triggered.connect(self.to_new)
            if any(scenario.coalition_of(bloc) for bloc in blocs):
                out = menu.addAction(tr("Take out of its coalition") + "\t0")
                out.triggered.connect(lambda: self.to_coalition(None))
            menu.addSeparator()
            if len(blocs) == 2:
                self._fill_red_line(menu, Constraint(ConstraintKind.APART, *blocs))
            if len(blocs) == 1:
                menu.addAction(tr("Split …")).triggered.connect(lambda: split(blocs[0]))
            menu.addAction(tr("Select the whole list") + "\tL").triggered.connect(
                lambda: select_list(blocs[0])
            )
        placed = tuple(n for n in self._selection.nodes if n in scenario.placements)
        if placed:
            menu.addAction(tr("Release from its place")).triggered.connect(
                lambda: self.release(placed)
            )
        coalition = self._selection.coalition
        if coalition in scenario.coalition_by_id:
            assert coalition is not None
            self.fill_coalition(menu, coalition, theme, rename)

    def _fill_red_line(self, menu: QMenu, line: Constraint) -> None:
        scenario, words = self._document.scenario, constraint_text(line, self._document.chamber)
        if any(line.same_as(held) for held in scenario.constraints):
            after, text = scenario.without_constraint(line), tr("These may sit together again")
            step = tr("Remove red line: {line}", line=words)
        else:
            after, text = scenario.with_constraint(line), tr("These will not sit together")
            step = tr("Red line: {line}", line=words)
        menu.addAction(text).triggered.connect(lambda: self._document.commit(after, step))

    def fill_coalition(
        self, menu: QMenu, coalition: str, theme: Theme, rename: Callable[[str], None]
    ) -> None:
        """What can be done with a coalition."""
        scenario = self._document.scenario
        held = scenario.coalition_by_id[coalition]
        menu.addSection(held.name)
        menu.addAction(tr("Rename") + "\tF2").triggered.connect(lambda: rename(coalition))
        colours = menu.addMenu(tr("Colour"))
        for colour, name in enumerate(colour_names()):
            action = colours.addAction(swatch(theme, colour), name)
            action.setCheckable(True)
            action.setChecked(colour == held.colour)
            action.triggered.connect(lambda _=False, c=colour: self.recolour(coalition, c))
        if len(scenario.coalitions) > 1:
            merge = menu.addMenu(tr("Merge into"))
            for other in scenario.coalitions:
                if other.id != coalition:
                    action = merge.addAction(
                        swatch(theme, other.colour), other.name.replace("&", "&&")
                    )
                    action.triggered.connect(lambda _=False, c=other.id: self.merge(coalition, c))
            for text, step in ((tr("Move left"), -1), (tr("Move right"), 1)):
                menu.addAction(text).triggered.connect(
                    lambda _=False, s=step: self.shift(coalition, s)
                )
        menu.addSeparator()
        menu.addAction(tr("Delete coalition")).triggered.connect(lambda: self.delete(coalition))


def fill_layouts(menu: QMenu, arrangement: Arrangement, window: QWidget) -> None:
    """A checkable entry for each layout."""
    group = QActionGroup(window)
    for name in LAYOUTS:
        action = menu.addAction(layout_names()[name])
        action.setCheckable(True)
        action.setChecked(name == arrangement.layout_name)
        action.setData(name)
        action.triggered.connect(lambda _=False, n=name: arrangement.set_layout(n))
        group.addAction(action)
    arrangement.settings_changed.connect(lambda: _check(group, arrangement.layout_name))


def _check(group: QActionGroup, data: object) -> None:
    for action in group.actions():
        action.setChecked(action.data() == data)
