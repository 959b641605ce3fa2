"""``make shots``: draws the pictures of the README with the real window, without any display."""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.shown import hush, library_copy, shown_window
from iraq_explorer.app import make_application
from iraq_explorer.core.players import By
from iraq_explorer.storage.resources import checkout_folder, shipped_dataset
from iraq_explorer.storage.shipped_stories import shipped_stories
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.palette import DARK, LIGHT
from iraq_explorer.ui.power_panel import PowerPanel
from iraq_explorer.ui.presentation import Presentation
from iraq_explorer.ui.snapshot import SIZES, draw_image
from iraq_explorer.ui.style_sheet import apply_theme

WINDOW = QSize(1600, 1000)
SMALL = QSize(1366, 768)
PANEL = QSize(360, 660)
_APART = 10
"""How far two colours of a picture are apart at least, summed over red, green and blue."""
DRAGGED = ("ka10_kdp", "ka10_puk")


def main() -> int:
    """Draw every picture into ``docs/img``, or into the folder that is named."""
    checkout = checkout_folder()
    assert checkout is not None
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else checkout / "docs" / "img"
    target.mkdir(parents=True, exist_ok=True)
    hush()
    app = make_application(["shots"])
    _presenting(app, target)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = library_copy(folder)
        for appearance, size, picture in (
            ("dark", WINDOW, "window-dark"),
            ("light", SMALL, "small"),
            ("light", WINDOW, "window-light"),
        ):
            window = shown_window(folder, size, appearance, library)
            _write(window, target / f"{picture}.png")
            if picture == "window-light":
                _drag(window, target / "dragging.png")
                document = window.document
                image = draw_image(document.scenario, document.dataset, SIZES["1080p"])
                _save(image, target / "picture.png")
                _power(window, target)
            window.close()
            window.deleteLater()
            app.processEvents()
    return 0


def _presenting(app: QApplication, target: Path) -> None:
    """A question with its answer on an old projector, and a step of the same story on a new one."""
    story = next(story for story in shipped_stories() if story.id == "allawi_2010")
    for theme, size, first in ((LIGHT, QSize(1024, 768), 3), (DARK, QSize(1920, 1080), 1)):
        apply_theme(app, theme)
        talk = Presentation(shipped_dataset(), story, theme=theme, animated=False, first=first)
        talk.resize(size)
        talk.show()
        for _ in range(3):  # the layout for the shape of the screen is asked for when it is shown
            QApplication.processEvents()
        while talk.arrangement.busy or not talk.network.picture.nodes:
            QApplication.processEvents()
        if talk.step.asks:
            talk.forward()
        QApplication.processEvents()
        _save(talk.grab().toImage(), target / f"presenting-{size.width()}x{size.height()}.png")
        talk.close()
        talk.deleteLater()


def _write(window: MainWindow, path: Path) -> None:
    QApplication.processEvents()
    _save(window.grab().toImage(), path)


def _save(image: QImage, path: Path) -> None:
    """Write it with 256 colours, the commonest that differ: the file stays in the repository."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    chosen: list[tuple[int, int, int, int]] = []
    for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common():
        red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
        near = (abs(red - r) + abs(green - g) + abs(blue - b) for _, r, g, b in chosen)
        if min(near, default=_APART) >= _APART:
            chosen.append((colour, red, green, blue))
        if len(chosen) == 256:
            break
    table = [colour for colour, *_ in chosen]
    image = image.convertToFormat(QImage.Format.Format_Indexed8, table)
    image.save(str(path), "PNG", 0)
    print(path)


def _drag(window: MainWindow, path: Path) -> None:
    """Two Kurdish blocs on their way into the leading coalition, as a hand would move them."""
    canvas, left = window.network, Qt.MouseButton.LeftButton
    chamber, scenario = window.document.chamber, window.document.scenario
    leading = scenario.leading(chamber)
    assert leading is not None
    first, second = (canvas.place_of(bloc).toPoint() for bloc in DRAGGED)
    region = canvas.camera.rect_to_view(canvas.picture.region_by_id[leading.id].bounds)
    goal = QPoint(
        round(region.left() + region.width() * 0.75), round(region.top() + region.height() * 0.84)
    )
    QTest.mouseClick(canvas, left, pos=second)
    QTest.mouseClick(canvas, left, Qt.KeyboardModifier.ControlModifier, first)
    QTest.mousePress(canvas, left, pos=first)
    for step in range(1, 21):
        QTest.mouseMove(canvas, first + (goal - first) * (step / 20))
        QApplication.processEvents()
    assert canvas.pointer_label[0], "no drag runs"
    _write(window, path)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, left, pos=goal)


def _power(window: MainWindow, target: Path) -> None:
    """The power panel with the lists whole and as coalitions divide them, under one rule."""
    dock, panel = window.docks["powerDock"], window.docks.reveal("powerDock")
    assert isinstance(panel, PowerPanel)
    dock.setFloating(True)
    dock.resize(PANEL)
    window.selection.set_nodes(DRAGGED)
    while panel.standing is None:
        QApplication.processEvents()
    chips = {story.by: chip for story, chip in reversed(panel.stories.pairs)}
    for by, picture in ((By.LIST, "power-whole"), (By.FACTION, "power-divided")):
        chips[by].click()
        window.setFocus()
        for _ in range(3):
            QApplication.processEvents()
        _save(panel.grab().toImage(), target / f"{picture}.png")


if __name__ == "__main__":
    sys.exit(main())
