"""A field is plain text, so bold words and links have no signs of Markdown.

Why: Fields are shown in lists, results, feeds and calendars, which know no Markdown. Readers would see its signs as they are typed.
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.messages import field_of

TOPIC = RuleTopic.FIELDS
LEVEL = Level.WARNING
KINDS = RECORDS_AND_PAGES
AFTER = ("paragraphs-in-field", "type-wrong")
# What nobody types for its own sake, as they may one star or a pair of brackets.
_MARKUP = re.compile(
    r"\A\s*(?:[-*+\u2022\u00b7\u25aa][ \t])"
    r"|(?<![\w*])(\*\*|__)(?=[^\s*_])[^*_]*(?<=\S)\1(?![\w*])"
    r"|(?P<link>!?\[[^\[\]]*\]\((?:https?:|mailto:|\.{0,2}/)[^\s()]*\))"
)
# A quick look before the slow one: what may stand anywhere, and what the text would have to start with.
_ANYWHERE = ("**", "__", "](")
_FIRST = frozenset("-*+\u2022\u00b7\u25aa \t\n")
_BELOW = " A link belongs in the text below the second line of three hyphens (---)."


def check(context: RuleContext) -> Diagnostics:
    """Look at every value that is plain text."""
    is_suspected = any(sign in context.document.front_matter for sign in _ANYWHERE)
    for location, text in context.texts:
        found = _MARKUP.search(text) if is_suspected or text[:1] in _FIRST else None
        field = field_of(context, location) if found else None
        if found and field and field.characters:
            yield context.diagnostic(
                f'Readers would see "{found[0].strip()}" as it is typed, because the field "{field.name}" is plain text. '
                f"Write the words alone.{_BELOW if found['link'] else ''}",
                location,
            )
