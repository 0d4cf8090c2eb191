"""A line that gives a link its address belongs to a link in the text.

Why: Readers do not see a line like this. It is often an accident, such as "[Action]: the chair writes to all services".
"""

import re

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.source.body import not_in_words

TOPIC = RuleTopic.TEXT
KINDS = RECORDS_AND_PAGES
_DEFINITION = re.compile(r"^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(\[([^\]\n^][^\]\n]*)\]:)", re.MULTILINE)


def check(context: RuleContext) -> Diagnostics:
    """Look for definitions of links whose name stands nowhere else between square brackets."""
    body = context.document.body
    if "]:" not in body:
        return
    _, definitions = not_in_words(_DEFINITION, body)
    for match in definitions:
        uses = re.findall(rf"\[{re.escape(match[2])}\](?!:)", body, re.IGNORECASE)
        if not uses:
            yield context.diagnostic(
                f'Readers would not see this line: it gives a link called "{match[2]}" its address, and there is none in the text. '
                f"If it is text, put a backslash before the bracket: \\{match[1]}",
                span=context.document.body_span(match.start(1), len(match[1])),
            )
