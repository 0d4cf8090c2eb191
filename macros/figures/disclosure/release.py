"""A table as it was published, or as it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from macros.figures.disclosure.limits import Range
from macros.figures.table import Cells, Entry, Whose, cells_of
from macros.kinds import SurveyRound, TableRow, WorkforceFigures
from macros.schema.durations import month_number

# The first and the last day.
Period = tuple[date, date]
# What a number is worth that is about such a group: those that sum up many people serve most readers.
_WORTH = {Whose.SERVICE: 1, Whose.ROLE: 2, Whose.AREA: 4, Whose.EVERYONE: 16}


class Reason(StrEnum):
    """Why a number is hidden. Only the report to the coordinator says it: to readers it would tell the small numbers from the others."""

    SMALL_GROUP = "the group has fewer people than may be shown"
    SMALL_COUNT = "the count is smaller than may be shown"
    HARDLY_ANY_SHOWN = "fewer than two counts of the group could be shown"
    WORKED_OUT = "another hidden number could be worked out from it"
    EARLIER_RELEASE = "a hidden number could be worked out from it and what was published before"


@dataclass(frozen=True)
class RawTable:
    """The true numbers, which only the coordinator's machine sees. `areas` has the area of every service.

    A count that is left out is 0. Totals are those of the groups; everyone can be more than all services or all roles together,
    if some people named none.
    """

    row: type[TableRow]
    counts: Mapping[Entry, int]
    areas: Mapping[str, str]
    period: Period | None = None


@dataclass(frozen=True)
class Release:
    """The published numbers of a table. `areas` has the area of every service."""

    row: type[TableRow]
    cells: Cells
    areas: Mapping[str, str]
    period: Period | None = None

    @classmethod
    def of(cls, record: SurveyRound | WorkforceFigures, areas: Mapping[str, str]) -> Self:
        """What a record publishes."""
        return cls(type(record).ROW, cells_of(record), areas, record.period)

    def is_like(self, later: Release, months: int) -> bool:
        """Whether fewer than so many months are between this one and the later one. True if that is not known."""
        if self.period is None or later.period is None:
            return True
        return month_number(later.period[0]) - month_number(self.period[1]) < months

    def is_followed_by(self, later: Release) -> bool:
        """Whether the later one starts where this one ends, so that the same people are counted in both."""
        if self.period is None or later.period is None:
            return False
        return self.period[1] + timedelta(days=1) == later.period[0]


@dataclass(frozen=True)
class ProtectedTable:
    """What may be published of a raw table, and why each hidden number is hidden."""

    release: Release
    reasons: Mapping[Entry, Reason] = field(default_factory=dict)

    @property
    def cells(self) -> Cells:
        """The numbers to publish."""
        return self.release.cells


@dataclass(frozen=True)
class Narrowed:
    """A hidden number of which a reader can work out more than was stated: it is in the range `found`, and should be all of `stated`.

    `through` are the numbers that keep it there. At least one of those that are shown has to be hidden.
    """

    entry: Entry
    stated: Range
    found: Range
    through: tuple[Entry, ...]
    reason: Reason = Reason.WORKED_OUT

    def to_hide(self, cells: Cells) -> Entry | None:
        """The shown number that keeps it there whose loss costs readers least; None if no number that is shown does."""
        shown = {entry: cell for entry in self.through if isinstance(cell := cells.get(entry), int)}
        return min(shown, key=lambda entry: (_WORTH[entry.group.whose] * shown[entry], entry), default=None)
