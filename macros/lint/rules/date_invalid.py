"""A date is written year first and exists: 2018-08-06, or 2018-08 where a month is enough.

Why: People read 03/04/2026 as the third of April or as the fourth of March. With the year first there is only one way
to read it, for people and for the site.
"""

import re
from contextlib import suppress
from datetime import datetime

from pydantic_core import PydanticCustomError

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name
from macros.lint.two_days import two_days_in_one
from macros.schema.types import parse_day
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.DATES
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Say how to write the date. Fix it if it can mean only one day, such as "6 August 2018"."""
    written, expected = rejection.detail["written"], rejection.detail["expected"]
    name = field_name(rejection.location)
    if not isinstance(written, str):
        return f'The field "{name}" takes one date, such as 2018-08-06, without a hyphen or brackets before it.'
    if expected == "calendar":
        return f'"{written}" in the field "{name}" is not a date in the calendar. Check the month and the day.'
    if moved := two_days_in_one(rejection, context, _day):
        return moved
    message = f'"{written}" is not a date that the field "{name}" takes. Write the year, the month and the day, such as 2018-08-06'
    or_month = ", or 2018-08 if only the month is known" if expected == "day or month" else ""
    return context.diagnostic(f"{message}{or_month}.", rejection.location, fix=_certain_day(written))


def _day(written: str) -> str | None:
    with suppress(PydanticCustomError):
        return parse_day(written).isoformat()
    return _certain_day(written)


def _certain_day(written: str) -> str | None:
    for form in ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y/%m/%d"):
        with suppress(ValueError):
            return datetime.strptime(_ORDINAL.sub("", written.strip()), form).date().isoformat()
    return None
