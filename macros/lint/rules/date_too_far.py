"""Nothing is planned for more than five years ahead.

Why: The year is mistyped, such as 2206 for 2026. The meeting would be the next one for ever, what is due would never be overdue, and
the calendars of most programs do not go as far.

It is an error although it depends on the day: what it lets pass today, it lets pass on every day after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.kinds import Meeting, MeetingStage
from macros.library.library import NETWORK_FILE
from macros.library.today import YEARS_AHEAD, last_day_to_plan
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic
from macros.schema.types import Month, in_words, sort_key
from macros.source.diagnostic import Location

TOPIC = RuleTopic.DATES
KINDS = ("meeting", "network")


def check(context: RuleContext, today: date) -> Iterator[Diagnostic]:
    """Compare each date to come that nothing else limits with the same day in five years."""
    last = last_day_to_plan(today)
    for location, when in _dates_to_come(context):
        if when is not None and sort_key(when) > sort_key(last):
            yield context.diagnostic(
                f'{in_words(when)} in the field "{location[-1]}" is more than {YEARS_AHEAD} years ahead. Check the year.',
                location,
            )


def _dates_to_come(context: RuleContext) -> Iterator[tuple[Location, date | Month | None]]:
    if context.document.path == NETWORK_FILE:
        yield ("established",), context.library.network.established
    if isinstance(context.record, Meeting):
        if context.record.stage is MeetingStage.PLANNED:
            yield ("date",), context.record.date
        for index, action in enumerate(context.record.actions):
            yield ("actions", index, "due"), action.due
