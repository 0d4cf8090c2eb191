"""If a review changed or retired a record, an update of the same day tells readers.

Why: People who know the page want to hear what is different now, and the digest tells all members.
"""

from collections.abc import Container
from datetime import date

from macros.kinds import Record, Review, ReviewOutcome
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.lint.messages import add_update
from macros.schema.types import in_words

TOPIC = RuleTopic.STORY


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Check that each review with a change has an update on the same day."""
    update_days = {update.date for update in record.updates}
    for index, review in enumerate(record.reviews):
        yield from as_far_as_known(_untold(context, index, review, update_days))


def _untold(context: RuleContext, index: int, review: Review, update_days: Container[date]) -> Diagnostics:
    if review.outcome is not ReviewOutcome.STILL_RIGHT and review.date not in update_days:
        what = "changed something" if review.outcome is ReviewOutcome.CHANGED else "retired this record"
        yield context.diagnostic(
            f"The review of {in_words(review.date)} {what}, and no update of that day says so. "
            f"{add_update(context, review.date)}",
            ("reviews", index, "outcome"),
        )
