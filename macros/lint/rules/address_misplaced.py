"""A web address goes in the field for it, not in the text next to it.

Why: Readers and calendars get a link that they can select. In a text, people have to copy a long address, and it often
gets cut off.
"""

from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.messages import address_to_move
from macros.schema.description import FieldDescription
from macros.schema.values import values

TOPIC = RuleTopic.FIELDS
LEVEL = Level.WARNING


def check(context: RuleContext) -> Diagnostics:
    """Look for an address in each text that has a field for one beside it."""
    if "://" in context.document.front_matter:
        for one in values(context.record, _has_field_beside) if context.record is not None else ():
            if one.value and (moved := address_to_move(context, one.location, one.value)):
                yield moved


def _has_field_beside(field: FieldDescription) -> bool:
    return bool(field.characters and field.characters.instead)
