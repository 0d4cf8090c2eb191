"""When a record is due for review."""

from calendar import monthrange
from datetime import date

from macros.kinds.record import Record


def review_due(record: Record) -> date | None:
    """The day a review is due: `review_every` months after the last review or, without one, after the record was added.

    A day that the month does not have becomes its last day. None for retired records and kinds without reviews.
    """
    if not record.IS_REVIEWED or record.is_retired:
        return None
    last = record.last_review.date if record.last_review else record.added
    years, month = divmod(last.month - 1 + record.review_every, 12)
    year, month = last.year + years, month + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))
