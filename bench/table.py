"""The table of ratios: one row a measurement, with its goal and whether it is met."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement."""

    name: str
    ours: float
    """Milliseconds of the program."""
    base: float | None
    """Milliseconds of what it is compared with; ``None`` where the goal is a time."""
    goal: float
    against: str = ""

    @property
    def value(self) -> float:
        """What the goal is about: the ratio, or the milliseconds."""
        return self.ours if self.base is None else self.ours / self.base

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.goal


def table(rows: list[Row]) -> str:
    """The rows as Markdown, which also reads well in a terminal."""
    cells = [["What", "Program", "Against", "Result", "Goal", ""]]
    for row in rows:
        unit = " ms" if row.base is None else "×"
        base = "" if row.base is None else f"{row.against}: {row.base:.2f} ms"
        cells.append(
            [
                row.name,
                f"{row.ours:.2f} ms",
                base or row.against,
                f"{row.value:.2f}{unit}",
                f"≤ {row.goal:g}{unit}",
                "ok" if row.met else "OVER",
            ]
        )
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = [
        "| " + " | ".join(text.ljust(w) for text, w in zip(line, widths, strict=True)) + " |"
        for line in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def side_by_side(
    ours: Callable[[], object], base: Callable[[], object], times: int
) -> tuple[float, float]:
    """The medians of two things done in turn, so that both meet the same machine."""
    ours()
    base()
    pairs = [(timed(ours), timed(base)) for _ in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def percentile(values: list[float], share: float) -> float:
    """The value that a share of all does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
