"""The first minute: a few steps on the real window, each pointing at what it is about.

A step is over when the user has done what it says, or goes on. Nothing is blocked meanwhile, and a
step waits out of sight where what it is about is covered by something else that was asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.session import Message
from iraq_explorer.ui.tour_bubble import TourBubble
from iraq_explorer.ui.words import tr

if TYPE_CHECKING:
    from iraq_explorer.ui.main_window import MainWindow

_BEGUN = "start/invited"
_LOOK_MS = 150
_NODES_COUNT = 5


@dataclass(frozen=True, slots=True)
class _Before:
    """How things were when a step began."""

    scenario: Scenario
    steps: int
    selected: object


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, where, and how it shows that it was done."""

    name: str
    text: Callable[[], str]
    hint: Callable[[], str]
    target: Callable[[], QRect | None]
    """In the window's coordinates; ``None`` where it is not to be seen."""
    done: Callable[[_Before], bool]
    there: Callable[[], bool] = lambda: True
    """Whether the step can be taken at all."""


class Tour(QObject):
    """Leads through the steps, from the first start on or when it is called."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._at = 0
        self._before = self._now()
        self._watched: QObject | None = None
        self.steps = self._make_steps()
        self.bubble = TourBubble(window)
        self.bubble.next_requested.connect(self.go_on)
        self.bubble.closed.connect(self.end)
        # Targets move with docks, tabs, zoom and layouts, which all tell of it in other ways: to
        # look where they are is simpler than to listen to each, and costs nothing once it is over.
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)

    # -- going through it --------------------------------------------------------------------

    @property
    def step(self) -> Step | None:
        """The step at hand, if any; out of sight while a comparison or an offer takes its place."""
        return self.steps[self._at] if self._clock.isActive() else None

    @property
    def wanted(self) -> bool:
        """Whether nobody has begun or ended it yet."""
        return self._settings.value(_BEGUN, False, bool) is not True

    def begin(self) -> None:
        """Show the first step."""
        window = self._window
        if window.comparing.open:
            window.comparing.end()
        if self._clock.isActive():
            self._show(0)
            return
        window.document.undo_stack.indexChanged.connect(self._look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._watch(app.focusWidget())
        self._clock.start()
        self._show(0)

    def go_on(self) -> None:
        """Show the next step that can be taken; after the last it is over."""
        following = self._at + 1
        while following < len(self.steps) and not self.steps[following].there():
            following += 1
        if following < len(self.steps):
            self._show(following)
            return
        self.end()
        keys = QKeySequence(Qt.Key.Key_F1).toString(QKeySequence.SequenceFormat.NativeText)
        text = tr(
            "That was the first minute. {keys} explains the panel that you are in; Help has this "
            "again.",
            keys=keys,
        )
        self._window.messages.tell(Message(text))

    def end(self) -> None:
        """Put it away; it does not come back by itself."""
        if not self._clock.isActive():
            return
        self._clock.stop()
        focused = QApplication.focusWidget()
        if focused is not None and self.bubble.isAncestorOf(focused):
            self._window.network.setFocus()
        self.bubble.hide()
        self._settings.setValue(_BEGUN, True)
        self._window.document.undo_stack.indexChanged.disconnect(self._look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._on_focus)
        self._watch(None)

    def stop(self) -> None:
        """Put it away with the window; it comes back where nothing was done yet."""
        wanted = self.wanted
        self.end()
        if wanted:
            self._settings.remove(_BEGUN)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self.bubble.set_theme(theme)

    def _show(self, number: int) -> None:
        self._at = number
        step = self.steps[number]
        self._before = self._now()
        self.bubble.tell(step.text(), step.hint(), number + 1, len(self.steps))
        self._point()

    def _now(self) -> _Before:
        document, chosen = self._window.document, self._window.selection
        selected = (chosen.nodes, chosen.link, chosen.coalition)
        return _Before(document.scenario, document.undo_stack.index(), selected)

    def _look(self) -> None:
        if not self._clock.isActive():
            return
        if self.steps[self._at].done(self._before):
            self._settings.setValue(_BEGUN, True)
            self.go_on()
        else:
            self._point()

    def _point(self) -> None:
        window = self._window
        # An offer is about something that may be lost: it is answered first.
        if window.comparing.open or window.offers.isVisible():
            self.bubble.hide()
            return
        # It stays where it is while somebody drags, and aims.
        if self.bubble.isHidden() or window.network.drag is None:
            target = self.steps[self._at].target()
            self.bubble.point_at(target, window.rect(), self._avoided())
        self.bubble.show()

    def _avoided(self) -> list[QRect]:
        """What is to be seen or pulled at: the bubble had better not cover it."""
        window = self._window
        watched = (window.hemicycle, window.rules, window.toolbar, window.menuBar(), window.board)
        avoid = [rect for view in watched if (rect := self._rect(view)) is not None]
        if window.network.isVisible():
            picture, camera = window.network.picture, window.network.camera
            corner = window.network.mapTo(window, QPoint())
            # Nodes count several times: they are what is pulled at.
            boxes = [shape.box for shape in picture.nodes] * _NODES_COUNT
            boxes += [region.bounds for region in picture.region_by_id.values()]
            avoid += [camera.rect_to_view(box).toAlignedRect().translated(corner) for box in boxes]
        return avoid

    # -- the steps ---------------------------------------------------------------------------

    def _make_steps(self) -> tuple[Step, ...]:
        window = self._window
        document, comparing = window.document, window.comparing
        return (
            Step(
                "drag",
                self._first_words,
                lambda: tr("Or select it, and press the number of a coalition."),
                self._region,
                lambda was: document.scenario.membership != was.scenario.membership,
            ),
            Step(
                "line",
                lambda: tr(
                    "Each dot is a seat. The bold line is what counts: {quota} of {all}.",
                    quota=document.shown.quota(document.chamber),
                    all=document.chamber.seats,
                ),
                lambda: tr("It follows while you drag."),
                lambda: self._rect(window.hemicycle),
                lambda was: False,
            ),
            Step(
                "rule",
                lambda: tr("Other decisions have other lines. Choose another rule."),
                lambda: tr("Every verdict and every share of power goes with it."),
                lambda: self._rect(window.rules) or self._rect(window.toolbar.rule_choice),
                lambda was: (
                    (document.scenario.rule, document.scenario.custom_quota)
                    != (was.scenario.rule, was.scenario.custom_quota)
                ),
            ),
            Step(
                "ways",
                lambda: tr("Who could bring what is missing? Open “Ways”."),
                lambda: tr("A click there tries a way out, one more takes it."),
                lambda: self._tab("waysDock") or self._menu("ways"),
                lambda was: self._seen("waysDock"),
                lambda: not window.docks["waysDock"].isHidden(),
            ),
            Step(
                "source",
                lambda: tr("Who says so? Click a line or a bloc: it is explained here."),
                lambda: tr("With its sources, and how certain each of them is."),
                lambda: self._rect(window.inspector) or self._tab("inspectorDock"),
                lambda was: was.selected != self._now().selected and bool(self._selected()),
                lambda: not window.docks["inspectorDock"].isHidden(),
            ),
            Step(
                "time",
                lambda: tr("What if it were another day? Drag the date, or play time."),
                lambda: tr("Ties come and go, and lists lose and gain members."),
                lambda: self._rect(window.timeline),
                lambda was: document.scenario.date != was.scenario.date,
                lambda: not window.docks["timelineDock"].isHidden(),
            ),
            Step(
                "undo",
                lambda: tr(
                    "Nothing can break. Undo takes one step after the other back: press it, or "
                    "{keys}.",
                    keys=window.undo_action.shortcut().toString(
                        QKeySequence.SequenceFormat.NativeText
                    ),
                ),
                lambda: tr("The built-in scenarios stay as they are, whatever you try."),
                lambda: self._button(window.undo_action),
                lambda was: document.undo_stack.index() < was.steps,
                document.undo_stack.canUndo,
            ),
            Step(
                "compare",
                lambda: tr("And what did they do? “Compare” puts it beside what you have."),
                lambda: tr("Esc brings the network back."),
                lambda: self._menu("compare"),
                lambda was: comparing.open,
            ),
        )

    def _first_words(self) -> str:
        scenario, chamber = self._window.document.scenario, self._window.document.chamber
        leading = scenario.leading(chamber)
        short = scenario.verdict(leading.id, chamber).short if leading else 0
        if leading is None or not short:
            return tr("Drag a bloc into another coalition and watch the totals.")
        return tr(
            "“{name}” is {short} seats short. Drag a bloc into its region and watch the totals.",
            name=leading.name,
            short=short,
        )

    def _selected(self) -> object:
        chosen = self._window.selection
        return chosen.nodes or chosen.link or chosen.coalition

    # -- where things are --------------------------------------------------------------------

    def _rect(self, widget: QWidget, part: QRect | None = None) -> QRect | None:
        """A widget, or a part of it, in the window's coordinates; only what can be seen of it."""
        if not widget.isVisible() or widget.window() is not self._window:
            return None
        seen = widget.visibleRegion().boundingRect()
        seen = seen if part is None else seen.intersected(part)
        return None if seen.isEmpty() else seen.translated(widget.mapTo(self._window, QPoint()))

    def _region(self) -> QRect | None:
        window = self._window
        leading = window.document.scenario.leading(window.document.chamber)
        region = window.network.picture.region_by_id.get(leading.id) if leading else None
        if region is None:
            return self._rect(window.network)
        bounds = window.network.camera.rect_to_view(region.bounds).toAlignedRect()
        return self._rect(window.network, bounds)

    def _tab(self, dock: str) -> QRect | None:
        title = self._window.docks[dock].windowTitle()
        for bar in self._window.findChildren(
            QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            for number in range(bar.count()):
                if bar.tabText(number) == title:
                    return self._rect(bar, bar.tabRect(number))
        return None

    def _seen(self, dock: str) -> bool:
        held = self._window.docks[dock]
        return held.isVisible() and not held.visibleRegion().isEmpty()

    def _menu(self, action: str) -> QRect | None:
        """The title of the menu that an action stands in."""
        bar = self._window.menuBar()
        wanted = self._window.menus.actions[action]
        for entry in bar.actions():
            menu = entry.menu()
            if menu is not None and wanted in menu.actions():  # type: ignore[attr-defined]
                return self._rect(bar, bar.actionGeometry(entry))
        return None

    def _button(self, action: QAction) -> QRect | None:
        for button in self._window.toolbar.findChildren(QToolButton):
            if button.defaultAction() is action:
                return self._rect(button)
        return None

    # -- Esc ---------------------------------------------------------------------------------

    def _on_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        self._watch(new)

    def _watch(self, widget: QObject | None) -> None:
        """Hear the keys of whoever has the keyboard: a shortcut would take Esc from a drag."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._may_end(watched)
        ):
            self.end()
        return False

    def _may_end(self, watched: QObject) -> bool:
        """Whether Esc has nothing better to do: end a drag, an example, what is typed, or help."""
        busy = self._window.document.previewing or self._window.network.drag is not None
        typing = isinstance(watched, QLineEdit | QAbstractSpinBox | QPlainTextEdit)
        inside = isinstance(watched, QWidget) and self._window.isAncestorOf(watched)
        elsewhere = inside and self._window.helping.dock.isAncestorOf(watched)  # type: ignore[arg-type]
        return inside and not (busy or typing or elsewhere or self.bubble.isHidden())
