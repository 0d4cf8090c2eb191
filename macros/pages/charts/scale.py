"""From a value to its place on a chart, and the values that an axis names."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

# Steps between the values that an axis names.
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True, slots=True)
class Scale:
    """The places `start` to `end` stand for the values `low` to `high`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def named(self, most: int = 6) -> Iterator[float]:
        """Round values from low to high, at most so many."""
        step = next(one for one in _STEPS if (self.high - self.low) / one <= most - 1)
        yield from (number * step for number in range(ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9) + 1))


def share_scale(values: list[float], start: float, end: float) -> Scale:
    """A scale that holds these shares, from a whole tenth to a whole tenth."""
    low, high = floor(min(values) * 10 + 1e-9) / 10, ceil(max(values) * 10 - 1e-9) / 10
    return Scale(low, high if high > low else low + 0.1, start, end)


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{round(share * 100)}%"
