"""Nothing was published, reviewed or met about, and nobody was a champion, before the network existed.

Why: It is nearly always a year that was mistyped, such as 2006 for 2026, and it puts the record at the wrong end of
every list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.kinds import Meeting, Record, Service
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic
from macros.schema.types import Month, in_words, is_certainly_before
from macros.source.diagnostic import Location

TOPIC = RuleTopic.DATES


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Compare what the network itself did with the month in which it first met."""
    record, established = context.record, context.library.network.established
    if record is None:
        return
    for location, when in _dates_of_the_network(record):
        if is_certainly_before(when, established):
            yield context.diagnostic(
                f'{in_words(when)} in the field "{location[-1]}" is before the network first met ({in_words(established)}). '
                "Check the year.",
                location,
            )


def _dates_of_the_network(record: Record) -> Iterator[tuple[Location, date | Month]]:
    yield ("added",), record.added
    for index, review in enumerate(record.reviews):
        yield ("reviews", index, "date"), review.date
    if isinstance(record, Meeting):
        yield ("date",), record.date
    if isinstance(record, Service):
        for index, champion in enumerate(record.champions):
            yield ("champions", index, "since"), champion.since
        for index, past in enumerate(record.past_champions):
            yield ("past_champions", index, "since"), past.since
