"""A record is reviewed as often as it says.

Why: Contacts, links and advice go out of date without anyone noticing. If no one has looked at a page for a year, it
should not look as if it were new.
"""

from datetime import date

from macros.kinds import Record
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.schema.types import in_words

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING
# A mistyped date is the error to fix first.
AFTER = ("date-before-network", "date-in-future", "date-out-of-order")


def check(context: RuleContext, record: Record, today: date) -> Diagnostics:
    """Report a review that was due before today."""
    due = record.review_due
    if due is not None and due < today:
        last = record.last_review
        yield context.diagnostic(
            f"A review was due on {in_words(due)}. Read the record again and fix what has changed. Then add an entry under "
            f'"reviews", "- date: {today.isoformat()}", and below the date the outcome, such as "outcome: still right".',
            ("reviews", record.reviews.index(last), "date") if last else ("added",),
        )
