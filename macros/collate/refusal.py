"""Why a file of answers cannot be used, and what was done with one that can."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.collate.words import NOTES, REFUSALS


class Refusal(Exception):
    """A file cannot be used, or a decision is needed first. `details` fill the words of its `code`.

    They quote only headings, and what a form offered to choose: no words of one person."""

    def __init__(self, code: str, **details: Any) -> None:
        """Keep the code and its details."""
        super().__init__(code)
        self.code, self.details = code, details
        # The name of the file, if there are several.
        self.file = ""

    def __str__(self) -> str:
        """What is wrong, and what to do."""
        words = REFUSALS[self.code].format(**self.details)
        return f"{self.file}: {words}" if self.file else words


@dataclass(frozen=True)
class Note:
    """Something that was done with a file and that the report mentions."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """What was done."""
        return NOTES[self.code].format(**self.details)
