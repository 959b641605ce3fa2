"""Makes a dataset of files from elsewhere: all of it, or nothing and a list of what is wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import COLOURS
from iraq_explorer.storage.dataset import dataset_of
from iraq_explorer.storage.dataset_file import DATASET_FORM, in_one_file, read_form, scenario_among
from iraq_explorer.storage.dataset_folder import file_in, settle_folder
from iraq_explorer.storage.dataset_json import PARTS
from iraq_explorer.storage.dataset_limits import MOST_BLOCS
from iraq_explorer.storage.harvest import Harvest, Record, Step, free, go_on, slug
from iraq_explorer.storage.import_elections import is_election_table, read_elections
from iraq_explorer.storage.import_graph import read_network
from iraq_explorer.storage.import_tables import COLUMNS, csv_rows, read_tables, table_of
from iraq_explorer.storage.json_file import Fault, read_json
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.record import MISSING

_TABLES = (".csv", ".tsv", ".txt")
_GRAPHS = (".graphml", ".gexf", ".xml")
_RULE_SOURCE: Record = {
    "id": "usual_rules",
    "title": "The usual rules, assumed by the import: not checked against any constitution",
}
_USUAL_RULES: tuple[Record, ...] = (
    {"id": "majority", "name": "Majority of all members", "share": "1/2", "strict": True},
    {"id": "two_thirds", "name": "Two thirds of all members", "share": "2/3", "strict": False},
)
_STANDING = 6
"""So many of the largest lists stand by themselves in the scenario of a chamber as elected."""
_SMALLEST = 50
"""Lists with less than this part of the seats do not."""
_ALL = "these files"
_UNKNOWN_DAY = "2000-01-01"


class FileKind(StrEnum):
    """What a file is taken for."""

    DATASET = "dataset"
    SCENARIO = "scenario file"
    TABLE = "table"
    ELECTIONS = "elections"
    NETWORK = "network"
    UNKNOWN = "unknown"


Found = Callable[[Path, FileKind], None]
"""Takes what each file turns out to be."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A dataset that fits together."""

    files: Mapping[str, Any]
    """The values of its files, by their names without ending."""
    dataset: Dataset
    notes: tuple[str, ...]
    """What was assumed, a sentence each."""


def import_files(
    paths: Sequence[Path],
    title: str,
    found: Found = lambda _path, _kind: None,
    step: Step = go_on,
) -> Imported:
    """A dataset made of all the files together.

    Args:
        paths: folders and JSON files of datasets, CSV tables, results of elections as CSV,
            GraphML and GEXF.
        title: what the dataset is called where no file says it.
        found: told what each file is.
        step: called for each record; it may raise to end the import.

    Raises:
        DatasetError: it holds every problem, with the file, the row and the field as far as
            each is known.

    """
    harvest = Harvest()
    tables: dict[str, Path] = {}
    for path in paths:
        step()
        part = _read(path, tables, harvest, found, step)
        if part is not None:
            harvest.take(part)
    if tables:
        harvest.take(read_tables(tables, step))
    if not harvest.incomplete:
        _complete(harvest, title)
    files = _files(harvest)
    try:
        dataset = dataset_of(files, step)
    except DatasetError as error:
        problems = harvest.problems + harvest.placed(
            p for p in error.problems if _own_fault(p, harvest)
        )
        raise DatasetError(tuple(dict.fromkeys(problems))) from None
    if harvest.problems:
        raise DatasetError(tuple(dict.fromkeys(harvest.problems)))
    return Imported(files, dataset, tuple(harvest.notes))


def _own_fault(problem: Problem, harvest: Harvest) -> bool:
    """Whether a problem does not follow from what was left out for others."""
    if not harvest.incomplete:
        return True
    follows = (
        problem.message == MISSING or "unknown" in problem.message or "add up" in problem.message
    )
    return bool(problem.record) and not follows


