"""Nothing was published, reviewed or met about, and nobody was a champion, before the network existed.

Why: It is nearly always a year that was mistyped, such as 2006 for 2026, and it puts the record at the wrong end of
every list.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.types import in_words, is_certainly_before
from macros.schema.values import dates

TOPIC = RuleTopic.DATES


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Compare dates of the network's own activity with the month it first met."""
    established = context.library.network.established
    for one in dates(context.record):
        if not one.field.older and is_certainly_before(one.value, established):
            yield context.diagnostic(
                f'{in_words(one.value)} in the field "{one.field.name}" is before the network first met ({in_words(established)}). '
                "Check the year.",
                one.location,
            )
