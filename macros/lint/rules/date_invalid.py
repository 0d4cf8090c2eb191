"""A date is written year first and exists: 2018-08-06, or 2018-08 or 2018 where a month or a year is enough.

Why: People read 03/04/2026 as the third of April or as the fourth of March. With the year first there is only one way
to read it, for people and for the site.
"""

import re

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name, field_of, how_to_write_date, model_of
from macros.schema.description import described
from macros.schema.written_dates import is_like_date, written_date
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.DATES
_SHORT_YEAR = re.compile(r"[ -~]*[ ./-]'?[0-9]{2}")
# What stands between the first day and the last.
_TO = re.compile(
    r"\s*(?:\b(?:to|until|till|and)\b|[&\u2013\u2014]|(?<=\s)-(?=\s)|(?<!-\d\d)(?<!\d{3})-(?=\d{1,2} [A-Za-z])|/(?=\d{4}-\d\d-\d\d$))\s*"
)


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Say how to write the date. Fix it if it can mean only one, such as "6 August 2018" or "6/8/2018"."""
    written, name = rejection.detail["written"], field_name(rejection.location)
    if not isinstance(written, str):
        return f'The field "{name}" takes one date, such as 2018-08-06, without a hyphen or brackets before it.'
    field = field_of(context, rejection.location)
    meant = field.meant(written) if field else None
    if meant:
        message = f'Write the date in the field "{name}" as {meant}, not "{written}".'
        return context.diagnostic(message, rejection.location, fix=meant)
    if (later := _field_after(rejection, context)) and (days := _two_days(written)):
        first, last = days
        is_free = not context.document.has_key((later,))
        return context.diagnostic(
            f'"{written}" is two days, and the field "{name}" takes one. Write "{name}: {first}", and on a line of its own '
            f'"{later}: {last}".',
            rejection.location,
            fix=f"{first}\n{later}: {last}" if is_free else None,
        )
    return _message(written, name, how_to_write_date(rejection.detail["expected"]))


def _message(written: str, name: str, how: str) -> str:
    """What is wrong with a date that cannot be fixed, and what to write."""
    if part := written_date(written):
        return (
            f'"{written}" does not say the {"day" if "-" in part else "month"}, and the field "{name}" needs it. {how}'
        )
    if is_like_date(written):
        return f'"{written}" in the field "{name}" is not a date in the calendar. Check the month and the day.'
    if _SHORT_YEAR.fullmatch(written):
        return f'"{written}" in the field "{name}" can mean more than one date. {how}'
    return f'The field "{name}" needs a date, not "{written}". {how}'


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
    until = _whole_day(last)
    if until is None:
        return None
    # The first day may leave out the month and the year, or the year.
    words = last.split()
    since = next((day for end in ([], words[1:], words[2:]) if (day := _whole_day(" ".join([first, *end])))), None)
    return (since, until) if since and since < until else None


def _whole_day(written: str) -> str | None:
    found = written_date(written)
    return found if found and len(found) == len("2018-08-06") else None
