"""Reads a dataset and checks it whole: every problem names its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from iraq_explorer.core.chamber import Chamber, Rule
from iraq_explorer.core.dataset import Correction, Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage import dataset_records as records
from iraq_explorer.storage.dataset_checks import Stated, check_dataset
from iraq_explorer.storage.dataset_folder import file_in, settle_folder
from iraq_explorer.storage.dataset_limits import MOST_BLOCS, MOST_RECORDS, excesses
from iraq_explorer.storage.json_file import Fault, read_json
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.storage.record import Record, described

__all__ = ["DatasetError", "Problem", "dataset_of", "read_dataset"]

Value = TypeVar("Value")

_UNREAD = object()
"""What loading gives for a file that could not be read: ``None`` would be JSON's null."""


def read_dataset(folder: Path) -> Dataset:
    """The dataset in a folder, complete and checked.

    Raises:
        DatasetError: files are missing, cannot be read or do not fit together; it holds every
            problem that was found.

    """
    faults: list[Problem] = []
    settle_folder(folder)

    def load(file: str) -> Any:
        def note(fault: Fault) -> None:
            name = _name_of(fault.record, "")
            faults.append(Problem(file, name, fault.field, fault.message))

        return read_json(file_in(folder, file), note, _UNREAD)

    return _checked(_Reading(load, faults))


def dataset_of(files: Mapping[str, Any], step: Callable[[], None] = lambda: None) -> Dataset:
    """The dataset of values that were read elsewhere.

    Args:
        files: the values of each file by its name without ending, as ``dataset_to_json`` gives.
        step: called for each record; it may raise to end the reading.

    Raises:
        DatasetError: the values do not make a dataset; files are named as those of a folder.

    """
    faults: list[Problem] = []

    def load(file: str) -> Any:
        part = file.removesuffix(".json")
        if part not in files:
            faults.append(Problem(file, "", "", "is missing"))
            return _UNREAD
        return files[part]

    return _checked(_Reading(load, faults, step))


def _checked(reading: "_Reading") -> Dataset:
    dataset = reading.dataset()
    problems = [*reading.problems, *check_dataset(dataset, reading.stated, reading.problems)]
    if problems:
        raise DatasetError(tuple(dict.fromkeys(problems)))
    return dataset