def _read(
    path: Path, tables: dict[str, Path], harvest: Harvest, found: Found, step: Step
) -> Harvest | None:
    """What a file holds; a table waits for the others."""
    ending = path.suffix.lower()
    if path.is_dir():
        found(path, FileKind.DATASET)
        return _read_folder(path)
    if ending == ".json":
        return _read_form(path, found)
    if ending in _GRAPHS:
        found(path, FileKind.NETWORK)
        return read_network(path, step)
    found(path, FileKind.UNKNOWN)
    if ending not in _TABLES:
        kinds = ", ".join((".json", *_TABLES, *_GRAPHS))
        harvest.lose(path.name, "", "", f"is of no kind that is read: a folder, {kinds}")
        return None
    faulty = len(harvest.problems)
    heading, rows = csv_rows(path, harvest)
    if len(harvest.problems) > faulty:
        return None
    if is_election_table(heading):
        found(path, FileKind.ELECTIONS)
        return read_elections(path, heading, rows, step)
    table = table_of(path)
    if table is None:
        names = ", ".join(f"{name}.csv" for name in COLUMNS)
        message = f"is neither a table of a dataset ({names}) nor results of elections"
        harvest.lose(path.name, "", "", message)
        return None
    found(path, FileKind.TABLE)
    if table in tables:
        harvest.lose(path.name, "", "", f"is the table {table}, as {tables[table].name} is")
    else:
        tables[table] = path
    return None


def _read_folder(folder: Path) -> Harvest:
    harvest = Harvest()
    settle_folder(folder)

    def note(file: str) -> Callable[[Fault], None]:
        def take(fault: Fault) -> None:
            record = fault.record.get("id", "") if fault.record else ""
            harvest.lose(file, str(record), fault.field, fault.message)

        return take

    for part in PARTS:
        file = f"{part}.json"
        _put(harvest, part, read_json(file_in(folder, file), note(file)))
    return harvest


def _read_form(path: Path, found: Found) -> Harvest:
    harvest = Harvest()
    try:
        form = read_form(path)
    except DatasetError as error:
        found(path, FileKind.UNKNOWN)
        harvest.problems += error.problems
        harvest.incomplete = True
        return harvest
    found(path, FileKind.DATASET if form["form"] == DATASET_FORM else FileKind.SCENARIO)
    for part, value in scenario_among(form).items():
        _put(harvest, part, value)
    for part in PARTS:
        for record in harvest.records.get(part, []):
            placed = in_one_file(path.name, Problem(part, "", "", ""))
            harvest.note_place(part, _id(record), placed.file, _id(record))
    return harvest


def _put(harvest: Harvest, part: str, value: object) -> None:
    if part == "dataset":
        harvest.heading = value if isinstance(value, dict) else None
    elif isinstance(value, list):
        harvest.records.setdefault(part, []).extend(value)
    elif value is not None:
        harvest.lose(f"{part}.json", "", "", "should hold an array of records")


def _id(record: object) -> str:
    held = record.get("id") if isinstance(record, dict) else None
    return held if isinstance(held, str) else ""


# -- what the files do not say ---------------------------------------------------------------


def _complete(harvest: Harvest, title: str) -> None:
    """Add what a dataset needs: a chamber, rules, a scenario and a heading."""
    records = harvest.records
    seats = records.pop("seats", [])
    if not records.get("chambers"):
        _add_assembly(harvest, seats, title)
    assumed = [_add_rules(chamber, harvest) for chamber in records.get("chambers", [])]
    if any(assumed):
        harvest.notes.append(
            "No rules are given: more than half, and at least two thirds, of all members count; "
            "no constitution was asked"
        )
    if not records.get("scenarios"):
        for chamber in _dicts(records.get("chambers", [])):
            harvest.add("scenarios", _as_elected(chamber, records.get("scenarios", ())))
        harvest.notes.append(
            "No scenarios are given: each chamber has one, in which its largest lists stand by "
            "themselves"
        )
    if harvest.heading is None:
        opening = records.get("scenarios") or [{}]
        harvest.heading = {
            "id": slug(title) or "imported",
            "title": title,
            "version": "1",
            "opening_scenario": _id(opening[-1]),
        }


