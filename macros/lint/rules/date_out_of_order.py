"""Nothing stops before it starts, ends before it begins, changes before it is there or is taken up before it is suggested.

Why: One of the two dates must be wrong, and readers cannot know which. Only whoever was there can.
"""

from datetime import date, time
from typing import Any

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.clock import clock
from macros.schema.types import Month, in_words, is_certainly_before

TOPIC = RuleTopic.DATES

# A mistyped year is the error to fix first.
AFTER = ("date-before-network", "date-in-future")


def check(context: RuleContext) -> Diagnostics:
    """Compare each date or time with the one it must follow."""
    for one, after in context.declaring("after"):
        earlier, later = one.beside(after.name), one.value
        if one.field.kind:
            later = getattr(context.library.get(one.field.kind, one.value), after.name, None)
        if earlier is None or later is None or (after.unless and one.beside(after.unless)):
            continue
        if after.same and later == earlier:
            yield context.diagnostic(after.same, one.location)
        elif _is_before(later, earlier):
            words = {"earlier": _shown(earlier), "later": _shown(later), "id": one.value}
            yield context.diagnostic(after.message.format(**words), one.location)


def _is_before(left: Any, right: Any) -> bool:
    return bool(left < right) if isinstance(left, time) else is_certainly_before(left, right)


def _shown(when: date | Month | time) -> str:
    return clock(when.hour, when.minute) if isinstance(when, time) else in_words(when)
