"""A table as it was published, or as it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from macros.figures.disclosure.limits import Range
from macros.figures.table import Cells, Entry
from macros.kinds import TableRow


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


@dataclass(frozen=True)
class Release:
    """The published numbers of a table. `areas` has the area of every service."""

    row: type[TableRow]
    cells: Cells
    areas: Mapping[str, str]


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
    """A hidden number of which a reader can work out more than was stated: it is in the range `found`, and should be all of `stated`."""

    entry: Entry
    stated: Range
    found: Range
    # The shown numbers that give it away: hiding one of them, or some, helps.
    through: tuple[Entry, ...] = ()
