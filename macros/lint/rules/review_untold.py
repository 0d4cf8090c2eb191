"""A review that changed or retired a record is told to readers, by an update of the same day.

Why: Whoever knows the page wants to hear what is different now, and the digest tells it to all members.
"""

from macros.kinds import Record, ReviewOutcome
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.types import in_words

TOPIC = RuleTopic.STORY


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Check that each review with a change has an update on the same day."""
    has_updates = context.document.has_key(("updates",))
    where = 'Under "updates:", add' if has_updates else 'Add a line "updates:", and under it, after two spaces,'
    update_days = {update.date for update in record.updates}
    for index, review in enumerate(record.reviews):
        if review.outcome is not ReviewOutcome.STILL_RIGHT and review.date not in update_days:
            what = "changed something" if review.outcome is ReviewOutcome.CHANGED else "retired this record"
            yield context.diagnostic(
                f"The review of {in_words(review.date)} {what}, and no update of that day says so. "
                f'{where} "- date: {review.date.isoformat()}", and below the date "note:" with what is different, in a sentence.',
                ("reviews", index, "outcome"),
            )
