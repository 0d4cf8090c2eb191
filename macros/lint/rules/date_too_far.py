"""Nothing is planned for more than five years ahead.

Why: The year is mistyped, such as 2206 for 2026. The meeting would be the next one for ever, an action would never be
overdue, and most calendar programs do not go that far. This is an error although it depends on the day: what it allows
today, it allows on every later day.
"""

from datetime import date

from macros.kinds import KINDS as KINDS_OF_RECORD
from macros.library.library import NETWORK_FILE
from macros.library.today import YEARS_AHEAD, last_day_to_plan
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.lint.messages import date_in
from macros.schema.types import sort_key
from macros.schema.values import FieldValue, dates

TOPIC = RuleTopic.DATES
# For dates that are refused whatever they are of.
MESSAGE = '"{written}" is after the year {last}. Check the year.'
KINDS = (*KINDS_OF_RECORD, "network")
# That rule has a tighter limit and says what it is.
AFTER = ("consent-too-long",)


def check(context: RuleContext, today: date) -> Diagnostics:
    """Report planned dates more than five years ahead."""
    last = sort_key(last_day_to_plan(today))
    is_network = context.document.path == NETWORK_FILE
    for one in dates(context.library.network) if is_network else context.dates:
        if sort_key(one.value) > last:
            yield from as_far_as_known(_too_far(context, one))


def _too_far(context: RuleContext, one: FieldValue) -> Diagnostics:
    if one.field.is_to_come(one.group):
        message = f"{date_in(one)} is more than {YEARS_AHEAD} years ahead. Check the year."
        yield context.diagnostic(message, one.location)
