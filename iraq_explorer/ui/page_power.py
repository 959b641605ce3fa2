"""The block of a page that sets each list's power beside its seats, as bars."""

from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.generating_function import TooMuchWorkError
from iraq_explorer.core.players import By, Player, game_of, players_of
from iraq_explorer.core.power_index import banzhaf
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.ui.network_picture import text_width
from iraq_explorer.ui.page_blocks import RIGHT, ROW, Block, heading, say, two_lines
from iraq_explorer.ui.palette import Theme
from iraq_explorer.ui.words import tr

_BARS = 30.0
_MOST_ROWS = 12


def power_of_lists(scenario: Scenario, chamber: Chamber) -> list[tuple[Player, Fraction, Fraction]]:
    """Each list with its share of the seats and of the Banzhaf power, the largest first.

    Raises:
        ValueError: nobody can win, for the quota is more than all seats.
        TooMuchWorkError: there are too many lists.

    """
    players = [player for player in players_of(scenario, chamber, By.LIST) if player.seats]
    shares = dict(
        zip(
            [player.id for player in players_of(scenario, chamber, By.LIST)],
            banzhaf(game_of(scenario, chamber, By.LIST)),
            strict=True,
        )
    )
    whole = sum(player.seats for player in players)
    rows = [(player, Fraction(player.seats, whole), shares[player.id]) for player in players]
    return sorted(rows, key=lambda row: -row[1])


def power_block(scenario: Scenario, dataset: Dataset, theme: Theme) -> Block:
    """Bars of each list's share of the power beside its share of the seats, under the rule."""
    chamber = dataset.chamber_of(scenario)
    problem = ""
    rows: list[tuple[str, Fraction, Fraction]] = []
    try:
        told = power_of_lists(scenario, chamber)
    except ValueError:
        problem = tr("Nobody can win: the quota is more than all seats.")
    except TooMuchWorkError:
        problem = tr("There are too many lists to reckon power.")
    else:
        names = {entry.id: entry.name.label for entry in chamber.lists}
        rows = [(names[player.id], seats, power) for player, seats, power in told[:_MOST_ROWS]]
        rest = told[_MOST_ROWS:]
        if rest:
            seats = sum((row[1] for row in rest), Fraction())
            power = sum((row[2] for row in rest), Fraction())
            rows.append((tr("{count} more lists", count=len(rest)), seats, power))

    def height(width: float) -> float:
        body = _BARS * len(rows) if rows else ROW
        return 2 * ROW + 4 + body

    def paint(painter: QPainter, area: QRectF) -> None:
        y = heading(painter, area, tr("POWER AND SEATS, BY LIST"), theme)
        if problem:
            rect = QRectF(area.left(), y, area.width(), ROW)
            say(painter, rect, problem, 13, theme.text)
            return
        _key(painter, QRectF(area.left(), y, area.width(), ROW - 4), scenario, dataset, theme)
        y += ROW
        most = max(max(seats, power) for _, seats, power in rows)
        for name, seats, power in rows:
            row = QRectF(area.left(), y, area.width(), _BARS - 6)
            _paint_bars(painter, row, name, (power, seats), most, theme)
            y += _BARS

    return Block(height, paint)


def _key(
    painter: QPainter, row: QRectF, scenario: Scenario, dataset: Dataset, theme: Theme
) -> None:
    quota = scenario.quota(dataset.chamber_of(scenario))
    words = (tr("Banzhaf power, quota {quota}", quota=quota), tr("seats"))
    x = row.left()
    for number, word in enumerate(words):
        box = QRectF(x, row.center().y() - 4.5, 16, 9)
        _paint_bar(painter, box, theme, solid=number == 0)
        say(painter, QRectF(x + 22, row.top(), row.width(), row.height()), word, 12, theme.muted)
        x += 22 + text_width(word, 12) + 18


def _paint_bars(
    painter: QPainter,
    row: QRectF,
    name: str,
    shares: tuple[Fraction, Fraction],
    most: Fraction,
    theme: Theme,
) -> None:
    label = row.width() * 0.37
    pixels = next((px for px in (13, 12) if text_width(name, px) <= label - 8), 11)
    named = two_lines(name, pixels, label - 8)
    for number, words in enumerate(named):
        down = (number - (len(named) - 1) / 2) * 12.5
        say(painter, row.translated(0, down), words, pixels, theme.text)
    room = row.width() - label - 52
    for number, share in enumerate(shares):
        line = QRectF(row.left() + label, row.top() + number * 12, row.width() - label, 12)
        bar = QRectF(line.left(), line.top() + 1.5, max(1.5, room * float(share / most)), 9)
        _paint_bar(painter, bar, theme, solid=number == 0)
        colour = theme.text if number == 0 else theme.muted
        say(painter, line, percent(share), 11, colour, RIGHT, bold=number == 0)


def _paint_bar(painter: QPainter, rect: QRectF, theme: Theme, *, solid: bool) -> None:
    """Power is filled and seats are an outline: told apart without colour."""
    painter.setPen(QPen(theme.accent if solid else theme.muted, 1.0))
    painter.setBrush(theme.accent if solid else Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def percent(share: Fraction) -> str:
    """A share in per cent with one decimal, rounded exactly."""
    tenths = round(share * 1000)
    return tr("{number}.{tenth} %", number=tenths // 10, tenth=tenths % 10)
