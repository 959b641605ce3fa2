"""Which library is opened, and where the user's own files live on each system."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LIBRARY_NAME = "scenarios.sqlite"
VARIABLE = "IRAQ_EXPLORER_LIBRARY"
_FOLDER = "iraq-explorer"


class Chosen(Enum):
    """What decided which library is opened."""

    ARGUMENT = "argument"
    VARIABLE = "environment variable"
    CHECKOUT = "checkout"
    USER = "user data folder"


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """A library's file, which need not be there, and what chose it."""

    path: Path
    chosen: Chosen


def user_data_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """The folder where the system wants a program to keep what belongs to the user.

    Args:
        environ: the environment variables.
        platform: as in ``sys.platform``.
        home: the user's home folder.

    """
    if platform == "win32":
        roaming = environ.get("APPDATA")
        return Path(roaming) if roaming else home / "AppData" / "Roaming"
    if platform == "darwin":
        return home / "Library" / "Application Support"
    shared = environ.get("XDG_DATA_HOME", "")
    # The XDG specification: a relative path is to be ignored.
    return Path(shared) if Path(shared).is_absolute() else home / ".local" / "share"


def user_state_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """The program's folder for what has to outlive it but is no document: unsaved work.

    Args:
        environ: the environment variables.
        platform: as in ``sys.platform``.
        home: the user's home folder.

    """
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / _FOLDER
    if platform == "darwin":
        return home / "Library" / "Application Support" / _FOLDER
    state = environ.get("XDG_STATE_HOME", "")
    return (Path(state) if Path(state).is_absolute() else home / ".local" / "state") / _FOLDER


def dataset_library(
    name: str, environ: Mapping[str, str], platform: str, home: Path
) -> LibraryPlace:
    """The user's library of another dataset than the shipped one.

    Args:
        name: the dataset's id as a name that every system takes.
        environ: the environment variables.
        platform: as in ``sys.platform``.
        home: the user's home folder.

    """
    folder = user_data_folder(environ, platform, home) / _FOLDER / "datasets"
    return LibraryPlace(folder / f"{name}.sqlite", Chosen.USER)


def library_place(
    argument: Path | None,
    environ: Mapping[str, str],
    checkout: Path | None,
    platform: str,
    home: Path,
) -> LibraryPlace:
    """The library to open: argument, else variable, else the checkout's, else the user's."""
    if argument is not None:
        return LibraryPlace(argument, Chosen.ARGUMENT)
    if environ.get(VARIABLE):
        return LibraryPlace(Path(environ[VARIABLE]).expanduser(), Chosen.VARIABLE)
    if checkout is not None and (checkout / LIBRARY_NAME).exists():
        return LibraryPlace(checkout / LIBRARY_NAME, Chosen.CHECKOUT)
    folder = user_data_folder(environ, platform, home) / _FOLDER
    return LibraryPlace(folder / LIBRARY_NAME, Chosen.USER)
