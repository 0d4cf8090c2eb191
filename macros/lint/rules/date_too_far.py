"""Nothing is planned for more than five years ahead.

Why: The year is mistyped, such as 2206 for 2026. The meeting would be the next one for ever, what is due would never be overdue, and
the calendars of most programs do not go as far.

It is an error although it depends on the day: what it lets pass today, it lets pass on every day after it.
"""

from collections.abc import Iterator
from datetime import date

from macros.kinds import KINDS as KINDS_OF_RECORD
from macros.library.library import NETWORK_FILE
from macros.library.today import YEARS_AHEAD, last_day_to_plan
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.types import in_words, sort_key
from macros.schema.values import dates

TOPIC = RuleTopic.DATES
KINDS = (*KINDS_OF_RECORD, "network")
# That rule has a tighter limit and says what it is.
AFTER = ("consent-too-long",)


def check(context: RuleContext, today: date) -> Iterator[Diagnostic]:
    """Report planned dates more than five years ahead."""
    last = last_day_to_plan(today)
    read = context.library.network if context.document.path == NETWORK_FILE else context.record
    for one in dates(read):
        if sort_key(one.value) > sort_key(last) and one.field.is_to_come(one.group):
            yield context.diagnostic(
                f'{in_words(one.value)} in the field "{one.field.name}" is more than {YEARS_AHEAD} years ahead. Check the year.',
                one.location,
            )
