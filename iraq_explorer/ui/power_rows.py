"""The rows of power: who plays, with how many seats and what share of power, in any order."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.players import Player
from iraq_explorer.core.power_standing import Standing
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.palette import LIGHT
from iraq_explorer.ui.power_words import fraction, percent
from iraq_explorer.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class Column(IntEnum):
    """What stands in a column."""

    NAME = 0
    SEATS = 1
    POWER = 2
    KEPT = 3
    """Power under red lines."""
    BARS = 4


@dataclass(frozen=True, slots=True)
class PowerRow:
    """A player as it is shown."""

    player: Player
    place: int
    """Its place in the game."""
    seat_share: Fraction
    share: Fraction | None
    kept: Fraction | None
    """Its share under red lines."""
    colour: int | None
    """The colour of the coalition that all its blocs are in."""


class PowerModel(QAbstractTableModel):
    """The rows, in the order that the user chose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given: tuple[PowerRow, ...] = ()
        self.rows: list[PowerRow] = []
        self.theme = LIGHT
        self.column, self.order = Column.SEATS, Qt.SortOrder.DescendingOrder

    def show_rows(self, rows: Sequence[PowerRow]) -> bool:
        """Show other numbers; whether the rows are for others than before."""
        self._given = tuple(rows)
        ordered = self._ordered()
        if [row.player.id for row in ordered] == [row.player.id for row in self.rows]:
            self.rows = ordered
            if ordered:
                last = self.index(len(ordered) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self.rows = ordered
        self.endResetModel()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder, /) -> None:
        # The bars have no order of their own: they are those of power.
        wanted = Column.POWER if column == Column.BARS else Column(column)
        if (wanted, order) == (self.column, self.order):
            return
        self.column, self.order = wanted, order
        self.beginResetModel()
        self.rows = self._ordered()
        self.endResetModel()

    def _ordered(self) -> list[PowerRow]:
        down = self.order is Qt.SortOrder.DescendingOrder
        if self.column is Column.NAME:
            return sorted(self._given, key=lambda row: row.player.name.casefold(), reverse=down)
        sign = -1 if down else 1

        def number(row: PowerRow) -> Fraction | int:
            if self.column is Column.SEATS:
                return row.player.seats
            share = row.share if self.column is Column.POWER else row.kept
            return -1 if share is None else share

        return sorted(self._given, key=lambda row: (sign * number(row), row.place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            name = (tr("Player"), tr("Seats"), tr("Power"), tr("Red lines"), "")[section]
            arrow = "▾" if self.order is Qt.SortOrder.DescendingOrder else "▴"
            return f"{name}{arrow}" if section == self.column else name
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _ROLE.InitialSortOrderRole:
            order = Qt.SortOrder
            return order.DescendingOrder if section else order.AscendingOrder
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self.rows[index.row()], Column(index.column())
        if role == _ROLE.DisplayRole:
            return self._text(row, column)
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _ROLE.ForegroundRole and column is Column.POWER and row.share is not None:
            return self.theme.accent
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleDescriptionRole):
            return _tip(row, column)
        return None

    @staticmethod
    def _text(row: PowerRow, column: Column) -> str:
        if column is Column.NAME:
            return row.player.name
        if column is Column.SEATS:
            return str(row.player.seats)
        if column is Column.BARS:
            return ""
        share = row.share if column is Column.POWER else row.kept
        return "–" if share is None else percent(share, 2)


def _tip(row: PowerRow, column: Column) -> str:
    if column is Column.SEATS or (column is not Column.KEPT and row.share is None):
        return tr(
            "{name}: {seats} seats, {share} of all",
            name=row.player.name,
            seats=row.player.seats,
            share=percent(row.seat_share),
        )
    if column is not Column.KEPT:
        return power_tip(row)
    if row.kept is None:
        return tr("Not reckoned under red lines")
    return tr(
        "{name} under red lines: {share}, exactly {fraction}. How the free value comes about is "
        "told by the number under Power.",
        name=row.player.name,
        share=percent(row.kept, 2),
        fraction=fraction(row.kept),
    )


def power_tip(row: PowerRow) -> str:
    """A player's power exactly, and its seats."""
    if row.share is None:
        return _tip(row, Column.SEATS)
    return tr(
        "{name}: {power} of the power, exactly {fraction}, with {seats} of the seats. Click "
        "the number, or press Enter, to see how it comes about.",
        name=row.player.name,
        power=percent(row.share, 2),
        fraction=fraction(row.share),
        seats=percent(row.seat_share),
    )


def rows_of(standing: Standing, scenario: Scenario, chamber: Chamber) -> tuple[PowerRow, ...]:
    """The rows of a standing, each in the colour of the coalition its player is in."""

    def colour(player: Player) -> int | None:
        coalitions = {scenario.coalition_of(bloc) for bloc in player.blocs}
        together = coalitions.pop() if len(coalitions) == 1 else None
        return None if together is None else scenario.coalition_by_id[together].colour

    return tuple(
        PowerRow(
            player,
            place,
            standing.seat_share(place),
            None if standing.shares is None else standing.shares[place],
            None if standing.restricted is None else standing.restricted[place],
            colour(player),
        )
        for place, player in enumerate(standing.players)
    )
