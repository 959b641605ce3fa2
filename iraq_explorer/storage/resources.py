"""Where the files are that come with the program."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraq_explorer.core.dataset import Dataset

_PACKAGE = Path(__file__).resolve().parent.parent


def checkout_folder() -> Path | None:
    """The top of the source tree the program runs from; ``None`` where it is installed."""
    top = _PACKAGE.parent
    runs_from_source = (top / "pyproject.toml").is_file() and (top / "resources").is_dir()
    return top if runs_from_source else None


def resource_folder() -> Path:
    """The folder of the packaged files: inside the package, or at the top of the checkout.

    Raises:
        FileNotFoundError: there is neither; the installation is broken.

    """
    packaged = _PACKAGE / "resources"
    if packaged.is_dir():
        return packaged
    checkout = checkout_folder()
    if checkout is None:
        raise FileNotFoundError(f"the program's own files are missing: no folder {packaged}")
    return checkout / "resources"


@lru_cache(maxsize=1)
def shipped_dataset() -> "Dataset":
    """The dataset that comes with the program, read once.

    Raises:
        DatasetError: somebody edited its files and they no longer fit together.

    """
    from iraq_explorer.storage.dataset import read_dataset

    return read_dataset(resource_folder() / "iraq")
