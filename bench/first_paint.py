"""A process that opens one window and tells when its first frame was complete.

``python -m bench.first_paint empty`` opens a bare window, ``explorer LIBRARY`` the program as its
users start it. It prints one JSON object and ends.
"""

import json
import os
import sys
import time

DEAR = ("networkx", "numpy", "pyqtgraph", "scipy", "sqlite_utils")
"""Packages that have no business before the first frame."""


def _timed(base: type) -> type:
    """The window class, made to report after its first frame."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt

    class Timed(base):
        def paintEvent(self, event: object) -> None:  # noqa: N802
            super().paintEvent(event)
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


def _explorer(library: str) -> None:
    from iraq_explorer import app, cli

    app.MainWindow = _timed(app.MainWindow)
    sys.exit(cli.main([library]))


if __name__ == "__main__":
    _explorer(sys.argv[2]) if sys.argv[1] == "explorer" else _empty()
