"""The keyboard's way through the window: as its parts stand, not as made, past what is hidden."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLayout, QWidget

_MOST = 2000
"""Stops after which it is given up: nothing in the window is seen."""


def put_in_order(part: QWidget) -> None:
    """Let Tab go through a part in the order in which its layouts place what is in it.

    Qt goes by the order in which widgets were made. The first stop stays where it is among those
    outside of the part; hidden ones are put in order as well.
    """
    for stop, following in pairwise(stops_in(part)):
        QWidget.setTabOrder(stop, following)


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Every widget of a part, itself included, that Tab can stop at, as the layouts place them."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    layout = part.layout()
    if layout is not None:
        yield from _placed(layout)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops_in(widget)
        elif inner is not None:
            yield from _placed(inner)


def go_to_seen(step: Callable[[bool], bool], onward: bool) -> bool:
    """Let Tab go on until it comes to something that is seen.

    Qt does not hide a panel behind the tab of another one but moves it out of the window: Tab would
    stop at all that is in it, with nothing to be seen of that.

    Args:
        step: takes the keyboard one stop further, as ``QWidget.focusNextPrevChild`` does.
        onward: whether to the next stop or the one before.

    """
    begun = QApplication.focusWidget()
    for _ in range(_MOST):
        if not step(onward):
            return False
        here = QApplication.focusWidget()
        if here is None or here is begun or not _is_behind(here):
            return True
    return False


def _is_behind(widget: QWidget) -> bool:
    """Whether a widget is in a panel that lies behind another."""
    part: QWidget | None = widget
    while part is not None and not isinstance(part, QDockWidget):
        part = part.parentWidget()
    return part is not None and not part.isFloating() and part.visibleRegion().isEmpty()
