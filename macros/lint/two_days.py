"""Two days written as one date, such as "15 to 16 December 2026"."""

import re
from collections.abc import Callable

from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.messages import field_name, model_of
from macros.schema.description import described
from macros.source.diagnostic import Rejection

# What stands between the first day and the last.
_TO = re.compile(
    r"\s*(?:\b(?:to|until|till|and)\b|[&\u2013\u2014]|(?<=\s)-(?=\s)|(?<!-\d\d)(?<!\d{3})-(?=\d{1,2} [A-Za-z])|/(?=\d{4}-\d\d-\d\d$))\s*"
)

# Reads a day and writes it as in records; None if it is not certain.
ReadDay = Callable[[str], str | None]


def two_days_in_one(rejection: Rejection, context: RuleContext, read: ReadDay) -> Diagnostic | None:
    """That a date is really two, which belong in two fields; None if it is not, or the record has no field for a last day.

    The fix writes the second field below the first.
    """
    written, name = rejection.detail["written"], field_name(rejection.location)
    later = _field_after(rejection, context)
    days = _two_days(written, read) if later and isinstance(written, str) else None
    if days is None:
        return None
    first, last = days
    return context.diagnostic(
        f'"{written}" is two days, and the field "{name}" takes one. Write "{name}: {first}", and on a line of its own '
        f'"{later}: {last}".',
        rejection.location,
        fix=None if context.document.has_key((later,)) else f"{first}\n{later}: {last}",
    )


def _field_after(rejection: Rejection, context: RuleContext) -> str:
    """The date field of the record that comes after this one, such as a last day; empty if there is none."""
    if len(rejection.location) > 1:
        return ""
    fields = described(model_of(context.document.kind)).values()
    after = (one.name for one in fields if one.is_date and one.after and one.after.name == rejection.location[0])
    return next(after, "")


def _two_days(written: str, read: ReadDay) -> tuple[str, str] | None:
    first, _, last = _TO.sub("|", written.strip(), count=1).partition("|")
    until = read(last)
    if until is None:
        return None
    # The first day may leave out the month and the year, or the year.
    words = last.split()
    since = next((day for end in ([], words[1:], words[2:]) if (day := read(" ".join([first, *end])))), None)
    return (since, until) if since and since < until else None
