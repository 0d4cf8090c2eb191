"""Nothing was published, reviewed or discussed, and no one was named by a service, before the network existed.

Why: It is nearly always a mistyped year, such as 2006 for 2026, and puts the record at the wrong end of every list.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import date_in
from macros.schema.types import in_words, is_certainly_before

TOPIC = RuleTopic.DATES
# For dates that are refused whatever they are of.
MESSAGE = '"{written}" is before the year {first}. Check the year.'


def check(context: RuleContext) -> Diagnostics:
    """Compare dates of the network's own activity with the month it first met."""
    established = context.library.network.established
    for one in context.dates:
        if not one.field.older and is_certainly_before(one.value, established):
            wrong = f"is before the network first met ({in_words(established)})"
            yield context.diagnostic(f"{date_in(one)} {wrong}. Check the year.", one.location)
