"""Making an offer: who proposes, which blocs govern, and how the posts are shared."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.negotiation import LEAST_PARTNERS, partners_of, shared_posts
from iraq_explorer.core.portfolios import Divisors, gamson
from iraq_explorer.storage.resources import resource_folder
from iraq_explorer.ui.actions import swatch
from iraq_explorer.ui.negotiate_desk import Desk
from iraq_explorer.ui.negotiate_words import total_text
from iraq_explorer.ui.palette import LIGHT, Theme, mix
from iraq_explorer.ui.tab_order import put_in_order
from iraq_explorer.ui.words import tr

_ROLE = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class OfferEditor(QWidget):
    """Groups and blocs to tick, and a row of posts for each partner."""

    chosen_changed = Signal(tuple)
    """The blocs that are ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = LIGHT
        self.posts: dict[int, QSpinBox] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 14, 10)
        rows.setSpacing(7)
        heading = QLabel(tr("MAKE AN OFFER"))
        heading.setProperty("heading", True)
        rows.addWidget(heading)
        who = QHBoxLayout()
        label = QLabel(tr("&From"))
        self.by = QComboBox()
        self.by.setAccessibleName(tr("Who makes the offer"))
        self.by.activated.connect(self._on_by)
        label.setBuddy(self.by)
        who.addWidget(label)
        who.addWidget(self.by, 1)
        rows.addLayout(who)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Blocs of the government"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(self._on_ticked)
        rows.addWidget(self.tree, 1)
        self.total = QLabel()
        self.total.setProperty("heading", True)
        rows.addWidget(self.total)
        self.share = QFrame()
        inside = QVBoxLayout(self.share)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        line = QHBoxLayout()
        self._posts_label = QLabel()
        self.rule = QComboBox()
        self.rule.setAccessibleName(tr("How posts are proposed"))
        self.rule.addItem(tr("after d'Hondt"), Divisors.DHONDT)
        self.rule.addItem(tr("after Sainte-Laguë"), Divisors.SAINTE_LAGUE)
        self.rule.addItem(tr("left open"), None)
        self.rule.activated.connect(self._propose_posts)
        line.addWidget(self._posts_label)
        line.addWidget(self.rule, 1)
        inside.addLayout(line)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        inside.addLayout(self._grid)
        self.left = QLabel()
        self.left.setProperty("muted", True)
        inside.addWidget(self.left)
        rows.addWidget(self.share)
        self.missing = QLabel()
        self.missing.setProperty("muted", True)
        self.missing.setWordWrap(True)
        rows.addWidget(self.missing)
        self.make = QPushButton(tr("&Make the offer"))
        self.make.setProperty("primary", True)
        self.make.clicked.connect(self._on_make)
        rows.addWidget(self.make)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        check = (resource_folder() / "icons" / f"check-{theme.name}.svg").as_posix()
        self.tree.setStyleSheet(
            "QTreeView { border: 1px solid transparent; }"
            f"QTreeView:focus {{ border-color: {theme.accent.name()}; border-radius: 4px; }}"
            f"QTreeView::indicator {{ width: 13px; height: 13px; border-radius: 3px;"
            f" border: 1px solid {theme.muted.name()}; background: {theme.panel.name()}; }}"
            f"QTreeView::indicator:checked {{ image: url({check}); }}"
            f"QTreeView::indicator:checked, QTreeView::indicator:indeterminate {{"
            f" background: {theme.accent.name()}; border-color: {theme.accent.name()}; }}"
            f"QTreeView::indicator:indeterminate {{"
            f" background: {mix(theme.panel, theme.accent, 0.45).name()}; }}"
        )
        for group in range(self.by.count()):
            self.by.setItemIcon(group, swatch(theme, group))
            item = self.tree.topLevelItem(group)
            if item is not None:
                item.setIcon(0, swatch(theme, group))
        self._show()

    # -- the game ----------------------------------------------------------------------------

    def fill(self) -> None:
        """Offer the groups and blocs of the game, with nothing ticked but the proposer's own."""
        game, names = self._desk.game, self._desk.names
        if game is None:
            return
        with QSignalBlocker(self.tree):
            self.by.clear()
            self.tree.clear()
            for group in game.groups:
                self.by.addItem(swatch(self._theme, group), names[group])
                top = QTreeWidgetItem([names[group], str(game.seats(group))])
                top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
                top.setIcon(0, swatch(self._theme, group))
                top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
                self.tree.addTopLevelItem(top)
                held = (game.chamber.bloc_by_id[bloc] for bloc in game.hands[group])
                for bloc in sorted(held, key=lambda b: -b.seats):
                    item = QTreeWidgetItem([bloc.name.label, str(bloc.seats)])
                    item.setData(0, _ROLE, bloc.id)
                    item.setCheckState(0, _UNCHECKED)
                    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
                    item.setToolTip(0, bloc.name.en)
                    top.addChild(item)
        self.share.setVisible(bool(game.posts))
        self._posts_label.setText(tr("{count} posts", count=game.posts))
        self._on_by()

    def tick(self, blocs: tuple[str, ...]) -> None:
        """Have exactly these blocs ticked."""
        with QSignalBlocker(self.tree):
            for item in self._items():
                state = _CHECKED if item.data(0, _ROLE) in blocs else _UNCHECKED
                item.setCheckState(0, state)
        self._on_ticked()

    @property
    def blocs(self) -> tuple[str, ...]:
        """The blocs that are ticked."""
        return tuple(
            item.data(0, _ROLE) for item in self._items() if item.checkState(0) == _CHECKED
        )

    def _items(self) -> list[QTreeWidgetItem]:
        found = []
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            assert top is not None
            found += [child for k in range(top.childCount()) if (child := top.child(k))]
        return found

    def _on_by(self) -> None:
        game = self._desk.game
        if game is not None and self.by.currentIndex() >= 0:
            self.tick(game.hands[self.by.currentIndex()])

    def _on_ticked(self) -> None:
        self._make_posts()
        self._show()
        self.chosen_changed.emit(self.blocs)

    # -- posts -------------------------------------------------------------------------------

    def _make_posts(self) -> None:
        game = self._desk.game
        if game is None:
            return
        wanted = partners_of(game.hands, self.blocs) if game.posts else ()
        while self._grid.count():
            held = self._grid.takeAt(0)
            widget = held.widget() if held else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.posts = {}
        seats = self._seats(wanted)
        parts = gamson(list(seats.values()), game.posts)
        for row, (group, part) in enumerate(zip(wanted, parts, strict=True)):
            box = QSpinBox()
            box.setRange(0, game.posts)
            box.setAccessibleName(tr("Posts of {name}", name=self._desk.names[group]))
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.valueChanged.connect(self._show)
            told = QLabel(tr("Gamson {share}", share=f"{float(part):.1f}"))
            told.setProperty("muted", True)
            name = QLabel(self._desk.names[group])
            name.setTextFormat(Qt.TextFormat.PlainText)
            for column, part_ in enumerate((name, told, box)):
                self._grid.addWidget(part_, row, column)
            self.posts[group] = box
        put_in_order(self)
        self._propose_posts()

    def _seats(self, groups: tuple[int, ...]) -> dict[int, int]:
        game, chosen = self._desk.game, self.blocs
        assert game is not None
        return {
            g: game.chamber.seats_of(tuple(b for b in game.hands[g] if b in chosen)) for g in groups
        }

    def _propose_posts(self) -> None:
        game = self._desk.game
        divisors = self.rule.currentData()
        if game is None:
            return
        proposed = (
            shared_posts(self._seats(tuple(self.posts)), game.posts, Divisors(divisors))
            if divisors is not None
            else {}
        )
        for group, box in self.posts.items():
            with QSignalBlocker(box):
                box.setValue(proposed.get(group, 0))
            box.setEnabled(divisors is not None)
        self._show()

    # -- what it comes to --------------------------------------------------------------------

    def _show(self) -> None:
        game = self._desk.game
        if game is None:
            return
        blocs = self.blocs
        reached = bool(blocs) and game.verdict(blocs).reached
        colour = self._theme.good if reached else self._theme.bad
        self.total.setText(total_text(game, blocs))
        self.total.setStyleSheet(f"color: {colour.name()};")
        left = game.posts - sum(box.value() for box in self.posts.values())
        shared = self.rule.currentData() is not None and bool(game.posts) and bool(self.posts)
        self.left.setVisible(shared and left != 0)
        self.left.setText(
            tr("{count} posts are still to be given out", count=left)
            if left > 0
            else tr("{count} posts too many", count=-left)
        )
        partners = partners_of(game.hands, blocs)
        if self.by.currentIndex() not in partners:
            missing = tr("Who makes the offer has to be in it.")
        elif len(partners) < LEAST_PARTNERS:
            missing = tr("Tick blocs of another group: a government takes at least two groups.")
        else:
            missing = ""
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        self.make.setToolTip(missing)
        self.make.setEnabled(not (game.over or missing) and (not shared or left == 0))

    def _on_make(self) -> None:
        by, blocs = self.by.currentIndex(), self.blocs
        open_ = self.rule.currentData() is None
        posts = {} if open_ else {group: box.value() for group, box in self.posts.items()}
        self._desk.play(lambda game: game.offer(by, blocs, posts))
