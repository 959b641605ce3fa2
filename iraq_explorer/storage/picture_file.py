"""Files of pictures: kinds, sizes, what they can show, and names that every system takes."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PictureKind(StrEnum):
    """The format of a picture, by the ending of its file."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"

    @classmethod
    def of(cls, path: Path) -> "PictureKind | None":
        """The kind that a file's name says it is."""
        ending = path.suffix.lower().removeprefix(".")
        return cls(ending) if ending in tuple(cls) else None


@dataclass(frozen=True, slots=True)
class Format:
    """A size in pixels, and how many of them make an inch on paper."""

    width: int
    height: int
    dpi: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height


_SLIDE = 144
"""1920 pixels are then the 13.33 inches that a slide of 16:9 has in PowerPoint and Impress."""

FORMATS: Mapping[str, Format] = {
    "screen": Format(1280, 800, 96),
    "1080p": Format(1920, 1080, _SLIDE),
    "4k": Format(3840, 2160, 2 * _SLIDE),
    "a4": Format(3508, 2480, 300),
    "a4-portrait": Format(2480, 3508, 300),
    "a3": Format(4961, 3508, 300),
    "a3-portrait": Format(3508, 4961, 300),
    "square": Format(2160, 2160, 2 * _SLIDE),
}
"""The usual sizes by name; A4 and A3 (ISO 216) are landscape unless they say portrait."""

SIZES: Mapping[str, tuple[int, int]] = {name: entry.size for name, entry in FORMATS.items()}
"""Width and height in pixels by name."""


def dpi_of(size: tuple[int, int]) -> int:
    """How many pixels make an inch: as its format says, else those of a 1080p slide."""
    return next((entry.dpi for entry in FORMATS.values() if entry.size == size), _SLIDE)


# -- what they show -------------------------------------------------------------------------------


class Part(StrEnum):
    """What a page can show below its title."""

    NETWORK = "network"
    HEMICYCLE = "hemicycle"
    BOARD = "board"
    """Coalitions with their totals, and what the leading one reaches under every rule."""
    POWER = "power"
    NOTE = "note"
    LEGEND = "legend"
    """Of the lines of the network."""
    SOURCES = "sources"


USUAL_PARTS = frozenset(Part) - {Part.POWER, Part.NOTE}
"""What a page shows where nothing else is said."""


class Look(StrEnum):
    """The appearance of a page."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"
    """Grey: coalitions are told apart by letters, shades, hatching and marks."""


# -- names -----------------------------------------------------------------------------------------

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that Windows keeps for devices, whatever ending follows them."""

_LONGEST = 120
"""Bytes of a name: with number and endings it stays below the 255 of common file systems."""


def file_name(name: str) -> str:
    """A name for a file, without ending, that Windows, macOS and Linux accept.

    Letters and figures of any script, small, with a hyphen for whatever is between them.
    """
    small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in small)
    made = "-".join(kept.split())
    while len(made.encode()) > _LONGEST:
        made = made[:-1]
    made = made.strip("-")
    if not made or made in _RESERVED:
        return f"scenario-{made}" if made else "scenario"
    return made


def file_names(names: Iterable[str]) -> tuple[str, ...]:
    """A name for each, no two the same, also where capital and small letters are one."""
    used: set[str] = set()
    made = []
    for name in map(file_name, names):
        free, number = name, 2
        while free in used:
            free, number = f"{name}-{number}", number + 1
        used.add(free)
        made.append(free)
    return tuple(made)


def description_path(picture: Path) -> Path:
    """Where the description of a picture in words lies: beside it, as ``october.png.txt``."""
    return picture.with_name(f"{picture.name}.txt")
