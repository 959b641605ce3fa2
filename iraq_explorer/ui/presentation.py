"""The presentation itself: a story on a full screen, with a document of its own.

Whatever an audience drags here stays here: the window that it was started from is not touched.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Shows, Step, Story, scenario_of, told_coalition
from iraq_explorer.ui.actions import Moves
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.caption import Caption
from iraq_explorer.ui.curtains import Blank, Spotlight, Veil
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.stage import StageNetwork
from iraq_explorer.ui.story_words import answer_now, answer_of, sources_line
from iraq_explorer.ui.talk_foot import TalkFoot
from iraq_explorer.ui.talk_numbers import Totals
from iraq_explorer.ui.words import tr

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown,
         Qt.Key.Key_Return, Qt.Key.Key_Enter)  # fmt: skip
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Presentation(QWidget):
    """Tells a story step by step; dragging tries out what is asked."""

    stepped = Signal()
    """Another step is told, or the answer of this one."""
    ended = Signal()
    notes_wanted = Signal()
    swap_wanted = Signal()

    def __init__(
        self,
        dataset: Dataset,
        story: Story,
        *,
        theme: Theme = LIGHT,
        animated: bool = True,
        first: int = 0,
    ) -> None:
        """Make it ready at a step of the story, which has at least one."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presentation")
        self.setWindowTitle(tr("{title} – presentation", title=story.title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.story = story
        self.dataset = dataset
        self.number = max(0, min(first, len(story.steps) - 1))
        self.answered = False
        self._theme = theme
        self.document = Document(dataset, scenario_of(story.steps[self.number], dataset), self)
        self.selection = Selection(self)
        self.arrangement = Arrangement(self.document, self)
        self.arrangement.animated = animated
        self._moves = Moves(self.document, self.selection)
        self.network = StageNetwork(self.document, self.arrangement, self.selection)
        self.chamber = HemicycleView(self.document)
        self.totals = Totals(self.document)
        self.caption = Caption(self.document)
        self._lay_out()
        self.veil = Veil(self.network)
        self.spotlight = Spotlight(self)
        self.blank = Blank(self)
        self.network.escaped.connect(self.leave)
        self.network.reshaped.connect(partial(self.arrangement.arrange, afresh=True))
        self.arrangement.settled.connect(self._on_settled)
        self.document.committed.connect(self._on_committed)
        self.document.shown_changed.connect(self._on_shown)
        for part in (self, *self.findChildren(QWidget)):
            part.setMouseTracking(True)
            part.installEventFilter(self)
        self.set_theme(theme)
        self._show_step()

    def _lay_out(self) -> None:
        self._picture = QStackedWidget()
        self._picture.addWidget(self.network)
        seats = QWidget()
        rows = QVBoxLayout(seats)
        rows.addStretch(1)
        rows.addWidget(self.chamber, 20)
        rows.addWidget(self.totals)
        rows.addStretch(1)
        self._picture.addWidget(seats)
        self._seats = rows
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.caption, 1)
        self.foot = TalkFoot()
        self.foot.back_wanted.connect(self.back)
        self.foot.next_wanted.connect(self.forward)
        side.addWidget(self.foot)
        self.notes = QLabel()
        self.notes.setObjectName("notesStrip")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self._picture, 1)
        row.addWidget(self._side)
        rows.addLayout(row, 1)
        rows.addWidget(self.notes)
        self._row = row

    # -- what is told ----------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step that is told."""
        return self.story.steps[self.number]

    @property
    def following(self) -> Step | None:
        """The step after it; ``None`` at the end."""
        number = self.number + 1
        return self.story.steps[number] if number < len(self.story.steps) else None

    def go_to(self, number: int) -> None:
        """Tell another step, from its beginning."""
        number = max(0, min(number, len(self.story.steps) - 1))
        if number == self.number and not self.answered and not self.document.modified:
            return
        self.number = number
        self._show_step()

    def forward(self) -> None:
        """Go on: to the answer where one is due, else to the next step."""
        if self._uncover():
            return
        if self.step.asks and not self.answered:
            self.answered = True
            self._show_answer()
            self.stepped.emit()
        elif self.following is not None:
            self.go_to(self.number + 1)

    def back(self) -> None:
        """Go back to the step before, or to this one as it was before the answer."""
        if self._uncover():
            return
        if self.answered:
            self.answered = False
            self._show_answer()
            self.stepped.emit()
        else:
            self.go_to(self.number - 1)

    def reset(self) -> None:
        """Put the blocs of this step back to where they were."""
        self.network.cancel_drag()
        self._open()

    def show_chamber(self, shown: bool) -> None:
        """Show the chamber as the large picture, or the network."""
        self._picture.setCurrentIndex(1 if shown else 0)
        self.caption.show_hemicycle(not shown)

    @property
    def shows_chamber(self) -> bool:
        """Whether the chamber is the large picture."""
        return self._picture.currentIndex() == 1

    def toggle_notes(self) -> None:
        """Show the speaker's notes along the foot, for who has no second screen; or hide them."""
        self.notes.setVisible(self.notes.isHidden())

    def _show_step(self) -> None:
        step = self.step
        self.notes.setText(step.notes or tr("No notes for this step."))
        self.answered = False
        self.selection.clear()
        seen = self.network.isVisible()
        # First, as a layout is asked for the room that the network has then.
        self.show_chamber(step.shows is Shows.HEMICYCLE)
        self._open(veiled=seen)
        self.network.light(frozenset(step.focus))
        sources = sources_line(step, self.story, self.dataset)
        coalition = told_coalition(step, self.document.scenario)
        self.chamber.tell(coalition)
        self.caption.tell(step.title, step.text, step.question, coalition, sources)
        self._tell_foot()
        self.setAccessibleName(". ".join(filter(None, (step.title, step.text, step.question))))
        self.stepped.emit()

    @property
    def answer(self) -> tuple[str, str, str]:
        """The answer of the step: counted as it is told, said, and counted as it stands now.

        The last is empty while nothing that counts has been moved.
        """
        return (
            *answer_of(self.step, self.dataset),
            answer_now(self.step, self.document.shown, self.dataset),
        )

    def _show_answer(self) -> None:
        self.caption.show_answer(*(self.answer if self.answered else ()))
        self._tell_foot()

    def _tell_foot(self) -> None:
        due = self.step.asks and not self.answered
        moved = self.document.modified
        self.foot.tell(self.number, len(self.story.steps), answer_due=due, moved=moved)

    def _open(self, *, veiled: bool = False) -> None:
        step = self.step
        scenario = scenario_of(step, self.dataset)
        if veiled and scenario.chamber != self.document.scenario.chamber and not self.shows_chamber:
            # Nothing glides between chambers: the last picture stays until the next is ready.
            self.veil.hold(self.network.grab())
        # Both before the document says so, so that one layout is asked for.
        self.arrangement.detail = step.detail
        self.arrangement.tie_filter = step.tie_filter
        # A value of its own each time, as the arrangement remembers places by it.
        self.document.open(replace(scenario))
        self.network.fit()

    def _on_settled(self) -> None:
        self.veil.lift(animated=self.arrangement.animated)

    def _on_committed(self) -> None:
        if self.document.modified:
            # The audience has moved something: now all of it counts.
            self.network.light(frozenset())
        self._tell_foot()

    def _on_shown(self) -> None:
        # The answer follows what is shown, also while a bloc is dragged.
        if self.answered:
            self._show_answer()

    # -- the screen ------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.canvas)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setStyleSheet(
            f"#presentation, #presentation QLabel, #presentation QStackedWidget"
            f" {{ background: {theme.canvas.name()}; }}"
            f"#presentation #notesStrip {{ background: {theme.field.name()};"
            f" border-top: 1px solid {theme.line.name()}; padding: 10px 18px; }}"
        )
        # The chamber's ground is the canvas here.
        on_canvas = replace(theme, panel=QColor(theme.canvas))
        self.network.set_theme(theme)
        self.chamber.set_theme(on_canvas)
        self.totals.set_theme(theme)
        self.caption.set_theme(theme)
        self.caption.hemicycle.set_theme(on_canvas)

    def set_animated(self, on: bool) -> None:
        """Whether nodes glide and pictures fade."""
        self.arrangement.animated = on

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = self.width(), self.height()
        gap = round(high * 0.026)
        left, right = (gap, gap // 2) if self.isRightToLeft() else (gap // 2, gap)
        self._row.setContentsMargins(left, gap // 2, right, gap)
        self._row.setSpacing(gap // 2)
        self._side.setFixedWidth(max(300, round(wide * (0.31 if wide > 1.5 * high else 0.34))))
        small = font_px(max(13.0, high / 60))
        self.foot.set_type(small)
        self.notes.setFont(small)
        self.totals.set_size(max(16.0, high / 42))
        self._seats.setContentsMargins(gap * 3, gap, gap * 3, gap)
        for curtain in (self.spotlight, self.blank):
            curtain.cover()
        self.veil.drop()

    def take_screen(self, place: QRect) -> None:
        """Fill the screen that is at a place of the desktop."""
        self.setGeometry(place)
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.arrangement.stop()
        self.ended.emit()

    # -- light and dark --------------------------------------------------------------------

    def toggle_blank(self) -> None:
        """Make the screen black, or show it again."""
        self.blank.cover()
        self.blank.setVisible(self.blank.isHidden())
        self.stepped.emit()

    def set_spotlight(self, on: bool) -> None:
        """Darken all but the surroundings of the pointer, or no longer."""
        if on:
            self.spotlight.point(QPointF(self.mapFromGlobal(self.cursor().pos())))
            self.spotlight.cover()
            if not self.blank.isHidden():
                self.blank.raise_()
        self.spotlight.setVisible(on)

    def _uncover(self) -> bool:
        """Take the black away, which is all that a key for the next step does then."""
        if self.blank.isHidden():
            return False
        self.toggle_blank()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.spotlight.point(self.mapFromGlobal(event.globalPosition()))
        return super().eventFilter(watched, event)

    # -- the keyboard ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif control and key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            stack = self.document.undo_stack
            back = key == Qt.Key.Key_Z and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            stack.undo() if back else stack.redo()
        elif key in _NEXT:
            self.forward()
        elif key in _BACK:
            self.back()
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.story.steps) - 1)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._moves.to_number(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_S:
            self.set_spotlight(True)
        elif not event.isAutoRepeat() and not control:
            self._press(key)

    def _press(self, key: int) -> None:
        match key:
            case Qt.Key.Key_B | Qt.Key.Key_Period:
                self.toggle_blank()
            case Qt.Key.Key_L:
                self.set_spotlight(self.spotlight.isHidden())
            case Qt.Key.Key_H:
                self.show_chamber(not self.shows_chamber)
            case Qt.Key.Key_R:
                self.reset()
            case Qt.Key.Key_N:
                self.notes_wanted.emit()
            case Qt.Key.Key_X:
                self.swap_wanted.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and not event.isAutoRepeat():
            self.set_spotlight(False)

    def leave(self) -> None:
        """End a drag that runs, else the presentation."""
        if self.network.drag is not None:
            self.network.cancel_drag()
        else:
            self.close()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from bloc to bloc, so that the keyboard can move one by its number."""
        blocs = [shape.id for shape in self.network.picture.nodes if shape.node.is_bloc]
        if blocs:
            here = next((node for node in self.selection.nodes if node in blocs), None)
            at = blocs.index(here) if here else -1 if forward else 0
            self.selection.set_nodes([blocs[(at + (1 if forward else -1)) % len(blocs)]])
        return True
