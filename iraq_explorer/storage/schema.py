"""The library's file format on one page: what marks the file as ours, its tables, its versions.

A library is a plain SQLite file that ``sqlite3``, sqlite-utils and Datasette read; docs/library.md
shows how. Each scenario is one row of ``scenarios``, and ``content`` holds the whole of it as JSON
(``scenario_json.py`` says how). Every other column of what a scenario says is generated from
``content`` by SQLite, so that the two cannot disagree, and the views take the JSON apart:

    scenarios    id, position, saved_at, content; name, date, chamber, rule, note, tags, origin;
                 seats; members, quota
    coalitions   scenario_id, scenario, position, coalition_id, coalition, colour
    memberships  scenario_id, scenario, bloc, coalition_id, coalition
    blocs        scenario_id, scenario, bloc, name, seats, coalition_id, coalition
    seat_totals  scenario_id, scenario, position, coalition_id, coalition, blocs, seats, quota,
                 members
    stories      id, position, saved_at, content; title, steps, language
    story_steps  story_id, story, position, title, text, question, scenario, date

``saved_at`` is UTC, and empty for a built-in scenario as shipped. ``seats`` is a copy of what the
dataset and the scenario's assumptions gave when the scenario was saved: the seats of each bloc, all
members, and the quota (``seat_json.py``). It is written in the same statement as ``content``; who
is in which coalition always comes from ``content``. It is NULL where the dataset did not know the
chamber. ``iraq-explorer check`` holds the copy against the dataset.

Each story is one row of ``stories``, kept in the same way (``story_json.py``); ``story_steps``
takes it apart. ``scenario`` and ``date`` there are those of a step's own scenario, or the id of the
built-in one that it shows.
"""

import sqlite3
from collections.abc import Iterable

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

_SEATS = (
    "ALTER TABLE scenarios ADD COLUMN seats TEXT",
    """
    ALTER TABLE scenarios ADD COLUMN members INTEGER
        GENERATED ALWAYS AS (json_extract(seats, '$.members')) VIRTUAL
    """,
    """
    ALTER TABLE scenarios ADD COLUMN quota INTEGER
        GENERATED ALWAYS AS (json_extract(seats, '$.quota')) VIRTUAL
    """,
    """
    CREATE VIEW blocs AS
    SELECT scenarios.id AS scenario_id, scenarios.name AS scenario,
           json_extract(item.value, '$.id') AS bloc,
           json_extract(item.value, '$.name') AS name,
           json_extract(item.value, '$.seats') AS seats,
           memberships.coalition_id AS coalition_id, memberships.coalition AS coalition
    FROM scenarios, json_each(scenarios.seats, '$.blocs') AS item
         LEFT JOIN memberships ON memberships.scenario_id = scenarios.id
                              AND memberships.bloc = json_extract(item.value, '$.id')
    """,
    """
    CREATE VIEW seat_totals AS
    SELECT * FROM (
        SELECT scenarios.id AS scenario_id, scenarios.name AS scenario,
               coalitions.position AS position, coalitions.coalition_id AS coalition_id,
               coalitions.coalition AS coalition, count(blocs.bloc) AS blocs,
               CASE WHEN scenarios.seats IS NULL THEN NULL ELSE coalesce(sum(blocs.seats), 0) END
                   AS seats,
               scenarios.quota AS quota, scenarios.members AS members
        FROM scenarios
             JOIN coalitions ON coalitions.scenario_id = scenarios.id
             LEFT JOIN blocs ON blocs.scenario_id = scenarios.id
                            AND blocs.coalition_id = coalitions.coalition_id
        GROUP BY scenarios.id, coalitions.coalition_id
        UNION ALL
        SELECT scenarios.id, scenarios.name, NULL, NULL, NULL, count(*), sum(blocs.seats), NULL,
               scenarios.members
        FROM scenarios JOIN blocs ON blocs.scenario_id = scenarios.id
        WHERE blocs.coalition_id IS NULL
        GROUP BY scenarios.id
    )
    ORDER BY scenario_id, position IS NULL, position
    """,
)

_STORIES = (
    """
    CREATE TABLE stories (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        content TEXT NOT NULL,
        title TEXT NOT NULL GENERATED ALWAYS AS (json_extract(content, '$.title')) STORED,
        steps INTEGER GENERATED ALWAYS AS (json_array_length(content, '$.steps')) STORED,
        language TEXT GENERATED ALWAYS AS (coalesce(json_extract(content, '$.language'), '')) STORED
    )
    """,
    """
    CREATE VIEW story_steps AS
    SELECT stories.id AS story_id, stories.title AS story, item.key AS position,
           json_extract(item.value, '$.title') AS title,
           coalesce(json_extract(item.value, '$.text'), '') AS text,
           coalesce(json_extract(item.value, '$.question'), '') AS question,
           coalesce(json_extract(item.value, '$.scenario.name'),
                    json_extract(item.value, '$.built_in')) AS scenario,
           coalesce(json_extract(item.value, '$.date'),
                    json_extract(item.value, '$.scenario.date')) AS date
    FROM stories, json_each(stories.content, '$.steps') AS item
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SEATS, _STORIES)
"""The statements that lead to version 1, then from 1 to 2, and so on. Never change one that was
published; add the next, and a file of the version before to tests/storage/samples. The last number
is ``user_version`` in the SQLite header."""


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


def structure_faults(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What is missing of the tables, indexes and views of the file's version, or is not as made.

    What other programs added, such as an index for their own searches, is no fault, unless it has
    the name of what a later version makes: then the file's version is not what it says.
    """
    version = version_of(connection)
    expected, all_of_them = _made_by(MIGRATIONS[:version]), _made_by(MIGRATIONS)
    found = _objects(connection)
    return tuple(
        f"the {kind} “{name}” is {'not as it should be' if (kind, name) in found else 'missing'}"
        for (kind, name), text in expected.items()
        if found.get((kind, name)) != text
    ) + tuple(
        f"the {kind} “{name}” is of a later format than {version}, which the file says it has"
        for kind, name in all_of_them
        if (kind, name) in found and (kind, name) not in expected
    )


def _made_by(migrations: Iterable[Iterable[str]]) -> dict[tuple[str, str], str]:
    made = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statements in migrations:
            for statement in statements:
                made.execute(statement)
        return _objects(made)
    finally:
        made.close()


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        (str(kind), str(name)): " ".join(str(text).split())
        for kind, name, text in rows.fetchall()
        if not str(name).startswith("sqlite_")
    }
