"""Fills in what a dataset that is being made still needs, as far as it follows from what is there.

Who pastes names and seats from a spreadsheet gets a parliament of it: each list gets its actor and,
where it has no bloc, a bloc of the same seats. What nobody said is marked as ``hypothetical`` and
as own knowledge, never as more.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind
from iraq_explorer.storage.dataset_columns import IN_CHAMBERS
from iraq_explorer.storage.dataset_draft import DatasetDraft, Row, with_field
from iraq_explorer.storage.harvest import free, slug

OWN_SOURCE: Mapping[str, Any] = {"id": "own", "title": "Own knowledge: replace it by what you read"}
"""What stands for a source where none is named."""
_NAMES = ("name.en", "name.short", "name.ar", "name.ku")
_SOURCED = {
    "rules": "sources",
    "lists": "sources",
    "blocs": "sources",
    "actors": "sources",
    "ties": "citations",
    "events": "sources",
}
"""The tables whose records need sources, and the field that names them."""
_CERTAIN = ("lists", "blocs", "ties", "events")


@dataclass(frozen=True, slots=True)
class Completion:
    """A draft with what follows from it."""

    draft: DatasetDraft
    cells: int
    """How many cells were filled in."""
    rows: int
    """How many rows were added."""


def completed(draft: DatasetDraft) -> Completion:
    """Fill in what follows from a draft; nothing that stands in it is changed."""
    work = _Work(draft)
    work.place_in_chambers()
    work.name()
    work.find_actors()
    work.make_blocs()
    work.describe()
    work.rest_on_sources()
    made = DatasetDraft({table: tuple(rows) for table, rows in work.tables.items()})
    return Completion(made if made != draft else draft, work.cells, work.rows)


class _Work:
    def __init__(self, draft: DatasetDraft) -> None:
        self.tables: dict[str, list[Row]] = {t: [*rows] for t, rows in draft.tables.items()}
        self.cells = 0
        self.rows = 0
        self._added: Counter[str] = Counter()

    def _fill(self, table: str, number: int, field: str, value: Any) -> None:
        """Fill in a cell that is empty, if there is anything to fill in."""
        row = self.tables[table][number]
        if row.get(field) is None and value is not None:
            self.tables[table][number] = with_field(table, row, field, value)
            # Those of rows that were added count as the row.
            self.cells += number < len(self.tables[table]) - self._added[table]

    def _add(self, table: str, row: Row) -> None:
        self.tables[table].append(row)
        self._added[table] += 1
        self.rows += 1

    def _ids(self, *tables: str) -> set[str]:
        return {str(row.get("id")) for table in tables for row in self.tables[table]}

    def place_in_chambers(self) -> None:
        """Where there is one chamber, everything is in it."""
        chambers = [row.get("id") for row in self.tables["chambers"]]
        if len(chambers) == 1:
            for table in IN_CHAMBERS:
                for number in range(len(self.tables[table])):
                    self._fill(table, number, "chamber", chambers[0])

    def name(self) -> None:
        """Ids from names."""
        for table, rows in self.tables.items():
            taken = self._ids(table)
            for number, row in enumerate(rows):
                name = row.get("name.en") or row.get("title") or row.get("name")
                if isinstance(name, str) and "id" not in row and table != "corrections":
                    made = free(slug(name) or table[:-1], taken)
                    taken.add(made)
                    self._fill(table, number, "id", made)

    def find_actors(self) -> None:
        """The actor of each list and bloc: the one of its name, else a new one."""
        actors = {str(row.get("name.en")): row.get("id") for row in self.tables["actors"]}
        lists = {_key(row, "id"): row for row in self.tables["lists"]}
        taken = self._ids("actors", "blocs")
        for table in ("lists", "blocs"):
            for number, row in enumerate(self.tables[table]):
                name = row.get("name.en")
                if "actor" in row or not isinstance(name, str):
                    continue
                own = lists.get(_key(row, "list"), {}).get("actor")
                if name not in actors and own is None:
                    identity = free(f"party_{slug(name) or 'party'}", taken)
                    taken.add(identity)
                    actors[name] = identity
                    named = {field: row[field] for field in _NAMES if field in row}
                    self._add("actors", {"id": identity, **named, "kind": str(ActorKind.PARTY)})
                self._fill(table, number, "actor", actors.get(name, own))
                if table == "lists":
                    lists[_key(row, "id")] = self.tables[table][number]

    def make_blocs(self) -> None:
        """A list without blocs is one bloc."""
        with_blocs = {_key(row, "list") for row in self.tables["blocs"]}
        taken = self._ids("actors", "blocs")
        for row in [*self.tables["lists"]]:
            if _key(row, "id") in with_blocs or not isinstance(row.get("id"), str):
                continue
            identity = free(f"{row['id']}_bloc", taken)
            taken.add(identity)
            kept = ("chamber", *_NAMES, "seats", "actor", "certainty", "sources")
            same = {field: row[field] for field in kept if field in row}
            self._add("blocs", {"id": identity, "list": row["id"], **same})

    def describe(self) -> None:
        """Kinds, certainties and sentences."""
        names = {str(row.get("id")): row.get("name.en") for row in self.tables["actors"]}
        for table in _CERTAIN:
            for number in range(len(self.tables[table])):
                self._fill(table, number, "certainty", str(Certainty.HYPOTHETICAL))
        for number, row in enumerate(self.tables["actors"]):
            self._fill("actors", number, "kind", str(ActorKind.PARTY))
            self._fill("actors", number, "description", row.get("name.en"))
        for number, row in enumerate(self.tables["ties"]):
            told = [row.get(field) for field in ("source", "kind", "target")]
            if all(isinstance(text, str) and text for text in told):
                a, b = (names.get(str(end)) or end for end in (told[0], told[2]))
                self._fill("ties", number, "statement", f"{a}: {told[1]}: {b}.")
        for number, row in enumerate(self.tables["events"]):
            self._fill("events", number, "what", row.get("title"))

    def rest_on_sources(self) -> None:
        """What names no source rests on own knowledge."""
        own = OWN_SOURCE["id"]
        used = False
        for table, field in _SOURCED.items():
            value = [{"source": own}] if field == "citations" else [own]
            for number, row in enumerate(self.tables[table]):
                used |= row.get(field) is None
                self._fill(table, number, field, value)
        if used and own not in self._ids("sources"):
            self._add("sources", dict(OWN_SOURCE))


def _key(row: Row, field: str) -> str:
    """A chamber and an id in it, whatever stands there."""
    return repr((row.get("chamber"), row.get(field)))
