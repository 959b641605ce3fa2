"""The rows of the table of a vote: a bloc each, with what it does."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.roll_call import ALL, Amount, Conduct, RollCall, Stance
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.vote_bar import stance_brush
from iraq_explorer.ui.vote_words import amount_text, conduct_tip, stance_name
from iraq_explorer.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands in a column."""

    BLOC = 0
    SEATS = 1
    STANCE = 2
    ATTENDANCE = 3
    COHESION = 4
    DISSENT = 5


AMOUNTS = (Column.ATTENDANCE, Column.COHESION)
STANCES = (Column.STANCE, Column.DISSENT)


class VoteModel(QAbstractTableModel):
    """Holds what is shown; changes go through the table's signals, not through the model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocs: tuple[Bloc, ...] = ()
        self._vote = RollCall()
        self._icons: dict[Stance, QIcon] = {}
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint the swatches in another appearance."""
        self._icons = {stance: _swatch(theme, stance) for stance in Stance}
        self._tell()

    def show_vote(self, vote: RollCall, blocs: tuple[Bloc, ...]) -> None:
        """Hold another vote."""
        if [bloc.id for bloc in blocs] != [bloc.id for bloc in self.blocs]:
            self.beginResetModel()
            self._vote, self.blocs = vote, blocs
            self.endResetModel()
            return
        if vote != self._vote or blocs != self.blocs:
            self._vote, self.blocs = vote, blocs
            self._tell()

    def _tell(self) -> None:
        if self.blocs:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            )

    def conduct(self, row: int) -> Conduct:
        """What the bloc of a row does."""
        return self._vote.conduct(self.blocs[row].id)

    def row_of(self, bloc: str) -> int | None:
        """The row of a bloc."""
        return next((row for row, held in enumerate(self.blocs) if held.id == bloc), None)

    # -- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.blocs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(Column(section))
        if role == Qt.ItemDataRole.DisplayRole:
            return _headings()[Column(section)][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _headings()[Column(section)][1]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() in (*AMOUNTS, *STANCES):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        bloc, column = self.blocs[index.row()], Column(index.column())
        conduct = self.conduct(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(bloc, conduct, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return conduct_tip(bloc, conduct)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STANCE:
            return self._icons[conduct.stance]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = _headings()[column][0]
            return f"{bloc.name.label}, {heading}: {self._text(bloc, conduct, column)}"
        return None

    @staticmethod
    def _text(bloc: Bloc, conduct: Conduct, column: Column) -> str:
        texts: Mapping[Column, object] = {
            Column.BLOC: bloc.name.label,
            Column.SEATS: bloc.seats,
            Column.STANCE: stance_name(conduct.stance),
            Column.ATTENDANCE: amount_text(conduct.attendance, bloc.seats),
            Column.COHESION: amount_text(conduct.cohesion, conduct.attendance.heads(bloc.seats)),
            Column.DISSENT: stance_name(conduct.dissent) if conduct.cohesion != ALL else "–",
        }
        return str(texts[column])


def amount_of(conduct: Conduct, column: int) -> Amount:
    """The amount that a column tells."""
    return conduct.attendance if column == Column.ATTENDANCE else conduct.cohesion


def changed(conduct: Conduct, column: Column, value: Stance | Amount) -> Conduct:
    """A conduct with what a column tells changed."""
    if isinstance(value, Stance):
        if column is Column.DISSENT:
            return replace(conduct, dissent=value)
        return replace(conduct, stance=value)
    if column is Column.ATTENDANCE:
        return replace(conduct, attendance=value)
    return replace(conduct, cohesion=value)


def _headings() -> dict[Column, tuple[str, str]]:
    return {
        Column.BLOC: (tr("Bloc"), tr("The blocs of the chamber")),
        Column.SEATS: (tr("Seats"), tr("Members of the bloc")),
        Column.STANCE: (
            tr("Vote"),
            tr("What the bloc does: F for, A against, B abstains, X absent"),
        ),
        Column.ATTENDANCE: (tr("Attend"), tr("How many of its members come, per cent or heads")),
        Column.COHESION: (
            tr("Cohesion"),
            tr("How many of those who come do as the bloc does, per cent or heads"),
        ),
        Column.DISSENT: (tr("The rest"), tr("What those do who come and do not follow")),
    }


def _aligned(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft
    if column in (Column.SEATS, *AMOUNTS):
        side = Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _swatch(theme: Theme, stance: Stance) -> QIcon:
    pixmap = QPixmap(20, 20)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setPen(theme.muted)
        painter.setBrush(stance_brush(theme, stance))
        painter.drawRect(0, 0, 9, 9)
    return QIcon(pixmap)
