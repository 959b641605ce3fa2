"""The network on a page of a picture: arranged for the page, never as a window has it.

What counts is the scenario with the places set by hand, the dataset, and how much of the network is
shown. So two windows of different shape, or after different steps, give the same picture.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import Body, Bond, LayoutProblem, compute_layout
from iraq_explorer.core.network import Detail, TieFilter
from iraq_explorer.core.pinning import around_pinned
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.core.thinning import USUAL_THINNING, Thinning
from iraq_explorer.ui.network_painter import (
    Emphasis,
    PlacedLabel,
    fitting,
    header_rects,
    is_far,
    legend_of,
    paint_headers,
    paint_labels,
    paint_legend,
    paint_links,
    paint_network,
    paint_nodes,
    paint_regions,
    place_labels,
)
from iraq_explorer.ui.network_picture import build_picture, layout_problem
from iraq_explorer.ui.palette import PRINT, Theme
from iraq_explorer.ui.print_look import paint_hatching


@dataclass(frozen=True)
class View:
    """How much of the network is drawn, and by which layout."""

    layout: str = "coalition"
    detail: Detail = Detail.BLOCS
    tie_filter: TieFilter = field(default_factory=TieFilter)
    lit: frozenset[str] = frozenset()
    """Nodes that keep their colours; all where there are none."""
    thinning: Thinning = USUAL_THINNING
    """How many lines and names of a large network are drawn."""


Going = Callable[[], None]
"""Called again and again while a page is drawn; ends that by raising an exception."""


def go_on() -> None:
    """Let the drawing go on."""


def paint_page_network(
    painter: QPainter,
    room: QRectF,
    scenario: Scenario,
    dataset: Dataset,
    view: View,
    theme: Theme,
    *,
    legend: bool,
    clear: bool = False,
    going: Going = go_on,
) -> None:
    """Paint the network into a frame of the page, as large as it fits.

    Args:
        painter: of the page, in its units.
        room: the frame.
        scenario: gives the coalitions, and the nodes that were placed by hand.
        dataset: gives actors and ties.
        view: how much is drawn.
        theme: the colours; in those for print coalitions are hatched too.
        legend: whether the kinds of lines are told at the foot.
        clear: whether nobody knows on what ground it will lie: then lines end before words, which
            otherwise cover them.
        going: whether to go on, which a large network takes long for.

    """
    network = dataset.network(scenario, view.detail, view.tie_filter)
    frame = room.adjusted(22, 12, -22, -6)
    # In steps, so that sizes which differ by rounding alone, as A4 and A3, are arranged alike.
    wide, high = frame.width(), frame.height() - (_USUAL_STRIP if legend else 0.0)
    fitted = Room(_STEP * round(wide / _STEP), _STEP * round(high / _STEP), closest=_CLOSEST)
    problem = layout_problem(network, scenario, dataset, {}, room=fitted)
    positions = arranged(view.layout, problem, going)
    picture = build_picture(
        network, scenario, dataset, positions, gathered=view.layout == "coalition", room=fitted
    )
    going()
    drawn = picture.thinned(view.thinning.lines).with_links_of(picture, view.lit)
    verdicts = scenario.verdicts(dataset.chamber_of(scenario))
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 8, 8)
    strip = 0.0
    if legend:
        lines = legend_of(picture, drawn)
        strip = lines.height(frame.width()) + 4
        paint_legend(painter, lines, frame, theme)
    camera = fitting(picture.bounds, frame.adjusted(0, 0, 0, -strip), most=_CLOSEST)
    taken = header_rects(picture.regions, verdicts, camera).values()
    labels = place_labels(drawn, camera, taken, view.lit, view.thinning.names, room)
    going()
    emphasis = Emphasis(lit=view.lit or None)
    if theme is not PRINT and not clear:
        paint_network(painter, drawn, verdicts, camera, theme, labels, emphasis)
        return
    worded = theme
    paint_regions(painter, picture.regions, camera, theme, emphasis)
    painter.save()
    if clear:
        worded = replace(theme, canvas=QColor(Qt.GlobalColor.transparent))
        painter.setClipPath(_around(room, [*taken, *(label.rect for label in labels)]))
        labels = tuple(_on_nothing(label) for label in labels)
    if theme is PRINT:
        paint_hatching(painter, picture.regions, camera)
    paint_links(painter, drawn.links, camera, theme, emphasis)
    painter.restore()
    far = is_far(drawn, camera)
    paint_headers(painter, picture.regions, verdicts, camera, worded, emphasis)
    paint_nodes(painter, drawn.nodes, camera, theme, emphasis, far)
    paint_labels(painter, labels, camera, worded, emphasis)


def _around(room: QRectF, words: Iterable[QRectF]) -> QPainterPath:
    """The room without the places of words."""
    covered = QPainterPath()
    for rect in words:
        one = QPainterPath()
        one.addRoundedRect(rect.adjusted(-2, 0, 2, 0), 4, 4)
        covered = covered.united(one)
    path = QPainterPath()
    path.addRect(room)
    # Wound the other way round: holes also where a clip is filled by winding, as in SVG.
    path.addPath(covered.toReversed())
    return path


def _on_nothing(label: PlacedLabel) -> PlacedLabel:
    """The label without the ground of its coalition."""
    return replace(label, shape=replace(label.shape, coalition=None))


_STEP = 20.0
_USUAL_STRIP = 27.0
_CLOSEST = 2.4


@dataclass(frozen=True)
class _Wanted:
    """What an arrangement depends on; and, beside that, whether to go on working it out."""

    layout: str
    bodies: tuple[Body, ...]
    bonds: tuple[Bond, ...]
    coalitions: tuple[str, ...]
    pinned: tuple[tuple[str, Point], ...]
    headers: tuple[tuple[str, Point], ...]
    room: Room
    going: Going = field(compare=False)


def arranged(layout: str, problem: LayoutProblem, going: Going = go_on) -> Mapping[str, Point]:
    """The places of everybody on a page, which keep to those set by hand."""
    return arranged_for(
        _Wanted(
            layout,
            problem.bodies,
            problem.bonds,
            problem.coalitions,
            tuple(sorted(problem.fixed.items())),
            tuple(sorted(problem.headers.items())),
            problem.fitted,
            going,
        )
    )


@lru_cache(maxsize=8)
def arranged_for(wanted: _Wanted) -> Mapping[str, Point]:
    """The places, kept for the next look at the same page; nobody changes them."""
    room = wanted.room
    problem = LayoutProblem(
        wanted.bodies,
        wanted.bonds,
        wanted.coalitions,
        aspect=room.width / room.height,
        room=room,
        headers=dict(wanted.headers),
    )

    def told(*_: object) -> None:
        wanted.going()

    places = compute_layout(wanted.layout, problem, told)
    pinned = replace(problem, fixed=dict(wanted.pinned))
    return around_pinned(pinned, places, gathered=wanted.layout == "coalition")
