"""Simple mode: the panels of analysis are out of sight, and a line says which.

The program begins with all of them. They are tabs behind others and take no room from the first
look; hidden at first, what the program does best would never be found. Who teaches beginners hides
them once, and the choice is kept.
"""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QStatusBar, QWidget

from iraq_explorer.ui.docks import Docks
from iraq_explorer.ui.red_line_words import all_of
from iraq_explorer.ui.words import tr

HIDDEN = ("waysDock", "powerDock", "politicsDock", "voteDock", "ledgerDock", "overviewDock")
"""What simple mode hides. Moving blocs, rules, time, comparing and pictures stay."""
_ON, _KEPT = "view/simple", "view/simple-kept"


class SimpleMode(QObject):
    """Hides and shows the panels, and remembers which of them were shown before."""

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, docks: Docks, settings: QSettings) -> None:
        super().__init__(window)
        self._docks, self._settings = docks, settings
        # Kept: panels go one by one when the program ends, and the settings may have gone before.
        self._on = settings.value(_ON, False, bool) is True
        self.line = QLabel()
        self.line.setProperty("muted", True)
        self.show_all = QPushButton(tr("Show all panels"))
        self.show_all.setProperty("link", True)
        self.show_all.clicked.connect(lambda: self.set_on(False))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(14, 0, 14, 0)
        across.addWidget(self.line)
        across.addWidget(self.show_all)
        across.addStretch(1)
        self.bar = QStatusBar(window)
        self.bar.setSizeGripEnabled(False)
        self.bar.addWidget(row, 1)
        self.bar.hide()
        window.setStatusBar(self.bar)
        for name in HIDDEN:
            # Not by its visibility: one behind another tab is not hidden.
            docks[name].toggleViewAction().toggled.connect(self._tell)

    @property
    def on(self) -> bool:
        """Whether the window is in simple mode."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Hide the panels, or show those again that were shown before."""
        if on == self.on:
            return
        self._on = on
        self._settings.setValue(_ON, on)
        if on:
            kept = [name for name in HIDDEN if not self._docks[name].isHidden()]
            self._settings.setValue(_KEPT, ",".join(kept))
            self.apply()
        else:
            kept = str(self._settings.value(_KEPT, "")).split(",")
            for name in [name for name in HIDDEN if name in kept] or HIDDEN:
                self._docks[name].show()
            self._front()
            self._tell()
        self.changed.emit(on)

    def apply(self) -> None:
        """Hide what simple mode hides, where it is on."""
        if self.on:
            for name in HIDDEN:
                self._docks[name].hide()
            self._front()
        self._tell()

    def _front(self) -> None:
        for name in ("inspectorDock", "boardDock"):
            if not self._docks[name].isHidden():
                self._docks[name].raise_()

    def _tell(self) -> None:
        self.bar.setVisible(self.on)
        hidden = [
            self._docks[name].windowTitle().capitalize()
            for name in HIDDEN
            if self._docks[name].isHidden()
        ]
        if hidden:
            self.line.setText(tr("Simple mode hides {panels}.", panels=all_of(hidden)))
        else:
            self.line.setText(tr("Simple mode hides nothing now: every panel was opened."))
