"""A value ends where its line ends: what stands after a space and a # is not read.

Why: In these lines a space and a # start a note to oneself, and the rest of the line is dropped without a word. The
end of your sentence would be missing from the page.
"""

import re

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.source.diagnostic import Span, flatten

TOPIC = RuleTopic.FRONT_MATTER
KINDS = EVERY_FILE
# A comment has a space after the #; "Room #2" or "#lunch" is meant as text.
_CUT_OFF = re.compile(r"\s+(?P<rest>#[^\s#].*)")


def check(context: RuleContext) -> Diagnostics:
    """Look for text after a value that is parsed as a comment."""
    document = context.document
    for location, _ in flatten(document.values) if " #" in document.front_matter else ():
        span = document.span(location)
        match = _CUT_OFF.match(document.line(span.line), span.column - 1 + span.length) if span.whole else None
        if match:
            yield context.diagnostic(
                f'"{match["rest"]}" is not read, because it follows a space and a #. Put the whole value in quotation marks, such '
                'as "Room #2"; or if it is a note to yourself, put a space after the #.',
                span=Span(span.line, match.start("rest") + 1, len(match["rest"])),
            )
