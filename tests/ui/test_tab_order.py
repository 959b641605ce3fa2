"""The keyboard's way: nothing that cannot be seen, and parts in the order in which they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMainWindow, QRadioButton
from pytestqt.qtbot import QtBot

from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.tab_order import go_to_seen

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.DockWidgetArea.LeftDockWidgetArea


class Framed(QMainWindow):
    """A field in the middle and three panels on one place."""

    def __init__(self) -> None:
        super().__init__()
        self.middle = QLineEdit()
        self.setCentralWidget(self.middle)
        self.fields = [QLineEdit() for _ in range(3)]
        self.docks = [QDockWidget(str(number), self) for number in range(3)]
        for dock, field in zip(self.docks, self.fields, strict=True):
            dock.setWidget(field)
            self.addDockWidget(LEFT, dock)
            if dock is not self.docks[0]:
                self.tabifyDockWidget(self.docks[0], dock)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        return go_to_seen(super().focusNextPrevChild, onward)


@pytest.mark.parametrize("front", [0, 1, 2])
def test_tab_passes_by_what_lies_behind(qtbot: QtBot, front: int) -> None:
    window = Framed()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.docks[front].raise_()
    qtbot.waitUntil(lambda: not window.docks[front].visibleRegion().isEmpty())
    window.middle.setFocus()
    for keys in (Qt.KeyboardModifier.NoModifier, SHIFT):
        passed = set()
        for _ in range(8):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Tab, keys)
            here = QApplication.focusWidget()
            assert here is not None
            assert not here.visibleRegion().isEmpty()
            passed.add(here)
        assert {window.middle, window.fields[front]} <= passed


def test_the_rules_come_before_the_members_that_are_present(window: MainWindow) -> None:
    present = window.rules._present
    present.setFocus()
    QTest.keyClick(present, Qt.Key.Key_Tab, SHIFT)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert window.rules.isAncestorOf(focused)
