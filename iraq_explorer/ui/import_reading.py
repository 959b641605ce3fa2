"""Reading files that are to be imported, in the background: what each is, and what they make."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.storage.dataset_draft import DatasetDraft, draft_of
from iraq_explorer.storage.dataset_json import PARTS
from iraq_explorer.storage.importing import FileKind, Imported, import_files
from iraq_explorer.storage.problems import DatasetError, Problem
from iraq_explorer.ui.background import Background
from iraq_explorer.ui.words import tr

_EXAMPLES = 6
"""So many records of a kind are named in the preview."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What files make, or all that is wrong with them."""

    paths: tuple[Path, ...]
    kinds: Mapping[Path, FileKind]
    imported: Imported | None = None
    draft: DatasetDraft | None = None
    """What was imported, as tables."""
    problems: tuple[tuple[str, str, str, str], ...] = ()
    """Each with file, row, field and what is wrong."""
    faults: Mapping[Path, int] = field(default_factory=dict)
    """How many of them each file has."""


class _EndedError(Exception):
    """Nobody waits for it any more."""


class ImportReader(QObject):
    """Reads files for one window; the newest request counts, and the one before it ends."""

    done = Signal(object)
    """A ``Reading``."""
    failed = Signal(object)
    """The exception that it ended with: a bug."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended = Event()
        self._work = Background(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self.failed)

    def request(self, paths: Sequence[Path], title: str) -> None:
        """Read files as one dataset.

        Args:
            paths: files and folders.
            title: what the dataset is called where no file says it.

        """
        self._ended.set()
        self._ended = Event()
        self._work.request(partial(_read, tuple(paths), title, self._ended))

    def end(self) -> None:
        """Read no further."""
        self._ended.set()
        self._work.stop()

    def _on_done(self, reading: Reading | None) -> None:
        if reading is not None:
            self.done.emit(reading)


def _read(paths: tuple[Path, ...], title: str, ended: Event) -> Reading | None:
    kinds: dict[Path, FileKind] = {}

    def step() -> None:
        if ended.is_set():
            raise _EndedError

    try:
        imported = import_files(paths, title, kinds.__setitem__, step)
        return Reading(paths, kinds, imported, draft_of(imported.files))
    except DatasetError as error:
        faults = Counter(
            path for problem in error.problems for path in paths if _is_about(problem, path)
        )
        lines = tuple(
            (problem.file, problem.record, problem.field, " ".join(problem.message.split()))
            for problem in error.problems
        )
        return Reading(paths, kinds, problems=lines, faults=faults)
    except _EndedError:
        return None


def _is_about(problem: Problem, path: Path) -> bool:
    if path.is_dir():
        return problem.file.removesuffix(".json") in PARTS
    named = problem.file.split(" or ")
    return any(name == path.name or name.startswith(f"{path.name}, ") for name in named)


def kind_name(kind: FileKind | None) -> str:
    """What a file is, in words."""
    names: Mapping[FileKind | None, Callable[[], str]] = {
        FileKind.DATASET: lambda: tr("Dataset"),
        FileKind.SCENARIO: lambda: tr("Scenario file"),
        FileKind.TABLE: lambda: tr("Table"),
        FileKind.ELECTIONS: lambda: tr("Results of elections"),
        FileKind.NETWORK: lambda: tr("Network"),
        FileKind.UNKNOWN: lambda: tr("Not known"),
        None: lambda: "…",
    }
    return names[kind]()


def preview_of(dataset: Dataset) -> tuple[tuple[str, str, str], ...]:
    """What is in a dataset: each kind of record, how many there are, and some by name."""
    chambers = dataset.chambers.values()
    told = [
        tr("{name} ({seats})", name=chamber.name.en, seats=chamber.seats) for chamber in chambers
    ]
    rows: list[tuple[str, Iterable[str], int]] = [
        (tr("Chambers, with their seats"), told, len(told))
    ]
    lists = [held.name.en for chamber in chambers for held in chamber.lists]
    blocs = [held.name.en for chamber in chambers for held in chamber.blocs]
    ties = dataset.ties.values()
    for what, names in (
        (tr("Lists"), lists),
        (tr("Blocs"), blocs),
        (tr("Actors"), [actor.name.en for actor in dataset.actors.values()]),
        (tr("Ties"), [tie.statement for tie in ties]),
        (tr("Events"), [event.title for event in dataset.events.values()]),
        (tr("Sources"), [source.title for source in dataset.sources.values()]),
        (tr("Scenarios"), [scenario.name for scenario in dataset.scenarios.values()]),
    ):
        rows.append((what, names, len(names)))
    return tuple(
        (what, f"{count:,}", _some(dict.fromkeys(names))) for what, names, count in rows if count
    )


def _some(names: Iterable[str]) -> str:
    """The first of some names, and whether there are more."""
    held = list(names)
    shown = tr("; ").join(" ".join(name[:80].split()) for name in held[:_EXAMPLES])
    return tr("{names}; …", names=shown) if len(held) > _EXAMPLES else shown
