"""Headers of regions as small pictures: while a bloc is dragged most say the same at every step."""

import math
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from iraq_explorer.core.scenario import Coalition
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.network_painter import HEADER_MARK, Camera, header_rects, paint_header
from iraq_explorer.ui.network_picture import RegionShape
from iraq_explorer.ui.palette import Theme

_MOST = 200


class KeptHeaders:
    """Paints headers, each thing that one says only once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        regions: Iterable[RegionShape],
        verdicts: Mapping[str, Verdict],
        camera: Camera,
        theme: Theme,
        warned: frozenset[str],
    ) -> None:
        """Name, seat total and verdict at each region, on whole pixels."""
        shown = list(regions)
        ratio = painter.device().devicePixelRatioF()
        aside = HEADER_MARK * camera.text / 2
        for key, rect in header_rects(shown, verdicts, camera).items():
            coalition = next(r.coalition for r in shown if r.id == key)
            told = (coalition, verdicts[key], key in warned, camera.text, theme, ratio)
            if told not in self._kept:
                if len(self._kept) >= _MOST:
                    self._kept.clear()
                self._kept[told] = _painted(
                    rect, coalition, verdicts[key], theme, camera.text, ratio, warned=key in warned
                )
            corner = rect.topLeft() - QPointF(aside, 0)
            painter.drawPixmap(corner.toPoint(), self._kept[told])


def _painted(
    rect: QRectF,
    coalition: Coalition,
    verdict: Verdict,
    theme: Theme,
    scale: float,
    ratio: float,
    *,
    warned: bool,
) -> QPixmap:
    aside = HEADER_MARK * scale / 2
    wide, high = math.ceil(rect.width() + 2 * aside), math.ceil(rect.height())
    pixmap = QPixmap(math.ceil(wide * ratio), math.ceil(high * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        place = QRectF(aside, 0, rect.width(), rect.height())
        paint_header(painter, place, coalition, verdict, theme, scale, warned=warned)
    return pixmap
