"""Hands that press real buttons and keys of the window, and eyes that read what it says."""

from contextlib import AbstractContextManager
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.words import region_text

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Place = QPoint | QPointF


def _whole(place: Place) -> QPoint:
    return place.toPoint() if isinstance(place, QPointF) else place


class Hands:
    """Mouse and keyboard of the user. Every gesture goes through Qt's events."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self._at = QPoint()

    # -- the mouse -------------------------------------------------------------------------

    def press(
        self,
        widget: QWidget,
        place: Place,
        keys: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        self._at = _whole(place)
        QTest.mousePress(widget, button, keys, self._at)

    def move(self, widget: QWidget, place: Place, steps: int = 6) -> None:
        start, end = self._at, _whole(place)
        for step in range(1, steps + 1):
            x = start.x() + (end.x() - start.x()) * step // steps
            y = start.y() + (end.y() - start.y()) * step // steps
            QTest.mouseMove(widget, QPoint(x, y))
        QTest.mouseMove(widget, end)
        self._at = end

    def release(self, widget: QWidget, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(widget, button, NONE, self._at)

    def click(self, widget: QWidget, place: Place, keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(widget, place, keys)
        self.release(widget)

    def double_click(self, widget: QWidget, place: Place) -> None:
        QTest.mouseDClick(widget, LEFT, NONE, _whole(place))

    # -- the canvas ------------------------------------------------------------------------

    def select(self, *nodes: str) -> None:
        """Click on the first node, Ctrl-click on the others."""
        network = self.window.network
        for number, node in enumerate(nodes):
            self.click(network, network.place_of(node), CTRL if number else NONE)
        assert set(self.window.selection.nodes) == set(nodes)

    def lift(self, node: str, target: str | Place) -> None:
        """Press on a node and drag it over a region or a place; the button stays down."""
        network = self.window.network
        place = region_place(self.window, target) if isinstance(target, str) else target
        self.press(network, network.place_of(node))
        self.move(network, place)
        assert network.drag is not None

    def drop(self) -> None:
        """Let go on the canvas, and wait until all nodes are where they stay."""
        with self.settling():
            self.release(self.window.network)

    def drop_anyhow(self) -> None:
        """Let go on the canvas, whether or not that changes anything; wait for the layout."""
        self.release(self.window.network)
        self.qtbot.waitUntil(lambda: not self.window.arrangement.work.busy)
        QApplication.processEvents()

    def settling(self) -> AbstractContextManager[object]:
        """Wait, after what is done inside, until the layout of what is committed is in place."""
        return self.qtbot.waitSignal(self.window.arrangement.settled, timeout=8000)

    # -- keys ------------------------------------------------------------------------------

    def key(
        self, key: Qt.Key | str, keys: Qt.KeyboardModifier = NONE, to: QWidget | None = None
    ) -> None:
        QTest.keyClick(to or QApplication.focusWidget() or self.window, key, keys)


def region_place(window: MainWindow, coalition: str) -> QPointF:
    """A place of the widget that is in a coalition's region and on none of its nodes."""
    network = window.network
    picture, camera = network.picture, network.camera
    bounds = picture.region_by_id[coalition].bounds
    for down in range(5, 96, 5):
        for along in range(5, 96, 5):
            place = QPointF(
                bounds.left() + bounds.width() * along / 100,
                bounds.top() + bounds.height() * down / 100,
            )
            region = picture.region_at(place)
            if region is None or region.id != coalition or picture.node_at(place, 12) is not None:
                continue
            view = camera.to_view(place)
            if network.rect().contains(view.toPoint()) and not network.new_coalition_rect.contains(
                view
            ):
                return view
    raise AssertionError(f"no free place in {coalition}")


def empty_place(window: MainWindow) -> QPointF:
    """A place of the canvas with nothing at it: no node, no line, no region, no header."""
    network = window.network
    for y in range(6, network.height() - 6, 12):
        for x in range(6, network.width() - 6, 12):
            place = QPointF(x, y)
            scene = network.camera.to_scene(place)
            if (
                network._node_at(place) is None
                and network._header_at(place) is None
                and network.picture.region_at(scene) is None
                and network.picture.link_at(scene, 12 / network.camera.zoom) is None
                and not network.new_coalition_rect.contains(place)
            ):
                return place
    raise AssertionError("the canvas is full")


# -- what the window says --------------------------------------------------------------------


def seats(window: MainWindow) -> dict[str | None, int]:
    """The totals of what is shown."""
    return window.document.shown.totals(window.document.chamber)


def board_seats(window: MainWindow) -> dict[str | None, int]:
    """The totals at the heads of the board's columns."""
    return {column.id: column.seats for column in window.board.columns}


def board_cards(window: MainWindow, coalition: str | None) -> set[str]:
    """The blocs whose cards lie in a column."""
    return {bloc.id for bloc, _ in window.board.column_of(coalition).cards}


def header(window: MainWindow, coalition: str) -> str:
    """What stands over a region."""
    return region_text(window.network._verdicts()[coalition])


W = TypeVar("W", bound=QWidget)


def named(window: QWidget, kind: type[W], name: str) -> W:
    """The part of the window that a screen reader calls so."""
    return next(child for child in window.findChildren(kind) if child.accessibleName() == name)


def action(window: MainWindow, words: str) -> QAction:
    """The entry of a menu that begins with these words."""
    return next(
        a for a in window.findChildren(QAction) if a.text().replace("&", "").startswith(words)
    )


def undo(window: MainWindow) -> QAction:
    return action(window, "Undo")


def redo(window: MainWindow) -> QAction:
    return action(window, "Redo")


class Answers:
    """What the user answers when the window asks, and how often it asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.next: list[QMessageBox.StandardButton] = []
        self.over = False

    def __call__(self, box: QMessageBox) -> QMessageBox.StandardButton:
        if self.over:
            return QMessageBox.StandardButton.Discard
        self.asked.append(f"{box.text()}\n{box.informativeText()}")
        assert self.next, f"the window asked: {self.asked[-1]}"
        return self.next.pop(0)
