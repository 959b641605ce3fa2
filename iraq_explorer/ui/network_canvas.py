"""The canvas of a network: its picture, the way around in it, and the painting of both."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.red_lines import breaches
from iraq_explorer.core.room import Room
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.arranging_notice import ArrangingNotice
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.network_painter import (
    Camera,
    Emphasis,
    PlacedLabel,
    fitting,
    header_rects,
    legend_of,
    paint_legend,
    paint_network,
    place_labels,
)
from iraq_explorer.ui.network_picture import LinkShape, NetworkPicture, distance, link_points
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.picture_making import AT_ONCE, PictureMaking, Sitting
from iraq_explorer.ui.selection import Selection
from iraq_explorer.ui.still import Still
from iraq_explorer.ui.words import tr

_MARGIN = 12.0
_RIM = 4.0
_LEAST = 200.0
"""Pixels across of the smallest room that a layout is asked for."""
_REST_MS = 90
"""So long after the last step of zooming or panning a large network is painted anew."""
_USUAL_LEGEND = 23.0
_RESHAPED_MS = 250
"""So long after its last change the room counts as another one."""


class NetworkCanvas(QWidget):
    """Draws the network of what is shown. Those who add gestures say what is lit and in hand."""

    def __init__(
        self,
        document: Document,
        arrangement: Arrangement,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Network"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._document = document
        self._arrangement = arrangement
        self._selection = selection
        self._theme = LIGHT
        self._stale = False
        self._missed = False
        """Whether a picture was made while blocs were in hand, and not taken."""
        self._seen_by = Camera(1.0, 0.0, 0.0)
        self._fits = True
        self._built = NetworkPicture((), (), ())
        self._built_from: Sitting | None = None
        self._thin: NetworkPicture | None = None
        self._labels: tuple[PlacedLabel, ...] = ()
        self._still: Still | None = None
        self._making = PictureMaking(self)
        self._making.made.connect(self._on_made)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._refresh)
        self._reshaping = QTimer(self)
        self._reshaping.setSingleShot(True)
        self._reshaping.setInterval(_RESHAPED_MS)
        self._reshaping.timeout.connect(self._on_reshaped)
        self.notice = ArrangingNotice(arrangement, self)
        """What tells that a layout takes its time."""
        arrangement.changed.connect(self.rebuild)
        arrangement.stopped.connect(self._making.stop)
        arrangement.fading.stepped.connect(self._refresh)
        arrangement.fading.ended.connect(self.rebuild)
        document.shown_changed.connect(self._on_shown)
        selection.changed.connect(self._refresh)

    # -- what those who add gestures say -----------------------------------------------------

    @property
    def _in_hand(self) -> frozenset[str]:
        """Nodes that follow the pointer: they are left out of what stays."""
        return frozenset()

    @property
    def _dragging(self) -> bool:
        """Whether the picture has to stay as it is."""
        return False

    def _emphasis(self) -> Emphasis:
        """What is lit, selected or aimed at."""
        return Emphasis(
            None,
            frozenset(self._selection.nodes),
            None,
            None,
            self._selection.link.id if self._selection.link else None,
            frozenset(breaches(self._document.shown, self._document.chamber)),
            opacity=self._arrangement.fading.opacity,
        )

    def _pointed_at(self) -> tuple[str, ...]:
        """Nodes of which every line is drawn, however many there are."""
        return self._selection.nodes

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what follows the pointer."""

    # -- what others ask -------------------------------------------------------------------

    @property
    def picture(self) -> NetworkPicture:
        """What is drawn, in scene coordinates."""
        return self._picture

    @property
    def camera(self) -> Camera:
        """How the scene is shown."""
        return self._camera

    @property
    def up_to_date(self) -> bool:
        """Whether the picture is that of what is shown; a large one takes a moment."""
        self._catch_up()
        return not self._making.busy

    def place_of(self, node: str) -> QPointF:
        """Where a node is in the widget."""
        return self._camera.to_view(self._picture.by_id[node].centre)

    def place_of_region(self, coalition: str) -> QPointF:
        """A free place inside a coalition's region, in the widget."""
        region = self._picture.region_by_id[coalition]
        bounds = self._camera.rect_to_view(region.bounds)
        return QPointF(bounds.center().x(), bounds.top() + 14)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.notice.set_theme(theme)
        self._refresh()

    def fit(self) -> None:
        """Show the whole network, and keep doing so while it changes."""
        self._fits = True
        self._fit()
        self._reframe()

    def zoom_to(self, nodes: tuple[str, ...]) -> None:
        """Show these nodes as large as fits."""
        rect = QRectF()
        for node in nodes:
            if node in self._picture.by_id:
                rect = rect.united(self._picture.by_id[node].box.adjusted(-60, -60, 60, 60))
        if not rect.isEmpty():
            self._fits = False
            self._set_camera(fitting(rect, self._area(), most=2.2))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in or out about a place of the widget."""
        about = about or QPointF(self.width() / 2, self.height() / 2)
        least = min(0.15, fitting(self._picture.bounds, self._area()).zoom)
        zoom = max(least, min(5.0, self._camera.zoom * factor))
        scene = self._camera.to_scene(about)
        self._fits = False
        self._set_camera(Camera(zoom, about.x() - scene.x() * zoom, about.y() - scene.y() * zoom))

    # -- the picture -------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Make the picture anew from scenario and positions."""
        if self._dragging:
            return
        self._stale = True
        self._reframe()

    def _on_shown(self) -> None:
        if self._dragging:
            self.update()
        elif not self._arrangement.travelling:
            self.rebuild()

    def _catch_up(self) -> None:
        """Make what is asked for or painted now: one step can ask for it anew several times."""
        if not self._stale:
            return
        self._stale = False
        sitting = self._sitting()
        if sitting.looks_like(self._built_from):
            self._making.forget()
        elif sitting.small:
            self._making.forget()
            self._take_picture(sitting, sitting.picture())
            if self._room() != sitting.room:
                # The legend of what is drawn now takes more or less than the one before.
                sitting = self._sitting()
                self._take_picture(sitting, sitting.picture())
        else:
            self._making.request(sitting)

    def _sitting(self) -> Sitting:
        return Sitting(
            self._arrangement.drawn,
            self._document.shown,
            self._document.dataset,
            self._arrangement.positions,
            self._arrangement.gathered,
            self._room(),
        )

    def _on_made(self, sitting: Sitting, picture: NetworkPicture) -> None:
        if self._dragging:
            self._missed = True
            return
        self._take_picture(sitting, picture)
        self._reframe()
        if self._room() != sitting.room:
            self.rebuild()

    def _take_picture(self, sitting: Sitting, picture: NetworkPicture) -> None:
        self._built, self._built_from = picture, sitting
        self._arrangement.room = self._room()
        # Where only the date changes nodes stay where they are, in the window too.
        if self._fits and not (self._arrangement.anchored and self._shows_all()):
            self._fit()

    @property
    def _many(self) -> bool:
        """Whether the picture is so large that painting it takes longer than a frame."""
        return len(self._built.nodes) > AT_ONCE

    @property
    def _picture(self) -> NetworkPicture:
        self._catch_up()
        return self._built

    @property
    def thinned(self) -> NetworkPicture:
        """What is drawn of the picture where nothing is pointed at or selected."""
        if self._thin is None:
            seen = QRectF(
                self._camera.to_scene(QPointF()),
                self._camera.to_scene(QPointF(self.width(), self.height())),
            )
            self._thin = self._picture.thinned(self._arrangement.thinning.lines, seen)
        return self._thin

    @property
    def drawn(self) -> NetworkPicture:
        """What is drawn of the picture, with every line of what is pointed at or selected."""
        return self.thinned.with_links_of(self._picture, self._pointed_at())

    # -- the camera ----------------------------------------------------------------------------

    @property
    def _camera(self) -> Camera:
        self._catch_up()
        return self._seen_by

    def _take(self, camera: Camera) -> None:
        """Look at the scene in another way."""
        self._seen_by = camera

    def _set_camera(self, camera: Camera) -> None:
        self._take(camera)
        if self._many and self._still is not None:
            # Until the view rests the picture of it is moved and scaled.
            self._thin = None
            self._rest.start()
            self.update()
        else:
            self._reframe()

    def _fit(self) -> None:
        if self._picture.nodes:
            self._take(fitting(self._picture.bounds, self._area()))

    def _shows_all(self) -> bool:
        if self._camera.zoom > 1.02 * self._picture.zoom:
            return False  # texts would take more room than there is
        bounds = self._camera.rect_to_view(self._picture.bounds)
        return self._area().adjusted(-4, -4, 4, 4).contains(bounds)

    def _room(self) -> Room:
        """What the network is to fill."""
        area = self._area()
        # What there is no picture of yet will have a legend too.
        high = area.height() - (0.0 if self._built.nodes else _USUAL_LEGEND)
        return Room(max(_LEAST, area.width()), max(_LEAST, high))

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -4)

    def _area(self) -> QRectF:
        """The room for the network: all but the strip of the legend."""
        frame = self._frame()
        return frame.adjusted(0, 0, 0, -self._legend_height(frame.width()) - 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrangement.room = self._room()
        if self._fits:
            # Texts take another share of the room now, and so do regions around them.
            self._stale = not self._dragging
            self._fit()
        self._reframe()
        self._reshaping.start()
        self.notice.place()

    def _on_reshaped(self) -> None:
        if self._fits and not self._dragging and not self._arrangement.travelling:
            self._arrangement.fill()

    # -- painting ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(860, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)

    def _reframe(self) -> None:
        """Draw another picture, or another part of it."""
        self._thin = None
        self._refresh()

    def _refresh(self) -> None:
        self._rest.stop()
        self._still = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._still is None:
                self._still = Still(self._paint_still(), self._camera)
            if self._rest.isActive():
                self._still.paint_moved(painter, self._camera, self._area(), self._theme.canvas)
            else:
                self._still.paint(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            self._paint_over(painter)

    def _paint_still(self) -> QPixmap:
        """Everything that does not follow the pointer, painted once."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self._theme.canvas)
        with QPainter(still) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            without = self._in_hand
            emphasis = self._emphasis()
            verdicts = self._verdicts()
            regions = [r for r in self._picture.regions if r.id in verdicts]
            drawn = self.drawn
            picture = NetworkPicture(drawn.nodes, drawn.links, tuple(regions))
            headers = header_rects(regions, verdicts, self._camera).values()
            frame = self._frame()
            legend = QRectF(frame)
            legend.setTop(frame.bottom() - self._legend_height(frame.width()))
            self._labels = place_labels(
                picture,
                self._camera,
                (*headers, legend),
                emphasis.lit or frozenset(),
                self._arrangement.thinning.names,
                QRectF(self.rect()).adjusted(_RIM, _RIM, -_RIM, -_RIM),
            )
            paint_network(
                painter,
                picture,
                verdicts,
                self._camera,
                self._theme,
                self._labels,
                emphasis,
                without,
                headers=not without,
                on_canvas=True,
            )
            # Where the view is near the network goes on below the legend.
            foot = QRectF(self.rect())
            foot.setTop(legend.top())
            painter.fillRect(foot, self._theme.canvas)
            self._paint_legend(painter)
            self._paint_more(painter)
            if not picture.nodes:
                painter.setPen(self._theme.muted)
                painter.setFont(font_px(14))
                painter.drawText(
                    self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Arranging the network …")
                )
        return still

    def _paint_more(self, painter: QPainter) -> None:
        """Paint what else stays while something is in hand."""

    def _legend_height(self, width: float) -> float:
        return legend_of(self._picture).height(width)

    def _paint_legend(self, painter: QPainter) -> None:
        paint_legend(painter, legend_of(self._picture), self._frame(), self._theme)

    def _verdicts(self) -> dict[str, Verdict]:
        return self._document.shown.verdicts(self._document.chamber)

    # -- what is at a place --------------------------------------------------------------------

    def _node_at(self, place: QPointF) -> str | None:
        shape = self._picture.node_at(self._camera.to_scene(place), 4 / self._camera.zoom)
        if shape is not None:
            return shape.id
        for label in self._labels:
            if label.rect.contains(place):
                return label.shape.id
        return None

    def _link_at(self, place: QPointF, slack: float) -> LinkShape | None:
        """The nearest of the lines that are drawn, within so many pixels."""
        scene, slack = self._camera.to_scene(place), slack / self._camera.zoom
        found = self.thinned.link_at(scene, slack)
        if self.thinned is self._picture or not self._selection.nodes:
            return found
        own = NetworkPicture((), (), ()).with_links_of(self._picture, self._selection.nodes)
        also = own.link_at(scene, slack)
        both = [shape for shape in (found, also) if shape is not None]
        return min(both, key=lambda s: distance(scene, link_points(s)), default=None)

    def _header_at(self, place: QPointF) -> str | None:
        verdicts = self._verdicts()
        regions = [r for r in self._picture.regions if r.id in verdicts]
        places = header_rects(regions, verdicts, self._camera)
        return next((key for key, rect in places.items() if rect.contains(place)), None)

    def _region_at(self, place: QPointF) -> str | None:
        region = self._picture.region_at(self._camera.to_scene(place))
        return region.id if region else None
