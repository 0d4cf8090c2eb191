"""A file has no control characters and no line breaks that only some programs recognise.

Why: Some programs treat these characters as the end of a line and others do not, so each would read a different record.
They come with text that is copied from other programs.
"""

import unicodedata

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.source.character_references import spelled_out
from macros.source.diagnostic import Rejection
from macros.source.document import CONTROL

TOPIC = RuleTopic.SAFETY
KINDS = RECORDS_AND_PAGES


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Name the invisible character, or the backslash escape that would produce one."""
    if escape := rejection.detail.get("escape"):
        return f"A backslash between double quotation marks changes what follows it. Take it out, or write it twice: \\{escape}"
    character = rejection.detail["character"]
    name = unicodedata.name(character, "control character").lower()
    return (
        f"There is a character here that cannot be seen (U+{ord(character):04X}, {name}). "
        "It often comes with pasted text. Delete it, or type the line again."
    )


def check(context: RuleContext) -> Diagnostics:
    """Look for character references, which Markdown turns into the characters themselves."""
    for reference in spelled_out(context.document.body):
        if not reference.character or CONTROL.match(reference.character):
            span = context.document.body_span(reference.offset, len(reference.written))
            message = f'"{reference.written[:20]}" stands for a character that cannot be seen, or for none at all. Take it out.'
            yield context.diagnostic(message, span=span)
