"""A time of day is written with two digits for the hour and two for the minutes, on a 24-hour clock: 09:30, 14:00.

Why: Calendars need to know whether two o'clock is in the afternoon. Written like this, there is only one way to read it.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import as_meant, field_name
from macros.lint.two_in_one import two_in_one
from macros.schema.written_pairs import written_times
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.DATES


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Say how to write the time. Fix it if it can mean only one, such as "9.30am"."""
    written, name = rejection.detail["written"], field_name(rejection.location)
    if two := two_in_one(rejection, context, written_times, "times"):
        return two
    if not isinstance(written, str):
        return f'The field "{name}" takes one time of day, such as 14:30, without a hyphen or brackets before it.'
    if fixed := as_meant(context, rejection.location, "time", written):
        return fixed
    return (
        f'The field "{name}" needs {rejection.detail["expected"]}, not "{written}". '
        "Write two in the afternoon as 14:00, and half past nine in the morning as 09:30."
    )