def _add_assembly(harvest: Harvest, seats: list[Record], title: str) -> None:
    """A chamber of the actors that have seats, or of all with one seat each."""
    actors = list(_dicts(harvest.records.get("actors", [])))
    if not actors:
        harvest.lose(_ALL, "", "", "hold neither a chamber nor actors to make one of")
        return
    if not seats:
        if len(actors) > MOST_BLOCS:
            message = f"no node has seats, and {len(actors):,} are too many to give each one"
            harvest.lose(_ALL, "", "seats", message)
            return
        harvest.notes.append(f"No seats are given: each of {len(actors):,} actors has one.")
        seats = [
            {"name": a.get("name", {"en": a["id"]}), "actor": a["id"], "seats": 1,
             "certainty": "hypothetical", "sources": a.get("sources", [])}
            for a in actors
        ]  # fmt: skip
    ties = _dicts(harvest.records.get("ties", []))
    days = [str(tie[end]) for tie in ties for end in ("from", "to") if end in tie]
    day = max(days, default=_UNKNOWN_DAY)
    taken = {_id(actor) for actor in actors}
    lists, blocs = [], []
    for held in seats:
        own = free(f"{held['actor']}_seats", taken)
        taken.add(own)
        lists.append({"id": own, **held})
        blocs.append({"id": own, "list": own, **held})
    chamber = {
        "id": free("assembly", taken),
        "name": {"en": title},
        "seats": sum(held["seats"] for held in seats),
        "elected": day,
        "lists": lists,
        "blocs": blocs,
    }
    harvest.add("chambers", chamber)


def _add_rules(chamber: object, harvest: Harvest) -> bool:
    if not isinstance(chamber, dict) or chamber.get("rules"):
        return False
    sources = [_RULE_SOURCE["id"]]
    chamber["rules"] = [{**rule, "basis": "members", "sources": sources} for rule in _USUAL_RULES]
    chamber.setdefault("default_rule", _USUAL_RULES[0]["id"])
    harvest.add("sources", _RULE_SOURCE)
    return True


def _as_elected(chamber: Record, earlier: Sequence[Record]) -> Record:
    """The chamber with each of its largest lists standing by itself."""
    least = _seats(chamber) / _SMALLEST
    standing = (held for held in _dicts(chamber.get("lists")) if _seats(held) >= least)
    largest = sorted(standing, key=_seats, reverse=True)[:_STANDING]
    coalitions = []
    for colour, held in enumerate(largest):
        blocs = [_id(b) for b in _dicts(chamber.get("blocs")) if b.get("list") == held["id"]]
        name = held.get("name") if isinstance(held.get("name"), dict) else {}
        assert isinstance(name, dict)
        coalitions.append(
            {
                "id": held["id"],
                "name": str(name.get("short") or name.get("en") or held["id"]),
                "colour": colour % COLOURS,
                "blocs": blocs,
            }
        )
    name = chamber.get("name") if isinstance(chamber.get("name"), dict) else {}
    assert isinstance(name, dict)
    return {
        "id": free(f"{chamber['id']}_as_elected", map(_id, earlier)),
        "name": f"{name.get('en', chamber['id'])}: as elected",
        "chamber": chamber["id"],
        "date": chamber.get("elected", _UNKNOWN_DAY),
        "rule": chamber.get("default_rule", ""),
        "coalitions": coalitions,
    }


def _dicts(value: object) -> Iterator[Record]:
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict) and _id(entry))


def _seats(held: Record) -> int:
    seats = held.get("seats")
    return seats if isinstance(seats, int) else 0


def _files(harvest: Harvest) -> dict[str, Any]:
    files: dict[str, Any] = {part: harvest.records.get(part, []) for part in PARTS}
    files["dataset"] = harvest.heading if harvest.heading is not None else {}
    return files
