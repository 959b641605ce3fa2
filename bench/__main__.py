"""``make bench``: measures what must be quick and prints a table of ratios.

Both sides of a ratio are measured in turn on the same machine in the same run, each several times;
the medians count. Nothing fails for being slow: the table marks what misses its goal.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPicture, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench import power, vote
from bench.large import large_rows
from bench.replay import Recorder, replay
from bench.shown import hush, library_copy, shown_window
from bench.table import Row, percentile, side_by_side, table, timed
from bench.timeline import timeline_rows
from iraq_explorer.app import make_application
from iraq_explorer.storage.library import Library
from iraq_explorer.ui import network_canvas, page_network, snapshot
from iraq_explorer.ui.coalition_board import CoalitionBoard
from iraq_explorer.ui.hemicycle import HemicycleView
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_view import NetworkView

STARTS = 7
REPAINTS = 40
SAVES = 60
EXPORTS = 5
WINDOW = QSize(1400, 900)


def main() -> int:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _own_home(folder)
        rows, notes = _first_paint()
        hush()
        app = make_application(["bench"])
        paints = _Paints((NetworkView, CoalitionBoard, HemicycleView))
        window = shown_window(folder, WINDOW)
        still = _repaint(window)
        rows.append(still)
        steps, told = _drag(window, paints, still.ours)
        rows += steps
        notes.append(told)
        rows.append(_save(folder))
        export, told = _export(window, folder)
        rows.append(export)
        notes.append(told)
        played, told = timeline_rows(window)
        rows += played
        notes.append(told)
        counted, about = power.rows(window)
        rows += counted
        notes += about
        counted, about = vote.rows()
        rows += counted
        notes += about
        window.close()
        app.processEvents()
        found, told = large_rows(folder, WINDOW)
        rows += found
        notes += told
    print(table(rows))
    print()
    for note in notes:
        print(f"- {note}")
    return 0


def _own_home(folder: Path) -> None:
    """Everything the program keeps goes to a folder of this run."""
    cache = str(Path("~/.cache").expanduser())
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[variable] = str(folder)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)
    # The fonts' cache is the machine's own: its making is no part of a start.
    cache = os.environ.setdefault("XDG_CACHE_HOME", cache)
    Path(cache).mkdir(parents=True, exist_ok=True)
    # Both sides of a start find their modules compiled, as they are from the second start on.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


# -- start ---------------------------------------------------------------------------------------


def _start(*what: str) -> tuple[float, list[str]]:
    """Milliseconds from the start of a process to its first frame, and the dear modules in it."""
    began = time.time()
    ran = subprocess.run(
        [sys.executable, "-m", "bench.first_paint", *what],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(ran.stdout)
    return (told["painted"] - began) * 1000, told["loaded"]


def _first_paint() -> tuple[list[Row], list[str]]:
    kinds = ("empty", "explorer", "furnished")
    for kind in kinds:
        _start(kind)
    runs = [{kind: _start(kind) for kind in kinds} for _ in range(STARTS)]
    base, first, full = (statistics.median(run[kind][0] for run in runs) for kind in kinds)
    loaded = runs[-1]["explorer"][1]
    note = "Loaded before the first frame: " + (", ".join(loaded) + " (OVER)" if loaded else "none")
    note += " of networkx, numpy, pyqtgraph, scipy, sqlite_utils."
    note += f" Furnished with every panel: {full:.0f} ms, {full / base:.2f} times an empty window."
    return [Row("First frame", first, base, 1.3, "empty QMainWindow")], [note]


# -- drawing -------------------------------------------------------------------------------------


def _repaint(window: MainWindow) -> Row:
    """The whole canvas anew, against the same primitives given to a bare QPainter."""
    canvas = window.network
    size = canvas.size()

    network_canvas.QPainter = Recorder  # type: ignore[misc,assignment]
    drawn = canvas._paint_still()
    network_canvas.QPainter = QPainter  # type: ignore[misc]
    calls = list(Recorder.calls)

    def bare() -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(window.theme.canvas)
        replay(pixmap, calls)
        return pixmap

    assert bare().toImage() == drawn.toImage(), "the replay draws something else"
    ours, base = side_by_side(canvas._paint_still, bare, REPAINTS)
    return Row("Full repaint of the canvas", ours, base, 1.5, "bare QPainter")


# -- dragging ------------------------------------------------------------------------------------


class _Paints:
    """Counts what views painted, so that no step is measured that showed nothing.

    Made before the window, as Qt looks a method up once.
    """

    def __init__(self, kinds: tuple[type[QWidget], ...]) -> None:
        self.counts = dict.fromkeys((kind.__name__ for kind in kinds), 0)
        for kind in kinds:
            self._count(kind)

    def _count(self, kind: type[QWidget]) -> None:
        paint = kind.paintEvent

        def counted(view: QWidget, event: QPaintEvent) -> None:
            self.counts[kind.__name__] += 1
            paint(view, event)

        kind.paintEvent = counted


def _drag(window: MainWindow, paints: _Paints, still: float) -> tuple[list[Row], str]:
    """A bloc around the canvas through every region, and all that follows, to the last pixel."""
    canvas = window.network
    chamber, scenario = window.document.chamber, window.document.scenario
    bloc = max(scenario.blocs_of(None, chamber), key=lambda b: b.seats).id
    stations = [canvas.place_of_region(c.id) + QPoint(0, 40) for c in scenario.coalitions]
    stations += [canvas.place_of(bloc), canvas.new_coalition_rect.center()]
    start = canvas.place_of(bloc).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, 0))
    QApplication.processEvents()
    path: list[QPoint] = []
    here = canvas.place_of(bloc)
    for _ in range(3):
        for station in stations:
            path += [(here + (station - here) * (k / 24)).toPoint() for k in range(1, 25)]
            here = station
    steps: list[float] = []
    crossings: list[float] = []
    before = dict(paints.counts)
    shown = window.document.shown

    def step(place: QPoint) -> None:
        QTest.mouseMove(canvas, place)
        QApplication.processEvents()

    for place in path:
        took = timed(lambda p=place: step(p))
        steps.append(took)
        if window.document.shown is not shown:
            shown = window.document.shown
            crossings.append(took)
    painted = {name: paints.counts[name] - before[name] for name in before}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, left, pos=here.toPoint())
    QApplication.processEvents()
    p95 = percentile(steps, 0.95)
    told = (
        f"The drag: {len(steps)} steps, of which {len(crossings)} crossed into another region and "
        f"had every view follow (median {statistics.median(crossings):.1f} ms, worst "
        f"{max(crossings):.1f} ms); painted "
        + ", ".join(f"{name} {count}×" for name, count in painted.items())
        + "."
    )
    rows = [
        Row("Step of a drag, 95th percentile", p95, None, 8, f"{len(steps)} mouse moves"),
        Row("Step of a drag, median", statistics.median(steps), still, 0.25, "full repaint"),
    ]
    return rows, told


# -- saving --------------------------------------------------------------------------------------


def _save(folder: Path) -> Row:
    """One scenario saved in place, against the same UPDATE in one transaction of its own."""
    path = library_copy(folder)
    library = Library.open(path)
    entry = library.entries()[0]
    with sqlite3.connect(path) as connection:
        row = connection.execute(
            "SELECT content, saved_at FROM scenarios WHERE id = ?", (entry.id,)
        ).fetchone()
    connection.close()

    def raw() -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        question = "UPDATE scenarios SET content = ?, saved_at = ? WHERE id = ?"
        connection.execute(question, (*row, entry.id))
        connection.execute("COMMIT")
        connection.close()

    ours, base = side_by_side(lambda: library.save(entry.scenario, entry.id), raw, SAVES)
    library.close()
    return Row("Save a scenario", ours, base, 3, "raw sqlite3")


# -- export --------------------------------------------------------------------------------------


def _export(window: MainWindow, folder: Path) -> tuple[Row, str]:
    """The 4K picture into a file, against its primitives drawn and encoded by Qt alone."""
    size = snapshot.SIZES["4k"]
    document, view = window.document, window.view()
    path = folder / "picture.png"

    def ours() -> None:
        snapshot.save_png(
            snapshot.draw_image(document.scenario, document.dataset, size, view), path
        )

    recorded = QPicture()
    painter = QPainter(recorded)
    snapshot.draw_page(painter, QSize(*size), document.scenario, document.dataset, view)
    painter.end()

    def bare() -> None:
        image = QImage(QSize(*size), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPicture(0, 0, recorded)
        painter.end()
        image.save(str(path), "PNG", 80)

    took, base = side_by_side(ours, bare, EXPORTS)

    def afresh() -> None:
        page_network.arranged_for.cache_clear()
        snapshot.write_png(document.scenario, document.dataset, path, size)

    from_nothing = timed(afresh)
    note = (
        f"The command line, which also works out the layout, takes {from_nothing:.0f} ms for the "
        f"same 4K picture; the file has {path.stat().st_size / 1000:.0f} kB."
    )
    return Row("4K export", took, base, 1.3, "bare render and encode"), note


if __name__ == "__main__":
    sys.exit(main())
