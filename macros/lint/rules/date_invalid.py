"""A date is written year first and exists: 2018-08-06, or 2018-08 or 2018 where a month or a year is enough.

Why: People read 03/04/2026 as the third of April or as the fourth of March. With the year first there is only one way
to read it, for people and for the site.
"""

import re

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import as_meant, field_name, how_to_write_date
from macros.lint.two_in_one import two_in_one
from macros.schema.types import in_words
from macros.schema.written_dates import day_despite_weekday, is_like_date, written_date
from macros.schema.written_pairs import written_days
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.DATES
_SHORT_YEAR = re.compile(r"[ -~]*[ ./-]'?[0-9]{2}")


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Say how to write the date. Fix it if it can mean only one, such as "6 August 2018" or "6/8/2018"."""
    written, name = rejection.detail["written"], field_name(rejection.location)
    if two := two_in_one(rejection, context, written_days, "days"):
        return two
    if not isinstance(written, str):
        return f'The field "{name}" takes one date, such as 2018-08-06, without a hyphen or brackets before it.'
    if fixed := as_meant(context, rejection.location, "date", written):
        return fixed
    return _message(written, name, how_to_write_date(rejection.detail["expected"]))


def _message(written: str, name: str, how: str) -> str:
    """What is wrong with a date that cannot be fixed, and what to write."""
    if part := written_date(written):
        return (
            f'"{written}" does not say the {"day" if "-" in part else "month"}, and the field "{name}" needs it. {how}'
        )
    if day := day_despite_weekday(written):
        return (
            f'"{written}" in the field "{name}" has the wrong weekday: {in_words(day)} is a {day:%A}. Check both. Then write '
            "the date without a weekday, year first."
        )
    if is_like_date(written):
        return f'"{written}" in the field "{name}" is not a date in the calendar. Check the month and the day.'
    if _SHORT_YEAR.fullmatch(written):
        return f'"{written}" in the field "{name}" can mean more than one date. {how}'
    return f'The field "{name}" needs a date, not "{written}". {how}'
