"""A line for each scenario, so that all can be judged beside each other without opening any."""

from dataclasses import dataclass
from fractions import Fraction

from iraq_explorer.core.balance import friction
from iraq_explorer.core.chamber import Bloc
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.report import passes
from iraq_explorer.core.scenario import Coalition, Scenario
from iraq_explorer.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """What is told of a scenario in one line."""

    scenario: Scenario
    chamber: str
    """Name of the chamber."""
    coalition: Coalition | None
    """The leading coalition; ``None`` where there is none."""
    verdict: Verdict
    """Its seats against the quota."""
    range: tuple[int, int]
    """The lowest and highest total that sources allow it."""
    passes: bool
    """Whether the quota is reached: by a vote that took place, else by the leading coalition."""
    largest: Bloc | None
    """The largest bloc of the leading coalition."""
    hostile: int
    """Pairs inside it with a hostile tie."""
    friendly: int
    unknown: int
    friction: Fraction | None
    """Share of hostile pairs among those known; ``None`` where none is known."""


def overview_row(scenario: Scenario, dataset: Dataset) -> OverviewRow:
    """The line of a scenario."""
    chamber = dataset.chamber_of(scenario)
    leading = scenario.leading(chamber)
    blocs = scenario.blocs_of(leading.id, chamber) if leading else ()
    inside = friction(dataset.network(scenario), [bloc.id for bloc in blocs])
    no_verdict = Verdict(0, scenario.quota(chamber))
    verdict = scenario.verdict(leading.id, chamber) if leading else no_verdict
    return OverviewRow(
        scenario,
        chamber.name.en,
        leading,
        verdict,
        verdict.spread or (verdict.seats, verdict.seats),
        passes(scenario, dataset),
        max(blocs, key=lambda bloc: bloc.seats, default=None),
        len(inside.hostile) + len(inside.mixed),
        len(inside.friendly),
        len(inside.unknown),
        inside.share,
    )
