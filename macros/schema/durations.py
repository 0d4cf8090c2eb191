"""How long it is from one day to another in words, and how months are reckoned with."""

from datetime import date

from macros.schema.types import Month, first_day

# From two months on, however long they are, people count in months, and later in years.
_DAYS_COUNTED = 62
_MONTHS_COUNTED = 24


def how_long(since: date | Month, until: date) -> str:
    """ "12 days", "3 months", "2 years"; a month counts from its first day."""
    first = first_day(since)
    days = max(0, (until - first).days)
    if days < _DAYS_COUNTED:
        return counted(days, "day")
    months = month_number(until) - month_number(first) - (until.day < first.day)
    if months < _MONTHS_COUNTED:
        return counted(months, "month")
    return counted(months // 12, "year")


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 meeting", "3 meetings", "1,200 meetings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def month_number(when: date | Month) -> int:
    """Which month it is, counted through the years, to reckon with."""
    return when.year * 12 + when.month - 1


def month_at(number: int) -> Month:
    """The month of that number."""
    return Month(number // 12, number % 12 + 1)
