"""What has happened to a record: what readers were told of, and when someone checked it."""

from typing import Annotated

from macros.schema.field import After, field
from macros.schema.part import Part, Sentence
from macros.schema.types import Choice, Day, Text


class ReviewOutcome(Choice):
    """The outcome of a review."""

    STILL_RIGHT = "still right", "Nothing needed to change."
    CHANGED = "changed", "It was brought up to date, and an update of the same day says how."
    RETIRED = "retired", "It is out of date. Its page stays, and says why or what replaced it."


class Update(Part):
    """A change that readers would want to know about."""

    date: Day = field(
        "The day it was published.",
        ["2026-03-12"],
        after=After(
            "added", "This update ({later}) is dated before the record was added ({earlier}). Check both dates."
        ),
    )
    note: Sentence = field("What changed, in a sentence.", ["Two more services have adopted it."])


class Review(Part):
    """A check of whether a record is still right, with its outcome."""

    date: Day = field(
        "The day of the review.",
        ["2026-03-12"],
        after=After("added", "It was reviewed ({later}) before it was added ({earlier}). Check both dates."),
    )
    outcome: ReviewOutcome = field("What it came to.", ["still right"])
    by: Annotated[str, Text(3, 80)] | None = field(
        "The role of whoever checked it, not their name.", ["Network chair"], default=None
    )
