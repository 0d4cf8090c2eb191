"""The orders in which readers can have the list of a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SortOrder:
    """An order by a number, the least first. `number` is None for records that have none, which come last.

    `name` is its value in the web address, and `label` says what comes first.
    """

    name: str
    label: str
    number: Callable[[Any], int | None]

    def place(self, record: Any) -> str:
        """The number of a record as the list has it for the script; a hyphen if there is none."""
        number = self.number(record)
        return "-" if number is None else str(number)
