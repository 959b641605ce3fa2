"""What is wrong with a dataset: where exactly, and in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the files of a dataset."""

    file: str
    """Name of the file."""
    record: str
    """Id of the record, its number where it has none, or empty for the file as a whole."""
    field: str
    """The field, with the way to it (``reports[0].seats``); empty for the record as a whole."""
    message: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{place}: {self.message}"


class DatasetError(Exception):
    """A dataset cannot be used. ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong, one line a problem."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
