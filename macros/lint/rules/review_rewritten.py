"""A past review stays as it is, and the next one gets its own entry.

Why: A new date in an old entry does not tell anyone that someone has read the page again, and the outcome of the
earlier review would be lost.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from macros.kinds import Record
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.types import in_words, parse_day

TOPIC = RuleTopic.DATES


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Compare the review dates with those in the baseline."""
    kept = {review.date for review in record.reviews}
    for day in _review_days(context.before.values.get("reviews") if context.before else None):
        if day not in kept:
            yield context.diagnostic(
                f'The review of {in_words(day)} was here before and is gone. Put its lines back: "- date: {day.isoformat()}" and '
                "what was below it. If the record has been reviewed again, add a new entry below. If the date was "
                "wrong, leave it as it was and tell whoever looks after the site which day is right: only they can correct it.",
                ("reviews",),
                key=True,
            )


def _review_days(reviews: Any) -> Iterator[date]:
    """The valid review dates."""
    for review in reviews if isinstance(reviews, list) else ():
        with suppress(PydanticCustomError):
            yield parse_day(review.get("date") if isinstance(review, dict) else None)
