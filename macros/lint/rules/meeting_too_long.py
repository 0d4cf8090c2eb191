"""A meeting lasts two weeks at most.

Why: The month or the year of its last day is mistyped. It would be in everyone's calendar until then, and would be the
next meeting until then.
"""

from calendar import monthrange
from datetime import date, timedelta

from macros.kinds import Meeting
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.durations import days_in_words
from macros.schema.types import Month

TOPIC = RuleTopic.DATES
_LONGEST = timedelta(days=14)


def check(context: RuleContext, record: Meeting) -> Diagnostics:
    """Compare the last day with the first. If only the month of that is known, it may be the last of the month."""
    last: date | None = record.last_day
    if last is not None and last - _latest_start(record.date) >= _LONGEST:
        yield context.diagnostic(
            f"This meeting lasts from {days_in_words(record.date, last)}, more than two weeks. Check the month and the year of both days.",
            ("last_day",),
        )


def _latest_start(first: date | Month) -> date:
    if isinstance(first, Month):
        return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first
