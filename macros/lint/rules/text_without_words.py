"""The title of a record has letters in it, and every other text a letter or a number, because pictures alone do not say anything.

Why: People search for a title, sort by it and hear it read aloud. A picture has no place in the alphabet, and a screen
reader says "party popper".
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import field_of
from macros.source.invisible import HIDDEN

TOPIC = RuleTopic.FIELDS
KINDS = RECORDS_AND_PAGES
AFTER = ("text-length",)
# People say "24/7" as words.
_WORDS = re.compile(r"[^\W\d_]|\d/\d")
# What programs write where there is nothing, and people besides. In other fields than a title, theirs may be an answer.
_NULL = re.compile(r"null|undefined", re.IGNORECASE)
_NOTHING = re.compile(r"null|undefined|none|nil|n/?a", re.IGNORECASE)
_LONGEST = len("undefined")
# Dates, times and numbers, which are most of what has no letter.
_NUMBER = re.compile(r"[\d:.-]+")


def check(context: RuleContext) -> Diagnostics:
    """Look at every value that is plain text."""
    for location, written in context.texts:
        if len(written) > _LONGEST and written[0].isalpha() and written.isascii():
            continue
        text, is_title = written if written.isascii() else HIDDEN.sub("", written), location == ("title",)
        says_nothing = (_NOTHING if is_title else _NULL).fullmatch(text) is not None
        if not says_nothing and (_WORDS.search(text) or (_NUMBER.fullmatch(text) and not is_title)):
            continue
        field = field_of(context, location)
        if field is None or not field.characters:
            continue
        if is_title and (says_nothing or context.document.kind != "page"):
            yield context.diagnostic(
                "A title needs words that people can search for and hear read aloud. Write what it is called.", location
            )
        elif says_nothing or not any(map(str.isalnum, text)):
            yield context.diagnostic(
                f'The field "{field.name}" needs words. Say it in words, or take it out.', location
            )
