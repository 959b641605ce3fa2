"""Scenarios, totals, power and the ledger as tables for other programs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.ledger import Statement, StatementKind, flips, ledger
from iraq_explorer.core.players import By, game_of, players_of
from iraq_explorer.core.power_index import INDICES, power_table
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.csv_text import Cell


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns, and rows as long as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """Each row as an object ready for JSON; fractions are text such as ``1/3``."""
        return [
            {name: _plain(cell) for name, cell in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]


def _plain(cell: Cell) -> Any:
    if cell is None or isinstance(cell, str | int | float):
        return cell
    return list(cell) if isinstance(cell, tuple) else str(cell)


_SCENARIO = ("scenario", "date", "chamber", "rule", "quota")


def _scenario(scenario: Scenario, dataset: Dataset) -> tuple[Cell, ...]:
    quota = scenario.quota(dataset.chamber_of(scenario))
    rule = scenario.rule if scenario.custom_quota is None else ""
    return scenario.name, scenario.date.text, scenario.chamber, rule, quota


def scenario_table(scenarios: Iterable[Scenario], dataset: Dataset) -> Table:
    """A row for each bloc of each scenario, with the coalition it is in."""
    columns = ("coalition", "bloc", "name", "name_ar", "name_ku", "list", "actor", "seats",
               "seats_low", "seats_high", "certainty", "official_seats")  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for scenario in scenarios:
            about, names = _scenario(scenario, dataset), scenario.coalition_by_id
            for bloc in dataset.chamber_of(scenario).blocs:
                held = scenario.coalition_of(bloc.id)
                yield (
                    *about,
                    names[held].name if held else "",
                    bloc.id,
                    bloc.name.en,
                    bloc.name.ar,
                    bloc.name.ku,
                    bloc.list_id,
                    bloc.actor,
                    bloc.seats,
                    bloc.seats_low,
                    bloc.seats_high,
                    str(bloc.certainty),
                    bloc.official_seats,
                )

    return Table((*_SCENARIO, *columns), tuple(rows()))


def totals_table(scenarios: Iterable[Scenario], dataset: Dataset) -> Table:
    """A row for each coalition of each scenario, and one for those in none."""
    columns = ("coalition", "seats", "seats_low", "seats_high", "short", "over", "reached",
               "verdict", "blocs")  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for scenario in scenarios:
            about, chamber = _scenario(scenario, dataset), dataset.chamber_of(scenario)
            for identity in (*scenario.coalition_by_id, None):
                held = scenario.coalition_by_id[identity].name if identity else ""
                verdict = scenario.verdict(identity, chamber)
                low, high = verdict.spread or (verdict.seats, verdict.seats)
                blocs = tuple(bloc.id for bloc in scenario.blocs_of(identity, chamber))
                yield (
                    *about,
                    held,
                    verdict.seats,
                    low,
                    high,
                    verdict.short,
                    verdict.over,
                    verdict.reached,
                    str(verdict) if identity else "",
                    blocs,
                )

    return Table((*_SCENARIO, *columns), tuple(rows()))


def power_table_of(scenarios: Iterable[Scenario], dataset: Dataset, by: By = By.BLOC) -> Table:
    """A row for each player of each scenario with every index; empty where none can be had."""
    columns = ("player", "name", "seats", "swings", *INDICES, "veto", "dummy")

    def rows() -> Iterator[tuple[Cell, ...]]:
        for scenario in scenarios:
            about, chamber = _scenario(scenario, dataset), dataset.chamber_of(scenario)
            try:
                game = game_of(scenario, chamber, by)
            except ValueError:  # the quota is more than all seats: nobody has power
                continue
            table = power_table(game)
            for place, player in enumerate(players_of(scenario, chamber, by)):
                shares = (table.shares[name] for name in INDICES)
                yield (
                    *about,
                    player.id,
                    player.name,
                    player.seats,
                    None if table.swings is None else table.swings[place],
                    *(None if share is None else share[place] for share in shares),
                    place in game.vetoes,
                    None if table.dummies is None else place in table.dummies,
                )

    return Table((*_SCENARIO, *columns), tuple(rows()))


def ledger_table(scenarios: Iterable[Scenario], dataset: Dataset) -> Table:
    """A row for each statement that the verdicts rest on, with those who make it.

    ``decisive`` names the sources without which a verdict would be another one.
    """
    columns = ("kind", "id", "statement", "seats", "certainty", "disputed", "coalitions", "from",
               "to", "sources", "source_titles", "decisive")  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for scenario in scenarios:
            about, names = _scenario(scenario, dataset), scenario.coalition_by_id
            ties = {tie.id: tie.statement for tie in dataset.ties_of(scenario)}
            turning = {(flip.source, flip.coalition) for flip in flips(scenario, dataset)}
            for line in ledger(scenario, dataset):
                period = line.period
                decisive = tuple(
                    source
                    for source in line.sources
                    if line.kind is StatementKind.SEATS
                    and any((source, coalition) in turning for coalition in line.coalitions)
                )
                yield (
                    *about,
                    str(line.kind),
                    line.id,
                    _told(line, scenario, dataset, ties),
                    line.seats,
                    str(line.certainty),
                    line.disputed,
                    tuple(names[coalition].name for coalition in line.coalitions),
                    str(period.start) if period and period.start else "",
                    str(period.end) if period and period.end else "",
                    line.sources,
                    titles(line.sources, dataset),
                    decisive,
                )

    return Table((*_SCENARIO, *columns), tuple(rows()))


def _told(line: Statement, scenario: Scenario, dataset: Dataset, ties: Mapping[str, str]) -> str:
    chamber = dataset.chamber_of(scenario)
    if line.id in chamber.bloc_by_id:
        return chamber.bloc_by_id[line.id].name.en
    if line.kind is StatementKind.RULE:
        return chamber.rule_by_id[line.id].name
    if line.kind is StatementKind.VOTE:
        return scenario.vote.question if scenario.vote else ""
    return ties.get(line.id, "")


def titles(sources: Iterable[str], dataset: Dataset) -> tuple[str, ...]:
    """The titles of sources by id; the id of one that is not known."""
    known = dataset.sources
    return tuple(known[source].title if source in known else source for source in sources)
