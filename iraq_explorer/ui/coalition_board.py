"""The board: a column a coalition, a card a bloc, with the same moves by mouse and keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from iraq_explorer.core.red_lines import breaches
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.bloc_drag import Aim, Target, far_enough, move_text, names_text
from iraq_explorer.ui.board_columns import Board, Column, board_of
from iraq_explorer.ui.board_keys import (
    Spot,
    first_spot,
    paint_ring,
    rect_of,
    spot_of,
    stepped,
)
from iraq_explorer.ui.bubble import paint_bubble, paint_new_coalition
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.kept_columns import KeptColumns
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.red_line_words import warning_of, warnings
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.words import assumed_text, core, spread_text, sum_text, tr

_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


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
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._document = document
        self._selection = selection
        self._theme = LIGHT
        self._board = Board((), QRectF(), QSizeF(), 0.0)
        self._kept = KeptColumns()
        self._press: QPointF | None = None
        self._pressed: str | None = None
        self._pressed_head: str | None = None
        self._drag: _CardDrag | _HeadDrag | None = None
        self._target: Target = Aim.NOWHERE
        self._pointer = QPointF()
        self._editor: QLineEdit | None = None
        self._edited: str | None = None
        document.committed.connect(self._on_committed)
        document.standing_changed.connect(self._arrange)
        self._spot: Spot | None = None
        self._by_keys = False
        selection.changed.connect(self._on_selection)
        self._arrange()

    # -- what others ask -------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right, the blocs in no coalition last."""
        return self._board.columns

    @property
    def editor(self) -> QLineEdit | None:
        """The field in which a coalition is being renamed."""
        return self._editor

    def card_rect(self, bloc: str) -> QRectF:
        """Where a bloc's card is."""
        return next(rect for c in self._board.columns for b, rect in c.cards if b.id == bloc)

    def column_of(self, coalition: str | None) -> Column:
        """The column of a coalition, or of the blocs in none."""
        return next(
            c for c in self._board.columns if (c.coalition.id if c.coalition else None) == coalition
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    # -- layout ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        frame = self.parentWidget()
        room = QSizeF(frame.size()) if frame else QSizeF(900, 200)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # Until a drag ends columns only grow: scroll bars that come and go would make cards jump.
        least = self._board.tallest if self._document.previewing else 0.0
        self._board = board_of(
            self._document.shown, self._document.chamber, room, mirrored=mirrored, least=least
        )
        self._kept.keep_only(self._board.columns)
        self.setMinimumSize(self._board.size.toSize())
        self.update()

    def _on_committed(self) -> None:
        # The scenario changed under a drag, as by undo or opening another: the drag is void.
        if self._drag is not None:
            self._end_drag()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cancel_drag()

    def _cancel_drag(self) -> None:
        if self._drag is not None:
            self._end_drag()
            self._document.preview(None)

    def sizeHint(self) -> QSize:
        return QSize(840, 210)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # -- drawing ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Each text runs as its own letters do, whichever way the window runs.
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.fillRect(self.rect(), self._theme.panel)
            chamber, theme = self._document.chamber, self._theme
            quota = self._document.shown.quota(chamber)
            moving = isinstance(self._drag, _CardDrag)
            warned = breaches(self._document.shown, chamber)
            for column in self._board.columns:
                self._kept.paint(
                    painter,
                    column,
                    quota,
                    chamber,
                    theme,
                    aimed=moving and self._target == (column.id or Aim.NOWHERE),
                    chosen=column.id is not None and self._selection.coalition == column.id,
                    selected=self._selection.nodes,
                    visible=QRectF(event.rect()),
                    warned=column.id in warned,
                )
            if self._by_keys and self.hasFocus():
                spot = self.spot or first_spot(self._board.columns)
                ring = rect_of(self._board.columns, spot) if spot is not None else None
                if ring is not None:
                    paint_ring(painter, ring, theme)
            aimed = moving and self._target is Aim.NEW
            paint_new_coalition(painter, self._board.new_rect, aimed, theme)
            lines = [self.pointer_label, *self.pointer_warning]
            paint_bubble(painter, self._pointer, QRectF(self.rect()), lines, theme)

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

    @property
    def pointer_warning(self) -> tuple[str, ...]:
        """What the coalition that dragged cards would join breaks then."""
        if not isinstance(self._drag, _CardDrag):
            return ()
        shown = self._document.shown
        return warnings(shown, self._document.chamber, shown.coalition_of(self._drag.blocs[0]))

    # -- the mouse -------------------------------------------------------------------------

    def _bloc_at(self, place: QPointF) -> str | None:
        return next(
            (b.id for c in self._board.columns for b, rect in c.cards if rect.contains(place)), None
        )

    def _column_at(self, place: QPointF) -> Column | None:
        return next((c for c in self._board.columns if c.rect.contains(place)), None)

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
        if self._board.new_rect.contains(place):
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
        far = far_enough(self._press, self._pointer)
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
            tip = f"{bloc.name.en}\n{bloc.seats}, {assumed_text(bloc) or core(bloc.certainty)}"
            if bloc.disputed:
                tip += "\n" + tr(
                    "sources give {low} to {high}", low=bloc.seats_low, high=bloc.seats_high
                )
        elif (column := self._column_at(place)) is not None and column.head.contains(place):
            warning = warning_of(self._document.shown, self._document.chamber, column.id)
            tip = "\n".join(line for line in (spread_text(column.verdict), warning) if line)
        if plain_tip(tip) != self.toolTip():
            self.setToolTip(plain_tip(tip))

    def _aim(self) -> None:
        drag = self._drag
        if isinstance(drag, _HeadDrag):
            # The place counts the other columns whose middle lies before the pointer.
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            position = sum(
                1
                for c in self._board.columns
                if c.coalition is not None
                and c.coalition.id != drag.coalition
                and (c.rect.center().x() < self._pointer.x()) != rtl
            )
            self._document.preview(drag.before.reorder(drag.coalition, position))
            return
        assert drag is not None
        column = self._column_at(self._pointer)
        if self._board.new_rect.contains(self._pointer):
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
            if self._editor is not None:
                self._edited = None  # the old name stays
                self.finish_rename()
            elif self._drag is not None:
                self._cancel_drag()
            else:
                self._selection.clear()
        elif key in _STEPS:
            across, down = _STEPS[key]
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            alone = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._go(-across if rtl else across, down, choosing=not alone)
        elif key == Qt.Key.Key_Space and self.spot is not None:
            self._keep_spot(partial(self._take, self.spot, adding=True))
        else:
            super().keyPressEvent(event)

    @property
    def spot(self) -> Spot | None:
        """The card or head that the keyboard is on: where it went, else what is selected."""
        for spot in (self._spot, spot_of(self._selection)):
            if spot is not None and rect_of(self._board.columns, spot) is not None:
                return spot
        return None

    def _go(self, across: int, down: int, *, choosing: bool) -> None:
        here = self.spot
        if here is None:
            spot = first_spot(self._board.columns)
        else:
            spot = stepped(self._board.columns, here, across, down)
        if spot is None:
            return
        self._spot, self._by_keys = spot, True
        if choosing:
            self._keep_spot(partial(self._take, spot))
        self.update()
        frame, rect = self.parentWidget(), rect_of(self._board.columns, spot)
        area = frame.parentWidget() if frame else None
        if isinstance(area, QScrollArea) and rect is not None:
            middle = rect.center().toPoint()
            reach = round(rect.width() / 2) + 8, round(rect.height() / 2) + 8
            area.ensureVisible(middle.x(), middle.y(), *reach)

    def _take(self, spot: Spot, *, adding: bool = False) -> None:
        if spot.coalition:
            self._selection.set_coalition(spot.coalition)
        elif adding:
            self._selection.toggle(spot.bloc)
        else:
            self._selection.set_nodes([spot.bloc])

    def _keep_spot(self, choose: Callable[[], None]) -> None:
        """Select by keys: the keyboard stays where it is, whatever is selected then."""
        spot = self.spot
        choose()
        self._spot = spot
        self.update()

    def _on_selection(self) -> None:
        self._spot = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() in _BY_KEYS
        self.update()

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
        if editor is None:
            return
        name = editor.text().strip()
        editor.hide()
        editor.deleteLater()
        scenario = self._document.scenario
        if name and coalition in scenario.coalition_by_id:
            after = scenario.change_coalition(coalition, name=name)
            self._document.commit(after, tr("Rename to {name}", name=name))
        self.setFocus()


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
