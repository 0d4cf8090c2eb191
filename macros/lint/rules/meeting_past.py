"""A meeting that has taken place is no longer planned.

Why: Members look here for what was decided. Until the stage is changed, the page still invites them to a meeting that
is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.kinds import Meeting, MeetingStage
from macros.lint.finding import Case, Level, Mistake
from macros.lint.topic import Topic
from macros.schema.types import sort_key

TOPIC = Topic.DATES
LEVEL = Level.WARNING
AFTER = ("date-before-network", "field-needed-here")
KINDS = ("meeting",)


def check(case: Case, today: date) -> Iterator[Mistake]:
    """Compare the day of a planned meeting with today."""
    record = case.record
    if isinstance(record, Meeting) and record.stage is MeetingStage.PLANNED and sort_key(record.date) < sort_key(today):
        yield case.mistake(
            'This meeting is planned for a day that has passed. Change the stage to "held" and add what was decided.',
            ("date",),
        )
