"""A date is written year first and exists: 2018-08-06, or 2018-08 where a month is enough.

Why: People read 03/04/2026 as the third of April or as the fourth of March. With the year first there is only one way
to read it, for people and for the site.
"""

import re
from contextlib import suppress
from datetime import datetime

from pydantic_core import PydanticCustomError

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name, model_of
from macros.schema.description import described
from macros.schema.types import parse_day
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.DATES
# What stands between the first day and the last.
_TO = re.compile(
    r"\s*(?:\b(?:to|until|till|and)\b|[&\u2013\u2014]|(?<=\s)-(?=\s)|(?<!-\d\d)(?<!\d{3})-(?=\d{1,2} [A-Za-z])|/(?=\d{4}-\d\d-\d\d$))\s*"
)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Say how to write the date. Fix it if it can mean only one day, such as "6 August 2018"."""
    written, expected = rejection.detail["written"], rejection.detail["expected"]
    name = field_name(rejection.location)
    if not isinstance(written, str):
        return f'The field "{name}" takes one date, such as 2018-08-06, without a hyphen or brackets before it.'
    if expected == "calendar":
        return f'"{written}" in the field "{name}" is not a date in the calendar. Check the month and the day.'
    if (later := _field_after(rejection, context)) and (days := _two_days(written)):
        first, last = days
        is_free = not context.document.has_key((later,))
        return context.diagnostic(
            f'"{written}" is two days, and the field "{name}" takes one. Write "{name}: {first}", and on a line of its own '
            f'"{later}: {last}".',
            rejection.location,
            fix=f"{first}\n{later}: {last}" if is_free else None,
        )
    message = f'"{written}" is not a date that the field "{name}" takes. Write the year, the month and the day, such as 2018-08-06'
    or_month = ", or 2018-08 if only the month is known" if expected == "day or month" else ""
    return context.diagnostic(f"{message}{or_month}.", rejection.location, fix=_certain_day(written))


def _field_after(rejection: Rejection, context: RuleContext) -> str:
    """The date field of the record that comes after this one, such as a last day; empty if there is none."""
    if len(rejection.location) > 1:
        return ""
    fields = described(model_of(context.document.kind)).values()
    after = (one.name for one in fields if one.is_date and one.after and one.after.name == rejection.location[0])
    return next(after, "")


def _two_days(written: str) -> tuple[str, str] | None:
    """The two days in "2026-12-15 to 2026-12-16" or "15 to 16 December 2026"; None if they are not certain."""
    first, _, last = _TO.sub("|", written.strip(), count=1).partition("|")
    until = _day(last)
    if until is None:
        return None
    # The first day may leave out the month and the year, or the year.
    words = last.split()
    since = next((day for end in ([], words[1:], words[2:]) if (day := _day(" ".join([first, *end])))), None)
    return (since, until) if since and since < until else None


def _day(written: str) -> str | None:
    with suppress(PydanticCustomError):
        return parse_day(written).isoformat()
    return _certain_day(written)


def _certain_day(written: str) -> str | None:
    for form in ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y/%m/%d"):
        with suppress(ValueError):
            return datetime.strptime(_ORDINAL.sub("", written.strip()), form).date().isoformat()
    return None
