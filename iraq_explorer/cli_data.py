"""``export-data`` and ``import``: data for other programs, and data from them."""

import argparse
from collections.abc import Sequence

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.storage.exchange import DataFormat, What, exported, write_file


def export_data(scenarios: Sequence[Scenario], dataset: Dataset, told: argparse.Namespace) -> str:
    """Write the file that is asked for.

    Returns:
        A line that says what was written.

    Raises:
        OSError: the file cannot be written.

    """
    what, form = What(told.what), DataFormat(told.format or DataFormat.of(told.output) or "")
    content = exported(what, form, scenarios, dataset, mark=told.bom)
    write_file(told.output, content)
    if len(scenarios) == 1:
        about = scenarios[0].name
    elif what is What.NETWORK:
        about = dataset.title
    else:
        about = f"{len(scenarios)} scenarios"
    return f"Wrote {told.output}: {what}, {about}"
