"""A review says what it came to: still right, changed or retired.

Why: A new date alone tells nobody that somebody has read the page. Whoever states what the review came to has looked,
and readers learn what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.fields import in_words
from macros.records.models import ReviewOutcome
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.STORY


def check(case: Case) -> Iterator[Mistake]:
    """Look for the outcome of the review, and for the update that a change calls for.

    Whoever moves the date below which "still right" already stands says so again, which is what an honest second review of a
    page that is still right looks like: no comparison with the file before could tell the two apart.
    """
    record = case.record
    if record is None or record.reviewed is None:
        return
    if record.review_outcome is None:
        yield case.mistake(
            "A review says what it came to. Add a line below this one: "
            '"review_outcome: still right", "review_outcome: changed" or "review_outcome: retired".',
            ("reviewed",),
        )
    elif record.review_outcome is ReviewOutcome.CHANGED and record.reviewed not in {one.date for one in record.updates}:
        yield case.mistake(
            f"The review of {in_words(record.reviewed)} changed something, and no update of that day says what. "
            f'Add one under "updates", dated {record.reviewed.isoformat()}.',
            ("review_outcome",),
        )
