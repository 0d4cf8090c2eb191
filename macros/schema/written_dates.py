"""Dates and times of day as people write them, turned into the text that a record has."""

import re
from datetime import date

MONTHS = "January February March April May June July August September October November December".split()

_MONTH_NUMBER = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
_NAME = f"(?P<name>{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})"
_YEAR, _MONTH, _DAY = "(?P<year>[0-9]{4})", "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_TO = "(?: of |[ ,./\u2010-\u2015-]+)"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = f"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*[., ]+)?(?:the )?"
# In Britain the day comes before the month, and both before the year. Compiled on first use, which few checks make of them.
_DATES = (
    _YEAR,
    f"{_NAME}{_TO}{_YEAR}",
    f"{_YEAR}{_TO}{_NAME}(?:{_TO}{_DAY})?",
    f"{_WEEKDAY}{_DAY}{_TO}{_NAME}{_TO}{_YEAR}",
    f"{_WEEKDAY}{_NAME}{_TO}{_DAY}{_TO}{_YEAR}",
    f"{_WEEKDAY}{_DAY}{_TO}{_MONTH}{_TO}{_YEAR}",
    f"{_MONTH}{_TO}{_YEAR}",
    f"{_YEAR}{_TO}{_MONTH}(?:{_TO}{_DAY})?",
    "(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
)
_SCHOOL_YEAR = re.compile("([0-9]{4})[/\u2013-]([0-9]{2})")

_NOON = ("noon", "midday", "12 noon", "12 midday")
_AFTER_TIME = r"(?: ?(?:(?P<half>[ap])\.? ?m\.?|hrs|hours|h))?"
# "9-30" is a time, but "9-12" is two.
_TIME = re.compile(rf"(?P<hour>[0-9]{{1,2}})(?: ?(?:[:.h]|-(?=[3-5])) ?(?P<minute>[0-9]{{2}})(?::00)?)?{_AFTER_TIME}")
_HOURS = re.compile(f"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-9]{{2}}){_AFTER_TIME}")
# No one meets before seven in the morning: "2:30" without "pm" may well be in the afternoon.
_EARLIEST = 7


def written_date(text: str) -> str | None:
    """A date such as "1 September 2025", "1/9/2025", "March 2019" or "2019", as "2025-09-01", "2019-03" or "2019".

    None if the text can mean several dates, or none of the calendar, or its weekday is that of another day.
    """
    return None if day_despite_weekday(text) else _without_weekday(text)


def day_despite_weekday(text: str) -> date | None:
    """The day that a text gives, if it names a weekday that is not that of this day."""
    match, found = _match(text), _without_weekday(text)
    weekday = match.groupdict().get("weekday") if match else None
    day = date.fromisoformat(found) if found and weekday else None
    return day if day and day.weekday() != _WEEKDAYS.index(weekday or "") else None


def is_like_date(text: str) -> bool:
    """Whether a text is written like one date, whether or not the calendar has it."""
    return _match(text) is not None


def _without_weekday(text: str) -> str | None:
    match = _match(text)
    if match is None:
        return None
    given = match.groupdict()
    month = _MONTH_NUMBER.get(given.get("name") or "") or given.get("month")
    return _calendar(*(int(part) for part in (given["year"], month, given.get("day")) if part is not None))


def _match(text: str) -> re.Match[str] | None:
    plain = " ".join(text.lower().split())
    if _is_school_year(plain):
        return None
    return next((match for form in _DATES if (match := re.fullmatch(form, plain))), None)


def _is_school_year(text: str) -> bool:
    """Whether the text may mean a year that starts in September or April: 2011/12."""
    match = _SCHOOL_YEAR.fullmatch(text)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


def _calendar(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The year, month or day in the form that records have; None if there is none."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def written_time(text: str) -> str | None:
    """A time of day such as "9:30", "9.30am", "2pm", "0930" or "noon", as "09:30", "14:00" or "12:00".

    None if the text can mean several times, such as "2:30" or "12am", or none.
    """
    plain = " ".join(text.lower().split())
    if plain in _NOON:
        return "12:00"
    match = _TIME.fullmatch(plain) or _HOURS.fullmatch(plain)
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), match["minute"], match["half"]
    if not half and (minute is None or (hour < _EARLIEST and not plain.startswith("0"))):
        return None
    # Midnight and midday are both called so.
    if half == "a" and hour == 12:
        return None
    # "14:00 pm" says the same twice, and "14:00 am" says nothing.
    if half and (half == "a" or hour <= 12):
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 24
    return f"{hour:02}:{minute or '00'}" if hour < 24 and int(minute or 0) < 60 else None
