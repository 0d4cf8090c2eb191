"""A review that has taken place stays: the next one is an entry of its own.

Why: A new date in an old entry tells nobody that somebody has read the page again, and what the earlier review came to
would be lost.
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
                f'The review of {in_words(day)} stood here before and is gone. Put its lines back: "- date: {day.isoformat()}" and '
                "what stood below it. If the record has been reviewed again, add lines of their own for that below. If the date was "
                "wrong, leave it as it was and tell whoever looks after the site which day is right: only they can correct it.",
                ("reviews",),
                key=True,
            )


def _review_days(reviews: Any) -> Iterator[date]:
    """The valid review dates."""
    for review in reviews if isinstance(reviews, list) else ():
        with suppress(PydanticCustomError):
            yield parse_day(review.get("date") if isinstance(review, dict) else None)
