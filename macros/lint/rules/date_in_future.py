"""A date that says what has happened is not in the future.

Why: What has happened cannot have happened tomorrow. A mistyped year would keep the record at the top of what is new
for years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.kinds import Initiative, Meeting, MeetingStage, Service
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic
from macros.schema.types import Month, in_words, sort_key
from macros.source.diagnostic import Location

TOPIC = RuleTopic.DATES


def check(context: RuleContext, today: date) -> Iterator[Diagnostic]:
    """Compare every date of the past with today; a month is compared by its first day."""
    for location, when in _dates_of_the_past(context):
        if when is not None and sort_key(when) > sort_key(today):
            remedy = ' If it is still to come, the stage is "planned".' if location == ("date",) else ""
            yield context.diagnostic(
                f'{in_words(when)} in the field "{location[-1]}" is in the future. Check the year and the month.{remedy}',
                location,
            )


def _dates_of_the_past(context: RuleContext) -> Iterator[tuple[Location, date | Month | None]]:
    record: Any = context.record
    if record is None:
        return
    yield ("added",), record.added
    for index, review in enumerate(record.reviews):
        yield ("reviews", index, "date"), review.date
    for index, update in enumerate(record.updates):
        yield ("updates", index, "date"), update.date
    if isinstance(record, Initiative):
        yield ("started",), record.started
        yield ("stopped",), record.stopped
        for index, adoption in enumerate(record.adopted_by):
            yield ("adopted_by", index, "since"), adoption.since
    if isinstance(record, Meeting):
        if record.stage is MeetingStage.HELD:
            yield ("date",), record.date
        for index, action in enumerate(record.actions):
            yield ("actions", index, "done"), action.done
            yield ("actions", index, "dropped"), action.dropped
    if isinstance(record, Service):
        for index, champion in enumerate(record.champions):
            yield ("champions", index, "since"), champion.since
            yield ("champions", index, "consent_given"), champion.consent_given
            yield ("champions", index, "consent_withdrawn"), champion.consent_withdrawn
        for index, past in enumerate(record.past_champions):
            yield ("past_champions", index, "since"), past.since
            yield ("past_champions", index, "until"), past.until
