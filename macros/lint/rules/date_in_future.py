"""A date that says what has happened is not in the future.

Why: What has happened cannot have happened tomorrow. A mistyped year would keep the record at the top of what is new
for years.
"""

from collections.abc import Iterator
from datetime import date

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.field import When
from macros.schema.types import in_words, sort_key
from macros.schema.values import dates

TOPIC = RuleTopic.DATES


def check(context: RuleContext, today: date) -> Iterator[Diagnostic]:
    """Compare every date that must be past with today; a month counts from its first day."""
    for one in dates(context.record):
        if sort_key(one.value) > sort_key(today) and not one.field.is_to_come(one.group):
            case = one.field.to_come
            remedy = (
                f' If it is still to come, the {case.name} is "{case.values[0]}".' if isinstance(case, When) else ""
            )
            yield context.diagnostic(
                f'{in_words(one.value)} in the field "{one.field.name}" is in the future. Check the year and the month.{remedy}',
                one.location,
            )
