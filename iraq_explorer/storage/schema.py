"""The library's file format on one page: what marks the file as ours, its tables, its versions.

A library is a plain SQLite file that ``sqlite3``, sqlite-utils and Datasette read. Each scenario is
one row of ``scenarios``, and ``content`` holds the whole of it as JSON (``scenario_json.py`` says
how). Every other column of what a scenario says is generated from ``content`` by SQLite, so that
the two cannot disagree, and the views take the JSON apart:

    scenarios    id, position, saved_at, content; name, date, chamber, rule, note, tags, origin
    coalitions   scenario_id, scenario, position, coalition_id, coalition, colour
    memberships  scenario_id, scenario, bloc, coalition_id, coalition

``saved_at`` is UTC, and empty for a built-in scenario as shipped. Seats are not in the file: they
belong to the dataset, and ``iraq-explorer list --json`` tells the totals.
"""

import sqlite3

APPLICATION_ID = 0x49724578
"""Marks the file as ours, in the SQLite header: the letters ``IrEx``."""

_FIRST = (
    """
    CREATE TABLE scenarios (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        content TEXT NOT NULL,
        name TEXT NOT NULL GENERATED ALWAYS AS (json_extract(content, '$.name')) STORED,
        date TEXT GENERATED ALWAYS AS (json_extract(content, '$.date')) STORED,
        chamber TEXT GENERATED ALWAYS AS (json_extract(content, '$.chamber')) STORED,
        rule TEXT GENERATED ALWAYS AS (coalesce(json_extract(content, '$.rule'), '')) STORED,
        note TEXT GENERATED ALWAYS AS (coalesce(json_extract(content, '$.note'), '')) STORED,
        tags TEXT GENERATED ALWAYS AS (coalesce(json_extract(content, '$.tags'), '[]')) STORED,
        origin TEXT GENERATED ALWAYS AS (coalesce(json_extract(content, '$.origin'), '')) STORED
    )
    """,
    "CREATE UNIQUE INDEX scenario_names ON scenarios (name COLLATE NOCASE)",
    """
    CREATE VIEW coalitions AS
    SELECT scenarios.id AS scenario_id, scenarios.name AS scenario, item.key AS position,
           json_extract(item.value, '$.id') AS coalition_id,
           json_extract(item.value, '$.name') AS coalition,
           json_extract(item.value, '$.colour') AS colour
    FROM scenarios, json_each(scenarios.content, '$.coalitions') AS item
    """,
    """
    CREATE VIEW memberships AS
    SELECT scenarios.id AS scenario_id, scenarios.name AS scenario, bloc.value AS bloc,
           json_extract(item.value, '$.id') AS coalition_id,
           json_extract(item.value, '$.name') AS coalition
    FROM scenarios, json_each(scenarios.content, '$.coalitions') AS item,
         json_each(item.value, '$.blocs') AS bloc
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""The statements that lead to version 1, then from 1 to 2, and so on. Never change one that was
published; add the next. The last number is ``user_version`` in the SQLite header."""


def newest_version() -> int:
    """The version this program writes, and the highest it reads."""
    return len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version the file says it has; 0 is an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest version. The caller holds the transaction."""
    version = version_of(connection)
    if version == newest_version():
        return
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {newest_version()}")
