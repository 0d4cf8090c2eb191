"""Days as people write them in minutes, read strictly: what may be another day is none."""

import re
from dataclasses import dataclass
from datetime import date

from macros.minutes.messages import said
from macros.schema.types import in_words
from macros.schema.written_dates import MONTHS, day_despite_weekday, written_date

# "March" before "Mar", and in the same order each time, because a script is made of them too.
_NAMES = "|".join(sorted({name[:length] for name in MONTHS for length in (3, 4, len(name))}, reverse=True))
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?(?:the\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# "12" is no year in "10 December - 12 December".
_YEAR = rf"(?:20\d\d|'?\d\d(?![\d:.]\d|\s+(?:{_NAMES})))"
_FULL = (
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s.,/-]*\s*(?:{_NAMES})\.?[\s,/-]*{_YEAR}"
    rf"|{_WEEKDAY}(?:{_NAMES})\.?\s+{_DAY},?\s+(?:20\d\d|'\d\d)"
    rf"|{_WEEKDAY}\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d(?![\d:])|{_WEEKDAY}\d{{1,2}}-\d{{1,2}}-20\d\d"
    r"|20\d\d[-\u2010\u2011/]\d{1,2}[-\u2010\u2011/]\d{1,2}"
)
_SHORT = (
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+(?:{_NAMES})\b|{_WEEKDAY}(?:{_NAMES})\.?\s+{_DAY}\b|{_WEEKDAY}\d{{1,2}}/\d{{1,2}}"
)
# What follows a number and a sign is no day, unless a month comes next: "10-12 December", "10/12 December".
_START = rf"(?<![\w.])(?:(?<!/)(?<!\d-)|(?<=\d[/-])(?={_DAY}\s+(?:{_NAMES})))"
DAY = re.compile(rf"{_START}(?:{_FULL})(?![\w/])", re.IGNORECASE)
WITHOUT_YEAR = re.compile(rf"{_START}(?:{_SHORT})(?![\w/])", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"(?<=[\s/.,'-])'?(\d\d)$")
# Before a day, these make another thing of it.
_NOT_THE_DAY = re.compile(
    r"\b(?:w/?c|w/?e|week (?:commencing|ending|of)|before|after|from|mid|early|late)\W*$"
    rf"|\d(?:st|nd|rd|th)?\s*(?:to|and|or|[-–&/])\s*$|\b(?:{_NAMES})\.?\s*(?:to|until|till|[-–])\s*$",
    re.IGNORECASE,
)
_MONTH, _NO_MONTH = "(?:0?[1-9]|1[0-2])", "(?:1[3-9]|2[0-9]|3[01])"
_DAY_FIRST = re.compile(rf"(?<![\w./-]){_NO_MONTH}/{_MONTH}/(?:20)?\d\d(?![\w/])")
_MONTH_FIRST = re.compile(rf"(?<![\w./-]){_MONTH}/{_NO_MONTH}/(?:20)?\d\d(?![\w/])")
_AMERICAN = re.compile(rf"\b(?:{_NAMES})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,\s*20\d\d", re.IGNORECASE)
_EITHER_FIRST = re.compile(rf"(?<![\w./-])({_MONTH})[/.-]({_MONTH})(?!\d)")
_IN_FIGURES = re.compile(rf"(?<![\w./-])({_MONTH})/({_MONTH})/(?:20)?(\d\d)(?![\w/])")
# A month, and a number that can be none: with the month first, it can be read in one way only.
_TURNED = re.compile(rf"(?<!\d)({_MONTH})([/.-])({_NO_MONTH})(?=[/.-]20\d\d)")
# "Oct 8-10", but not "Oct 8 - 10am".
_TO_ANOTHER = re.compile(
    rf"{_WEEKDAY}(?:{_NAMES})\.?\s+{_DAY}\s?[-–]\s?\d{{1,2}}(?:st|nd|rd|th)?(?![\w:.]|\s*[ap]\.?m)", re.IGNORECASE
)
# Minutes are written within so many days after the meeting, or on the day before it as far as the clock of a computer may differ.
_MOST_AFTER, _MOST_BEFORE = 7, 1
# The number of a meeting is not the first of two days: "Minutes 1 - 22 January 2026".
_NUMBERED = re.compile(
    r"\b(?:meeting|minutes|notes|session|week|number|no\.?)\s*(?:no\.?\s*|number\s*)?#?\d{1,3}\s*[-–]\s*$",
    re.IGNORECASE,
)
# How far before a day the words are that change it, in characters.
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day in a text, from `start` to `end`. `assumed` says what the text did not; `wrong` says why it is no day."""

    start: int
    end: int
    day: date | None = None
    assumed: str = ""
    wrong: str = ""


def has_months_first(text: str, saved: str = "") -> bool:
    """Whether a file seems to write the month first, as Americans do: it has 3/25/26, or "March 25, 2026" and no 25/3/26.

    Or its first day such as 3/4/26 is one of the week before it was `saved` (2026-03-05T09:30:00Z) only if the month is first.
    """
    if _MONTH_FIRST.search(text) or _DAY_FIRST.search(text):
        return _MONTH_FIRST.search(text) is not None
    if _AMERICAN.search(text):
        return True
    day = written_date(saved[: len("2026-03-05")])
    match = next((one for one in _IN_FIGURES.finditer(text) if int(one[1]) != int(one[2])), None)
    if match is None or day is None or len(day) < len("2026-03-05"):
        return False
    first, second, year = int(match[1]), int(match[2]), 2000 + int(match[3])
    return _is_just_before(date(year, first, second), day) and not _is_just_before(date(year, second, first), day)


def _is_just_before(day: date, saved: str) -> bool:
    return -_MOST_BEFORE <= (date.fromisoformat(saved) - day).days <= _MOST_AFTER


def days_in(
    text: str, meeting: date | None = None, *, months_first: bool = False, is_past: bool = False
) -> list[WrittenDay]:
    """The days in a text: 3/4/26 is 3 April, or no day if the file may have `months_first`.

    One without a year is the next such day on or after that of the meeting, if this is known; if it `is_past`, the last on or before it.
    """
    found = []
    full = [*DAY.finditer(text)]
    short = [
        one
        for one in WITHOUT_YEAR.finditer(text)
        if not any(one.start() < other.end() and other.start() < one.end() for other in full)
    ]
    for match in (*full, *short):
        before, after = text[max(match.start() - _BEFORE, 0) : match.start()], text[match.start() :]
        if (_NOT_THE_DAY.search(before) and not _NUMBERED.search(before)) or _TO_ANOTHER.match(after):
            found.append(WrittenDay(*match.span(), wrong=said("not-one-day", text=match[0])))
        elif months_first and is_either(match[0]):
            found.append(WrittenDay(*match.span(), wrong=said("day-or-month", text=match[0])))
        else:
            one = _read(match, meeting, has_year=match.re is DAY, is_past=is_past, months_first=months_first)
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def is_either(day: str) -> bool:
    """Whether a day in figures is another one if the month is first."""
    match = _EITHER_FIRST.search(day)
    return match is not None and int(match[1]) != int(match[2])


def _read(
    match: re.Match[str], meeting: date | None, *, has_year: bool, is_past: bool, months_first: bool
) -> WrittenDay:
    text = re.sub(r"[\u2010\u2011]", "-", " ".join(match[0].split())).rstrip(".,")
    if has_year:
        text = _TWO_DIGITS.sub(r"20\1", text) if not re.search(r"20\d\d", text) else text
        text = re.sub(r"(?<=[a-z])\.", " ", text, flags=re.IGNORECASE)
        return _of(match, text, months_first=months_first)
    if meeting is None:
        return WrittenDay(*match.span(), wrong=said("no-year", text=match[0]))
    separator = "/" if "/" in text else " "
    years = (meeting.year, meeting.year - 1) if is_past else (meeting.year, meeting.year + 1)
    tried = [_of(match, f"{text}{separator}{year}", months_first=months_first) for year in years]
    near = [one for one in tried if one.day is not None and (one.day <= meeting if is_past else one.day >= meeting)]
    if not near:
        return next((one for one in tried if one.wrong), tried[0])
    one = near[0]
    assert one.day is not None
    assumed = said("year-assumed", text=match[0], day=in_words(one.day))
    return WrittenDay(one.start, one.end, one.day, assumed)


def _of(match: re.Match[str], text: str, *, months_first: bool) -> WrittenDay:
    found = written_date(_TURNED.sub(r"\3\2\1", text) if months_first else text)
    if found and len(found) == len("2026-01-01"):
        return WrittenDay(*match.span(), day=date.fromisoformat(found))
    other = day_despite_weekday(text)
    if other is not None:
        wrong = said("other-weekday", text=match[0], day=in_words(other), weekday=f"{other:%A}")
        return WrittenDay(*match.span(), wrong=wrong)
    return WrittenDay(*match.span(), wrong=said("not-in-calendar", text=match[0]))
