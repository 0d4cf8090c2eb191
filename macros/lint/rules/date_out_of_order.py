"""Nothing stops before it starts, ends before it begins, changes before it is added or is discussed before it is suggested.

Why: One of the two dates must be wrong, and readers cannot know which. Only someone who was there can.
"""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.lint.rules import date_before_network, date_in_future
from macros.schema.clock import clock
from macros.schema.field import After
from macros.schema.types import Month, in_words, is_certainly_before
from macros.schema.values import FieldValue

TOPIC = RuleTopic.DATES


def check(context: RuleContext, today: date) -> Diagnostics:
    """Compare each date or time with the one it must follow."""
    for one, after in context.declaring("after"):
        if one.value is not None:
            yield from as_far_as_known(_compared(context, one, after, today))


def _compared(context: RuleContext, one: FieldValue, after: After, today: date) -> Diagnostics:
    earlier, later = one.beside(after.name), one.value
    if one.field.kind:
        later = getattr(context.library.get(one.field.kind, one.value), after.name, None)
    if earlier is None or later is None or (after.unless and one.beside(after.unless)):
        return
    if after.same and later == earlier:
        yield context.diagnostic(after.same, one.location)
    elif _is_before(later, earlier) and not {earlier, later} & {*_mistyped(context, today)}:
        words = {"earlier": _shown(earlier), "later": _shown(later), "id": one.value}
        yield context.diagnostic(after.message.format(**words), one.location)


def _mistyped(context: RuleContext, today: date) -> Iterator[Any]:
    """The dates that cannot be right whatever the others are: they need fixing first."""
    for found in (date_before_network.check(context), date_in_future.check(context, today)):
        wrong = {diagnostic.span for diagnostic in found}
        yield from (one.value for one in context.dates if context.document.span(one.location) in wrong)


def _is_before(left: Any, right: Any) -> bool:
    return bool(left < right) if isinstance(left, time) else is_certainly_before(left, right)


def _shown(when: date | Month | time) -> str:
    return clock(when.hour, when.minute) if isinstance(when, time) else in_words(when)
