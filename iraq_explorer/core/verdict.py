"""Seats against the line that counts, as numbers and as a sentence.

The sentences are English templates with named fields. The window translates the template, the
command line fills it as it is, so that both say the same.
"""

from dataclasses import dataclass, field

SHORT = "{short} short of {quota}"
EXACT = "exactly {quota}, none to spare"
REACHED = "{over} over {quota}"
TEMPLATES = (SHORT, EXACT, REACHED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a number of seats is worth under a quota."""

    seats: int
    quota: int
    low: int | None = field(default=None, compare=False)
    """The lowest total that the figures in use allow; the seats themselves where ``None``."""
    high: int | None = field(default=None, compare=False)

    @property
    def spread(self) -> tuple[int, int] | None:
        """The lowest and highest total, where the figures in use allow several."""
        low = self.seats if self.low is None else self.low
        high = self.seats if self.high is None else self.high
        return (low, high) if low < high else None

    @property
    def open(self) -> bool:
        """Whether the figures in use leave open if the quota is reached."""
        return self.spread is not None and self.spread[0] < self.quota <= self.spread[1]

    @property
    def short(self) -> int:
        """Seats missing to the quota; 0 where it is reached."""
        return max(0, self.quota - self.seats)

    @property
    def over(self) -> int:
        """Seats above the quota; 0 where it is not exceeded."""
        return max(0, self.seats - self.quota)

    @property
    def reached(self) -> bool:
        """Whether the quota is reached."""
        return self.seats >= self.quota

    @property
    def template(self) -> str:
        """The sentence, with fields that ``values`` fills."""
        if not self.reached:
            return SHORT
        return REACHED if self.over else EXACT

    @property
    def values(self) -> dict[str, int]:
        """The numbers for the fields of a template."""
        return {
            "seats": self.seats,
            "quota": self.quota,
            "short": self.short,
            "over": self.over,
        }

    def __str__(self) -> str:
        return self.template.format(**self.values)
