"""Durations in words, and month arithmetic."""

from datetime import date

from macros.schema.types import Month, first_day, in_words

# From here on people say hours.
_MINUTES_COUNTED = 90
# People count in months from two months on, and in years from two years on.
_DAYS_COUNTED = 62
_MONTHS_COUNTED = 24


def how_long(since: date | Month, until: date) -> str:
    """The time between two dates: "12 days", "3 months", "2 years". A month counts from its first day."""
    first = first_day(since)
    days = max(0, (until - first).days)
    if days < _DAYS_COUNTED:
        return counted(days, "day")
    months = month_number(until) - month_number(first) - (until.day < first.day)
    if months < _MONTHS_COUNTED:
        return counted(months, "month")
    return counted(months // 12, "year")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 meeting", "3 meetings", "1,200 meetings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def minutes_in_words(minutes: int) -> str:
    """A number of minutes as people say it: "1 minute", "45 minutes", "1 hour 30 minutes", "7 hours"."""
    if minutes < _MINUTES_COUNTED:
        return counted(minutes, "minute")
    hours, rest = divmod(minutes, 60)
    return f"{counted(hours, 'hour')} {counted(rest, 'minute')}" if rest else counted(hours, "hour")


def month_number(when: date | Month) -> int:
    """The number of the month since year 0, for arithmetic."""
    return when.year * 12 + when.month - 1


def month_at(number: int) -> Month:
    """The month with this `month_number`."""
    return Month(number // 12, number % 12 + 1)


def days_in_words(first: date | Month, last: date | None) -> str:
    """A day, or the days from `first` to `last` in NHS style: "6 August 2018", "6 to 7 August 2018", "31 July to 1 August 2018"."""
    if last is None:
        return in_words(first)
    shown = in_words(first)
    if isinstance(first, date) and first.year == last.year:
        shown = f"{first.day}" if first.month == last.month else shown.removesuffix(f" {first.year}")
    return f"{shown} to {in_words(last)}"
