"""What an initiative costs."""

from __future__ import annotations

from macros.schema.types import Choice


class Cost(Choice):
    """What an initiative costs in money, apart from people's time."""

    FREE = "free", "No cost apart from people's time.", ("nothing",), "No cost but time"
    LOW = "low", "A small cost. Check your organisation's rules before you use its money."
    SOME = "some", "Some cost. You would need agreement for the money."
    HIGH = "high", "It needs its own budget."

    @property
    def in_words(self) -> str:
        """The cost without its question: "No cost but time", "Low cost"."""
        return self.label if self is Cost.FREE else f"{self.label} cost"
