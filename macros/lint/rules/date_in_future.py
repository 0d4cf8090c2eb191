"""A date that says what has happened is not in the future.

Why: Nothing can have happened tomorrow. A mistyped year would keep the record at the top of what is new for years.
"""

from datetime import date

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.lint.messages import date_in
from macros.schema.field import When
from macros.schema.types import sort_key
from macros.schema.values import FieldValue

TOPIC = RuleTopic.DATES


def check(context: RuleContext, today: date) -> Diagnostics:
    """Compare every date that must be past with today; a month counts from its first day."""
    now = sort_key(today)
    for one in context.dates:
        if sort_key(one.value) > now:
            yield from as_far_as_known(_in_future(context, one))


def _in_future(context: RuleContext, one: FieldValue) -> Diagnostics:
    if not one.field.is_to_come(one.group):
        message = f"{date_in(one)} is in the future. Check the year and the month."
        if isinstance(case := one.field.to_come, When):
            message += f' If it is still to come, the {case.name} is "{case.values[0]}".'
        yield context.diagnostic(message, one.location)
