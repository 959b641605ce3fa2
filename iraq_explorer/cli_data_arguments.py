"""The grammar of ``export-data`` and ``import``."""

import argparse
from pathlib import Path

from iraq_explorer.storage.exchange import FORMATS, DataFormat, What


def add_export_data(exported: argparse.ArgumentParser) -> None:
    """What may follow ``export-data``; ``export_data_error`` says what argparse cannot."""
    exported.add_argument(
        "--what",
        choices=[str(what) for what in What],
        required=True,
        help="what is written; a scenario-file holds the dataset too",
    )
    exported.add_argument(
        "--scenario",
        metavar="NAME",
        help="only of this scenario (default: all; the network then is that of all dates)",
    )
    exported.add_argument(
        "--format",
        choices=[str(form) for form in DataFormat],
        help="default: as the ending of FILE says",
    )
    exported.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="the file to write"
    )
    exported.add_argument(
        "--bom",
        action="store_true",
        help="begin a CSV with a byte order mark, by which Excel knows that it is UTF-8",
    )


def add_import(imported: argparse.ArgumentParser) -> None:
    """What may follow ``import``."""
    imported.add_argument(
        "file",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="CSV tables named as docs/dataset.md says, a CSV in the shape of ParlGov, GraphML, "
        "GEXF, a folder or a JSON file of a dataset; several make one dataset",
    )
    imported.add_argument(
        "-o",
        "--output",
        metavar="FOLDER|FILE.json",
        type=Path,
        help="where the dataset is written; without it the files are only checked",
    )
    imported.add_argument("--title", help="of the dataset (default: the name of the output)")
    imported.add_argument("--force", action="store_true", help="replace what is there")


def export_data_error(told: argparse.Namespace) -> str | None:
    """What is wrong with the way data were asked for, if anything is."""
    what, form = What(told.what), told.format or DataFormat.of(told.output)
    endings = ", ".join(f".{ending}" for ending in FORMATS[what])
    if form is None:
        return f"{str(told.output)!r} does not end in {endings}; or name a --format"
    if form not in FORMATS[what]:
        return f"{what} is written as {endings}, not as .{form}"
    if told.bom and form != DataFormat.CSV:
        return "--bom goes with CSV"
    if what is What.SCENARIO_FILE and told.scenario is None:
        return "a scenario-file needs --scenario NAME"
    return None
