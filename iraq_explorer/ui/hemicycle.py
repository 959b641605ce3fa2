"""The chamber, one dot a seat, with every line that counts; and the widget that shows it."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from iraq_explorer.core.chamber import Basis, Chamber
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.seating import Hemicycle, Seat, SeatedBloc, hemicycle, seating
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.network_picture import text_width
from iraq_explorer.ui.palette import LIGHT, Theme, font_px
from iraq_explorer.ui.plain_tip import plain_tip
from iraq_explorer.ui.words import brief_spread_text, spread_text, tr, verdict_text

_RIM = 1.17
"""How far beyond the dots the lines and totals reach, as a share of the radius."""
_DOT = 0.84
"""The width of a dot as a share of its place."""
_LEAST_RIM = 0.3
"""Of a handful of seats, which leave no room within, as a share of the radius."""
_FEW_ROWS = 4
_FOOT, _HEAD = 0.46, 1.025
"""Where lines begin and end, as shares of the radius."""


def lines_of(scenario: Scenario, chamber: Chamber) -> tuple[int, ...]:
    """The quotas drawn as lines: the one that counts first, then other shares of all members."""
    quota = scenario.quota(chamber)
    others = sorted(
        {
            rule.quota(chamber.seats)
            for rule in chamber.rules
            if rule.basis is Basis.MEMBERS and rule.quota(chamber.seats) <= chamber.seats
        }
        - {quota}
    )
    return (quota, *others)


def frame_of(area: QRectF) -> tuple[QPointF, float]:
    """The middle of the arc's foot and its outer radius, as large as fits into an area."""
    caption = area.height() * 0.12
    radius = min(area.width() / 2 / _RIM, (area.height() - caption * 0.4) / (_RIM + 0.02))
    return QPointF(area.center().x(), area.top() + radius * _RIM), radius


def paint_hemicycle(
    painter: QPainter,
    area: QRectF,
    scenario: Scenario,
    chamber: Chamber,
    theme: Theme,
    told: str = "",
) -> None:
    """The hemicycle as large as fits, a total and its verdict in its middle.

    It is the total of the coalition with the id ``told``, else of the leading one.
    """
    places = hemicycle(chamber.seats)
    centre, radius = frame_of(area)
    if radius <= 10:
        return
    runs = seating(scenario, chamber)
    _paint_seats(painter, places, runs, scenario, chamber, centre, radius, theme)
    named = scenario.coalition_by_id.get(told)
    begins = named or scenario.leading(chamber)
    for number, quota in enumerate(lines_of(scenario, chamber)):
        if quota > chamber.seats:
            continue
        count = _line_after(quota, begins.id if begins else None, runs, chamber.seats)
        _paint_line(painter, way_between(chamber.seats, count), quota, centre, radius, theme,
                    number == 0)  # fmt: skip
    _paint_totals(painter, places, runs, scenario, centre, radius, theme)
    quota = scenario.quota(chamber)
    leaders = (named,) if named else scenario.leaders(chamber)
    verdict = scenario.verdict(leaders[0].id, chamber) if leaders else Verdict(0, quota)
    colour = theme.coalition(leaders[0].colour) if len(leaders) == 1 else theme.text
    middle = QRectF(centre.x() - radius * 0.5, centre.y() - radius * 0.40, radius, radius * 0.27)
    painter.setPen(colour)
    painter.setFont(font_px(radius * 0.25, bold=True))
    painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, str(verdict.seats))
    painter.setPen(theme.good if verdict.reached else theme.bad)
    below = QRectF(middle.left(), middle.bottom() - radius * 0.01, radius, radius * 0.12)
    text = verdict_text(verdict)
    if len(leaders) > 1:
        text = tr("each of {count} coalitions", count=len(leaders))
    size = max(9.0, radius * 0.078)
    # The sentence stays within the inner rim.
    rim = min(_far(seat) for seat in places.seats) - places.seat_radius
    room = 2 * radius * max(rim, _LEAST_RIM)
    size *= min(1.0, room * 0.92 / max(1.0, text_width(text, size, bold=True)))
    painter.setFont(font_px(size, bold=True))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
    beside = "" if len(leaders) > 1 else brief_spread_text(verdict)
    if scenario.vote is not None:
        # Seats on paper are not the heads that were counted: say both.
        beside = tr("on paper; {yes} voted for", yes=scenario.vote.in_favour)
    if beside:
        painter.setPen(theme.muted)
        painter.setFont(font_px(max(8.5, radius * 0.062)))
        row = below.translated(0, radius * 0.1)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, beside)


