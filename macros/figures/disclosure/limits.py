"""What may be shown of a number of people, and what a reader knows of it: the network's limits, applied.

The limits are those of NHS Digital for figures below national level (counts of 1 to 7 hidden, the rest rounded to the nearest 5)
and of the NHS Staff Survey (nothing for fewer than 11 people). Zero is hidden too, because "no one" says what each person answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.figures.table import Entry
from macros.kinds import TableRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import ROUNDED_TO, Cell, Hidden

# More people than any table has.
ANY_NUMBER = 10**9

# So much a true number can differ from the rounded one.
_SPREAD = ROUNDED_TO // 2


class Range(NamedTuple):
    """The numbers from `low` to `high`, both included."""

    low: int
    high: int

    def __and__(self, other: Range) -> Range:
        """The numbers in both; none if `low` is above `high`."""
        return Range(max(self.low, other.low), min(self.high, other.high))

    def __or__(self, other: Range) -> Range:
        """The numbers from the lowest to the highest of both."""
        return Range(min(self.low, other.low), max(self.high, other.high))

    @property
    def is_empty(self) -> bool:
        """Whether no number is in it."""
        return self.low > self.high

    def covers(self, other: Range) -> bool:
        """Whether all numbers of `other` are in it."""
        return other.is_empty or (self.low <= other.low and other.high <= self.high)

    def moved(self, by: int) -> Range:
        """The numbers, each with `by` added, from 0 up."""
        return Range(max(self.low + by, 0), self.high + by)


UNKNOWN = Range(0, ANY_NUMBER)


def rounded(people: int) -> int:
    """A number of people, rounded to the nearest multiple of `ROUNDED_TO`."""
    return (people + _SPREAD) // ROUNDED_TO * ROUNDED_TO


@dataclass(frozen=True)
class Limits:
    """The network's settings, applied to tables with rows of one kind."""

    settings: DisclosureSettings
    row: type[TableRow]

    def is_whole(self, entry: Entry) -> bool:
        """Whether it counts a whole group, and not a part of one."""
        return not self.row.WHOLES.isdisjoint((entry.topic, entry.what))

    def least(self, entry: Entry) -> int:
        """The smallest number that may be shown."""
        return self.settings.fewest_people if self.is_whole(entry) else self.settings.smallest_count

    def stated(self, entry: Entry) -> Range:
        """What a reader is told of a hidden number: it may be any of these, or more."""
        return Range(0, self.least(entry) - 1)

    def known(self, entry: Entry, cell: Cell | None) -> Range:
        """What a reader knows of a number from its own cell."""
        if cell is None or isinstance(cell, Hidden):
            return UNKNOWN
        return Range(max(self.least(entry), cell - _SPREAD), cell + _SPREAD)


def in_words(settings: DisclosureSettings) -> Sequence[str]:
    """The limits as sentences for readers."""
    return (
        f"We show nothing about a group in which fewer than {settings.fewest_people} people answered.",
        f"We hide every count below {settings.smallest_count}, including 0, and round all others to the nearest {ROUNDED_TO}: "
        f"{2 * ROUNDED_TO} means {2 * ROUNDED_TO - _SPREAD} to {2 * ROUNDED_TO + _SPREAD}.",
        "We hide more numbers where a hidden one could be worked out from those around it, from totals, or from what we have "
        "published before. So a hidden number is not always a small one.",
        "Percentages are worked out from the rounded counts, and are of those who answered the question.",
        "We never show figures for a role within a service, and we never publish what anyone wrote.",
    )
