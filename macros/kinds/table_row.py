"""What the rows of every published table say about who they count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from macros.schema.field import field
from macros.schema.part import Part, ServiceId
from macros.schema.types import Word


class TableRow(Part):
    """A number of people: everyone in the network, or those of one area, one service or one role.

    No row is about a service and a role together, which would be about a handful of people. Each kind adds what it counts, and
    a column `count`.
    """

    # The names of what a whole group is counted in, such as everyone who answered: nothing is shown of a group in which they are few.
    WHOLES: ClassVar[frozenset[str]] = frozenset()

    area: Annotated[str, Word("areas")] | None = field(
        "The area whose people it counts. Blank if it counts others.", ["north"], default=None
    )
    service: ServiceId | None = field(
        "The service whose people it counts. Blank if it counts others.", ["sample-brindle"], default=None
    )
    role: Annotated[str, Word("audiences")] | None = field(
        "The role whose people it counts, in all services. Blank if it counts others.", ["managers"], default=None
    )

    @property
    def about(self) -> tuple[str, str]:
        """What it counts: a topic, such as a question, and what of it, such as an answer; either may be empty."""
        raise NotImplementedError

    @classmethod
    def columns(cls, topic: str, what: str) -> Mapping[str, str]:
        """The cells that say what a row counts, by their columns: the other way round from `about`."""
        raise NotImplementedError

    @property
    def is_of_everyone(self) -> bool:
        """Whether it counts the whole network."""
        return not (self.area or self.service or self.role)

    @property
    def fault(self) -> str:
        """Why no table has such a row, as a sentence; empty if a table may have it."""
        if len([name for name in (self.area, self.service, self.role) if name]) > 1:
            return "This row is about a service, an area or a role together, and so about a handful of people."
        return ""
