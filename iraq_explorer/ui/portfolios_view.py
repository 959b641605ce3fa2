"""Posts of a coalition: Gamson's shares beside those by rule, for a number that can be changed."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.players import By, Player
from iraq_explorer.core.portfolios import (
    USUAL,
    Allocation,
    Divisors,
    allocate,
    gamson,
    sharers,
)
from iraq_explorer.ui.fold import told
from iraq_explorer.ui.headed_table import HeadedTable, Index, side
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.ways_sections import Situation
from iraq_explorer.ui.ways_words import player_name
from iraq_explorer.ui.words import day_text, tr

_MOST = 200


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    seats: str
    share: str
    exact: str
    posts: str


class _Shares(HeadedTable):
    def __init__(self, parent: QObject) -> None:
        heads = (tr("Partner"), tr("Seats"), tr("Gamson"), tr("Posts"))
        tips = (
            tr("Who shares the posts, those with most seats first"),
            tr("Seats inside the coalition"),
            tr("Posts in proportion to the seats: Gamson, A theory of coalition formation (1961)"),
            tr("Posts given out one by one, by the rule chosen above"),
        )
        super().__init__(heads, tips, parent)
        self.rows: tuple[_Row, ...] = ()

    def fill(self, rows: tuple[_Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.seats, row.share, row.posts)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.exact if column == 2 else row.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        return None


class PortfoliosSection(QWidget):
    """A table of the partners with their seats, shares and posts."""

    def __init__(self) -> None:
        super().__init__()
        self._situation: Situation | None = None
        self._chamber = ""
        self.posts = QSpinBox()
        self.posts.setRange(1, _MOST)
        self.posts.setKeyboardTracking(False)
        self.posts.lineEdit().setTextMargins(6, 0, 0, 0)
        self.posts.setAccessibleName(tr("Number of posts"))
        self.posts.valueChanged.connect(self._fill)
        self.divisors = QComboBox()
        self.divisors.setAccessibleName(tr("Rule of division"))
        self.divisors.addItem(tr("d'Hondt"), Divisors.DHONDT)
        self.divisors.addItem(tr("Sainte-Laguë"), Divisors.SAINTE_LAGUE)
        self.divisors.currentIndexChanged.connect(self._fill)
        self.by = QComboBox()
        self.by.setAccessibleName(tr("Who shares the posts"))
        self.by.addItem(tr("By list"), By.FACTION)
        self.by.addItem(tr("By bloc"), By.BLOC)
        self.by.currentIndexChanged.connect(self._fill)
        self._controls = QWidget()
        grid = QGridLayout(self._controls)
        grid.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("&Posts"))
        label.setBuddy(self.posts)
        label.setProperty("muted", True)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.posts, 0, 1)
        grid.addWidget(self.by, 1, 0)
        grid.addWidget(self.divisors, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.source = told("", muted=True)
        self.table = QTableView()
        self.table.setAccessibleName(tr("Posts by partner"))
        self.shares = _Shares(self.table)
        self.table.setModel(self.shares)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.table.setVerticalScrollBarPolicy(off)
        self.table.setHorizontalScrollBarPolicy(off)
        self.ties = told("")
        self.note = told("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in (self.note, self._controls, self.source, self.table, self.ties):
            rows.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.table.viewport().update()

    def show_situation(self, situation: Situation) -> None:
        """Share out the posts of another coalition."""
        self._situation = situation
        chamber = situation.scenario.chamber
        if chamber != self._chamber:
            self._chamber = chamber
            self.posts.blockSignals(True)
            cabinet = situation.chamber.cabinet
            self.posts.setValue(cabinet.posts if cabinet else USUAL)
            self.posts.blockSignals(False)
        self._fill()

    def _fill(self) -> None:
        situation = self._situation
        if situation is None:
            return
        coalition, by = situation.coalition, By(self.by.currentData())
        found: tuple[Player, ...] = ()
        if coalition is not None:
            found = sharers(situation.scenario, situation.chamber, coalition.id, by)
        for part in (self._controls, self.source, self.table):
            part.setVisible(bool(found))
        self.note.setVisible(not found)
        self.ties.hide()
        if not found:
            self.note.setText(
                tr("Make a coalition to see how it could share its posts.")
                if coalition is None
                else tr("{name} has no seats to share posts by.", name=coalition.name)
            )
            return
        seats, posts = [player.seats for player in found], self.posts.value()
        shares = gamson(seats, posts)
        given = allocate(seats, posts, Divisors(self.divisors.currentData()))
        names = [player_name(player, situation.scenario, situation.chamber) for player in found]
        self.shares.fill(
            tuple(
                _Row(
                    names[place],
                    str(seats[place]),
                    self.locale().toString(float(share), "f", 1),
                    tr("exactly {share} of {posts}", share=str(share), posts=posts),
                    _posts_text(given, place),
                )
                for place, share in enumerate(shares)
            )
        )
        if given.left:
            tied = all_of(names[place] for place in given.tied)
            self.ties.setText(
                tr("1 post is left over: {names} have an equal claim to it.", names=tied)
                if given.left == 1
                else tr(
                    "{count} posts are left over: {names} have an equal claim to one each.",
                    count=given.left,
                    names=tied,
                )
            )
            self.ties.show()
        self.source.setText(self._source(situation, posts))
        height = self.table.horizontalHeader().sizeHint().height() + 2
        height += sum(self.table.rowHeight(row) for row in range(len(found)))
        self.table.setFixedHeight(height)

    def _source(self, situation: Situation, posts: int) -> str:
        cabinet = situation.chamber.cabinet
        if cabinet is None:
            return tr("A number of your own: none is known for this chamber.")
        when = day_text(situation.dataset.events[cabinet.event].date)
        if posts == cabinet.posts:
            return tr("{posts} posts, as in the cabinet of {day}.", posts=posts, day=when)
        return tr(
            "A number of your own; the cabinet of {day} had {posts}.", day=when, posts=cabinet.posts
        )


def _posts_text(given: Allocation, place: int) -> str:
    """Posts by rule: "13", or "13 or 14" where the last one is a matter of equal claims."""
    posts = given.posts[place]
    if place in given.tied:
        return tr("{posts} or {more}", posts=posts, more=posts + 1)
    return str(posts)
