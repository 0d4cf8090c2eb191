"""A field is given only where it has a meaning: what goes on has not stopped, and what still holds is not replaced.

Why: The record would say two things at once, and readers would not know which of them holds.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.schema.description import FieldDescription

TOPIC = RuleTopic.FIELDS


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Check each field that is only allowed if another has a certain value."""
    for one in context.values(_is_conditional):
        only = one.field.only
        if only and one.is_given and not only.when.holds(one.group):
            values = {only.when.name: one.beside(only.when.name)}
            yield context.diagnostic(only.message.format(name=one.field.name, **values), one.location, key=True)


def _is_conditional(one: FieldDescription) -> bool:
    return one.only is not None
