"""A section that the text of every record of a kind has."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class BodySection:
    """A section of a record's text. Records at the stages in `not_at` do not need it.

    `formerly` is what its title was before, and `asked_as` what forms call it.
    """

    title: str
    asks: str
    example: str
    not_at: Collection[str] = ()
    formerly: str = ""
    asked_as: str = ""

    @property
    def name(self) -> str:
        """Its name in forms, on the site and on GitHub: "What happens" is "what-happens"."""
        return self.title.lower().replace(" ", "-")

    @property
    def label(self) -> str:
        """What forms call it."""
        return self.asked_as or self.title

    @property
    def hint(self) -> str:
        """What it asks for, as a sentence."""
        return self.asks[0].upper() + self.asks[1:]

    def is_needed(self, stage: object) -> bool:
        """Whether a record at this stage needs it."""
        return stage not in self.not_at
