"""A scenario as a picture, without a window: title, network, chamber, totals, legend, sources.

The picture depends on the scenario and the dataset alone: always light, never on what is selected
or how large a window is.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QIODevice, QRectF, QSaveFile, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QPen,
    QTextDocument,
    QTextOption,
)

from iraq_explorer import __version__
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import compute_layout
from iraq_explorer.core.network import Detail, TieFilter
from iraq_explorer.core.scenario import Point, Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.hemicycle import paint_hemicycle
from iraq_explorer.ui.network_painter import (
    fitting,
    header_rects,
    legend_of,
    paint_legend,
    paint_network,
    place_labels,
)
from iraq_explorer.ui.network_picture import build_picture, layout_problem
from iraq_explorer.ui.palette import LIGHT, font_px
from iraq_explorer.ui.words import (
    day_text,
    headline_of,
    rule_text,
    source_text,
    tr,
    verdict_text,
    worth_text,
)

SIZES: Mapping[str, tuple[int, int]] = {
    "screen": (1280, 800),
    "1080p": (1920, 1080),
    "4k": (3840, 2160),
    "a4": (3508, 2480),
}
"""Sizes in pixels by name; A4 is landscape at 300 dots an inch."""

_application: QGuiApplication | None = None


def ensure_application() -> QGuiApplication:
    """The running Qt application, or one that draws without any display."""
    global _application
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _application = QGuiApplication(["iraq-explorer"])
    return _application


@dataclass(frozen=True)
class View:
    """How much of the network is drawn, and where its nodes are."""

    layout: str = "coalition"
    detail: Detail = Detail.BLOCS
    tie_filter: TieFilter = field(default_factory=TieFilter)
    positions: Mapping[str, Point] | None = None
    """Worked out from the scenario where ``None``."""


def draw_page(
    painter: QPainter, size: QSize, scenario: Scenario, dataset: Dataset, view: View | None = None
) -> None:
    """Paint the whole picture over a page of so many pixels."""
    view = view or View()
    theme = LIGHT
    width, height = size.width(), size.height()
    portrait = height > width
    scale = min(width / 1000, height / 1400) if portrait else min(width / 1600, height / 900)
    margin = 34 * scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, width, height), theme.canvas)
    top = _draw_title(painter, scenario, dataset, margin, width - 2 * margin, scale)
    bottom = _draw_sources(painter, scenario, dataset, margin, size, scale)
    if portrait:
        side = QRectF(margin, bottom - 430 * scale, width - 2 * margin, 420 * scale)
        area = QRectF(margin, top, width - 2 * margin, side.top() - top - 14 * scale)
        half = side.width() * 0.52
        chamber_area = QRectF(side.left(), side.top(), half, side.height())
        table_area = QRectF(
            side.left() + half + margin, side.top(), side.width() - half - margin, side.height()
        )
    else:
        side_width = width * 0.255
        side = QRectF(width - margin - side_width, top, side_width, bottom - top)
        area = QRectF(margin, top, side.left() - 2 * margin, bottom - top)
        tall = min(side_width * 0.66, side.height() * 0.42)
        chamber_area = QRectF(side.left(), side.top(), side_width, tall)
        table_area = QRectF(
            side.left(),
            side.top() + tall + 12 * scale,
            side_width,
            side.height() - tall - 12 * scale,
        )
    _draw_network(painter, area, scenario, dataset, view, scale)
    paint_hemicycle(painter, chamber_area, scenario, dataset.chamber_of(scenario), theme)
    _draw_table(painter, table_area, scenario, dataset, scale)


def _draw_title(
    painter: QPainter,
    scenario: Scenario,
    dataset: Dataset,
    margin: float,
    width: float,
    scale: float,
) -> float:
    theme = LIGHT
    chamber = dataset.chamber_of(scenario)
    size = 30 * scale
    painter.setFont(font_px(size, bold=True))
    # A long name gets a smaller type rather than an end that is cut off.
    while painter.fontMetrics().horizontalAdvance(scenario.name) > width and size > 12 * scale:
        size -= scale
        painter.setFont(font_px(size, bold=True))
    painter.setPen(theme.text)
    y = margin * 0.8
    painter.drawText(
        QRectF(margin, y, width, 40 * scale), Qt.AlignmentFlag.AlignVCenter, scenario.name
    )
    y += 42 * scale
    painter.setFont(font_px(15.5 * scale))
    painter.setPen(theme.muted)
    line = f"{day_text(scenario.date)} · {chamber.name.en} · {rule_text(scenario, dataset)}"
    painter.drawText(QRectF(margin, y, width, 24 * scale), Qt.AlignmentFlag.AlignVCenter, line)
    if scenario.vote is not None:
        y += 24 * scale
        painter.setPen(theme.text)
        painter.setFont(font_px(15.5 * scale, bold=True))
        told = tr("Vote as reported: {verdict}", verdict=headline_of(scenario, dataset))
        others = ", ".join(str(report.in_favour) for report in scenario.vote.reports)
        if others:
            told += " · " + tr("other reports: {figures}", figures=others)
        painter.drawText(QRectF(margin, y, width, 24 * scale), Qt.AlignmentFlag.AlignVCenter, told)
    return y + 32 * scale


def _draw_network(
    painter: QPainter, area: QRectF, scenario: Scenario, dataset: Dataset, view: View, scale: float
) -> None:
    network = dataset.network(scenario, view.detail, view.tie_filter)
    positions = view.positions
    if positions is None:
        positions = compute_layout(view.layout, layout_problem(network, scenario, dataset, {}))
    picture = build_picture(
        network, scenario, dataset, positions, gathered=view.layout == "coalition"
    )
    chamber = dataset.chamber_of(scenario)
    verdicts = scenario.verdicts(chamber)
    painter.save()
    # Drawn as on a screen of moderate size and enlarged: text keeps its proportion to the nodes.
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    room = QRectF(0, 0, area.width() / scale, area.height() / scale)
    painter.setPen(QPen(LIGHT.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 8, 8)
    legend = legend_of(picture)
    frame = room.adjusted(14, 12, -14, -6)
    strip = legend.height(frame.width())
    camera = fitting(picture.bounds, frame.adjusted(0, 0, 0, -strip - 4), most=1.5)
    taken = header_rects(picture.regions, verdicts, camera).values()
    labels = place_labels(picture, camera, taken)
    paint_legend(painter, legend, frame, LIGHT)
    paint_network(painter, picture, verdicts, camera, LIGHT, labels)
    painter.restore()


def _draw_table(
    painter: QPainter, area: QRectF, scenario: Scenario, dataset: Dataset, scale: float
) -> None:
    theme = LIGHT
    chamber = dataset.chamber_of(scenario)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    leading = scenario.leading(chamber)
    rows = len(scenario.coalitions) * 2 + 1 + len(chamber.rules) + 3.2
    step = min(24 * scale, area.height() / rows)
    size = step * 0.62
    y = area.top()

    def heading(text: str) -> None:
        nonlocal y
        painter.setPen(theme.muted)
        painter.setFont(font_px(size * 0.86, bold=True))
        painter.drawText(QRectF(area.left(), y, area.width(), step), left, text)
        y += step

    heading(tr("COALITIONS"))
    for coalition in scenario.coalitions:
        verdict = scenario.verdict(coalition.id, chamber)
        colour = theme.coalition(coalition.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(QRectF(area.left(), y + step * 0.1, 4 * scale, step * 1.75))
        row = QRectF(area.left() + 12 * scale, y, area.width() - 12 * scale, step)
        painter.setPen(colour)
        painter.setFont(font_px(size * 1.15, bold=True))
        seats = str(verdict.seats)
        painter.drawText(row, right, seats)
        taken = painter.fontMetrics().horizontalAdvance(seats) + 8 * scale
        painter.setPen(theme.text)
        painter.setFont(font_px(size, bold=True))
        name = painter.fontMetrics().elidedText(
            coalition.name, Qt.TextElideMode.ElideRight, int(row.width() - taken)
        )
        painter.drawText(row, left, name)
        painter.setPen(theme.good if verdict.reached else theme.bad)
        painter.setFont(font_px(size * 0.92))
        told = worth_text(verdict)
        painter.drawText(row.translated(0, step * 0.88), left, told)
        y += step * 2
    unaligned = scenario.seats_of(None, chamber)
    if unaligned:
        row = QRectF(area.left() + 12 * scale, y, area.width() - 12 * scale, step)
        painter.setPen(theme.muted)
        painter.setFont(font_px(size))
        painter.drawText(row, left, tr("Not in a coalition"))
        painter.drawText(row, right, str(unaligned))
    y += step * 1.3
    if leading is None:
        return
    seats_led = scenario.seats_of(leading.id, chamber)
    heading(tr("RULES, FOR {name}", name=leading.name.upper()))
    for rule in chamber.rules:
        verdict = Verdict(seats_led, rule.quota(chamber.seats, scenario.present))
        row = QRectF(area.left(), y, area.width(), step)
        painter.setPen(theme.good if verdict.reached else theme.bad)
        painter.setFont(font_px(size * 0.92, bold=True))
        told = verdict_text(verdict)
        painter.drawText(row, right, told)
        taken = painter.fontMetrics().horizontalAdvance(told) + 10 * scale
        painter.setPen(theme.text)
        painter.setFont(font_px(size * 0.92, bold=scenario.rule == rule.id))
        name = painter.fontMetrics().elidedText(
            rule.name, Qt.TextElideMode.ElideRight, int(row.width() - taken)
        )
        painter.drawText(row, left, name)
        y += step


def _draw_sources(
    painter: QPainter,
    scenario: Scenario,
    dataset: Dataset,
    margin: float,
    size: QSize,
    scale: float,
) -> float:
    """The line of sources at the foot; returns where the page above it ends."""
    theme = LIGHT
    sources = [source_text(dataset.sources[s]) for s in scenario.sources if s in dataset.sources]
    text = tr("Sources: {sources}", sources="; ".join(sources)) if sources else ""
    made = tr("Iraq Explorer {version}, data {data}", version=__version__, data=dataset.version)
    document = QTextDocument()
    document.setDefaultFont(font_px(12 * scale))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(0)
    document.setTextWidth(size.width() - 2 * margin)
    full = f"{text} · {made}" if text else made
    document.setPlainText(full)
    # Three lines at the most: what does not fit is counted, not cut in the middle of a word.
    while document.size().height() > 3.4 * 17 * scale and sources:
        sources.pop()
        kept = "; ".join(sources)
        more = len([s for s in scenario.sources if s in dataset.sources]) - len(sources)
        document.setPlainText(
            tr("Sources: {sources}; and {count} more", sources=kept, count=more) + f" · {made}"
        )
    height = document.size().height()
    top = size.height() - margin * 0.6 - height
    painter.save()
    painter.translate(margin, top)
    context = document.documentLayout()
    paint = QAbstractTextDocumentLayout.PaintContext()
    palette = paint.palette
    palette.setColor(palette.ColorRole.Text, theme.muted)
    paint.palette = palette
    context.draw(painter, paint)
    painter.restore()
    return top - 12 * scale


def draw_image(
    scenario: Scenario, dataset: Dataset, size: tuple[int, int], view: View | None = None
) -> QImage:
    """The picture as an image of so many pixels."""
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"a picture of {size[0]} by {size[1]} pixels does not fit into memory")
    painter = QPainter(image)
    draw_page(painter, image.size(), scenario, dataset, view)
    painter.end()
    return image


def save_png(image: QImage, path: Path) -> None:
    """Write an image as PNG: the file appears whole or not at all.

    Raises:
        OSError: it cannot be written; the message names the file.

    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path}: cannot be written: {file.errorString()}")
    writer = QImageWriter(file, b"png")
    # Packs in a third of the time of the default and makes a file that is hardly larger.
    writer.setQuality(80)
    if not writer.write(image):
        told = writer.errorString()
        file.cancelWriting()
        raise OSError(f"{path}: cannot be written: {told}")
    if not file.commit():
        raise OSError(f"{path}: cannot be written: {file.errorString()}")


def write_png(
    scenario: Scenario,
    dataset: Dataset,
    path: Path,
    size: tuple[int, int],
    view: View | None = None,
) -> None:
    """Draw a scenario and write it as PNG.

    Raises:
        OSError: the file cannot be written, or the picture is too large for memory.

    """
    save_png(draw_image(scenario, dataset, size, view), path)
