"""A field is only given where it makes sense: what goes on has not stopped, and what is up to date is not replaced.

Why: The record would say two things at once, and readers would not know which of them is right.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.schema.field import Only
from macros.schema.values import FieldValue

TOPIC = RuleTopic.FIELDS


def check(context: RuleContext) -> Diagnostics:
    """Check each field that is only allowed if another has a certain value."""
    for one, only in context.declaring("only"):
        if one.is_given:
            yield from as_far_as_known(_unless(context, one, only))


def _unless(context: RuleContext, one: FieldValue, only: Only) -> Diagnostics:
    if not only.when.holds(one.group):
        values = {only.when.name: one.beside(only.when.name)}
        yield context.diagnostic(only.message.format(name=one.field.name, **values), one.location, key=True)
