"""The seats that lie beside a scenario in the library, so that other programs can add them up."""

import json
import sqlite3
from collections.abc import Callable

from iraq_explorer.core.chamber import Chamber
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.library_entry import Entry, read_entry

ChamberOf = Callable[[Scenario], Chamber]
"""The chamber of a scenario with the seats that it assumes; ``KeyError`` where it is unknown."""


def seats_to_json(scenario: Scenario, chamber: Chamber) -> str:
    """All members, the quota of the rule at hand, and each bloc with its seats, as JSON text.

    Raises:
        KeyError: the chamber has no such rule.

    """
    return json.dumps(
        {
            "members": chamber.seats,
            "quota": scenario.quota(chamber),
            "blocs": [
                {"id": bloc.id, "name": bloc.name.en, "seats": bloc.seats} for bloc in chamber.blocs
            ],
        },
        ensure_ascii=False,
    )


def seats_if_known(scenario: Scenario, chamber_of: ChamberOf | None) -> str | None:
    """The same; ``None`` where no dataset is at hand, or it does not know chamber or rule."""
    if chamber_of is None:
        return None
    try:
        return seats_to_json(scenario, chamber_of(scenario))
    except (KeyError, ValueError):
        return None


def add_missing_seats(connection: sqlite3.Connection, chamber_of: ChamberOf | None) -> None:
    """Reckon seats for entries that have none: of an older format, or of a chamber new here."""
    lacking = "SELECT id, CAST(content AS BLOB) FROM scenarios WHERE seats IS NULL"
    for id, content in connection.execute(lacking).fetchall():
        read = read_entry(id, "", 0, content)
        seats = seats_if_known(read.scenario, chamber_of) if isinstance(read, Entry) else None
        if seats is not None:
            connection.execute("UPDATE scenarios SET seats = ? WHERE id = ?", (seats, id))
