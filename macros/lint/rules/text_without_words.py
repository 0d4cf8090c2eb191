"""The title of a record has letters in it, and every other text a letter or a number: pictures alone say nothing.

Why: A title is what people search for, sort by and hear read aloud. A picture by itself has no place in the alphabet, and a
screen reader says "party popper".
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import field_of

TOPIC = RuleTopic.FIELDS
KINDS = RECORDS_AND_PAGES
AFTER = ("text-length",)
# People say "24/7" as words.
_WORDS = re.compile(r"[^\W\d_]|\d/\d")
# Dates, times and numbers, which are most of what has no letter.
_NUMBER = re.compile(r"[\d:.-]+")


def check(context: RuleContext) -> Diagnostics:
    """Look at every value that is plain text."""
    for location, text in context.texts:
        if text[:1].isalpha() or _WORDS.search(text) or (_NUMBER.fullmatch(text) and location != ("title",)):
            continue
        field = field_of(context, location)
        if field is None or not field.characters:
            continue
        if location == ("title",) and context.document.kind != "page":
            yield context.diagnostic(
                "A title needs words, which people can search for and hear read aloud. Write what it is called.",
                location,
            )
        elif not any(map(str.isalnum, text)):
            yield context.diagnostic(
                f'The field "{field.name}" needs words. Say it in words, or take it out.', location
            )
