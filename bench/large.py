"""Networks of thousands: dragging, drawing, and the layouts, each in a window of its own."""

import statistics
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.synthetic import synthetic_dataset
from bench.table import Row, percentile, timed
from iraq_explorer.app import make_window
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import LAYOUTS, compute_layout
from iraq_explorer.storage.dataset_file import Opened
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_picture import layout_problem

# Nodes, ties, and the goal of a step in milliseconds. The chamber is that of the shipped data in
# size: 325 seats, two dozen blocs, of which two thirds stand in five coalitions.
SIZES = ((1000, 4000, 8.0), (5000, 20000, 16.0))
BLOCS, COALITIONS = 24, 5
ROUNDS = 3
WHOLE = (1000, 4000)
STEPS = 20


def large_rows(folder: Path, size: QSize) -> tuple[list[Row], list[str]]:
    """Rows for each size, and what is told of the layouts."""
    rows, notes = [], []
    for nodes, ties, goal in SIZES:
        dataset = synthetic_dataset(nodes, ties, blocs=BLOCS, coalitions=COALITIONS)
        window = _window(dataset, folder, size)
        steps = _drag(window)
        named = f"{nodes:,} nodes, {ties:,} ties"
        p95 = percentile(steps, 0.95)
        rows.append(
            Row(f"Step of a drag, {named}, 95th percentile", p95, None, goal, _moves(steps))
        )
        notes.append(_told(window, named, steps))
        window.close()
        window.deleteLater()
        QApplication.processEvents()
        notes.append(_layouts(dataset, named))
    rows.append(_many_blocs())
    return rows, notes


def _moves(steps: list[float]) -> str:
    return f"{len(steps)} mouse moves"


def _window(dataset: Dataset, folder: Path, size: QSize) -> MainWindow:
    settings = QSettings(str(folder / "large.ini"), QSettings.Format.IniFormat)
    settings.setValue("view/appearance", "light")
    settings.setValue("start/invited", True)
    window = make_window(None, settings, Opened(dataset))
    window.arrangement.animated = False
    window.resize(size)
    settle = QEventLoop()
    window.arrangement.settled.connect(settle.quit)
    window.show()
    settle.exec()
    _rest(window)
    return window


def _rest(window: MainWindow) -> None:
    """Wait until what is shown is drawn."""
    while window.arrangement.busy or not window.network.up_to_date:
        QTest.qWait(2)
    QApplication.processEvents()


def _drag(window: MainWindow) -> list[float]:
    """The largest bloc without a coalition through every region, each step to the last pixel."""
    canvas, scenario = window.network, window.document.scenario
    blocs = scenario.blocs_of(None, window.document.chamber)
    bloc = max(blocs, key=lambda b: b.seats).id
    here = canvas.place_of(bloc)
    stations = [canvas.place_of_region(c.id) for c in scenario.coalitions]
    stations += [canvas.new_coalition_rect.center(), here]
    start, left = here.toPoint(), Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, 0))
    QApplication.processEvents()
    assert canvas.drag is not None
    path = []
    for station in stations * ROUNDS:
        path += [(here + (station - here) * (k / 24)).toPoint() for k in range(1, 25)]
        here = station

    def step(place: QPoint) -> None:
        QTest.mouseMove(canvas, place)
        QApplication.processEvents()

    steps = [timed(lambda p=place: step(p)) for place in path]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, left, pos=path[-1])
    QApplication.processEvents()
    return steps


def _told(window: MainWindow, named: str, steps: list[float]) -> str:
    canvas = window.network

    def zoom(factor: float) -> None:
        canvas.zoom_by(factor)
        QApplication.processEvents()

    frames = [timed(lambda f=f: zoom(f)) for f in (1.1, 1 / 1.1) * (STEPS // 2)]
    whole = [timed(canvas._paint_still) for _ in range(STEPS // 2)]
    hub = max(canvas.picture.links_of.items(), key=lambda item: len(item[1]))[0]
    hovers = []
    for _ in range(STEPS // 2):
        for place in (canvas.place_of(hub).toPoint(), QPoint(2, 2)):

            def move(place: QPoint = place) -> None:
                QTest.mouseMove(canvas, place)
                QApplication.processEvents()

            hovers.append(timed(move))
    return (
        f"{named}: a step of the drag takes {statistics.median(steps):.1f} ms in the median, one "
        f"of zooming {statistics.median(frames):.0f} ms, the frame once the view rests "
        f"{statistics.median(whole):.0f} ms, and pointing at the node with most ties "
        f"{statistics.median(hovers):.0f} ms, with {len(canvas.thinned.links):,} ties drawn."
    )


def _layouts(dataset: Dataset, named: str) -> str:
    scenario = dataset.scenarios["first"]
    problem = layout_problem(dataset.network(scenario), scenario, dataset, {})
    took = {}
    for name in LAYOUTS:
        began = time.perf_counter()
        compute_layout(name, problem)
        took[name] = time.perf_counter() - began
    listed = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in took.items())
    return f"Layouts of {named}, in the background: {listed}."


def _many_blocs() -> Row:
    """A chamber of a thousand blocs, each a shape with a label to be packed beside the others."""
    dataset = synthetic_dataset(*WHOLE, blocs=WHOLE[0], seats=3 * WHOLE[0])
    scenario = dataset.scenarios["first"]
    problem = layout_problem(dataset.network(scenario), scenario, dataset, {})
    took = timed(lambda: compute_layout("coalition", problem))
    return Row("Layout by coalition, 1,000 blocs", took, None, 2000, "in the background")
