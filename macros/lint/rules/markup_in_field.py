"""A field is plain text, without Markdown for bold words or links.

Why: Fields are shown in lists, results, feeds and calendars, which do not use Markdown. Readers would see its
characters as you typed them.
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.messages import field_of

TOPIC = RuleTopic.FIELDS
LEVEL = Level.WARNING
KINDS = RECORDS_AND_PAGES
AFTER = ("paragraphs-in-field", "type-wrong")
# What no one types for its own sake, as they may one star or a pair of brackets.
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
                f'Readers would see "{found[0].strip()}" as you typed it, because the field "{field.name}" is plain text. '
                f"Write just the words.{_BELOW if found['link'] else ''}",
                location,
            )
