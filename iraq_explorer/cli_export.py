"""``export``, and ``show`` and ``open`` of a picture: what is drawn where, and what one carries."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from iraq_explorer.cli_output import full_text
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.report import scenario_report
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.picture_file import (
    USUAL_PARTS,
    Look,
    Part,
    PictureKind,
    file_names,
)
from iraq_explorer.storage.picture_scenario import read_picture
from iraq_explorer.storage.scenario_json import scenario_to_json

_OPTIONS = ("parts", "look", "transparent", "carries", "described")


def options(told: argparse.Namespace) -> dict[str, Any]:
    """What the command line says of a picture beside its size, as ``draw`` takes it."""
    return {name: getattr(told, name) for name in _OPTIONS if hasattr(told, name)}


def files(
    scenarios: Sequence[Scenario], told: argparse.Namespace
) -> tuple[tuple[Scenario, Path], ...]:
    """Each scenario with the file of its picture; the folder of several is made.

    Raises:
        OSError: the folder cannot be made.

    """
    if not told.all:
        return tuple((scenario, told.output) for scenario in scenarios)
    folder: Path = told.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(f"{folder}: cannot be made: {error.strerror}") from error
    kind = told.format or PictureKind.PNG
    names = file_names(scenario.name for scenario in scenarios)
    return tuple(
        (scenario, folder / f"{name}.{kind}")
        for scenario, name in zip(scenarios, names, strict=True)
    )


def draw(
    scenario: Scenario,
    dataset: Dataset,
    path: Path,
    size: tuple[int, int],
    *,
    parts: frozenset[Part] = USUAL_PARTS,
    look: Look = Look.LIGHT,
    transparent: bool = False,
    carries: bool = True,
    described: bool = False,
) -> None:
    """Draw a picture into a file, without any display.

    Raises:
        OSError: it cannot be written.

    """
    from iraq_explorer.ui import snapshot
    from iraq_explorer.ui.page import Style

    snapshot.ensure_application()
    style = Style(parts, look, transparent)
    asked = snapshot.Request(scenario, dataset, size, None, style, carries, described)
    snapshot.write_picture(asked, path)


def picture_told(path: Path, dataset: Dataset, as_json: bool) -> str:
    """The scenario that a picture carries, as ``show`` tells it, and what it was made from.

    Raises:
        PictureError: it carries none that can be used.

    """
    carried = read_picture(path, dataset)
    scenario = carried.scenario
    if as_json:
        told = scenario_report(scenario, dataset) | {
            "dataset": {"id": carried.dataset, "version": carried.version},
            "citations": list(carried.citations),
            "scenario": scenario_to_json(scenario),
        }
        return json.dumps(told, ensure_ascii=False, indent=2)
    made = f"Carried by {path.name}, made with version {carried.version or 'unknown'} of the data"
    if carried.version != dataset.version:
        made += f"; this is version {dataset.version}"
    return f"{full_text(scenario, dataset)}\n\n{made}"
