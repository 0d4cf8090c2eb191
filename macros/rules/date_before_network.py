"""Nothing was published, reviewed or met about before the network existed.

Why: It is nearly always a year that was mistyped, such as 2006 for 2026, and it puts the record at the wrong end of
every list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.records.fields import Month, in_words, sort_key
from macros.records.models import Meeting
from macros.records.problem import Location
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.DATES


def check(case: Case) -> Iterator[Mistake]:
    """Compare what the network itself did with the month in which it first met."""
    record, established = case.record, case.library.network.established
    if record is None:
        return
    dates: dict[Location, date | Month] = {("added",): record.added}
    dates |= {("reviews", index, "date"): review.date for index, review in enumerate(record.reviews)}
    if isinstance(record, Meeting):
        dates["date",] = record.date
    for where, when in dates.items():
        if _is_before(when, established):
            yield case.mistake(
                f'{in_words(when)} in the field "{where[-1]}" is before the network first met ({in_words(established)}). '
                "Check the year.",
                where,
            )


def _is_before(when: date | Month, established: date | Month) -> bool:
    """Whether `when` is certainly before `established`: two dates of which one is a month are compared by their months."""
    parts = 3 if isinstance(when, date) and isinstance(established, date) else 2
    return sort_key(when)[:parts] < sort_key(established)[:parts]
