"""The board: a column a coalition, a card a bloc, with the same moves by mouse and keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.bloc_drag import Aim, Target, move_text, names_text
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme, font_px, mix
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import core, region_text, sum_text, tr

_COLUMN = 138
_GAP = 8
_HEAD = 60
_CARD = 26
_CARD_GAP = 4
_PAD = 8
_NEW = 104
_TWO_ACROSS = 320


@dataclass(frozen=True)
class Column:
    """One column of the board with the places of its cards."""

    coalition: Coalition | None
    rect: QRectF
    cards: tuple[tuple[Bloc, QRectF], ...]
    seats: int

    @property
    def head(self) -> QRectF:
        """The part with name, total, bar and verdict."""
        return QRectF(self.rect.left(), self.rect.top(), self.rect.width(), _HEAD)


@dataclass(frozen=True)
class _CardDrag:
    before: Scenario
    blocs: tuple[str, ...]


@dataclass(frozen=True)
class _HeadDrag:
    before: Scenario
    coalition: str


class CoalitionBoard(QWidget):
    """Draws the columns of what is shown and turns gestures into previews and commits."""

    context_requested = Signal(QPoint)
    new_requested = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("coalitionBoard")
        self.setAccessibleName(tr("Coalitions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._document = document
        self._selection = selection
        self._theme = LIGHT
        self._columns: tuple[Column, ...] = ()
        self._new_rect = QRectF()
        self._press: QPointF | None = None
        self._pressed: str | None = None
        self._pressed_head: str | None = None
        self._drag: _CardDrag | _HeadDrag | None = None
        self._target: Target = Aim.NOWHERE
        self._pointer = QPointF()
        self._editor: QLineEdit | None = None
        self._edited: str | None = None
        document.shown_changed.connect(self._arrange)
        selection.changed.connect(self.update)
        self._arrange()

    # -- what others ask -------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right, the blocs in no coalition last."""
        return self._columns

    @property
    def editor(self) -> QLineEdit | None:
        """The field in which a coalition is being renamed."""
        return self._editor

    def card_rect(self, bloc: str) -> QRectF:
        """Where a bloc's card is."""
        return next(rect for c in self._columns for b, rect in c.cards if b.id == bloc)

    def column_of(self, coalition: str | None) -> Column:
        """The column of a coalition, or of the blocs in none."""
        return next(
            c for c in self._columns if (c.coalition.id if c.coalition else None) == coalition
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    # -- layout ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        shown, chamber = self._document.shown, self._document.chamber
        columns = []
        viewport = self.parentWidget()
        room = max(_CARD + _HEAD, viewport.height() - 16) if viewport else 200
        count = len(shown.coalitions) + 1
        free = (viewport.width() if viewport else 900) - 20 - _NEW
        width = max(_COLUMN, min(340.0, free / count - _GAP))
        x = 12.0
        tallest = 0.0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        whole = x + count * (width + _GAP) + _NEW + 8
        for coalition in (*shown.coalitions, None):
            key = coalition.id if coalition else None
            blocs = shown.blocs_of(key, chamber)
            # Where a column is wide, many cards go side by side rather than below the edge.
            crowded = len(blocs) * (_CARD + _CARD_GAP) + _HEAD > room
            per = 2 if crowded and width >= _TWO_ACROSS else 1
            card = (width - 2 * _PAD - (per - 1) * _CARD_GAP) / per
            cards = tuple(
                (
                    bloc,
                    QRectF(
                        x + _PAD + (i % per) * (card + _CARD_GAP),
                        4 + _HEAD + (i // per) * (_CARD + _CARD_GAP),
                        card,
                        _CARD,
                    ),
                )
                for i, bloc in enumerate(blocs)
            )
            height = _HEAD + -(-len(blocs) // per) * (_CARD + _CARD_GAP) + 6
            tallest = max(tallest, height)
            seats = sum(bloc.seats for bloc in blocs)
            columns.append(Column(coalition, QRectF(x, 4, width, height), cards, seats))
            x += width + _GAP
        self._new_rect = QRectF(x, 4, _NEW - 8, 52)
        if rtl:
            whole = max(whole, viewport.width() if viewport else whole)
            columns = [_mirrored(column, whole) for column in columns]
            self._new_rect.moveRight(whole - self._new_rect.left())
        self._columns = tuple(
            Column(
                c.coalition,
                QRectF(c.rect.left(), c.rect.top(), c.rect.width(), max(tallest, room - 4)),
                c.cards,
                c.seats,
            )
            for c in columns
        )
        self.setMinimumSize(QSize(int(x + _NEW - 2), int(tallest + 8)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(840, 210)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # -- drawing ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.panel)
        quota = self._document.shown.quota(self._document.chamber)
        for column in self._columns:
            self._paint_column(painter, column, quota)
        self._paint_new(painter)
        if isinstance(self._drag, _CardDrag):
            self._paint_bubble(painter, self._drag)
        painter.end()

    def _paint_column(self, painter: QPainter, column: Column, quota: int) -> None:
        theme = self._theme
        coalition = column.coalition
        colour = theme.coalition(coalition.colour if coalition else None)
        aimed = self._drag is not None and self._target == (
            coalition.id if coalition else Aim.NOWHERE
        )
        chosen = coalition is not None and self._selection.coalition == coalition.id
        painter.setPen(QPen(colour, 2.0) if aimed or chosen else Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.field, colour, 0.12 if aimed else 0.0))
        painter.drawRoundedRect(column.rect, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(column.rect.left(), column.rect.top(), column.rect.width(), 4), 2, 2
        )
        left, right = column.rect.left() + _PAD, column.rect.right() - _PAD
        head = QRectF(left, column.rect.top() + 6, right - left, 22)
        name = coalition.name if coalition else tr("Not in a coalition")
        number = next(
            (n + 1 for n, c in enumerate(self._document.shown.coalitions) if c is coalition), 0
        )
        painter.setFont(font_px(17, bold=True))
        total = str(column.seats)
        total_width = painter.fontMetrics().horizontalAdvance(total)
        painter.setPen(colour)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, total)
        key = QRectF(left, head.top() + 3, 16, 16)
        painter.setPen(QPen(theme.muted, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key, 3, 3)
        painter.setFont(font_px(11))
        if number <= 9:
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(theme.text)
        painter.setFont(font_px(13, bold=True))
        room = head.adjusted(22, 0, -total_width - 8, 0)
        elided = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)
        self._paint_bar(painter, QRectF(left, head.bottom() + 4, right - left, 6), column, quota)
        verdict = Verdict(column.seats, quota)
        painter.setFont(font_px(12, bold=True))
        if coalition is None:
            painter.setPen(theme.muted)
            text = tr("free to join")
        else:
            painter.setPen(theme.good if verdict.reached else theme.bad)
            text = region_text(verdict).split(": ", 1)[-1]
        painter.drawText(
            QRectF(left, head.bottom() + 12, right - left, 18),
            Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        if coalition is not None and not column.cards:
            painter.setPen(theme.muted)
            painter.setFont(font_px(12))
            painter.drawText(
                column.rect.adjusted(8, _HEAD, -8, -8),
                Qt.AlignmentFlag.AlignHCenter
                | Qt.AlignmentFlag.AlignTop
                | Qt.TextFlag.TextWordWrap,
                tr("Empty: drop a card here, or select a bloc and press {number}", number=number),
            )
        for bloc, rect in column.cards:
            self._paint_card(painter, bloc, rect, colour)

    def _paint_bar(self, painter: QPainter, rect: QRectF, column: Column, quota: int) -> None:
        theme = self._theme
        seats = self._document.chamber.seats
        colour = theme.coalition(column.coalition.colour if column.coalition else None)
        # The bar spans what decides: up to a little more than the line, or the whole chamber.
        whole = min(seats, max(quota * 1.25, column.seats))
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

    def _paint_card(self, painter: QPainter, bloc: Bloc, rect: QRectF, colour: object) -> None:
        theme = self._theme
        selected = bloc.id in self._selection.nodes
        painter.setPen(QPen(theme.accent if selected else theme.line, 2 if selected else 1))
        painter.setBrush(mix(theme.panel, theme.accent, 0.1) if selected else theme.panel)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(QRectF(rect.left(), rect.top() + 3, 3.5, rect.height() - 6))
        inside = rect.adjusted(11, 0, -8, 0)
        painter.setPen(theme.text)
        painter.setFont(font_px(13, bold=True))
        seats = str(bloc.seats)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, seats)
        width = painter.fontMetrics().horizontalAdvance(seats) + 8
        if bloc.disputed:
            # In a narrow column a mark says that sources differ; the tool tip says how.
            roomy = rect.width() >= 165
            spread = f"{bloc.seats_low}–{bloc.seats_high}" if roomy else "±"
            painter.setFont(font_px(11))
            painter.setPen(theme.muted)
            painter.drawText(
                inside.adjusted(0, 0, -width, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                spread,
            )
            width += painter.fontMetrics().horizontalAdvance(spread) + 8
        painter.setPen(theme.text)
        painter.setFont(font_px(13))
        name = painter.fontMetrics().elidedText(
            bloc.name.label, Qt.TextElideMode.ElideRight, int(inside.width() - width)
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_new(self, painter: QPainter) -> None:
        theme = self._theme
        aimed = self._drag is not None and self._target is Aim.NEW
        painter.setPen(QPen(theme.accent if aimed else theme.line, 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(mix(theme.panel, theme.accent, 0.15 if aimed else 0.0))
        painter.drawRoundedRect(self._new_rect, 6, 6)
        painter.setPen(theme.accent)
        painter.setFont(font_px(12.5, bold=True))
        wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._new_rect, wrap, tr("＋ New coalition"))

    def _paint_bubble(self, painter: QPainter, drag: _CardDrag) -> None:
        theme = self._theme
        text = self.pointer_label
        painter.setFont(font_px(13.5, bold=True))
        width = painter.fontMetrics().horizontalAdvance(text) + 24
        x = min(self._pointer.x() + 16, self.width() - width - 6)
        y = max(2.0, min(self._pointer.y() - 14, self.height() - 32))
        rect = QRectF(max(4.0, x), y, width, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.bubble)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(theme.on_bubble)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def pointer_label(self) -> str:
        """What stands beside the pointer while cards are dragged."""
        if not isinstance(self._drag, _CardDrag):
            return ""
        chamber, shown, before = self._document.chamber, self._document.shown, self._drag.before
        names = names_text(chamber.bloc_by_id[b].name.label for b in self._drag.blocs)
        place = shown.coalition_of(self._drag.blocs[0])
        if place is None:
            return tr("{names} → no coalition", names=names)
        verdict = shown.verdict(place, chamber)
        old = before.seats_of(place, chamber) if place in before.coalition_by_id else 0
        if verdict.seats == old:
            return names
        return f"{names}: {sum_text(old, verdict.seats - old, verdict)}"

    # -- the mouse -------------------------------------------------------------------------

    def _bloc_at(self, place: QPointF) -> str | None:
        return next(
            (b.id for c in self._columns for b, rect in c.cards if rect.contains(place)), None
        )

    def _column_at(self, place: QPointF) -> Column | None:
        return next((c for c in self._columns if c.rect.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish_rename()
        if event.button() != Qt.MouseButton.LeftButton or self._drag is not None:
            return
        place = event.position()
        self._press = self._pointer = place
        several = bool(
            event.modifiers()
            & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        )
        self._pressed = self._bloc_at(place)
        if self._pressed is not None:
            if several:
                self._selection.toggle(self._pressed)
                self._pressed = None
            elif self._pressed not in self._selection.nodes:
                self._selection.set_nodes([self._pressed])
            return
        if self._new_rect.contains(place):
            self._press = None
            self.new_requested.emit()
            return
        column = self._column_at(place)
        if column is not None and column.coalition is not None:
            self._selection.set_coalition(column.coalition.id)
            if column.head.contains(place):
                self._pressed_head = column.coalition.id
        else:
            self._selection.clear()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._press is None:
            over = self._bloc_at(self._pointer) is not None
            column = self._column_at(self._pointer)
            head = column is not None and column.coalition is not None
            if over or (head and column is not None and column.head.contains(self._pointer)):
                self.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self.unsetCursor()
            self._tell(self._pointer)
            return
        far = (self._pointer - self._press).manhattanLength() >= _drag_distance()
        if self._drag is None and far:
            scenario = self._document.scenario
            if self._pressed is not None:
                known = self._document.chamber.bloc_by_id
                blocs = tuple(n for n in self._selection.nodes if n in known)
                self._drag = _CardDrag(scenario, blocs or (self._pressed,))
            elif self._pressed_head is not None:
                self._drag = _HeadDrag(scenario, self._pressed_head)
        if self._drag is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._aim()
            self.update()

    def _tell(self, place: QPointF) -> None:
        bloc = self._document.chamber.bloc_by_id.get(self._bloc_at(place) or "")
        tip = ""
        if bloc is not None:
            tip = f"{bloc.name.en}\n{bloc.seats}, {core(bloc.certainty)}"
            if bloc.disputed:
                tip += "\n" + tr(
                    "sources give {low} to {high}", low=bloc.seats_low, high=bloc.seats_high
                )
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _aim(self) -> None:
        drag = self._drag
        if isinstance(drag, _HeadDrag):
            # The place counts the other columns whose middle lies before the pointer.
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            position = sum(
                1
                for c in self._columns
                if c.coalition is not None
                and c.coalition.id != drag.coalition
                and (c.rect.center().x() < self._pointer.x()) != rtl
            )
            self._document.preview(drag.before.reorder(drag.coalition, position))
            return
        assert drag is not None
        column = self._column_at(self._pointer)
        if self._new_rect.contains(self._pointer):
            self._target = Aim.NEW
        elif column is not None:
            self._target = column.coalition.id if column.coalition else Aim.NOWHERE
            if column.coalition and column.coalition.id not in drag.before.coalition_by_id:
                self._target = Aim.NEW
        else:
            # Between columns nothing happens, so that a slip does not take a bloc out.
            self._document.preview(None)
            return
        self._document.preview(self._result(drag))

    def _result(self, drag: _CardDrag) -> Scenario:
        if self._target is Aim.NEW:
            known = self._document.chamber.bloc_by_id
            names = names_text(known[b].name.label for b in drag.blocs)
            return drag.before.with_new_coalition(names, drag.blocs)
        target = self._target if isinstance(self._target, str) else None
        return drag.before.move(drag.blocs, target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, shown = self._drag, self._document.shown
        previewing = self._document.previewing
        pressed = self._pressed
        self._end_drag()
        if isinstance(drag, _CardDrag):
            if previewing:
                known = self._document.chamber.bloc_by_id
                names = names_text(known[b].name.label for b in drag.blocs)
                self._document.commit(shown, move_text(names, shown, drag.blocs[0]))
        elif isinstance(drag, _HeadDrag):
            if previewing:
                name = drag.before.coalition_by_id[drag.coalition].name
                self._document.commit(shown, tr("Reorder {name}", name=name))
        elif pressed is not None and self._selection.nodes != (pressed,):
            self._selection.set_nodes([pressed])

    def _end_drag(self) -> None:
        self._drag = None
        self._press = None
        self._pressed = self._pressed_head = None
        self._target = Aim.NOWHERE
        self.unsetCursor()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        column = self._column_at(event.position())
        if column is not None and column.coalition and column.head.contains(event.position()):
            self.rename(column.coalition.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = QPointF(event.pos())
            bloc = self._bloc_at(place)
            column = self._column_at(place)
            if bloc is not None and bloc not in self._selection.nodes:
                self._selection.set_nodes([bloc])
            elif bloc is None and column is not None and column.coalition is not None:
                self._selection.set_coalition(column.coalition.id)
        self.context_requested.emit(event.globalPos())

    # -- the keyboard ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._drag is not None:
                self._end_drag()
                self._document.preview(None)
            else:
                self._selection.clear()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_column(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_card(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _current(self) -> tuple[int, int] | None:
        for x, column in enumerate(self._columns):
            for y, (bloc, _) in enumerate(column.cards):
                if bloc.id in self._selection.nodes[-1:]:
                    return x, y
        return None

    def _step_card(self, step: int) -> None:
        current = self._current()
        if current is None:
            self._select_first()
            return
        x, y = current
        cards = self._columns[x].cards
        self._selection.set_nodes([cards[max(0, min(len(cards) - 1, y + step))][0].id])

    def _step_column(self, step: int) -> None:
        current = self._current()
        if current is None:
            self._select_first()
            return
        x, y = current
        x += step
        while 0 <= x < len(self._columns):
            cards = self._columns[x].cards
            if cards:
                self._selection.set_nodes([cards[min(y, len(cards) - 1)][0].id])
                return
            x += step

    def _select_first(self) -> None:
        first = next((c.cards[0][0].id for c in self._columns if c.cards), None)
        if first is not None:
            self._selection.set_nodes([first])

    # -- renaming in place -----------------------------------------------------------------

    def rename(self, coalition: str) -> None:
        """Open a field over a coalition's name. Enter keeps the new name, Esc the old one."""
        self.finish_rename()
        column = self.column_of(coalition)
        assert column.coalition is not None
        editor = QLineEdit(column.coalition.name, self)
        editor.setObjectName("coalitionName")
        editor.setAccessibleName(tr("Name of the coalition"))
        head = column.head
        editor.setGeometry(head.adjusted(4, 5, -4, -29).toRect())
        editor.selectAll()
        editor.show()
        editor.setFocus()
        self._editor, self._edited = editor, coalition
        editor.editingFinished.connect(self.finish_rename)

    def finish_rename(self) -> None:
        """Keep what stands in the field, if one is open."""
        editor, coalition = self._editor, self._edited
        self._editor = self._edited = None
        if editor is None or coalition is None:
            return
        name = editor.text().strip()
        editor.deleteLater()
        scenario = self._document.scenario
        if name and coalition in scenario.coalition_by_id:
            after = scenario.change_coalition(coalition, name=name)
            self._document.commit(after, tr("Rename to {name}", name=name))
        self.setFocus()


def _mirrored(column: Column, width: float) -> Column:
    def flip(rect: QRectF) -> QRectF:
        return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height())

    cards = tuple((bloc, flip(rect)) for bloc, rect in column.cards)
    return Column(column.coalition, flip(column.rect), cards, column.seats)


def _drag_distance() -> int:
    return QGuiApplication.styleHints().startDragDistance()


class BoardArea(QScrollArea):
    """The board in a frame that scrolls where there are many coalitions."""

    def __init__(self, board: CoalitionBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(board)
        self.setWidgetResizable(True)
        self.setFocusProxy(board)

    def sizeHint(self) -> QSize:
        return QSize(840, 206)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 130)
