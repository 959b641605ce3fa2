"""A table of names and numbers: headings with tips, names at the beginning, numbers at the end."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


def side(column: int) -> Qt.AlignmentFlag:
    """Names begin where lines begin, numbers end where lines end."""
    near, far = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
    return (far if column else near) | Qt.AlignmentFlag.AlignVCenter


class HeadedTable(QAbstractTableModel):
    """The headings; rows are for those who make one of it."""

    def __init__(
        self, heads: tuple[str, ...], tips: tuple[str, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.heads, self._tips = heads, tips

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.heads)

    def head(self, column: int) -> str:
        """What stands over a column."""
        return self.heads[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(section)
        return None
