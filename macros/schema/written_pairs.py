"""Two days or two times of day that people write as one, turned into the texts that a record has."""

import re
from collections.abc import Iterator

from macros.schema.written_dates import written_date, written_time

_WORD = r"\b(?:to|until|till|and)\b|[&\u2013\u2014]"
# A hyphen or a stroke can also be part of a date.
_BETWEEN_DAYS = re.compile(
    rf"\s*(?:{_WORD}|(?<=\s)-(?=\s)|(?<!-\d\d)(?<!\d{{3}})[-/](?=\d{{1,2}}(?:st|nd|rd|th)? (?!to|un|ti|and)[A-Za-z])"
    r"|(?<!\d-)-(?=\d{1,2}[/.]\d{1,2}[/.]\d{4}$)|/(?=\d{4}-\d\d-\d\d$)|(?<=\d{4}-\d\d-\d\d)[-/](?=\d{1,2}$))\s*"
)
_BETWEEN_TIMES = re.compile(rf"\s*(?:{_WORD}|-)\s*")
_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?P<month>\D+(?P<year>[ /.]\d{4})|[/.]\d{1,2}(?P<year_too>[/.]\d{4}))")
_YEAR_FIRST = re.compile(r"(\d{4}-)(\d\d-)\d\d")
_HALF = re.compile(r" ?[ap]\.? ?m\.?$", re.IGNORECASE)


def written_days(text: str) -> tuple[str, str] | None:
    """The two days that a text such as "15 to 16 December 2026" names, in its order; None if it is not certain that it names two."""
    first, between, last = _BETWEEN_DAYS.sub("|", text.strip(), count=1).partition("|")
    if not between:
        return None
    since = _first_day_in(_completed(first, last))
    until = _first_day_in(_completed(last, first))
    return (since, until) if since and until else None


def _completed(day: str, other: str) -> Iterator[str]:
    """The text of a day with as much of the other day as it may leave out: nothing, the year, or the month and the year."""
    yield day
    if match := _DAY_FIRST.search(other):
        yield day + (match["year"] or match["year_too"])
        yield day + match["month"]
    if match := _YEAR_FIRST.fullmatch(other):
        yield match[1] + match[2] + day
        yield match[1] + day


def _first_day_in(texts: Iterator[str]) -> str | None:
    read = (written_date(text) for text in texts)
    return next((day for day in read if day and len(day) == len("2018-08-06")), None)


def written_times(text: str) -> tuple[str, str] | None:
    """The start and the end that a text such as "10am to 12pm" names; None if it is not certain."""
    first, between, last = _BETWEEN_TIMES.sub("|", text.strip(), count=1).partition("|")
    until = written_time(last) if between else None
    if until is None:
        return None
    half = _HALF.search(last)
    # "2-4pm" starts in the afternoon, "10-12pm" does not.
    starts = [first + half[0], first, f"{first}am"] if half else [first]
    since = next((time for start in starts if (time := written_time(start)) and time < until), None)
    return (since, until) if since else None
