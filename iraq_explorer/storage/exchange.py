"""What can be written for other programs, in which formats; the same data gives the same bytes."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage import exchange_network as network
from iraq_explorer.storage import exchange_tables as tables
from iraq_explorer.storage.csv_text import csv_bytes
from iraq_explorer.storage.dataset_file import scenario_file
from iraq_explorer.storage.exchange_tables import Table
from iraq_explorer.storage.scenario_json import scenario_to_json


class What(StrEnum):
    """What is written."""

    NETWORK = "network"
    """Actors and ties; with one scenario the blocs and ties of its day."""
    SCENARIOS = "scenarios"
    """Who is in which coalition."""
    TOTALS = "totals"
    """The seats of coalitions against the quota."""
    POWER = "power"
    """Every power index."""
    LEDGER = "ledger"
    """Every statement that the verdicts rest on, with its sources."""
    SCENARIO_FILE = "scenario-file"
    """One scenario with the whole dataset, to be opened anywhere."""


class DataFormat(StrEnum):
    """The format of a file, by its ending."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSON = "json"

    @classmethod
    def of(cls, path: Path) -> "DataFormat | None":
        """The format that a file's name says it has."""
        ending = path.suffix.lower().removeprefix(".")
        return cls(ending) if ending in tuple(cls) else None


_TABLES = (DataFormat.CSV, DataFormat.JSON)
FORMATS: Mapping[What, tuple[DataFormat, ...]] = {
    What.NETWORK: (DataFormat.GRAPHML, DataFormat.GEXF, *_TABLES),
    What.SCENARIOS: _TABLES,
    What.TOTALS: _TABLES,
    What.POWER: _TABLES,
    What.LEDGER: _TABLES,
    What.SCENARIO_FILE: (DataFormat.JSON,),
}
"""The formats of each, the usual one first."""


def exported(
    what: What,
    form: DataFormat,
    scenarios: Sequence[Scenario],
    dataset: Dataset,
    *,
    mark: bool = False,
) -> bytes:
    """The content of a file.

    Args:
        what: what is written.
        form: one of its formats.
        scenarios: those told of. The network takes none, for all of it, or one; a scenario file
            takes one.
        dataset: what they are about.
        mark: whether a CSV begins with a byte order mark, as Excel wants it.

    Raises:
        ValueError: the format is none of those of ``what``, or there are too many scenarios.

    """
    if form not in FORMATS[what]:
        raise ValueError(f"{what} is written as {', '.join(FORMATS[what])}, not as {form}")
    if what is What.SCENARIO_FILE:
        if len(scenarios) != 1:
            raise ValueError("a scenario file holds one scenario")
        return _json(scenario_file(scenarios[0], dataset))
    if what is What.NETWORK:
        if len(scenarios) > 1:
            raise ValueError("a network is that of one scenario, or of the whole dataset")
        return _network(form, scenarios[0] if scenarios else None, dataset, mark)
    if what is What.SCENARIOS and form is DataFormat.JSON:
        told = {"scenarios": [scenario_to_json(scenario) for scenario in scenarios]}
        return _json({**_heading(what, dataset), **told})
    return _table(what, form, _made(what, scenarios, dataset), dataset, mark)


def _made(what: What, scenarios: Sequence[Scenario], dataset: Dataset) -> Table:
    match what:
        case What.SCENARIOS:
            return tables.scenario_table(scenarios, dataset)
        case What.TOTALS:
            return tables.totals_table(scenarios, dataset)
        case What.POWER:
            return tables.power_table_of(scenarios, dataset)
        case _:
            return tables.ledger_table(scenarios, dataset)


def _network(form: DataFormat, scenario: Scenario | None, dataset: Dataset, mark: bool) -> bytes:
    graph = network.graph_of(dataset, scenario)
    match form:
        case DataFormat.GRAPHML:
            return network.graphml(graph)
        case DataFormat.GEXF:
            return network.gexf(graph)
        case DataFormat.JSON:
            return _json({**_heading(What.NETWORK, dataset), **network.node_link(graph)})
        case _:
            return _table(What.NETWORK, form, network.tie_table(graph), dataset, mark)


def _table(what: What, form: DataFormat, table: Table, dataset: Dataset, mark: bool) -> bytes:
    if form is DataFormat.CSV:
        return csv_bytes((table.columns, *table.rows), mark=mark)
    return _json({**_heading(what, dataset), "rows": table.records()})


def _heading(what: What, dataset: Dataset) -> dict[str, Any]:
    return {
        "form": f"iraq-explorer {what}",
        "version": 1,
        "dataset": {"id": dataset.id, "title": dataset.title, "version": dataset.version},
    }


def _json(form: Mapping[str, Any]) -> bytes:
    text = json.dumps(form, ensure_ascii=False, indent=1)
    return f"{text}\n".encode(errors="replace")
