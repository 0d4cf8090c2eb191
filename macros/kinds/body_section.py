"""A part of a record's text that its kind asks for."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class BodySection:
    """A part of a record's text, under a heading of its own. At the stages in `not_at` it cannot be told yet."""

    title: str
    asks: str
    example: str
    not_at: Collection[str] = ()

    def is_needed(self, stage: object) -> bool:
        """Whether a record at this stage needs it."""
        return stage not in self.not_at
