"""A web address stands in the field for it, not in a text beside it.

Why: Readers and calendars get a link that they can select. In a text, a long address has to be copied, and is often cut off.
"""

from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.messages import address_to_move

TOPIC = RuleTopic.FIELDS
LEVEL = Level.WARNING


def check(context: RuleContext) -> Diagnostics:
    """Look for an address in each text that has a field for one beside it."""
    for one, text in context.declaring("characters"):
        if text.instead and one.value and (moved := address_to_move(context, one.location, one.value)):
            yield moved
