"""The columns of the board as drawable data, and their painting. No widget, no state."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from iraq_explorer.core.chamber import Bloc, Chamber
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.palette import Theme, font_px, mix
from iraq_explorer.ui.red_line_mark import MARK, paint_mark
from iraq_explorer.ui.words import tr, worth_text

COLUMN = 112
GAP = 8
HEAD = 60
CARD = 26
CARD_GAP = 4
PAD = 8
NEW = 104
NEW_NARROW = 48
"""Width that the place for a new coalition takes, with its gap; the second where it is tight."""
ROOMY = 176
"""From this width on the total stands beside the name; below it beside the verdict."""
WIDE = 230
"""From this width on the range of a total stands beside it; below it a mark."""
TWO_ACROSS = 320
"""From this width on many cards stand side by side rather than below the edge."""


@dataclass(frozen=True)
class Column:
    """One column of the board with the places of its cards."""

    coalition: Coalition | None
    number: int
    """The key that moves the selection here; 0 for no coalition."""
    rect: QRectF
    cards: tuple[tuple[Bloc, QRectF], ...]
    verdict: Verdict
    """Its seats, with the range that sources give, against the rule at hand."""

    @property
    def seats(self) -> int:
        """Seats of its blocs."""
        return self.verdict.seats

    @property
    def id(self) -> str | None:
        """Id of the coalition; ``None`` for the blocs in none."""
        return self.coalition.id if self.coalition else None

    @property
    def head(self) -> QRectF:
        """The part with name, total, bar and verdict."""
        return QRectF(self.rect.left(), self.rect.top(), self.rect.width(), HEAD)


@dataclass(frozen=True)
class Board:
    """All columns, the blocs in no coalition last, and the place for a new coalition."""

    columns: tuple[Column, ...]
    new_rect: QRectF
    size: QSizeF
    """The room that everything takes."""
    tallest: float
    """The height that the column with most cards needs."""


def board_of(
    scenario: Scenario, chamber: Chamber, room: QSizeF, *, mirrored: bool, least: float = 0.0
) -> Board:
    """The columns as wide as the room allows, from the right where the script runs that way.

    Args:
        scenario: who is in which coalition.
        chamber: its chamber, with the seats that it assumes.
        room: what is seen of the board without scrolling.
        mirrored: whether the columns run from the right.
        least: the columns are at least so high.

    """
    count = len(scenario.coalitions) + 1
    new = NEW if (room.width() - 20 - NEW) / count - GAP >= ROOMY else NEW_NARROW
    free = room.width() - 20 - new
    width = max(float(COLUMN), min(340.0, free / count - GAP))
    columns = []
    quota, ranges = scenario.quota(chamber), scenario.seat_ranges(chamber)
    x, tallest = 12.0, least
    for number, coalition in enumerate((*scenario.coalitions, None), start=1):
        blocs = scenario.blocs_of(coalition.id if coalition else None, chamber)
        crowded = len(blocs) * (CARD + CARD_GAP) + HEAD > room.height()
        per = 2 if crowded and width >= TWO_ACROSS else 1
        card = (width - 2 * PAD - (per - 1) * CARD_GAP) / per
        cards = tuple(
            (
                bloc,
                QRectF(
                    x + PAD + (i % per) * (card + CARD_GAP),
                    4 + HEAD + (i // per) * (CARD + CARD_GAP),
                    card,
                    CARD,
                ),
            )
            for i, bloc in enumerate(blocs)
        )
        height = HEAD + -(-len(blocs) // per) * (CARD + CARD_GAP) + 6.0
        tallest = max(tallest, height)
        seats = sum(bloc.seats for bloc in blocs)
        verdict = Verdict(seats, quota, *ranges[coalition.id if coalition else None])
        rect = QRectF(x, 4, width, height)
        columns.append(Column(coalition, number if coalition else 0, rect, cards, verdict))
        x += width + GAP
    new_rect = QRectF(x, 4, new - 8, 52)
    whole = x + new - 2
    if mirrored:
        wide = max(whole, room.width())
        columns = [_mirrored(column, wide) for column in columns]
        new_rect.moveRight(wide - new_rect.left())
    full = max(tallest, room.height() - 12)
    columns = [
        replace(c, rect=QRectF(c.rect.left(), c.rect.top(), c.rect.width(), full)) for c in columns
    ]
    return Board(tuple(columns), new_rect, QSizeF(whole, tallest + 8), tallest)


def _mirrored(column: Column, width: float) -> Column:
    def flip(rect: QRectF) -> QRectF:
        return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height())

    cards = tuple((bloc, flip(rect)) for bloc, rect in column.cards)
    return replace(column, rect=flip(column.rect), cards=cards)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_column(
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
    warned: bool = False,
) -> None:
    """A column: name, total, bar with the quota mark, verdict, and the cards that are in sight.

    One that is ``warned`` breaks a red line and has a mark beside its verdict, or beside its name
    where there is no room.
    """
    coalition = column.coalition
    colour = theme.coalition(coalition.colour if coalition else None)
    painter.setPen(QPen(colour, 2.0) if aimed or chosen else Qt.PenStyle.NoPen)
    painter.setBrush(mix(theme.field, colour, 0.12 if aimed else 0.0))
    painter.drawRoundedRect(column.rect, 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(
        QRectF(column.rect.left(), column.rect.top(), column.rect.width(), 4), 2, 2
    )
    left, right = column.rect.left() + PAD, column.rect.right() - PAD
    head = QRectF(left, column.rect.top() + 6, right - left, 22)
    roomy = column.rect.width() >= ROOMY
    aside = MARK + 4 if warned and not roomy else 0
    _paint_name(painter, column, head.adjusted(0, 0, -aside, 0), colour, theme)
    _paint_bar(
        painter, QRectF(left, head.bottom() + 4, right - left, 6), column, quota, chamber, theme
    )
    verdict = column.verdict
    below = QRectF(left, head.bottom() + 12, right - left, 18)
    room = QRectF(below)
    if warned:
        corner = below.topLeft() if roomy else QPointF(right - MARK, head.top() + 2)
        paint_mark(painter, corner + QPointF(0, 2), theme)
        if roomy:
            room.setLeft(room.left() + MARK + 4)
    if not roomy:
        painter.setPen(colour)
        painter.setFont(font_px(15, bold=True))
        total = tr("± {seats}", seats=column.seats) if verdict.spread else str(column.seats)
        painter.drawText(below, _RIGHT, total)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(total) - 6)
    painter.setFont(font_px(12, bold=True))
    painter.setPen(theme.muted)
    if coalition is not None:
        painter.setPen(theme.good if verdict.reached else theme.bad)
    told = verdict_in(column, room.width(), painter.fontMetrics())
    painter.drawText(room, _LEFT, _elided(painter, told, room.width()))
    if coalition is not None and not column.cards:
        painter.setPen(theme.muted)
        painter.setFont(font_px(12))
        painter.drawText(
            column.rect.adjusted(8, HEAD, -8, -8),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            tr(
                "Empty: drop a card here, or select a bloc and press {number}",
                number=column.number,
            ),
        )
    for bloc, rect in column.cards:
        if not rect.intersects(visible):
            continue
        _paint_card(painter, bloc, rect, colour, theme, bloc.id in selected)


def _paint_name(
    painter: QPainter, column: Column, head: QRectF, colour: QColor, theme: Theme
) -> None:
    room = QRectF(head)
    if column.rect.width() >= ROOMY:
        painter.setFont(font_px(17, bold=True))
        total = str(column.seats)
        painter.setPen(colour)
        painter.drawText(head, _RIGHT, total)
        room.setRight(head.right() - painter.fontMetrics().horizontalAdvance(total) - 8)
        if column.verdict.spread:
            low, high = column.verdict.spread
            spread = f"{low}–{high}" if column.rect.width() >= WIDE else "±"
            painter.setFont(font_px(11))
            painter.setPen(theme.muted)
            painter.drawText(room, _RIGHT, spread)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(spread) - 8)
    if column.number <= 9:
        key = QRectF(head.left(), head.top() + 3, 16, 16)
        painter.setPen(QPen(theme.muted, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key, 3, 3)
        painter.setFont(font_px(11))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(column.number))
        room.setLeft(head.left() + 22)
    painter.setPen(theme.text)
    painter.setFont(font_px(13, bold=True))
    name = column.coalition.name if column.coalition else tr("No coalition")
    painter.drawText(room, _LEFT, _elided(painter, name, room.width()))


def verdict_in(column: Column, width: float, metrics: QFontMetrics) -> str:
    """What a column is worth, in as many words as the width has room for."""
    if column.coalition is None:
        tellings = [tr("free to join"), tr("to join")]
    else:
        tellings = [worth_text(column.verdict), brief_worth_text(column.verdict)]
    return next((t for t in tellings if metrics.horizontalAdvance(t) <= width), tellings[-1])


def brief_worth_text(verdict: Verdict) -> str:
    """What a total is worth where there is hardly room: "34 short", "9 over", "exactly"."""
    if not verdict.reached:
        return tr("{short} short", short=verdict.short)
    return tr("{over} over", over=verdict.over) if verdict.over else tr("exactly")


def _elided(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))


def _paint_bar(
    painter: QPainter, rect: QRectF, column: Column, quota: int, chamber: Chamber, theme: Theme
) -> None:
    colour = theme.coalition(column.coalition.colour if column.coalition else None)
    # The bar spans what decides: up to a little more than the line, or the whole chamber.
    whole = min(chamber.seats, max(quota * 1.25, column.seats))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRoundedRect(rect, 3, 3)
    filled = QRectF(rect)
    filled.setWidth(rect.width() * min(1.0, column.seats / whole))
    painter.setBrush(colour)
    painter.drawRoundedRect(filled, 3, 3)
    x = rect.left() + rect.width() * min(1.0, quota / whole)
    painter.setPen(QPen(theme.text, 2))
    painter.drawLine(QPointF(x, rect.top() - 3), QPointF(x, rect.bottom() + 3))


def _paint_card(
    painter: QPainter, bloc: Bloc, rect: QRectF, colour: QColor, theme: Theme, selected: bool
) -> None:
    pen = QPen(theme.accent if selected else theme.line, 2 if selected else 1)
    if bloc.hypothetical:
        # A dashed rim: not what an election gave. Darker than others, for dashes are thin.
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setColor(theme.accent if selected else theme.muted)
    painter.setPen(pen)
    painter.setBrush(mix(theme.panel, theme.accent, 0.1) if selected else theme.panel)
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(rect.left(), rect.top() + 3, 3.5, rect.height() - 6))
    narrow = rect.width() < 130
    inside = rect.adjusted(9 if narrow else 11, 0, -6 if narrow else -8, 0)
    painter.setPen(theme.text)
    painter.setFont(font_px(13, bold=True))
    seats = str(bloc.seats)
    painter.drawText(inside, _RIGHT, seats)
    width = painter.fontMetrics().horizontalAdvance(seats) + 8
    if bloc.disputed:
        # In a narrow column a mark says that sources differ; the tool tip says how.
        spread = f"{bloc.seats_low}–{bloc.seats_high}" if rect.width() >= 165 else "±"
        painter.setFont(font_px(11))
        painter.setPen(theme.muted)
        painter.drawText(inside.adjusted(0, 0, -width, 0), _RIGHT, spread)
        width += painter.fontMetrics().horizontalAdvance(spread) + 8
    painter.setPen(theme.text)
    painter.setFont(font_px(12 if narrow else 13))
    name = _elided(painter, bloc.name.label, inside.width() - width)
    painter.drawText(inside, _LEFT, name)
