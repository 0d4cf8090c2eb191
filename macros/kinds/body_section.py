"""The sections that a kind asks for in a record's text."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class BodySection:
    """A section of a record's text. Records at the stages in `not_at` do not need it."""

    title: str
    asks: str
    example: str
    not_at: Collection[str] = ()

    def is_needed(self, stage: object) -> bool:
        """Whether a record at this stage needs it."""
        return stage not in self.not_at