def _paint_seats(
    painter: QPainter,
    places: Hemicycle,
    runs: tuple[SeatedBloc, ...],
    scenario: Scenario,
    chamber: Chamber,
    centre: QPointF,
    radius: float,
    theme: Theme,
) -> None:
    dot = places.seat_radius * 2 * radius * _DOT
    points = _points(len(places.seats), centre.x(), centre.y(), radius)
    groups: dict[str | None, list[QPointF]] = {}
    assumed: dict[str | None, list[QPointF]] = {}
    vacant: list[QPointF] = []
    for run in runs:
        own = points[run.first : run.first + run.count]
        (groups.setdefault(run.coalition, []) if run.bloc else vacant).extend(own)
        if run.bloc and chamber.bloc_by_id[run.bloc].hypothetical:
            assumed.setdefault(run.coalition, []).extend(own)

    def draw(dots: list[QPointF], colour: QColor, share: float) -> None:
        pen = QPen(colour, dot * share)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF(dots))

    for coalition, dots in groups.items():
        held = scenario.coalition_by_id.get(coalition or "")
        colour = theme.coalition(held.colour if held else None)
        draw(dots, colour, 1.0)
        if held is None:
            # Seats in no coalition are rings: told apart without colour.
            draw(dots, theme.panel, 0.58)
        if coalition in assumed:
            # Assumed seats have a ring inside the dot, or a dot inside the ring.
            if held is not None:
                draw(assumed[coalition], theme.panel, 0.66)
            draw(assumed[coalition], colour, 0.34 if held is not None else 0.24)
    if vacant:
        # Vacant seats are hollow, with a thin rim.
        draw(vacant, theme.muted, 1.0)
        draw(vacant, theme.panel, 0.82)


@lru_cache(maxsize=16)
def _points(seats: int, x: float, y: float, radius: float) -> tuple[QPointF, ...]:
    """The middle of every place, kept for the next step of a drag; nobody changes one."""
    left, top = x - radius, y - radius
    places = hemicycle(seats).seats
    return tuple(QPointF(left + seat.x * radius, top + seat.y * radius) for seat in places)


def _line_after(quota: int, leading: str | None, runs: tuple[SeatedBloc, ...], seats: int) -> int:
    """After how many places from the left the line stands: a quota from where the leader begins.

    The leader is at an end of the chamber or, as a third coalition, within it; its dots reach the
    line exactly when its seats reach the quota.
    """
    own = [run for run in runs if run.coalition == leading and leading is not None]
    if not own:
        return quota
    first, last = own[0].first, own[-1].first + own[-1].count
    if last == seats and first > 0:
        return max(0, seats - quota)
    return first + quota if first + quota <= seats else max(0, last - quota)


def _on_rim(angle: float, centre: QPointF, radius: float) -> QPointF:
    return QPointF(centre.x() - math.cos(angle) * radius, centre.y() - math.sin(angle) * radius)


def _far(seat: Seat) -> float:
    """How far a place is from the middle, as a share of the radius."""
    return math.hypot(seat.x - 1, 1 - seat.y)


