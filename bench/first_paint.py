"""A process that opens one window and tells when its first frame was complete.

``python -m bench.first_paint empty`` opens a bare window, ``explorer`` the program as its users
start it, and ``furnished`` the same up to the frame in which all panels stand. It prints one JSON
object and ends.
"""

import json
import os
import sys
import time

DEAR = ("networkx", "numpy", "pyqtgraph", "scipy", "sqlite_utils")
"""Packages that have no business before the first frame."""


def _timed(base: type, furnished: bool = False) -> type:
    """The window class, made to report after its first frame, or the first furnished one."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt

    class Timed(base):
        def paintEvent(self, event: object) -> None:  # noqa: N802
            super().paintEvent(event)
            if furnished and not self._furnished:
                return
            # The children are painted in the same go; this event comes before any timer.
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value
            )

        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                painted = time.time()
                loaded = [name for name in DEAR if name in sys.modules]
                print(json.dumps({"painted": painted, "loaded": loaded}), flush=True)
                os._exit(0)
            return super().event(event)

    return Timed


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = _timed(QMainWindow)()
    window.resize(1400, 900)
    window.show()
    app.exec()


def _explorer(*, furnished: bool) -> None:
    from iraq_explorer import app, cli

    app.MainWindow = _timed(app.MainWindow, furnished)
    sys.exit(cli.main([]))


if __name__ == "__main__":
    _empty() if sys.argv[1] == "empty" else _explorer(furnished=sys.argv[1] == "furnished")
