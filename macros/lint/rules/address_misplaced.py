"""A web address stands in the field for it, not in a text beside it.

Why: Readers and calendars get a link that they can select. In a text, a long address has to be copied, and is often cut off.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.lint.messages import address_to_move
from macros.schema.description import FieldDescription

TOPIC = RuleTopic.FIELDS
LEVEL = Level.WARNING


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for an address in each text that has a field for one beside it."""
    for one in context.values(_has_field_for_address):
        if one.value and (moved := address_to_move(context, one.location, one.value)):
            yield moved


def _has_field_for_address(one: FieldDescription) -> bool:
    return one.characters is not None and bool(one.characters.instead)
