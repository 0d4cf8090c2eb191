"""Nothing stops before it starts, ends before it begins, changes before it is there or is taken up before it is suggested.

Why: One of the two dates must be wrong, and readers cannot know which. Only whoever was there can.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from macros.kinds import Initiative, Meeting, Service
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic
from macros.schema.types import in_words, is_certainly_before
from macros.source.diagnostic import Location

TOPIC = RuleTopic.DATES

# If a year is mistyped, that is the mistake to mend.
AFTER = ("date-before-network", "date-in-future")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Compare each pair of dates that has an order."""
    for earlier, later, location, message in _pairs(context):
        if earlier is not None and later is not None and _is_before(later, earlier):
            yield context.diagnostic(
                message if isinstance(later, time) else _with_dates(message, earlier, later), location
            )


def _with_dates(message: str, earlier: Any, later: Any) -> str:
    """A message with the two dates that it speaks of, of which people see one at the place of the mistake."""
    return message.replace("[earlier]", in_words(earlier)).replace("[later]", in_words(later))


def _is_before(left: Any, right: Any) -> bool:
    return bool(left < right) if isinstance(left, time) else is_certainly_before(left, right)


def _pairs(context: RuleContext) -> Iterator[tuple[Any, Any, Location, str]]:
    record = context.record
    if record is None:
        return
    for index, update in enumerate(record.updates):
        where: Location = ("updates", index, "date")
        yield (
            record.added,
            update.date,
            where,
            "This update ([later]) is dated before the record was added ([earlier]). Check both dates.",
        )
    for index, review in enumerate(record.reviews):
        where = ("reviews", index, "date")
        yield (
            record.added,
            review.date,
            where,
            "It was reviewed ([later]) before it was added ([earlier]). Check both dates.",
        )
    if isinstance(record, Initiative):
        yield (
            record.started,
            record.stopped,
            ("stopped",),
            "It stopped ([later]) before it started ([earlier]). Check both dates.",
        )
        for index, adoption in enumerate(record.adopted_by):
            where = ("adopted_by", index, "since")
            yield (
                record.started,
                adoption.since,
                where,
                "It was taken up here ([later]) before it started ([earlier]). Check both dates.",
            )
    if isinstance(record, Meeting):
        yield record.starts, record.ends, ("ends",), "The meeting ends before it starts. Use a 24-hour clock: 16:30."
        if record.starts is not None and record.starts == record.ends:
            yield date.max, date.min, ("ends",), "The meeting ends when it starts. Check both times."
        for index, topic in enumerate(record.topics):
            meeting = context.library.all_of(Meeting).get(topic.taken_up or "")
            if meeting is not None:
                message = (
                    f'"{meeting.id}" ({in_words(meeting.date)}) was before this meeting, and cannot have taken up what was suggested '
                    "here. Write the meeting that did, or take the line out until there is one."
                )
                yield record.date, meeting.date, ("topics", index, "taken_up"), message
    if isinstance(record, Service):
        for index, champion in enumerate(record.champions):
            where = ("champions", index, "consent_until")
            message = "Consent ends ([later]) before it was given ([earlier]). Check both dates."
            yield champion.consent_given, champion.consent_until, where, message
            where = ("champions", index, "consent_withdrawn")
            message = "Consent was withdrawn ([later]) before it was given ([earlier]). Check both dates."
            yield champion.consent_given, champion.consent_withdrawn, where, message
        for index, past in enumerate(record.past_champions):
            where = ("past_champions", index, "until")
            yield (
                past.since,
                past.until,
                where,
                "This time ends ([later]) before it starts ([earlier]). Check both dates.",
            )