class _Reading:
    """One pass over the files of a dataset."""

    def __init__(
        self,
        load: Callable[[str], Any],
        problems: list[Problem],
        step: Callable[[], None] = lambda: None,
    ) -> None:
        """Read what ``load`` gives for the name of a file; its faults go to ``problems``."""
        self._values = load
        self._step = step
        self.problems = problems
        self.stated = Stated()

    def dataset(self) -> Dataset:
        """Everything the files hold, with stand-ins where they are wrong."""
        opening = records.Opening("", "", "", "")
        heading = self._load("dataset.json")
        if heading is not _UNREAD:
            record = Record(heading, self._reporter("dataset.json", ""))
            opening = records.read_opening(record)
            record.finish()
        return Dataset(
            id=opening.id,
            title=opening.title,
            version=opening.version,
            opening_scenario=opening.opening_scenario,
            chambers=self._chambers(),
            actors=self._table("actors.json", records.read_actor),
            ties=self._table("ties.json", lambda record, _: records.read_tie(record)),
            events=self._table("events.json", lambda record, _: records.read_event(record)),
            sources=self._table("sources.json", lambda record, _: records.read_source(record)),
            scenarios=self._scenarios(),
            corrections=tuple(self._corrections()),
        )

    def _chambers(self) -> dict[str, Chamber]:
        return self._table("chambers.json", self._chamber)

    def _chamber(self, record: Record, cited: records.Cited) -> Chamber:
        before = len(self.problems)
        chamber = records.read_chamber(record, cited)
        file = "chambers.json"
        rules: dict[str, Rule] = {}
        for entry, name in self._parts(record, "rules", chamber.id):
            rule, quota = records.read_rule(entry)
            entry.finish()
            self._enter(rules, rule.id, rule, file, name)
            if quota is not None:
                self.stated.quotas[chamber.id, rule.id] = quota
        lists = self._part_table(record, "lists", chamber.id, records.read_list)
        blocs = self._part_table(record, "blocs", chamber.id, records.read_bloc)
        if len(self.problems) > before:
            self.stated.faulty_chambers.add(chamber.id)
        return replace(
            chamber,
            rules=tuple(rules.values()),
            lists=tuple(lists.values()),
            blocs=tuple(blocs.values()),
        )

    def _part_table(
        self,
        record: Record,
        part: str,
        chamber: str,
        read: Callable[[Record, records.Cited], Value],
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for entry, name in self._parts(record, part, chamber):
            value = read(entry, self._citer("chambers.json", name))
            entry.finish()
            self._enter(found, entry.identity(), value, "chambers.json", name)
        return found

    def _parts(self, record: Record, part: str, chamber: str) -> Iterator[tuple[Record, str]]:
        # Lists, blocs and rules are records in their own right: a problem names the bloc, not
        # "blocs[17]" of the chamber.
        items = record.items(part, required=True)
        if len(items) > MOST_BLOCS:
            record.fault(part, f"is refused: {len(items):,}, and at most {MOST_BLOCS:,} are read")
            items = []
        for number, item in enumerate(items):
            name = _name_of(item, f"{chamber}, {part}[{number}]")
            yield Record(item, self._reporter("chambers.json", name)), name

    def _table(self, file: str, read: Callable[[Record, records.Cited], Value]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for record, name in self._records(file):
            value = read(record, self._citer(file, name))
            record.finish()
            self._enter(found, record.identity(), value, file, name)
        return found

    def _scenarios(self) -> dict[str, Scenario]:
        found: dict[str, Scenario] = {}
        for record, name in self._records("scenarios.json"):
            identity = record.text("id")
            scenario = records.read_built_in(record)
            record.finish()
            if scenario is not None:
                scenario = replace(scenario, origin=identity)
                self._enter(found, identity, scenario, "scenarios.json", name)
        return found

    def _corrections(self) -> Iterator[Correction]:
        for record, name in self._records("corrections.json"):
            correction = records.read_correction(record)
            record.finish()
            self._citer("corrections.json", name)("article", correction.article)
            yield correction

    def _records(self, file: str) -> Iterator[tuple[Record, str]]:
        rows = self._load(file)
        if rows is _UNREAD:
            return
        if not isinstance(rows, list):
            self._note(file, "", "", f"should hold an array of records, not {described(rows)}")
            return
        for number, row in enumerate(rows, start=1):
            self._step()
            name = _name_of(row, f"record {number}")
            yield Record(row, self._reporter(file, name)), name

    def _enter(
        self, table: dict[str, Value], identity: str, value: Value, file: str, name: str
    ) -> None:
        if identity in table and identity:
            self._note(file, name, "id", "is the id of an earlier record too")
        else:
            table[identity] = value

    def _load(self, file: str) -> Any:
        value = self._values(file)
        if value is _UNREAD:
            return value
        rows = value if isinstance(value, list) else [value]
        most = MOST_RECORDS.get(file.removesuffix(".json"), 1)
        if len(rows) > most:
            self._note(file, "", "", f"is refused: {len(rows):,} records, and at most {most:,} "
                                     "are read")  # fmt: skip
            return _UNREAD
        for number, row in enumerate(rows, start=1):
            for place, message in excesses(row):
                self._note(file, _name_of(row, f"record {number}"), place, message)
        return value

    def _reporter(self, file: str, name: str) -> Callable[[str, str], None]:
        return lambda place, message: self._note(file, name, place, message)

    def _citer(self, file: str, name: str) -> records.Cited:
        return lambda place, source: self.stated.cited.append((file, name, place, source))

    def _note(self, file: str, name: str, place: str, message: str) -> None:
        self.problems.append(Problem(file, name, place, message))


def _name_of(row: object, otherwise: str) -> str:
    identity = row.get("id") if isinstance(row, dict) else None
    return identity if isinstance(identity, str) and identity.strip() else otherwise
