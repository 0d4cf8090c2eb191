"""By when a record should be looked at again."""

from calendar import monthrange
from datetime import date

from macros.kinds.record import Record


def review_due(record: Record) -> date | None:
    """The day by which a record should be looked at again: so many months after it was reviewed, or else added.

    None for a kind that is not reviewed, and for what was retired.
    A day that the month does not have becomes its last day.
    """
    if not record.IS_REVIEWED or record.is_retired:
        return None
    last = record.last_review.date if record.last_review else record.added
    years, month = divmod(last.month - 1 + record.review_every, 12)
    year, month = last.year + years, month + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))
