"""The keyboard's way through parts of the window that are made late: as they stand, not as made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


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
