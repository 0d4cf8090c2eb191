"""The title of a record has letters in it, and every other text a letter or a number, because pictures alone do not say anything.

Why: People search for a title, sort by it and hear it read aloud. A picture has no place in the alphabet, and a screen
reader says "party popper".
"""

import re
from functools import lru_cache

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
        is_title = location == ("title",)
        if _may_do(written, is_title=is_title):
            continue
        text = _seen(written)
        says_nothing = (_NOTHING if is_title else _NULL).fullmatch(text) is not None
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


# Records have the same days, numbers and words to choose from again and again.
@lru_cache(maxsize=8192)
def _may_do(written: str, *, is_title: bool) -> bool:
    """Whether a value has words, or is a number where that may be."""
    text = _seen(written)
    if (_NOTHING if is_title else _NULL).fullmatch(text):
        return False
    return bool(_WORDS.search(text) or (_NUMBER.fullmatch(text) and not is_title))


def _seen(written: str) -> str:
    return written if written.isascii() else HIDDEN.sub("", written)