@lru_cache(maxsize=64)
def way_between(seats: int, count: int) -> tuple[tuple[float, float], ...]:
    """The way from the inner to the outer rim between the first ``count`` places and the rest.

    It is straight in a chamber of many rows. In a small one that would run through whole dots, and
    it goes around them.

    Args:
        seats: the places of the chamber.
        count: how many of them lie before the line.

    Returns:
        Angles, as those of places, and distances from the middle as shares of the radius.

    """
    places = hemicycle(seats)
    straight = places.boundary(count)
    rows: dict[float, tuple[list[float], list[float]]] = {}
    for number, seat in enumerate(places.seats):
        far = _far(seat)
        near = next((held for held in rows if abs(held - far) < places.seat_radius / 2), far)
        rows.setdefault(near, ([], []))[number >= count].append(seat.angle)
    if len(rows) > _FEW_ROWS:
        return ((straight, _FOOT), (straight, _HEAD))
    way: list[tuple[float, float]] = []
    for far, (before, after) in sorted(rows.items()):
        room = math.asin(min(1.0, places.seat_radius * _DOT * 1.12 / far))
        low = max(before) + room if before else -math.inf
        high = min(after) - room if after else math.inf
        angle = min(max(straight, low), high) if low <= high else (low + high) / 2
        if way:  # along the gap between two rows
            last, gap = way[-1][0], far - places.seat_radius
            way += [(last + (angle - last) * step / 8, gap) for step in range(8)]
        way.append((angle, far - places.seat_radius))
        way.append((angle, far + places.seat_radius))
    return ((way[0][0], _FOOT), *way[1:-1], (way[-1][0], _HEAD))


def _paint_line(
    painter: QPainter,
    way: tuple[tuple[float, float], ...],
    quota: int,
    centre: QPointF,
    radius: float,
    theme: Theme,
    counts: bool,
) -> None:
    pen = QPen(theme.text if counts else theme.muted, 1.8 if counts else 1.0)
    pen.setStyle(Qt.PenStyle.SolidLine if counts else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([_on_rim(angle, centre, radius * far) for angle, far in way]))
    size = max(8.5, radius * (0.075 if counts else 0.062))
    painter.setFont(font_px(size, bold=counts))
    place = _on_rim(way[-1][0], centre, radius * 1.085)
    width = text_width(str(quota), size, bold=counts) + 6
    painter.drawText(
        QRectF(place.x() - width / 2, place.y() - size * 0.75, width, size * 1.5),
        Qt.AlignmentFlag.AlignCenter,
        str(quota),
    )


def _paint_totals(
    painter: QPainter,
    places: Hemicycle,
    runs: tuple[SeatedBloc, ...],
    scenario: Scenario,
    centre: QPointF,
    radius: float,
    theme: Theme,
) -> None:
    """A small total below each side, so that colour is not the only thing that tells."""
    size = max(9.0, radius * 0.075)
    for number, coalition in enumerate(scenario.coalitions[:2]):
        seats = sum(run.count for run in runs if run.coalition == coalition.id)
        painter.setFont(font_px(size, bold=True))
        painter.setPen(theme.coalition(coalition.colour))
        rect = QRectF(centre.x() - radius, centre.y() + 3, radius * 0.5, size * 1.4)
        align = Qt.AlignmentFlag.AlignLeft
        if number == 1:
            rect.moveRight(centre.x() + radius)
            align = Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, align, str(seats))


def _coalition_text(name: str, verdict: Verdict) -> str:
    text = f"{name}: {verdict.seats} ({verdict_text(verdict)})"
    return f"{text}; {spread_text(verdict)}" if verdict.spread else text


class HemicycleView(QWidget):
    """Shows the hemicycle of what is shown."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hemicycle")
        self._document = document
        self._theme = LIGHT
        self._told = ""
        document.standing_changed.connect(self._on_shown)
        self._on_shown()

    def tell(self, coalition: str) -> None:
        """Put the total of this coalition in the middle, by its id; empty for the leading one."""
        self._told = coalition
        self.update()

    def _on_shown(self) -> None:
        shown, chamber = self._document.shown, self._document.chamber
        told = "\n".join(
            _coalition_text(shown.coalition_by_id[c].name, verdict)
            for c, verdict in shown.verdicts(chamber).items()
        )
        told += f"\n{tr('In no coalition')}: {shown.seats_of(None, chamber)}"
        if chamber.vacant:
            told += f"\n{tr('Vacant')}: {chamber.vacant}"
        self.setToolTip(plain_tip(told))
        self.setAccessibleName(tr("Chamber") + ": " + told.replace("\n", "; "))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Higher than the arc needs would only part it from the rules below.
        self.setMaximumHeight(max(150, round(self.width() * 0.6)))

    def sizeHint(self) -> QSize:
        return QSize(320, 205)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            area = QRectF(self.rect()).adjusted(10, 4, -10, -4)
            shown, chamber = self._document.shown, self._document.chamber
            paint_hemicycle(painter, area, shown, chamber, self._theme, self._told)
