"""Playing the timeline day by day through five years, with every view that follows."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.table import Row, percentile, timed
from iraq_explorer.ui.main_window import MainWindow

DAYS_A_FRAME = 3
ORIGIN = "elected_2005"


def timeline_rows(window: MainWindow) -> tuple[list[Row], str]:
    """The frames of playing, ties fading and nodes gliding, each to the last pixel."""
    dataset, document, travel = window.document.dataset, window.document, window.timeline.travel
    opened = document.scenario, document.entry
    document.open(dataset.scenarios[ORIGIN])
    _settle(window)
    animated, window.arrangement.animated = window.arrangement.animated, True
    window.timeline.setFocus()
    travel.play()
    frames: list[float] = []
    changed: list[float] = []
    while travel.playing:
        before = window.arrangement.network

        def frame() -> None:
            travel.advance(DAYS_A_FRAME)
            QApplication.processEvents()

        frames.append(timed(frame))
        if len(window.arrangement.network.links) != len(before.links):
            changed.append(frames[-1])
    window.arrangement.animated = animated
    document.open(*opened)
    _settle(window)
    told = (
        f"Playing the timeline: {len(frames)} frames of {DAYS_A_FRAME} days, in {len(changed)} of "
        f"which ties began or ended (95th percentile of those {percentile(changed, 0.95):.1f} ms); "
        f"the worst frame took {max(frames):.1f} ms."
    )
    row = Row(
        "Frame of playing the timeline, 95th percentile",
        percentile(frames, 0.95),
        None,
        16,
        f"{len(frames)} frames",
    )
    return [row], told


def _settle(window: MainWindow) -> None:
    QTest.qWait(0)
    while window.arrangement.busy:
        QTest.qWait(5)
    QApplication.processEvents()
