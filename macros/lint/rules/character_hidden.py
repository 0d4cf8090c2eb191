"""Text has no hidden characters: nothing invisible, nothing that changes the direction of reading.

Why: Whoever approves a change has to see what readers will get. A hidden character can make two different words look
the same, so searches miss one of them, or can show an address backwards.
"""

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.source.character_references import spelled_out
from macros.source.invisible import HIDDEN, MEANT, PRIVATE_USE, hidden

TOPIC = RuleTopic.SAFETY
KINDS = EVERY_FILE


def check(context: RuleContext) -> Diagnostics:
    """Look for hidden characters in the whole file, and for references to them in the body."""
    document = context.document
    for match in hidden(document.text):
        character = match[0]
        what, remedy = (
            ("that only one font can show", "Delete it, or write in words what it stood for.")
            if PRIVATE_USE.match(character)
            else ("that cannot be seen", "Delete the word that it is in or beside, and type it again.")
        )
        yield context.diagnostic(
            f"There is a character here {what} (U+{ord(character):04X}). It often comes with pasted text. {remedy}",
            span=document.text_span(match.start()),
            fix=None if MEANT.match(character) else "",
        )
    for reference in spelled_out(document.body):
        if HIDDEN.match(reference.character):
            span = document.body_span(reference.offset, len(reference.written))
            message = f'"{reference.written}" stands for a character that cannot be seen. Take it out.'
            yield context.diagnostic(message, span=span)
