"""Columns of the board as pictures: where a bloc goes from one to another, the rest stay."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.ui.board_columns import Column, paint_column
from iraq_explorer.ui.palette import Theme

_RIM = 2
"""Beyond its rectangle a column has the rim of one that is chosen."""
_HIGHEST = 2000
"""Higher columns are painted each time: only the cards in sight, without a picture of the rest."""


class KeptColumns:
    """Paints columns, each only where it is not as it was."""

    def __init__(self) -> None:
        self._kept: dict[str | None, tuple[tuple[object, ...], QPixmap]] = {}

    def paint(
        self,
        painter: QPainter,
        column: Column,
        quota: int,
        chamber: Chamber,
        theme: Theme,
        *,
        aimed: bool,
        chosen: bool,
        selected: tuple[str, ...],
        visible: QRectF,
        warned: bool,
    ) -> None:
        """A column where it stands, on the ground of the board; see ``paint_column``."""
        own = tuple(bloc.id for bloc, _ in column.cards if bloc.id in selected)
        ratio = painter.device().devicePixelRatioF()
        covered = column.rect.toAlignedRect().adjusted(-_RIM, -_RIM, _RIM, _RIM)
        if covered.height() > _HIGHEST:
            paint_column(
                painter, column, quota, chamber, theme,
                aimed=aimed, chosen=chosen, selected=own, visible=visible, warned=warned,
            )  # fmt: skip
            return
        told = (column, quota, chamber.seats, theme, aimed, chosen, own, warned, ratio)
        before = self._kept.get(column.id)
        if before is None or before[0] != told:
            picture = QPixmap(covered.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(theme.panel)
            with QPainter(picture) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                inner.setLayoutDirection(painter.layoutDirection())
                inner.translate(-covered.topLeft())
                paint_column(
                    inner, column, quota, chamber, theme,
                    aimed=aimed, chosen=chosen, selected=own, visible=column.rect, warned=warned,
                )  # fmt: skip
            before = self._kept[column.id] = told, picture
        painter.drawPixmap(covered.topLeft(), before[1])

    def keep_only(self, columns: tuple[Column, ...]) -> None:
        """Forget the pictures of columns that are there no more."""
        there = {column.id for column in columns}
        self._kept = {key: kept for key, kept in self._kept.items() if key in there}
